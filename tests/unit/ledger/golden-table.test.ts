// The days of the story that this project began with: US duties on steel and aluminium of Japan, South Korea and Australia,
// each line with its law. A changed line is a changed legal statement: look at the act before changing it here.
import { describe, expect, it } from 'vitest';
import { createLedger } from '../../../src/ledger/create-ledger.ts';
import { statusOn } from '../../../src/ledger/status-on.ts';
import { loadSeedEntries } from '../../../src/reference/measures.ts';

type Line = readonly [
  day: string,
  origin: string,
  product: string,
  rate: number,
  measure: string,
  law: string,
  sought: readonly string[],
  announced: readonly string[],
];

// biome-ignore format: one line a statement
const GOLDEN: readonly Line[] = [
  ['2018-06-01', 'JP', 'steel', 25, 'us-232-steel-world-2018', 'Procl. 9705 (83 FR 11625); HTS 9903.80.01', [], []],
  ['2018-06-01', 'JP', 'aluminium', 10, 'us-232-alu-world-2018', 'Procl. 9704 (83 FR 11619); HTS 9903.85.01', [], []],
  ['2018-06-01', 'KR', 'steel', 0, 'us-232-steel-kr-quota-2018', 'Procl. 9740 (83 FR 20683)', [], []],
  ['2018-06-01', 'KR', 'aluminium', 10, 'us-232-alu-world-2018', 'Procl. 9704 (83 FR 11619); HTS 9903.85.01', [], []],
  ['2018-06-01', 'AU', 'steel', 0, 'us-232-steel-au-exempt', 'Procl. 9711; 9740; 9759 (83 FR 25857)', [], []],
  ['2018-06-01', 'AU', 'aluminium', 0, 'us-232-alu-au-exempt', 'Procl. 9710; 9739; 9758', [], []],
  ['2022-04-02', 'JP', 'steel', 25, 'us-232-steel-jp-trq-2022', 'Procl. 10356', [], []],
  ['2022-04-02', 'JP', 'aluminium', 10, 'us-232-alu-world-2018', 'Procl. 9704 (83 FR 11619); HTS 9903.85.01', [], []],
  ['2022-04-02', 'KR', 'steel', 0, 'us-232-steel-kr-quota-2018', 'Procl. 9740 (83 FR 20683)', [], []],
  ['2022-04-02', 'KR', 'aluminium', 10, 'us-232-alu-world-2018', 'Procl. 9704 (83 FR 11619); HTS 9903.85.01', [], []],
  ['2022-04-02', 'AU', 'steel', 0, 'us-232-steel-au-exempt', 'Procl. 9711; 9740; 9759 (83 FR 25857)', [], []],
  ['2022-04-02', 'AU', 'aluminium', 0, 'us-232-alu-au-exempt', 'Procl. 9710; 9739; 9758', [], []],
  ['2025-02-13', 'JP', 'steel', 25, 'us-232-steel-jp-trq-2022', 'Procl. 10356', ['req-jp-steel-2025'], ['us-232-steel-world-2025-25']],
  ['2025-02-13', 'JP', 'aluminium', 10, 'us-232-alu-world-2018', 'Procl. 9704 (83 FR 11619); HTS 9903.85.01', ['req-jp-aluminium-2025'], ['us-232-alu-world-2025-25']],
  ['2025-02-13', 'KR', 'steel', 0, 'us-232-steel-kr-quota-2018', 'Procl. 9740 (83 FR 20683)', ['req-kr-steel-2025-02-11'], ['us-232-steel-world-2025-25']],
  ['2025-02-13', 'KR', 'aluminium', 10, 'us-232-alu-world-2018', 'Procl. 9704 (83 FR 11619); HTS 9903.85.01', [], ['us-232-alu-world-2025-25']],
  ['2025-02-13', 'AU', 'steel', 0, 'us-232-steel-au-exempt', 'Procl. 9711; 9740; 9759 (83 FR 25857)', ['req-au-steel-2025'], ['us-232-steel-world-2025-25']],
  ['2025-02-13', 'AU', 'aluminium', 0, 'us-232-alu-au-exempt', 'Procl. 9710; 9739; 9758', ['req-au-aluminium-2025'], ['us-232-alu-world-2025-25']],
  ['2025-03-11', 'JP', 'steel', 25, 'us-232-steel-jp-trq-2022', 'Procl. 10356', ['req-jp-steel-2025','req-jp-steel-2025-03'], ['us-232-steel-world-2025-25']],
  ['2025-03-11', 'JP', 'aluminium', 10, 'us-232-alu-world-2018', 'Procl. 9704 (83 FR 11619); HTS 9903.85.01', ['req-jp-aluminium-2025'], ['us-232-alu-world-2025-25']],
  ['2025-03-11', 'KR', 'steel', 0, 'us-232-steel-kr-quota-2018', 'Procl. 9740 (83 FR 20683)', ['req-kr-steel-2025-02-11','req-kr-steel-2025'], ['us-232-steel-world-2025-25']],
  ['2025-03-11', 'KR', 'aluminium', 10, 'us-232-alu-world-2018', 'Procl. 9704 (83 FR 11619); HTS 9903.85.01', ['req-kr-aluminium-2025'], ['us-232-alu-world-2025-25']],
  ['2025-03-11', 'AU', 'steel', 0, 'us-232-steel-au-exempt', 'Procl. 9711; 9740; 9759 (83 FR 25857)', ['req-au-steel-2025'], ['us-232-steel-world-2025-25']],
  ['2025-03-11', 'AU', 'aluminium', 0, 'us-232-alu-au-exempt', 'Procl. 9710; 9739; 9758', ['req-au-aluminium-2025'], ['us-232-alu-world-2025-25']],
  ['2025-03-12', 'JP', 'steel', 25, 'us-232-steel-world-2025-25', 'Procl. 10896 (90 FR 9817); HTS 9903.81.87', ['req-jp-steel-2025','req-jp-steel-2025-03'], []],
  ['2025-03-12', 'JP', 'aluminium', 25, 'us-232-alu-world-2025-25', 'Procl. 10895 (90 FR 9807); HTS 9903.85.02', ['req-jp-aluminium-2025'], []],
  ['2025-03-12', 'KR', 'steel', 25, 'us-232-steel-world-2025-25', 'Procl. 10896 (90 FR 9817); HTS 9903.81.87', ['req-kr-steel-2025-02-11','req-kr-steel-2025'], []],
  ['2025-03-12', 'KR', 'aluminium', 25, 'us-232-alu-world-2025-25', 'Procl. 10895 (90 FR 9807); HTS 9903.85.02', ['req-kr-aluminium-2025'], []],
  ['2025-03-12', 'AU', 'steel', 25, 'us-232-steel-world-2025-25', 'Procl. 10896 (90 FR 9817); HTS 9903.81.87', [], []],
  ['2025-03-12', 'AU', 'aluminium', 25, 'us-232-alu-world-2025-25', 'Procl. 10895 (90 FR 9807); HTS 9903.85.02', [], []],
  ['2025-06-10', 'JP', 'steel', 50, 'us-232-steel-world-2025-50', 'Procl. 10947 (90 FR 24199)', [], []],
  ['2025-06-10', 'JP', 'aluminium', 50, 'us-232-alu-world-2025-50', 'Procl. 10947 (90 FR 24199)', [], []],
  ['2025-06-10', 'KR', 'steel', 50, 'us-232-steel-world-2025-50', 'Procl. 10947 (90 FR 24199)', [], []],
  ['2025-06-10', 'KR', 'aluminium', 50, 'us-232-alu-world-2025-50', 'Procl. 10947 (90 FR 24199)', [], []],
  ['2025-06-10', 'AU', 'steel', 50, 'us-232-steel-world-2025-50', 'Procl. 10947 (90 FR 24199)', [], []],
  ['2025-06-10', 'AU', 'aluminium', 50, 'us-232-alu-world-2025-50', 'Procl. 10947 (90 FR 24199)', [], []],
  ['2026-10-01', 'JP', 'steel', 50, 'us-232-steel-world-2026-50', 'Procl. 11021 (91 FR 18201); HTS 9903.82.02', [], []],
  ['2026-10-01', 'JP', 'aluminium', 50, 'us-232-alu-world-2026-50', 'Procl. 11021 (91 FR 18201); HTS 9903.82.02', [], []],
  ['2026-10-01', 'KR', 'steel', 50, 'us-232-steel-world-2026-50', 'Procl. 11021 (91 FR 18201); HTS 9903.82.02', [], []],
  ['2026-10-01', 'KR', 'aluminium', 50, 'us-232-alu-world-2026-50', 'Procl. 11021 (91 FR 18201); HTS 9903.82.02', [], []],
  ['2026-10-01', 'AU', 'steel', 50, 'us-232-steel-world-2026-50', 'Procl. 11021 (91 FR 18201); HTS 9903.82.02', [], []],
  ['2026-10-01', 'AU', 'aluminium', 50, 'us-232-alu-world-2026-50', 'Procl. 11021 (91 FR 18201); HTS 9903.82.02', [], []],
];

