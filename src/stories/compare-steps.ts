// Which step two items tell in, what that says for or against one step out: the reader's actions first, and where a headline
// says that a plan was called off, that. Symmetric and without memory.
import type { Action } from '../domain/reading.ts';
import type { StorySource } from '../domain/story.ts';
import {
  type ActionLikeness,
  compareActions,
  isAskingOrRefusing,
  isBurden,
  isEnding,
  isThreatMadeFormal,
} from './action-family.ts';
import { type Clue, type ClueName, clueOf } from './clue.ts';
import { shareOf } from './compare-lists.ts';
import { isPlanForDay } from './planned-day.ts';
import { publishedApart } from './publication-day.ts';
import { markersOf } from './story-words.ts';

const ACTION_CLUES: Readonly<Record<ActionLikeness, ClueName>> = {
  rare: 'same rare step',
  same: 'same step',
  kindred: 'kindred step',
  open: 'step not named',
  near: 'step may differ',
  apart: 'different step',
};

/** Days after which a plan and its decision are two pieces of news and no longer two ways to put one. */
const PLAN_DAYS = 2;

/** Compares the step that two items tell. */
export function compareSteps(left: StorySource, right: StorySource): Clue {
  return clueOf(stepClue(left, right));
}

function stepClue(left: StorySource, right: StorySource): ClueName {
  const a = left.facts.action;
  const b = right.facts.action;
  const offLeft = isCalledOff(left);
  const offRight = isCalledOff(right);
  if (offLeft && offRight) return 'both called off';
  if (offLeft || offRight) {
    const other = offLeft ? b : a;
    if (isBurden(other)) return 'plan and its end';
    if (!isEnding(other)) return 'one called off';
  }
  const likeness = compareActions(a, b);
  if (likeness === 'apart') {
    if (isAskingOrRefusing(a) || isAskingOrRefusing(b)) return 'request and answer';
    if (areOpposite(a, b) || isLaterRelief(left, right)) return 'opposite steps';
  }
  if (isThreatMadeFormal(a, b) && publishedApart(left, right) >= PLAN_DAYS) return 'later step';
  if (likeness !== 'near') return ACTION_CLUES[likeness];
  if (havePartlyOtherGoods(left, right)) return 'later step';
  return publishedApart(left, right) < PLAN_DAYS || isPlanForDay(left, right)
    ? 'step may differ'
    : 'later step';
}

// A plan and a decision that also differ in goods are two: chips are taxed, and the machines that make them may be next.
function havePartlyOtherGoods(left: StorySource, right: StorySource): boolean {
  const a = left.facts.products;
  const b = right.facts.products;
  return a.length > 0 && b.length > 0 && (shareOf(a, b) ?? 1) < 1;
}

function isCalledOff({ words }: StorySource): boolean {
  return markersOf(words).has('called-off');
}

// A duty and its exceptions are one step and begin on one day; who is let off all of it from another day on was hit before.
function isLaterRelief(left: StorySource, right: StorySource): boolean {
  const [a, b] = [left.facts, right.facts];
  const isRelief = a.action === 'exempted' || b.action === 'exempted';
  return (
    isRelief &&
    (isBurden(a.action) || isBurden(b.action)) &&
    shareOf(a.targets, b.targets) === 1 &&
    shareOf(a.products, b.products) === 1 &&
    a.effectiveOn !== null &&
    b.effectiveOn !== null &&
    a.effectiveOn !== b.effectiveOn
  );
}

// Laid or threatened by one, ended or put to sleep by the other.
function areOpposite(a: Action, b: Action): boolean {
  return (isBurden(a) && isEnding(b)) || (isBurden(b) && isEnding(a));
}
