// The rate that a change starts from is never told as the new one, however the sentence puts the two: tables in our own words,
// up and down in English, and what other languages put around the old rate.
import { describe, expect, it } from 'vitest';
import { readItem } from '../../../src/reading/read-item.ts';

function ratesOf(title: string, summary: string, lang = 'en'): string {
  const reading = readItem({ title, summary, published: '2026-03-10', lang });
  return reading.relevance === 'yes'
    ? reading.rates.map(({ value }) => value).join()
    : reading.relevance;
}

const DOWN = [
  'The additional US tariffs of 39% on imports from Peru have been lowered to a total of 15%, retroactively from 14 February.',
  'The 39% tariff on Peruvian goods falls to 15%.',
  'Its 39% duty was cut to 15%.',
  'Duties of 39% were reduced to 15%.',
  'The White House brought the 39% tariff down to 15%.',
  'The order lowers the 39% rate to 15%.',
  'The 39% tariffs are slashed to 15%.',
  'A 15% rate replaces the 39% tariff imposed in August.',
  'Peru will pay 15% instead of 39%.',
  'The new rate is 15%, against 39% before.',
  'The rate is 15%, compared with 39% now.',
  'The tariff drops to 15%, down from 39%.',
  'The rate, which stood at 39%, will be 15%.',
  'Goods from Peru will face 15%, not the 39% they have paid since August.',
  'The duty goes from 39 to 15 percent.',
  'Peru had been hit with 39%, the highest rate of any country in the region. It will now be 15%.',
  'The US had slapped 39% on Peruvian goods in August; under the deal the rate is 15%.',
  'Washington agreed to lower its tariff to 15% from a punishing 39%.',
  'Exporters who had been paying 39% will be charged 15% from Monday.',
  'The cut, from 39% to 15%, takes effect on Monday.',
  'The tariff will be capped at 15%, far below the 39% imposed in August.',
  'The 15% ceiling ends the 39% surcharge that took effect in August.',
  'The 39-per-cent tariff becomes 15 per cent.',
];
const LOWERED = [
  'US cuts tariff on Peruvian goods to 15%',
  'US tariffs on Peruvian goods reduced to 15%',
  'Peru gets 15% US tariff rate',
];

const UP = [
  'The tariff of 15% on imports from Peru has been raised to a total of 39%.',
  'The 15% tariff on Peruvian goods rises to 39%.',
  'Its 15% duty was lifted to 39%.',
  'The White House took the 15% tariff up to 39%.',
  'The order raises the 15% rate to 39%.',
  'A 39% rate replaces the 15% tariff imposed in August.',
  'Peru will pay 39% instead of 15%.',
  'The new rate is 39%, against 15% before.',
  'The rate is 39%, compared with 15% now.',
  'The tariff jumps to 39%, up from 15%.',
  'The rate, which stood at 15%, will be 39%.',
  'Goods from Peru will face 39%, not the 15% they have paid since August.',
  'The duty goes from 15 to 39 percent.',
  'The 39% will take the place of the 15% charged so far.',
];
const RAISED = [
  'US raises tariff on Peruvian goods to 39%',
  'US tariffs on Peruvian goods raised to 39%',
];

