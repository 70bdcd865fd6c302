// Counts what a platform accepted against what was published. In: the messages of a fake. Out: a tally.
import type { FakeSlack } from '../support/fake-slack.ts';
import type { FakeTeams } from '../support/fake-teams.ts';

/** What became of the posts that had to arrive. `marked`: copies that say that they may be repeats. */
export type Tally = {
  readonly expected: number;
  readonly lost: number;
  readonly doubled: number;
  readonly marked: number;
};

/** A message at the root of a channel, as it was first posted. */
type RootPost = { readonly channel: string; readonly shown: string };

export function slackPosts(slack: FakeSlack): readonly RootPost[] {
  return slack
    .messages()
    .filter(({ threadTs }) => threadTs === null)
    .map(({ channel, versions: [first] }) => ({ channel, shown: JSON.stringify(first) }));
}

export function teamsPosts(teams: FakeTeams): readonly RootPost[] {
  return teams
    .messages()
    .filter(({ threadOf }) => threadOf === null)
    .map(({ conversationId, versions: [first] }) => ({
      channel: conversationId,
      shown: JSON.stringify(first),
    }));
}

/** Accepted posts by `channel key`; what a thread answers is no post of its own. */
export function postsByKey(accepted: readonly RootPost[]): Map<string, { marked: boolean }[]> {
  const posts = new Map<string, { marked: boolean }[]>();
  for (const { channel, shown } of accepted) {
    const key = /example\.org\/n-(\d+)-/.exec(shown)?.[1];
    if (key === undefined) continue;
    const name = `${channel} ${key}`;
    posts.set(name, [...(posts.get(name) ?? []), { marked: /possible repeat/i.test(shown) }]);
  }
  return posts;
}

export function tallyOf(
  accepted: ReadonlyMap<string, { marked: boolean }[]>,
  channels: readonly string[],
  published: number,
): Tally {
  const posts = new Map(accepted);
  let [lost, doubled, marked] = [0, 0, 0];
  for (const channel of channels) {
    for (let key = 1; key <= published; key += 1) {
      const copies = posts.get(`${channel} ${key}`) ?? [];
      const repeats = copies.filter((copy) => copy.marked).length;
      if (copies.length === 0) lost += 1;
      marked += repeats;
      doubled += Math.max(0, copies.length - repeats - 1);
      posts.delete(`${channel} ${key}`);
    }
  }
  // What nobody published, or where nobody asked for it.
  for (const copies of posts.values()) doubled += copies.length;
  return { expected: channels.length * published, lost, doubled, marked };
}

/** What the fault between two tallies left behind. */
export function tallySince(before: Tally, now: Tally): Tally {
  return {
    expected: now.expected - before.expected,
    lost: now.lost - before.lost,
    doubled: now.doubled - before.doubled,
    marked: now.marked - before.marked,
  };
}
