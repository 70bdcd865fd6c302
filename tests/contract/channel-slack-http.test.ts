// The HTTP end for Slack: what is let in, and what everything else is answered with.
import { request as httpRequest } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ChannelBot, startSlackBot } from '../support/channel-bots.ts';
import type { FakeSlack } from '../support/fake-slack.ts';

const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';

let bot: ChannelBot & { readonly slack: FakeSlack };
let now: number;

beforeEach(async () => {
  now = Date.now();
  bot = await startSlackBot({ clock: { now: () => now } });
});

afterEach(async () => {
  await bot.close();
});

function commandBody(text: string): string {
  return new URLSearchParams(bot.slack.commandPayload({ text })).toString();
}

describe('a request that is not of Slack', () => {
  it.each([
    ['a wrong signature', () => ({ signature: `v0=${'0'.repeat(64)}` })],
    ['a timestamp of six minutes ago', () => ({ timestamp: Math.floor(now / 1000) - 360 })],
    ['a timestamp of tomorrow', () => ({ timestamp: Math.floor(now / 1000) + 86_400 })],
  ])('with %s is answered 401 and has no effect', async (_, changes) => {
    const reply = await bot.slack.sendSigned(bot.url, {
      body: commandBody('status japan'),
      contentType: FORM,
      ...changes(),
    });

    expect(reply).toEqual({ status: 401, body: '' });
    expect(bot.asked).toEqual([]);
  });

  it('without any signature is answered 401', async () => {
    const answer = await fetch(new URL('/slack/events', bot.url), {
      method: 'POST',
      headers: { 'content-type': FORM },
      body: commandBody('status japan'),
    });

    expect(answer.status).toBe(401);
    expect(bot.asked).toEqual([]);
  });

  it('but repeats bytes of Slack is answered 401, or 200 without effect when it says it is a retry', async () => {
    const request = {
      body: commandBody('status japan'),
      contentType: FORM,
      timestamp: Math.floor(now / 1000),
    };

    const statuses = [];
    statuses.push((await bot.slack.sendSigned(bot.url, request)).status);
    statuses.push((await bot.slack.sendSigned(bot.url, request)).status);
    const headers = { 'x-slack-retry-num': '1' };
    statuses.push((await bot.slack.sendSigned(bot.url, { ...request, headers })).status);

    expect(statuses).toEqual([200, 401, 200]);
    expect(bot.asked).toHaveLength(1);
  });

  it('cannot smuggle a command in behind a TLS check', async () => {
    const answer = await fetch(new URL('/slack/events', bot.url), {
      method: 'POST',
      headers: { 'content-type': FORM },
      body: `${commandBody('unwatch')}&ssl_check=1`,
    });

    expect(answer.status).toBe(200);
    expect(bot.asked).toEqual([]);
  });
});

describe('a request of Slack', () => {
  it.each([
    ['broken JSON', JSON_TYPE, '{"type":'],
    ['a JSON list', JSON_TYPE, '[]'],
    ['JSON null', JSON_TYPE, 'null'],
    ['a payload that is no JSON', FORM, 'payload=%7Bbroken'],
    ['an event that is null', JSON_TYPE, '{"type":"event_callback","event":null}'],
  ])('with %s is answered 400', async (_, contentType, body) => {
    expect((await bot.slack.sendSigned(bot.url, { body, contentType })).status).toBe(400);
  });

  it.each([
    ['an empty form', FORM, ''],
    ['an unknown kind of interaction', FORM, 'payload=%7B%22type%22%3A%22future%22%7D'],
    [
      'poisoned names',
      JSON_TYPE,
      '{"__proto__":{"x":1},"type":"event_callback","event":{"type":"__proto__"}}',
    ],
  ])('with %s is answered 200 and has no effect', async (_, contentType, body) => {
    expect((await bot.slack.sendSigned(bot.url, { body, contentType })).status).toBe(200);
    expect(bot.asked).toEqual([]);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('that checks the address gets its challenge back', async () => {
    const reply = await bot.slack.sendSigned(bot.url, {
      body: JSON.stringify({ type: 'url_verification', challenge: 'c-1' }),
      contentType: JSON_TYPE,
    });

    expect(reply).toEqual({ status: 200, body: '{"challenge":"c-1"}' });
  });

  it('may name its form type with a charset', async () => {
    await bot.slack.sendSigned(bot.url, {
      body: commandBody('help'),
      contentType: `${FORM}; charset=utf-8`,
    });

    expect(bot.asked.map(({ text }) => text)).toEqual(['help']);
  });
});

describe('size and method', () => {
  it.each(['GET', 'PUT', 'DELETE'])('%s is answered 405', async (method) => {
    expect((await fetch(new URL('/slack/events', bot.url), { method })).status).toBe(405);
  });

  it('a body of more than 1 MB is answered 413 without being read', async () => {
    const answer = await fetch(new URL('/slack/events', bot.url), {
      method: 'POST',
      body: 'x'.repeat(1024 * 1024 + 1),
    });

    expect(answer.status).toBe(413);
  });

  it('a body without a stated length is cut off at 1 MB', async () => {
    const status = await new Promise<number | string>((resolve) => {
      const sending = httpRequest(
        new URL('/slack/events', bot.url),
        { method: 'POST' },
        (answer) => {
          answer.resume();
          resolve(answer.statusCode ?? 0);
        },
      );
      sending.on('error', (fault: NodeJS.ErrnoException) => resolve(fault.code ?? 'fault'));
      for (let part = 0; part < 40; part += 1) sending.write('x'.repeat(64 * 1024));
      sending.end();
    });

    expect([413, 'ECONNRESET', 'EPIPE']).toContain(status);
    expect(bot.asked).toEqual([]);
  });
});
