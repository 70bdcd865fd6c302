// Tells of what happened out of the reader's sight, with a way to go there.
import { byId, element } from './elements.js';

const NOTICE_MS = 8000;
const FLASH_MS = 1600;

/** Marks an article that is new or was changed, for a moment. */
export function flash(article) {
  article.classList.add('changed');
  setTimeout(() => article.classList.remove('changed'), FLASH_MS);
}

/** One notice at a time; `go` leads to what it tells of. */
export function notify(words, go) {
  const notice = element(
    'button',
    {
      type: 'button',
      class: 'notice',
      onclick: () => {
        go();
        notice.remove();
      },
    },
    element('span', {}, words),
    element('span', { class: 'notice-go' }, 'Show'),
  );
  byId('notices').replaceChildren(notice);
  setTimeout(() => notice.remove(), NOTICE_MS);
}

export function clearNotice() {
  byId('notices').replaceChildren();
}
