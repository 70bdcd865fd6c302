// Suggestions under the caret: the listbox of a combobox as WAI-ARIA describes it. It shows and chooses; it sends nothing.
import { element } from './elements.js';

const SHOWN = 8;

/**
 * @param {HTMLInputElement} input
 * @param {HTMLElement} listbox
 */
export function createSuggestionList(input, listbox) {
  let suggestions = [];
  let active = -1;

  function show(found) {
    active = -1;
    listbox.replaceChildren(...found.map(option));
    listbox.hidden = found.length === 0;
    input.setAttribute('aria-expanded', String(!listbox.hidden));
    input.removeAttribute('aria-activedescendant');
  }

  function option({ text, hint }, index) {
    return element(
      'div',
      {
        role: 'option',
        id: `suggestion-${index}`,
        'aria-selected': 'false',
        onmousedown: (event) => {
          event.preventDefault();
          take(text);
        },
      },
      element('code', {}, text),
      element('span', {}, hint),
    );
  }

  function take(text) {
    input.value = text;
    show([]);
    input.focus();
  }

  return {
    offer(list) {
      suggestions = list;
    },
    isOpen: () => !listbox.hidden,
    close: () => show([]),
    /** Shows what fits the words so far, those that begin with them first. */
    match() {
      const start = input.value.trim().toLowerCase();
      const fits = ({ text }) => text.toLowerCase().includes(start) && text.toLowerCase() !== start;
      const begins = ({ text }) => Number(text.toLowerCase().startsWith(start));
      const found = start === '' ? [] : suggestions.filter(fits);
      show(found.sort((one, other) => begins(other) - begins(one)).slice(0, SHOWN));
    },
    move(step) {
      const options = [...listbox.children];
      active = (active + step + options.length) % options.length;
      for (const [index, shown] of options.entries()) {
        shown.setAttribute('aria-selected', String(index === active));
      }
      input.setAttribute('aria-activedescendant', options[active].id);
      options[active].scrollIntoView({ block: 'nearest' });
    },
    /** Puts the chosen suggestion into the input; false when none is chosen. */
    takeActive() {
      const chosen = listbox.children[active]?.querySelector('code').textContent;
      if (chosen === undefined) return false;
      take(chosen);
      return true;
    },
  };
}
