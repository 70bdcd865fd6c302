// The past of a source: every page once, nothing told, and after a break on from where it stopped. The real program on
// archives that a loopback server pages as the sources do.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type App, createApp } from '../../src/app/create-app.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { parseCatalogue } from '../../src/feeds/catalogue.ts';
import type { BackfillPage } from '../../src/pipeline/backfill.ts';
import { type ArchiveServer, DOCUMENTS, startArchiveServer } from '../support/archive-server.ts';
import { askIn } from '../support/ask-in.ts';
import { runVerb } from '../support/program.ts';
import { SILENT_LOG } from '../support/silent-log.ts';

const FROM = '2025-01-01';
describe('backfill', () => {
  let archive: ArchiveServer;
  let folder: string;
  let app: App;

  beforeEach(async () => {
    archive = await startArchiveServer();
    folder = mkdtempSync(join(tmpdir(), 'tariffwatch-backfill-'));
    app = await createApp(
      loadConfig({
        PORT: '0',
        TARIFFWATCH_DATA_DIR: folder,
        TARIFFWATCH_ALLOW_HOSTS: archive.host,
      }),
      {
        log: SILENT_LOG,
        random: () => 0.5,
        feeds: parseCatalogue(archive.feedsCsv, 'test'),
      },
    );
  });

  afterEach(async () => {
    await app.stop();
    await archive.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function fill(id: string, isAgain = false, onPage: (page: BackfillPage) => void = () => {}) {
    const feed = app.feeds.find((one) => one.id === id);
    if (feed === undefined) throw new Error(`no feed ${id}`);
    return app.backfill(feed, { fromDay: FROM, isAgain, onPage, pause: async () => {} });
  }

  const since = DOCUMENTS.filter((one) => one.publication_date >= FROM).length;

  it('pages the register by day from the day asked for, and fills stories silently', async () => {
    await askIn(app, { platform: 'preview', tenantId: 't', channelId: 'c' }, 'watch us');
    const days: (string | null)[] = [];
    const result = await fill('register', false, ({ day }) => days.push(day));

    expect(result).toEqual({ kind: 'done', pages: 3, items: since });
    expect(days).toEqual(days.toSorted((a, b) => String(a).localeCompare(String(b))));
    const stories = await app.store.recentStories({ limit: 10, since: 0 });
    expect(stories.map(({ title }) => title)).toEqual(['Adjusting Imports of Steel']);
    const channel = { platform: 'preview', tenantId: 't', channelId: 'c' } as const;
    expect(await app.store.deliveriesTo(channel, 10)).toEqual([]);
  });

  it('goes on where it stopped when a page fails', async () => {
    archive.failAt(2);
    expect(await fill('register')).toMatchObject({ kind: 'stopped', pages: 1, items: 100 });

    expect(await fill('register')).toEqual({ kind: 'done', pages: 3, items: since });
    expect(archive.asked.map((url) => url.searchParams.get('page'))).toEqual(['1', '2', '2', '3']);
  });

  it('asks for nothing when it is done, unless told to', async () => {
    await fill('register');
    const before = archive.asked.length;
    expect(await fill('register')).toMatchObject({ kind: 'done-before', items: since });
    expect(archive.asked).toHaveLength(before);

    expect(await fill('register', true)).toMatchObject({ kind: 'done', items: 0 });
    expect(archive.asked.length).toBeGreaterThan(before);
  });

  it('pages a blog back to the day, and takes nothing older', async () => {
    const result = await fill('blog');

    // Every seventh day from 1 June back to 1 January 2025.
    expect(result).toMatchObject({ kind: 'done', items: 22 });
    expect(archive.asked.map((url) => url.searchParams.get('paged'))).toEqual(['1', '2', '3', '4']);
  });

  it('pages a search of GOV.UK by page and day, with the words that were searched for', async () => {
    const result = await fill('ukgov');

    // From 20 February back to 1 January: 51 days, twenty a page, and one page more that has none.
    expect(result).toEqual({ kind: 'done', pages: 4, items: 51 });
    expect(archive.asked.map((url) => url.searchParams.get('page'))).toEqual(['1', '2', '3', '4']);
    for (const { searchParams } of archive.asked) {
      expect(searchParams.get('public_timestamp[from]')).toBe(FROM);
      expect(searchParams.get('keywords')).toBe('tariff');
    }
  });

  it('ends a search that does not filter by day where its pages are older than the day', async () => {
    archive.forgetDays();
    const result = await fill('ukgov');

    expect(result).toEqual({ kind: 'done', pages: 4, items: 51 });
  });

  it('leaves the next poll of the feed a silent first one', async () => {
    await fill('register');
    const [report] = await app.pollOnce(['register']);

    expect(report).toMatchObject({ kind: 'items', isBaseline: true, fresh: 0, deliveries: 0 });
  });

  it('as a verb shows its progress apart from its result', async () => {
    const file = join(folder, 'feeds.csv');
    writeFileSync(file, archive.feedsCsv);
    const environment = {
      TARIFFWATCH_FEEDS: file,
      TARIFFWATCH_ALLOW_HOSTS: archive.host,
      TARIFFWATCH_DATA_DIR: join(folder, 'verb'),
      TARIFFWATCH_POLL_SECONDS: '0.05',
    };
    const args = ['backfill', '--from', FROM, '--feed', 'register'];
    const { stdout, stderr, code } = await runVerb(args, { environment });

    expect(code, stderr).toBe(0);
    expect(stdout).toBe(`register: ${since} items filled from 3 pages\n`);
    expect(stderr).toMatch(/\[#{24}\] register page 3, .*, 219 in all/);
    const wrong = await runVerb(['backfill', '--from', FROM, '--feed', 'other'], { environment });
    expect(wrong.code).toBe(1);
    expect(wrong.stderr).toContain('Feeds that have one: register, blog, ukgov');
    expect((await runVerb(['backfill'], { environment })).code).toBe(2);
  });

  it('is not for feeds without an archive', async () => {
    expect(await fill('other')).toBeNull();
    expect(archive.asked).toEqual([]);
  });
});
