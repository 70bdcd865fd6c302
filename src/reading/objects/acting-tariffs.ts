// Tariffs that act themselves: they cost somebody something, hit farmers hard, push up prices, and nobody lays or lowers them
// there. In: an English line, a verb of it, what it would be done to. Out: yes or no.
import type { Hit } from '../words/lexicon.ts';
import { hitFrom, hitsOf, type Line, tokenText } from '../words/scene.ts';
import { wordGroup } from '../words/word-groups.ts';
import type { VerbObject } from './verb-object.ts';

/** True for a verb whose subject, not whose object, is the tariff. */
export function isTariffActing(line: Line, verb: Hit, match: VerbObject): boolean {
  return (
    isAddedTo(line, verb, match) ||
    isActingItself(line, verb, match) ||
    (line.lang === 'en' && movesEconomy(line, verb, match))
  );
}

const MOVING =
  /^(?:push|driv|drove|rais|lift|boost|cut|lower|reduc|hit|hurt|add|cost|slow|fuel|stok|dent|erod|weigh|increas|curb|hamper|help|sap|shav|trim|dampen)(?:e|es|s|ed|d|ing|t|en)?$|^(?:could|would|will|may|might)$/;
const ECONOMIC =
  /^(?:prices?|costs?|inflation|growth|output|profits?|sales|demand|jobs|revenues?|deficits?|gdp|earnings|margins|spending)$/;
const MOVED_WITHIN = 6;

// "Tariff hikes raise inflation by 1.5 points", "Trump tariffs raised US goods prices": what they have done to prices and trade.
function movesEconomy(line: Line, verb: Hit, { object }: VerbObject): boolean {
  const at = verb === object ? object.to : object.to === verb.from ? verb.from : -1;
  if (at < 0 || !MOVING.test(tokenText(line, at))) return false;
  // "tariffs cut to curb food prices" are cut.
  if (verb !== object && PARTICIPLE_FOLLOWED.has(tokenText(line, at + 1))) return false;
  const behind = line.tokens.slice(at + 1, at + 1 + MOVED_WITHIN);
  const end = behind.findIndex(({ kind, text }) => kind === 'mark' && text !== "'s");
  return behind.slice(0, end < 0 ? behind.length : end).some(({ text }) => ECONOMIC.test(text));
}

const ADDING: ReadonlySet<string> = new Set(['add', 'adds', 'adding']);

// "the tariff adds to its woes", "as tariffs add $1 billion in costs".
function isAddedTo(line: Line, verb: Hit, { object }: VerbObject): boolean {
  const word = tokenText(line, verb.from);
  if (word.startsWith('add') && tokenText(line, verb.to) === 'to') return true;
  return line.lang === 'en' && ADDING.has(word) && object.to <= verb.from;
}

const HITTING: ReadonlySet<string> = new Set(['hit', 'hits']);
const HARD: ReadonlySet<string> = new Set(
  'hard harder hardest home profits profit margins jobs wallets earnings sales growth farmers consumers shoppers retailers manufacturers households confidence demand spending businesses carmakers automakers exporters shippers shares stocks brands'.split(
    ' ',
  ),
);
const HARD_WITHIN = 8;
const AIDS: ReadonlySet<string> = new Set(
  "could would will won't may might can can't is isn't makes hurts helps risks costs".split(' '),
);
const AIDED_WITHIN = 6;
const GERUND = /ing$/;

const SOON: ReadonlySet<string> = new Set(['soon', 'very', 'shortly', 'next', "'", '"', '‘', '“']);

// "tariffs hit farmers hard", "the passion for tariffs faces headwinds", "issue of tariffs", "Lifting tariffs could help",
// "collects millions in duties": a tariff that acts, or that is only spoken of.
function isActingItself(line: Line, verb: Hit, { object }: VerbObject): boolean {
  if (line.lang !== 'en') return false;
  const [word, next] = [tokenText(line, verb.from), tokenText(line, verb.to)];
  if (word === 'issue' && next === 'of') return true;
  // "Chip tariffs coming soon": what is held out.
  if (word === 'coming' && SOON.has(next)) return false;
  if (object.to <= verb.from) {
    if (word === 'faces' || word === 'face' || isColour(line, verb, object)) return true;
    if (object.to === verb.from && (DRIVING.has(word) || isDoing(line, verb, object)))
      return isThingBehind(line, verb);
    if (AIDING.has(tokenText(line, verb.from - 1)) && OWN.has(next)) return true;
    const behind = line.tokens.slice(verb.to, verb.to + HARD_WITHIN);
    return (
      HITTING.has(word) &&
      next !== 'by' &&
      !line.classes.has('percent') &&
      behind.some(({ text }) => HARD.has(text))
    );
  }
  if (/^collect/.test(word)) {
    // "collects $2bn from its 20% tariff".
    return line.tokens
      .slice(verb.to, object.from)
      .some(({ text }) => text === 'in' || text === 'from');
  }
  const isOpening = verb.from === 0 || tokenText(line, verb.from - 1) === '.';
  return (
    isOpening &&
    GERUND.test(word) &&
    line.tokens
      .slice(object.to, object.to + AIDED_WITHIN)
      .some(({ text }, at, all) => AIDS.has(text) && all[at + 1]?.text !== 'be')
  );
}

