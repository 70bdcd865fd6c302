// The buttons of a message as actions of an Adaptive Card. Pure. A button runs the words of a command, sends a form, or opens a
// link.
import { cleanLine, cutText } from '../../domain/clean-text.ts';
import type { Form } from '../../domain/form.ts';
import type { Message, MessageButton } from '../../domain/message.ts';
import { safeLink } from '../../domain/safe-link.ts';
import { submitOf } from './form-inputs.ts';
import { MAX_ACTION_LABEL, MAX_ACTIONS, MAX_COMMAND, MAX_PRIMARY_ACTIONS } from './teams-limits.ts';

export type CardAction = Readonly<Record<string, unknown>>;

/** The verb of our Action.Execute; the words of the command are in its data, as `command`. */
const COMMAND_VERB = 'tariff';

/** The buttons of a message, its form's first; what does not fit is left out. */
export function actionsOf({ buttons, form }: Message): CardAction[] {
  const actions =
    form === undefined
      ? buttons.flatMap(actionOf)
      : [submitOf(form, COMMAND_VERB), ...buttons.flatMap((button) => besideForm(button, form))];
  return actions
    .slice(0, MAX_ACTIONS)
    .map((action, index) =>
      index < MAX_PRIMARY_ACTIONS ? action : { ...action, mode: 'secondary' },
    );
}

// The form is there already; and no other button waits for its required fields.
function besideForm(button: MessageButton, form: Form): CardAction[] {
  if ('command' in button && button.command === form.command) return [];
  return actionOf(button).map((action) => ({ ...action, associatedInputs: 'none' }));
}

function actionOf(button: MessageButton): CardAction[] {
  const title = cutText(cleanLine(button.label), MAX_ACTION_LABEL);
  if (title === '') return [];
  if ('link' in button) {
    const link = safeLink(button.link);
    return link === null ? [] : [{ type: 'Action.OpenUrl', title, url: link.href }];
  }
  const style =
    button.style === undefined
      ? {}
      : { style: button.style === 'primary' ? 'positive' : 'destructive' };
  const command = cleanLine(button.command);
  // A command that does not fit is not one of ours; cut, it would mean something else.
  if (command === '' || command.length > MAX_COMMAND) return [];
  const data = { command };
  return [
    {
      type: 'Action.Execute',
      title,
      verb: COMMAND_VERB,
      data,
      ...style,
      // Older clients know only Submit; it comes back as a message with the same data.
      fallback: { type: 'Action.Submit', title, data, ...style },
    },
  ];
}
