// What the preview shows: posts by channel, in the order they came. In: sends, edits, answers, and the deliveries of an
// earlier run. Out: posts, and one call of the listener per change. Nothing is stored here: sent deliveries are in the
// outbox and are replayed at start; answers to commands live as long as the process.
import type { Instant } from '../../domain/day.ts';
import type { Delivery } from '../../domain/delivery.ts';
import type { Message } from '../../domain/message.ts';

/** Older posts of a channel are forgotten by the page (never by the outbox). */
const MAX_POSTS_PER_CHANNEL = 300;

export type Post = {
  readonly id: string;
  readonly channelId: string;
  /** Id of the post that this one answers. */
  readonly threadOf: string | null;
  readonly message: Message;
  readonly postedAt: Instant;
  readonly editedAt: Instant | null;
  /** Summary that the latest edit replaced, so that a reader sees what changed. */
  readonly replaced: string | null;
  readonly possibleRepeat: boolean;
  /** The command that this post answers, as it was typed; null for posts of the bot's own accord. */
  readonly asked: string | null;
  /** `private`: in Slack only the asker sees it. */
  readonly visibility: 'private' | 'channel';
};

export type PostLog = {
  /** Posts of a channel, oldest first. */
  posts(channelId: string): readonly Post[];
  find(id: string): Post | null;
  /** Adds a post; one with the same id is replaced, so a delivery that is sent again shows once. */
  add(post: Post): void;
  /** Puts `message` in the place of an earlier one. False when the post is not known. */
  edit(id: string, message: Message, at: Instant): boolean;
  share(id: string): Post | null;
  /** Rebuilds a channel from what the outbox sent, whatever order the rows come in. */
  replay(channelId: string, deliveries: readonly Delivery[]): void;
};

/** The receipt of a delivery: the same for every attempt, so a repeated send cannot double a post. */
export function receiptOf(deliveryId: number): string {
  return `preview-${deliveryId}`;
}

/** An empty log. `onChange` is called after each change except those of `replay`. */
export function createPostLog(onChange: (post: Post, change: 'post' | 'edit') => void): PostLog {
  const byChannel = new Map<string, Post[]>();
  const byId = new Map<string, Post>();

  function put(post: Post): 'post' | 'edit' {
    const posts = byChannel.get(post.channelId) ?? [];
    byChannel.set(post.channelId, posts);
    const known = posts.findIndex((earlier) => earlier.id === post.id);
    byId.set(post.id, post);
    if (known >= 0) {
      posts[known] = post;
      return 'edit';
    }
    posts.push(post);
    if (posts.length > MAX_POSTS_PER_CHANNEL) {
      const dropped = posts.shift();
      if (dropped !== undefined) byId.delete(dropped.id);
    }
    return 'post';
  }

  function replace(id: string, message: Message, at: Instant): Post | null {
    const earlier = byId.get(id);
    if (earlier === undefined) return null;
    const post = { ...earlier, message, editedAt: at, replaced: earlier.message.summary };
    put(post);
    return post;
  }

  return {
    posts: (channelId) => byChannel.get(channelId) ?? [],
    find: (id) => byId.get(id) ?? null,
    add(post) {
      onChange(post, put(post));
    },
    edit(id, message, at) {
      const post = replace(id, message, at);
      if (post !== null) onChange(post, 'edit');
      return post !== null;
    },
    share(id) {
      const earlier = byId.get(id);
      if (earlier === undefined) return null;
      const post: Post = { ...earlier, visibility: 'channel' };
      put(post);
      onChange(post, 'edit');
      return post;
    },
    replay(channelId, deliveries) {
      const firstOfStory = new Map<string, string>();
      for (const delivery of inOrderOfSending(deliveries)) {
        const root = delivery.storyId === null ? undefined : firstOfStory.get(delivery.storyId);
        const target = delivery.receipt ?? receiptOf(delivery.id);
        if (delivery.mode === 'edit' && replace(root ?? target, delivery.message, sentAt(delivery)))
          continue;
        put(postOf(channelId, delivery, target, root ?? null));
        if (delivery.storyId !== null && root === undefined) {
          firstOfStory.set(delivery.storyId, target);
        }
      }
    },
  };
}

function sentAt(delivery: Delivery): Instant {
  return delivery.sentAt ?? delivery.createdAt;
}

function inOrderOfSending(deliveries: readonly Delivery[]): readonly Delivery[] {
  return deliveries
    .filter((delivery) => delivery.state === 'sent')
    .sort((one, other) => sentAt(one) - sentAt(other) || one.id - other.id);
}

function postOf(channelId: string, delivery: Delivery, id: string, root: string | null): Post {
  return {
    id,
    channelId,
    threadOf: delivery.mode === 'thread' ? root : null,
    message: delivery.message,
    postedAt: sentAt(delivery),
    editedAt: null,
    replaced: null,
    possibleRepeat: false,
    asked: null,
    visibility: 'channel',
  };
}
