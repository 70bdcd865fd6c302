import { describe, expect, it } from 'vitest';
import type { Status, StatusImposer, StatusMeasure } from '../../../src/domain/status.ts';
import { createLedger } from '../../../src/ledger/create-ledger.ts';
import { resolveStatusQuery } from '../../../src/ledger/resolve-status-query.ts';
import { statusOn } from '../../../src/ledger/status-on.ts';
import { printMessage } from '../../../src/messages/print-message.ts';
import { type StatusAnswer, statusMessage } from '../../../src/messages/status-message.ts';
import { statusTableMessage } from '../../../src/messages/status-table-message.ts';
import { loadSeedEntries } from '../../../src/reference/measures.ts';
import { aStory, NOON } from '../../support/story-builder.ts';

const FEEDS = { total: 32, healthy: 31, lastOkAt: NOON, troubled: [] };

const MEASURE: StatusMeasure = {
  id: 'us-1',
  instrument: 'Section 232',
  kind: 'tariff',
  rate_pct: 25,
  rate_basis: 'additional',
  stage: 'in-force',
  announced_on: null,
  effective_from: '2025-03-12',
  effective_to: null,
  legal_ref: 'Procl. 1',
  standing: 'applies',
  standing_reason: '',
  product_scope: 'steel',
  product_detail: '',
  target: 'WORLD',
  quantity_tonnes: null,
  note: '',
  confidence: 'official-text-seen',
  audit: 'confirmed',
  caution: null,
  confirmed_by: null,
  confirmed_on: null,
  source_name: '',
  source_url: '',
  exception: null,
  unsettled_since: null,
  is_coming: false,
};

const IMPOSER: StatusImposer = {
  imposer: 'US',
  stage: 'in-force',
  extra_rate_pct: 25,
  measures: [MEASURE],
  relief: [],
  past_relief: [],
  partial: [],
  threatened: [],
  normal_duty_pct: null,
  normal_duty_text: null,
  total_duty_pct: null,
  includes_normal_duty: false,
};

const STATUS: Status = {
  target: 'JP',
  product: 'steel',
  on: '2025-04-01',
  known_on: null,
  last_verified: '2026-10-10',
  notes: [],
  imposers: [IMPOSER],
};

function ask(status: Partial<Status>, part: Partial<StatusAnswer> = {}) {
  return statusMessage({
    status: { ...STATUS, ...status },
    reported: [],
    feeds: FEEDS,
    now: NOON,
    question: 'japan steel',
    isFull: false,
    ...part,
  });
}

