// Ten channels with filters, settings, mutes and quiet hours of their own hear the recorded polls (and the sample wire)
// through the real program: who got what, how often and why, against an oracle that goes by the stated rules only.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Story } from '../../src/domain/story.ts';
import type { Store } from '../../src/ports/store.ts';
import { DATABASE_FILE, openStore } from '../../src/storage/open-store.ts';
import type { Schema } from '../../src/storage/schema.ts';
import { openSqlite, sqliteDialect } from '../../src/storage/sqlite-driver.ts';
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
import { SILENT_LOG } from '../support/silent-log.ts';
import { CHANNELS, type Channel, MUTED } from '../support/ten-channels.ts';
import { type Telling, type Told, whatHadToBeTold } from '../support/told-oracle.ts';

if (!hasReplay) console.log('Ten channels on recorded polls: skipped, ../shared/replay is absent.');

const WORLDS = [
  { world: 'the sample wire', isPresent: true, start: startSampleReplay },
  { world: '78 recorded polls', isPresent: hasReplay, start: startRecordedPolls },
];

describe.each(WORLDS.filter((one) => one.isPresent))('ten channels hear $world', ({ start }) => {
  let replay: Replay;
  let slack: FakeSlack;
  let teams: FakeTeams;
  let program: Program;
  let store: Store;
  let tellings: readonly Telling[];
  let told: ReadonlyMap<string, Told>;
  let users = 0;

  beforeAll(async () => {
    [replay, slack, teams] = await Promise.all([start(), startFakeSlack(), startFakeTeams()]);
    const folder = mkdtempSync(join(tmpdir(), 'tariffwatch-ten-'));
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
    const dataDir = join(folder, 'data');
    store = await openStore({ dataDir, databaseUrl: null, log: SILENT_LOG });
    await everyFeedPolled();
    const { epoch: baselineEpoch } = await store.snapshot();
    const since = new Map<string, number>();
    await joinAll(
      CHANNELS.filter(({ isLate }) => isLate !== true),
      since,
    );
    const mute = { from: 0, until: 0 };
    for (let poll = 1; poll < replay.count; poll += 1) {
      if (poll === Math.floor(replay.count / 3)) mute.from = await muteUnitedStates();
      if (poll === Math.floor(replay.count / 2)) {
        await joinAll(
          CHANNELS.filter(({ isLate }) => isLate === true),
          since,
        );
        mute.until = await endMute();
      }
      await replay.next();
      await everyFeedPolled();
      // A change that finds its post still waiting is told by that post: the oracle knows of quiet hours only.
      await outboxIsEmpty();
    }
    tellings = await tellingsOf(dataDir, baselineEpoch);
    const listeners = CHANNELS.map(({ name, takes, quiet, broadcast }) => ({
      quiet: quiet ?? ('no' as const),
      wantsOfficialWord: broadcast === 'all',
      name,
      watches: takes.map((one) => ({ since: since.get(name) ?? 0, takes: one })),
      mutes: name === MUTED ? [{ ...mute, covers: isAllUnitedStates }] : [],
    }));
    told = whatHadToBeTold(listeners, tellings);
  }, 300_000);

  afterAll(async () => {
    const code = await program?.stop();
    await store?.close();
    await Promise.all([replay?.stop(), slack?.close(), teams?.close()]);
    program?.removeFolder();
    expect(code).toBe(0);
  });

  async function say({ platform, name }: Channel, text: string): Promise<void> {
    users += 1;
    if (platform === 'slack') {
      const body = { text, channelId: name, userId: `U${users}` };
      const reply = await slack.sendCommand(program.url, body);
      expect(reply.status).toBe(200);
    } else {
      const body = { text: `<at>Tariffwatch</at> ${text}`, channelId: name, userId: `29:${users}` };
      await teams.sendMessage(program.url, body);
    }
  }

  async function joinAll(channels: readonly Channel[], since: Map<string, number>): Promise<void> {
    for (const channel of channels) {
      for (const command of channel.commands) await say(channel, command);
      const all = await store.subscriptions();
      const own = all.filter((one) => one.channel.channelId === channel.name);
      expect(own, channel.name).toHaveLength(
        channel.commands.filter((command) => command.startsWith('watch')).length,
      );
      since.set(channel.name, Math.max(...own.map(({ createdAt }) => createdAt)));
    }
  }

  async function muteUnitedStates(): Promise<number> {
    await say(CHANNELS[0] as Channel, 'mute us 7d');
    return Date.now();
  }

  // In place of seven days.
  async function endMute(): Promise<number> {
    const [mute] = await store.mutes(Date.now());
    if (mute === undefined) throw new Error('nothing is muted');
    await store.setMute({ ...mute, until: Date.now() });
    return Date.now();
  }

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
    readonly key: string;
    readonly isAnswer: boolean;
    readonly isShown: boolean;
  };

  /** Everything that stands in the channels, in the order of posting; answers to people are not among it. */
  function posts(): readonly Post[] {
    const stories = new Map<string, string>();
    const told: Post[] = [];
    for (const { channel, ts, threadTs, versions } of slack.messages()) {
      const story = threadTs === null ? storyIn(versions[0]) : (stories.get(threadTs) ?? '');
      stories.set(ts, story);
      const isShown = slack.calls.some(
        ({ method, arguments: given }) =>
          method === 'chat.postMessage' &&
          given['channel'] === channel &&
          given['thread_ts'] === threadTs &&
          given['reply_broadcast'] === true,
      );
      told.push({ key: `${channel} ${story}`, isAnswer: threadTs !== null, isShown });
    }
    for (const { conversationId, id, threadOf, versions } of teams.messages()) {
      const story = threadOf === null ? storyIn(versions[0]) : stories.get(threadOf);
      if (story === undefined || story === '') continue;
      stories.set(id, story);
      told.push({ key: `${conversationId} ${story}`, isAnswer: threadOf !== null, isShown: false });
    }
    return told;
  }

  it('posts to every channel the stories that its filters take, once each, and nothing else', () => {
    const wanted = [...told].flatMap(([key, one]) =>
      one.why === 'posted' && !one.isWaiting ? [key] : [],
    );
    const got = posts().flatMap((post) => (post.isAnswer ? [] : [post.key]));

    expect(got.toSorted()).toEqual(wanted.toSorted());
    console.log(
      `${new Set(tellings.map(({ story }) => story.id)).size} stories, ${CHANNELS.map(({ name }) => `${name} ${got.filter((key) => key.startsWith(`${name} `)).length}`).join(', ')}`,
    );
    for (const { name, quiet } of CHANNELS) {
      const count = got.filter((key) => key.startsWith(`${name} `)).length;
      if (quiet === 'all') expect(count, name).toBe(0);
      else if (replay.count > 50) expect(count, name).toBeGreaterThan(0);
    }
  });

  it('answers in the thread once for each change of stage, rate or date and each correction', () => {
    const wanted = [...told].flatMap(([key, one]) =>
      one.why === 'posted' ? Array<string>(one.answers).fill(key) : [],
    );
    const got = posts().flatMap((post) => (post.isAnswer ? [post.key] : []));

    expect(got.toSorted()).toEqual(wanted.toSorted());
  });

  it('shows answers in the channel itself as its setting says', () => {
    for (const { key, isShown } of posts().filter((post) => post.isAnswer)) {
      const channel = CHANNELS.find(({ name }) => key.startsWith(`${name} `));
      if (channel?.platform === 'slack') expect(isShown, key).toBe(channel.broadcast !== 'none');
    }
  });

  it('gives the one reason for each story and channel when it is asked why', async () => {
    for (const channel of CHANNELS.filter(({ platform }) => platform === 'slack')) {
      // All of the short wire, every fourth of the long one.
      const ids = [...new Set(tellings.map(({ story }) => story.id))];
      for (const id of ids.filter((_, index) => ids.length < 50 || index % 4 === 0)) {
        const key = `${channel.name} ${id}`;
        await say(channel, `why ${id}`);
        const answer = slack.answers(channel.name).at(-1)?.text ?? '';
        const verdict = told.get(key);
        if (verdict === undefined) expect(answer, key).not.toMatch(/Posted/);
        else if (verdict.why !== 'posted') expect(answer, key).toMatch(REASONS[verdict.why]);
        else expect(answer, key).toMatch(verdict.isWaiting ? /quiet hours/ : /: Posted /);
      }
    }
  });
});

const REASONS = { filtered: /filtered by/, muted: /muted/, old: /older than the subscription/ };

/** Nobody but the United States imposes it, or nobody else is hit. */
function isAllUnitedStates({ imposers, targets }: Story): boolean {
  const isOnly = (codes: readonly string[]) =>
    codes.length > 0 && codes.every((code) => code === 'US');
  return isOnly(imposers) || isOnly(targets);
}

function storyIn(shown: unknown): string {
  return /\bS-\d+\b/.exec(JSON.stringify(shown))?.[0] ?? '';
}

/** Every state of every story that the program kept, in the order of commitment. */
async function tellingsOf(dataDir: string, baselineEpoch: number): Promise<readonly Telling[]> {
  const dialect = sqliteDialect(await openSqlite(join(dataDir, DATABASE_FILE)));
  const db = new Kysely<Schema>({ dialect });
  const rows = await db.selectFrom('story_version').selectAll().orderBy('epoch').execute();
  await db.destroy();
  return rows.map(({ body, epoch }) => ({
    story: JSON.parse(body) as Story,
    isBaseline: epoch <= baselineEpoch,
  }));
}
