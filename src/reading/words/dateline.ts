// The opening of a report that tells where and when it was written: "LONDON, April 14 (Xinhua) --", "New Delhi [India], March 4
// (ANI):", "(Bloomberg) --". It is no part of the sentence behind it: the place imposes nothing and the day starts nothing.
// In: the first sentence of a text with its hits. Out: how many of its tokens are the dateline; the day the report speaks from.
import { type Day, daysBetween, isDay } from '../../domain/day.ts';
import { isAgency } from './agencies.ts';
import type { Sentence, Token } from './cut-text.ts';
import { datelineAbroad, placeBehindWire } from './dateline-abroad.ts';
import { isCapital } from './letter-case.ts';
import type { Hit } from './lexicon.ts';

const LONGEST = 16;
const MOST_NAMES = 4;
const SHORTEST_NAME = 4;
const MOST_IN_BRACKETS = 8;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_LETTERS = 3;

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']' };

/** A quick look that spares most texts the rest: a bracket, dash or colon stands among the first words. */
export function mayOpenReport({ tokens }: Sentence): boolean {
  for (let at = 0; at <= LONGEST; at += 1) if (OPENERS.has(tokens[at]?.text ?? '')) return true;
  return false;
}

const OPENERS: ReadonlySet<string> = new Set([
  '(',
  '[',
  '-',
  ':',
  '.',
  '=',
  '电',
  '電',
  '同',
  '事',
]);

/** The number of tokens at the beginning of `sentence` that are a dateline; 0 when it has none. */
export function datelineLength(sentence: Sentence, hits: readonly Hit[]): number {
  const { tokens } = sentence;
  const abroad = datelineAbroad(sentence);
  if (abroad > 0) return abroad;
  const credit = creditAt(sentence, 0);
  if (credit > 0)
    return closed(
      tokens,
      isMark(tokens, credit, '-', ':', '=') ? placeBehindWire(sentence, credit + 1) : credit,
    );
  const dated = creditAt(sentence, dayBehind(tokens, 0));
  if (dated > 0) return isMark(tokens, dated, '-', ':') ? closed(tokens, dated + 1) : 0;
  const names = namesAt(sentence);
  if (names === 0) return 0;
  const day = dayBehind(tokens, names);
  const where = day > names ? day : regionAt(sentence, names);
  const credited = creditAt(sentence, where);
  if (credited > 0) {
    const end = dayBehind(tokens, credited);
    return closed(tokens, isMark(tokens, end, '-', ':') ? end + 1 : end);
  }
  const end = bracketEnd(tokens, where);
  const isDated = day > names;
  if (isDated && isMark(tokens, end, '-', ':')) return closed(tokens, end + 1);
  const inCapitals = isCapitals(sentence, names);
  const mayBe = inCapitals || (end > where && isCity(hits, names));
  if (mayBe && isMark(tokens, end, '-'))
    return isSpaced(sentence, end) ? closed(tokens, end + 1) : 0;
  // "NEW DELHI: ..." but not "MEXICO: ..." nor "UPDATE: ...": with a colon only a city is where a report was written.
  const isPlace = (inCapitals || isOfSouthAsia(tokens, names, hits)) && isCity(hits, names);
  return isPlace && isMark(tokens, end, ':') ? closed(tokens, end + 1) : 0;
}

/** Cities whose press writes "New Delhi: A duty was announced"; elsewhere a city before a colon may be the government that speaks. */
const SOUTH_ASIAN: ReadonlySet<string> = new Set(
  'delhi mumbai kolkata chennai bengaluru hyderabad islamabad karachi lahore dhaka kathmandu colombo'.split(
    ' ',
  ),
);

// Where no other state is named, the city still tells whose government is meant.
function isOfSouthAsia(tokens: readonly Token[], names: number, hits: readonly Hit[]): boolean {
  if (!SOUTH_ASIAN.has(tokens[names - 1]?.text ?? '')) return false;
  const [city, ...others] = hits.filter(({ meanings }) => meanings.has('place'));
  const own = city?.meanings.get('place')?.[0];
  return others.some(({ meanings }) => meanings.get('place')?.[0] !== own);
}

// Words with a capital letter at the very beginning, as many as there are: "RIO DE JANEIRO", "Washington/Brussels".
function namesAt(sentence: Sentence): number {
  const { tokens } = sentence;
  let [at, words] = [0, 0];
  while (at < tokens.length && words < MOST_NAMES) {
    if (tokens[at]?.kind !== 'word' || !isCapital(sentence, at)) break;
    words += 1;
    at += 1;
    if (isMark(tokens, at, '/') && isCapital(sentence, at + 1)) at += 1;
  }
  return at;
}

