// Acceptance tests start the program as users do, from dist/: it is compiled once before any test runs. Type errors do not
// stop unit tests of other rooms; they are a gate of their own in `npm run check`.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export default function buildOnce(): void {
  const root = join(import.meta.dirname, '../..');
  const { status } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'],
    { cwd: root },
  );
  if (status !== 0) console.warn('The build has type errors: `npx tsc` lists them.');
}
