// Words that name the step within a dispute. In: step-markers.csv. Out: for each marker its words as they are written, with
// what their ending may be. Says nothing about how a text is folded or what a marker counts.
import { DataFileError, readDataRows } from './data-file.ts';

const FILE = 'step-markers.csv';

/** Markers of a step; a headline of each of two stories keeps them apart. */
export const STEP_MARKERS = [
  'provisional',
  'definitive',
  'extension',
  'refund',
  'comments',
  'in-force',
  'in-court',
  'in-answer',
  'stay',
  'called-off',
  'every-origin',
  'halt',
] as const;
export type StepMarker = (typeof STEP_MARKERS)[number];

/** Markers that the table must and may have: those of a step, and words that only say whether one of them is meant. */
export const MARKER_WORDS = [...STEP_MARKERS, 'goes-on', 'verdict', 'condition'] as const;
export type MarkerName = (typeof MARKER_WORDS)[number];

export type MarkerTerm = {
  readonly text: string;
  /** Any ending may follow: "extend*" is "extended" as well. */
  readonly isStem: boolean;
};

/** The words of each marker, in all languages. Throws DataFileError with the line of a fault. */
export function stepMarkerWords(): ReadonlyMap<MarkerName, readonly MarkerTerm[]> {
  const words = new Map<MarkerName, MarkerTerm[]>();
  for (const { line, cells } of readDataRows(FILE, ['marker', 'lang', 'terms'])) {
    const marker = MARKER_WORDS.find((name) => name === cells.marker);
    if (marker === undefined) throw new DataFileError(FILE, line, `no marker ${cells.marker}`);
    const known = words.get(marker) ?? [];
    words.set(marker, known);
    for (const term of cells.terms.split('|')) {
      const isStem = term.endsWith('*');
      const text = isStem ? term.slice(0, -1) : term;
      if (text.trim() !== text || text === '' || text.includes('*')) {
        throw new DataFileError(FILE, line, `"${term}" is no word`);
      }
      known.push({ text, isStem });
    }
  }
  const missing = MARKER_WORDS.find((name) => !words.has(name));
  if (missing !== undefined) throw new DataFileError(FILE, 1, `no words for ${missing}`);
  return words;
}
