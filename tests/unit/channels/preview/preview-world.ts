// A preview on a real database and a real port of this machine, with an outbox that a test drives by hand. No test in here.
import { drawChart } from '../../../../src/app/draw-chart.ts';
import { createPreviewApp } from '../../../../src/channels/preview/preview-app.ts';
import { previewChannel } from '../../../../src/channels/preview/preview-state.ts';
import { createSlackLook } from '../../../../src/channels/preview/slack-look.ts';
import { toBlocks } from '../../../../src/channels/slack/to-blocks.ts';
import { toCard } from '../../../../src/channels/teams/to-card.ts';
import type { NewDelivery } from '../../../../src/domain/delivery.ts';
import type { Feed } from '../../../../src/domain/feed.ts';
import type { Message } from '../../../../src/domain/message.ts';
import type { Review } from '../../../../src/domain/review.ts';
import type { Filter } from '../../../../src/domain/subscription.ts';
import { createHttpServer } from '../../../../src/infra/http-server.ts';
import type { StoryPlayer } from '../../../../src/ports/story-player.ts';
import type { CommandContext } from '../../../../src/ports/world.ts';
import { openStore } from '../../../../src/storage/open-store.ts';
import { SILENT_LOG } from '../../../support/silent-log.ts';
import { sqlitePlace, type TestPlace } from '../../../support/stores.ts';

export const START = Date.parse('2025-02-12T15:00:00Z');

export function aMessage(summary: string, changes: Partial<Message> = {}): Message {
  return {
    summary,
    accent: 'coming',
    blocks: [
      { kind: 'heading', text: summary },
      { kind: 'text', spans: [{ text: 'From 12 March 2025' }] },
    ],
    buttons: [],
    ...changes,
  };
}

export const SAMPLE_FEED: Feed = {
  id: 'press',
  publisher: 'Some paper',
  country: null,
  url: 'http://127.0.0.1:1/feed',
  adapter: 'syndication',
  tier: 'press',
  language: 'en',
  enabled: true,
  rhythmHours: null,
  notes: '',
};

export type AskedCommand = { readonly text: string; readonly context: CommandContext };

export type PreviewWorld = {
  readonly url: string;
  readonly commands: readonly AskedCommand[];
  at: number;
  /** Enqueues, claims, sends and records, as the outbox does. The receipt. */
  deliver(changes: Partial<NewDelivery> & { readonly message: Message }): Promise<string>;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
  posts(channel?: string): Promise<readonly ShownPost[]>;
  /** Subscribes the first channel. */
  watch(filter: Filter): Promise<void>;
  /** Ends this process's preview and starts another on the same database and port. */
  restart(): Promise<void>;
  stop(): Promise<void>;
};

export type ShownPost = {
  readonly id: string;
  readonly summary: string;
  readonly slackHtml: string;
  readonly slackButtons: readonly unknown[];
  readonly teamsCard: { readonly actions?: readonly unknown[] };
  readonly threadOf: string | null;
  readonly postedAt: number;
  readonly editedAt: number | null;
  readonly replaced: string | null;
  readonly visibility: string;
  readonly asked: string | null;
};

/** A test restarts the server under the client's feet; a connection must not be kept for the next call. */
const ONE_USE = { connection: 'close' };

export type WorldOptions = {
  readonly answer?: (text: string) => Message;
  readonly visibility?: 'private' | 'channel';
  readonly player?: StoryPlayer;
  /** What waits for a curator, instead of what the store has. */
  readonly reviews?: readonly Review[];
};

