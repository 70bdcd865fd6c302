// Headlines of each language as frames, as its wires, ministries and gazettes print them: the same words must read alike
// whoever imposes, whoever is hit, on whatever goods. The frames are data (tests/corpus/headlines/<code>.txt, further tables
// of a language in <code>-*.txt): `@name:` rows hold the words of each cast, so that a language can have as many forms of a
// name as it declines; a heading names what may be read as the action; each line is one headline, with its teaser behind
// `||` where it has one. A line that begins with `!` is misread today; the test fails when it comes right, so that the mark
// is taken away.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readItem } from '../../../src/reading/read-item.ts';

export type Frame = {
  readonly text: string;
  readonly actions: readonly string[];
  readonly isMiss: boolean;
  /** "deal of either side": either may be said to lower its tariff, so nobody is asked who does. */
  readonly isOfEither: boolean;
};

/** One filling of all frames of a file: codes and words by the name that stands in braces. */
export type Cast = {
  readonly lang: string;
  readonly imposer: string;
  readonly target: string;
  readonly goods: string;
  readonly words: ReadonlyMap<string, string>;
};

export type Headlines = { readonly casts: readonly Cast[]; readonly frames: readonly Frame[] };

const FOLDER = join(import.meta.dirname, '../../corpus/headlines');

/** The frames and casts of each language, by its code. */
export function headlinesByLanguage(): ReadonlyMap<string, Headlines> {
  const texts = new Map<string, string>();
  for (const name of readdirSync(FOLDER)) {
    const lang = name.slice(0, LANG_LENGTH);
    const text = readFileSync(join(FOLDER, name), 'utf8');
    texts.set(lang, `${texts.get(lang) ?? ''}\n${text}`);
  }
  return new Map([...texts].map(([lang, text]) => [lang, headlinesIn(text)]));
}

const LANG_LENGTH = 2;

function headlinesIn(text: string): Headlines {
  const lines = text.split('\n').filter((line) => line !== '');
  const rows = new Map(lines.filter((line) => line.startsWith('@')).map(castRow));
  const casts = (rows.get('codes') ?? []).map((_codes, at) => castAt(rows, at));
  return { casts, frames: framesIn(lines.filter((line) => !line.startsWith('@'))) };
}

function castRow(line: string): [name: string, values: readonly string[]] {
  const colon = line.indexOf(':');
  const values = line.slice(colon + 1).split('|');
  return [line.slice(1, colon), values.map((value) => value.trim())];
}

function castAt(rows: ReadonlyMap<string, readonly string[]>, at: number): Cast {
  const value = (name: string): string => rows.get(name)?.[at] ?? '';
  const words = new Map([...rows.keys()].map((name) => [name, value(name)]));
  for (const [place, name] of ['rate', 'old', 'low'].entries())
    words.set(name, value('rates').split(' ')[place] ?? '');
  const [imposer = '', target = ''] = value('codes').split(' ');
  return { lang: rows.get('lang')?.[0] ?? '', imposer, target, goods: value('goods-slug'), words };
}

function framesIn(lines: readonly string[]): readonly Frame[] {
  let heading: Pick<Frame, 'actions' | 'isOfEither'> = { actions: [], isOfEither: false };
  return lines.flatMap((line) => {
    if (line.startsWith('## ')) {
      const actions = line.slice(line.indexOf(':') + 1).trim();
      heading = { actions: actions.split(', '), isOfEither: line.includes('of either side:') };
    }
    if (line.startsWith('#')) return [];
    const isMiss = line.startsWith('!');
    return [{ text: isMiss ? line.slice(1).trim() : line, isMiss, ...heading }];
  });
}

/** The headline of a frame in one cast; a name that the cast lacks is left between question marks. */
export function fill(text: string, { words }: Cast): string {
  return text.replace(/\{([^}]+)\}/g, (_whole, name: string) => words.get(name) ?? `?${name}?`);
}

function readFrame(frame: Frame, cast: Cast): ReturnType<typeof readItem> {
  const [title = '', summary = ''] = fill(frame.text, cast).split(' || ');
  return readItem({ title, summary, published: '2025-06-10', lang: cast.lang });
}

/** What is wrong with the reading of a frame in one cast; empty when all is right. */
export function faultsOf(frame: Frame, cast: Cast): readonly string[] {
  const title = fill(frame.text, cast);
  const read = readFrame(frame, cast);
  const isNone = frame.actions.includes('no');
  if (read.relevance !== 'yes') return isNone ? [] : [`${title}: ${read.reason}`];
  if (isNone && frame.actions.length === 1) return [`${title}: ${read.action}`];
  const faults: string[] = [];
  const check = (
    what: string,
    got: readonly { readonly value: string | number }[],
    want: string | undefined,
  ): void => {
    const values = got.map(({ value }) => value).join();
    if (values !== want) faults.push(`${title}: ${what} ${values}`);
  };
  if (!frame.actions.includes(read.action)) faults.push(`${title}: ${read.action}`);
  if (!frame.isOfEither) {
    check('imposed by', read.imposers, cast.imposer);
    // Who names nobody hits everybody.
    check('on', read.targets, TARGET_NAME.test(frame.text) ? cast.target : 'WORLD');
  }
  check(
    'goods',
    read.products,
    GOODS_NAME.test(frame.text) ? cast.goods : unnamedGoods(frame.text, read.action),
  );
  // Of what ends the old rate is none that is charged; whether it is printed is another matter.
  const isEnding =
    ['removed', 'struck-down'].includes(read.action) || !frame.text.includes('{rate}');
  if (!isEnding) check('rate', read.rates, cast.words.get('rate'));
  return faults;
}

/** What a frame without goods is on: all of them, or nothing that is told where an answer is only held out without its terms. */
function unnamedGoods(text: string, action: string): string {
  const isUnsaid = action === 'retaliation-threatened' && !/\{rate\}|\bgoods\b/.test(text);
  return isUnsaid ? '' : 'all-goods';
}

/** Rows of casts that name who is hit, and on what; a language has a row for each form of the name. */
const TARGET_NAME = /\{(?:T|from|g[a-z-]*adj)/;
const GOODS_NAME = /\{(?:g|comp)/;

/** What puts a tariff into force or ends one: none of these may be read from a threat, a plan, a request or a refusal. */
const IN_FORCE: ReadonlySet<string> = new Set([
  'imposed',
  'increased',
  'reduced',
  'removed',
  'suspended',
  'exempted',
  'exemption-ended',
  'retaliation-imposed',
  'quota-set',
]);

/** The action told of a frame that says nothing is in force, where it is read as if something were. */
export function toldAsLaw(frame: Frame, cast: Cast): readonly string[] {
  if (frame.actions.some((action) => IN_FORCE.has(action) || action.startsWith('deal'))) return [];
  const read = readFrame(frame, cast);
  const isTold = read.relevance === 'yes' && IN_FORCE.has(read.action);
  return isTold ? [`${fill(frame.text, cast)}: ${read.action}`] : [];
}
