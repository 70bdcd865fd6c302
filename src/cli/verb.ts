// What a verb is, and how its arguments, input lines and faults are handled; the verbs themselves are in files beside this.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { type ParseArgsConfig, parseArgs, TextDecoder } from 'node:util';
import { UserError } from '../domain/error.ts';
import { faultCode } from '../domain/fault-code.ts';

export type Verb = {
  readonly name: string;
  /** What follows the name, as printed in the usage. */
  readonly usage: string;
  readonly summary: string;
  run(args: readonly string[]): Promise<number>;
};

/** The call itself is wrong: exit code 2 and the usage line. */
export class UsageError extends Error {}

/** For verbs that take options only: a word beside them is a mistake, and not to be passed over. */
export const NO_WORDS = { allowPositionals: false } as const;

/** `parseArgs` of Node, strict, with its faults as UsageError. */
export function parseVerbArgs<const Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
  { allowPositionals = true }: { readonly allowPositionals?: boolean } = {},
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals, strict: true });
  } catch (fault) {
    throw new UsageError(fault instanceof Error ? fault.message : String(fault));
  }
}

/** For a verb that takes nothing. @throws UsageError naming what it was given. */
export function takeNoArguments(args: readonly string[]): void {
  parseVerbArgs(args, {}, NO_WORDS);
}

/** A line of input that is no JSON object: what is wrong with it, for whoever reads the lines to tell. */
export type BrokenLine = { readonly number: number; readonly problem: string };

/** A line of input, counted as editors count, with its JSON object. */
export type JsonLine = { readonly number: number; readonly value: Record<string, unknown> };

/**
 * The lines of a file, or of stdin without one, in order; blank lines are passed over, and a broken one ends nothing.
 * @throws UserError `input-unreadable`.
 */
export async function* readJsonLines(
  path: string | undefined,
): AsyncGenerator<JsonLine | BrokenLine> {
  const stream = Readable.from(
    decoded(path === undefined || path === '-' ? process.stdin : createReadStream(path)),
  );
  const fault = new Promise<never>((_, reject) => {
    stream.once('error', () =>
      reject(
        new UserError(
          'input-unreadable',
          `The file "${path}" cannot be read.`,
          'Check its name and your rights.',
        ),
      ),
    );
  });
  fault.catch(() => undefined);
  const lines = createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })[
    Symbol.asyncIterator
  ]();
  for (let number = 1; ; number += 1) {
    const next = await Promise.race([lines.next(), fault]);
    if (next.done === true) return;
    if (next.value.trim() !== '') yield parseLine(next.value, number);
  }
}

// Programs on Windows write a byte order mark, and PowerShell writes UTF-16.
async function* decoded(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(encodingOf(chunk));
    yield decoder.decode(chunk, { stream: true });
  }
  if (decoder !== null) yield decoder.decode();
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

function parseLine(line: string, number: number): JsonLine | BrokenLine {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { number, value: { ...value } };
  } catch {
    // Falls through: text that is no JSON and JSON that is no object get the same answer.
  }
  return { number, problem: 'it is no JSON object' };
}

/** Writes and waits while the reader of the pipe is slower than we are. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text))
    await new Promise((resolve) => process.stdout.once('drain', resolve));
}

const REFUSALS_OF_SYSTEM = /^(?:EACCES|EPERM|EROFS|ENOSPC|EDQUOT|ENOENT|EISDIR|ENOTDIR|EMFILE)$/;

/** True when the operating system would not give or take a file: nothing that a stack would explain. */
function isRefusedBySystem(fault: unknown): fault is Error {
  return fault instanceof Error && REFUSALS_OF_SYSTEM.test(faultCode(fault) ?? '');
}

/**
 * A fault for the person at the terminal: ours with its advice, a wrong call with the usage, what the system refuses in its
 * words, a bug with its stack.
 */
export function describeFault(verb: Verb, fault: unknown): string {
  if (fault instanceof UserError)
    return `tariffwatch ${verb.name}: ${fault.message}\n${fault.hint}\n`;
  if (fault instanceof UsageError)
    return `tariffwatch ${verb.name}: ${fault.message}\nusage: tariffwatch ${verb.name} ${verb.usage}\n`;
  if (isRefusedBySystem(fault))
    return `tariffwatch ${verb.name}: ${fault.message}\nCheck the path, your rights to it and the space on its disk.\n`;
  return `tariffwatch ${verb.name}: internal error\n${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`;
}
