// What is remembered of a feed after a poll, and when it is asked again. Pure: time and randomness are arguments.
// In: the state before and what the poll gave. Out: the state after, with warnings in words.
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS, SECOND_MS } from '../domain/day.ts';
import type { Feed, FeedMove, FeedState, Validators } from '../domain/feed.ts';
import { addressOf, countsAfter, middle, moveAfter } from './feed-memory.ts';

/** What one poll gave, as far as the schedule must know. */
export type PollOutcome =
  | {
      readonly kind: 'items';
      readonly validators: Validators;
      readonly parser: string | null;
      /** Published instants of all items in the document, unknown ones left out. */
      readonly publishedAt: readonly Instant[];
      readonly itemCount: number;
      readonly freshCount: number;
      /** Several items and none of them seen before: some may have come and gone between two polls. */
      readonly noOverlap: boolean;
      /** What else the poll found wrong without stopping, in words. */
      readonly problems?: readonly string[];
      readonly movedTo?: string | null;
    }
  | {
      readonly kind: 'not-modified';
      readonly validators: Validators;
      readonly movedTo?: string | null;
    }
  | {
      readonly kind: 'failed';
      readonly reason: string;
      readonly retryAfterMs: number | null;
      readonly gone: boolean;
    };

export type PollLimits = {
  readonly minMs: number;
  readonly maxMs: number;
  /** One interval for every feed, for tests (`TARIFFWATCH_POLL_SECONDS`); null = adaptive. */
  readonly fixedMs: number | null;
};

export const POLL_LIMITS: PollLimits = {
  minMs: 5 * MINUTE_MS,
  maxMs: 3 * HOUR_MS,
  fixedMs: null,
};

/** The first wait after a failure; it doubles up to a day. */
const BACK_OFF_START_MS = MINUTE_MS;
const BACK_OFF_MAX_MS = DAY_MS;
/** A feed that is gone is asked again when an operator resumes it, or in ten years. */
const GONE_MS = 3_650 * DAY_MS;
/** Polls a feed this many times between two of its items. */
const POLLS_PER_ITEM = 4;
/** The share of the interval by which polls are spread, so that feeds do not come in step. */
const SPREAD = 0.1;

/**
 * The interval that fits the feed's own rhythm: a quarter of the usual gap between its items, within the bounds.
 *
 * @param publishedAt instants of the items in the last document
 * @returns milliseconds
 */
export function adaptiveInterval(
  feed: Pick<Feed, 'rhythmHours'>,
  publishedAt: readonly Instant[],
  limits: PollLimits,
): number {
  if (limits.fixedMs !== null) return limits.fixedMs;
  const sorted = [...new Set(publishedAt)].sort((a, b) => a - b);
  const gaps = sorted.slice(1).map((at, index) => at - (sorted[index] ?? at));
  const measured = gaps.length >= 3 ? middle(gaps) : null;
  const expected = feed.rhythmHours === null ? null : feed.rhythmHours * HOUR_MS;
  const rhythm = Math.min(
    measured ?? Number.POSITIVE_INFINITY,
    expected ?? Number.POSITIVE_INFINITY,
  );
  const wanted = Number.isFinite(rhythm) ? rhythm / POLLS_PER_ITEM : 30 * MINUTE_MS;
  return Math.min(Math.max(wanted, limits.minMs), limits.maxMs);
}

const EASTERN = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/New_York',
  weekday: 'short',
  hour: 'numeric',
  minute: 'numeric',
  hourCycle: 'h23',
});

/**
 * Minutes after midnight in Washington on a working day; null at weekends.
 * The Federal Register files regular documents for public inspection at 08:45 Eastern (1 CFR 17.2).
 */
function easternMinutes(at: Instant): number | null {
  const parts = new Map(EASTERN.formatToParts(at).map(({ type, value }) => [type, value]));
  const weekday = parts.get('weekday');
  if (weekday === 'Sat' || weekday === 'Sun') return null;
  return Number(parts.get('hour')) * 60 + Number(parts.get('minute'));
}

const FILING_MINUTES = 8 * 60 + 45;

