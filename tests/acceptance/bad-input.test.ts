// Whatever is wrong from outside gets a clear answer: what is wrong, and what to do next. The real program, as a process.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Environment, runVerb } from '../support/program.ts';

const COLUMNS =
  'id,publisher,country_iso2,url,format,kind,language,stable_guid,evidence_date,notes';

describe('bad input', () => {
  let folder: string;
  let page: Server;
  let host: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tariffwatch-bad-'));
    page = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end(
        '<!doctype html><html><head><title>Just a moment...</title></head><body>Checking</body></html>',
      );
    });
    await new Promise<void>((resolve) => page.listen(0, '127.0.0.1', resolve));
    host = `127.0.0.1:${(page.address() as AddressInfo).port}`;
  });

  afterAll(() => {
    page.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const environment = (more: Environment = {}): Environment => ({
    TARIFFWATCH_DATA_DIR: join(folder, 'data'),
    TARIFFWATCH_LOG_LEVEL: 'silent',
    ...more,
  });

  function feedsFile(name: string, ...rows: readonly string[]): string {
    const path = join(folder, name);
    writeFileSync(path, `${[COLUMNS, ...rows].join('\n')}\n`);
    return path;
  }

  it('says that a feed is a web page, in the line of that feed', async () => {
    const file = feedsFile('html.csv', `page,A page,US,http://${host}/feed,RSS 2.0,news,en,y,,`);
    const { stdout, code } = await runVerb(['poll', '--once'], {
      environment: environment({ TARIFFWATCH_FEEDS: file, TARIFFWATCH_ALLOW_HOSTS: host }),
    });

    expect(stdout).toMatch(/^page: failed: .*\b(page|HTML)\b/m);
    expect(code).toBe(1);
  });

  describe('of a feed that does not answer as it should', () => {
    const settings = (name: string) =>
      environment({
        TARIFFWATCH_FEEDS: feedsFile(
          `${name}.csv`,
          `page,A page,US,http://${host}/feed,RSS 2.0,news,en,y,,`,
        ),
        TARIFFWATCH_ALLOW_HOSTS: host,
        TARIFFWATCH_DATA_DIR: join(folder, name),
      });
    const MINUTE = String.raw`\d{4}-\d\d-\d\d \d\d:\d\d UTC`;

    it('says beside a poll when it is tried again, and that nothing is due before', async () => {
      const inside = { environment: settings('again') };
      const first = await runVerb(['poll', '--once'], inside);
      expect(first.stdout).toMatch(new RegExp(`^page: failed: .*; next try ${MINUTE}$`, 'm'));

      const second = await runVerb(['poll', '--once'], inside);
      expect(second.stderr).toMatch(new RegExp(`No feed is due; the next is page at ${MINUTE}\\.`));
    });

    it('tells by `feeds list` how it is, before and after its first poll', async () => {
      const inside = { environment: settings('health') };
      expect((await runVerb(['feeds', 'list'], inside)).stdout).toContain('1 not polled yet');
      await runVerb(['poll', '--once'], inside);

      const { stdout, code } = await runVerb(['feeds', 'list', 'page'], inside);
      expect(stdout).toMatch(/1 in trouble[\s\S]*A page .*page: .*checks for robots.*next poll/);
      expect(code).toBe(0);
    });

    it('names no other feed than those of the list', async () => {
      const none = await runVerb(['feeds', 'list', 'pagr'], { environment: settings('names') });

      expect(none).toMatchObject({ code: 1, stdout: '' });
      expect(none.stderr).toMatch(/There is no source "pagr"[\s\S]*Did you mean page/);
    });
  });

  it('refuses a private address that was not allowed', async () => {
    const file = feedsFile(
      'private.csv',
      `inside,Inside,US,http://${host}/feed,RSS 2.0,news,en,y,,`,
    );
    const { stdout } = await runVerb(['poll', '--once'], {
      environment: environment({
        TARIFFWATCH_FEEDS: file,
        TARIFFWATCH_DATA_DIR: join(folder, 'private'),
      }),
    });

    expect(stdout).toMatch(
      /^inside: failed: .*TARIFFWATCH_ALLOW_HOSTS|^inside: failed: .*(private|not allowed)/m,
    );
  });

  it('names the broken row of a list of feeds by its line', async () => {
    const file = feedsFile(
      'broken.csv',
      'good,Good,US,https://feed.example/rss,RSS 2.0,news,en,y,,',
      'bad,Bad,US,not a url,RSS 2.0,news,en,y,,',
    );
    const { stderr, code } = await runVerb(['poll', '--once'], {
      environment: environment({ TARIFFWATCH_FEEDS: file }),
    });

    expect(stderr).toMatch(/line 3|:3\b/);
    expect(code).toBe(1);
  });

  it('suggests the country that was meant', async () => {
    const { stderr, code } = await runVerb(['status', 'japn'], { environment: environment() });

    expect(stderr).toContain('Japan');
    expect(code).toBe(1);
  });

  it('names a missing credential and where to find it, without showing the others', async () => {
    const { stderr, code } = await runVerb(['serve'], {
      environment: environment({ PORT: '0', SLACK_BOT_TOKEN: 'xoxb-very-secret-token' }),
    });

    expect(stderr).toContain('SLACK_SIGNING_SECRET');
    expect(stderr).toContain('api.slack.com');
    expect(stderr).not.toContain('very-secret');
    expect(code).toBe(1);
  });

  it('says that a port is taken, and how to take another', async () => {
    const { stderr, code } = await runVerb(['serve'], {
      environment: environment({
        PORT: host.split(':')[1] ?? '',
        TARIFFWATCH_FEEDS: feedsFile(
          'off.csv',
          'off,Off,US,https://off.example/feed,RSS 2.0,news,en,y,,status=dead',
        ),
      }),
    });

    expect(stderr).toMatch(/Port \d+ .* is taken/);
    expect(stderr).toContain('PORT=');
    expect(code).toBe(1);
  });

  it('names every fault of the configuration at once', async () => {
    const { stderr, code } = await runVerb(['config'], {
      environment: environment({ PORT: 'many', TEAMS_AUTH: 'maybe', TARIFFWATCH_FEDS: 'x.csv' }),
    });

    expect(stderr).toContain('PORT');
    expect(stderr).toContain('TEAMS_AUTH');
    expect(stderr).toContain('TARIFFWATCH_FEDS');
    expect(code).toBe(1);
  });

  it.each([
    ['read', 'not json\n', /Line 1/],
    ['read', '{"id":"a","title":["x"]}\n', /Line 1: title/],
    ['stories', '{"title":"no id"}\n', /Line 1: id/],
  ])('%s names the line that is broken', async (verb, input, expected) => {
    const { stderr, code } = await runVerb([verb], { input, environment: environment() });

    expect(stderr).toMatch(expected);
    expect(code).toBe(1);
  });

  it.each(['read', 'stories'])(
    '%s names each broken line and takes the others all the same',
    async (verb) => {
      const item = (id: string) =>
        JSON.stringify({ id, title: 'Ruritania lays 25% duty on steel' });
      const input = [item('a'), '{"id":"b",', '', '{"title":"no id"}', '[1]', item('c')].join('\n');
      const { stdout, stderr, code } = await runVerb([verb], { input, environment: environment() });

      const ids = stdout
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { id: string }).id);
      expect(ids).toEqual(['a', 'c']);
      expect(stderr.match(/^Line \d+/gm)).toEqual(['Line 2', 'Line 4', 'Line 5']);
      expect(code).toBe(1);
    },
  );

  it('names the first broken lines of a file of another kind, and counts the others', async () => {
    const input = 'x\n'.repeat(500);
    const { stderr, code } = await runVerb(['read'], { input, environment: environment() });

    expect(stderr.split('\n').length).toBeLessThan(30);
    expect(stderr).toContain('and 480 more lines');
    expect(code).toBe(1);
  });

  it.each([['nonsense'], ['status'], ['poll'], ['status', '--frobnicate', 'japan']])(
    'answers wrong usage with exit code 2: %s',
    async (...args) => {
      const { code, stderr } = await runVerb(args, { environment: environment() });

      expect(code).toBe(2);
      expect(stderr).toContain('usage');
    },
  );

  it('goes on with the next document when one cannot be read', async () => {
    const good = join(folder, 'good.xml');
    writeFileSync(
      good,
      '<rss version="2.0"><channel><title>Good</title><item><title>One</title></item></channel></rss>',
    );
    const { stdout, code } = await runVerb(['parse-feed', join(folder, 'missing.xml'), good], {
      environment: environment(),
    });

    const lines = stdout
      .trim()
      .split('\n')
      .map(
        (line) =>
          JSON.parse(line) as { format: string | null; items: unknown[]; problems: unknown[] },
      );
    expect(lines.map((line) => [line.format, line.items.length])).toEqual([
      [null, 0],
      ['rss', 1],
    ]);
    expect(lines[0]?.problems).toHaveLength(1);
    expect(code).toBe(0);
  });
});
