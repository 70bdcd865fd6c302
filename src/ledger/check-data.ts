// How the seeded measures hang together: chains, gaps, overlaps, tables that name what no measure has. In: measures with
// their lines. Out: findings in words. What is wrong with one measure by itself is refused on loading (`parse-measures.ts`).
import { addDays } from '../domain/day.ts';
import type { Measure } from '../domain/measure.ts';
import { LAST_VERIFIED, readSeedMeasures } from '../reference/measures.ts';
import type { MeasureAtLine } from '../reference/parse-measures.ts';
import {
  findOddities,
  findProductFaults,
  findStrangers,
  findTableFaults,
  toFinding,
} from './check-tables.ts';
import type { Finding } from './finding.ts';

export type DataReport = {
  readonly measures: number;
  readonly findings: readonly Finding[];
};

type Check = (row: MeasureAtLine, byId: ReadonlyMap<string, MeasureAtLine>) => readonly Found[];
type Found = { readonly severity: Finding['severity']; readonly text: string };

/** Checks the seeded data and the tables beside it, or the rows given: every fault, each with its file and line. */
export function checkData(given?: readonly MeasureAtLine[]): DataReport {
  const { rows, faults } =
    given === undefined ? readSeedMeasures() : { rows: given, faults: [] as const };
  const unread = once([...faults.map(toFinding), ...findTableFaults()]);
  const measures = rows.length;
  const found = [...unread, ...findDuplicates(rows), ...findFaults(rows), ...findOverlaps(rows)];
  // What is not read is missed by everything that looks for it: only a whole ledger can be compared with its tables.
  if (unread.length > 0) return { measures, findings: found };
  const tables = [...findStrangers(rows), ...findOddities(rows)];
  const isSound = found.every(({ severity }) => severity !== 'error');
  return { measures, findings: [...found, ...tables, ...(isSound ? findProductFaults() : [])] };
}

// A table that many rows ask says its fault to each of them.
function once(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((one) => [`${one.file}:${one.line}:${one.text}`, one])).values()];
}

function findFaults(rows: readonly MeasureAtLine[]): readonly Finding[] {
  const byId = new Map(rows.map((row) => [row.measure.id, row]));
  const checks: readonly Check[] = [checkState, checkChain, checkEvidence, checkExceptions];
  return rows.flatMap((row) =>
    checks.flatMap((check) =>
      check(row, byId).map((found) => ({ ...found, file: row.file, line: row.line })),
    ),
  );
}

function findDuplicates(rows: readonly MeasureAtLine[]): readonly Finding[] {
  const first = new Map<string, MeasureAtLine>();
  return rows.flatMap((row): readonly Finding[] => {
    const { id } = row.measure;
    const known = first.get(id);
    if (known === undefined) {
      first.set(id, row);
      return [];
    }
    const { file, line } = row;
    return [{ ...fault(`${id} stands already at ${known.file}:${known.line}`), file, line }];
  });
}

function checkState({ measure }: MeasureAtLine): readonly Found[] {
  const { id, stage, effectiveFrom, effectiveTo } = measure;
  const hasEnded = stage === 'ended' || stage === 'struck-down';
  if (hasEnded && effectiveTo === null) return [fault(`${id} has ended without a last day`)];
  if (hasEnded && effectiveTo !== null && effectiveTo > LAST_VERIFIED) {
    return [fault(`${id} is said to have ended, but its last day ${effectiveTo} lies ahead`)];
  }
  if (stage === 'in-force' && effectiveFrom === null) {
    return [fault(`${id} is said to be in force without a first day`)];
  }
  if (stage === 'in-force' && effectiveTo !== null && effectiveTo < LAST_VERIFIED) {
    return [fault(`${id} is said to be in force, but its last day was ${effectiveTo}`)];
  }
  if (stage === 'announced' && effectiveFrom !== null && effectiveFrom <= LAST_VERIFIED) {
    return [fault(`${id} is said to be announced, but it began ${effectiveFrom}`)];
  }
  return [];
}

