// The program as its caller's shell sees it: what it takes, what it refuses, and what it says then. The real program, as a process.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runVerb } from '../support/program.ts';

const ITEM = JSON.stringify({
  id: 'a',
  title: 'Iceland imposes 14% tariff on garlic from Malta',
  summary: '',
  published: '2026-03-02T08:00:00Z',
});

describe('the command line', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tariffwatch-shell-'));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const run = (
    args: readonly string[],
    more: { readonly input?: string; readonly cwd?: string } = {},
  ) =>
    runVerb(args, {
      folder: more.cwd ?? folder,
      environment: {
        TARIFFWATCH_DATA_DIR: join(folder, 'data'),
        TARIFFWATCH_FEEDS: join(folder, 'none.csv'),
      },
      ...(more.input === undefined ? {} : { input: more.input }),
    });

  /** A folder of its own, with a `.env` of these bytes. */
  function withEnvFile(name: string, text: string): string {
    const cwd = join(folder, name);
    mkdirSync(cwd);
    writeFileSync(join(cwd, '.env'), text);
    return cwd;
  }

  describe('of a verb', () => {
    it.each(['serve', 'demo', 'preview', 'poll', 'status', 'config'])(
      'tells how %s is called when asked for help, and does nothing else',
      async (verb) => {
        const { code, stdout, stderr } = await run([verb, '--help']);

        expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
        expect(stdout).toMatch(new RegExp(`^usage: tariffwatch ${verb}\\b`));
        expect(existsSync(join(folder, 'data'))).toBe(false);
      },
    );

    it.each([
      ['serve', 'now'],
      ['config', 'PORT'],
      ['doctor', '--verbose'],
      ['preview', 'slack'],
      ['poll', '--once', 'wire'],
      ['demo', '4000'],
      ['backfill', '--from', '2026-01-01', 'wire'],
    ])('refuses what it does not take: %s %s', async (...args) => {
      const { code, stdout, stderr } = await run(args);

      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(`usage: tariffwatch ${args[0]}`);
    });
  });

  describe('items from programs that mark the order of their bytes', () => {
    const utf16 = (text: string) => Buffer.from(`\uFEFF${text}\n`, 'utf16le');

    it.each([
      ['UTF-8', Buffer.from(`\uFEFF${ITEM}\n`)],
      ['UTF-16, low byte first', utf16(ITEM)],
      ['UTF-16, high byte first', utf16(ITEM).swap16()],
    ])('are read: %s', async (name, bytes) => {
      const file = join(folder, `${name}.jsonl`);
      writeFileSync(file, bytes);
      const { code, stdout } = await run(['read', file]);

      expect(code).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({ id: 'a', imposers: ['IS'], rates_pct: [14] });
    });
  });

  it.each([
    ['none', {}],
    ['null', { id: null }],
    ['an object', { id: { a: 1 } }],
    ['a truth value', { id: true }],
  ])('an id is never made up, where an item has %s', async (_, line) => {
    const input = `${JSON.stringify({ ...line, title: 'Duty' })}\n`;
    const { code, stdout, stderr } = await run(['read'], { input });

    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('Line 1: id is missing, or no text');
  });

  it('a disk that takes no more output is told in a sentence', () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(import.meta.dirname, '../../dist/cli.js'), 'help'],
      { stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'], encoding: 'utf8' },
    );

    expect(status).toBe(1);
    expect(stderr).toMatch(/^tariffwatch: the output cannot be written: .*\n$/);
  });

  it('what the system refuses is told in its words, and not as a fault of the program', async () => {
    const table = join(folder, 'table.json');
    writeFileSync(table, JSON.stringify([{ htsno: '0703.20.00', general: '0.43 cents/kg' }]));
    const { code, stderr } = await runVerb(['import', 'hts', table], {
      environment: { TARIFFWATCH_DATA_DIR: join(table, 'data') },
    });

    expect(code).toBe(1);
    expect(stderr).toMatch(/^tariffwatch import: ENOTDIR: .*\nCheck the path, .*\n$/);
  });

  describe('a copy of the database', () => {
    it('is not made of a folder that holds none, and none is made there', async () => {
      const { code, stderr } = await run(['export', join(folder, 'copy.db')]);

      expect(code).toBe(1);
      expect(stderr).toContain('There is no database in');
      expect(stderr).toContain('TARIFFWATCH_DATA_DIR');
      expect(existsSync(join(folder, 'data'))).toBe(false);
    });
  });

  describe('the configuration', () => {
    it('is read whole from a file that begins with a byte order mark', async () => {
      const cwd = withEnvFile('marked', '\uFEFFPORT=4123\r\nHOST=127.0.0.2\r\n');
      const { stdout } = await run(['config'], { cwd });

      expect(stdout).toContain('PORT=4123\n');
      expect(stdout).toContain('HOST=127.0.0.2\n');
    });

    it('says that its file cannot be read', async () => {
      const cwd = join(folder, 'blocked');
      mkdirSync(join(cwd, '.env'), { recursive: true });
      const { code, stderr } = await run(['config'], { cwd });

      expect(code).toBe(1);
      expect(stderr).toContain('The file .env is there and cannot be read (EISDIR)');
    });

    it('lists every key although one has a fault, since the list is what mends it', async () => {
      const cwd = withEnvFile('faulty', 'PORT=abc\n');
      const { code, stdout, stderr } = await run(['config'], { cwd });

      expect(code).toBe(1);
      expect(stderr).toContain('PORT: "abc" is no whole number');
      expect(stdout).toContain('TARIFFWATCH_POLL_SECONDS=');
    });

    it('takes secrets, and nothing else, from files of their own', async () => {
      const cwd = withEnvFile(
        'files',
        'SLACK_BOT_TOKEN_FILE=empty\nTARIFFWATCH_FEEDS_FILE=feeds\nTARIFFWATCH_METRICS_TOKEN_FILE=token\n',
      );
      writeFileSync(join(cwd, 'empty'), '\n');
      writeFileSync(join(cwd, 'token'), '\uFEFFt0ken\r\n');
      const { code, stderr } = await run(['config'], { cwd });

      expect(code).toBe(1);
      expect(stderr).toContain('SLACK_BOT_TOKEN_FILE: the file "empty" is empty');
      expect(stderr).toContain('TARIFFWATCH_FEEDS_FILE: there is no such key');
      expect(stderr).not.toContain('METRICS');
    });

    it.each([
      ['PORT=3978.5', 'PORT: "3978.5" is no whole number from 0 to 65535'],
      ['TARIFFWATCH_ALLOW_HOSTS=intranet', '"intranet" is not a pair of host:port'],
      ['SLACK_API_URL=ftp://x', 'no address that begins with https:// or http://'],
      ['DATABASE_URL=mysql://u:pw@h/d', 'the value is not an address that begins with postgres://'],
    ])('refuses what could never work: %s', async (line, fault) => {
      const cwd = withEnvFile(line.slice(0, 6) + line.length, `${line}\n`);
      const { code, stderr } = await run(['config'], { cwd });

      expect(code).toBe(1);
      expect(stderr).toContain(fault);
      expect(stderr).not.toContain('pw');
    });
  });
});
