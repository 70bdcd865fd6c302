// Who is hit where the verb of the sentence says nothing of a tariff: "squeezes Japan with a 25% levy", "gives Japan a week
// to avoid the tariff", "vows to fight Turkey's tariff". In: a line, a place in it, the step told there. Out: yes or no.

import { isAuthority, type PlaceGroup } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { hitsOf, type Line, tokenText, wordBefore } from '../words/scene.ts';
import { isSender } from './who-grants.ts';

const TOLD: ReadonlySet<string> = new Set([
  'imposed',
  'increased',
  'threatened',
  'proposed',
  'exemption-sought',
  'exemption-denied',
  'exempted',
  'delayed',
]);
const BURDENS: ReadonlySet<string> = new Set([
  'imposed',
  'increased',
  'threatened',
  'proposed',
  'exemption-sought',
]);

/** "vows to fight Brazil's 25% tariff", "under threat of a 25% tariff from Brazil": where only the noun tells the step, who
 * stands before the country whose tariff it is bears it. */
export function isBearer(
  line: Line,
  group: PlaceGroup,
  groups: readonly PlaceGroup[],
  step: Step,
): boolean {
  if (line.lang !== 'en' || group.role !== 'bare' || isAuthority(group)) return false;
  if (group.from >= step.verb.from || !TOLD.has(step.action)) return false;
  const isNoun = step.verb === step.object;
  return groups.some(
    (other) =>
      other.from >= group.to &&
      !other.codes.some((code) => group.codes.includes(code)) &&
      (isSender(line, other) ||
        isLaidBy(step, other) ||
        (isNoun &&
          other.role === 'owner' &&
          other.to <= step.object.from &&
          !hitsOf(line, 'gainer').some(
            (hit) => hit.from >= other.to && hit.to <= step.object.from,
          ))),
  );
}

// "said it would challenge a 25% tariff imposed by Brazil": who lays it is told by the tariff itself.
function isLaidBy({ verb, object }: Step, { role, from }: PlaceGroup): boolean {
  return role === 'agent' && object.to === verb.from && from - verb.to <= 2 && from >= verb.to;
}

const WITH_WITHIN = 5;
const GIVING = /^(?:give|gives|gave|giving|hand|hands|handed|set|sets)$/;

/** "squeezes Japan with a 25% levy", "gives Japan until Friday or face the tariff". */
export function isDoneTo(
  line: Line,
  group: PlaceGroup,
  groups: readonly PlaceGroup[],
  step: Step,
): boolean {
  if (line.lang !== 'en' || !BURDENS.has(step.action) || step.object.from < group.to) return false;
  if (isAuthority(group) || (group.role !== 'bare' && group.role !== 'object')) return false;
  const hasActor = groups.some(
    (other) =>
      other.to <= group.from &&
      other.role === 'bare' &&
      !other.codes.some((code) => group.codes.includes(code)),
  );
  if (!hasActor) return false;
  if (GIVING.test(wordBefore(line, group.from))) return true;
  // "Brazil's answer to India: a 25% tariff".
  const isAnswer = step.verb === step.object && tokenText(line, group.to) === ':';
  if (isAnswer && wordBefore(line, group.from) === 'to') return true;
  return tokenText(line, group.to) === 'with' && step.object.from - group.to <= WITH_WITHIN;
}

/** "gives Japan a week to avoid its tariff": who does it to another. */
export function isDoer(
  line: Line,
  group: PlaceGroup,
  groups: readonly PlaceGroup[],
  step: Step,
): boolean {
  if (group.role !== 'bare') return false;
  return groups.some((other) => other.from >= group.to && isDoneTo(line, other, groups, step));
}