const DRIVING: ReadonlySet<string> = new Set(
  'raise lift cut cuts raises lifts lower lowers reduce reduces reduced increase increases boost boosts cutting raising lifting lowering reducing'.split(
    ' ',
  ),
);
/** "the 25% duty has doubled his costs": a verb with an object of its own is what the duty does. */
const AIDING: ReadonlySet<string> = new Set('has have had would will could may might'.split(' '));
const OWN: ReadonlySet<string> = new Set('his her its their our my your'.split(' '));
const PLURAL = /s$/;
/** What becomes of tariffs by themselves, and what they do to those on whom they are laid. */
const BECOMING = wordGroup(
  'start begin rise fall double triple expire lapse resume return apply remain stay jump climb drop go come take kick enter land loom become change increase strike slam slap target threat illegal unlawful invalid void unconstitutional free exempt spare exclude omit null',
);
const PAST = /(?:s|ed|frozen|broken|taken|given|shaken|driven|risen|fallen)$/;
const PARTICLES: ReadonlySet<string> = new Set(['out', 'up', 'down', 'off', 'into', 'away']);
const HIT_WITHIN = 5;

// "Trump tariffs upend parcel business": behind a plural the bare verb tells what they do; "tariff threat" is a noun.
function isDoing(line: Line, verb: Hit, object: Hit): boolean {
  const word = tokenText(line, verb.from);
  if (!PLURAL.test(tokenText(line, object.to - 1)) || PAST.test(word)) return false;
  const isOneWord =
    verb.to - verb.from === 1 ||
    (verb.to - verb.from === 2 && PARTICLES.has(tokenText(line, verb.to - 1)));
  return isOneWord && (word === 'hit' ? hitsNoState(line, verb) : !BECOMING.has(word));
}

const STRUCK = ['place', 'product', 'goods', 'percent', 'holder'] as const;

// "tariffs hit small-business hiring": neither a state nor goods.
function hitsNoState(line: Line, verb: Hit): boolean {
  return !line.hits.some(
    (hit) =>
      hit.from >= verb.to &&
      hit.from - verb.to <= HIT_WITHIN &&
      STRUCK.some((name) => hit.meanings.has(name)),
  );
}

const NO_THING = ['prep', 'percent', 'number', 'weekday', 'month', 'relday', 'now'] as const;
const PARTICIPLE_FOLLOWED: ReadonlySet<string> = new Set(
  'to by for on from in after again further sharply as until and next this at amid ahead under over of or'.split(
    ' ',
  ),
);

// "US tariffs raise costs", "tariffs cut into profits"; "tariffs cut for Japan", "duties cut to 5%" are cut.
function isThingBehind(line: Line, verb: Hit): boolean {
  const next = line.tokens[verb.to];
  if (next?.text === 'into') return true;
  if (next?.kind !== 'word' || PARTICIPLE_FOLLOWED.has(next.text)) return false;
  if (next.text.endsWith('ly') && next.text !== 'supply') return false;
  const behind = hitFrom(line, verb.to);
  return behind === undefined || !NO_THING.some((name) => behind.meanings.has(name));
}

const COLOURS: ReadonlySet<string> = new Set(
  'hit hits land lands strike approach approaches loom looms'.split(' '),
);
const OPENING_WITHIN = 4;

// "says it'll raise toy prices as tariffs hit": the clause that ends the sentence says why, not what is laid.
function isColour(line: Line, verb: Hit, object: Hit): boolean {
  if (!COLOURS.has(tokenText(line, verb.from)) || line.classes.has('percent')) return false;
  const isEnd = line.tokens[verb.to]?.kind !== 'word' && line.tokens[verb.to]?.kind !== 'number';
  const before = line.tokens.slice(Math.max(1, object.from - OPENING_WITHIN), object.from);
  return isEnd && before.some(({ text }) => text === 'as');
}

