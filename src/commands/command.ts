// What a command is: the shapes that the table, the runner and the handlers share. Types only.

import type { Instant } from '../domain/day.ts';
import type { Feed } from '../domain/feed.ts';
import type { Message } from '../domain/message.ts';
import type { Story } from '../domain/story.ts';
import type { Ledger } from '../ledger/create-ledger.ts';
import type { CalendarAddress } from '../messages/calendar-message.ts';
import type { FeedHealth } from '../messages/feed-health.ts';
import type { FeedAdmin } from '../ports/feed-admin.ts';
import type { Store } from '../ports/store.ts';
import type { CurateStory } from '../ports/story-curator.ts';
import type { CommandContext, Log } from '../ports/world.ts';

export type CommandGroup = 'Ask' | 'Follow' | 'Explain' | 'Operate';

export type CommandSpec = {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly group: CommandGroup;
  /** As typed after `/tariff` or the mention: `status <who> [product] [on DATE]`. */
  readonly usage: string;
  readonly summary: string;
  readonly examples: readonly string[];
  /** Further lines for `help <command>`. */
  readonly details?: readonly string[];
  /** False for those that change something: platforms guard them against repeated requests. */
  readonly isQuestion: boolean;
  readonly run: (request: CommandRequest) => Promise<Message>;
};

/** Everything a handler may use. `words` are those after the command's name. */
export type CommandRequest = {
  readonly words: readonly string[];
  readonly context: CommandContext;
  readonly now: Instant;
  readonly store: Store;
  readonly ledger: Ledger;
  readonly feeds: readonly Feed[];
  readonly curators: readonly string[];
  /** Null where the feeds are fixed. */
  readonly feedAdmin: FeedAdmin | null;
  readonly curateStory: CurateStory;
  readonly commands: readonly CommandSpec[];
  /** How long a story that only the press tells waits for further reports, in milliseconds. */
  readonly pressWaitMs: number;
  /** A new id for a row that a command makes. */
  readonly newId: () => string;
  readonly log: Log;
  /** How the feeds are, at most a second old. */
  readonly feedHealth: () => Promise<FeedHealth>;
  /** The newest stories, at most a second old. */
  readonly newestStories: () => Promise<readonly Story[]>;
  /** Where a calendar program finds the dates of the words after `calendar`; null where nothing is served. */
  readonly calendarAddress: (words: string) => CalendarAddress | null;
};
