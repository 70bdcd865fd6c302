// Which actions can be one step told in other words, and which never are. One table; no look at any text.
import type { Action } from '../domain/reading.ts';

/**
 * `plan`: said, not done. `burden`: a duty begins or rises. `easing`: a duty falls, ends or sleeps.
 * The rest: what they say; `open` when the reader found no fitting word.
 */
export type ActionFamily =
  | 'plan'
  | 'burden'
  | 'easing'
  | 'request'
  | 'refusal'
  | 'inquiry'
  | 'ruling'
  | 'deal'
  | 'open';

const FAMILY: Readonly<Record<Action, ActionFamily>> = {
  imposed: 'burden',
  increased: 'burden',
  'retaliation-imposed': 'burden',
  'quota-set': 'burden',
  'exemption-ended': 'burden',
  threatened: 'plan',
  proposed: 'plan',
  'retaliation-threatened': 'plan',
  reduced: 'easing',
  suspended: 'easing',
  delayed: 'easing',
  exempted: 'easing',
  removed: 'easing',
  'exemption-sought': 'request',
  'exemption-denied': 'refusal',
  'investigation-opened': 'inquiry',
  'struck-down': 'ruling',
  'deal-reached': 'deal',
  other: 'open',
};

/** `rare`: both say the same, and few stories do. */
export type ActionLikeness = 'rare' | 'same' | 'kindred' | 'open' | 'near' | 'apart';

const RARE: ReadonlySet<Action> = new Set([
  'struck-down',
  'exemption-sought',
  'exemption-denied',
  'exemption-ended',
  'investigation-opened',
  'quota-set',
]);

// Pairs of families that reports of one step are often told in: "will impose" is a plan to one reader and a decision
// to another; a deal eases; a ruling removes.
const NEAR: ReadonlySet<string> = new Set([
  'burden plan',
  'deal easing',
  'easing ruling',
  'deal plan',
]);

/** How two actions stand to each other; symmetric. */
export function compareActions(left: Action, right: Action): ActionLikeness {
  if (left === 'other' || right === 'other') return 'open';
  if (left === right) return RARE.has(left) ? 'rare' : 'same';
  const [a, b] = [FAMILY[left], FAMILY[right]];
  if (a === b) return 'kindred';
  return NEAR.has([a, b].sort().join(' ')) ? 'near' : 'apart';
}

/** True for a step that lowers, ends or defers a duty, by one side alone or in a deal. */
export function isEasing(action: Action): boolean {
  return FAMILY[action] === 'easing' || FAMILY[action] === 'deal';
}
