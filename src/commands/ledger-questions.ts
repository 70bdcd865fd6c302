// history, diff, compare, coverage, threats: questions to the ledger beside status. Words in, messages out; what
// the law says is the ledger's.
import { dayOf, type Instant } from '../domain/day.ts';
import { UserError } from '../domain/error.ts';
import type { Message } from '../domain/message.ts';
import { compareStatus } from '../ledger/compare.ts';
import { coverageOf } from '../ledger/coverage.ts';
import { diffStatus } from '../ledger/diff-status.ts';
import { historyOf } from '../ledger/history.ts';
import type { StatusQuery } from '../ledger/status-on.ts';
import { threatsOf } from '../ledger/threats.ts';
import { compareMessage } from '../messages/compare-message.ts';
import { coverageMessage, threatsMessage } from '../messages/coverage-message.ts';
import { diffMessage } from '../messages/diff-message.ts';
import { historyMessage } from '../messages/history-message.ts';
import { nameOf } from '../messages/names.ts';
import type { CommandRequest } from './command.ts';
import { parseStatus } from './parse-status.ts';
import { parseDay } from './parse-values.ts';
import { queriesOf } from './status.ts';

const ALL_GOODS = 'all-goods';

/** `history <who> [product] [from IMPOSER] [known on DATE]` */
export async function history(request: CommandRequest): Promise<Message> {
  const query = oneQuery(request, request.words, 'history japan steel');
  const histories = historyOf(request.ledger, {
    target: query.target,
    scopes: query.scopes ?? [query.product ?? ALL_GOODS],
    imposer: query.imposer,
    knownOn: query.knownOn,
  });
  return historyMessage({
    target: query.target,
    product: query.product ?? ALL_GOODS,
    lastVerified: request.ledger.lastVerified,
    today: dayOf(request.now),
    notes: [
      ...(query.notes ?? []),
      ...new Set(histories.flatMap(({ notes }) => notes)),
      ...histories.flatMap(({ parts }) => parts ?? []),
    ],
    histories,
  });
}

/** `diff <who> [product] DATE..DATE`; `known DATE..DATE` compares what the ledger said on two days. */
export async function diff(request: CommandRequest): Promise<Message> {
  const example = 'diff japan steel 2025-03-01..2025-06-10';
  const today = dayOf(request.now);
  const spans = request.words.filter((word) => word.includes('..'));
  const [span] = spans;
  if (span === undefined || spans.length > 1) {
    throw new UserError('missing-argument', 'Between which two days?', `For example: ${example}`);
  }
  const [one = '', other = ''] = span.split(/\.{2,}/);
  const rest = request.words.filter((word) => word !== span);
  const axis = rest.some((word) => word.toLowerCase() === 'known') ? 'knowledge' : 'law';
  const words = rest.filter((word) => word.toLowerCase() !== 'known');
  const query = oneQuery(request, words, example);
  const found = diffStatus(request.ledger, query, {
    axis,
    one: parseDay(one, today),
    other: parseDay(other || 'today', today),
  });
  return diffMessage({
    target: query.target,
    product: query.product,
    on: query.on,
    notes: query.notes ?? [],
    lastVerified: request.ledger.lastVerified,
    ...found,
  });
}

/** `compare <who> <who> [product] [on DATE]` */
export async function compare(request: CommandRequest): Promise<Message> {
  const queries = queriesOf(parseStatus(request.words, request.now));
  if (queries.length < 2) {
    throw new UserError(
      'missing-argument',
      'Compare whom with whom?',
      'For example: compare japan korea steel',
    );
  }
  const { rows, on, product } = compareStatus(request.ledger, queries);
  return compareMessage({
    on,
    product,
    rows,
    targets: queries.map((query) => query.target),
    lastVerified: request.ledger.lastVerified,
    notes: [...new Set(queries.flatMap((query) => query.notes ?? []))],
  });
}

/** `coverage <who>` */
export async function coverage(request: CommandRequest): Promise<Message> {
  const query = oneQuery(request, request.words, 'coverage japan');
  const feeds = await request.feedHealth();
  return coverageMessage({
    ...coverageOf(request.ledger, query.target, { on: query.on, knownOn: query.knownOn }),
    feeds,
  });
}

/** `threats [who] [from IMPOSER]` */
export async function threats(request: CommandRequest): Promise<Message> {
  const { words, now } = request;
  const query = words.length === 0 ? null : oneQuery(request, words, 'threats japan');
  // "by Japan" alone asks for the threats that Japan made.
  const isBy = query !== null && parseStatus(words, now).direction === 'by';
  const target = isBy ? null : (query?.target ?? null);
  const imposer = isBy ? query.target : (query?.imposer ?? null);
  const on = query?.on ?? dayOf(now);
  const report = threatsOf(request.ledger, {
    on,
    knownOn: query?.knownOn ?? null,
    target,
    imposer,
  });
  const about = [
    ...(target === null ? [] : [`on ${nameOf(target)}`]),
    ...(imposer === null ? [] : [`by ${nameOf(imposer)}`]),
  ];
  return threatsMessage({
    ...report,
    on,
    lastVerified: request.ledger.lastVerified,
    about: about.join(' ') || 'in the ledger',
  });
}

function oneQuery(request: CommandRequest, words: readonly string[], example: string): StatusQuery {
  return onlyQuery(words, request.now, example);
}

/** The one query of a question that is told for one country at a time. */
export function onlyQuery(words: readonly string[], now: Instant, example: string): StatusQuery {
  const queries = queriesOf(parseStatus(words, now));
  const [only] = queries;
  if (only !== undefined && queries.length === 1) return only;
  throw new UserError(
    'missing-argument',
    'That names several countries or products; this question takes one.',
    `For example: ${example}`,
  );
}
