// Status from a ledger of 100 000 entries against the same from 1 000, and loading the seed.
import type { LedgerEntry } from '../../src/domain/measure.ts';
import { createLedger } from '../../src/ledger/create-ledger.ts';
import { resolveStatusQuery } from '../../src/ledger/resolve-status-query.ts';
import { statusOn } from '../../src/ledger/status-on.ts';
import { loadSeedEntries } from '../../src/reference/measures.ts';
import { comparePair, type Pair, percentile, printPair } from './measure.ts';

/** The seed again and again under other ids and for other targets, so that the asked lane stays as it is. */
function grown(seed: readonly LedgerEntry[], count: number): readonly LedgerEntry[] {
  const targets = [
    'FR',
    'DE',
    'IT',
    'ES',
    'VN',
    'TH',
    'ID',
    'MY',
    'PH',
    'ZA',
    'EG',
    'NG',
    'PE',
    'CL',
    'CO',
  ];
  return Array.from({ length: count }, (_, index) => {
    const entry = seed[index % seed.length];
    if (entry === undefined) throw new Error('the seed is empty');
    if (index < seed.length) return entry;
    const id = `${entry.measure.id}-${index}`;
    const target = targets[index % targets.length] ?? 'FR';
    return { ...entry, id: `bench-${index}`, measure: { ...entry.measure, id, target } };
  });
}

export async function benchLedger(): Promise<void> {
  const startedAt = performance.now();
  const seed = loadSeedEntries();
  createLedger(seed);
  console.log(
    `loading the seeded ledger (${seed.length} entries)         ${(performance.now() - startedAt).toFixed(0)} ms (target under 300)`,
  );
  const small = createLedger(grown(seed, 1_000));
  const large = createLedger(grown(seed, 100_000));
  const queries = resolveStatusQuery({ who: 'japan', product: 'steel', on: '2025-04-01' });
  const times: number[] = [];
  const ask = (ledger: typeof small) => (): void => {
    for (let round = 0; round < 50; round += 1)
      for (const query of queries) statusOn(ledger, query);
  };
  const pair: Pair = {
    name: '50 status answers',
    ours: { name: '100 000 entries', run: ask(large) },
    theirs: { name: '1 000 entries', run: ask(small) },
    target: 'at most 3',
  };
  printPair(pair, await comparePair(pair, 9));
  for (let round = 0; round < 300; round += 1) {
    const at = performance.now();
    for (const query of queries) statusOn(large, query);
    times.push(performance.now() - at);
  }
  console.log(
    `one status answer from 100 000 entries, p99     ${percentile(times, 0.99).toFixed(2)} ms (target under 20)`,
  );
}
