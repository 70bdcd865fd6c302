// How people and Slack itself reach the bot: signed requests over HTTP and envelopes over a socket, real SDK, fake Slack.
import { afterEach, describe, expect, it } from 'vitest';
import { drawChart } from '../../src/app/draw-chart.ts';
import { SLACK_LIMITS } from '../../src/channels/slack/slack-limits.ts';
import type { CommandAnswer } from '../../src/ports/world.ts';
import { type ChannelBot, SAMPLE_MESSAGE, startSlackBot } from '../support/channel-bots.ts';
import { type FakeSlack, startFakeSlack } from '../support/fake-slack.ts';
import { CHART, CHART_MESSAGE } from '../support/sample-chart.ts';

type Bot = ChannelBot & { readonly slack: FakeSlack };
let bot: Bot | undefined;

async function start(...options: Parameters<typeof startSlackBot>): Promise<Bot> {
  bot = await startSlackBot(...options);
  return bot;
}

afterEach(async () => {
  await bot?.close();
  bot = undefined;
});

const PUBLIC: CommandAnswer = { message: SAMPLE_MESSAGE, visibility: 'channel' };
const PRIVATE: CommandAnswer = { message: SAMPLE_MESSAGE, visibility: 'private' };

/** Resolves when `condition` holds; polls the fake, for work that goes on after the reply. */
async function until(condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < 400 && !condition(); turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(condition()).toBe(true);
}

describe('a slash command', () => {
  it('is answered in the reply itself, to the asker only, with a Share button', async () => {
    const { slack, url, asked } = await start();

    const reply = await slack.sendCommand(url, { text: ' status  japan ', channelName: 'trade' });

    expect(reply.status).toBe(200);
    expect(asked).toEqual([
      {
        text: 'status japan',
        context: {
          channel: { platform: 'slack', tenantId: 'T1', channelId: 'C1' },
          channelName: 'trade',
          address: null,
          userId: 'U1',
          userName: 'alice',
        },
      },
    ]);
    expect(slack.answers('C1')).toHaveLength(1);
    expect(slack.answers('C1')[0]?.responseType).toBe('ephemeral');
    expect(JSON.stringify(slack.answers('C1')[0]?.blocks)).toContain('"tariff-share"');
    expect(slack.messages()).toEqual([]);
  });

  it('with a public answer is shown to the channel, without a Share button', async () => {
    const { slack, url } = await start({ runCommand: () => Promise.resolve(PUBLIC) });

    await slack.sendCommand(url, { text: 'watch japan' });

    expect(slack.answers('C1')[0]?.responseType).toBe('in_channel');
    expect(JSON.stringify(slack.answers('C1')[0]?.blocks)).not.toContain('tariff-share');
  });

  it('that takes long is acknowledged in time and answered afterwards', async () => {
    let finish: (answer: CommandAnswer) => void = () => undefined;
    const { slack, url } = await start({
      limits: { ...SLACK_LIMITS, ackWithinMs: 20 },
      runCommand: () =>
        new Promise((resolve) => {
          finish = resolve;
        }),
    });

    const reply = await slack.sendCommand(url, { text: 'export' });
    expect(reply).toEqual({ status: 200, body: '' });
    expect(slack.answers()).toEqual([]);
    finish(PRIVATE);

    await until(() => slack.answers('C1').length === 1);
    expect(slack.answers('C1')[0]?.text).toContain('Announced');
    expect(slack.requestCount('response_url')).toBe(1);
  });

  it('that fails is answered with a reference that stands in the log, and nothing else', async () => {
    const { slack, url, logged } = await start({
      runCommand: () => Promise.reject(new Error('no such table: ledger_secret')),
    });

    const reply = await slack.sendCommand(url, { text: 'status japan' });

    expect(reply.status).toBe(200);
    const reference = /Reference ([0-9a-f]{8})/.exec(reply.body)?.[1];
    expect(logged.join('\n')).toContain(String(reference));
    expect(reply.body).not.toContain('ledger_secret');
  });

  it('is answered although the database is away', async () => {
    const { slack, url } = await start({
      firstTime: () => Promise.reject(new Error('SQLITE_BUSY')),
    });

    const reply = await slack.sendCommand(url, { text: 'watch japan' });

    expect(reply.body).toContain('Reference');
    expect(reply.body).not.toContain('SQLITE');
  });

  it('sent twice by Slack has one effect', async () => {
    const { slack, url, asked } = await start();

    await slack.sendCommand(url, { text: 'watch japan', triggerId: 'same' });
    const second = await slack.sendCommand(url, { text: 'watch japan ', triggerId: 'same' });

    expect(second).toEqual({ status: 200, body: '' });
    expect(asked).toHaveLength(1);
  });

  it('that only asks leaves no trace in the database', async () => {
    const keys: string[] = [];
    const { slack, url, asked } = await start({
      isQuestion: (text) => text.startsWith('status'),
      firstTime: (key) => {
        keys.push(key);
        return Promise.resolve(true);
      },
    });

    await slack.sendCommand(url, { text: 'status japan' });

    expect(asked).toHaveLength(1);
    expect(keys).toEqual([]);
  });

  it('that is not ours is told so, once', async () => {
    const { slack, url, asked, logged } = await start();

    const reply = await slack.sendCommand(url, { command: '/weather', text: 'tokyo' });

    expect(reply.status).toBe(200);
    expect(reply.body).toContain('/tariff help');
    expect(asked).toEqual([]);
    expect(logged.filter((line) => line.includes('MultipleAck'))).toEqual([]);
  });

  it('under a name of our own making is ours', async () => {
    const { slack, url, asked } = await start();

    await slack.sendCommand(url, { command: '/tariff-test', text: 'help' });

    expect(asked.map(({ text }) => text)).toEqual(['help']);
  });

  it('without words is passed on as it is', async () => {
    const { slack, url, asked } = await start();

    await slack.sendCommand(url, { text: '' });

    expect(asked.map(({ text }) => text)).toEqual(['']);
  });
});

