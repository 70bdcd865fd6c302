// Percentages that are themselves the tariff: "Chilean copper will pay 25%", "puts 30% on foreign cars". In: an English
// sentence and its phrases. Out: the phrases with such a percentage meaning a tariff. Without goods that come from elsewhere
// a percentage that is paid may be anything: wages, interest, a dividend.
import type { Lexicon } from './build-lexicon.ts';
import { chargedAbroad } from './charged-abroad.ts';
import type { Cut, Sentence } from './cut-text.ts';
import type { Hit, HitClass, Meanings } from './lexicon.ts';
import { isStated, LAID_ON, STATING } from './stated-percents.ts';
import { holdsAny, placeOfAny, tellingWords } from './telling-words.ts';

/** Verbs whose subject is the goods: "pay 25%", "are hit with 25%". */
const BORNE =
  'pay pays paying face faces facing faced attract attracts attracted attracting incur incurs carry carries charged taxed owe owes risk risks';
/** Verbs whose subject lays it: "charges 25% on Chilean copper". */
const LAID =
  'charge charges charging tax taxes taxing impose imposes imposed imposing slap slaps slapped slapping levy levies levied levying put puts putting place places placed placing collect collects collecting add adds added adding threaten threatens threatened threatening set sets take takes';

/** Verbs that a state does to another: "hits India with 25%". */
const HITTING =
  'hits hitting slams slammed slamming punish punishes punished punishing whacks whacked smacks smacked socks socked clobbers clobbered';

/** Verbs that only hold it out or announce it: "floats 25% on Chilean copper". */
const HELD_OUT =
  'float floats floated propose proposes proposed plan plans planned eye eyes eyed weigh weighs weighed want wants wanted vow vows vowed mull mulls mulled consider considers considered promise promises promised announce announces announced order orders ordered';

const CHARGING: ReadonlySet<string> = new Set(
  `${BORNE} ${LAID} ${HITTING} ${HELD_OUT} hit subject`.split(' '),
);
const CHARGE_WORDS = tellingWords([...CHARGING], []);
const STATING_WORDS = tellingWords(STATING, []);
/** How far behind its verb a percentage may stand. */
const CHARGED_AHEAD = 12;
const ON_WORDS = tellingWords([LAID_ON], []);
/** "per cent on" may be two words. */
const ON_WITHIN = 2;

const LAYING: ReadonlySet<string> = new Set(`${LAID} ${HITTING} ${HELD_OUT}`.split(' '));
/** True for a verb whose subject bears what is charged: "pays". */
export function isBorne(word: string): boolean {
  return CHARGING.has(word) && !LAYING.has(word);
}

/** What may stand between the verb and the figure. */
const FILLING: ReadonlySet<string> = new Set(
  'a an the at with to by just only up of as much about around nearly some another extra additional further flat reduced lower higher full same now also between return back'.split(
    ' ',
  ),
);
const FILLED_WITHIN = 5;
/** How far the goods may stand between "taxes" and "at 25%". */
const TAXED_WITHIN = 6;
/** And between "charges" and the figure. */
const CHARGED_WITHIN = 3;
const TAX_AT: ReadonlySet<string> = new Set(['at', 'with']);
const TAXING = /^(?:tax|charg|hit|slap|slam|punish|whack|smack|sock|clobber)/;
const LAID_BEFORE: ReadonlySet<string> = new Set([LAID_ON, 'against']);
/** Words behind a percentage that is a share, a yield, or the rate of a tariff that is named anyway. */
const SHARES: ReadonlySet<string> = new Set(
  'of more less higher lower cheaper dearer interest dividend dividends yield commission discount premium stake share fee fees wage pay growth inflation increase rise drop fall cut above below over under vat sales income corporate excise tax taxes in-quota tariff tariffs duty duties levy levies surcharge surtax'.split(
    ' ',
  ),
);
/** "hits foreign steel with 50% above quota". */
const BEYOND: ReadonlySet<string> = new Set(['above', 'beyond', 'over']);
const EXPORTING = /^(?:export|shipper)/;

/** False for a text in which no percentage can be charged, by its words alone. */
export function mayCharge(lang: string, { percents }: Lexicon, cut: Cut): boolean {
  if (lang !== 'en') return holdsAny(percents, cut, 0, cut.count);
  return cut.sentences.some(({ field, first, end }) => {
    let at = placeOfAny(percents, cut, first, end);
    if (at >= 0 && holdsAny(STATING_WORDS, cut, first, end)) return true;
    for (; at >= 0; at = placeOfAny(percents, cut, at + 1, end)) {
      if (holdsAny(CHARGE_WORDS, cut, Math.max(first, at - CHARGED_AHEAD), at)) return true;
      const next = Math.min(end, at + 1 + ON_WITHIN);
      if (field === 'title' && holdsAny(ON_WORDS, cut, at + 1, next)) return true;
    }
    return false;
  });
}

