// `data check`: the reference data of the ledger, fault by fault with file and line. Warnings are listed, errors fail.
import { checkData } from '../ledger/check-data.ts';
import { parseVerbArgs, print, UsageError } from './verb.ts';

export async function run(args: readonly string[]): Promise<number> {
  const { positionals } = parseVerbArgs(args, {});
  if (positionals.join(' ') !== 'check') throw new UsageError('say what is to be done: check');
  const { measures, findings } = checkData();
  for (const { severity, file, line, text } of findings) {
    await print(`${file}:${line}: ${severity}: ${text}\n`);
  }
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  await print(`${measures} measures, ${errors} errors, ${findings.length - errors} warnings\n`);
  return errors === 0 ? 0 : 1;
}
