import { describe, expect, it } from 'vitest';
import type { Item } from '../../../src/domain/item.ts';
import { isCorrection, readCorrected } from '../../../src/pipeline/read-correction.ts';
import { readItem } from '../../../src/reading/read-item.ts';

const read = (item: Item) => readItem({ ...item, published: '2026-03-10', lang: 'en' });

/** Whether the item is a correction, and what is read of the act that it corrects. */
function correctedBy(title: string, summary: string) {
  const item = { title, summary, content: '' } as Item;
  return isCorrection(item, read(item)) ? readCorrected(item, read) : null;
}

const FIGURE =
  'In the notice of 3 March the duty rate is corrected to read 35 percent, not 30 percent.';

describe('a correction of a measure', () => {
  it.each([
    ['Antidumping Duty Order on Steel From Japan; Correction', FIGURE],
    ['Imposing Duties on Steel From Japan; Notice of Correction', FIGURE],
    ['Imposing Section 232 Duties on Steel From Japan (Corrigendum)', FIGURE],
    ['Correction: Imposing Duties on Steel From Japan', FIGURE],
  ])('tells its partner, goods and corrected figure: %s', (title, summary) => {
    const reading = correctedBy(title, summary);

    expect(reading?.targets.map(({ value }) => value)).toEqual(['JP']);
    expect(reading?.products.map(({ value }) => value)).toEqual(['steel']);
    expect(reading?.rates.map(({ value }) => value)).toEqual([35]);
  });

  it('tells the goods and the partner where its text gives no figure', () => {
    const reading = correctedBy(
      'Corrigendum to Commission Implementing Regulation (EU) 2026/90 imposing a definitive anti-dumping duty on imports of steel from China',
      'The list of addresses is replaced.',
    );

    expect(reading?.imposers.map(({ value }) => value)).toEqual(['EU']);
    expect(reading?.targets.map(({ value }) => value)).toEqual(['CN']);
  });

  it('leaves the facts open where its title names no act, but looks at a figure in its text', () => {
    expect(correctedBy('Tariff notice; Correction', FIGURE)).toMatchObject({
      targets: [],
      rates: [],
    });
    expect(correctedBy('Tariff notice; Correction', 'A name is misspelt.')).toBeNull();
  });

  it.each([
    ['Initiation of Antidumping Duty Investigation on Steel From Japan; Correction', FIGURE],
    [
      'Steel From Japan: Final Results of Antidumping Duty Administrative Review; Correction',
      FIGURE,
    ],
    ['Imposing Duties on Steel From Japan', FIGURE],
    ['Corrections officers go on strike', 'They ask for 5 percent.'],
  ])('is not found where nothing of a measure in force is corrected: %s', (title, summary) => {
    expect(correctedBy(title, summary)).toBeNull();
  });
});
