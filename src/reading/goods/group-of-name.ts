// The group of goods that are told by their name only: "suits", "té", "梨" are goods where a tariff is on them and may be
// anything elsewhere. In: a name as name-goods.ts gives it. Out: the slug that is printed, `other:<name>` where no list has it.
import { groupByHeading } from '../../reference/goods-headings.ts';
import { productGroups, productParts, productTerms } from '../../reference/product-names.ts';
import { cutPhrase } from '../words/cut-text.ts';

const named = new Map<string, ReadonlyMap<string, string>>();

/** What is printed for goods of this name in a text of `lang`. */
export function printedName(lang: string, name: string): string {
  const slug = groupOf(lang, name);
  return slug === null ? `other:${name}` : (productGroups().get(slug)?.printed ?? slug);
}

/** True for a name (its words joined by hyphens) that is goods where a tariff is on it, however short. */
export function isNamedGoods(lang: string, name: string): boolean {
  return namedIn(lang).has(name.replaceAll('-', ''));
}

/** True for English goods as they stand before a noun: "crane tariffs". Elsewhere such a word may be anything ("ship", "watch"). */
export function isOneOfGoods(name: string): boolean {
  return singulars().has(name.replaceAll('-', ''));
}

let ones: ReadonlyMap<string, string> | undefined;

function singulars(): ReadonlyMap<string, string> {
  ones ??= new Map(
    productTerms().flatMap(({ term, slug, lang, isStem }) =>
      lang === 'en' && slug !== null && !isStem ? [[nameOf(singular(term)), slug] as const] : [],
    ),
  );
  return ones;
}

function groupOf(lang: string, name: string): string | null {
  const known = namedIn(lang);
  const words = name.split('-');
  // Vietnamese words are syllables: one of them says nothing.
  const last = lang === 'vi' ? 1 : words.length;
  for (let from = 0; from < last; from += 1) {
    const slug = known.get(words.slice(from).join(''));
    if (slug !== undefined) return slug;
  }
  if (lang === 'en') return singulars().get(name.replaceAll('-', '')) ?? groupByHeading(name);
  return lang === 'vi' ? null : (known.get(words[0] ?? '') ?? null);
}

function namedIn(lang: string): ReadonlyMap<string, string> {
  const made = named.get(lang);
  if (made !== undefined) return made;
  const found = new Map(
    productParts()
      .filter((part) => part.as === 'named' && part.lang === lang)
      .map(({ term, slug }) => [nameOf(term), slug]),
  );
  named.set(lang, found);
  return found;
}

function nameOf(term: string): string {
  return cutPhrase(term).join('');
}

function singular(term: string): string {
  if (/[^aeiou]ies$/.test(term)) return `${term.slice(0, -3)}y`;
  if (/(?:s|x|z|ch|sh)es$/.test(term)) return term.slice(0, -2);
  return /[^s]s$/.test(term) ? term.slice(0, -1) : term;
}
