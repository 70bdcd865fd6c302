// One genuine activity of Teams in, its effect once: a command run and answered in its thread, or an event told. What the
// request itself is answered with comes back; nothing here knows HTTP.

import { randomBytes } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import { faultMessage } from '../../domain/fault-message.ts';
import { fillForm } from '../../domain/form.ts';
import type { Message } from '../../domain/message.ts';
import type { Store } from '../../ports/store.ts';
import type {
  ChannelEvent,
  ChannelEventHandler,
  ChartDrawer,
  Clock,
  CommandRunner,
  Log,
} from '../../ports/world.ts';
import {
  addressOf,
  channelOf,
  commandOfValue,
  contextOf,
  isForBot,
  type ReadActivity,
  tenantOf,
  wordsOf,
} from './read-activity.ts';
import { outcomeOfFault } from './send-outcome.ts';
import type { TeamsLimits } from './teams-limits.ts';
import type { TeamsPort } from './teams-port.ts';
import { activityOf } from './teams-sender.ts';
import { toCard } from './to-card.ts';

export type ActivityHandling = {
  readonly teams: TeamsPort;
  readonly runCommand: CommandRunner;
  readonly onEvent: ChannelEventHandler;
  readonly firstTime: Store['firstTime'];
  readonly drawChart: ChartDrawer;
  readonly clock: Clock;
  readonly log: Log;
  readonly limits: TeamsLimits;
};

/** The body of the HTTP answer to an invoke; null for everything else. */
export type ActivityReply = Readonly<Record<string, unknown>> | null;

const JOINED_TWICE_MS = 5_000;

export async function handleActivity(
  handling: ActivityHandling,
  activity: ReadActivity,
): Promise<ActivityReply> {
  switch (activity.type) {
    case 'message':
      if (isForBot(activity))
        await Promise.race([
          answerMessage(handling, activity),
          after(handling.limits.messageWithinMs, 'late' as const, { ref: false }),
        ]);
      return null;
    case 'invoke':
      return handleInvoke(handling, activity);
    case 'installationUpdate':
    case 'conversationUpdate':
      await handleUpdate(handling, activity);
      return null;
    default:
      return null;
  }
}

async function handleInvoke(
  handling: ActivityHandling,
  activity: ReadActivity,
): Promise<ActivityReply> {
  if (activity.name !== 'adaptiveCard/action' || commandOfValue(activity.value) === null) {
    return {
      statusCode: 400,
      type: 'application/vnd.microsoft.error',
      value: { code: 'BadRequest', message: 'This button is not one of ours.' },
    };
  }
  const running = answer(handling, activity);
  const done = await Promise.race([
    running,
    after(handling.limits.invokeWithinMs, 'late' as const, { ref: false }),
  ]);
  if (done === 'late') void running.then((form) => send(handling, activity, form));
  else if (done !== null) {
    // Only who filled the form in sees it with its faults.
    const value = toCard(done);
    return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value };
  }
  // The card stays as it is for everybody; the answer stands below it.
  return {
    statusCode: 200,
    type: 'application/vnd.microsoft.activity.message',
    value:
      done === 'late'
        ? 'Working on it: the answer follows in the thread.'
        : 'Answered in the thread.',
  };
}

// An older client sends a form as a message, and takes no card as its answer.
async function answerMessage(handling: ActivityHandling, activity: ReadActivity): Promise<void> {
  await send(handling, activity, await answer(handling, activity));
}

/**
 * Runs the words and posts the answer into the thread they came from. Never rejects. What is wrong with a form comes back as
 * the form with what was typed and its faults; everything else is posted here, and gives null.
 */
async function answer(handling: ActivityHandling, activity: ReadActivity): Promise<Message | null> {
  const { clock, limits, log } = handling;
  const key = `teams:${activity.type}:${activity.conversation.id}:${String(activity.id)}`;
  try {
    const isNew = await handling.firstTime(key, clock.now(), limits.rememberMs);
    if (!isNew) return null;
    const context = contextOf(activity);
    const { message } = await handling.runCommand(wordsOf(activity), context);
    if (message.faults !== undefined) return await formAgain(handling, activity, message);
    // A refusal leaves the form to those who may decide.
    const isTaken = context.fields !== undefined && message.accent !== 'trouble';
    await (isTaken ? replaceForm : send)(handling, activity, message);
  } catch (fault) {
    const reference = randomBytes(4).toString('hex');
    log.error('a command of Teams failed', { reference, fault });
    await send(handling, activity, faultMessage(reference));
  }
  return null;
}

