// The runner that every channel is handed: a line and who typed it in, an answer out. It never rejects: what a user can
// mend is said, everything else gets a reference and a log line.

import { DEFAULT_NOTICE_POLICY } from '../delivery/plan-deliveries.ts';
import type { Instant } from '../domain/day.ts';
import { UserError } from '../domain/error.ts';
import type { Feed } from '../domain/feed.ts';
import type { Message } from '../domain/message.ts';
import type { Story } from '../domain/story.ts';
import type { Ledger } from '../ledger/create-ledger.ts';
import type { CalendarAddress } from '../messages/calendar-message.ts';
import { errorMessage, faultMessage } from '../messages/error-message.ts';
import { type FeedHealth, feedHealth } from '../messages/feed-health.ts';
import { pageOf } from '../messages/page-message.ts';
import type { FeedAdmin } from '../ports/feed-admin.ts';
import type { Store } from '../ports/store.ts';
import type { CurateStory } from '../ports/story-curator.ts';
import type { Clock, CommandAnswer, CommandContext, CommandRunner, Log } from '../ports/world.ts';
import type { CommandSpec } from './command.ts';
import { createCommandLimit } from './command-limit.ts';
import { COMMANDS } from './command-table.ts';
import { keepAnswer, keepSame } from './kept-answer.ts';
import { withOwnExample } from './own-example.ts';
import { parseCommand } from './parse-command.ts';
import { takePage } from './tokens.ts';

export type CommandRunnerOptions = {
  readonly store: Store;
  /** The ledger as it is now; asked for anew with each command. */
  readonly ledger: () => Ledger;
  readonly feeds: readonly Feed[];
  readonly clock: Clock;
  readonly log: Log;
  /** Short unique text: ids of subscriptions, references of faults. */
  readonly newReference: () => string;
  /** Platform user ids that may decide reviews. */
  readonly curators?: readonly string[];
  /** Where calendar files are served; without it nowhere. */
  readonly calendarAddress?: (words: string) => CalendarAddress | null;
  /** Finds, adds and removes feeds; without it the feeds are fixed. */
  readonly feedAdmin?: FeedAdmin;
  /** Carries out what a curator decided about a story. */
  readonly curateStory: CurateStory;
  /** How many commands one person may give within a minute; without it any number. */
  readonly perMinute?: number | null;
  /** How long a story that only the press tells waits for further reports; without it as long as usual. */
  readonly pressWaitMs?: number;
};

/** Makes the runner. All answers are private to the asker; the platform offers to share them. */
export function createCommandRunner(options: CommandRunnerOptions): CommandRunner {
  const { feeds, store } = options;
  const kept: KeptAnswers = {
    feedHealth: keepAnswer(
      keepSame(async () => feedHealth(feeds, await store.feedStates()), JSON.stringify),
    ),
    newestStories: keepAnswer(
      keepSame(() => store.recentStories({ limit: NEWEST_STORIES, since: 0 }), printOf),
    ),
  };
  const limit = createCommandLimit(options.perMinute ?? null);
  return async (text, context) => {
    try {
      // Before the limit: who asks too much still tells where the channel is.
      await keepAddress(options, context);
      limit(context, options.clock.now());
      return privately(await answer(options, kept, text, context));
    } catch (fault) {
      if (fault instanceof UserError) return privately(errorMessage(fault));
      const reference = options.newReference();
      options.log.error('a command failed', {
        reference,
        fault,
        channel: context.channel.channelId,
        userId: context.userId,
      });
      return privately(faultMessage(reference));
    }
  };
}

// A platform may move a tenant; whoever speaks tells where it is reached from then on.
async function keepAddress(
  { store, clock }: CommandRunnerOptions,
  { channel, channelName, address }: CommandContext,
): Promise<void> {
  if (address === null) return;
  const known = await store.channel(channel);
  if (known === null || known.address === address) return;
  await store.touchChannel(channel, channelName, address, clock.now());
}

/** What status answers show beside the law; more stories than these are `recent`'s. */
const NEWEST_STORIES = 200;

// Each change of a story raises its version.
function printOf(stories: readonly Story[]): string {
  return stories.map(({ id, version, updatedAt }) => `${id}:${version}:${updatedAt}`).join();
}

type KeptAnswers = {
  readonly feedHealth: (now: Instant) => Promise<FeedHealth>;
  readonly newestStories: (now: Instant) => Promise<readonly Story[]>;
};

async function answer(
  options: CommandRunnerOptions,
  kept: KeptAnswers,
  text: string,
  context: CommandContext,
): Promise<Message> {
  const { command, words: typed } = parseCommand(text);
  try {
    return await answerTo(command, typed, options, kept, context);
  } catch (fault) {
    throw fault instanceof UserError ? withOwnExample(fault, command) : fault;
  }
}

async function answerTo(
  command: CommandSpec,
  typed: readonly string[],
  options: CommandRunnerOptions,
  kept: KeptAnswers,
  context: CommandContext,
): Promise<Message> {
  const { page, rest: words } = takePage(typed);
  const now = options.clock.now();
  const ledger = options.ledger();
  const whole = await command.run({
    words,
    context,
    now,
    ledger,
    store: options.store,
    feeds: options.feeds,
    curators: options.curators ?? [],
    feedAdmin: options.feedAdmin ?? null,
    calendarAddress: options.calendarAddress ?? (() => null),
    curateStory: options.curateStory,
    commands: COMMANDS,
    pressWaitMs: options.pressWaitMs ?? DEFAULT_NOTICE_POLICY.pressWaitMs,
    newId: options.newReference,
    log: options.log,
    feedHealth: () => kept.feedHealth(now),
    newestStories: () => kept.newestStories(now),
  });
  return pageOf(whole, page, [command.name, ...words].join(' '));
}

function privately(message: Message): CommandAnswer {
  return { message, visibility: 'private' };
}
