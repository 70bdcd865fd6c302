// Verbs whose doer sets no tariff, or that are no verbs where they stand: the WTO looks into duties, a deadline nears, a charge
// is dropped. In: a line and a verb of it. Out: yes or no.
import type { Hit } from '../words/lexicon.ts';
import { hitFrom, hitsOf, type Line, means, tokenText } from '../words/scene.ts';
import { lastPlaceOf, placeOf, says, wordGroup } from '../words/word-groups.ts';

const BODIES = wordGroup('wto imf oecd unctad economists analysts jurists');
const LOOKING =
  /^(?:examin|look|stud(?:y|ies|ied)|review|consider|debat|discuss|weigh|mull|agree|commit|pitch|outlin|suggest|recommend)/;

// "WTO to examine Chinese duties": a body that lays none; a state named behind it may.
export function isByOnlooker(line: Line, verb: Hit): boolean {
  if (line.lang !== 'en' || !says(line, BODIES)) return false;
  if (!LOOKING.test(tokenText(line, verb.from))) return false;
  const body = lastPlaceOf(line, BODIES, 0, verb.from);
  return body >= 0 && !hitsOf(line, 'place').some((hit) => hit.from > body && hit.to <= verb.from);
}

const TRADERS =
  /^(?:buyers|sellers|developers|investors|traders|markets?|importers|exporters|mills|producers|makers|manufacturers|analysts|firms|companies|businesses|retailers|growers|farmers|shippers|dealers|consumers|automakers|carmakers|steelmakers|brokers|distributors|suppliers|shoppers|economists)$/;

// "prices tick up as buyers weigh tariff threat": who trades thinks about a tariff and lays none.
function isWeighedByTraders(line: Line, verb: Hit): boolean {
  return (
    line.lang === 'en' &&
    LOOKING.test(tokenText(line, verb.from)) &&
    TRADERS.test(tokenText(line, verb.from - 1))
  );
}

const FREE_TO: ReadonlySet<string> = new Set(['can', 'may', 'could', 'might']);

// "Importers can apply tariff rebates as they like": what traders are free to make use of, nobody grants just now.
function isLeftToTraders(line: Line, verb: Hit): boolean {
  return (
    line.lang === 'en' &&
    FREE_TO.has(tokenText(line, verb.from - 1)) &&
    TRADERS.test(tokenText(line, verb.from - 2))
  );
}

const BACK_WITHIN = 3;

// "11% import duty back as the waiver lapses": it is there again, and nobody backs it.
function isBackAgain(line: Line, verb: Hit, object: Hit): boolean {
  return (
    line.lang === 'en' &&
    tokenText(line, verb.from) === 'back' &&
    object.to <= verb.from &&
    verb.from - object.to <= BACK_WITHIN &&
    !hitsOf(line, 'place').some((hit) => hit.from >= object.to && hit.to <= verb.from)
  );
}

const NEARING: ReadonlySet<string> = new Set(['near', 'nears', 'nearing', 'neared']);

// "as the tariff deadline nears": what draws near stands before the verb.
function isDrawingNear(line: Line, verb: Hit, object: Hit): boolean {
  return line.lang === 'en' && object.to <= verb.from && NEARING.has(tokenText(line, verb.from));
}

const CHARGES: ReadonlySet<string> = new Set(['charge', 'charges']);
const OF_NOUN: ReadonlySet<string> = new Set(['the', 'a', 'this', 'that', 'its', 'their', 'no']);

const AMOUNT = /^(?:[0-9.,]+(?:m|bn|mln|k)?|m|bn|million|billion|mln|bn|one-off|one-time)$/;

// "unless it drops the charge", "takes a $200m charge on tariffs": a noun.
function isCharge(line: Line, verb: Hit): boolean {
  if (line.lang !== 'en' || !CHARGES.has(tokenText(line, verb.from))) return false;
  const before = tokenText(line, verb.from - 1);
  return OF_NOUN.has(before) || AMOUNT.test(before);
}

const COUNTING = /^(?:count|bet|bank|hing|rel(?:y|ies)|depend)(?:s|es|ed|ing|ting)?$/;

