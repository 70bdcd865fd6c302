// why and why-not: what stands behind a story or an item, and its one outcome in this channel.
import { findChannelOutcome } from '../delivery/outcome-for-channel.ts';
import { UserError } from '../domain/error.ts';
import type { Message } from '../domain/message.ts';
import type { Story } from '../domain/story.ts';
import { laneOf } from '../domain/subscription.ts';
import { measureMessage } from '../messages/measure-message.ts';
import { outcomeWords } from '../messages/outcome-words.ts';
import { whyItemMessage, whyStoryMessage } from '../messages/why-message.ts';
import type { ItemRecord } from '../ports/store.ts';
import { readChannelState } from './channel-state.ts';
import type { CommandRequest } from './command.ts';
import { idOf } from './tokens.ts';

/** `why <S-12 | I-40 | link>` and `why-not <link>`: the same question, asked from either side. */
export async function why(request: CommandRequest): Promise<Message> {
  const [subject] = withoutNot(request.words);
  if (subject === undefined) {
    throw new UserError(
      'missing-argument',
      'Why what? Give the id of a story, an item or a measure, or a link.',
      'Ids are printed at the foot of each post, for example: why S-12',
    );
  }
  if (/^https?:/i.test(subject)) return whyLink(request, subject);
  const id = idOf(subject);
  if (id.startsWith('S-')) {
    const story = await request.store.story(id);
    if (story !== null) return whyStory(request, story);
  }
  if (id.startsWith('I-')) {
    const record = await request.store.item(id);
    if (record !== null) return whyItem(request, record);
  }
  const versions = request.ledger.versions.get(subject.toLowerCase());
  if (versions !== undefined) return measureMessage(versions, request.ledger.lastVerified);
  throw new UserError(
    'not-found',
    `I know no story, item or measure ${subject}.`,
    'Ids look like S-12 or I-40; the newest are listed by: recent',
  );
}

// "why not S-12" is typed as two words by whoever does not know the command.
function withoutNot(words: readonly string[]): readonly string[] {
  return words[0]?.toLowerCase() === 'not' ? words.slice(1) : words;
}

async function whyLink(request: CommandRequest, link: string): Promise<Message> {
  const [record] = await request.store.itemsByLink(link);
  if (record !== undefined) return whyItem(request, record);
  throw new UserError(
    'not-found',
    'No feed has offered that link so far.',
    'Either its source is not among the feeds, or the item came under another link. See: sources',
  );
}

async function whyStory(request: CommandRequest, story: Story): Promise<Message> {
  const { deliveries, outcome } = await outcomeHere(request, story, null);
  return whyStoryMessage({
    story,
    outcome,
    deliveries,
    entries: request.ledger.entries.filter((entry) => entry.storyId === story.id),
  });
}

async function whyItem(request: CommandRequest, record: ItemRecord): Promise<Message> {
  const story = record.storyId === null ? null : await request.store.story(record.storyId);
  const { outcome } = await outcomeHere(request, story, record);
  const feed = request.feeds.find((one) => one.id === record.item.feedId);
  return whyItemMessage({
    item: record.item,
    feedName: feed?.publisher ?? record.item.feedId,
    outcome: record.outcome,
    reason: record.reason,
    storyId: record.storyId,
    reading: record.reading,
    inChannel: outcome,
  });
}

async function outcomeHere(
  request: CommandRequest,
  story: Story | null,
  record: ItemRecord | null,
) {
  const lane = laneOf(request.context.channel);
  const state = await readChannelState(request);
  const all = story === null ? [] : await request.store.deliveriesOfStory(story.id);
  const mutes = await request.store.mutes(story?.updatedAt ?? request.now);
  const deliveries = all
    .filter((row) => laneOf(row.channel) === lane)
    .toSorted((one, other) => one.id - other.id);
  const outcome = findChannelOutcome({
    item: record === null ? null : { outcome: record.outcome, reason: record.reason },
    story,
    channel: state.settings,
    subscriptions: state.subscriptions,
    deliveries,
    mutes: mutes.filter((mute) => laneOf(mute.channel) === lane),
    now: request.now,
  });
  return { deliveries, outcome: outcomeWords(outcome) };
}
