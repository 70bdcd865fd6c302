// The preview as one of the channels, with the renderings of the platforms.
import { randomBytes } from 'node:crypto';
import { createPreviewApp } from '../channels/preview/preview-app.ts';
import { toBlocks } from '../channels/slack/to-blocks.ts';
import { toCard } from '../channels/teams/to-card.ts';
import { COMMANDS } from '../commands/command-table.ts';
import { describeFilter } from '../messages/describe-filter.ts';
import type { StoryPlayer } from '../ports/story-player.ts';
import type { ChannelApp, CommandRunner } from '../ports/world.ts';
import type { Core } from './core.ts';
import { drawChart } from './draw-chart.ts';

/** None where it is switched off. */
export function openPreview(
  { config, store, feeds, clock, log }: Core,
  runCommand: CommandRunner,
  player: StoryPlayer | undefined,
): readonly ChannelApp[] {
  if (config.TARIFFWATCH_PREVIEW === 'off') return [];
  const preview = createPreviewApp({
    store,
    feeds: () => Promise.resolve(feeds),
    runCommand,
    looks: { toBlocks, toCard, drawChart },
    suggestions: COMMANDS.flatMap(({ examples, summary }) =>
      examples.map((text) => ({ text, hint: summary })),
    ),
    filterWords: describeFilter,
    clock,
    log,
    epoch: randomBytes(4).toString('hex'),
    player,
  });
  return [preview];
}
