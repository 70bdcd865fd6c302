// Whether so much new at once is a fault or a relaunch of the feed (a storm) or a big day of news. Pure: in: what is new, what
// the document shows again, what is known of the feed. Out: what is in doubt, with words. What follows is decided elsewhere.
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from '../domain/day.ts';
import type { Item } from '../domain/item.ts';
import { comparable, hasNumber } from './item-names.ts';

export type StormOptions = {
  /** Items that were new in a usual poll (the median of the last 30 days); null when not known. */
  readonly usualFresh?: number | null;
  /** The first poll of a feed: everything is new and nothing is a storm. */
  readonly isBaseline?: boolean;
  /** Since when we did not read the feed, if for long: what is dated since then is no storm. */
  readonly awaySince?: Instant | null;
  readonly now?: Instant;
  /** When the feed was last read; null when that is not known, and then no day is a busy one. */
  readonly lastReadAt?: Instant | null;
};

export type StormInput = {
  readonly fresh: readonly Item[];
  /** Items of the document that were known. */
  readonly shownAgain: readonly Item[];
  /** Names under which storage knows items, whoever bears them now. */
  readonly knownNames: ReadonlySet<string>;
  readonly options: StormOptions;
};

export type StormFindings = {
  /** So much is in doubt that it is held, in words; null when nothing is. */
  readonly storm: string | null;
  /** So much is new that it would be a storm, were it not for its dates and words; null when it is not so much. */
  readonly busyDay: string | null;
  /** What of a storm may be old under a new name. */
  readonly doubtful: ReadonlySet<Item>;
};

/** Never a storm below this many new items. */
const STORM_MINIMUM = 10;
const STORM_FACTOR = 3;
export const STORM_SHARE = 0.6;
/** Gazettes date documents by the day they are printed, and list some before or after it. */
const NUMBER_MARGIN_MS = 7 * DAY_MS;
/** Items are dated by the day, or some hours before they stand in the feed. */
const DATE_MARGIN_MS = DAY_MS;

/**
 * Whether an item cannot be an old one under a new name, however many come with it: it is dated since we last read the feed, or
 * the publisher numbers it (a number is never given twice) and it is no older than what the feed already showed.
 */
function isNews(item: Item, { shownAgain, options }: StormInput): boolean {
  const { publishedAt } = item;
  const { awaySince = null } = options;
  if (publishedAt === null) return false;
  if (awaySince !== null && publishedAt >= awaySince - DATE_MARGIN_MS) return true;
  if (!hasNumber(item) || shownAgain.length === 0) return false;
  const shown = shownAgain.map((one) => one.publishedAt ?? Number.NEGATIVE_INFINITY);
  return publishedAt >= Math.max(...shown) - NUMBER_MARGIN_MS;
}

/** A page may stand in a feed some time after the hour that it bears. */
const LATE_MS = 2 * HOUR_MS;
const AHEAD_MS = 15 * MINUTE_MS;
/** More than anybody writes between two polls. */
const BUSY_LIMIT = 60;
/** A big day is so many times a usual poll, or a usual day where no usual poll is known. */
const BUSY_POLLS = 20;
const BUSY_DAYS = 3;
/** So many dates tell how much a feed writes, and fewer do not. */
const MOST_DATES = 20;
const LEAST_DATES = 5;

/** Items a day, by the dates of what the feed showed before; 0 when they do not tell. */
function itemsADay(shown: readonly Item[]): number {
  const dates = shown.flatMap(({ publishedAt }) => publishedAt ?? []).sort((a, b) => b - a);
  const newest = dates.slice(0, MOST_DATES);
  const [first, last] = [newest[0], newest.at(-1)];
  if (first === undefined || last === undefined || newest.length < LEAST_DATES) return 0;
  return ((newest.length - 1) * DAY_MS) / Math.max(first - last, MINUTE_MS);
}

/** How many items this feed may bring at once on a big day. */
function busyLimit({ shownAgain, options }: StormInput): number {
  const { usualFresh = null } = options;
  const plausible =
    usualFresh === null ? BUSY_DAYS * itemsADay(shownAgain) : BUSY_POLLS * usualFresh;
  return Math.min(BUSY_LIMIT, plausible);
}

/** Values that one item alone has. */
function ownValues(items: readonly Item[], read: (item: Item) => string): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(read(item), (counts.get(read(item)) ?? 0) + 1);
  return new Set([...counts].flatMap(([value, count]) => (count === 1 ? [value] : [])));
}

const ONLY_ITS_OWN: readonly ((item: Item) => string)[] = [
  ({ title }) => comparable(title),
  ({ link }) => link ?? '',
  ({ guid, key }) => guid ?? key,
];

/**
 * Items as a big day brings them: written since the last poll at times of their own, each with a title and a link that no other
 * has and that the feed never showed. An archive that is offered anew, even with new dates, new guids or new links, is not so.
 */
function busyDayItems(input: StormInput): ReadonlySet<Item> {
  const { fresh, shownAgain, knownNames, options } = input;
  const { now, lastReadAt = null } = options;
  if (now === undefined || lastReadAt === null) return new Set();
  const isOnly = ONLY_ITS_OWN.map((read) => {
    const own = ownValues([...fresh, ...shownAgain], read);
    return (item: Item) => own.has(read(item));
  });
  const isKnown = (alias: string) => /^[gln]:/.test(alias) && knownNames.has(alias);
  const written = fresh.filter((item) => {
    const { publishedAt, publishedPrecision, link, aliases } = item;
    if (publishedAt === null || link === null || publishedPrecision === 'date') return false;
    const isRecent = publishedAt >= lastReadAt - LATE_MS && publishedAt <= now + AHEAD_MS;
    return isRecent && isOnly.every((is) => is(item)) && !aliases.some(isKnown);
  });
  const minutes = new Set(
    written.map(({ publishedAt }) => Math.floor((publishedAt ?? 0) / MINUTE_MS)),
  );
  const isPlausible = written.length <= busyLimit(input) && minutes.size * 2 >= written.length;
  return new Set(isPlausible ? written : []);
}

/** Why so many new items are too many; null when they are not. */
function tooMany(count: number, total: number, { usualFresh = null }: StormOptions): string | null {
  if (count <= STORM_MINIMUM) return null;
  if (usualFresh !== null && count > STORM_FACTOR * usualFresh) {
    return `${count} new items in one poll where ${usualFresh} are usual`;
  }
  return count / total > STORM_SHARE ? `${count} of ${total} items are new in one poll` : null;
}

/** Looks at everything that is new in one poll. */
export function findStorm(input: StormInput): StormFindings {
  const { fresh, shownAgain, options } = input;
  const none = { storm: null, busyDay: null, doubtful: new Set<Item>() };
  if (options.isBaseline === true) return none;
  const total = fresh.length + shownAgain.length;
  const unproven = fresh.filter((item) => !isNews(item, input));
  const much = tooMany(unproven.length, total, options);
  if (much === null) return none;
  const busy = busyDayItems(input);
  const doubtful = unproven.filter((item) => !busy.has(item));
  const storm = tooMany(doubtful.length, total, options);
  if (storm !== null) return { storm, busyDay: null, doubtful: new Set(doubtful) };
  return { ...none, busyDay: much };
}