/** Brings the next poll of a Federal Register feed forward into the quarter hours around the filing time. */
function hastenForFiling(feed: Feed, now: Instant, nextAt: Instant): Instant {
  if (feed.adapter !== 'public-inspection' && feed.adapter !== 'federal-register') return nextAt;
  const minutes = easternMinutes(now);
  if (minutes === null) return nextAt;
  const untilFiling = (FILING_MINUTES - minutes) * MINUTE_MS;
  if (untilFiling > 0 && now + untilFiling < nextAt) return now + untilFiling + 30 * SECOND_MS;
  const isFilingHour = untilFiling <= 0 && untilFiling > -30 * MINUTE_MS;
  return isFilingHour ? Math.min(nextAt, now + 5 * MINUTE_MS) : nextAt;
}

/** The wait after the n-th failure in a row: doubling from a minute to a day, between half and all of it. */
export function backOff(failures: number, random: () => number): number {
  const full = Math.min(BACK_OFF_START_MS * 2 ** Math.min(failures - 1, 20), BACK_OFF_MAX_MS);
  return full / 2 + (full / 2) * random();
}

/** Without a rhythm from the catalogue: three times the longest break that the feed shows, and two weeks at least. */
const UNKNOWN_RHYTHM_MS = 14 * DAY_MS;

/** Warned of when the newest item is older than three times the rhythm that is expected, or that the feed shows. */
function staleWarning(feed: Feed, published: readonly Instant[], now: Instant): string | null {
  const sorted = [...published].sort((a, b) => a - b);
  const newestAt = sorted.at(-1);
  if (newestAt === undefined) return null;
  const breaks = sorted.slice(1).map((at, index) => at - (sorted[index] ?? at));
  const limit =
    feed.rhythmHours === null
      ? Math.max(3 * Math.max(0, ...breaks), UNKNOWN_RHYTHM_MS)
      : Math.max(3 * feed.rhythmHours * HOUR_MS, 2 * DAY_MS);
  if (now - newestAt <= limit) return null;
  const days = Math.floor((now - newestAt) / DAY_MS);
  const usual =
    feed.rhythmHours === null
      ? 'it never had so long a break'
      : `usual are items every ${feed.rhythmHours} hours`;
  return `Stale: the newest item is ${days} days old; ${usual}. The feed may be frozen.`;
}

/** What is told of an unchanged document: where no rhythm is known, what was told when it was last read. */
function staleWhileUnchanged(feed: Feed, state: FeedState, now: Instant): string | null {
  if (feed.rhythmHours === null) {
    return state.warnings.find((warning) => warning.startsWith('Stale')) ?? null;
  }
  return staleWarning(feed, state.newestItemAt === null ? [] : [state.newestItemAt], now);
}

/** A loss is no news of the moment: it is told for a day, whatever the polls since then brought. */
const OVERRUN_TOLD_MS = DAY_MS;

