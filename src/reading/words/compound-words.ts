// Compounds: whose last part is a tariff ("Solarmodulzölle", "zonnepanelenheffing") or goods ("Speicherchips"). In: a folded
// word. Out: what its parts say. What a listed first part means is looked up as any stem of the word lists.
import { productParts } from '../../reference/product-names.ts';
import { cutPhrase } from './cut-text.ts';

export type Compounds = {
  /** Folded last parts that make any word a tariff. */
  readonly heads: readonly string[];
  /** And those that do so behind goods only. */
  readonly headsOfGoods: readonly string[];
  /** Last parts that name goods. */
  readonly endings: readonly { readonly ending: string; readonly slug: string }[];
};

/** A German "-zoll" is always a duty; Dutch tariffs are of many kinds. */
const HEADS: Readonly<Record<string, readonly string[]>> = {
  de: ['zoll', 'zolle', 'zollen', 'zolls', 'zollsatz', 'zollsatze', 'zollsatzen'],
  nl: ['invoerrechten', 'importheffing', 'importheffingen', 'invoerheffing', 'invoerheffingen'],
};
const HEADS_OF_GOODS: Readonly<Record<string, readonly string[]>> = {
  nl: ['heffing', 'heffingen', 'tarief', 'tarieven', 'taks'],
};
/** Letters of a first part; shorter ones are no word. */
const SHORTEST = 3;
/** Letters that join the parts: "Orangensaft", "Sonnenblumenöl". */
const LINKING = ['s', 'n', 'en', 'er'] as const;

export const NO_COMPOUNDS: Compounds = { heads: [], headsOfGoods: [], endings: [] };

/** The last parts that count in a language. */
export function compoundsOf(lang: string): Compounds {
  const endings = productParts()
    .filter((part) => part.as === 'ending' && part.lang === lang)
    .map(({ term, slug }) => ({ ending: cutPhrase(term).join(''), slug }));
  return { heads: HEADS[lang] ?? [], headsOfGoods: HEADS_OF_GOODS[lang] ?? [], endings };
}

/** True for a word that ends in one of the last parts and has a first part before it. */
export function endsAsTariff(heads: readonly string[], word: string): boolean {
  return longestEnd(heads, word) !== null;
}

/** What the lists know of a whole word. */
export type Listed = {
  readonly isTariff: boolean;
  readonly isListed: boolean;
  readonly listedGoods: string | null;
};

/**
 * What a word means as a compound; null when it is none. `goodsOf` tells the goods of a listed word; a word that is listed
 * itself is only asked for a tariff in it, a tariff for its goods.
 */
export function compoundMeanings(
  compounds: Compounds,
  word: string,
  goodsOf: (part: string) => string | null,
  { isTariff, isListed, listedGoods }: Listed,
): Map<'tariff' | 'product', string[]> | null {
  const head = longestEnd(compounds.heads, word);
  if (head !== null) {
    const goods = partGoods(compounds, word, head, goodsOf);
    if (!isTariff) return meaningOf(goods);
    return goods === null || listedGoods !== null ? null : new Map([['product', [goods]]]);
  }
  const headOfGoods = longestEnd(compounds.headsOfGoods, word);
  if (headOfGoods !== null && !isTariff) {
    const goods = listedGoods ?? partGoods(compounds, word, headOfGoods, goodsOf);
    if (goods !== null) return meaningOf(goods);
  }
  const goods = isListed ? null : goodsByEnding(compounds, word);
  return goods === null ? null : new Map([['product', [goods]]]);
}

function meaningOf(goods: string | null): Map<'tariff' | 'product', string[]> {
  const meanings = new Map<'tariff' | 'product', string[]>([['tariff', ['plain']]]);
  return goods === null ? meanings : meanings.set('product', [goods]);
}

// "Käsezölle" are on cheese, "Rinderzölle" on cattle.
function partGoods(
  compounds: Compounds,
  word: string,
  head: string,
  goodsOf: (part: string) => string | null,
): string | null {
  const first = word.slice(0, word.length - head.length);
  const known = goodsOf(first) ?? goodsByEnding(compounds, first);
  if (known !== null) return known;
  for (const link of LINKING) {
    const goods = first.endsWith(link) ? goodsOf(first.slice(0, -link.length)) : null;
    if (goods !== null) return goods;
  }
  return goodsOf(`${first}e`) ?? goodsOf(`${first}n`) ?? goodsOf(`${first}s`);
}

function goodsByEnding({ endings }: Compounds, word: string): string | null {
  const ends = endings.map(({ ending }) => ending);
  const ending = longestEnd(ends, word);
  return endings.find((known) => known.ending === ending)?.slug ?? null;
}

function longestEnd(ends: readonly string[], word: string): string | null {
  let longest: string | null = null;
  for (const end of ends) {
    const fits = word.length >= end.length + SHORTEST && word.endsWith(end);
    if (fits && end.length > (longest?.length ?? 0)) longest = end;
  }
  return longest;
}
