// Titles in which tariffs do something to firms, trade or plans, and titles in which a firm tells what they cost it: no step,
// though the text names the rate. A grid in our own words.
import { describe, expect, it } from 'vitest';
import { readItem } from '../../../src/reading/read-item.ts';

const DO =
  'upend|upset|derail|disrupt|roil|rattle|scramble|snarl|squeeze|dent|dampen|cloud|weigh on|threaten|hurt|hit|hammer|batter|bite into|eat into|erode|wipe out|wreck|ruin|kill|cripple|choke|sap|drag down|push up|drive up|raise|lift|boost|cut|slow|stall|delay|halt|freeze|reshape|redraw|transform|complicate|overshadow|spook|worry|unsettle|test|strain|sting|shake|clobber|punish|spoil|sour|end|spark|fuel|trigger|put a brake on|take a bite out of|take a toll on|cast a shadow over|loom over|hang over|throw a wrench into'.split(
    '|',
  );
const THINGS = [
  'the holidays for toymakers',
  'small-business hiring',
  'supply chains everywhere',
  "carmakers' profits",
  'grocery prices',
];
const TEXTS = [
  'Most toys come from China, which faces a 30% levy.',
  'The owner of a shop in Ohio says the 25% duty on steel has doubled his costs.',
  'Her firm pays 50% on every shipment from India, and she has stopped hiring.',
];

function wrongIn(titles: readonly string[]): readonly string[] {
  return titles.flatMap((title, row) => {
    const summary = TEXTS[row % TEXTS.length] ?? '';
    const { relevance } = readItem({ title, summary, published: '2026-03-10', lang: 'en' });
    return relevance === 'yes' ? [`${title} // ${summary}`] : [];
  });
}

describe('tariffs that do something', () => {
  it.each(DO)('tell no step: "Tariffs %s ..."', (act) => {
    const titles = THINGS.flatMap((thing) => [
      `Tariffs ${act} ${thing}`,
      `Trump tariffs ${act} ${thing}`,
      `How tariffs ${act} ${thing}`,
      `Firm warns as tariffs ${act} ${thing}`,
    ]);
    expect(wrongIn(titles)).toEqual([]);
  });
});

const FIRMS = [
  'Nike',
  'Acme',
  'Volvo Cars',
  'Swiss watchmaker Tornado',
  'Deere',
  'Toy retailer Playbox',
];
const LOSSES =
  'expects $1 billion hit from tariffs|sees $800 million tariff hit|flags tariff costs|warns of tariff impact|cuts outlook on tariffs|cuts guidance, citing tariffs|withdraws forecast amid tariff uncertainty|to raise prices over tariffs|raises prices to offset tariffs|shifts production to dodge tariffs|moves output to Vietnam to avoid tariffs|lays off 500, blaming tariffs|posts loss as tariffs bite|beats estimates despite tariffs|says tariffs will cost it 400 million euros|absorbs tariff costs|braces for tariffs|counts the cost of tariffs|takes $200m charge on tariffs|pauses shipments to US over tariffs|stockpiles ahead of tariffs|mulls US plant to skirt tariffs'.split(
    '|',
  );

describe('firms that tell what tariffs cost them', () => {
  it.each(LOSSES)('tell no step: "... %s"', (loss) => {
    expect(wrongIn(FIRMS.map((firm) => `${firm} ${loss}`))).toEqual([]);
  });
});
