// One measure of the ledger on one line: who, on whom, what, how much, since when, under which law.
import { type Measure, UNKNOWN_INSTRUMENT } from '../domain/measure.ts';
import type { Span } from '../domain/message.ts';
import type { RateBasis } from '../domain/rate.ts';
import { countryName, nameOf, productName } from './names.ts';
import { basisPointWords, cutWords, dayWords } from './wording.ts';

const BASIS_WORDS: Readonly<Record<RateBasis, (percent: string) => string>> = {
  additional: (percent) => `${percent} on top of the normal duty`,
  floor: (percent) => `topped up to ${percent} with the normal duty`,
  total: (percent) => `${percent} in total`,
  'out-of-quota': (percent) => `${percent} outside the quota, on top of the normal duty`,
};

/** What a rate is and what it comes on top of; null when the ledger holds no rate. */
export function basisWords(percent: string, basis: string | null): string {
  const words = (BASIS_WORDS as Record<string, ((text: string) => string) | undefined>)[
    basis ?? ''
  ];
  return words === undefined ? `${percent} (base not recorded)` : words(percent);
}

const SHORT_BASIS_WORDS: Readonly<Record<RateBasis, (percent: string) => string>> = {
  additional: (percent) => `+${percent}`,
  floor: (percent) => `at least ${percent} in total`,
  total: (percent) => `${percent} in total`,
  'out-of-quota': (percent) => `${percent} outside the quota`,
};

/** The same in a list of many: `+25%`, `at least 15% in total`, `50% outside the quota`. */
export function shortRateWords(percent: string, basis: string | null): string {
  const words = (SHORT_BASIS_WORDS as Record<string, ((text: string) => string) | undefined>)[
    basis ?? ''
  ];
  return words === undefined ? percent : words(percent);
}

/** `United States on Japan, steel: 25% on top of the normal duty, from 12 Mar 2025 (Procl. 10896)`. */
export function measureLine(measure: Measure): readonly Span[] {
  const rate = ratePhrase(measure);
  const from = measure.effectiveFrom === null ? '' : `, from ${dayWords(measure.effectiveFrom)}`;
  const to = measure.effectiveTo === null ? '' : `, until ${dayWords(measure.effectiveTo)}`;
  const head = `${countryName(measure.imposer)} on ${nameOf(measure.target)}, ${productName(measure.productScope)}: `;
  return [
    { text: head, bold: true },
    { text: `${rate}${from}${to}${lawWords(measure)} ` },
    { text: measure.id, code: true },
  ];
}

// A threat often names no law.
function lawWords({ legalRef, instrument }: Measure): string {
  const law = legalRef || (instrument === UNKNOWN_INSTRUMENT ? '' : instrument);
  return law === '' ? '' : ` (${cutWords(law, 90)})`;
}

function ratePhrase(measure: Measure): string {
  if (measure.rate === null) return measure.kind === 'tariff' ? 'rate not stated' : measure.kind;
  return basisWords(basisPointWords(measure.rate), measure.rateBasis);
}
