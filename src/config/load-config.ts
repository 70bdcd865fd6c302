// The only reader of the environment. In: process.env and a .env file. Out: typed values, or every fault at once by name.
// It does not know what a value is used for.
import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { UserError } from '../domain/error.ts';
import { faultCode } from '../domain/fault-code.ts';
import { CONFIG_KEYS, type Config, type ConfigKey, type KeySpec } from './config-keys.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads `.env` of the working directory under the real environment.
 * Keys that are set outside win, as with every twelve-factor program.
 */
export function readEnvironment(envFile = '.env'): Environment {
  return { ...(existsSync(envFile) ? parseEnv(textOf(envFile)) : {}), ...process.env };
}

// A byte order mark, as editors on Windows write it, would be taken for a part of the first key.
function textOf(envFile: string): string {
  try {
    return readFileSync(envFile, 'utf8').replace(/^\uFEFF/, '');
  } catch (fault) {
    throw new UserError(
      'config-invalid',
      `The file ${envFile} is there and cannot be read (${faultCode(fault)}).`,
      'Check your rights to it, or move it away and set the environment itself.',
    );
  }
}

/**
 * Turns an environment into values.
 * @throws UserError `config-invalid` naming every wrong key at once; values of secrets are never in it.
 */
export function loadConfig(environment: Environment): Config {
  const faults: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [key, spec] of Object.entries(CONFIG_KEYS) as [ConfigKey, KeySpec][]) {
    try {
      values[key] = parseValue(key, spec, rawValue(key, spec, environment));
    } catch (fault) {
      faults.push(fault instanceof Error ? fault.message : String(fault));
    }
  }
  faults.push(...unknownKeys(environment));
  if (faults.length > 0) {
    throw new UserError(
      'config-invalid',
      `The configuration has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n- ${faults.join('\n- ')}`,
      'Mend the environment or the .env file; `tariffwatch config` prints every key with its meaning.',
    );
  }
  return values as Config;
}

function rawValue(key: string, spec: KeySpec, environment: Environment): string | null {
  const direct = environment[key]?.trim();
  if (direct !== undefined && direct !== '') return direct;
  const path = environment[`${key}_FILE`];
  if (!spec.secret || path === undefined || path === '') return spec.fallback;
  const secret = secretIn(path);
  if (secret === null) throw new Error(`${key}_FILE: the file "${path}" cannot be read`);
  if (secret === '') throw new Error(`${key}_FILE: the file "${path}" is empty`);
  return secret;
}

function secretIn(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
      .replace(/^\uFEFF/, '')
      .trim();
  } catch {
    return null;
  }
}

function parseValue(key: string, spec: KeySpec, raw: string | null): unknown {
  if (spec.kind === 'list') {
    const parts = (raw ?? '').split(',').map((part) => part.trim());
    return parts.filter((part) => part !== '').map((part) => shaped(key, spec, part));
  }
  if (raw === null) return null;
  if (spec.kind === 'number') {
    const value = Number(raw);
    const isInside = value >= (spec.min ?? -Infinity) && value <= (spec.max ?? Infinity);
    if (!isInside || (spec.whole && !Number.isInteger(value))) {
      const kind = spec.whole ? 'whole number' : 'number';
      throw new Error(`${key}: "${raw}" is no ${kind} from ${spec.min} to ${spec.max}`);
    }
    return value;
  }
  if (spec.kind === 'choice' && !(spec.choices ?? []).includes(raw)) {
    throw new Error(`${key}: "${raw}" is none of ${(spec.choices ?? []).join(', ')}`);
  }
  if (spec.kind === 'url' && !/^https?:$/.test(URL.canParse(raw) ? new URL(raw).protocol : '')) {
    throw new Error(`${key}: "${raw}" is no address that begins with https:// or http://`);
  }
  return shaped(key, spec, raw);
}

function shaped(key: string, { shape, secret }: KeySpec, text: string): string {
  if (shape === undefined || shape.pattern.test(text)) return text;
  throw new Error(`${key}: ${secret ? 'the value' : `"${text}"`} is not ${shape.words}`);
}

// A misspelt key would be ignored in silence, which is worse than not starting.
function unknownKeys(environment: Environment): string[] {
  return Object.keys(environment)
    .filter((name) => name.startsWith('TARIFFWATCH_') && !name.startsWith('TARIFFWATCH_TEST_'))
    .filter((name) => !(name in CONFIG_KEYS) && !isFileOfSecret(name))
    .map((name) => `${name}: there is no such key`);
}

// Only secrets are read from files of their own.
function isFileOfSecret(name: string): boolean {
  return (Object.entries(CONFIG_KEYS) as [ConfigKey, KeySpec][]).some(
    ([key, spec]) => spec.secret && name === `${key}_FILE`,
  );
}

/** The values of all secrets that are set, for the log filter. */
export function secretsOf(config: Config): readonly string[] {
  return (Object.entries(CONFIG_KEYS) as [ConfigKey, KeySpec][]).flatMap(([key, spec]) => {
    const value = config[key];
    return spec.secret && typeof value === 'string' ? [value] : [];
  });
}

/** A line a key: effective value (secrets masked), default, meaning. */
export function describeConfig(config: Config): string {
  return (Object.entries(CONFIG_KEYS) as [ConfigKey, KeySpec][])
    .map(([key, spec]) => {
      const value = config[key];
      const shown =
        value === null || String(value) === ''
          ? '(not set)'
          : spec.secret
            ? '(set)'
            : String(value);
      return `${key}=${shown}\n    ${spec.doc}`;
    })
    .join('\n');
}
