// Parsers are shared by several commands and end a hint with the example of the one they were written for. In: such a fault and
// the command that was asked. Out: the fault with an example that the asker can type.
import { UserError } from '../domain/error.ts';
import type { CommandSpec } from './command.ts';
import { findCommand } from './command-table.ts';

/** Commands that take the same filters: of their examples only the first word differs. */
const FILTERED: ReadonlySet<string> = new Set(['watch', 'unwatch', 'recent']);

const LEAD = 'or example: ';

/** The fault as it stands when it has no example, or one of this command. */
export function withOwnExample(fault: UserError, command: CommandSpec): UserError {
  const at = fault.hint.indexOf(LEAD);
  if (at === -1) return fault;
  const lead = fault.hint.slice(0, at + LEAD.length);
  const [first = '', ...rest] = fault.hint.slice(lead.length).split(' ');
  const other = findCommand(first);
  if (other === null || other.name === command.name) return fault;
  const isAlike = FILTERED.has(other.name) && FILTERED.has(command.name);
  const example = isAlike ? [command.name, ...rest].join(' ') : exampleOf(command);
  return new UserError(fault.code, fault.message, `${lead}${example}`, fault.faults);
}

/** The first example that shows what to type behind the name. */
function exampleOf({ name, examples }: CommandSpec): string {
  return examples.find((example) => example.includes(' ')) ?? examples[0] ?? name;
}
