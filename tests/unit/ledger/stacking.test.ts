import { describe, expect, it } from 'vitest';
import { createLedger } from '../../../src/ledger/create-ledger.ts';
import { resolveStatusQuery } from '../../../src/ledger/resolve-status-query.ts';
import { type StatusQuery, statusOn } from '../../../src/ledger/status-on.ts';
import { loadSeedEntries } from '../../../src/reference/measures.ts';

const ledger = createLedger(loadSeedEntries());

function ask(target: string, product: string, on: string, more: Partial<StatusQuery> = {}) {
  const answer = statusOn(ledger, { target, product, on, knownOn: null, imposer: 'US', ...more })
    .imposers[0];
  if (answer === undefined) throw new Error('no answer');
  return answer;
}

function idsOf(answer: ReturnType<typeof ask>, standing: string): readonly string[] {
  return answer.measures.filter((one) => one.standing === standing).map(({ id }) => id);
}

describe('the worked example', () => {
  it('makes 77.9 % of 2.9 normal, 50 under Section 232 and 25 of the third China list', () => {
    const [query] = resolveStatusQuery({
      who: 'China',
      product: '7326.90.86.88',
      on: '2026-10-05',
      from: 'US',
    });
    if (query === undefined) throw new Error('no query');
    const answer = statusOn(ledger, { ...query, normalDuty: 290 }).imposers[0];

    expect(answer?.extra_rate_pct).toBe(75);
    expect(answer?.total_duty_pct).toBe(77.9);
    const excluded = answer?.measures.find(({ id }) => id === 'us-301fl-cn');
    expect(excluded?.standing).toBe('excluded');
    expect(excluded?.standing_reason).toContain('us-232-steel-world-2026-50 under 91 FR 47318');
  });
});

describe('stacking in the United States', () => {
  it.each([
    // Normal duty and China lists add to Section 232; the fentanyl duty on China too.
    ['CN', 'steel', '2025-07-01', 70, ['us-ieepa-recip-cn-10b']],
    // Order of precedence of March to June 2025: the fentanyl duty comes before the metals.
    ['CA', 'steel', '2025-04-15', 25, ['us-232-steel-world-2025-25']],
    ['MX', 'aluminium', '2025-05-01', 25, ['us-232-alu-world-2025-25']],
    // Reversed on 4 June 2025.
    ['CA', 'steel', '2025-06-04', 50, ['us-ieepa-ca-25']],
    ['CA', 'steel', '2025-06-03', 25, ['us-232-steel-world-2025-25']],
    // Cars come first from the beginning.
    ['CA', 'autos', '2025-05-01', 25, ['us-ieepa-ca-25']],
    // Reciprocal duty never on Section 232 goods.
    ['VN', 'steel', '2025-09-01', 50, ['us-ieepa-recip-vn']],
    // Brazil: 10 + 40 on general goods, none of both on Section 232 goods.
    ['BR', 'steel', '2025-09-01', 50, ['us-ieepa-br-40', 'us-ieepa-recip-br']],
    ['IN', 'steel', '2025-09-01', 50, ['us-ieepa-in-oil-25', 'us-ieepa-recip-in']],
    // Wood excludes the fentanyl duty from 14 October 2025, trucks from 1 November.
    ['CA', 'lumber', '2025-10-14', 10, ['us-ieepa-ca-35']],
    ['MX', 'trucks', '2025-11-01', 25, ['us-ieepa-mx-25']],
    // Section 122 not on Section 232 goods.
    ['JP', 'steel', '2026-03-01', 50, ['us-s122-world']],
    // Section 301 of July 2026 not on Section 232 goods.
    ['BR', 'steel', '2026-08-01', 50, ['us-301-br-25', 'us-301fl-br']],
  ])('%s %s on %s pays %d %%', (target, product, on, rate, excluded) => {
    const answer = ask(target, product, on);

    expect(answer.extra_rate_pct).toBe(rate);
    expect(idsOf(answer, 'excluded')).toEqual(expect.arrayContaining(excluded));
  });

  it('lets drones pay Section 232 and the Section 301 duties of July 2026', () => {
    expect(ask('BR', 'drones-annex-ii', '2026-10-01').extra_rate_pct).toBe(25 + 25 + 12.5);
  });

  it('names the excluding measure and the law', () => {
    const excluded = ask('VN', 'steel', '2025-09-01').measures.find(
      ({ id }) => id === 'us-ieepa-recip-vn',
    );

    expect(excluded?.stage).toBe('excluded');
    expect(excluded?.standing_reason).toMatch(
      /^excluded by us-232-steel-world-2025-50 under EO 14257 section 3\(b\): /,
    );
  });

  it('says of an announced general duty that it will not come to Section 232 goods', () => {
    const announced = (product: string) =>
      ask('JP', product, '2025-04-03').measures.find(({ id }) => id === 'us-ieepa-recip-world')
        ?.standing_reason;

    expect(announced('all-goods')).toBe('announced, from 2025-04-05');
    expect(announced('steel')).toMatch(
      /^announced, from 2025-04-05, but not on these goods: excluded by us-232-steel-world-2025-25 under EO 14257/,
    );
  });

  it('does not let an exemption from Section 232 shield from the general duties', () => {
    const answer = ask('JP', 'metal-derivatives-annex-ii', '2026-05-01');

    expect(idsOf(answer, 'applies')).toEqual(['us-232-metals-annex2-removed', 'us-s122-world']);
    expect(answer.extra_rate_pct).toBe(10);
  });

  it('keeps the order of the law for who asks what was known while both duties ran', () => {
    const answer = ask('JP', 'steel', '2026-10-01', { knownOn: '2025-06-10' });

    expect(idsOf(answer, 'applies')).toEqual(['us-232-steel-world-2025-50']);
    expect(answer.extra_rate_pct).toBe(50);
  });

  it('puts the postal duty in the place of the country duties', () => {
    expect(ask('CN', 'postal-parcels', '2025-05-05').extra_rate_pct).toBe(120);
  });

  it('adds anti-dumping, countervailing and Section 232 duties on Canadian softwood', () => {
    expect(ask('CA', 'softwood-lumber', '2026-09-01').extra_rate_pct).toBe(45.19);
  });
});

