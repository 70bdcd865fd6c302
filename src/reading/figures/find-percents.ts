// In: a sentence. Out: the percentages in it with their tokens, lists and ranges taken apart.
// Whether one is a tariff rate is judged in read-rates.ts.
import { hitBefore, hitsOf, type Line, oncePerLine, tokenText } from '../words/scene.ts';
import { type Percent, toNumber } from './printed-numbers.ts';
import { unsignedIn } from './unsigned-percents.ts';

export type { Percent } from './printed-numbers.ts';

const HIGHEST_RATE = 5_000;
const MOST_IN_A_LIST = 6;

/** All percentages of a sentence: "25 %", "%25", "10 to 50 percent", "5, 10 and 20%", "twelve per cent". */
export function percentsIn(line: Line, lang: string): readonly Percent[] {
  if (!line.classes.has('percent') && !line.classes.has('zerorate')) return NO_PERCENTS;
  return lang === line.lang ? ownPercents(line) : findPercents(line, lang);
}

const NO_PERCENTS: readonly Percent[] = [];
/** Several rules ask for them, always in the language of the item. */
const ownPercents = oncePerLine((line) => findPercents(line, line.lang));

function findPercents(line: Line, lang: string): readonly Percent[] {
  const found: Percent[] = [...zeroesIn(line, lang)];
  if (!line.classes.has('percent')) return found;
  for (const hit of hitsOf(line, 'percent')) {
    const before = withPoint(line, numberEndingAt(line, hit.from, lang), lang);
    // "%20 → %30": the first has its own sign before it.
    if (before !== null && !found.some(({ from, to }) => from < before.to && to > before.from)) {
      const replacing = replacingBefore(line, before, lang);
      if (replacing !== null) found.push(replacing);
      found.push(...listBefore(line, before, lang, found), { ...before, to: hit.to });
      continue;
    }
    // Turkish writes the sign first, and "yüzde 25".
    const after = numberStartingAt(line, hit.to, lang);
    if (after === null || tokenText(line, hit.from - 1) === ')') continue;
    if (lang !== 'tr' && LATIN_WORD.test(tokenText(line, hit.from))) continue;
    found.push({ ...after, from: hit.from });
    const last = spansFrom(line, after.to) ? numberStartingAt(line, after.to + 1, lang) : null;
    if (last !== null) found.push(last);
  }
  if (found.length > 0) found.push(...unsignedIn(line, found, lang));
  return found.filter((percent) => percent.value <= HIGHEST_RATE).sort((a, b) => a.from - b.from);
}

// "zero percent", and what is told up to: "yüzde sıfır ile 50 arasında".
function zeroesIn(line: Line, lang: string): readonly Percent[] {
  return hitsOf(line, 'zerorate').flatMap(({ from, to }) => {
    const isSigned = SIGN.has(tokenText(line, to - 1)) || tokenText(line, from) === 'yuzde';
    if (!isSigned) return [];
    const last = spansFrom(line, to) ? numberStartingAt(line, to + 1, lang) : null;
    return [{ value: 0, from, to }, ...(last === null ? [] : [last])];
  });
}

/** Between the two ends of a range whose sign stands before it: "yüzde 12-54", "yüzde 12 ila 54". */
const SPANNING: ReadonlySet<string> = new Set(['-', '–', 'ila']);

// "yüzde 12 ile 54 arasında": "ile" is "with" as well.
function spansFrom(line: Line, at: number): boolean {
  const joiner = tokenText(line, at);
  return SPANNING.has(joiner) || (joiner === 'ile' && tokenText(line, at + 2).startsWith('aras'));
}

/** "P.C. 2019-338" is an Order in Council: only the sign itself, or a word of Turkish or Chinese, stands before its number. */
const LATIN_WORD = /^[a-z]/;
/** Last words of "zero percent". */
const SIGN: ReadonlySet<string> = new Set(['percent', 'cent', '%', 'pct']);

function numberEndingAt(line: Line, end: number, lang: string): Percent | null {
  const token = line.tokens[end - 1];
  if (token?.kind === 'number') {
    const value = toNumber(token.text, lang);
    return value === null ? null : { value, from: end - 1, to: end };
  }
  // "at zero percent": the word may stand in a phrase.
  if (ZERO.has(token?.text ?? '')) return { value: 0, from: end - 1, to: end };
  const word = hitBefore(line, end);
  const value = word?.meanings.get('number')?.[0];
  if (word === undefined || value === undefined) return null;
  return { value: Number(value), from: word.from, to: word.to };
}

const ZERO: ReadonlySet<string> = new Set(['zero', 'nil']);
const POINT = 'point';

// "27-point-91 percent", "34-point-one percent": as it is read aloud on the radio.
function withPoint(line: Line, digits: Percent | null, lang: string): Percent | null {
  if (digits === null || lang !== 'en') return digits;
  if (tokenText(line, digits.from - 1) !== POINT) return digits;
  const whole = numberEndingAt(line, digits.from - 1, lang);
  if (whole === null) return digits;
  return { value: Number(`${whole.value}.${digits.value}`), from: whole.from, to: digits.to };
}

function numberStartingAt(line: Line, start: number, lang: string): Percent | null {
  const token = line.tokens[start];
  if (token?.kind !== 'number') return null;
  const value = toNumber(token.text, lang);
  return value === null ? null : { value, from: start, to: start + 1 };
}

