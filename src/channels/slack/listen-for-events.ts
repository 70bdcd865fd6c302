// What Slack tells about the app itself: added to a channel, removed, channel archived, app uninstalled. Event payloads in,
// ChannelEvents out, each once however often Slack repeats it.
import type { App } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { ChannelEvent, ChannelEventHandler, Log } from '../../ports/world.ts';
import type { CommandDesk } from './answer-command.ts';

export type EventListening = {
  readonly desk: CommandDesk;
  readonly client: WebClient;
  readonly onEvent: ChannelEventHandler;
  readonly log: Log;
};

/** Events that end our stay in a channel, and what is said about it. */
const LEFT_REASONS: Readonly<Record<string, string>> = {
  channel_left: 'the app was removed from the channel',
  group_left: 'the app was removed from the channel',
  channel_archive: 'the channel was archived',
  group_archive: 'the channel was archived',
  channel_deleted: 'the channel was deleted',
  group_deleted: 'the channel was deleted',
};

/** Events that end our stay in a workspace, and what is said about it. */
export const WORKSPACE_LEFT = {
  app_uninstalled: 'the app was uninstalled',
  tokens_revoked: 'the token of the app was revoked',
} as const;

/** The parts of an event callback that are read here; everything else of it is ignored. */
type EventBody = {
  readonly team_id?: string;
  readonly event_id?: string;
  readonly authorizations?: readonly { readonly user_id?: string }[];
};

export function listenForEvents(app: App, listening: EventListening): void {
  const { client, log } = listening;
  let ownUserId: string | null = null;

  async function isOurs(body: EventBody, user: string): Promise<boolean> {
    const named = body.authorizations?.[0]?.user_id;
    if (named !== undefined) return named === user;
    ownUserId ??= (await client.auth.test()).user_id ?? null;
    return ownUserId === user;
  }

  async function tell(body: EventBody, event: ChannelEvent): Promise<void> {
    if (!(await listening.desk.isFirst(`slack:event:${String(body.event_id)}`))) return;
    try {
      await listening.onEvent(event);
    } catch (fault) {
      log.error('an event of Slack was not taken in', { event: event.kind, fault });
    }
  }

  const joined = async (body: EventBody, channelId: string) =>
    tell(body, {
      kind: 'joined',
      channel: { platform: 'slack', tenantId: String(body.team_id), channelId },
      name: await channelName(client, channelId),
      address: null,
    });

  app.event('member_joined_channel', async ({ event, body }) => {
    if (await isOurs(body, event.user)) await joined(body, event.channel);
  });
  for (const type of ['channel_unarchive', 'group_unarchive'] as const) {
    app.event(type, async ({ event, body }) => joined(body, event.channel));
  }
  for (const [type, reason] of Object.entries(LEFT_REASONS)) {
    app.event(type, async ({ event, body }) => {
      const channelId = channelOf(event);
      if (channelId === null) return;
      await tell(body, {
        kind: 'left',
        channel: { platform: 'slack', tenantId: String(body.team_id), channelId },
        reason,
      });
    });
  }
  app.event('app_uninstalled', async ({ body }) =>
    tell(body, tenantLeft(body, WORKSPACE_LEFT.app_uninstalled)),
  );
  app.event('tokens_revoked', async ({ event, body }) => {
    if ((event.tokens.bot ?? []).length === 0) return;
    await tell(body, tenantLeft(body, WORKSPACE_LEFT.tokens_revoked));
  });
}

function tenantLeft(body: EventBody, reason: string): ChannelEvent {
  return { kind: 'tenant-left', platform: 'slack', tenantId: String(body.team_id), reason };
}

/** Slack names the channel by its id, or by an object with an id. */
function channelOf(event: unknown): string | null {
  const { channel } = event as { channel?: unknown };
  if (typeof channel === 'string') return channel;
  const id = (channel as { id?: unknown } | undefined)?.id;
  return typeof id === 'string' ? id : null;
}

/** The name for people; the id where Slack does not tell. */
async function channelName(client: WebClient, channelId: string): Promise<string> {
  try {
    const { channel } = await client.conversations.info({ channel: channelId });
    return channel?.name ?? channelId;
  } catch {
    return channelId;
  }
}
