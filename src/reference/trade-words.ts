// Words of trade policy per language: nouns, verbs, moods, frames, dates. Out: terms with their class and value.
// One file `words-<lang>.csv` per language; what a class is for is told in docs/READING.md.
import { DataFileError, readDataRows } from './data-file.ts';
import { COVERED_LANGUAGES } from './jurisdiction-names.ts';
import { splitTerms } from './product-names.ts';

export const WORD_CLASSES = [
  'tariff',
  'quota',
  'relief',
  'probe',
  'proceeding',
  'deal',
  'refund',
  'pausenoun',
  'verb',
  'mood',
  'background',
  'cause',
  'frame',
  'routine',
  'notice',
  'formal',
  'leadership',
  'court',
  'goods',
  'nogoods',
  'foreign',
  'uncounted',
  'aside',
  'except',
  'retaliation',
  'instrument',
  'share',
  'movement',
  'oldrate',
  'upto',
  'total',
  'additional',
  'floorrate',
  'outquota',
  'effective',
  'until',
  'announced',
  'now',
  'month',
  'weekday',
  'relday',
  'past',
  'percent',
  'points',
  'number',
  'zerorate',
  'tonnes',
  'units',
  'prep',
  'join',
  'particle',
  'gainer',
  'pending',
  'cause',
  'clause',
  'saying',
  'holder',
  'model',
  'othertax',
  'industry',
] as const;
export type WordClass = (typeof WORD_CLASSES)[number];

export type WordTerm = {
  readonly term: string;
  readonly class: WordClass;
  readonly value: string;
  readonly caseSensitive: boolean;
  readonly isStem: boolean;
};

const loaded = new Map<string, readonly WordTerm[]>();

/** The words of one covered language, read once. Throws DataFileError for an unknown class; empty for a language without a file. */
export function wordTerms(lang: string): readonly WordTerm[] {
  const known = loaded.get(lang);
  if (known !== undefined) return known;
  const terms = (WORD_LANGUAGES as readonly string[]).includes(lang) ? readWords(lang) : [];
  loaded.set(lang, terms);
  return terms;
}

/** Languages with a word file; a covered language without one has place and product names only. */
export const WORD_LANGUAGES: readonly (typeof COVERED_LANGUAGES)[number][] = COVERED_LANGUAGES;

function readWords(lang: string): readonly WordTerm[] {
  const file = `words-${lang}.csv`;
  return readDataRows(file, ['class', 'value', 'terms']).flatMap(({ line, cells }) => {
    const wordClass = WORD_CLASSES.find((candidate) => candidate === cells.class);
    if (wordClass === undefined)
      throw new DataFileError(file, line, `unknown class ${cells.class}`);
    if (cells.value === '') throw new DataFileError(file, line, 'an empty value');
    const { value } = cells;
    // Field by field: to spread ten thousand terms takes longer than to read them.
    return splitTerms(file, line, cells.terms).map(({ term, caseSensitive, isStem }) => ({
      term,
      caseSensitive,
      isStem,
      class: wordClass,
      value,
    }));
  });
}
