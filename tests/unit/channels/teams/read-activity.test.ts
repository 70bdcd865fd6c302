// What an activity of Teams says, and what its Connector's answers mean.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addressOf,
  channelOf,
  commandOfValue,
  contextOf,
  isForBot,
  type ReadActivity,
  readActivity,
  wordsOf,
} from '../../../../src/channels/teams/read-activity.ts';
import { outcomeOfFault, outcomeOfId } from '../../../../src/channels/teams/send-outcome.ts';
import { isServiceUrl } from '../../../../src/channels/teams/service-hosts.ts';
import { cloudOf } from '../../../../src/channels/teams/teams-cloud.ts';
import { TeamsFaultError } from '../../../../src/channels/teams/teams-port.ts';
import { HIDDEN_CHARACTERS, HOSTILE_TEXTS } from '../../../support/hostile-texts.ts';

const BASE = {
  type: 'message',
  id: '1',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  from: { id: '29:u', name: 'Alice' },
  recipient: { id: '28:bot', name: 'Tariffwatch' },
  conversation: { id: '19:c@thread.tacv2;messageid=1', conversationType: 'channel', tenantId: 't' },
  channelData: {
    tenant: { id: 't' },
    team: { id: '19:team', name: 'Trade' },
    channel: { id: '19:c@thread.tacv2', name: 'General' },
  },
};

function read(changes: Readonly<Record<string, unknown>>): ReadActivity {
  const activity = readActivity({ ...BASE, ...changes });
  if (activity === null) throw new Error('the sample is an activity');
  return activity;
}

const mention = (text: string, id = '28:bot') => ({ type: 'mention', text, mentioned: { id } });

describe('the words of a message', () => {
  it.each([
    ['<at>Tariffwatch</at> status japan', [mention('<at>Tariffwatch</at>')], 'status japan'],
    ['status <at>Tariffwatch</at> japan', [mention('<at>Tariffwatch</at>')], 'status japan'],
    [
      '<at>Other</at> and <at>Bot</at> list',
      [mention('<at>Bot</at>'), mention('<at>Other</at>', 'x')],
      'and list',
    ],
    ['<at>Renamed</at>&nbsp;help', [], 'help'],
    ['<p>status <b>japan</b> &amp; korea</p>', [], 'status japan & korea'],
    ['status japan &lt;steel&gt; &quot;x&quot;', [], 'status japan <steel> "x"'],
    ['', [], ''],
  ])('%j are %j', (text, entities, words) => {
    expect(wordsOf(read({ text, entities }))).toBe(words);
  });

  it.each([
    ['Action.Submit', { command: 'why S-1' }],
    [
      'Action.Execute',
      { action: { type: 'Action.Execute', verb: 'tariff', data: { command: 'why S-1' } } },
    ],
  ])('come from the button that was pressed (%s)', (_, value) => {
    expect(wordsOf(read({ text: 'ignored', value }))).toBe('why S-1');
  });

  it.each([[null], ['x'], [7], [{}], [{ command: 7 }], [{ action: null }], [[{ command: 'x' }]]])(
    'are not found in the value %j',
    (value) => {
      expect(commandOfValue(value)).toBeNull();
    },
  );

  it('are one line of at most 500 characters without anything hidden (5 000 texts)', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.constantFrom(...HOSTILE_TEXTS)),
        (text) => {
          const words = wordsOf(read({ text }));
          expect(words.length).toBeLessThanOrEqual(500);
          expect(HIDDEN_CHARACTERS.test(words) || words.includes('\n')).toBe(false);
        },
      ),
      { numRuns: 5_000 },
    );
  });

  it.each(['<', '<a ', '<at', '&nbsp;', ' ', '</'])(
    'are read from a megabyte of %j within the time limit',
    (part) => {
      const activity = read({ text: part.repeat(1_000_000 / part.length) });

      expect(typeof wordsOf(activity)).toBe('string');
    },
  );
});

describe('a message is for the bot', () => {
  const personal = { id: 'a:1', conversationType: 'personal' };

  it.each([
    ['in a personal chat', { conversation: personal, text: 'help' }, true],
    ['when it is mentioned', { text: 'x <at>B</at>', entities: [mention('<at>B</at>')] }, true],
    ['when its card was used', { text: '', value: { command: 'why S-1' } }, true],
    ['not when others talk', { text: 'status japan' }, false],
    [
      'not when another is mentioned',
      { text: 'x <at>A</at>', entities: [mention('<at>A</at>', 'x')] },
      false,
    ],
    [
      'not when another is mentioned first',
      { text: '<at>A</at> x', entities: [mention('<at>A</at>', 'x')] },
      false,
    ],
    ['when the list of mentions is missing', { text: '<at>B</at> help' }, true],
    [
      'not when an entity is broken',
      { text: 'x', entities: [null, 7, { type: 'mention' }] },
      false,
    ],
  ])('%s', (_, changes, expected) => {
    expect(isForBot(read(changes))).toBe(expected);
  });
});