const ABROAD: Readonly<Record<string, readonly [title: string, texts: readonly string[]]>> = {
  en: [
    'Peru raises steel duty to 50%',
    [
      'The duty on imported steel would go from 25 to 50 percent, the ministry said.',
      'The rate rises from 25 to 50%.',
      'Duties on steel will move from 25% to 50%, minister Ana Ruiz announced on Tuesday.',
      'The tariff, now 25%, goes to 50%.',
      'Until now the duty was 25%.',
      'It doubles the 25% duty in place since 2018.',
      'The previous rate was 25 percent.',
      'The increase, up from 25%, starts on May 1.',
    ],
  ],
  fr: [
    'Le Pérou relève ses droits sur l’acier à 50 %',
    [
      'Le ministre a annoncé mardi que les droits sur l’acier importé passeraient de 25 à 50 %.',
      'Les droits de douane passent de 25 % à 50 %.',
      'Le taux, actuellement de 25 %, sera porté à 50 %.',
      'Jusqu’ici, le taux était de 25 %.',
      'Les droits étaient jusqu’à présent de 25 %.',
      'Ils doublent par rapport aux 25 % en vigueur depuis 2018.',
      'contre 25 % auparavant',
    ],
  ],
  es: [
    'Perú sube al 50% el arancel al acero',
    [
      'El ministro anunció que el arancel al acero importado pasará de 25 a 50 %.',
      'El arancel pasa del 25% al 50%.',
      'El arancel, que hoy es del 25%, subirá al 50%.',
      'Hasta ahora la tasa era del 25%.',
      'El primer anuncio, de 25%, lo hizo el presidente en enero.',
      'La medida suma 25 puntos al gravamen de 25% vigente desde 2018.',
      'frente al 25% anterior',
    ],
  ],
  pt: [
    'Peru eleva para 50% a tarifa sobre o aço',
    [
      'O ministro anunciou que a tarifa sobre o aço importado passará de 25 para 50%.',
      'A alíquota passa de 25% para 50%.',
      'A tarifa, hoje de 25%, vai a 50%.',
      'Até agora a alíquota era de 25%.',
      'O imposto estava em 25% desde 2018.',
      'ante os 25% anteriores',
    ],
  ],
  de: [
    'Peru erhöht Stahlzoll auf 50 Prozent',
    [
      'Der Zoll auf importierten Stahl steigt von 25 auf 50 Prozent, sagte der Minister.',
      'Die Zölle steigen von 25 Prozent auf 50 Prozent.',
      'Bisher lag der Satz bei 25 Prozent.',
      'Der bislang geltende Satz von 25 Prozent wird verdoppelt.',
      'Zuvor waren es 25 Prozent.',
      'Aktuell beträgt der Zoll 25 Prozent.',
    ],
  ],
  it: [
    'Il Perù alza al 50% i dazi sull’acciaio',
    [
      'Il ministro ha annunciato che i dazi sull’acciaio passeranno dal 25 al 50%.',
      'I dazi passano dal 25% al 50%.',
      'Finora l’aliquota era del 25%.',
      'L’aliquota, oggi al 25%, raddoppia.',
      'contro il 25% precedente',
    ],
  ],
  pl: [
    'Peru podnosi cło na stal do 50%',
    [
      'Cło na importowaną stal wzrośnie z 25 do 50 proc., ogłosił minister.',
      'Stawka rośnie z 25% do 50%.',
      'Dotychczas stawka wynosiła 25 proc.',
      'Obecnie cło wynosi 25%.',
    ],
  ],
  tr: [
    'Peru çelikte gümrük vergisini yüzde 50’ye çıkardı',
    [
      'İthal çelikte vergi yüzde 25’ten yüzde 50’ye yükselecek.',
      'Daha önce oran yüzde 25 idi.',
      'Halen yüzde 25 olan vergi iki katına çıkıyor.',
    ],
  ],
  id: [
    'Peru naikkan bea masuk baja jadi 50%',
    [
      'Bea masuk baja impor naik dari 25 menjadi 50 persen, kata menteri.',
      'Tarif naik dari 25% menjadi 50%.',
      'Sebelumnya tarifnya 25%.',
      'Saat ini tarifnya 25 persen.',
    ],
  ],
  ja: [
    'ペルー、鉄鋼関税を50%に引き上げ',
    [
      '輸入鉄鋼の関税を25%から50%に引き上げる。',
      'これまでの税率は25%だった。',
      '現行の25%から2倍にする。',
    ],
  ],
  ko: [
    '페루, 철강 관세 50%로 인상',
    [
      '수입 철강 관세를 25%에서 50%로 올린다.',
      '기존 관세율은 25%였다.',
      '현행 25%에서 두 배로 올린다.',
    ],
  ],
  zh: [
    '秘鲁将钢铁关税提高至50%',
    ['进口钢铁关税将从25%提高到50%。', '此前税率为25%。', '现行税率为25%。'],
  ],
  ru: [
    'Перу повышает пошлину на сталь до 50%',
    [
      'Пошлина на импортную сталь вырастет с 25 до 50%, сообщил министр.',
      'Ставка повышается с 25% до 50%.',
      'Ранее ставка составляла 25%.',
      'Сейчас пошлина составляет 25%.',
    ],
  ],
  nl: [
    'Peru verhoogt staalheffing naar 50 procent',
    [
      'De heffing op staal gaat van 25 naar 50 procent, zei de minister.',
      'Het tarief stijgt van 25 procent naar 50 procent.',
      'Tot nu toe was het tarief 25 procent.',
    ],
  ],
  vi: [
    'Peru tăng thuế thép lên 50%',
    [
      'Thuế thép nhập khẩu sẽ tăng từ 25 lên 50%.',
      'Trước đó mức thuế là 25%.',
      'Hiện mức thuế là 25%.',
    ],
  ],
};

describe('a change of rate', () => {
  it.each(DOWN)('leads down: %s', (text) => {
    expect(LOWERED.map((title) => ratesOf(title, text))).toEqual(LOWERED.map(() => '15'));
  });

  it.each(UP)('leads up: %s', (text) => {
    expect(RAISED.map((title) => ratesOf(title, text))).toEqual(RAISED.map(() => '39'));
  });

  it.each(Object.entries(ABROAD))('leads up in the language %s', (lang, [title, texts]) => {
    expect(texts.map((text) => [text, ratesOf(title, text, lang)])).toEqual(
      texts.map((text) => [text, '50']),
    );
  });
});
