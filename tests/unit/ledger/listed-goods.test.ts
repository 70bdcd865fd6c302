// A duty on a list of many goods is told beside the answer for goods that may stand on it: who asks for machinery should not
// read that nothing was found while a list with machinery is charged. What is told so never counts.
import { describe, expect, it } from 'vitest';
import { createLedger } from '../../../src/ledger/create-ledger.ts';
import { resolveStatusQuery } from '../../../src/ledger/resolve-status-query.ts';
import { statusOn } from '../../../src/ledger/status-on.ts';
import { loadSeedEntries } from '../../../src/reference/measures.ts';

type Line = readonly [imposer: string, who: string, product: string, day: string, list: string];

// biome-ignore format: one line a statement
const LISTED: readonly Line[] = [
  ['CA', 'US', 'cheese', '2026-10-01', 'ca-ret-2026-25'],
  ['CA', 'US', 'furniture', '2026-10-01', 'ca-ret-2026-50-consumer'],
  ['CA', 'US', 'clothing', '2025-05-01', 'ca-ret-general-2025'],
  ['CA', 'US', 'computers', '2025-05-01', 'ca-ret-other-mar13-2025'],
  ['CA', 'US', 'motorcycles', '2018-08-01', 'ca-ret-other-2018'],
  ['CN', 'US', 'machinery', '2026-10-01', 'cn-ret-301-3b'],
  ['CN', 'US', 'machinery', '2026-10-01', 'cn-ret-fent-2'],
  ['CN', 'US', 'crude oil', '2026-10-01', 'cn-ret-fent-1'],
  ['CN', 'US', 'cars', '2018-08-01', 'cn-ret-301-1'],
  ['CN', 'US', 'farm goods', '2026-10-01', 'cn-ret-232-2018'],
  ['CN', 'US', 'aluminium', '2026-10-01', 'cn-ret-232-2018'],
  ['CN', 'US', 'textiles', '2025-05-01', 'cn-ret-fent-3'],
  ['CN', 'US', 'furniture', '2020-06-01', 'cn-ret-301-4b'],
  ['CN', 'France', 'farm goods', '2026-10-01', 'cn-eu-brandy'],
  ['CN', 'CA', 'farm goods', '2025-04-01', 'cn-ca-canola-2025'],
  ['EU', 'US', 'whiskey', '2019-05-01', 'eu-rebal-2018'],
  ['EU', 'US', 'steel', '2019-05-01', 'eu-rebal-2018'],
  ['EU', 'US', 'motorcycles', '2019-05-01', 'eu-rebal-2018'],
  ['EU', 'US', 'machinery', '2021-01-15', 'eu-boeing-goods-25'],
  ['EU', 'US', 'machinery', '2026-10-01', 'eu-us-zero-industrial'],
  ['GB', 'US', 'whiskey', '2021-05-01', 'gb-rebal-2021'],
  ['GB', 'Russia', 'vodka', '2024-05-01', 'gb-ru-35'],
  ['GB', 'Belarus', 'steel', '2024-05-01', 'gb-by-35'],
  ['IN', 'US', 'almonds', '2022-05-01', 'in-ret-2019'],
  ['MX', 'US', 'pork', '2018-08-01', 'mx-ret-2018'],
  ['MX', 'US', 'cheese', '2018-08-01', 'mx-ret-2018'],
  ['RU', 'US', 'machinery', '2019-05-01', 'ru-ret-2018'],
  ['TR', 'US', 'cars', '2018-09-01', 'tr-ret-2018b'],
  ['US', 'Italy', 'cheese', '2020-06-01', 'us-301-eu-goods-25'],
  ['US', 'France', 'wine', '2020-06-01', 'us-301-eu-goods-25'],
  ['US', 'Russia', 'lumber', '2024-06-01', 'us-ru-col2-35'],
  ['US', 'Russia', 'aluminium', '2024-06-01', 'us-ru-col2-70'],
  ['US', 'CN', 'critical minerals', '2026-10-01', 'us-301-cn-tungsten-25'],
];

// Goods of another origin, goods of another kind, another day.
// biome-ignore format: one line a statement
const NOT_LISTED: readonly Line[] = [
  ['CA', 'Japan', 'cheese', '2026-10-01', 'ca-ret-2026-25'],
  ['CA', 'US', 'cheese', '2026-09-07', 'ca-ret-2026-25'],
  ['CN', 'Japan', 'machinery', '2026-10-01', 'cn-ret-301-3b'],
  ['CN', 'US', 'cars', '2019-01-01', 'cn-ret-301-1'],
  ['EU', 'US', 'pharmaceuticals', '2019-05-01', 'eu-rebal-2018'],
  ['EU', 'US', 'cheese', '2026-10-01', 'eu-us-zero-industrial'],
  ['US', 'Ukraine', 'aluminium', '2024-06-01', 'us-ru-col2-70'],
];

describe('a list of many goods', () => {
  const ledger = createLedger(loadSeedEntries());
  const besides = ([imposer, who, product, on]: Line): readonly string[] => {
    const [query] = resolveStatusQuery({ who, product, on, from: imposer });
    if (query === undefined) throw new Error('no query');
    const [answer] = statusOn(ledger, query).imposers;
    return (answer?.partial ?? []).map(({ id }) => id);
  };

  it.each(LISTED)('of %s is told beside the answer: %s, %s on %s: %s', (...line) => {
    expect(besides(line)).toContain(line[4]);
  });

  it('is told when nobody is named as the imposer too, though nothing counts', () => {
    const [query] = resolveStatusQuery({ who: 'US', product: 'cheese', on: '2026-10-01' });
    if (query === undefined) throw new Error('no query');

    const answer = statusOn(ledger, query).imposers.find(({ imposer }) => imposer === 'CA');

    expect([answer?.stage, answer?.extra_rate_pct]).toEqual(['none', null]);
    expect(answer?.partial.map(({ id }) => id)).toContain('ca-ret-2026-25');
  });

  it.each(NOT_LISTED)('of %s is not told of other goods: %s, %s on %s: %s', (...line) => {
    expect(besides(line)).not.toContain(line[4]);
  });
});
