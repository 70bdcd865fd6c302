// A government told by its capital, as the press of each language names it: whoever raises the tariff is found.
import { describe, expect, it } from 'vitest';
import { readItem } from '../../../src/reading/read-item.ts';

/** Per language a headline with a gap, and capitals with the state they stand for. */
const HEADLINES: readonly (readonly [lang: string, headline: string, capitals: string])[] = [
  ['ar', '_ ترفع الرسوم الجمركية على الصلب', 'طهران=IR دمشق=SY مدريد=ES'],
  ['cs', '_ zvyšuje cla na ocel', 'Londýn=GB Vídeň=AT Kyjev=UA'],
  ['de', '_ erhöht Zölle auf Stahl', 'Athen=GR Kopenhagen=DK Riad=SA Lissabon=PT'],
  ['es', '_ sube los aranceles al acero', 'Viena=AT Argel=DZ Quito=EC Jerusalén=IL'],
  ['fr', "_ relève les droits de douane sur l'acier", 'Athènes=GR Riyad=SA Nouakchott=MR'],
  ['hu', '_ emeli az acél vámját', 'Moszkva=RU Bécs=AT Varsó=PL'],
  ['id', '_ naikkan tarif impor baja', 'Teheran=IR Jakarta=ID'],
  ['it', "_ alza i dazi sull'acciaio", 'Lisbona=PT Belgrado=RS Tunisi=TN'],
  ['ja', '_、鉄鋼関税を引き上げ', 'アスタナ=KZ リヤド=SA ナイロビ=KE'],
  ['ko', '_, 철강 관세 인상', '리야드=SA 아스타나=KZ 보고타=CO'],
  ['nl', '_ verhoogt invoerheffingen op staal', 'Wenen=AT Lissabon=PT Paramaribo=SR'],
  ['pl', '_ podnosi cła na stal', 'Wiedeń=AT Ateny=GR Budapeszt=HU'],
  ['pt', '_ aumenta tarifas sobre o aço', 'Viena=AT Argel=DZ Montevidéu=UY'],
  ['ro', '_ majorează taxele vamale la oțel', 'Moscova=RU Londra=GB Viena=AT'],
  ['ru', '_ повышает пошлины на сталь', 'Минск=BY Астана=KZ Тегеран=IR Белград=RS'],
  ['sv', '_ höjer tullarna på stål', 'Moskva=RU Köpenhamn=DK Helsingfors=FI'],
  ['tr', '_ çelikte gümrük vergisini artırdı', 'Atina=GR Taşkent=UZ Bağdat=IQ'],
  ['uk', '_ підвищує мита на сталь', 'Київ=UA Варшава=PL Лондон=GB'],
  ['zh', '_上调钢铁关税', '阿斯塔纳=KZ 德黑兰=IR 波哥大=CO'],
];

const ROWS = HEADLINES.flatMap(([lang, headline, capitals]) =>
  capitals.split(' ').map((pair) => {
    const [capital = '', code = ''] = pair.split('=');
    return [lang, headline.replace('_', capital), code] as const;
  }),
);

describe('a capital stands for its government', () => {
  it.each(ROWS)('in %s: %s', (lang, title, code) => {
    const { imposers } = readItem({ title, summary: '', published: '2026-03-10', lang });
    expect(imposers.map(({ value }) => value)).toEqual([code]);
  });
});

describe('a capital where people only meet', () => {
  it('imposes nothing', () => {
    const { imposers } = readItem({
      title: 'Правительство продлило нулевую пошлину на ввоз электромобилей',
      summary: 'Министр провёл в Токио встречу с японскими коллегами.',
      published: '2026-03-10',
      lang: 'ru',
    });
    expect(imposers).toEqual([]);
  });

  it('is no utility whose tariffs rise because its name holds the word for one', () => {
    const title = 'Buenos Aires aumenta tarifas sobre o aço';
    expect(readItem({ title, summary: '', published: '2026-03-10', lang: 'pt' }).relevance).toBe(
      'yes',
    );
  });
});
