// The paths of the preview: the page and its files, the state, the stream, and what the page may ask for. JSON in and out;
// every answer carries the safe headers, every request passes the guard.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Feed } from '../../domain/feed.ts';
import type { StoryPlayer } from '../../ports/story-player.ts';
import type { Clock, CommandContext, CommandRunner, HttpRoute, Log } from '../../ports/world.ts';
import type { EventStream } from './event-stream.ts';
import type { PageFile } from './page-files.ts';
import type { Post, PostLog } from './post-log.ts';
import type { PostView } from './post-view.ts';
import {
  type FilterWords,
  type PreviewStore,
  previewChannel,
  readChannels,
  readPanels,
} from './preview-state.ts';
import { refuseRequest, SAFE_HEADERS } from './request-guard.ts';

const MAX_BODY_BYTES = 16_384;
const MAX_COMMAND_CHARS = 2_000;
/** What the page asks for at first, and with each "show earlier". */
const POSTS_PER_PAGE = 40;
/** The one user of a local page. */
const YOU = { userId: 'you', userName: 'You' } as const;

/** A command to offer in the composer: the words after `/tariff`, and what they give. */
export type CommandSuggestion = { readonly text: string; readonly hint: string };

export type PreviewRouteOptions = {
  readonly store: PreviewStore;
  feeds(): Promise<readonly Feed[]>;
  readonly runCommand: CommandRunner;
  readonly suggestions: readonly CommandSuggestion[];
  readonly filterWords: FilterWords;
  readonly clock: Clock;
  readonly log: Log;
  readonly player: StoryPlayer | undefined;
  readonly files: ReadonlyMap<string, PageFile>;
  readonly posts: PostLog;
  readonly stream: EventStream;
  viewOf(post: Post): Promise<PostView>;
  /** A page is being opened and will soon ask for posts. */
  onPage(): void;
};

type Reply = { readonly status: number; readonly body: unknown };
type Handler = (options: PreviewRouteOptions, request: ApiRequest) => Promise<Reply>;
type ApiRequest = { readonly query: URLSearchParams; readonly body: unknown };

const ApiCommand = z.object({
  channelId: z.string().max(100),
  text: z.string().max(MAX_COMMAND_CHARS),
  /** Of a form that was filled in. */
  fields: z.record(z.string().max(100), z.string().max(MAX_COMMAND_CHARS)).optional(),
});
const ApiShare = z.object({ id: z.string().max(100) });
const ApiChannel = z.object({ name: z.string().max(80) });
const ApiStory = z.object({ action: z.enum(['run', 'pause', 'step']) });

/** Method and path of every call, and what answers it. */
const API: Readonly<Record<string, Handler>> = {
  'GET /preview/api/state': readState,
  'GET /preview/api/posts': readPosts,
  'GET /preview/api/panels': async (options) =>
    ok(await readPanels(options.store, await options.feeds())),
  'POST /preview/api/command': runTypedCommand,
  'POST /preview/api/share': shareAnswer,
  'POST /preview/api/channels': addChannel,
  'POST /preview/api/story': steerStory,
};

/** The two routes of the preview: the page at `/`, everything else below `/preview/`. Loopback only. */
export function createPreviewRoutes(options: PreviewRouteOptions): readonly HttpRoute[] {
  const handle = (request: IncomingMessage, response: ServerResponse): Promise<void> =>
    answer(options, request, response);
  return [
    { path: '/', loopbackOnly: true, handle },
    { path: '/preview/', loopbackOnly: true, handle },
  ];
}

async function answer(
  options: PreviewRouteOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of Object.entries(SAFE_HEADERS)) response.setHeader(name, value);
  const refusal = refuseRequest(request);
  if (refusal !== null) return sendJson(response, { status: 403, body: { error: refusal } });

  const url = new URL(request.url ?? '/', 'http://preview');
  if (request.method === 'GET' || request.method === 'HEAD') {
    const name = url.pathname === '/' ? 'index.html' : url.pathname.replace('/preview/page/', '');
    const file = options.files.get(name);
    if (url.pathname === '/') options.onPage();
    if (file !== undefined) return sendFile(response, file, request.method === 'HEAD');
    if (url.pathname === '/preview/events') {
      const seen = request.headers['last-event-id'];
      return options.stream.open(response, seen?.toString() ?? url.searchParams.get('seen'));
    }
  }
  const handler = API[`${request.method} ${url.pathname}`];
  if (handler === undefined)
    return sendJson(response, { status: 404, body: { error: 'Not found.' } });
  const body = request.method === 'POST' ? await readBody(request) : null;
  if (body === 'unreadable') {
    return sendJson(response, {
      status: 400,
      body: { error: 'The request is too long or no JSON.' },
    });
  }
  return sendJson(response, await handler(options, { query: url.searchParams, body }));
}

