// Families of news as it comes (tests/corpus/story-families), read by the real reader: their items with the story of each, and
// the misses that are known.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadingInput } from '../../../src/domain/reading.ts';
import { readItem } from '../../../src/reading/read-item.ts';
import type { LabelledItem } from './corpus.ts';

const FOLDER = join(import.meta.dirname, '../../corpus/story-families');
const FAMILY = /^== ([a-z0-9-]+): (.+)$/;
const LANGUAGE = /^@ (.+) = ([a-z]{2})$/;
const KNOWN_MISS = /^! (split|joined) (.+)$/;

export type ToldTable = {
  readonly items: readonly LabelledItem[];
  /** "split family/story" or "joined family/story + family/story". */
  readonly knownMisses: readonly string[];
};

/** One table; all its items count as news, whatever the reader says. Throws with the line of a fault. */
export function toldTable(table: string): ToldTable {
  const lines = readFileSync(join(FOLDER, table), 'utf8').split('\n');
  const languages = new Map<string, string>();
  const knownMisses: string[] = [];
  const items: LabelledItem[] = [];
  let family = '';
  for (const [at, line] of lines.entries()) {
    const [, source, language] = LANGUAGE.exec(line) ?? [];
    const [, opened] = FAMILY.exec(line) ?? [];
    const told = itemOf(line);
    if (line === '' || line.startsWith('#')) continue;
    if (source !== undefined && language !== undefined) languages.set(source, language);
    else if (opened !== undefined) family = opened;
    else if (KNOWN_MISS.test(line)) knownMisses.push(line.slice(2));
    else if (told === null || family === '') throw new Error(`${table}:${at + 1}: not an item`);
    else {
      const input = { ...told.input, lang: languages.get(told.input.sourceName ?? '') ?? 'en' };
      const reading = { ...readItem(input), relevance: 'yes' as const };
      const id = `${table}:${String(at + 1).padStart(3, '0')}`;
      const story = `${family}/${told.story}`;
      items.push({ id, family, story, mayJoin: [], input, reading });
    }
  }
  return { items, knownMisses };
}

function itemOf(line: string): { readonly story: string; readonly input: ReadingInput } | null {
  const [head = '', summary] = line.split(' ||');
  const [story, published, source, ...title] = head.split(' | ');
  if (!story || !published || !source || title.length !== 1 || summary === undefined) return null;
  const [sourceName = '', host] = source.split(' @ ');
  const sourceUrl = host === undefined ? undefined : `https://${host}/`;
  return {
    story,
    input: { title: title[0] ?? '', summary: summary.trim(), sourceName, sourceUrl, published },
  };
}

/** What a grouping of these items does wrongly, in the words of the known misses, sorted. */
export function missesOf(
  items: readonly LabelledItem[],
  grouping: readonly { readonly id: string; readonly story: string }[],
): readonly string[] {
  const keyOf = new Map(grouping.map(({ id, story }) => [id, story]));
  const misses = new Set<string>();
  for (const [at, a] of items.entries()) {
    for (const b of items.slice(at + 1)) {
      const isTogether = keyOf.get(a.id) === keyOf.get(b.id);
      if (a.story === b.story && !isTogether) misses.add(`split ${a.story}`);
      if (a.story !== b.story && isTogether) {
        misses.add(`joined ${[a.story, b.story].sort().join(' + ')}`);
      }
    }
  }
  return [...misses].sort();
}
