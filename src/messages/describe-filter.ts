// A filter said back in words, and as it would be typed. In: the filter; out: text. Parsing is in commands.
import type { Action } from '../domain/reading.ts';
import { FILTER_KEYS, type Filter, type FilterKey } from '../domain/subscription.ts';
import { countryName, joinWords, productName } from './names.ts';
import { RUNG_WORDING, STAGE_WORDING } from './wording.ts';

/** Whoever follows something has to be able to check what; only long groups of countries are counted. */
const LISTED_VALUES = 12;

const KEY_WORDS: Readonly<Record<FilterKey, (values: string) => string>> = {
  imposer: (values) => `imposed by ${values}`,
  target: (values) => `hitting ${values}`,
  product: (values) => `about ${values}`,
  stage: (values) => `at the stage ${values}`,
  action: (values) => `with the step ${values}`,
  rung: (values) => `resting on a ${values}`,
  source: (values) => `told by ${values}`,
};

/** `tariff news about steel that involves Japan, but not at the stage threatened`. */
export function describeFilter(filter: Filter): string {
  const wanted: string[] = [];
  if (filter.countries.length > 0) {
    wanted.push(`involving ${joinWords(filter.countries.map(countryName), 'or', LISTED_VALUES)}`);
  }
  for (const key of FILTER_KEYS) {
    const values = filter.include[key] ?? [];
    if (values.length > 0) wanted.push(KEY_WORDS[key](valueList(key, values)));
  }
  const unwanted = FILTER_KEYS.flatMap((key) => {
    const values = filter.exclude[key] ?? [];
    return values.length > 0 ? [KEY_WORDS[key](valueList(key, values))] : [];
  });
  const what = wanted.length === 0 ? 'all tariff news' : `tariff news ${wanted.join(', ')}`;
  return unwanted.length === 0 ? what : `${what}, but not ${unwanted.join(', nor ')}`;
}

function valueList(key: FilterKey, values: readonly string[]): string {
  return joinWords(
    values.map((value) => valueWords(key, value)),
    'or',
    LISTED_VALUES,
  );
}

function valueWords(key: FilterKey, value: string): string {
  switch (key) {
    case 'imposer':
    case 'target':
      return countryName(value);
    case 'product':
      return productName(value);
    case 'stage':
      return (
        (STAGE_WORDING as Record<string, { headline: string } | undefined>)[
          value
        ]?.headline.toLowerCase() ?? value
      );
    case 'action':
      return (value as Action).replaceAll('-', ' ');
    case 'rung':
      return (RUNG_WORDING as Record<string, string | undefined>)[value] ?? value;
    case 'source':
      return value;
    default:
      return key satisfies never;
  }
}

/** The same filter as it would be typed after `watch`; parsing it again gives the same filter. */
export function printFilter(filter: Filter): string {
  const words = [...filter.countries];
  for (const key of FILTER_KEYS) {
    const values = filter.include[key] ?? [];
    if (values.length > 0) words.push(`${key}:${values.join(',')}`);
  }
  for (const key of FILTER_KEYS) {
    const values = filter.exclude[key] ?? [];
    if (values.length > 0) words.push(`-${key}:${values.join(',')}`);
  }
  return words.join(' ');
}