/** The hits with a tariff in each percentage that goods from elsewhere are charged; `classes` as those of a line. */
export function withCharged(
  lang: string,
  sentence: Sentence,
  hits: readonly Hit[],
  classes: ReadonlyMap<HitClass, readonly Hit[]>,
): readonly Hit[] {
  if (!classes.has('percent')) return hits;
  if (lang !== 'en') {
    const charged = chargedAbroad(lang, sentence, hits);
    if (charged.size === 0) return hits;
    return hits.map((hit, place) =>
      charged.has(place) ? { ...hit, meanings: chargedMeaning(hit.meanings) } : hit,
    );
  }
  const isAboutGoods = isTraded(sentence, classes);
  if (!isAboutGoods && !classes.has('place')) return hits;
  let isAny = false;
  const told = hits.map((hit, place) => {
    if (!isPercent(hit)) return hit;
    if (isNamed(hits[place + 1], hit) || !isCharged(sentence, hits, hit, isAboutGoods)) return hit;
    isAny = true;
    return { ...hit, meanings: chargedMeaning(hit.meanings) };
  });
  return isAny ? told : hits;
}

function isCharged(
  sentence: Sentence,
  hits: readonly Hit[],
  percent: Hit,
  isAboutGoods: boolean,
): boolean {
  const at = chargingVerb(sentence, percent);
  if (at === null) {
    return (
      !SHARES.has(sentence.tokens[percent.to]?.text ?? '') && isStated(sentence, hits, percent)
    );
  }
  if (isState(sentence, hits, at)) return false;
  // "Brazil floats 25% on"; a shop that does sets no tariff.
  if (ONLY_STATES.has(sentence.tokens[at]?.text ?? '') && !isByState(hits, at)) return false;
  // "adds 25% on India" lays it; "adds 10% to prices" may be anything.
  const isOfGoods = isAboutGoods && !(sentence.tokens[at]?.text.startsWith('add') === true);
  return isOfGoods ? !isAtHome(sentence, hits, at) : isOnState(sentence, hits, at, percent);
}

const ONLY_STATES: ReadonlySet<string> = new Set(`${HELD_OUT} ${HITTING}`.split(' '));

function isByState(hits: readonly Hit[], verb: number): boolean {
  return hits.some(
    ({ to, meanings }) => to <= verb && (meanings.has('place') || meanings.has('leadership')),
  );
}

// "pays a 25% anti-dumping duty": the tariff has a word of its own.
function isNamed(next: Hit | undefined, percent: Hit): boolean {
  return next !== undefined && next.from - percent.to <= 1 && next.meanings.has('tariff');
}

const PAST: ReadonlySet<string> = new Set('had were was previously formerly already'.split(' '));
const PAYS: ReadonlySet<string> = new Set(['pays', 'pay', 'faces', 'paid', 'faced']);

// "had been charged 11%", "Vietnam pays 20%": what was before, or what another bears anyway.
function isState({ tokens }: Sentence, hits: readonly Hit[], at: number): boolean {
  const text = (place: number): string => tokens[place]?.text ?? '';
  const before = text(at - 1) === 'been' ? at - 2 : at - 1;
  if (PAST.has(text(before))) return true;
  // "India faces a return to 25%, Lula warns": said to come.
  const isWarned = tokens.some(({ text: word }) => WARNING.test(word));
  return (
    PAYS.has(text(at)) &&
    !isWarned &&
    hits.some((hit) => hit.to === at && hit.meanings.has('place'))
  );
}

const WARNING = /^(?:warn|threat)/;

const WARES = ['product', 'goods'] as const;

// "to tax vapes at 20%": nothing says that they come from elsewhere.
function isAtHome({ tokens }: Sentence, hits: readonly Hit[], at: number): boolean {
  if (!/^tax/.test(tokens[at]?.text ?? '')) return false;
  if (hits.some(({ meanings }) => meanings.has('foreign') || meanings.has('goods'))) return false;
  return !hits.some(
    ({ from, meanings }, place) =>
      meanings.has('place') &&
      (tokens[from - 1]?.text === 'from' ||
        WARES.some((name) => hits[place + 1]?.meanings.has(name) === true)),
  );
}

function isPercent(hit: Hit): boolean {
  return hit.meanings.has('percent');
}

function isTraded({ tokens }: Sentence, classes: ReadonlyMap<HitClass, readonly Hit[]>): boolean {
  if (classes.has('othertax')) return false;
  return (
    classes.has('goods') ||
    classes.has('foreign') ||
    (classes.has('place') &&
      (classes.has('product') || tokens.some(({ text }) => EXPORTING.test(text))))
  );
}