describe('a response address', () => {
  it.each([
    'https://hooks.slack.com.evil.example/x',
    'https://evil.example/hooks.slack.com',
    'http://hooks.slack.com/commands/x',
    'https://hooks.slack.com@evil.example/x',
    'https://user:pass@hooks.slack.com/x',
    'https://hooks.slack.com:444/x',
    'https://api.slack.com/x',
    'file:///etc/passwd',
    'ftp://hooks.slack.com/x',
    'javascript:alert(1)',
    'http://169.254.169.254/latest/meta-data',
    'http://127.0.0.1:9/x',
    'http://[::1]/x',
    '//hooks.slack.com/x',
    'not an address',
  ])('%s is never called', async (responseUrl) => {
    let finish: (answer: CommandAnswer) => void = () => undefined;
    const { slack, url, logged } = await start({
      limits: { ...SLACK_LIMITS, ackWithinMs: 20 },
      runCommand: () =>
        new Promise((resolve) => {
          finish = resolve;
        }),
    });

    await slack.sendCommand(url, { text: 'status', responseUrl });
    finish(PRIVATE);

    await until(() => logged.some((line) => line.includes('not of Slack')));
    expect(slack.requestCount()).toBe(0);
    expect(logged.join('\n')).not.toContain(responseUrl);
  });

  it('is used five times and no more', async () => {
    const { slack, url, logged } = await start();
    const { response_url: responseUrl = '' } = slack.commandPayload({ text: '' });

    for (let use = 0; use < 6; use += 1) {
      await slack.sendAction(url, { actionId: 'tariff:why S-1', value: 'why S-1', responseUrl });
    }

    await until(() => logged.some((line) => line.includes('used up')));
    expect(slack.requestCount('response_url')).toBe(5);
  });
});

describe('a button', () => {
  it('runs the words it carries and answers the person who clicked', async () => {
    const { slack, url, asked } = await start();

    const reply = await slack.sendAction(url, {
      actionId: 'tariff:why S-1#2',
      value: 'why S-1',
      messageTs: '1.1',
      channelId: 'C7',
    });

    expect(reply).toEqual({ status: 200, body: '' });
    await until(() => slack.answers('C7').length === 1);
    expect(asked[0]?.text).toBe('why S-1');
    expect(asked[0]?.context.channel.channelId).toBe('C7');
    expect(slack.answers('C7')[0]?.raw).toMatchObject({
      response_type: 'ephemeral',
      replace_original: false,
    });
  });

  it('pressed twice by one delivery of Slack has one effect', async () => {
    const { slack, url, asked } = await start();
    const click = { actionId: 'tariff:mute S-1 7d', value: 'mute S-1 7d', triggerId: 'same' };

    await slack.sendAction(url, click);
    await slack.sendAction(url, {
      ...click,
      responseUrl: slack.commandPayload({ text: '' })['response_url'] ?? '',
    });

    await until(() => slack.answers().length === 1);
    expect(asked).toHaveLength(1);
  });

  it('that opens a link, or is of another time, is acknowledged and does nothing', async () => {
    const { slack, url, asked } = await start();

    for (const actionId of ['tariff-link:1', 'an-old-button']) {
      expect(await slack.sendAction(url, { actionId })).toEqual({ status: 200, body: '' });
    }

    expect(asked).toEqual([]);
  });
});

