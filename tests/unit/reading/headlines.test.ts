// Items as frames: the same words must read alike whoever imposes, whoever is hit, on whatever goods. The frames are data
// (tests/corpus/headlines/*.txt): a heading names what may be read as the action, each line is one headline, with its teaser
// behind `||` where it has one. A line that begins with `!` is misread today; the test fails when it comes right, so that the
// mark is taken away.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readItem } from '../../../src/reading/read-item.ts';

type Frame = {
  readonly text: string;
  readonly actions: readonly string[];
  readonly isMiss: boolean;
};

const DIRECTORY = join(import.meta.dirname, '../../corpus/headlines');

const CASTS = [
  {
    imposer: {
      code: 'BR',
      name: 'Brazil',
      adjective: 'Brazilian',
      capital: 'Brasilia',
      leader: 'Lula',
    },
    target: {
      code: 'IN',
      name: 'India',
      adjective: 'Indian',
      capital: 'New Delhi',
      leader: 'Modi',
    },
    goods: { slug: 'steel', name: 'steel', rates: ['25', '50', '10'] },
  },
  {
    imposer: {
      code: 'TR',
      name: 'Turkey',
      adjective: 'Turkish',
      capital: 'Ankara',
      leader: 'Erdogan',
    },
    target: {
      code: 'JP',
      name: 'Japan',
      adjective: 'Japanese',
      capital: 'Tokyo',
      leader: 'Takaichi',
    },
    goods: { slug: 'copper', name: 'copper', rates: ['35', '60', '20'] },
  },
  {
    imposer: {
      code: 'CA',
      name: 'Canada',
      adjective: 'Canadian',
      capital: 'Ottawa',
      leader: 'Carney',
    },
    target: { code: 'CN', name: 'China', adjective: 'Chinese', capital: 'Beijing', leader: 'Xi' },
    goods: { slug: 'solar', name: 'solar panels', rates: ['40', '80', '15'] },
  },
] as const;
type Cast = (typeof CASTS)[number];

function framesIn(text: string): readonly Frame[] {
  let actions: readonly string[] = [];
  return text.split('\n').flatMap((line) => {
    if (line.startsWith('## '))
      actions = line
        .slice(line.indexOf(':') + 1)
        .trim()
        .split(', ');
    if (line === '' || line.startsWith('#')) return [];
    const isMiss = line.startsWith('!');
    return [{ text: isMiss ? line.slice(1).trim() : line, actions, isMiss }];
  });
}

function fill(text: string, { imposer, target, goods }: Cast): string {
  const values: Readonly<Record<string, string>> = {
    Imposer: imposer.name,
    'Imposer-adj': imposer.adjective,
    capital: imposer.capital,
    CAPITAL: imposer.capital.toUpperCase(),
    leader: imposer.leader,
    Target: target.name,
    'Target-adj': target.adjective,
    'T capital': target.capital,
    'T leader': target.leader,
    goods: goods.name,
    rate: goods.rates[0],
    old: goods.rates[1],
    low: goods.rates[2],
  };
  return text.replace(/\{([^}]+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** What is wrong with the reading of a frame in one cast; empty when all is right. */
function faultsOf(frame: Frame, cast: Cast): readonly string[] {
  const [title = '', summary = ''] = fill(frame.text, cast).split(' || ');
  const read = readItem({ title, summary, published: '2025-06-10', lang: 'en' });
  const isNone = frame.actions.includes('no');
  if (read.relevance !== 'yes') return isNone ? [] : [`${title}: ${read.reason}`];
  if (frame.actions.length === 1 && isNone) return [`${title}: ${read.action}`];
  const faults: string[] = [];
  const check = (what: string, got: readonly (string | number)[], want: string): void => {
    if (got.join() !== want) faults.push(`${title}: ${what} ${got.join()}`);
  };
  if (!frame.actions.includes(read.action)) faults.push(`${title}: ${read.action}`);
  check(
    'imposed by',
    read.imposers.map(({ value }) => value),
    cast.imposer.code,
  );
  check(
    'on',
    read.targets.map(({ value }) => value),
    // Who names nobody hits everybody.
    /\{(?:Target|T )/.test(frame.text) ? cast.target.code : 'WORLD',
  );
  check(
    'goods',
    read.products.map(({ value }) => value),
    frame.text.includes('{goods}') ? cast.goods.slug : 'all-goods',
  );
  // Of what ends the old rate is none that is charged; whether it is printed is another matter.
  const isEnding =
    ['removed', 'struck-down'].includes(read.action) || !frame.text.includes('{rate}');
  if (!isEnding)
    check(
      'rate',
      read.rates.map(({ value }) => value),
      cast.goods.rates[0],
    );
  return faults;
}

const frames = readdirSync(DIRECTORY).flatMap((name) =>
  framesIn(readFileSync(join(DIRECTORY, name), 'utf8')),
);

describe('headlines of one frame', () => {
  it('has every name of a frame', () => {
    for (const { text } of frames) expect(fill(text, CASTS[0])).not.toContain('{');
  });

  it.each(frames.filter(({ isMiss }) => !isMiss).map((frame) => [frame.text, frame] as const))(
    '%s',
    (_text, frame) => {
      expect(CASTS.flatMap((cast) => faultsOf(frame, cast))).toEqual([]);
    },
  );

  it.each(frames.filter(({ isMiss }) => isMiss).map((frame) => [frame.text, frame] as const))(
    'is still misread: %s',
    (_text, frame) => {
      expect(CASTS.flatMap((cast) => faultsOf(frame, cast))).not.toEqual([]);
    },
  );
});
