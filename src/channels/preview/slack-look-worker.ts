// The worker's side of the Slack look: Block Kit blocks in, the HTML that Slack would show out. React lives only here, in
// its production build, so that drawing a page of messages (10 ms each) never holds up the program.
import { parentPort } from 'node:worker_threads';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { type Block, Message } from 'slack-blocks-to-jsx';

export type LookJob = { readonly id: number; readonly blocks: readonly unknown[] };
/** `html` is null when the renderer failed. */
export type LookAnswer = { readonly id: number; readonly html: string | null };

/**
 * HTML of Slack blocks without the frame around them (name, picture, time): the page draws that itself.
 * The renderer escapes text and refuses `javascript:` links. Buttons stand in the order of the blocks.
 */
function renderSlackLook(blocks: readonly unknown[]): string {
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

function answer({ id, blocks }: LookJob): LookAnswer {
  try {
    return { id, html: renderSlackLook(blocks) };
  } catch {
    return { id, html: null };
  }
}

const port = parentPort;
if (port === null) throw new Error('this file runs as a worker');
port.on('message', (job: LookJob) => port.postMessage(answer(job)));