describe('carve-outs', () => {
  it.each([
    ['CA', 'usmca-goods', '2025-09-01', 0],
    ['CA', 'energy', '2025-09-01', 10],
    ['CA', 'all-goods', '2025-09-01', 35],
    ['JP', 'pharma', '2025-10-15', 0],
    ['VN', 'electronics', '2025-09-01', 0],
    ['BR', 'agriculture', '2025-12-01', 0],
    ['RU', 'all-goods', '2025-09-01', 0],
  ])('%s %s on %s pays %d %% under the own rule of the goods', (target, product, on, rate) => {
    const answer = ask(target, product, on);

    expect(answer.stage).toBe('in-force');
    expect(answer.extra_rate_pct).toBe(rate);
  });
});

describe('floors and whole duties', () => {
  it('shows a floor at its full rate while the normal duty is unknown', () => {
    const answer = ask('JP', 'autos', '2025-10-01');

    expect(answer.extra_rate_pct).toBe(15);
    expect(answer.includes_normal_duty).toBe(true);
    expect(answer.total_duty_pct).toBeNull();
    expect(answer.measures[0]?.standing_reason).toBe('tops the normal duty up to 15%');
  });

  it.each([
    [250, 12.5, 15],
    [1500, 0, 15],
    [2500, 0, 25],
  ])(
    'adds max(0, floor - normal) when the normal duty is %d basis points',
    (normalDuty, extra, total) => {
      const answer = ask('DE', 'all-goods', '2025-09-01', { normalDuty });

      expect(answer.extra_rate_pct).toBe(extra);
      expect(answer.total_duty_pct).toBe(total);
      expect(answer.includes_normal_duty).toBe(false);
    },
  );

  it('lets a whole duty stand in the place of the normal one', () => {
    const answer = ask('GB', 'autos', '2025-09-01', { normalDuty: 250 });

    expect(answer.extra_rate_pct).toBe(7.5);
    expect(answer.total_duty_pct).toBe(10);
  });

  it('says that nothing is known of a duty without an ad valorem rate, and not that it is zero', () => {
    const answer = ask('US', 'cars-alcohol-tobacco-rice', '2019-01-15', { imposer: 'TR' });

    expect(answer.stage).toBe('in-force');
    expect(answer.extra_rate_pct).toBeNull();
  });

  it('says zero for an import ban, which charges nothing', () => {
    expect(ask('CA', '338-ban-dairy', '2026-10-01').extra_rate_pct).toBe(0);
  });
});
