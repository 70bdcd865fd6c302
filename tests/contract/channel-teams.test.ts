// How people and Teams itself reach the bot: activities with real tokens over HTTP, the real SDK on our side, a fake Connector.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TEAMS_LIMITS } from '../../src/channels/teams/teams-limits.ts';
import { type ChannelBot, startTeamsBot } from '../support/channel-bots.ts';
import { type FakeTeams, startFakeTeams } from '../support/fake-teams.ts';

type Bot = ChannelBot & { readonly teams: FakeTeams };
let bot: Bot | undefined;

async function start(...options: Parameters<typeof startTeamsBot>): Promise<Bot> {
  bot = await startTeamsBot(...options);
  return bot;
}

afterEach(async () => {
  await bot?.close();
  bot = undefined;
});

const PERSONAL = 'a:personal-conversation';

async function until(condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < 400 && !condition(); turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(condition()).toBe(true);
}

describe('words to the bot', () => {
  it('are taken from a mention and answered in its thread', async () => {
    const { teams, url, asked } = await start();

    const reply = await teams.sendMessage(url, {
      text: '<at>Tariffwatch</at>&nbsp;status japan &amp; korea\n',
      activityId: '1001',
    });

    expect(reply).toEqual({ status: 200, body: '' });
    expect(asked).toEqual([
      {
        text: 'status japan & korea',
        context: {
          channel: {
            platform: 'teams',
            tenantId: `${teams.tenantId}/${teams.teamId}`,
            channelId: teams.channelId,
          },
          channelName: 'Fake team / General',
          address: expect.stringContaining(teams.serviceUrl),
          userId: '29:user-1',
          userName: 'Alice',
        },
      },
    ]);
    expect(teams.messages(teams.channelId).map(({ threadOf }) => threadOf)).toEqual(['1001']);
  });

  it('written under a post are answered under that post', async () => {
    const { teams, url } = await start();

    await teams.sendMessage(url, { text: '<at>Tariffwatch</at> why', threadOf: '900' });

    expect(teams.messages(teams.channelId).map(({ threadOf }) => threadOf)).toEqual(['900']);
  });

  it('are taken whole in a personal chat', async () => {
    const { teams, url, asked } = await start();

    await teams.sendMessage(url, { text: 'status japan', personal: true });

    expect(asked.map(({ text, context }) => [text, context.channelName])).toEqual([
      ['status japan', 'personal chat'],
    ]);
    expect(teams.messages(PERSONAL)).toHaveLength(1);
  });

  it('of others in a channel are left alone', async () => {
    const { teams, url, asked } = await start();

    await teams.sendMessage(url, { text: 'status japan' });

    expect(asked).toEqual([]);
    expect(teams.messages()).toEqual([]);
  });

  it('delivered twice by Teams are answered once', async () => {
    const { teams, url, asked } = await start();
    const activity = teams.messageActivity({ text: 'watch japan', personal: true });

    await teams.sendActivity(url, activity);
    const second = await teams.sendActivity(url, activity);

    expect(second.status).toBe(200);
    expect(asked).toHaveLength(1);
    expect(teams.messages(PERSONAL)).toHaveLength(1);
  });

  it('whose answer takes long end the request in time, and are answered afterwards', async () => {
    let finish: () => void = () => undefined;
    const { teams, url } = await start({
      limits: { ...TEAMS_LIMITS, messageWithinMs: 20 },
      runCommand: async () => {
        await new Promise<void>((resolve) => {
          finish = resolve;
        });
        return {
          message: { summary: 'Done', accent: 'info', blocks: [], buttons: [] },
          visibility: 'private',
        };
      },
    });

    const reply = await teams.sendMessage(url, { text: 'export', personal: true });
    expect(reply.status).toBe(200);
    expect(teams.messages(PERSONAL)).toEqual([]);
    finish();

    await until(() => teams.messages(PERSONAL).length === 1);
  });

  it('that fail are answered with a reference that stands in the log, and nothing else', async () => {
    const { teams, url, logged } = await start({
      runCommand: () => Promise.reject(new Error('no such table: ledger_secret')),
    });

    await teams.sendMessage(url, { text: 'status japan', personal: true });

    const shown = JSON.stringify(teams.messages(PERSONAL));
    const reference = /Reference ([0-9a-f]{8})/.exec(shown)?.[1];
    expect(logged.join('\n')).toContain(String(reference));
    expect(shown).not.toContain('ledger_secret');
  });

  it('are acknowledged although the answer is lost, and no secret is logged', async () => {
    const { teams, url, logged } = await start();
    teams.script.add('POST', { kind: 'reset', accepted: false });

    const reply = await teams.sendMessage(url, { text: 'status japan', personal: true });

    expect(reply.status).toBe(200);
    const all = logged.join('\n');
    expect(all).toContain('did not reach Teams');
    expect(all).not.toContain('fake-access-token');
    expect(all).not.toContain(teams.appPassword);
  });
});

