// Days and goods at which a plausible reader of the law goes wrong: the last day of a deal and the one after, narrower goods,
// duties that exclude each other, pauses, gaps, plans. Each line was worked out by hand from the rows and from the rules that
// `stacking-rules.csv` cites. A changed line is a changed legal statement.
import { describe, expect, it } from 'vitest';
import { createLedger } from '../../../src/ledger/create-ledger.ts';
import { resolveStatusQuery } from '../../../src/ledger/resolve-status-query.ts';
import { statusOn } from '../../../src/ledger/status-on.ts';
import { loadSeedEntries } from '../../../src/reference/measures.ts';

type Line = readonly [
  imposer: string,
  origin: string,
  product: string,
  day: string,
  /** Percent on top of the normal duty; null when no measure counts. */
  rate: number | null,
  stage: string,
  /** The measures that count, joined by "+". */
  measures: string,
  why: string,
];

// biome-ignore format: one line a statement
const CORNERS: readonly Line[] = [
  ['US', 'KR', 'steel', '2018-04-30', 0, 'in-force', 'us-232-steel-kr-temp-2018', 'an exemption holds on its last day'],
  ['US', 'DE', 'steel', '2018-06-01', 25, 'in-force', 'us-232-steel-world-2018', 'goods of a member lose the exemption of the EU'],
  ['US', 'FR', 'aluminium', '2025-03-11', 10, 'in-force', 'us-232-alu-eu-trq-2022', 'a quota charges its outer rate up to its last day'],
  ['US', 'TR', 'steel', '2019-05-20', 50, 'in-force', 'us-232-steel-tr-50', 'the doubled rate holds on its last day'],
  ['US', 'TR', 'steel', '2019-05-21', 25, 'in-force', 'us-232-steel-world-2018', 'then the general rate comes back'],
  ['US', 'CA', '7601.10', '2020-08-20', 10, 'in-force', 'us-232-alu-ca-unwrought-2020', 'a tariff line is found by the narrower goods'],
  ['US', 'CN', 'china-301-list-3', '2019-05-10', 25, 'in-force', 'us-301-cn-list3-25', 'a step counts from its first day'],
  ['US', 'CN', 'china-301-list-4b', '2020-03-01', 15, 'suspended', 'us-301-cn-list4b', 'a list that sleeps shows its sleeping rate'],
  ['US', 'CN', 'syringes-needles', '2024-09-26', null, 'announced', 'us-301-cn-syringes-100', 'what was announced charges nothing the day before'],
  ['US', 'CN', 'syringes-needles', '2025-05-01', 245, 'in-force', 'us-301-cn-syringes-100+us-ieepa-cn-fent-20+us-ieepa-recip-cn-125', 'three laws add up'],
  ['US', 'IN', 'all-goods', '2026-02-07', 25, 'in-force', 'us-ieepa-recip-in', 'the Russian-oil duty ended the day before'],
  ['US', 'IT', 'all-goods', '2026-02-23', 15, 'in-force', 'us-ieepa-recip-eu', 'the last day of the IEEPA duties'],
  ['US', 'IT', 'all-goods', '2026-07-23', 10, 'in-force', 'us-s122-world', 'the last of the 150 days of Section 122'],
  ['US', 'CA', 'energy', '2025-08-15', 10, 'in-force', 'us-ieepa-ca-energy+us-ieepa-recip-annex2', 'the lower rate stands in the place of 35, not beside it'],
  ['US', 'MX', 'usmca-goods', '2025-03-05', 25, 'in-force', 'us-ieepa-mx-25', 'USMCA goods paid for three days'],
  ['US', 'BR', 'agriculture', '2025-12-01', 0, 'in-force', 'us-ieepa-recip-ag+us-ieepa-br-ag', 'two orders spare the same food'],
  ['US', 'BR', 'drones-annex-ii', '2026-10-01', 62.5, 'in-force', 'us-232-uas-annex2+us-301-br-25+us-301fl-br', 'drones pay Section 301 beside Section 232'],
  ['US', 'CN', 'china-301-exclusions', '2026-10-01', 12.5, 'in-force', 'us-301-cn-exclusions-178+us-301fl-cn', 'an exclusion from the lists spares no other duty'],
  ['US', 'JP', 'kitchen-cabinets', '2026-10-01', 15, 'in-force', 'us-232-wood-jp', 'the cap of a partner on wood products reaches cabinets'],
  ['CA', 'US', 'consumer-goods', '2026-09-01', null, 'announced', 'ca-ret-2026-50-consumer', 'the second Canadian list was known and not begun'],
  ['CA', 'US', 'consumer-goods', '2025-10-01', null, 'none', '', 'the first one was gone for a year'],
  ['IN', 'CN', 'steel', '2025-12-01', null, 'none', '', 'seven weeks between two safeguards'],
  ['EU', 'US', 'whiskey-motorcycles-steel-food', '2023-01-01', 25, 'suspended', 'eu-rebal-2018-susp', 'the answer to the metals duties sleeps'],
  ['EU', 'US', 'us-goods-93bn', '2026-10-01', 30, 'suspended', 'eu-rebal-2026b', 'the third suspension shows its sleeping rate'],
  ['EU', 'US', 'us-goods-21bn', '2025-04-10', null, 'announced', 'eu-rebal-2025', 'a list that was adopted to be suspended is announced until the pause begins'],
  ['EU', 'CN', 'electric-vehicles:byd', '2024-08-01', 17.4, 'in-force', 'eu-bev-prov-byd', 'a provisional duty on one producer'],
  ['EU', 'CN', 'electric-vehicles', '2025-03-01', 35.3, 'in-force', 'eu-bev-other', 'without a producer the rate of all others counts'],
  ['EU', 'RU', 'fertiliser', '2026-08-01', 6.5, 'in-force', 'eu-ru-fertiliser-2', 'the second year of a whole duty'],
  ['EU', 'US', 'lobster', '2026-07-10', 0, 'in-force', 'eu-us-zero-lobster', 'a duty of nothing that reaches back a year'],
  ['EU', 'US', 'industrial-goods', '2026-06-30', null, 'announced', 'eu-us-zero-industrial', 'the day before the zero of the deal'],
  ['EU', 'US', 'aircraft', '2021-01-15', 15, 'in-force', 'eu-boeing-aircraft-15', 'the answer to the Boeing ruling'],
  ['CN', 'US', 'soybeans', '2025-03-20', 35, 'in-force', 'cn-ret-301-1+cn-ret-fent-4', 'groups of retaliation add up'],
  ['CN', 'US', 'soybeans', '2025-04-11', 119, 'in-force', 'cn-ret-301-1+cn-ret-fent-4+cn-ret-recip-84', 'and the reciprocal one adds to both'],
  ['CN', 'US', 'coal-lng', '2025-04-20', 140, 'in-force', 'cn-ret-fent-1+cn-ret-recip-125', '125 beside the 15 of February'],
  ['CN', 'US', 'chicken-wheat-corn-cotton', '2025-12-01', 10, 'in-force', 'cn-ret-recip-10', 'the March list was lifted, the 10 stayed'],
  ['CN', 'US', '60bn-list', '2019-03-01', 10, 'in-force', 'cn-ret-301-3a', 'a list before its step to 25'],
  ['CN', 'CA', 'canola-meal-peas', '2026-05-01', 100, 'suspended', 'cn-ca-canola-meal-peas-susp', 'suspended on 1 March, not repealed'],
  ['CN', 'CA', 'canola-oil', '2026-05-01', 100, 'in-force', 'cn-ca-canola-oil', 'oil is not a part of that pause'],
  ['CN', 'EU', 'brandy', '2025-07-04', null, 'announced', 'cn-eu-brandy', 'a ruling on the day before it applies'],
  ['CN', 'FR', 'dairy', '2026-02-12', 42.7, 'in-force', 'cn-eu-dairy-prov', 'goods of a member pay the provisional rate on its last day'],
  ['CA', 'US', 'aluminium-and-consumer-goods', '2019-05-19', 10, 'in-force', 'ca-ret-other-2018', 'the last day of the first Canadian list'],
  ['CA', 'US', 'aluminium', '2020-08-20', null, 'announced', 'ca-ret-alu-2020-planned', 'planned, then dropped'],
  ['CA', 'US', 'autos', '2025-04-08', null, 'announced', 'ca-ret-autos-2025', 'cars were answered a day later'],
  ['CA', 'CN', 'electric-vehicles', '2026-04-01', 100, 'in-force', 'ca-ev-cn-quota-2026', 'the quota keeps 100 outside it'],
  ['CA', 'CN', 'steel', '2025-08-15', 25, 'in-force', 'ca-metals-cn-25', 'the China list before the residual rules'],
  ['MX', 'US', 'steel-pork-cheese-apples', '2019-05-20', null, 'none', '', 'gone on the day of the agreement'],
  ['MX', 'CN', 'steel', '2026-03-01', 35, 'in-force', 'mx-2026-steel', 'a whole duty on origins without an agreement'],
  ['MX', 'JP', 'steel', '2026-03-01', null, 'none', '', 'a partner of the CPTPP is not touched'],
  ['MX', 'KR', 'autos', '2026-03-01', 50, 'in-force', 'mx-2026-autos', 'Korea has no agreement with Mexico'],
  ['IN', 'US', 'almonds-apples-lentils', '2023-09-06', null, 'none', '', 'the day after the list was freed'],
  ['IN', 'CN', 'steel', '2026-04-21', 11.5, 'in-force', 'in-steel-sg-3', 'the second year of the safeguard'],
  ['BR', 'JP', 'steel', '2025-06-10', null, 'announced', 'br-steel-trq-2025', 'between two quota years'],
  ['GB', 'US', 'whiskey-motorcycles', '2022-05-31', 25, 'in-force', 'gb-rebal-2021', 'the last day before the quota deal'],
  ['GB', 'RU', 'uk-russia-belarus-list', '2023-01-01', 35, 'in-force', 'gb-ru-35', 'the additional duty on Russian goods'],
  ['GB', 'JP', 'steel', '2026-07-01', 50, 'in-force', 'gb-steel-2026', 'the measure after the safeguard'],
  ['TR', 'US', 'cars-alcohol-tobacco-rice', '2018-09-01', null, 'in-force', 'tr-ret-2018b', 'a list of many rates states none'],
  ['TR', 'US', 'cars-alcohol-tobacco-rice', '2025-10-01', 0, 'in-force', 'tr-ret-ended-2025', 'lifted before the visit'],
  ['ZA', 'CN', 'steel-hot-rolled-flat', '2026-06-01', 11, 'in-force', 'za-hrc-sg-2', 'the second year of a safeguard'],
  ['JP', 'US', 'us-goods', '2019-01-01', null, 'none', '', 'a reservation at the WTO is no duty'],
  ['US', 'CN', 'solar', '2025-03-10', 84, 'in-force', 'us-201-solar-y8+us-301-cn-solar-50+us-ieepa-cn-fent-20', 'safeguard, China list and fentanyl duty add up'],
  ['US', 'CN', 'semiconductors', '2025-04-20', 70, 'in-force', 'us-301-cn-semis-50+us-ieepa-cn-fent-20+us-ieepa-recip-annex2', 'chips stand on Annex II: no reciprocal duty'],
  ['US', 'CN', 'semiconductors', '2026-02-01', 85, 'in-force', 'us-232-semis-world+us-301-cn-semis-50+us-ieepa-cn-fent-10b', 'the chip duty does not displace the fentanyl duty on China'],
  ['US', 'CA', 'steel', '2026-05-01', 25, 'in-force', 'us-232-steel-ca-limited-2026', 'within approved volumes a quota of 25'],
  ['US', 'GB', 'autos', '2025-08-01', 10, 'in-force', 'us-232-autos-gb-trq', 'a whole duty of 10 inside the British quota'],
  ['US', 'GB', 'pharma', '2026-08-15', 0, 'in-force', 'us-232-pharma-gb', 'a Section 232 rate of nothing keeps the other duties off'],
  ['US', 'JP', 'lumber', '2026-10-01', 10, 'in-force', 'us-232-lumber-world', 'the cap of a partner lies above the timber duty'],
  ['US', 'DE', 'kitchen-cabinets', '2025-12-01', 15, 'in-force', 'us-232-wood-eu', 'goods of a member under the cap of the EU'],
  ['US', 'MX', 'tomatoes', '2025-08-01', 42.09, 'in-force', 'us-ieepa-mx-25+us-ieepa-recip-mx-out+us-mx-tomatoes-ad', 'anti-dumping duty and fentanyl duty add up'],
  ['US', 'JP', 'postal-parcels', '2025-10-01', null, 'in-force', 'us-deminimis-world-post', 'a duty by the piece has no percentage'],
  ['US', 'DE', 'aircraft', '2021-04-01', 15, 'suspended', 'us-301-eu-aircraft-susp', 'the truce over aircraft'],
  ['US', 'EU', 'quartz-over-quota', '2026-09-01', 60, 'in-force', 'us-201-quartz-over-2026+us-301fl-eu', 'Section 201 adds to everything'],
  ['US', 'CN', 'drones-annex-i', '2026-10-01', 112.5, 'in-force', 'us-232-uas-annex1+us-301fl-cn', 'drones pay the forced-labour duty too'],
  ['US', 'CA', '338-list-dairy', '2026-09-20', 50, 'in-force', 'us-301fl-ca-usmca+us-338-ca-dairy', 'dairy keeps its rate, USMCA spares the forced-labour duty'],
  ['US', 'CA', '338-ban-alcohol', '2026-10-01', 0, 'in-force', 'us-301fl-ca-usmca+us-338-ca-ban-alcohol', 'a ban charges nothing'],
  ['MX', 'IN', 'steel', '2025-12-30', null, 'announced', 'mx-2026-steel', 'goods named by where they come from are announced as any others'],
  ['MX', 'JP', 'steel', '2025-12-30', null, 'none', '', 'but not to origins with an agreement'],
  ['CA', 'BR', 'steel', '2025-06-26', null, 'announced', 'ca-steel-trq-nonfta-1', 'a quota of partners without an agreement, the day before'],
  ['CA', 'CN', 'steel', '2025-06-26', 25, 'in-force', 'ca-metals-cn-25', 'a rule for the goods themselves leaves no room for it'],
  ['EU', 'CN', 'electric-vehicles', '2024-07-04', null, 'announced', 'eu-bev-prov-other', 'the rate of all other producers, the day before'],
  ['US', 'PR', 'steel', '2026-10-01', null, 'none', '', 'Puerto Rico lies inside the customs territory of the United States'],
  ['EU', 'PR', 'lobster', '2026-10-01', 0, 'in-force', 'eu-us-zero-lobster', 'and its goods are goods of the United States'],
  ['US', 'GU', 'steel', '2026-10-01', 50, 'in-force', 'us-232-steel-world-2026-50', 'Guam lies outside of it'],
  ['US', 'TR', 'steel', '2018-08-12', 25, 'in-force', 'us-232-steel-world-2018', 'the day before the doubling'],
];

