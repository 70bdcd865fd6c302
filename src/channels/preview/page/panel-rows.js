// What stands in the side panels: feed health, what the feeds added to the ledger, what waits for review.
import { element, moment } from './elements.js';
import { reviewForm } from './review-form.js';

const HEALTH_WORDS = {
  held: 'Held',
  failing: 'Failing',
  paused: 'Paused',
  look: 'Look',
  waiting: 'Waiting',
  ok: 'OK',
  off: 'Off',
};
/** The same after a number, as the answer to `sources` counts them. */
const COUNT_WORDS = {
  held: 'held',
  failing: 'in trouble',
  paused: 'paused',
  look: 'to look at',
  waiting: 'not polled yet',
  off: 'off',
};
/** What needs somebody first. */
const HEALTH_ORDER = Object.keys(HEALTH_WORDS);

const sum = (words) => element('p', { class: 'panel-sum' }, words);
const hint = (words) => element('p', { class: 'hint' }, words);
const rows = (items) => element('ul', { class: 'rows' }, ...items);

function commandButton(text, label, onCommand) {
  return element(
    'button',
    { type: 'button', class: 'quiet small', onclick: () => onCommand(text) },
    label,
  );
}

export function drawFeeds(view) {
  const feeds = [...view.feeds].sort(
    (one, other) => HEALTH_ORDER.indexOf(one.health) - HEALTH_ORDER.indexOf(other.health),
  );
  const counted = HEALTH_ORDER.flatMap((health) => {
    const size = feeds.filter((feed) => feed.health === health).length;
    return size === 0 || health === 'ok' ? [] : [`${size} ${COUNT_WORDS[health]}`];
  });
  const on = feeds.filter(({ health }) => health !== 'off').length;
  const well = feeds.filter(({ health }) => health === 'ok').length;
  const words = `${[`${well} of ${on} feeds in order`, ...counted].join(', ')}.`;
  return [sum(words), rows(feeds.map(feedRow))];
}

function feedRow(feed) {
  return element(
    'li',
    {},
    element('span', { class: 'health', 'data-health': feed.health }, HEALTH_WORDS[feed.health]),
    element('strong', {}, feed.publisher),
    element('span', { class: 'tier' }, feed.tier),
    feed.health === 'ok' || feed.detail === '' ? null : element('p', {}, feed.detail),
    ...feed.warnings.map((warning) => element('p', { class: 'warning' }, warning)),
    feed.lastOkAt === null
      ? null
      : element('p', { class: 'when' }, 'Checked ', moment(feed.lastOkAt)),
  );
}

export function drawLedger(view, onCommand) {
  if (view.ledger.length === 0) {
    return [
      sum('The feeds have added nothing to the ledger yet.'),
      hint(
        'The measures it starts from are behind every answer. Only official sources may add to it; press reports never do.',
      ),
    ];
  }
  const entries = view.ledger.map((entry) =>
    element(
      'li',
      {},
      element('strong', {}, entry.measure),
      element('p', {}, entry.detail),
      element('p', { class: 'when' }, `${entry.origin}, recorded `, moment(entry.recordedAt)),
      entry.storyId === null ? null : commandButton(`why ${entry.storyId}`, 'Why', onCommand),
    ),
  );
  return [sum('Entries the feeds and curators added, newest first.'), rows(entries)];
}

export function drawReviews(view, onCommand) {
  if (view.reviews.length === 0) {
    return [
      sum('Nothing waits for review.'),
      hint('An official item that was read only in part is put here instead of into the ledger.'),
    ];
  }
  const reviews = view.reviews.map((review) =>
    element(
      'li',
      {},
      element('span', { class: 'health' }, review.id),
      element('strong', {}, review.measure),
      element('p', {}, review.reason),
      review.missing.length === 0
        ? null
        : element('p', { class: 'warning' }, `Missing: ${review.missing.join(', ')}`),
      review.missing.length === 0
        ? commandButton(`review ${review.id} approve`, 'Approve', onCommand)
        : null,
      commandButton(`review ${review.id}`, 'Open', onCommand),
      commandButton(`why ${review.storyId ?? review.itemId}`, 'Why', onCommand),
      reviewForm(review, onCommand),
    ),
  );
  const count = view.reviews.length;
  return [
    sum(`${count} official ${count === 1 ? 'reading waits' : 'readings wait'} for a curator.`),
    rows(reviews),
  ];
}
