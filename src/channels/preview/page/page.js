// The preview page: reads the state, opens a channel, listens for what happens, sends what is typed.
import { createChannelView } from './channel-view.js';
import { createComposer } from './composer.js';
import { byId, element } from './elements.js';
import { loadSlackStyles } from './post-view.js';
import { ask, listen, tell } from './server.js';
import { createSidePanels } from './side-panels.js';
import { drawStory } from './story-player.js';

const CONNECTION_WORDS = { connecting: 'Connecting', open: 'Live', lost: 'Reconnecting' };

const page = document.documentElement;
const darkByDefault = matchMedia('(prefers-color-scheme: dark)');
const wide = matchMedia('(min-width: 1100px)');
const unread = new Map();
let channels = [];
let current = decodeURIComponent(location.hash.slice(1)) || null;

const theme = () => page.dataset.theme ?? (darkByDefault.matches ? 'dark' : 'light');
const actions = {
  theme,
  onCommand: (text) => composer.submit(text),
  onShare: (id) => tell('share', { id }),
  welcome,
};
const view = createChannelView(actions);
const panels = createSidePanels(actions);
const composer = createComposer((text) => tell('command', { channelId: current, text }));

function welcome() {
  return element(
    'div',
    { class: 'welcome' },
    element('h3', {}, 'Nothing has been posted here yet.'),
    element('p', {}, 'Ask for a country, or say what this channel should watch. Try one of these:'),
    element(
      'ul',
      {},
      ...[
        ['status japan steel', 'Which tariffs hit Japanese steel today, and why.'],
        ['watch steel aluminium', 'Post news about these here as it comes.'],
        ['help', 'Everything you can type.'],
      ].map(([text, words]) =>
        element(
          'li',
          {},
          element(
            'button',
            { type: 'button', class: 'chip', onclick: () => composer.submit(text) },
            text,
          ),
          element('span', {}, words),
        ),
      ),
    ),
  );
}

function drawChannels() {
  byId('channel-list').replaceChildren(
    ...channels.map((channel) => {
      const waiting = unread.get(channel.id) ?? 0;
      return element(
        'li',
        {},
        element(
          'a',
          {
            href: `#${encodeURIComponent(channel.id)}`,
            'aria-current': channel.id === current ? 'page' : false,
          },
          element('span', {}, channel.name),
          waiting === 0
            ? null
            : element('span', { class: 'count', 'aria-label': `${waiting} new` }, String(waiting)),
        ),
      );
    }),
  );
  const channel = channels.find(({ id }) => id === current);
  byId('room-title').textContent = channel?.name ?? '';
  byId('room-about').textContent = channel === undefined ? '' : aboutChannel(channel);
  document.title = `${channel?.name ?? 'Preview'} - Tariffwatch`;
}

function aboutChannel(channel) {
  if (channel.paused !== null) return `Paused: ${channel.paused}`;
  const watches =
    channel.watches.length === 0 ? 'Watches nothing yet' : `Watches ${channel.watches.join('; ')}`;
  return channel.digest === null ? watches : `${watches}. Digest at ${channel.digest}`;
}

async function openChannel(id) {
  current = channels.some((channel) => channel.id === id) ? id : (channels[0]?.id ?? null);
  if (current === null) return;
  unread.delete(current);
  drawChannels();
  await view.open(current);
}

async function readChannels() {
  const state = await ask('state');
  channels = state.channels;
  drawChannels();
  return state;
}

async function readEverything() {
  const state = await readChannels();
  composer.offer(state.suggestions);
  drawStory(state.story);
  panels.refreshSoon();
  await openChannel(current);
  return state.cursor;
}

function onPost(post) {
  if (post.channelId === current) return view.add(post);
  unread.set(post.channelId, (unread.get(post.channelId) ?? 0) + 1);
  drawChannels();
}

function onEdit(post) {
  if (post.channelId === current) view.replace(post);
}

function onConnection(state) {
  const mark = byId('connection');
  mark.dataset.state = state;
  mark.textContent = CONNECTION_WORDS[state];
}

function remembered(name, fallback) {
  try {
    return localStorage.getItem(`tariffwatch.${name}`) ?? fallback;
  } catch {
    return fallback;
  }
}

function remember(name, value) {
  try {
    localStorage.setItem(`tariffwatch.${name}`, value);
  } catch {
    // A browser that keeps nothing still shows everything.
  }
}

function setUpLook() {
  const choose = (look) => {
    page.dataset.look = look;
    document.querySelector(`input[name=look][value=${look}]`).checked = true;
    view.scrollToEnd();
  };
  const stored = remembered('look', wide.matches ? 'both' : 'slack');
  choose(stored === 'both' && !wide.matches ? 'slack' : stored);
  document.querySelector('.look-switch').addEventListener('change', (event) => {
    remember('look', event.target.value);
    choose(event.target.value);
  });
  wide.addEventListener('change', () => {
    if (!wide.matches && page.dataset.look === 'both') choose('slack');
  });
}

function setUpTheme() {
  const button = byId('theme');
  const apply = () => {
    button.setAttribute('aria-pressed', String(theme() === 'dark'));
    button.textContent = theme() === 'dark' ? 'Light' : 'Dark';
    view.redraw();
  };
  const stored = remembered('theme', null);
  if (stored !== null) page.dataset.theme = stored;
  button.addEventListener('click', () => {
    page.dataset.theme = theme() === 'dark' ? 'light' : 'dark';
    remember('theme', page.dataset.theme);
    apply();
  });
  darkByDefault.addEventListener('change', apply);
  button.setAttribute('aria-pressed', String(theme() === 'dark'));
  button.textContent = theme() === 'dark' ? 'Light' : 'Dark';
}

function setUpControls() {
  setUpTheme();
  setUpLook();
  addEventListener('hashchange', () => openChannel(decodeURIComponent(location.hash.slice(1))));
  byId('panels-toggle').addEventListener('click', (event) => {
    const isOpen = page.dataset.panels !== 'open';
    page.dataset.panels = isOpen ? 'open' : 'closed';
    event.currentTarget.setAttribute('aria-expanded', String(isOpen));
  });
  byId('new-channel').addEventListener('submit', async (event) => {
    event.preventDefault();
    const name = byId('new-channel-name');
    if (name.value.trim() === '') return;
    const { id } = await tell('channels', { name: name.value });
    name.value = '';
    await readChannels();
    location.hash = encodeURIComponent(id);
  });
}

await loadSlackStyles();
setUpControls();
const cursor = await readEverything();
listen(
  cursor,
  {
    post: onPost,
    edit: onEdit,
    channels: readChannels,
    story: drawStory,
    panels: () => panels.refreshSoon(),
    reset: readEverything,
  },
  onConnection,
);
setInterval(() => panels.refreshSoon(), 10_000);
composer.focus();
