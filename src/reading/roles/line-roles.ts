// In: a sentence and the step it tells. Out: who imposes, who is hit and who is spared in it.
// What several sentences say together is put together in read-roles.ts.
import type { Action } from '../../domain/reading.ts';
import { isAuthority, type PlaceGroup } from '../places/read-places.ts';
import { isOfCourt } from '../places/whose-noun.ts';
import type { Step } from '../steps/find-steps.ts';
import { clauseAt, clausesOf, isInClause, isSecondItem } from '../steps/split-clauses.ts';
import { endOfLeaders, firstLeader } from '../steps/two-leaders.ts';
import {
  hitBefore,
  hitFrom,
  isParted,
  type Line,
  means,
  oncePerLine,
  tokenText,
  wordBefore,
} from '../words/scene.ts';
import { answeredAfter, isMereOccasion } from './answered-in-text.ts';
import { addCodes, assign, type LineRoles } from './assign-place.ts';
import { isConditional, isRefused } from './beside-step.ts';
import { bearsWith, isCompanion } from './companions.ts';
import { RELIEF } from './imply-imposer.ts';
import { partiesOf } from './parties-of.ts';
import { plainClause } from './plain-clause.ts';
import { isToldAbroad } from './roles-abroad.ts';
import { firstBefore } from './sides.ts';
import { isSpared, isSparedBeside } from './spared-places.ts';
import { isThreatenedDirectly } from './struck-directly.ts';
import { subjectBehind } from './subject-behind.ts';
import { isBearer, isDoer, isDoneTo } from './told-by-noun.ts';
import { isTellingOffice } from './told-by-teller.ts';
import { toldSides } from './told-sides.ts';
import { isOfDemand } from './told-ultimatum.ts';
import {
  addAnsweredTopic,
  clearAskers,
  isDispute,
  turnAnswered,
  turnMarkets,
} from './turned-roles.ts';
import { announcesThat, isAnnouncer } from './who-announces.ts';
import { isGainer, isOfResidents, isPassiveFor, isReacting, isSpeaker } from './who-bears.ts';
import { plaintOf } from './who-complains.ts';
import { reliefSideAbroad } from './whose-relief.ts';

/** Reads one sentence; without a step of its own it goes by `leadAction`. What other subjects do there counts only for what
 * the clause of the step leaves open. */
export function lineRoles(line: Line, step: Step | null, leadAction?: Action): LineRoles {
  const groups = partiesOf(line);
  if (groups.length === 0 || step === null) return rolesOf(line, groups, step, leadAction);
  const plain = plainClause(line, groups, step);
  if (plain !== null) {
    const { by, on } = plain;
    return { imposers: new Set(by?.codes), targets: new Set(on.codes), exempted: new Set() };
  }
  if (sidesOf(line, groups, step.action) !== null) {
    // "Chile accepts a 9% duty; Peruvian goods to enter free": what the next item tells is another tariff.
    const here = groups.filter(
      (group) => isSecondItem(line, group.from) === isSecondItem(line, step.verb.from),
    );
    return rolesOf(line, here, step, leadAction);
  }
  if (step.family === 'start' && COMING_ABOUT.test(tokenText(line, step.verb.from))) {
    // "The 25% tariff on Indian steel follows India's duties on wine": behind the verb stands another measure.
    const own = groups.filter((group) => group.to <= step.verb.from);
    return rolesOf(line, own, step, leadAction);
  }
  const clause = clauseAt(line, step.verb.from);
  const inside = groups.filter((group) => isInClause(clause, group));
  if (inside.length === groups.length) return rolesOf(line, groups, step, leadAction);
  const own = rolesOf(line, inside, step, leadAction);
  if (own.imposers.size > 0 && own.targets.size > 0) return own;
  const owners = clausesOf(line).flatMap(({ owner }) => owner ?? []);
  const others = owners.filter((owner) => !isInClause(clause, owner));
  return filledUp(own, rolesOf(line, groups, step, leadAction), step.action, others);
}

const COMING_ABOUT = /^(?:comes|came|follows|followed)$/;

const ANSWERS: ReadonlySet<Action> = new Set(['retaliation-imposed', 'retaliation-threatened']);

