// How countries, products, stages and platforms are called in messages. Codes and slugs in, words out; an unknown code or
// slug is shown as it is, never replaced by a guess.
import { jurisdictionName } from '../reference/jurisdiction-names.ts';
import { productGroups } from '../reference/product-names.ts';

/** `JP` -> `Japan`, `WORLD` -> `all countries`. */
export function countryName(code: string): string {
  const known = countryNamesByCode.get(code);
  if (known !== undefined) return known;
  const name = jurisdictionName(code);
  // Codes of readings are checked; the bound is for whatever else is shown as it stands.
  if (countryNamesByCode.size < KEPT_NAMES) countryNamesByCode.set(code, name);
  return name;
}

const SHORT_NAMES: Readonly<Record<string, string>> = { US: 'US', EU: 'EU', GB: 'UK' };

/** `US`, `EU`, `UK`; other countries by their name. For places with little room. */
export function shortName(code: string): string {
  return SHORT_NAMES[code] ?? countryName(code);
}

const KEPT_NAMES = 500;
const countryNamesByCode = new Map<string, string>();

/** Where the table explains a group with a list, a name that can stand in one. */
const SHORT_PRODUCT_NAMES: Readonly<Record<string, string>> = {
  autos: 'cars',
  'auto-parts': 'car parts',
  agri: 'farm goods',
  energy: 'energy',
  'steel-aluminium-products-china': 'listed steel and aluminium of China',
  'steel-aluminium-derivatives-aug2025': 'derivatives added in August 2025',
  'steel-aluminium-product-exclusions': 'product exclusions of steel and aluminium',
  'metal-derivatives-annex-i-c': 'metal derivatives of annex I-C',
  'metal-derivatives-annex-i-c-usmca': 'USMCA metal derivatives of annex I-C',
  'metal-derivatives-annex-ii': 'metal derivatives of annex II',
  'metal-derivatives-annex-iii': 'metal derivatives of annex III',
  'metal-derivatives-us-origin-metal': 'metal derivatives of US metal',
  'all-goods-russian-energy-buyers': 'goods of buyers of Russian energy',
  'all-goods-secondary-venezuela-oil': 'goods of buyers of Venezuelan oil',
  'all-goods-secondary-iran': 'goods of countries that trade with Iran',
  'all-goods-secondary-cuba-oil': 'goods of suppliers of oil to Cuba',
  'autos-non-fta-origins': 'cars of origins without an agreement',
  'steel-non-fta-origins': 'steel of origins without an agreement',
  'textiles-non-fta-origins': 'textiles of origins without an agreement',
  'footwear-toys-appliances-plastics-non-fta-origins':
    'consumer goods of origins without an agreement',
  'steel-non-fta-partners': 'steel of partners without an agreement',
  'steel-fta-partners': 'steel of partners with an agreement',
  'steel-china-melted': 'steel melted in China',
  'semiconductors-broad': 'semiconductors of every kind',
  'robotics-industrial-machinery': 'robotics and industrial machinery',
  'drones-annex-i': 'drones of annex I',
  'drones-annex-ii': 'drones of annex II',
  'drones-annex-iii-components': 'drone parts of annex III',
  'usmca-goods': 'USMCA goods',
  'section-232-goods': 'Section 232 goods',
  'autos-usmca-qualifying': 'USMCA cars',
  'auto-parts-usmca-qualifying': 'USMCA car parts',
  'reciprocal-annex-ii': 'goods of Annex II',
  's122-exempt-list': 'exempt list of Section 122',
  '301fl-exempt-list': 'exempt list of the forced-labour duty',
  '301fl-partner-annex-products': 'partner annexes of the forced-labour duty',
  'china-301-exclusions': 'exclusions from the China lists',
};

/** Lists that the law numbers or names. */
const LIST_NAMES: readonly (readonly [RegExp, string])[] = [
  [/^china-301-list-(\w+)$/, 'China list $1'],
  [/^338-list-(.+)$/, 'Section 338 list: $1'],
  [/^338-ban-(.+)$/, 'Section 338 ban: $1'],
  [/^338-scope-change-(.+)$/, 'Section 338 list, additions: $1'],
];

/** `autos` -> `cars`, `steel-derivatives` -> `steel derivatives`, `other:cheese` -> `cheese`. */
export function productName(slug: string): string {
  const bare = slug.startsWith('other:') ? slug.slice('other:'.length) : slug;
  const known = SHORT_PRODUCT_NAMES[bare] ?? productGroups().get(bare)?.name;
  if (known !== undefined) return known;
  const list = LIST_NAMES.find(([pattern]) => pattern.test(bare));
  if (list !== undefined) return bare.replace(list[0], list[1]).replaceAll('-', ' ');
  const [group, part] = bare.split(':');
  const words = (group ?? bare).replaceAll('-', ' ');
  return part === undefined ? words : `${words} (${part.replaceAll('-', ' ')})`;
}

/** `a`, `a and b`, `a, b and c`; from the sixth on the rest is counted. */
export function joinWords(words: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  if (words.length > 5) {
    return `${words.slice(0, 4).join(', ')} ${conjunction} ${words.length - 4} more`;
  }
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`;
}

/** Countries as a list in words; empty when none is known. */
export function countryNames(codes: readonly string[]): string {
  return joinWords(codes.map(countryName));
}

/** Products as a list in words; empty when none is known. */
export function productNames(slugs: readonly string[]): string {
  return joinWords(slugs.map(productName));
}
