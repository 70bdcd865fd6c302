import { describe, expect, it } from 'vitest';
import { createLedger } from '../../../src/ledger/create-ledger.ts';
import { type StatusQuery, statusOn } from '../../../src/ledger/status-on.ts';
import { loadSeedEntries } from '../../../src/reference/measures.ts';
import { aMeasure, anEntry } from './measure-builder.ts';

const seeded = createLedger(loadSeedEntries());

function ask(query: Partial<StatusQuery> & { readonly target: string; readonly on: string }) {
  return statusOn(seeded, { product: null, knownOn: null, imposer: 'US', ...query });
}

function only(query: Parameters<typeof ask>[0]) {
  const answer = ask(query).imposers[0];
  if (answer === undefined) throw new Error('no answer');
  return answer;
}

describe('the overview of a country', () => {
  const seeded = createLedger(loadSeedEntries());
  const ask = (target: string, product: string | null, on: string, imposer: string) =>
    statusOn(seeded, { target, product, on, knownOn: null, imposer }).imposers[0];

  it.each([
    ['JP', '2026-10-01'],
    ['CN', '2025-04-15'],
    ['CA', '2025-08-15'],
    ['BR', '2026-10-01'],
  ])(
    'of %s on %s states nothing as charged that the answer for its goods sets aside',
    (target, on) => {
      for (const imposer of ['US', 'CA', 'MX']) {
        const stated = (ask(target, null, on, imposer)?.measures ?? []).filter(
          ({ standing }) => standing === 'applies',
        );
        for (const { id, product_scope: scope } of stated) {
          const own = ask(target, scope, on, imposer)?.measures.find((one) => one.id === id);
          expect([id, own?.standing]).toEqual([id, 'applies']);
        }
      }
    },
  );

  it('shows the cap of a partner in the place of the general duty', () => {
    const rows = ask('JP', null, '2026-10-01', 'US')?.measures ?? [];
    const standing = (id: string) => rows.find((one) => one.id === id)?.standing;

    expect(standing('us-232-wood-jp')).toBe('applies');
    expect(standing('us-232-cabinets-world')).toBe('excluded');
    // The step of 2027 is not coming to Japan either.
    expect(standing('us-232-cabinets-world-2027')).toBe('excluded');
  });
});

describe('a row for every origin that spares some', () => {
  const answerTo = (imposer: string, target: string, product: string, on: string) => {
    const { imposers } = statusOn(seeded, { target, product, on, knownOn: null, imposer });
    return imposers[0]?.measures[0]?.exception;
  };

  // biome-ignore format: one line a statement
  it.each([
    ['US', 'CA', 'washers', '2019-03-01', 'spared under Procl. 9694', true],
    ['US', 'KR', 'steel-derivatives', '2021-03-01', 'spared under Procl. 9980', true],
    ['US', 'DE', 'steel-derivatives', '2022-01-01', 'spared since 2022-01-01 under Procl. 10328', true],
    ['US', 'GB', 'aluminium-derivatives', '2022-06-01', 'spared since 2022-06-01 under Procl. 10405', true],
    ['US', 'SG', 'quartz-over-quota', '2026-10-01', 'spared under Proclamation of 2026-07-31 (quartz)', true],
    ['EU', 'NO', 'steel', '2024-05-01', 'spared under Reg. (EU) 2019/159', true],
    ['EU', 'IS', 'steel', '2026-08-01', 'spared under Reg. (EU) 2026/1384', true],
    ['IN', 'TH', 'steel', '2026-01-10', 'spared if India lists it as a developing country', false],
  ])('%s on %s, %s, %s: says "%s"', (imposer, target, product, on, text, isCertain) => {
    expect(answerTo(imposer, target, product, on)).toEqual({ text, is_certain: isCertain });
  });

  it.each([
    ['US', 'MX', 'washers', '2019-03-01'],
    ['US', 'JP', 'steel-derivatives', '2022-03-31'],
    ['US', 'BR', 'aluminium-derivatives', '2021-03-01'],
    ['US', 'CN', 'quartz-over-quota', '2026-10-01'],
    ['IN', 'VN', 'steel', '2025-05-01'],
    ['IN', 'NP', 'steel', '2026-01-10'],
    ['IN', 'JP', 'steel', '2026-01-10'],
    ['IN', 'KR', 'steel', '2026-01-10'],
    ['EU', 'NO', 'steel', '2018-08-01'],
    ['US', 'JP', 'steel', '2025-04-01'],
  ])('says nothing of it for %s on %s, %s, %s', (imposer, target, product, on) => {
    expect(answerTo(imposer, target, product, on)).toBeNull();
  });

  it('keeps the figure of the row, which a reading by its fields expects', () => {
    const spared = only({ target: 'CA', product: 'washers', on: '2019-03-01' });

    expect([spared.stage, spared.extra_rate_pct]).toEqual(['in-force', 45]);
  });

  it('is left out of the overview of an origin that it spares, and only of that', () => {
    const idsOf = (target: string) =>
      only({ target, on: '2019-03-01' }).measures.map(({ id }) => id);

    expect(idsOf('CA')).not.toContain('us-201-washers-y2');
    expect(idsOf('MX')).toContain('us-201-washers-y2');
  });
});

