// `preview`: the local page with a gallery of every kind of message in both looks, and answers to real questions. Polls
// nothing and leaves nothing behind.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, createApp } from '../app/create-app.ts';
import { loadConfig, readEnvironment } from '../config/load-config.ts';
import type { Message } from '../domain/message.ts';
import type { ChannelRef } from '../domain/subscription.ts';
import { systemClock } from '../infra/system-clock.ts';
import { galleryMessages } from './gallery.ts';
import { offlineConfig } from './offline-config.ts';
import { untilStopped } from './serve.ts';
import { createTerminalLog } from './terminal-log.ts';
import { print, takeNoArguments } from './verb.ts';

const ASKED = [
  'help',
  'status japan steel on 2025-02-13',
  'status china on 2025-04-15',
  'status japan korea australia steel on 2025-06-10',
  'status iceland steel on 2017-01-01',
  'stauts japan',
  'list',
  'sources',
];

export async function run(args: readonly string[]): Promise<number> {
  takeNoArguments(args);
  const folder = mkdtempSync(join(tmpdir(), 'tariffwatch-preview-'));
  const config = offlineConfig(loadConfig(readEnvironment()), folder);
  try {
    const app = await createApp(config, { log: createTerminalLog(config), feeds: [] });
    const { url } = await app.start({ isQuiet: true });
    await hangUp(app);
    await print(`The gallery is at ${url}. Ctrl+C ends it.\n`);
    await untilStopped();
    await app.stop();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return 0;
}

async function hangUp(app: App): Promise<void> {
  for (const { channel, name, message } of galleryMessages())
    await post(app, channel, name, message);
  for (const text of ASKED) {
    const { message } = await app.runCommand(text, {
      channel: channelRef('answers'),
      channelName: '#answers',
      address: null,
      userId: 'gallery',
      userName: 'You',
    });
    await post(app, 'answers', text, message);
  }
  await app.settle();
}

async function post(app: App, channel: string, name: string, message: Message): Promise<void> {
  const now = systemClock.now();
  const ref = channelRef(channel);
  await app.store.touchChannel(ref, `#${channel}`, null, now);
  await app.store.enqueue(
    [
      {
        dedupeKey: `gallery:${channel}:${name}`,
        channel: ref,
        kind: 'alert',
        storyId: null,
        storyVersion: null,
        message,
        reason: 'shown in the gallery',
        notBefore: now,
        mode: 'post',
      },
    ],
    now,
  );
}

function channelRef(channelId: string): ChannelRef {
  return { platform: 'preview', tenantId: 'local', channelId };
}