describe('a button', () => {
  it('runs its words, leaves the card alone and is answered in the thread', async () => {
    const { teams, url, asked } = await start();

    const reply = await teams.sendInvoke(url, { command: 'why S-1' });

    expect(JSON.parse(reply.body)).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: 'Answered in the thread.',
    });
    expect(asked.map(({ text }) => text)).toEqual(['why S-1']);
    expect(teams.messages(teams.channelId)).toHaveLength(1);
    expect(teams.requestCount('PUT')).toBe(0);
  });

  it('sent again by the client has one effect', async () => {
    const { teams, url, asked } = await start();

    await teams.sendInvoke(url, { command: 'mute S-1 7d' }, { activityId: 'f:1' });
    const second = await teams.sendInvoke(url, { command: 'mute S-1 7d' }, { activityId: 'f:1' });

    expect(second.status).toBe(200);
    expect(asked).toHaveLength(1);
  });

  it('of an older client comes as a message with the same words', async () => {
    const { teams, url, asked } = await start();

    await teams.sendMessage(url, { text: '', value: { command: 'why S-1' } });

    expect(asked.map(({ text }) => text)).toEqual(['why S-1']);
  });

  it('that is not ours is refused in the words of the protocol', async () => {
    const { teams, url, asked } = await start();

    const reply = await teams.sendInvoke(url, { other: true });

    expect(reply.status).toBe(200);
    expect(JSON.parse(reply.body)).toMatchObject({ statusCode: 400 });
    expect(asked).toEqual([]);
  });
});

describe('what Teams tells of the app', () => {
  it('an installation is told once, though it comes as two activities', async () => {
    const { teams, url, events } = await start();
    const team = {
      ...teams.messageActivity({ text: '' }),
      conversation: { conversationType: 'channel', id: teams.teamId, tenantId: teams.tenantId },
      channelData: { tenant: { id: teams.tenantId }, team: { id: teams.teamId, name: 'Trade' } },
    };

    await teams.sendActivity(url, { ...team, type: 'installationUpdate', action: 'add' });
    await teams.sendActivity(url, {
      ...team,
      type: 'conversationUpdate',
      membersAdded: [{ id: teams.botId }],
    });

    expect(events).toEqual([
      {
        kind: 'joined',
        channel: {
          platform: 'teams',
          tenantId: `${teams.tenantId}/${teams.teamId}`,
          channelId: teams.teamId,
        },
        name: 'Trade',
        address: expect.stringContaining(teams.teamId),
      },
      {
        kind: 'tenant-returned',
        platform: 'teams',
        tenantId: `${teams.tenantId}/${teams.teamId}`,
        after: null,
      },
    ]);
  });

  it('a removal from a team ends every channel of that team', async () => {
    const { teams, url, events } = await start();

    await teams.sendInstallation(url, 'remove');

    expect(events).toEqual([
      {
        kind: 'tenant-left',
        platform: 'teams',
        tenantId: `${teams.tenantId}/${teams.teamId}`,
        reason: 'the app was removed',
      },
    ]);
  });

  it('a removal from a personal chat ends that chat only', async () => {
    const { teams, url, events } = await start();

    await teams.sendActivity(url, {
      ...teams.messageActivity({ text: '', personal: true }),
      type: 'installationUpdate',
      action: 'remove',
    });

    expect(events).toEqual([
      {
        kind: 'left',
        channel: { platform: 'teams', tenantId: teams.tenantId, channelId: PERSONAL },
        reason: 'the app was removed',
      },
    ]);
  });

  it.each([
    ['channelDeleted', 'left', 'the channel was deleted'],
    ['teamDeleted', 'tenant-left', 'the team was deleted'],
    ['teamArchived', 'tenant-left', 'the team was archived'],
  ])('%s counts as %s', async (eventType, kind, reason) => {
    const { teams, url, events } = await start();
    const activity = teams.messageActivity({ text: '' });

    await teams.sendActivity(url, {
      ...activity,
      type: 'conversationUpdate',
      channelData: { ...(activity['channelData'] as object), eventType },
    });

    expect(events).toMatchObject([{ kind, reason }]);
  });

  it.each([
    ['an upgrade', { type: 'installationUpdate', action: 'remove-upgrade' }],
    ['a new colleague', { type: 'conversationUpdate', membersAdded: [{ id: '29:someone' }] }],
    ['a reaction', { type: 'messageReaction' }],
    ['typing', { type: 'typing' }],
    ['a kind of next year', { type: 'somethingNew' }],
  ])('%s is no event for us', async (_, changes) => {
    const { teams, url, events } = await start();

    const reply = await teams.sendActivity(url, {
      ...teams.messageActivity({ text: '' }),
      ...changes,
    });

    expect(reply.status).toBe(200);
    expect(events).toEqual([]);
  });
});

