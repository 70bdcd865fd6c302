// English phrases that a state opens and that hold their tariff far behind: "investigates Indian steel imports", "taxes
// Indian steel at 25%", "wants a 25% tariff", "moves to shield its steel from tariffs", "talks Brazil out of a tariff".
// In: a sentence. Out: the verb, what it is done to and its family.
import { isActor } from '../objects/idle-tariffs.ts';
import { placeGroups } from '../places/read-places.ts';
import type { Hit, HitClass } from '../words/lexicon.ts';
import { hitsOf, isParted, type Line, lineHas, tokenText } from '../words/scene.ts';
import { says, type WordGroup, wordGroup } from '../words/word-groups.ts';
import { charges } from './charge-phrases.ts';
import { type Phrase, phraseOf } from './phrase.ts';

const INQUIRING = wordGroup(
  'investigate investigates investigated investigating probe probes probed probing examine examines examined examining scrutinise scrutinises scrutinize scrutinizes look looks looked looking',
);
const INQUIRED_WITHIN = 9;
const TRADED = wordGroup(
  'import imports exports shipments dumping dumped dump dumps subsidies subsidised subsidized',
);

// "investigates Canadian pea imports": what comes from elsewhere is looked into, by a state.
function inquiry(line: Line, at: number): Phrase | null {
  if (!says(line, TRADED)) return null;
  if (tokenText(line, at).startsWith('look') && tokenText(line, at + 1) !== 'into') return null;
  if (!isDoneByState(line, at)) return null;
  for (let to = at + 1; to <= at + INQUIRED_WITHIN; to += 1) {
    if (!TRADED.has(tokenText(line, to)) || isParted(line, at, to)) continue;
    const object: Hit = { from: to, to: to + 1, meanings: new Map([['probe', ['probe']]]) };
    return { ...phraseOf(object, at, 'open', 'probe'), cost: 1 };
  }
  return null;
}

const PUTTING = wordGroup('put puts place places placed');
const PUT_WITHIN = 8;

// "puts Indian steel under a dumping probe".
function putUnder(line: Line, at: number): Phrase | null {
  const object = hitsOf(line, 'probe').find((hit) => hit.from > at && hit.from - at <= 2);
  const verb = wordBefore(line, at, PUT_WITHIN, PUTTING);
  if (object === undefined || verb < 0 || !isDoneByState(line, verb)) return null;
  return { ...phraseOf(object, verb, 'open', 'probe'), cost: 1 };
}

const HELPERS: ReadonlySet<string> = new Set(
  'to will has have is are also now would could may might decided agreed began begun begins begin starts started plans planning vows on monday tuesday wednesday thursday friday saturday sunday today yesterday'.split(
    ' ',
  ),
);

// "Brazil to investigate", "Ankara's trade ministry investigates".
function isDoneByState(line: Line, at: number): boolean {
  let end = at;
  while (end > 0 && HELPERS.has(tokenText(line, end - 1))) end -= 1;
  return line.hits.some((hit) => hit.to === end && isActor(hit));
}

const TAXING = wordGroup(
  'tax taxes taxed taxing levies levy levied levying collect collects collecting charge charges charging charged',
);
const BEING: ReadonlySet<string> = new Set('be is are was were being been'.split(' '));
const TAXED_WITHIN = 9;

// "taxes Indian steel at 25%", "levies 25% on Chinese panels"; income at home is no goods from elsewhere.
function taxing(line: Line, at: number): Phrase | null {
  const isPassive = BEING.has(tokenText(line, at - 1)) || isGoodsTaxed(line, at);
  if (!isPassive && !isDoneByState(line, at)) return null;
  const isForeign =
    line.classes.has('goods') ||
    line.classes.has('foreign') ||
    new Set(hitsOf(line, 'place').flatMap((hit) => hit.meanings.get('place') ?? [])).size > 1;
  const rate = hitsOf(line, 'percent').find(
    (hit) => hit.from > at && hit.from - at <= TAXED_WITHIN && !isParted(line, at, hit.from),
  );
  if (line.classes.has('othertax')) return null;
  if (rate === undefined) return isPassive ? null : taxingGoods(line, at);
  if (!isForeign) return null;
  const before = tokenText(line, rate.from - 2);
  const isTold =
    before === 'at' ||
    before === 'with' ||
    (rate.from - at <= 2 && tokenText(line, rate.to) === 'on');
  if (!isTold) return null;
  const object: Hit = {
    from: rate.from,
    to: rate.to,
    meanings: new Map([['tariff', ['plain']]]),
  };
  return { ...phraseOf(object, at, 'tax'), cost: 1 };
}

