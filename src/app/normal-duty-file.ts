// The operator's tariff table as a file in the data folder: written by `import hts`, read again when it has changed. Where
// several processes share a database, each reads the file of its own data folder.
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { UserError } from '../domain/error.ts';
import type { Ledger } from '../ledger/create-ledger.ts';
import type { NormalDutyTable } from '../ledger/normal-duty.ts';

const FILE = 'normal-duties.json';

const TABLE = z.object({
  imposer: z.string(),
  lines: z.array(z.object({ digits: z.string(), text: z.string(), rate: z.number().nullable() })),
});

/** Puts the table in the place of an earlier one, whole or not at all. Returns the path. */
export function saveNormalDuties(dataDir: string, table: NormalDutyTable): string {
  mkdirSync(dataDir, { recursive: true });
  const path = join(dataDir, FILE);
  writeFileSync(`${path}.new`, JSON.stringify(table));
  renameSync(`${path}.new`, path);
  return path;
}

/**
 * The table of a data folder, or null when none was imported.
 * @throws UserError `tariff-table-broken`.
 */
export function loadNormalDuties(dataDir: string): NormalDutyTable | null {
  const path = join(dataDir, FILE);
  if (changedAt(path) === null) return null;
  try {
    return TABLE.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    throw new UserError(
      'tariff-table-broken',
      `The tariff table ${path} cannot be read.`,
      'Import it again: tariffwatch import hts FILE. Or remove the file to go on without it.',
    );
  }
}

/** Ledgers with the table of a data folder, as it is when asked; the same object while neither has changed. */
export function createDutyShelf(dataDir: string): (ledger: Ledger) => Ledger {
  const path = join(dataDir, FILE);
  let readAt: number | null = null;
  let table: NormalDutyTable | null = null;
  let plain: Ledger | null = null;
  let whole: Ledger | null = null;
  return (ledger) => {
    const at = changedAt(path);
    if (at !== readAt) table = loadNormalDuties(dataDir);
    if (whole === null || at !== readAt || ledger !== plain) {
      whole = table === null ? ledger : { ...ledger, normalDuties: table };
    }
    readAt = at;
    plain = ledger;
    return whole;
  };
}

function changedAt(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null;
}
