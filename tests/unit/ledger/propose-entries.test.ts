import { describe, expect, it } from 'vitest';
import { startOfDay } from '../../../src/domain/day.ts';
import type { LedgerEntry, Measure } from '../../../src/domain/measure.ts';
import type { Rung } from '../../../src/domain/reading.ts';
import type { Story, StoryChange, StoryFacts, StoryRate } from '../../../src/domain/story.ts';
import { createLedger } from '../../../src/ledger/create-ledger.ts';
import { proposeEntries } from '../../../src/ledger/propose-entries.ts';
import { statusOn } from '../../../src/ledger/status-on.ts';
import { loadSeedEntries } from '../../../src/reference/measures.ts';
import { aMeasure, anEntry } from './measure-builder.ts';

const NOW = startOfDay('2026-11-02') + 30_000_000;
const empty = createLedger([]);

const FACTS: StoryFacts = {
  imposers: ['US'],
  targets: ['JP'],
  exempted: [],
  products: ['steel'],
  rates: [rate(30)],
  oldRates: [],
  action: 'imposed',
  stage: 'announced',
  relief: null,
  effectiveOn: '2026-12-01',
  endsOn: null,
  instrument: 'Section 232',
  quotaTonnes: [],
};

function rate(pct: number, kind: StoryRate['kind'] = 'additional'): StoryRate {
  return { pct, kind, quote: `an additional duty of ${pct} percent`, itemId: 'I-1' };
}

type Told = {
  readonly rung: Rung;
  readonly facts?: Partial<StoryFacts>;
  readonly publisher?: string;
  readonly feedId?: string;
};

function storyOf(told: readonly Told[], more: Partial<Story> = {}): Story {
  const sources = told.map(({ rung, facts = {}, publisher = rung, feedId = rung }, at) => ({
    itemId: `I-${at + 1}`,
    feedId,
    publisher,
    tier: rung === 'press' ? ('press' as const) : ('gazette' as const),
    rung,
    title: `Title by ${publisher}`,
    link: `https://${rung}.example/${at}`,
    publishedAt: startOfDay('2026-11-01'),
    seenAt: NOW,
    origin: publisher,
    quote: 'The sentence that carries the step.',
    facts: { ...FACTS, ...facts },
    words: [],
  }));
  return {
    ...FACTS,
    ...told[0]?.facts,
    id: 'S-12',
    version: 1,
    title: 'A story',
    rung: told[0]?.rung ?? 'press',
    sources,
    openedAt: NOW,
    updatedAt: NOW,
    withdrawn: null,
    ...more,
  };
}

function propose(
  after: Story,
  options: {
    readonly before?: Story;
    readonly ledger?: ReturnType<typeof createLedger>;
    readonly countryOf?: () => string | null;
  } = {},
) {
  const change: StoryChange = { kind: 'new', reason: '', before: options.before ?? null, after };
  return proposeEntries({
    change,
    ledger: options.ledger ?? empty,
    now: NOW,
    nextEntry: 7,
    nextReview: 3,
    ...(options.countryOf === undefined ? {} : { countryOf: options.countryOf }),
  });
}

function answerWith(
  ledger: readonly LedgerEntry[],
  more: readonly LedgerEntry[],
  product: string,
  on: string,
  target = 'JP',
) {
  return statusOn(createLedger([...ledger, ...more]), {
    target,
    product,
    on,
    knownOn: null,
    imposer: 'US',
  }).imposers[0];
}

