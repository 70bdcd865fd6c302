// Ad valorem rates as integers, so that sums are exact (2.9 + 50 + 25 is 77.9 and not 77.89999).

/** Hundredths of a percent: 25 % is 2500, 7.8 % is 780. */
export type BasisPoints = number;

/** What a rate comes on top of. `floor`: the whole duty is topped up to this rate. `total`: this is the whole duty. */
export type RateBasis = 'additional' | 'floor' | 'total' | 'out-of-quota';

/** Percent, as read or printed, to an integer of hundredths. */
export function toBasisPoints(percent: number): BasisPoints {
  return Math.round(percent * 100);
}

/** Hundredths back to a percent, exact to two digits. */
export function toPercent(basisPoints: BasisPoints): number {
  return basisPoints / 100;
}

/** A percent as people write it: `25%`, `7.8%`, `0%`. */
export function formatPercent(percent: number): string {
  return `${Number(percent.toFixed(2))}%`;
}
