// A ledger is its entries plus indexes over them. In: append-only entries. Out: the versions of measures that may matter
// for a lane (imposer, origins, scopes) on a day, as the ledger knew them at a time. It draws no conclusions.
import { DAY_MS, type Day, type Instant, startOfDay } from '../domain/day.ts';
import type { JurisdictionCode } from '../domain/jurisdiction.ts';
import type { LedgerEntry, Measure } from '../domain/measure.ts';
import { inOrderOfImports } from '../reference/importers.ts';
import { LAST_VERIFIED } from '../reference/measures.ts';
import { forEachSpanAt, type IntervalIndex, indexSpans, type Span } from './interval-index.ts';
import type { NormalDutyTable } from './normal-duty.ts';

const LAST_OF_DAYS: Day = '9999-12-31';

/** What the ledger said of one measure from `knownFrom` until just before `knownUntil` (Infinity: still). */
export type Version = {
  readonly measure: Measure;
  readonly entry: LedgerEntry;
  readonly knownFrom: Instant;
  readonly knownUntil: Instant;
};

/** imposer -> target -> scope -> versions by the days on which they can be seen. */
type LaneIndex = ReadonlyMap<
  JurisdictionCode,
  ReadonlyMap<JurisdictionCode, ReadonlyMap<string, IntervalIndex<Version>>>
>;

export type Ledger = {
  /** In the order of recording. */
  readonly entries: readonly LedgerEntry[];
  readonly lastVerified: Day;
  /** Versions of each measure id, oldest knowledge first. */
  readonly versions: ReadonlyMap<string, readonly Version[]>;
  /** Everyone who ever imposed something, the largest importers first. */
  readonly imposers: readonly JurisdictionCode[];
  /** Normal duties of an operator's tariff table; null: none was given. */
  readonly normalDuties: NormalDutyTable | null;
  /** What is known now. */
  readonly current: LaneIndex;
  /** All that was ever known; built when the first question about the past of the ledger is asked. */
  readonly everKnown: () => LaneIndex;
};

/** Which versions are asked for. `scopes` null: every scope. `knownOn` null: as known now. */
export type LaneQuestion = {
  readonly imposer: JurisdictionCode;
  readonly targets: readonly JurisdictionCode[];
  readonly scopes: readonly string[] | null;
  readonly on: Day;
  readonly knownOn: Day | null;
};

/**
 * Builds a ledger. Entries may come in any order; those recorded at the same instant count in the order given. An entry
 * ends what was known before of its measure id, and of the entry it supersedes.
 */
