// Headlines of each language as frames, as its wires, ministries and gazettes print them: the same sentence must read alike
// whoever imposes, whoever is hit, on whatever goods. The frames are data (tests/corpus/tongues/<code>.txt): `@name:` rows
// hold the words of each cast, so that a language can have as many forms of a name as it declines; a heading names what may
// be read as the action; each line is one headline. A line that begins with `!` is misread today; the test fails when it
// comes right, so that the mark is taken away.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readItem } from '../../../src/reading/read-item.ts';

export type Frame = {
  readonly text: string;
  readonly actions: readonly string[];
  readonly isMiss: boolean;
};

/** One filling of all frames of a file: codes and words by the name that stands in braces. */
export type Cast = {
  readonly lang: string;
  readonly imposer: string;
  readonly target: string;
  readonly goods: string;
  readonly words: ReadonlyMap<string, string>;
};

export type FrameFile = { readonly casts: readonly Cast[]; readonly frames: readonly Frame[] };

const FOLDER = join(import.meta.dirname, '../../corpus/tongues');

/** All files of frames, by language. */
export function frameFiles(): ReadonlyMap<string, FrameFile> {
  return new Map(
    readdirSync(FOLDER).map((name) => [
      name.slice(0, name.indexOf('.')),
      frameFile(readFileSync(join(FOLDER, name), 'utf8')),
    ]),
  );
}

function frameFile(text: string): FrameFile {
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
  let actions: readonly string[] = [];
  return lines.flatMap((line) => {
    if (line.startsWith('## '))
      actions = line
        .slice(line.indexOf(':') + 1)
        .trim()
        .split(', ');
    if (line.startsWith('#')) return [];
    const isMiss = line.startsWith('!');
    return [{ text: isMiss ? line.slice(1).trim() : line, actions, isMiss }];
  });
}

/** The headline of a frame in one cast; a name that the cast lacks is left between question marks. */
export function fill(text: string, { words }: Cast): string {
  return text.replace(/\{([^}]+)\}/g, (_whole, name: string) => words.get(name) ?? `?${name}?`);
}

function readFrame(frame: Frame, cast: Cast): ReturnType<typeof readItem> {
  const title = fill(frame.text, cast);
  return readItem({ title, summary: '', published: '2025-06-10', lang: cast.lang });
}

/** What is wrong with the reading of a frame in one cast; empty when all is right. */
export function faultsOf(frame: Frame, cast: Cast): readonly string[] {
  const title = fill(frame.text, cast);
  const read = readFrame(frame, cast);
  const isNone = frame.actions.includes('no');
  if (read.relevance !== 'yes') return isNone ? [] : [`${title}: ${read.reason}`];
  if (isNone) return [`${title}: ${read.action}`];
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
  // Of a deal either side may be said to lower its tariff.
  const isDeal = frame.actions.includes('deal-reached');
  if (!isDeal) {
    check('imposed by', read.imposers, cast.imposer);
    check('on', read.targets, cast.target);
  }
  check('goods', read.products, cast.goods);
  // Of what ends the old rate is none that is charged; whether it is printed is another matter.
  const isEnding = read.action === 'removed' || !frame.text.includes('{rate}');
  if (!isEnding) check('rate', read.rates, cast.words.get('rate'));
  return faults;
}

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
