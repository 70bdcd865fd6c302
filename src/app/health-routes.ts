// What operators and their machines ask: alive, ready, metrics.
import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FeedState } from '../domain/feed.ts';
import { isLocalRequest } from '../infra/http-server.ts';
import type { Metrics } from '../infra/metrics.ts';
import type { Store } from '../ports/store.ts';
import type { Clock, HttpRoute } from '../ports/world.ts';

export type HealthParts = {
  readonly store: Store;
  readonly metrics: Metrics;
  readonly clock: Clock;
  /** Bearer token that opens `/metrics` to other machines; null: this machine only. */
  readonly metricsToken: string | null;
  isReady(): boolean;
};

/** `/healthz` answers while the process lives, `/readyz` while it serves and its database answers. */
export function healthRoutes(parts: HealthParts): readonly HttpRoute[] {
  return [
    {
      path: '/healthz',
      loopbackOnly: false,
      handle: (_request, response) => write(response, 200, 'ok\n'),
    },
    {
      path: '/readyz',
      loopbackOnly: false,
      handle: async (_request, response) => {
        const isReady = parts.isReady() && (await storeAnswers(parts.store));
        if (!isReady) return write(response, 503, 'not ready\n');
        const held = holdsOf(await parts.store.feedStates());
        // Held feeds are work for people, no reason to take the process out of service.
        write(response, 200, held === 0 ? 'ready\n' : `ready\nfeeds held after a storm: ${held}\n`);
      },
    },
    {
      path: '/metrics',
      loopbackOnly: false,
      handle: async (request, response) => {
        if (!mayReadMetrics(request, parts.metricsToken))
          return write(response, 404, 'not found\n');
        await measure(parts);
        write(response, 200, await parts.metrics.render());
      },
    },
  ];
}

async function storeAnswers(store: Store): Promise<boolean> {
  return store.snapshot().then(
    () => true,
    () => false,
  );
}

function holdsOf(states: readonly FeedState[]): number {
  return states.filter(({ hold }) => hold != null).length;
}

async function measure({ store, metrics, clock }: HealthParts): Promise<void> {
  const now = clock.now();
  const oldest = await store.oldestUnsentAt(now);
  metrics.oldestUnsent(oldest === null ? 0 : Math.max(0.001, (now - oldest) / 1000));
  const states = await store.feedStates();
  metrics.feedsHeld(holdsOf(states));
  metrics.feedsFailing(states.filter((state) => state.lastError !== null).length);
}

function mayReadMetrics(request: IncomingMessage, token: string | null): boolean {
  if (isLocalRequest(request)) return true;
  if (token === null) return false;
  const given = Buffer.from(request.headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function write(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text);
}
