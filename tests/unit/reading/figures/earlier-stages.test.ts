// Rates of stages that are over, shares and price gaps beside a step: only the rate that the step makes is new.
import { expect, it } from 'vitest';
import { readItem } from '../../../../src/reading/read-item.ts';

it.each([
  [
    'es',
    'Perú sube al 30% el arancel al arroz de Ghana',
    'En mayo lo había llevado del 12% al 18%.',
    [30],
  ],
  [
    'pt',
    'Peru eleva para 30% a tarifa sobre o arroz de Gana',
    'Em maio havia levado a alíquota de 12% para 18%.',
    [30],
  ],
  [
    'fr',
    'Le Pérou porte à 30% ses droits sur le riz du Ghana',
    'En mai, il les avait portés de 12% à 18%.',
    [30],
  ],
  [
    'it',
    'Il Perù porta al 30% i dazi sul riso del Ghana',
    'A maggio li aveva portati dal 12% al 18%.',
    [30],
  ],
  [
    'es',
    'Perú sube el arancel al arroz de Ghana',
    'La tasa, del 18% desde mayo, subirá al 30%.',
    [30],
  ],
  [
    'fr',
    'Le Pérou relève ses droits sur le riz du Ghana',
    'Le taux, de 18% depuis mai, passera à 30%.',
    [30],
  ],
  ['zh', '秘鲁上调加纳大米关税', '关税从去年5月的12%、8月的18%上调至30%。', [30]],
  [
    'ja',
    'ペルー、ガーナ産コメの関税を引き上げ',
    '関税率は昨年5月の12%、8月の18%から30%に上がる。',
    [30],
  ],
  [
    'de',
    'Peru erhöht Zölle auf Reis aus Ghana auf 30 Prozent',
    'Reis aus Ghana ist 15 Prozent billiger als heimischer.',
    [30],
  ],
  ['vi', 'Peru tăng thuế nhập khẩu gạo Ghana lên 30%', 'Gạo Ghana rẻ hơn hàng nội 10-15%.', [30]],
  ['ru', 'Перу повышает пошлины на рис из Ганы до 30%', 'Доля ганского риса превышала 15%.', [30]],
  [
    'pl',
    'Peru podnosi cła na ryż z Ghany do 30 proc.',
    'Ryż z Ghany stanowił 15 proc. importu.',
    [30],
  ],
] as const)('%s: "%s" / "%s"', (lang, title, summary, rates) => {
  const read = readItem({ title, summary, published: '2026-03-10', lang });
  expect(read.rates.map(({ value }) => value)).toEqual(rates);
});