describe('a complete official reading', () => {
  it('becomes an entry by itself, with its law and its source', () => {
    const { entries, reviews } = propose(storyOf([{ rung: 'gazette' }]));

    expect(reviews).toEqual([]);
    expect(entries).toEqual([
      expect.objectContaining({
        id: 'E-7',
        recordedAt: NOW,
        supersedes: null,
        origin: 'feed',
        storyId: 'S-12',
        note: 'gazette (gazette): Title by gazette',
        measure: expect.objectContaining({
          id: 'feed-s-12-us-jp-steel',
          rate: 3000,
          rateBasis: 'additional',
          instrument: 'Section 232',
          announcedOn: '2026-11-01',
          effectiveFrom: '2026-12-01',
          legalRef: 'Title by gazette',
          sourceUrl: 'https://gazette.example/0',
        }),
      }),
    ]);
    expect(answerWith([], entries, 'steel', '2026-12-01')?.extra_rate_pct).toBe(30);
    expect(answerWith([], entries, 'steel', '2026-11-30')?.stage).toBe('announced');
  });

  it('makes one entry a country and product, and an exemption for each country spared', () => {
    const facts = { targets: ['WORLD'], products: ['steel', 'aluminium'], exempted: ['GB'] };
    const { entries } = propose(storyOf([{ rung: 'gazette', facts }]));

    expect(
      entries.map(({ measure }) => [measure.target, measure.productScope, measure.kind]),
    ).toEqual([
      ['WORLD', 'steel', 'tariff'],
      ['WORLD', 'aluminium', 'tariff'],
      ['GB', 'steel', 'exemption'],
      ['GB', 'aluminium', 'exemption'],
    ]);
    expect(entries.map(({ id }) => id)).toEqual(['E-7', 'E-8', 'E-9', 'E-10']);
    expect(answerWith([], entries, 'steel', '2027-01-01', 'GB')?.extra_rate_pct).toBe(0);
  });

  it('takes facts from official sources only, whatever the press says', () => {
    const story = storyOf([
      { rung: 'gazette', facts: { rates: [rate(30)] } },
      { rung: 'press', facts: { rates: [rate(45)], effectiveOn: '2026-11-15' } },
    ]);

    expect(propose(story).entries[0]?.measure).toMatchObject({
      rate: 3000,
      effectiveFrom: '2026-12-01',
    });
  });

  it('is not recorded twice when the press repeats it', () => {
    const before = storyOf([{ rung: 'gazette' }]);
    const story = storyOf([{ rung: 'gazette' }, { rung: 'press' }, { rung: 'press' }]);

    expect(propose(story, { before })).toEqual({ entries: [], reviews: [] });
  });

  it('is not recorded again when the ledger holds it already', () => {
    const ledger = createLedger(
      [anEntry(aMeasure({ rate: 3000, announcedOn: '2026-10-01', effectiveFrom: '2026-12-01' }))],
      '2026-12-31',
    );

    expect(propose(storyOf([{ rung: 'gazette' }]), { ledger }).entries).toEqual([]);
  });

  it('marks a row that says the same already as confirmed, with source and day, once', () => {
    const row = aMeasure({
      rate: 3000,
      announcedOn: '2026-10-01',
      effectiveFrom: '2026-12-01',
      audit: 'unchecked',
    });
    const seeded = anEntry(row, { origin: 'seed' });
    const ledger = createLedger([seeded]);

    const { entries, reviews } = propose(storyOf([{ rung: 'gazette' }]), { ledger });
    const later = createLedger([seeded, ...entries]);
    const again = propose(storyOf([{ rung: 'customs' }], { id: 'S-13' }), { ledger: later });
    const before = answerWith([seeded], [], 'steel', '2026-12-01');
    const after = answerWith([seeded], entries, 'steel', '2026-12-01');

    expect(reviews).toEqual([]);
    expect(entries).toEqual([
      expect.objectContaining({
        supersedes: seeded.id,
        storyId: 'S-12',
        measure: {
          ...row,
          audit: 'confirmed',
          confirmedBy: { source: 'gazette (gazette)', on: '2026-11-01' },
        },
      }),
    ]);
    expect(again).toEqual({ entries: [], reviews: [] });
    expect(before?.measures[0]?.caution).toContain('Check the source');
    expect(after?.measures).toHaveLength(1);
    expect(after?.measures[0]).toMatchObject({
      id: row.id,
      caution: null,
      confirmed_by: 'gazette (gazette)',
      confirmed_on: '2026-11-01',
    });
    expect(after?.extra_rate_pct).toBe(before?.extra_rate_pct);
  });

  it.each<readonly [string, Told, Partial<Measure>, string]>([
    ['a statement, which is no law', { rung: 'statement' }, {}, '2026-10-10'],
    [
      'a text that counts the rate on another basis',
      { rung: 'gazette' },
      { rateBasis: 'floor' },
      '2026-10-10',
    ],
    [
      'a text from before the last check of a row that was checked',
      { rung: 'gazette' },
      { audit: 'confirmed', rate: 3000 },
      '2026-12-31',
    ],
  ])('confirms nothing by %s', (_, told, part, lastVerified) => {
    const row = aMeasure({
      rate: 3000,
      announcedOn: '2026-10-01',
      effectiveFrom: '2026-12-01',
      audit: 'unchecked',
      ...part,
    });
    const ledger = createLedger([anEntry(row)], lastVerified);

    expect(propose(storyOf([told]), { ledger, countryOf: () => 'US' }).entries).toEqual([]);
  });

  it('of an exemption that stands already confirms it and makes no second one', () => {
    const row = aMeasure({
      kind: 'exemption',
      rate: 0,
      announcedOn: '2026-10-01',
      effectiveFrom: '2026-12-01',
      audit: 'unverified',
    });
    const facts = { action: 'exempted', rates: [] } as const;
    const { entries } = propose(storyOf([{ rung: 'gazette', facts }]), {
      ledger: createLedger([anEntry(row)]),
    });

    expect(entries.map(({ measure }) => [measure.id, measure.audit])).toEqual([
      [row.id, 'confirmed'],
    ]);
  });

  it('that is corrected supersedes its own entry and leaves the earlier answer standing for its time', () => {
    const first = storyOf([{ rung: 'gazette' }]);
    const one = propose(first).entries;
    const second = storyOf([{ rung: 'gazette', facts: { rates: [rate(35)] } }]);
    const two = propose(second, { before: first, ledger: createLedger(one) }).entries;

    expect(two[0]).toMatchObject({
      supersedes: 'E-7',
      measure: { id: one[0]?.measure.id, rate: 3500 },
    });
  });
});

