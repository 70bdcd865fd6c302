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
});
