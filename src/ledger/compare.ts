// The same question asked for several origins, side by side. In: a ledger and queries that differ in target. Out: a table,
// one row an imposer, one cell an origin. It ranks nothing: a higher rate is not a worse position by itself.
import type { Day } from '../domain/day.ts';
import type { JurisdictionCode } from '../domain/jurisdiction.ts';
import type { Status, StatusImposer, StatusStage } from '../domain/status.ts';
import { bodiesOf } from '../reference/memberships.ts';
import type { Ledger } from './create-ledger.ts';
import { type StatusQuery, statusOn } from './status-on.ts';

export type ComparisonCell = {
  readonly target: JurisdictionCode;
  readonly stage: StatusStage;
  readonly extra_rate_pct: number | null;
  /** True for goods of the imposer itself, or of a member of its union. */
  readonly isOwn: boolean;
  /** The whole answer of the imposer; null: it says nothing on this origin. */
  readonly answer: StatusImposer | null;
  /** Instruments that count, nearest first. */
  readonly instruments: readonly string[];
  readonly legal_refs: readonly string[];
};

export type Comparison = {
  readonly on: Day;
  readonly product: string | null;
  readonly statuses: readonly Status[];
  readonly rows: readonly {
    readonly imposer: JurisdictionCode;
    /** In the order of the queries. */
    readonly cells: readonly ComparisonCell[];
    readonly isEqual: boolean;
  }[];
};

/** Compares at least one query; all should ask for the same product and day. */
export function compareStatus(ledger: Ledger, queries: readonly StatusQuery[]): Comparison {
  const statuses = queries.map((query) => statusOn(ledger, query));
  const imposers = [
    ...new Set(statuses.flatMap((one) => one.imposers.map(({ imposer }) => imposer))),
  ];
  return {
    on: queries[0]?.on ?? '',
    product: queries[0]?.product ?? null,
    statuses,
    rows: imposers.map((imposer) => {
      const cells = statuses.map((status) =>
        cellOf(
          status,
          imposer,
          status.imposers.find((one) => one.imposer === imposer),
        ),
      );
      return { imposer, cells, isEqual: cells.every((cell) => isEqual(cell, cells[0])) };
    }),
  };
}

function cellOf(
  { target, on }: Status,
  imposer: JurisdictionCode,
  answer: StatusImposer | undefined,
): ComparisonCell {
  const counted = (answer?.measures ?? []).filter(({ standing }) => standing === 'applies');
  return {
    target,
    isOwn: bodiesOf(target, on).includes(imposer),
    stage: answer?.stage ?? 'none',
    extra_rate_pct: answer?.extra_rate_pct ?? null,
    answer: answer ?? null,
    instruments: [...new Set(counted.map(({ instrument }) => instrument))],
    legal_refs: [...new Set(counted.map(({ legal_ref }) => legal_ref))],
  };
}

// Alike is who pays the same in the same way: a quota, an exemption and a duty of nothing are three things.
function isEqual(one: ComparisonCell, other: ComparisonCell | undefined): boolean {
  return (
    one.stage === other?.stage &&
    one.extra_rate_pct === other.extra_rate_pct &&
    isRelieved(one.answer) === isRelieved(other.answer) &&
    termsOf(one.answer) === termsOf(other.answer)
  );
}

/** Whoever asked for relief, or has it, is not in the same place as who did not. */
function isRelieved(answer: StatusImposer | null): boolean {
  return (answer?.relief ?? []).length > 0;
}

function termsOf(answer: StatusImposer | null): string {
  const counted = (answer?.measures ?? []).filter(({ standing }) => standing === 'applies');
  const terms = counted.map(({ kind, rate_basis, quantity_tonnes, exception }) =>
    [kind, rate_basis, quantity_tonnes, exception?.is_certain].join(' '),
  );
  // Lists that reach a part of the goods, and claims that free them, belong to what is told of an origin.
  const besides = (answer?.partial ?? []).map(({ kind, instrument, rate_basis, rate_pct }) =>
    ['beside', kind, instrument, rate_basis, rate_pct].join(' '),
  );
  return [
    answer?.includes_normal_duty ?? false,
    ...new Set([...terms.sort(), ...besides.sort()]),
  ].join('|');
}
