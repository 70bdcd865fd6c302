// Two items in, how strongly they tell one step of one measure out: facts first, words second, time between them.
// Symmetric and without memory; what score is enough is decided in story-index.ts.
import type { StorySource } from '../domain/story.ts';
import { type Clue, REFUSED } from './clue.ts';
import { comparePublication, isRepeatClue } from './compare-days.ts';
import { compareFacts } from './compare-facts.ts';
import { compareMarkers, compareTexts } from './compare-texts.ts';
import { compareTitles } from './compare-titles.ts';

export type Comparison = {
  /** Sum of the points of all clues; minus infinity when the two cannot be one step. */
  readonly score: number;
  readonly clues: readonly Clue[];
};

/** What two items state; `isRepeat`: the later one tells the step once more. */
export type Statements = Comparison & { readonly isRepeat: boolean };

/** Compares two items as tellings of one step. */
export function compareSources(left: StorySource, right: StorySource): Comparison {
  return compareWordings(left, right, compareStatements(left, right));
}

/**
 * The cheaper part of a comparison: all but the things and words of the texts, which add `MOST_OF_TEXTS` at the most.
 * Refused when the two were published too far apart.
 */
export function compareStatements(
  left: StorySource,
  right: StorySource,
  isKnownRepeat = false,
): Statements {
  const days = comparePublication(left, right, isKnownRepeat);
  if (days === null) return { score: REFUSED, clues: [], isRepeat: false };
  const clues = [...compareFacts(left, right)];
  // A call that takes several lists at once costs more than most comparisons.
  for (const clue of days) clues.push(clue);
  for (const clue of compareTitles(left, right)) clues.push(clue);
  for (const clue of compareMarkers(left, right)) clues.push(clue);
  return { score: sumOf(clues, 0), clues, isRepeat: days.some(isRepeatClue) };
}

/** What `compareStatements` found of the same two items, with what their texts say. */
export function compareWordings(
  left: StorySource,
  right: StorySource,
  stated: Comparison,
): Comparison {
  if (stated.score === REFUSED) return stated;
  const clues = compareTexts(left, right);
  return { score: sumOf(clues, stated.score), clues: [...stated.clues, ...clues] };
}

function sumOf(clues: readonly Clue[], start: number): number {
  let sum = start;
  for (const { points } of clues) sum += points;
  return sum;
}
