// Everything by which people speak to the bot in Slack: the slash command, buttons, Share, mentions and direct messages.
// Each listener acknowledges first or in time, runs the same words, and answers where the person is.
import { setTimeout as after } from 'node:timers/promises';
import type { App } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { faultCode } from '../../domain/fault-code.ts';
import type { Message } from '../../domain/message.ts';
import type { ChartDrawer, Clock, CommandAnswer, CommandContext, Log } from '../../ports/world.ts';
import type { CommandDesk } from './answer-command.ts';
import { commandWords } from './command-words.ts';
import { FORM_CALLBACK } from './form-view.ts';
import { listenForForms, openForm } from './listen-for-forms.ts';
import { postCharts } from './post-charts.ts';
import type { Responder } from './response-url.ts';
import type { ShareShelf } from './share-shelf.ts';
import type { SlackLimits } from './slack-limits.ts';
import { COMMAND_ACTION, SHARE_ACTION, type SlackRendering, toBlocks } from './to-blocks.ts';

export type WordListening = {
  readonly desk: CommandDesk;
  readonly responder: Responder;
  readonly shelf: ShareShelf;
  readonly client: WebClient;
  readonly drawChart: ChartDrawer;
  readonly isQuestion: (text: string) => boolean;
  readonly clock: Clock;
  readonly log: Log;
  readonly limits: SlackLimits;
};

/** An installation may call the command `/tariff-test` beside another one. */
const OUR_COMMAND = /^\/tariff[\w-]*$/;
const OTHER_COMMAND = /^(?!\/tariff[\w-]*$)/;
const COMMAND_BUTTON = new RegExp(`^${COMMAND_ACTION}`);
const OTHER_BUTTON = new RegExp(`^(?!${COMMAND_ACTION}|${SHARE_ACTION}$)`);
const OTHER_VIEW = new RegExp(`^(?!${FORM_CALLBACK}$)`);

export function listenForWords(app: App, listening: WordListening): void {
  listenForCommands(app, listening);
  listenForButtons(app, listening);
  listenForMessages(app, listening);
  listenForForms(app, listening);
  // Nothing of ours opens these; an acknowledgement keeps Slack from showing a failure.
  app.shortcut(/.*/, async ({ ack }) => ack());
  app.view(OTHER_VIEW, async ({ ack }) => ack());
}

function listenForCommands(app: App, listening: WordListening): void {
  app.command(OUR_COMMAND, async ({ command, ack }) => {
    const words = commandWords(command.text ?? '');
    const context: CommandContext = {
      channel: {
        platform: 'slack',
        tenantId: command.team_id,
        channelId: command.channel_id,
      },
      channelName: command.channel_name ?? command.channel_id,
      address: null,
      userId: command.user_id,
      userName: command.user_name ?? command.user_id,
    };
    const key = `slack:command:${command.trigger_id}`;
    const running = listening.desk.answer(words, context, key);
    const late = after(listening.limits.ackWithinMs, 'late' as const, { ref: false });
    const early = await Promise.race([running, late]);
    if (early === null || (early !== 'late' && early.message.form === undefined)) {
      await ack(early === null ? undefined : answerContent(listening, early, words));
      return;
    }
    await ack();
    const answer = await running;
    if (answer === null) return;
    if (await openForm(listening, answer.message, context, command.trigger_id)) return;
    await listening.responder.respond(
      command.response_url,
      answerContent(listening, answer, words),
    );
  });
  app.command(OTHER_COMMAND, async ({ command, ack }) => {
    listening.log.warn('Slack sent a command that is not ours', { command: command.command });
    await ack({
      response_type: 'ephemeral',
      text: 'This app answers to /tariff. Try /tariff help.',
    });
  });
}

/** The parts of a click that are read here. */
type Click = {
  readonly trigger_id?: string;
  readonly response_url?: string;
  readonly team?: { readonly id?: string } | null;
  readonly user: { readonly id: string; readonly name?: string };
  readonly channel?: { readonly id?: string; readonly name?: string };
};

function listenForButtons(app: App, listening: WordListening): void {
  app.action(
    { type: 'block_actions', action_id: COMMAND_BUTTON },
    async ({ action, body, ack }) => {
      await ack();
      if (action.type !== 'button') return;
      const words = commandWords(action.value ?? action.action_id.slice(COMMAND_ACTION.length));
      const click: Click = body;
      const context = contextOfClick(click);
      const key = `slack:action:${String(click.trigger_id)}`;
      const answer = await listening.desk.answer(words, context, key);
      if (answer === null || click.response_url === undefined) return;
      if (await openForm(listening, answer.message, context, click.trigger_id)) return;
      await listening.responder.respond(click.response_url, {
        ...answerContent(listening, answer, words),
        replace_original: false,
      });
    },
  );
  app.action({ type: 'block_actions', action_id: SHARE_ACTION }, async ({ action, body, ack }) => {
    await ack();
    if (action.type === 'button') await share(listening, body, action.value ?? '');
  });
  app.action(OTHER_BUTTON, async ({ ack }) => ack());
}