describe('an incomplete official reading', () => {
  it.each([
    ['the rate', { rates: [] }, ['rate']],
    ['the basis of the rate', { rates: [rate(30, 'unstated')] }, ['rate basis']],
    [
      'anything but a ceiling',
      { rates: [rate(30, 'ceiling')] },
      ['rate: only a ceiling is stated'],
    ],
    ['which of two rates', { rates: [rate(30), rate(40)] }, ['which rate (30% or 40%)']],
    ['the first day', { effectiveOn: null }, ['effective date']],
    ['the instrument', { instrument: null }, ['instrument']],
    ['the product', { products: [] }, ['product']],
    ['a known product', { products: ['other:umbrellas'] }, ['product scope of other:umbrellas']],
    ['the target', { targets: [] }, ['target']],
    ['the imposer', { imposers: [] }, ['imposer']],
    [
      'a first day of its own',
      { effectiveOn: '2026-08-01' },
      ['effective date: 2026-08-01 lies long before the publication on 2026-11-01'],
    ],
    [
      'the goods of a trade remedy',
      { instrument: 'AD' },
      ['exact goods and producers of the trade remedy'],
    ],
  ] as const)('without %s goes to review, which names what is missing', (_, facts, missing) => {
    const { entries, reviews } = propose(storyOf([{ rung: 'gazette', facts }]));

    expect(entries).toEqual([]);
    expect(reviews).toEqual([
      expect.objectContaining({
        id: 'R-3',
        storyId: 'S-12',
        itemId: 'I-1',
        missing,
        decision: null,
      }),
    ]);
    expect(reviews[0]?.reason).toContain('The sentence that carries the step.');
  });

  it('with a rate beyond a quota makes a tariff-rate quota', () => {
    const facts = { rates: [rate(25, 'out-of-quota')], instrument: 'safeguard' } as const;

    expect(propose(storyOf([{ rung: 'gazette', facts }])).entries[0]?.measure).toMatchObject({
      kind: 'trq',
      rateBasis: 'out-of-quota',
    });
  });

  it('of a gazette that names no imposer speaks for the country of the gazette', () => {
    const facts = { imposers: [] };
    const { entries } = propose(storyOf([{ rung: 'gazette', facts }]), { countryOf: () => 'US' });

    expect(entries[0]?.measure.imposer).toBe('US');
  });

  it('that contradicts another source of its rung shows both side by side', () => {
    const story = storyOf([
      { rung: 'gazette', publisher: 'Register' },
      { rung: 'gazette', publisher: 'Journal', facts: { rates: [rate(45)] } },
    ]);
    const { entries, reviews } = propose(story);

    expect(entries).toEqual([]);
    expect(reviews[0]?.missing).toEqual([
      'conflict about the rate: Register says 30%, Journal says 45%',
    ]);
  });

  it('that contradicts a measure of the ledger goes to review by its name', () => {
    const ledger = createLedger([anEntry(aMeasure({ id: 'us-steel-old', rate: 5000 }))]);
    const { entries, reviews } = propose(storyOf([{ rung: 'gazette' }]), { ledger });

    expect(entries).toEqual([]);
    expect(reviews[0]?.missing).toEqual(['conflict with us-steel-old']);
  });
});

