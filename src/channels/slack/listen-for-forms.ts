// Forms in Slack: an answer that carries one opens a modal, and what is submitted goes to the same commands as typed words.
// Faults come to stand at their fields; what followed takes the form's place.
import { setTimeout as after } from 'node:timers/promises';
import type { App } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { faultCode } from '../../domain/fault-code.ts';
import type { Message } from '../../domain/message.ts';
import type { CommandContext, Log } from '../../ports/world.ts';
import type { CommandDesk } from './answer-command.ts';
import {
  FORM_CALLBACK,
  type FormPlace,
  faultsByField,
  readFormPlace,
  readFormValues,
  toFormView,
  toResultView,
} from './form-view.ts';
import type { SlackLimits } from './slack-limits.ts';

export type FormListening = {
  readonly desk: CommandDesk;
  readonly client: WebClient;
  readonly log: Log;
  readonly limits: SlackLimits;
};

const WORKING: Message = {
  summary: 'Working on it.',
  accent: 'info',
  blocks: [{ kind: 'text', spans: [{ text: 'Working on it: the answer comes here.' }] }],
  buttons: [],
};

/**
 * Opens the form of an answer. False when it has none or Slack opens none (a trigger lives for three seconds): then the answer
 * is sent as text, and its Edit button is a new trigger.
 */
export async function openForm(
  { client, log }: FormListening,
  message: Message,
  { channel, channelName }: CommandContext,
  triggerId: string | undefined,
): Promise<boolean> {
  if (message.form === undefined || triggerId === undefined) return false;
  const { command } = message.form;
  try {
    await client.views.open({
      trigger_id: triggerId,
      view: toFormView(message.form, { command, channelId: channel.channelId, channelName }),
    });
    return true;
  } catch (fault) {
    log.warn('a form was not opened in Slack', { fault: faultCode(fault) });
    return false;
  }
}

export function listenForForms(app: App, listening: FormListening): void {
  const { client, desk, limits, log } = listening;
  app.view({ type: 'view_submission', callback_id: FORM_CALLBACK }, async ({ ack, body, view }) => {
    const place = readFormPlace(view.private_metadata);
    if (place === null) return ack();
    const context = { ...contextOf(body, place), fields: readFormValues(view.state.values) };
    // No guard against repetition: a modal sent twice is a decision made twice, and that is refused by its own rule.
    const running = desk.answer(place.command, context, null);
    const answer = await Promise.race([
      running,
      after(limits.formWithinMs, 'late' as const, { ref: false }),
    ]);
    if (answer === 'late') {
      await ack({ response_action: 'update', view: toResultView(view.title.text, WORKING) });
      const done = (await running)?.message ?? WORKING;
      try {
        await client.views.update({ view_id: view.id, view: toResultView(view.title.text, done) });
      } catch (fault) {
        log.warn('an answer did not reach Slack', { fault: faultCode(fault) });
      }
      return;
    }
    const message = answer?.message ?? WORKING;
    if (message.faults !== undefined) {
      return ack({ response_action: 'errors', errors: faultsByField(message.faults) });
    }
    return ack({ response_action: 'update', view: toResultView(view.title.text, message) });
  });
}

/** The parts of a submission that are read here. */
type Submitted = {
  readonly team: { readonly id: string } | null;
  readonly user: { readonly id: string; readonly name: string };
};

function contextOf(
  { team, user }: Submitted,
  { channelId, channelName }: FormPlace,
): CommandContext {
  return {
    channel: { platform: 'slack', tenantId: team?.id ?? '', channelId },
    channelName,
    address: null,
    userId: user.id,
    userName: user.name,
  };
}
