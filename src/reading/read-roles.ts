// In: the leading step and the sentences of an item. Out: who imposes, who is hit, who is spared by name.
// The publisher's country never becomes the imposer.
import type { JurisdictionCode } from '../domain/jurisdiction.ts';
import type { Action, Fact } from '../domain/reading.ts';
import type { Step } from './find-steps.ts';
import { type PlaceGroup, placeGroups } from './read-places.ts';
import { evidenceOf, isParted, type Line, lineHas, means, type Scene, tokenText } from './scene.ts';

export type Roles = {
  readonly imposers: readonly Fact<JurisdictionCode>[];
  readonly targets: readonly Fact<JurisdictionCode>[];
  readonly exempted: readonly Fact<JurisdictionCode>[];
};

type LineRoles = { imposers: Set<string>; targets: Set<string>; exempted: Set<string> };
type Found = Map<JurisdictionCode, Fact<JurisdictionCode>>;

/** Roles of the leading step, completed from the other sentences that speak of the same imposer. */
export function readRoles(scene: Scene, lead: Step, steps: readonly Step[]): Roles {
  const imposers: Found = new Map();
  const targets: Found = new Map();
  const exempted: Found = new Map();
  const leadRoles = lineRoles(lead.line, lead);
  addAll(imposers, leadRoles.imposers, lead.line, 'role:leading-sentence');
  addAll(targets, leadRoles.targets, lead.line, 'role:leading-sentence');
  addAll(exempted, leadRoles.exempted, lead.line, 'role:spared');
  for (const step of imposers.size === 0 ? steps : []) {
    if (step.line !== lead.line || step === lead || step.isBackground) continue;
    const actors = lineRoles(step.line, step).imposers;
    for (const code of targets.keys()) actors.delete(code);
    addAll(imposers, actors, step.line, 'role:other-verb');
  }
  for (const line of scene.lines) {
    if (line === lead.line) continue;
    const step = steps.find((candidate) => candidate.line === line);
    const roles = lineRoles(line, step ?? null, lead.action);
    addAll(exempted, roles.exempted, line, 'role:spared');
    const isSameImposer =
      roles.imposers.size === 0 ||
      imposers.size === 0 ||
      [...roles.imposers].some((code) => imposers.has(code));
    if (!isSameImposer || step?.isBackground === true) continue;
    if (imposers.size === 0) addAll(imposers, roles.imposers, line, 'role:other-sentence');
    const isNear = line.index <= 2 || !namesGoods(scene);
    if (isNear && (step !== undefined || targets.size === 0)) {
      addAll(targets, roles.targets, line, 'role:other-sentence');
    }
  }
  if (imposers.size === 0) implyImposer(scene, lead, imposers, targets);
  const isDeal = lead.action === 'deal-reached' || (imposers.size > 1 && isMutual(scene, lead));
  if (isDeal) balanceDeal(scene, lead, imposers, targets);
  for (const code of exempted.keys()) if (!RELIEF.has(lead.action)) targets.delete(code);
  if (!isMutual(scene, lead)) partSides(imposers, targets);
  if (targets.size === 0) addOtherSide(scene, lead, imposers, exempted, targets);
  if (targets.size > 1) targets.delete('WORLD');
  return {
    imposers: [...imposers.values()],
    targets: [...targets.values()],
    exempted: [...exempted.values()].filter((fact) => !targets.has(fact.value)),
  };
}

// Nobody hits himself: who stands on both sides is the one hit when somebody else imposes.
function partSides(imposers: Found, targets: Found): void {
  for (const code of [...imposers.keys()]) {
    if (!targets.has(code)) continue;
    const isOtherLeft = [...imposers.keys()].some((other) => other !== code && !targets.has(other));
    if (isOtherLeft) imposers.delete(code);
    else targets.delete(code);
  }
}

const TWO_SIDED: ReadonlySet<Action> = new Set([
  'delayed',
  'suspended',
  'exempted',
  'increased',
  'reduced',
]);