// "counts on a tariff cut": the noun alone, and only hoped for.
export function isCountedOn(line: Line, verb: Hit, object: Hit): boolean {
  if (line.lang !== 'en' || verb !== object) return false;
  const on = ['a', 'the'].includes(tokenText(line, verb.from - 1)) ? verb.from - 2 : verb.from - 1;
  return tokenText(line, on) === 'on' && COUNTING.test(tokenText(line, on - 1));
}

const WITH_WITHIN = 3;

// "returns with tariffs and spending on the table": a setting, nobody proposes anything.
export function isOnlySetting(line: Line, verb: Hit, object: Hit): boolean {
  if (line.lang !== 'en' || object.to > verb.from || line.classes.has('percent')) return false;
  if (tokenText(line, verb.from) !== 'on') return false;
  const from = Math.max(0, object.from - WITH_WITHIN);
  return line.tokens.slice(from, object.from).some(({ text }) => text === 'with');
}

const PRICED: ReadonlySet<string> = new Set(
  'cost costs price prices bill bills stakes hopes fears spirits'.split(' '),
);
const ARTICLES: ReadonlySet<string> = new Set(['the', 'a', 'its', 'their', 'us', 'our']);

// "The duty has lifted sales and raised the cost of burgers": what is raised stands behind the verb.
export function isRaisingElse(line: Line, verb: Hit, object: Hit): boolean {
  if (line.lang !== 'en' || object.to > verb.from) return false;
  const at = ARTICLES.has(tokenText(line, verb.to)) ? verb.to + 1 : verb.to;
  return PRICED.has(tokenText(line, at));
}

const TOTALLED =
  /^(?:reached|totalled|totaled|amounted|hit|cost|gulped|stood|rose|grew|exceeded|topped|summed)$/;
const TOTALLED_WITHIN = 12;

// "Duty exemptions granted on maize reached N95bn": what was granted is added up.
export function isTotalled(line: Line, verb: Hit, object: Hit): boolean {
  if (line.lang !== 'en' || object.to !== verb.from) return false;
  return line.tokens
    .slice(verb.to, verb.to + TOTALLED_WITHIN)
    .some(({ text }) => TOTALLED.test(text));
}

const RUN = /^run(?:s|ning)?$/;

// "duties run from 5% to 12%" spreads; "run from July 7" begins.
export function isSpread(line: Line, verb: Hit): boolean {
  if (line.lang !== 'en' || !RUN.test(tokenText(line, verb.from))) return false;
  const day = hitFrom(line, verb.to);
  const isDay = day !== undefined && DAYS.some((name) => day.meanings.has(name));
  return !isDay && hitFrom(line, verb.to + 1)?.meanings.has('month') !== true;
}

const DAYS = ['month', 'weekday', 'now', 'relday'] as const;

// "tariffs to shave 1% off growth": how much of something else is lost.
export function isTakenOff(line: Line, verb: Hit, object: Hit): boolean {
  if (line.lang !== 'en' || object.to > verb.from) return false;
  return hitsOf(line, 'percent').some(
    (hit) => hit.from >= verb.to && hit.from - verb.to <= 1 && tokenText(line, hit.to) === 'off',
  );
}

const RECORDS: ReadonlySet<string> = new Set(['record', 'high', 'low', 'highs', 'lows', 'peak']);
const RECORD_WITHIN = 3;

// "rupee hits record low on tariff": a figure is reached.
function isReachingRecord(line: Line, verb: Hit): boolean {
  if (line.lang !== 'en' || !/^hits?$/.test(tokenText(line, verb.from))) return false;
  return line.tokens
    .slice(verb.to, verb.to + RECORD_WITHIN)
    .some(({ text }, at, all) => RECORDS.has(text) && !HIGHER.has(all[at + 1]?.text ?? ''));
}

/** "hits it with a record tariff". */
const HIGHER: ReadonlySet<string> = new Set(['tariff', 'tariffs', 'duty', 'duties', 'levy']);

const ACTUAL_WITHIN = 3;