// ", D.C.", ", Brazil", " [India]": the region or state a city lies in.
function regionAt(sentence: Sentence, from: number): number {
  const { tokens } = sentence;
  if (!isMark(tokens, from, ',')) return from;
  let at = from + 1;
  while (at <= from + 2 && tokens[at]?.kind === 'word' && isCapital(sentence, at)) at += 1;
  return at;
}

/** The place behind ", Aug. 10", ", 12 March 2025", " [India], March 4"; `from` when no day stands there. */
function dayBehind(tokens: readonly Token[], from: number): number {
  const bracket = bracketEnd(tokens, from);
  const comma = isMark(tokens, bracket, ',') ? bracket + 1 : bracket;
  for (let at = comma; at < comma + 2; at += 1) {
    if (monthOf(tokens, at) === 0) continue;
    const behind = isMark(tokens, at + 1, '.') ? at + 2 : at + 1;
    const isBefore = at > comma && tokens[at - 1]?.kind === 'number';
    if (!isBefore && (at > comma || tokens[behind]?.kind !== 'number')) return from;
    let end = isBefore ? behind : behind + 1;
    if (isMark(tokens, end, ',') && tokens[end + 1]?.kind === 'number') end += 1;
    if (/^20\d\d$/.test(tokens[end]?.text ?? '')) end += 1;
    return end;
  }
  return from;
}

// "(Reuters)", "[서울=연합뉴스]": the place behind a bracket that credits an agency; 0 when none stands there.
function creditAt(sentence: Sentence, from: number): number {
  const end = bracketEnd(sentence.tokens, from);
  return end > from && isAgency(rawOf(sentence, from, end)) ? end : 0;
}

function bracketEnd(tokens: readonly Token[], from: number): number {
  const closing = CLOSING[tokens[from]?.text ?? ''];
  if (closing === undefined) return from;
  for (let at = from + 1; at <= from + MOST_IN_BRACKETS; at += 1)
    if (isMark(tokens, at, closing)) return at + 1;
  return from;
}

// A dateline must be short.
function closed(tokens: readonly Token[], end: number): number {
  let to = end;
  while (isMark(tokens, to, '-')) to += 1;
  return to <= LONGEST ? to : 0;
}

function isMark(tokens: readonly Token[], at: number, ...marks: readonly string[]): boolean {
  const token = tokens[at];
  return token?.kind === 'mark' && marks.includes(token.text);
}

function monthOf(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  return token?.kind === 'word' ? MONTHS.indexOf(token.text.slice(0, MONTH_LETTERS)) + 1 : 0;
}

function rawOf({ raw, tokens }: Sentence, from: number, to: number): string {
  return raw.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
}

// "US - China talks" is no dateline: names of states cut short are shorter than any city's.
function isCapitals(sentence: Sentence, names: number): boolean {
  const text = rawOf(sentence, 0, names);
  return text.length >= SHORTEST_NAME && text === text.toUpperCase();
}

// "PARIS - The" but not "PARIS-based".
function isSpaced({ raw, tokens }: Sentence, dash: number): boolean {
  const token = tokens[dash];
  return token !== undefined && /^\s$/.test(raw.charAt(token.end) || ' ');
}

function isCity(hits: readonly Hit[], names: number): boolean {
  return hits.some(
    ({ from, to, meanings }) =>
      from === 0 && to === names && meanings.get('placekind')?.includes('capital') === true,
  );
}

/** "LONDON, April 14 (Xinhua)": a report taken over later speaks of its own day. Only a day shortly before counts. */
export function datelineDay(dateline: readonly Token[], published: Day): Day {
  const at = dateline.findIndex((_, index) => monthOf(dateline, index) > 0);
  if (at < 0) return published;
  const number = dateline.find(({ kind }, index) => kind === 'number' && Math.abs(index - at) <= 2);
  const month = String(monthOf(dateline, at)).padStart(2, '0');
  const day = `${published.slice(0, 4)}-${month}-${(number?.text ?? '').padStart(2, '0')}`;
  const isShortlyBefore =
    isDay(day) && daysBetween(day, published) >= 0 && daysBetween(day, published) <= 3;
  return isShortlyBefore ? day : published;
}