describe('Share', () => {
  const shareValue = (slack: FakeSlack): string =>
    /"tariff-share".*?"value":"([^"]+)"/.exec(JSON.stringify(slack.answers()[0]?.blocks))?.[1] ??
    '';

  it('shows the channel what the asker saw, in their name, and takes the private copy away', async () => {
    const { slack, url, asked } = await start();
    await slack.sendCommand(url, { text: 'watch japan' });

    await slack.sendAction(url, { actionId: 'tariff-share', value: shareValue(slack) });

    await until(() => slack.requestCount('response_url') === 2);
    expect(asked).toHaveLength(1);
    const shared = slack.answers().find(({ responseType }) => responseType === 'in_channel');
    expect(JSON.stringify(shared?.blocks)).toContain('Shared by alice');
    expect(JSON.stringify(shared?.blocks)).toContain('12 March 2025');
    expect(slack.answers().at(-1)?.raw).toEqual({ delete_original: true });
  });

  it('asks a question again when the answer is no longer at hand', async () => {
    const { slack, url, asked } = await start({ isQuestion: (text) => text.startsWith('status') });

    await slack.sendAction(url, { actionId: 'tariff-share', value: 'gone status japan' });

    await until(() => slack.requestCount('response_url') === 2);
    expect(asked.map(({ text }) => text)).toEqual(['status japan']);
  });

  it('never repeats a command that changes something', async () => {
    const { slack, url, asked } = await start({ isQuestion: (text) => text.startsWith('status') });

    await slack.sendAction(url, { actionId: 'tariff-share', value: 'gone digest now' });

    await until(() => slack.answers().length === 1);
    expect(asked).toEqual([]);
    expect(slack.answers()[0]?.text).toContain('Ask again');
  });
});

describe('a mention and a direct message', () => {
  it('take the same words; a private answer is seen by the asker only', async () => {
    const { slack, url, asked } = await start();

    await slack.sendEvent(url, {
      type: 'app_mention',
      user: 'U9',
      text: '<@UBOT> status japan &amp; <https://ustr.gov/x|ustr.gov>',
      ts: '5.1',
      channel: 'C2',
    });

    await until(() => slack.answers('C2').length === 1);
    expect(asked[0]?.text).toBe('status japan & https://ustr.gov/x');
    expect(slack.answers('C2')[0]?.user).toBe('U9');
    expect(slack.messages('C2')).toEqual([]);
  });

  it('a public answer to a mention stands in its thread', async () => {
    const { slack, url } = await start({ runCommand: () => Promise.resolve(PUBLIC) });

    await slack.sendEvent(url, {
      type: 'app_mention',
      user: 'U9',
      text: '<@UBOT> watch japan',
      ts: '5.1',
      channel: 'C2',
    });

    await until(() => slack.messages('C2').length === 1);
    expect(slack.messages('C2')[0]?.threadTs).toBe('5.1');
  });

  it('a direct message is answered beside it', async () => {
    const { slack, url, asked } = await start();

    await slack.sendEvent(url, {
      type: 'message',
      channel_type: 'im',
      user: 'U9',
      text: 'status japan',
      ts: '5.1',
      channel: 'D1',
    });

    await until(() => slack.messages('D1').length === 1);
    expect(asked[0]?.context.channelName).toBe('direct message');
    expect(slack.messages('D1')[0]?.threadTs).toBeNull();
  });

  it.each([
    ['of a bot', { bot_id: 'B1' }],
    ['that is an edit', { subtype: 'message_changed' }],
    ['in a channel', { channel_type: 'channel' }],
  ])('a message %s is left alone', async (_, changes) => {
    const { slack, url, asked } = await start();

    const reply = await slack.sendEvent(url, {
      type: 'message',
      channel_type: 'im',
      user: 'U9',
      text: 'status japan',
      ts: '5.1',
      channel: 'D1',
      ...changes,
    });

    expect(reply.status).toBe(200);
    expect(asked).toEqual([]);
  });

  it('sent four times by Slack is answered once', async () => {
    const { slack, url, asked } = await start({ isQuestion: () => true });
    const event = {
      type: 'app_mention',
      user: 'U9',
      text: '<@UBOT> recent',
      ts: '5.1',
      channel: 'C2',
    };

    for (const retryNum of [0, 1, 2, 3]) {
      const reply = await slack.sendEvent(url, event, { eventId: 'Ev1', retryNum });
      expect(reply.status).toBe(200);
    }

    await until(() => slack.answers('C2').length === 1);
    expect(asked).toHaveLength(1);
  });
});

