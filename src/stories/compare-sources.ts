// Two items in, how strongly they tell one step of one measure out: facts first, words second, time between them.
// Symmetric and without memory; what score is enough is decided in story-index.ts.
import type { StorySource } from '../domain/story.ts';
import { type Clue, REFUSED } from './clue.ts';
import { comparePublication } from './compare-days.ts';
import { compareFacts } from './compare-facts.ts';
import { compareTexts } from './compare-texts.ts';
import { compareTitles } from './compare-titles.ts';

export type Comparison = {
  /** Sum of the points of all clues; minus infinity when the two cannot be one step. */
  readonly score: number;
  readonly clues: readonly Clue[];
};

/** Compares two items as tellings of one step. */
export function compareSources(left: StorySource, right: StorySource): Comparison {
  const days = comparePublication(left, right);
  if (days === null) return { score: REFUSED, clues: [] };
  const clues = [
    ...compareFacts(left, right),
    ...days,
    ...compareTitles(left, right),
    ...compareTexts(left, right),
  ];
  return { score: clues.reduce((sum, clue) => sum + clue.points, 0), clues };
}
