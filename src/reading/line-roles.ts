// In: a sentence and the step it tells. Out: who imposes, who is hit and who is spared in it.
// What several sentences say together is put together in read-roles.ts.
import type { Action } from '../domain/reading.ts';
import { isAnsweredBy, isInAnsweredMeasure } from './answered-measure.ts';
import {
  CAUSES,
  isComingFrom,
  isConditional,
  isLevying,
  isRefused,
  isTopic,
  isWithParty,
} from './beside-step.ts';
import { marketsOf } from './find-market.ts';
import type { Step } from './find-steps.ts';
import { RELIEF } from './imply-imposer.ts';
import { type PlaceGroup, placeGroups } from './read-places.ts';
import { hitsOf, isParted, type Line, lineHas, tokenText } from './scene.ts';
import { isGainer, isGaining, isHitDirectly, isPassiveFor, isSpeaker } from './who-bears.ts';

/** Roles of the countries in one sentence. */
export type LineRoles = { imposers: Set<string>; targets: Set<string>; exempted: Set<string> };

/** Reads one sentence; without a step of its own it goes by `leadAction`. */
export function lineRoles(line: Line, step: Step | null, leadAction?: Action): LineRoles {
  const roles: LineRoles = { imposers: new Set(), targets: new Set(), exempted: new Set() };
  const groups = placeGroups(line);
  if (groups.length === 0) return roles;
  const action = step?.action ?? leadAction;
  const subject = subjectGroup(line, groups, step);
  for (const group of groups) {
    if (isConditional(line, group, step)) continue;
    if (isSpeaker(line, group, groups)) addCodes(roles.targets, group);
    else if (isSpared(line, group, action)) addCodes(roles.exempted, group);
    else assign(line, group, groups, step, group === subject, roles);
  }
  if (step !== null) turnMarkets(line, groups, roles);
  return roles;
}

// Where goods are sold is who lays the duty, and nobody whom it hits.
function turnMarkets(line: Line, groups: readonly PlaceGroup[], roles: LineRoles): void {
  const codes = marketsOf(line, groups)
    .flatMap((group) => group.codes)
    .filter((code) => code !== 'WORLD');
  for (const code of codes) {
    roles.targets.delete(code);
    if (roles.imposers.size === 0) roles.imposers.add(code);
  }
}

function addCodes(set: Set<string>, group: PlaceGroup): void {
  for (const code of group.codes) set.add(code);
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
      !isParted(line, group.to, step.verb.from) &&
      !isSpeaker(line, group, groups),
  );
  if (before.length === 0 && VERB_FIRST.has(line.lang)) {
    // "Aplicará México a China aranceles".
    const behind = groups.find((group) => group.from === step.verb.to && group.role === 'bare');
    if (behind !== undefined && groups.length > 1) return behind;
  }
  const bare = before.filter((group) => group.role === 'bare');
  const isRequest = step.action === 'exemption-sought';
  // Who asks stands first; who acts stands next to the verb.
  const authority = isGainer(step) ? [] : bare.filter(isAuthority);
  return (
    (isRequest ? bare[0] : (authority[authority.length - 1] ?? bare[bare.length - 1])) ??
    before[before.length - 1]
  );
}

const VERB_FIRST: ReadonlySet<string> = new Set(['es', 'pt', 'it', 'ar']);
const RELATIVE: ReadonlySet<string> = new Set(['that', 'which', 'who']);

function assign(
  line: Line,
  group: PlaceGroup,
  groups: readonly PlaceGroup[],
  step: Step | null,
  isSubject: boolean,
  roles: LineRoles,
): void {
  if (group.codes.includes('WORLD')) {
    roles.targets.add('WORLD');
    return;
  }
  if (group.isPair) {
    assignPair(group, roles);
    return;
  }
  if (step !== null && isInAnsweredMeasure(line, group)) {
    addCodes(group.role === 'owner' ? roles.targets : roles.imposers, group);
    return;
  }
  const isRequest = step?.action === 'exemption-sought';
  switch (group.role) {
    case 'owner': {
      if (isTopic(line, group, step)) {
        if (step?.family === 'retaliate') addCodes(roles.targets, group);
        return;
      }
      if (
        isRefused(group, step) ||
        isAnsweredBy(step, group) ||
        isTargetBeforeTariff(line, group, groups, step)
      )
        addCodes(roles.targets, group);
      else addCodes(roles.imposers, group);
      return;
    }
    case 'agent':
      addCodes(roles.imposers, group);
      return;
    case 'into':
      addCodes(step?.about === 'probe' ? roles.targets : roles.imposers, group);
      return;
    case 'origin':
      // "a tariff on Indian goods over Russian oil": the cause is not hit.
      if (CAUSES.has(group.preposition) && roles.targets.size > 0 && isLevying(step)) return;
      addCodes(roles.targets, group);
      return;
    case 'object':
      if (isAuthority(group) && AGAINST.has(group.preposition)) return;
      if (group.preposition === 'with' && !isAuthority(group) && !isWithParty(line, group, step))
        return;
      if (step?.family === 'retaliate' && group.from >= step.verb.to)
        addCodes(roles.targets, group);
      else if (isGiver(group, step, isRequest)) addCodes(roles.imposers, group);
      else if (group.preposition === 'to' && !isAppliedTo(line, group)) return;
      else if (step === null && isComingFrom(line, group)) return;
      else if (
        group.preposition === 'from' ||
        lineHas(line, 'relief') ||
        step !== null ||
        lineHas(line, 'tariff') ||
        (group.preposition === 'for' && lineHas(line, 'percent'))
      )
        addCodes(roles.targets, group);
      return;
    case 'place':
      return;
    case 'subject':
    case 'bare':
      assignBare(line, group, step, isSubject, isRequest, roles);
  }
}