describe('the rungs', () => {
  it('let the press move nothing', () => {
    expect(propose(storyOf([{ rung: 'press' }]))).toEqual({ entries: [], reviews: [] });
  });

  it('keep a statement for review until the instrument is there', () => {
    const { entries, reviews } = propose(storyOf([{ rung: 'statement' }]));

    expect(entries).toEqual([]);
    expect(reviews[0]?.missing).toEqual(['instrument or gazette text']);
  });

  it("take the imposer's own complete statement, and no other country's", () => {
    const own = propose(storyOf([{ rung: 'statement' }]), { countryOf: () => 'US' });
    const foreign = propose(storyOf([{ rung: 'statement' }]), { countryOf: () => 'JP' });

    expect(own.entries).toHaveLength(1);
    expect(own.entries[0]?.measure.legalRef).toBe('');
    expect(foreign.entries).toEqual([]);
    expect(foreign.reviews).toHaveLength(1);
  });

  it('record a story when an instrument joins what the press told before', () => {
    const before = storyOf([{ rung: 'press' }]);
    const story = storyOf([{ rung: 'instrument' }, { rung: 'press' }]);

    expect(propose(story, { before }).entries).toHaveLength(1);
  });
});

describe('relief that is sought', () => {
  const sought = {
    action: 'exemption-sought',
    stage: null,
    relief: 'sought',
    rates: [],
    effectiveOn: null,
  } as const;
  const live = createLedger(loadSeedEntries());

  it('from an official source becomes a request that changes no rate and no stage', () => {
    const { entries } = propose(storyOf([{ rung: 'statement', facts: sought }]), { ledger: live });
    const before = answerWith(loadSeedEntries(), [], 'steel', '2026-11-05');
    const now = answerWith(loadSeedEntries(), entries, 'steel', '2026-11-05');

    expect(
      entries.map(({ measure }) => [measure.kind, measure.rate, measure.effectiveFrom]),
    ).toEqual([['request', null, null]]);
    expect([now?.stage, now?.extra_rate_pct]).toEqual([before?.stage, before?.extra_rate_pct]);
    expect(now?.relief.map(({ stage, since }) => [stage, since])).toEqual([
      ['sought', '2026-11-01'],
    ]);
  });

  it('in the press becomes nothing', () => {
    expect(propose(storyOf([{ rung: 'press', facts: sought }]), { ledger: live })).toEqual({
      entries: [],
      reviews: [],
    });
  });

  it('and promised "great consideration" changes nothing', () => {
    const facts = { ...sought, action: 'other', relief: 'negotiating' } as const;

    expect(propose(storyOf([{ rung: 'statement', facts }]), { ledger: live })).toEqual({
      entries: [],
      reviews: [],
    });
  });

  it('is asked only once', () => {
    const first = propose(storyOf([{ rung: 'statement', facts: sought }]), {
      ledger: live,
    }).entries;
    const again = storyOf([{ rung: 'statement', facts: sought }], { id: 'S-13' });

    expect(
      propose(again, { ledger: createLedger([...loadSeedEntries(), ...first]) }).entries,
    ).toEqual([]);
  });

  it('ends on the day an official refusal came, with no change of the rate', () => {
    const asked = propose(storyOf([{ rung: 'statement', facts: sought }]), {
      ledger: live,
    }).entries;
    const refused = { ...sought, action: 'exemption-denied', relief: 'refused' } as const;
    const { entries } = propose(storyOf([{ rung: 'gazette', facts: refused }], { id: 'S-14' }), {
      ledger: createLedger([...loadSeedEntries(), ...asked]),
    });
    const now = answerWith([...loadSeedEntries(), ...asked], entries, 'steel', '2026-11-02');

    expect(now?.relief).toEqual([]);
    expect(now?.past_relief.map(({ stage }) => stage)).toContain('lapsed');
    expect(now?.extra_rate_pct).toBe(50);
  });
});

