// Who imposes and who is hit in two items in, what that says for or against one step out. Both sides of a bargain, lists of
// countries told in part, and protest told for the measure it is about are known here. Symmetric and without memory.
import type { Action } from '../domain/reading.ts';
import type { StoryFacts, StorySource } from '../domain/story.ts';
import { shareBody } from '../reference/memberships.ts';
import { isAskingOrRefusing, isEasing, isRetaliation } from './action-family.ts';
import { addTo, type Clue, clueOf } from './clue.ts';
import { shareOf } from './compare-lists.ts';
import { haveOtherRates, isUncommonRate, sharedRates, shareRate } from './compare-rates.ts';
import { areTwoVoices, mayMeanAll, tellsOfAll } from './every-origin.ts';
import { publishedOn } from './publication-day.ts';
import { namedCountries, sharedThings } from './story-words.ts';

/** Compares who imposes and who is hit; what neither states gives no clue. */
export function compareParties(left: StorySource, right: StorySource): readonly Clue[] {
  const a = left.facts;
  const b = right.facts;
  if (!areTwoSides(a, b)) {
    const clues: Clue[] = [];
    addTo(clues, compareImposers(a, b));
    addTo(clues, compareTargets(left, right));
    return clues;
  }
  // Two countries strike one deal a day; what each eases by itself may well be two.
  const isDeal = a.action === 'deal-reached' && b.action === 'deal-reached';
  const name = isDeal ? 'two sides of a deal' : 'two sides of a bargain';
  return [clueOf(name)];
}

// A request and its answer have two sides as well, and who asks whom is easily read the wrong way round.
function isMutual(action: Action): boolean {
  return isEasing(action) || isAskingOrRefusing(action);
}

// Each side of a deal lowers something for the other, and an item tells one of them first. Of two burdens with the parties
// changed over, the later one is the answer, a step of its own.
function areTwoSides(a: StoryFacts, b: StoryFacts): boolean {
  return (
    isMutual(a.action) &&
    isMutual(b.action) &&
    shareOf(a.imposers, b.imposers) === 0 &&
    a.targets.length + b.targets.length > 0 &&
    isOtherSide(a.imposers, b.targets) &&
    isOtherSide(b.imposers, a.targets)
  );
}

// One of the two may leave unsaid whom it meets: "Hanoi agrees to 20%".
function isOtherSide(imposers: readonly string[], targets: readonly string[]): boolean {
  return targets.length === 0 || shareOf(imposers, targets) === 1;
}

function compareImposers(a: StoryFacts, b: StoryFacts): Clue | null {
  const left = a.imposers;
  const right = b.imposers;
  if (left.length === 0 && right.length === 0) return null;
  const share = shareOf(left, right);
  // Two ministries fix dumping duties on one country's steel in one week; where one is unnamed, the rates tell.
  if (share === null) {
    return clueOf(haveOtherRates(a, b) ? 'imposer may differ' : 'imposer known to one');
  }
  if (share === 0) {
    return clueOf(isToldByTarget(a, b) ? 'told by who is hit' : 'different imposers');
  }
  return clueOf(share === 1 ? 'same imposer' : 'imposers overlap');
}

// "Mexico rejects the duty of 17.09% on its tomatoes": who complains is easily taken for who imposes. An answer would name
// whom it hits, and hardly at the same odd figure.
function isToldByTarget(a: StoryFacts, b: StoryFacts): boolean {
  if (!sharedRates(a, b).some(isUncommonRate)) return false;
  return [
    [a, b],
    [b, a],
  ].some(
    ([one, other]) =>
      one?.targets.length === 0 &&
      other !== undefined &&
      one.imposers.every((imposer) => other.targets.includes(imposer)) &&
      !isRetaliation(one.action),
  );
}

function compareTargets(one: StorySource, other: StorySource): Clue | null {
  const left = one.facts.targets;
  const right = other.facts.targets;
  if (left.length === 0 && right.length === 0) return null;
  const share = shareOf(left, right);
  if (share === null) return clueOf('target known to one');
  if (areOtherDeals(one.facts, other.facts)) return clueOf('different targets');
  const worldLeft = left.includes('WORLD');
  const worldRight = right.includes('WORLD');
  if (worldLeft && worldRight) return clueOf('every origin');
  if (worldLeft || worldRight) {
    const [wide, narrow] = worldLeft ? [one, other] : [other, one];
    const named = namedCountries(wide.words);
    const isNamed = narrow.facts.targets.some((target) => named.includes(target));
    if (tellsOfAll(narrow)) return clueOf('every origin');
    if (!isNamed && mayMeanAll(narrow)) return clueOf('every origin, some meant');
    return clueOf(isNamed ? 'every origin, some named' : 'every origin against some');
  }
  if (share === 0) {
    // "The EU" to one desk is "Germany" to another.
    if (shareBody(left, right, publishedOn(one))) return clueOf('targets overlap');
    const isList = isOneList(one, other) || areTwoVoices(one, other);
    return clueOf(isList ? 'one list of countries' : 'different targets');
  }
  return clueOf(share === 1 ? 'same target' : 'targets overlap');
}

// One state strikes two deals on one day: each binds both its sides, and each has a side that the other lacks.
function areOtherDeals(a: StoryFacts, b: StoryFacts): boolean {
  if (a.imposers.length < 2 || b.imposers.length < 2) return false;
  return (
    [a, b].every(({ imposers, targets }) => shareOf(imposers, targets) === 1) &&
    a.imposers.some((party) => !b.imposers.includes(party)) &&
    b.imposers.some((party) => !a.imposers.includes(party))
  );
}

/** Countries that two texts share before their lists are one. */
const LISTED = 3;

// "Eight countries, among them France": of a list each desk names its own, and a reader takes one of it or the place in dispute
// for the target. Texts that name the same countries and rates tell one list.
function isOneList(one: StorySource, other: StorySource): boolean {
  if (!shareRate(one.facts, other.facts)) return false;
  const named = sharedThings('country', one.words, other.words);
  return named !== null && named.shared.length >= LISTED && named.share === 1;
}
