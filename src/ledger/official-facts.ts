// What the official sources of a story say, the press left aside. In: a story. Out: its facts as the best rung tells them,
// filled from lower official rungs, and where two sources of one rung contradict each other. It judges no completeness.
import type { JurisdictionCode } from '../domain/jurisdiction.ts';
import { RUNGS, type Rung } from '../domain/reading.ts';
import type { Story, StoryFacts, StorySource } from '../domain/story.ts';

export type OfficialFacts = {
  readonly facts: StoryFacts;
  readonly rung: Rung;
  /** The source that the rung comes from; its item stands for the story in a review. */
  readonly source: StorySource;
  /** Sentences, each naming both sources and what they say. */
  readonly conflicts: readonly string[];
};

/** Country of a feed's publisher, or null when it has none or is not known. */
export type CountryOf = (feedId: string) => JurisdictionCode | null;

/**
 * Null when no official source tells the story. A gazette or customs notice that names no imposer speaks for its own
 * country: `countryOf` tells which.
 */
export function officialFactsOf(
  story: Pick<Story, 'sources'>,
  countryOf: CountryOf = () => null,
): OfficialFacts | null {
  const sources = story.sources
    .filter(({ rung }) => rankOf(rung) >= rankOf('statement'))
    .toSorted((one, other) => rankOf(other.rung) - rankOf(one.rung));
  const source = sources[0];
  if (source === undefined) return null;
  const list = <T>(pick: (facts: StoryFacts) => readonly T[]): readonly T[] =>
    firstThat(
      sources.map(({ facts }) => pick(facts)),
      (values) => values.length > 0,
    ) ?? [];
  const one = <T>(pick: (facts: StoryFacts) => T | null): T | null =>
    firstThat(
      sources.map(({ facts }) => pick(facts)),
      (value) => value !== null,
    ) ?? null;
  const imposers = list((each) => each.imposers);
  const publisher = countryOf(source.feedId);
  const speaksForItself = publisher !== null && rankOf(source.rung) >= rankOf('gazette');
  const facts: StoryFacts = {
    imposers: imposers.length === 0 && speaksForItself ? [publisher] : imposers,
    targets: list((each) => each.targets),
    exempted: list((each) => each.exempted),
    products: list((each) => each.products),
    rates: list((each) => each.rates),
    oldRates: list((each) => each.oldRates),
    action: one((each) => (each.action === 'other' ? null : each.action)) ?? 'other',
    stage: one((each) => each.stage),
    relief: one((each) => each.relief),
    effectiveOn: one((each) => each.effectiveOn),
    endsOn: one((each) => each.endsOn),
    instrument: one((each) => each.instrument),
    quotaTonnes: list((each) => each.quotaTonnes),
  };
  return { facts, rung: source.rung, source, conflicts: conflictsOf(sources) };
}

/** How good a rung is: 0 is press, 1 and more is official, 2 and more is law. */
export function rankOf(rung: Rung): number {
  return RUNGS.indexOf(rung);
}

// Only sources of the best rung that states a fact can contradict each other; a lower rung is simply outdone.
function conflictsOf(sources: readonly StorySource[]): readonly string[] {
  return [
    ...clash(sources, 'the rate', (facts) => ratesOf(facts)),
    ...clash(sources, 'the first day', (facts) => facts.effectiveOn),
    ...clash(sources, 'the instrument', (facts) => facts.instrument),
  ];
}

function clash(
  sources: readonly StorySource[],
  what: string,
  tell: (facts: StoryFacts) => string | null,
): readonly string[] {
  const stating = sources.filter(({ facts }) => tell(facts) !== null);
  const best = stating.filter(({ rung }) => rung === stating[0]?.rung);
  const first = best[0];
  const other = best.find(({ facts }) => first !== undefined && tell(facts) !== tell(first.facts));
  if (first === undefined || other === undefined) return [];
  return [
    `${what}: ${first.publisher} says ${tell(first.facts)}, ${other.publisher} says ${tell(other.facts)}`,
  ];
}

function ratesOf(facts: StoryFacts): string | null {
  const rates = [...new Set(facts.rates.map(({ pct }) => pct))].sort((a, b) => a - b);
  return rates.length === 0 ? null : rates.map((pct) => `${pct}%`).join(' and ');
}

function firstThat<T>(values: readonly T[], holds: (value: T) => boolean): T | undefined {
  return values.find(holds);
}
