// The fact base: dated measures from `data/measures/`, and the ledger entries that a new ledger starts from.
// Out: measures as they are known at the end of the evidence, and entries that say when each part became public.
// It does not answer questions; `ledger/status-on.ts` does.
import { type Day, startOfDay } from '../domain/day.ts';
import type { LedgerEntry, Measure } from '../domain/measure.ts';
import { DataFileError, readDataText } from './data-file.ts';
import { type MeasureAtLine, parseMeasures, readMeasures } from './parse-measures.ts';

/** Up to this day the evidence behind the seeded measures reaches; later days are said to be unconfirmed. */
export const LAST_VERIFIED: Day = '2026-10-10';

export const MEASURE_FILES = [
  'measures/us-section-232-metals.txt',
  'measures/us-section-232-other.txt',
  'measures/us-section-301.txt',
  'measures/us-ieepa.txt',
  'measures/us-other.txt',
  'measures/us-requests.txt',
  'measures/canada.txt',
  'measures/china.txt',
  'measures/european-union.txt',
  'measures/others.txt',
] as const;

let measures: readonly MeasureAtLine[] | undefined;
let entries: readonly LedgerEntry[] | undefined;

/** Every seeded measure with its file and line, read once. Throws DataFileError naming file and line. */
export function loadSeedMeasures(): readonly MeasureAtLine[] {
  measures ??= joinFiles(MEASURE_FILES.flatMap((file) => parseMeasures(file, readDataText(file))));
  return measures;
}

/** The same with every fault, for whoever mends them; how measures hang together is not looked at. */
export function readSeedMeasures(): {
  readonly rows: readonly MeasureAtLine[];
  readonly faults: readonly DataFileError[];
} {
  const files = MEASURE_FILES.map((file) => readMeasures(file, readDataText(file)));
  return {
    rows: files.flatMap(({ rows }) => rows),
    faults: files.flatMap(({ faults }) => faults),
  };
}

/**
 * The entries of a new ledger, oldest knowledge first. A measure is recorded at the start of the UTC day it was
 * announced (without such a day: when it began). Where its end became known later, the first entry is open-ended and
 * a second one with the end supersedes it. Throws DataFileError naming file and line.
 */
export function loadSeedEntries(): readonly LedgerEntry[] {
  entries ??= toSeedEntries(loadSeedMeasures().map(({ measure }) => measure));
  return entries;
}

/** As `loadSeedEntries`, for measures at hand. */
export function toSeedEntries(known: readonly Measure[]): readonly LedgerEntry[] {
  const byId = new Map(known.map((measure) => [measure.id, measure]));
  return known
    .flatMap((measure) => entriesOf(measure, byId))
    .sort((a, b) => a.recordedAt - b.recordedAt);
}

/** The day on which a seeded measure is taken to have become public. */
export function publicFrom(measure: Measure): Day {
  const day = measure.announcedOn ?? measure.effectiveFrom;
  if (day === null) throw new Error(`${measure.id} has no date at all`);
  return day;
}

function entriesOf(measure: Measure, byId: ReadonlyMap<string, Measure>): LedgerEntry[] {
  const startKnown = publicFrom(measure);
  const endKnown = endPublicFrom(measure, byId);
  const whole: LedgerEntry = {
    id: `seed:${measure.id}`,
    measure,
    recordedAt: startOfDay(startKnown),
    supersedes: null,
    origin: 'seed',
    storyId: null,
    note: 'from the fact base',
  };
  if (endKnown === null || endKnown <= startKnown) return [whole];
  return [
    { ...whole, measure: asBeforeItsEnd(measure) },
    {
      ...whole,
      id: `seed:${measure.id}:end`,
      recordedAt: startOfDay(endKnown),
      supersedes: whole.id,
      note: 'its end became known',
    },
  ];
}

// The successor's announcement tells the end, and at the latest the last day itself does. A successor older than the
// measure (the general rate that returns) tells nothing; an end beyond the evidence is a plan known from the start.
function endPublicFrom(measure: Measure, byId: ReadonlyMap<string, Measure>): Day | null {
  const last = measure.effectiveTo;
  if (last === null) return null;
  const successor = measure.supersededBy === null ? undefined : byId.get(measure.supersededBy);
  const told = successor?.announcedOn ?? null;
  if (told !== null && told >= publicFrom(measure) && told < last) return told;
  return last > LAST_VERIFIED ? null : last;
}

function asBeforeItsEnd(measure: Measure): Measure {
  const hadEnded = measure.stage === 'ended' || measure.stage === 'struck-down';
  return {
    ...measure,
    effectiveTo: null,
    supersededBy: null,
    stage: hadEnded ? 'in-force' : measure.stage,
  };
}

function joinFiles(rows: readonly MeasureAtLine[]): readonly MeasureAtLine[] {
  const byId = new Map<string, MeasureAtLine>();
  for (const row of rows) {
    const first = byId.get(row.measure.id);
    if (first !== undefined) {
      const fault = `${row.measure.id} stands already at ${first.file}:${first.line}`;
      throw new DataFileError(row.file, row.line, fault);
    }
    byId.set(row.measure.id, row);
  }
  for (const row of rows) {
    const next = row.measure.supersededBy;
    if (next !== null && !byId.has(next)) {
      throw new DataFileError(row.file, row.line, `superseded by ${next}, which does not exist`);
    }
  }
  return rows;
}
