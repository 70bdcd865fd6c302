// `npm run package:teams -- --app-id <GUID> --host <host> [--out <file>]` makes the zip that is uploaded to Teams.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildTeamsPackage } from './teams-package.ts';

const USAGE =
  'npm run package:teams -- --app-id <Microsoft App ID> --host <public host> [--out tariffwatch-teams.zip]';

function main(): number {
  const { values } = parseArgs({
    options: {
      'app-id': { type: 'string' },
      host: { type: 'string' },
      out: { type: 'string', default: 'tariffwatch-teams.zip' },
    },
  });
  const appId = values['app-id'];
  if (appId === undefined || values.host === undefined) {
    process.stderr.write(`Usage: ${USAGE}\n`);
    return 2;
  }
  const folder = join(import.meta.dirname, 'teams');
  const bytes = buildTeamsPackage({
    manifest: readFileSync(join(folder, 'manifest.json'), 'utf8'),
    color: readFileSync(join(folder, 'color.png')),
    outline: readFileSync(join(folder, 'outline.png')),
    appId,
    host: values.host,
  });
  writeFileSync(values.out, bytes);
  process.stdout.write(
    `${values.out}: ${bytes.length} bytes. Upload it in Teams under Apps > Manage your apps.\n`,
  );
  return 0;
}

try {
  process.exitCode = main();
} catch (fault) {
  process.stderr.write(
    `${fault instanceof Error ? fault.message : String(fault)}\nUsage: ${USAGE}\n`,
  );
  process.exitCode = 2;
}
