// The sources of a story in, what the story says out. A pure fold over the set: the order of arrival does not matter.
// The highest rung that states a fact sets it; lower rungs only fill what it leaves open. Time alone moves the stage on:
// what was announced for a day is in force once that day has come and somebody reports it.
import { type Day, dayOf } from '../domain/day.ts';
import type { Action, Rung } from '../domain/reading.ts';
import { RUNGS } from '../domain/reading.ts';
import type { StoryFacts, StoryRate, StorySource } from '../domain/story.ts';
import { isPlan } from './action-family.ts';
import { originsOf } from './count-origins.ts';

export type Telling = StoryFacts & {
  readonly title: string;
  readonly rung: Rung;
  /** Best rung first, then the earliest. */
  readonly sources: readonly StorySource[];
};

/** What the sources together say. Throws for no sources: a story has at least one. */
export function foldSources(unsorted: readonly StorySource[]): Telling {
  const sources = [...unsorted].sort(byRank);
  const best = sources[0];
  if (best === undefined) throw new Error('A story without sources says nothing.');
  const effectiveOn = mostOrigins(sources, (facts) => facts.effectiveOn);
  const step = leadingStep(sources);
  return {
    imposers: listOf(sources, (facts) => facts.imposers),
    targets: absorb(
      'WORLD',
      listOf(sources, (facts) => facts.targets),
    ),
    exempted: listOf(sources, (facts) => facts.exempted),
    products: absorb(
      'all-goods',
      listOf(sources, (facts) => facts.products),
    ),
    rates: ratesOf(isPlan(step.action) ? sources : withoutPlans(sources)),
    oldRates: listOf(sources, (facts) => facts.oldRates),
    action: step.action,
    stage: hasBegun(sources, step.stage, effectiveOn) ? 'in-force' : step.stage,
    relief: step.relief,
    effectiveOn,
    endsOn: mostOrigins(sources, (facts) => facts.endsOn),
    instrument: mostOrigins(sources, (facts) => facts.instrument),
    quotaTonnes: listOf(sources, (facts) => facts.quotaTonnes),
    title: best.title,
    rung: best.rung,
    sources,
  };
}

/** Position of a rung, 0 for press. */
export function rankOf(rung: Rung): number {
  return RUNGS.indexOf(rung);
}

function byRank(left: StorySource, right: StorySource): number {
  return (
    rankOf(right.rung) - rankOf(left.rung) ||
    (left.publishedAt ?? left.seenAt) - (right.publishedAt ?? right.seenAt) ||
    (left.itemId < right.itemId ? -1 : left.itemId > right.itemId ? 1 : 0)
  );
}

// The sources of the highest rung among those that state the fact at all.
function bestThatState(
  sources: readonly StorySource[],
  states: (facts: StoryFacts) => boolean,
): readonly StorySource[] {
  const stating = sources.filter((source) => states(source.facts));
  return stating.filter((source) => source.rung === stating[0]?.rung);
}

function listOf<T extends string | number>(
  sources: readonly StorySource[],
  pick: (facts: StoryFacts) => readonly T[],
): readonly T[] {
  const stating = bestThatState(sources, (facts) => pick(facts).length > 0);
  const values = [...new Set(stating.flatMap((source) => pick(source.facts)))];
  return values.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

// "All origins" says what each named origin says and more.
function absorb(widest: string, values: readonly string[]): readonly string[] {
  return values.includes(widest) ? [widest] : values;
}

// A figure that is only threatened or proposed is none of the law, though both are told in one story.
function withoutPlans(sources: readonly StorySource[]): readonly StorySource[] {
  const done = sources.filter(({ facts }) => facts.rates.length > 0 && !isPlan(facts.action));
  return done.length > 0 ? done : sources;
}

function ratesOf(sources: readonly StorySource[]): readonly StoryRate[] {
  const stating = bestThatState(sources, (facts) => facts.rates.length > 0);
  const byFigure = new Map<string, StoryRate>();
  for (const rate of stating.flatMap((source) => source.facts.rates)) {
    const key = `${rate.pct} ${rate.kind}`;
    if (!byFigure.has(key)) byFigure.set(key, rate);
  }
  const rates = [...byFigure.values()];
  // A figure whose kind one source states needs no second line for the source that left it open.
  const stated = new Set(rates.filter((rate) => rate.kind !== 'unstated').map((rate) => rate.pct));
  return rates
    .filter((rate) => rate.kind !== 'unstated' || !stated.has(rate.pct))
    .sort((a, b) => a.pct - b.pct || (a.kind < b.kind ? -1 : 1));
}

/** Steps that undo or put off an earlier one: whoever said the earlier one at the same rung has moved on. */
const TURNS: ReadonlySet<Action> = new Set(['suspended', 'delayed', 'removed', 'struck-down']);

function leadingStep(
  sources: readonly StorySource[],
): Pick<StoryFacts, 'action' | 'stage' | 'relief'> {
  const action = mostOrigins<Action>(sources, (facts) =>
    facts.action === 'other' ? null : facts.action,
  );
  const first = sources.find((source) => source.facts.action === (action ?? 'other')) ?? sources[0];
  const teller = first === undefined ? undefined : (turnAfter(sources, first) ?? first);
  return {
    action: teller?.facts.action ?? 'other',
    stage: teller?.facts.stage ?? null,
    relief: teller?.facts.relief ?? null,
  };
}

// The press may disagree about one event; an authority that says something else on a later day has taken a further step.
function turnAfter(sources: readonly StorySource[], first: StorySource): StorySource | undefined {
  if (first.rung === 'press') return undefined;
  return sources.findLast(
    (source) =>
      source.rung === first.rung &&
      TURNS.has(source.facts.action) &&
      dayOfSource(source) > dayOfSource(first),
  );
}

function hasBegun(
  sources: readonly StorySource[],
  stage: StoryFacts['stage'],
  effectiveOn: Day | null,
): boolean {
  if (stage !== 'announced' || effectiveOn === null) return false;
  return sources.some(
    (source) => source.facts.stage === 'in-force' && dayOfSource(source) >= effectiveOn,
  );
}

function dayOfSource(source: StorySource): Day {
  return dayOf(source.publishedAt ?? source.seenAt);
}

// Among the best sources that state it, the value that most independent origins give; the earliest wins a tie.
function mostOrigins<T>(
  sources: readonly StorySource[],
  pick: (facts: StoryFacts) => T | null,
): T | null {
  const stating = bestThatState(sources, (facts) => pick(facts) !== null);
  const votes = new Map<T, number>();
  for (const source of stating) {
    const value = pick(source.facts);
    if (value !== null && !votes.has(value)) {
      votes.set(value, originsOf(stating.filter((one) => pick(one.facts) === value)).length);
    }
  }
  let winner: T | null = null;
  for (const [value, count] of votes) {
    if (winner === null || count > (votes.get(winner) ?? 0)) winner = value;
  }
  return winner;
}
