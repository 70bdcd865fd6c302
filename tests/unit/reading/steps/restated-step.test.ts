import { describe, expect, it } from 'vitest';
import { readItem } from '../../../../src/reading/read-item.ts';

function read(title: string, summary = '') {
  return readItem({ title, summary, published: '2025-09-10', lang: 'en' });
}

describe('a measure that a title only restates', () => {
  it.each([
    ["Norway unmoved after Trump's 40% tariff threat", 'threatened'],
    ['Oslo defiant after Washington slaps 40% tariff on salmon', 'imposed'],
    ["Chile hits out at Trump's 40% copper tariff", 'imposed'],
  ])('is told by a government that answers with words: "%s"', (title, action) => {
    const reading = read(title);

    expect(reading.relevance).toBe('yes');
    expect(reading.action).toBe(action);
  });

  it.each([
    'Oslo shares slide after Washington slaps 40% tariff on salmon',
    'Salmon exports fall 40% as tariffs bite',
    'Norway unmoved after tariff threat',
  ])('is not told by markets, by figures of trade or without its rate: "%s"', (title) => {
    expect(read(title).relevance).toBe('no');
  });

  it('is told by an explainer that says what ends', () => {
    const title = 'How online buyers will fare as the duty exemption for parcels ends';

    expect(read(title).action).toBe('exemption-ended');
  });

  it('is not told by an explainer that asks', () => {
    expect(read('How will buyers fare when the duty exemption for parcels ends?').relevance).toBe(
      'no',
    );
  });
});

describe('what opens a sentence', () => {
  it('is its setting up to the comma; the news follows', () => {
    expect(read('A week after the ruling, Chile raises tariff on steel to 30%').action).toBe(
      'increased',
    );
  });

  it('goes on where the comma only parts a list', () => {
    expect(read('Steel slump deepens after Chile, Peru raises tariff on steel').relevance).toBe(
      'no',
    );
  });
});

describe('a tariff behind what it brings about', () => {
  it.each([
    'Toymaker to raise prices due to tariffs',
    'Dolls could cost more under US tariffs',
    'Import duties hit a record in May',
    'Norway reels from tariff barrage',
  ])('is no step: "%s"', (title) => {
    expect(read(title).relevance).toBe('no');
  });
});

describe('an answer', () => {
  it('to a court is a tariff laid anew', () => {
    expect(read('Trump strikes back at court with 12% tariff on all imports').action).toBe(
      'imposed',
    );
  });

  it('that is only vowed is a threat although the tariff it answers stands behind', () => {
    const title = 'Norway vows to strike back after US imposes 40% tariff on salmon';

    expect(read(title).action).toBe('retaliation-threatened');
  });
});

describe('what is dropped', () => {
  it('is the threat that the verb names', () => {
    expect(read('Trump withdraws threat of 30% tariffs on Chile').action).toBe('removed');
  });

  it('comes later where a day is named until which it is held back', () => {
    expect(read('Trump backs off tariffs on Chile until spring').action).toBe('delayed');
  });
});
