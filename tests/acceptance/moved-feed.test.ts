// A feed that its publisher has moved for good: asked at its old address for a week, then at the new one, through restarts;
// at the old one again when the new one fails. The program's parts with a feed on loopback and a clock of our own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../src/app/create-app.ts';
import { DAY_MS } from '../../src/domain/day.ts';
import { printMessage } from '../../src/messages/print-message.ts';
import { askIn } from '../support/ask-in.ts';
import { type FeedServer, startFeedServer } from '../support/feed-server.ts';
import { openLoopbackApp } from '../support/loopback-app.ts';
import { rssOf } from '../support/rss-wire.ts';

const TRADE = { platform: 'preview', tenantId: 'local', channelId: 'trade' } as const;
const START = Date.parse('2026-03-02T12:00:00Z');
const GOODS = 'steel copper lumber cars semiconductors wine sugar coffee cement cotton'.split(' ');
const titleOf = (day: number) => `United States imposes a tariff of ${10 + day}% on ${GOODS[day]}`;

describe('a feed that has moved for good', () => {
  let server: FeedServer;
  let folder: string;
  let app: App;
  let now: number;
  /** How many orders the publisher has issued. */
  let issued: number;

  beforeEach(async () => {
    server = await startFeedServer();
    folder = mkdtempSync(join(tmpdir(), 'tariffwatch-moved-'));
    now = START;
    issued = 1;
    publishAt('/old');
    app = await open();
    await ask('watch everything');
    await app.pollOnce();
    server.set('/old', { kind: 'redirect', status: 301, to: '/new' });
    publishAt('/new');
  });

  afterEach(async () => {
    await app.stop();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = () =>
    openLoopbackApp({
      server,
      folder,
      now: () => now,
      feeds: [`house,The House,US,${server.url}/old,official,authority`],
      environment: { TARIFFWATCH_GROUP_WAIT_SECONDS: '0', TARIFFWATCH_LANE_SECONDS: '0' },
    });

  function publishAt(path: string): void {
    const items = Array.from({ length: issued }, (_, day) => {
      const link = `${server.url}/orders/${day}`;
      return { title: titleOf(day), link, guid: link, at: START + (day - 1) * DAY_MS };
    });
    server.set(path, { kind: 'document', body: rssOf(items) });
  }

  async function ask(text: string): Promise<string> {
    return printMessage(await askIn(app, TRADE, text));
  }

  /** The paths that one more daily poll asks for. */
  async function pathsOfPoll(): Promise<readonly string[]> {
    const before = server.requests.length;
    now += DAY_MS;
    await app.pollOnce(['house']);
    return server.requests.slice(before).map(({ path }) => path);
  }

  async function pathsOfPolls(days: number): Promise<readonly (readonly string[])[]> {
    const paths: (readonly string[])[] = [];
    for (let day = 0; day < days; day += 1) paths.push(await pathsOfPoll());
    return paths;
  }

  const BOTH = ['/old', '/new'];

  it('is asked at its old address for a week, restarts or not, and then at the new one alone', async () => {
    const first = await pathsOfPolls(4);
    await app.stop();
    app = await open();
    const later = await pathsOfPolls(5);

    expect([...first, ...later]).toEqual([...Array(7).fill(BOTH), ['/new'], ['/new']]);
  });

  it('says in sources where it has moved to, and from when on it is read there', async () => {
    await pathsOfPoll();
    expect(await ask('sources house')).toContain(`has moved for good to ${server.url}/new`);

    await pathsOfPolls(8);
    const sources = await ask('sources house');
    expect(sources).toContain(`it is read from ${server.url}/new`);
    expect(sources).toContain('Change its address in your list');
  });

  it('tells each of its items once, before, while and after it moves', async () => {
    for (let day = 0; day < 9; day += 1) {
      issued += 1;
      publishAt('/new');
      await pathsOfPoll();
      await app.settle();
    }

    const alerts = (await app.store.deliveriesTo(TRADE, 500)).filter(
      ({ kind }) => kind === 'alert',
    );
    const told = alerts.map(({ message }) => printMessage(message));
    const timesTold = GOODS.map((goods) => told.filter((text) => text.includes(goods)).length);
    // The first one is older than the subscription and told to nobody.
    expect(timesTold).toEqual([0, ...Array(9).fill(1)]);
  });

  it('is asked at its old address again when the new one fails', async () => {
    await pathsOfPolls(9);
    server.set('/new', { kind: 'status', status: 404 });
    expect(await pathsOfPoll()).toEqual(['/new']);

    publishAt('/old');
    expect(await pathsOfPoll()).toEqual(['/old']);
    const [state] = await app.store.feedStates();
    expect(state).toMatchObject({ failures: 0, moved: null, warnings: [] });
  });

  it('stays where it is when its old address answers by itself before the week is over', async () => {
    await pathsOfPolls(6);
    publishAt('/old');

    expect(await pathsOfPolls(4)).toEqual(Array(4).fill(['/old']));
    expect(await ask('sources house')).not.toContain('moved for good');
  });
});
