// `import hts FILE`: the normal duties of the United States from an export of its tariff schedule, for status answers.
import { readFile } from 'node:fs/promises';
import { saveNormalDuties } from '../app/normal-duty-file.ts';
import { loadConfig, readEnvironment } from '../config/load-config.ts';
import { UserError } from '../domain/error.ts';
import { readHtsExport } from '../ledger/normal-duty.ts';
import { parseVerbArgs, print, UsageError } from './verb.ts';

const SHOWN_PROBLEMS = 5;

export async function run(args: readonly string[]): Promise<number> {
  const { positionals } = parseVerbArgs(args, {});
  const [kind, file] = positionals;
  if (kind !== 'hts' || file === undefined || positionals.length > 2) {
    throw new UsageError('what to import, and from which file');
  }
  const { table, problems } = readHtsExport(await readJson(file));
  for (const problem of problems.slice(0, SHOWN_PROBLEMS)) process.stderr.write(`${problem}\n`);
  const rest = problems.length - SHOWN_PROBLEMS;
  if (rest > 0) process.stderr.write(`and ${rest} more rows that could not be read\n`);
  if (table.lines.length === 0) throw noTable(file);
  const path = saveNormalDuties(loadConfig(readEnvironment()).TARIFFWATCH_DATA_DIR, table);
  const known = table.lines.filter(({ rate }) => rate !== null).length;
  await print(
    `${table.lines.length} tariff lines, ${known} with a duty in percent, written to ${path}.\n` +
      'Status answers about a tariff line use it from now on: tariffwatch status china 7326.90.86.88 --from us\n',
  );
  return 0;
}

async function readJson(file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    throw new UserError(
      'input-unreadable',
      `The file "${file}" cannot be read.`,
      'Check its name and your rights.',
    );
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw noTable(file);
  }
}

function noTable(file: string): UserError {
  return new UserError(
    'tariff-table-broken',
    `${file} holds no tariff lines.`,
    'Export the schedule as JSON from hts.usitc.gov: rows with "htsno" and "general".',
  );
}
