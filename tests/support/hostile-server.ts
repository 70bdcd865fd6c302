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
process.stdout.write(`${new URL(server.url).port}\n`);
