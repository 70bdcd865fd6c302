// One post as an article: the Slack look and the Teams look of the same message, with the marks that the platforms add.
import { element, moment } from './elements.js';
import { modalOf } from './modal-view.js';
import { openOutside, renderTeamsLook } from './teams-look.js';

const SLACK_BUTTON = '.slack_blocks_to_jsx__button_element';
let slackStyles = null;

/** Fetches the renderer's style sheet once; it is used inside each post's shadow root and nowhere else. */
export async function loadSlackStyles() {
  const [theirs, ours] = await Promise.all(
    ['renderers/slack-blocks.css', 'slack-look.css'].map(async (name) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(await (await fetch(`/preview/page/${name}`)).text());
      return sheet;
    }),
  );
  slackStyles = [theirs, ours];
}

/**
 * @param {object} post as `/preview/api/posts` gives it
 * @param {'light' | 'dark'} theme
 * @param {{ onCommand(text: string, fields?: object): void, onShare(id: string): void }} actions
 */
export function renderPost(post, theme, actions) {
  const article = element('article', {
    class: 'post',
    id: `post-${post.id}`,
    'aria-label': post.summary,
    tabindex: '-1',
  });
  if (post.asked !== null) article.append(askedLine(post));
  const looks = element(
    'div',
    { class: 'looks' },
    slackCell(post, theme, actions),
    teamsCell(post, theme, actions),
  );
  article.append(looks);
  if (post.threadOf === null)
    article.append(element('div', { class: 'thread', role: 'group', 'aria-label': 'Replies' }));
  return article;
}

function askedLine(post) {
  return element(
    'p',
    { class: 'asked' },
    element('span', { class: 'asked-who' }, 'You'),
    ' ',
    element('code', {}, `/tariff ${post.asked}`),
  );
}

function press(wanted, actions) {
  if (wanted === undefined) return;
  if ('command' in wanted) actions.onCommand(wanted.command, wanted.fields);
  else if ('share' in wanted) actions.onShare(wanted.share);
  else if (/^https?:\/\//.test(wanted.link))
    window.open(wanted.link, '_blank', 'noopener,noreferrer');
}

function frameHead(post, name) {
  return element(
    'p',
    { class: 'frame-head' },
    element('img', {
      class: 'avatar',
      src: '/preview/page/icon.svg',
      alt: '',
      width: 36,
      height: 36,
    }),
    element('strong', {}, name),
    element('span', { class: 'badge' }, 'App'),
    moment(post.postedAt),
  );
}

function editedMark(post, word) {
  if (post.editedAt === null) return null;
  const title = post.replaced === null ? '' : `Before: ${post.replaced}`;
  return element('p', { class: 'edited', title }, `${word} `, moment(post.editedAt));
}

function slackCell(post, theme, actions) {
  const cell = element(
    'section',
    { class: 'look slack', 'aria-label': 'In Slack' },
    frameHead(post, 'Tariffwatch'),
  );
  const isPrivate = post.asked !== null && post.visibility === 'private';
  if (isPrivate) cell.append(element('p', { class: 'only-you' }, 'Only visible to you'));
  const host = element('div', { class: 'slack-body' });
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = slackStyles;
  const parsed = document.createElement('template');
  // Made by the renderer in the program itself, which escapes all text of the message.
  parsed.innerHTML = post.slackHtml;
  root.append(parsed.content);
  for (const themed of root.querySelectorAll('[data-theme]')) themed.dataset.theme = theme;
  for (const styled of root.querySelectorAll('[data-style]'))
    styled.style.cssText = styled.dataset.style;
  for (const anchor of root.querySelectorAll('a')) openOutside(anchor);
  root.querySelectorAll(SLACK_BUTTON).forEach((button, index) => {
    button.removeAttribute('id');
    button.addEventListener('click', () => press(post.slackButtons[index], actions));
  });
  cell.append(host);
  for (const picture of post.slackPictures) cell.append(pictureOf(picture, isPrivate));
  if (post.form !== null) cell.append(modalOf(post.form, actions.onCommand));
  const edited = editedMark(post, '(edited)');
  if (edited !== null) cell.append(edited);
  return cell;
}

/** Slack shows a picture in a channel only; here it stands with the private answer too, and says so. */
function pictureOf({ address, alt }, isPrivate) {
  const note = isPrivate ? 'Posted to the channel with "Share with chart".' : 'tariff-history.png';
  return element(
    'figure',
    { class: 'picture' },
    element('img', { src: address, alt, width: 600, height: 320 }),
    element('figcaption', {}, note),
  );
}

function teamsCell(post, theme, actions) {
  const card = element(
    'div',
    { class: 'teams-card' },
    renderTeamsLook(post.teamsCard, theme, (wanted) => press(wanted, actions)),
  );
  const cell = element(
    'section',
    { class: 'look teams', 'aria-label': 'In Microsoft Teams' },
    frameHead(post, 'Tariffwatch'),
    card,
  );
  const edited = editedMark(post, 'Edited');
  if (edited !== null) cell.append(edited);
  return cell;
}
