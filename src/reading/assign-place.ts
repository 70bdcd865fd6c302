// In: one place of a sentence and the step told there. Out: the role it has: put into the imposers or the targets.
// Which sentence counts, and which of its clauses, is decided in line-roles.ts.
import { isAnsweredBy, isInAnsweredMeasure } from './answered-measure.ts';
import { CAUSES, isComingFrom, isLevying, isRefused, isTopic, isWithParty } from './beside-step.ts';
import type { Step } from './find-steps.ts';
import { RELIEF } from './imply-imposer.ts';
import type { PlaceGroup } from './read-places.ts';
import { type Line, lineHas, tokenText } from './scene.ts';
import {
  isAccepted,
  isGainer,
  isGaining,
  isHitDirectly,
  isPassiveFor,
  isSpeaker,
} from './who-bears.ts';

/** Roles of the countries in one sentence. */
export type LineRoles = { imposers: Set<string>; targets: Set<string>; exempted: Set<string> };

export function addCodes(set: Set<string>, group: PlaceGroup): void {
  for (const code of group.codes) set.add(code);
}

/** Puts the codes of a place where they belong; leaves out a place that takes no part. */
export function assign(
  line: Line,
  group: PlaceGroup,
  groups: readonly PlaceGroup[],
  step: Step | null,
  isSubject: boolean,
  roles: LineRoles,
): void {
  if (group.codes.includes('WORLD')) {
    // "China, India and other countries": the named ones are told, the others are more of them.
    addCodes(roles.targets, group);
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
      else if (group.preposition === 'to' && !isLaidTo(group, step) && !isAppliedTo(line, group))
        return;
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
      assignBare(line, group, groups, step, isSubject, isRequest, roles);
  }
}

const AGAINST: ReadonlySet<string> = new Set(['on', 'against']);

/** True when every name of the group is a person or an office, not a country. */
export function isAuthority(group: PlaceGroup): boolean {
  return group.kinds.every((kind) => kind === 'leader' || kind === 'government');
}

// "anti-dumping duties to Peru's steel": right behind the tariff that is laid.
function isLaidTo(group: PlaceGroup, step: Step | null): boolean {
  return step !== null && isLevying(step) && step.object.to === group.from - 1;
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
  // "accepts 15% tariff in a deal with Oslo".
  if (step !== null && isAccepted(step) && group.preposition === 'with') return true;
  if (isRequest) return group.preposition !== 'for' && group.preposition !== 'of';
  const isGained =
    step !== null && (step.about === 'relief' || step.family === 'gain') && isGainer(step);
  return isGained && (group.preposition === 'with' || group.preposition === 'from');
}

const FIGURED = ['percent', 'tariff'] as const;

function assignBare(
  line: Line,
  group: PlaceGroup,
  groups: readonly PlaceGroup[],
  step: Step | null,
  isSubject: boolean,
  isRequest: boolean,
  roles: LineRoles,
): void {
  if (step === null) {
    // "China, Korea and India are hit": a list needs no figure.
    const isTold = group.codes.length > 1 || FIGURED.some((name) => line.classes.has(name));
    if (isTold && isGaining(line, group)) {
      addCodes(roles.targets, group);
    }
    return;
  }
  if (group.from < step.verb.from && isGaining(line, group)) {
    addCodes(roles.targets, group);
    return;
  }
  if (isSubject) {
    const isHit = isRequest || isPassiveFor(step) || isOthersTariff(line, group, groups, step);
    addCodes(isHit ? roles.targets : roles.imposers, group);
    return;
  }
  if (isHitDirectly(line, group) || isRefused(group, step)) {
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

const WISHING: ReadonlySet<string> = new Set(
  'hopes hope hoping hoped seeks seek seeking sought wants want wanting wanted aims aiming tries trying tried pushes pushing presses pressing bids angles'.split(
    ' ',
  ),
);

// "Taiwan hopes to lower 20% US tariff", "India denied waiver on US tariffs": who wishes for a change of another's tariff,
// or is denied it, is whom it hits.
function isOthersTariff(
  line: Line,
  group: PlaceGroup,
  groups: readonly PlaceGroup[],
  step: Step,
): boolean {
  const isWished = line.tokens
    .slice(group.to, step.verb.to)
    .some((token) => WISHING.has(token.text));
  const isDenied = step.verb.from === group.to && DENIED.has(tokenText(line, step.verb.from));
  if (!isWished && !isDenied) return false;
  return groups.some(
    (other) =>
      other.role === 'owner' &&
      other.from >= step.verb.to &&
      !other.isPossessive &&
      !other.codes.some((code) => group.codes.includes(code)),
  );
}

const DENIED: ReadonlySet<string> = new Set(['denied', 'refused', 'granted', 'offered']);

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
  if (step !== null && groups.some((other) => isOthersTariff(line, other, groups, step)))
    return false;
  const isByGainer = step !== null && (step.action === 'exemption-sought' || isGainer(step));
  if (step !== null && RELIEF.has(step.action) && isByGainer) return false;
  if (group.kinds.some((kind) => kind === 'leader' || kind === 'government')) return false;
  return groups.some(
    (other) =>
      other !== group &&
      other.to <= group.from &&
      !isGaining(line, other) &&
      !isSpeaker(line, other, groups, step) &&
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
