// What an activity of Teams says: who, where, which words. Plain JSON of unknown shape in, our own types out. Pure.
import { z } from 'zod';
import { cleanLine } from '../../domain/clean-text.ts';
import type { ChannelRef } from '../../domain/subscription.ts';
import type { CommandContext } from '../../ports/world.ts';
import { fieldsOfValue } from './form-inputs.ts';
import { MAX_COMMAND } from './teams-limits.ts';
import type { TeamsActivity, TeamsAddress } from './teams-port.ts';

const NAMED = z.object({ id: z.string().min(1), name: z.string().catch('').default('') });

const ACTIVITY = z.object({
  type: z.string(),
  id: z.string().optional(),
  name: z.string().optional(),
  action: z.string().optional(),
  channelId: z.string(),
  serviceUrl: z.string(),
  text: z.string().catch('').default(''),
  value: z.unknown().optional(),
  from: NAMED.optional().catch(undefined),
  recipient: NAMED.optional().catch(undefined),
  replyToId: z.string().optional().catch(undefined),
  conversation: z.object({
    id: z.string().min(1),
    conversationType: z.string().optional(),
    tenantId: z.string().optional(),
    name: z.string().nullish(),
  }),
  entities: z.array(z.unknown()).catch([]).default([]),
  membersAdded: z.array(NAMED).catch([]).default([]),
  membersRemoved: z.array(NAMED).catch([]).default([]),
  channelData: z
    .object({
      eventType: z.string().optional(),
      tenant: z.object({ id: z.string() }).optional(),
      team: z.object({ id: z.string(), name: z.string().optional() }).optional(),
      channel: z.object({ id: z.string(), name: z.string().optional() }).optional(),
      settings: z.object({ selectedChannel: z.object({ id: z.string() }).optional() }).optional(),
    })
    .catch({})
    .default({}),
});

/** An activity whose parts are known to be there. */
export type ReadActivity = z.infer<typeof ACTIVITY>;

const MENTION = z.object({
  type: z.literal('mention'),
  text: z.string().min(1),
  mentioned: z.object({ id: z.string() }),
});

const COMMAND_DATA = z.object({ command: z.string() });
const INVOKE_VALUE = z.object({ action: z.object({ data: COMMAND_DATA }) });

/** The activity, or null when it lacks what every activity of Teams has. */
export function readActivity(raw: TeamsActivity): ReadActivity | null {
  const result = ACTIVITY.safeParse(raw);
  return result.success ? result.data : null;
}

/** The Microsoft 365 tenant; empty when the activity names none. */
export function tenantOf(activity: ReadActivity): string {
  return activity.channelData.tenant?.id ?? activity.conversation.tenantId ?? '';
}

/** Where this conversation is reached later, at the root of its channel. */
export function addressOf(activity: ReadActivity): TeamsAddress {
  const type = activity.conversation.conversationType;
  const teamId = activity.channelData.team?.id ?? null;
  const kind =
    teamId !== null || type === 'channel' ? 'channel' : type === 'personal' ? 'personal' : 'group';
  const [conversationId = ''] = activity.conversation.id.split(';messageid=');
  const { settings, channel } = activity.channelData;
  return {
    serviceUrl: activity.serviceUrl,
    tenantId: tenantOf(activity),
    teamId,
    conversationId: channel?.id ?? settings?.selectedChannel?.id ?? conversationId,
    kind,
    botId: activity.recipient?.id ?? '',
  };
}

/**
 * The channel as the core knows it. What is installed and removed in Teams is a team, so a team counts as a tenant of its
 * own: `<tenant>/<team>`; chats belong to the tenant itself.
 */
export function channelOf(address: TeamsAddress): ChannelRef {
  return {
    platform: 'teams',
    tenantId: address.teamId === null ? address.tenantId : `${address.tenantId}/${address.teamId}`,
    channelId: address.conversationId,
  };
}

export function contextOf(activity: ReadActivity): CommandContext {
  const address = addressOf(activity);
  const { team, channel } = activity.channelData;
  const place = [team?.name, channel?.name].filter((name) => name !== undefined).join(' / ');
  const userId = activity.from?.id ?? '';
  const fields = fieldsOfValue(activity.value);
  return {
    channel: channelOf(address),
    channelName: cleanLine(place === '' ? placeName(activity, address) : place),
    address: JSON.stringify(address),
    userId,
    userName: cleanLine(activity.from?.name ?? '') || userId,
    ...(fields === null ? {} : { fields }),
  };
}

function placeName(activity: ReadActivity, address: TeamsAddress): string {
  if (address.kind === 'personal') return 'personal chat';
  return activity.conversation.name ?? (address.kind === 'group' ? 'group chat' : 'channel');
}

/**
 * True when the bot is meant: always in a personal chat, elsewhere where it is mentioned or a card of ours was used. Some
 * clients leave out the list of mentions; then a mention at the start counts.
 */
export function isForBot(activity: ReadActivity): boolean {
  if (activity.conversation.conversationType === 'personal') return true;
  if (commandOfValue(activity.value) !== null) return true;
  const mentions = mentionsOf(activity);
  return mentions.length === 0
    ? /^\s*<at>/.test(activity.text)
    : mentions.some(({ mentioned }) => mentioned.id === activity.recipient?.id);
}

/** The words of a message: those of a card's button, else its text without mentions and markup. */
export function wordsOf(activity: ReadActivity): string {
  const command = commandOfValue(activity.value);
  if (command !== null) return cleanLine(command).slice(0, MAX_COMMAND);
  let text = activity.text.slice(0, 8 * MAX_COMMAND);
  for (const mention of mentionsOf(activity)) {
    if (mention.mentioned.id === activity.recipient?.id) text = text.replace(mention.text, ' ');
  }
  const plain = text
    .replace(/^\s*<at[^>]*>[^<]*<\/at>/i, ' ')
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .replace(/&(nbsp|#160);/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
  return cleanLine(plain).slice(0, MAX_COMMAND);
}

/** The words behind a button: of Action.Execute (an invoke) or Action.Submit (a message); null when there are none. */
export function commandOfValue(value: unknown): string | null {
  const invoke = INVOKE_VALUE.safeParse(value);
  if (invoke.success) return invoke.data.action.data.command;
  const submit = COMMAND_DATA.safeParse(value);
  return submit.success ? submit.data.command : null;
}

function mentionsOf(activity: ReadActivity): z.infer<typeof MENTION>[] {
  return activity.entities.flatMap((entity) => {
    const mention = MENTION.safeParse(entity);
    return mention.success ? [mention.data] : [];
  });
}
