// The words after `status` (and of the short form) -> who, which product, which days, who imposes. In any order that people
// type. What the names mean for the ledger is `ledger/resolve-status-query.ts`'s.
import { type Day, dayOf, type Instant } from '../domain/day.ts';
import { UserError } from '../domain/error.ts';
import { findJurisdiction } from '../reference/find-jurisdiction.ts';
import { findProduct } from '../reference/find-product.ts';
import { unknownWord } from './parse-filter.ts';
import { LONGEST_DAY, parseDay, readDay } from './parse-values.ts';
import { isFiller, markerOf } from './question-words.ts';
import { type QuestionPart, readLane } from './read-lane.ts';
import { takeFlag, withoutEndMark } from './tokens.ts';
import { findVagueDay, findVagueDayAfterIn, vagueDayError } from './vague-day.ts';
import { suggestName } from './vocabulary.ts';

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

/** Reads the words of a question. Throws UserError `missing-argument`, `unknown-word` or `bad-date`. */
export function parseStatus(words: readonly string[], now: Instant): StatusRequest {
  const today = dayOf(now);
  const { isSet: isFull, rest: other } = takeFlag(words, 'full');
  const { isSet: isAboutLaws, rest } = takeFlag(other, 'laws');
  const { parts, on, knownOn } = readParts(separateNames(rest), today);
  const products = parts.flatMap((part) => (part.kind === 'product' ? [part.text] : []));
  const lane = readLane(parts);
  let { who, from } = lane;
  let direction: StatusRequest['direction'] = 'on';
  if (who.length === 0) who = countriesIn(products);
  if (who.length === 0 && from !== null) {
    // "steel from Japan" asks about Japan's goods; "by Japan", and "from Japan" alone, about what Japan imposes.
    direction = lane.isBy || products.length === 0 ? 'by' : 'on';
    who = [from];
    from = null;
  }
  if (who.length === 0) {
    throw new UserError(
      'missing-argument',
      'Whose goods do you ask about?',
      products[0] === undefined
        ? `For example: ${EXAMPLE}`
        : `For example: status japan ${products[0]}, or what one country charges: status ${products[0]} by us`,
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

// "korea,japan", "china>us", "steel?"
function separateNames(words: readonly string[]): readonly string[] {
  return words
    .flatMap((word) => word.replaceAll(/->|=>|→|>/g, ' > ').split(/[\s,]+/))
    .map(withoutEndMark)
    .filter((word) => word !== '');
}

type QuestionParts = {
  readonly parts: readonly QuestionPart[];
  readonly on: Day | null;
  readonly knownOn: Day | null;
};

function readParts(words: readonly string[], today: Day): QuestionParts {
  const parts: QuestionPart[] = [];
  let on: Day | null = null;
  let knownOn: Day | null = null;
  for (let at = 0; at < words.length; ) {
    const day = readDayPart(words, at, today);
    if (day !== null) {
      if (day.axis === 'known') knownOn = day.day;
      else on = day.day;
      at += day.used;
      continue;
    }
    const word = words[at] ?? '';
    const marker = markerOf(word);
    if (marker !== null) parts.push({ kind: 'marker', marker });
    if (marker !== null || isFiller(word) || isToldTo(words, at)) {
      at += 1;
      continue;
    }
    const name = findStatusName(words, at);
    if (name === null) throw unknownPart(word, parts);
    parts.push({ kind: name.kind, text: name.text });
    at += name.used;
  }
  return { parts, on, knownOn };
}

// Goods that no list here knows are found by their tariff line; a slip of the finger is shown the nearest name.
function unknownPart(word: string, parts: readonly QuestionPart[]): UserError {
  const who = parts.find((part) => part.kind === 'who');
  if (who?.kind !== 'who' || suggestName(word) !== null) return unknownWord(word, EXAMPLE);
  return new UserError(
    'unknown-word',
    `I do not know "${word}" as a country or a product.`,
    `Goods can be asked by their HS heading, for example: status ${who.text} 8703. What falls on all goods: status ${who.text}`,
  );
}

// "tell us about japan"
function isToldTo(words: readonly string[], at: number): boolean {
  return words[at] === 'us' && /^(?:tell|give|show)$/i.test(words[at - 1] ?? '');
}

// "China list 3" names goods and whose they are.
function countriesIn(products: readonly string[]): readonly string[] {
  return products
    .map((text) => text.split(' ')[0] ?? '')
    .filter((word) => findJurisdiction(word) !== null);
}

type DayPart = { readonly axis: 'on' | 'known'; readonly day: Day; readonly used: number };

/** Words that a day stands behind; each may also stand before a name. */
const DAY_LEADS: ReadonlySet<string> = new Set(['on', '--on', 'at', 'in', 'of', 'for', 'since']);

/** `on DATE`, `as of DATE`, `known on DATE`, `--on DATE`, `--known-on DATE`, or a date alone. */
function readDayPart(words: readonly string[], at: number, today: Day): DayPart | null {
  const word = (words[at] ?? '').toLowerCase();
  const next = (words[at + 1] ?? '').toLowerCase();
  if (word === 'known' || word === '--known-on') {
    const start = word === 'known' && next === 'on' ? at + 2 : at + 1;
    const day = readLongestDay(words, start, today) ?? fail(words, start, today);
    return { axis: 'known', day: day.day, used: start - at + day.used };
  }
  const lead = DAY_LEADS.has(word) ? 1 : 0;
  const day = readLongestDay(words, at + lead, today);
  if (day !== null) return { axis: 'on', day: day.day, used: lead + day.used };
  const vague = lead === 1 ? findVagueDayAfterIn(words, at + 1) : findVagueDay(words, at);
  if (vague !== null) throw vagueDayError(vague, namesIn(words.slice(0, at)));
  const isWrong = word === '--on' || LOOKS_LIKE_DATE.test(words[at + lead] ?? '');
  return isWrong ? fail(words, at + lead, today) : null;
}

function namesIn(words: readonly string[]): string {
  const names = words.filter((word) => !isFiller(word.toLowerCase()) && markerOf(word) === null);
  return names.join(' ') || 'japan steel';
}

/** "2025-02-30", "12/03/2025", "12.03.2025" (no tariff line has such groups): no name, and no day either. */
const LOOKS_LIKE_DATE = /^(?:\d{1,4}[-/]\d{1,2}[-/]\d{1,4}|\d{1,2}\.\d{1,2}\.(?:19|20)\d{2})$/;

function fail(words: readonly string[], at: number, today: Day): never {
  const text = words[at] ?? '';
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
