// A process of its own for the hostile round: its work must not count as ours. Prints its port; every name leads to it.
import { startFeedServer } from './feed-server.ts';

const server = await startFeedServer();
const items = Array.from({ length: 50 }, (_, at) => `<item><title>Item ${at}</title></item>`);
server.set('/good', {
  kind: 'document',
  body: `<rss version="2.0"><channel>${items.join('')}</channel></rss>`,
  encoding: 'gzip',
});
server.set('/drip', { kind: 'drip', everyMs: 200 });
server.set('/drip-headers', { kind: 'drip-headers', everyMs: 200 });
server.set('/hang', { kind: 'hang' });
server.set('/stall', { kind: 'stall' });
server.set('/reset', { kind: 'reset', when: 'middle' });
server.set('/loop', { kind: 'redirect', status: 302, to: '/loop' });
server.set('/bomb', { kind: 'bomb', megabytes: 30, encoding: 'gzip' });
server.set('/endless', { kind: 'bomb', megabytes: 1_000, encoding: 'none' });
for (const encoding of ['gzip', 'gzip-unsaid', 'gzip-in-gzip', 'deflate', 'raw-deflate'] as const)
  server.set(`/500-${encoding}`, { kind: 'bomb', megabytes: 500, encoding });
server.set('/200-br', { kind: 'bomb', megabytes: 200, encoding: 'br' });
server.set('/6-none', { kind: 'bomb', megabytes: 6, encoding: 'none' });
for (const claimedLength of [10, 2_000_000, 900_000_000])
  server.set(`/claims-${claimedLength}`, {
    kind: 'bomb',
    megabytes: 1,
    encoding: 'none',
    claimedLength,
  });
server.set('/claims-900000000-endless', {
  kind: 'bomb',
  megabytes: 900,
  encoding: 'none',
  claimedLength: 900_000_000,
});
server.set('/gzip-twice', { kind: 'document', body: '<rss/>', encoding: 'gzip-twice' });
process.stdout.write(`${new URL(server.url).port}\n`);
