// The past of a source: every page once, nothing told, and after a break on from where it stopped. The real program on
// archives that a loopback server pages as the sources do.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type App, createApp } from '../../src/app/create-app.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { addDays } from '../../src/domain/day.ts';
import { parseCatalogue } from '../../src/feeds/catalogue.ts';
import type { BackfillPage } from '../../src/pipeline/backfill.ts';
import { askIn } from '../support/ask-in.ts';
import { runVerb } from '../support/program.ts';
import { SILENT_LOG } from '../support/silent-log.ts';

const FROM = '2025-01-01';
const DOCUMENTS = Array.from({ length: 250 }, (_, at) => ({
  document_number: `2025-${String(at + 1).padStart(5, '0')}`,
  title: at === 120 ? 'Adjusting Imports of Steel' : `Notice ${at + 1} on fishing`,
  abstract:
    at === 120
      ? 'The United States imposes an additional tariff of 25% on steel from Japan, effective March 12, 2025. It applies to all articles.'
      : 'About fishing grounds. Nothing else.',
  publication_date: addDays('2024-12-01', at),
  html_url: `https://register.example/documents/${at + 1}`,
}));

describe('backfill', () => {
  let server: Server;
  let folder: string;
  let app: App;
  let asked: URL[];
  let failAt: number | null;
  let host: string;
  let rows: string[];

  beforeEach(async () => {
    asked = [];
    failAt = null;
    server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://server');
      if (url.pathname === '/robots.txt') return void response.writeHead(404).end();
      asked.push(url);
      if (asked.length === failAt) return void response.writeHead(503).end();
      const page = pageFor(url);
      response.writeHead(page === null ? 404 : 200).end(page ?? '');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    folder = mkdtempSync(join(tmpdir(), 'tariffwatch-backfill-'));
    host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    rows = [
      'id,publisher,country_iso2,url,kind,tier,adapter',
      `register,Register,US,http://${host}/fr?per_page=20&order=newest,official,gazette,federal-register`,
      `blog,House,US,http://${host}/blog/feed/,official,authority,wordpress`,
      `ukgov,UK,GB,http://${host}/search/news-and-communications.atom?keywords=tariff,official,authority,govuk`,
      `other,Other,US,http://${host}/other,official,authority,syndication`,
    ];
    app = await createApp(
      loadConfig({ PORT: '0', TARIFFWATCH_DATA_DIR: folder, TARIFFWATCH_ALLOW_HOSTS: host }),
      { log: SILENT_LOG, random: () => 0.5, feeds: parseCatalogue(rows.join('\n'), 'test') },
    );
  });

  afterEach(async () => {
    await app.stop();
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function pageFor(url: URL): string | null {
    if (url.pathname.startsWith('/fr')) return registerPage(url);
    return url.pathname.startsWith('/search/') ? searchPage(url) : blogPage(url);
  }

  /** As GOV.UK: twenty a page, newest first, filtered by the day; behind the last page a feed without entries. */
  function searchPage(url: URL): string {
    const since = url.searchParams.get('public_timestamp[from]') ?? '';
    const days = Array.from({ length: 90 }, (_, at) => addDays('2025-02-20', -at));
    const start = (Number(url.searchParams.get('page') ?? '1') - 1) * 20;
    const entries = days
      .filter((day) => day >= since)
      .slice(start, start + 20)
      .map(
        (day) =>
          `<entry><id>tag:www.gov.uk,2005:/government/news/n-${day}</id><title>News of ${day}</title><link href="https://www.gov.uk/government/news/n-${day}"/><updated>${day}T10:00:00Z</updated><summary>About nothing in particular. And more of it.</summary></entry>`,
      );
    return `<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title>${entries.join('')}</feed>`;
  }

  /** As the API: filtered, oldest first where asked, so many a page; no `results` without hits. */
  function registerPage(url: URL): string {
    const value = (name: string) => url.searchParams.get(name);
    const since = value('conditions[publication_date][gte]') ?? '';
    const size = Number(value('per_page') ?? '20');
    const found = DOCUMENTS.filter((one) => one.publication_date >= since);
    if (value('order') === 'newest') found.reverse();
    const start = (Number(value('page') ?? '1') - 1) * size;
    const results = found.slice(start, start + size);
    return JSON.stringify({
      count: found.length,
      description: 'Documents',
      ...(results.length > 0 && { results }),
    });
  }

  /** As WordPress: ten posts a page, newest first, 404 behind the last page. */
  function blogPage(url: URL): string | null {
    const page = Number(url.searchParams.get('paged') ?? '1');
    if (page > 4) return null;
    const items = Array.from({ length: 10 }, (_, at) => {
      const number = (page - 1) * 10 + at;
      const date = new Date(`${addDays('2025-06-01', -7 * number)}T12:00:00Z`).toUTCString();
      return `<item><title>Post ${number}</title><guid>http://blog.example/?p=${number}</guid><pubDate>${date}</pubDate><description>About nothing in particular. And more of it.</description></item>`;
    });
    return `<rss version="2.0"><channel><title>Blog</title>${items.join('')}</channel></rss>`;
  }

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
    failAt = 2;
    expect(await fill('register')).toMatchObject({ kind: 'stopped', pages: 1, items: 100 });

    expect(await fill('register')).toEqual({ kind: 'done', pages: 3, items: since });
    expect(asked.map((url) => url.searchParams.get('page'))).toEqual(['1', '2', '2', '3']);
  });

  it('asks for nothing when it is done, unless told to', async () => {
    await fill('register');
    const before = asked.length;
    expect(await fill('register')).toMatchObject({ kind: 'done-before', items: since });
    expect(asked).toHaveLength(before);

    expect(await fill('register', true)).toMatchObject({ kind: 'done', items: 0 });
    expect(asked.length).toBeGreaterThan(before);
  });

  it('pages a blog back to the day, and takes nothing older', async () => {
    const result = await fill('blog');

    // Every seventh day from 1 June back to 1 January 2025.
    expect(result).toMatchObject({ kind: 'done', items: 22 });
    expect(asked.map((url) => url.searchParams.get('paged'))).toEqual(['1', '2', '3', '4']);
  });

  it('pages a search of GOV.UK by page and day, with the words that were searched for', async () => {
    const result = await fill('ukgov');

    // From 20 February back to 1 January: 51 days, twenty a page, and one page more that has none.
    expect(result).toEqual({ kind: 'done', pages: 4, items: 51 });
    expect(asked.map((url) => url.searchParams.get('page'))).toEqual(['1', '2', '3', '4']);
    for (const { searchParams } of asked) {
      expect(searchParams.get('public_timestamp[from]')).toBe(FROM);
      expect(searchParams.get('keywords')).toBe('tariff');
    }
  });

  it('leaves the next poll of the feed a silent first one', async () => {
    await fill('register');
    const [report] = await app.pollOnce(['register']);

    expect(report).toMatchObject({ kind: 'items', isBaseline: true, fresh: 0, deliveries: 0 });
  });

  it('as a verb shows its progress apart from its result', async () => {
    const file = join(folder, 'feeds.csv');
    writeFileSync(file, rows.join('\n'));
    const environment = {
      TARIFFWATCH_FEEDS: file,
      TARIFFWATCH_ALLOW_HOSTS: host,
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
    expect(asked).toEqual([]);
  });
});
