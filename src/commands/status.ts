// status <who> [product] [on DATE] [known on DATE] [from IMPOSER] [--full] [--laws]: one target in full, several as a table.

import { explainFilter } from '../delivery/explain-filter.ts';
import { readStoryTerms } from '../delivery/story-terms.ts';
import { addDays, dayOf } from '../domain/day.ts';
import { UserError } from '../domain/error.ts';
import type { Message } from '../domain/message.ts';
import type { Story } from '../domain/story.ts';
import type { Filter } from '../domain/subscription.ts';
import type { Ledger } from '../ledger/create-ledger.ts';
import { imposedBy } from '../ledger/imposed-by.ts';
import { jurisdictionFrom, resolveStatusQuery } from '../ledger/resolve-status-query.ts';
import { statesStory } from '../ledger/states-story.ts';
import { type StatusQuery, statusOn } from '../ledger/status-on.ts';
import type { FeedHealth } from '../messages/feed-health.ts';
import { imposedMessage } from '../messages/imposed-message.ts';
import { nameOf } from '../messages/names.ts';
import { statusLawsMessage } from '../messages/status-laws-message.ts';
import { statusMessage } from '../messages/status-message.ts';
import { statusTableMessage } from '../messages/status-table-message.ts';
import type { CommandRequest } from './command.ts';
import { keepWhileSame } from './kept-answer.ts';
import { parseStatus, type StatusRequest } from './parse-status.ts';
import { findProductGroup } from './vocabulary.ts';

/** A table of more rows than this is no answer on a phone. */
const MOST_QUERIES = 40;
const REPORT_DAYS = 90;
const FLAGS: ReadonlySet<string> = new Set(['--full', '--laws']);

const keptAnswer = keepWhileSame<Message>();

/** `status <who> [product] [on DATE] [known on DATE] [from IMPOSER] [--full] [--laws]` */
export async function status(request: CommandRequest): Promise<Message> {
  const [feeds, stories] = await Promise.all([request.feedHealth(), request.newestStories()]);
  // Nothing else goes into the answer; of the instant only its day.
  const question = [dayOf(request.now), ...request.words].join(' ');
  return keptAnswer(question, [request.ledger, feeds, stories], () =>
    answerNow(request, feeds, stories),
  );
}

function answerNow(request: CommandRequest, feeds: FeedHealth, stories: readonly Story[]): Message {
  const asked = parseStatus(request.words, request.now);
  const queries = queriesOf(asked);
  const [only] = queries;
  if (asked.direction === 'by' && only !== undefined) {
    return imposedAnswer(request, asked, queries, feeds);
  }
  if (queries.length > 1 || only === undefined) {
    const answers = queries.map((query) => statusOn(request.ledger, query));
    const [who] = asked.who.length === 1 ? asked.who : [];
    const group =
      who === undefined || answers.length < 2 ? null : jurisdictionFrom(who, asked.on).name;
    return statusTableMessage(answers, feeds, asked.products.length > 1 ? null : group);
  }
  const question = request.words.filter((word) => !FLAGS.has(word.toLowerCase())).join(' ');
  const status = statusOn(request.ledger, only);
  if (asked.isAboutLaws) return statusLawsMessage(status, question);
  return statusMessage({
    status,
    reported: reportedStories(request, asked, only, stories),
    feeds,
    now: request.now,
    question,
    isFull: asked.isFull,
    imposes: only.imposer === null && request.ledger.imposers.includes(only.target),
    watchWords: watchWordsOf(asked, only),
  });
}

function imposedAnswer(
  { ledger }: CommandRequest,
  asked: StatusRequest,
  queries: readonly StatusQuery[],
  feeds: FeedHealth,
): Message {
  const [query] = queries;
  if (query === undefined || queries.length > 1) {
    throw new UserError(
      'missing-argument',
      'That names several; ask by whom one at a time.',
      'For example: status steel by eu',
    );
  }
  const { imposer, targets } = imposedBy(ledger, {
    imposer: query.target,
    scopes: query.product === null ? null : (query.scopes ?? [query.product]),
    on: query.on,
    knownOn: query.knownOn,
  });
  return imposedMessage({
    imposer,
    product: query.product,
    on: query.on,
    notes: [
      ...(query.notes ?? []),
      `Read as what ${nameOf(imposer)} imposes. What its own goods pay: status ${asked.who.join(' ')}`,
    ],
    targets,
    lastVerified: ledger.lastVerified,
    feeds,
  });
}

// Filters know groups of products, the ledger also tariff lines and lists: what has no group is watched by country.
function watchWordsOf(asked: StatusRequest, query: StatusQuery): string {
  const product = asked.products[0];
  const group = product === undefined ? null : findProductGroup(product);
  return group === null ? query.target : `${query.target} product:${group}`;
}

/** One query for each country and product asked about. */
export function queriesOf(asked: StatusRequest): readonly StatusQuery[] {
  const products = asked.products.length === 0 ? [null] : asked.products;
  const queries = asked.who.flatMap((who) =>
    products.flatMap((product) =>
      resolveStatusQuery({ who, product, from: asked.from, on: asked.on, knownOn: asked.knownOn }),
    ),
  );
  if (queries.length <= MOST_QUERIES) return queries;
  throw new UserError(
    'limit-reached',
    `That asks for ${queries.length} answers at once.`,
    'Name fewer countries or one product, for example: status japan korea steel',
  );
}

// Stories of the last months about these goods that no ledger entry came from and that the ledger does not state already; only for a question about the present.
function reportedStories(
  request: CommandRequest,
  asked: StatusRequest,
  query: StatusQuery,
  stories: readonly Story[],
): readonly Story[] {
  const firstDay = addDays(dayOf(request.now), -REPORT_DAYS);
  const isPresent = asked.knownOn === null && asked.on >= firstDay;
  const product = asked.products[0];
  const group = product === undefined ? null : findProductGroup(product);
  if (!isPresent || (product !== undefined && group === null)) return [];
  const filter: Filter = {
    include: { target: [query.target], ...(group === null ? {} : { product: [group] }) },
    exclude: {},
    countries: [],
  };
  const inLedger = storiesIn(request.ledger);
  return stories.filter(
    (story) =>
      dayOf(story.updatedAt) >= firstDay &&
      story.withdrawn === null &&
      !inLedger.has(story.id) &&
      (query.imposer === null || story.imposers.some((code) => code === query.imposer)) &&
      explainFilter(filter, readStoryTerms(story)).matches &&
      !statesStory(request.ledger, story, query),
  );
}

const storiesByLedger = new WeakMap<Ledger, ReadonlySet<string>>();

// A ledger never changes, a new one takes its place; so its stories are gathered once.
function storiesIn(ledger: Ledger): ReadonlySet<string> {
  const known = storiesByLedger.get(ledger);
  if (known !== undefined) return known;
  const stories = new Set<string>();
  for (const entry of ledger.entries) if (entry.storyId !== null) stories.add(entry.storyId);
  storiesByLedger.set(ledger, stories);
  return stories;
}