describe('a row that the evidence leaves open from a day on', () => {
  const truce = (on: string) =>
    statusOn(seeded, { target: 'US', product: 'all-goods', on, knownOn: null, imposer: 'CN' })
      .imposers[0];

  it('is settled until the day before', () => {
    expect(truce('2026-11-10')?.measures[0]?.unsettled_since).toBeNull();
  });

  it('says so from that day on and keeps its rate', () => {
    const [row] = truce('2026-11-11')?.measures ?? [];

    expect(row?.id).toBe('cn-ret-recip-10');
    expect(row?.unsettled_since).toBe('2026-11-11');
    expect(row?.standing_reason).toContain('unsettled since 2026-11-11: its pause of 24 points');
    expect(truce('2026-11-11')?.extra_rate_pct).toBe(10);
  });
});

describe('a pause that the evidence leaves open', () => {
  it('says so beside its dates', () => {
    const query = { target: 'FR', product: 'aircraft', knownOn: null, imposer: 'US' };
    const reason = (on: string) =>
      statusOn(seeded, { ...query, on }).imposers[0]?.measures.find(
        ({ id }) => id === 'us-301-eu-aircraft-susp',
      )?.standing_reason;

    expect(reason('2026-07-31')).toBe('suspended from 2021-03-11, with no end set');
    expect(reason('2026-08-01')).toContain('; unsettled since 2026-08-01: the five years');
  });
});

describe('dates', () => {
  const ledger = createLedger([
    anEntry(
      aMeasure({
        announcedOn: '2025-02-10',
        effectiveFrom: '2025-03-12',
        effectiveTo: '2025-06-03',
      }),
    ),
  ]);
  const stage = (on: string) =>
    statusOn(ledger, { target: 'JP', product: 'steel', on, knownOn: null, imposer: 'US' })
      .imposers[0]?.stage;

  it.each([
    ['2025-02-09', 'none'],
    ['2025-02-10', 'announced'],
    ['2025-03-11', 'announced'],
    ['2025-03-12', 'in-force'],
    ['2025-06-03', 'in-force'],
    ['2025-06-04', 'none'],
  ])('on %s the measure is %s: both dates are inclusive', (on, expected) => {
    expect(stage(on)).toBe(expected);
  });

  it('counts a backdated measure from its first day by law', () => {
    expect(only({ target: 'DE', product: 'autos', on: '2025-08-05' }).extra_rate_pct).toBe(15);
  });

  it('gives a struck-down duty its last day on 23 February 2026', () => {
    expect(only({ target: 'VN', product: 'all-goods', on: '2026-02-23' }).extra_rate_pct).toBe(20);
    expect(only({ target: 'VN', product: 'all-goods', on: '2026-02-24' }).extra_rate_pct).toBe(10);
  });
});

describe('measures that never applied', () => {
  it('shows an announced one until it was dropped and counts it never', () => {
    const during = only({ target: 'AE', product: 'aluminium', on: '2021-01-25' });
    const after = only({ target: 'AE', product: 'aluminium', on: '2021-02-02' });

    expect(during.extra_rate_pct).toBe(10);
    expect(during.measures.find(({ id }) => id === 'us-232-alu-ae-quota-2021')?.standing).toBe(
      'announced',
    );
    expect(after.measures.map(({ id }) => id)).not.toContain('us-232-alu-ae-quota-2021');
  });

  it('keeps a threat out of stage and rate', () => {
    const answer = only({ target: 'DK', product: 'films', on: '2025-01-15' });
    const threatened = only({ target: 'JP', product: 'films', on: '2026-08-01' });

    expect(answer.stage).toBe('none');
    expect(threatened.threatened.map(({ id }) => id)).toContain('us-movies-100-threat');
    expect(threatened.measures.map(({ id }) => id)).not.toContain('us-movies-100-threat');
  });
});

