// Days that are counted from the item's own ("in 30 days", "下周五"), as the press of many countries puts them.
import { describe, expect, it } from 'vitest';
import { readItem } from '../../../../src/reading/read-item.ts';

/** A Tuesday. */
const PUBLISHED = '2026-03-10';
const TITLES: Readonly<Record<string, string>> = {
  de: 'Peru erhöht Zölle auf Reis aus Ghana auf 20 Prozent',
  en: 'Peru raises tariff on rice from Ghana to 20%',
  es: 'Perú sube aranceles al arroz de Ghana al 20%',
  fr: 'Le Pérou relève à 20 % ses droits de douane sur le riz du Ghana',
  id: 'Peru naikkan tarif impor beras Ghana jadi 20 persen',
  it: 'Il Perù alza al 20% i dazi sul riso del Ghana',
  ja: 'ペルー、ガーナ産コメの関税を20%に引き上げ',
  ko: '페루, 가나산 쌀 관세 20%로 인상',
  nl: 'Peru verhoogt invoerheffing op rijst uit Ghana naar 20 procent',
  pl: 'Peru podnosi cła na ryż z Ghany do 20 proc.',
  pt: 'Peru eleva tarifa sobre arroz de Gana para 20%',
  ru: 'Перу повышает пошлины на рис из Ганы до 20%',
  th: 'เปรูขึ้นภาษีนำเข้าข้าวจากกานาเป็น 20%',
  tr: "Peru, Gana'dan pirince gümrük vergisini yüzde 20'ye çıkardı",
  vi: 'Peru tăng thuế nhập khẩu gạo Ghana lên 20%',
  zh: '秘鲁将加纳大米关税上调至20%',
};

function dayOf(lang: string, summary: string): string | null {
  const title = TITLES[lang] ?? '';
  return readItem({ title, summary, published: PUBLISHED, lang }).effectiveDate?.value ?? null;
}

describe('days counted from the day of the item', () => {
  it.each([
    ['de', 'In 30 Tagen sollen die Zölle greifen.'],
    ['de', 'Die Verordnung tritt in 30 Tagen in Kraft.'],
    ['en', 'In 30 days the duty takes effect.'],
    ['en', 'It enters into force thirty days from today.'],
    ['es', 'La norma entra en vigor dentro de 30 días.'],
    ['fr', 'Le décret entrera en application dans 30 jours.'],
    ['id', 'Kebijakan ini berlaku dalam 30 hari.'],
    ['it', 'Il decreto entra in vigore tra 30 giorni.'],
    ['ja', '30日後に発効する。'],
    ['ko', '조치는 30일 후 발효된다.'],
    ['nl', 'De maatregel gaat over 30 dagen in.'],
    ['pl', 'Nowe stawki wejdą w życie za 30 dni.'],
    ['pt', 'O decreto entrará em vigor daqui a 30 dias.'],
    ['ru', 'Решение вступает в силу через 30 дней.'],
    ['tr', 'Karar 30 gün sonra yürürlüğe girecek.'],
    ['vi', 'Quyết định có hiệu lực sau 30 ngày.'],
    ['zh', '新关税将于30日后实施。'],
  ])('in %s: %s', (lang, text) => {
    expect(dayOf(lang, text)).toBe('2026-04-09');
  });

  it.each([
    ['en', 'The order takes effect 30 days after publication.'],
    ['en', 'Imports from Ghana grew by half in 30 days.'],
    ['es', 'La norma entra en vigor a los 30 días de su publicación.'],
    ['es', 'El arancel se aplicará durante 30 días.'],
    ['ja', '新税率は公布から30日後に適用される。'],
    ['ko', '관세는 공포 30일 후 시행된다.'],
    ['ru', 'Решение вступает в силу через 30 дней после публикации.'],
    ['tr', 'Karar yayımından 30 gün sonra yürürlüğe girecek.'],
    ['zh', '自公布之日起30日后施行。'],
  ])(
    'are no day where they are counted from something else, or only last: %s: %s',
    (lang, text) => {
      expect(dayOf(lang, text)).toBeNull();
    },
  );
});

describe('a weekday', () => {
  it.each([
    ['en', 'The duty takes effect next Friday.'],
    ['fr', 'Les droits entreront en vigueur vendredi de la semaine prochaine.'],
    ['ja', '来週金曜日に発効する。'],
    ['ko', '새 관세는 다음 주 금요일 발효된다.'],
    ['vi', 'Quy định có hiệu lực từ thứ Sáu tuần tới.'],
    ['zh', '新关税下周五生效。'],
  ])('of the week to come is not the nearest one: %s: %s', (lang, text) => {
    expect(dayOf(lang, text)).toBe('2026-03-20');
  });
});

describe('a day that is printed', () => {
  it.each([
    ['en', 'The rise is set for 1 May.'],
    ['en', 'It was to begin on April 1 and the duty is now due on May 1.'],
    ['es', 'La norma estará vigente a contar del 1 de mayo y hasta el 31 de diciembre.'],
    ['ja', '措置は5月1日午前0時から施行される。'],
    ['th', 'มีผลบังคับใช้ตั้งแต่วันที่ 1 พฤษภาคม'],
    ['zh', '新关税5月1日实施。'],
  ])('%s: %s', (lang, text) => {
    expect(dayOf(lang, text)).toBe('2026-05-01');
  });
});
