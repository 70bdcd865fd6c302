// A review's measure as a form. What is typed becomes the words of the command, so that the page decides nothing by itself.
import { element } from './elements.js';

const BASES = ['', 'additional', 'floor', 'total', 'out-of-quota'];
const LABELS = {
  imposer: 'Imposed by',
  target: 'On goods of',
  product: 'Product',
  instrument: 'Instrument',
  rate: 'Rate, %',
  basis: 'Basis',
  from: 'First day',
  to: 'Last day',
  law: 'Law',
};

/**
 * @param {{ id: string, fields: Record<string, string>, missing: string[] }} review
 * @param {(text: string) => void} onCommand
 */
export function reviewForm(review, onCommand) {
  const why = element('input', { name: 'why', type: 'text', maxlength: 120 });
  const inputs = Object.entries(review.fields).map(([name, value]) => inputFor(name, value));
  const problem = element('p', { class: 'warning', role: 'alert' });
  const details = element('details', { class: 'decide' }, element('summary', {}, 'Edit or reject'));

  function decide(verb, words) {
    const reason = plain(why.value);
    if (reason === '') {
      problem.textContent = 'Say why; it is kept with the decision.';
      why.focus();
      return;
    }
    details.open = false;
    onCommand(['review', review.id, verb, ...words, 'because', reason].join(' '));
  }

  const form = element(
    'form',
    {
      onsubmit: (event) => {
        event.preventDefault();
        decide('edit', editsOf(inputs, review.fields));
      },
    },
    ...inputs.map((input) => labelled(LABELS[input.name] ?? input.name, input)),
    labelled('Why', why),
    problem,
    element('button', { type: 'submit', class: 'quiet small' }, 'Take it as edited'),
    element(
      'button',
      { type: 'button', class: 'quiet small', onclick: () => decide('reject', []) },
      'Reject',
    ),
  );
  details.append(form);
  return details;
}

function inputFor(name, value) {
  if (name === 'basis') {
    return element(
      'select',
      { name },
      ...BASES.map((basis) =>
        element('option', { value: basis, selected: basis === value }, basis || 'not read'),
      ),
    );
  }
  const isDay = name === 'from' || name === 'to';
  return element('input', { name, value, type: isDay ? 'date' : 'text', maxlength: 80 });
}

function labelled(label, input) {
  return element('label', {}, element('span', {}, label), input);
}

/** Only what was changed: the rest stays as it was read. */
function editsOf(inputs, fields) {
  return inputs
    .filter((input) => plain(input.value) !== fields[input.name])
    .map((input) => `${input.name}:"${plain(input.value)}"`);
}

/** Quotes hold a value together in the command. */
function plain(text) {
  return text.replaceAll('"', ' ').replaceAll(/\s+/g, ' ').trim();
}