export async function startPreview(options: WorldOptions = {}): Promise<PreviewWorld> {
  const place = await sqlitePlace();
  const commands: AskedCommand[] = [];
  const world = { at: START, commands };
  let run = await runPreview(place, world, { ...options, port: 0 });
  const channel = previewChannel('general');
  let sequence = 0;

  return Object.assign(world, {
    url: run.url,
    async deliver(changes: Partial<NewDelivery> & { readonly message: Message }) {
      sequence += 1;
      await run.store.enqueue(
        [
          {
            dedupeKey: `delivery-${sequence}`,
            channel,
            kind: 'alert',
            storyId: null,
            storyVersion: null,
            reason: 'new story',
            notBefore: world.at,
            mode: 'post',
            ...changes,
          },
        ],
        world.at,
      );
      const [claimed] = await run.store.claimDeliveries({
        now: world.at,
        limit: 1,
        leaseMs: 30_000,
      });
      if (claimed === undefined) throw new Error('nothing to deliver');
      const { port } = run.app;
      const sendOptions = {
        threadOf: claimed.mode === 'thread' ? claimed.firstReceipt : null,
        possibleRepeat: false,
        deliveryId: claimed.id,
      };
      const outcome =
        claimed.mode === 'edit' && claimed.firstReceipt !== null
          ? await port.edit(claimed.settings, claimed.firstReceipt, claimed.message, sendOptions)
          : await port.send(claimed.settings, claimed.message, sendOptions);
      if (outcome.kind !== 'sent') throw new Error(outcome.reason);
      await run.store.recordAttempt(
        claimed,
        {
          state: 'sent',
          laneReadyAt: world.at,
          notBefore: world.at,
          receipt: outcome.receipt,
          error: null,
          attempts: 1,
          message: null,
        },
        world.at,
      );
      return outcome.receipt;
    },
    get: (path: string, headers = {}) =>
      fetch(`${run.url}${path}`, { headers: { ...ONE_USE, ...headers } }),
    post: (path: string, body: unknown, headers = {}) =>
      fetch(`${run.url}${path}`, {
        method: 'POST',
        headers: { ...ONE_USE, origin: run.url, 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    async posts(id = 'general') {
      const response = await fetch(`${run.url}/preview/api/posts?channel=${id}`, {
        headers: ONE_USE,
      });
      return ((await response.json()) as { posts: ShownPost[] }).posts;
    },
    watch: (filter: Filter) =>
      run.store.addSubscription({
        id: 'W-1',
        channel: { platform: 'preview', tenantId: 'local', channelId: 'general' },
        filter,
        createdBy: 'You',
        createdAt: world.at,
      }),
    async restart() {
      const port = Number(new URL(run.url).port);
      await run.stop();
      run = await runPreview(place, world, { ...options, port });
    },
    async stop() {
      await run.stop();
      await place.remove();
    },
  });
}

let runs = 0;
/** One worker for all tests of a file: starting it takes longer than a test. */
const sharedLook = createSlackLook();

async function runPreview(
  place: TestPlace,
  world: { readonly at: number; readonly commands: AskedCommand[] },
  options: WorldOptions & { readonly port: number },
) {
  runs += 1;
  const store = await openStore({ ...place.place, log: SILENT_LOG });
  await store.syncFeeds([SAMPLE_FEED], START);
  const app = createPreviewApp({
    store: { ...store, openReviews: async () => options.reviews ?? store.openReviews() },
    feeds: async () => [SAMPLE_FEED],
    async runCommand(text, context) {
      world.commands.push({ text, context });
      const message = options.answer?.(text) ?? aMessage(`Answer to ${text}`, { accent: 'info' });
      return { message, visibility: options.visibility ?? 'private' };
    },
    looks: { toBlocks, toCard, drawChart },
    filterWords: ({ countries }) => `news of ${countries.join(' and ')}`,
    suggestions: [
      { text: 'status japan steel', hint: 'Which tariffs hit Japanese steel' },
      { text: 'status korea', hint: 'Everything on South Korea' },
      { text: 'help', hint: 'Everything you can type' },
    ],
    clock: { now: () => world.at },
    log: SILENT_LOG,
    epoch: `run${runs}`,
    player: options.player,
    slackLook: { ...sharedLook, close: () => Promise.resolve() },
  });
  await app.start();
  const server = createHttpServer({
    host: '127.0.0.1',
    port: options.port,
    routes: app.routes,
    log: SILENT_LOG,
  });
  const { url } = await server.start();
  return {
    app,
    store,
    url,
    async stop() {
      await app.stop();
      await server.stop(200);
      await store.close();
    },
  };
}

/** Reads an event stream until `count` events came; resolves to their names and data. */
export async function readEvents(
  response: Response,
  count: number,
): Promise<readonly { readonly event: string; readonly data: unknown }[]> {
  const events: { event: string; data: unknown }[] = [];
  let text = '';
  const decoder = new TextDecoder();
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  while (events.length < count) {
    const { value, done } = await reader.read();
    if (done) break;
    text += decoder.decode(value, { stream: true });
    const frames = text.split('\n\n');
    text = frames.pop() ?? '';
    for (const frame of frames) {
      const event = /^event: (.*)$/m.exec(frame)?.[1];
      const data = /^data: (.*)$/m.exec(frame)?.[1];
      if (event !== undefined) events.push({ event, data: JSON.parse(data ?? 'null') });
    }
  }
  await reader.cancel();
  return events.slice(0, count);
}
