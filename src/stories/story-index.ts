// Open stories in, the story that an item belongs to out, with a reason. Looked up by facts and telling words in buckets
// of time, so that the cost follows the stories that could match and not the stories that are open.
import { DAY_MS } from '../domain/day.ts';
import type { Story, StorySource } from '../domain/story.ts';
import { REFUSED } from './clue.ts';
import { WINDOW_DAYS } from './compare-days.ts';
import { type Comparison, compareSources } from './compare-sources.ts';
import { isTellingWord } from './story-words.ts';

export type StoryMatch = {
  /** Null: no open story tells this step. */
  readonly storyId: string | null;
  readonly reason: string;
  /** Of the best story that was looked at; minus infinity when none was or all refused. */
  readonly score: number;
};

export type StoryIndex = {
  /** Adds a story, or replaces the earlier state of the same id. A withdrawn story is taken out. */
  readonly put: (story: Story) => void;
  readonly remove: (storyId: string) => void;
  readonly match: (source: StorySource) => StoryMatch;
  readonly story: (storyId: string) => Story | undefined;
  readonly size: () => number;
};

/** From this score on, two items tell one step. */
export const MATCH_SCORE = 5.2;
const BUCKET_DAYS = 10;
/** Stories compared in full for one item. */
const MAX_COMPARED = 48;
/** Entries read of one list; the newest are kept in front. */
const MAX_LIST = 400;
/** Sources of one story compared in full: the best and the newest. */
const MAX_SOURCES = 12;
/** How much the likest source counts against the mean of all. */
const BEST_SHARE = 0.5;

/** An empty index; fill it with `put`. */
export function createStoryIndex(): StoryIndex {
  const stories = new Map<string, Story>();
  const keysOfStory = new Map<string, ReadonlySet<string>>();
  const lists = new Map<string, Set<string>>();

  function remove(storyId: string): void {
    for (const key of keysOfStory.get(storyId) ?? []) {
      const list = lists.get(key);
      list?.delete(storyId);
      if (list?.size === 0) lists.delete(key);
    }
    keysOfStory.delete(storyId);
    stories.delete(storyId);
  }

  function put(story: Story): void {
    remove(story.id);
    if (story.withdrawn !== null) return;
    const keys = new Set(
      story.sources.flatMap((source) =>
        lookupKeys(source).map((key) => `${key.text}@${bucketOf(source)}`),
      ),
    );
    for (const key of keys) {
      const list = lists.get(key);
      if (list === undefined) lists.set(key, new Set([story.id]));
      else list.add(story.id);
    }
    keysOfStory.set(story.id, keys);
    stories.set(story.id, story);
  }

  function nearest(source: StorySource): Story[] {
    const shared = new Map<string, number>();
    const middle = bucketOf(source);
    const reach = Math.ceil(WINDOW_DAYS / BUCKET_DAYS);
    for (const { text, weight } of lookupKeys(source)) {
      for (let bucket = middle - reach; bucket <= middle + reach; bucket += 1) {
        let read = 0;
        for (const id of lists.get(`${text}@${bucket}`) ?? []) {
          shared.set(id, (shared.get(id) ?? 0) + weight - Math.abs(bucket - middle) * 0.05);
          read += 1;
          if (read >= MAX_LIST) break;
        }
      }
    }
    return [...shared]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, MAX_COMPARED)
      .map(([id]) => stories.get(id))
      .filter((story) => story !== undefined);
  }

  function match(source: StorySource): StoryMatch {
    let best: { story: Story; verdict: Verdict } | null = null;
    for (const story of nearest(source)) {
      const verdict = judgeStory(source, story);
      if (best === null || verdict.score > best.verdict.score) best = { story, verdict };
    }
    if (best === null)
      return { storyId: null, reason: 'No open story shares a fact or a word.', score: REFUSED };
    const { story, verdict } = best;
    return verdict.score >= MATCH_SCORE
      ? {
          storyId: story.id,
          reason: `Same step as ${story.id}: ${verdict.why}.`,
          score: verdict.score,
        }
      : {
          storyId: null,
          reason: `Nearest is ${story.id}, not the same: ${verdict.why}.`,
          score: verdict.score,
        };
  }

  return { put, remove, match, story: (id) => stories.get(id), size: () => stories.size };
}

type Verdict = { readonly score: number; readonly why: string };

// The likest source and the mean of all: one contradicting source of many holds back, it does not forbid.
function judgeStory(source: StorySource, story: Story): Verdict {
  const compared = story.sources
    .slice(0, MAX_SOURCES)
    .map((other) => compareSources(source, other))
    .filter((comparison) => comparison.score !== REFUSED)
    .sort((a, b) => b.score - a.score);
  const best = compared[0];
  if (best === undefined) return { score: REFUSED, why: 'published too far apart' };
  const mean = compared.reduce((sum, one) => sum + one.score, 0) / compared.length;
  return { score: BEST_SHARE * best.score + (1 - BEST_SHARE) * mean, why: explain(best) };
}

/** Clues named in a reason, the weightiest first. */
const TOLD_CLUES = 4;

function explain(comparison: Comparison): string {
  return [...comparison.clues]
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
    .slice(0, TOLD_CLUES)
    .map(({ name, seen }) => (seen === '' ? name : `${name} (${seen})`))
    .join('; ');
}

type LookupKey = { readonly text: string; readonly weight: number };

// Pairs of facts and single telling words; a lone fact ("US") would list half of all stories.
function lookupKeys({ facts, words }: StorySource): readonly LookupKey[] {
  const keys: LookupKey[] = [];
  const imposers = facts.imposers.length === 0 ? ['?'] : facts.imposers;
  for (const imposer of imposers) {
    for (const target of facts.targets) keys.push({ text: `t ${imposer} ${target}`, weight: 1 });
    for (const product of facts.products) keys.push({ text: `p ${imposer} ${product}`, weight: 1 });
    for (const rate of facts.rates)
      keys.push({ text: `r ${imposer} ${Math.round(rate.pct)}`, weight: 1 });
    if (facts.effectiveOn !== null)
      keys.push({ text: `d ${imposer} ${facts.effectiveOn}`, weight: 1 });
  }
  for (const word of words) if (isTellingWord(word)) keys.push({ text: `w ${word}`, weight: 0.7 });
  return keys;
}

function bucketOf(source: StorySource): number {
  return Math.floor((source.publishedAt ?? source.seenAt) / (BUCKET_DAYS * DAY_MS));
}
