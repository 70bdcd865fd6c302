import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandHints, renderCommandTable } from '../../../src/commands/command-docs.ts';
import { COMMANDS, findCommand } from '../../../src/commands/command-table.ts';
import { isQuestion, parseCommand } from '../../../src/commands/parse-command.ts';
import {
  parseDuration,
  parseZone,
  readDay,
  readMinuteOfDay,
} from '../../../src/commands/parse-values.ts';
import { splitWords } from '../../../src/commands/tokens.ts';
import { ERROR_TABLE } from '../../../src/reference/error-table.ts';
import { nearestWord } from '../../../src/reference/nearest-word.ts';

describe('the command table', () => {
  it('gives each name and alias to one command only', () => {
    const names = COMMANDS.flatMap((command) => [command.name, ...command.aliases]);

    expect(new Set(names).size).toBe(names.length);
  });

  it('has examples that parse to the command they illustrate', () => {
    for (const command of COMMANDS) {
      for (const example of command.examples) {
        expect([example, parseCommand(example).command.name]).toEqual([example, command.name]);
      }
    }
  });

  it('starts each usage with the name', () => {
    for (const command of COMMANDS) expect(command.usage.split(' ')[0]).toBe(command.name);
  });

  it('prints a row a command, with pipes escaped', () => {
    const table = renderCommandTable().split('\n');

    expect(table).toHaveLength(COMMANDS.length + 2);
    for (const row of table.slice(2)) expect(row.split(/(?<!\\)\|/)).toHaveLength(5);
    expect(commandHints(3)).toHaveLength(3);
  });

  it('tells questions from commands that change something', () => {
    expect(isQuestion('japan steel')).toBe(true);
    expect(isQuestion('list')).toBe(true);
    expect(isQuestion('watch japan')).toBe(false);
    expect(isQuestion('gibberish')).toBe(true);
  });

  it('finds commands in any case, with a slash, and by alias', () => {
    expect(findCommand('STATUS')?.name).toBe('status');
    expect(findCommand('/watch')?.name).toBe('watch');
    expect(findCommand('subscribe')?.name).toBe('watch');
    expect(findCommand('__proto__')).toBeNull();
  });
});

describe('words', () => {
  it.each([
    ['watch "south korea" steel', ['watch', 'south korea', 'steel']],
    ['watch target:“south korea”', ['watch', 'target:south korea']],
    ['watch japan —preview', ['watch', 'japan', '--preview']],
    ['why-not <https://a.example/x|a.example>', ['why-not', 'https://a.example/x']],
    ['  a\u00a0b\u200b  ', ['a', 'b']],
    ['"', ['"']],
    ['', []],
  ])('%s', (text, words) => {
    expect(splitWords(text)).toEqual(words);
  });
});

describe('values', () => {
  it.each([
    ['2025-03-12', '2025-03-12'],
    ['12 March 2025', '2025-03-12'],
    ['march 12, 2025', '2025-03-12'],
    ['1st apr 2025', '2025-04-01'],
    ['yesterday', '2025-06-14'],
    ['2025-02-30', null],
    ['30 february 2025', null],
    ['12/03/2025', null],
    ['', null],
  ])('the day %s is %s', (text, day) => {
    expect(readDay(text, '2025-06-15')).toBe(day);
  });

  it.each([
    ['08:30', 510],
    ['8.30', 510],
    ['8:30pm', 1_230],
    ['12am', 0],
    ['23:59', 1_439],
    ['24:00', null],
    ['8', null],
    ['13pm', null],
  ])('the time %s is %s', (text, minute) => {
    expect(readMinuteOfDay(text)).toBe(minute);
  });

  it.each([
    ['asia/tokyo', 'Asia/Tokyo'],
    ['Tokyo', 'Asia/Tokyo'],
    ['new york', 'America/New_York'],
    ['utc', 'UTC'],
  ])('the zone %s is %s', (text, zone) => {
    expect(parseZone(text)).toBe(zone);
  });

  it('refuses a zone that only looks like one, and names the nearest', () => {
    expect(() => parseZone('Asia/Tokio')).toThrow(/no time zone/);
    expect(() => parseZone('+09:00')).toThrow(/no time zone/);
  });

  it('takes lengths up to a year', () => {
    expect(parseDuration('7d')).toBe(604_800_000);
    expect(parseDuration('12h')).toBe(43_200_000);
    for (const text of ['0d', '366d', '7', 'd', '-1d', '1y']) {
      expect(() => parseDuration(text)).toThrow(/length of time/);
    }
  });
});

describe('the nearest word', () => {
  it('is near, not just the least far', () => {
    expect(nearestWord('staus', ['status', 'list'])).toBe('status');
    expect(nearestWord('zzzzz', ['status', 'list'])).toBeNull();
    expect(nearestWord('lst', ['list', 'lest'])).toBe('list');
  });
});

describe('the table of errors', () => {
  it('knows every code that the program throws', () => {
    const src = join(import.meta.dirname, '../../../src');
    const thrown = readdirSync(src, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .flatMap((path) => [
        ...readFileSync(join(src, path), 'utf8').matchAll(/new UserError\(\s*'([a-z-]+)'/g),
      ])
      .map((match) => match[1]);
    const known = new Set<string | undefined>(ERROR_TABLE.map((one) => one.code));

    expect(thrown.length).toBeGreaterThan(20);
    expect([...new Set(thrown)].filter((code) => !known.has(code))).toEqual([]);
  });
});
