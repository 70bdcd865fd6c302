// The messages of the channel that is open: loading, adding, replacing, threads, and telling of what happened out of sight.
import { byId, element } from './elements.js';
import { renderPost } from './post-view.js';
import { ask } from './server.js';

const NEAR_END_PX = 120;
const NOTICE_MS = 8000;
const FLASH_MS = 1600;

/**
 * @param {{ theme(): 'light' | 'dark', onCommand(text: string): void, onShare(id: string): void, welcome(): Node }} actions
 */
export function createChannelView(actions) {
  const list = byId('posts');
  const notices = byId('notices');
  let posts = [];
  let channelId = null;
  let earlier = false;

  const isNearEnd = () => list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_END_PX;
  const scrollToEnd = () => list.scrollTo({ top: list.scrollHeight });
  const articleOf = (id) => byId(`post-${id}`);

  function place(post) {
    const article = renderPost(post, actions.theme(), actions);
    const known = articleOf(post.id);
    if (known !== null) {
      const replies = known.querySelector('.thread');
      if (replies !== null) article.querySelector('.thread')?.replaceWith(replies);
      known.replaceWith(article);
      return article;
    }
    const root = post.threadOf === null ? null : articleOf(post.threadOf);
    if (root === null) list.append(article);
    else root.querySelector('.thread').append(article);
    return article;
  }

  function drawAll() {
    list.replaceChildren();
    if (earlier)
      list.append(
        element(
          'button',
          { type: 'button', class: 'quiet earlier', onclick: showEarlier },
          'Show earlier messages',
        ),
      );
    if (posts.length === 0) list.append(actions.welcome());
    for (const post of posts) place(post);
  }

  async function showEarlier() {
    const before = posts[0];
    const more = await ask(
      `posts?channel=${encodeURIComponent(channelId)}&before=${encodeURIComponent(before.id)}`,
    );
    posts = [...more.posts, ...posts];
    earlier = more.earlier;
    drawAll();
    articleOf(before.id)?.scrollIntoView({ block: 'start' });
  }

  function flash(article) {
    article.classList.add('changed');
    setTimeout(() => article.classList.remove('changed'), FLASH_MS);
  }

  /** Says what changed where the reader is not looking, with a way to go there. */
  function notify(words, id) {
    const notice = element(
      'button',
      {
        type: 'button',
        class: 'notice',
        onclick: () => {
          const article = articleOf(id);
          article?.scrollIntoView({ block: 'center', behavior: 'smooth' });
          article?.focus({ preventScroll: true });
          notice.remove();
        },
      },
      element('span', {}, words),
      element('span', { class: 'notice-go' }, 'Show'),
    );
    notices.replaceChildren(notice);
    setTimeout(() => notice.remove(), NOTICE_MS);
  }

  function isInSight(article) {
    const box = article.getBoundingClientRect();
    const frame = list.getBoundingClientRect();
    return box.bottom > frame.top + 40 && box.top < frame.bottom - 40;
  }

  return {
    async open(id) {
      channelId = id;
      const answer = await ask(`posts?channel=${encodeURIComponent(id)}`);
      if (channelId !== id) return;
      posts = answer.posts;
      earlier = answer.earlier;
      drawAll();
      scrollToEnd();
    },
    /** A new post of the open channel. */
    add(post) {
      if (posts.some((known) => known.id === post.id)) return;
      const follow = isNearEnd();
      if (posts.length === 0) list.replaceChildren();
      posts.push(post);
      const article = place(post);
      const isReply = post.threadOf !== null;
      if (post.kind === 'answer' || (follow && !isReply)) scrollToEnd();
      else if (!isInSight(article))
        notify(`${isReply ? 'Reply' : 'New'}: ${post.summary}`, post.id);
      flash(article);
    },
    /** A post of the open channel that was edited or shared. */
    replace(post) {
      const index = posts.findIndex((known) => known.id === post.id);
      if (index < 0) return;
      const follow = isNearEnd();
      posts[index] = post;
      const article = place(post);
      if (follow) scrollToEnd();
      if (!isInSight(article)) notify(`Updated: ${post.summary}`, post.id);
      flash(article);
    },
    redraw: drawAll,
    scrollToEnd,
  };
}
