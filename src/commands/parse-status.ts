// The words after `status` (and of the short form) -> who, which product, which days, who imposes. In any order that people
// type. What the names mean for the ledger is `ledger/resolve-status-query.ts`'s.
import { type Day, dayOf, type Instant } from '../domain/day.ts';
import { UserError } from '../domain/error.ts';
import { findJurisdiction } from '../reference/find-jurisdiction.ts';
import { findProduct } from '../reference/find-product.ts';
import { unknownWord } from './parse-filter.ts';
import { LONGEST_DAY, parseDay, readDay } from './parse-values.ts';
import { takeFlag } from './tokens.ts';

export type StatusRequest = {
  /** As typed, one entry a country or group. */
  readonly who: readonly string[];
  readonly products: readonly string[];
  readonly from: string | null;
  /** `by`: what the only country named imposes ("by japan"), instead of what is imposed on its goods. */
  readonly direction: 'on' | 'by';
  readonly on: Day;
  /** True when the asker named the day. */
  readonly isDayGiven: boolean;
  readonly knownOn: Day | null;
  readonly isFull: boolean;
  /** Asks what the answer rests on. */
  readonly isAboutLaws: boolean;
};

const EXAMPLE = 'status japan steel on 2025-04-01';
const LONGEST_NAME = 6;
/** Words that carry no meaning between names; a line that starts with one is a question too. */
export const STATUS_FILLERS: ReadonlySet<string> = new Set([
  'and',
  'or',
  'of',
  'the',
  'for',
  'as',
  'tariff',
  'tariffs',
  'duty',
  'duties',
]);

/** Reads the words of a question. Throws UserError `missing-argument`, `unknown-word` or `bad-date`. */
export function parseStatus(words: readonly string[], now: Instant): StatusRequest {
  const today = dayOf(now);
  const { isSet: isFull, rest: other } = takeFlag(words, 'full');
  const { isSet: isAboutLaws, rest: kept } = takeFlag(other, 'laws');
  const rest = kept.flatMap((word) => word.split(',')).filter((word) => word !== '');
  const who: string[] = [];
  const products: string[] = [];
  let from: string | null = null;
  let isBy = false;
  let on: Day | null = null;
  let knownOn: Day | null = null;
  for (let at = 0; at < rest.length; ) {
    const day = readDayPart(rest, at, today);
    if (day !== null) {
      if (day.axis === 'known') knownOn = day.day;
      else on = day.day;
      at += day.used;
      continue;
    }
    const word = (rest[at] ?? '').toLowerCase();
    if (STATUS_FILLERS.has(word) || word === 'on') {
      at += 1;
      continue;
    }
    const isImposer = /^(?:--)?(?:from|by)$/.test(word);
    const name = findStatusName(rest, isImposer ? at + 1 : at);
    if (name === null) throw unknownWord(rest[isImposer ? at + 1 : at] ?? word, EXAMPLE);
    if (isImposer) {
      from = name.text;
      isBy = word.endsWith('by');
    } else (name.kind === 'who' ? who : products).push(name.text);
    at += name.used + (isImposer ? 1 : 0);
  }
  if (who.length === 0) who.push(...countriesIn(products));
  let direction: StatusRequest['direction'] = 'on';
  if (who.length === 0 && from !== null) {
    // "steel from Japan" asks about Japan's goods; "by Japan", and "from Japan" alone, about what Japan imposes.
    direction = isBy || products.length === 0 ? 'by' : 'on';
    who.push(from);
    from = null;
  }
  if (who.length === 0) {
    throw new UserError(
      'missing-argument',
      'Whose goods do you ask about?',
      `For example: ${EXAMPLE}`,
    );
  }
  return {
    who,
    products,
    from,
    direction,
    on: on ?? today,
    isDayGiven: on !== null,
    knownOn,
    isFull,
    isAboutLaws,
  };
}

// "China list 3" names goods and whose they are.
function countriesIn(products: readonly string[]): readonly string[] {
  return products
    .map((text) => text.split(' ')[0] ?? '')
    .filter((word) => findJurisdiction(word) !== null);
}

type DayPart = { readonly axis: 'on' | 'known'; readonly day: Day; readonly used: number };

/** `on DATE`, `known on DATE`, `--on DATE`, `--known-on DATE`, or a bare ISO date. */
function readDayPart(words: readonly string[], at: number, today: Day): DayPart | null {
  const word = (words[at] ?? '').toLowerCase();
  const next = (words[at + 1] ?? '').toLowerCase();
  if (/^\d{4}-\d{2}-\d{2}$/.test(word)) {
    return { axis: 'on', day: parseDay(word, today), used: 1 };
  }
  if (word === 'today' || word === 'yesterday' || word === 'tomorrow') {
    return { axis: 'on', day: parseDay(word, today), used: 1 };
  }
  if (word === 'known' || word === '--known-on') {
    const start = word === 'known' && next === 'on' ? at + 2 : at + 1;
    const day = readLongestDay(words, start, today) ?? fail(words[start] ?? '', today);
    return { axis: 'known', day: day.day, used: start - at + day.used };
  }
  if (word !== 'on' && word !== '--on') return null;
  const day = readLongestDay(words, at + 1, today);
  if (day !== null) return { axis: 'on', day: day.day, used: 1 + day.used };
  // "tariffs on steel" is no date, "on 2025-02-30" is a wrong one.
  if (word === 'on' && !/^\d/.test(next) && findStatusName(words, at + 1) !== null) return null;
  return fail(words[at + 1] ?? '', today);
}

function fail(text: string, today: Day): never {
  parseDay(text, today);
  throw new UserError('bad-date', `I cannot read "${text}" as a date.`, `For example: ${EXAMPLE}`);
}

function readLongestDay(
  words: readonly string[],
  at: number,
  today: Day,
): { readonly day: Day; readonly used: number } | null {
  for (let used = Math.min(LONGEST_DAY, words.length - at); used > 0; used -= 1) {
    const day = readDay(words.slice(at, at + used).join(' '), today);
    if (day !== null) return { day, used };
  }
  return null;
}

type Name = { readonly kind: 'who' | 'product'; readonly text: string; readonly used: number };

/** The longest country, group or product of the ledger that starts at `words[at]`, or null. */
export function findStatusName(words: readonly string[], at: number): Name | null {
  for (let used = Math.min(LONGEST_NAME, words.length - at); used > 0; used -= 1) {
    const text = words.slice(at, at + used).join(' ');
    if (findJurisdiction(text) !== null) return { kind: 'who', text, used };
    if (findProduct(text) !== null) return { kind: 'product', text, used };
  }
  return null;
}
