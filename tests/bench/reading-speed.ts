// Reading an item against parsing it: the reader must not be the slow part of a pass.
import Parser from 'rss-parser';
import { built } from './built.ts';
import { comparePair, type Pair, printPair } from './measure.ts';
import { benchFeed, benchItems } from './sample-items.ts';

const ITEMS = 300;

export async function benchReadingSpeed(): Promise<void> {
  const { readItem } =
    await built<typeof import('../../src/reading/read-item.ts')>('reading/read-item');
  const items = benchItems(ITEMS);
  const document = benchFeed(items);
  const parser = new Parser();
  const pair: Pair = {
    name: `reading ${ITEMS} items of 1 KB`,
    ours: {
      name: 'read',
      run: () => {
        for (const item of items) readItem({ ...item, lang: 'en' });
      },
    },
    theirs: { name: 'rss-parser', run: () => parser.parseString(document) },
    target: 'at most 0.5',
  };
  // The first round builds the word lists and runs every rule for the first time.
  printPair({ ...pair, name: `${pair.name}, cold` }, await comparePair(pair, 1, 0));
  printPair({ ...pair, name: `${pair.name}, warm` }, await comparePair(pair, 15, 30));
  const hostile = '<'.repeat(50_000) + '25% tariff on steel from '.repeat(2_000);
  const startedAt = performance.now();
  readItem({ title: 'x', summary: hostile, lang: 'en' });
  console.log(
    `reading 100 KB of hostile text                ${(performance.now() - startedAt).toFixed(1)} ms (target under 50)`,
  );
}
