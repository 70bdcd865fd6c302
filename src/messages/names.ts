// How countries, products, stages and platforms are called in messages. Codes and slugs in, words out; an unknown code or
// slug is shown as it is, never replaced by a guess.
import { jurisdictionName, nameInSentence } from '../reference/jurisdiction-names.ts';
import { scopeName } from '../reference/scope-names.ts';

/** `JP` -> `Japan`, `WORLD` -> `all countries`. */
export function countryName(code: string): string {
  const known = countryNamesByCode.get(code);
  if (known !== undefined) return known;
  const name = jurisdictionName(code);
  // Codes of readings are checked; the bound is for whatever else is shown as it stands.
  if (countryNamesByCode.size < KEPT_NAMES) countryNamesByCode.set(code, name);
  return name;
}

/** `the United States`, `Japan`: as the name stands behind "by", "of" or "on". */
export function nameOf(code: string): string {
  return nameInSentence(code);
}

const SHORT_NAMES: Readonly<Record<string, string>> = { US: 'US', EU: 'EU', GB: 'UK' };

/** `US`, `EU`, `UK`; other countries by their name. For places with little room. */
export function shortName(code: string): string {
  return SHORT_NAMES[code] ?? countryName(code);
}

const KEPT_NAMES = 500;
const countryNamesByCode = new Map<string, string>();

/** `autos` -> `cars`, `steel-derivatives` -> `steel derivatives`, `other:cheese` -> `cheese`, `7326.90` -> `HS 7326.90`. */
export function productName(slug: string): string {
  return /^\d[\d.]*$/.test(slug) ? `HS ${slug}` : scopeName(slug);
}

/** `a`, `a and b`, `a, b and c`; of more than `most` the rest is counted. */
export function joinWords(
  words: readonly string[],
  conjunction: 'and' | 'or' = 'and',
  most = 5,
): string {
  if (words.length > most) {
    return `${words.slice(0, most - 1).join(', ')} ${conjunction} ${words.length - most + 1} more`;
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
