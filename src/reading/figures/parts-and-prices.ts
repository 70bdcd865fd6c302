// Percentages that are the subject of a verb ("another 36% pay in full") or tell a price ("cost 19 percent more"). In: a percentage in
// its sentence. Out: yes or no. English only.
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
