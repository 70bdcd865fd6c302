// Every regular expression of the program takes time that grows no faster than its text: a feed or a message must not be
// able to stop the program with a text that an expression takes the square of (docs/FEEDS.md, S9). recheck decides it by
// automata, and by a search for attacks where an expression has look-around or is large; its answers are the same on every
// machine, because the search is bounded by counts.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Expression, parseSync, Visitor } from 'oxc-parser';
import { check } from 'recheck';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openDecidedBefore } from './support/decided-before.ts';

type Pattern = { readonly source: string; readonly flags: string };
type Place = { readonly file: string; readonly line: number };

const SOURCE = 'src';

/** Files that build expressions out of tables or data, and what makes them do it. */
const BUILDERS: Readonly<Record<string, () => Promise<unknown>>> = {
  'channels/slack/listen-for-words.ts': () => import('../src/channels/slack/listen-for-words.ts'),
  'reading/words/agencies.ts': () => import('../src/reading/find-origin.ts'),
  'reading/words/related-links.ts': () => import('../src/reading/words/related-links.ts'),
  'reference/text-hosts.ts': async () =>
    (await import('../src/reference/text-hosts.ts')).isTextHost('https://ustr.gov/'),
  'stories/step-markers.ts': async () =>
    (await import('../src/stories/step-markers.ts')).stepMarkersIn('duty'),
};

const LIMITS = {
  randomSeed: 1,
  // Far more than any needs: what is not decided by then is too tangled, and is said to be.
  timeout: 60_000,
  attackTimeout: null,
  incubationTimeout: null,
  maxNFASize: 5_000,
};

/** Texts of 100 000 characters, of the kinds that make expressions begin anew again and again. */
const LENGTH = 100_000;

function attacksOn({ source }: Pattern): readonly string[] {
  const letters = source.replaceAll(/\\[a-zA-Z](?:\{[^}]*\})?|[^\p{L}\p{N} <>/"&#:;,.-]/gu, '');
  const shapes = [' ', '0', 'aa ', `${letters === '' ? '\t' : letters}\u0001`, letters || '<a '];
  return shapes.map((shape) => `${shape.repeat(Math.ceil(LENGTH / shape.length))}\n\u0000`);
}

const literals = new Map<string, Pattern & { readonly places: Place[] }>();
const constructing = new Set<string>();

function collect(file: string): void {
  const text = readFileSync(join(SOURCE, file), 'utf8');
  const construct = ({ callee }: { callee: Expression }): void => {
    if (callee.type === 'Identifier' && callee.name === 'RegExp') constructing.add(file);
  };
  const { program } = parseSync(file, text);
  new Visitor({
    NewExpression: construct,
    CallExpression: construct,
    Literal(node) {
      if (!('regex' in node)) return;
      const { pattern: source, flags } = node.regex;
      const key = `/${source}/${flags}`;
      const known = literals.get(key) ?? { source, flags, places: [] };
      known.places.push({ file, line: text.slice(0, node.start).split('\n').length });
      literals.set(key, known);
    },
  }).visit(program);
}

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.[jt]sx?$/.test(file),
);
for (const file of files) collect(file);

// Most of a minute for expressions that hardly ever change.
const decided = openDecidedBefore('regular-expressions', [
  LIMITS,
  readFileSync('node_modules/recheck/package.json', 'utf8'),
]);
afterAll(() => decided.save());

/** What is wrong with an expression; null where nothing is. */
async function faultOf({ source, flags }: Pattern): Promise<string | null> {
  if (decided.has([source, flags])) return null;
  const result = await check(source, flags, LIMITS);
  if (result.status === 'safe') {
    decided.add([source, flags]);
    return null;
  }
  if (result.status === 'unknown') return `not decided (${result.error.kind})`;
  return `${result.complexity.summary}, by ${result.attack.pattern}`;
}

describe('a regular expression that stands in the source', () => {
  it('is found, wherever it stands', () => {
    expect(literals.size).toBeGreaterThan(400);
    expect([...literals.keys()].some((key) => key.includes('(?<'))).toBe(true);
  });

  it('takes no more than linear time, each of them', { timeout: 600_000 }, async () => {
    const faults: string[] = [];
    for (const [key, { places, ...expression }] of literals) {
      const fault = await faultOf(expression);
      const where = places.map(({ file, line }) => `${file}:${line}`).join(', ');
      if (fault !== null) faults.push(`${where} ${key}: ${fault}`);
    }
    expect(faults).toEqual([]);
  });

  it('ends on texts made against it, each of them', { timeout: 600_000 }, () => {
    for (const { source, flags } of literals.values()) {
      for (const attack of attacksOn({ source, flags })) attack.search(new RegExp(source, flags));
    }
  });
});

describe('a regular expression that is built of tables and data', () => {
  const built: (Pattern & { readonly file: string })[] = [];

  beforeAll(async () => {
    vi.stubGlobal(
      'RegExp',
      new Proxy(RegExp, {
        construct(target, [pattern, flags = '']: [string, string?], made) {
          const stack = new Error('who builds it').stack ?? '';
          const file = Object.keys(BUILDERS).find((name) => stack.includes(`/${SOURCE}/${name}`));
          if (file !== undefined) built.push({ file, source: pattern, flags });
          return Reflect.construct(target, [pattern, flags], made);
        },
      }),
    );
    for (const build of Object.values(BUILDERS)) await build();
    vi.unstubAllGlobals();
  });

  it('is built by no file that is not looked at here', () => {
    expect([...constructing].sort()).toEqual(Object.keys(BUILDERS).sort());
    expect([...new Set(built.map(({ file }) => file))].sort()).toEqual([...constructing].sort());
  });

  it('takes no more than linear time, each of them', { timeout: 600_000 }, async () => {
    for (const expression of built) {
      expect(await faultOf(expression), `${expression.file}: /${expression.source}/`).toBeNull();
    }
  });

  it('ends on texts made against it, each of them', { timeout: 600_000 }, () => {
    for (const expression of built) {
      const { source, flags } = expression;
      for (const attack of attacksOn(expression)) attack.search(new RegExp(source, flags));
    }
  });
});

describe('the check', () => {
  it.each([
    ['two runs that may share their characters', '^(a+)+$'],
    ['a run that is tried again from each of its characters', String.raw`\s+$`],
    ['tags that may begin again and again', '<a[^>]*>'],
    ['a snippet expression of a feed library', '(<([^>]+)>)'],
  ])('finds %s', async (_, source) => {
    expect(await faultOf({ source, flags: '' })).toMatch(/exponential|polynomial/);
  });

  it('leaves alone what is linear', async () => {
    expect(await faultOf({ source: '<[a-z][^<>]*>', flags: 'gi' })).toBeNull();
  });
});
