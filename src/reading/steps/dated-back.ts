// Whether a sentence tells of a time that had passed before the item: "In 2018 Washington put", "were introduced last August",
// "had earlier threatened". In: a sentence and the day of the item. Out: yes or no. English only.
import type { Day } from '../../domain/day.ts';
import type { Hit } from '../words/lexicon.ts';
import { type Line, tokenText } from '../words/scene.ts';
import { placeOf, says, wordGroup } from '../words/word-groups.ts';

/** Names of the months, January first. */
export const MONTHS: readonly string[] =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
const SHORT_MONTHS: readonly string[] = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(
  ' ',
);
const YEAR = /^(?:19|20)\d\d$/;
const WHEN = /^(?:between|in|since|on|last|of|during|until|late|early|mid|by|from|before)$/;
const DATED = wordGroup(
  /^(?:(?:19|20)\d\d|(?:19|20)\d0s|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|last|earlier|previously|ago|initially|originally|formerly|previous|once)$/,
);
const DECADE = /^(?:19|20)\d0s$/;
const SPANS = /^(?:year|month|week|decade|quarter|spring|summer|autumn|fall|winter|term|decades)$/;
const AGO_WITHIN = 3;

/** True where a day, month, year or span of the sentence lies before the month of the item. */
export function isDatedBack(line: Line, publishedOn: Day | null): boolean {
  if (!says(line, DATED)) return false;
  return line.tokens.some(({ text }, at) => isBackAt(line, at, text, publishedOn));
}

function isBackAt(line: Line, at: number, text: string, publishedOn: Day | null): boolean {
  const next = tokenText(line, at + 1);
  if (DECADE.test(text)) return true;
  if (YEAR.test(text)) return isYearBack(line, at, publishedOn);
  if (/^(?:previously|initially|originally|formerly)$/.test(text)) return true;
  if (text === 'ago') return AGO.test(tokenText(line, at - 1)) && at >= AGO_WITHIN - 1;
  if (text === 'last') return SPANS.test(next) && !isPossessive(line, at + 1);
  if (text === 'earlier')
    return next === 'this' || isBehindHad(line, at) || SPANS.test(tokenText(line, at - 1));
  const month = monthOf(text);
  if (month === 0 || publishedOn === null) return false;
  return isMonthBack(line, at, month, publishedOn);
}

const AGO = /^(?:years?|months?|weeks?|decades?)$/;

// "had earlier threatened", "had threatened earlier".
function isBehindHad(line: Line, at: number): boolean {
  return [1, 2].some((steps) => tokenText(line, at - steps) === 'had');
}

function isPossessive(line: Line, at: number): boolean {
  return tokenText(line, at + 1) === "'s";
}

// The year of a law or a fair ("the Trade Act of 1974", "Expo 2020") is no time: a word of time or a month stands before.
function isYearBack(line: Line, at: number, publishedOn: Day | null): boolean {
  const thisYear = Number(publishedOn?.slice(0, 4) ?? UNKNOWN_YEAR);
  if (Number(tokenText(line, at)) >= thisYear) return false;
  const before = tokenText(line, at - 1);
  // "in the 2018 dispute", "as long ago as 2015".
  if (before === 'the' || before === 'as') return true;
  if (before === 'of') return monthOf(tokenText(line, at - 2)) > 0;
  if (WHEN.test(before)) return true;
  return [1, 2, 3].some((steps) => monthOf(tokenText(line, at - steps)) > 0);
}

/** Where the feed prints no day, no year counts as past but one of the last century. */
const UNKNOWN_YEAR = 2000;

// "in April", "on March 4", "last August": what a sentence tells as done was done before, whatever month of the year it was; a
// day or a start that is still to come is told by "on", "from", "until".
function isMonthBack(line: Line, at: number, month: number, publishedOn: Day): boolean {
  const before = tokenText(line, at - 1);
  const leading = /^\d{1,2}$/.test(before) ? tokenText(line, at - 2) : before;
  const [thisYear, thisMonth] = [Number(publishedOn.slice(0, 4)), Number(publishedOn.slice(5, 7))];
  const year = [1, 2, 3]
    .map((steps) => tokenText(line, at + steps))
    .find((word) => YEAR.test(word));
  if (year !== undefined) return Number(year) * 12 + month < thisYear * 12 + thisMonth;
  if (!WHEN.test(leading)) return false;
  return AT_A_TIME.test(leading) ? month !== thisMonth : month < thisMonth;
}

