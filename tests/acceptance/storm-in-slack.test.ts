// What operators see of a storm in Slack: one line in their channel whose buttons decide, for curators only; the channel that
// follows the news gets one message. The real program, its feed and Slack on loopback.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeSlack, startFakeSlack } from '../support/fake-slack.ts';
import { type FeedServer, startFeedServer } from '../support/feed-server.ts';
import { type Program, slackEnvironment, startProgram, waitUntil } from '../support/program.ts';
import { rssOf } from '../support/rss-wire.ts';

const OPERATORS = 'C9';
const GOODS = ['steel', 'copper', 'lumber', 'cars', 'wine', 'sugar', 'aluminum', 'semiconductors'];

describe('a storm in Slack', () => {
  let slack: FakeSlack;
  let feed: FeedServer;
  let program: Program;

  beforeAll(async () => {
    [slack, feed] = await Promise.all([startFakeSlack(), startFeedServer()]);
    const folder = mkdtempSync(join(tmpdir(), 'tariffwatch-storm-slack-'));
    const file = join(folder, 'feeds.csv');
    writeFileSync(
      file,
      `id,publisher,country_iso2,url,kind,tier\nhouse,The House,US,${feed.url}/feed,official,authority\n`,
    );
    publish([]);
    program = await startProgram({
      folder,
      environment: {
        ...slackEnvironment(slack),
        TARIFFWATCH_FEEDS: file,
        TARIFFWATCH_ALLOW_HOSTS: feed.host,
        TARIFFWATCH_POLL_SECONDS: '0.3',
        TARIFFWATCH_GROUP_WAIT_SECONDS: '0',
        TARIFFWATCH_ADMIN_CHANNEL: `slack:${slack.teamId}:${OPERATORS}`,
        TARIFFWATCH_CURATORS: 'slack:U1',
      },
    });
    await slack.sendCommand(program.url, { text: 'watch everything', channelId: 'C1' });
    await waitUntil('the first poll is done', () => feed.requests.length > 1);
    publish(
      GOODS.flatMap((goods, at) => [
        `United States imposes ${10 + at}% additional tariff on ${goods} from Japan`,
        `United States imposes ${30 + at}% additional tariff on ${goods} from Brazil`,
      ]),
    );
    await waitUntil('operators are told', () => slack.messages(OPERATORS).length > 0);
  }, 120_000);

  afterAll(async () => {
    await program?.stop();
    await Promise.all([slack?.close(), feed?.close()]);
    program?.removeFolder();
  });

  function publish(titles: readonly string[]): void {
    const at = Date.now();
    const items = ['Office hours', ...titles].map((title) => ({ title, at }));
    feed.set('/feed', { kind: 'document', body: rssOf(items) });
  }

  const press = (value: string, userId: string) =>
    slack.sendAction(program.url, {
      actionId: 'tariff:0',
      value,
      channelId: OPERATORS,
      userId,
      messageTs: slack.messages(OPERATORS)[0]?.ts ?? '',
    });

  it('is one line with its buttons, and nothing in the channel that follows the news', () => {
    const [line] = slack.messages(OPERATORS);

    expect(slack.messages(OPERATORS)).toHaveLength(1);
    expect(JSON.stringify(line)).toContain('16 items read as tariff news are held');
    expect(JSON.stringify(line)).toContain('feed release house');
    expect(JSON.stringify(line)).toContain('feed drop house');
    expect(slack.messages('C1')).toEqual([]);
  });

  it('is not decided by somebody who may not, and decided once by who may', async () => {
    await press('feed release house', 'U2');
    await waitUntil('U2 is answered', () => slack.answers(OPERATORS).length === 1);
    expect(JSON.stringify(slack.answers(OPERATORS))).toContain('Only curators');

    await press('feed release house', 'U1');
    await press('feed release house', 'U1');
    await waitUntil('both are answered', () => slack.answers(OPERATORS).length === 3);
    await waitUntil('the stories are told', () => slack.messages('C1').length > 0);
    await waitUntil('the decision is told', () => slack.messages(OPERATORS).length > 1);

    const answers = slack.answers(OPERATORS).map((answer) => JSON.stringify(answer));
    expect(answers.filter((text) => text.includes('16 held items released'))).toHaveLength(1);
    expect(answers.filter((text) => text.includes('holds nothing'))).toHaveLength(1);
    expect(slack.messages('C1')).toHaveLength(1);
    expect(JSON.stringify(slack.messages('C1'))).toContain('from The House, told together');
    expect(JSON.stringify(slack.messages(OPERATORS)[1])).toContain('Decided by');
  });
});