describe('an answer with a chart', () => {
  const WITH_CHART: CommandAnswer = { message: CHART_MESSAGE, visibility: 'private' };
  const share = async ({ slack, url }: Bot) => {
    await slack.sendCommand(url, { text: 'history japan steel' });
    const button = /"value":"([^"]+)"/.exec(JSON.stringify(slack.answers('C1')[0]?.blocks))?.[1];
    await slack.sendAction(url, { actionId: 'tariff-share', value: button ?? '' });
  };

  it('brings the picture to the channel when it is shared, with words for those who do not see it', async () => {
    const started = await start({
      runCommand: () => Promise.resolve(WITH_CHART),
      isQuestion: () => true,
    });
    const { slack } = started;

    await share(started);

    await until(() => slack.files().length === 1);
    expect(JSON.stringify(slack.answers('C1')[0]?.blocks)).toContain('Share with chart');
    expect(JSON.stringify(slack.answers('C1')[0]?.blocks)).toContain('no picture in a private');
    const [file] = slack.files();
    expect(file).toMatchObject({ channel: 'C1', threadTs: null, altText: CHART.alt });
    expect(file?.bytes.equals(Buffer.from(drawChart(CHART)))).toBe(true);
  });

  it('is shared once although Slack sends the click twice', async () => {
    const { slack, url } = await start({
      runCommand: () => Promise.resolve(WITH_CHART),
      isQuestion: () => true,
    });
    await slack.sendCommand(url, { text: 'history japan steel' });
    const value = /"value":"([^"]+)"/.exec(JSON.stringify(slack.answers('C1')[0]?.blocks))?.[1];
    const click = { actionId: 'tariff-share', value: value ?? '', triggerId: 'T-same' };

    await slack.sendAction(url, click);
    await slack.sendAction(url, click);

    await until(() => slack.files().length === 1);
    expect(slack.requestCount('files.completeUploadExternal')).toBe(1);
  });

  it('says so to the asker when Slack takes the text and refuses the picture', async () => {
    const started = await start({
      runCommand: () => Promise.resolve(WITH_CHART),
      isQuestion: () => true,
    });
    const { slack } = started;
    slack.script.always('files.completeUploadExternal', { kind: 'error', code: 'not_in_channel' });

    await share(started);

    await until(() => slack.answers('C1').some(({ text }) => text.includes('could not be posted')));
    expect(slack.answers('C1').some(({ responseType }) => responseType === 'in_channel')).toBe(
      true,
    );
    expect(slack.files()).toEqual([]);
  });

  it('to a direct message stands beside its text at once', async () => {
    const { slack, url } = await start({ runCommand: () => Promise.resolve(WITH_CHART) });

    await slack.sendEvent(url, {
      type: 'message',
      channel_type: 'im',
      user: 'U9',
      text: 'history japan steel',
      ts: '5.1',
      channel: 'D1',
    });

    await until(() => slack.files().length === 1);
    expect(slack.messages('D1')).toHaveLength(1);
    expect(slack.files()[0]?.channel).toBe('D1');
  });
});