const AT_A_TIME = /^(?:in|last|since|during|late|early|mid)$/;

function monthOf(word: string): number {
  const at = MONTHS.indexOf(word);
  return (at >= 0 ? at : SHORT_MONTHS.indexOf(word)) + 1;
}

const AHEAD = wordGroup(
  'will shall must today now tonight tomorrow monday tuesday wednesday thursday friday saturday sunday hereby',
);
const SAYING = wordGroup(
  'said threatened warned vowed promised pledged announced proposed floated suggested argued',
);
const WOULD = wordGroup('would could may might should');

/** True where the sentence tells of nothing that is done now or is to come; what somebody said then to be coming is of then. */
export function isAllPast(line: Line): boolean {
  if (says(line, AHEAD)) return false;
  const would = placeOf(line, WOULD);
  if (would < 0 || isMonthOfMay(line, would)) return true;
  const said = placeOf(line, SAYING);
  return said >= 0 && said < would;
}

function isMonthOfMay(line: Line, at: number): boolean {
  return tokenText(line, at) === 'may' && WHEN.test(tokenText(line, at - 1));
}

/** True where what the sentence tells was done at a named time before the item. */
export function tellsOfBefore(line: Line, publishedOn: Day | null): boolean {
  return isDatedBack(line, publishedOn) && isAllPast(line) && isPast(line);
}

const PAST_WORDS = wordGroup(
  /^(?:was|were|had|did|has|have|been|said|told|wrote|put|set|hit|cut|took|came|went|began|struck|brought|laid|led|got|won|fell|rose|found|held|made|sold|bought|gave|lost|kept|left|met|spoke|shut|grew|drew|sent|paid|saw|ran|chose|backed|[a-z]{3,}ed)$/,
);
const PRESENT = wordGroup('is are');
const NOW_BEFORE = /^(?:a|an|the|new|proposed|planned|of|on)$/;

// The first word that may be its verb is one of the past.
function isPast(line: Line): boolean {
  const going = placeOf(line, GOING_ON);
  const said = placeOf(line, SAYING);
  // "said last month that firms could face 100%": what was to come is of then.
  const isOfThen = said >= 0 && said < going && says(line, WOULD);
  if (says(line, PRESENT) || (going >= 0 && !isOfThen)) return false;
  const at = line.tokens.findIndex(
    ({ text }, place) => PAST_WORDS.has(text) && isFiniteVerb(text, wordBeforeAdverb(line, place)),
  );
  if (at < 0 || isRelative(line, at)) return false;
  return !line.hits.some((hit) => hit.to <= at && isPresentVerb(line, hit));
}

/** "Duties imposed in April rise to 35%". */
const GOING_ON = wordGroup('rise face apply remain start begin expire fall enter run');
const AUXILIARY = /^(?:was|were|had|did|has|have|been)$/;

// ", first announced in April,": the adverb goes with the participle.
function wordBeforeAdverb(line: Line, at: number): string {
  const before = tokenText(line, at - 1);
  return ADVERBS.test(before) ? tokenText(line, at - 2) : before;
}

const ADVERBS = /^(?:first|initially|originally|previously|already|only)$/;

// "The decree, signed in May, lifts the duty": behind a comma a participle only describes.
function isFiniteVerb(word: string, before: string): boolean {
  return !NOW_BEFORE.test(before) && (before !== ',' || AUXILIARY.test(word));
}

const RELATIVE = /^(?:that|which|who|whose|whom)$/;
const RELATIVE_WITHIN = 3;

// "answers a tariff that China put on pork".
function isRelative(line: Line, at: number): boolean {
  return line.tokens
    .slice(Math.max(0, at - RELATIVE_WITHIN), at)
    .some(({ text }) => RELATIVE.test(text));
}

const VERBS = ['verb', 'gainer', 'saying', 'mood'] as const;

// "wants", "covers", "caps": the sentence tells of now, whatever it calls to mind behind.
function isPresentVerb(line: Line, hit: Hit): boolean {
  return (
    hit.to - hit.from === 1 &&
    tokenText(line, hit.from).endsWith('s') &&
    VERBS.some((name) => hit.meanings.has(name)) &&
    !hit.meanings.has('tariff')
  );
}
