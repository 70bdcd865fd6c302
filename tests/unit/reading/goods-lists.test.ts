import { describe, expect, it } from 'vitest';
import { readItem } from '../../../src/reading/read-item.ts';

/** Per language: a title on goods in general, a list of goods, sentences that list the goods of the tariff, and exceptions. */
const LANGUAGES = [
  {
    lang: 'en',
    title: 'Brazil imposes 20% tariffs on Indian goods',
    list: 'steel, tea and tyres',
    hit: [
      'The duties hit goods such as {list}.',
      'The measure affects more than 20 products, among them {list}.',
      'It takes in {list}.',
      'The products are {list}.',
      'On the list: {list}.',
    ],
    spared: [
      'The duties will not hit {list}.',
      'The exemptions cover {list}.',
      'Carve-outs cover {list}.',
    ],
  },
  {
    lang: 'de',
    title: 'Brasilien verhängt Zölle von 20 Prozent auf indische Waren',
    list: 'Stahl, Tee und Reifen',
    hit: [
      'Betroffen sind Produkte wie {list}.',
      'Auf der Liste stehen {list}.',
      'Betroffen sind 20 Produkte, darunter {list}.',
    ],
    spared: ['Ausnahmen gelten für {list}.', 'Nicht betroffen sind Produkte wie {list}.'],
  },
  {
    lang: 'fr',
    title: 'Le Brésil impose des droits de douane de 20% sur les produits indiens',
    list: "l'acier, le thé et les pneus",
    hit: ['La liste comprend {list}.', 'Parmi les produits figurent {list}.'],
    spared: ['Des exceptions sont prévues, notamment pour {list}.'],
  },
  {
    lang: 'es',
    title: 'Brasil impone aranceles de 20% a productos indios',
    list: 'acero, té y neumáticos',
    hit: ['El decreto abarca 20 líneas, entre ellas {list}.', 'Afecta a productos como {list}.'],
    spared: ['Quedan exentos productos como {list}.', 'La lista de exenciones incluye {list}.'],
  },
  {
    lang: 'nl',
    title: 'Brazilië voert heffingen van 20% in op Indiase producten',
    list: 'staal, thee en banden',
    hit: ['Het gaat om producten zoals {list}.', 'Op de lijst staan {list}.'],
    spared: ['Uitgezonderd zijn producten zoals {list}.'],
  },
  {
    lang: 'tr',
    title: 'Brezilya Hindistan mallarına yüzde 20 gümrük vergisi getirdi',
    list: 'çelik, çay ve lastik',
    hit: ['Listede {list} bulunuyor.', 'Karar {list} gibi ürünleri etkileyecek.'],
    spared: ['Karara göre {list} gibi ürünler muaf tutuldu.'],
  },
  {
    lang: 'ja',
    title: 'ブラジル、インド製品に20%の関税',
    list: '鉄鋼、茶、タイヤ',
    hit: ['対象は{list}など。', '{list}などが対象となる。'],
    spared: [],
  },
  {
    lang: 'zh',
    title: '巴西对印度商品加征20%关税',
    list: '钢铁、茶叶和轮胎',
    hit: ['涉及{list}等产品。', '清单包括{list}。'],
    spared: ['{list}等产品除外。'],
  },
] as const;

const cases = (kind: 'hit' | 'spared') =>
  LANGUAGES.flatMap(({ lang, title, list, [kind]: sentences }) =>
    sentences.map((sentence) => ({ lang, title, text: sentence.replace('{list}', list) })),
  );

function productsOf(item: { lang: string; title: string; text: string }): readonly string[] {
  const { lang, title, text } = item;
  const read = readItem({ title, summary: text, published: '2025-06-10', lang });
  return read.products.map(({ value }) => value).sort();
}

describe('goods listed in the text under a title on goods in general', () => {
  it.each(cases('hit'))('$lang: are those of the tariff: $text', (item) => {
    expect(productsOf(item)).toEqual(['agri', 'other:tyres', 'steel']);
  });

  it.each(cases('spared'))('$lang: are not, where they are exceptions: $text', (item) => {
    expect(productsOf(item)).toEqual(['all-goods']);
  });
});
