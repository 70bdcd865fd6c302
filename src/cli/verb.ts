// What a verb is, and how its arguments, input lines and faults are handled; the verbs themselves are in files beside this.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UserError } from '../domain/error.ts';

export type Verb = {
  readonly name: string;
  /** What follows the name, as printed in the usage. */
  readonly usage: string;
  readonly summary: string;
  run(args: readonly string[]): Promise<number>;
};

/** The call itself is wrong: exit code 2 and the usage line. */
export class UsageError extends Error {}

/** `parseArgs` of Node, strict, with its faults as UsageError. */
export function parseVerbArgs<const Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (fault) {
    throw new UsageError(fault instanceof Error ? fault.message : String(fault));
  }
}

/**
 * The JSON objects of a file, or of stdin without one, in order; blank lines are passed over.
 * @throws UserError `input-unreadable`, `input-line-broken` (naming the line).
 */
export async function* readJsonLines(
  path: string | undefined,
): AsyncGenerator<Record<string, unknown>> {
  const stream = path === undefined || path === '-' ? process.stdin : createReadStream(path);
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

function parseLine(line: string, number: number): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // Falls through: text that is no JSON and JSON that is no object get the same answer.
  }
  throw new UserError(
    'input-line-broken',
    `Line ${number} is no JSON object.`,
    'Give one JSON object a line.',
  );
}

/** Writes and waits while the reader of the pipe is slower than we are. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text))
    await new Promise((resolve) => process.stdout.once('drain', resolve));
}

/** A fault for the person at the terminal: ours with its advice, a wrong call with the usage, a bug with its stack. */
export function describeFault(verb: Verb, fault: unknown): string {
  if (fault instanceof UserError)
    return `tariffwatch ${verb.name}: ${fault.message}\n${fault.hint}\n`;
  if (fault instanceof UsageError)
    return `tariffwatch ${verb.name}: ${fault.message}\nusage: tariffwatch ${verb.name} ${verb.usage}\n`;
  return `tariffwatch ${verb.name}: internal error\n${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`;
}