export function createLedger(
  entries: readonly LedgerEntry[],
  lastVerified: Day = LAST_VERIFIED,
): Ledger {
  const ordered = [...entries].sort((a, b) => a.recordedAt - b.recordedAt);
  const all = toVersions(ordered);
  const versions = new Map<string, Version[]>();
  for (const version of all) {
    const chain = versions.get(version.measure.id);
    if (chain === undefined) versions.set(version.measure.id, [version]);
    else chain.push(version);
  }
  return {
    entries: ordered,
    lastVerified,
    normalDuties: null,
    versions,
    imposers: inOrderOfImports(new Set(all.map(({ measure }) => measure.imposer))),
    current: indexLanes(
      all.filter((version) => version.knownUntil === Infinity),
      lastVerified,
    ),
    everKnown: once(() => indexLanes(all, lastVerified)),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The instant just after the last one that belongs to `knownOn` (UTC); Infinity for null. */
export function endOfKnowledge(knownOn: Day | null): Instant {
  return knownOn === null ? Infinity : startOfDay(knownOn) + DAY_MS;
}

/** True when the ledger said this at the end of `knownOn`. */
export function wasKnown(version: Version, knownOn: Day | null): boolean {
  if (knownOn === null) return version.knownUntil === Infinity;
  const end = endOfKnowledge(knownOn);
  return version.knownFrom < end && version.knownUntil >= end;
}

/** The version of a measure known at the end of `knownOn`, or null. */
export function versionOf(ledger: Ledger, measureId: string, knownOn: Day | null): Version | null {
  const chain = ledger.versions.get(measureId) ?? [];
  return chain.findLast((version) => wasKnown(version, knownOn)) ?? null;
}

/** Versions that can be seen on the day: announced, running, paused or asked for; some ended ones that stay in doubt. */
export function versionsOn(ledger: Ledger, question: LaneQuestion): Version[] {
  const { on, knownOn } = question;
  const lanes = (knownOn === null ? ledger.current : ledger.everKnown()).get(question.imposer);
  const found: Version[] = [];
  const take = (version: Version): void => {
    if (wasKnown(version, knownOn)) found.push(version);
  };
  for (const target of question.targets) {
    const byScope = lanes?.get(target);
    if (byScope === undefined) continue;
    for (const scope of question.scopes ?? byScope.keys()) {
      const index = byScope.get(scope);
      if (index !== undefined) forEachSpanAt(index, on, take);
    }
  }
  return found;
}

function toVersions(ordered: readonly LedgerEntry[]): readonly Version[] {
  const until = new Map<LedgerEntry, Instant>();
  const liveById = new Map<string, LedgerEntry>();
  const byEntryId = new Map<string, LedgerEntry>();
  const end = (entry: LedgerEntry | undefined, at: Instant): void => {
    if (entry !== undefined && !until.has(entry)) until.set(entry, at);
  };
  for (const entry of ordered) {
    end(liveById.get(entry.measure.id), entry.recordedAt);
    if (entry.supersedes !== null) end(byEntryId.get(entry.supersedes), entry.recordedAt);
    liveById.set(entry.measure.id, entry);
    byEntryId.set(entry.id, entry);
  }
  return ordered.map((entry) => ({
    measure: entry.measure,
    entry,
    knownFrom: entry.recordedAt,
    knownUntil: until.get(entry) ?? Infinity,
  }));
}

function indexLanes(versions: readonly Version[], lastVerified: Day): LaneIndex {
  const spans = new Map<string, Map<string, Map<string, Span<Version>[]>>>();
  for (const version of versions) {
    const { imposer, target, alsoTargets = [], productScope } = version.measure;
    const span = spanOf(version, lastVerified);
    for (const origin of [target, ...alsoTargets]) {
      const byTarget = entryOf(
        spans,
        imposer,
        () => new Map<string, Map<string, Span<Version>[]>>(),
      );
      const byScope = entryOf(byTarget, origin, () => new Map<string, Span<Version>[]>());
      entryOf(byScope, productScope, () => []).push(span);
    }
  }
  return mapValues(spans, (byTarget) =>
    mapValues(byTarget, (byScope) => mapValues(byScope, (list) => indexSpans(list))),
  );
}

// Requests stay in sight after their answer, and an end that nobody has confirmed stays in sight as a doubt.
function spanOf(version: Version, lastVerified: Day): Span<Version> {
  const { announcedOn, effectiveFrom, effectiveTo, kind, stage } = version.measure;
  const first =
    announcedOn !== null && effectiveFrom !== null && effectiveFrom < announcedOn
      ? effectiveFrom
      : (announcedOn ?? effectiveFrom ?? LAST_OF_DAYS);
  const staysInSight =
    kind === 'request' ||
    stage === 'suspended' ||
    (effectiveTo !== null && effectiveTo > lastVerified);
  return {
    from: first,
    to: staysInSight ? LAST_OF_DAYS : (effectiveTo ?? LAST_OF_DAYS),
    item: version,
  };
}

function entryOf<K, V>(map: Map<K, V>, key: K, create: () => V): V {
  const held = map.get(key);
  if (held !== undefined) return held;
  const made = create();
  map.set(key, made);
  return made;
}

function mapValues<K, V, W>(map: ReadonlyMap<K, V>, change: (value: V) => W): Map<K, W> {
  return new Map([...map].map(([key, value]) => [key, change(value)]));
}

/** Every measure as it is known now, each once. */
export function* currentMeasures(ledger: Ledger): Generator<Measure> {
  for (const id of ledger.versions.keys()) {
    const version = versionOf(ledger, id, null);
    if (version !== null) yield version.measure;
  }
}