function filledUp(
  own: LineRoles,
  whole: LineRoles,
  action: Action,
  others: readonly PlaceGroup[],
): LineRoles {
  const imposers = own.imposers.size > 0 ? own.imposers : whole.imposers;
  const targets = own.targets.size > 0 ? own.targets : whole.targets;
  // "threatens duties as the US raises tariffs on Indian steel": an answer hits who acts in the other clause.
  if (ANSWERS.has(action) && own.targets.size === 0) {
    targets.clear();
    for (const code of whole.imposers) if (!own.imposers.has(code)) targets.add(code);
    for (const group of others) for (const code of group.codes) targets.add(code);
  }
  // "UK pushes its case as the EU signals no carve-out": who acts beside a refusal or a grant is whom it concerns.
  if (RELIEF.has(action) && targets.size === 0) {
    for (const group of others) {
      // "extends the exemption as US tariffs bite": another's tariff is no relief for whom it belongs to.
      if (!isAuthority(group) && group.role !== 'owner') addCodes(targets, group);
    }
  }
  for (const code of own.imposers) targets.delete(code);
  for (const code of own.targets) imposers.delete(code);
  return { imposers, targets, exempted: whole.exempted };
}

function rolesOf(
  line: Line,
  groups: readonly PlaceGroup[],
  step: Step | null,
  leadAction?: Action,
): LineRoles {
  const roles: LineRoles = { imposers: new Set(), targets: new Set(), exempted: new Set() };
  if (groups.length === 0) return roles;
  const action = step?.action ?? leadAction;
  const subject = subjectGroup(line, groups, step);
  const speaker = speakerWhoActs(groups, line, step);
  const plaint = plaintOf(line, groups);
  const sides = sidesOf(line, groups, action);
  for (const group of groups) {
    if (isConditional(line, group, step) || isDispute(line, group, groups, step)) continue;
    if (isMereOccasion(line, group, groups, action)) continue;
    const told = reliefSideAbroad(group, groups, step);
    if (told !== null) addCodes(told === 'imposer' ? roles.imposers : roles.targets, group);
    else if (group === plaint?.against) addCodes(roles.imposers, group);
    else if (group === plaint?.by) addCodes(roles.targets, group);
    else if (sides?.by != null && isSame(group, sides.by)) addCodes(roles.imposers, group);
    else if (sides !== null && isSame(group, sides.on)) addCodes(roles.targets, group);
    else if (sides !== null && isOfDemand(line, group)) continue;
    else if (group === speaker || isTellingOffice(line, group, groups))
      addCodes(roles.imposers, group);
    else if (step !== null && announcesThat(line, group, step)) addCodes(roles.imposers, group);
    else if (step !== null && isToldAbroad(line, group, groups, step, roles)) continue;
    else if (isSpeaker(line, group, groups, step) || isReacting(line, group, groups, step))
      addCodes(roles.targets, group);
    else if (step !== null && isBearer(line, group, groups, step)) addCodes(roles.targets, group);
    else if (isCompanion(line, group)) {
      if (step !== null && bearsWith(line, group, groups, step)) addCodes(roles.targets, group);
    } else if (step !== null && isDoneTo(line, group, groups, step)) addCodes(roles.targets, group);
    else if (step !== null && isDoer(line, group, groups, step)) addCodes(roles.imposers, group);
    else if (isOfResidents(line, group) || isOfCourt(line, group.from))
      addCodes(roles.imposers, group);
    else if (step !== null && isAnnouncer(line, group, step)) addCodes(roles.imposers, group);
    else if (
      isSparingStep(step)
        ? isSparedBeside(line, group, leadAction)
        : !isDealer(group, step) && isSpared(line, group, action)
    )
      addCodes(roles.exempted, group);
    else assign(line, group, groups, step, group === subject, roles);
  }
  if (step !== null) turnMarkets(line, groups, roles);
  const isAnswer = step?.family === 'retaliate' && line.lang !== 'en';
  if (isAnswer || (action !== undefined && ANSWERS.has(action))) turnAnswered(line, groups, roles);
  if (step !== null) addAnsweredTopic(line, step, roles);
  if (action === 'exemption-sought') clearAskers(roles);
  return roles;
}

// Who answers is told by other rules: the tariff that is answered has its own two sides.
function sidesOf(
  line: Line,
  groups: readonly PlaceGroup[],
  action: Action | undefined,
): ReturnType<typeof toldSides> {
  if (action !== undefined && ANSWERS.has(action)) return threatened(line, groups);
  const answered = action === 'threatened' ? answeredAfter(line, groups) : null;
  if (answered !== null) return answered;
  return groups === partiesOf(line) ? sidesOfParties(line) : toldSides(line, groups);
}

const THREATENS = /^threaten/;

