// Sentences with figures and days (tests/corpus/figures): every percentage that is a new rate is read, no other one is, and the first
// day is right. A line that begins with `!` is misread today; the test fails when it comes right, so that the mark is taken away.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readItem } from '../../../../src/reading/read-item.ts';

const FOLDER = join(import.meta.dirname, '../../../corpus/figures');
const DAY = '2025-06-10';

type Labelled = {
  readonly text: string;
  readonly isMiss: boolean;
  readonly rates: readonly number[];
  /** Right as well, though not asked for. */
  readonly otherRates: readonly number[];
  /** Any of these is right; null is no day. */
  readonly days: readonly (string | null)[];
};

const IN_BRACKETS = /\(([^)]*)\)/;

function figuresIn(list: string): readonly number[] {
  return list
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '-')
    .map(Number);
}

function labelled(line: string): Labelled {
  const isMiss = line.startsWith('! ');
  const [text = '', wanted = ''] = (isMiss ? line.slice(2) : line).split(' => ');
  const [rates = '', days = ''] = wanted.split('@');
  const first = days.replace(IN_BRACKETS, '').trim();
  const also = IN_BRACKETS.exec(days)?.[1];
  return {
    text,
    isMiss,
    rates: figuresIn(rates.replace(IN_BRACKETS, '')),
    otherRates: figuresIn(IN_BRACKETS.exec(rates)?.[1] ?? ''),
    days: [first === '' || first === '-' ? null : first, ...(also === undefined ? [] : [also])],
  };
}

/** What is read otherwise than labelled; empty when all is right. */
function faultsOf({ text, rates, otherRates, days }: Labelled): readonly string[] {
  const [title = '', summary = ''] = text.split(' // ');
  const reading = readItem({ title, summary, published: DAY, lang: 'en' });
  const read = reading.rates.map(({ value }) => value);
  const day = reading.effectiveDate?.value ?? null;
  return [
    ...rates.filter((rate) => !read.includes(rate)).map((rate) => `not read: ${rate}%`),
    ...read
      .filter((rate) => !rates.includes(rate) && !otherRates.includes(rate))
      .map((rate) => `invented: ${rate}%`),
    ...(days.includes(day) ? [] : [`day: ${day}`]),
  ];
}

const lines = readdirSync(FOLDER)
  .flatMap((name) => readFileSync(join(FOLDER, name), 'utf8').split('\n'))
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map(labelled);

describe('figures of a sentence', () => {
  it('are labelled in more than 400 sentences, none of them twice', () => {
    expect(lines.length).toBeGreaterThan(400);
    expect(new Set(lines.map(({ text }) => text)).size).toBe(lines.length);
  });

  it.each(lines.filter(({ isMiss }) => !isMiss).map((line) => [line.text, line] as const))(
    'are read as labelled: %s',
    (_text, line) => {
      expect(faultsOf(line)).toEqual([]);
    },
  );

  it.each(lines.filter(({ isMiss }) => isMiss).map((line) => [line.text, line] as const))(
    'are still misread: %s',
    (_text, line) => {
      expect(faultsOf(line)).not.toEqual([]);
    },
  );
});
