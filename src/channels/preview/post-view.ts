// A post as the page gets it: both looks, made by the renderings that the platforms are sent, and what their buttons do.
import { escapeUTF8 } from 'entities';
import type { Form } from '../../domain/form.ts';
import { type Chart, chartsOf, type Message } from '../../domain/message.ts';
import { pngAddress } from '../../domain/png-address.ts';
import type { ChartDrawer } from '../../ports/world.ts';
import type { Post } from './post-log.ts';
import type { SlackLook } from './slack-look.ts';

/** The renderings of the two platforms, as they are sent: `toBlocks` of Slack and `toCard` of Teams. */
export type Looks = {
  toBlocks(
    message: Message,
    options: { readonly possibleRepeat: boolean; readonly shareValue?: string },
  ): { readonly blocks: readonly SlackBlock[] };
  toCard(
    message: Message,
    options: { readonly possibleRepeat: boolean; readonly pictureOf: (chart: Chart) => string },
  ): unknown;
  readonly drawChart: ChartDrawer;
};

/** As much of a Block Kit block as is read here. */
type SlackBlock = { readonly type: string; readonly elements?: readonly SlackElement[] };
type SlackElement = {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
};

/** What a click does: run a command, open a page, or show a private answer to the channel. */
export type ButtonPress =
  | { readonly command: string }
  | { readonly link: string }
  | { readonly share: string };

export type PostView = Omit<Post, 'message'> & {
  readonly summary: string;
  /** A reply that is shown in the channel as well as in its thread. */
  readonly broadcast: boolean;
  /** A form that Slack opens as a modal; in the card it stands already. */
  readonly form: Form | null;
  /** HTML of the Block Kit look. */
  readonly slackHtml: string;
  /** Pictures that Slack shows below the text once it is in the channel. */
  readonly slackPictures: readonly { readonly address: string; readonly alt: string }[];
  /** In the order in which the buttons stand in `slackHtml`. */
  readonly slackButtons: readonly ButtonPress[];
  /** Adaptive Card as JSON; the page renders it with Microsoft's own renderer, its actions carry their commands. */
  readonly teamsCard: unknown;
};

type Rendered = Pick<PostView, 'slackHtml' | 'slackPictures' | 'slackButtons' | 'teamsCard'>;

/** Views of posts; each version of a post is rendered once. */
export function createPostViews(
  looks: Looks,
  slackLook: SlackLook,
): (post: Post) => Promise<PostView> {
  const rendered = new WeakMap<Post, Promise<Rendered>>();
  return async (post) => {
    const rendering = rendered.get(post) ?? render(post, looks, slackLook);
    rendered.set(post, rendering);
    const { message, ...rest } = post;
    return {
      ...rest,
      ...(await rendering),
      summary: message.summary,
      broadcast: message.broadcast === true,
      form: message.form ?? null,
    };
  };
}

async function render(post: Post, looks: Looks, slackLook: SlackLook): Promise<Rendered> {
  const isPrivate = post.asked !== null && post.visibility === 'private';
  const { blocks } = looks.toBlocks(post.message, {
    possibleRepeat: post.possibleRepeat,
    ...(isPrivate ? { shareValue: post.id } : {}),
  });
  const html = await slackLook.render(blocks);
  const pictureOf = (chart: Chart) => pngAddress(looks.drawChart(chart));
  return {
    slackHtml: html ?? `<p>${escapeUTF8(post.message.summary)}</p>`,
    slackPictures: chartsOf(post.message).map((chart) => ({
      address: pictureOf(chart),
      alt: chart.alt,
    })),
    slackButtons:
      html === null
        ? []
        : blocks.flatMap((block) =>
            block.type === 'actions'
              ? (block.elements ?? []).flatMap((element) => pressOf(element, post.id))
              : [],
          ),
    teamsCard: looks.toCard(post.message, { possibleRepeat: post.possibleRepeat, pictureOf }),
  };
}

/** The press of one Block Kit button; read from the payload itself, so that a wrong payload shows on the page. */
function pressOf(element: SlackElement, postId: string): readonly ButtonPress[] {
  if (element.type !== 'button') return [];
  if (element.url !== undefined) return [{ link: element.url }];
  const value = element.value ?? '';
  return [value === postId ? { share: postId } : { command: value }];
}
