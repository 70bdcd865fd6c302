// Determinations that only end a review, in Spanish and Portuguese. In: a title, its determination, its review. Out: yes or no.
import type { Hit } from '../words/lexicon.ts';
import { type Line, tokenText } from '../words/scene.ts';

const OF: ReadonlySet<string> = new Set(['de', 'del', 'do', 'da']);
const REVIEW_WITHIN = 6;

/** True for "resolución final del procedimiento de examen de vigencia": what is decided stands behind. */
export function isReviewed(title: Line, found: Hit, review: Hit): boolean {
  if (title.lang !== 'es' && title.lang !== 'pt') return false;
  return OF.has(tokenText(title, found.to)) && review.from - found.to <= REVIEW_WITHIN;
}
