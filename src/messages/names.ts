// How countries, products, stages and platforms are called in messages. Codes and slugs in, words out; an unknown code or
// slug is shown as it is, never replaced by a guess.

const REGION_NAMES = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });

/** Short names where the usual ones are long or depend on the version of the platform's data. */
const COUNTRY_WORDS: Readonly<Record<string, string>> = {
  WORLD: 'every country',
  EU: 'European Union',
  TR: 'Türkiye',
  HK: 'Hong Kong',
  MO: 'Macao',
  CZ: 'Czechia',
  MM: 'Myanmar',
};

const PRODUCT_WORDS: Readonly<Record<string, string>> = {
  'all-goods': 'all goods',
  autos: 'cars',
  'auto-parts': 'car parts',
  evs: 'electric vehicles',
  agri: 'food and farm goods',
  solar: 'solar cells and modules',
  pharma: 'medicines',
  lumber: 'timber',
};

/** `JP` -> `Japan`, `WORLD` -> `every country`. */
export function countryName(code: string): string {
  const known = COUNTRY_WORDS[code];
  if (known !== undefined) return known;
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return REGION_NAMES.of(code) ?? code;
}

/** `steel-derivatives` -> `steel derivatives`, `other:cheese` -> `cheese`. */
export function productName(slug: string): string {
  const known = PRODUCT_WORDS[slug];
  if (known !== undefined) return known;
  const [group, part] = slug.split(':');
  if (group === 'other' && part !== undefined) return part.replaceAll('-', ' ');
  const words = (group ?? slug).replaceAll('-', ' ');
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
