// What `tariffwatch demo` adds around the program: the story's clock, prepared channels, and words for the terminal.
import type { Clock, CommandRunner } from '../ports/world.ts';
import { STEP_PAUSE_MS } from './demo-player.ts';
import type { SampleWire } from './sample-wire.ts';

type PreparedChannel = { readonly id: string; readonly commands: readonly string[] };

/** The channels that the demo opens with, each set up by the same commands that a user would type. */
export const DEMO_CHANNELS: readonly PreparedChannel[] = [
  { id: 'trade-alerts', commands: ['watch steel aluminium'] },
  { id: 'japan-desk', commands: ['watch japan'] },
  { id: 'morning-brief', commands: ['watch', 'digest on 08:30 Europe/London'] },
];

/** The clock of a program that plays the sample story. */
export function storyClock(wire: Pick<SampleWire, 'now'>): Clock {
  return { now: () => wire.now() };
}

/** Sets up the prepared channels. Safe to run again: re-running `watch` and `digest` changes nothing. */
export async function prepareChannels(runCommand: CommandRunner): Promise<void> {
  for (const { id, commands } of DEMO_CHANNELS) {
    for (const text of commands) {
      await runCommand(text, {
        channel: { platform: 'preview', tenantId: 'local', channelId: id },
        channelName: `#${id}`,
        address: null,
        userId: 'you',
        userName: 'You',
      });
    }
  }
}

/** What the terminal says once the demo runs. */
export function demoGreeting(
  previewUrl: string,
  wire: Pick<SampleWire, 'url'>,
  pauseMs: number = STEP_PAUSE_MS,
): string {
  return [
    `Open ${previewUrl}/#trade-alerts to watch. Channels: ${DEMO_CHANNELS.map(({ id }) => `#${id}`).join(', ')}.`,
    'The story of US steel and aluminium tariffs, February to June 2025, is played from a bundled sample wire',
    `(${wire.url}) and read like any feed. Time is compressed: a step every ${pauseMs / 1_000} seconds. No network is used.`,
    'Try on the page: status japan steel, recent, why S-1, digest now, help. Ctrl+C ends the demo.',
  ].join('\n');
}
