// The rate that a cut leads to, and words that call another figure old than the one behind them. In: a percentage in its sentence.
// Out: yes or no.
import type { Hit } from '../words/lexicon.ts';
import { hitBefore, hitFrom, hitsOf, type Line, means, tokenText } from '../words/scene.ts';
import { aboutStart, type Percent } from './find-percents.ts';
import { isBehindFigure, namesRate } from './from-to.ts';
import { FIXING } from './rated-abroad.ts';

/** Words that stand before the rate they call old; `behind`: "the 30% threatened in July", "el 39 % vigente". */
export const BEFORE = ['old', 'planned', 'standing'] as const;
/** Languages that are read character by character. */
export const CHARACTERS: ReadonlySet<string> = new Set(['ko', 'ja', 'zh']);

/** "30%から20%になる", "30%에서 20%로": the little word behind the figure says that it is reached. */
const MADE_BEHIND: Readonly<Record<string, RegExp>> = { ja: /^[にへ]/, ko: /^(?:으?로)/ };

/** True for a rate that a cut leads to: those proposed, threatened or named as a maximum before it are old ones. */
export function isReachedBy(line: Line, percent: Percent): boolean {
  if (line.lang === 'en' && (reachesMost(line, percent) || isLabelledNew(line, percent)))
    return true;
  const isCeiling = hitBefore(line, percent.from)?.meanings.has('upto') === true;
  // "from 20% to as low as 10%": behind the words that say how exact the figure is.
  const start = line.lang === 'en' ? aboutStart(line, percent) : percent.from;
  const isReached = [1, 2].some((back) => REACHING.has(tokenText(line, start - back)));
  if (MADE_BEHIND[line.lang]?.test(tokenText(line, percent.to)) === true) return true;
  if (isFixed(line, percent)) return true;
  // Polish "do", Russian "до" are "to" and "up to" in one word.
  if (isReached && (!isCeiling || REACHING.has(tokenText(line, percent.from - 1)))) return true;
  return !line.hits.some(
    (hit) =>
      !isRangeStart(line, hit, percent) &&
      !isOfAnother(line, hit, percent) &&
      !isReplacedBy(line, hit) &&
      !belongsBefore(line, hit) &&
      !isBehindFigure(line, hit) &&
      percent.from - hit.to >= 0 &&
      percent.from - hit.to <= 6 &&
      (BEFORE.some((value) => means(hit, 'oldrate', value)) ||
        means(hit, 'upto') ||
        means(hit, 'verb', 'threaten')),
  );
}

const FIXED_WITHIN = 4;

// "O Departamento de Comércio fixou hoje 8%": what an office fixes, whatever stands before.
function isFixed(line: Line, { from }: Percent): boolean {
  if (line.lang === 'en') return false;
  const before = line.tokens.slice(Math.max(0, from - FIXED_WITHIN), from);
  return before.some(({ text }) => FIXING.test(text));
}

/** True in "will be replaced by one of 22%": what comes behind is new. */
export function isReplacedBy(line: Line, hit: Hit): boolean {
  const next = tokenText(line, hit.to);
  return tokenText(line, hit.to - 1) === 'replaced' && (next === 'by' || next === 'with');
}

/** True in "20% against 30% earlier, butter 15%": a word right behind a figure, before a mark, is said of that figure. */
export function belongsBefore(line: Line, hit: Hit): boolean {
  // "16日まで38.5％だった関税率は": in Japanese it stands right behind its figure.
  const isBehind = line.lang === 'ja' && means(hit, 'oldrate', 'behind');
  if (!isBehind && (line.lang !== 'en' || !MARKS.has(tokenText(line, hit.to)))) return false;
  return hitBefore(line, hit.from)?.meanings.has('percent') === true;
}

const MARKS: ReadonlySet<string> = new Set([',', ';', ')', '.']);

const COMING: ReadonlySet<string> = new Set(
  'will would becomes is now を sera seran serao seront saranno ahora agora ora passe passera passa pasa pasara devient wird werden wyniesie menjadi'.split(
    ' ',
  ),
);

// "The tariff, which stood at 38%, will be 27%": the word calls the figure before old.
function isOfAnother(line: Line, hit: Hit, percent: Percent): boolean {
  const first = hitsOf(line, 'percent').find(
    (other) => other.from >= hit.to && other.to <= percent.from,
  );
  if (isClosed(line, hit.to, percent.from)) return true;
  if (callsBareFigure(line, hit, percent)) return true;
  if (first === undefined) return false;
  // "40% en lugar de 60%, y vino 30%": behind it other goods or another country follow.
  const isNext = first.from - hit.to <= 1 && isOfNext(line, first.to, percent.from);
  return isNext || line.tokens.slice(first.to, percent.from).some(({ text }) => COMING.has(text));
}