const AGAINST: ReadonlySet<string> = new Set(['on', 'against']);

/** True when every name of the group is a person or an office, not a country. */
export function isAuthority(group: PlaceGroup): boolean {
  return group.kinds.every((kind) => kind === 'leader' || kind === 'government');
}

function isAppliedTo(line: Line, group: PlaceGroup): boolean {
  return /\b(?:appl|extend|refer)\w*\s+(?:\w+\s+)?to\b/i.test(
    line.raw.slice(
      line.tokens[Math.max(0, group.from - 4)]?.start ?? 0,
      line.tokens[group.from]?.start,
    ),
  );
}

// "US-China deal", "US-EU framework": the parties of one arrangement.
function assignPair(group: PlaceGroup, roles: LineRoles): void {
  const imposer = group.codes.includes('US') ? 'US' : (group.codes[0] ?? '');
  roles.imposers.add(imposer);
  for (const code of group.codes) if (code !== imposer) roles.targets.add(code);
}

// Behind "to", "from", "with" stands who is asked or who grants; an authority is never the one hit.
function isGiver(group: PlaceGroup, step: Step | null, isRequest: boolean): boolean {
  if (isAuthority(group)) return true;
  if (group.kinds.every((kind) => kind === 'demonym')) return false;
  if (isRequest) return group.preposition !== 'for' && group.preposition !== 'of';
  const isGained =
    step !== null && (step.about === 'relief' || step.family === 'gain') && isGainer(step);
  return isGained && (group.preposition === 'with' || group.preposition === 'from');
}

const FIGURED = ['percent', 'tariff'] as const;

function assignBare(
  line: Line,
  group: PlaceGroup,
  step: Step | null,
  isSubject: boolean,
  isRequest: boolean,
  roles: LineRoles,
): void {
  if (step === null) {
    if (isGaining(line, group) && FIGURED.some((name) => line.classes.has(name))) {
      addCodes(roles.targets, group);
    }
    return;
  }
  if (group.from < step.verb.from && isGaining(line, group)) {
    addCodes(roles.targets, group);
    return;
  }
  if (isSubject) {
    addCodes(isRequest || isPassiveFor(step) ? roles.targets : roles.imposers, group);
    return;
  }
  if (isHitDirectly(line, group)) {
    addCodes(roles.targets, group);
    return;
  }
  // "asks Washington to spare": whoever stands between the asker and the verb is asked.
  if (group.from < step.verb.to) {
    if (isRequest && step.verb.from - group.to <= 3) addCodes(roles.imposers, group);
    return;
  }
  if (group.from - step.verb.to > 3 || (isAuthority(group) && !isRequest)) return;
  // "exempts Australia", "hits Canada with".
  if (isRequest && step.family === 'seek') addCodes(roles.imposers, group);
  else addCodes(roles.targets, group);
}

// "Trump delays Canada tariffs": a country between an imposer and the tariff noun is the one hit.
function isTargetBeforeTariff(
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
  if (group.isPossessive && (isAuthority(group) || !hasActorBefore(group, groups))) return false;
  // "reprieve from Canada and Mexico tariffs": several countries named without "US" are those hit.
  if (group.codes.length > 1 && !group.codes.includes('US') && groups.length === 1) return true;
  const isByGainer = step !== null && (step.action === 'exemption-sought' || isGainer(step));
  if (step !== null && RELIEF.has(step.action) && isByGainer) return false;
  if (group.kinds.some((kind) => kind === 'leader' || kind === 'government')) return false;
  return groups.some(
    (other) =>
      other !== group &&
      other.to <= group.from &&
      !isGaining(line, other) &&
      !isSpeaker(line, other, groups) &&
      (other.role === 'bare' || other.role === 'subject' || other.role === 'owner') &&
      !other.codes.every((code) => group.codes.includes(code)) &&
      (step === null || step.action !== 'exemption-sought'),
  );
}

function hasActorBefore(group: PlaceGroup, groups: readonly PlaceGroup[]): boolean {
  return groups.some(
    (other) => other.to <= group.from && other.role === 'bare' && isAuthority(other),
  );
}

// "except Canada", "sparing aircraft", "Norway and Iceland are exempted".
function isSpared(line: Line, group: PlaceGroup, action: Action | undefined): boolean {
  if (action !== undefined && RELIEF.has(action)) return false;
  return hitsOf(line, 'except').some((hit) => {
    if (hit.to <= group.from)
      return group.from - hit.to <= 24 && !isParted(line, hit.to, group.from);
    return hit.from >= group.to && hit.from - group.to <= 3 && group.role === 'bare';
  });
}