async function readState(options: PreviewRouteOptions): Promise<Reply> {
  // Taken first: what changes while the rest is read is then noticed, not missed.
  const cursor = options.stream.cursor();
  return ok({
    cursor,
    now: options.clock.now(),
    channels: await readChannels(options.store, options.filterWords),
    suggestions: options.suggestions,
    story: options.player?.state() ?? null,
  });
}

async function readPosts(options: PreviewRouteOptions, { query }: ApiRequest): Promise<Reply> {
  const posts = options.posts.posts(query.get('channel') ?? '');
  const before = posts.findIndex((post) => post.id === query.get('before'));
  const end = before < 0 ? posts.length : before;
  const start = Math.max(0, end - POSTS_PER_PAGE);
  const views = posts.slice(start, end).map((post) => options.viewOf(post));
  return ok({ posts: await Promise.all(views), earlier: start > 0 });
}

async function runTypedCommand(options: PreviewRouteOptions, { body }: ApiRequest): Promise<Reply> {
  const parsed = ApiCommand.safeParse(body);
  if (!parsed.success) return bad('A command needs a channel and at most 2000 characters.');
  const { channelId, text, fields } = parsed.data;
  const channel = await channelNamed(options, channelId);
  if (channel === null) return bad('This channel does not exist (any more).');
  const context: CommandContext = {
    channel: previewChannel(channelId),
    channelName: channel.name,
    address: null,
    ...YOU,
    ...(fields === undefined ? {} : { fields }),
  };
  const given = await options.runCommand(text, context);
  const at = options.clock.now();
  const post: Post = {
    id: `answer-${crypto.randomUUID()}`,
    channelId,
    threadOf: null,
    message: given.message,
    postedAt: at,
    editedAt: null,
    replaced: null,
    possibleRepeat: false,
    asked: text,
    visibility: given.visibility,
  };
  options.posts.add(post);
  // A command may have changed what the channel watches, its digest, or a review.
  options.stream.send('channels', () => ({}));
  return ok({ id: post.id });
}

async function shareAnswer(options: PreviewRouteOptions, { body }: ApiRequest): Promise<Reply> {
  const parsed = ApiShare.safeParse(body);
  const post = parsed.success ? options.posts.share(parsed.data.id) : null;
  return post === null ? bad('This answer is gone; ask again.') : ok({ id: post.id });
}

async function addChannel(options: PreviewRouteOptions, { body }: ApiRequest): Promise<Reply> {
  const parsed = ApiChannel.safeParse(body);
  const id = parsed.success ? slugOf(parsed.data.name) : '';
  if (id === '') return bad('A channel needs a name with letters or digits.');
  if ((await channelNamed(options, id)) === null) {
    await options.store.touchChannel(previewChannel(id), `#${id}`, null, options.clock.now());
    options.stream.send('channels', () => ({}));
  }
  return ok({ id });
}

async function steerStory(options: PreviewRouteOptions, { body }: ApiRequest): Promise<Reply> {
  const parsed = ApiStory.safeParse(body);
  if (!parsed.success || options.player === undefined) return bad('No story is played here.');
  if (parsed.data.action === 'step') await options.player.step();
  else options.player.setRunning(parsed.data.action === 'run');
  return ok(options.player.state());
}

async function channelNamed(
  options: PreviewRouteOptions,
  id: string,
): Promise<{ readonly name: string } | null> {
  return options.store.channel(previewChannel(id));
}

function slugOf(name: string): string {
  return name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join('-')
    .slice(0, 60);
}

function ok(body: unknown): Reply {
  return { status: 200, body };
}

function bad(error: string): Reply {
  return { status: 400, body: { error } };
}

function sendJson(response: ServerResponse, { status, body }: Reply): void {
  response
    .writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
    })
    .end(JSON.stringify(body));
}

function sendFile(response: ServerResponse, file: PageFile, headOnly: boolean): void {
  response.writeHead(200, {
    'content-type': file.type,
    'content-length': file.bytes.length,
    'cache-control': 'no-cache',
  });
  response.end(headOnly ? undefined : file.bytes);
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size <= MAX_BODY_BYTES) chunks.push(chunk as Buffer);
  }
  if (size > MAX_BODY_BYTES) return 'unreadable';
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return 'unreadable';
  }
}
