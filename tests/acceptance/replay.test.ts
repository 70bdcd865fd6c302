// The real program on real items in their real order: 78 recorded polls of four sources, fake Slack and fake Teams.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeSlack, startFakeSlack } from '../support/fake-slack.ts';
import { type FakeTeams, startFakeTeams } from '../support/fake-teams.ts';
import {
  type Program,
  slackEnvironment,
  startProgram,
  teamsEnvironment,
  waitUntil,
} from '../support/program.ts';
import {
  hasReplay,
  REPLAY_PATHS,
  type Replay,
  replayFeedsCsv,
  startReplay,
} from '../support/replay.ts';

const CHANNEL = 'C0ALERTS';
const STAGE_WORDS =
  /threat|propos|announce|in force|takes effect|suspend|paused|ended|exempt|relief|investigat|struck|quota|deal|delay|lifted|lower|rais|impose|remov|retaliat|report/i;

describe.skipIf(!hasReplay)('78 recorded polls through the real program', () => {
  let replay: Replay;
  let slack: FakeSlack;
  let teams: FakeTeams;
  let program: Program;
  let postsAfterBaseline = -1;

  beforeAll(async () => {
    [replay, slack, teams] = await Promise.all([startReplay(), startFakeSlack(), startFakeTeams()]);
    const folder = mkdtempSync(join(tmpdir(), 'tariffwatch-replay-'));
    writeFileSync(join(folder, 'feeds.csv'), replayFeedsCsv(replay.url));
    program = await startProgram({
      folder,
      environment: {
        ...slackEnvironment(slack),
        ...teamsEnvironment(teams),
        TARIFFWATCH_FEEDS: join(folder, 'feeds.csv'),
        TARIFFWATCH_ALLOW_HOSTS: replay.host,
        TARIFFWATCH_POLL_SECONDS: '0.1',
        TARIFFWATCH_GROUP_WAIT_SECONDS: '0',
        TARIFFWATCH_LANE_SECONDS: '0',
        TARIFFWATCH_LOG_LEVEL: 'warn',
      },
    });
    await slack.sendCommand(program.url, { text: 'watch', channelId: CHANNEL });
    await teams.sendMessage(program.url, { text: '<at>Tariffwatch</at> watch us' });
    await everyFeedPolled();
    postsAfterBaseline = slack.messages(CHANNEL).length;
    for (let poll = 1; poll < replay.count; poll += 1) {
      await replay.next();
      await everyFeedPolled();
    }
    await outboxIsEmpty();
  }, 300_000);

  afterAll(async () => {
    const code = await program?.stop();
    replay?.stop();
    await Promise.all([slack?.close(), teams?.close()]);
    program?.removeFolder();
    expect(code).toBe(0);
  });

  // A feed is asked again only after its last pass was committed: two more requests mean that one whole pass is done.
  async function everyFeedPolled(): Promise<void> {
    const before = await replay.requestCounts();
    await waitUntil('every feed was polled twice', async () => {
      const now = await replay.requestCounts();
      return REPLAY_PATHS.every((path) => (now.get(path) ?? 0) >= (before.get(path) ?? 0) + 2);
    });
  }

  async function outboxIsEmpty(): Promise<void> {
    await waitUntil('nothing waits in the outbox', async () => {
      const answer = await fetch(`${program.url}/metrics`);
      return /^tariffwatch_oldest_unsent_seconds 0$/m.test(await answer.text());
    });
  }

  const roots = () => slack.messages(CHANNEL).filter((message) => message.threadTs === null);
  const bodyOf = (blocks: unknown) => JSON.stringify(blocks);
  const storyOf = (blocks: unknown) => /\bS-\d+\b/.exec(bodyOf(blocks))?.[0];

  it('announces nothing from the first poll', () => {
    expect(postsAfterBaseline).toBe(0);
  });

  it('posts each story once to a channel, and each item in one post only', () => {
    const stories = roots().map((message) => storyOf(message.blocks));
    const links = roots().flatMap((message) => [
      ...new Set(
        [
          ...bodyOf(message.blocks).matchAll(
            /https:\/\/(?:content\.govdelivery|www\.federalregister|ec\.europa|www\.gov\.uk)[^"|\\ ]+/g,
          ),
        ].map((match) => match[0]),
      ),
    ]);
    console.log(
      `replay: ${replay.count} polls, Slack ${roots().length} stories in ${slack.messages(CHANNEL).length} posts ` +
        `(${slack.requestCount('chat.update')} edits), Teams ${teams.requestCount('POST')} posts`,
    );

    expect(stories.length).toBeGreaterThan(10);
    expect(new Set(stories).size).toBe(stories.length);
    expect(new Set(links).size).toBe(links.length);
  });

  it('gives every post a story, a stage and a link to its source', () => {
    for (const message of roots()) {
      expect(storyOf(message.blocks), message.text).toBeDefined();
      expect(bodyOf(message.blocks)).toMatch(/https:\/\//);
      expect(message.text).toMatch(STAGE_WORDS);
    }
  });

  it('posts to Teams what its own watch takes, once each', () => {
    const posts = teams
      .messages(teams.channelId)
      .filter((message) => /\bS-\d+\b/.test(JSON.stringify(message)));
    const stories = posts.map((message) => /\bS-\d+\b/.exec(JSON.stringify(message))?.[0]);

    expect(posts.length).toBeGreaterThan(5);
    expect(new Set(stories).size).toBeGreaterThan(5);
  });

  it('makes one request an attempt and no call that was not meant', () => {
    const methods = new Set(slack.calls.map((call) => call.method));

    expect(
      [...methods].filter(
        (method) =>
          ![
            'auth.test',
            'chat.postMessage',
            'chat.update',
            'users.info',
            'conversations.info',
          ].includes(method),
      ),
    ).toEqual([]);
  });
});
