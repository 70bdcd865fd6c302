// Who may import whom. In: the text of src/. Out: one failure per wrong import, naming the rule.
// Reads import lines by pattern on purpose, so it works under any compiler version.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

type Rule = { readonly folders: readonly string[]; readonly packages: readonly string[] | 'any' };

const CORE = ['domain', 'reference'];
const CHANNEL = ['domain', 'ports'];
const TIME = 'temporal-polyfill';

const STEPS = ['reading/words', 'reading/objects', 'reading/places', 'reading/steps'];

/** The rooms inside reading/, lowest first, each with those it may import (docs/READING.md). */
const READING_ROOMS: Readonly<Record<string, readonly string[]>> = {
  'reading/words': [],
  'reading/objects': STEPS.slice(0, 1),
  'reading/places': STEPS.slice(0, 2),
  'reading/steps': STEPS.slice(0, 3),
  'reading/beside': STEPS,
  'reading/roles': STEPS,
  'reading/figures': STEPS,
  'reading/dates': STEPS,
  'reading/relevance': STEPS,
  'reading/goods': [...STEPS, 'reading/roles', 'reading/figures'],
  'reading/action': [...STEPS, 'reading/figures'],
};

/** Rooms whose folders are rooms of their own. */
const HOUSES: ReadonlySet<string> = new Set(['channels', 'reading']);

/** The table of docs/ARCHITECTURE.md: what a room may import besides itself, and which packages. */
const RULES: Readonly<Record<string, Rule>> = {
  domain: { folders: [], packages: [] },
  ports: { folders: ['domain'], packages: ['node:http'] },
  config: { folders: ['domain'], packages: 'any' },
  reference: {
    folders: ['domain'],
    packages: [
      'node:fs',
      'csv-parse/sync',
      'fastest-levenshtein',
      'i18n-iso-countries',
      'opencc-js/t2cn',
    ],
  },
  reading: { folders: [...CORE, ...Object.keys(READING_ROOMS)], packages: [] },
  ...Object.fromEntries(
    Object.entries(READING_ROOMS).map(([room, below]) => [
      room,
      { folders: [...CORE, ...below], packages: [] },
    ]),
  ),
  stories: { folders: CORE, packages: [] },
  ledger: { folders: CORE, packages: [] },
  messages: { folders: CORE, packages: [] },
  infra: { folders: ['domain', 'ports'], packages: 'any' },
  feeds: { folders: [...CORE, 'ports'], packages: 'any' },
  storage: { folders: ['domain', 'ports'], packages: 'any' },
  delivery: { folders: [...CORE, 'messages', 'ports'], packages: [TIME, 'node:crypto'] },
  commands: {
    folders: [...CORE, 'ledger', 'messages', 'delivery', 'ports'],
    packages: [TIME, 'node:crypto'],
  },
  'channels/slack': { folders: CHANNEL, packages: 'any' },
  'channels/teams': { folders: CHANNEL, packages: 'any' },
  'channels/preview': {
    // The preview shows what the platforms would show, so it alone may use their renderers.
    folders: [...CHANNEL, 'channels/slack', 'channels/teams'],
    packages: 'any',
  },
  pipeline: {
    folders: [...CORE, 'feeds', 'reading', 'stories', 'ledger', 'messages', 'delivery', 'ports'],
    packages: ['node-cron'],
  },
  demo: { folders: ['domain', 'ports'], packages: 'any' },
  cli: {
    folders: [
      'app',
      'config',
      'ports',
      ...CORE,
      'feeds',
      'reading',
      'stories',
      'ledger',
      'messages',
      'demo',
      'infra',
      'storage',
      'pipeline',
    ],
    packages: 'any',
  },
};

const IMPORTS =
  /(?:^|[\s;])(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|import\s*\(\s*['"]([^'"]+)['"]|^\s*import\s+['"]([^'"]+)['"]/gm;

function specifiersIn(text: string): string[] {
  return [...text.matchAll(IMPORTS)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

// 'ledger/status-on.ts' -> 'ledger'; 'channels/slack/app.ts' -> 'channels/slack'; 'ports.ts' -> 'ports'
function folderOf(path: string): string {
  const parts = path.split(sep);
  if (parts.length === 1) return (parts[0] ?? '').replace(/\.ts$/, '');
  return HOUSES.has(parts[0] ?? '') && parts.length > 2
    ? parts.slice(0, 2).join('/')
    : (parts[0] ?? '');
}

function wrongImports(path: string, text: string): string[] {
  const from = folderOf(path);
  if (from === 'app') return [];
  const rule = RULES[from];
  if (rule === undefined) return [`${from}: no row in the import table`];
  const wrong: string[] = [];
  for (const specifier of specifiersIn(text)) {
    if (specifier.startsWith('.')) {
      const to = folderOf(join(dirname(path), specifier));
      if (to !== from && !rule.folders.includes(to)) wrong.push(`${from} may not import ${to}`);
    } else if (rule.packages !== 'any' && !rule.packages.includes(specifier)) {
      wrong.push(`${from} may not use the package ${specifier}`);
    }
  }
  return wrong;
}

function circles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  function visit(path: string, trail: readonly string[]): void {
    if (done.has(path)) return;
    if (trail.includes(path)) {
      found.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
      return;
    }
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  }
  for (const path of graph.keys()) visit(path, []);
  return found;
}

const SRC = resolve(import.meta.dirname, '../src');
const sources = new Map(
  readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => [path, readFileSync(join(SRC, path), 'utf8')]),
);

describe('import rules', () => {
  it('reads some files (an empty walk must not pass)', () => {
    expect(sources.size).toBeGreaterThan(0);
  });

  it.each([...sources])('%s keeps to the table', (path, text) => {
    expect(wrongImports(path, text)).toEqual([]);
  });

  it('has no circles', () => {
    const graph = new Map(
      [...sources].map(([path, text]) => [
        path,
        specifiersIn(text)
          .filter((specifier) => specifier.startsWith('.'))
          .map((specifier) => relative(SRC, resolve(SRC, dirname(path), specifier))),
      ]),
    );
    expect(circles(graph)).toEqual([]);
  });
});

describe('the fence itself', () => {
  it('refuses a package in a pure folder', () => {
    expect(wrongImports('ledger/status-on.ts', "import { readFileSync } from 'node:fs';")).toEqual([
      'ledger may not use the package node:fs',
    ]);
  });

  it('refuses one channel in another', () => {
    expect(
      wrongImports('channels/slack/app.ts', "import { x } from '../teams/to-card.ts';"),
    ).toEqual(['channels/slack may not import channels/teams']);
  });

  it('refuses a lower room of reading one above it', () => {
    expect(
      wrongImports('reading/words/scene.ts', "import { x } from '../steps/find-steps.ts';"),
    ).toEqual(['reading/words may not import reading/steps']);
  });

  it('sees type-only, multi-line, side-effect and dynamic imports', () => {
    const text =
      "import type { A } from './a.ts';\nimport {\n  b,\n} from './b.ts';\nimport './c.ts';\nawait import('./d.ts');\nexport * from './e.ts';\n";
    expect(specifiersIn(text)).toEqual(['./a.ts', './b.ts', './c.ts', './d.ts', './e.ts']);
  });

  it('sees a circle', () => {
    expect(
      circles(
        new Map([
          ['a.ts', ['b.ts']],
          ['b.ts', ['a.ts']],
        ]),
      ),
    ).toEqual(['a.ts -> b.ts -> a.ts']);
  });
});
