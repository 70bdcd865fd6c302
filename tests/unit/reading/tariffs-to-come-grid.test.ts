// Tariffs that are about to hit somebody ("A 10% tariff is to hit Peru on Friday", "Sets Feb. 1 tariffs"), and what only a draft
// tells. A grid in our own words.
import { describe, expect, it } from 'vitest';
import { readItem } from '../../../src/reading/read-item.ts';

const DAY = '2026-01-18';
const read = (title: string, summary = '') =>
  readItem({ title, summary, published: DAY, lang: 'en' });
const values = (facts: readonly { value: unknown }[]): string =>
  facts.map(({ value }) => value).join();

const TARIFFS = [
  'Tariffs',
  'A 25% tariff is',
  '25% tariffs',
  'US tariffs',
  'Tariffs of 25%',
  'Tariffs due',
];
const HIT = ['hit', 'slam'];
const DAYS = [
  ['on Saturday', '2026-01-24'],
  ['from Wednesday', '2026-01-21'],
  ['on February 1', '2026-02-01'],
  ['on Feb. 1', '2026-02-01'],
  ['', null],
] as const;

describe('a tariff that is about to hit', () => {
  it.each(TARIFFS)('%s to hit Peru: Peru is hit, on the day behind it', (tariffs) => {
    const wrong = HIT.flatMap((hit) =>
      DAYS.flatMap(([when, day]) => {
        const title = `${tariffs} to ${hit} Peru ${when}`.trim();
        const { relevance, targets, effectiveDate } = read(title);
        const got = `${relevance} ${values(targets)} ${effectiveDate?.value ?? null}`;
        return got === `yes PE ${day}` ? [] : [[title, got]];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it.each(['profits', 'growth', 'farm incomes', 'shoppers', 'holiday sales'])(
    'that is to hit %s tells no step',
    (hurt) => {
      const titles = [`Tariffs to hit ${hurt}, analysts say`, `Tariffs to hit Toyota ${hurt}`];
      expect(titles.filter((title) => read(title).relevance === 'yes')).toEqual([]);
    },
  );

  it.each(['Feb. 1', 'February 1', 'March 4', 'Mar. 4'])(
    'sets %s tariffs: from that day',
    (day) => {
      const title = `Trump sets ${day} tariffs on Norway`;
      const { action, targets, effectiveDate } = read(title);
      const iso = day.startsWith('F') ? '2026-02-01' : '2026-03-04';
      expect([action, values(targets), effectiveDate?.value]).toEqual(['imposed', 'NO', iso]);
    },
  );
});

const STEPS = [
  'US to hit Peru with 35% tariff',
  'EU to raise steel duties to 50%',
  'EU scraps quota on Peruvian rice',
  'India to exempt Peruvian copper from import duty',
];
const DRAFTS = [
  'leaked draft shows',
  'draft seen by reporters shows',
  'draft order shows',
  'according to a draft seen by the press',
  'leaked memo shows',
];

describe('what only a draft tells', () => {
  it.each(STEPS)('%s is proposed', (step) => {
    const inTitle = DRAFTS.map((draft) => [`${step}, ${draft}`, ''] as const);
    const inText = [
      'A draft regulation seen by reporters sets it out.',
      'A leaked draft shows it.',
    ].map((text) => [step, text] as const);
    const wrong = [...inTitle, ...inText].filter(
      ([title, text]) => read(title, text).action !== 'proposed',
    );
    expect(wrong).toEqual([]);
  });

  it('an act of which a draft was seen before is law once it is signed', () => {
    expect(read('Trump signs order raising Peru tariff to 35%', '').action).toBe('increased');
  });
});
