// A post that its platform refuses for good, seen in the delivery log and sent again by hand. The real program, its feed and
// Slack on loopback.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeSlack, startFakeSlack } from '../support/fake-slack.ts';
import { type FeedServer, startFeedServer } from '../support/feed-server.ts';
import {
  type Program,
  runVerb,
  slackEnvironment,
  startProgram,
  waitUntil,
} from '../support/program.ts';
import { rssOf } from '../support/rss-wire.ts';

const TITLE = 'United States imposes 25% additional tariff on steel from Japan';
const CONTENT = /, content ([0-9a-f]{8})\b/;

let slack: FakeSlack;
let feed: FeedServer;
let program: Program;
let folder: string;

beforeAll(async () => {
  [slack, feed] = await Promise.all([startFakeSlack(), startFeedServer()]);
  folder = mkdtempSync(join(tmpdir(), 'tariffwatch-redeliver-'));
  const file = join(folder, 'feeds.csv');
  writeFileSync(
    file,
    `id,publisher,country_iso2,url,kind,tier\nhouse,The House,US,${feed.url}/feed,official,authority\n`,
  );
  publish([]);
  program = await startProgram({
    environment: {
      ...slackEnvironment(slack),
      TARIFFWATCH_FEEDS: file,
      TARIFFWATCH_ALLOW_HOSTS: feed.host,
      TARIFFWATCH_POLL_SECONDS: '0.3',
      TARIFFWATCH_GROUP_WAIT_SECONDS: '0',
      TARIFFWATCH_QUIET_SECONDS: '0.5',
    },
  });
  await slack.sendCommand(program.url, { text: 'watch everything', channelId: 'C1' });
  await waitUntil('the first poll is done', () => feed.requests.length > 1);
}, 60_000);

afterAll(async () => {
  await program?.stop();
  await Promise.all([slack?.close(), feed?.close()]);
  program?.removeFolder();
  rmSync(folder, { recursive: true, force: true });
});

function publish(titles: readonly string[]): void {
  const at = Date.now();
  const items = ['Office hours', ...titles].map((title) => ({ title, at }));
  feed.set('/feed', { kind: 'document', body: rssOf(items) });
}

function verb(...args: readonly string[]) {
  const environment = { TARIFFWATCH_DATA_DIR: join(program.folder, 'data') };
  return runVerb(['deliveries', ...args], { environment });
}

async function ask(text: string): Promise<string> {
  const before = slack.answers('C1').length;
  await slack.sendCommand(program.url, { text, channelId: 'C1' });
  await waitUntil(`${text} is answered`, () => slack.answers('C1').length > before);
  return JSON.stringify(slack.answers('C1').at(-1));
}

describe('a post that is refused for good', () => {
  it('stands in the delivery log with its content and reason, and goes out when it is sent again', async () => {
    slack.revoke('invalid_blocks');
    publish([TITLE]);
    let log = '';
    for (let look = 0; look < 60 && !log.includes('Failed for good'); look += 1) {
      log = await ask('debug');
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    const id = /debug redeliver (\d+)/.exec(log)?.[1];
    const content = CONTENT.exec(log)?.[1];
    slack.revoke(null);

    const again = await ask(`debug redeliver ${id}`);
    await waitUntil('it is posted', () => slack.messages('C1').length === 1);
    const sent = await ask('debug');

    expect(log).toContain('invalid_blocks');
    expect(log).toContain('(a new story');
    expect(again).toContain(`Post ${id} is planned again.`);
    expect(JSON.stringify(slack.messages('C1'))).toContain('25%');
    expect(sent).not.toContain('Failed for good');
    expect(content).toMatch(/^[0-9a-f]{8}$/);
    expect(sent).toContain(`, content ${content}`);
  }, 60_000);

  it('is listed and sent again from the command line too', async () => {
    slack.revoke('invalid_blocks');
    publish([TITLE, TITLE.replace('25%', '35%').replace('Japan', 'Norway')]);
    let failed = '';
    await waitUntil('it is given up', async () => {
      failed = (await verb('failed')).stdout;
      return failed.includes('invalid_blocks');
    });
    slack.revoke(null);
    const [id = ''] = failed.split(' ');

    expect(failed).toMatch(/^\d+ slack:\S+:C1 alert S-2 v1: dead, .*, content [0-9a-f]{8}; /);
    expect((await verb('redeliver', id)).stdout).toBe(`Post ${id} is planned again.\n`);
    await waitUntil('it is posted', () => JSON.stringify(slack.messages('C1')).includes('35%'));

    expect((await verb('failed')).stdout).toBe('Nothing was given up.\n');
    const lane = failed.split(' ')[1] ?? '';
    expect((await verb('log', lane)).stdout).toContain(`${id} ${lane} alert S-2 v1: sent`);
    const again = await verb('redeliver', id);
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('No failed post')]);
    expect((await verb('log', 'nowhere')).stderr).toContain(lane);
    expect((await verb()).code).toBe(2);
  }, 60_000);
});

describe('a post that nobody knows the fate of', () => {
  it('is repeated once, marked, then listed as what may have been posted, and sent again when it is asked for', async () => {
    slack.script.add(
      'chat.postMessage C1',
      { kind: 'status', status: 503 },
      // Asked without a text whether it takes posts: it does.
      { kind: 'ok' },
      { kind: 'status', status: 503 },
    );
    const before = slack.messages('C1').length;
    const calls = slack.requestCount('chat.postMessage');
    publish([TITLE, TITLE.replace('25%', '45%').replace('Japan', 'Serbia')]);
    let log = '';
    for (let look = 0; look < 60 && !log.includes('Failed for good'); look += 1) {
      log = await ask('debug');
      await new Promise((resolve) => setTimeout(resolve, 250));
    }

    expect(log).toContain('HTTP 503; it may have been posted');
    const texts = slack.calls
      .filter(({ method }) => method === 'chat.postMessage')
      .slice(calls)
      .map((call) => String(call.arguments['text']));
    expect(texts.map((text) => (text === '' ? 'asked' : /possible repeat/i.test(text)))).toEqual([
      false,
      'asked',
      true,
    ]);
    expect(slack.messages('C1')).toHaveLength(before);

    await ask(`debug redeliver ${/debug redeliver (\d+)/.exec(log)?.[1]}`);
    await waitUntil('it is posted', () => slack.messages('C1').length > before);

    expect(JSON.stringify(slack.messages('C1').at(-1))).toMatch(
      /possible repeat.*45%|45%.*possible repeat/i,
    );
  }, 60_000);
});
