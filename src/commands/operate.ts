// sources, help, debug: how the bot is, what it understands, what a supporter needs to know.

import { UserError } from '../domain/error.ts';
import type { Message } from '../domain/message.ts';
import { laneOf } from '../domain/subscription.ts';
import { debugMessage, redeliveredMessage } from '../messages/debug-message.ts';
import { feedHealth } from '../messages/feed-health.ts';
import { commandHelpMessage, helpMessage } from '../messages/help-message.ts';
import { namedSources } from '../messages/named-sources.ts';
import { sourcesMessage } from '../messages/sources-message.ts';
import { nearestWord } from '../reference/nearest-word.ts';
import { readChannelState } from './channel-state.ts';
import type { CommandRequest } from './command.ts';

const LISTED_DELIVERIES = 5;
const MOST_DEAD = 200;

/** `sources [kind | id]` */
export async function sources(request: CommandRequest): Promise<Message> {
  const only = namedSources(request.feeds, request.words.join(' ') || undefined);
  return sourcesMessage(request.feeds, await request.store.feedStates(), request.now, only);
}

/** `help [command]` */
export async function help(request: CommandRequest): Promise<Message> {
  const wanted = request.words[0]?.toLowerCase();
  if (wanted === undefined) return helpMessage(request.commands);
  const found = request.commands.find(
    (command) => command.name === wanted || command.aliases.includes(wanted),
  );
  if (found !== undefined) return commandHelpMessage(found);
  const near = nearestWord(
    wanted,
    request.commands.flatMap((command) => [command.name, ...command.aliases]),
  );
  throw new UserError(
    'unknown-command',
    `There is no command "${wanted}".`,
    near === null ? 'See them all with: help' : `Did you mean ${near}? For example: help ${near}`,
  );
}

/** `debug [redeliver <number>]` */
export async function debug(request: CommandRequest): Promise<Message> {
  const { store, context, now, words } = request;
  const dead = await store.deadLetters(MOST_DEAD, context.channel);
  if (words[0]?.toLowerCase() === 'redeliver') {
    const id = Number(words[1]);
    const row = dead.find((one) => one.id === id);
    if (row === undefined || !(await store.redeliver(id, now))) {
      throw new UserError(
        'not-found',
        `No failed post ${words[1] ?? ''} is waiting in this channel.`,
        dead[0] === undefined
          ? 'Nothing failed here.'
          : `For example: debug redeliver ${dead[0].id}`,
      );
    }
    return redeliveredMessage(id);
  }
  const [state, recent, oldest, states] = await Promise.all([
    readChannelState(request),
    store.deliveriesTo(context.channel, LISTED_DELIVERIES),
    store.oldestUnsentAt(now),
    store.feedStates(),
  ]);
  return debugMessage({
    lane: laneOf(context.channel),
    userId: context.userId,
    settings: state.settings,
    subscriptions: state.subscriptions.length,
    ledgerEntries: request.ledger.entries.length,
    feeds: feedHealth(request.feeds, states),
    oldestUnsentAt: oldest,
    recent,
    dead,
    now,
  });
}
