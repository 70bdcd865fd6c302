// Two that ease tariffs side by side and name nobody else ease them on each other: "Peru, Chile slash fish and copper tariffs",
// "Peru and Chile agree to slash duties" / "tariffs on each other's goods". In: the item, its leading step, all steps and the
// roles found so far. Out: each of the two on both sides.
import type { Action } from '../../domain/reading.ts';
import { ratedPlaces } from '../places/rated-places.ts';
import { isAuthority, type PlaceGroup, placeGroups } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import {
  evidenceOf,
  hitFrom,
  hitsOf,
  type Line,
  lineHas,
  means,
  type Scene,
} from '../words/scene.ts';
import { placeOf, wordGroup } from '../words/word-groups.ts';
import type { Found } from './found.ts';
import { isGivenInReturn } from './given-in-return.ts';
import { ACTING } from './sides.ts';

const EASINGS: ReadonlySet<Action> = new Set(['reduced', 'removed', 'suspended']);
const NEAR = 2;
/** "each other's goods", "both will lower", "their mutual duties". */
const ONE_ANOTHER = wordGroup('each both mutual mutually reciprocally');

/** Puts both on both sides; false where the title names one alone, somebody else or whose goods are meant. */
export function addJointEasing(
  scene: Scene,
  lead: Step,
  steps: readonly Step[],
  imposers: Found,
  targets: Found,
): boolean {
  const { line, verb, object, action, about } = lead;
  if (line.lang !== 'en' || !line.isTitle || about !== 'tariff' || !EASINGS.has(action))
    return false;
  // "Canada and Mexico lift retaliatory tariffs": those answer a third.
  if (means(object, 'tariff', 'retaliation')) return false;
  const groups = placeGroups(line);
  // "signs order to carry out US-Korea deal, cuts tariff": whose deal it is; who cuts stands before.
  const pair = groups.findLast(
    (group) =>
      group.to <= verb.from &&
      isPairOfActors(group, verb === object) &&
      hitFrom(line, group.to)?.meanings.has('deal') !== true,
  );
  if (pair === undefined) return false;
  // "US, China slash tariffs: US to 30%, China to 10%".
  const rated = ratedPlaces(line);
  const isRated = rated.length > 1 && rated.every(({ codes }) => isWithin(codes, pair));
  const isOther = (group: PlaceGroup): boolean =>
    group !== pair && !isSpeaker(group, pair) && !(isRated && rated.includes(group));
  if (groups.some(isOther)) return false;
  const isBoth = isRated || isToldOfBoth(scene, steps, pair.codes);
  // "Peru, Chile slash tariffs for 90 days": on no goods by name, hence on whatever the other sells.
  const isBetween = isBetweenThem(scene) || !line.classes.has('product');
  if (!isBoth && (isAgreed(line) || !isBetween)) return false;
  const evidence = evidenceOf(line, 'role:ease-side-by-side');
  for (const side of [imposers, targets]) {
    side.clear();
    for (const code of pair.codes) side.set(code, { value: code, evidence });
  }
  return true;
}

// "Peru and Chile lower tariffs": where the verb makes part of the phrase the two seem to be its owners.
function isPairOfActors({ codes, role, preposition }: PlaceGroup, isOneWord: boolean): boolean {
  const isActing = ACTING.has(role) || (isOneWord && role === 'owner');
  return codes.length === 2 && isActing && preposition === '' && !codes.includes('WORLD');
}

// "US trade envoy says US and China to roll back tariffs".
function isSpeaker(group: PlaceGroup, pair: PlaceGroup): boolean {
  return isAuthority(group) && isWithin(group.codes, pair);
}

function isWithin(codes: PlaceGroup['codes'], pair: PlaceGroup): boolean {
  return codes.every((code) => pair.codes.includes(code));
}

// What two agree on may be what only one of them charges: "Peru and Chile agree to cut copper tariff to 15%".
function isAgreed(line: Line): boolean {
  return line.classes.has('deal') || lineHas(line, 'verb', 'commit');
}

/** What two states are in that tax one another, or come out of. */
const QUARREL = wordGroup(
  'war truce thaw ceasefire detente dispute row spat feud rift tensions ties relations reset rapprochement climbdown de-escalation',
);

/** False for "Kenya and Uganda scrap rice duty", which may be on everybody's rice: a bargain or a quarrel tells that each taxes the
 * other. */
export function isBetweenThem({ lines }: Scene): boolean {
  return lines.some(
    (line) => line.index <= NEAR && (isAgreed(line) || placeOf(line, QUARREL) >= 0),
  );
}

function isToldOfBoth(scene: Scene, steps: readonly Step[], pair: readonly string[]): boolean {
  const [first = '', second = ''] = pair;
  const isEach = scene.lines.some(
    (line) =>
      line.index <= NEAR && hitsOf(line, 'tariff').length > 0 && placeOf(line, ONE_ANOTHER) >= 0,
  );
  return (
    isEach ||
    (isGivenInReturn(scene, steps, first, pair) && isGivenInReturn(scene, steps, second, pair))
  );
}
