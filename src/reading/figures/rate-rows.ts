// Rates set out as the rows of a list or table: "Brazil: 74.52%. Chile: 12%", "- 24.12% - Northmill", "Peru (8%), Chad (9%)".
// In: the sentences of an item and its leading step. Out: the percentages that are rows, by what their heading speaks of: the
// tariff, or something else ("Share of imports:"). Rows hold names and figures and no verb; the heading is the text before
// the first of them. Scripts without spaces set lists out in sentences, which other rules read.
import type { Step } from '../steps/find-steps.ts';
import { CHARACTERS } from '../steps/read-mood.ts';
import { hitFrom, hitOver, hitsOf, type Line, lineHas, type Scene } from '../words/scene.ts';
import { type Percent, percentsIn } from './find-percents.ts';
import { isUnderTariff } from './rated-sentences.ts';
import { type Heading, namesColumns, oldInRows, type Rows } from './row-columns.ts';

export type RateRows = {
  /** Rows below a heading that speaks of the tariff, or below none. */
  readonly ofTariff: ReadonlySet<Percent>;
  /** What a row gives as the old rate beside the new one: "Old rate: 20%", the first of two columns. */
  readonly ofOld: ReadonlySet<Percent>;
  /** Rows below a heading of something else: shares, growth, what was charged before. */
  readonly ofElse: ReadonlySet<Percent>;
};

const NO_ROWS: RateRows = { ofTariff: new Set(), ofOld: new Set(), ofElse: new Set() };

/** The rows of an item; `isOthers` says that a line speaks of another imposer. */
export function rateRows(scene: Scene, lead: Step, isOthers: (line: Line) => boolean): RateRows {
  if (CHARACTERS.has(scene.lang)) return NO_ROWS;
  const [ofTariff, ofOld, ofElse] = [new Set<Percent>(), new Set<Percent>(), new Set<Percent>()];
  let [heading, inBlock]: [Heading, Rows[]] = [{ line: scene.title, end: 0 }, []];
  const close = (): void => {
    const figures = inBlock.flatMap(({ percents }) => percents);
    if (figures.length > 1) {
      const kept = headsElse(heading, lead, isOthers) ? ofElse : ofTariff;
      for (const row of figures) kept.add(row);
      if (kept === ofTariff) for (const old of oldInRows(heading, inBlock)) ofOld.add(old);
    }
    inBlock = [];
  };
  for (const line of scene.lines) {
    const rows = rowsIn(line);
    if (rows === null) {
      close();
      heading = { line, end: line.tokens.length };
      continue;
    }
    if (rows.from > 0) {
      close();
      heading = { line, end: rows.from };
    }
    inBlock.push(rows);
  }
  close();
  return { ofTariff, ofOld, ofElse };
}

/** What no row holds: a verb, who says it, what was before. */
const PROSE = [
  'verb',
  'gainer',
  'mood',
  'saying',
  'background',
  'share',
  'movement',
  'oldrate',
] as const;
const MOST_WORDS = 12;

// A line that is nothing but names and figures, or is so behind a colon.
function rowsIn(line: Line): Rows | null {
  if (line.isTitle || !line.classes.has('percent')) return null;
  const percents = percentsIn(line, line.lang);
  const first = percents[0];
  if (first === undefined) return null;
  const from = headEnd(line, first.from);
  const start = namesColumns(line, from, first.from) ? first.from : from;
  const isProse = line.hits.some(
    (hit) =>
      hit.from >= start &&
      !isDating(line, hit.from) &&
      PROSE.some((name) => hit.meanings.has(name)),
  );
  if (isProse || isLong(line, from, percents)) return null;
  const isRow = percents.every(
    ({ from: at }) => !NOT_ROWS.has(line.tokens[at - 1]?.text ?? '') || isSpan(line, at, percents),
  );
  return isRow && holdsNames(line, from, percents) ? { line, from, percents } : null;
}

// "Final dumping margins: Cambodia (8%)": a colon with a word between it and the figure ends a heading; "The rates: 8% - Acme"
// has none between, and "Peru: 8%. Chad: 9%" is a row.
function headEnd(line: Line, first: number): number {
  const colon = line.tokens.findLastIndex(({ text }, at) => text === ':' && at < first - 1);
  const isFigureFirst = line.tokens[first - 1]?.text === ':' && opensRow(line, first);
  return isFigureFirst ? first : colon + 1;
}

const BEHIND: ReadonlySet<string> = new Set(['-', '–', '—', '(', '|', 'for']);

