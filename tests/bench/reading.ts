// How well items are read, on the shared evaluation corpus, by folds of whole families: rules are mended while looking
// at the development folds only, and the held-out folds are reported beside them. Skips where the corpus is absent.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { printReading } from '../../src/reading/print-reading.ts';
import { readItem } from '../../src/reading/read-item.ts';

type GoldItem = {
  readonly id: string;
  readonly family: string;
  readonly title: string;
  readonly summary: string;
  readonly published: string;
  readonly lang: string;
  readonly relevant: string;
  readonly accept?: { readonly relevant?: readonly string[] };
};

const CORPUS = resolve(import.meta.dirname, '../../../shared/corpus');
const FOLDS = 5;
/** Errors of these folds are looked at while rules are mended; the others only count. */
const DEVELOPMENT: ReadonlySet<number> = new Set([0, 1, 2, 3]);

/** Items of one family fall into one fold, so that no dispute is both mended on and reported. */
function foldOf(item: GoldItem): number {
  const key = item.family === 'solo' ? item.id : item.family;
  let hash = 0;
  for (const char of key) hash = (hash * 31 + char.charCodeAt(0)) >>> 0;
  return hash % FOLDS;
}

function score(name: string, items: readonly GoldItem[], folder: string): void {
  const gold = join(folder, 'gold.jsonl');
  const read = join(folder, 'read.jsonl');
  writeFileSync(gold, items.map((item) => JSON.stringify(item)).join('\n'));
  const readings = items.map((item) => {
    const { title, summary, published, lang } = item;
    return JSON.stringify(printReading(item.id, readItem({ title, summary, published, lang })));
  });
  writeFileSync(read, readings.join('\n'));
  const printed = execFileSync('node', [join(CORPUS, 'score.mjs'), gold, read], {
    encoding: 'utf8',
  });
  console.log(`--- ${name}: ${items.length} items\n${printed}`);
}

function main(): void {
  if (!existsSync(join(CORPUS, 'dev.jsonl'))) {
    console.log(`reading: skipped, no corpus at ${CORPUS}`);
    return;
  }
  const items = readFileSync(join(CORPUS, 'dev.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as GoldItem);
  const folder = mkdtempSync(join(tmpdir(), 'reading-'));
  try {
    score('all', items, folder);
    score(
      'development folds',
      items.filter((item) => DEVELOPMENT.has(foldOf(item))),
      folder,
    );
    score(
      'held-out folds',
      items.filter((item) => !DEVELOPMENT.has(foldOf(item))),
      folder,
    );
    score(
      'not in English',
      items.filter((item) => item.lang !== 'en'),
      folder,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

main();
