// What stands behind "tariffs on" is goods only where it names some; goods that no group holds are told all the same, in the
// singular before a noun as well. Grids in our own words.
import { describe, expect, it } from 'vitest';
import { readItem } from '../../../src/reading/read-item.ts';

function productsOf(title: string): readonly string[] {
  const input = { title, summary: '', published: '2026-03-10', lang: 'en' };
  return readItem(input).products.map(({ value }) => value);
}

const NO_GOODS: Readonly<Record<string, string>> = {
  'how much of all goods':
    'every Ghanaian shipment|almost every import|roughly half of Ghanaian exports|billions of dollars worth of Ghanaian goods|two-thirds of its goods|a raft of Ghanaian products|a second tranche|the rest|the bulk of imports|the majority of shipments',
  'states and whoever trades':
    'all comers|its largest customer|its neighbour|the region|BRICS|the bloc|worst offenders|friend and foe alike|adversaries|either side|each other|currency manipulators|an island|a territory|the continent',
  'what is no noun of the measure':
    'top of existing duties|top of the 25% in place|itself|Monday|behalf of growers|national security grounds',
};

const GOODS =
  'candle/candles|umbrella/umbrellas|crane/cranes|drone/drones|battery/batteries|golf cart/golf carts|sofa/sofas|wind tower/wind towers|washing machine/washing machines|mobile crane/mobile cranes|glove/gloves|handbag/handbags|robot/robots|tyre/tyres'
    .split('|')
    .map((pair) => pair.split('/') as [string, string]);

describe('what a measure is on', () => {
  it.each(Object.entries(NO_GOODS))('is no goods: %s', (_kind, list) => {
    const told = list
      .split('|')
      .flatMap((name) => [
        `Chad imposes 25% tariffs on ${name}`,
        `Chad to raise duty on ${name} to 25%, ministry says`,
      ])
      .filter((title) => productsOf(title).some((slug) => slug.startsWith('other:')));
    expect(told).toEqual([]);
  });

  it.each(GOODS)('is goods, one or many: %s, %s', (one, many) => {
    const untold = [
      `US imposes 25% tariffs on ${many} from Chad`,
      `US raises ${one} tariffs to 25%`,
      `US slaps 25% ${one} tariff on Chad`,
      `Chadian ${many} hit with 25% US tariff`,
      `EU sets anti-dumping duties on Chadian ${many}`,
      `India scraps import duty on ${many}`,
    ].filter((title) => {
      const found = productsOf(title);
      return found.length === 0 || found.includes('all-goods');
    });
    expect(untold).toEqual([]);
  });
});