describe('changes of a measure that the ledger holds', () => {
  const known = [anEntry(aMeasure({ id: 'us-steel', target: 'WORLD', rate: 2500 }))];
  const ledger = createLedger(known);
  const world = { targets: ['WORLD'] };

  it('end it on the day before and begin the new rate on the day', () => {
    const facts = { ...world, action: 'increased', rates: [rate(50)] } as const;
    const { entries } = propose(storyOf([{ rung: 'gazette', facts }]), { ledger });

    expect(
      entries.map(({ supersedes, measure }) => [supersedes, measure.id, measure.effectiveTo]),
    ).toEqual([
      ['E-us-steel', 'us-steel', '2026-11-30'],
      [null, 'feed-s-12-us-world-steel', null],
    ]);
    expect(answerWith(known, entries, 'steel', '2026-11-30')?.extra_rate_pct).toBe(25);
    expect(answerWith(known, entries, 'steel', '2026-12-01')?.extra_rate_pct).toBe(50);
  });

  it('suspend it from the day, and let it sleep at its rate', () => {
    const facts = { ...world, action: 'suspended', rates: [], endsOn: '2027-02-28' } as const;
    const { entries } = propose(storyOf([{ rung: 'gazette', facts }]), { ledger });
    const asleep = answerWith(known, entries, 'steel', '2027-01-01');

    expect(answerWith(known, entries, 'steel', '2026-11-30')?.stage).toBe('in-force');
    expect([asleep?.stage, asleep?.extra_rate_pct]).toEqual(['suspended', 25]);
  });

  it('go to review when an increase would replace two measures, or one that has not begun', () => {
    const facts = { ...world, action: 'increased', rates: [rate(50)] } as const;
    const missing = (entries: readonly LedgerEntry[]) =>
      propose(storyOf([{ rung: 'gazette', facts }]), { ledger: createLedger(entries) }).reviews[0]
        ?.missing;
    const planned = anEntry(
      aMeasure({
        id: 'us-planned',
        target: 'WORLD',
        announcedOn: '2026-10-01',
        effectiveFrom: '2026-12-01',
      }),
    );

    expect(missing([...known, planned])).toEqual([
      'conflict with us-steel',
      'conflict with us-planned',
    ]);
    expect(missing([planned])).toEqual(['conflict with us-planned']);
  });

  it('prolong a pause without rewriting the pause that was', () => {
    const paused = [
      anEntry(
        aMeasure({
          id: 'us-pause',
          target: 'WORLD',
          kind: 'suspension',
          stage: 'suspended',
          effectiveFrom: '2026-06-01',
          effectiveTo: '2026-11-30',
        }),
      ),
    ];
    const facts = { ...world, action: 'suspended', rates: [], endsOn: '2027-05-31' } as const;
    const { entries } = propose(storyOf([{ rung: 'gazette', facts }]), {
      ledger: createLedger(paused),
    });

    for (const on of ['2026-06-01', '2026-11-30', '2026-12-01', '2027-05-31']) {
      const answer = answerWith(paused, entries, 'steel', on);

      expect([on, answer?.stage, answer?.extra_rate_pct]).toEqual([on, 'suspended', 25]);
    }
  });

  it('remove it', () => {
    const facts = { ...world, action: 'removed', rates: [] } as const;
    const { entries } = propose(storyOf([{ rung: 'gazette', facts }]), { ledger });

    expect(answerWith(known, entries, 'steel', '2026-11-30')?.stage).toBe('in-force');
    expect(answerWith(known, entries, 'steel', '2026-12-01')?.stage).toBe('none');
  });

  it('delay one that has not begun', () => {
    const coming = [
      anEntry(
        aMeasure({
          id: 'us-next',
          target: 'WORLD',
          announcedOn: '2026-10-20',
          effectiveFrom: '2026-11-15',
        }),
      ),
    ];
    const facts = { ...world, action: 'delayed', rates: [] } as const;
    const { entries } = propose(storyOf([{ rung: 'gazette', facts }]), {
      ledger: createLedger(coming),
    });

    expect(answerWith(coming, entries, 'steel', '2026-11-20')?.stage).toBe('announced');
    expect(answerWith(coming, entries, 'steel', '2026-12-01')?.stage).toBe('in-force');
  });

  it.each([
    ['none is known', [], ['measure that it changes']],
    [
      'two could be meant',
      [
        anEntry(aMeasure({ id: 'us-1', target: 'WORLD', instrument: 'Section 301 (China)' })),
        anEntry(aMeasure({ id: 'us-2', target: 'WORLD', instrument: 'Section 301 (Brazil)' })),
      ],
      ['which of us-1 or us-2'],
    ],
    [
      'only the end of a privilege stands there',
      [
        anEntry(
          aMeasure({ target: 'WORLD', instrument: 'Section 301', kind: 'suspension', rate: null }),
        ),
      ],
      ['measure that it changes'],
    ],
  ])('go to review when %s', (_, entries, missing) => {
    const facts = { ...world, action: 'removed', rates: [], instrument: 'Section 301' } as const;

    expect(
      propose(storyOf([{ rung: 'gazette', facts }]), { ledger: createLedger(entries) }).reviews[0]
        ?.missing,
    ).toEqual(missing);
  });
});

