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

/** Ways in which a leader tells a title in other languages: what he says, as it opens and as it goes on. */
const ABROAD: readonly (readonly [lang: string, plain: string, told: readonly string[]])[] = [
  [
    'es',
    'Trump: los aranceles al Perú subirán al 30%',
    [
      'Los aranceles al Perú subirán al 30%, dice Trump',
      'Los aranceles al Perú subirán al 30%, según Trump',
      'Según Trump, los aranceles al Perú subirán al 30%',
      'Trump afirma que los aranceles al Perú subirán al 30%',
    ],
  ],
  [
    'pt',
    'Trump: o Quênia vai pagar tarifa de 50%',
    [
      'O Quênia vai pagar tarifa de 50%, diz Trump',
      'Segundo Trump, o Quênia vai pagar tarifa de 50%',
      'Trump diz que o Quênia vai pagar tarifa de 50%',
    ],
  ],
  [
    'fr',
    'Trump : le Chili paiera des droits de douane de 30%',
    [
      'Le Chili paiera des droits de douane de 30%, affirme Trump',
      'Selon Trump, le Chili paiera des droits de douane de 30%',
      'Trump dit que le Chili paiera des droits de douane de 30%',
    ],
  ],
  [
    'de',
    'Trump: Zölle auf Kupfer aus Peru steigen auf 50 Prozent',
    [
      'Zölle auf Kupfer aus Peru steigen auf 50 Prozent, sagt Trump',
      'Zölle auf Kupfer aus Peru steigen auf 50 Prozent, so Trump',
      'Laut Trump: Zölle auf Kupfer aus Peru steigen auf 50 Prozent',
    ],
  ],
  [
    'it',
    'Trump: i dazi sul Cile saliranno al 30%',
    [
      'I dazi sul Cile saliranno al 30%, dice Trump',
      'Secondo Trump, i dazi sul Cile saliranno al 30%',
      'Trump afferma che i dazi sul Cile saliranno al 30%',
    ],
  ],
];

describe('a title that a leader tells in another language', () => {
  it.each(ABROAD.flatMap(([lang, plain, told]) => told.map((title) => [lang, title, plain])))(
    'reads in %s as with a colon: %s',
    (lang, title, plain) => {
      const item = { summary: '', lang, published: '2025-07-15' };
      const fields = printedFields({ ...item, title });

      expect(fields).toEqual(printedFields({ ...item, title: plain }));
      expect(fields).toContain('action "threatened"');
    },
  );
});
