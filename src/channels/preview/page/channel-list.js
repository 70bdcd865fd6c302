// The channels, what each watches, and how much of it has not been looked at.
import { byId, element } from './elements.js';

export function createChannelList() {
  const unread = new Map();
  let channels = [];
  let current = null;

  function draw() {
    byId('channel-list').replaceChildren(...channels.map(channelLink));
    const channel = channels.find(({ id }) => id === current);
    if (channel === undefined) return;
    // On a phone the channels are a strip that scrolls sideways.
    document
      .querySelector('.channels [aria-current]')
      .scrollIntoView({ block: 'nearest', inline: 'nearest' });
    byId('room-title').textContent = channel.name;
    byId('room-about').textContent = aboutChannel(channel);
    document.title = `${channel.name} - Tariffwatch`;
  }

  function channelLink(channel) {
    const waiting = unread.get(channel.id) ?? 0;
    const link = element(
      'a',
      {
        href: `#${encodeURIComponent(channel.id)}`,
        'aria-current': channel.id === current ? 'page' : false,
      },
      element('span', {}, channel.name),
    );
    if (waiting > 0) {
      link.append(
        element(
          'span',
          { class: 'count' },
          `${waiting}`,
          element('span', { class: 'unseen' }, ' new'),
        ),
      );
    }
    return element('li', {}, link);
  }

  return {
    current: () => current,
    show(list) {
      channels = list;
      draw();
    },
    /** Opens the channel with this id, or the first one; the id that it became, or null where there is no channel. */
    open(id) {
      const known = channels.find((channel) => channel.id === id) ?? channels[0];
      current = known?.id ?? null;
      unread.delete(current);
      draw();
      return current;
    },
    countNew(id) {
      unread.set(id, (unread.get(id) ?? 0) + 1);
      draw();
    },
  };
}

function aboutChannel(channel) {
  if (channel.paused !== null) return `Paused: ${channel.paused}`;
  const watches =
    channel.watches.length === 0 ? 'Watches nothing yet' : `Watches ${channel.watches.join('; ')}`;
  return channel.digest === null ? watches : `${watches}. Digest at ${channel.digest}`;
}
