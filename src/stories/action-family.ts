// Which actions can be one step told in other words, and which never are. One table; no look at any text.
import { ACTIONS, type Action } from '../domain/reading.ts';

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

/** True for a step that few stories tell: two that do are looked at, whatever else they share. */
export function isRareAction(action: Action): boolean {
  return RARE.has(action);
}

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
  return LIKENESS[left][right];
}

function findLikeness(left: Action, right: Action): ActionLikeness {
  if (left === 'other' || right === 'other') return 'open';
  if (left === right) return RARE.has(left) ? 'rare' : 'same';
  const [a, b] = [FAMILY[left], FAMILY[right]];
  if (a === b) return 'kindred';
  return NEAR.has([a, b].sort().join(' ')) ? 'near' : 'apart';
}

/** Asked for every pair of items that is looked at, so it is found out once for each pair of actions. */
const LIKENESS = tableOf((left) => tableOf((right) => findLikeness(left, right)));

function tableOf<T>(find: (action: Action) => T): Readonly<Record<Action, T>> {
  return Object.fromEntries(ACTIONS.map((action) => [action, find(action)])) as Record<Action, T>;
}

/** True for a step that lowers, ends or defers a duty, by one side alone or in a deal. */
export function isEasing(action: Action): boolean {
  return FAMILY[action] === 'easing' || FAMILY[action] === 'deal';
}

const FULL_RELIEFS: ReadonlySet<Action> = new Set(['removed', 'exempted', 'suspended']);

/** True for a step after which nothing of the duty is left to pay: the rate it tells is the one that ends. */
export function isFullRelief(action: Action): boolean {
  return FULL_RELIEFS.has(action);
}

/** True for a duty that begins, rises or is planned. */
export function isBurden(action: Action): boolean {
  return FAMILY[action] === 'burden' || FAMILY[action] === 'plan';
}

/** True for a duty that is said to come. */
export function isPlan(action: Action): boolean {
  return FAMILY[action] === 'plan';
}

/** True for a threat and the proposal that makes it formal: days apart they are two steps. */
export function isThreatMadeFormal(left: Action, right: Action): boolean {
  return (
    isPlan(left) && isPlan(right) && left !== right && (left === 'proposed' || right === 'proposed')
  );
}

const ENDINGS: ReadonlySet<Action> = new Set(['removed', 'suspended', 'delayed']);

/** True for a step by which a duty, or the plan of one, ends or sleeps. */
export function isEnding(action: Action): boolean {
  return ENDINGS.has(action);
}

/** True for what one side asks and the other answers, days apart and in much the same words. */
export function isAskingOrRefusing(action: Action): boolean {
  return FAMILY[action] === 'request' || FAMILY[action] === 'refusal';
}

/** True for a duty laid or threatened in answer to another's. */
export function isRetaliation(action: Action): boolean {
  return action.startsWith('retaliation-');
}
