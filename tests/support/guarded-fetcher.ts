// A fetcher for tests of addresses: names resolve as told, every dial is written down, and all of them end on loopback.
import { connect, type Socket } from 'node:net';
import type { DialTarget, LookupAnswer } from '../../src/feeds/checked-connect.ts';
import { createFeedFetcher } from '../../src/feeds/fetch-feed.ts';
import type { FeedFetcher } from '../../src/ports/world.ts';

export type GuardedFetcher = {
  readonly fetcher: FeedFetcher;
  readonly dials: readonly DialTarget[];
  readonly lookups: readonly string[];
};

/**
 * @param options.answers what the names resolve to, one answer a look-up, the last one again and again; or what a name does
 * @param options.remoteAddress what the socket says where it ended; the dialled address when left out
 */
export function createGuardedFetcher(
  port: number,
  options: {
    readonly answers: readonly (readonly string[])[] | ((host: string) => readonly string[]);
    readonly remoteAddress?: string;
    readonly ownAddresses?: readonly string[];
  },
): GuardedFetcher {
  const dials: DialTarget[] = [];
  const lookups: string[] = [];
  const { answers, ownAddresses } = options;
  const fetcher = createFeedFetcher({
    allowHosts: [],
    userAgent: 'test',
    ...(ownAddresses !== undefined && { ownAddresses: () => ownAddresses }),
    lookup: async (host): Promise<readonly LookupAnswer[]> => {
      const addresses =
        typeof answers === 'function'
          ? answers(host)
          : (answers[Math.min(lookups.length, answers.length - 1)] ?? []);
      lookups.push(host);
      return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    },
    connect: (target) => {
      dials.push(target);
      return new Promise<Socket>((resolve, reject) => {
        const socket = connect(port, '127.0.0.1');
        const remoteAddress = options.remoteAddress ?? target.address;
        Object.defineProperty(socket, 'remoteAddress', { get: () => remoteAddress });
        socket.once('connect', () => resolve(socket));
        socket.once('error', reject);
      });
    },
  });
  return { fetcher, dials, lookups };
}