/** True for "statt 38 nur noch 28 Prozent": the figure without a sign right behind the word. */
export function callsBareFigure(line: Line, hit: Hit, { from }: Percent): boolean {
  if (hit.to >= from - 1 || line.tokens[hit.to]?.kind !== 'number') return false;
  // "低于4月宣布的45%": a day or a month.
  if (CHARACTERS.has(line.lang)) return false;
  return hitFrom(line, hit.to + 1)?.meanings.has('percent') !== true;
}

/** True for "40% on jute (61% until now) and 30% on cement": what brackets hold ends with them. */
export function isClosed(line: Line, from: number, to: number): boolean {
  return line.tokens.slice(from, to).some(({ text }) => text === ')');
}

function isOfNext(line: Line, from: number, to: number): boolean {
  return line.hits.some(
    (hit) =>
      hit.from >= from &&
      hit.to <= to &&
      (hit.meanings.has('product') || hit.meanings.has('place')),
  );
}

const MOST: ReadonlySet<string> = new Set(
  'a the maximum ceiling cap of no more than at most as little just only about around'.split(' '),
);

// "cuts final duties to a maximum of 11.7%": the most that is left.
function reachesMost(line: Line, percent: Percent): boolean {
  let at = percent.from - 1;
  while (MOST.has(tokenText(line, at))) at -= 1;
  return tokenText(line, at) === 'to' && tokenText(line, at - 1) !== 'up';
}

const NEW_LABEL = /^(?:new|proposed|revised|amended|updated)$/;
const LABEL_WITHIN = 4;

// "Proposed duty: 20 per cent", "New rate – 20%": what a label calls so.
function isLabelledNew(line: Line, { from }: Percent): boolean {
  if (!LABEL_MARKS.has(tokenText(line, from - 1)) && !LABELLED.test(tokenText(line, from - 1)))
    return false;
  return line.tokens
    .slice(Math.max(0, from - LABEL_WITHIN), from)
    .some(({ text }) => NEW_LABEL.test(text));
}

const LABELLED = /^(?:rate|duty|tariff|levy)$/;
const LABEL_MARKS: ReadonlySet<string> = new Set([':', '–', '—', '-', '=', '|']);

// "rates run from 7% to 11%", "será de 10%": a little word that only begins a range or names the rate.
function isRangeStart(line: Line, hit: Hit, percent: Percent): boolean {
  const text = tokenText(line, hit.from);
  if (isRangeInVietnamese(line, hit)) return true;
  if (hit.to - hit.from > 1 || !STANDS_FOR_RANGE.has(text)) return false;
  // "Shipments from Chile will pay 4%", "From August it will pay 4%": whence or when.
  const next = hitFrom(line, hit.to)?.meanings;
  if (WHENCE.some((name) => next?.has(name) === true)) return true;
  const isLaidOut = line.hits.some(
    (other) =>
      other.meanings.has('uncounted') && hit.from >= other.from && hit.from - other.to <= 1,
  );
  if (isLaidOut) return !hitsOf(line, 'upto').some((upto) => upto.to === percent.from);
  return namesRate(line, hit);
}

const SPAN_WITHIN = 8;

// "từ 58% đến 61%": a range; what changes goes "xuống" or "lên".
function isRangeInVietnamese(line: Line, { from, to }: Hit): boolean {
  if (line.lang !== 'vi' || tokenText(line, from) !== 'tu') return false;
  return line.tokens.slice(to, to + SPAN_WITHIN).some(({ text }) => text === 'den');
}

const WHENCE = ['place', 'month', 'weekday', 'relday'] as const;

const REACHING: ReadonlySet<string> = new Set(
  'to become becomes at a auf al na に まで 로 至 到 为 為 menjadi до à do naar tot para hasta xuong con len jadi ke till til'.split(
    ' ',
  ),
);

/** Little words that begin a range, name a rate or tell whence. */
export const STANDS_FOR_RANGE: ReadonlySet<string> = new Set(
  'from was were de von proposed original del dal du da z ze с со van fran fra từ tu dari 由 从 自 에서'.split(
    ' ',
  ),
);
