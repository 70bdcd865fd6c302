// Log lines to stderr: static text and fixed keys as JSON, or readable on a terminal. Secrets are cut from the finished
// line, so that no path of the program can leak one by accident.
import { pino } from 'pino';
import type { Log } from '../ports/world.ts';

/** Shapes of tokens that must never be printed even when they are not ours: Slack tokens, bearer headers, URL credentials. */
const TOKEN_SHAPES: readonly [RegExp, string][] = [
  [/xox[a-z]-[\w-]+/g, 'xox-[cut]'],
  [/xapp-[\w-]+/g, 'xapp-[cut]'],
  [/\bBearer [\w.~+/=-]+/g, 'Bearer [cut]'],
  [/(https?:\/\/)[^\s/@"]+@/g, '$1[cut]@'],
  [/https:\/\/hooks\.slack\.com\/[^\s"]+/g, 'https://hooks.slack.com/[cut]'],
];

export type LogOptions = {
  readonly level: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly secrets: readonly string[];
  readonly write: (line: string) => void;
  /** Readable lines instead of JSON. */
  readonly readable: boolean;
};

/** Cuts every given secret and everything that looks like a token from a text. */
export function cutSecrets(text: string, secrets: readonly string[]): string {
  let cut = text;
  for (const secret of secrets) {
    if (secret.length >= 4) cut = cut.replaceAll(secret, '[cut]');
  }
  for (const [shape, replacement] of TOKEN_SHAPES) cut = cut.replace(shape, replacement);
  return cut;
}

/** A log whose every line has passed `cutSecrets`. */
export function createLog(options: LogOptions): Log {
  const target = {
    write: (line: string) =>
      options.write(cutSecrets(options.readable ? readableLine(line) : line, options.secrets)),
  };
  const logger = pino(
    { level: options.level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    target,
  );
  return {
    debug: (text, keys = {}) => logger.debug(printable(keys), text),
    info: (text, keys = {}) => logger.info(printable(keys), text),
    warn: (text, keys = {}) => logger.warn(printable(keys), text),
    error: (text, keys = {}) => logger.error(printable(keys), text),
  };
}

function printable(keys: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(keys).map(([key, value]) => [
      key,
      value instanceof Error
        ? `${value.name}: ${value.message}${value.stack === undefined ? '' : `\n${value.stack}`}`
        : value,
    ]),
  );
}

const LEVELS: Readonly<Record<number, string>> = {
  20: 'debug',
  30: 'info ',
  40: 'warn ',
  50: 'error',
};

function readableLine(line: string): string {
  const { level, time, msg, ...keys } = JSON.parse(line) as Record<string, unknown>;
  const rest = Object.entries(keys).map(
    ([key, value]) => ` ${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  return `${String(time).slice(11, 19)} ${LEVELS[Number(level)] ?? ''} ${String(msg)}${rest.join('')}\n`;
}
