// A line as typed -> the command it calls for and the words left to it. A country or product alone is a question about its
// status. Throws UserError for a line that calls for nothing, with the nearest command.
import { UserError } from '../domain/error.ts';
import { nearestJurisdiction } from '../reference/find-jurisdiction.ts';
import { nearestWord } from '../reference/nearest-word.ts';
import type { CommandSpec } from './command.ts';
import { COMMANDS, findCommand } from './command-table.ts';
import { findStatusName } from './parse-status.ts';
import { isFiller, markerOf } from './question-words.ts';
import { COMMAND_LIMIT, splitWords, withoutEndMark } from './tokens.ts';

/** How people begin what a command answers, longest first where one begins another. */
const OPENINGS: readonly (readonly [words: string, command: string])[] = [
  ["what's new", 'recent'],
  ['whats new', 'recent'],
  ['what is new', 'recent'],
  ['what changed', 'recent'],
  ['what has changed', 'recent'],
  ["what's changed", 'recent'],
  ['any news', 'recent'],
  ['anything new', 'recent'],
  ["what's coming", 'calendar'],
  ['what is coming', 'calendar'],
  ['difference between', 'compare'],
  ['the difference between', 'compare'],
];

const VERSUS: ReadonlySet<string> = new Set(['vs', 'versus']);

export type ParsedCommand = { readonly command: CommandSpec; readonly words: readonly string[] };

/** Reads one line. An empty line asks for help. Throws UserError `too-long` or `unknown-command`. */
export function parseCommand(text: string): ParsedCommand {
  if (text.length > COMMAND_LIMIT) {
    throw new UserError(
      'too-long',
      `That is ${text.length} characters long; ${COMMAND_LIMIT} is the most.`,
      'Shorten it, or split it into several commands.',
    );
  }
  const words = splitWords(text.replace(/^\s*\/?tariff(?:watch)?\b(?!s)/i, ' '));
  const [first, ...rest] = words;
  if (first === undefined) return { command: commandNamed('help'), words: [] };
  const found = findCommand(first);
  if (found !== null) return { command: found, words: rest };
  const plain = words.map(withoutEndMark).filter((word) => word !== '');
  return readOpening(plain) ?? readQuestion(plain) ?? fail(first, words);
}

function readOpening(words: readonly string[]): ParsedCommand | null {
  const line = words.join(' ').toLowerCase();
  const opening = OPENINGS.find(([start]) => line === start || line.startsWith(`${start} `));
  if (opening !== undefined) {
    const [start, name] = opening;
    return { command: commandNamed(name), words: words.slice(start.split(' ').length) };
  }
  const others = words.filter((word) => !VERSUS.has(word.toLowerCase()));
  return others.length < words.length ? { command: commandNamed('compare'), words: others } : null;
}

// A line that names somebody or something, and begins with it or with a word of a question, asks for its status.
function readQuestion(words: readonly string[]): ParsedCommand | null {
  const names = words.flatMap((word) => word.split(/[,>]|->/)).filter((word) => word !== '');
  const first = names.findIndex((word) => !isFiller(word.toLowerCase()) && markerOf(word) === null);
  if (first === -1) return null;
  const isAbout =
    findStatusName(names, first) !== null ||
    (first > 0 && names.some((_word, at) => at > first && findStatusName(names, at) !== null));
  return isAbout ? { command: commandNamed('status'), words } : null;
}

/** True for a line that changes nothing: it needs no guard against being asked twice. */
export function isQuestion(text: string): boolean {
  try {
    return parseCommand(text).command.isQuestion;
  } catch {
    return true;
  }
}

function commandNamed(name: string): CommandSpec {
  const found = findCommand(name);
  if (found === null) throw new Error(`the command table has no ${name}`);
  return found;
}

function fail(first: string, words: readonly string[]): never {
  throw unknownCommand(first, words);
}

function unknownCommand(first: string, words: readonly string[]): UserError {
  const names = COMMANDS.flatMap((command) => [command.name, ...command.aliases]);
  const near = nearestWord(first, names);
  const spec = near === null ? null : findCommand(near);
  const rest = words.slice(1).join(' ');
  if (spec === null) {
    // Most words that are no command are a country with a slip of the finger.
    const country = nearestJurisdiction(first);
    return new UserError(
      'unknown-command',
      `I know neither a command nor a country "${first}".`,
      country === null
        ? 'For example: status japan steel'
        : `Did you mean ${country}? For example: status ${`${country} ${rest}`.trim()}`,
    );
  }
  return new UserError(
    'unknown-command',
    `I do not know the command "${first}".`,
    `Did you mean ${near}? For example: ${`${near} ${rest}`.trim()}`,
  );
}