// "threatens Peru with retaliation over steel tariffs".
function threatened(
  line: Line,
  groups: readonly PlaceGroup[],
): { readonly by: PlaceGroup; readonly on: PlaceGroup } | null {
  if (line.lang !== 'en') return null;
  const on = groups.find(
    ({ from, to }) => THREATENS.test(wordBefore(line, from)) && tokenText(line, to) === 'with',
  );
  const by = on === undefined ? undefined : firstBefore(groups, on.from, on);
  return on === undefined || by === undefined ? null : { by, on };
}

const sidesOfParties = oncePerLine((line) => toldSides(line, partiesOf(line)));

function isSame(group: PlaceGroup, side: PlaceGroup): boolean {
  return group.codes.length === 1 && group.codes[0] === side.codes[0];
}

const ACTING: ReadonlySet<string> = new Set(['bare', 'subject', 'origin']);
const GOING_ON: ReadonlySet<string> = new Set([',', 'and', 'but']);

// "Norway says fish was dumped, sets a duty": whoever speaks acts as well where the verb goes on without a subject.
function speakerWhoActs(
  groups: readonly PlaceGroup[],
  line: Line,
  step: Step | null,
): PlaceGroup | undefined {
  const first = groups[0];
  if (line.lang !== 'en' || step === null || first === undefined || first.from > 1)
    return undefined;
  if (!ACTING.has(first.role) || !GOING_ON.has(tokenText(line, step.verb.from - 1)))
    return undefined;
  const isPassive = isPassiveFor(step);
  return !isPassive && means(hitFrom(line, first.to), 'saying') ? first : undefined;
}

// The last bare group before the verb, in the same clause, is its subject.
function subjectGroup(
  line: Line,
  groups: readonly PlaceGroup[],
  step: Step | null,
): PlaceGroup | undefined {
  const explicit = groups.find((group) => group.role === 'subject');
  if (explicit !== undefined) return explicit;
  if (step === null) return undefined;
  // "a call with Trump that paused tariffs": the word before "that" acts.
  const isRelative = RELATIVE.has(tokenText(line, step.verb.from - 1));
  const antecedent = groups.find((group) => group.to === step.verb.from - 1);
  if (isRelative && antecedent !== undefined) return antecedent;
  const before = groups.filter(
    (group) =>
      group.to <= step.verb.from &&
      (group.role === 'bare' ||
        (group.role === 'origin' && isGainer(step)) ||
        group.role === 'owner') &&
      !isParted(line, endOfLeaders(line, group, groups), step.verb.from) &&
      !isAnswered(line, group, groups) &&
      !isRefused(group, step) &&
      !isSpeaker(line, group, groups, step) &&
      !isAnnouncer(line, group, step),
  );
  const behind = before.length === 0 ? subjectBehind(line, groups, step) : undefined;
  if (behind !== undefined) return behind;
  const bare = before.filter(
    (group) =>
      group.role === 'bare' &&
      !isDoneTo(line, group, groups, step) &&
      !isThreatenedDirectly(line, group),
  );
  const isRequest = step.action === 'exemption-sought';
  // Who asks stands first; who acts stands next to the verb.
  const authority = isGainer(step) || isPassiveFor(step) ? [] : bare.filter(isAuthority);
  const actor = firstLeader(line, authority) ?? authority.at(-1);
  return (isRequest ? bare[0] : (actor ?? bare.at(-1))) ?? before.at(-1);
}

// "answers Trump with a 25% levy", "tells the EU to buy oil": right behind a verb of another's stands whom it is done to.
function isAnswered(line: Line, group: PlaceGroup, groups: readonly PlaceGroup[]): boolean {
  return (
    (ANSWERING.has(tokenText(line, group.from - 1)) ||
      means(hitBefore(line, group.from), 'saying', 'tell')) &&
    groups.some((other) => other.to === group.from - 1 && other.role === 'bare')
  );
}

const ANSWERING: ReadonlySet<string> = new Set(
  'answers answered answering hits defies snubs punishes pays fights counters rebuffs follows'.split(
    ' ',
  ),
);

const RELATIVE: ReadonlySet<string> = new Set(['that', 'which', 'who']);

// "Peru, Chile sign deals keeping 15% tariffs": whoever bargains is not left out by what the bargain keeps.
function isDealer(group: PlaceGroup, step: Step | null): boolean {
  return step !== null && step.about === 'deal' && group.to <= step.verb.from;
}

// "considers exempting Indian steel": whom the step itself is about.
function isSparingStep(step: Step | null): boolean {
  if (step?.family === 'exempt' || step?.family === 'propose') return true;
  return step?.about === 'relief' && step.family === 'grant';
}
