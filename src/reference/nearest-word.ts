// The word that a misspelt one was most likely meant to be. Compares spellings only; it knows no meanings.
import { distance } from 'fastest-levenshtein';

/**
 * The candidate nearest to `word` by edits, or null when none is near enough to be worth suggesting: one edit in words
 * of up to four letters, two up to seven, three beyond. Ties go to the candidate that shares the first letter, then to
 * the earlier one.
 */
export function nearestWord(word: string, candidates: Iterable<string>): string | null {
  const wanted = word.toLowerCase();
  const limit = wanted.length <= 4 ? 1 : wanted.length <= 7 ? 2 : 3;
  let best: string | null = null;
  let bestScore = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const other = candidate.toLowerCase();
    if (Math.abs(other.length - wanted.length) > limit) continue;
    const edits = distance(wanted, other);
    const score = edits + (other[0] === wanted[0] ? 0 : 0.5);
    if (edits <= limit && score < bestScore) {
      best = candidate;
      bestScore = score;
    }
  }
  return best;
}

/** The known spelling that the text misses by one letter, or by the order of its letters or figures; null: none. */
export function spellingSlip(text: string, known: readonly string[]): string | null {
  const sorted = (word: string) => word.split('').sort().join('');
  const isNumbered = (word: string) => /\d/.test(word);
  const found = known.find(
    (word) => sorted(word) === sorted(text) || (!isNumbered(word) && distance(word, text) === 1),
  );
  return found ?? null;
}
