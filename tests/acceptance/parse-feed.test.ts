// `parse-feed`: what the program sees in a document, from files and from addresses. The real program, as a process.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ParseFeedLine } from '../../src/feeds/parse-feed-document.ts';
import { type FeedServer, startFeedServer } from '../support/feed-server.ts';
import { runVerb } from '../support/program.ts';

const rss = (item: string) =>
  `<rss version="2.0"><channel><title>Notices</title><item>${item}</item></channel></rss>`;

describe('parse-feed', () => {
  let server: FeedServer;
  let folder: string;

  beforeAll(async () => {
    server = await startFeedServer();
    folder = mkdtempSync(join(tmpdir(), 'tariffwatch-parse-'));
  });

  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function parse(
    args: readonly string[],
    allowHosts = server.host,
  ): Promise<readonly ParseFeedLine[]> {
    const { stdout, code } = await runVerb(['parse-feed', ...args], {
      environment: { TARIFFWATCH_ALLOW_HOSTS: allowHosts },
    });
    expect(code).toBe(0);
    return stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as ParseFeedLine);
  }

  it('reads an address as a poll would: the header tells the encoding, links are relative to the page', async () => {
    server.set('/notices/feed', {
      kind: 'document',
      type: 'application/rss+xml; charset=euc-kr',
      body: iconv.encode(rss('<title>철강 관세</title><link>7.html</link>'), 'euc-kr'),
    });
    server.set('/moved', { kind: 'redirect', status: 301, to: '/notices/feed' });

    const [line] = await parse([`${server.url}/moved`]);

    expect(line).toMatchObject({
      file: `${server.url}/moved`,
      format: 'rss',
      items: [{ title: '철강 관세', link: `${server.url}/notices/7.html` }],
      problems: [],
    });
  });

  it('prints a line for each file and address, in their order, whatever is wrong with one', async () => {
    const file = join(folder, 'good.xml');
    writeFileSync(file, rss('<title>From a file</title>'));
    server.set('/good', { kind: 'document', body: rss('<title>From a server</title>') });
    server.set('/bomb', { kind: 'bomb', megabytes: 200, encoding: 'gzip' });
    server.set('/page', { kind: 'document', type: 'text/html', body: '<!doctype html><p>Hello' });

    const lines = await parse([
      `${server.url}/missing`,
      file,
      `${server.url}/bomb`,
      join(folder, 'missing.xml'),
      `${server.url}/page`,
      `${server.url}/good`,
    ]);

    expect(
      lines.map(({ format, items, problems }) => [format, items[0]?.title ?? problems[0]]),
    ).toEqual([
      [null, expect.stringContaining('404')],
      ['rss', 'From a file'],
      [null, expect.stringContaining('5 MB')],
      [null, 'The file cannot be read.'],
      [null, 'This is a web page, not a feed.'],
      ['rss', 'From a server'],
    ]);
  });

  it('dials no private address that was not allowed', async () => {
    server.set('/good', { kind: 'document', body: rss('<title>From a server</title>') });
    const before = server.requests.length;

    const [line] = await parse([`${server.url}/good`], '');

    expect(line).toMatchObject({ format: null, items: [] });
    expect(line?.problems[0]).toContain('TARIFFWATCH_ALLOW_HOSTS');
    expect(server.requests).toHaveLength(before);
  });
});
