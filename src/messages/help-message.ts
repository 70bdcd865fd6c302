// Help, from the command table: all commands by group, or one with its examples. Knows no command by name.
import type { Message, MessageBlock, Span } from '../domain/message.ts';

/** What help needs of a command; the table in `commands/command-table.ts` has more. */
export type HelpEntry = {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly group: string;
  readonly usage: string;
  readonly summary: string;
  readonly examples: readonly string[];
  readonly details?: readonly string[];
};

/** The promise that `/tariff help` states. */
export const PROMISE =
  'No alert is lost. A second copy can appear only if our process or the network dies in the moment between the ' +
  'platform accepting a post and our noting it; such a copy says so.';

/** All commands, grouped in the order in which the groups first appear. */
export function helpMessage(entries: readonly HelpEntry[]): Message {
  const groups = [...new Set(entries.map((entry) => entry.group))];
  return {
    summary: 'Tariffwatch: ask "status japan steel", follow with "watch japan steel".',
    accent: 'info',
    blocks: [
      { kind: 'heading', text: 'What Tariffwatch understands' },
      {
        kind: 'text',
        spans: [
          { text: 'The same words after ' },
          { text: '/tariff', code: true },
          { text: ' in Slack and after ' },
          { text: '@Tariffwatch', code: true },
          { text: ' in Teams. A country alone is a question: ' },
          { text: 'japan steel', code: true },
          { text: '.' },
        ],
      },
      ...groups.flatMap((group): MessageBlock[] => [
        { kind: 'text', spans: [{ text: group, bold: true }] },
        {
          kind: 'list',
          items: entries.filter((entry) => entry.group === group).map(entryItem),
        },
      ]),
      { kind: 'context', spans: [{ text: PROMISE }] },
    ],
    buttons: [
      { label: 'Try: status japan steel', command: 'status japan steel' },
      { label: 'Recent stories', command: 'recent' },
    ],
  };
}

function entryItem(entry: HelpEntry): readonly Span[] {
  return [{ text: entry.usage, code: true }, { text: ` ${entry.summary}` }];
}

/** One command with its examples. */
export function commandHelpMessage(entry: HelpEntry): Message {
  const aliases = entry.aliases.length === 0 ? [] : [`Also: ${entry.aliases.join(', ')}`];
  const first = entry.examples[0];
  return {
    summary: `${entry.usage}: ${entry.summary}`.slice(0, 150),
    accent: 'info',
    blocks: [
      { kind: 'heading', text: entry.name },
      { kind: 'text', spans: [{ text: entry.usage, code: true }] },
      { kind: 'text', spans: [{ text: entry.summary }] },
      {
        kind: 'list',
        items: entry.examples.map((example): readonly Span[] => [{ text: example, code: true }]),
      },
      ...[...(entry.details ?? []), ...aliases].map(
        (text): MessageBlock => ({ kind: 'context', spans: [{ text }] }),
      ),
    ],
    buttons: [
      ...(first === undefined ? [] : [{ label: `Try: ${first}`.slice(0, 70), command: first }]),
      { label: 'All commands', command: 'help' },
    ],
  };
}
