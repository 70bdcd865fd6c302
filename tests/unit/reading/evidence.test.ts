// What a reading prints can be shown: quotes are substrings of the item, spans are right, digits stand in the quote.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysBetween } from '../../../src/domain/day.ts';
import type { Evidence, Fact, ReadingInput, StepReading } from '../../../src/domain/reading.ts';
import { explainReading } from '../../../src/reading/explain-reading.ts';
import { readItem } from '../../../src/reading/read-item.ts';

const FOLDER = resolve(import.meta.dirname, '../../corpus/reading-items');
const items: readonly ReadingInput[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.jsonl'))
  .flatMap((name) => readFileSync(join(FOLDER, name), 'utf8').trim().split('\n'))
  .map((line) => JSON.parse(line) as ReadingInput);

/** Numbers that a text may spell instead of printing digits. */
const SPELLED =
  /zero|zéro|nil|naught|nought|null|nuls?\b|zollfrei|free|zera|azzer|cero|免税|免稅|zerow|bezcł|sıfır|nol|нул|零|ゼロ|無税|무관세|twelve|ten|fifteen|twenty|thirty|hundred|zehn|zwanzig|diez|veinte|dix|vingt|dieci|venti|dez|vinte|tien|twintig|elf|sin arancel|sin gravamen|bebas|百分之/i;

function allEvidence(step: StepReading): readonly Evidence[] {
  const lists: readonly (readonly Fact<unknown>[])[] = [
    step.imposers,
    step.targets,
    step.exempted,
    step.products,
    step.rates,
    step.oldRates,
  ];
  const single = [step.effectiveDate, step.endDate, step.instrument].filter(
    (fact) => fact !== null,
  );
  const facts = [...lists.flat(), ...single].map((fact) => fact.evidence);
  return step.actionEvidence === null ? facts : [...facts, step.actionEvidence];
}

/** Digits of Devanagari, Bengali and Gujarati: each script begins at the seventh place of a row. */
const INDIC = /[०-९০-৯૦-૯]/g;

function digitsOf(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(INDIC, (digit) => `${(digit.charCodeAt(0) & 15) - 6}`);
  return plain.replace(/\D/g, '');
}

function expectShown(input: ReadingInput): void {
  const reading = readItem(input);
  for (const evidence of allEvidence(reading)) {
    const field = input[evidence.field] ?? '';
    expect(field.slice(evidence.start, evidence.end)).toBe(evidence.quote);
    expect(evidence.quote.length).toBeGreaterThan(0);
    expect(evidence.rule).not.toBe('');
  }
  for (const rate of reading.rates) {
    const isPrinted = digitsOf(rate.evidence.quote).includes(digitsOf(String(rate.value)));
    expect(isPrinted || SPELLED.test(rate.evidence.quote)).toBe(true);
  }
}

describe('evidence', () => {
  it('quotes the item itself for every fact of the corpus', () => {
    for (const item of items) expectShown(item);
  });

  it('prints the day of every effective date that is not told by a weekday, a word like today or a title of what begins', () => {
    for (const item of items) {
      const fact = readItem(item).effectiveDate;
      if (
        fact === null ||
        fact.evidence.rule === 'date:title-tells-of-today' ||
        /today|day (?:after|following)|this (?:morning|afternoon|evening)|immediate|tomorrow|now|midnight|12:01/i.test(
          fact.evidence.quote,
        )
      )
        continue;
      const day = String(Number(fact.value.slice(8)));
      const isWeekday =
        /(?:mon|tues|wednes|thurs|fri|satur|sun)day|سبت|jeudi|أول|primo|premier|primero|in (?:\d+|[a-z]+) (?:days|tagen)|\d+ days after|\d+ ?(?:jours|días|dias|giorni|dagen|dni|дней|gün|hari|ngày|天|[日일] ?[後后뒤후])|[一二三四五六七八九十]月/i.test(
          fact.evidence.quote,
        );
      // A weekday or "tomorrow" of any other language lies within a week of the item.
      const isNear =
        item.lang !== 'en' && Math.abs(daysBetween(item.published ?? '', fact.value)) <= 7;
      expect(isNear || isWeekday || digitsOf(fact.evidence.quote).includes(day), item.title).toBe(
        true,
      );
    }
  });

  it('holds for any text of trade words, marks and markup', () => {
    const word = fc.constantFrom(
      ...'Trump China EU Japan imposes raises 25% tariff tariffs on steel from 10% to 50 percent goods <b>duties</b> &amp; exempt except Canada . , ; : not will threatens to seeks exemption June 4 2025-06-04 U.S. ２５％ 関税 aranceles'.split(
        ' ',
      ),
    );
    const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (title, summary) => {
        expectShown({ title, summary, published: '2025-05-01', lang: 'en' });
      }),
      { numRuns: 300 },
    );
  });

  it('never throws, whatever the text, and reads the same text the same way', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'grapheme' }),
        (title, summary) => {
          const input = { title, summary };
          expect(readItem(input)).toEqual(readItem(input));
          expect(explainReading(input)).toContain('relevance: ');
        },
      ),
      { numRuns: 200 },
    );
  });

  it('reads on with a cap through 100 KB of one repeated word', () => {
    for (const unit of ['tariff 25% ', '<b', '&#37;', '1,1', "a'", 'U.S.']) {
      const summary = unit.repeat(Math.ceil(100_000 / unit.length));
      expect(
        readItem({ title: 'Trump imposes tariffs on China', summary, lang: 'en' }).relevance,
      ).toBe('yes');
    }
  });
});
