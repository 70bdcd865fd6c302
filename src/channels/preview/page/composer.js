// The command line: suggestions while typing, chips to start with, and the arrow keys for what was typed before.
import { byId, element } from './elements.js';
import { showFault } from './faults.js';
import { createSuggestionList } from './suggestion-list.js';

/** Commands that a newcomer begins with; their first examples stand above the command line. */
const FIRST = ['status', 'recent', 'watch', 'help'];
const STEPS = { ArrowDown: 1, ArrowUp: -1 };

/** @param {(text: string, fields?: object) => Promise<void>} send */
export function createComposer(send) {
  const form = byId('composer');
  const input = byId('composer-input');
  const list = createSuggestionList(input, byId('suggestions'));
  const typed = [];
  let recalled = 0;

  async function submit(text, fields) {
    const words = text.trim().replace(/^\/tariff\s*/i, '');
    list.close();
    input.value = '';
    if (words !== '') typed.push(words);
    recalled = typed.length;
    form.classList.add('sending');
    try {
      // Nothing typed is a question too: the bot answers it with help.
      await send(words === '' ? 'help' : words, fields);
      showFault(null);
    } catch (fault) {
      showFault(fault);
      input.value = words;
    } finally {
      form.classList.remove('sending');
    }
  }

  function onKey(event) {
    if (event.key === 'Escape') return list.close();
    if ((event.key === 'Enter' || event.key === 'Tab') && list.takeActive())
      return event.preventDefault();
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    if (list.isOpen()) return list.move(step);
    recalled = Math.min(typed.length, Math.max(0, recalled + step));
    input.value = typed[recalled] ?? '';
  }

  input.addEventListener('input', () => list.match());
  input.addEventListener('blur', () => list.close());
  input.addEventListener('keydown', onKey);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit(input.value);
  });

  return {
    offer(suggestions) {
      list.offer(suggestions);
      const first = FIRST.map((name) =>
        suggestions.find(({ text }) => text.split(' ')[0] === name),
      );
      const shown = first.filter((suggestion) => suggestion !== undefined);
      byId('chips').replaceChildren(...shown.map((suggestion) => chip(suggestion, submit)));
    },
    submit,
    focus: () => input.focus(),
  };
}

function chip({ text, hint }, submit) {
  return element(
    'button',
    { type: 'button', class: 'chip', title: hint, onclick: () => submit(text) },
    text,
  );
}