/** What is counted by the number behind it. */
const ORDERED: ReadonlySet<string> = new Set(
  'year stage phase step tranche tier annex category chapter heading item section schedule column class group list part'.split(
    ' ',
  ),
);

const LIST_WORDS: ReadonlySet<string> = new Set(
  '- – ― ∼ ～ 〜 to and or , a y o e et ou bis und i do ile と から ~ 至 到 和 및 dan den hingga sampai y/o till tot al до и do va εως μεχρι'.split(
    ' ',
  ),
);

/** Words that join a list in one language and mean something else in another. */
const LIST_WORDS_OF: Readonly<Record<string, ReadonlySet<string>>> = {
  nl: new Set(['en']),
  sv: new Set(['och']),
  da: new Set(['og']),
  no: new Set(['og']),
  hu: new Set(['es']),
  ro: new Set(['si']),
  tr: new Set(['ve', 'ila', 'ile']),
};

/** Words between the two ends of a range. */
const RANGING: ReadonlySet<string> = new Set('to bis a tot do до al ila'.split(' '));

function joinsList(text: string, lang: string): boolean {
  return LIST_WORDS.has(text) || LIST_WORDS_OF[lang]?.has(text) === true;
}

// "10, 20 and 25 percent": bare numbers before a percentage belong to it when only list words stand between.
function listBefore(
  line: Line,
  last: Percent,
  lang: string,
  known: readonly Percent[],
): readonly Percent[] {
  const found: Percent[] = [];
  let at = last.from;
  while (found.length < MOST_IN_A_LIST) {
    const joiner = tokenText(line, at - 1);
    const number = line.tokens[at - 2];
    if (!joinsList(joiner, lang)) break;
    // "in year one to 32.5%", "from year 2 and 10%": which of several, and no rate.
    if (ORDERED.has(tokenText(line, at - 3))) break;
    if (number?.kind !== 'number') {
      // "from five to 25 percent", "zehn bis 25 Prozent".
      // "the duty on the three to 27.5%" counts the goods.
      const isCounting = tokenText(line, at - 3) === 'the' || tokenText(line, at - 3) === 'all';
      const word = RANGING.has(joiner) && !isCounting ? numberEndingAt(line, at - 1, lang) : null;
      if (word !== null && !known.some(({ to }) => to > word.from)) found.unshift(word);
      break;
    }
    if (CURRENCY.has(tokenText(line, at - 3)) || known.some((percent) => percent.to > at - 2))
      break;
    const value = toNumber(number.text, lang);
    if (value === null || value > 1_000 || isYearOrDay(line, at - 2, value)) break;
    const whole = withPoint(line, { value, from: at - 2, to: at - 1 }, lang);
    if (whole === null) break;
    found.unshift(whole);
    at = whole.from;
  }
  return found;
}

/** Single words for "instead of"; longer phrases of the lists say it themselves. */
const INSTEAD: ReadonlySet<string> = new Set(['statt', 'anstatt', 'zamiast', 'anziche']);

// "25 statt 15 Prozent", "25 instead of 15 percent", "to 20 from 30 percent": the new figure shares the sign of the one that it
// replaces.
function replacingBefore(line: Line, last: Percent, lang: string): Percent | null {
  const phrase = hitBefore(line, last.from);
  if (phrase?.meanings.has('oldrate') !== true) return null;
  const at = phrase.from - 1;
  const isReached = tokenText(line, phrase.from) === 'from' && tokenText(line, at - 1) === 'to';
  const isWord = phrase.to - phrase.from > 1 || INSTEAD.has(tokenText(line, phrase.from));
  if (!isWord && !isReached) return null;
  if (CURRENCY.has(tokenText(line, at - 1))) return null;
  const found = numberEndingAt(line, at + 1, lang);
  if (found === null || found.value > 1_000 || isYearOrDay(line, at, found.value)) return null;
  return found;
}

const CURRENCY: ReadonlySet<string> = new Set(['$', '€', '£', '¥']);

function isYearOrDay(line: Line, at: number, value: number): boolean {
  if (value >= 1_900 && value <= 2_100) return true;
  return hitsOf(line, 'month').some(
    (hit) =>
      hit.to === at ||
      hit.from === at + 1 ||
      (hit.to === at - 1 && tokenText(line, at - 1) === '.'),
  );
}

const ABOUT: ReadonlySet<string> = new Set(
  'about around roughly nearly almost some approximately just fully another further extra over than'.split(
    ' ',
  ),
);

const SUCH: ReadonlySet<string> = new Set(['much', 'low', 'high', 'little', 'few']);

/** "by about 47%", "by as much as 60%": where the words begin that only say how exact the figure is. */
export function aboutStart(line: Line, percent: Percent): number {
  let at = percent.from;
  for (;;) {
    const [second, first] = [tokenText(line, at - 2), tokenText(line, at - 1)];
    if (ABOUT.has(first)) at -= second === 'more' || second === 'a' ? 2 : 1;
    else if ((second === 'at' && first === 'least') || (second === 'up' && first === 'to')) at -= 2;
    else if (tokenText(line, at - 3) === 'as' && SUCH.has(second) && first === 'as') at -= 3;
    else return at;
  }
}
