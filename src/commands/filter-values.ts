// The values that a key of a filter takes: words in, codes and slugs out. One table a key; unknown words get the nearest
// value and the list.
import { UserError } from '../domain/error.ts';
import { FEED_TIERS, type Feed } from '../domain/feed.ts';
import { ACTIONS, MEASURE_STAGES, RELIEF_STAGES, RUNGS } from '../domain/reading.ts';
import type { FilterKey } from '../domain/subscription.ts';
import { nearestWord } from '../reference/nearest-word.ts';
import { findNamedThing } from './vocabulary.ts';

/** Words that people use for a key. */
export const KEY_WORDS: Readonly<Record<string, FilterKey>> = {
  imposer: 'imposer',
  by: 'imposer',
  from: 'imposer',
  target: 'target',
  on: 'target',
  country: 'target',
  product: 'product',
  products: 'product',
  goods: 'product',
  stage: 'stage',
  status: 'stage',
  relief: 'stage',
  action: 'action',
  step: 'action',
  rung: 'rung',
  evidence: 'rung',
  source: 'source',
  sources: 'source',
  feed: 'source',
};

/** Words for stages and steps that are typed without a key: `recent exemptions`. First fit counts. */
const BARE_TERMS: readonly (readonly [start: RegExp, key: FilterKey, value: string])[] = [
  [/^(?:exempt|exclusion|relief|waiver)/, 'stage', 'relief'],
  [/^(?:threat)/, 'stage', 'threatened'],
  [/^(?:propos)/, 'stage', 'proposed'],
  [/^(?:announce)/, 'stage', 'announced'],
  [/^(?:suspen|pause)/, 'stage', 'suspended'],
  [/^(?:retaliat|countermeasure)/, 'action', 'retaliation'],
  [/^(?:investigat|probe)/, 'action', 'investigation-opened'],
  [/^(?:quota)/, 'action', 'quota-set'],
  [/^(?:deal|agreement)/, 'action', 'deal-reached'],
  [/^(?:increase|hike)/, 'action', 'increased'],
  [/^official/, 'rung', 'official'],
];

/** The key and the value that a word without a key stands for, or null. */
export function findBareTerm(
  word: string,
): { readonly key: FilterKey; readonly value: string } | null {
  const found = BARE_TERMS.find(([start]) => start.test(word.toLowerCase()));
  return found === undefined ? null : { key: found[1], value: found[2] };
}

const STAGES = [...MEASURE_STAGES, ...RELIEF_STAGES] as const;

/** Words that stand for several values: what "official" or "law" means is said once. */
const VALUE_GROUPS: { readonly [key in FilterKey]?: Readonly<Record<string, readonly string[]>> } =
  {
    stage: {
      law: ['in-force', 'suspended', 'ended'],
      decided: ['announced', 'in-force', 'suspended', 'ended', 'granted', 'refused', 'lapsed'],
      relief: [...RELIEF_STAGES],
    },
    action: { retaliation: ['retaliation-imposed', 'retaliation-threatened'] },
    rung: {
      official: RUNGS.filter((rung) => rung !== 'press'),
      law: ['instrument', 'gazette', 'customs'],
    },
    source: { official: ['gazette', 'customs', 'authority'] },
  };

/** Least severity, as the stages that reach it. `severity:high` leaves threats, proposals and requests out. */
export const SEVERITY_STAGES: Readonly<Record<string, readonly string[]>> = {
  low: STAGES,
  medium: STAGES.filter((stage) => stage !== 'threatened' && stage !== 'sought'),
  high: ['announced', 'in-force', 'suspended', 'ended', 'granted', 'refused', 'lapsed'],
};

/**
 * The codes or slugs that `word` means under `key`. Throws UserError `unknown-filter-value` with the nearest value, or
 * `unknown-word` for a country or product that is not known.
 */
export function readFilterValue(
  key: FilterKey,
  word: string,
  feeds: readonly Feed[],
): readonly string[] {
  const group = VALUE_GROUPS[key]?.[word.toLowerCase()];
  if (group !== undefined) return group;
  switch (key) {
    case 'imposer':
    case 'target':
      return readCountry(word);
    case 'product':
      return [readProduct(word)];
    case 'stage':
      return [readChoice(key, word, STAGES)];
    case 'action':
      return [readChoice(key, word, ACTIONS)];
    case 'rung':
      return [readChoice(key, word, RUNGS)];
    case 'source':
      return readSource(word, feeds);
    default:
      return key satisfies never;
  }
}

function readCountry(word: string): readonly string[] {
  const thing = findWhole(word);
  if (thing?.kind === 'country') return thing.match.codes;
  throw new UserError(
    'unknown-word',
    `I know no country or group called "${word}".`,
    'Use a name or an ISO code, for example: watch target:japan',
  );
}

function readProduct(word: string): string {
  if (/^other:[a-z0-9-]+$/i.test(word)) return word.toLowerCase();
  const thing = findWhole(word);
  if (thing?.kind === 'product') return thing.slug;
  throw new UserError(
    'unknown-word',
    `I know no product called "${word}".`,
    'Use a product word, for example: watch product:steel',
  );
}

// `south-korea` and `south_korea` are "south korea": a value has no spaces.
function findWhole(word: string): ReturnType<typeof findNamedThing> {
  for (const text of [word, word.replaceAll(/[-_]/g, ' ')]) {
    const words = text.split(' ').filter(Boolean);
    const thing = findNamedThing(words, 0);
    if (thing !== null && thing.used === words.length) return thing;
  }
  return null;
}

function readChoice(key: FilterKey, word: string, choices: readonly string[]): string {
  const wanted = word.toLowerCase().replaceAll(/[_ ]/g, '-');
  const found = choices.find((choice) => choice === wanted);
  if (found !== undefined) return found;
  const near = nearestWord(wanted, choices);
  throw new UserError(
    'unknown-filter-value',
    `"${word}" is no ${key}.`,
    near === null
      ? `One of: ${choices.join(', ')}. For example: watch ${key}:${choices[0] ?? ''}`
      : `Did you mean ${near}? For example: watch ${key}:${near}`,
  );
}

// A feed id, a tier, or (a part of) a publisher's name, which may stand for several feeds.
function readSource(word: string, feeds: readonly Feed[]): readonly string[] {
  const wanted = word.toLowerCase();
  const tier = FEED_TIERS.find((one) => one === wanted);
  if (tier !== undefined) return [tier];
  const exact = feeds.filter((feed) => feed.id.toLowerCase() === wanted);
  if (exact.length > 0) return exact.map((feed) => feed.id);
  const named = feeds.filter((feed) =>
    feed.publisher.toLowerCase().includes(wanted.replaceAll(/[-_]/g, ' ')),
  );
  if (named.length > 0 && wanted.length > 1) return named.map((feed) => feed.id);
  const near = nearestWord(wanted, [...FEED_TIERS, ...feeds.map((feed) => feed.id)]);
  throw new UserError(
    'unknown-filter-value',
    `I know no source called "${word}".`,
    near === null
      ? 'A source is a feed id, a publisher or a tier; `sources` lists them. For example: watch source:gazette'
      : `Did you mean ${near}? For example: watch source:${near}`,
  );
}
