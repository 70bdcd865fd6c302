// One person's burst of commands and buttons is answered with when to go on, in Slack and in Teams; nobody else notices.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FakeSlack, startFakeSlack } from '../support/fake-slack.ts';
import { type FakeTeams, startFakeTeams } from '../support/fake-teams.ts';
import {
  type Program,
  slackEnvironment,
  startProgram,
  teamsEnvironment,
  waitUntil,
} from '../support/program.ts';

const COLUMNS =
  'id,publisher,country_iso2,url,format,kind,language,stable_guid,evidence_date,notes';
const TOO_MANY = /commands within a minute, buttons included/;

let slack: FakeSlack;
let teams: FakeTeams;
let program: Program;

beforeAll(async () => {
  [slack, teams] = await Promise.all([startFakeSlack(), startFakeTeams()]);
  const folder = mkdtempSync(join(tmpdir(), 'tariffwatch-limit-'));
  const feeds = join(folder, 'feeds.csv');
  writeFileSync(
    feeds,
    `${COLUMNS}\noff,Off,US,https://off.example/f,RSS 2.0,news,en,y,,status=dead\n`,
  );
  program = await startProgram({
    folder,
    environment: {
      ...slackEnvironment(slack),
      ...teamsEnvironment(teams),
      TARIFFWATCH_FEEDS: feeds,
      TARIFFWATCH_COMMANDS_PER_MINUTE: '6',
    },
  });
});

afterAll(async () => {
  await program?.stop();
  await Promise.all([slack?.close(), teams?.close()]);
  program?.removeFolder();
});

it('counts commands and buttons of one person in Slack together', async () => {
  for (let count = 0; count < 3; count += 1) {
    await slack.sendCommand(program.url, { text: 'help', channelId: 'C1', userId: 'U1' });
    await slack.sendAction(program.url, {
      actionId: 'tariff:0',
      value: 'list',
      channelId: 'C1',
      userId: 'U1',
    });
  }
  await waitUntil('all six are answered', () => slack.answers('C1').length === 6);
  expect(slack.answers('C1').filter(({ text }) => TOO_MANY.test(text))).toEqual([]);

  await slack.sendCommand(program.url, { text: 'help', channelId: 'C1', userId: 'U1' });
  await slack.sendCommand(program.url, { text: 'help', channelId: 'C1', userId: 'U2' });

  const [refused, other] = slack.answers('C1').slice(-2);
  expect(JSON.stringify(refused)).toMatch(TOO_MANY);
  expect(JSON.stringify(refused)).toMatch(/Wait \d+ s/);
  expect(JSON.stringify(other)).not.toMatch(TOO_MANY);
});

it('counts in Teams as well', async () => {
  for (let count = 0; count < 7; count += 1) {
    await teams.sendMessage(program.url, { text: 'help', personal: true, userId: '29:u1' });
  }

  const answers = teams.messages().map(({ activity }) => TOO_MANY.test(JSON.stringify(activity)));
  expect(answers).toEqual([false, false, false, false, false, false, true]);
});
