// Goods of each language in the sentences that news puts them in: whatever stands behind "tariff on" must be read as its group,
// or by its own whole name. The goods are data (tests/corpus/goods/<code>.txt): `@frame:` rows hold the sentences, title and
// teaser parted by "||"; each other row is a label and its terms. A term may have a second form behind "~", for the frames
// that ask for {gen}. A term that begins with `!` is misread today; the test fails when it comes right.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readItem } from '../../../src/reading/read-item.ts';
import { cutPhrase } from '../../../src/reading/words/cut-text.ts';
import { productGroups } from '../../../src/reference/product-names.ts';

/** `labels`: any of these is right. `frames` are those of the language that the term is put in. */
export type NamedGoods = {
  readonly labels: readonly string[];
  readonly frames: readonly string[];
  readonly label: string;
  readonly term: string;
  readonly isMiss: boolean;
};

export type GoodsFile = {
  readonly lang: string;
  readonly goods: readonly NamedGoods[];
};

const FOLDER = join(import.meta.dirname, '../../corpus/goods');

/** The languages that have a table of goods. */
export function goodsLanguages(): readonly string[] {
  return readdirSync(FOLDER).map((name) => name.slice(0, name.indexOf('.')));
}

/** The table of goods of a language. */
export function goodsFile(lang: string): GoodsFile {
  const text = readFileSync(join(FOLDER, `${lang}.txt`), 'utf8');
  const rows = text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)] as const);
  const goods = rows
    .filter(([name]) => !name.startsWith('@'))
    .flatMap(([name, terms]) => {
      const [label = '', kind = ''] = name.split(' ');
      const frames = rows
        .filter(([frame]) => frame === `@frame ${kind}`.trim())
        .map(([, frame]) => frame.trim());
      return terms.split('|').map((term) => goodsOf(label, frames, term.trim()));
    });
  return { lang, goods };
}

function goodsOf(label: string, frames: readonly string[], printed: string): NamedGoods {
  const isMiss = printed.startsWith('!');
  const term = isMiss ? printed.slice(1).trim() : printed;
  return { labels: label.split('/'), label, frames, term, isMiss };
}

/** What is wrong with the goods read from each frame; empty when all are right. */
export function faultsOf({ lang }: GoodsFile, goods: NamedGoods): readonly string[] {
  return goods.frames.flatMap((frame) => {
    const [title = '', summary = ''] = frame
      .split('||')
      .map((part) => fill(part.trim(), goods.term));
    const read = readItem({ title, summary, published: '2025-06-10', lang });
    const values = read.products.map(({ value }) => value);
    if (read.relevance !== 'yes') return [`${title} => ${read.relevance} ${read.reason}`];
    const isRight =
      values.length === 1 && goods.labels.some((label) => isOf(label, values[0] ?? '', goods.term));
    return isRight ? [] : [`${title} ${summary} => ${values.join()}`];
  });
}

function fill(frame: string, term: string): string {
  const [plain = '', other = plain] = term.split('~');
  return frame
    .replaceAll('{goods}', plain)
    .replaceAll('{Goods}', `${plain.charAt(0).toUpperCase()}${plain.slice(1)}`)
    .replaceAll('{gen}', other);
}

// Goods without a label of their own are told by a group of the product table or by all of their name.
function isOf(label: string, value: string, term: string): boolean {
  if (label !== 'other') return value === label;
  if (!value.startsWith('other:')) return false;
  const name = value.slice('other:'.length);
  return productGroups().has(name) || term.split('~').some((form) => slugOf(form) === slugOf(name));
}

function slugOf(text: string): string {
  return cutPhrase(text.toLowerCase().replace(LEADING, '').replaceAll('-', ' '))
    .join('')
    .replaceAll("'", '');
}

/** Articles and prepositions that a form may begin with. */
const LEADING = /^(?:(?:les|le|la|los|las|el|de|sui|sugli|sulle|sulla|sul|sullo) |(?:l|d|sull)')/;
