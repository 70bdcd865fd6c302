// What became of threats. In: a ledger, a day, and whose threats against whom. Out: each threat with its outcome, and how
// many days outcomes took. A threat that a milder measure replaced was not carried out; that is told apart.
import { type Day, daysBetween } from '../domain/day.ts';
import type { JurisdictionCode } from '../domain/jurisdiction.ts';
import type { Measure } from '../domain/measure.ts';
import { bodiesOf } from '../reference/memberships.ts';
import { type Ledger, versionOf, wasKnown } from './create-ledger.ts';

/**
 * `carried-out`: a measure of at least that rate took its place and began. `softened`: a measure of a lower or unknown rate
 * did. `withdrawn`: dropped without one. `open`: none of these by that day.
 */
export type ThreatOutcome = 'open' | 'carried-out' | 'softened' | 'withdrawn';

export type Threat = {
  readonly measure: Measure;
  readonly outcome: ThreatOutcome;
  /** The day of the outcome; null while open. */
  readonly settledOn: Day | null;
  readonly days: number | null;
  readonly followedBy: Measure | null;
};

export type ThreatReport = {
  readonly threats: readonly Threat[];
  readonly counts: Readonly<Record<ThreatOutcome, number>>;
  /** Over the settled ones; null when none is. */
  readonly medianDays: number | null;
  readonly settled: number;
};

export type ThreatQuery = {
  readonly on: Day;
  readonly knownOn?: Day | null;
  readonly imposer?: JurisdictionCode | null;
  readonly target?: JurisdictionCode | null;
};

/** Threats made up to `on`, newest first. */
export function threatsOf(ledger: Ledger, query: ThreatQuery): ThreatReport {
  const knownOn = query.knownOn ?? null;
  const bodies =
    typeof query.target === 'string' ? [...bodiesOf(query.target, query.on), 'WORLD'] : null;
  const threats: Threat[] = [];
  for (const chain of ledger.versions.values()) {
    const measure = chain.findLast((version) => wasKnown(version, knownOn))?.measure;
    if (measure?.stage !== 'threatened') continue;
    if (measure.announcedOn === null || measure.announcedOn > query.on) continue;
    if (typeof query.imposer === 'string' && measure.imposer !== query.imposer) continue;
    if (bodies?.includes(measure.target) === false || bodies?.includes(measure.imposer)) continue;
    threats.push(outcomeOf(ledger, measure, query.on, knownOn));
  }
  threats.sort((a, b) => (b.measure.announcedOn ?? '').localeCompare(a.measure.announcedOn ?? ''));
  const days = threats.flatMap((threat) => threat.days ?? []);
  return { threats, counts: countsOf(threats), medianDays: medianOf(days), settled: days.length };
}

function outcomeOf(ledger: Ledger, measure: Measure, on: Day, knownOn: Day | null): Threat {
  const next =
    measure.supersededBy === null ? null : versionOf(ledger, measure.supersededBy, knownOn);
  const follower = next?.measure ?? null;
  const began = follower?.effectiveFrom ?? null;
  if (follower !== null && began !== null && began <= on && follower.stage !== 'threatened') {
    const isAsThreatened =
      measure.rate !== null && follower.rate !== null && follower.rate >= measure.rate;
    return settle(measure, isAsThreatened ? 'carried-out' : 'softened', began, follower);
  }
  if (measure.effectiveTo !== null && measure.effectiveTo < on) {
    return settle(measure, 'withdrawn', measure.effectiveTo, null);
  }
  return { measure, outcome: 'open', settledOn: null, days: null, followedBy: null };
}

function settle(
  measure: Measure,
  outcome: ThreatOutcome,
  settledOn: Day,
  followedBy: Measure | null,
): Threat {
  // A measure that had begun before the threat (the rate that stayed) settles it on the day itself.
  const days = Math.max(0, daysBetween(measure.announcedOn ?? settledOn, settledOn));
  return { measure, outcome, settledOn, days, followedBy };
}

function countsOf(threats: readonly Threat[]): Readonly<Record<ThreatOutcome, number>> {
  const counts: Record<ThreatOutcome, number> = {
    open: 0,
    'carried-out': 0,
    softened: 0,
    withdrawn: 0,
  };
  for (const { outcome } of threats) counts[outcome] += 1;
  return counts;
}

function medianOf(days: readonly number[]): number | null {
  if (days.length === 0) return null;
  const sorted = [...days].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