describe('a token', () => {
  beforeEach(() => {
    // The SDK prints its faults past every log.
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
  });

  afterEach(() => {
    vi.restoreAllMocks();
  });

  const SECONDS = Math.floor(Date.now() / 1_000);

  it.each([
    ['of another issuer', { issuer: 'https://evil.example' }],
    ['of an emulator', { issuer: 'https://sts.windows.net/f8cdef31-a31e-4b4a-93e4-5f571e91255a/' }],
    ['for another bot', { audience: 'another-bot' }],
    ['for nobody', { audience: '' }],
    ['that has expired 301 seconds ago', { expiresAt: SECONDS - 301 }],
    ['that is not valid yet', { notBefore: SECONDS + 600 }],
    ['that names another service address', { serviceUrl: 'https://smba.trafficmanager.net/x/' }],
    ['that names no service address', { serviceUrl: null }],
    ['signed by a stranger', { algorithm: 'foreign' as const }],
    ['without a signature', { algorithm: 'none' as const }],
    ['signed with the public key as a secret', { algorithm: 'HS256' as const }],
    ['of an unknown key', { keyId: 'unknown' }],
  ])('%s lets nobody in', async (_, token) => {
    const { teams, url, asked } = await start();

    const reply = await teams.sendActivity(
      url,
      teams.messageActivity({ text: 'status japan', personal: true }),
      { token },
    );

    expect(reply).toEqual({ status: 401, body: '' });
    expect(asked).toEqual([]);
    expect(teams.requestCount('TOKEN')).toBe(0);
  });

  it.each([
    ['is missing', null],
    ['is empty', ''],
    ['is no token', 'Bearer x'],
    ['is of another scheme', 'Basic dXNlcjpwYXNz'],
    ['has three words', 'Bearer a b'],
    ['holds broken JSON', `Bearer ${Buffer.from('{').toString('base64url')}.e30.x`],
  ])('that %s lets nobody in', async (_, authorization) => {
    const { teams, url, asked } = await start();

    const reply = await teams.sendActivity(
      url,
      teams.messageActivity({ text: 'x', personal: true }),
      { authorization },
    );

    expect(reply.status).toBe(401);
    expect(asked).toEqual([]);
  });

  it('with a character changed lets nobody in', async () => {
    const { teams, url, asked } = await start();
    const activity = teams.messageActivity({ text: 'x', personal: true });
    const token = await teams.token();
    const [head = '', payload = '', signature = ''] = token.split('.');
    const turned = `${signature[0] === 'A' ? 'B' : 'A'}${signature.slice(1)}`;

    const reply = await teams.sendActivity(url, activity, {
      authorization: `Bearer ${head}.${payload}.${turned}`,
    });

    expect(reply.status).toBe(401);
    expect(asked).toEqual([]);
  });

  it('of a channel that the key is not made for lets nobody in', async () => {
    const { teams, url, asked } = await start(
      {},
      await startFakeTeams({ endorsements: ['webchat'] }),
    );

    const reply = await teams.sendMessage(url, { text: 'status japan', personal: true });

    expect(reply.status).toBe(401);
    expect(asked).toEqual([]);
  });

  it('cannot be judged while the keys are out of reach: 503, and nobody gets in', async () => {
    const fake = await startFakeTeams();
    const { teams, url, asked } = await start({ openIdUrl: `${fake.url}/nowhere` }, fake);

    const reply = await teams.sendMessage(url, { text: 'status japan', personal: true });

    expect(reply.status).toBe(503);
    expect(asked).toEqual([]);
  });

  it('cannot be judged while the keys do not come: 503 in time, and later nobody gets in either', async () => {
    const { teams, url, asked } = await start({
      limits: { ...TEAMS_LIMITS, keysWithinMs: 2_000, messageWithinMs: 20_000 },
    });
    teams.script.add('OPENID', { kind: 'hang', accepted: false });

    const reply = await teams.sendMessage(url, { text: 'status japan', personal: true });

    expect(reply.status).toBe(503);
    expect(asked).toEqual([]);
    expect((await teams.sendMessage(url, { text: 'help', personal: true })).status).toBe(200);
    expect(asked.map(({ text }) => text)).toEqual(['help']);
  });

  it('of another tenant than that of the registration is refused', async () => {
    const { teams, url, asked } = await start({ tenantId: 'another-tenant' });

    const reply = await teams.sendMessage(url, { text: 'status japan', personal: true });

    expect(reply.status).toBe(403);
    expect(asked).toEqual([]);
  });
});

