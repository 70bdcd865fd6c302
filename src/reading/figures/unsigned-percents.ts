// Figures of a list or a change whose sign stands once: "now 20 per cent, goes to 30", "to 30 percent (from 20), tea to 8 (6)", "30 percent on South Africa, 35 on Serbia", "cabinets at 50 percent, sofas at 30",
// "Fiji 15 percent, Vanuatu 12 and Nauru 10", "auf Wein 25 und auf Kupfer 15 Prozent", "from 19 to 12 percent and on wine from 15 to 8".
// In: a sentence and its percentages. Out: the figures that share the sign.
import { hitBefore, hitOver, type Line, tokenText } from '../words/scene.ts';
import { type Percent, toNumber } from './printed-numbers.ts';

const LAID_ON: ReadonlySet<string> = new Set(['on', 'for', 'against']);
const JOINING: ReadonlySet<string> = new Set(', ; and und et y e en i и dan och og'.split(' '));
const STANDING: ReadonlySet<string> = new Set(
  'at to is are pay pays get gets mit auf al a ao para au na met op naar till til på pa'.split(' '),
);
const ENDS: ReadonlySet<string> = new Set(
  ', . ; and but while until till ! – — und et y e i и och og'.split(' ').concat(''),
);
const HIGHEST = 1_000;

/** The figures without a sign that stand in one list with the percentages `known` before them. */
export function unsignedIn(
  line: Line,
  known: readonly Percent[],
  lang: string,
): readonly Percent[] {
  const [first] = known;
  if (first === undefined) return [];
  const prep = known.map(({ to }) => tokenText(line, to)).find((text) => LAID_ON.has(text));
  const found: Percent[] = [];
  for (const [at, { kind, text }] of line.tokens.entries()) {
    if (kind !== 'number' || at <= first.to) continue;
    const value = toNumber(text, lang);
    const isTaken = known.some(({ from, to }) => from <= at && at < to);
    if (value === null || value > HIGHEST || isTaken) continue;
    const isListed = isOnSomebody(line, at, prep) || isOfSomebody(line, at);
    if (isListed || OF_CHANGE.some((holds) => holds(line, at, known)))
      found.push({ value, from: at, to: at + 1 });
  }
  return found;
}

function isBearer(line: Line, at: number): boolean {
  const hit = hitOver(line, at);
  return hit !== undefined && (hit.meanings.has('place') || hit.meanings.has('product'));
}

// ", 35 on Serbia": each of the list falls on somebody by the same little word.
function isOnSomebody(line: Line, at: number, prep: string | undefined): boolean {
  if (prep === undefined || tokenText(line, at + 1) !== prep) return false;
  return JOINING.has(tokenText(line, at - 1)) && isBearer(line, at + 2);
}

// "sofas at 30", "Vanuatu 12": right behind who bears it, with nothing behind that it could count.
function isOfSomebody(line: Line, at: number): boolean {
  if (!ENDS.has(tokenText(line, at + 1))) return false;
  if (tokenText(line, at + 1) === ',' && /^20\d\d$/.test(tokenText(line, at + 2))) return false;
  const end = STANDING.has(tokenText(line, at - 1)) ? at - 1 : at;
  const bearer = hitBefore(line, end);
  if (bearer === undefined || !isBearer(line, end - 1)) return false;
  // "Canada 12" opens no list: a mark or a joiner stands before its name.
  let before = bearer.from - 1;
  while (
    isBearer(line, before) ||
    (line.tokens[before]?.kind === 'word' &&
      !JOINING.has(tokenText(line, before)) &&
      bearer.from - before <= 2)
  )
    before -= 1;
  return JOINING.has(tokenText(line, before));
}

// "cut from 19 to 12 percent and on wine from 15 to 8": both figures of a pair that is put as the one before it.
function isOfPair(line: Line, at: number, known: readonly Percent[]): boolean {
  if (line.lang !== 'en') return false;
  const isFirst = tokenText(line, at - 1) === 'from' && tokenText(line, at + 1) === 'to';
  const isLast = tokenText(line, at - 3) === 'from' && tokenText(line, at - 1) === 'to';
  const other = isFirst ? at + 2 : at - 2;
  if (!(isFirst || isLast) || line.tokens[other]?.kind !== 'number') return false;
  if (!ENDS.has(tokenText(line, Math.max(at, other) + 1))) return false;
  return known.some(
    ({ from, to }) =>
      to < at &&
      tokenText(line, from - 1) === 'to' &&
      line.tokens[from - 2] !== undefined &&
      tokenText(line, from - 3) === 'from',
  );
}

