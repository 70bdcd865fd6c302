// A form in, a Slack modal out; what was typed into it back as plain values. Pure. All text stands in plain_text elements, where
// Slack reads no markup.
import type { types } from '@slack/bolt';
import { z } from 'zod';
import { cleanLine, cutText } from '../../domain/clean-text.ts';
import type { FieldFault, Form, FormField, FormValues } from '../../domain/form.ts';
import type { Message } from '../../domain/message.ts';
import {
  MAX_BUTTON_LABEL,
  MAX_INPUT,
  MAX_TEXT,
  MAX_VIEW_BLOCKS,
  MAX_VIEW_TITLE,
} from './slack-limits.ts';
import { toBlocks } from './to-blocks.ts';

export const FORM_CALLBACK = 'tariff-form';

/** Where the form was opened: its answer belongs to that channel. Carried by the modal itself. */
export type FormPlace = {
  readonly command: string;
  readonly channelId: string;
  readonly channelName: string;
};

const PLACE = z.object({ command: z.string(), channelId: z.string(), channelName: z.string() });

/** The one element of each input. */
const VALUE = 'value';
/** An option's value may not be empty. */
const NOTHING = '-';

/** The modal; block ids are the names of the fields, so that faults come to stand at theirs. */
export function toFormView(form: Form, place: FormPlace): types.ModalView {
  return {
    type: 'modal',
    callback_id: FORM_CALLBACK,
    title: plain(form.title, MAX_VIEW_TITLE),
    submit: plain(form.submit, MAX_VIEW_TITLE),
    close: plain('Cancel', MAX_VIEW_TITLE),
    private_metadata: JSON.stringify({ ...place, command: form.command }),
    blocks: [
      ...(cleanLine(form.about) === ''
        ? []
        : [{ type: 'section' as const, text: plain(form.about, MAX_TEXT) }]),
      ...form.fields.map(inputOf),
    ],
  };
}

function inputOf(field: FormField): types.InputBlock {
  return {
    type: 'input',
    block_id: field.name,
    label: plain(field.label, MAX_TEXT),
    optional: field.isRequired !== true,
    element: elementOf(field),
    ...(field.hint === undefined ? {} : { hint: plain(field.hint, MAX_TEXT) }),
  };
}

function elementOf(field: FormField): types.InputBlock['element'] {
  const { kind, value } = field;
  if (kind === 'day') {
    return {
      type: 'datepicker',
      action_id: VALUE,
      ...(value === '' ? {} : { initial_date: value }),
    };
  }
  if (kind === 'choice') {
    const options = (field.choices ?? []).map((choice) => ({
      text: plain(choice.label, MAX_BUTTON_LABEL),
      value: choice.value === '' ? NOTHING : choice.value,
    }));
    const chosen = options.find((option) => option.value === (value === '' ? NOTHING : value));
    return {
      type: 'static_select',
      action_id: VALUE,
      options,
      ...(chosen === undefined ? {} : { initial_option: chosen }),
    };
  }
  return {
    type: 'plain_text_input',
    action_id: VALUE,
    multiline: kind === 'long-text',
    max_length: MAX_INPUT,
    ...(value === '' ? {} : { initial_value: cutText(value, MAX_INPUT) }),
  };
}

function plain(text: string, most: number): types.PlainTextElement {
  return { type: 'plain_text', text: cutText(cleanLine(text), most), emoji: false };
}

const STATE = z.record(
  z.string(),
  z.record(
    z.string(),
    z.object({
      value: z.string().nullish(),
      selected_date: z.string().nullish(),
      selected_option: z.object({ value: z.string() }).nullish(),
    }),
  ),
);

/** What was typed and chosen, by field; an empty field is empty text. */
export function readFormValues(state: unknown): FormValues {
  const read = STATE.safeParse(state);
  const fields = Object.entries(read.success ? read.data : {}).map(([name, elements]) => {
    const { value, selected_date: day, selected_option: option } = elements[VALUE] ?? {};
    const given = value ?? day ?? option?.value ?? '';
    return [name, given === NOTHING && option !== undefined ? '' : given] as const;
  });
  return Object.fromEntries(fields);
}

/** Where the form was opened, or null for a modal that is none of ours. */
export function readFormPlace(metadata: string): FormPlace | null {
  try {
    const place = PLACE.safeParse(JSON.parse(metadata));
    return place.success ? place.data : null;
  } catch {
    return null;
  }
}

/** Faults as Slack shows them at their fields. */
export function faultsByField(faults: readonly FieldFault[]): Record<string, string> {
  return Object.fromEntries(faults.map(({ field, text }) => [field, cutText(text, MAX_TEXT)]));
}

/** What followed, in place of the form. Buttons would have no message to answer to, so they stay away. */
export function toResultView(title: string, message: Message): types.ModalView {
  const blocks = toBlocks(message).blocks.filter(({ type }) => type !== 'actions');
  return {
    type: 'modal',
    title: plain(title, MAX_VIEW_TITLE),
    close: plain('Close', MAX_VIEW_TITLE),
    blocks: blocks.slice(0, MAX_VIEW_BLOCKS),
  };
}
