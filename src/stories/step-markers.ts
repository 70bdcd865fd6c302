// Words that name the step within a dispute, beyond the reader's actions: a provisional and a final duty, an extension,
// a refund, a call for comments, the day of entry into force, a court's stay, a plan called off. A headline in, its markers
// out; the words are reference/data/step-markers.csv.
import {
  type MarkerName,
  STEP_MARKERS,
  type StepMarker,
  stepMarkerWords,
} from '../reference/step-marker-words.ts';

type Pattern = { readonly marker: MarkerName; readonly pattern: RegExp };

let patterns: readonly Pattern[] | undefined;

/** The markers in a text: a headline, or a headline with its summary. */
export function stepMarkersIn(text: string): ReadonlySet<StepMarker> {
  patterns ??= buildPatterns();
  const folded = fold(text);
  const found = new Set(
    patterns.filter(({ pattern }) => pattern.test(folded)).map(({ marker }) => marker),
  );
  // What goes on although a court has spoken is a stay, unless the headline tells the verdict and who lives with it.
  if (found.has('goes-on') && !found.has('verdict')) found.add('stay');
  if (!found.has('in-court')) found.delete('stay');
  // Tariffs that a stay keeps in force do not enter into force.
  if (found.has('stay')) found.delete('in-force');
  // "Unless Beijing withdraws": asked for or waited for, not done.
  if (found.has('condition')) found.delete('called-off');
  return new Set(STEP_MARKERS.filter((marker) => found.has(marker)));
}

/** True when a text, a teaser as well as a headline, tells of a step on the goods of all countries. */
export function tellsOfEveryOrigin(text: string): boolean {
  patterns ??= buildPatterns();
  const pattern = patterns.find(({ marker }) => marker === 'every-origin')?.pattern;
  return pattern?.test(fold(text)) ?? false;
}

function buildPatterns(): readonly Pattern[] {
  return [...stepMarkerWords()].map(([marker, terms]) => ({
    marker,
    pattern: new RegExp(
      terms
        .map(({ text, isStem }) => {
          const folded = fold(text).trim();
          // A border stands around words of letters; scripts without spaces have none.
          if (!/^[a-z]/.test(folded)) return folded;
          return isStem ? ` ${folded}` : ` ${folded} `;
        })
        .join('|'),
    ),
  }));
}

function fold(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
  return ` ${plain} `;
}
