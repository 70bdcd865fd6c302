// Who judges, fears or fights another's tariff bears it: the tariff is the other's, whatever the verb. A grid in our own words.
import { describe, expect, it } from 'vitest';
import { readItem } from '../../../src/reading/read-item.ts';

const JUDGING =
  'slams|condemns|blasts|criticises|decries|denounces|deplores|regrets|laments|protests|opposes|assails|attacks|lambasts|rips|rails against|hits out at|fumes at|furious over|angry over|outraged by|shocked by|stunned by|stung by|rattled by|reels from|dismayed by|disappointed by|alarmed by|welcomes|hails|cheers|applauds|praises|shrugs off|plays down|objects to|complains about|takes issue with|expresses regret over|warns over|vows to fight|vows to contest|contests|challenges|disputes|questions'.split(
    '|',
  );

const TARIFFS = [
  ["Chad's 25% tariff on copper", 'TD'],
  ['Chad tariffs of 25% from August 1', 'TD'],
  ['new 25% Chadian tariff on its copper', 'TD'],
  ['Chad 25% tariff on copper', 'TD'],
  ['US 25% tariff', 'US'],
  ["US's 25% tariff", 'US'],
  ["Trump's 25% tariff", 'US'],
  ["Washington's 25% copper tariff", 'US'],
] as const;

describe('who judges a tariff', () => {
  it.each(JUDGING)('Peru %s it and does not lay it', (judges) => {
    const wrong = TARIFFS.filter(([tariff, owner]) => {
      const { relevance, imposers, targets } = readItem({
        title: `Peru ${judges} ${tariff}`,
        summary: '',
        published: '2026-03-10',
        lang: 'en',
      });
      if (relevance !== 'yes') return false;
      const [by, on] = [imposers, targets].map((facts) => facts.map(({ value }) => value).join());
      return by !== owner || on !== 'PE';
    });
    expect(wrong).toEqual([]);
  });
});
