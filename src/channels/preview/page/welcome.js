// What an empty channel says: what this is for, and what to type first.
import { element } from './elements.js';

const FIRST_COMMANDS = [
  ['status japan steel', 'Which tariffs hit Japanese steel today, and why.'],
  ['watch steel aluminium', 'Post news about these here as it comes.'],
  ['help', 'Everything you can type.'],
];

/** @param {(text: string) => void} onCommand */
export function renderWelcome(onCommand) {
  return element(
    'div',
    { class: 'welcome' },
    element('h3', {}, 'Nothing has been posted here yet.'),
    element('p', {}, 'Ask for a country, or say what this channel should watch. Try one of these:'),
    element(
      'ul',
      {},
      ...FIRST_COMMANDS.map(([text, words]) =>
        element(
          'li',
          {},
          element(
            'button',
            { type: 'button', class: 'chip', onclick: () => onCommand(text) },
            text,
          ),
          element('span', {}, words),
        ),
      ),
    ),
  );
}
