// The messages of the channel that is open: loading, adding, replacing, threads.
import { byId, element } from './elements.js';
import { clearNotice, flash, notify } from './notices.js';
import { renderPost } from './post-view.js';
import { ask } from './server.js';

const NEAR_END_PX = 120;
/** A post counts as seen when at least this much of it is in view. */
const IN_SIGHT_PX = 40;

const articleOf = (id) => byId(`post-${id}`);

/**
 * @param {{ theme(): 'light' | 'dark', onCommand(text: string): void, onShare(id: string): void, welcome(): Node }} actions
 */
export function createChannelView(actions) {
  const list = byId('posts');
  let posts = [];
  let channelId = null;
  let earlier = false;
  /** What arrives while a channel is being loaded; null once it is. */
  let arrivals = null;

  const place = (post) => placePost(list, post, renderPost(post, actions.theme(), actions));
  const askPosts = (rest) => ask(`posts?channel=${encodeURIComponent(channelId)}${rest}`);

  function drawAll() {
    list.replaceChildren();
    if (earlier) list.append(earlierButton(showEarlier));
    if (posts.length === 0) list.append(actions.welcome());
    for (const post of posts) place(post);
  }

  async function showEarlier() {
    const before = posts[0];
    const more = await askPosts(`&before=${encodeURIComponent(before.id)}`);
    posts = [...more.posts, ...posts];
    earlier = more.earlier;
    drawAll();
    articleOf(before.id)?.scrollIntoView({ block: 'start' });
  }

  function add(post) {
    if (posts.some((known) => known.id === post.id)) return replace(post);
    const follow = isNearEnd(list);
    if (posts.length === 0) list.replaceChildren();
    posts.push(post);
    const article = place(post);
    const isReply = post.threadOf !== null;
    if (post.asked !== null || (follow && (!isReply || post.broadcast))) reveal(list, article);
    tellIfUnseen(list, article, isReply ? 'Reply' : 'New', post);
  }

  function replace(post) {
    const index = posts.findIndex((known) => known.id === post.id);
    if (index < 0) return;
    const follow = isNearEnd(list);
    posts[index] = post;
    const article = place(post);
    if (follow && index === posts.length - 1) reveal(list, article);
    tellIfUnseen(list, article, 'Updated', post);
  }

  function whenLoaded(arrive) {
    if (arrivals === null) arrive();
    else arrivals.push(arrive);
  }

  return {
    async open(id) {
      channelId = id;
      arrivals = [];
      posts = [];
      clearNotice();
      showLoading(list);
      const answer = await askPosts('');
      if (channelId !== id) return;
      posts = answer.posts;
      earlier = answer.earlier;
      drawAll();
      scrollToEnd(list);
      list.ariaBusy = 'false';
      // What happened while the posts were on their way is not in them, or newer than them.
      const waiting = arrivals;
      arrivals = null;
      for (const arrive of waiting) arrive();
    },
    /** A new post of the open channel. */
    add: (post) => whenLoaded(() => add(post)),
    /** A post of the open channel that was edited or shared. */
    replace: (post) => whenLoaded(() => replace(post)),
    redraw: drawAll,
    scrollToEnd: () => scrollToEnd(list),
  };
}

/** In its own place when it is known, in its thread when it answers, else at the end. */
function placePost(list, post, article) {
  const known = articleOf(post.id);
  if (known !== null) {
    const replies = known.querySelector('.thread');
    if (replies !== null) article.querySelector('.thread')?.replaceWith(replies);
    known.replaceWith(article);
    return article;
  }
  const root = post.threadOf === null ? null : articleOf(post.threadOf);
  if (root === null) list.append(article);
  else if (post.broadcast) {
    // Shown in the channel, where it is news, and named in the thread that it belongs to.
    article.prepend(goTo('Replied to: ', root.getAttribute('aria-label'), root.id));
    list.append(article);
    root.querySelector('.thread').append(goTo('Reply: ', post.summary, article.id));
  } else root.querySelector('.thread').append(article);
  return article;
}

function goTo(word, summary, id) {
  const go = () => {
    byId(id)?.scrollIntoView({ block: 'center', behavior: 'smooth' });
    byId(id)?.focus({ preventScroll: true });
  };
  return element(
    'p',
    { class: 'reply-line' },
    word,
    element('button', { type: 'button', class: 'link', onclick: go }, summary),
  );
}

function earlierButton(onclick) {
  return element(
    'button',
    { type: 'button', class: 'quiet earlier', onclick },
    'Show earlier messages',
  );
}

function isNearEnd(list) {
  return list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_END_PX;
}

function scrollToEnd(list) {
  list.scrollTo({ top: list.scrollHeight });
}

/** A screen reader is told of news, not of everything that a channel holds: that is what busy is for. */
function showLoading(list) {
  list.ariaBusy = 'true';
  list.replaceChildren(element('p', { class: 'loading' }, 'Loading'));
}

/** Goes to the end, but never past the first line of what is new. */
function reveal(list, article) {
  if (article.offsetHeight > list.clientHeight) article.scrollIntoView({ block: 'start' });
  else scrollToEnd(list);
}

function tellIfUnseen(list, article, word, post) {
  flash(article);
  const box = article.getBoundingClientRect();
  const frame = list.getBoundingClientRect();
  if (box.bottom > frame.top + IN_SIGHT_PX && box.top < frame.bottom - IN_SIGHT_PX) return;
  notify(`${word}: ${post.summary}`, () => {
    const target = articleOf(post.id);
    target?.scrollIntoView({ block: 'center', behavior: 'smooth' });
    target?.focus({ preventScroll: true });
  });
}
