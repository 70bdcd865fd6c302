// Names that stand behind their noun: "acier indien", "droits de douane américains". In: a line and where a name stands. Out: yes
// or no.
import { hitBefore, hitFrom, hitOver, hitsOf, type Line, means } from '../words/scene.ts';

/** Languages in which no name stands before its goods: "Mỹ loại thép", "AS buka impor". */
export const GOODS_FIRST: ReadonlySet<string> = new Set(['vi', 'id', 'th']);

/** Languages that put the country behind the goods without a word between. */
export const NOUN_FIRST: ReadonlySet<string> = new Set([
  'vi',
  'id',
  'th',
  'it',
  'es',
  'pt',
  'fr',
  'ar',
  'ro',
]);

/** "droits de douane américains": the name stands behind the tariff. */
export function followsTariff(line: Line, from: number): boolean {
  if (hitBefore(line, from)?.meanings.has('tariff') === true) return true;
  // "dazi provvisori Ue", "droits de douane provisoires européens": one adjective may stand between.
  const isWord = line.tokens[from - 1]?.kind === 'word' && hitOver(line, from - 1) === undefined;
  return isWord && hitBefore(line, from - 1)?.meanings.has('tariff') === true;
}

const GOODS = ['goods', 'product'] as const;

/** "acier indien": the name stands behind the goods. */
export function followsGoods(line: Line, from: number): boolean {
  if (line.tokens[from - 1]?.kind === 'mark') return false;
  return GOODS.some((name) =>
    hitsOf(line, name).some((hit) => hit.to <= from && from - hit.to <= 1),
  );
}

/** "l'acier indien taxé à 25 %": behind the adjective of the goods stands what is done to them. */
export function isOfTaxedGoods(line: Line, from: number, to: number): boolean {
  return (
    NOUN_FIRST.has(line.lang) && means(hitFrom(line, to), 'verb', 'tax') && followsGoods(line, from)
  );
}

/** "productos ecuatorianos que tendrán un arancel": the adjective is of the goods, though a tariff follows further on. */
export function isGoodsDemonym(
  line: Line,
  from: number,
  to: number,
  kinds: readonly string[],
): boolean {
  if (!NOUN_FIRST.has(line.lang) || !kinds.includes('demonym')) return false;
  return followsGoods(line, from) && hitFrom(line, to)?.meanings.has('tariff') !== true;
}

/** "dazi sulle importazioni da Cile e Perù": behind goods the Italian word for "by" tells where they come from. */
export function isGoodsFrom(line: Line, at: number): boolean {
  if (line.lang !== 'it') return false;
  const before = hitBefore(line, at);
  // "dazi sull'acciaio dagli Usa": where nobody else is named, who lays them.
  if (!hitsOf(line, 'place').some((hit) => hit.to <= at)) return false;
  return GOODS.some((name) => before?.meanings.has(name) === true);
}
