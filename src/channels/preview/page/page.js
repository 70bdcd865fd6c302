// The preview page: reads the state, opens a channel, listens for what happens, sends what is typed.
import { setUpAppearance, theme } from './appearance.js';
import { createChannelList } from './channel-list.js';
import { createChannelView } from './channel-view.js';
import { createComposer } from './composer.js';
import { byId } from './elements.js';
import { attempt } from './faults.js';
import { loadSlackStyles } from './post-view.js';
import { ask, listen, tell } from './server.js';
import { createSidePanels } from './side-panels.js';
import { drawStory } from './story-player.js';
import { renderWelcome } from './welcome.js';

const CONNECTION_WORDS = { connecting: 'Connecting', open: 'Live', lost: 'Reconnecting' };
const PANELS_EVERY_MS = 10_000;

const channels = createChannelList();
const onCommand = (text, fields) => void composer.submit(text, fields);
const view = createChannelView({
  theme,
  onCommand,
  onShare: (id) => attempt(() => tell('share', { id })),
  welcome: () => renderWelcome(onCommand),
});
const panels = createSidePanels(onCommand);
const composer = createComposer((text, fields) =>
  tell('command', { channelId: channels.current(), text, fields }),
);

/** The channel that the address names, or null. */
function wanted() {
  try {
    return decodeURIComponent(location.hash.slice(1)) || null;
  } catch {
    return null;
  }
}

async function openChannel(id) {
  const opened = channels.open(id);
  if (opened !== null) await view.open(opened);
}

async function readChannels() {
  const state = await ask('state');
  channels.show(state.channels);
  return state;
}

async function readEverything() {
  const state = await readChannels();
  composer.offer(state.suggestions);
  drawStory(state.story);
  panels.refreshSoon();
  await openChannel(channels.current() ?? wanted() ?? state.story?.channelId);
  return state.cursor;
}

function onPost(post) {
  if (post.channelId === channels.current()) view.add(post);
  else channels.countNew(post.channelId);
}

function onEdit(post) {
  if (post.channelId === channels.current()) view.replace(post);
}

function onConnection(state) {
  const mark = byId('connection');
  mark.dataset.state = state;
  mark.textContent = CONNECTION_WORDS[state];
}

async function addChannel(form) {
  const name = byId('new-channel-name');
  if (name.value.trim() === '') return;
  const { id } = await tell('channels', { name: name.value });
  form.reset();
  await readChannels();
  location.hash = encodeURIComponent(id);
}

function setUpControls() {
  setUpAppearance({ onTheme: () => view.redraw(), onLook: () => view.scrollToEnd() });
  addEventListener('hashchange', () => attempt(() => openChannel(wanted())));
  byId('panels-toggle').addEventListener('click', (event) => {
    const page = document.documentElement;
    const isOpen = page.dataset.panels !== 'open';
    page.dataset.panels = isOpen ? 'open' : 'closed';
    event.currentTarget.setAttribute('aria-expanded', `${isOpen}`);
  });
  byId('new-channel').addEventListener('submit', (event) => {
    event.preventDefault();
    attempt(() => addChannel(event.target));
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
    channels: () => attempt(readChannels),
    story: drawStory,
    panels: () => panels.refreshSoon(),
    reset: () => attempt(readEverything),
  },
  onConnection,
);
setInterval(() => panels.refreshSoon(), PANELS_EVERY_MS);
composer.focus();
