// Percentages that are the subject of a verb ("another 36% pay in full"), tell a price ("cost 19 percent more") or how far two amounts
// lie apart ("17% below the local price"). In: a percentage in its sentence. Out: yes or no. English only.
import { type Line, tokenText } from '../words/scene.ts';
import { lastPlaceOf, wordGroup } from '../words/word-groups.ts';
import type { Percent } from './find-percents.ts';

const PRICED = wordGroup('cost costs costing priced sold fetched');
const PRICED_WITHIN = 3;

/** True for "coffee cost 18.9 percent more than a year before": how a price moved. */
export function isDearer(line: Line, { from, to }: Percent): boolean {
  const isMore = /^(?:more|less|higher|lower)$/.test(tokenText(line, to));
  return line.lang === 'en' && isMore && lastPlaceOf(line, PRICED, from - PRICED_WITHIN, from) >= 0;
}

const PAYING =
  /^(?:pay|pays|escape|escapes|qualify|qualifies|enjoy|enjoys|enter|enters|bear|bears)$/;

/** True for "another 36% pay in full": how much of the trade does so. */
export function isWhoPays(line: Line, { from, to }: Percent): boolean {
  if (line.lang !== 'en' || !PAYING.test(tokenText(line, to))) return false;
  const before = tokenText(line, from - 1);
  return /^(?:|and|;|,|while|but|another|other|remaining|some|about)$/.test(before);
}

/** Words that set a figure apart from an amount. */
export const MEASURED = wordGroup('below above under over');
const YARDSTICK = /^(?:prices?|costs?|levels?|average|value|market)$/;
/** Amounts that lie below a quota or limit; above one, the figure may be what is charged. */
const AMOUNT_BELOW = /^(?:safeguards?|quotas?|volumes?|limits?|year|peak|forecasts?)$/;
const BELOW: ReadonlySet<string> = new Set(['below', 'under']);
const YARDSTICK_WITHIN = 5;

/** True for "sold 17% below the local price", "sets volumes 60 percent below the old quota": how far two amounts lie apart. */
export function isOffPrice(line: Line, percent: Percent): boolean {
  const apart = tokenText(line, percent.to);
  if (line.lang !== 'en' || !MEASURED.has(apart)) return false;
  // "falls to 10% under a quota": what is charged within one.
  if (apart === 'under' && tokenText(line, percent.to + 1) === 'a') return false;
  return line.tokens
    .slice(percent.to + 1, percent.to + YARDSTICK_WITHIN)
    .some(({ text }) => YARDSTICK.test(text) || (BELOW.has(apart) && AMOUNT_BELOW.test(text)));
}