/** A chain leads forward in time without a hole: the day after the last one is the successor's first. */
function checkChain(
  { measure }: MeasureAtLine,
  byId: ReadonlyMap<string, MeasureAtLine>,
): readonly Found[] {
  if (measure.supersededBy === null) return [];
  const next = byId.get(measure.supersededBy)?.measure;
  if (next === undefined) {
    return [fault(`${measure.id} is superseded by ${measure.supersededBy}, which does not exist`)];
  }
  if (leadsBack(measure, byId)) return [fault(`${measure.id} is superseded by itself in the end`)];
  if (measure.effectiveTo === null && measure.stage !== 'threatened') {
    const hasBegun = measure.effectiveFrom !== null && measure.stage !== 'suspended';
    return hasBegun ? [fault(`${measure.id} is superseded and has no last day`)] : [];
  }
  const isSameLane = laneOf(measure) === laneOf(next);
  if (!isSameLane || next.effectiveFrom === null || measure.effectiveTo === null) return [];
  const due = addDays(measure.effectiveTo, 1);
  if (measure.effectiveFrom !== null && next.effectiveFrom > due) {
    return [
      doubt(`${measure.id} ends ${measure.effectiveTo}, ${next.id} begins ${next.effectiveFrom}`),
    ];
  }
  return [];
}

function checkEvidence({ measure }: MeasureAtLine): readonly Found[] {
  const { id, legalRef, stage, announcedOn, kind } = measure;
  const isLaw = kind !== 'request' && stage !== 'threatened';
  return [
    ...(isLaw && legalRef === '' ? [doubt(`${id} names no law`)] : []),
    ...(announcedOn === null ? [doubt(`${id} has no day of announcement`)] : []),
  ];
}

/** Who is spared must be hit otherwise, and must have no row that says the contrary. */
function checkExceptions(
  { measure }: MeasureAtLine,
  byId: ReadonlyMap<string, MeasureAtLine>,
): readonly Found[] {
  const { id, target, exceptions = [], effectiveFrom, effectiveTo } = measure;
  if (exceptions.length > 0 && target !== 'WORLD' && target !== 'EU') {
    return [fault(`${id} spares origins and hits only ${target}`)];
  }
  return exceptions.flatMap(({ origins, from, to }) => {
    const named = origins.isComplement ? [] : origins.parts;
    const period = { effectiveFrom: from ?? effectiveFrom, effectiveTo: to ?? effectiveTo };
    return [...byId.values()].flatMap(({ measure: other }) =>
      named.includes(other.target) &&
      laneOf({ ...measure, target: other.target }) === laneOf(other) &&
      overlap({ ...measure, ...period }, other)
        ? [fault(`${id} spares ${other.target}, which ${other.id} names`)]
        : [],
    );
  });
}

function leadsBack(measure: Measure, byId: ReadonlyMap<string, MeasureAtLine>): boolean {
  const seen = new Set<string>();
  for (
    let at = measure.supersededBy;
    at !== null;
    at = byId.get(at)?.measure.supersededBy ?? null
  ) {
    // A measure may return to the one it interrupted; only a circle through the measure itself is a fault.
    if (at === measure.id) return true;
    if (seen.has(at)) return false;
    seen.add(at);
  }
  return false;
}

/** Two measures of one instrument on one lane on the same day would both be counted. */
function findOverlaps(rows: readonly MeasureAtLine[]): readonly Finding[] {
  const lanes = new Map<string, MeasureAtLine[]>();
  for (const row of rows) {
    if (row.measure.effectiveFrom === null) continue;
    const lane = laneOf(row.measure);
    const others = lanes.get(lane);
    if (others === undefined) lanes.set(lane, [row]);
    else others.push(row);
  }
  return [...lanes.values()].flatMap((lane) =>
    lane.flatMap((row, at) =>
      lane.slice(at + 1).flatMap((other) =>
        overlap(row.measure, other.measure)
          ? [
              {
                ...fault(`${other.measure.id} overlaps ${row.measure.id}`),
                file: other.file,
                line: other.line,
              },
            ]
          : [],
      ),
    ),
  );
}

function overlap(one: Measure, other: Measure): boolean {
  const endOf = ({ effectiveTo }: Measure) => effectiveTo ?? '9999-12-31';
  return (one.effectiveFrom ?? '') <= endOf(other) && (other.effectiveFrom ?? '') <= endOf(one);
}

function laneOf({ imposer, target, productScope, instrument }: Measure): string {
  return [imposer, target, productScope, instrument].join('|');
}

function fault(text: string): Found {
  return { severity: 'error', text };
}

function doubt(text: string): Found {
  return { severity: 'warning', text };
}
