// A correction tells no step of its own, whatever act its title names. In: such an item. Out: what the act that it
// corrects says, read without the words of the correction. It judges no rung and changes nothing.
import type { Item } from '../domain/item.ts';
import type { Action, Reading } from '../domain/reading.ts';

const OPENINGS =
  /^(?:(?:corrigend(?:um|a)|errat(?:um|a))\b|corrections?(?= (?:to|of)\b| ?:))(?: (?:to|of|in)\b)?(?: the\b)?[ :;,-]*/i;
const TAILS =
  / ?[;:,(–—-] ?(?:notice of |technical )?(?:corrections?|corrigend(?:um|a)|errat(?:um|a))\W*$/i;

/** What is only looked into or proposed stands in no ledger. */
const NO_LAW: ReadonlySet<Action> = new Set(['investigation-opened', 'proposed']);

/** True for an item about tariffs that calls itself a correction: "...; Correction", "Corrigendum to ...". */
export function isCorrection({ title }: Item, { relevance }: Reading): boolean {
  return relevance !== 'no' && withoutCorrection(title) !== title.trim();
}

/**
 * What the corrected act says with the corrected words; null where that is no figure, date or goods of a measure. A title that
 * names no act ("Notice on duties; Correction") leaves the facts open, but a figure in the text is one to be looked at.
 */
export function readCorrected(item: Item, readItem: (item: Item) => Reading): Reading | null {
  const reading = readItem({ ...item, title: withoutCorrection(item.title) });
  if (reading.relevance === 'no') {
    return PERCENT.test(`${item.summary} ${item.content}`) ? reading : null;
  }
  if (reading.relevance !== 'yes' || NO_LAW.has(reading.action)) return null;
  const { rates, products, effectiveDate, endDate } = reading;
  const isTold = rates.length + products.length > 0 || effectiveDate !== null || endDate !== null;
  return isTold ? reading : null;
}

const PERCENT = /\d ?(?:%|per ?cent)/i;

function withoutCorrection(title: string): string {
  return title.trim().replace(OPENINGS, '').replace(TAILS, '');
}
