// Rules that sentences are asked for. In: rules that name what a sentence must hold for them, singly or in a table. Out: for a
// line whether they hold, or which of them may. This is told once for a line: where its words are missing, a rule costs nothing.
import type { HitClass } from './lexicon.ts';
import { type Line, oncePerLine } from './scene.ts';
import { says, type WordGroup } from './word-groups.ts';

/** A word of a list, or a phrase of a class. */
export type Need = WordGroup | HitClass;

/** A rule that can only hold where a line has all that it needs. */
export type Needing = { readonly needs?: readonly Need[] };

/** Gives for a line the rules of the table that may hold there, in their order. Made while modules load. */
export function rulesFor<Rule extends Needing>(
  table: readonly Rule[],
): (line: Line) => readonly Rule[] {
  return oncePerLine((line) => table.filter((rule) => mayHold(line, rule)));
}

function mayHold(line: Line, { needs }: Needing): boolean {
  return needs === undefined || needs.every((need) => stands(line, need));
}

function stands(line: Line, need: Need): boolean {
  return typeof need === 'string' ? line.classes.has(need) : says(line, need);
}

/** Tells of a line whether its text, as printed, fits a pattern; it is searched once, and only where the line has all `needs`. */
export function fitting(pattern: RegExp, ...needs: readonly Need[]): (line: Line) => boolean {
  return oncePerLine(
    (line) =>
      needs.every((need) => stands(line, need)) &&
      pattern.test(line.raw.slice(line.start, line.end)),
  );
}
