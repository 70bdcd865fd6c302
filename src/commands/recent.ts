// recent [filter] [7d]: the newest stories, newest first.
import { explainFilter } from '../delivery/explain-filter.ts';
import { readStoryTerms } from '../delivery/story-terms.ts';
import { DAY_MS } from '../domain/day.ts';
import type { Message } from '../domain/message.ts';
import { describeFilter } from '../messages/describe-filter.ts';
import { recentMessage } from '../messages/recent-message.ts';
import type { CommandRequest } from './command.ts';
import { parseFilter } from './parse-filter.ts';
import { parseDuration } from './parse-values.ts';

const DEFAULT_DAYS = 30;
const MOST_STORIES = 1_000;

/** `recent [filter] [7d]` */
export async function recent(request: CommandRequest): Promise<Message> {
  const spans = request.words.filter((word) => /^\d+[hdw]$/i.test(word));
  const words = request.words.filter((word) => !spans.includes(word));
  const last = spans.at(-1);
  const spanMs = last === undefined ? DEFAULT_DAYS * DAY_MS : parseDuration(last);
  const { filter } = parseFilter(words, request.feeds);
  const stories = await request.store.recentStories({
    limit: MOST_STORIES,
    since: request.now - spanMs,
  });
  const taken = stories.filter((story) => explainFilter(filter, readStoryTerms(story)).matches);
  const about = words.length === 0 ? null : describeFilter(filter);
  return recentMessage(taken, about, Math.max(1, Math.ceil(spanMs / DAY_MS)));
}