const TAXES = /^tax(?:es|ed|ing)?$/;
const GOODS_WITHIN = 3;

// "to tax rice from Ghana": goods of another state, named right behind.
function taxingGoods(line: Line, at: number): Phrase | null {
  if (!line.isTitle || !TAXES.test(tokenText(line, at))) return null;
  const goods = line.hits.find(
    (hit) =>
      (hit.meanings.has('product') || tokenText(line, hit.from) === 'imports') &&
      hit.from > at &&
      hit.from - at <= GOODS_WITHIN,
  );
  const isForeign = placeGroups(line).some(
    ({ from, role, preposition, codes }) =>
      from > at && !codes.includes('WORLD') && (role === 'origin' || preposition === 'from'),
  );
  if (goods === undefined || !isForeign) return null;
  const object: Hit = { from: at, to: at + 1, meanings: new Map([['tariff', ['plain']]]) };
  return { ...phraseOf(object, at, 'tax'), cost: 1 };
}

// "or see its steel taxed at 25%".
function isGoodsTaxed(line: Line, at: number): boolean {
  return (
    tokenText(line, at) === 'taxed' &&
    line.hits.some(
      (hit) => hit.to === at && (hit.meanings.has('product') || hit.meanings.has('goods')),
    )
  );
}

const ADMITTING = wordGroup(
  'allow allows allowed allowing permit permits permitted admit admits admitted authorise authorises authorised authorize authorizes authorized approve approves approved okays clears open opens opened let lets letting',
);
const ADMITTED_WITHIN = 11;

// "allows the importation of 500,000 tonnes of duty-free maize".
function admitted(line: Line, at: number): Phrase | null {
  if (!line.classes.has('zerorate') || !isDoneByState(line, at)) return null;
  const object = hitsOf(line, 'zerorate').find(
    (hit) => hit.from > at && hit.from - at <= ADMITTED_WITHIN && !isParted(line, at, hit.from),
  );
  const isGoods = lineHas(line, 'goods') || lineHas(line, 'product');
  if (object === undefined || !isGoods) return null;
  return { ...phraseOf(object, at, 'grant', 'relief'), cost: 1 };
}

const ENTERING = wordGroup(
  'enter enters entered come comes imported shipped sold brought admitted',
);
const ENTERED_WITHIN = 6;

// "Indian rice to enter Peru duty-free", "maize may come in at zero duty": who sends it is let off.
function entering(line: Line, at: number): Phrase | null {
  if (!line.classes.has('zerorate')) return null;
  const object = hitsOf(line, 'zerorate').find(
    (hit) => hit.from > at && hit.from - at <= ENTERED_WITHIN && !isParted(line, at, hit.from),
  );
  const isGoods = line.hits.some(
    (hit) => hit.to <= at && (hit.meanings.has('product') || hit.meanings.has('goods')),
  );
  if (object === undefined || !isGoods) return null;
  return { ...phraseOf(object, at, 'grant', 'relief'), cost: 1 };
}

const PRESSING = wordGroup(
  'press presses pressed lobby lobbies lobbied ask asks asked petition petitions petitioned push pushes pushed nudge urge urges urged implore',
);
const PRESSED_WITHIN = 3;

// "would press Brazil for a waiver": of whom the relief is asked stands before it.
function pressedFor(line: Line, at: number): Phrase | null {
  const asked = hitsOf(line, 'place').find((hit) => hit.from > at && hit.from - at <= 2);
  if (asked === undefined || tokenText(line, asked.to) !== 'for') return null;
  const object = hitsOf(line, 'relief').find(
    (hit) => hit.from > asked.to && hit.from - asked.to <= PRESSED_WITHIN,
  );
  return object === undefined ? null : { ...phraseOf(object, at, 'seek', 'relief'), cost: 1 };
}

type FindPhrase = (line: Line, at: number) => Phrase | null;

/** Phrases that need no tariff word as their object: the words that open one, and a class that it cannot be without. */
const OPENERS: readonly {
  readonly words: WordGroup;
  readonly needs: HitClass | null;
  readonly find: FindPhrase;
}[] = [
  { words: INQUIRING, needs: null, find: inquiry },
  { words: TAXING, needs: null, find: taxing },
  { words: ENTERING, needs: 'zerorate', find: entering },
  { words: ADMITTING, needs: 'zerorate', find: admitted },
  { words: wordGroup('under'), needs: 'probe', find: putUnder },
  { words: PRESSING, needs: 'relief', find: pressedFor },
];

