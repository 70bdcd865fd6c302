// The preview: a channel like Slack and Teams that lives on a local page. In: messages from the outbox, commands typed on
// the page. Out: posts in both looks, pushed to open pages. It stores nothing: the outbox is its memory.
import type { Feed } from '../../domain/feed.ts';
import type { Message } from '../../domain/message.ts';
import type { ChannelSettings } from '../../domain/subscription.ts';
import type { StoryPlayer } from '../../ports/story-player.ts';
import type { ChannelApp, ChannelPort, Clock, CommandRunner, Log } from '../../ports/world.ts';
import { createEventStream, type EventStream } from './event-stream.ts';
import { readPageFiles } from './page-files.ts';
import { createPostLog, type Post, type PostLog, receiptOf } from './post-log.ts';
import { createPostViews, type Looks } from './post-view.ts';
import { type CommandSuggestion, createPreviewRoutes } from './preview-routes.ts';
import { type FilterWords, type PreviewStore, previewChannel } from './preview-state.ts';
import { createSlackLook, type SlackLook } from './slack-look.ts';

/** Posts of an earlier run that are shown again after a restart, per channel. */
const REPLAYED_DELIVERIES = 300;

export type PreviewOptions = {
  readonly store: PreviewStore;
  feeds(): Promise<readonly Feed[]>;
  readonly runCommand: CommandRunner;
  readonly looks: Looks;
  /** Offered while typing; the first few stand above the composer. */
  readonly suggestions: readonly CommandSuggestion[];
  readonly filterWords: FilterWords;
  readonly clock: Clock;
  readonly log: Log;
  /** Tells this process from an earlier one to pages that stayed open; any text that differs from run to run. */
  readonly epoch: string;
  readonly player?: StoryPlayer | undefined;
  /** Draws the Slack look; a worker of its own without it. Closed with the preview. */
  readonly slackLook?: SlackLook;
};

/**
 * The preview as a channel. `start` makes a first channel where there is none and shows again what the outbox sent
 * before; `stop` ends the open pages' streams. Both calls of the port always succeed: the page is in this process.
 */
export function createPreviewApp(options: PreviewOptions): ChannelApp {
  const { store, clock } = options;
  const stream = createEventStream(options.epoch);
  const slackLook = options.slackLook ?? createSlackLook();
  const viewOf = createPostViews(options.looks, slackLook);
  const posts = createPostLog((post, change) => stream.send(change, () => viewOf(post)));
  let stopListening = (): void => undefined;

  return {
    port: createPreviewPort(posts, clock, stream),
    routes: createPreviewRoutes({
      store,
      feeds: () => options.feeds(),
      runCommand: options.runCommand,
      suggestions: options.suggestions,
      filterWords: options.filterWords,
      clock,
      log: options.log,
      player: options.player,
      files: readPageFiles(),
      posts,
      stream,
      viewOf,
      onPage: () => slackLook.warm(),
    }),
    async start() {
      const channels = (await store.channels()).filter(
        (settings) => settings.channel.platform === 'preview',
      );
      if (channels.length === 0) {
        await store.touchChannel(previewChannel('general'), '#general', null, clock.now());
      }
      for (const { channel } of channels) {
        posts.replay(channel.channelId, await store.deliveriesTo(channel, REPLAYED_DELIVERIES));
      }
      stopListening =
        options.player?.onChange(() => stream.send('story', () => options.player?.state())) ??
        stopListening;
    },
    async stop() {
      stopListening();
      stream.close();
      await slackLook.close();
    },
  };
}

function createPreviewPort(posts: PostLog, clock: Clock, stream: EventStream): ChannelPort {
  function post(channel: ChannelSettings, id: string, message: Message, rest: Partial<Post>): Post {
    return {
      id,
      channelId: channel.channel.channelId,
      threadOf: null,
      message,
      postedAt: clock.now(),
      editedAt: null,
      replaced: null,
      possibleRepeat: false,
      asked: null,
      visibility: 'channel',
      ...rest,
    };
  }
  return {
    platform: 'preview',
    async send(channel, message, { threadOf, possibleRepeat, deliveryId }) {
      const id = receiptOf(deliveryId);
      posts.add(post(channel, id, message, { threadOf, possibleRepeat }));
      // What a pass changed besides posts (feeds, ledger, reviews) shows in the panels.
      stream.send('panels', () => ({}));
      return { kind: 'sent', receipt: id };
    },
    async edit(channel, receipt, message, { possibleRepeat }) {
      if (!posts.edit(receipt, message, clock.now())) {
        // Too old to be shown still: it comes back as what it is now.
        posts.add(post(channel, receipt, message, { possibleRepeat, editedAt: clock.now() }));
      }
      return { kind: 'sent', receipt };
    },
  };
}
