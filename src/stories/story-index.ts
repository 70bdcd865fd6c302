// Open stories in, the story that an item belongs to out, with a reason. Candidates come from lookup-lists.ts, so the cost
// follows the stories that could match and not those that are open. What a story says never depends on the order of
// arrival (fold-sources.ts); which story an item joins can, where it lies between two that are open already.
import type { Instant } from '../domain/day.ts';
import type { Story, StorySource } from '../domain/story.ts';
import { isRareAction } from './action-family.ts';
import { REFUSED } from './clue.ts';
import { seenBy } from './clue-words.ts';
import { WINDOW_DAYS } from './compare-days.ts';
import {
  type Comparison,
  compareStatements,
  compareWordings,
  type Statements,
} from './compare-sources.ts';
import { MOST_OF_TEXTS } from './compare-texts.ts';
import { createLookupLists, type DatedKey, datedKeys, type LookupKey } from './lookup-lists.ts';
import { isTellingThing, isTellingWord, markersOf } from './story-words.ts';

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
  readonly isWithdrawn: (storyId: string) => boolean;
  readonly size: () => number;
};

/** From this score on, an item tells the step of a story: real readings leave some facts unknown, whose clues are missed. */
export const MATCH_SCORE = 4.9;
/** Stories compared in full for one item. */
const MAX_COMPARED = 40;
/** Of a story with many sources the best and the latest are compared, this many of each. */
const SOURCES_ASKED = 6;
/** How much the likest source counts against the mean of all. */
const BEST_SHARE = 0.3;

/** An empty index; fill it with `put`. */
export function createStoryIndex(): StoryIndex {
  const stories = new Map<string, Story>();
  const withdrawn = new Set<string>();
  const lists = createLookupLists(WINDOW_DAYS);

  function remove(storyId: string): void {
    lists.remove(storyId);
    stories.delete(storyId);
  }

  function put(story: Story): void {
    if (story.withdrawn !== null) {
      remove(story.id);
      withdrawn.add(story.id);
      return;
    }
    withdrawn.delete(story.id);
    const added = sourcesAdded(stories.get(story.id), story);
    if (added === null) lists.add(story.id, story.sources.flatMap(keysOfSource));
    else lists.extend(story.id, added.flatMap(keysOfSource));
    stories.set(story.id, story);
  }

  function match(source: StorySource): StoryMatch {
    let best: { readonly story: Story; readonly verdict: Verdict } | null = null;
    for (const id of lists.find(lookupKeys(source), timeOf(source), MAX_COMPARED)) {
      const story = stories.get(id);
      if (story === undefined) continue;
      const verdict = judgeStory(source, story, best?.verdict.score ?? null);
      if (verdict !== null) best = { story, verdict };
    }
    if (best === null) {
      return { storyId: null, reason: 'No open story shares a fact or a word.', score: REFUSED };
    }
    const { story, verdict } = best;
    return verdict.score >= MATCH_SCORE
      ? {
          storyId: story.id,
          reason: `Same step as ${story.id}: ${explain(source, verdict)}.`,
          score: verdict.score,
        }
      : {
          storyId: null,
          reason: `Nearest is ${story.id}, not the same: ${explain(source, verdict)}.`,
          score: verdict.score,
        };
  }

  return {
    put,
    remove,
    match,
    story: (id) => stories.get(id),
    isWithdrawn: (id) => withdrawn.has(id),
    size: () => stories.size,
  };
}

// A story mostly grows by one source; null when it lost or changed one as well, or is new.
function sourcesAdded(before: Story | undefined, after: Story): readonly StorySource[] | null {
  if (before === undefined) return null;
  const known = new Set(before.sources);
  const added = after.sources.filter((source) => !known.has(source));
  return after.sources.length - added.length === known.size ? added : null;
}

type Compared = Comparison & { readonly other: StorySource };

/** `likest` is null when all sources of the story were published too far apart. */
type Verdict = { readonly score: number; readonly likest: Compared | null };