// "Mexico's president details the call with Trump that paused tariffs": the other country of the title is the one hit.
function addOtherSide(
  scene: Scene,
  lead: Step,
  imposers: Found,
  exempted: Found,
  targets: Found,
): void {
  if (!TWO_SIDED.has(lead.action) || scene.title === null || imposers.size === 0) return;
  if (lineHas(scene.title, 'product') && lead.action !== 'exempted') return;
  for (const group of placeGroups(scene.title)) {
    if (group.role === 'place' || group.codes.includes('WORLD') || isAuthority(group)) continue;
    const codes = group.codes.filter((code) => !imposers.has(code) && !exempted.has(code));
    addAll(targets, codes, scene.title, 'role:other-side-in-title');
  }
}

const RELIEF: ReadonlySet<Action> = new Set([
  'exempted',
  'exemption-sought',
  'exemption-denied',
  'exemption-ended',
]);

function addAll(found: Found, codes: Iterable<string>, line: Line, rule: string): void {
  for (const code of codes) {
    if (!found.has(code)) found.set(code, { value: code, evidence: evidenceOf(line, rule) });
  }
}

function lineRoles(line: Line, step: Step | null, leadAction?: Action): LineRoles {
  const roles: LineRoles = { imposers: new Set(), targets: new Set(), exempted: new Set() };
  const groups = placeGroups(line);
  const action = step?.action ?? leadAction;
  const subject = subjectGroup(line, groups, step);
  for (const group of groups) {
    if (isSpared(line, group, action)) addCodes(roles.exempted, group);
    else assign(line, group, groups, step, group === subject, roles);
  }
  return roles;
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
      !isParted(line, group.to, step.verb.from),
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

function isGainer(step: Step): boolean {
  return step.verb.meanings.has('gainer');
}

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
  const isRequest = step?.action === 'exemption-sought';
  switch (group.role) {
    case 'owner': {
      if (isTargetBeforeTariff(group, groups, step)) addCodes(roles.targets, group);
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
      addCodes(roles.targets, group);
      return;
    case 'object':
      if (isAuthority(group) && AGAINST.has(group.preposition)) return;
      if (isGiver(group, step, isRequest)) addCodes(roles.imposers, group);
      else if (group.preposition === 'to' && !isAppliedTo(line, group)) return;
      else if (
        group.preposition === 'from' ||
        lineHas(line, 'relief') ||
        step !== null ||
        lineHas(line, 'tariff')
      )
        addCodes(roles.targets, group);
      return;
    case 'place':
      return;
    case 'subject':
    case 'bare':
      assignBare(group, step, isSubject, isRequest, roles);
  }
}

const AGAINST: ReadonlySet<string> = new Set(['on', 'against']);

function isAuthority(group: PlaceGroup): boolean {
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
  const isGained = step !== null && step.about === 'relief' && isGainer(step);
  return isGained && (group.preposition === 'with' || group.preposition === 'from');
}

function assignBare(
  group: PlaceGroup,
  step: Step | null,
  isSubject: boolean,
  isRequest: boolean,
  roles: LineRoles,
): void {
  if (step === null) return;
  if (isSubject) {
    addCodes(isRequest || isPassiveFor(step) ? roles.targets : roles.imposers, group);
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

function isPassiveFor(step: Step): boolean {
  return isGainer(step) && step.mood !== 'not';
}

// "Trump delays Canada tariffs": a country between an imposer and the tariff noun is the one hit.
function isTargetBeforeTariff(
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
  const isByGainer = step !== null && (step.action === 'exemption-sought' || isGainer(step));
  if (step !== null && RELIEF.has(step.action) && isByGainer) return false;
  if (group.kinds.some((kind) => kind === 'leader' || kind === 'government')) return false;
  return groups.some(
    (other) =>
      other !== group &&
      other.to <= group.from &&
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
  return line.hits.some((hit) => {
    if (!hit.meanings.has('except')) return false;
    if (hit.to <= group.from)
      return group.from - hit.to <= 24 && !isParted(line, hit.to, group.from);
    return (
      hit.from >= group.to &&
      hit.from - group.to <= 3 &&
      means(hit, 'except') &&
      group.role === 'bare'
    );
  });
}

// Laws and authorities that belong to one country name the imposer although no country is written.
function implyImposer(scene: Scene, lead: Step, imposers: Found, targets: Found): void {
  const first = scene.title === null ? undefined : placeGroups(scene.title).find(isFree);
  if (scene.title !== null && first !== undefined && !RELIEF.has(lead.action)) {
    const codes = first.codes.filter((code) => !targets.has(code));
    addAll(imposers, codes, scene.title, 'role:first-in-title');
    if (imposers.size > 0) return;
  }
  for (const kinds of [['leader', 'government'], ['capital']]) {
    for (const line of scene.lines) {
      for (const group of placeGroups(line)) {
        if (!group.kinds.some((kind) => kinds.includes(kind))) continue;
        const codes = group.codes.filter((code) => !targets.has(code));
        if (codes.length === 0) continue;
        addAll(imposers, codes, line, 'role:implied-by-authority');
        return;
      }
    }
  }
  const commission = scene.lines.find((line) =>
    COMMISSION.test(line.raw.slice(line.start, line.end)),
  );
  if (commission !== undefined && !targets.has('EU')) {
    addAll(imposers, ['EU'], commission, 'role:the-commission');
    return;
  }
  const american = scene.lines.find((line) => AMERICAN.test(line.raw.slice(line.start, line.end)));
  if (american !== undefined && !targets.has('US')) {
    addAll(imposers, ['US'], american, 'role:american-law');
    return;
  }
  const named =
    scene.title === null
      ? undefined
      : placeGroups(scene.title).find(
          (group) =>
            group.role === 'bare' &&
            !group.codes.includes('WORLD') &&
            !group.codes.some((code) => targets.has(code)),
        );
  if (scene.title !== null && named !== undefined && !RELIEF.has(lead.action)) {
    addAll(imposers, named.codes, scene.title, 'role:named-in-title');
  }
}

/** With no other authority in the text, "the Commission" is the European one. */
const COMMISSION = /\b(?:The|the|EU) Commission\b|^Commission\b/;
/** Legal forms and words that only the United States uses. */
const AMERICAN =
  /reciprocal tariff|section (?:232|301|201|122|338)\b|executive order|HTSUS|CSMS|presidential proclamation|a proclamation under/i;

function isFree(group: PlaceGroup): boolean {
  return (
    (group.role === 'bare' || group.role === 'subject') &&
    !group.codes.includes('WORLD') &&
    !group.isPair &&
    group.from <= 3
  );
}

function namesGoods(scene: Scene): boolean {
  return scene.title !== null && lineHas(scene.title, 'product');
}

const MUTUAL = /\b(?:both|mutual|each other|joint statement on tariffs|two sides|commit)\b/i;

function isMutual(scene: Scene, lead: Step): boolean {
  return (
    (lead.action === 'deal-reached' || lead.action === 'suspended') &&
    scene.lines.some((line) => MUTUAL.test(line.raw.slice(line.start, line.end).slice(0, 400)))
  );
}

// Both parties of a deal are named side by side; whoever binds itself alone is told apart only by the text.
function balanceDeal(scene: Scene, lead: Step, imposers: Found, targets: Found): void {
  const parties = [...new Set([...imposers.keys(), ...targets.keys()])].filter(
    (code) => code !== 'WORLD',
  );
  const evidence = evidenceOf(lead.line, 'role:parties-of-a-deal');
  if (isMutual(scene, lead)) {
    for (const code of parties) {
      imposers.set(code, { value: code, evidence });
      targets.set(code, { value: code, evidence });
    }
    return;
  }
  if (parties.length === 1) targets.clear();
  for (const code of parties.length === 1 ? parties : [])
    imposers.set(code, { value: code, evidence });
  if (parties.includes('US') && parties.length > 1) {
    imposers.clear();
    targets.clear();
    imposers.set('US', { value: 'US', evidence });
    for (const code of parties) if (code !== 'US') targets.set(code, { value: code, evidence });
  }
}
