// A verb found together with what it is done to. In: both of them. Out: the phrase. It finds nothing itself.
import type { StepObject } from '../objects/action-table.ts';
import type { Needing } from '../words/asked-rules.ts';
import type { Hit } from '../words/lexicon.ts';
import type { Line } from '../words/scene.ts';

/** A verb with what it is done to; `cost` as in object-distance.ts. */
export type Phrase = {
  readonly verb: Hit;
  readonly object: Hit;
  readonly family: string;
  readonly about: StepObject;
  readonly cost: number;
};

/** Finds the phrase that ends in a tariff. */
export type PhraseFinder = Needing & {
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

/** True where a phrase and a verb of the lists share a word. */
export function areOneVerb(phrase: Hit, verb: Hit): boolean {
  return phrase.from < verb.to && verb.from < phrase.to;
}
