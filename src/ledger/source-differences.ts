// Where the sources of one story contradict each other, side by side. In: its sources. Out: for each fact the values told, the best
// rung first, with who told them. Which one counts for the ledger is `official-facts.ts`'s: the best rung, if it is alone there.
import type { Rung } from '../domain/reading.ts';
import type { StoryFacts, StorySource } from '../domain/story.ts';
import { rankOf } from './official-facts.ts';

export type ToldValue = {
  readonly value: string;
  readonly publisher: string;
  readonly rung: Rung;
  /** Further sources that say the same. */
  readonly further: number;
};

export type SourceDifference = {
  readonly what: string;
  /** Best rung first; at least two. */
  readonly told: readonly ToldValue[];
  /** True when a single value stands on the best rung. */
  readonly isDecided: boolean;
};

const FACTS: readonly (readonly [string, (facts: StoryFacts) => string | null])[] = [
  ['rate', ({ rates }) => ratesOf(rates.map(({ pct }) => pct))],
  ['first day', ({ effectiveOn }) => effectiveOn],
  ['last day', ({ endsOn }) => endsOn],
  ['instrument', ({ instrument }) => instrument],
];

/** Facts on which sources differ; a source that does not state one takes no part. */
export function sourceDifferences(sources: readonly StorySource[]): readonly SourceDifference[] {
  const ordered = sources.toSorted((one, other) => rankOf(other.rung) - rankOf(one.rung));
  return FACTS.flatMap(([what, tell]) => {
    const told = new Map<string, ToldValue>();
    for (const { facts, publisher, rung } of ordered) {
      const value = tell(facts);
      if (value === null) continue;
      const known = told.get(value);
      told.set(
        value,
        known === undefined
          ? { value, publisher, rung, further: 0 }
          : { ...known, further: known.further + 1 },
      );
    }
    const values = [...told.values()];
    const [first, second] = values;
    if (first === undefined || second === undefined) return [];
    return [{ what, told: values, isDecided: first.rung !== second.rung }];
  });
}

function ratesOf(percents: readonly number[]): string | null {
  const rates = [...new Set(percents)].sort((a, b) => a - b);
  return rates.length === 0 ? null : rates.map((pct) => `${pct}%`).join(' and ');
}