describe('suspended measures', () => {
  it('tells the sleeping rate of a suspended list', () => {
    const answer = only({
      target: 'US',
      product: 'us-goods-21bn',
      on: '2025-05-01',
      imposer: 'EU',
    });

    expect([answer.stage, answer.extra_rate_pct]).toEqual(['suspended', 25]);
    expect(answer.measures[0]?.standing_reason).toBe('suspended from 2025-04-15, until 2025-08-06');
  });

  it('never settles a pause by the calendar: past its end it is unconfirmed and counts nothing', () => {
    const answer = only({ target: 'CN', product: 'intermodal-chassis', on: '2026-11-20' });
    const pause = answer.measures.find(({ id }) => id === 'us-301-maritime-intermodal-susp');

    expect(pause?.standing).toBe('unconfirmed');
    expect(pause?.standing_reason).toBe('pause ended on 2026-11-09, unconfirmed');
    expect(answer.extra_rate_pct).toBe(12.5);
  });

  it('takes the end that an official text told after the evidence for settled, and a planned one not', () => {
    const ask = (stage: string) => {
      const measure = aMeasure({ effectiveTo: '2026-12-30', stage });
      const ledger = createLedger([anEntry(measure, { origin: 'feed' })], '2026-10-10');
      const query = { target: 'JP', product: 'steel', on: '2027-01-02', knownOn: null };
      return statusOn(ledger, { ...query, imposer: 'US' }).imposers[0]?.measures ?? [];
    };

    expect(ask('ended')).toEqual([]);
    expect(ask('in-force').map(({ standing }) => standing)).toEqual(['unconfirmed']);
  });

  it('leaves a pause that a successor followed alone', () => {
    const answer = only({
      target: 'US',
      product: 'us-goods-93bn',
      on: '2026-09-01',
      imposer: 'EU',
    });

    expect(answer.measures.map(({ id, standing }) => [id, standing])).toEqual([
      ['eu-rebal-2026b', 'suspended'],
    ]);
  });
});

describe('origins', () => {
  it('lets a member of the EU pay what the EU pays, and says so', () => {
    const status = ask({ target: 'DE', product: 'steel', on: '2023-01-01' });

    expect(status.imposers[0]?.measures[0]?.id).toBe('us-232-steel-eu-trq-2022');
    expect(status.notes).toContain('Goods of Germany are goods of the European Union.');
  });

  it('counts the United Kingdom as a member until the end of 2020', () => {
    const applied = (on: string) =>
      only({ target: 'GB', product: 'steel', on }).measures.find(
        ({ standing }) => standing === 'applies',
      )?.id;

    expect(applied('2018-05-31')).toBe('us-232-steel-eu-temp-2018');
    expect(applied('2022-03-01')).toBe('us-232-steel-world-2018');
  });

  it('lets Hong Kong pay the duties whose text names it beside China', () => {
    expect(only({ target: 'HK', product: 'all-goods', on: '2025-04-15' }).extra_rate_pct).toBe(145);
    expect(only({ target: 'HK', product: 'steel', on: '2024-10-01' }).extra_rate_pct).toBe(25);
  });

  it('imposes nothing on the imposer itself, nor the EU on its members', () => {
    expect(only({ target: 'US', product: 'steel', on: '2025-05-01' }).stage).toBe('none');
    expect(only({ target: 'FR', product: 'steel', on: '2025-05-01', imposer: 'EU' }).stage).toBe(
      'none',
    );
  });

  it('answers for a member that imposes with the measures of the EU', () => {
    const status = ask({ target: 'JP', product: 'steel', on: '2025-05-01', imposer: 'FR' });

    expect(status.imposers.map(({ imposer, extra_rate_pct }) => [imposer, extra_rate_pct])).toEqual(
      [['EU', 25]],
    );
    expect(status.notes).toContain('Duties of France are those of the European Union.');
  });
});

