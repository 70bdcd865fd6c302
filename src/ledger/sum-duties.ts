// Adds up what is charged on top of the normal duty. In: measures that count, and the normal duty if known. Out: the sum
// in basis points and what it rests on. A specific duty (so much a tonne) has no rate here and is never taken as zero.
import type { Measure } from '../domain/measure.ts';
import type { BasisPoints } from '../domain/rate.ts';
import { charges } from './stack-measures.ts';

export type DutySum = {
  /** On top of the normal duty; null when nothing counts, or only duties without an ad valorem rate. */
  readonly extra: BasisPoints | null;
  /** Normal duty and extras; null when either is unknown. */
  readonly total: BasisPoints | null;
  /** A floor or whole duty is counted at its full rate, because the normal duty inside it is unknown. */
  readonly includesNormalDuty: boolean;
  /** Measures that charge something which is not in the sum. */
  readonly unpriced: readonly Measure[];
};

/**
 * Sums the measures. A floor tops the normal duty up to its rate: max(0, rate - normal). A whole duty (`total`) stands in
 * the place of the normal one. A TRQ counts at the rate outside its quota. Exemptions and absolute quotas charge nothing.
 */
export function sumDuties(measures: readonly Measure[], normalDuty: BasisPoints | null): DutySum {
  const unpriced = measures.filter((measure) => charges(measure) && isUnpriced(measure));
  const priced = measures.filter((measure) => !unpriced.includes(measure));
  const extras = priced.map((measure) => extraOf(measure, normalDuty));
  const isUnknown =
    measures.length === 0 || (unpriced.length > 0 && !priced.some((measure) => charges(measure)));
  const extra = isUnknown ? null : extras.reduce((sum, one) => sum + one, 0);
  const wholes = priced.flatMap(({ rateBasis, rate }) =>
    rateBasis === 'total' && rate !== null ? [rate] : [],
  );
  return {
    extra,
    total: totalOf(extra, unpriced.length > 0 ? null : normalDuty, wholes),
    includesNormalDuty: normalDuty === null && priced.some(holdsNormalDuty),
    unpriced,
  };
}

/** What one measure adds to the normal duty, or its full rate when the normal duty inside it is unknown. */
export function extraOf(measure: Measure, normalDuty: BasisPoints | null): BasisPoints {
  const rate = measure.rate ?? 0;
  if (normalDuty === null || !holdsNormalDuty(measure)) return rate;
  return Math.max(0, rate - normalDuty);
}

function holdsNormalDuty({ rateBasis, rate }: Measure): boolean {
  return rate !== null && rate > 0 && (rateBasis === 'floor' || rateBasis === 'total');
}

// An absolute quota bars what lies beyond it and has no rate; every other charging measure without one is a specific duty.
function isUnpriced(measure: Measure): boolean {
  return measure.rate === null && measure.kind !== 'quota';
}

// A whole duty of less than the normal one lowers the sum: it replaces the normal duty and is not topped up to it.
function totalOf(
  extra: BasisPoints | null,
  normalDuty: BasisPoints | null,
  wholes: readonly BasisPoints[],
): BasisPoints | null {
  if (extra === null || normalDuty === null) return null;
  const whole = wholes.length === 0 ? null : Math.min(...wholes);
  return whole !== null && whole < normalDuty ? extra + whole : extra + normalDuty;
}