/** The phrases that need no tariff word as their object. */
export function actorPhrases(line: Line): readonly Phrase[] {
  const found: Phrase[] = [...charges(line)];
  const openers = OPENERS.filter(
    ({ words, needs }) => (needs === null || line.classes.has(needs)) && says(line, words),
  );
  if (openers.length === 0) return found;
  for (let at = 1; at < line.tokens.length - 1; at += 1) {
    const text = tokenText(line, at);
    const phrase = openers.find(({ words }) => words.has(text))?.find(line, at) ?? null;
    if (phrase !== null) found.push(phrase);
  }
  return found;
}

/** The phrases that a state opens and that end in the tariff `object`. */
export function tariffPhrase(line: Line, object: Hit): Phrase | null {
  return (
    wanted(line, object) ??
    shielded(line, object) ??
    talkedOut(line, object) ??
    pleaded(line, object)
  );
}

const WANTING = wordGroup(
  'want wants wanted favours favors fancies envisages envisions seeks eyes',
);
const WANTED_WITHIN = 6;

function wordBefore(line: Line, end: number, within: number, words: WordGroup): number {
  if (!says(line, words)) return -1;
  for (let at = end - 1; at >= Math.max(1, end - within); at -= 1) {
    if (words.has(tokenText(line, at))) return isParted(line, at, end) ? -1 : at;
  }
  return -1;
}

// "Trump wants a 100% tariff on films": a government that wishes for a tariff with its rate proposes it.
function wanted(line: Line, object: Hit): Phrase | null {
  if (!line.isTitle || tokenText(line, object.to) !== 'on') return null;
  const at = wordBefore(line, object.from, WANTED_WITHIN, WANTING);
  if (at < 0 || !isDoneByState(line, at)) return null;
  const isRated = hitsOf(line, 'percent').some(
    (hit) => hit.from > at && hit.from - at <= 3 && object.from - hit.to <= 2,
  );
  const isRelief = line.classes.has('relief') || line.classes.has('pausenoun');
  return isRated && !isRelief ? phraseOf(object, at, 'propose') : null;
}

const SHIELDING = wordGroup('shield protect insulate spare save guard defend keep safeguard');
const SHIELDED_WITHIN = 9;
const PEOPLE: ReadonlySet<string> = new Set(
  'farmers growers exporters workers firms companies businesses industry industries economy consumers producers makers mills smelters carmakers automakers steelmakers manufacturers sector jobs families households'.split(
    ' ',
  ),
);

// "moves to shield its copper from U.S. tariffs" asks to be spared; to shield farmers is aid at home.
function shielded(line: Line, object: Hit): Phrase | null {
  const at = wordBefore(line, object.from, SHIELDED_WITHIN, SHIELDING);
  if (at < 0 || tokenText(line, at - 1) !== 'to') return null;
  const between = line.tokens.slice(at, object.from);
  const from = between.findLastIndex(({ text }) => text === 'from');
  if (from < 0 || between.some(({ text }) => PEOPLE.has(text))) return null;
  const isOfAnother = hitsOf(line, 'place').some(
    (hit) => hit.from > at + from && hit.to <= object.from,
  );
  const isState = line.hits.some((hit) => hit.to <= at && isActor(hit));
  return isOfAnother && isState ? { ...phraseOf(object, at, 'avert'), cost: 1 } : null;
}

const TALKING = wordGroup(
  'talk talks argue negotiate negotiates wriggle wriggles squirm buy buys charm charms coax coaxes',
);
const TALKED_WITHIN = 9;

// "tries to talk Brazil out of the tariff".
function talkedOut(line: Line, object: Hit): Phrase | null {
  const at = wordBefore(line, object.from, TALKED_WITHIN, TALKING);
  if (at < 0) return null;
  const isOut = line.tokens
    .slice(at, object.from)
    .some(({ text }, place) => text === 'out' && tokenText(line, at + place + 1) === 'of');
  return isOut ? { ...phraseOf(object, at, 'avert'), cost: 1 } : null;
}

const PLEADING = wordGroup('plead pleads pleaded beg begs begged implore implores implored');
const PLEADED_WITHIN = 9;

// "pleads with Brazil over the 25% tariff".
function pleaded(line: Line, object: Hit): Phrase | null {
  const at = wordBefore(line, object.from, PLEADED_WITHIN, PLEADING);
  if (at < 0 || !isDoneByState(line, at)) return null;
  const isOver = line.tokens.slice(at, object.from).some(({ text }) => OVER.has(text));
  return isOver ? { ...phraseOf(object, at, 'avert'), cost: 1 } : null;
}

const OVER: ReadonlySet<string> = new Set(['over', 'about', 'on']);