describe('relief', () => {
  it('lists open requests as sought and own exemptions as granted', () => {
    const answer = only({ target: 'AU', product: 'steel', on: '2025-02-13' });

    expect(answer.relief.map(({ id, stage, since }) => [id, stage, since])).toEqual([
      ['req-au-steel-2025', 'sought', '2025-02-10'],
      ['us-232-steel-au-exempt', 'granted', '2018-03-23'],
    ]);
  });

  it('does not call a carve-out for every origin a relief of this one', () => {
    const answer = only({ target: 'JP', product: 'pharma', on: '2025-10-15' });

    expect(answer.measures[0]?.kind).toBe('exemption');
    expect(answer.relief).toEqual([]);
  });

  it('remembers a request after its end, as granted when relief followed and as lapsed when none did', () => {
    const past = (target: string, on: string) =>
      only({ target, product: 'steel', on }).past_relief.map(({ id, stage }) => [id, stage]);

    expect(past('AU', '2025-03-12')).toEqual([['req-au-steel-2025', 'lapsed']]);
    expect(past('KR', '2018-04-01')).toEqual([['req-kr-steel-2018', 'granted']]);
  });

  it('makes "sought" the stage where nothing else stands', () => {
    const ledger = createLedger([
      anEntry(
        aMeasure({
          id: 'req',
          kind: 'request',
          stage: 'sought',
          rate: null,
          rateBasis: null,
          effectiveFrom: null,
        }),
      ),
    ]);
    const answer = statusOn(ledger, {
      target: 'JP',
      product: 'steel',
      on: '2025-03-01',
      knownOn: null,
      imposer: 'US',
    }).imposers[0];

    expect([answer?.stage, answer?.extra_rate_pct]).toEqual(['sought', null]);
  });
});

describe('products', () => {
  it('answers a product without measures of its own with what covers it', () => {
    expect(
      only({ target: 'BR', product: 'aluminium-unwrought-non-alloyed', on: '2023-01-01' })
        .extra_rate_pct,
    ).toBe(10);
    expect(
      only({ target: 'CA', product: 'aluminium-unwrought-non-alloyed', on: '2020-08-20' })
        .extra_rate_pct,
    ).toBe(10);
    expect(
      only({ target: 'CA', product: 'aluminium-unwrought-non-alloyed', on: '2020-09-20' })
        .extra_rate_pct,
    ).toBe(0);
  });

  it('lets the rule for the origin win over the rule for the goods, both being on the goods', () => {
    expect(
      only({ target: 'IT', product: 'kitchen-cabinets', on: '2026-05-01' }).extra_rate_pct,
    ).toBe(15);
    expect(
      only({ target: 'VN', product: 'kitchen-cabinets', on: '2026-05-01' }).extra_rate_pct,
    ).toBe(25);
  });

  it('takes measures by origin group only while none names the goods', () => {
    expect(
      only({ target: 'CN', product: 'autos', on: '2026-02-01', imposer: 'MX' }).extra_rate_pct,
    ).toBe(50);
    expect(only({ target: 'JP', product: 'autos', on: '2026-02-01', imposer: 'MX' }).stage).toBe(
      'none',
    );
    expect(
      only({ target: 'CN', product: 'steel', on: '2025-11-01', imposer: 'CA' }).extra_rate_pct,
    ).toBe(25);
    expect(
      only({ target: 'TR', product: 'steel', on: '2025-11-01', imposer: 'CA' }).extra_rate_pct,
    ).toBe(50);
  });

  it('takes the rate of all other producers for goods whose producer is not named', () => {
    const query = { target: 'CN', on: '2025-06-01', imposer: 'EU' };
    const cars = only({ ...query, product: 'electric-vehicles' });

    expect(cars.extra_rate_pct).toBe(35.3);
    expect(cars.partial.map(({ id }) => id)).toContain('eu-bev-byd');
    expect(only({ ...query, product: 'electric-vehicles:byd' }).extra_rate_pct).toBe(17);
  });

  it('tells beside the answer which lists may reach the goods, without counting them', () => {
    const answer = only({ target: 'CN', product: 'steel', on: '2026-10-01' });

    expect(answer.extra_rate_pct).toBe(50);
    expect(answer.partial.map(({ id }) => id)).toContain('us-301-cn-list3-25');
    expect(answer.partial.every(({ standing }) => standing === 'partial')).toBe(true);
  });

  it('tells of a carve-out only beside a duty that counts', () => {
    const partial = (product: string) =>
      only({ target: 'CA', product, on: '2026-08-10' }).partial.map(({ id }) => id);

    expect(partial('all-goods')).toContain('us-301fl-ca-usmca');
    expect(partial('steel')).not.toContain('us-301fl-ca-usmca');
  });

  it('shows every product without adding them up when none is named', () => {
    const answer = only({ target: 'JP', on: '2025-10-01' });

    expect(answer.measures.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'us-232-steel-world-2025-50',
        'us-232-autos-jp',
        'us-ieepa-recip-jp',
      ]),
    );
    expect(answer.extra_rate_pct).toBe(15);
  });
});

