// A line as typed -> the command it calls for and the words left to it. A country or product alone is a question about its
// status. Throws UserError for a line that calls for nothing, with the nearest command.
import { UserError } from '../domain/error.ts';
import { nearestWord } from '../reference/nearest-word.ts';
import type { CommandSpec } from './command.ts';
import { COMMANDS, findCommand } from './command-table.ts';
import { findStatusName, STATUS_FILLERS } from './parse-status.ts';
import { COMMAND_LIMIT, splitWords } from './tokens.ts';

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
  const start = STATUS_FILLERS.has(first.toLowerCase()) ? 1 : 0;
  const bare = words.map((word) => word.replace(/,$/, ''));
  if (words.length > start && (start > 0 || findStatusName(bare, 0) !== null)) {
    return { command: commandNamed('status'), words };
  }
  throw unknownCommand(first, words);
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

function unknownCommand(first: string, words: readonly string[]): UserError {
  const names = COMMANDS.flatMap((command) => [command.name, ...command.aliases]);
  const near = nearestWord(first, names);
  const spec = near === null ? null : findCommand(near);
  const rest = words.slice(1).join(' ');
  const example = spec === null ? 'status japan steel' : `${near} ${rest}`.trim();
  return new UserError(
    'unknown-command',
    `I do not know the command "${first}".`,
    `${near === null ? '' : `Did you mean ${near}? `}For example: ${example}`,
  );
}
