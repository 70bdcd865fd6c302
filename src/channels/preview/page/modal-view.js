// A form as Slack shows it in a modal. What is typed goes to the program as it stands, which says what is wrong with it.
import { element } from './elements.js';

/**
 * @param {{ title: string, about: string, command: string, submit: string, fields: object[] }} form
 * @param {(text: string, fields: Record<string, string>) => void} onCommand
 */
export function modalOf(form, onCommand) {
  const inputs = form.fields.map(inputFor);
  return element(
    'form',
    {
      class: 'modal',
      'aria-label': form.title,
      onsubmit: (event) => {
        event.preventDefault();
        const given = inputs.map((input) => [input.name, input.value]);
        onCommand(form.command, Object.fromEntries(given));
      },
    },
    element('h3', {}, form.title),
    element('p', {}, form.about),
    ...form.fields.map((field, index) => labelled(field, inputs[index])),
    element('p', { class: 'modal-foot' }, element('button', { type: 'submit' }, form.submit)),
  );
}

function inputFor({ name, kind, value, choices = [], isRequired }) {
  const required = isRequired === true;
  if (kind === 'choice') {
    const options = choices.map((choice) =>
      element('option', { value: choice.value, selected: choice.value === value }, choice.label),
    );
    return element('select', { name, required }, ...options);
  }
  if (kind === 'long-text') return element('textarea', { name, rows: 3, required }, value);
  return element('input', { name, value, type: kind === 'day' ? 'date' : 'text', required });
}

function labelled({ label, hint, isRequired }, input) {
  const optional = isRequired === true ? '' : ' (optional)';
  return element(
    'label',
    {},
    element('span', {}, `${label}${optional}`),
    input,
    hint === undefined ? null : element('small', {}, hint),
  );
}
