// An operator's tariff table, from the file to the answers: the verb that imports it, the JSON, the words, and the answer in
// Slack of a program that was running all the while.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeSlack, startFakeSlack } from '../support/fake-slack.ts';
import { type Program, runVerb, slackEnvironment, startProgram } from '../support/program.ts';

const COLUMNS =
  'id,publisher,country_iso2,url,format,kind,language,stable_guid,evidence_date,notes';
const QUESTION = ['china', '7326.90.86.88', '--on', '2026-10-05'];
const TYPED = 'status china 7326.90.86.88 from us on 2026-10-05';

let slack: FakeSlack;
let program: Program;
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
  program = await startProgram({
    environment: {
      ...slackEnvironment(slack),
      TARIFFWATCH_PREVIEW: 'off',
      TARIFFWATCH_FEEDS: feeds,
      TARIFFWATCH_ALLOW_HOSTS: new URL(slack.url).host,
    },
  });
}, 60_000);

afterAll(async () => {
  await program.stop();
  program.removeFolder();
  await slack.close();
  rmSync(folder, { recursive: true, force: true });
});

function run(args: readonly string[]) {
  return runVerb(args, {
    environment: { TARIFFWATCH_DATA_DIR: join(program.folder, 'data') },
  });
}

function exported(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('a tariff table', () => {
  it('that is none is refused in words, and changes nothing', async () => {
    const broken = await run(['import', 'hts', exported('broken.json', '[{"htsno": "7326"')]);
    const empty = await run(['import', 'hts', exported('empty.json', '{"rows": []}')]);
    const wrong = await run(['import', 'hs', 'x']);

    expect([broken.code, empty.code, wrong.code]).toEqual([1, 1, 2]);
    expect(broken.stderr).toContain('holds no tariff lines');
    expect(empty.stderr).not.toMatch(/\bat .*\.js/);
  });

  it('makes 77.9 % of the worked example, in JSON, in words and in a program that runs', async () => {
    await slack.sendCommand(program.url, { text: TYPED, channelId: 'C1' });
    const imported = await run([
      'import',
      'hts',
      exported(
        'hts.json',
        JSON.stringify([
          { htsno: '7326', general: '' },
          { htsno: '7326.90.86', general: '2.9%' },
          { htsno: '7326.90.86.88', general: '' },
        ]),
      ),
    ]);
    const json = await run(['status', ...QUESTION, '--json']);
    const words = await run(['status', ...QUESTION]);
    await slack.sendCommand(program.url, { text: TYPED, channelId: 'C2' });

    expect(imported).toMatchObject({ code: 0, stderr: '' });
    expect(imported.stdout).toContain('1 tariff lines, 1 with a duty in percent');
    const us = (JSON.parse(json.stdout) as Answer).imposers.find(({ imposer }) => imposer === 'US');
    expect(us).toMatchObject({
      normal_duty_pct: 2.9,
      extra_rate_pct: 75,
      total_duty_pct: 77.9,
    });
    expect(words.stdout).toContain('With the normal duty: 2.9% + 75% = 77.9%');
    expect(JSON.stringify(slack.answers('C1'))).not.toContain('77.9%');
    expect(JSON.stringify(slack.answers('C2'))).toContain('2.9% + 75% = 77.9%');
  });
});

type Answer = { readonly imposers: readonly { readonly imposer: string }[] };