describe('a change without an instrument', () => {
  it('goes to review, however few measures it could mean', () => {
    const ledger = createLedger([anEntry(aMeasure({ target: 'WORLD' }))]);
    const facts = { targets: ['WORLD'], action: 'suspended', instrument: null } as const;

    expect(propose(storyOf([{ rung: 'gazette', facts }]), { ledger }).reviews[0]?.missing).toEqual([
      'instrument',
    ]);
  });
});

describe('a withdrawn story', () => {
  it('goes to review when its entries stand, and the ledger forgets nothing by itself', () => {
    const before = storyOf([{ rung: 'gazette' }]);
    const { entries } = propose(before);
    const withdrawn = { ...before, withdrawn: 'printed in error' };
    const proposal = propose(withdrawn, { before, ledger: createLedger(entries) });

    expect(proposal.entries).toEqual([]);
    expect(proposal.reviews[0]?.missing).toEqual(['withdrawal of feed-s-12-us-jp-steel']);
  });

  it('needs nothing when it never reached the ledger', () => {
    const before = storyOf([{ rung: 'press' }]);

    expect(propose({ ...before, withdrawn: 'wrong' }, { before })).toEqual({
      entries: [],
      reviews: [],
    });
  });
});

describe('steps that are no law', () => {
  it.each(['investigation-opened', 'deal-reached', 'proposed', 'other'] as const)(
    '%s changes nothing',
    (action) => {
      expect(propose(storyOf([{ rung: 'gazette', facts: { action } }]))).toEqual({
        entries: [],
        reviews: [],
      });
    },
  );

  it('a threat is kept as a threat and never counts', () => {
    const facts = { action: 'threatened', stage: 'threatened', effectiveOn: null } as const;
    const { entries } = propose(storyOf([{ rung: 'statement', facts }]));
    const answer = answerWith([], entries, 'steel', '2026-12-24');

    expect(answer?.threatened).toHaveLength(1);
    expect([answer?.stage, answer?.extra_rate_pct]).toEqual(['none', null]);
  });
});
