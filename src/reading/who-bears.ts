// In: a place in a sentence and the step told there. Out: whether that place bears the step or only speaks of it.
import type { Step } from './find-steps.ts';
import type { PlaceGroup } from './read-places.ts';
import { hitBefore, hitsOf, type Line, means, tokenText } from './scene.ts';

const SAYING: ReadonlySet<string> = new Set(
  'says said say tells told expects hails notes confirms sees believes announces welcomes'.split(
    ' ',
  ),
);

// "Swiss government says US tariffs will be cut": who only tells of the tariffs of another does not set them.
export function isSpeaker(line: Line, group: PlaceGroup, groups: readonly PlaceGroup[]): boolean {
  if (group.codes.includes('US') || (group.role !== 'bare' && group.role !== 'origin'))
    return false;
  const says = line.tokens.findIndex(
    (token, at) => at >= group.to && at - group.to <= 2 && SAYING.has(token.text),
  );
  if (says < 0) return false;
  return groups.some(
    (other) =>
      isToldOf(group, other, says) ||
      (other.from > says &&
        other.from - says <= 6 &&
        other.role === 'owner' &&
        !other.codes.some((code) => group.codes.includes(code))),
  );
}

// "EU says India to slash tariffs": the country right behind "says" acts.
function isToldOf(group: PlaceGroup, other: PlaceGroup, says: number): boolean {
  const isNext = other.from > says && other.from - says <= 2 && other.role === 'bare';
  return isNext && !group.codes.some((code) => other.codes.includes(code));
}

export function isGainer(step: Step): boolean {
  return step.verb.meanings.has('gainer');
}

// "Swiss get US tariffs cut", "Bangladesh wins": who gains or faces something, whatever the verb of the step.
export function isGaining(line: Line, group: PlaceGroup): boolean {
  return hitsOf(line, 'gainer').some(
    (hit) => hit.from >= group.to && hit.from - group.to <= 1 && !isPermitted(line, hit.to),
  );
}

const PERMISSION: ReadonlySet<string> = new Set(
  'nod approval clearance permission mandate power powers authority go-ahead'.split(' '),
);

// "gets the bloc's nod to charge 35% duty": who is allowed to impose gains no tariff.
function isPermitted(line: Line, end: number): boolean {
  return line.tokens.slice(end, end + 3).some((token) => PERMISSION.has(token.text));
}

export function isPassiveFor(step: Step): boolean {
  const isRefused = step.family === 'grant' && step.action === 'exemption-denied';
  return (isGainer(step) && (step.mood !== 'not' || isRefused)) || isExemptedThere(step);
}

const BEING: ReadonlySet<string> = new Set(
  'is are was were be been being gets get got stay stays remain remains'.split(' '),
);

const PAST = /ed$/;

// "Australia will not be exempted from tariffs", "India terminated from GSP": whoever is exempted or not is the one hit.
function isExemptedThere({ line, verb, family, object, about }: Step): boolean {
  if (object.to <= verb.from) return false;
  const isTakenFrom =
    about === 'relief' &&
    tokenText(line, verb.to) === 'from' &&
    PAST.test(tokenText(line, verb.from));
  if (isTakenFrom) return true;
  if (family !== 'exempt') return false;
  return BEING.has(tokenText(line, verb.from)) || BEING.has(tokenText(line, verb.from - 1));
}

const UNDER_DEAL: ReadonlySet<string> = new Set('in under after through of via per'.split(' '));
const DEAL_WITHIN = 4;

/** "to slash car tariffs in trade deal with EU": the partner of the bargain is the one the cut is for. */
export function isUnderDeal(line: Line, group: PlaceGroup): boolean {
  const deal = hitBefore(line, group.from - 1);
  if (deal?.meanings.has('deal') !== true) return false;
  return line.tokens
    .slice(Math.max(0, deal.from - DEAL_WITHIN), deal.from)
    .some((token) => UNDER_DEAL.has(token.text));
}

/** "doubles China tariff, hits Canada and Mexico": right behind a verb that imposes. */
export function isHitDirectly(line: Line, group: PlaceGroup): boolean {
  const verb = hitBefore(line, group.from);
  return HITTING.test(tokenText(line, group.from - 1)) && means(verb, 'verb', 'impose');
}

const HITTING = /^(?:hit|hits|hitting|slap|slaps|target|targets|targeting)$/;
