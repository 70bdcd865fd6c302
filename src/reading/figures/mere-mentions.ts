// Rates of an English sentence that are only mentioned beside the one it makes: by how much it falls, what was pledged before, an
// average, what another state charges meanwhile. In: a percentage in its sentence. Out: yes or no.
import { placeGroups } from '../places/read-places.ts';
import { hitsOf, type Line, tokenText } from '../words/scene.ts';
import { lastPlaceOf, says, wordGroup } from '../words/word-groups.ts';
import type { Percent } from './find-percents.ts';
import type { RateAt } from './rate-at.ts';

const FIGURE_WITHIN = 2;

/** "cuts the duty by 10pc to 27.5%": by how much it changes is no rate where it falls, or where the rate reached is told. */
export function isByHowMuch({ line, percent, all, lead }: RateAt): boolean {
  if (line.lang !== 'en' || !isBehindBy(line, percent.from)) return false;
  if (lead.action === 'reduced') return true;
  return all.some((other) => other.from >= percent.to && tokenText(line, other.from - 1) === 'to');
}

function isBehindBy(line: RateAt['line'], from: number): boolean {
  if ([1, FIGURE_WITHIN].some((back) => tokenText(line, from - back) === 'by')) return true;
  // "by up to 70 percent", "by as much as 40%".
  const at = lastPlaceOf(line, BY, Math.max(0, from - BY_WITHIN), from);
  return (
    at >= 0 &&
    line.tokens.slice(at + 1, from).every(({ text, kind }) => kind !== 'word' || ABOUT.test(text))
  );
}

export const BY = wordGroup('by');
const BY_WITHIN = 5;
const ABOUT =
  /^(?:up|to|as|much|many|at|least|most|about|around|some|nearly|almost|more|less|than|over|a|further|between|roughly|an|average|of)$/;

export const GIVING_UP = wordGroup(
  'reversing abandoning scrapping ditching dropping reneging backtracking back breaking undoing overturning ignoring discarding despite reverses abandons breaks reneges',
);
const PLEDGE =
  /^(?:decision|pledge|plan|promise|agreement|commitment|deal|vow|assurance|undertaking|cap)s?$/;
const GIVEN_WITHIN = 14;

/** "to 25 percent, reversing an earlier decision to cap them at 15 percent": what was decided before. */
export function isGivenUp({ line, percent, all }: RateAt): boolean {
  if (line.lang !== 'en' || all.length < 2) return false;
  const at = lastPlaceOf(line, GIVING_UP, Math.max(0, percent.from - GIVEN_WITHIN), percent.from);
  if (at < 0 || !all.some((other) => other.to <= at)) return false;
  return line.tokens.slice(at, percent.from).some(({ text }) => PLEDGE.test(text));
}

export const AVERAGE = wordGroup('average averages averaged typical mean');
export const COMPARED = wordGroup('higher lower above below than compared against exceeding');
const AVERAGE_WITHIN = 10;

/** "higher than the average EU duty of this kind at 19 per cent". */
export function isAverage({ line, percent }: RateAt): boolean {
  if (line.lang !== 'en') return false;
  const from = Math.max(0, percent.from - AVERAGE_WITHIN);
  const at = lastPlaceOf(line, AVERAGE, from, percent.from);
  // "sold below fair value, with weighted-average dumping margins of 15%": what a ruling sets.
  if (at >= 0 && line.tokens.slice(at, percent.from).some(({ text }) => /^margins?$/.test(text)))
    return false;
  return at >= 0 && lastPlaceOf(line, COMPARED, Math.max(0, at - AVERAGE_WITHIN), at) >= 0;
}

const AMID = wordGroup('amid amidst');
const AMID_WITHIN = 6;

/** What another state charges meanwhile. */
export function isMeanwhile(at: RateAt): boolean {
  return isOfAmid(at) || isChargedThere(at);
}

// "extends the waiver amid steep 50% US tariffs".
function isOfAmid({ line, percent, lead, sides }: RateAt): boolean {
  if (line.lang !== 'en' || !says(line, AMID)) return false;
  const at = lastPlaceOf(line, AMID, Math.max(0, percent.from - AMID_WITHIN), percent.from);
  if (at < 0 || (line === lead.line && lead.verb.from > at)) return false;
  const tariff = hitsOf(line, 'tariff').find((hit) => hit.from >= percent.to);
  const owner = placeGroups(line).find((group) => group.from >= at && group.role === 'owner');
  if (tariff === undefined || owner === undefined || owner.from > tariff.from) return false;
  return !owner.codes.some((code) => sides.imposers.has(code));
}

const THERE: ReadonlySet<string> = new Set(['in', 'by']);
const THERE_WITHIN = 3;

// "as exporters face 50% tariffs in the US": in a sentence beside the step.
function isChargedThere({ line, percent, lead, sides }: RateAt): boolean {
  if (line.lang !== 'en' || line === lead.line || sides.imposers.size === 0) return false;
  const tariff = hitsOf(line, 'tariff').find((hit) => hit.from === percent.to);
  if (tariff === undefined || !THERE.has(tokenText(line, tariff.to))) return false;
  const there = placeGroups(line).find((group) => group.from > tariff.to);
  if (there === undefined || there.from - tariff.to > THERE_WITHIN) return false;
  return !there.codes.some((code) => code === 'WORLD' || sides.imposers.has(code));
}

const RANGING: ReadonlySet<string> = new Set(['-', 'εως', 'μεχρι']);

/** "falls to 2.6-7%": the second figure of a range is reached as the first one is. */
export function startOfRange(line: Line, percent: Percent, all: readonly Percent[]): Percent {
  const before = all.findLast((other) => other.to <= percent.from);
  const isRange = before !== undefined && RANGING.has(tokenText(line, percent.from - 1));
  return isRange && percent.from - before.to <= 1 ? before : percent;
}