describe('the golden table', () => {
  const ledger = createLedger(loadSeedEntries());

  it.each(GOLDEN)(
    '%s %s %s pays %d%% under %s',
    (on, target, product, rate, id, law, sought, announced) => {
      for (const knownOn of [null, on]) {
        const answer = statusOn(ledger, { target, product, on, knownOn, imposer: 'US' })
          .imposers[0];
        const standing = (name: string) =>
          answer?.measures.filter((one) => one.standing === name) ?? [];

        expect(answer?.stage).toBe('in-force');
        expect(answer?.extra_rate_pct).toBe(rate);
        expect(standing('applies').map((one) => [one.id, one.legal_ref])).toEqual([[id, law]]);
        expect(standing('announced').map((one) => one.id)).toEqual(announced);
        expect(
          answer?.relief.filter(({ stage }) => stage === 'sought').map((one) => one.id),
        ).toEqual(sought);
      }
    },
  );

  it('keeps the stage in force and the rate unchanged while an exemption is only sought', () => {
    const before = statusOn(ledger, {
      target: 'JP',
      product: 'steel',
      on: '2025-02-11',
      knownOn: null,
      imposer: 'US',
    });
    const after = statusOn(ledger, {
      target: 'JP',
      product: 'steel',
      on: '2025-02-12',
      knownOn: null,
      imposer: 'US',
    });

    expect(before.imposers[0]?.relief.some(({ stage }) => stage === 'sought')).toBe(false);
    expect(after.imposers[0]?.relief.some(({ stage }) => stage === 'sought')).toBe(true);
    expect(after.imposers[0]?.stage).toBe(before.imposers[0]?.stage);
    expect(after.imposers[0]?.extra_rate_pct).toBe(before.imposers[0]?.extra_rate_pct);
  });
});
