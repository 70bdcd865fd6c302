// The day a step takes effect, as the press and the gazettes of many countries write it.
import { describe, expect, it } from 'vitest';
import { readItem } from '../../../../src/reading/read-item.ts';

/** A Wednesday. */
const PUBLISHED = '2025-09-10';

function dayOf(lang: string, title: string, summary: string): string | null {
  return readItem({ title, summary, published: PUBLISHED, lang }).effectiveDate?.value ?? null;
}

describe('the day of effect', () => {
  it.each([
    ['en', 'Peru puts 12% duty on Chilean pears', 'It takes effect in 21 days.', '2025-10-01'],
    [
      'en',
      'Peru puts 12% duty on Chilean pears',
      'In force from the 19th day of September, 2025.',
      '2025-09-19',
    ],
    [
      'es',
      'Perú impone un arancel de 12% a la pera chilena',
      'Rige desde el 1/10/2025.',
      '2025-10-01',
    ],
    [
      'es',
      'Perú impone un arancel de 12% a la pera chilena',
      'Rige a partir del primero de octubre.',
      '2025-10-01',
    ],
    ['vi', 'Việt Nam áp thuế 12% với thép Thái Lan từ ngày 1 tháng 10', '', '2025-10-01'],
    ['cs', 'EU uvalila clo 12 procent na tureckou ocel', 'Clo platí od 1. 10. 2025.', '2025-10-01'],
    ['ru', 'Россия вводит пошлину 12% на турецкую сталь с 1-го октября', '', '2025-10-01'],
    ['zh', '加拿大明起對越南鋼鐵加徵12%關稅', '', '2025-09-11'],
    [
      'sv',
      'Kanada inför 12 procents tull på dansk ost',
      'Tullen trädde i kraft i måndags.',
      '2025-09-08',
    ],
  ])('in %s: %s / %s', (lang, title, summary, day) => {
    expect(dayOf(lang, title, summary)).toBe(day);
  });

  it('is the day of the act where it reaches back to an earlier one', () => {
    const text =
      'Duties are backdated to 3 March 2025. The notice takes effect on 12 September 2025.';
    expect(dayOf('en', 'Brazil imposes anti-dumping duty on Indian tyres', text)).toBe(
      '2025-09-12',
    );
  });

  it('is none where the days ahead hold for some only, or measure something else', () => {
    const title = 'Peru puts 12% duty on Chilean pears';
    expect(dayOf('en', title, 'It takes effect in 60 days for small firms.')).toBeNull();
    expect(dayOf('en', title, 'A further list follows in 21 days.')).toBeNull();
  });

  it('is not the day before which "until" stands behind', () => {
    expect(dayOf('ko', '정부, 미국산 밀 관세 12월 31일까지 면제', '')).toBeNull();
  });
});

describe('a verb that only says which tariff another verb is about', () => {
  it.each([
    ['es', 'Perú posterga la entrada en vigor del arancel al azúcar', 'delayed'],
    ['zh', '加拿大暂缓对美国汽车征收25%关税', 'suspended'],
    ['tr', 'Kanada, ABD otomobillerine uyguladığı gümrük vergilerini erteledi', 'delayed'],
  ])('in %s: %s', (lang, title, action) => {
    expect(readItem({ title, summary: '', published: PUBLISHED, lang }).action).toBe(action);
  });
});

describe('those who ask and what is only a cause', () => {
  it.each([
    ['de', 'Bauernverband fordert Abschaffung der Stahlzölle'],
    ['pl', 'Kupujący chcą zdążyć przed cłami na auta'],
    ['ru', 'Тарифы на услуги ЖКХ вырастут на 9%'],
    ['nl', 'Brouwers willen opheldering over heffingen'],
  ])('in %s no step is told: %s', (lang, title) => {
    expect(readItem({ title, summary: '', published: PUBLISHED, lang }).relevance).toBe('no');
  });
});
