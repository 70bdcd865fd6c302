// The words after `watch` -> a filter of codes and slugs. Grammar (docs/MESSAGES.md): bare words are countries or products,
// `key:a,b` is OR, different keys are AND, a leading `-` excludes, `jp>us` is a lane from a target to an imposer,
// `severity:high` a least severity. Knows no channel; throws UserError for what it cannot read.
import { UserError } from '../domain/error.ts';
import type { Feed } from '../domain/feed.ts';
import { FILTER_KEYS, type Filter, type FilterKey } from '../domain/subscription.ts';
import { nearestWord } from '../reference/nearest-word.ts';
import { findBareTerm, KEY_WORDS, readFilterValue, SEVERITY_STAGES } from './filter-values.ts';
import { findNamedThing, suggestName } from './vocabulary.ts';

export type ParsedFilter = {
  readonly filter: Filter;
  /** What was taken for granted, as sentences to say back. */
  readonly assumptions: readonly string[];
};

/** Words that carry no meaning between names. */
const FILLERS: ReadonlySet<string> = new Set([
  'and',
  'or',
  'for',
  'the',
  'of',
  'about',
  'tariff',
  'tariffs',
  'duty',
  'duties',
  'news',
  'on',
  'to',
  'me',
  'updates',
  'changes',
  'everything',
  'anything',
  'all',
]);

type Draft = {
  readonly countries: Set<string>;
  readonly include: Map<FilterKey, Set<string>>;
  readonly exclude: Map<FilterKey, Set<string>>;
  readonly assumptions: Set<string>;
  lanes: number;
};

/** Reads a filter. No words at all is the filter that takes everything. `feeds` are needed for `source:`. */
export function parseFilter(words: readonly string[], feeds: readonly Feed[]): ParsedFilter {
  const draft: Draft = {
    countries: new Set(),
    include: new Map(),
    exclude: new Map(),
    assumptions: new Set(),
    lanes: 0,
  };
  const parts = separateParts(words);
  for (let at = 0; at < parts.length; ) at += readPart(draft, parts, at, feeds);
  assertConsistent(draft);
  return {
    filter: {
      include: termsOf(draft.include),
      exclude: termsOf(draft.exclude),
      countries: [...draft.countries].toSorted(),
    },
    assumptions: [...draft.assumptions],
  };
}

// `jp > us` typed with spaces is one lane, `steel,aluminium` and `korea, japan` are two names each.
function separateParts(words: readonly string[]): readonly string[] {
  return words
    .join('\n')
    .replaceAll(/\n?(?:->|=>|→|>)\n?/g, '>')
    .split('\n')
    .flatMap((word) => (/[:>]/.test(word) ? [word.replace(/,$/, '')] : word.split(',')))
    .filter((word) => word !== '');
}

function readPart(
  draft: Draft,
  parts: readonly string[],
  at: number,
  feeds: readonly Feed[],
): number {
  const part = parts[at] ?? '';
  if (part.includes('>')) {
    readLane(draft, part);
    return 1;
  }
  const keyed = /^(-?)([a-z]+):(.+)$/i.exec(part);
  if (keyed !== null && !/^other$/i.test(keyed[2] ?? '')) {
    readKeyed(draft, keyed[1] === '-', keyed[2] ?? '', keyed[3] ?? '', feeds);
    return 1;
  }
  if (part.startsWith('-') && part.length > 1) return readBare(draft, [part.slice(1)], 0, true);
  if (FILLERS.has(part.toLowerCase())) return 1;
  return readBare(draft, parts, at, false);
}

function readLane(draft: Draft, part: string): void {
  draft.lanes += 1;
  if (draft.lanes > 1) {
    throw new UserError(
      'two-lanes',
      'One watch follows one lane.',
      'Run watch once for each, for example: watch jp>us steel',
    );
  }
  const [from, to, ...more] = part.split('>');
  if (more.length > 0 || (from === '' && to === '')) {
    throw new UserError(
      'unknown-word',
      `"${part}" is no lane.`,
      'A lane goes from the country hit to the one that imposes, for example: watch jp>us steel',
    );
  }
  if (from) addAll(draft.include, 'target', readFilterValue('target', from, []));
  if (to) addAll(draft.include, 'imposer', readFilterValue('imposer', to, []));
}

