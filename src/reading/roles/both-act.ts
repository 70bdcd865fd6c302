// Where both sides are told to act on each other: "Brazil taxes Indian steel" / "India answered with a duty on Brazilian sugar",
// "Brazil cuts its tariff on Indian steel, India its own on Brazilian sugar". In: the leading step, all steps and the roles
// found so far. Out: each side added to the other.
import type { Action } from '../../domain/reading.ts';
import { placeGroups } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { hitsOf } from '../words/scene.ts';
import { says, wordGroup } from '../words/word-groups.ts';
import { addAll, type Found } from './found.ts';
import { lineRoles } from './line-roles.ts';

const NEAR = 3;
/** "Brazil suspends its duty as India halves its levy in a truce". */
const MUTUAL = wordGroup('truce detente ceasefire mutual mutually');
const BURDENS: ReadonlySet<Action> = new Set(['imposed', 'increased']);
const EASINGS: ReadonlySet<Action> = new Set(['reduced', 'removed', 'suspended', 'deal-reached']);

/** What one side does counts as the lead's own where the other answers it in kind, behind it. */
export function addBothActing(
  lead: Step,
  steps: readonly Step[],
  imposers: Found,
  targets: Found,
): void {
  const [first] = imposers;
  if (first === undefined || imposers.size !== 1 || targets.has('WORLD')) return;
  const code = first[0];
  for (const step of steps) {
    if (isSameAnswer(step, lead)) continue;
    if (!isBehind(step, lead) || !isInKind(step, lead.action) || isOwned(step, code)) continue;
    const told = lineRoles(step.line, step);
    const isOther = told.imposers.size === 1 && [...told.imposers].every((by) => targets.has(by));
    const isOpen = told.targets.size === 0 && (isAnswer(step) || says(step.line, MUTUAL));
    if (!isOther || !(told.targets.has(code) || isOpen)) continue;
    addAll(imposers, told.imposers, step.line, 'role:acts-as-well');
    targets.set(code, first[1]);
    return;
  }
}

// "a deal with the US to reduce US tariffs": the tariff is the first one's.
function isOwned({ line, object, about }: Step, code: string): boolean {
  const tariffs = about === 'deal' ? hitsOf(line, 'tariff') : [object];
  return placeGroups(line).some(
    ({ role, codes, to }) =>
      role === 'owner' && codes.includes(code) && tariffs.some(({ from }) => from === to),
  );
}

// "halts its countermeasures" / "holds back countermeasures to US tariffs": one answer, told twice.
function isSameAnswer(step: Step, lead: Step): boolean {
  const isReply = ({ object }: Step): boolean =>
    object.meanings.get('tariff')?.includes('retaliation') === true;
  return EASINGS.has(lead.action) && isReply(lead) && (isReply(step) || step.line !== lead.line);
}

function isBehind(step: Step, lead: Step): boolean {
  if (step === lead || step.isBackground || step.mood === 'not') return false;
  if (step.line === lead.line) return step.verb.from > lead.verb.to;
  return step.line.index > lead.line.index && step.line.index <= NEAR;
}

// An answer names nobody else; what eases must be told to fall on the goods of the first, which only English words show surely.
function isInKind(step: Step, leading: Action): boolean {
  if (BURDENS.has(leading)) return isAnswer(step);
  return step.line.lang === 'en' && EASINGS.has(leading) && EASINGS.has(step.action);
}

// "announced retaliatory tariffs".
function isAnswer({ action, object }: Step): boolean {
  const isInReturn = object.meanings.get('tariff')?.includes('retaliation') === true;
  return action === 'retaliation-imposed' || (isInReturn && BURDENS.has(action));
}

/** "deal ending tariffs on British steel, American whiskey": a bargain over goods of both is kept by both. */
export function addBothOrigins({ line, action }: Step, imposers: Found, targets: Found): void {
  if (line.lang !== 'en' || action !== 'deal-reached' || imposers.size !== 1 || targets.size !== 1)
    return;
  const [by, on] = [[...imposers][0], [...targets][0]];
  if (by === undefined || on === undefined || on[0] === 'WORLD') return;
  const origins = placeGroups(line).filter(({ role, isPair }) => role === 'origin' && !isPair);
  const isOfBoth = [by[0], on[0]].every((code) =>
    origins.some(({ codes }) => codes.join() === code),
  );
  if (!isOfBoth || origins.length !== 2) return;
  imposers.set(on[0], on[1]);
  targets.set(by[0], by[1]);
}
