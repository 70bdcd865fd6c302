// The calendar as a file: what a calendar program gets, who gets it, and the address that the answer in a chat names.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeSlack, startFakeSlack } from '../support/fake-slack.ts';
import { type Program, runVerb, slackEnvironment, startProgram } from '../support/program.ts';

const COLUMNS =
  'id,publisher,country_iso2,url,format,kind,language,stable_guid,evidence_date,notes';
const TOKEN = 'a-long-random-text-of-the-operator';
/** What a proxy in front adds: the caller is not on this machine. */
const FROM_OUTSIDE = { 'x-forwarded-for': '203.0.113.7' };

let slack: FakeSlack;
let closed: Program;
let open: Program;
let folder: string;

beforeAll(async () => {
  slack = await startFakeSlack();
  folder = mkdtempSync(join(tmpdir(), 'tariffwatch-'));
  const feeds = join(folder, 'feeds.csv');
  // The one feed is at the fake's address, where there is none: nothing is asked outside this machine.
  writeFileSync(
    feeds,
    `${COLUMNS}\nnone,Nobody,US,${slack.url}/feed,RSS,official,en,y,2026-10-03,\n`,
  );
  const environment = {
    ...slackEnvironment(slack),
    TARIFFWATCH_PREVIEW: 'off',
    TARIFFWATCH_FEEDS: feeds,
    TARIFFWATCH_ALLOW_HOSTS: new URL(slack.url).host,
  };
  [closed, open] = await Promise.all([
    startProgram({ environment }),
    startProgram({
      environment: {
        ...environment,
        TARIFFWATCH_CALENDAR_TOKEN: TOKEN,
        TARIFFWATCH_PUBLIC_URL: 'https://tariffs.example.org/bot/',
      },
    }),
  ]);
}, 60_000);

afterAll(async () => {
  for (const program of [closed, open]) {
    await program.stop();
    program.removeFolder();
  }
  await slack.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the calendar file', () => {
  it('is an iCalendar of this machine alone as long as no token is set', async () => {
    const local = await fetch(`${closed.url}/calendar.ics`);
    const outside = await fetch(`${closed.url}/calendar.ics`, { headers: FROM_OUTSIDE });
    const text = await local.text();

    expect(local.status).toBe(200);
    expect(local.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')).toBe(true);
    expect(text).toMatch(/\r\nBEGIN:VEVENT\r\n/);
    expect(outside.status).toBe(404);
    expect((await fetch(`${closed.url}/calendar/${TOKEN}.ics`)).status).toBe(404);
  });

  it('is open to those who know the token, and to nobody who comes near it', async () => {
    const get = (path: string) => fetch(`${open.url}${path}`, { headers: FROM_OUTSIDE });

    expect((await get(`/calendar/${TOKEN}.ics`)).status).toBe(200);
    for (const path of [
      '/calendar.ics',
      '/calendar/.ics',
      `/calendar/${TOKEN}`,
      `/calendar/${TOKEN}x.ics`,
      `/calendar/${TOKEN.toUpperCase()}.ics`,
      '/calendar/',
    ]) {
      expect([path, (await get(path)).status]).toEqual([path, 404]);
    }
  });

  it('holds what the words after the command ask for, and refuses words that mean nothing', async () => {
    const events = async (about: string) =>
      (await (await fetch(`${closed.url}/calendar.ics?about=${about}`)).text()).split(
        'BEGIN:VEVENT',
      ).length - 1;
    const wrong = await fetch(`${closed.url}/calendar.ics?about=xyzzyland`);

    expect(await events('japan+steel')).toBeLessThan(await events(''));
    expect(wrong.status).toBe(400);
    expect(await wrong.text()).toContain('xyzzyland');
    expect((await fetch(`${closed.url}/calendar.ics`, { method: 'POST' })).status).toBe(405);
  });

  it('has its address told in the chat, and who can reach it', async () => {
    await slack.sendCommand(closed.url, { text: 'calendar --ics', channelId: 'C1' });
    await slack.sendCommand(open.url, { text: 'calendar japan steel --ics', channelId: 'C2' });

    const local = JSON.stringify(slack.answers('C1'));
    expect(local).toContain(`${closed.url}/calendar.ics`);
    expect(local).toContain('Only programs on the machine of Tariffwatch');
    expect(JSON.stringify(slack.answers('C2'))).toContain(
      `https://tariffs.example.org/bot/calendar/${TOKEN}.ics?about=japan+steel`,
    );
  });

  it('is printed by the program too', async () => {
    const run = (args: readonly string[]) =>
      runVerb(['calendar', ...args], { environment: { TARIFFWATCH_DATA_DIR: folder } });
    const file = await run(['--days', '900', '--ics']);
    const words = await run(['japan', 'steel', '--days', '900']);

    expect(file.stdout).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*BEGIN:VEVENT[\s\S]*END:VCALENDAR\r\n$/);
    expect(words.stdout).toContain('for Japan, steel');
    expect((await run(['--days', 'soon'])).code).toBe(2);
  });
});
