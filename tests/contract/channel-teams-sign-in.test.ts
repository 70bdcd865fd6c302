// Tokens for the Connector: as few requests as can be, none of them for nothing.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AccessTokens, createAccessTokens } from '../../src/channels/teams/access-token.ts';
import { type FakeTeams, startFakeTeams } from '../support/fake-teams.ts';

let teams: FakeTeams;
let now: number;

beforeEach(async () => {
  now = 1_741_737_600_000;
  teams = await startFakeTeams();
});

afterEach(async () => {
  await teams.close();
});

function tokens(
  changes: { readonly appPassword?: string; readonly loginUrl?: string } = {},
): AccessTokens {
  return createAccessTokens({
    loginUrl: teams.loginUrl,
    audience: 'https://api.botframework.com',
    appId: teams.appId,
    appPassword: teams.appPassword,
    clock: { now: () => now },
    ...changes,
  });
}

describe('a token', () => {
  it('is asked for once by many at the same time, with the scope of its audience', async () => {
    const signIn = tokens();

    const got = await Promise.all([signIn.get(), signIn.get(), signIn.get()]);

    expect(new Set(got).size).toBe(1);
    expect(teams.requestCount('TOKEN')).toBe(1);
    expect(teams.calls[0]?.activity['scope']).toBe('https://api.botframework.com/.default');
  });

  it('is kept until five minutes before its end', async () => {
    const signIn = tokens();
    const first = await signIn.get();

    now += 55 * 60_000 - 1;
    expect(await signIn.get()).toBe(first);
    now += 1;
    expect(await signIn.get()).not.toBe(first);
    expect(teams.requestCount('TOKEN')).toBe(2);
  });

  it('that was refused is not used again', async () => {
    const signIn = tokens();
    const first = await signIn.get();

    signIn.forget();

    expect(await signIn.get()).not.toBe(first);
  });
});

describe('a sign-in that fails', () => {
  it.each([
    ['a wrong password', { appPassword: 'wrong' }, 'sign-in: invalid_client'],
    ['nobody there', { loginUrl: 'http://127.0.0.1:1/' }, 'sign-in: ECONNREFUSED'],
  ])('says why, without the secret: %s', async (_, changes, code) => {
    await expect(tokens(changes).get()).rejects.toMatchObject({
      fault: { kind: 'not-sent', code },
    });
  });

  it.each([
    ['a web page', { kind: 'html' } as const],
    ['half an answer', { kind: 'cut-json' } as const],
    ['500', { kind: 'status', status: 500 } as const],
    ['a reset', { kind: 'reset', accepted: false } as const],
    ['an empty object', { kind: 'status', status: 200, body: '{}' } as const],
  ])('leaves nothing behind: the next call asks anew (%s)', async (_, answer) => {
    const signIn = tokens();
    teams.script.add('TOKEN', answer);

    await expect(signIn.get()).rejects.toMatchObject({ fault: { kind: 'not-sent' } });
    expect(await signIn.get()).toContain('fake-access-token');
  });
});
