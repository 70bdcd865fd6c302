// Feed health, what the feeds added to the ledger, and what waits for review.
import { byId, element, moment } from './elements.js';
import { ask } from './server.js';

const REFRESH_MS = 400;
const HEALTH_WORDS = { ok: 'OK', waiting: 'Waiting', failing: 'Failing', held: 'Held', off: 'Off' };
const HEALTH_ORDER = ['failing', 'held', 'waiting', 'ok', 'off'];

/** @param {{ onCommand(text: string): void }} actions */
export function createSidePanels(actions) {
  const panel = byId('panel');
  const tabs = [...document.querySelectorAll('[role=tab]')];
  let chosen = 'feeds';
  let view = null;
  let isPlanned = false;

  function choose(tab) {
    chosen = tab.id.replace('tab-', '');
    for (const other of tabs) {
      other.setAttribute('aria-selected', String(other === tab));
      other.tabIndex = other === tab ? 0 : -1;
    }
    panel.setAttribute('aria-labelledby', tab.id);
    draw();
  }

  tabs.forEach((tab, index) => {
    tab.addEventListener('click', () => choose(tab));
    tab.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (step === undefined) return;
      const next = tabs[(index + step + tabs.length) % tabs.length];
      choose(next);
      next.focus();
    });
  });

  function draw() {
    if (view === null) return;
    const draws = { feeds: drawFeeds, ledger: drawLedger, reviews: drawReviews };
    panel.replaceChildren(...draws[chosen]());
    const open = view.reviews.length;
    byId('tab-reviews').textContent = open === 0 ? 'Review' : `Review (${open})`;
  }

  function drawFeeds() {
    const feeds = [...view.feeds].sort(
      (one, other) => HEALTH_ORDER.indexOf(one.health) - HEALTH_ORDER.indexOf(other.health),
    );
    const well = feeds.filter((feed) => feed.health === 'ok').length;
    return [
      element('p', { class: 'panel-sum' }, `${well} of ${feeds.length} feeds answer.`),
      element('ul', { class: 'rows' }, ...feeds.map(feedRow)),
    ];
  }

  function feedRow(feed) {
    const row = element(
      'li',
      {},
      element('span', { class: 'health', 'data-health': feed.health }, HEALTH_WORDS[feed.health]),
      element('strong', {}, feed.publisher),
      element('span', { class: 'tier' }, feed.tier),
    );
    if (feed.health !== 'ok') row.append(element('p', {}, feed.detail));
    for (const warning of feed.warnings) row.append(element('p', { class: 'warning' }, warning));
    if (feed.lastOkAt !== null)
      row.append(element('p', { class: 'when' }, 'Checked ', moment(feed.lastOkAt)));
    return row;
  }

  function drawLedger() {
    if (view.ledger.length === 0) {
      return [
        element('p', { class: 'panel-sum' }, 'The feeds have added nothing to the ledger yet.'),
        element(
          'p',
          { class: 'hint' },
          'The measures it starts from are behind every answer. Only official sources may add to it; press reports never do.',
        ),
      ];
    }
    return [
      element('p', { class: 'panel-sum' }, 'Entries the feeds and curators added, newest first.'),
      element('ul', { class: 'rows' }, ...view.ledger.map(ledgerRow)),
    ];
  }

  function ledgerRow(entry) {
    return element(
      'li',
      {},
      element('strong', {}, entry.measure),
      element('p', {}, entry.detail),
      element('p', { class: 'when' }, `${entry.origin}, recorded `, moment(entry.recordedAt)),
      entry.storyId === null ? null : commandButton(`why ${entry.storyId}`, 'Why'),
    );
  }

  function drawReviews() {
    if (view.reviews.length === 0) {
      return [
        element('p', { class: 'panel-sum' }, 'Nothing waits for review.'),
        element(
          'p',
          { class: 'hint' },
          'An official item that was read only in part is put here instead of into the ledger.',
        ),
      ];
    }
    return [
      element(
        'p',
        { class: 'panel-sum' },
        `${view.reviews.length} official readings wait for a curator.`,
      ),
      element('ul', { class: 'rows' }, ...view.reviews.map(reviewRow)),
    ];
  }

  function reviewRow(review) {
    return element(
      'li',
      {},
      element('span', { class: 'tier' }, review.id),
      element('strong', {}, review.measure),
      element('p', {}, review.reason),
      review.missing.length === 0
        ? null
        : element('p', { class: 'warning' }, `Missing: ${review.missing.join(', ')}`),
      commandButton(`review ${review.id}`, 'Open'),
      commandButton(`why ${review.storyId}`, 'Why'),
    );
  }

  function commandButton(text, label) {
    return element(
      'button',
      { type: 'button', class: 'quiet small', onclick: () => actions.onCommand(text) },
      label,
    );
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
      setTimeout(() => refresh().catch(() => undefined), view === null ? 0 : REFRESH_MS);
    },
  };
}
