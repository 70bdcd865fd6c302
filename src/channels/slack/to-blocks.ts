// A neutral message in, Block Kit and its fallback text out. Pure. Text of feeds and users only ever goes into plain_text and
// rich_text elements, where Slack reads no markup; the one exception, small print with links, is escaped.
import type { types } from '@slack/bolt';
import { cleanLine, cutText } from '../../domain/clean-text.ts';
import { chartsOf, type Message, type MessageButton } from '../../domain/message.ts';
import { plainTextOf } from '../../domain/message-text.ts';
import { safeLink } from '../../domain/safe-link.ts';
import { escapeMrkdwn } from './escape-mrkdwn.ts';
import {
  MAX_ACTION_ID,
  MAX_ACTIONS,
  MAX_BLOCKS,
  MAX_BUTTON_LABEL,
  MAX_BUTTON_VALUE,
  MAX_FALLBACK_TEXT,
  MAX_MESSAGE_TEXT,
} from './slack-limits.ts';
import { blocksOf, smallText } from './to-rich-text.ts';

export type SlackRendering = {
  /** For notifications, screen readers and clients without blocks; escaped for mrkdwn. */
  readonly text: string;
  readonly blocks: readonly types.KnownBlock[];
};

export type ToBlocksOptions = {
  /** A copy of this may stand already. */
  readonly possibleRepeat?: boolean;
  /** Adds a Share button that carries this value. */
  readonly shareValue?: string;
};

/** Action ids start with this; the words of the command follow, and stand whole in the button's value. */
export const COMMAND_ACTION = 'tariff:';
export const SHARE_ACTION = 'tariff-share';
const LINK_ACTION = 'tariff-link:';

/** Room for the line that says what was left out. */
const NOTE_LENGTH = 80;

/** A file has to be in a channel to be seen, and nothing of ours has a public address (`post-charts.ts`). */
const CHART_NOTE =
  'Slack shows no picture in a private answer: share this one, or ask in a direct message, to see the chart.';

const REPEAT_NOTE = 'Possible repeat: the first copy may have arrived.';

/** Block Kit of a message, within every limit of `slack-limits.ts`; what does not fit is counted in a last line. */
export function toBlocks(message: Message, options: ToBlocksOptions = {}): SlackRendering {
  const foot = [
    ...(options.possibleRepeat === true ? [smallText(REPEAT_NOTE)] : []),
    ...(options.shareValue !== undefined && chartsOf(message).length > 0
      ? [smallText(CHART_NOTE)]
      : []),
    ...buttonBlocks(message, options.shareValue),
  ];
  const body = message.blocks.flatMap(blocksOf);
  return { text: summaryText(message, options), blocks: withinLimits(body, foot) };
}

/** The whole message as escaped text: what is sent after Slack has refused the blocks. */
export function toFallbackText(message: Message, options: ToBlocksOptions = {}): string {
  const repeat = options.possibleRepeat === true ? `\n${REPEAT_NOTE}` : '';
  return escapeMrkdwn(
    `${cutText(plainTextOf(message), MAX_FALLBACK_TEXT - repeat.length)}${repeat}`,
  );
}

function summaryText(message: Message, options: ToBlocksOptions): string {
  const repeat = options.possibleRepeat === true ? ' (possible repeat)' : '';
  return escapeMrkdwn(
    `${cutText(cleanLine(message.summary), MAX_FALLBACK_TEXT - repeat.length)}${repeat}`,
  );
}

// --- buttons -----------------------------------------------------------------------------------------------------

function buttonBlocks(message: Message, shareValue: string | undefined): types.ActionsBlock[] {
  const elements = message.buttons.flatMap(toButton);
  if (shareValue !== undefined) {
    elements.push({
      type: 'button',
      action_id: SHARE_ACTION,
      // A chart is a file, which Slack shows in a channel only (`post-charts.ts`).
      text: {
        type: 'plain_text',
        text: chartsOf(message).length === 0 ? 'Share' : 'Share with chart',
        emoji: false,
      },
      value: shareValue,
    });
  }
  const blocks: types.ActionsBlock[] = [];
  for (let start = 0; start < elements.length; start += MAX_ACTIONS) {
    blocks.push({ type: 'actions', elements: elements.slice(start, start + MAX_ACTIONS) });
  }
  return blocks;
}

function toButton(button: MessageButton, index: number): types.Button[] {
  const text = {
    type: 'plain_text' as const,
    text: cutText(cleanLine(button.label), MAX_BUTTON_LABEL),
    emoji: false,
  };
  if (text.text === '') return [];
  if ('link' in button) {
    const link = safeLink(button.link);
    return link === null
      ? []
      : [{ type: 'button', action_id: `${LINK_ACTION}${index}`, text, url: link.href }];
  }
  const command = cleanLine(button.command);
  // A command that does not fit is not one of ours; cut, it would mean something else.
  if (command === '' || command.length > MAX_BUTTON_VALUE) return [];
  // Ids must differ within a block, even for two buttons with the same words.
  const suffix = index === 0 ? '' : `#${index}`;
  return [
    {
      type: 'button',
      action_id: `${cutText(`${COMMAND_ACTION}${command}`, MAX_ACTION_ID - suffix.length)}${suffix}`,
      text,
      value: command,
      ...(button.style === undefined ? {} : { style: button.style }),
    },
  ];
}

// --- the whole ---------------------------------------------------------------------------------------------------

function withinLimits(
  body: readonly types.KnownBlock[],
  foot: readonly types.KnownBlock[],
): types.KnownBlock[] {
  const textOfFoot = foot.reduce((sum, block) => sum + textLength(block), 0);
  const kept: types.KnownBlock[] = [];
  let size = textOfFoot;
  for (const block of body) {
    const isLast = kept.length + 1 === body.length;
    // One block stays free for the line that says what was left out.
    const room = MAX_BLOCKS - foot.length - (isLast ? 0 : 1);
    size += textLength(block);
    if (kept.length >= room || size > MAX_MESSAGE_TEXT - NOTE_LENGTH) break;
    kept.push(block);
  }
  const left = body.length - kept.length;
  if (left === 0) return [...kept, ...foot];
  const note = `Shortened: ${left} more ${left === 1 ? 'part does' : 'parts do'} not fit in one Slack message.`;
  return [...kept, smallText(note), ...foot];
}

/** All the characters of a block that could count against Slack's limit. */
function textLength(block: types.KnownBlock): number {
  let length = 0;
  const visit = (value: unknown): void => {
    if (typeof value === 'string') length += value.length;
    else if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        if (key === 'text' || key === 'url' || key === 'value' || typeof inner === 'object')
          visit(inner);
      }
    }
  };
  visit(block);
  return length;
}