// "Mexico will pay 30%", "will charge India 26%", "50% on Brazil": a state is charged.
function isOnState(
  { tokens }: Sentence,
  hits: readonly Hit[],
  verb: number,
  percent: Hit,
): boolean {
  const text = (at: number): string => tokens[at]?.text ?? '';
  if (hits.some(({ meanings }) => meanings.has('othertax'))) return false;
  // "threatens 100% on nations that drop the dollar".
  if (LAID_BEFORE.has(text(percent.to)) && isStates(text, percent.to + 1)) return true;
  return hits.some(({ from, to, meanings }) => {
    if (!meanings.has('place')) return false;
    if (from === percent.to + 1) return LAID_BEFORE.has(text(percent.to));
    if (from === verb + 1 || from === verb + 2)
      return !/^tax/.test(text(verb)) && TAXING.test(text(verb));
    return STATE_BEARS.has(text(verb)) && verb >= to && verb - to < BEARS_WITHIN;
  });
}

const STATES: ReadonlySet<string> = new Set('countries nations'.split(' '));
const STATES_WITHIN = 3;

function isStates(text: (at: number) => string, from: number): boolean {
  for (let at = from; at < from + STATES_WITHIN; at += 1) if (STATES.has(text(at))) return true;
  return false;
}

const BEARS_WITHIN = 6;
const STATE_BEARS: ReadonlySet<string> = new Set([
  'pay',
  'charged',
  'face',
  'faces',
  'risk',
  'risks',
]);

/** The place of the verb by which a percentage is charged; null when none does. */
export function chargingVerb({ tokens }: Pick<Sentence, 'tokens'>, percent: Hit): number | null {
  const text = (at: number): string => tokens[at]?.text ?? '';
  const isBeyond = BEYOND.has(text(percent.to)) && /^quotas?$/.test(text(percent.to + 1));
  const isShare = SHARES.has(text(percent.to)) && !isBeyond && !isUnderDeal(text, percent.to);
  if (isShare || tokens[percent.from - 1]?.kind !== 'number') return null;
  const first = percent.from - 2;
  for (let at = first; at >= Math.max(0, first - FILLED_WITHIN); at -= 1) {
    const word = text(at);
    if (CHARGING.has(word)) return isCharge(tokens, at, percent) ? at : null;
    if (!FILLING.has(word)) break;
  }
  // "will charge Korean cars 15%".
  const isDirect = !TAX_AT.has(text(first));
  const start = isDirect ? first : first - 1;
  for (
    let at = start;
    at >= Math.max(0, start - (isDirect ? CHARGED_WITHIN : TAXED_WITHIN));
    at -= 1
  ) {
    // "hit back if Peru goes ahead with 20%".
    if (TAXING.test(text(at)) && CHARGING.has(text(at)) && text(at + 1) !== 'back')
      return isDirect && !/^charge/.test(text(at)) ? null : at;
    if (tokens[at]?.kind !== 'word') return null;
  }
  return null;
}

const DEAL = /^(?:deal|pact|agreement|accord)$/;
const DEAL_WITHIN = 4;

// "to pay 20% under a US deal".
function isUnderDeal(text: (at: number) => string, at: number): boolean {
  if (text(at) !== 'under') return false;
  for (let deal = at + 1; deal <= at + DEAL_WITHIN; deal += 1)
    if (DEAL.test(text(deal))) return true;
  return false;
}

// "puts 25% on Indian imports", "were hit with 25%", "subject to 25%"; "hit 25%" and "adds 25%" are figures of anything.
function isCharge(tokens: Sentence['tokens'], at: number, percent: Hit): boolean {
  const word = tokens[at]?.text ?? '';
  const next = tokens[at + 1]?.text ?? '';
  if (word === 'hit') return next === 'with' || next === 'by';
  if (word === 'subject') return next === 'to';
  if (!LAYING.has(word) || isUnderTopic(tokens, at)) return true;
  return LAID_BEFORE.has(tokens[percent.to]?.text ?? '') || TAX_AT.has(next);
}

const TOPIC = /^(?:tariffs?|dut(?:y|ies)|safeguards?|lev(?:y|ies)|surcharge|surtax)$/;

// "Safeguard duty on rolled steel: Kenya sets 13%": what is set is told before the colon.
function isUnderTopic(tokens: Sentence['tokens'], at: number): boolean {
  const colon = tokens.findIndex(({ text }) => text === ':');
  return colon > 0 && colon < at && tokens.slice(0, colon).some(({ text }) => TOPIC.test(text));
}

/** Meanings are compared by identity elsewhere; each is widened once. */
const widened = new WeakMap<Meanings, Meanings>();

function chargedMeaning(meanings: Meanings): Meanings {
  const known = widened.get(meanings);
  if (known !== undefined) return known;
  const charged: Meanings = new Map([...meanings, ['tariff', ['charged']]]);
  widened.set(meanings, charged);
  return charged;
}