function readKeyed(
  draft: Draft,
  isExcluded: boolean,
  keyWord: string,
  values: string,
  feeds: readonly Feed[],
): void {
  const lower = keyWord.toLowerCase();
  const list = values.split(',').filter((value) => value !== '');
  if (lower === 'severity' || lower === 'min') {
    readSeverity(draft, isExcluded, list);
    return;
  }
  const key = KEY_WORDS[lower];
  if (key === undefined) {
    const near = nearestWord(lower, [...Object.keys(KEY_WORDS), 'severity']);
    throw new UserError(
      'unknown-filter-key',
      `"${keyWord}" is no filter key.`,
      `${near === null ? `Keys are ${FILTER_KEYS.join(', ')}.` : `Did you mean ${near}?`} For example: watch product:steel -stage:threatened`,
    );
  }
  const terms = isExcluded ? draft.exclude : draft.include;
  for (const value of list) addAll(terms, key, readFilterValue(key, value, feeds));
}

function readSeverity(draft: Draft, isExcluded: boolean, list: readonly string[]): void {
  const stages = list.length === 1 ? SEVERITY_STAGES[(list[0] ?? '').toLowerCase()] : undefined;
  if (stages === undefined || isExcluded || draft.include.has('stage')) {
    throw new UserError(
      'unknown-filter-value',
      'A least severity is low, medium or high, and stands in place of stage:.',
      'For example: watch japan severity:high',
    );
  }
  addAll(draft.include, 'stage', stages);
}

function readBare(draft: Draft, parts: readonly string[], at: number, isExcluded: boolean): number {
  const word = parts[at] ?? '';
  const thing = findNamedThing(parts, at) ?? findNamedThing([...word.split(/[-_]/)], 0);
  if (thing === null) {
    readTerm(draft, word, isExcluded);
    return 1;
  }
  const used = findNamedThing(parts, at) === null ? 1 : thing.used;
  if (thing.kind === 'product') {
    addAll(isExcluded ? draft.exclude : draft.include, 'product', [thing.slug]);
    return used;
  }
  if (thing.match.assumption !== null) draft.assumptions.add(thing.match.assumption);
  if (isExcluded) {
    // Bare countries may impose or be hit; so a bare exclusion refuses both.
    addAll(draft.exclude, 'imposer', thing.match.codes);
    addAll(draft.exclude, 'target', thing.match.codes);
  } else {
    for (const code of thing.match.codes) draft.countries.add(code);
  }
  return used;
}

// "exemptions", "threats": no country and no goods, but what a key is asked for.
function readTerm(draft: Draft, word: string, isExcluded: boolean): void {
  const term = findBareTerm(word);
  if (term === null) throw unknownWord(word);
  const values = readFilterValue(term.key, term.value, []);
  addAll(isExcluded ? draft.exclude : draft.include, term.key, values);
  draft.assumptions.add(`${word} is read as ${term.key}:${term.value}.`);
}

/** For a word that is no country and no product: the nearest name and an example. */
export function unknownWord(word: string, example = 'watch japan steel'): UserError {
  const near = suggestName(word);
  return new UserError(
    'unknown-word',
    `I do not know "${word}" as a country or a product.`,
    near === null ? `For example: ${example}` : `Did you mean ${near}? For example: ${example}`,
  );
}

function addAll(
  terms: Map<FilterKey, Set<string>>,
  key: FilterKey,
  values: readonly string[],
): void {
  const known = terms.get(key) ?? new Set<string>();
  for (const value of values) known.add(value);
  terms.set(key, known);
}

function assertConsistent(draft: Draft): void {
  for (const [key, refused] of draft.exclude) {
    const wanted = draft.include.get(key) ?? new Set<string>();
    const left = [...wanted].filter((value) => !refused.has(value));
    if (wanted.size > 0 && left.length === 0) {
      throw new UserError(
        'contradictory-filter',
        `The filter asks for ${key}:${[...wanted].join(',').toLowerCase()} and excludes it.`,
        'As it stands nothing could ever match; drop one of the two. For example: watch steel -stage:threatened',
      );
    }
  }
}

function termsOf(terms: ReadonlyMap<FilterKey, ReadonlySet<string>>): Filter['include'] {
  const sorted: { [key in FilterKey]?: readonly string[] } = {};
  for (const key of FILTER_KEYS) {
    const values = terms.get(key);
    if (values !== undefined && values.size > 0) sorted[key] = [...values].toSorted();
  }
  return sorted;
}
