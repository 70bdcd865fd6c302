// The sample wire: the bundled story served as feeds over loopback HTTP, with a clock of its own that jumps from step to
// step. In: the steps. Out: an address to poll and the story's time. It knows nothing of the program that polls it.
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Instant } from '../domain/day.ts';
import type { Clock } from '../ports/world.ts';
import { BEFORE_THE_STORY } from './data/before-the-story.ts';
import { FEBRUARY } from './data/february.ts';
import { MARCH_AND_APRIL } from './data/march.ts';
import { MAY_AND_JUNE } from './data/may-and-june.ts';
import { renderCatalogue, SAMPLE_FEEDS, type SampleFeed, type ShownItem } from './sample-feeds.ts';
import { renderItemPage } from './sample-page.ts';
import type { StoryStep } from './story-step.ts';

export const SAMPLE_STORY: readonly StoryStep[] = [
  BEFORE_THE_STORY,
  ...FEBRUARY,
  ...MARCH_AND_APRIL,
  ...MAY_AND_JUNE,
];

/** Like most real feeds, the sample feeds show only the newest. */
const SHOWN_ITEMS = 30;

export type SampleWireOptions = {
  /** 0 takes a free port. */
  readonly port: number;
  /** The real time, by which the story's clock runs between two steps. */
  readonly clock: Clock;
  /** Another story than the bundled one, for tests. */
  readonly steps?: readonly StoryStep[];
};

export type SampleWire = {
  readonly url: string;
  /** `host:port`, for the list of private hosts that feeds may use. */
  readonly host: string;
  /** The catalogue of its feeds, as CSV. */
  readonly feedsCsv: string;
  /**
   * The story's time: the instant of the step that is reached plus the real time since, but never past the next step.
   * After the last step it simply runs on.
   */
  now(): Instant;
  /** The step that is reached; the first is the baseline. */
  step(): StoryStep;
  position(): { readonly index: number; readonly count: number; readonly ended: boolean };
  /** When the next step comes; null when the story has ended. */
  nextAt(): Instant | null;
  /** Lets the story's time pass until `instant`, though not past the next step; nothing is published. */
  wait(instant: Instant): void;
  /** Goes to the next step; false when the story has ended. */
  advance(): boolean;
  stop(): Promise<void>;
};

/** Starts the wire on 127.0.0.1 at its first step. */
export async function startSampleWire(options: SampleWireOptions): Promise<SampleWire> {
  const steps = options.steps ?? SAMPLE_STORY;
  let index = 0;
  /** The story's time and the real time at the last jump; between jumps both flow alike. */
  let mark = { story: Date.parse(steps[0]?.at ?? ''), real: options.clock.now() };

  const stepAt = (position: number): StoryStep => {
    const step = steps[position];
    if (step === undefined) throw new Error(`the sample story has no step ${position}`);
    return step;
  };
  const nextAt = (): Instant | null => {
    const next = steps[index + 1];
    return next === undefined ? null : Date.parse(next.at);
  };
  const now = (): Instant => {
    const flowing = mark.story + Math.max(0, options.clock.now() - mark.real);
    return Math.min(flowing, (nextAt() ?? Number.POSITIVE_INFINITY) - 1);
  };

  const server = createServer((request, response) => {
    const url = `http://${request.headers.host}`;
    answer(request, response, { shown: itemsOnShow(steps.slice(0, index + 1), url), url });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url: `http://${host}`,
    host,
    feedsCsv: renderCatalogue(`http://${host}`),
    now,
    step: () => stepAt(index),
    position: () => ({ index, count: steps.length, ended: index === steps.length - 1 }),
    nextAt,
    wait(instant) {
      if (instant > now()) mark = { story: instant, real: options.clock.now() };
    },
    advance() {
      if (index === steps.length - 1) return false;
      index += 1;
      mark = { story: Date.parse(stepAt(index).at), real: options.clock.now() };
      return true;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Items that the steps so far brought, newest first; a later item with the same id has replaced the earlier one. */
export function itemsOnShow(steps: readonly StoryStep[], url: string): readonly ShownItem[] {
  const items = new Map<string, ShownItem>();
  for (const step of steps) {
    for (const item of step.items) {
      const key = `${item.feed}/${item.id}`;
      const published = Date.parse(item.publishedAt ?? step.at);
      items.set(key, {
        ...item,
        published,
        updated: items.has(key) ? Date.parse(step.at) : published,
        link: `${url}/items/${key}`,
      });
    }
  }
  return [...items.values()].sort((one, other) => other.published - one.published);
}

type Shown = { readonly shown: readonly ShownItem[]; readonly url: string };

function answer(request: IncomingMessage, response: ServerResponse, { shown, url }: Shown): void {
  const path = new URL(request.url ?? '/', url).pathname;
  const feed = SAMPLE_FEEDS.find((candidate) => candidate.path === path);
  if (feed !== undefined) {
    answerFeed(request, response, feed, { shown, url });
    return;
  }
  const item = shown.find((candidate) => candidate.link === `${url}${path}`);
  if (item === undefined) {
    response
      .writeHead(404, { 'content-type': 'text/plain' })
      .end('The sample wire has no such page.\n');
    return;
  }
  response
    .writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    })
    .end(renderItemPage(item));
}

function answerFeed(
  request: IncomingMessage,
  response: ServerResponse,
  feed: SampleFeed,
  { shown, url }: Shown,
): void {
  const items = shown.filter((item) => item.feed === feed.id).slice(0, SHOWN_ITEMS);
  const text = feed.render(feed, items, `${url}${feed.path}`);
  const etag = `"${createHash('sha256').update(text).digest('hex').slice(0, 16)}"`;
  const newest = items.reduce((latest, item) => Math.max(latest, item.updated), 0);
  const headers = {
    etag,
    'last-modified': new Date(newest).toUTCString(),
    'content-type': feed.contentType,
    vary: 'accept-encoding',
  };
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers).end();
  } else if (/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) {
    response.writeHead(200, { ...headers, 'content-encoding': 'gzip' }).end(gzipSync(text));
  } else {
    response.writeHead(200, headers).end(text);
  }
}
