// A form in, the inputs of an Adaptive Card out; what comes back with its button as plain values. Pure. Only labels and hints of
// our own and values of inputs are plain texts here: Teams reads no markup in them.
import { z } from 'zod';
import { cleanLine, cutText } from '../../domain/clean-text.ts';
import type { FieldFault, Form, FormField, FormValues } from '../../domain/form.ts';
import { MAX_ACTION_LABEL, MAX_INPUT } from './teams-limits.ts';

/** Shapes of https://adaptivecards.io/explorer, only what is used here. */
type InputBase = { readonly id: string; readonly label: string; readonly value?: string };
export type FormInput =
  | (InputBase & {
      readonly type: 'Input.Text';
      readonly maxLength: number;
      readonly placeholder?: string;
      readonly isMultiline?: true;
      readonly isRequired?: true;
      readonly errorMessage?: string;
    })
  | (InputBase & { readonly type: 'Input.Date' })
  | (InputBase & {
      readonly type: 'Input.ChoiceSet';
      readonly style: 'compact';
      readonly choices: readonly { readonly title: string; readonly value: string }[];
    });

/** Marks of our own beside the values, which share one object with them. */
const FIELD_PREFIX = 'field-';
/** Some clients send nothing for a choice whose value is empty. */
const NOTHING = '-';

/** The input of one field. Its faults stand above it as a text of their own. */
export function inputOf(field: FormField): FormInput {
  const { kind, value } = field;
  const base = { id: `${FIELD_PREFIX}${field.name}`, label: cleanLine(field.label) };
  if (kind === 'day') return { type: 'Input.Date', ...base, ...(value === '' ? {} : { value }) };
  if (kind === 'choice') {
    const choices = (field.choices ?? []).map((choice) => ({
      title: cleanLine(choice.label),
      value: choice.value === '' ? NOTHING : choice.value,
    }));
    const chosen = value === '' ? NOTHING : value;
    return { type: 'Input.ChoiceSet', ...base, style: 'compact', value: chosen, choices };
  }
  return {
    type: 'Input.Text',
    ...base,
    maxLength: MAX_INPUT,
    ...(value === '' ? {} : { value: cutText(value, MAX_INPUT) }),
    ...(field.hint === undefined ? {} : { placeholder: cleanLine(field.hint) }),
    ...(kind === 'long-text' ? { isMultiline: true } : {}),
    ...(field.isRequired === true
      ? { isRequired: true, errorMessage: `${cleanLine(field.label)} is needed.` }
      : {}),
  };
}

/** The words of the faults of one field. */
export function faultsOf(field: FormField, faults: readonly FieldFault[]): readonly string[] {
  return faults.filter((fault) => fault.field === field.name).map(({ text }) => text);
}

/** The button that sends the values; the verb is that of every command. */
export function submitOf(form: Form, verb: string): Readonly<Record<string, unknown>> {
  const title = cutText(cleanLine(form.submit), MAX_ACTION_LABEL);
  // Clients leave out what is empty, so the button knows which values it asks for.
  const data = { command: form.command, form: form.fields.map(({ name }) => name) };
  return {
    type: 'Action.Execute',
    title,
    verb,
    data,
    style: 'positive',
    fallback: { type: 'Action.Submit', title, data, style: 'positive' },
  };
}

/** No form of ours has more; a card can be forged by whoever may send one. */
const MOST_FIELDS = 40;
const SUBMITTED = z.looseObject({ form: z.array(z.string().max(100)).max(MOST_FIELDS) });
const INVOKED = z.object({ action: z.object({ data: SUBMITTED }) });

/** What was typed and chosen, of Action.Execute or Action.Submit; null when no form was sent. */
export function fieldsOfValue(value: unknown): FormValues | null {
  const invoked = INVOKED.safeParse(value);
  const submitted = SUBMITTED.safeParse(value);
  const data = invoked.success ? invoked.data.action.data : submitted.data;
  if (data === undefined) return null;
  return Object.fromEntries(
    data.form.map((name) => {
      const given = data[`${FIELD_PREFIX}${name}`];
      const isGiven = typeof given === 'string' && given !== NOTHING;
      return [name, isGiven ? given.slice(0, MAX_INPUT) : ''] as const;
    }),
  );
}