// "sees the effective tariff rate at 17%": an average that is worked out; "effective June 4 the tariff" tells a day.
export function isActualRate(line: Line, verb: Hit, object: Hit): boolean {
  if (line.lang !== 'en' || tokenText(line, verb.from) !== 'effective') return false;
  if (object.from < verb.to || object.from - verb.to > ACTUAL_WITHIN) return false;
  return tokenText(line, object.to) === 'rate' || tokenText(line, object.to - 1) === 'rate';
}

const MAY = wordGroup('could may might would');
const LEADING = /^(?:lead|result|end|pave|open|trigger|bring|mean)$/;
const LEADING_WITHIN = 3;

/** "starts a process that could lead to tariffs": what may come of it is not done. */
export function isLeadingTo(line: Line, verb: Hit, object: Hit): boolean {
  if (line.lang !== 'en' || object.from < verb.to) return false;
  const at = placeOf(line, MAY, verb.to, object.from);
  if (at < 0) return false;
  return line.tokens
    .slice(at, Math.min(object.from, at + LEADING_WITHIN))
    .some(({ text }) => LEADING.test(text));
}

const SAYING = /^sa(?:ys|id)$/;
const FACING = /^(?:faces?|facing)$/;

/** "India faces a return to 25%, Lula says", "tariff to rise to 25%, Lula says": a leader's word on what is still to come. */
export function isSaidToCome(line: Line, verb: Hit, last: number, comma: number): boolean {
  if (!SAYING.test(tokenText(line, last)) && !SAYING.test(tokenText(line, comma + 1))) return false;
  const isToCome =
    FACING.test(tokenText(line, verb.to - 1)) || tokenText(line, verb.from - 1) === 'to';
  return isToCome && line.hits.some((hit) => hit.from > comma && means(hit, 'placekind', 'leader'));
}

/** True where a verb of proposing proposes nothing: an onlooker's, what draws near, what only stands beside the news. */
export function isNoProposal(line: Line, verb: Hit, object: Hit): boolean {
  return (
    isByOnlooker(line, verb) ||
    isFinding(line, verb) ||
    isWeighedByTraders(line, verb) ||
    isBackAgain(line, verb, object) ||
    isDrawingNear(line, verb, object) ||
    isOnlySetting(line, verb, object) ||
    isBoundTo(line, verb, object)
  );
}

const BE: ReadonlySet<string> = new Set(['be', 'become', 'remain', 'come', 'go', 'return']);

// "Steel tariff set to dampen demand": what it will bring about, and nobody proposes it; a verb of change tells its own step.
function isBoundTo(line: Line, verb: Hit, object: Hit): boolean {
  if (line.lang !== 'en' || object.to > verb.from || tokenText(line, verb.to - 1) !== 'to')
    return false;
  const next = tokenText(line, verb.to);
  if (next === 'weigh') return true;
  return hitFrom(line, verb.to)?.meanings.has('verb') !== true && !BE.has(next);
}

const FINDINGS =
  /^(?:data|research|study|studies|analysis|figures|surveys?|polls?|models?|evidence|estimates)$/;
const STUDY = /^stud(?:y|ies)$/;
const DETERMINING = /^(?:a|the|this|new|recent|latest|another|one|own|fed|imf|bank|university)$/;
const FOUND_WITHIN = 2;

// "more than data suggest", "New research suggests": who only finds something out proposes nothing.
function isFinding(line: Line, verb: Hit): boolean {
  if (line.lang !== 'en') return false;
  // "A new study": the noun.
  const word = tokenText(line, verb.from);
  if (STUDY.test(word)) return DETERMINING.test(tokenText(line, verb.from - 1));
  if (!word.startsWith('suggest')) return false;
  return line.tokens
    .slice(Math.max(0, verb.from - FOUND_WITHIN), verb.from)
    .some(({ text }) => FINDINGS.test(text));
}

/** "flags tariff risks": the noun behind the tariff. */
export function isRiskOf(line: Line, verb: Hit, object: Hit): boolean {
  return object.to === verb.from && /^risks?$/.test(tokenText(line, verb.from));
}

/** True for a verb that is a noun there, or whose doer lays nothing and lets nobody off. */
export function isNobodysStep(line: Line, verb: Hit): boolean {
  return isCharge(line, verb) || isReachingRecord(line, verb) || isLeftToTraders(line, verb);
}
