// The first and the last day of what runs for a time: "runs July 15 to December 31", "between August 19 and September 30". In: a date
// in its sentence. Out: whether it is such a day. English, the first in Chinese as well.
import { hitFrom, type Line, tokenText } from '../words/scene.ts';
import { placeOf, wordGroup } from '../words/word-groups.ts';
import type { DateMention } from './find-dates.ts';

const RUNNING_VERB = /^(?:runs?|ran|lasts?|applies|apply|valid)$/;
const THROUGH: ReadonlySet<string> = new Set(['to', 'through', 'until', 'till', '-', '–']);

/** In Chinese: "自3月1日至年底". */
const FROM_IN_CHINESE: ReadonlySet<string> = new Set(['自', '从']);
const TO_IN_CHINESE: ReadonlySet<string> = new Set(['至', '到']);

/** True for the first day of "the waiver runs July 15 to December 31". */
export function isFirstOfRun(line: Line, { from, to }: DateMention): boolean {
  if (line.lang === 'zh')
    return FROM_IN_CHINESE.has(tokenText(line, from - 1)) && TO_IN_CHINESE.has(tokenText(line, to));
  return (
    line.lang === 'en' &&
    RUNNING_VERB.test(tokenText(line, from - 1)) &&
    THROUGH.has(tokenText(line, to))
  );
}

const ENDING = /^(?:ends?|expires?|lapses?|runs?)$/;
const BEFORE_WITHIN = 8;

const ENDED = /^(?:ended|expired|lapsed)$/;
const THEN: ReadonlySet<string> = new Set(['before', 'when', 'once', 'after']);

/** True for "must agree before the safeguards end on 30 June", "when it has lapsed on 30 June": the last day of another measure. */
export function isEndOfElse(line: Line, { from }: DateMention): boolean {
  if (line.lang !== 'en') return false;
  let at = from - 1;
  while (tokenText(line, at) === 'on' || tokenText(line, at) === 'out') at -= 1;
  const isPast = ENDED.test(tokenText(line, at));
  if (!isPast && !ENDING.test(tokenText(line, at))) return false;
  return line.tokens
    .slice(Math.max(0, at - BEFORE_WITHIN), at)
    .some(({ text }) => (isPast ? THEN.has(text) : text === 'before'));
}

const BETWEEN_WITHIN = 7;

/** True for "frees cotton from duty between August 19 and September 30": the first of the two days. */
export function isFirstOfTwo(line: Line, { from, to }: DateMention): boolean {
  if (line.lang !== 'en' || tokenText(line, from - 1) !== 'between') return false;
  // "the duty, waived between June 8 and July 30, stays off": what was done then.
  if (tokenText(line, from - 2).endsWith('ed')) return false;
  const isTold = line.classes.has('tariff') && line.classes.has('verb');
  return (
    isTold && tokenText(line, to) === 'and' && hitFrom(line, to + 1)?.meanings.has('month') === true
  );
}

/** True for the second day of "was waived between 3 May and 30 June": it is the last. */
export function isSecondOfTwo(line: Line, { from }: DateMention): boolean {
  if (line.lang !== 'en' || tokenText(line, from - 1) !== 'and') return false;
  return line.tokens
    .slice(Math.max(0, from - BETWEEN_WITHIN), from - 1)
    .some(({ text }) => text === 'between');
}

/** True for "in force up to 6 March 2028 inclusive": only an end is counted in. */
export function isInclusive(line: Line, mention: DateMention): boolean {
  return (
    tokenText(line, mention.to) === 'inclusive' && tokenText(line, mention.from - 1) !== 'from'
  );
}

const DATES = wordGroup('dates');

/** True in "A 30 per cent duty on lentils dates from Dec. 21 and one on peas from Nov. 8": since when other duties stand. */
export function isOfDated(line: Line): boolean {
  const at = line.lang === 'en' && !line.isTitle ? placeOf(line, DATES) : -1;
  return at > 0 && tokenText(line, at + 1) === 'from' && line.classes.has('percent');
}

const EXTENDING = /^(?:extend|prolong)/;
const TILL: ReadonlySet<string> = new Set(['to', 'till', 'until']);

/** True for the first day of "extends the waiver from 30 June till 31 December": until then it ran before. */
export function isExtendedFrom(line: Line, mention: DateMention): boolean {
  if (line.lang !== 'en' || tokenText(line, mention.from - 1) !== 'from') return false;
  if (!TILL.has(tokenText(line, mention.to))) return false;
  return line.tokens.slice(0, mention.from).some(({ text }) => EXTENDING.test(text));
}
