// F9: the disk is full while announcements come in. Nothing is posted without a durable note of it, the program stays up,
// and after space was made everything arrives once. Needs the right to mount a small file system; skipped aloud without.
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, it } from 'vitest';
import { createFaultTable, ROW_LIMIT_MS, RUNS } from './fault-table.ts';
import { type FaultWorld, startWorld } from './fault-world.ts';

/** Room for the write-ahead log at its longest, 4 MB, beside the database: else the disk stays full without ballast. */
const SIZE_BYTES = 16 * 1_024 * 1_024;
const table = createFaultTable('The disk');
let world: FaultWorld | undefined;
const disk = smallDisk();

afterEach(async () => {
  await world?.close();
  disk?.remove();
});

describe.runIf(disk !== null)('on a small disk', () => {
  it(
    'F9: takes no new work while it is full, and catches up when there is space',
    async () => {
      const path = (disk as { path: string }).path;
      world = await startWorld({ channels: 5, dataDir: path });
      await world.start();
      for (let run = 0; run < RUNS; run += 1) {
        fill(path);
        world.publish(1);
        await wait(1_500);
        rmSync(join(path, 'ballast'));
        await world.endLeases();
        await world.settled();
      }

      table.check('F9 disk full', RUNS, world.tally());
    },
    ROW_LIMIT_MS,
  );
});

/** Takes all that is left, page by page: the program writes to the same disk meanwhile. */
function fill(path: string): void {
  const ballast = openSync(join(path, 'ballast'), 'w');
  const page = Buffer.alloc(4_096);
  try {
    for (let written = 0; written < SIZE_BYTES; written += page.length) writeSync(ballast, page);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ENOSPC') throw fault;
  } finally {
    closeSync(ballast);
  }
}

function smallDisk(): { readonly path: string; remove(): void } | null {
  const path = mkdtempSync(join(tmpdir(), 'tariffwatch-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE_BYTES}`, 'tmpfs', path], {
      stdio: 'ignore',
    });
  } catch {
    rmSync(path, { recursive: true });
    process.stderr.write(
      'No small disk can be mounted here: the test of a full disk is skipped.\n',
    );
    return null;
  }
  return {
    path,
    remove() {
      execFileSync('umount', ['-l', path]);
      rmSync(path, { recursive: true });
    },
  };
}
