// The texts of two items in, what they say for or against one step out: words of the step in the titles, the things that are
// named, and the telling words. Symmetric and without memory; the facts are compared in compare-facts.ts.
import type { StorySource } from '../domain/story.ts';
import type { StepMarker } from '../reference/step-marker-words.ts';
import { isRetaliation } from './action-family.ts';
import { addTo, CLUES, type Clue, type ClueName, clueOf } from './clue.ts';
import {
  markersOf,
  sharedThings,
  type ThingKind,
  wasEnglish,
  wordLikeness,
} from './story-words.ts';

/** Compares the things and the words in two items. */
export function compareTexts(left: StorySource, right: StorySource): readonly Clue[] {
  const clues: Clue[] = [];
  addTo(clues, compareNamed('country', left.words, right.words));
  addTo(clues, compareNamed('product', left.words, right.words));
  addTo(clues, compareNamed('percentage', left.words, right.words));
  addTo(clues, compareWords(left, right));
  return clues;
}

/** Points that `compareTexts` gives at the most. */
export const MOST_OF_TEXTS =
  CLUES['same countries named'] +
  CLUES['same products named'] +
  CLUES['same percentages named'] +
  CLUES['telling words shared'];

const NO_CLUES: readonly Clue[] = [];

/** Markers that one headline of a step would hardly leave out when another has them. */
const TELLING_MARKERS = [
  'extension',
  'refund',
  'comments',
  'in-force',
  'in-court',
  'in-answer',
  'stay',
] as const;

/** Compares the words in two titles that name a step within a dispute. */
export function compareMarkers(left: StorySource, right: StorySource): readonly Clue[] {
  const a = markersOf(left.words);
  const b = markersOf(right.words);
  if (a.size === 0 && b.size === 0) return NO_CLUES;
  const clues: Clue[] = [];
  for (const marker of TELLING_MARKERS) {
    const inLeft = a.has(marker);
    const inRight = b.has(marker);
    if (inLeft !== inRight && isReadOfOther(marker, inLeft ? right : left, inLeft ? left : right)) {
      continue;
    }
    if (inLeft || inRight) {
      clues.push(clueOf(inLeft && inRight ? `both say ${marker}` : `one says ${marker}`));
    }
  }
  const stages = [a, b].map((markers) =>
    markers.has('provisional') === markers.has('definitive')
      ? 'open'
      : markers.has('provisional')
        ? 'provisional'
        : 'definitive',
  );
  if (stages[0] !== 'open' && stages[1] !== 'open') {
    clues.push(
      clueOf(stages[0] === stages[1] ? 'same stage of the case' : 'provisional against final'),
    );
  }
  return clues;
}

// A headline may leave a marker to the facts: "now runs to December 31" prolongs to the same day, "pauses duties on the US" is read
// as retaliation.
function isReadOfOther(marker: StepMarker, other: StorySource, marked: StorySource): boolean {
  if (marker === 'extension') {
    return other.facts.endsOn !== null && other.facts.endsOn === marked.facts.endsOn;
  }
  return (
    marker === 'in-answer' &&
    (other.facts.instrument === 'retaliation' || isRetaliation(other.facts.action))
  );
}

const NAMED_CLUES: Readonly<
  Record<ThingKind, { readonly same: ClueName; readonly other: ClueName }>
> = {
  country: { same: 'same countries named', other: 'other countries named' },
  product: { same: 'same products named', other: 'other products named' },
  percentage: { same: 'same percentages named', other: 'other percentages named' },
};

// What the texts name counts beside the facts: a reader that missed the target of one of two items still saw the country.
function compareNamed(
  kind: ThingKind,
  left: readonly string[],
  right: readonly string[],
): Clue | null {
  const named = sharedThings(kind, left, right);
  if (named === null) return null;
  const { shared, share } = named;
  if (shared.length === 0) return clueOf(NAMED_CLUES[kind].other);
  return clueOf(NAMED_CLUES[kind].same, share);
}

/** A smaller share is less than one telling word. */
const FEW_WORDS = 0.03;

/** How alike two items are in telling words, 0 to 1. */
export function telling(left: StorySource, right: StorySource): number {
  return Math.min(wordLikeness(left.words, right.words), 1);
}

// The first shared words tell the most, so their share counts by its root. Between two languages only names and numbers
// can agree, and finding none says nothing.
function compareWords(left: StorySource, right: StorySource): Clue | null {
  const likeness = telling(left, right);
  if (likeness >= FEW_WORDS) return clueOf('telling words shared', Math.sqrt(likeness));
  return wasEnglish(left.words) && wasEnglish(right.words)
    ? clueOf('no telling word shared')
    : null;
}
