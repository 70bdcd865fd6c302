// What a clue saw, in the words of a reason.
import { describe, expect, it } from 'vitest';
import { seenBy } from '../../../src/stories/clue-words.ts';
import { aSource, rates } from './a-source.ts';

const left = aSource({
  title: 'US puts 25% on Japanese steel',
  facts: { effectiveOn: '2025-04-02', instrument: 'Section 232' },
});
const right = aSource({
  title: 'Japan to pay 25% on steel, 10% on copper',
  facts: { imposers: [], rates: rates(10, 25), action: 'threatened', instrument: 'IEEPA' },
  on: '2025-03-05',
});

describe('what a clue saw', () => {
  it.each([
    ['imposer known to one', 'US, none'],
    ['same target', 'JP, JP'],
    ['same product', 'steel, steel'],
    ['same rate', '25%, 10%+25%'],
    ['step may differ', 'imposed, threatened'],
    ['different instruments', 'Section 232, IEEPA'],
    ['same effective date', '2025-04-02'],
    ['published within 3 days', '2 days'],
    ['same countries named', 'JP'],
    ['same percentages named', '25'],
    ['all goods', ''],
  ] as const)('%s: %s', (name, seen) => {
    expect(seenBy(name, left, right)).toBe(seen);
  });
});
