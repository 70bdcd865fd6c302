// A channel that is set up by what another one exports is set up as that one.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCommandRunner } from '../../../src/commands/run-command.ts';
import type { Message } from '../../../src/domain/message.ts';
import { createLedger } from '../../../src/ledger/create-ledger.ts';
import type { Store } from '../../../src/ports/store.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import { SILENT_LOG } from '../../support/silent-log.ts';

const NOW = Date.parse('2026-10-01T12:00:00Z');

let folder: string;
let store: Store;
let references = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'export-'));
  store = await openStore({ dataDir: folder, databaseUrl: null, log: SILENT_LOG });
});

afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function sayIn(channelId: string, text: string): Promise<Message> {
  const run = createCommandRunner({
    store,
    ledger: () => createLedger([]),
    feeds: [],
    clock: { now: () => NOW },
    log: SILENT_LOG,
    curateStory: () => Promise.reject(new Error('no story is decided on here')),
    newReference: () => {
      references += 1;
      return `ref${references}`;
    },
  });
  const { message } = await run(text, {
    channel: { platform: 'preview', tenantId: 'acme', channelId },
    channelName: `#${channelId}`,
    address: null,
    userId: 'U1',
    userName: 'ann',
  });
  return message;
}

/** The commands in an answer to `export`. */
async function exported(channelId: string): Promise<readonly string[]> {
  const { blocks } = await sayIn(channelId, 'export');
  return blocks.flatMap((block) =>
    block.kind === 'list'
      ? block.items.map((spans) => spans.map((span) => ('text' in span ? span.text : '')).join(''))
      : [],
  );
}

it('a channel is exported as commands that set up another one alike', async () => {
  const typed = [
    'watch',
    'watch jp>us steel,aluminium',
    'watch korea -stage:threatened rung:gazette',
    'digest on 07:15 Asia/Tokyo weekdays',
    'settings broadcast none',
    'settings quiet 22:00-06:30 Europe/Berlin urgent',
    'settings empty-digest none',
    'mute brazil 3d',
    'mute copper 36h',
  ];
  for (const command of typed) await sayIn('from', command);
  const commands = await exported('from');
  for (const command of commands) await sayIn('to', command);

  expect(commands).toHaveLength(typed.length);
  expect(commands).toContain('digest on 07:15 Asia/Tokyo weekdays');
  expect(commands).toContain('mute copper 2d');
  expect(await exported('to')).toEqual(commands);
});

it('a channel that set nothing says so, with an example', async () => {
  const { summary } = await sayIn('new', 'export');

  expect(summary).toBe('#new follows and sets nothing yet. Try: watch japan steel');
});