function overrunWarning(overrunAt: Instant | null, now: Instant): readonly string[] {
  if (overrunAt === null || now - overrunAt > OVERRUN_TOLD_MS) return [];
  const at = `${new Date(overrunAt).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return [
    `Window overrun at ${at}: no item of that poll was in the one before; some may have come and gone unseen. It was polled sooner after that.`,
  ];
}

function warningsOf(
  feed: Feed,
  outcome: Extract<PollOutcome, { kind: 'items' }>,
  past: readonly Instant[],
  moved: FeedMove | null,
  now: Instant,
): readonly string[] {
  const warnings: string[] = [...(outcome.problems ?? [])];
  const stale = staleWarning(feed, past, now);
  if (stale !== null) warnings.push(stale);
  if (outcome.itemCount === 0) warnings.push('Empty: the feed is readable but has no items.');
  return [...warnings, ...moveWarning(outcome.movedTo ?? null, moved)];
}

function moveWarning(movedTo: string | null, moved: FeedMove | null): readonly string[] {
  if (movedTo !== null) {
    return [`The publisher says that this feed has moved for good to ${movedTo}.`];
  }
  if (moved === null) return [];
  return [`Moved for good; it is read from ${moved.to}. Change its address in your list.`];
}

/** What happened in one poll, or is looked at anew in each; all else is true of a document as long as it is unchanged. */
const PASSING =
  /^(?:Stale|Window overrun|Storm|Busy day|All guids changed|The publisher says that this feed|Moved for good)\b/;

export type NextFeedStateInput = {
  readonly feed: Feed;
  readonly state: FeedState;
  readonly outcome: PollOutcome;
  readonly now: Instant;
  /** 0 <= x < 1. */
  readonly random: () => number;
  readonly limits?: PollLimits;
};

function spread(intervalMs: number, random: () => number): number {
  return intervalMs * (1 - SPREAD + 2 * SPREAD * random());
}

function afterFailure(
  input: NextFeedStateInput,
  outcome: Extract<PollOutcome, { kind: 'failed' }>,
): FeedState {
  const { state, now, random, limits = POLL_LIMITS } = input;
  const failures = state.failures + 1;
  const wait = outcome.gone
    ? GONE_MS
    : Math.max(outcome.retryAfterMs ?? 0, limits.fixedMs ?? backOff(failures, random));
  return {
    ...state,
    lastPolledAt: now,
    nextPollAt: Math.ceil(now + wait),
    failures,
    lastError: outcome.reason,
    // The new address does not answer: the next poll asks at the old one, and the week begins again.
    moved: addressOf(input.feed, state, now) === input.feed.url ? (state.moved ?? null) : null,
    heldReason: outcome.gone
      ? 'Paused: the publisher says that it is gone for good (410).'
      : state.heldReason,
  };
}

function afterItems(
  input: NextFeedStateInput,
  outcome: Extract<PollOutcome, { kind: 'items' }>,
): FeedState {
  const { feed, state, now, random, limits = POLL_LIMITS } = input;
  // An item dated ahead says nothing of how fresh the feed is.
  const past = outcome.publishedAt.filter((at) => at <= now + DAY_MS);
  const newestItemAt = past.reduce<Instant | null>((a, b) => (a === null || b > a ? b : a), null);
  const moved = moveAfter(input, outcome.movedTo ?? null);
  const overrunAt = outcome.noOverlap ? now : (state.overrunAt ?? null);
  const usual = adaptiveInterval(feed, past, limits);
  const interval =
    outcome.noOverlap && limits.fixedMs === null ? Math.max(usual / 4, limits.minMs) : usual;
  const nextAt = now + spread(interval, limits.fixedMs === null ? random : () => 0.5);
  return {
    ...state,
    validators: outcome.validators,
    baselineAt: state.baselineAt ?? now,
    lastPolledAt: now,
    lastOkAt: now,
    nextPollAt: Math.ceil(limits.fixedMs === null ? hastenForFiling(feed, now, nextAt) : nextAt),
    failures: 0,
    lastError: null,
    parser: outcome.parser,
    newestItemAt: newestItemAt ?? state.newestItemAt,
    overrunAt,
    warnings: [...warningsOf(feed, outcome, past, moved, now), ...overrunWarning(overrunAt, now)],
    moved,
    freshCounts: countsAfter(state, outcome.freshCount),
  };
}

/**
 * The state after a poll. A failure keeps the validators and counts; a success clears the error; 304 is a success; 410
 * pauses the feed with a reason until an operator resumes it. Retry-After is never undercut.
 */
export function nextFeedState(input: NextFeedStateInput): FeedState {
  const { feed, state, outcome, now, random, limits = POLL_LIMITS } = input;
  switch (outcome.kind) {
    case 'failed':
      return afterFailure(input, outcome);
    case 'items':
      return afterItems(input, outcome);
    case 'not-modified': {
      // Nothing new was learned of the rhythm: the last interval is kept, a little longer each time.
      const last =
        state.lastPolledAt === null ? limits.minMs : state.nextPollAt - state.lastPolledAt;
      const adaptive = Math.min(Math.max(last * 1.1, limits.minMs), limits.maxMs);
      const nextAt = now + (limits.fixedMs ?? spread(adaptive, random));
      const stale = staleWhileUnchanged(feed, state, now);
      const moved = moveAfter(input, outcome.movedTo ?? null);
      return {
        ...state,
        validators: outcome.validators,
        moved,
        lastPolledAt: now,
        lastOkAt: now,
        nextPollAt: Math.ceil(
          limits.fixedMs === null ? hastenForFiling(feed, now, nextAt) : nextAt,
        ),
        failures: 0,
        lastError: null,
        warnings: [
          ...state.warnings.filter((warning) => !PASSING.test(warning)),
          ...(stale === null ? [] : [stale]),
          ...moveWarning(outcome.movedTo ?? null, moved),
          ...overrunWarning(state.overrunAt ?? null, now),
        ],
      };
    }
  }
}
