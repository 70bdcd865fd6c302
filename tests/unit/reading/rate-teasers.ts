// Tables of teasers with their rates (tests/corpus/rate-teasers/<code>.txt): a title, a first sentence that sets the rate out and a second
// one that tells something beside it, in our own words. `@name:` rows hold the words and figures of each cast; `= titles KIND`,
// `= firsts KIND` and `= seconds KIND...` open a table for kinds of steps (none named: all; `-KIND`: all but it). Behind `=>`
// stand the names of the figures that are rates of the step: what a row does not name there is none.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readItem } from '../../../src/reading/read-item.ts';

type Row = { readonly text: string; readonly rates: readonly string[] };
type Table = { readonly part: string; readonly kinds: readonly string[]; readonly rows: Row[] };
type Cast = ReadonlyMap<string, string>;

/** The tables of one language. */
export type Teasers = {
  /** The file's, without its ending: `en`, `en-more`. */
  readonly name: string;
  readonly lang: string;
  readonly casts: readonly Cast[];
  readonly tables: readonly Table[];
};

const FOLDER = join(import.meta.dirname, '../../corpus/rate-teasers');
const DAY = '2025-06-10';
const LANG_LENGTH = 2;

/** The tables of each language that has some. */
export function rateTeasers(): readonly Teasers[] {
  return readdirSync(FOLDER).map((name) => ({
    lang: name.slice(0, LANG_LENGTH),
    name: name.replace('.txt', ''),
    ...parsed(readFileSync(join(FOLDER, name), 'utf8').split('\n')),
  }));
}

function parsed(lines: readonly string[]): Pick<Teasers, 'casts' | 'tables'> {
  const names = lines.filter((line) => line.startsWith('@')).map(namedWords);
  const tables: Table[] = [];
  for (const line of lines) {
    if (line === '' || line.startsWith('@') || line.startsWith('#')) continue;
    const [part = '', ...kinds] = line.startsWith('= ') ? line.slice(2).split(' ') : [];
    if (part === '') tables.at(-1)?.rows.push(rowOf(line));
    else tables.push({ part, kinds, rows: [] });
  }
  const count = names[0]?.words.length ?? 0;
  const casts = Array.from(
    { length: count },
    (_, at): Cast => new Map(names.map(({ name, words }) => [name, words[at] ?? ''])),
  );
  return { casts, tables };
}

function namedWords(line: string): { name: string; words: readonly string[] } {
  const [name = '', words = ''] = line.slice(1).split(': ');
  return { name, words: words.split('|') };
}

function rowOf(line: string): Row {
  const [text = '', rates = ''] = line.split(' => ');
  return { text, rates: rates.split(' ').filter((name) => name !== '') };
}

/** The kinds of steps that have titles. */
export function kindsOf({ tables }: Teasers): readonly string[] {
  return tables.filter(({ part }) => part === 'titles').flatMap(({ kinds }) => kinds);
}

function rowsOf({ tables }: Teasers, part: string, kind: string): readonly Row[] {
  return tables
    .filter((table) => table.part === part && isFor(table, kind))
    .flatMap(({ rows }) => rows);
}

function isFor({ kinds }: Table, kind: string): boolean {
  if (kinds.includes(`-${kind}`)) return false;
  return kinds.length === 0 || kinds.includes(kind) || kinds[0]?.startsWith('-') === true;
}

/**
 * What is misread among the teasers of one kind. First sentences stand alone under some of the titles, and each second one behind
 * `times` of the pairs.
 */
export function misreadTeasers(teasers: Teasers, kind: string, times: number): readonly string[] {
  const titles = rowsOf(teasers, 'titles', kind);
  const firsts = rowsOf(teasers, 'firsts', kind);
  const pairs = titles.flatMap((title, at) => firsts.map((first) => ({ title, first, at })));
  const plain = pairs
    .filter((_pair, at) => at % EVERY === 0)
    .map(({ title, first, at }) => [title, first, NOTHING, at] as const);
  const beside = secondsOf(teasers, kind).flatMap((second, row) =>
    Array.from({ length: times }, (_, time) => {
      const at = (row * STRIDE + time * FAR_STRIDE) % pairs.length;
      const { title = NOTHING, first = NOTHING } = pairs[at] ?? {};
      return [title, first, second, row + time] as const;
    }),
  );
  return [...plain, ...beside].flatMap(([title, first, second, at]) =>
    faultsOf(teasers, [title, first, second], at),
  );
}

// Those for all kinds of steps take turns: each is read behind every other kind.
function secondsOf(teasers: Teasers, kind: string): readonly Row[] {
  const turn = kindsOf(teasers).indexOf(kind) % TURNS;
  return teasers.tables
    .filter((table) => table.part === 'seconds' && isFor(table, kind))
    .flatMap((table) =>
      table.kinds.includes(kind) ? table.rows : table.rows.filter((_, at) => at % TURNS === turn),
    );
}

const TURNS = 2;
const NOTHING: Row = { text: '', rates: [] };
/** Of the pairs without a second sentence so many are read: the others stand before one. */
const EVERY = 3;
/** No divisors of the numbers of rows, so that each second sentence meets other pairs. */
const STRIDE = 17;
const FAR_STRIDE = 43;
const UNSPACED: ReadonlySet<string> = new Set(['zh', 'ja']);

function faultsOf({ lang, casts }: Teasers, rows: readonly Row[], at: number): readonly string[] {
  const cast = casts[at % casts.length] ?? new Map<string, string>();
  const [title = '', ...texts] = rows.map(({ text }) => filled(text, cast));
  const summary = texts.join(UNSPACED.has(lang) ? '' : ' ').trim();
  const wanted = new Set(
    rows.flatMap(({ rates }) =>
      rates.map((name) => Number(cast.get(name)?.replace(',', '.') ?? Number.NaN)),
    ),
  );
  const read = readItem({ title, summary, published: DAY, lang });
  const rates = read.relevance === 'yes' ? read.rates.map(({ value }) => value) : [];
  const isRight = rates.length === wanted.size && rates.every((rate) => wanted.has(rate));
  return isRight ? [] : [`${title} // ${summary}: [${rates.join()}] for [${[...wanted].join()}]`];
}

function filled(text: string, cast: Cast): string {
  return text.replace(/\{(\w+)\}/g, (_whole, name: string) => cast.get(name) ?? `?${name}?`);
}
