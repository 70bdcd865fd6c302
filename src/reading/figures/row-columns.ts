// Which figures of rows are old rates set beside the new ones: "Old rate: 20%. New rate: 30%.", "Item | Old rate | New rate" over
// "Wine | 20% | 30%". In: the heading and the rows below it. Out: the figures of the column or label that is old. English only.
import { type Line, tokenText } from '../words/scene.ts';
import type { Percent } from './printed-numbers.ts';

/** The text before the rows: the tokens of a line up to `end`. */
export type Heading = { readonly line: Line | null; readonly end: number };
/** A line of rows from its token `from` on, with the figures in it. */
export type Rows = {
  readonly line: Line;
  readonly from: number;
  readonly percents: readonly Percent[];
};

/** The old rates among the figures of rows. */
export function oldInRows(heading: Heading, rows: readonly Rows[]): readonly Percent[] {
  const head = heading.line?.lang === 'en' ? wordsTo(heading.line, heading.end) : [];
  return rows.flatMap(({ line, percents }) =>
    line.lang === 'en' ? [...oldByColumn(line, percents, head), ...oldByLabel(line, percents)] : [],
  );
}

const OLD = /^(?:old|current|existing|present|previous|earlier|former|prior|before|until|pre)$/;
const NEW = /^(?:new|revised|proposed|amended|now|final|updated|after|from)$/;

function wordsTo(line: Line, to: number): readonly string[] {
  return line.tokens.slice(0, to).map(({ text }) => text);
}

/** True where the words before the first figure are the heads of an old and a new column: "Item | Present duty | New duty". */
export function namesColumns(line: Line, from: number, first: number): boolean {
  if (line.lang !== 'en') return false;
  const words = line.tokens.slice(from, first).map(({ text }) => text);
  return (
    words.some((text) => OLD.test(text)) &&
    words.some((text) => NEW.test(text)) &&
    words.some((text) => COLUMNS.has(text))
  );
}

const COLUMNS: ReadonlySet<string> = new Set(['|', '/', ',', '–', '—']);

// "Item | Old rate | New rate" stands in the heading or before the first row.
function oldByColumn(
  line: Line,
  percents: readonly Percent[],
  head: readonly string[],
): readonly Percent[] {
  const words = [...head, ...wordsTo(line, percents[0]?.from ?? 0)];
  const [old, fresh] = [OLD, NEW].map((kind) => words.findLastIndex((text) => kind.test(text)));
  if (old === undefined || fresh === undefined || old < 0 || fresh < 0) return [];
  const pairs = pairsIn(line, percents);
  if (pairs.length * 2 !== percents.length) return [];
  return pairs.map(([first, last]) => (old < fresh ? first : last));
}

const CELLS: ReadonlySet<string> = new Set(['|', ',', '/', ';', '–', '—', '-']);

// Figures two by two, with nothing but a mark between them.
function pairsIn(
  line: Line,
  percents: readonly Percent[],
): readonly (readonly [Percent, Percent])[] {
  const pairs: [Percent, Percent][] = [];
  for (let at = 0; at + 1 < percents.length; at += 2) {
    const [first, last] = [percents[at], percents[at + 1]];
    if (first === undefined || last === undefined) continue;
    if (last.from - first.to === 1 && CELLS.has(tokenText(line, first.to)))
      pairs.push([first, last]);
  }
  return pairs;
}

const LABELLED = /^(?:rates?|dut(?:y|ies)|tariffs?|lev(?:y|ies)|tax)$/;
const LABEL_WITHIN = 4;

// "Old rate: 20%", "Previous import duty – 20%": what stands before the figure names no goods but the rate itself.
function oldByLabel(line: Line, percents: readonly Percent[]): readonly Percent[] {
  return percents.filter((percent, at) => {
    const start = Math.max(percents[at - 1]?.to ?? 0, percent.from - LABEL_WITHIN);
    const label = line.tokens.slice(start, percent.from).map(({ text }) => text);
    const old = label.findIndex((text) => OLD.test(text));
    return old >= 0 && label.slice(old).some((text) => LABELLED.test(text));
  });
}
