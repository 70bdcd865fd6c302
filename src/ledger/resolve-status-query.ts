// Words of a question about status into queries. In: who, product, imposer and days as typed. Out: one query per
// jurisdiction asked about, with the assumptions made. Throws UserError with the nearest match and an example.
import { type Day, isDay } from '../domain/day.ts';
import { UserError } from '../domain/error.ts';
import type { JurisdictionMatch } from '../domain/jurisdiction.ts';
import { findJurisdiction, nearestJurisdiction } from '../reference/find-jurisdiction.ts';
import { findProduct, nearestProduct, type ProductMatch } from '../reference/find-product.ts';
import type { StatusQuery } from './status-on.ts';

export type StatusWords = {
  readonly who: string;
  readonly product?: string | null;
  /** Who imposes; a name or code. */
  readonly from?: string | null;
  readonly on: Day;
  readonly knownOn?: Day | null;
};

/** Words of a name such as "Democratic People's Republic of Korea". */
const LONGEST_NAME = 8;

const EXAMPLE = 'For example: status japan steel on 2025-04-01';

/**
 * One query for each jurisdiction that `who` stands for: one for a country or the EU, several for a group such as ASEAN
 * with its members of that day. Throws UserError (`missing-argument`, `unknown-word`, `bad-date`).
 */
export function resolveStatusQuery(words: StatusWords): readonly StatusQuery[] {
  const on = dayFrom(words.on);
  const knownOn = isBlank(words.knownOn) ? null : dayFrom(words.knownOn);
  if (isBlank(words.who)) {
    throw new UserError('missing-argument', 'Whose goods do you ask about?', EXAMPLE);
  }
  const who = jurisdictionFrom(words.who, on);
  const product = isBlank(words.product) ? null : productFrom(words.product);
  const from = isBlank(words.from) ? null : imposerFrom(words.from, on);
  const notes = [who.assumption, product?.assumption, from?.assumption].filter(
    (note) => note !== null && note !== undefined,
  );
  return who.codes.map((target) => ({
    target,
    product: product?.product ?? null,
    ...(product === null ? {} : { scopes: product.scopes }),
    on,
    knownOn,
    imposer: from?.codes[0] ?? null,
    notes,
  }));
}

/**
 * Parts the words of a question, "hong kong, japan steel", into who and product: the longest beginnings that name
 * jurisdictions or groups, at least the first word. For callers that get words one by one, without quotes.
 */
export function splitWho(words: readonly string[]): {
  readonly who: readonly string[];
  readonly product: string | null;
} {
  const parts = words.flatMap((word) => word.split(',')).filter((word) => word !== '');
  const who: string[] = [];
  let at = 0;
  while (at < parts.length) {
    const rest = parts.slice(at).join(' ');
    const length = nameLength(parts, at);
    // Where nothing but a name can stand, an unknown word is one too; afterwards goods go before names.
    if (who.length > 0 && (length === 0 || findProduct(rest) !== null)) break;
    who.push(parts.slice(at, at + Math.max(1, length)).join(' '));
    at += Math.max(1, length);
    if (/^and$/i.test(parts[at] ?? '')) at += 1;
  }
  return { who, product: at < parts.length ? parts.slice(at).join(' ') : null };
}

/** Days among the words, as they are typed in a chat: `on 2025-03-12`, `known on 2025-03-12`. The last of each counts. */
export function takeDays(words: readonly string[]): {
  readonly rest: readonly string[];
  readonly on: Day | null;
  readonly knownOn: Day | null;
} {
  const rest: string[] = [];
  let on: Day | null = null;
  let knownOn: Day | null = null;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const day = words[at + 1] ?? '';
    if (!/^on$/i.test(word) || !/^\d{4}-\d{2}-\d{2}$/.test(day)) {
      rest.push(word);
      continue;
    }
    at += 1;
    if (/^known$/i.test(rest.at(-1) ?? '')) {
      rest.pop();
      knownOn = day;
    } else on = day;
  }
  return { rest, on, knownOn };
}

/** Who imposes, where the words end in `from US` as they do in a chat; words that name nobody stay where they are. */
export function takeImposer(words: readonly string[]): {
  readonly rest: readonly string[];
  readonly from: string | null;
} {
  const at = words.findLastIndex((word) => /^from$/i.test(word));
  const named = words.slice(at + 1);
  const isImposer = at > 0 && named.length > 0 && nameLength(named, 0) === named.length;
  return isImposer
    ? { rest: words.slice(0, at), from: named.join(' ') }
    : { rest: words, from: null };
}

/** How many of the words from `at` on name one jurisdiction or group; 0: none. */
function nameLength(words: readonly string[], at: number): number {
  for (let length = Math.min(LONGEST_NAME, words.length - at); length > 0; length -= 1) {
    if (findJurisdiction(words.slice(at, at + length).join(' ')) !== null) return length;
  }
  return 0;
}

/** The jurisdiction or group that the words name. Throws UserError `unknown-word`. */
export function jurisdictionFrom(words: string, on: Day): JurisdictionMatch {
  // A code that is also a common word ("in") is understood here, where nothing but a name can stand.
  const match = findJurisdiction(words, on) ?? findJurisdiction(words.toUpperCase(), on);
  if (match !== null && match.codes.length > 0) return match;
  throw new UserError(
    'unknown-word',
    `No country or group is known as "${words}".`,
    hintFor(nearestJurisdiction(words)),
  );
}

/** The product that the words name. Throws UserError `unknown-word`. */
export function productFrom(words: string): ProductMatch {
  const match = findProduct(words);
  if (match !== null) return match;
  throw new UserError(
    'unknown-word',
    `No product is known as "${words}".`,
    hintFor(nearestProduct(words)),
  );
}

function imposerFrom(words: string, on: Day): JurisdictionMatch {
  const match = jurisdictionFrom(words, on);
  if (match.codes.length === 1) return match;
  throw new UserError(
    'unknown-word',
    `${match.name} does not impose tariffs as one.`,
    `Ask for one of its members. ${EXAMPLE} from US`,
  );
}

function dayFrom(text: string): Day {
  const isKnown: boolean = isDay(text);
  if (isKnown) return text;
  throw new UserError(
    'bad-date',
    `"${text}" is no day of the calendar.`,
    `Write it as 2025-03-12. ${EXAMPLE}`,
  );
}

function hintFor(nearest: string | null): string {
  return nearest === null ? EXAMPLE : `Did you mean ${nearest}? ${EXAMPLE}`;
}

function isBlank(text: string | null | undefined): text is null | undefined | '' {
  return text === null || text === undefined || text.trim() === '';
}
