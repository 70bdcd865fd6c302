// Who published two items under which titles in, what that says for or against one step out: an authority prints each act
// once, and one title in two places is one text. Symmetric and without memory.
import type { StorySource } from '../domain/story.ts';
import { type Clue, clueOf } from './clue.ts';
import { namedThings } from './named-things.ts';
import { isLaw } from './publication-day.ts';
import { isAboutAnAct } from './rung-of.ts';
import { sharedNotice, titleLikeness } from './story-words.ts';

/** Compares publishers and titles of two items. */
export function compareTitles(left: StorySource, right: StorySource): readonly Clue[] {
  if (left.publisher !== right.publisher) {
    if (isSameTitle(left.title, right.title)) return [clueOf('same title elsewhere')];
    return isRelayed(left, right) ? [clueOf('official title relayed')] : [];
  }
  if (areTwins(left, right)) return [clueOf('one form, two matters')];
  if (left.rung === 'press' || right.rung === 'press') return [];
  const clues: Clue[] = [];
  if (sharedNotice(left.words, right.words) !== null) clues.push(clueOf('updates its message'));
  if (areTwoActs(left, right)) clues.push(clueOf('two acts of one gazette'));
  else if (areTwoTexts(left, right)) clues.push(clueOf('two texts of one authority'));
  if (areTwoNumbers(left.title, right.title)) clues.push(clueOf('two acts by number'));
  return clues;
}

/** Telling words that a title which relays an act shares with the act's own, and their share of the shorter one. */
const RELAYED_WORDS = 3;
const RELAYED_SHARE = 0.7;

// "Suspending Duty-Free Treatment of Parcels" / "GUIDANCE: Suspension of Duty-Free Treatment of Parcels": what authorities
// send out on an act keeps its title's words.
function isRelayed(left: StorySource, right: StorySource): boolean {
  if (left.rung === 'press' || right.rung === 'press') return false;
  const { shared, share } = titleLikeness(left.title, right.title);
  return shared >= RELAYED_WORDS && share >= RELAYED_SHARE;
}

// A gazette prints each act once, under its own title; customs may well send a notice and its update.
function areTwoActs(left: StorySource, right: StorySource): boolean {
  return left.rung === 'gazette' && right.rung === 'gazette' && left.title !== right.title;
}

// An act and its fact sheet are one step; two acts, or two releases without one, mostly are not.
function areTwoTexts(left: StorySource, right: StorySource): boolean {
  if (isLaw(left) && isLaw(right)) return true;
  return !isAboutAnAct(left.title) && !isAboutAnAct(right.title);
}

/** What stands before the number of an act, or between year and number: "Nº 4", "SOR/2025-95", "(EU) 2025/778", "第12号". */
const ACT_NUMBER =
  /(?:(?<!\p{L})(?:n[º°]\.?|no\.|nr\.?|nomor|number|numero|sor\/)|№|第|\((?:eu|ue)\))\s?(\d[\d/.-]{0,20})/iu;

// An authority numbers its acts; what it tells the press has no number, and that of a customs message says nothing.
function areTwoNumbers(left: string, right: string): boolean {
  const [a, b] = [left, right].map((title) => ACT_NUMBER.exec(title)?.[1]);
  return a !== undefined && b !== undefined && a !== b;
}

/** Words of a title that make a form: "Notice of Request for Public Comments on ... Investigation of Imports of". */
const FORM_WORDS = 7;

// One publisher fills in one form twice: all words are the same but for one stretch, which names another matter in each. A title
// that only gained words, or counts anew, is the same text amended; papers also change a verb, so theirs must name two things.
function areTwins(left: StorySource, right: StorySource): boolean {
  if (openingOf(left.title) !== openingOf(right.title)) {
    if (endingOf(left.title) !== endingOf(right.title)) return false;
  }
  const isPress = [left, right].some(({ rung }) => rung === 'press');
  const isMatter = (words: readonly string[], source: StorySource): boolean =>
    isPress ? namesThing(words) || namesGoods(words, source) : hasWord(words);
  const [a, b] = [wordsOf(left.title), wordsOf(right.title)];
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  if (head + tail < FORM_WORDS) return false;
  const inLeft = a.slice(head, a.length - tail);
  const inRight = b.slice(head, b.length - tail);
  return (
    isMatter(inLeft, left) &&
    isMatter(inRight, right) &&
    !inLeft.some((word) => inRight.includes(word))
  );
}

function hasWord(words: readonly string[]): boolean {
  return words.some((word) => /^\p{L}{3}/u.test(word));
}

function namesThing(words: readonly string[]): boolean {
  return [...namedThings(words.join(' '))].some((thing) => /^[@#]/.test(thing));
}

// Goods that no list knows are named by their own noun (`other:canvas`).
function namesGoods(words: readonly string[], { facts }: StorySource): boolean {
  return facts.products.some((goods) => {
    const [, noun] = goods.split(':');
    return noun?.split('-').some((part) => words.includes(part)) ?? false;
  });
}

function wordsOf(title: string): readonly string[] {
  return plainTitle(title).split(' ');
}

/** Words from which on two titles are not alike by chance. */
const LONG_TITLE = 7;
/** Letters by which two prints of one title may differ in length: signs and spaces. */
const MISPRINT = 10;
const OPENING = 4;

// The gazette prints an order under the title it was signed with, and papers print an agency's headline as it came.
function isSameTitle(left: string, right: string): boolean {
  if (Math.abs(left.length - right.length) > MISPRINT || openingOf(left) !== openingOf(right)) {
    return false;
  }
  const [a, b] = [left, right].map(plainTitle);
  return a === b && a !== undefined && a.split(' ').length >= LONG_TITLE;
}

// Nearly all pairs of titles part here already.
function openingOf(title: string): string {
  return title.slice(0, OPENING).toLowerCase();
}

function endingOf(title: string): string {
  return title.slice(-OPENING).toLowerCase();
}

function plainTitle(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