const REACHED: ReadonlySet<string> = new Set(
  'record records highs peak $ € £ ¥ billion bn'.split(' '),
);
const NEW: ReadonlySet<string> = new Set('new fresh time yearly monthly annual'.split(' '));
/** What a tariff hurts by itself: "as tariffs hit demand". */
const HURT: ReadonlySet<string> = new Set(
  'demand sales profit profits earnings output growth exports business jobs margins orders production economy confidence home wallets pockets spending trade'.split(
    ' ',
  ),
);
const ECONOMY = /^(?:economy|economies|gdp|consumers|shoppers|households|wallets|profits)$/;
const HURT_WITHIN = 3;
const REACHED_WITHIN = 4;

/** "customs duties hit a record", "import duties hit $30 billion": takings are counted, nobody is hit. */
export function reachesAFigure(line: Line, verb: Hit): boolean {
  if (!HITTING.has(tokenText(line, verb.from))) return false;
  if (HURT.has(tokenText(line, verb.to))) return true;
  // "could hit the American economy".
  if (line.tokens.slice(verb.to, verb.to + HURT_WITHIN).some(({ text }) => ECONOMY.test(text)))
    return true;
  for (let at = verb.to; at < verb.to + REACHED_WITHIN; at += 1) {
    const text = tokenText(line, at);
    if (REACHED.has(text) || (text === 'high' && NEW.has(tokenText(line, at - 1)))) return true;
  }
  return false;
}

const ACTIVE_PUTTING: ReadonlySet<string> = new Set(
  'put puts putting set sets setting place places placing'.split(' '),
);

// "tariffs put unity to the test", "duties set the tone": what stands before is who acts, not what is put.
export function isActingTariff(line: Line, verb: Hit, match: VerbObject): boolean {
  if (match.object.to > verb.from) return false;
  if (reachesAFigure(line, verb)) return true;
  if (!ACTIVE_PUTTING.has(tokenText(line, verb.to - 1))) return false;
  const next = line.tokens[verb.to];
  if (next === undefined || next.kind !== 'word') return false;
  return !line.hits.some(
    (hit) =>
      hit.from === verb.to &&
      (hit.meanings.has('prep') || hit.meanings.has('percent') || hit.meanings.has('weekday')),
  );
}

const MODALS: ReadonlySet<string> = new Set(
  'could would will may might can to has have had'.split(' '),
);
const CHANGING: ReadonlySet<string> = new Set(['cut', 'raise', 'remove']);
const NO_OWN_OBJECT = [
  'prep',
  'percent',
  'number',
  'weekday',
  'month',
  'relday',
  'now',
  'effective',
  'until',
  'join',
  'oldrate',
  'background',
  'upto',
  'mood',
  'verb',
] as const;
const ADVERBS: ReadonlySet<string> = new Set(
  'again further sharply under at in by with for to from across amid over on against unless until because but and or soon next later as if while this last once more even too immediately gradually steadily slightly fast faster when than then'.split(
    ' ',
  ),
);

const BORNE_BY_TARIFF = 4;
const BOUND: ReadonlySet<string> = new Set(
  'set expected likely poised due bound sure forecast tipped seen'.split(' '),
);
const FURTHER: ReadonlySet<string> = new Set(['on', ...BOUND]);

// "tariffs could cut deficits": behind "could" a verb with an object of its own is done by the tariff, not to it.
export function isDoneByTariff(line: Line, verb: Hit, match: VerbObject): boolean {
  if (line.lang !== 'en' || !CHANGING.has(match.family) || match.object.to > verb.from)
    return false;
  const modal = verb.from - 1;
  if (!MODALS.has(tokenText(line, modal)) || modal - match.object.to > BORNE_BY_TARIFF)
    return false;
  // "tariffs on lumber could cut supplies", "tariff set to lift prices".
  if (modal !== match.object.to && !FURTHER.has(tokenText(line, match.object.to))) return false;
  const isBound = BOUND.has(tokenText(line, modal - 1)) && modal - 1 === match.object.to;
  if (modal !== match.object.to && tokenText(line, modal) === 'to' && !isBound) return false;
  const next = line.tokens[verb.to];
  // "would kill 400,000 jobs".
  if (next?.kind === 'number')
    return !hitsOf(line, 'percent').some((hit) => hit.from - verb.to <= 2 && hit.from > verb.to);
  if (next?.kind !== 'word' || ADVERBS.has(next.text)) return false;
  return !line.hits.some(
    (hit) => hit.from === verb.to && NO_OWN_OBJECT.some((name) => hit.meanings.has(name)),
  );
}
