// A form: what a person fills in instead of typing words. A modal in Slack, inputs of a card in Teams; what comes back goes to
// `command` as the fields of a command. Types and one total function.

export type FormField = {
  /** The name under which the value comes back. */
  readonly name: string;
  readonly label: string;
  /** What stands in it at first; empty: nothing. */
  readonly value: string;
  readonly kind: 'text' | 'long-text' | 'day' | 'choice';
  /** Of a choice, in their order; one of them may be empty and stand for "nothing". */
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  readonly hint?: string;
  readonly isRequired?: boolean;
};

export type Form = {
  /** At most 24 characters: Slack's limit for the title of a modal. */
  readonly title: string;
  /** What is being decided, above the fields. */
  readonly about: string;
  /** The words that take the values. Run without them, they give the form as it stands now. */
  readonly command: string;
  readonly submit: string;
  readonly fields: readonly FormField[];
};

/** By the names of the fields. */
export type FormValues = Readonly<Record<string, string>>;

/** What is wrong with one field, in words that say what to write instead. */
export type FieldFault = { readonly field: string; readonly text: string };

/** The same form with what was typed into it. */
export function fillForm(form: Form, values: FormValues): Form {
  return {
    ...form,
    fields: form.fields.map((field) => ({ ...field, value: values[field.name] ?? field.value })),
  };
}
