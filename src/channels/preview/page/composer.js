// The command line: suggestions while typing (the combobox pattern of WAI-ARIA), chips to start with, and what was typed before.
import { byId, element } from './elements.js';

const CHIPS = 4;
const SHOWN_SUGGESTIONS = 8;

/** @param {(text: string) => Promise<void>} send */
export function createComposer(send) {
  const form = byId('composer');
  const input = byId('composer-input');
  const listbox = byId('suggestions');
  const hint = byId('composer-hint');
  const usualHint = hint.innerHTML;
  const typed = [];
  let suggestions = [];
  let active = -1;
  let recalled = 0;

  function matching() {
    const start = input.value.trim().toLowerCase();
    if (start === '') return [];
    return suggestions
      .filter(({ text }) => text.toLowerCase().includes(start) && text.toLowerCase() !== start)
      .sort(
        (one, other) => Number(other.text.startsWith(start)) - Number(one.text.startsWith(start)),
      )
      .slice(0, SHOWN_SUGGESTIONS);
  }

  function showSuggestions() {
    const shown = matching();
    active = -1;
    listbox.replaceChildren(
      ...shown.map(({ text, hint: words }, index) =>
        element(
          'div',
          {
            role: 'option',
            id: `suggestion-${index}`,
            'aria-selected': 'false',
            onmousedown: (event) => pick(event, text),
          },
          element('code', {}, text),
          element('span', {}, words),
        ),
      ),
    );
    const isOpen = shown.length > 0;
    listbox.hidden = !isOpen;
    input.setAttribute('aria-expanded', String(isOpen));
    input.removeAttribute('aria-activedescendant');
  }

  function hideSuggestions() {
    listbox.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }

  function pick(event, text) {
    event.preventDefault();
    input.value = text;
    hideSuggestions();
    input.focus();
  }

  function move(step) {
    const options = [...listbox.children];
    active = (active + step + options.length) % options.length;
    for (const [index, option] of options.entries()) {
      option.setAttribute('aria-selected', String(index === active));
    }
    input.setAttribute('aria-activedescendant', options[active].id);
    options[active].scrollIntoView({ block: 'nearest' });
  }

  function recall(step) {
    recalled = Math.min(typed.length, Math.max(0, recalled + step));
    input.value = typed[recalled] ?? '';
  }

  async function submit(text) {
    const words = text.trim().replace(/^\/tariff\s*/i, '');
    hideSuggestions();
    input.value = '';
    if (words !== '') typed.push(words);
    recalled = typed.length;
    form.classList.add('sending');
    try {
      // Nothing typed is a question too: the bot answers it with help.
      await send(words === '' ? 'help' : words);
      hint.innerHTML = usualHint;
      hint.classList.remove('fault');
    } catch (fault) {
      hint.textContent =
        fault instanceof TypeError
          ? 'The program does not answer. Is it still running?'
          : fault.message;
      hint.classList.add('fault');
      input.value = words;
    } finally {
      form.classList.remove('sending');
    }
  }

  input.addEventListener('input', showSuggestions);
  input.addEventListener('blur', hideSuggestions);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') return hideSuggestions();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      return listbox.hidden ? recall(step) : move(step);
    }
    const chosen = listbox.children[active]?.querySelector('code').textContent;
    if ((event.key === 'Enter' || event.key === 'Tab') && chosen !== undefined) pick(event, chosen);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit(input.value);
  });

  return {
    offer(list) {
      suggestions = list;
      byId('chips').replaceChildren(
        ...list
          .slice(0, CHIPS)
          .map(({ text, hint: words }) =>
            element(
              'button',
              { type: 'button', class: 'chip', title: words, onclick: () => submit(text) },
              text,
            ),
          ),
      );
    },
    submit,
    focus: () => input.focus(),
  };
}
