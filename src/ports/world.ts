// The seams between the core and the world outside the database: types only. Each has a real implementation and one for tests.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Instant } from '../domain/day.ts';
import type { SendOutcome } from '../domain/delivery.ts';
import type { Feed, Validators } from '../domain/feed.ts';
import type { FormValues } from '../domain/form.ts';
import type { Item } from '../domain/item.ts';
import type { Chart, Message } from '../domain/message.ts';
import type { ChannelRef, ChannelSettings, Platform } from '../domain/subscription.ts';

/** The only source of time. Pure rooms get an instant as an argument. */
export type Clock = { now(): Instant };

/** Static text plus fixed keys (feedId, itemId, storyId, lane, passId); secrets are cut before anything is written. */
export type Log = {
  debug(text: string, keys?: Readonly<Record<string, unknown>>): void;
  info(text: string, keys?: Readonly<Record<string, unknown>>): void;
  warn(text: string, keys?: Readonly<Record<string, unknown>>): void;
  error(text: string, keys?: Readonly<Record<string, unknown>>): void;
};

// --- feeds -------------------------------------------------------------------------------------------------------

/** What one poll of a URL gave. `failed` says why in words a user understands and when it may be tried again. */
export type FetchOutcome =
  | {
      readonly kind: 'ok';
      readonly bytes: Uint8Array;
      readonly contentType: string | null;
      readonly finalUrl: string;
      readonly validators: Validators;
      /** Where a permanent redirect (301, 308) led, or null. */
      readonly movedTo: string | null;
    }
  | {
      readonly kind: 'not-modified';
      readonly validators: Validators;
      /** Where a permanent redirect led that says so, or null. */
      readonly movedTo: string | null;
    }
  | {
      readonly kind: 'failed';
      readonly code: string;
      readonly reason: string;
      readonly retryAfterMs: number | null;
      /** 410 Gone: do not ask again until an operator says so. */
      readonly gone: boolean;
    };

export type FeedFetcher = {
  fetch(url: string, validators: Validators): Promise<FetchOutcome>;
  close(): Promise<void>;
};

/** A parsed document: items in the feed's order, and what was wrong, in words. `format` null: it is no feed. */
export type ParsedFeed = {
  readonly format: string | null;
  readonly parser: string | null;
  readonly title: string | null;
  readonly link: string | null;
  readonly items: readonly Item[];
  readonly problems: readonly string[];
};

export type FeedParser = {
  parse(
    feed: Feed,
    bytes: Uint8Array,
    contentType: string | null,
    url: string,
  ): Promise<ParsedFeed>;
  close(): Promise<void>;
};

// --- channels ----------------------------------------------------------------------------------------------------

/** The PNG of a chart, under 16 KB; the same bytes for the same chart. */
export type ChartDrawer = (chart: Chart) => Uint8Array;

export type SendOptions = {
  /** Receipt of the post that this one answers. */
  readonly threadOf: string | null;
  /** A copy of this may stand already: the rendering says "(possible repeat)". */
  readonly possibleRepeat: boolean;
  /** Stable across attempts; sent along where the platform can carry it. */
  readonly deliveryId: number;
};

export type PostSearch = {
  readonly deliveryId: number;
  /** Receipt of the post that it would have answered. */
  readonly threadOf: string | null;
  /** It was not sent before. */
  readonly since: Instant;
};

/** `unsure`: we may not look, or did not see far enough back; `reason` is a code. */
export type SearchOutcome =
  | { readonly kind: 'found'; readonly receipt: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unsure'; readonly reason: string };

/** One platform. Both calls make exactly one request and never retry: the outbox does. */
export type ChannelPort = {
  readonly platform: Platform;
  /** Messages that may be under way to it while a fan-out runs well; else the deliverer's own number. */
  readonly atOnce?: number;
  send(channel: ChannelSettings, message: Message, options: SendOptions): Promise<SendOutcome>;
  edit(
    channel: ChannelSettings,
    receipt: string,
    message: Message,
    options: SendOptions,
  ): Promise<SendOutcome>;
  /**
   * One request that posts nothing, to where posts are taken. Null: it is answered. Else what a post would come to now.
   * Never rejects; absent where no answer can be missed.
   */
  probe?(channel: ChannelSettings): Promise<SendOutcome | null>;
  /** Looks for an earlier attempt in the channel itself; absent where the platform has no such thing. Never rejects. */
  find?(channel: ChannelSettings, search: PostSearch): Promise<SearchOutcome>;
};

/** Who typed a command, and where. */
export type CommandContext = {
  readonly channel: ChannelRef;
  readonly channelName: string;
  /** What the platform needs to post here later (Teams: the conversation reference as JSON). */
  readonly address: string | null;
  readonly userId: string;
  readonly userName: string;
  /** The values of a form that was filled in, for the command that gave it. */
  readonly fields?: FormValues;
};

export type CommandAnswer = {
  readonly message: Message;
  /** Slack: `private` is seen by the asker only. Teams answers in the thread either way. */
  readonly visibility: 'private' | 'channel';
};

/** Handed to every channel; never rejects: a fault becomes an answer with a reference. */
export type CommandRunner = (text: string, context: CommandContext) => Promise<CommandAnswer>;

/** What a platform tells us about itself: app removed, bot added to a channel. */
export type ChannelEvent =
  | {
      readonly kind: 'joined';
      readonly channel: ChannelRef;
      readonly name: string;
      readonly address: string | null;
    }
  | { readonly kind: 'left'; readonly channel: ChannelRef; readonly reason: string }
  | {
      readonly kind: 'tenant-left';
      readonly platform: Platform;
      readonly tenantId: string;
      readonly reason: string;
    }
  | {
      readonly kind: 'tenant-returned';
      readonly platform: Platform;
      readonly tenantId: string;
      /** Reasons of the pauses that this ends; null: whatever the platform had against its channels. */
      readonly after: readonly string[] | null;
    };

export type ChannelEventHandler = (event: ChannelEvent) => Promise<void>;

/** A path of the one HTTP server. `path` ends in `/` when everything below it is meant. */
export type HttpRoute = {
  readonly path: string;
  /** Answered only to callers on this machine. */
  readonly loopbackOnly: boolean;
  handle(request: IncomingMessage, response: ServerResponse): void | Promise<void>;
};

export type SignIn = {
  /** Reasons for which channels are paused when it no longer serves. */
  readonly pauses: readonly string[];
  /** The tenant that it opens; null: it is refused. Rejects where nobody answers. */
  tenant(): Promise<string | null>;
};

/** A platform as the program runs it: where it listens, how it sends, when it starts and stops. */
export type ChannelApp = {
  readonly port: ChannelPort;
  readonly routes: readonly HttpRoute[];
  /** Where one sign-in opens a whole tenant. */
  readonly signIn?: SignIn;
  start(): Promise<void>;
  stop(): Promise<void>;
};