describe('the answer as a whole', () => {
  it('always holds the imposer asked for, even with nothing to say', () => {
    const status = ask({ target: 'NZ', product: 'steel', on: '2025-01-01', imposer: 'JP' });

    expect(status.imposers).toEqual([
      expect.objectContaining({
        imposer: 'JP',
        stage: 'none',
        extra_rate_pct: null,
        measures: [],
        relief: [],
      }),
    ]);
  });

  it('without an imposer holds those that have something to say, the strongest stage first', () => {
    const status = ask({ target: 'US', product: 'steel', on: '2025-05-01', imposer: null });

    expect(status.imposers[0]?.stage).toBe('in-force');
    expect(status.imposers.map(({ imposer }) => imposer)).toEqual(
      expect.arrayContaining(['CA', 'EU', 'GB', 'IN', 'BR']),
    );
  });

  it('says how far the evidence reaches', () => {
    const status = ask({
      target: 'JP',
      product: 'solar-polysilicon-derivatives',
      on: '2026-12-10',
    });

    expect(status.last_verified).toBe('2026-10-10');
    expect(status.notes).toContain(
      'The ledger was last verified on 2026-10-10; what is later is known from feeds only.',
    );
    expect(status.imposers[0]?.measures[0]?.standing_reason).toBe(
      'tops the normal duty up to 15%; due on 2026-12-04, not confirmed since 2026-10-10',
    );
  });

  it('says "check the source" beside rows that nobody confirmed', () => {
    const caution = (id: string, query: Parameters<typeof ask>[0]) =>
      only(query).measures.find((one) => one.id === id)?.caution;

    expect(
      caution('us-232-steel-world-2026-50', { target: 'JP', product: 'steel', on: '2026-10-01' }),
    ).toBeNull();
    expect(
      caution('us-232-steel-au-exempt', { target: 'AU', product: 'steel', on: '2020-01-01' }),
    ).toBe('Check the source: not checked a second time.');
    expect(
      caution('za-hrc-sg-2', {
        target: 'CN',
        product: 'steel-hot-rolled-flat',
        on: '2026-06-01',
        imposer: 'ZA',
      }),
    ).toBe('Check the source: outside the US only confirmed rows are reliable.');
  });
});

describe('a large ledger', () => {
  const goods = Array.from({ length: 50 }, (_, at) => `goods-${at}`);
  const grown = (size: number) =>
    createLedger([
      ...loadSeedEntries(),
      ...Array.from({ length: size }, (_, at) => {
        const year = 1900 + (at % 100);
        return anEntry(
          aMeasure({
            id: `m-${at}`,
            target: at % 3 === 0 ? 'WORLD' : 'JP',
            productScope: at % 5 === 0 ? 'steel' : (goods[at % goods.length] ?? 'steel'),
            announcedOn: `${year}-01-01`,
            effectiveFrom: `${year}-02-01`,
            effectiveTo: `${year}-11-30`,
          }),
          { id: `E-${at}` },
        );
      }),
    ]);

  it('answers as a small one does where the same measures are in sight', () => {
    const small = grown(100);
    const large = grown(100_000);
    const query = {
      target: 'JP',
      product: 'steel',
      on: '2025-05-01',
      knownOn: null,
      imposer: 'US',
    };
    expect(statusOn(large, query)).toEqual(statusOn(small, query));
  });
});
