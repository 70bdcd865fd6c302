// The command table as Markdown for the README, and as hints for the manifests of the platforms.
import type { CommandSpec } from './command.ts';
import { COMMANDS } from './command-table.ts';

/** The README's table of commands: usage, what it does, one example. */
export function renderCommandTable(commands: readonly CommandSpec[] = COMMANDS): string {
  const rows = commands.map(
    (command) =>
      `| \`${escapePipes(command.usage)}\` | ${escapePipes(command.summary)} | \`${escapePipes(command.examples[0] ?? command.name)}\` |`,
  );
  return ['| command | what it does | example |', '|---|---|---|', ...rows].join('\n');
}

/** Titles and descriptions for Teams' list of hints, the first `limit` commands of the table. */
export function commandHints(
  limit: number,
): readonly { readonly title: string; readonly description: string }[] {
  return COMMANDS.slice(0, limit).map((command) => ({
    title: command.name,
    description: command.summary,
  }));
}

function escapePipes(text: string): string {
  return text.replaceAll('|', '\\|');
}