describe('a status answer', () => {
  it('says the answer in the notification', () => {
    expect(ask({}).summary).toBe(
      'Japan, steel, on 1 Apr 2025: United States 25% on top of the normal duty.',
    );
  });

  it.each<[string, Partial<StatusImposer>, string]>([
    ['nothing extra', { extra_rate_pct: 0 }, 'nothing on top of the normal duty'],
    [
      'a quota',
      { measures: [{ ...MEASURE, rate_basis: 'out-of-quota' }] },
      '25% outside the quota, 0% inside',
    ],
    [
      'a floor',
      { includes_normal_duty: true, measures: [{ ...MEASURE, rate_basis: 'floor' }] },
      'at least 25% with the normal duty included',
    ],
    [
      'a whole duty',
      { includes_normal_duty: true, measures: [{ ...MEASURE, rate_basis: 'total' }] },
      '25% with the normal duty included',
    ],
    [
      'a whole duty inside a quota, the normal duty unknown',
      {
        extra_rate_pct: 10,
        includes_normal_duty: true,
        measures: [{ ...MEASURE, kind: 'trq', rate_pct: 10, rate_basis: 'total' }],
      },
      '10% in total inside the quota',
    ],
    [
      'a whole duty inside a quota, the normal duty known',
      {
        extra_rate_pct: 7.5,
        normal_duty_pct: 2.5,
        total_duty_pct: 10,
        measures: [
          { ...MEASURE, kind: 'trq', rate_pct: 10, rate_basis: 'total' },
          { ...MEASURE, standing: 'excluded' },
        ],
      },
      '7.5% on top of the normal duty inside the quota, 10% with the normal 2.5%, beyond it 25% on',
    ],
    ['suspended', { stage: 'suspended' }, '25% suspended, not charged'],
    ['no rate', { extra_rate_pct: null }, 'measures apply, rate not recorded'],
    [
      'announced',
      {
        stage: 'announced',
        extra_rate_pct: null,
        measures: [{ ...MEASURE, standing: 'announced', is_coming: true }],
      },
      'charges nothing extra now; announced +25% from 12 Mar 2025',
    ],
    [
      'asked for relief',
      {
        stage: 'sought',
        relief: [{ kind: 'request', stage: 'sought', since: '2025-02-12', id: 'r', note: '' }],
      },
      '25% on top of the normal duty; exemption sought since 12 Feb 2025',
    ],
  ])('tells %s', (_, part, words) => {
    expect(ask({ imposers: [{ ...IMPOSER, ...part }] }).summary).toContain(words);
  });

  it('tells the whole duty where the normal one is known', () => {
    const known = { normal_duty_pct: 2.9, total_duty_pct: 27.9 };

    expect(ask({ imposers: [{ ...IMPOSER, ...known }] }).summary).toContain(
      '25% on top of the normal duty, 27.9% with the normal 2.9%',
    );
  });

  it('says at the foot what is known of a normal duty that is no percentage', () => {
    const specific = { ...IMPOSER, normal_duty_text: '$1.509/kg' };
    const text = printMessage(ask({ imposers: [specific] }));
    const mixed = printMessage(ask({ imposers: [specific, { ...IMPOSER, imposer: 'CA' }] }));

    expect(text).toContain(
      'United States: the normal (MFN) duty ($1.509/kg) is no single percentage; it is in no sum and comes on top unless',
    );
    expect(text).not.toContain('not known here');
    expect(mixed).toContain('Other normal (MFN) duties are not known here');
  });

  it('tells whom the act spares before what others pay', () => {
    const exception = { text: 'spared under Procl. 1', is_certain: true };
    const spared = ask({ imposers: [{ ...IMPOSER, measures: [{ ...MEASURE, exception }] }] });

    expect(spared.summary).toBe(
      'Japan, steel, on 1 Apr 2025: United States nothing extra: spared by the act (others pay 25% on top of the normal duty).',
    );
    expect(printMessage(spared)).toContain('us-1; spared under Procl. 1');
  });

  it('tells the rate first where sparing hangs on a condition', () => {
    const exception = { text: 'spared if it is listed', is_certain: false };

    expect(
      ask({ imposers: [{ ...IMPOSER, measures: [{ ...MEASURE, exception }] }] }).summary,
    ).toContain('25% on top of the normal duty; spared if it is listed.');
  });

  it('tells the quota, the announced duty and the request in one line, as on 13 February 2025', () => {
    const ledger = createLedger(loadSeedEntries());
    const [query] = resolveStatusQuery({
      who: 'japan',
      product: 'steel',
      from: 'us',
      on: '2025-02-13',
    });
    if (query === undefined) throw new Error('a query was expected');

    expect(ask(statusOn(ledger, query)).summary).toBe(
      'Japan, steel, on 13 Feb 2025: United States 25% outside the quota, 0% inside; announced +25% from 12 Mar 2025; exemption sought since 12 Feb 2025.',
    );
  });

  it('adds the rates up line by line and says what excludes what', () => {
    const text = printMessage(
      ask({
        imposers: [
          {
            ...IMPOSER,
            extra_rate_pct: 75,
            normal_duty_pct: 2.9,
            total_duty_pct: 77.9,
            measures: [
              { ...MEASURE, rate_pct: 50 },
              { ...MEASURE, id: 'us-2', instrument: 'Section 301' },
              {
                ...MEASURE,
                id: 'us-3',
                rate_pct: 12.5,
                standing: 'excluded',
                standing_reason: 'excluded by us-1 under EO 1',
              },
            ],
          },
        ],
      }),
    );

    expect(text).toContain('Sum: 75% extra');
    expect(text).toContain('With the normal duty: 2.9% + 75% = 77.9%');
    expect(text).toContain('Not charged: 12.5% on top of the normal duty');
    expect(text).toContain('excluded by us-1 under EO 1');
  });

  it('is honest about absence', () => {
    const text = printMessage(ask({ imposers: [] }));

    expect(text).toContain(
      'No measure found. 31 of 32 feeds checked, last at 12 Feb 2025 12:00 UTC; ledger last verified 10 Oct 2026.',
    );
  });

  it('puts who charges something first, and keeps the order of the ledger among them', () => {
    const quota = {
      ...IMPOSER,
      imposer: 'EU',
      extra_rate_pct: 50,
      measures: [{ ...MEASURE, rate_basis: 'out-of-quota' }],
    };

    const message = ask({
      imposers: [
        { ...IMPOSER, extra_rate_pct: 0 },
        quota,
        { ...IMPOSER, imposer: 'IN', extra_rate_pct: 12 },
      ],
    });

    expect(message.summary).toContain('EU 50% out of quota; India +12%; US nothing extra');
  });

  it('tells in the overview of a country what sleeps, and once what is granted', () => {
    const granted = { kind: 'exemption', stage: 'granted', since: null, id: 'us-2', note: '' };
    const measures: readonly StatusMeasure[] = [
      { ...MEASURE, id: 'us-2', kind: 'exemption', rate_pct: 0 },
      { ...MEASURE, id: 'us-3', standing: 'suspended' },
      { ...MEASURE, id: 'us-4', product_scope: 'low-value-parcels', rate_pct: null },
    ];
    const message = ask({ product: null, imposers: [{ ...IMPOSER, measures, relief: [granted] }] });

    expect(message.summary).toContain('2 measures in force, 1 suspended');
    expect(printMessage(message).split('us-2')).toHaveLength(2);
    expect(printMessage(message)).toContain('a duty without a percentage, low-value parcels');
  });

  it('tells two laws at the same rate as two, and a privilege that ended as such', () => {
    const measures: readonly StatusMeasure[] = [
      ...Array.from({ length: 9 }, (_, at) => ({
        ...MEASURE,
        id: `x${at}`,
        product_scope: `p${at}`,
      })),
      { ...MEASURE, product_scope: 'all-goods', instrument: 'one' },
      { ...MEASURE, product_scope: 'all-goods', instrument: 'two' },
      { ...MEASURE, product_scope: 'low-value-parcels', kind: 'suspension', rate_pct: null },
    ];
    const text = printMessage(ask({ product: null, imposers: [{ ...IMPOSER, measures }] }));

    expect(text).toContain('all goods: +25% and +25%');
    expect(text).toContain('low-value parcels: duty-free entry suspended');
  });

  it('says of a pause that ran out without news that it is unconfirmed, never that nothing is there', () => {
    const paused: StatusMeasure = {
      ...MEASURE,
      standing: 'unconfirmed',
      standing_reason: 'pause ended on 2025-03-31, unconfirmed',
    };
    const alone = ask({
      imposers: [{ ...IMPOSER, stage: 'none', extra_rate_pct: null, measures: [paused] }],
    });
    const beside = ask({ imposers: [{ ...IMPOSER, measures: [MEASURE, paused] }] });

    expect(alone.summary).toContain('United States pause ended on 31 Mar 2025, unconfirmed');
    expect(beside.summary).toContain(
      '25% on top of the normal duty; pause ended on 31 Mar 2025, unconfirmed',
    );
  });

  it('folds many measures by product and offers them in full', () => {
    const measures = Array.from({ length: 40 }, (_, at) => ({
      ...MEASURE,
      id: `us-${at}`,
      product_scope: `goods-${at % 15}`,
    }));
    const imposers = [{ ...IMPOSER, measures }];

    const folded = ask({ product: null, imposers });
    const full = ask({ product: null, imposers }, { isFull: true });

    expect(printMessage(folded).split('\n').length).toBeLessThan(22);
    expect(folded.buttons[0]).toMatchObject({
      label: 'Show stacking',
      command: 'status japan steel --full',
    });
    expect(printMessage(full).split('\n').length).toBeGreaterThan(40);
  });

  it('keeps what the press reports apart from the law', () => {
    const text = printMessage(ask({}, { reported: [aStory()] }));

    expect(text).toContain('Reported, not yet in the ledger');
    expect(text.indexOf('Reported')).toBeGreaterThan(text.indexOf('Section 232'));
  });

  it('says beside a row that its source is to be checked', () => {
    const caution = 'Check the source: not checked a second time.';

    const text = printMessage(
      ask({ imposers: [{ ...IMPOSER, measures: [{ ...MEASURE, caution }] }] }),
    );

    expect(text).toContain(caution);
  });
});

describe('answers from the seeded ledger', () => {
  const ledger = createLedger(loadSeedEntries());
  const who = ['japan', 'china', 'canada', 'brazil', 'germany', 'south africa', 'usmca'];
  const products = [null, 'steel', 'autos', 'all goods', '7326.90', 'pharma'];
  const days = ['2018-06-01', '2025-02-13', '2025-04-01', '2026-10-01'];

  it.each(who)('fit a phone’s first line, and name no undefined fact: %s', (name) => {
    for (const product of products) {
      for (const on of days) {
        const statuses = resolveStatusQuery({ who: name, product, on }).map((query) =>
          statusOn(ledger, query),
        );
        for (const status of statuses) {
          const message = ask(status);
          expect(message.summary.length).toBeLessThanOrEqual(150);
          expect(printMessage(message)).not.toMatch(/undefined|null|NaN|\[object/);
        }
        const table = statusTableMessage(statuses, FEEDS);
        expect(table.summary.length).toBeLessThanOrEqual(150);
      }
    }
  });
});