// "24.12% - Northmill": the name stands behind its figure.
function opensRow(line: Line, first: number): boolean {
  return BEHIND.has(line.tokens[signEnd(line, first)]?.text ?? '');
}

function signEnd(line: Line, figure: number): number {
  return hitsOf(line, 'percent').find((hit) => hit.from > figure)?.to ?? figure + 1;
}

function isLong(line: Line, from: number, percents: readonly Percent[]): boolean {
  let last = from;
  for (const percent of percents) {
    if (percent.from - last > MOST_WORDS) return true;
    last = percent.to;
  }
  return line.tokens.length - last > MOST_WORDS;
}

/** Before the figures of a range or a change: "from 7% to 12%", "a quarter of 8%", "up 4%". */
const NOT_ROWS: ReadonlySet<string> = new Set(
  'from to by of than and or up down a an this last next'.split(' '),
);

// "South Korea 4.6% to 43.8%": a row may hold a range.
function isSpan(line: Line, at: number, percents: readonly Percent[]): boolean {
  return line.tokens[at - 1]?.text === 'to' && percents.some(({ to }) => to === at - 1);
}

/** Words beside the names, and names of those who have none. */
const BESIDE_NAMES: ReadonlySet<string> = new Set(
  'the and & each for at per cent percent rate all other others rest everyone else there companies producers exporters makers manufacturers firms entity entities'.split(
    ' ',
  ),
);
const BEFORE: ReadonlySet<string> = new Set([':', '-', '–', '—', '(', '|', '=', '/']);
const LETTER = /\p{Ll}/u;

// Names are written in capitals, or are goods and places that the lists know. Where a mark parts each figure from its name,
// an English name may be any noun ("Playing cards: 12.5%").
function holdsNames(line: Line, from: number, percents: readonly Percent[]): boolean {
  const isMarked =
    line.lang === 'en' &&
    percents.every(
      ({ from: at, to }) =>
        BEFORE.has(line.tokens[at - 1]?.text ?? '') || BEHIND.has(line.tokens[to]?.text ?? ''),
    );
  return line.tokens.every(({ kind, text, start }, at) => {
    if (at < from || kind !== 'word' || percents.some((one) => one.from <= at && at < one.to))
      return true;
    if (isDating(line, at)) return true;
    if (BESIDE_NAMES.has(text) || !LETTER.test(line.raw.charAt(start))) return true;
    const hit = hitOver(line, at);
    if (hit?.meanings.has('product') === true || hit?.meanings.has('place') === true) return true;
    return isMarked && hitFrom(line, at)?.meanings.has('prep') !== true;
  });
}

const DATING: ReadonlySet<string> = new Set('to from until till through between of'.split(' '));

// "21 April 2026 to 20 April 2027: 12 percent": a period has its rate as a name has.
function isDating(line: Line, at: number): boolean {
  return DATING.has(line.tokens[at]?.text ?? '') && isDay(line, at + 1);
}

function isDay(line: Line, at: number): boolean {
  const isMonth = (place: number): boolean => hitOver(line, place)?.meanings.has('month') === true;
  return isMonth(at) || (line.tokens[at]?.kind === 'number' && isMonth(at + 1));
}

const ELSE =
  /^(?:shares?|stocks?|index|growth|grew|inflation|unemployment|jobless|gdp|output|polls?|respondents|votes?|exports?|sales|revenues?|profits?|margin|weight|prices?)$/;
const MARKETS = /^(?:stocks?|index|growth|inflation|unemployment|gdp|polls?|respondents)$/;
const TARIFFS = ['tariff', 'relief'] as const;

// "Growth of exports in 2025:", "Shares fell after the announcement." speak of something else; so does "Old rates:".
function headsElse({ line, end }: Heading, lead: Step, isOthers: (line: Line) => boolean): boolean {
  if (line === null) return true;
  if (line.isTitle) return !isUnderTariff(line, lead) && lead.about !== 'tariff';
  if (isOthers(line)) return true;
  const words = line.tokens.slice(0, end).map(({ text }) => text);
  if (words.some((text) => MARKETS.test(text))) return true;
  const isColumns = namesColumns(line, 0, end);
  if (lineHas(line, 'oldrate', 'old') && end < line.tokens.length && !isColumns) return true;
  const namesTariff = TARIFFS.some((name) => hitsOf(line, name).some((hit) => hit.to <= end));
  if (namesTariff) return false;
  return (
    words.some((text) => ELSE.test(text)) ||
    hitsOf(line, 'share').length > 0 ||
    hitsOf(line, 'movement').length > 0
  );
}
