// The rate that a step is to avert: "cuts its duties to avoid a 46% tariff", "suspende las contramedidas para evitar el 30%". In: a
// percentage in its sentence. Out: yes or no.
import { avertedFrom } from '../places/averted.ts';
import type { RateAt } from './rate-at.ts';

const AVERTED_WITHIN = 9;

/** True for a rate of another's tariff that who takes the step does not want to meet. */
export function isToBeAverted({ line, percent, lead }: RateAt): boolean {
  // Who offers something for it asks to be let off that rate.
  if (lead.action === 'exemption-sought' || lead.action === 'proposed') return false;
  const at = avertedFrom(line);
  return at >= 0 && percent.from > at && percent.from - at <= AVERTED_WITHIN;
}
