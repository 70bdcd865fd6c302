// Who says what a title tells may stand before it or behind, with a verb, a colon or a dash: what is read is the same.
import { describe, expect, it } from 'vitest';
import { printedFields } from './printed-fields.ts';

type Form = (who: string, what: string) => string;

const opened = (what: string): string => what.charAt(0).toUpperCase() + what.slice(1);

const FORMS: Readonly<Record<string, Form>> = {
  'says that': (who, what) => `${who} says that ${what}`,
  'colon before': (who, what) => `${who}: ${opened(what)}`,
  'says behind': (who, what) => `${opened(what)}, ${who} says`,
  'says before the name': (who, what) => `${opened(what)}, says ${who}`,
  'said on a day': (who, what) => `${opened(what)}, ${who} said on Monday`,
  'colon behind': (who, what) => `${opened(what)}: ${who}`,
  'dash behind': (who, what) => `${opened(what)} - ${who}`,
  'quoted, colon behind': (who, what) => `'${opened(what)}': ${who}`,
  'according to, behind': (who, what) => `${opened(what)}, according to ${who}`,
  'according to, before': (who, what) => `According to ${who}, ${what}`,
};

const TOLD: readonly (readonly [who: string, what: string])[] = [
  ['Trump', 'Peru will face 25% tariff'],
  ['Trump', 'Peru will be paying 25% tariffs from Aug 1'],
  ['Trump', 'Peru must act or face 30% tariff'],
  ['Trump', 'tariffs on Kenya will start next month'],
  ['Trump', 'tariffs on Norwegian ships will rise to 25%'],
  ['Trump', 'copper tariff will be 50%'],
  ['Trump', 'tariff on Peru cut to 15%'],
  ['Trump', 'Kenya tariffs delayed by a month'],
  ['White House', 'Chile exempt from reciprocal tariffs'],
  ['White House', 'EU tariffs delayed to July 9'],
  ['Modi', 'India ready to cut duties on Norwegian fish'],
  ['Carney', 'Canada to drop counter-tariffs on Chilean wine'],
];

describe('a title that somebody tells', () => {
  it.each(
    TOLD.flatMap(([who, what]) =>
      Object.entries(FORMS).map(([name, form]) => [name, form(who, what), `${who} says ${what}`]),
    ),
  )('reads the same with %s: %s', (_, title, plain) => {
    const item = { summary: '', lang: 'en', published: '2025-07-15' };

    expect(printedFields({ ...item, title: title ?? '' })).toEqual(
      printedFields({ ...item, title: plain ?? '' }),
    );
  });

  it.each(TOLD)('is news: %s says %s', (who, what) => {
    const item = { summary: '', lang: 'en', published: '2025-07-15' };

    expect(printedFields({ ...item, title: `${who} says ${what}` })[0]).toBe('relevance "yes"');
  });
});