describe('a service address', () => {
  it.each([
    '',
    'not an address',
    'http://smba.trafficmanager.net/teams/',
    'https://smba.trafficmanager.net.evil.example/',
    'https://evil.example/smba.trafficmanager.net/',
    'https://smba.trafficmanager.net@evil.example/',
    'https://user:pass@smba.trafficmanager.net/',
    'https://smba.trafficmanager.net:8443/',
    'https://xsmba.trafficmanager.net/',
    'https://trafficmanager.net/',
    'https://smba.trafficmanager.net\\@evil.example/',
    'https://evil.example#smba.trafficmanager.net',
    'https://evil.example?smba.trafficmanager.net',
    'https://evil.example\\.smba.trafficmanager.net/',
    'https://smba。trafficmanager。net.evil.example/',
    'https://169.254.169.254/',
    'http://127.0.0.1:1/',
    'http://localhost/',
    'ftp://smba.trafficmanager.net/',
    'javascript:alert(1)',
    'file:///etc/passwd',
  ])(
    '%s is refused, even with a token that names it, and gets no token of ours',
    async (serviceUrl) => {
      let isAsked = false;
      // Should the guard ever fail, no answer is made, and so none goes out to these addresses.
      const { teams, url } = await start({
        limits: { ...TEAMS_LIMITS, messageWithinMs: 20 },
        runCommand: () => {
          isAsked = true;
          return new Promise(() => undefined);
        },
      });

      const reply = await teams.sendActivity(
        url,
        { ...teams.messageActivity({ text: 'x', personal: true }), serviceUrl },
        { token: { serviceUrl } },
      );

      expect(reply.status).toBe(403);
      expect(isAsked).toBe(false);
      expect(teams.requestCount('TOKEN')).toBe(0);
    },
  );
});

describe('a request that is no activity', () => {
  const post = (url: string, body: string, headers: Record<string, string> = {}) =>
    fetch(new URL('/api/messages', url), { method: 'POST', body, headers });

  it.each([
    ['nothing', ''],
    ['broken JSON', '{"type":'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a number', '7'],
    ['an object without a type', '{"text":"x"}'],
    [
      'a type that is no text',
      '{"type":7,"channelId":"msteams","serviceUrl":"x","conversation":{"id":"1"}}',
    ],
    ['no conversation', '{"type":"message","channelId":"msteams","serviceUrl":"x"}'],
  ])('%s is answered 400 at once', async (_, body) => {
    const { url } = await start();

    expect((await post(url, body)).status).toBe(400);
  });

  it('more than 1 MB is answered 413', async () => {
    const { url } = await start();

    expect((await post(url, 'x'.repeat(1024 * 1024 + 1))).status).toBe(413);
  });

  it.each(['GET', 'PUT'])('%s is answered 405', async (method) => {
    const { url } = await start();

    expect((await fetch(new URL('/api/messages', url), { method })).status).toBe(405);
  });
});

describe('without token checks', () => {
  it('an emulator on this machine is served, over a route for this machine only', async () => {
    const fake = await startFakeTeams({ requireToken: false });
    const { teams, url, app, asked } = await start(
      { auth: 'off', appId: '', appPassword: '' },
      fake,
    );

    const activity = teams.messageActivity({ text: 'status japan', personal: true });
    const reply = await teams.sendActivity(url, activity, { authorization: null });

    expect(reply.status).toBe(200);
    expect(asked).toHaveLength(1);
    expect(teams.messages(PERSONAL)).toHaveLength(1);
    expect(teams.requestCount('TOKEN')).toBe(0);
    expect(app.routes.map(({ loopbackOnly }) => loopbackOnly)).toEqual([true]);
  });

  it('an address outside this machine is refused', async () => {
    const { teams, url } = await start({
      auth: 'off',
      limits: { ...TEAMS_LIMITS, messageWithinMs: 20 },
      runCommand: () => new Promise(() => undefined),
    });

    const reply = await teams.sendActivity(
      url,
      {
        ...teams.messageActivity({ text: 'x', personal: true }),
        serviceUrl: 'https://smba.trafficmanager.net/teams/',
      },
      { authorization: null },
    );

    expect(reply.status).toBe(403);
  });
});
