// The stages of a duty and the range of its rates: a duty that is laid now and eased or raised later: "The rate of 40% will drop to 30% after twelve months", "steps
// down from 40% in year one to 30% in year two", "Beginning at 40%, it will be eased to 30% next year". In: a percentage in its
// sentence and the leading step. Out: whether it is one of the stages, all of which the step sets. English only.
import { type Line, tokenText } from '../words/scene.ts';
import { placeOf, wordGroup } from '../words/word-groups.ts';
import type { Percent } from './printed-numbers.ts';
import type { RateAt } from './rate-at.ts';

/** Steps that lay a duty anew: one that raises or lowers leaves the first of two rates behind. */
const LAYING: ReadonlySet<string> = new Set('imposed proposed threatened other'.split(' '));
const BEHIND_WITHIN = 8;
const BEFORE_WITHIN = 7;
const LATER =
  /\b(?:year (?:one|two|three|four|[1-9])|(?:first|second|third|fourth|final|following|last) (?:year|stage|phase|period|tranche)|next year|years? later|months? later|after (?:a|one|two|three|six|twelve|[0-9]+) (?:years?|months?)|thereafter|each year|every year|in the (?:second|third))\b/;

/** What a stage needs to be told by. */
export const LATER_WORDS = wordGroup(
  'year years stage phase period tranche later thereafter months month second third',
);
const SINCE: ReadonlySet<string> = new Set(['existing', 'current', 'since', 'previous', 'earlier']);

/** True for a figure beside a later one of the same duty. */
export function isStageOfDuty({ line, percent, all, lead, told }: RateAt): boolean {
  if (line.lang !== 'en' || line.isTitle || !LAYING.has(lead.action)) return false;
  if (told.length > 0 && !told.includes(percent.value)) return false;
  const next = all.find((other) => other.from >= percent.to);
  if (next === undefined || tokenText(line, next.from - 1) !== 'to') return false;
  const before = line.tokens.slice(Math.max(0, percent.from - BEFORE_WITHIN), next.from);
  if (before.some(({ text }) => SINCE.has(text))) return false;
  return isLater(line, next);
}

/** What lays out the rates of several. */
export const LAID_OUT = wordGroup('go range run vary extend stretch differ');
const SEVERAL = /^(?:rates|duties|margins|deposits|tariffs)$/;
const RULED: ReadonlySet<string> = new Set(['imposed', 'other']);

/** True for both ends of "Individual rates go from 5% to 20%" where a duty is laid: nothing is raised. */
export function isOfLaidRange({ line, percent, all, lead }: RateAt): boolean {
  if (line.lang !== 'en' || !RULED.has(lead.action)) return false;
  const at = placeOf(line, LAID_OUT);
  if (!SEVERAL.test(tokenText(line, at - 1)) || tokenText(line, at + 1) !== 'from') return false;
  const [first, last] = all.filter(({ from }) => from > at);
  return percent === first || (percent === last && tokenText(line, percent.from - 1) === 'to');
}

function isLater(line: Line, { to }: Percent): boolean {
  const behind = line.tokens.slice(to, to + BEHIND_WITHIN).map(({ text }) => text);
  const end = behind.indexOf(';');
  return LATER.test((end < 0 ? behind : behind.slice(0, end)).join(' '));
}
