// Compounds whose last part is a tariff: "Solarmodulzölle", "zonnepanelenheffing". In: a folded word. Out: whether its last
// part says so. What the first part means is looked up as any stem of the word lists.

/** Folded last parts of compounds by language. A German "-zoll" is always a duty; Dutch tariffs are of many kinds. */
const HEADS: Readonly<Record<string, readonly string[]>> = {
  de: ['zoll', 'zolle', 'zollen', 'zolls', 'zollsatz', 'zollsatze', 'zollsatzen'],
  nl: ['invoerrechten', 'importheffing', 'importheffingen', 'invoerheffing', 'invoerheffingen'],
};
const NO_HEADS: readonly string[] = [];
/** Letters of a first part; shorter ones are no word. */
const SHORTEST = 3;

/** The last parts that make a compound of this language a tariff. */
export function tariffHeads(lang: string): readonly string[] {
  return HEADS[lang] ?? NO_HEADS;
}

/** True for a word that ends in one of the last parts and has a first part before it. */
export function endsAsTariff(heads: readonly string[], word: string): boolean {
  return heads.some((head) => word.length >= head.length + SHORTEST && word.endsWith(head));
}
