// A thousand random questions, answered twice: by the ledger and by a plain oracle that shares no code with it.
import { describe, expect, it } from 'vitest';
import type { Measure } from '../../../src/domain/measure.ts';
import { createLedger } from '../../../src/ledger/create-ledger.ts';
import { statusOn } from '../../../src/ledger/status-on.ts';
import { loadSeedEntries, loadSeedMeasures } from '../../../src/reference/measures.ts';
import { scopeLinks } from '../../../src/reference/scopes.ts';
import { answerPlainly } from './plain-oracle.ts';

const LANES = 1_000;
const FIRST_DAY = Date.UTC(2018, 0, 1);
const DAYS = 3_287;

const rows: readonly Measure[] = loadSeedMeasures().map(({ measure }) => measure);
const ledger = createLedger(loadSeedEntries());

/** Goods that stand for themselves alone: for linked ones the scope tests say what is right. */
const linked = new Set(
  scopeLinks().flatMap(({ scope, relation }) => (relation === 'may' ? [] : [scope])),
);
const products = unique(rows.map(({ productScope }) => productScope)).filter(
  (scope) => !linked.has(scope) && !scope.includes(':') && scope !== 'postal-parcels',
);
// Hong Kong and Macau are named inside rows on China; the United Kingdom was an EU member for a part of the years.
const targets = unique(rows.map(({ target }) => target)).filter(
  (code) => !['HK', 'MO', 'GB'].includes(code),
);

describe('a thousand random lanes', () => {
  it.each([
    ['drawn from the rows', 20_180_323, true],
    ['drawn from every imposer and product', 20_250_312, false],
  ])('%s answer as the plain oracle does', (_, seed, isFromRows) => {
    const random = randomFrom(seed);
    const wrong: string[] = [];
    const stages = new Set<string>();
    for (let count = 0; count < LANES; ) {
      const row = pick(rows, random);
      const product = isFromRows ? row.productScope : pick(products, random);
      const imposer = isFromRows
        ? row.imposer
        : pick(unique(rows.map((one) => one.imposer)), random);
      const target = isFromRows && row.target !== 'WORLD' ? row.target : pick(targets, random);
      const on = new Date(FIRST_DAY + Math.floor(random() * DAYS) * 86_400_000)
        .toISOString()
        .slice(0, 10);
      if (!products.includes(product) || !targets.includes(target)) continue;
      if (imposer === target || imposer === 'GB') continue;
      if (imposer === 'EU' && answersInside(target)) continue;
      count += 1;
      const lane = { imposer, target, product, on };
      const plain = answerPlainly(rows, lane);
      const answer = statusOn(ledger, { ...lane, knownOn: null }).imposers[0];
      stages.add(plain.stage);
      if (answer?.stage !== plain.stage || answer.extra_rate_pct !== plain.rate) {
        wrong.push(
          `${imposer} on ${target} ${product} ${on}: ${answer?.stage} ${answer?.extra_rate_pct}, plainly ${plain.stage} ${plain.rate}`,
        );
      }
    }

    expect(wrong).toEqual([]);
    // Lanes on which nothing happens would prove nothing.
    expect([...stages].sort()).toEqual(
      isFromRows
        ? ['announced', 'in-force', 'none', 'suspended']
        : expect.arrayContaining(['in-force', 'none']),
    );
  });
});

function answersInside(target: string): boolean {
  return statusOn(ledger, {
    target,
    product: 'steel',
    on: '2024-01-01',
    knownOn: null,
    imposer: null,
  }).notes.some((note) => note.includes('European Union'));
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}

function pick<T>(values: readonly T[], random: () => number): T {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('nothing to pick from');
  return value;
}

/** mulberry32: small, good enough, the same on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
