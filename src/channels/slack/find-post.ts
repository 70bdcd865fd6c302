// Looks in a channel's history for a post whose reply was lost, where the installation granted a history scope. In: the
// delivery and since when it may have been sent. Out: its `ts`, that it is not there, or that nobody can say.
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { HOUR_MS, type Instant, SECOND_MS } from '../../domain/day.ts';
import { faultCode } from '../../domain/fault-code.ts';
import type { ChannelPort, Clock, PostSearch, SearchOutcome } from '../../ports/world.ts';
import { deliveryMark, MARK_EVENT_TYPE } from './delivery-mark.ts';

export type PostFinderOptions = {
  /** Its calls go to the base that the posts go to. */
  readonly client: Pick<WebClient, 'conversations'>;
  readonly markKey: string;
  /** No further page is asked for after this. */
  readonly withinMs: number;
  readonly clock: Clock;
};

const PAGE = z.object({
  messages: z.array(
    z.object({
      ts: z.string(),
      metadata: z
        .object({
          event_type: z.string().optional(),
          event_payload: z.record(z.string(), z.unknown()).optional(),
        })
        .optional(),
    }),
  ),
  has_more: z.boolean().optional(),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

/** Newest first, and the post is minutes old: further back it is not worth looking. */
const MOST_PAGES = 5;
const PAGE_SIZE = 200;
/** The clock of Slack may go after ours. */
const CLOCK_SLACK_MS = 5 * SECOND_MS;
/** A scope that is missing is not asked about with every post, though it may be granted later. */
const ASK_AGAIN_MS = HOUR_MS;

/** Scopes: https://docs.slack.dev/reference/methods/conversations.history. Makes one request a page and repeats none. */
export function createPostFinder(options: PostFinderOptions): NonNullable<ChannelPort['find']> {
  const { clock } = options;
  let scopeMissingSince: Instant | null = null;

  async function look(channelId: string, search: PostSearch): Promise<SearchOutcome> {
    const mark = deliveryMark(options.markKey, search.deliveryId);
    const end = clock.now() + options.withinMs;
    let cursor: string | undefined;
    for (let pages = 0; pages < MOST_PAGES && clock.now() < end; pages += 1) {
      const page = PAGE.parse(await askForPage(options.client, channelId, search, cursor));
      const found = page.messages.find(
        ({ metadata }) =>
          metadata?.event_type === MARK_EVENT_TYPE && metadata.event_payload?.['k'] === mark,
      );
      if (found !== undefined) return { kind: 'found', receipt: found.ts };
      cursor = page.response_metadata?.next_cursor;
      if (page.has_more !== true) return { kind: 'absent' };
      if (cursor === undefined || cursor === '') break;
    }
    return { kind: 'unsure', reason: 'the history of the channel is longer than was looked at' };
  }

  return async ({ channel }, search) => {
    if (scopeMissingSince !== null && clock.now() - scopeMissingSince < ASK_AGAIN_MS) {
      return { kind: 'unsure', reason: 'missing_scope' };
    }
    try {
      const outcome = await look(channel.channelId, search);
      scopeMissingSince = null;
      return outcome;
    } catch (fault) {
      const reason = codeOf(fault);
      if (reason === 'missing_scope') scopeMissingSince = clock.now();
      return { kind: 'unsure', reason };
    }
  };
}

function askForPage(
  client: PostFinderOptions['client'],
  channel: string,
  { threadOf, since }: PostSearch,
  cursor: string | undefined,
) {
  const wanted = {
    channel,
    oldest: String(Math.floor((since - CLOCK_SLACK_MS) / SECOND_MS)),
    limit: PAGE_SIZE,
    include_all_metadata: true,
    ...(cursor === undefined ? {} : { cursor }),
  };
  return threadOf === null
    ? client.conversations.history(wanted)
    : client.conversations.replies({ ...wanted, ts: threadOf });
}

function codeOf(fault: unknown): string {
  const { data } = fault as { data?: { error?: unknown } };
  return typeof data?.error === 'string' ? data.error : faultCode(fault);
}
