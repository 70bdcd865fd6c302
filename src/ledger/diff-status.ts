// What changed between two answers. In: a ledger, a lane and two days. Out: one line an imposer whose stage, rate or
// measures differ. By law: what held on one day and on the other. By knowledge: what this ledger said of one day, then and
// then.
import type { Day } from '../domain/day.ts';
import type { JurisdictionCode } from '../domain/jurisdiction.ts';
import type { Status, StatusImposer, StatusMeasure, StatusStage } from '../domain/status.ts';
import type { Ledger } from './create-ledger.ts';
import { type StatusQuery, statusOn } from './status-on.ts';

/** `law`: between two days in the world. `knowledge`: between two states of this ledger about one day. */
export type DiffAxis = 'law' | 'knowledge';

export type StatusDiff = {
  readonly axis: DiffAxis;
  readonly from: Day;
  readonly to: Day;
  readonly before: Status;
  readonly after: Status;
  readonly changes: readonly ImposerDiff[];
};

export type ImposerDiff = {
  readonly imposer: JurisdictionCode;
  readonly stage: readonly [StatusStage, StatusStage];
  readonly extra_rate_pct: readonly [number | null, number | null];
  /** The whole answers before and after; null where the imposer said nothing. */
  readonly answers: readonly [StatusImposer | null, StatusImposer | null];
  /** Measures that count after and did not before, and the other way round. */
  readonly added: readonly StatusMeasure[];
  readonly removed: readonly StatusMeasure[];
};

/** The days may come in either order; the answer always goes from the earlier to the later one. */
export function diffStatus(
  ledger: Ledger,
  query: StatusQuery,
  days: { readonly axis: DiffAxis; readonly one: Day; readonly other: Day },
): StatusDiff {
  const { axis, one, other } = days;
  const [from = one, to = other] = [one, other].sort((a, b) => a.localeCompare(b));
  const at = (day: Day) =>
    statusOn(ledger, axis === 'law' ? { ...query, on: day } : { ...query, knownOn: day });
  const before = at(from);
  const after = at(to);
  return { axis, from, to, before, after, changes: changesBetween(before, after) };
}

/** Imposers whose answers differ, in the order of the later answer. */
export function changesBetween(before: Status, after: Status): readonly ImposerDiff[] {
  const codes = new Set([...after.imposers, ...before.imposers].map(({ imposer }) => imposer));
  return [...codes].flatMap((imposer) => {
    const old = before.imposers.find((one) => one.imposer === imposer);
    const now = after.imposers.find((one) => one.imposer === imposer);
    const added = missingFrom(countedIn(now), countedIn(old));
    const removed = missingFrom(countedIn(old), countedIn(now));
    const stage = [old?.stage ?? 'none', now?.stage ?? 'none'] as const;
    const rate = [old?.extra_rate_pct ?? null, now?.extra_rate_pct ?? null] as const;
    const isSame =
      stage[0] === stage[1] && rate[0] === rate[1] && added.length + removed.length === 0;
    return isSame
      ? []
      : [
          {
            imposer,
            stage,
            extra_rate_pct: rate,
            answers: [old ?? null, now ?? null],
            added,
            removed,
          },
        ];
  });
}

function countedIn(answer: StatusImposer | undefined): readonly StatusMeasure[] {
  const counted = (answer?.measures ?? []).filter(
    ({ standing, is_coming: isComing }) =>
      standing !== 'excluded' && (standing !== 'announced' || isComing),
  );
  // A list that reaches a part of the goods counts for nothing, and is news to whoever may stand on it.
  return [...counted, ...(answer?.partial ?? [])];
}

// The same measure in another standing (announced, then in force) is a change too.
function missingFrom(
  measures: readonly StatusMeasure[],
  others: readonly StatusMeasure[],
): readonly StatusMeasure[] {
  return measures.filter(
    (one) =>
      !others.some(
        (other) =>
          other.id === one.id && other.standing === one.standing && other.rate_pct === one.rate_pct,
      ),
  );
}
