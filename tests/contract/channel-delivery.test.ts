// Slack and Teams keep the promises of `channel.contract.ts`, and read their own codes for what they mean.
import { afterEach, describe, expect, it } from 'vitest';
import { SLACK_LIMITS } from '../../src/channels/slack/slack-limits.ts';
import { TEAMS_LIMITS } from '../../src/channels/teams/teams-limits.ts';
import type { PostSearch } from '../../src/ports/world.ts';
import {
  type ChannelBot,
  SAMPLE_MESSAGE,
  slackChannel,
  startSlackBot,
  startTeamsBot,
  teamsChannel,
} from '../support/channel-bots.ts';
import type { FakeSlack } from '../support/fake-slack.ts';
import { channelContract } from './channel.contract.ts';

channelContract('Slack', async (sendTimeoutMs) => {
  const bot = await startSlackBot({ limits: { ...SLACK_LIMITS, sendTimeoutMs } });
  return {
    port: bot.app.port,
    channel: slackChannel(),
    posts: () =>
      bot.slack.messages().map((message) => ({
        shown: JSON.stringify([message.text, message.blocks]),
        versions: message.versions.length,
        threadOf: message.threadTs,
        isRich: message.blocks.length > 0,
      })),
    requests: () =>
      bot.slack.requestCount('chat.postMessage') + bot.slack.requestCount('chat.update'),
    script: (answer) => bot.slack.script.add('chat.postMessage', answer),
    unplug: () => bot.slack.close(),
    close: () => bot.close(),
  };
});

channelContract('Teams', async (sendTimeoutMs) => {
  const bot = await startTeamsBot({ limits: { ...TEAMS_LIMITS, sendTimeoutMs } });
  return {
    port: bot.app.port,
    channel: teamsChannel(bot.teams),
    posts: () =>
      bot.teams.messages().map((message) => ({
        shown: JSON.stringify(message.activity),
        versions: message.versions.length,
        threadOf: message.threadOf,
        isRich: message.activity['attachments'] !== undefined,
      })),
    requests: () => bot.teams.requestCount('POST') + bot.teams.requestCount('PUT'),
    script: (answer) => bot.teams.script.add('POST', answer),
    unplug: () => bot.teams.close(),
    close: () => bot.close(),
  };
});

const OPTIONS = { threadOf: null, possibleRepeat: false, deliveryId: 7 };
let bot: ChannelBot | undefined;

afterEach(async () => {
  await bot?.close();
  bot = undefined;
});

describe('a refusal by Slack', () => {
  it.each([
    ['channel_not_found', 'channel-gone'],
    ['not_in_channel', 'channel-gone'],
    ['is_archived', 'channel-gone'],
    ['restricted_action', 'channel-gone'],
    ['invalid_auth', 'tenant-gone'],
    ['token_revoked', 'tenant-gone'],
    ['account_inactive', 'tenant-gone'],
    ['missing_scope', 'tenant-gone'],
    ['invalid_blocks', 'bad-payload'],
    ['msg_too_long', 'bad-payload'],
    ['no_text', 'bad-payload'],
    ['ratelimited', 'not-sent'],
    ['internal_error', 'ambiguous'],
    ['fatal_error', 'ambiguous'],
    ['service_unavailable', 'ambiguous'],
    ['a_code_of_next_year', 'ambiguous'],
  ])('%s counts as %s', async (code, kind) => {
    const started = await startSlackBot();
    bot = started;
    started.slack.script.add('chat.postMessage C1', { kind: 'error', code });

    const outcome = await started.app.port.send(slackChannel(), SAMPLE_MESSAGE, OPTIONS);

    expect(outcome).toMatchObject({ kind, reason: expect.any(String) });
    expect(started.slack.requestCount('chat.postMessage')).toBe(1);
  });

  it('of one channel holds up no other', async () => {
    const started = await startSlackBot();
    bot = started;
    started.slack.script.always('chat.postMessage C1', { kind: 'rate-limited', retryAfter: '300' });

    const outcomes = await Promise.all(
      ['C1', 'C2', 'C1', 'C3'].map((id) =>
        started.app.port.send(slackChannel(id), SAMPLE_MESSAGE, OPTIONS),
      ),
    );

    expect(outcomes.map(({ kind }) => kind)).toEqual(['not-sent', 'sent', 'not-sent', 'sent']);
  });
});

