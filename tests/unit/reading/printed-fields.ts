// The fields of the printed reading that a change of the text around a step must leave as they are. In: an item. Out: each with its name, as JSON.
import { printReading } from '../../../src/reading/print-reading.ts';
import { readItem } from '../../../src/reading/read-item.ts';

const FIELDS = [
  'relevance',
  'imposers',
  'targets',
  'products',
  'rates_pct',
  'action',
  'effective_date',
  'instrument',
] as const;

export function printedFields(item: Parameters<typeof readItem>[0]): readonly string[] {
  const printed = printReading('', readItem(item));
  return FIELDS.map((field) => `${field} ${JSON.stringify(printed[field])}`);
}