async function formAgain(
  handling: ActivityHandling,
  activity: ReadActivity,
  refused: Message,
): Promise<Message> {
  const { fields = {}, ...context } = contextOf(activity);
  const { message } = await handling.runCommand(wordsOf(activity), context);
  if (message.form === undefined) return refused;
  return { ...message, form: fillForm(message.form, fields), faults: refused.faults ?? [] };
}

/** What was decided takes the place of the form for everybody, so that nobody fills it in again. */
async function replaceForm(
  handling: ActivityHandling,
  activity: ReadActivity,
  message: Message,
): Promise<void> {
  const { serviceUrl, conversation, replyToId } = activity;
  try {
    if (replyToId === undefined) throw new Error('the form has no id');
    const shown = activityOf(message, handling.drawChart);
    await handling.teams.update(serviceUrl, conversation.id, replyToId, shown);
  } catch (fault) {
    const outcome = outcomeOfFault(fault, handling.clock.now());
    handling.log.warn('a form was not replaced in Teams', { outcome });
    await send(handling, activity, message);
  }
}

/** Posts a message in the thread of the activity. Never rejects; null is nothing to post. */
async function send(
  handling: ActivityHandling,
  activity: ReadActivity,
  message: Message | null,
): Promise<void> {
  if (message === null) return;
  try {
    await handling.teams.post(activity.serviceUrl, activity.conversation.id, {
      ...activityOf(message, handling.drawChart),
      ...(activity.id === undefined || activity.type === 'invoke'
        ? {}
        : { replyToId: activity.id }),
    });
  } catch (fault) {
    const outcome = outcomeOfFault(fault, handling.clock.now());
    handling.log.warn('an answer did not reach Teams', { outcome });
  }
}

// --- events ------------------------------------------------------------------------------------------------------

async function handleUpdate(handling: ActivityHandling, activity: ReadActivity): Promise<void> {
  for (const event of eventsOf(activity)) {
    try {
      // Teams tells of one installation in two activities; the second within seconds says nothing new.
      const key = `teams:${event.kind}:${tenantOf(activity)}:${activity.conversation.id}`;
      const isNew = await handling.firstTime(key, handling.clock.now(), JOINED_TWICE_MS);
      if (isNew) await handling.onEvent(event);
    } catch (fault) {
      handling.log.error('an event of Teams was not taken in', { event: event.kind, fault });
    }
  }
}

/** What an update means for us; nothing when it is about others. A team that is back brings all its channels. */
export function eventsOf(activity: ReadActivity): readonly ChannelEvent[] {
  const event = eventOf(activity);
  if (event === null) return [];
  const isOfTeam = addressOf(activity).teamId !== null;
  if (event.kind !== 'joined' || !isOfTeam || isOfOneChannel(activity)) return [event];
  const { platform, tenantId } = event.channel;
  return [event, { kind: 'tenant-returned', platform, tenantId, after: null }];
}

function isOfOneChannel({ channelData }: ReadActivity): boolean {
  return channelData.eventType === 'channelRestored';
}

function eventOf(activity: ReadActivity): ChannelEvent | null {
  const address = addressOf(activity);
  const botId = activity.recipient?.id;
  const includesBot = (members: readonly { readonly id: string }[]) =>
    members.some(({ id }) => id === botId);
  const joined = (): ChannelEvent => ({
    kind: 'joined',
    channel: channelOf(address),
    name: contextOf(activity).channelName,
    address: JSON.stringify(address),
  });
  const left = (reason: string): ChannelEvent =>
    address.teamId === null
      ? { kind: 'left', channel: channelOf(address), reason }
      : { kind: 'tenant-left', platform: 'teams', tenantId: channelOf(address).tenantId, reason };
  if (activity.type === 'installationUpdate') {
    if (activity.action === 'add') return joined();
    // `remove-upgrade` is followed by `add-upgrade`: nobody has removed anything.
    return activity.action === 'remove' ? left('the app was removed') : null;
  }
  switch (activity.channelData.eventType ?? '') {
    case 'channelDeleted':
      return { kind: 'left', channel: channelOf(address), reason: 'the channel was deleted' };
    case 'teamDeleted':
    case 'teamHardDeleted':
      return left('the team was deleted');
    case 'teamArchived':
      return left('the team was archived');
    case 'teamUnarchived':
    case 'teamRestored':
    case 'channelRestored':
      return joined();
    default:
      if (includesBot(activity.membersAdded)) return joined();
      return includesBot(activity.membersRemoved) ? left('the app was removed') : null;
  }
}