// Null when the story is no likelier than `toBeat`. Most are not, and what is stated tells before the texts are compared.
function judgeStory(source: StorySource, story: Story, toBeat: number | null): Verdict | null {
  const others = sourcesAsked(story);
  const first = stateEach(source, others, false);
  // What tells the step of one source of a story once more is late for all of them alike.
  const isRepeat = first.some((one) => one.isRepeat);
  const stated = isRepeat ? stateEach(source, others, true) : first;
  if (toBeat !== null && scoreOf(stated) + MOST_OF_TEXTS <= toBeat) return null;
  const compared = stated
    .map((one) => ({ other: one.other, ...compareWordings(source, one.other, one) }))
    .sort((a, b) => b.score - a.score);
  const score = scoreOf(compared);
  return toBeat !== null && score <= toBeat ? null : { score, likest: compared[0] ?? null };
}

function stateEach(
  source: StorySource,
  others: readonly StorySource[],
  isKnownRepeat: boolean,
): readonly (Statements & Compared)[] {
  const stated: (Statements & Compared)[] = [];
  for (const other of others) {
    const { score, clues, isRepeat } = compareStatements(source, other, isKnownRepeat);
    if (score !== REFUSED) stated.push({ other, score, clues, isRepeat });
  }
  return stated;
}

function sourcesAsked({ sources }: Story): readonly StorySource[] {
  return sources.length <= 2 * SOURCES_ASKED
    ? sources
    : [...sources.slice(0, SOURCES_ASKED), ...sources.slice(-SOURCES_ASKED)];
}

// The likest source and the mean of all: one contradicting source of many holds back, it does not forbid.
// A source of which little was read has little to say and weighs less.
function scoreOf(compared: readonly Compared[]): number {
  if (compared.length === 0) return REFUSED;
  let [best, sum, weight] = [REFUSED, 0, 0];
  for (const { score, other } of compared) {
    best = Math.max(best, score);
    sum += score * weightOf(other);
    weight += weightOf(other);
  }
  return BEST_SHARE * best + (1 - BEST_SHARE) * (sum / weight);
}

/** What a source of a story counts in its mean when its parties and goods are unknown. */
const UNREAD_WEIGHT = 0.3;

function weightOf({ facts }: StorySource): number {
  const isRead =
    facts.imposers.length > 0 && (facts.targets.length > 0 || facts.products.length > 0);
  return isRead ? 1 : UNREAD_WEIGHT;
}

/** Clues named in a reason, the weightiest first. */
const TOLD_CLUES = 6;

function explain(source: StorySource, { likest }: Verdict): string {
  if (likest === null) return 'published too far apart';
  return [...likest.clues]
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
    .slice(0, TOLD_CLUES)
    .map(({ name }) => {
      const seen = seenBy(name, source, likest.other);
      return seen === '' ? name : `${name} (${seen})`;
    })
    .join('; ');
}

/** A source never changes, and comes back with every change of its story. */
const knownKeys = new WeakMap<StorySource, readonly DatedKey[]>();

function keysOfSource(source: StorySource): readonly DatedKey[] {
  const known = knownKeys.get(source);
  if (known !== undefined) return known;
  const keys = datedKeys(lookupKeys(source), timeOf(source));
  knownKeys.set(source, keys);
  return keys;
}

const LOOKUP_MARKERS = ['in-court', 'stay'] as const;

// Pairs of facts, and single words and things that tell; a lone fact ("US") would list half of all stories.
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
    // A ruling on "the tariffs" names neither target nor goods, and in two languages no word is shared.
    if (isRareAction(facts.action))
      keys.push({ text: `a ${imposer} ${facts.action}`, weight: 0.7 });
  }
  // What a court did to the tariffs is often all that is told.
  for (const marker of LOOKUP_MARKERS) {
    if (markersOf(words).has(marker)) keys.push({ text: `m ${marker}`, weight: 0.6 });
  }
  for (const word of words) {
    if (isTellingWord(word)) keys.push({ text: `w ${word}`, weight: 0.7 });
    else if (isTellingThing(word)) keys.push({ text: `n ${word}`, weight: 0.6 });
  }
  return keys;
}

function timeOf(source: StorySource): Instant {
  return source.publishedAt ?? source.seenAt;
}
