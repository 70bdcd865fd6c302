import { describe, expect, it } from 'vitest';
import { readItem } from '../../../src/reading/read-item.ts';
import { inflectedNames } from '../../../src/reference/inflected-names.ts';

describe('names of states in languages that decline them', () => {
  it.each([
    ['Ghana', 'pl', 'Ghany'],
    ['Angola', 'pl', 'Angoli'],
    ['Kenia', 'pl', 'Kenii'],
    ['Jamajka', 'pl', 'Jamajce'],
    ['Irak', 'pl', 'Irakiem'],
    ['Гана', 'ru', 'Ганы'],
    ['Нигерия', 'ru', 'Нигерией'],
    ['Бахрейн', 'ru', 'Бахрейна'],
    ['Гана', 'uk', 'Гани'],
    ['Нігерія', 'uk', 'Нігерії'],
    ['Rakousko', 'cs', 'Rakouska'],
    ['Ghana', 'cs', 'Ghany'],
    ['Ghána', 'hu', 'Ghánából'],
    ['Pakisztán', 'hu', 'Pakisztánból'],
  ])('%s in %s is also %s', (name, lang, form) => {
    expect(inflectedNames(name, lang)).toContain(form);
  });

  it('a language that does not decline names, a short name or one of several words has no other forms', () => {
    expect(inflectedNames('Ghana', 'en')).toEqual([]);
    expect(inflectedNames('Чад', 'ru')).toEqual([]);
    expect(inflectedNames('Nowa Zelandia', 'pl')).toEqual([]);
  });

  it.each([
    ['pl', 'Indie podnoszą cła na towary z Ghany'],
    ['ru', 'Индия повысит пошлины на импорт из Ганы'],
    ['uk', 'Індія підвищить мита на імпорт з Гани'],
    ['cs', 'Indie zvyšuje cla na dovoz z Ghany'],
    ['hu', 'India vámot vet ki a Ghánából érkező importra'],
    ['zh', '印度对加纳进口商品加征25%关税'],
  ])('a title in %s names who is hit by such a form', (lang, title) => {
    const { targets } = readItem({ title, summary: '', published: '2025-11-05', lang });
    expect(targets.map(({ value }) => value)).toEqual(['GH']);
  });

  it.each([
    ['es', 'India impone arancel del 25% al arroz nigeriano', 'NG'],
    ['pt', 'Índia impõe tarifa de 25% ao arroz cambojano', 'KH'],
    ['fr', "L'Inde impose une taxe de 25 % sur l'acier serbe", 'RS'],
    ['it', "L'India impone dazi del 25% sul riso pakistano", 'PK'],
    ['de', 'Indien verhängt 25 Prozent Zoll auf kenianischen Tee', 'KE'],
    ['pl', 'Indie nakładają 25-proc. cło na ghański ryż', 'GH'],
    ['ru', 'Индия ввела пошлину 25% на непальский чай', 'NP'],
  ])('a title in %s names who is hit by an adjective', (lang, title, code) => {
    const { targets } = readItem({ title, summary: '', published: '2025-11-05', lang });
    expect(targets.map(({ value }) => value)).toEqual([code]);
  });
});
