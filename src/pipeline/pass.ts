// One pass over one feed, top to bottom: fetch, parse, drop known items, read what stands behind bare titles; then
// `commit-items.ts` reads, matches, proposes, plans and commits. Nothing is sent here and nothing is marked seen before.
import type { Feed, FeedState } from '../domain/feed.ts';
import { absenceBefore, addressOf, usualFresh, validatorsFor } from '../feeds/feed-memory.ts';
import { type Identification, identifyItems, namesToFind } from '../feeds/item-identity.ts';
import { nextFeedState, type PollOutcome } from '../feeds/poll-schedule.ts';
import type { LeasedFeed } from '../ports/store.ts';
import type { FetchOutcome, ParsedFeed } from '../ports/world.ts';
import { addLinkedTexts, type TextedItems } from './add-linked-texts.ts';
import { commitItems, reportOfLoss } from './commit-items.ts';
import type { PassPorts } from './pass-ports.ts';
import { type PassReport, reportWithoutItems } from './pass-report.ts';
import type { Poll } from './poll.ts';

/** Polls one leased feed. Never rejects for what a feed does; rejects when the store fails (the lease then runs out). */
export async function passFeed(
  ports: PassPorts,
  feed: Feed,
  leased: LeasedFeed,
): Promise<PassReport> {
  const now = ports.clock.now();
  const address = addressOf(feed, leased.state, now);
  const fetched = await ports.fetcher.fetch(address, validatorsFor(feed, leased.state, now));
  const poll: Poll = { ports, feed, leased, now: ports.clock.now() };
  if (fetched.kind === 'failed') return endWithoutItems(poll, fetched, fetched.reason);
  if (fetched.kind === 'not-modified') return endUnchanged(poll, fetched);
  const parsed = await ports.parser.parse(
    feed,
    fetched.bytes,
    fetched.contentType,
    fetched.finalUrl,
  );
  if (parsed.format === null) {
    const reason = parsed.problems[0] ?? 'The document is no feed.';
    return endWithoutItems(
      poll,
      { kind: 'failed', reason, retryAfterMs: null, gone: false },
      reason,
    );
  }
  return takeItems(poll, fetched, parsed);
}

/** A feed without news may still have items whose linked text was not to be had before. */
async function endUnchanged(
  poll: Poll,
  outcome: Extract<FetchOutcome, { kind: 'not-modified' }>,
): Promise<PassReport> {
  const texted = await withTexts(poll, NOTHING_FOUND, false);
  if (isQuiet(texted)) return endWithoutItems(poll, outcome, '');
  return commitItems(poll, texted, stateAfter(poll, outcome), { isFirst: false, storm: null });
}

const NOTHING_FOUND: Identification = {
  fresh: [],
  edited: [],
  known: [],
  repeated: [],
  findings: { allGuidsChanged: false, storm: null, busyDay: null, noOverlap: false },
};

async function withTexts(
  { ports, feed, now }: Poll,
  found: Identification,
  isBaseline: boolean,
): Promise<TextedItems> {
  const { store, texts } = ports;
  if (texts === null) return { found, retriesOf: () => [] };
  return addLinkedTexts({ store, texts, feed, now, isBaseline }, found);
}

/** Neither items nor retries to write. */
function isQuiet({ found, retriesOf }: TextedItems): boolean {
  return found.fresh.length === 0 && found.edited.length === 0 && retriesOf([]).length === 0;
}

async function endWithoutItems(
  poll: Poll,
  outcome: PollOutcome,
  error: string,
): Promise<PassReport> {
  const { feed, leased, ports } = poll;
  const saved = await ports.store.saveFeedState(stateAfter(poll, outcome), leased.leaseToken);
  if (!saved) return reportOfLoss(poll);
  const kind = outcome.kind === 'failed' ? 'failed' : 'not-modified';
  return reportWithoutItems(feed, leased.state, kind, error);
}

function stateAfter({ ports, feed, leased, now }: Poll, outcome: PollOutcome): FeedState {
  const { random, limits } = ports;
  return nextFeedState({ feed, state: leased.state, outcome, now, random, limits });
}

/** What the comparison with earlier polls found strange, for `sources`. */
function findingWords({
  storm,
  busyDay,
  allGuidsChanged,
}: Identification['findings']): readonly string[] {
  return [
    ...(busyDay === null
      ? []
      : [`Busy day: ${busyDay}; they are of today and new, and were taken as news.`]),
    ...(storm === null ? [] : [`Storm: ${storm}; what of it is tariff news is held.`]),
    ...(allGuidsChanged
      ? ['All guids changed at once; the items were recognised by their links and words.']
      : []),
  ];
}

async function takeItems(
  poll: Poll,
  fetched: Extract<FetchOutcome, { kind: 'ok' }>,
  parsed: ParsedFeed,
): Promise<PassReport> {
  const { store } = poll.ports;
  const isFirst = poll.leased.state.baselineAt === null;
  const awaySince = absenceBefore(poll.leased.state, poll.now);
  const names = await store.findItems(poll.feed.id, namesToFind(parsed.items));
  const found = identifyItems(parsed.items, names, {
    isBaseline: isFirst,
    usualFresh: usualFresh(poll.leased.state, poll.now),
    awaySince,
    now: poll.now,
    // A feed of which something is held is not believed until somebody has looked.
    lastReadAt: (poll.leased.state.hold ?? null) === null ? poll.leased.state.lastOkAt : null,
  });
  const { storm, busyDay } = found.findings;
  const problems = [...parsed.problems, ...findingWords(found.findings)];
  const feedState = stateAfter(poll, {
    kind: 'items',
    validators: fetched.validators,
    parser: parsed.parser,
    publishedAt: parsed.items.flatMap((item) => item.publishedAt ?? []),
    itemCount: parsed.items.length,
    freshCount: found.fresh.length,
    noOverlap: found.findings.noOverlap && !isFirst,
    problems,
    movedTo: fetched.movedTo,
  });
  const texted = await withTexts(poll, found, isFirst);
  if (isQuiet(texted)) {
    const saved = await store.saveFeedState(feedState, poll.leased.leaseToken);
    if (!saved) return reportOfLoss(poll);
    return {
      ...reportWithoutItems(poll.feed, poll.leased.state, 'items', ''),
      known: found.known.length,
      problems,
    };
  }
  if (storm !== null)
    poll.ports.log.warn('a feed offered too much at once', { feedId: poll.feed.id, storm });
  const committed = await commitItems(poll, texted, feedState, {
    isFirst,
    storm,
    isAfterAbsence: awaySince !== null,
    busyDay,
  });
  return { ...committed, known: found.known.length, problems };
}
