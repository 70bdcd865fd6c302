// Titles that only name a trade remedy by its stage.
import { describe, expect, it } from 'vitest';
import { readItem } from '../../../../src/reading/read-item.ts';

const read = (title: string, summary = '') =>
  readItem({ title, summary, published: '2026-03-10', lang: 'en' });

describe('a title that names a remedy by its stage', () => {
  it.each([
    ['Provisional Safeguard Duty on Hot-Rolled Coil', 'safeguard'],
    ['Definitive safeguard measures on ceramic tiles', 'safeguard'],
    ['Provisional Anti-Dumping Duty on Hot-Rolled Coil', 'AD'],
    ['Notice of provisional safeguard measure on float glass', 'safeguard'],
  ])('lays it: %s', (title, instrument) => {
    const reading = read(title);
    expect(reading.action).toBe('imposed');
    expect(reading.instrument?.value).toBe(instrument);
  });

  it('leaves it to the text where that tells of a step of its own', () => {
    const text =
      'The Directorate General of Trade Remedies recommends a provisional duty of 12% for 200 days.';
    expect(read('Provisional safeguard duty on flat steel', text).action).toBe('proposed');
  });

  it.each([
    'Anti-Dumping Duty on Hot-Rolled Coil from Vietnam',
    'Provisional safeguard duty on coil expires in May: what importers should know',
  ])('tells nothing without its stage, or where a verb tells more: %s', (title) => {
    expect(read(title).action).not.toBe('imposed');
  });
});
