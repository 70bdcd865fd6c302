// Sentences of another matter (tests/corpus/beside/<code>.txt, in our own words): where one stands behind the teaser of an item, the
// item must read as without it. The first line, `= NAME...`, names the items of our corpora that it is tried on. `? ` before a
// sentence says that one of them is read wrongly with it today: the test fails when none is any more, so that the mark is taken away.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { printedFields } from './printed-fields.ts';

const CORPUS = join(import.meta.dirname, '../../corpus');
const SENTENCES = join(CORPUS, 'beside');
const FOLDERS = ['readings', 'reading-items'];
const MISS = '? ';
const NAMES = '= ';
type Item = {
  readonly id: string;
  readonly lang: string;
  readonly published?: string;
  readonly title: string;
  readonly summary: string;
};
type Base = { readonly item: Item; readonly read: readonly string[] };

const ITEMS = itemsByName();

describe.each(readdirSync(SENTENCES).map((name) => basename(name, '.txt')))(
  'sentences of another matter: %s',
  (lang) => {
    const text = readFileSync(join(SENTENCES, `${lang}.txt`), 'utf8').trim();
    const [named = '', ...lines] = text.split('\n');
    const names = named.slice(NAMES.length).split(' ');
    const bases = names.flatMap((name): readonly Base[] => {
      const item = ITEMS.get(name);
      return item === undefined ? [] : [{ item, read: printedFields(item) }];
    });

    it('has the items to stand in that it names', () => {
      expect(bases.map(({ item }) => item.id)).toEqual(names);
    });

    it.each(lines.filter((line) => !line.startsWith(MISS)))('changes nothing: %s', (sentence) => {
      expect(changedBy(sentence, bases)).toEqual([]);
    });

    it.each(lines.filter((line) => line.startsWith(MISS)))('still misleads: %s', (marked) => {
      expect(changedBy(marked.slice(MISS.length), bases)).not.toEqual([]);
    });
  },
);

/** The items of our own corpora by their names. */
function itemsByName(): ReadonlyMap<string, Item> {
  const lines = FOLDERS.flatMap((folder) =>
    readdirSync(join(CORPUS, folder))
      .filter((name) => name.endsWith('.jsonl'))
      .flatMap((name) =>
        readFileSync(join(CORPUS, folder, name), 'utf8')
          .trim()
          .split('\n'),
      ),
  );
  return new Map(lines.map((line) => JSON.parse(line) as Item).map((item) => [item.id, item]));
}

function changedBy(sentence: string, bases: readonly Base[]): readonly string[] {
  return bases.flatMap(({ item, read }) => {
    const summary = `${closed(item.summary.trim(), item.lang)}${sentence}`;
    const changed = printedFields({ ...item, summary }).filter((field, at) => field !== read[at]);
    return changed.length === 0 ? [] : [`${item.id}: ${changed.join(', ')}`];
  });
}

function closed(text: string, lang: string): string {
  const isSpaced = lang !== 'ja' && lang !== 'zh';
  if (/[.!?…。！？”"»]$/.test(text)) return isSpaced ? `${text} ` : text;
  return isSpaced ? `${text}. ` : `${text}。`;
}
