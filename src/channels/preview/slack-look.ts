// Block Kit blocks in, the HTML that Slack would show out. Rendered here so that the page needs no React and no bundler.
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { type Block, Message } from 'slack-blocks-to-jsx';

/**
 * HTML of Slack blocks without the frame around them (name, picture, time): the page draws that itself.
 * The renderer escapes text and refuses `javascript:` links. Buttons carry their `action_id` as `id`.
 */
export function renderSlackLook(blocks: readonly unknown[]): string {
  const html = renderToStaticMarkup(
    createElement(Message, {
      // The types of Slack's own packages and of the renderer differ in name only.
      blocks: blocks as Block[],
      name: '',
      logo: '',
      theme: 'light',
      withoutWrapper: true,
    }),
  );
  // The page's policy forbids style attributes; it sets these itself. Quotes in text are escaped, so only attributes match.
  return html.replaceAll(' style="', ' data-style="');
}
