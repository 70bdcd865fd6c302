// What this ledger knows about a jurisdiction, and how well. In: a ledger and a code. Out: counts by role, instrument and
// state of checking. It says nothing about feeds: the caller adds which of them were reached.
import type { Day } from '../domain/day.ts';
import type { JurisdictionCode } from '../domain/jurisdiction.ts';
import type { LedgerEntry, Measure } from '../domain/measure.ts';
import { bodiesOf } from '../reference/memberships.ts';
import { type Ledger, type Version, wasKnown } from './create-ledger.ts';

export type CoverageSide = {
  readonly measures: number;
  readonly requests: number;
  /** Most frequent first. */
  readonly instruments: readonly { readonly name: string; readonly measures: number }[];
  readonly imposers: readonly JurisdictionCode[];
  /** Rows that a second check confirmed or corrected; the rest say "check the source". */
  readonly checked: number;
  readonly firstDay: Day | null;
};

export type Coverage = {
  readonly code: JurisdictionCode;
  readonly lastVerified: Day;
  /** Measures on its exports that name it or its bloc, without those on every origin. */
  readonly asTarget: CoverageSide;
  /** Measures on every origin, which reach it too. */
  readonly asAnyOrigin: CoverageSide;
  readonly asImposer: CoverageSide;
  /** Entries learned from feeds or curators about it, newest first. */
  readonly learned: readonly LedgerEntry[];
};

/** Coverage as known at the end of `knownOn`; membership of the EU is that of `on`. */
export function coverageOf(
  ledger: Ledger,
  code: JurisdictionCode,
  options: { readonly on: Day; readonly knownOn?: Day | null },
): Coverage {
  const bodies = bodiesOf(code, options.on);
  const known = [...ledger.versions.values()].flatMap((chain) => {
    const version = chain.findLast((one) => wasKnown(one, options.knownOn ?? null));
    return version === undefined ? [] : [version];
  });
  const names = ({ target, alsoTargets = [] }: Measure) =>
    [target, ...alsoTargets].some((one) => bodies.includes(one));
  const isAbout = ({ measure }: Version) => names(measure) || bodies.includes(measure.imposer);
  return {
    code,
    lastVerified: ledger.lastVerified,
    asTarget: sideOf(known.filter(({ measure }) => names(measure))),
    asAnyOrigin: sideOf(
      known.filter(
        ({ measure }) => measure.target === 'WORLD' && !bodies.includes(measure.imposer),
      ),
    ),
    asImposer: sideOf(known.filter(({ measure }) => bodies.includes(measure.imposer))),
    learned: known
      .filter((version) => version.entry.origin !== 'seed' && isAbout(version))
      .map(({ entry }) => entry)
      .sort((a, b) => b.recordedAt - a.recordedAt),
  };
}

function sideOf(versions: readonly Version[]): CoverageSide {
  const measures = versions.map(({ measure }) => measure).filter(({ kind }) => kind !== 'request');
  const counts = new Map<string, number>();
  for (const { instrument } of measures) counts.set(instrument, (counts.get(instrument) ?? 0) + 1);
  const days = measures
    .flatMap(({ announcedOn, effectiveFrom }) => announcedOn ?? effectiveFrom ?? [])
    .sort((a, b) => a.localeCompare(b));
  return {
    measures: measures.length,
    requests: versions.length - measures.length,
    instruments: [...counts]
      .map(([name, count]) => ({ name, measures: count }))
      .sort((a, b) => b.measures - a.measures || a.name.localeCompare(b.name)),
    imposers: [...new Set(measures.map(({ imposer }) => imposer))].sort((a, b) =>
      a.localeCompare(b),
    ),
    checked: measures.filter(({ audit }) => audit === 'confirmed' || audit === 'corrected').length,
    firstDay: days[0] ?? null,
  };
}