describe('the corners of the law', () => {
  const ledger = createLedger(loadSeedEntries());

  it.each(CORNERS)('%s on %s %s on %s', (from, who, product, on, rate, stage, measures) => {
    const [query] = resolveStatusQuery({ who, product, from, on, knownOn: null });
    if (query === undefined) throw new Error('no query');
    const answer = statusOn(ledger, query).imposers.find(({ imposer }) => imposer === from);
    // An answer of "announced" lists what is to come; every other one what counts that day.
    const standing = stage === 'in-force' ? 'applies' : stage;
    const counting = (answer?.measures ?? []).filter((measure) => measure.standing === standing);

    expect([answer?.stage ?? 'none', answer?.extra_rate_pct ?? null]).toEqual([stage, rate]);
    expect(counting.map(({ id }) => id).sort()).toEqual(measures.split('+').filter(Boolean).sort());
  });

  it('leaves open what follows the planned end of a rate for all other producers', () => {
    const [query] = resolveStatusQuery({
      who: 'CN',
      product: 'electric-vehicles',
      from: 'EU',
      on: '2029-11-05',
    });
    if (query === undefined) throw new Error('no query');

    const [answer] = statusOn(ledger, query).imposers;

    expect(answer?.measures.map(({ id, standing }) => [id, standing])).toEqual([
      ['eu-bev-other', 'unconfirmed'],
    ]);
  });
});
