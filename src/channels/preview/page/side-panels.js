// The side panels as tabs: which one is open, and reading them anew. What stands in them is in `panel-rows.js`.
import { byId } from './elements.js';
import { drawFeeds, drawLedger, drawReviews } from './panel-rows.js';
import { ask } from './server.js';

const REFRESH_MS = 400;
const DRAWN = { 'tab-feeds': drawFeeds, 'tab-ledger': drawLedger, 'tab-reviews': drawReviews };

/** @param {(text: string) => void} onCommand */
export function createSidePanels(onCommand) {
  const panel = byId('panel');
  const tabs = [...document.querySelectorAll('[role=tab]')];
  let chosen = tabs[0];
  let view = null;
  let isPlanned = false;

  function draw(isChosen = false) {
    if (view === null) return;
    // A form that somebody fills in stays as it is; it is drawn anew once it is sent or closed.
    if (!isChosen && panel.querySelector('details[open]') !== null) return;
    panel.replaceChildren(...DRAWN[chosen.id](view, onCommand));
    const open = view.reviews.length;
    byId('tab-reviews').textContent = open === 0 ? 'Review' : `Review (${open})`;
  }

  function choose(tab) {
    chosen = tab;
    for (const other of tabs) {
      other.setAttribute('aria-selected', String(other === tab));
      other.tabIndex = other === tab ? 0 : -1;
    }
    panel.setAttribute('aria-labelledby', tab.id);
    draw(true);
  }

  for (const [index, tab] of tabs.entries()) {
    tab.addEventListener('click', () => choose(tab));
    tab.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (step === undefined) return;
      const next = tabs[(index + step + tabs.length) % tabs.length];
      choose(next);
      next.focus();
    });
  }

  async function refresh() {
    isPlanned = false;
    view = await ask('panels');
    draw();
  }

  return {
    /** Reads the panels anew, at most once in a while however often it is called. */
    refreshSoon() {
      if (isPlanned) return;
      isPlanned = true;
      setTimeout(() => void refresh().catch(() => undefined), view === null ? 0 : REFRESH_MS);
    },
  };
}
