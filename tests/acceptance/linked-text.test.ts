// Titles with nothing behind them are read with the official text they link to; when it cannot be had, by the title, and
// once more when it can. The real program's parts with a feed and its pages on loopback.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../src/app/create-app.ts';
import { HOUR_MS } from '../../src/domain/day.ts';
import { printMessage } from '../../src/messages/print-message.ts';
import type { ItemRecord } from '../../src/ports/store.ts';
import { askIn } from '../support/ask-in.ts';
import { type FeedServer, startFeedServer } from '../support/feed-server.ts';
import { openLoopbackApp } from '../support/loopback-app.ts';
import { runVerb } from '../support/program.ts';
import { rssOf } from '../support/rss-wire.ts';

const TRADE = { platform: 'preview', tenantId: 'local', channelId: 'trade' } as const;

const ORDER = `<html><head><title>Order</title></head><body><nav>Menu 99% tariff on cheese from Norway</nav><main>
  <h1>Adjusting Imports of Steel</h1>
  <p>The United States imposes an additional tariff of 25% on steel from Japan, effective March 12, 2026.</p>
</main><footer>Imprint</footer></body></html>`;

describe('items that are only a title', () => {
  let server: FeedServer;
  let folder: string;
  let app: App;
  let now: number;

  beforeEach(async () => {
    server = await startFeedServer();
    folder = mkdtempSync(join(tmpdir(), 'tariffwatch-texts-'));
    now = Date.parse('2026-03-01T12:00:00Z');
    publish();
    app = await openLoopbackApp({
      server,
      folder,
      now: () => now,
      feeds: [
        `house,The House,US,${server.url}/feed,official,authority`,
        `paper,A paper,US,${server.url}/paper,news,press`,
        `journal,The Journal,US,${server.url}/journal,official,gazette`,
      ],
      environment: { TARIFFWATCH_GROUP_WAIT_SECONDS: '0', TARIFFWATCH_LANE_SECONDS: '0' },
    });
    await app.pollOnce();
  });

  afterEach(async () => {
    await app.stop();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function publish(...titles: readonly (readonly [title: string, link: string])[]): void {
    const at = Date.parse('2026-03-01T11:00:00Z');
    const body = rssOf(titles.map(([title, link]) => ({ title, link, guid: link, at })));
    for (const path of ['/feed', '/paper', '/journal'])
      server.set(path, { kind: 'document', body });
  }

  const page = (path: string, body = ORDER, type = 'text/html') =>
    server.set(path, { kind: 'document', body, type });
  const asked = (path: string) => server.requests.filter((one) => one.path === path).length;

  async function poll(...feeds: readonly string[]): Promise<void> {
    now += 4 * HOUR_MS;
    await app.pollOnce(feeds.length === 0 ? ['house'] : feeds);
  }

  async function ask(text: string): Promise<string> {
    return printMessage(await askIn(app, TRADE, text));
  }

  async function itemAt(path: string): Promise<ItemRecord> {
    const [record] = await app.store.itemsByLink(`${server.url}${path}`);
    if (record === undefined) throw new Error(`no item links to ${path}`);
    return record;
  }

  it('are read with the text they link to, and quote it as evidence', async () => {
    page('/order');
    publish(['Adjusting Imports', `${server.url}/order`]);
    await poll();

    const { item, reading, outcome, reason } = await itemAt('/order');
    expect(item.content).toContain('additional tariff of 25% on steel from Japan');
    expect(item.content).not.toMatch(/Menu|Imprint/);
    expect(reading?.titleOnly).toBe(false);
    expect(reading?.rates.map(({ value }) => value)).toEqual([25]);
    expect(reading?.rates[0]?.evidence.field).toBe('content');
    expect(reading?.targets.map(({ value }) => value)).toEqual(['JP']);
    expect(outcome).toBe('new-story');
    expect(reason).toContain(`read with the text of ${server.url}/order`);
  });

  it('are told with the words of the page, and why says where these stand', async () => {
    await ask('watch japan steel');
    page('/order');
    publish(['Adjusting Imports', `${server.url}/order`]);
    await poll();
    await app.settle();

    const told = await app.store.deliveriesTo(TRADE, 10);
    const alerts = told.filter(({ kind, state }) => kind === 'alert' && state === 'sent');
    expect(alerts).toHaveLength(1);
    const post = alerts.map(({ message }) => printMessage(message)).join();
    expect(post).toContain(
      '“The United States imposes an additional tariff of 25% on steel from Japan, effective March 12, 2026.”',
    );
    expect(post).not.toContain('cheese');

    const { item, storyId } = await itemAt('/order');
    const place = `read with the text of ${server.url}/order`;
    expect(await ask(`why ${item.id}`)).toContain(place);
    const { stdout } = await runVerb(['why', storyId ?? ''], {
      environment: { TARIFFWATCH_DATA_DIR: folder },
    });
    expect(stdout).toContain(place);
    expect(stdout).toMatch(/rates: 25 .*from the content/);
  });

  it('are asked for once, whether two feeds lead to them at the same time or one after the other', async () => {
    page('/order');
    publish(['Adjusting Imports', `${server.url}/order`]);
    await poll('house', 'journal');
    expect(asked('/order')).toBe(1);

    page('/later');
    publish(['Amending the Adjustment of Imports', `${server.url}/later`]);
    await poll('house');
    await poll('journal');

    expect(asked('/later')).toBe(1);
    const records = await app.store.itemsByLink(`${server.url}/later`);
    expect(records.map(({ item }) => item.content.includes('25%'))).toEqual([true, true]);
  });

  it('are read by the title when the page fails, and again when a later poll gets it', async () => {
    server.set('/order', { kind: 'status', status: 503 });
    publish(['Adjusting Imports', `${server.url}/order`]);
    await poll();
    const first = await itemAt('/order');
    expect(first.reading?.titleOnly).toBe(true);
    expect(first.reason).toContain('read without its linked text');

    page('/order');
    await poll();

    const second = await itemAt('/order');
    expect(second.item.version).toBe(2);
    expect(second.reading?.rates.map(({ value }) => value)).toEqual([25]);
    expect(second.storyId).not.toBeNull();
  });

  it('are asked for three times in all and then left as they are', async () => {
    server.set('/order', { kind: 'status', status: 503 });
    publish(['Adjusting Imports', `${server.url}/order`]);
    for (let polls = 0; polls < 6; polls += 1) await poll();

    expect(asked('/order')).toBe(3);
    expect((await itemAt('/order')).item.version).toBe(1);
  });

  it('are five a poll; the others wait for the next one', async () => {
    const paths = ['/1', '/2', '/3', '/4', '/5', '/6', '/7'];
    for (const path of paths) page(path, `${ORDER}<!-- ${path} -->`);
    publish(...paths.map((path): [string, string] => [`Order ${path}`, `${server.url}${path}`]));
    await poll();
    expect(paths.reduce((sum, path) => sum + asked(path), 0)).toBe(5);

    await poll();
    expect(paths.map(asked)).toEqual([1, 1, 1, 1, 1, 1, 1]);
    for (const path of paths) expect((await itemAt(path)).item.content).toContain('25%');
  });

  it('of a newspaper are not followed', async () => {
    page('/order');
    publish(['Adjusting Imports', `${server.url}/order`]);
    await poll('paper');

    expect(asked('/order')).toBe(0);
    expect((await itemAt('/order')).reading?.titleOnly).toBe(true);
  });

  it('are not read where the publisher asks robots to keep out', async () => {
    page('/robots.txt', 'User-agent: *\nDisallow: /ord', 'text/plain');
    page('/order');
    publish(['Adjusting Imports', `${server.url}/order`]);
    await poll();

    expect(asked('/order')).toBe(0);
    expect((await itemAt('/order')).reason).toContain('asks robots not to read');
  });

  it('never lead from a feed on a private host to the world outside', async () => {
    publish(['Adjusting Imports', 'https://www.whitehouse.gov/presidential-actions/2026/order/']);
    await poll();

    const [record] = await app.store.itemsByLink(
      'https://www.whitehouse.gov/presidential-actions/2026/order/',
    );
    expect(record?.reason).not.toContain('linked text');
  });
});