describe('the place of a message', () => {
  it('in a team is the channel, whatever thread it is in, and the team is its tenant', () => {
    const address = addressOf(read({}));

    expect(address).toMatchObject({
      kind: 'channel',
      conversationId: '19:c@thread.tacv2',
      teamId: '19:team',
    });
    expect(channelOf(address)).toEqual({
      platform: 'teams',
      tenantId: 't/19:team',
      channelId: '19:c@thread.tacv2',
    });
    expect(contextOf(read({})).channelName).toBe('Trade / General');
  });

  it.each([
    ['personal', 'personal', 'personal chat'],
    ['groupChat', 'group', 'group chat'],
  ])('in a %s chat belongs to the tenant itself', (conversationType, kind, name) => {
    const activity = read({
      conversation: { id: 'a:1', conversationType, tenantId: 't' },
      channelData: { tenant: { id: 't' } },
    });

    expect(addressOf(activity).kind).toBe(kind);
    expect(channelOf(addressOf(activity))).toEqual({
      platform: 'teams',
      tenantId: 't',
      channelId: 'a:1',
    });
    expect(contextOf(activity).channelName).toBe(name);
  });

  it('of an installation is the channel that was chosen for it', () => {
    const channelData = {
      tenant: { id: 't' },
      team: { id: '19:team' },
      settings: { selectedChannel: { id: '19:chosen' } },
    };

    expect(addressOf(read({ channelData })).conversationId).toBe('19:chosen');
  });
});

describe('what is no activity', () => {
  it.each([
    ['no type', { type: undefined }],
    ['no service address', { serviceUrl: undefined }],
    ['a conversation without an id', { conversation: { id: '' } }],
    ['a number for a conversation', { conversation: 7 }],
  ])('is not read: %s', (_, changes) => {
    expect(readActivity({ ...BASE, ...changes })).toBeNull();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.object(), fc.boolean(), (junk, isMixed) => {
        const activity = readActivity(isMixed ? { ...BASE, ...junk } : junk);
        if (activity !== null) {
          wordsOf(activity);
          contextOf(activity);
        }
      }),
    );
  });
});

describe('an answer of the Connector', () => {
  const NOW = Date.parse('2025-03-12T00:00:00Z');
  const status = (code: number, retryAfter: string | null = null) =>
    outcomeOfFault(
      new TeamsFaultError({ kind: 'status', status: code, code: null, retryAfter }),
      NOW,
    );

  it.each([
    [429, '7', { kind: 'not-sent', rateLimited: true, retryAfterMs: 7_000 }],
    [429, 'Wed, 12 Mar 2025 00:01:00 GMT', { kind: 'not-sent', retryAfterMs: 60_000 }],
    [429, null, { kind: 'not-sent', rateLimited: true, retryAfterMs: null }],
    [412, null, { kind: 'not-sent', rateLimited: false }],
    [401, null, { kind: 'not-sent' }],
    [403, null, { kind: 'channel-gone' }],
    [404, null, { kind: 'not-sent', rateLimited: false }],
    [408, null, { kind: 'ambiguous' }],
    [409, null, { kind: 'ambiguous' }],
    [502, null, { kind: 'ambiguous' }],
  ])('%i with Retry-After %j counts as %j', (code, retryAfter, outcome) => {
    expect(status(code, retryAfter)).toMatchObject(outcome);
  });

  it('that names no message proves nothing', () => {
    expect(outcomeOfId(null).kind).toBe('ambiguous');
    expect(outcomeOfId('').kind).toBe('ambiguous');
  });

  it('that is a fault of the program proves nothing either', () => {
    expect(outcomeOfFault(new TypeError('x'), NOW)).toEqual({
      kind: 'ambiguous',
      reason: 'the answer of Teams could not be read',
    });
  });
});

describe('a service address', () => {
  it.each([
    'https://smba.trafficmanager.net/teams/',
    'https://smba.trafficmanager.net/emea',
    'https://smba.trafficmanager.net/',
    'https://smba.trafficmanager.net',
    'https://smba.infra.gov.teams.microsoft.us/gcch/',
    'https://proxy.example/teams/',
    'http://127.0.0.1:4000/',
  ])('%s is taken when it is of Teams or allowed by name', (address) => {
    const options = { allowedHosts: ['proxy.example', '127.0.0.1:4000'], loopbackOnly: false };

    expect(isServiceUrl(address, options)).toBe(true);
  });

  it.each([
    'http://proxy.example/',
    'http://127.0.0.1:4001/',
    'https://proxy.example.evil.example/',
  ])('%s is not', (address) => {
    const options = { allowedHosts: ['proxy.example', '127.0.0.1:4000'], loopbackOnly: false };

    expect(isServiceUrl(address, options)).toBe(false);
  });

  it('leaves this machine for nothing when tokens are not checked', () => {
    const options = { allowedHosts: ['proxy.example'], loopbackOnly: true };

    expect(isServiceUrl('http://localhost:56150/_connector', options)).toBe(true);
    expect(isServiceUrl('https://smba.trafficmanager.net/teams/', options)).toBe(false);
    expect(isServiceUrl('https://proxy.example/', options)).toBe(false);
  });
});

describe('a cloud of Microsoft', () => {
  it.each([
    [
      'https://login.botframework.com/v1/.well-known/openidconfiguration',
      'https://api.botframework.com',
    ],
    [
      'https://login.botframework.azure.us/v1/.well-known/openidconfiguration',
      'https://api.botframework.us',
    ],
    ['https://login.botframework.azure.us.evil.example/', 'https://api.botframework.com'],
    ['http://127.0.0.1:4000/openid', 'https://api.botframework.com'],
  ])('is told by %s', (openIdUrl, issuer) => {
    expect(cloudOf(openIdUrl).issuer).toBe(issuer);
  });
});
