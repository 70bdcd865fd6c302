// A story and one more source in, the changed story and what a reader sees of it out. Facts come from the fold over all
// sources, so a press item can neither lower the rung nor rewrite what an official source set.
import type { Instant } from '../domain/day.ts';
import type {
  Story,
  StoryChange,
  StoryChangeKind,
  StoryFacts,
  StorySource,
} from '../domain/story.ts';
import { countOrigins } from './count-origins.ts';
import { foldSources, rankOf } from './fold-sources.ts';

/** Opens a story with its first source. `id` is the caller's number, `now` the instant of the pass. */
export function openStory(id: string, source: StorySource, now: Instant): StoryChange {
  const after: Story = {
    ...foldSources([source]),
    id,
    version: 1,
    openedAt: now,
    updatedAt: now,
    withdrawn: null,
  };
  return { kind: 'new', reason: `First told by ${source.publisher}.`, before: null, after };
}

/**
 * Adds a source to a story, or replaces it when the item is one of its sources already (an edited item).
 * The version rises only for a change that a reader would see; another copy of a counted origin is none.
 */
export function mergeIntoStory(story: Story, source: StorySource, now: Instant): StoryChange {
  const known = story.sources.find((one) => one.itemId === source.itemId);
  const others = story.sources.filter((one) => one.itemId !== source.itemId);
  const folded = { ...story, ...foldSources([...others, source]) };
  const { kind, reason } = changeBetween(story, folded, known, source);
  if (kind === 'none') return { kind, reason, before: story, after: folded };
  return {
    kind,
    reason,
    before: story,
    after: { ...folded, version: story.version + 1, updatedAt: now },
  };
}

/** What differs between two states of one story as a reader sees them: the strongest kind, and all of it in words. */
export function compareTellings(
  before: StoryFacts,
  after: StoryFacts,
): { readonly kind: StoryChangeKind; readonly changes: readonly string[] } {
  const found: { readonly kind: StoryChangeKind; readonly text: string }[] = [];
  for (const { kind, name, show } of TOLD) {
    const [from, to] = [show(before), show(after)];
    if (from !== to) {
      found.push({ kind, text: changeWords(name, from, to) });
    }
  }
  return { kind: found[0]?.kind ?? 'none', changes: found.map((change) => change.text) };
}

/** `rate 15% instead of 25%`. */
function changeWords(name: string, from: string, to: string): string {
  if (from === '') return `${name} ${to}, not stated before`;
  return `${name} ${to === '' ? 'none' : to} instead of ${from}`;
}

type Told = {
  readonly kind: StoryChangeKind;
  readonly name: string;
  readonly show: (facts: StoryFacts) => string;
};

/** What a message shows of the facts, the gravest change first. */
const TOLD: readonly Told[] = [
  { kind: 'stage', name: 'stage', show: (facts) => facts.stage ?? '' },
  { kind: 'stage', name: 'relief', show: (facts) => facts.relief ?? '' },
  { kind: 'stage', name: 'step', show: (facts) => facts.action },
  { kind: 'rate', name: 'rate', show: (facts) => facts.rates.map((r) => `${r.pct}%`).join(', ') },
  { kind: 'date', name: 'effective date', show: (facts) => facts.effectiveOn ?? '' },
  { kind: 'date', name: 'end date', show: (facts) => facts.endsOn ?? '' },
  { kind: 'scope', name: 'imposer', show: (facts) => facts.imposers.join(', ') },
  { kind: 'scope', name: 'target', show: (facts) => facts.targets.join(', ') },
  { kind: 'scope', name: 'exempted', show: (facts) => facts.exempted.join(', ') },
  { kind: 'scope', name: 'product', show: (facts) => facts.products.join(', ') },
  {
    kind: 'scope',
    name: 'quota',
    show: (facts) => facts.quotaTonnes.map((t) => `${t} t`).join(', '),
  },
  { kind: 'scope', name: 'instrument', show: (facts) => facts.instrument ?? '' },
];

function changeBetween(
  before: Story,
  after: Story,
  known: StorySource | undefined,
  source: StorySource,
): { readonly kind: StoryChangeKind; readonly reason: string } {
  const told = compareTellings(before, after);
  const climbed = rankOf(after.rung) > rankOf(before.rung);
  const parts = climbed
    ? [...told.changes, changeWords('evidence', before.rung, after.rung)]
    : told.changes;
  if (parts.length > 0) {
    const facts = `${source.publisher}: ${parts.join('; ')}.`;
    if (known !== undefined)
      return { kind: 'correction', reason: `Edited by its source. ${facts}` };
    return { kind: told.kind === 'none' ? 'higher-rung' : told.kind, reason: facts };
  }
  const [had, has] = [countOrigins(before.sources), countOrigins(after.sources)];
  if (known === undefined && has > had) {
    return {
      kind: 'more-sources',
      reason: `${source.publisher} tells it too; ${has} independent origins.`,
    };
  }
  return {
    kind: 'none',
    reason:
      known === undefined
        ? `${source.publisher} repeats an origin that is counted already (${source.origin}).`
        : `${source.publisher} edited its text without changing what the story says.`,
  };
}
