// Writes the manifests from the command table and the icons from their drawings: `npm run manifests`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { COMMANDS } from '../src/commands/command-table.ts';
import { slackManifest, teamsManifest } from './manifest-content.ts';

const here = import.meta.dirname;

writeFileSync(join(here, 'slack.json'), asFile(slackManifest(COMMANDS)));
writeFileSync(join(here, 'teams/manifest.json'), asFile(teamsManifest(COMMANDS)));
for (const icon of ['color', 'outline']) {
  const drawing = readFileSync(join(here, `teams/${icon}.svg`), 'utf8');
  writeFileSync(join(here, `teams/${icon}.png`), new Resvg(drawing).render().asPng());
}

function asFile(manifest: object): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
