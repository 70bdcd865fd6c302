// A line as typed -> the command it calls for and the words left to it. A country or product alone is a question about its
// status. Throws UserError for a line that calls for nothing, with the nearest command.
import { UserError } from '../domain/error.ts';
import { nearestJurisdiction } from '../reference/find-jurisdiction.ts';
import { nearestWord } from '../reference/nearest-word.ts';
import type { CommandSpec } from './command.ts';
import { COMMANDS, findCommand } from './command-table.ts';
import { findStatusName, STATUS_FILLERS } from './parse-status.ts';
import { COMMAND_LIMIT, splitWords } from './tokens.ts';

const QUESTION_STARTS: ReadonlySet<string> = new Set([
  'what',
  'which',
  'how',
  'show',
  'tell',
  'give',
  'please',
]);
/** Words between the start of a question and what it is about. */
const QUESTION_WORDS: ReadonlySet<string> = new Set([
  ...QUESTION_STARTS,
  'is',
  'are',
  'me',
  'us',
  'the',
  'much',
  'high',
  'current',
  'rate',
  'rates',
  'hit',
  'about',
]);

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
  const asked = withoutQuestion(words);
  const bare = asked.map((word) => word.replace(/,$/, ''));
  const start = STATUS_FILLERS.has((bare[0] ?? '').toLowerCase()) ? 1 : 0;
  const isImposer = /^(?:from|by)$/i.test(bare[0] ?? '') && findStatusName(bare, 1) !== null;
  if (isImposer || (asked.length > start && (start > 0 || findStatusName(bare, 0) !== null))) {
    return { command: commandNamed('status'), words: asked };
  }
  throw unknownCommand(first, words);
}

// "What are the tariffs on Japan" asks what "tariffs on Japan" asks. Only a line that begins as a question is shortened:
// "is" and "me" are countries too.
function withoutQuestion(words: readonly string[]): readonly string[] {
  if (!QUESTION_STARTS.has((words[0] ?? '').toLowerCase())) return words;
  const start = words.findIndex((word) => !QUESTION_WORDS.has(word.toLowerCase()));
  return start === -1 ? words : words.slice(start);
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
