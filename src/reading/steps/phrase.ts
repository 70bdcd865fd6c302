// A verb found together with what it is done to. In: both of them. Out: the phrase. It finds nothing itself.
import type { StepObject } from '../objects/action-table.ts';
import type { Hit } from '../words/lexicon.ts';
import type { Line } from '../words/scene.ts';
import type { WordGroup } from '../words/word-groups.ts';

/** A verb with what it is done to; `cost` as in object-distance.ts. */
export type Phrase = {
  readonly verb: Hit;
  readonly object: Hit;
  readonly family: string;
  readonly about: StepObject;
  readonly cost: number;
};

/** Finds the phrase that ends in a tariff; asked only where a line has a word of each list that such a phrase `needs`. */
export type PhraseFinder = {
  readonly needs: readonly WordGroup[];
  readonly find: (line: Line, object: Hit) => Phrase | null;
};

/** A phrase whose verb is the one word at `at`. */
export function phraseOf(
  object: Hit,
  at: number,
  family: string,
  about: StepObject = 'tariff',
): Phrase {
  const verb: Hit = { from: at, to: at + 1, meanings: new Map([['verb', [family]]]) };
  return { verb, object, family, about, cost: Math.max(0, object.from - at - 1) };
}
