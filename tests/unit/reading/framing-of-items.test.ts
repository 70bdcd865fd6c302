// Every English item of our own is read a second time with something that desks, feeds and reporters put around a text and that
// says nothing: each with one of them. What is read may not change. The grid in framing-grid.test.ts tries all of them on a
// few items; here a few of them meet every wording.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { printedFields } from './printed-fields.ts';

type Item = {
  readonly id: string;
  readonly lang: string;
  readonly published: string;
  readonly title: string;
  readonly summary: string;
};
type Text = Pick<Item, 'title' | 'summary'>;
type Framed = (text: Text) => Text;

const SHORT = 3;
/** A title that is a quotation says who speaks by its marks; one that has a publisher has no other behind it. */
const LEFT_OUT = /^["'‘“]|\s[-–—|]\s/;

const FOLDER = resolve(import.meta.dirname, '../../corpus/reading-items');
const ITEMS = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.jsonl'))
  .flatMap((name) => readFileSync(join(FOLDER, name), 'utf8').trim().split('\n'))
  .map((line) => JSON.parse(line) as Item)
  .filter(
    ({ lang, title }) => lang === 'en' && title.split(' ').length > SHORT && !LEFT_OUT.test(title),
  );

const before =
  (label: string): Framed =>
  ({ title, summary }) => ({ title: `${label}${title}`, summary });
const behind =
  (tag: string): Framed =>
  ({ title, summary }) => ({ title: `${title}${tag}`, summary });
const opening =
  (phrase: string): Framed =>
  ({ title, summary }) => ({ title, summary: summary === '' ? '' : `${phrase}${summary}` });
const closing =
  (line: string): Framed =>
  ({ title, summary }) => ({ title, summary: summary === '' ? '' : `${summary} ${line}` });

const FRAMINGS: Readonly<Record<string, Framed>> = {
  breaking: before('BREAKING: '),
  update: before('UPDATE 3-'),
  video: before('WATCH: '),
  'just in': before('JUST IN: '),
  siren: before('🚨 '),
  lead: before('(2nd LD) '),
  page: before('Business | '),
  tags: behind(' #tariffs #trade'),
  clip: behind(' [VIDEO]'),
  agency: behind(' - Reuters'),
  station: behind(' | BBC News'),
  section: behind(' | Trump tariffs | The Guardian'),
  wire: opening('(Reuters) - '),
  date: opening('May 20 (Xinhua) -- '),
  more: closing('Read more...'),
  desk: closing('Reporting by A. Reporter; Editing by B. Editor'),
  spaces: ({ title, summary }) => ({
    title: title.replaceAll(' ', '\u00a0'),
    summary: summary.replaceAll(' ', '\u00a0'),
  }),
  quotes: ({ title, summary }) => ({
    title: title.replaceAll("'", '’'),
    summary: summary.replaceAll("'", '’'),
  }),
};

/** The same for an item whatever others there are. */
function framingOf({ id }: Item): string | undefined {
  const names = Object.keys(FRAMINGS);
  let sum = 0;
  for (const char of id) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 65_521;
  return names[sum % names.length];
}

describe('items of our own', () => {
  it.each(Object.entries(FRAMINGS))('read the same with %s', (name, framed) => {
    const changed = ITEMS.filter((item) => framingOf(item) === name).filter((item) => {
      const read = printedFields(item).join('\n');

      return printedFields({ ...item, ...framed(item) }).join('\n') !== read;
    });

    expect(changed.map(({ id }) => id)).toEqual([]);
  });
});
