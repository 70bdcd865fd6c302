// Who published two items under which titles in, what that says for or against one step out: an authority prints each act
// once, and one title in two places is one text. Symmetric and without memory.
import type { StorySource } from '../domain/story.ts';
import { isBurden } from './action-family.ts';
import { type Clue, clueOf } from './clue.ts';
import { namedThings } from './named-things.ts';
import { areOneDocument } from './notice-numbers.ts';
import { isLaw } from './publication-day.ts';
import { isAboutAnAct } from './rung-of.ts';
import { sharedNotice, titleLikeness } from './story-words.ts';

const NO_CLUES: readonly Clue[] = [];
const SAME_TITLE: readonly Clue[] = [clueOf('same title elsewhere')];
const RELAYED: readonly Clue[] = [clueOf('official title relayed')];
const ONE_RATE_EACH: readonly Clue[] = [clueOf('one rate in each title')];
const TWINS: readonly Clue[] = [clueOf('one form, two matters')];

/** Compares publishers and titles of two items. */
export function compareTitles(left: StorySource, right: StorySource): readonly Clue[] {
  if (haveOneRateEach(left, right)) return ONE_RATE_EACH;
  if (areOneDocument(left.link, right.link)) return [clueOf('one document')];
  if (left.publisher !== right.publisher) {
    if (isSameTitle(left, right)) return SAME_TITLE;
    // "USTR opens Section 301 investigation relating to ...": who relays one of two inquiries keeps its form.
    if (areInquiries(left, right) && areTwins(left, right)) return TWINS;
    return isRelayed(left, right) ? RELAYED : NO_CLUES;
  }
  if (areTwins(left, right)) return TWINS;
  if (left.rung === 'press' || right.rung === 'press') return NO_CLUES;
  const clues: Clue[] = [];
  if (sharedNotice(left.words, right.words) !== null) clues.push(clueOf('updates its message'));
  if (areTwoActs(left, right)) clues.push(clueOf('two acts of one gazette'));
  else if (areTwoTexts(left, right)) clues.push(clueOf('two texts of one authority'));
  if (areTwoNumbers(left.title, right.title)) clues.push(clueOf('two acts by number'));
  return clues;
}

const PERCENT = /(?<![\d.,])(\d{1,4}(?:[.,]\d{1,3})?)\s?(?:%|per ?cent\b|pc\b)/gi;
/** Rates nearer to each other than this share of the higher one are one rate, rounded or told early. */
const NEAR = 0.25;

/** Where firms pay rates of their own, two titles may pick two of them. */
const RATED_BY_FIRM: ReadonlySet<string | null> = new Set(['AD', 'CVD']);
const CEILING = /\b(?:up to|as much as|as high as|at least|minimum|more than|over)\b/i;

// "imposes 12% tariff" / "threatens 60% tariff": each title tells the one rate that its text knows, and they are far apart.
function haveOneRateEach(left: StorySource, right: StorySource): boolean {
  const [a, b] = [onlyRate(left), onlyRate(right)];
  if (a === null || b === null) return false;
  const isOneStep = left.facts.action === right.facts.action;
  if (!isOneStep && !(isBurden(left.facts.action) && isBurden(right.facts.action))) return false;
  return Math.abs(a - b) > NEAR * Math.max(a, b);
}

function onlyRate({ title, facts }: StorySource): number | null {
  const [rate, ...others] = facts.rates;
  if (rate === undefined || others.length > 0 || facts.oldRates.length > 0) return null;
  if (RATED_BY_FIRM.has(facts.instrument) || CEILING.test(title)) return null;
  const printed = [...title.matchAll(PERCENT)].map(([, pct]) => Number(pct?.replace(',', '.')));
  return printed.length === 1 && printed[0] === rate.pct ? rate.pct : null;
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
  const [one, other] = [titleOf(left), titleOf(right)];
  if (one.opening !== other.opening && one.ending !== other.ending) return false;
  const [a, b] = [one.words, other.words];
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  if (head + tail < FORM_WORDS) return false;
  const inLeft = a.slice(head, a.length - tail);
  const inRight = b.slice(head, b.length - tail);
  if (inLeft.some((word) => inRight.includes(word))) return false;
  const isPress = (left.rung === 'press' || right.rung === 'press') && !areInquiries(left, right);
  const isMatter = (words: readonly string[], source: StorySource): boolean =>
    isPress ? namesGoods(words, source) || namesThing(words) : hasWord(words);
  return isMatter(inLeft, left) && isMatter(inRight, right);
}

function areInquiries(left: StorySource, right: StorySource): boolean {
  return [left, right].every(({ facts }) => facts.action === 'investigation-opened');
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

/** Words from which on two titles are not alike by chance. */
const LONG_TITLE = 7;
/** Letters by which two prints of one title may differ in length: signs and spaces. */
const MISPRINT = 10;
const OPENING = 4;

// The gazette prints an order under the title it was signed with, and papers print an agency's headline as it came.
function isSameTitle(left: StorySource, right: StorySource): boolean {
  if (Math.abs(left.title.length - right.title.length) > MISPRINT) return false;
  const [a, b] = [titleOf(left), titleOf(right)];
  return a.opening === b.opening && a.plain === b.plain && a.words.length >= LONG_TITLE;
}

/** A title as it is compared: nearly all pairs part at their openings already. */
type Title = {
  readonly opening: string;
  readonly ending: string;
  /** In small letters, without signs. */
  readonly plain: string;
  readonly words: readonly string[];
};

/** A source never changes, and is compared with many others. */
const knownTitles = new WeakMap<StorySource, Title>();

function titleOf(source: StorySource): Title {
  const known = knownTitles.get(source);
  if (known !== undefined) return known;
  const title = readTitle(source.title);
  knownTitles.set(source, title);
  return title;
}

function readTitle(title: string): Title {
  const plain = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return {
    opening: title.slice(0, OPENING).toLowerCase(),
    ending: title.slice(-OPENING).toLowerCase(),
    plain,
    words: plain.split(' '),
  };
}
