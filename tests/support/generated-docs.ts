// The parts of the documentation that are made from tables in the code, by file and mark. The docs test compares them;
// `npm run docs` writes them.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderUsage } from '../../src/cli/verb-table.ts';
import { renderCommandTable } from '../../src/commands/command-docs.ts';
import { renderConfigTable } from '../../src/config/config-keys.ts';
import { renderNoticeTable } from '../../src/delivery/decide-notice.ts';
import { renderErrorTable } from '../../src/reference/error-table.ts';

const ROOT = join(import.meta.dirname, '../..');

export type GeneratedPart = { readonly file: string; readonly mark: string; render(): string };

export const GENERATED_PARTS: readonly GeneratedPart[] = [
  { file: 'README.md', mark: 'commands', render: renderCommandTable },
  { file: 'README.md', mark: 'config', render: renderConfigTable },
  { file: 'README.md', mark: 'usage', render: () => `\`\`\`\n${renderUsage()}\`\`\`` },
  { file: 'docs/NOTICES.md', mark: 'notices', render: renderNoticeTable },
  { file: 'docs/ERRORS.md', mark: 'errors', render: renderErrorTable },
];

/** The part as it stands in the file, without the marks; null when the marks are not there. */
export function partInFile({ file, mark }: GeneratedPart): string | null {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const [from, to] = [text.indexOf(startOf(mark)), text.indexOf(endOf(mark))];
  if (from === -1 || to < from) return null;
  return text.slice(from + startOf(mark).length, to).trim();
}

/** Brings every part up to date. */
export function writeParts(): void {
  for (const part of GENERATED_PARTS) {
    const path = join(ROOT, part.file);
    const text = readFileSync(path, 'utf8');
    const [from, to] = [text.indexOf(startOf(part.mark)), text.indexOf(endOf(part.mark))];
    if (from === -1 || to < from) throw new Error(`${part.file} has no marks for ${part.mark}`);
    const before = text.slice(0, from + startOf(part.mark).length);
    writeFileSync(path, `${before}\n${part.render().trim()}\n${text.slice(to)}`);
  }
}

const startOf = (mark: string): string => `<!-- ${mark}:start -->`;
const endOf = (mark: string): string => `<!-- ${mark}:end -->`;
