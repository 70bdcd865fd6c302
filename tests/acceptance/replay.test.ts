// The real program on items in their real order, with fake Slack and fake Teams: 78 recorded polls of four sources where
// they are present, and the sample wire everywhere.
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
  type Replay,
  startRecordedPolls,
  startSampleReplay,
} from '../support/replay.ts';

const CHANNEL = 'C0ALERTS';
const STAGE_WORDS =
  /threat|propos|announce|in force|takes effect|suspend|paused|ended|exempt|relief|investigat|struck|quota|deal|delay|lifted|lower|rais|impose|remov|retaliat|report/i;

if (!hasReplay) console.log('Recorded polls: skipped, ../shared/replay is not present.');

const WORLDS = [
  { world: 'the sample wire', isPresent: true, start: startSampleReplay, least: 8 },
  { world: '78 recorded polls', isPresent: hasReplay, start: startRecordedPolls, least: 20 },
];

describe.each(WORLDS.filter((one) => one.isPresent))(
  '$world through the real program',
  ({ start, least }) => {
    let replay: Replay;
    let slack: FakeSlack;
    let teams: FakeTeams;
    let program: Program;
    let postsAfterBaseline = -1;

    beforeAll(async () => {
      [replay, slack, teams] = await Promise.all([start(), startFakeSlack(), startFakeTeams()]);
      const folder = mkdtempSync(join(tmpdir(), 'tariffwatch-replay-'));
      writeFileSync(join(folder, 'feeds.csv'), replay.feedsCsv);
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
      await Promise.all([replay?.stop(), slack?.close(), teams?.close()]);
      program?.removeFolder();
      expect(code).toBe(0);
    });

    // A feed is asked again only after its last pass was committed: two more requests mean that one whole pass is done.
    async function everyFeedPolled(): Promise<void> {
      const before = await replay.requestCounts();
      await waitUntil('every feed was polled twice', async () => {
        const now = await replay.requestCounts();
        return replay.paths.every((path) => (now.get(path) ?? 0) >= (before.get(path) ?? 0) + 2);
      });
    }

    async function outboxIsEmpty(): Promise<void> {
      await waitUntil('nothing waits in the outbox', async () => {
        const answer = await fetch(`${program.url}/metrics`);
        return /^tariffwatch_oldest_unsent_seconds 0$/m.test(await answer.text());
      });
    }

    type Post = {
      readonly story: string;
      readonly links: readonly string[];
      readonly text: string;
    };

    /** What stands at the root of a channel, as a reader sees it after the last edit. */
    const postOf = (shown: unknown, text: string): Post => {
      const body = JSON.stringify(shown);
      const links = [...body.matchAll(/https?:\/\/[^"|\\ )>]+/g)].map((match) => match[0]);
      return { story: /\bS-\d+\b/.exec(body)?.[0] ?? '', links: [...new Set(links)], text };
    };
    const slackPosts = (): readonly Post[] =>
      slack
        .messages(CHANNEL)
        .filter((message) => message.threadTs === null)
        .map((message) => postOf(message.blocks, message.text));
    const teamsPosts = (): readonly Post[] =>
      teams
        .messages(teams.channelId)
        .filter((message) => message.threadOf === null)
        .map(({ activity }) => postOf(activity, JSON.stringify(activity)))
        .filter((post) => post.story !== '');

    it('announces nothing from the first poll', () => {
      expect(postsAfterBaseline).toBe(0);
    });

    it('posts each story once to a channel, and each item in one post only', () => {
      const posts = slackPosts();
      console.log(
        `${replay.count} polls: Slack ${posts.length} stories in ${slack.messages(CHANNEL).length} posts, ` +
          `${slack.requestCount('chat.update')} edits; Teams ${teamsPosts().length} stories`,
      );

      expect(posts.length).toBeGreaterThanOrEqual(least);
      expect(posts.map((post) => post.story)).toEqual([
        ...new Set(posts.map((post) => post.story)),
      ]);
      const links = posts.flatMap((post) => post.links);
      expect(links).toEqual([...new Set(links)]);
    });

    it('gives every post a story, a stage and a link to its source', () => {
      for (const post of slackPosts()) {
        expect(post.story, post.text).toMatch(/^S-\d+$/);
        expect(post.links.length, post.text).toBeGreaterThan(0);
        expect(post.text).toMatch(STAGE_WORDS);
      }
    });

    it('posts to Teams what its own watch takes, once each', () => {
      const posts = teamsPosts();

      expect(posts.length).toBeGreaterThan(0);
      expect(posts.map((post) => post.story)).toEqual([
        ...new Set(posts.map((post) => post.story)),
      ]);
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
  },
);
