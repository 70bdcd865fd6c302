// A server that gives every version of its feed the same ETag and so says "not modified" for ever: its news is found all the
// same, within a day. The program's parts with a feed on loopback and a clock of our own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../src/app/create-app.ts';
import { HOUR_MS } from '../../src/domain/day.ts';
import { type FeedServer, startFeedServer } from '../support/feed-server.ts';
import { openLoopbackApp } from '../support/loopback-app.ts';
import { rssOf } from '../support/rss-wire.ts';

describe('a feed whose ETag never changes', () => {
  let server: FeedServer;
  let folder: string;
  let app: App;
  let now: number;

  beforeEach(async () => {
    server = await startFeedServer();
    folder = mkdtempSync(join(tmpdir(), 'tariffwatch-stuck-'));
    now = Date.parse('2026-03-02T12:00:00Z');
    publish('Office hours');
    app = await openLoopbackApp({
      server,
      folder,
      now: () => now,
      feeds: [`house,The House,US,${server.url}/feed,official,authority`],
    });
    await app.pollOnce();
  });

  afterEach(async () => {
    await app.stop();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function publish(...titles: readonly string[]): void {
    const body = rssOf(titles.map((title) => ({ title })));
    server.set('/feed', { kind: 'document', body, etag: '"same"' });
  }

  it('is asked for the whole document once a day, and what is new in it is found', async () => {
    publish('Steel tariff announced', 'Office hours');
    const reports = [];
    for (let polls = 0; polls < 7; polls += 1) {
      now += 4 * HOUR_MS;
      reports.push(...(await app.pollOnce(['house'])));
    }

    const kinds = reports.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'items').length).toBeGreaterThanOrEqual(1);
    expect(kinds.filter((kind) => kind === 'items').length).toBeLessThanOrEqual(2);
    expect(kinds.filter((kind) => kind === 'not-modified').length).toBeGreaterThanOrEqual(5);
    expect(reports.reduce((sum, { fresh }) => sum + fresh, 0)).toBe(1);
  });
});
