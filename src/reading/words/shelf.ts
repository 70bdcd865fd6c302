// The phrases of the word lists that begin with one word. In: terms as printed. Out: entries, the longest first.
// Terms are cut and merged when a text first shows their word: of ten thousand a day's texts ask for some hundred.
import type { PrintedTerm } from '../../reference/product-names.ts';
import { cutPhrase } from './cut-text.ts';
import { bare, type Entry, type HitClass, longestFirst } from './lexicon.ts';

/** What a term may mean: class and value. */
export type Meaning = readonly [HitClass, string];

/** A term with what it may mean; none blocks its words. */
export type Term = {
  readonly printed: PrintedTerm;
  readonly meanings: readonly Meaning[];
  readonly needsCapital: boolean;
  /** The marks on its letters tell it from other words. */
  readonly isMarked?: boolean;
};

export class Shelf {
  private readonly terms: Term[] = [];
  private made: readonly Entry[] | null = null;

  /** Before the first look only. */
  add(term: Term): void {
    this.terms.push(term);
  }

  entries(): readonly Entry[] {
    this.made ??= entriesOf(this.terms);
    return this.made;
  }
}

function entriesOf(terms: readonly Term[]): readonly Entry[] {
  const entries = new Map<string, Entry>();
  for (const term of terms) addTerm(entries, term);
  return [...entries.values()].sort(longestFirst);
}

function addTerm(entries: Map<string, Entry>, term: Term): void {
  const { printed, meanings, needsCapital } = term;
  const { words, stems } = cutTerm(printed);
  const isAnyCase = term.isMarked === true && !printed.caseSensitive;
  const exact = isAnyCase ? lettersOf(printed) : printed.caseSensitive ? bare(printed.term) : null;
  const key = `${words.join(' ')}|${stems.join()}|${exact ?? ''}|${needsCapital}|${isAnyCase}`;
  const entry = entries.get(key) ?? {
    words,
    stems,
    exact,
    needsCapital,
    isAnyCase,
    meanings: new Map<HitClass, string[]>(),
  };
  for (const [hitClass, value] of meanings) {
    const values = entry.meanings.get(hitClass) ?? [];
    // Official names and own names overlap; the first place a word stands for is the one meant.
    const isPlace = hitClass === 'place' || hitClass === 'placekind';
    const isTaken = isPlace && values.length > 0 && !isOtherOfPair(meanings, entry.meanings);
    if (!isTaken && !values.includes(value)) values.push(value);
    entry.meanings.set(hitClass, values);
  }
  entries.set(key, entry);
}

function lettersOf({ term }: PrintedTerm): string {
  return bare(term).toLowerCase().normalize('NFC');
}

// "日米" stands for two countries: both rows give it their code.
function isOtherOfPair(
  meanings: readonly Meaning[],
  known: ReadonlyMap<HitClass, readonly string[]>,
): boolean {
  const isPair = meanings.some(([hitClass, value]) => hitClass === 'placekind' && value === 'pair');
  return isPair && known.get('placekind')?.[0] === 'pair';
}

/** The words of a term as they are cut from a text. "Wielk* Brytani*": each may stand for any ending. */
export function cutTerm(printed: PrintedTerm): { words: string[]; stems: boolean[] } {
  const words: string[] = [];
  const stems: boolean[] = [];
  const parts = printed.term.split(' ');
  for (const [at, part] of parts.entries()) {
    const bareTerm = part.replace('*', '');
    const cut = isPlainWord(bareTerm) ? [bareTerm.toLowerCase()] : cutPhrase(bareTerm);
    const isStem = part.endsWith('*') || (printed.isStem && at === parts.length - 1);
    for (const [place, word] of cut.entries()) {
      words.push(word);
      stems.push(isStem && place === cut.length - 1);
    }
  }
  return { words, stems };
}

const LONGEST_PLAIN = 30;

// A word of plain letters is cut as it stands. Asked of every term of the lists: an expression takes ten times as long.
function isPlainWord(word: string): boolean {
  if (word === '' || word.length > LONGEST_PLAIN) return false;
  for (let at = 0; at < word.length; at += 1) {
    const lower = word.charCodeAt(at) | 0x20;
    if (lower < 0x61 || lower > 0x7a) return false;
  }
  return true;
}

/** The word under which a term is shelved, and whether it stands for any ending; null when nothing of it can be cut. */
export function firstWordOf(printed: PrintedTerm): { word: string; isStem: boolean } | null {
  const { term } = printed;
  const space = term.indexOf(' ');
  const first = space === -1 ? term : term.slice(0, space);
  // Nearly all begin with a plain word, and need not be cut for it.
  if (isPlainWord(first)) {
    return { word: first.toLowerCase(), isStem: printed.isStem && space === -1 };
  }
  const { words, stems } = cutTerm(printed);
  const word = words[0];
  return word === undefined ? null : { word, isStem: stems[0] === true };
}
