// Whose tariff it is that a country is named before: its own, or one that another charges on it. In: a line, a place in it,
// the places and the step told there. Out: yes or no.

import { isAuthority, type PlaceGroup } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { hitFrom, isParted, type Line, means, tokenText } from '../words/scene.ts';
import { placeOf, wordGroup } from '../words/word-groups.ts';
import { RELIEF } from './imply-imposer.ts';
import { isGainer, isGaining, isPassiveFor, isSpeaker } from './who-bears.ts';

const WISHING = wordGroup(
  'hopes hope hoping hoped seeks seek seeking sought wants want wanting wanted aims aiming tries trying tried pushes pushing presses pressing bids angles',
);

// "Taiwan hopes to lower 20% US tariff", "India denied waiver on US tariffs": who wishes for a change of another's tariff,
// or is denied it, is whom it hits.
export function isOthersTariff(
  line: Line,
  group: PlaceGroup,
  groups: readonly PlaceGroup[],
  step: Step,
): boolean {
  if (isDoneByAgent(line, group, groups, step)) return true;
  // "pushes the tariff to 50%", "presses ahead": the verb of the step itself wishes only where it asks.
  const end = step.family === 'seek' || step.family === 'avert' ? step.verb.to : step.verb.from;
  const wish = placeOf(line, WISHING, group.to, end);
  const isWished = wish >= 0;
  const at = step.verb.from - (WAS.has(tokenText(line, group.to)) ? 1 : 0);
  const isDenied = at === group.to && DENIED.has(tokenText(line, step.verb.from));
  if (!isWished && !isDenied) return false;
  return groups.some(
    (other) =>
      (other.role === 'owner' || (isDenied && other.role === 'agent')) &&
      // "wants the EU tariff raised": what is wished for may stand before the verb.
      (other.from >= step.verb.to || (isWished && other.from > wish && other.from - wish <= 2)) &&
      (!other.isPossessive || other.preposition === 'from') &&
      !other.codes.some((code) => group.codes.includes(code)),
  );
}

const AGENT_WITHIN = 2;

// "India critica tarifa imposta pelos EUA": where an agent stands right behind the verb, the place before it does nothing.
function isDoneByAgent(
  line: Line,
  group: PlaceGroup,
  groups: readonly PlaceGroup[],
  step: Step,
): boolean {
  if (line.lang === 'en' || group.to > step.verb.from) return false;
  return groups.some(
    (other) =>
      other.role === 'agent' &&
      other.from >= step.verb.to &&
      other.from - step.verb.to <= AGENT_WITHIN,
  );
}

const WAS: ReadonlySet<string> = new Set(['was', 'were', 'is', 'are', 'been']);
const DENIED: ReadonlySet<string> = new Set(
  'denied refused granted offered snubbed rebuffed spurned'.split(' '),
);

// "Trump delays Canada tariffs": a country between an imposer and the tariff noun is the one hit.
export function isTargetBeforeTariff(
  line: Line,
  group: PlaceGroup,
  groups: readonly PlaceGroup[],
  step: Step | null,
): boolean {
  // "Indonesia's US tariff": whose tariff it is that another country charges.
  const isOuter =
    group.isPossessive &&
    groups.some(
      (other) => other.role === 'owner' && other.from >= group.to && other.from - group.to <= 2,
    );
  if (isOuter) return true;
  if (isAnswerer(line, group, groups)) return false;
  if (step !== null && isOwnersChanged(group, groups, step)) return true;
  const isNamed = hasActorBefore(group, groups) || isToldInWashington(line, group, groups);
  if (group.isPossessive && (isAuthority(group) || !isNamed)) return false;
  // "reprieve from Canada and Mexico tariffs": several countries named without "US" are those hit.
  if (group.codes.length > 1 && !group.codes.includes('US') && groups.length === 1) return true;
  if (step !== null && groups.some((other) => isOthersTariff(line, other, groups, step)))
    return false;
  const isByGainer = step !== null && (step.action === 'exemption-sought' || isGainer(step));
  if (step !== null && RELIEF.has(step.action) && (isByGainer || isPassiveFor(step))) return false;
  if (group.kinds.some((kind) => kind === 'leader' || kind === 'government')) return false;
  return groups.some(
    (other) =>
      other !== group &&
      other.to <= group.from &&
      isSaidOfOneAct(line, other, group) &&
      !isGaining(line, other) &&
      !isSpeaker(line, other, groups, step) &&
      (other.role === 'bare' || other.role === 'subject' || other.role === 'owner') &&
      !other.codes.every((code) => group.codes.includes(code)) &&
      (step === null || step.action !== 'exemption-sought'),
  );
}

// "印度松口气:美国推迟关税": whom the headline calls up does nothing; "国务院:调整对原产于美国的": an office acts behind the colon.
function isSaidOfOneAct(line: Line, other: PlaceGroup, group: PlaceGroup): boolean {
  if (line.lang === 'en' || !isParted(line, other.to, group.from)) return true;
  return isAuthority(other) && !isParted(line, group.from - 1, group.from);
}

const ANSWER_NOUN = /^(?:countermeasures?|counter-?tariffs?|retaliation|reprisals?)$/;

// "US tariffs: EU countermeasures on hold": who is named right before an answer gives it.
function isAnswerer(line: Line, group: PlaceGroup, groups: readonly PlaceGroup[]): boolean {
  if (line.lang !== 'en' || !ANSWER_NOUN.test(tokenText(line, group.to))) return false;
  // "Canada puts US countermeasures on ice": who acts before has laid them.
  return !groups.some(({ to }) => to <= group.from && !isParted(line, to, group.from));
}

const CHANGED: ReadonlySet<string> = new Set(['increased', 'reduced', 'delayed', 'suspended']);

// "Brazil cuts India's tariff to 15%", "India's tariff cut to 15% by Brazil": changed by another than whose it is called.
function isOwnersChanged(group: PlaceGroup, groups: readonly PlaceGroup[], step: Step): boolean {
  if (isAuthority(group) || !CHANGED.has(step.action)) return false;
  return groups.some(
    (other) =>
      !other.codes.some((code) => group.codes.includes(code)) &&
      (other.role === 'agent'
        ? other.from >= step.verb.to && group.to <= step.verb.from
        : group.isPossessive &&
          other.role === 'bare' &&
          !isGainer(step) &&
          other.to <= step.verb.from &&
          group.from === step.verb.to),
  );
}

// "Washington says Switzerland's tariff will drop": the rate that it charges one of its partners; "China's tariff on soy" is China's.
function isToldInWashington(line: Line, group: PlaceGroup, groups: readonly PlaceGroup[]): boolean {
  const tariff = hitFrom(line, group.to) ?? hitFrom(line, group.to + 1);
  if (tariff?.meanings.has('tariff') !== true || tokenText(line, tariff.to) === 'on') return false;
  return groups.some(
    ({ to, role, codes }) =>
      to <= group.from &&
      role === 'bare' &&
      codes.join() === 'US' &&
      means(hitFrom(line, to), 'saying'),
  );
}

function hasActorBefore(group: PlaceGroup, groups: readonly PlaceGroup[]): boolean {
  return groups.some(
    (other) => other.to <= group.from && other.role === 'bare' && isAuthority(other),
  );
}
