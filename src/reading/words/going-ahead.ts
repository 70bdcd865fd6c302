// What another is to do first: "would impose them if Trump goes ahead with 30% from August 1". In: a place in an English sentence.
// Out: where the words for it stand.
import { type Line, tokenText } from './scene.ts';
import { lastPlaceOf, wordGroup } from './word-groups.ts';

const AHEAD = wordGroup('ahead through');

/** The place of the last "ahead with" or "through with" at most `within` words before `at`; -1 where there is none. */
export function goesAheadAt(line: Line, at: number, within: number): number {
  const ahead = lastPlaceOf(line, AHEAD, Math.max(1, at - within), at);
  return tokenText(line, ahead + 1) === 'with' ? ahead : -1;
}