describe('what Slack tells of the app', () => {
  const channel = { platform: 'slack', tenantId: 'T1', channelId: 'C3' };

  it.each([
    [
      'member_joined_channel',
      { user: 'UBOT', channel: 'C3' },
      { kind: 'joined', channel, name: 'name-of-c3', address: null },
    ],
    [
      'channel_left',
      { channel: 'C3' },
      { kind: 'left', channel, reason: 'the app was removed from the channel' },
    ],
    [
      'group_left',
      { channel: 'C3' },
      { kind: 'left', channel, reason: 'the app was removed from the channel' },
    ],
    [
      'channel_archive',
      { channel: 'C3', user: 'U1' },
      { kind: 'left', channel, reason: 'the channel was archived' },
    ],
    [
      'channel_deleted',
      { channel: 'C3' },
      { kind: 'left', channel, reason: 'the channel was deleted' },
    ],
    [
      'channel_unarchive',
      { channel: 'C3', user: 'U1' },
      { kind: 'joined', channel, name: 'name-of-c3', address: null },
    ],
    [
      'app_uninstalled',
      {},
      { kind: 'tenant-left', platform: 'slack', tenantId: 'T1', reason: 'the app was uninstalled' },
    ],
    [
      'tokens_revoked',
      { tokens: { bot: ['B1'] } },
      {
        kind: 'tenant-left',
        platform: 'slack',
        tenantId: 'T1',
        reason: 'the token of the app was revoked',
      },
    ],
  ])('%s is told once', async (type, fields, expected) => {
    const { slack, url, events } = await start();

    await slack.sendEvent(url, { type, ...fields }, { eventId: 'Ev1' });
    await slack.sendEvent(url, { type, ...fields }, { eventId: 'Ev1', retryNum: 1 });

    await until(() => events.length > 0);
    expect(events).toEqual([expected]);
  });

  it.each([
    ['member_joined_channel', { user: 'U1', channel: 'C3' }],
    ['tokens_revoked', { tokens: { oauth: ['U1'] } }],
    ['reaction_added', { user: 'U1', item: { type: 'message', channel: 'C3', ts: '1.1' } }],
  ])('%s of somebody else is not', async (type, fields) => {
    const { slack, url, events } = await start();

    expect((await slack.sendEvent(url, { type, ...fields })).status).toBe(200);

    expect(events).toEqual([]);
  });

  it('is acknowledged although taking it in fails', async () => {
    const { slack, url, logged } = await start({
      onEvent: () => Promise.reject(new Error('disk full')),
    });

    const reply = await slack.sendEvent(url, { type: 'channel_left', channel: 'C3' });

    expect(reply.status).toBe(200);
    await until(() => logged.some((line) => line.includes('not taken in')));
  });
});

describe('socket mode', () => {
  it('takes the same commands, buttons and events, and needs no route', async () => {
    const fake = await startFakeSlack();
    const { slack, app, asked } = await start({ appToken: fake.appToken }, fake);

    expect(app.routes).toEqual([]);
    const ack = await slack.sendEnvelope(
      'slash_commands',
      slack.commandPayload({ text: 'status japan' }),
    );
    expect(ack).toMatchObject({ response_type: 'ephemeral' });
    await slack.sendEnvelope(
      'interactive',
      slack.actionPayload({ actionId: 'tariff:why S-1', value: 'why S-1' }),
    );
    await slack.sendEnvelope(
      'events_api',
      slack.eventPayload({
        type: 'app_mention',
        user: 'U9',
        text: '<@UBOT> recent',
        ts: '5.1',
        channel: 'C2',
      }),
    );

    await until(() => slack.answers('C2').length === 1);
    expect(asked.map(({ text }) => text)).toEqual(['status japan', 'why S-1', 'recent']);
  });

  it('says which token is refused', async () => {
    await expect(start({ appToken: 'xapp-wrong' })).rejects.toMatchObject({
      code: 'slack-app-token',
    });
  });
});

describe('what is logged', () => {
  it('holds no token, no secret and no response address, whatever fails', async () => {
    const { slack, url, app, logged } = await start({
      runCommand: () => Promise.reject(new Error('boom')),
    });
    slack.script.always('response_url', { kind: 'reset', accepted: false });
    slack.script.always('chat.postMessage', { kind: 'cut-json' });
    slack.script.always('chat.postEphemeral', { kind: 'status', status: 500 });

    await slack.sendCommand(url, { text: 'status japan' });
    await slack.sendAction(url, { actionId: 'tariff:why S-1', value: 'why S-1' });
    await slack.sendEvent(url, {
      type: 'app_mention',
      user: 'U9',
      text: 'x',
      ts: '5.1',
      channel: 'C2',
    });
    await slack.sendSigned(url, {
      body: 'text=x',
      contentType: 'application/x-www-form-urlencoded',
      signature: 'v0=00',
    });
    await app.port.send(
      {
        channel: { platform: 'slack', tenantId: 'T1', channelId: 'C1' },
        name: '',
        address: null,
        pausedReason: null,
        pausedAt: null,
        pausedBy: null,
        lastPostAt: null,
        lastFailure: null,
        digest: null,
        preferences: null,
      },
      SAMPLE_MESSAGE,
      { threadOf: null, possibleRepeat: false, deliveryId: 1 },
    );
    await until(() => logged.length >= 5);

    const all = logged.join('\n');
    for (const secret of [slack.botToken, slack.signingSecret, '/hooks/', 'trigger_id']) {
      expect(all).not.toContain(secret);
    }
  });
});