describe('a refusal by Teams', () => {
  it.each([
    ['BotNotInConversationRoster', 403, 'channel-gone'],
    ['ConversationBlockedByUser', 403, 'channel-gone'],
    ['MessageWritesBlocked', 403, 'channel-gone'],
    ['ConversationNotFound', 404, 'channel-gone'],
    ['BotNotRegistered', 401, 'tenant-gone'],
    ['BotDisabledByAdmin', 403, 'tenant-gone'],
    ['MessageSizeTooBig', 413, 'bad-payload'],
    ['BadSyntax', 400, 'bad-payload'],
    ['PreconditionFailed', 412, 'not-sent'],
    ['Unauthorized', 401, 'not-sent'],
    ['ServiceError', 500, 'ambiguous'],
  ])('%s (%i) counts as %s', async (code, status, kind) => {
    const started = await startTeamsBot();
    bot = started;
    started.teams.script.add('POST', { kind: 'error', code, status });

    const outcome = await started.app.port.send(
      teamsChannel(started.teams),
      SAMPLE_MESSAGE,
      OPTIONS,
    );

    expect(outcome).toMatchObject({ kind, reason: expect.stringContaining(code) });
    expect(started.teams.requestCount('POST')).toBe(1);
  });

  it('of our token makes the next call sign in anew', async () => {
    const started = await startTeamsBot();
    bot = started;
    const channel = teamsChannel(started.teams);
    started.teams.script.add('POST', { kind: 'error', code: 'Unauthorized', status: 401 });

    await started.app.port.send(channel, SAMPLE_MESSAGE, OPTIONS);
    const again = await started.app.port.send(channel, SAMPLE_MESSAGE, OPTIONS);

    expect(again.kind).toBe('sent');
    expect(started.teams.requestCount('TOKEN')).toBe(2);
  });

  it('of the sign-in is no post', async () => {
    const started = await startTeamsBot({ appPassword: 'wrong' });
    bot = started;

    const outcome = await started.app.port.send(
      teamsChannel(started.teams),
      SAMPLE_MESSAGE,
      OPTIONS,
    );

    expect(outcome).toMatchObject({ kind: 'not-sent', reason: expect.stringContaining('sign-in') });
    expect(started.teams.requestCount('POST')).toBe(0);
  });

  it('is spared a token sent to an address that is not of Teams', async () => {
    const started = await startTeamsBot();
    bot = started;
    const stored = JSON.parse(teamsChannel(started.teams).address ?? '') as object;
    const evil = { ...stored, serviceUrl: 'http://127.0.0.1:1/' };

    const outcome = await started.app.port.send(
      { ...teamsChannel(started.teams), address: JSON.stringify(evil) },
      SAMPLE_MESSAGE,
      OPTIONS,
    );

    expect(outcome.kind).toBe('channel-gone');
    expect(started.teams.requestCount()).toBe(0);
  });
});

describe('looking for a post whose answer was lost', () => {
  const SEARCH: PostSearch = { deliveryId: 7, threadOf: null, since: Date.now() - 60_000 };
  const find = (started: ChannelBot & { readonly slack: FakeSlack }, search = SEARCH) =>
    started.app.port.find?.(slackChannel(), search);

  it('finds it by its mark, whatever its words, and no other', async () => {
    const started = await startSlackBot();
    bot = started;
    started.slack.grantHistory();
    started.slack.script.add('chat.postMessage', { kind: 'reset', accepted: true });
    await started.app.port.send(slackChannel(), SAMPLE_MESSAGE, OPTIONS);
    const [message] = started.slack.messages();

    expect(await find(started)).toEqual({ kind: 'found', receipt: message?.ts });
    expect(await find(started, { ...SEARCH, deliveryId: 8 })).toEqual({ kind: 'absent' });
    expect(await find(started, { ...SEARCH, since: Date.now() + 60_000 })).toEqual({
      kind: 'absent',
    });
  });

  it('finds an answer in its thread, and goes through the pages of a busy channel', async () => {
    const started = await startSlackBot();
    bot = started;
    started.slack.grantHistory();
    const first = await started.app.port.send(slackChannel(), SAMPLE_MESSAGE, OPTIONS);
    const root = first.kind === 'sent' ? first.receipt : '';
    const answered = { ...OPTIONS, deliveryId: 9, threadOf: root };
    const answer = await started.app.port.send(slackChannel(), SAMPLE_MESSAGE, answered);
    for (let count = 0; count < 210; count += 1) {
      await started.app.port.send(slackChannel(), SAMPLE_MESSAGE, { ...OPTIONS, deliveryId: 99 });
    }

    const inThread = await find(started, { ...SEARCH, deliveryId: 9, threadOf: root });
    expect(inThread).toEqual({ kind: 'found', receipt: answer.kind === 'sent' && answer.receipt });
    expect(await find(started)).toEqual({ kind: 'found', receipt: root });
  });

  it('says that it cannot know without the scope, and does not ask again with every post', async () => {
    const started = await startSlackBot();
    bot = started;

    expect(await find(started)).toEqual({ kind: 'unsure', reason: 'missing_scope' });
    expect(await find(started)).toEqual({ kind: 'unsure', reason: 'missing_scope' });
    expect(started.slack.requestCount('conversations.history')).toBe(1);
  });

  it.each([
    { kind: 'rate-limited', retryAfter: '30' },
    { kind: 'status', status: 503 },
    { kind: 'reset', accepted: false },
    { kind: 'html' },
    { kind: 'cut-json' },
    { kind: 'error', code: 'channel_not_found' },
  ] as const)(
    'says that it cannot know when Slack answers $kind, after one request',
    async (answer) => {
      const started = await startSlackBot();
      bot = started;
      started.slack.grantHistory();
      started.slack.script.add('conversations.history', answer);

      expect(await find(started)).toMatchObject({ kind: 'unsure' });
      expect(started.slack.requestCount('conversations.history')).toBe(1);
    },
  );
});