const MOVING =
  /^(?:go(?:es)?|went|ris(?:e|es|ing)|rose|fall(?:s|ing)?|fell|drop(?:s|ped|ping)?|climb(?:s|ed)?|increas(?:e|es|ed)|jump(?:s|ed)?|mov(?:e|es|ed)|com(?:e|es)|came|raised|lifted|hiked|cut|lowered|reduced|trimmed|slashed|halved|doubled|doubles|decrease[sd]?|declines?|shrinks?|steps?)$/;
const WAYS: ReadonlySet<string> = new Set(['up', 'down', 'back']);
const MOVED_WITHIN = 9;

// "The rate, now 20 per cent, goes to 30": a verb of change leads from a figure with a sign to one without.
function isMovedTo(line: Line, at: number, known: readonly Percent[]): boolean {
  if (line.lang !== 'en' || tokenText(line, at - 1) !== 'to') return false;
  if (!ENDS.has(tokenText(line, at + 1))) return false;
  const verb = WAYS.has(tokenText(line, at - 2)) ? at - 3 : at - 2;
  if (!MOVING.test(tokenText(line, verb))) return false;
  return known.some(({ to }) => to < at && at - to <= MOVED_WITHIN);
}

const INSTEAD =
  /^(?:instead of|in place of|rather than|compared with|compared to|up from|down from|against)$/;
const PHRASE_WITHIN = 2;

// "37.5 instead of 32.5": both figures of a pair behind one with a sign.
function isOfInstead(line: Line, at: number): boolean {
  if (line.lang !== 'en') return false;
  return isInsteadOf(line, at, 1) || isInsteadOf(line, at, -1);
}

function isInsteadOf(line: Line, at: number, way: 1 | -1): boolean {
  for (let words = 1; words <= PHRASE_WITHIN; words += 1) {
    const other = at + way * (words + 1);
    if (line.tokens[other]?.kind !== 'number') continue;
    if (!ENDS.has(tokenText(line, Math.max(at, other) + 1))) continue;
    const phrase = line.tokens.slice(Math.min(at, other) + 1, Math.max(at, other));
    if (INSTEAD.test(phrase.map(({ text }) => text).join(' '))) return true;
  }
  return false;
}

const REPLACING: ReadonlySet<string> = new Set(['from', 'was', 'previously', 'earlier', 'now']);

// "to 30 (from 20)", "to 30 (20)": a figure and the one in brackets behind it.
function isOfBracket(line: Line, at: number): boolean {
  if (line.lang !== 'en') return false;
  if (tokenText(line, at - 1) === 'to') return closesAt(line, at + 1);
  const open = REPLACING.has(tokenText(line, at - 1)) ? at - 2 : at - 1;
  return (
    tokenText(line, open) === '(' &&
    tokenText(line, at + 1) === ')' &&
    line.tokens[open - 1]?.kind === 'number' &&
    tokenText(line, open - 2) === 'to'
  );
}

function closesAt(line: Line, open: number): boolean {
  if (tokenText(line, open) !== '(') return false;
  const figure = REPLACING.has(tokenText(line, open + 1)) ? open + 2 : open + 1;
  return line.tokens[figure]?.kind === 'number' && tokenText(line, figure + 1) === ')';
}

// "the rate goes from 25 percent to 15 until March": the figure that is reached shares the sign of the one before it.
function isReachedFrom(line: Line, at: number, known: readonly Percent[]): boolean {
  if (line.lang !== 'en' || tokenText(line, at - 1) !== 'to') return false;
  if (!ENDS.has(tokenText(line, at + 1))) return false;
  return known.some(({ from, to }) => to === at - 1 && tokenText(line, from - 1) === 'from');
}

/** How a figure without a sign is told as a part of a change. */
const OF_CHANGE = [isOfPair, isMovedTo, isReachedFrom, isOfInstead, isOfBracket] as const;