/** Posts what the asker saw to the channel in their name, and takes the private copy away. */
async function share(listening: WordListening, click: Click, value: string): Promise<void> {
  const address = click.response_url;
  if (address === undefined) return;
  if (!(await listening.desk.isFirst(`slack:action:${String(click.trigger_id)}`))) return;
  const { words, message } = listening.shelf.find(value, listening.clock.now());
  const shown = message ?? (await askAgain(listening, click, words));
  if (shown === null) {
    await listening.responder.respond(address, {
      response_type: 'ephemeral',
      replace_original: false,
      text: 'That answer is no longer at hand. Ask again, and share the new one.',
    });
    return;
  }
  const { text, blocks } = toBlocks({
    ...shown,
    blocks: [
      ...shown.blocks,
      { kind: 'context', spans: [{ text: `Shared by ${contextOfClick(click).userName}` }] },
    ],
  });
  const isShared = await listening.responder.respond(address, {
    response_type: 'in_channel',
    replace_original: false,
    text,
    blocks,
  });
  if (!isShared) return;
  await listening.responder.respond(address, { delete_original: true });
  await shareCharts(listening, click, shown, address);
}

/** A file goes only where the app is a member; a text by the click's own address goes anywhere. */
async function shareCharts(
  listening: WordListening,
  click: Click,
  message: Message,
  address: string,
): Promise<void> {
  const { channelId } = contextOfClick(click).channel;
  try {
    await postCharts(listening.client, listening.drawChart, message, {
      channel: channelId,
      threadTs: undefined,
    });
  } catch (fault) {
    listening.log.warn('a chart did not reach Slack', { fault: faultCode(fault) });
    await listening.responder.respond(address, {
      response_type: 'ephemeral',
      replace_original: false,
      text: 'The chart could not be posted; the text holds its numbers. Is the app a member of this channel? /invite @Tariffwatch',
    });
  }
}

async function askAgain(
  listening: WordListening,
  click: Click,
  words: string,
): Promise<Message | null> {
  if (!listening.isQuestion(words)) return null;
  const answer = await listening.desk.answer(words, contextOfClick(click), null);
  return answer?.message ?? null;
}

function contextOfClick(click: Click): CommandContext {
  const channelId = click.channel?.id ?? '';
  return {
    channel: { platform: 'slack', tenantId: click.team?.id ?? '', channelId },
    channelName: click.channel?.name ?? channelId,
    address: null,
    userId: click.user.id,
    userName: click.user.name ?? click.user.id,
  };
}

/** The parts of a message event that are read here. */
type Said = {
  readonly channel: string;
  readonly user?: string;
  readonly text?: string;
  readonly ts: string;
  readonly thread_ts?: string;
  readonly bot_id?: string;
  readonly subtype?: string;
};

function listenForMessages(app: App, listening: WordListening): void {
  app.event('app_mention', async ({ event, body }) => {
    await answerMessage(listening, event as Said, body, 'mention');
  });
  app.message(async ({ message, body }) => {
    if (message.channel_type === 'im')
      await answerMessage(listening, message as Said, body, 'direct');
  });
}

async function answerMessage(
  listening: WordListening,
  said: Said,
  body: { readonly team_id?: string; readonly event_id?: string },
  place: 'mention' | 'direct',
): Promise<void> {
  // Our own posts, those of other bots, edits and joins are no questions.
  if (said.user === undefined || said.bot_id !== undefined || said.subtype !== undefined) return;
  const words = commandWords(said.text ?? '');
  const context: CommandContext = {
    channel: { platform: 'slack', tenantId: String(body.team_id), channelId: said.channel },
    channelName: place === 'direct' ? 'direct message' : said.channel,
    address: null,
    userId: said.user,
    userName: said.user,
  };
  // Slack repeats an event that it thinks lost, and even a question would then be answered twice.
  if (!(await listening.desk.isFirst(`slack:event:${String(body.event_id)}`))) return;
  const answer = await listening.desk.answer(words, context, null);
  if (answer === null) return;
  const isPrivate = place === 'mention' && answer.visibility === 'private';
  const { response_type: _, ...content } = answerContent(
    listening,
    isPrivate ? answer : { ...answer, visibility: 'channel' },
    words,
  );
  const thread = said.thread_ts ?? (place === 'mention' && !isPrivate ? said.ts : undefined);
  try {
    const where = { channel: said.channel, ...(thread === undefined ? {} : { thread_ts: thread }) };
    if (isPrivate) {
      await listening.client.chat.postEphemeral({ ...where, ...content, user: said.user });
    } else {
      await listening.client.chat.postMessage({
        ...where,
        ...content,
        unfurl_links: false,
        unfurl_media: false,
      });
      await postCharts(listening.client, listening.drawChart, answer.message, {
        channel: said.channel,
        threadTs: thread,
      });
    }
  } catch (fault) {
    listening.log.warn('an answer did not reach Slack', { fault: faultCode(fault) });
  }
}

type AnswerContent = {
  readonly response_type: 'ephemeral' | 'in_channel';
  readonly text: string;
  readonly blocks: SlackRendering['blocks'][number][];
};

/** Of a message: as a private answer with its button, or as one for all. Many may ask the same at once. */
const contents = new WeakMap<
  Message,
  { readonly shareValue: string | null; readonly content: AnswerContent }
>();

/** A private answer carries a Share button; one in the channel is there already. */
function answerContent(
  listening: WordListening,
  { message, visibility }: CommandAnswer,
  words: string,
): AnswerContent {
  const shareValue =
    visibility === 'private' ? listening.shelf.keep(message, words, listening.clock.now()) : null;
  const known = contents.get(message);
  if (known !== undefined && known.shareValue === shareValue) return known.content;
  const { text, blocks } = toBlocks(message, shareValue === null ? {} : { shareValue });
  const content: AnswerContent = {
    response_type: shareValue === null ? 'in_channel' : 'ephemeral',
    text,
    blocks: [...blocks],
  };
  contents.set(message, { shareValue, content });
  return content;
}
