// Sources in, independent origins out: an agency text counts once however many outlets print it.
import { rememberResults } from '../domain/remember-results.ts';
import type { StorySource } from '../domain/story.ts';
import { wordIdentity } from './story-words.ts';

/** From this share of common words on, two texts are one text. */
const COPY_SHARE = 0.8;
/** Fewer words than this are a headline that two desks may well write alike. */
const ENOUGH_WORDS = 10;

/**
 * Groups of sources that stand for one origin each: the same agency is credited, the same publisher speaks again, or one
 * text is a copy of the other. The result does not depend on the order of the sources.
 */
export function originsOf(sources: readonly StorySource[]): readonly (readonly StorySource[])[] {
  let groups: StorySource[][] = [];
  for (const source of sources) {
    const akin = groups.filter((group) => group.some((member) => isOneOrigin(member, source)));
    const [first, ...others] = akin;
    if (first === undefined) groups.push([source]);
    else first.push(...others.flat(), source);
    if (others.length > 0) groups = groups.filter((group) => !others.includes(group));
  }
  return groups;
}

/** The number of independent origins. */
export function countOrigins(sources: readonly StorySource[]): number {
  return originsOf(sources).length;
}

function isOneOrigin(left: StorySource, right: StorySource): boolean {
  if (nameOf(left.origin) === nameOf(right.origin)) return true;
  if (Math.min(left.words.length, right.words.length) < ENOUGH_WORDS) return false;
  return wordIdentity(left.words, right.words) >= COPY_SHARE;
}

const NAMES_KEPT = 2_000;

const nameOf = rememberResults(
  NAMES_KEPT,
  (origin: string) => origin,
  (origin) =>
    origin
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
);
