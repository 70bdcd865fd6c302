// Measures of the ledger that a piece of news may be about. In: who, on whom, which goods, under what. Out: versions that
// are announced, running or paused on the day, on exactly that lane. No specificity, no stacking: news names its measure.
import type { Day } from '../domain/day.ts';
import type { JurisdictionCode } from '../domain/jurisdiction.ts';
import { type Measure, UNKNOWN_INSTRUMENT } from '../domain/measure.ts';
import type { Instrument } from '../domain/reading.ts';
import { type Ledger, type Version, versionsOn } from './create-ledger.ts';
import { stageOn } from './day-stage.ts';

export type MeasureClue = {
  readonly imposer: JurisdictionCode;
  readonly target: JurisdictionCode;
  readonly scope: string;
  /** Null: the news does not say; any instrument fits. */
  readonly instrument: Instrument | null;
  readonly on: Day;
};

const RELIEF_KINDS: readonly string[] = ['request', 'exemption', 'exclusion'];
const LIVE: readonly string[] = ['announced', 'in-force', 'suspended'];

/** Charging measures on exactly this lane; relief and threats are left out. */
export function chargingMeasures(ledger: Ledger, clue: MeasureClue): readonly Version[] {
  return measuresOn(ledger, clue).filter(
    ({ measure }) =>
      !RELIEF_KINDS.includes(measure.kind) &&
      LIVE.includes(stageOn(measure, clue.on)) &&
      !isStandingSuspension(measure, clue.on),
  );
}

// The end of a privilege (duty-free parcels) is written as a suspension in force; nothing is charged under it.
function isStandingSuspension(measure: Measure, on: Day): boolean {
  return measure.kind === 'suspension' && stageOn(measure, on) === 'in-force';
}

/** Exemptions on exactly this lane that are announced or hold on the day. */
export function exemptionsOn(ledger: Ledger, clue: MeasureClue): readonly Version[] {
  return measuresOn(ledger, clue).filter(
    ({ measure }) => measure.kind === 'exemption' && LIVE.includes(stageOn(measure, clue.on)),
  );
}

/** Requests on exactly this lane that have no answer yet. */
export function openRequests(ledger: Ledger, clue: MeasureClue): readonly Version[] {
  return measuresOn(ledger, clue).filter(({ measure }) => stageOn(measure, clue.on) === 'sought');
}

/** Readings name the law in one word ("Section 301"), measures in full ("Section 301 (China)"). */
export function isSameInstrument(measured: string, read: Instrument | null): boolean {
  if (read === null || measured === UNKNOWN_INSTRUMENT) return true;
  const name = READ_AS[read] ?? read;
  return measured === name || measured.startsWith(`${name} (`);
}

const READ_AS: Partial<Record<Instrument, string>> = { AD: 'anti-dumping', MFN: 'MFN increase' };

function measuresOn(ledger: Ledger, clue: MeasureClue): readonly Version[] {
  return versionsOn(ledger, {
    imposer: clue.imposer,
    targets: [clue.target],
    scopes: [clue.scope],
    on: clue.on,
    knownOn: null,
  }).filter(({ measure }) => isSameInstrument(measure.instrument, clue.instrument));
}

/** The instrument as the ledger writes it. */
export function instrumentName(read: Instrument): string {
  return READ_AS[read] ?? read;
}
