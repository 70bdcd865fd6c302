// One reading in, the facts by which its story is matched and told out. Copies what was read; adds and guesses nothing.
import type { Fact, Reading, StepReading } from '../domain/reading.ts';
import type { StoryFacts, StoryRate } from '../domain/story.ts';

/**
 * The facts of the leading step of a reading, with sorted lists, and rates that name the item that printed them.
 * An item that is no tariff news gives the facts that were read all the same, if any.
 */
export function storyFactsOf(reading: Reading | StepReading, itemId: string): StoryFacts {
  return {
    imposers: valuesOf(reading.imposers),
    targets: valuesOf(reading.targets),
    exempted: valuesOf(reading.exempted),
    products: valuesOf(reading.products),
    rates: ratesOf(reading, itemId),
    oldRates: numbersOf(reading.oldRates),
    action: reading.action,
    stage: reading.stage,
    relief: reading.relief,
    effectiveOn: reading.effectiveDate?.value ?? null,
    endsOn: reading.endDate?.value ?? null,
    instrument: reading.instrument?.value ?? null,
    quotaTonnes: numbersOf(reading.quotaTonnes),
  };
}

/** True when an item told no fact that stories are matched by: only its text can speak. */
export function isUnread({ imposers, targets, products, rates, action }: StoryFacts): boolean {
  return (
    action === 'other' && imposers.length + targets.length + products.length + rates.length === 0
  );
}

function valuesOf(facts: readonly Fact<string>[]): readonly string[] {
  return [...new Set(facts.map((fact) => fact.value))].sort();
}

function numbersOf(facts: readonly Fact<number>[]): readonly number[] {
  return [...new Set(facts.map((fact) => fact.value))].sort((a, b) => a - b);
}

function ratesOf(reading: StepReading, itemId: string): readonly StoryRate[] {
  const byValue = new Map<string, StoryRate>();
  for (const { value, kind, evidence } of reading.rates) {
    const key = `${value} ${kind}`;
    if (!byValue.has(key)) byValue.set(key, { pct: value, kind, quote: evidence.quote, itemId });
  }
  return [...byValue.values()].sort((a, b) => a.pct - b.pct || (a.kind < b.kind ? -1 : 1));
}
