// In: the leading step and the sentences of an item. Out: who imposes, who is hit, who is spared by name.
// The publisher's country never becomes the imposer.
import type { JurisdictionCode } from '../domain/jurisdiction.ts';
import type { Action, Fact } from '../domain/reading.ts';
import { EU_MEMBERS, isMember } from '../reference/memberships.ts';
import type { Step } from './find-steps.ts';
import { addAll, type Found, implyByLaw, implyImposer, RELIEF } from './imply-imposer.ts';
import { isAuthority, type LineRoles, lineRoles } from './line-roles.ts';
import { addListedCountries } from './listed-countries.ts';
import { placeGroups } from './read-places.ts';
import { evidenceOf, type Line, lineHas, type Scene } from './scene.ts';

export type Roles = {
  readonly imposers: readonly Fact<JurisdictionCode>[];
  readonly targets: readonly Fact<JurisdictionCode>[];
  readonly exempted: readonly Fact<JurisdictionCode>[];
};

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
  if (imposers.size === 0) implyByLaw(scene, lead, imposers, targets);
  // "on steel imports from all countries": the countries that the text names lose an exemption, or are examples.
  const isWorldwide = targets.size === 1 && targets.has('WORLD');
  for (const line of scene.lines) {
    if (line === lead.line) continue;
    const step = steps.find((candidate) => candidate.line === line);
    if (step === undefined && lineHas(line, 'verb', 'keep')) continue;
    const roles = lineRoles(line, step ?? null, lead.action);
    addAll(exempted, roles.exempted, line, 'role:spared');
    const isSameImposer =
      roles.imposers.size === 0 ||
      imposers.size === 0 ||
      [...roles.imposers].some((code) => imposers.has(code));
    if (!isSameImposer || step?.isBackground === true) continue;
    if (imposers.size === 0 && isAnswered(lead, roles, targets)) {
      addAll(imposers, roles.targets, line, 'role:who-answers');
      continue;
    }
    if (imposers.size === 0) addAll(imposers, roles.imposers, line, 'role:other-sentence');
    const isNear = line.index <= 2 || !namesGoods(scene);
    if (isWorldwide) continue;
    const mayName = step !== undefined || (targets.size === 0 && speaksOfTariffs(line));
    if (isNear && mayName) addAll(targets, roles.targets, line, 'role:other-sentence');
  }
  addListedCountries(scene, lead, imposers, exempted, targets);
  dropMembers(scene, leadRoles.targets, targets);
  if (isAmericanNotice(scene)) turnOwners(imposers, targets);
  if (imposers.size === 0) implyImposer(scene, lead, imposers, targets);
  const isDeal = lead.action === 'deal-reached' || (imposers.size > 1 && isMutual(scene, lead));
  const isTwoSided = isDeal && balanceDeal(scene, lead, steps, imposers, targets);
  for (const code of exempted.keys()) {
    if (!RELIEF.has(lead.action) && !leadRoles.targets.has(code)) targets.delete(code);
  }
  if (!isTwoSided && !isMutual(scene, lead)) partSides(imposers, targets);
  if (targets.size === 0) addOtherSide(scene, lead, imposers, exempted, targets);
  if (targets.size === 0) addNoticeCountry(scene, lead, imposers, exempted, targets);
  if (targets.size === 0) addEachOther(lead, imposers, targets);
  if (targets.size === 0) addCompanion(lead, imposers, exempted, targets);
  if (targets.size > 1) targets.delete('WORLD');
  return {
    imposers: [...imposers.values()],
    targets: [...targets.values()],
    exempted: [...exempted.values()].filter((fact) => !targets.has(fact.value)),
  };
}

// "countermeasures against the US" / "The US imposed tariffs on Canada": whom the other side hit is who answers.
function isAnswered(lead: Step, roles: LineRoles, targets: Found): boolean {
  if (lead.object.meanings.get('tariff')?.includes('retaliation') !== true) return false;
  const hit = [...roles.targets];
  return (
    roles.imposers.size > 0 &&
    [...roles.imposers].every((code) => targets.has(code)) &&
    hit.length > 0 &&
    hit.every((code) => code !== 'WORLD' && !targets.has(code))
  );
}

const SPEAKING = [
  'tariff',
  'percent',
  'goods',
  'probe',
  'relief',
  'quota',
  'deal',
  'verb',
] as const;

// "Manila's lobby called it devastating": a sentence without any word of the matter names nobody who is hit.
function speaksOfTariffs(line: Line): boolean {
  return SPEAKING.some((name) => line.classes.has(name));
}

// "EU dairy ... including French cheese": where the bloc is hit, its members are examples.
function dropMembers(scene: Scene, told: ReadonlySet<string>, targets: Found): void {
  if (!told.has('EU')) return;
  const day = scene.publishedOn ?? NO_DAY;
  const members = [...targets.keys()].filter((code) => isMember(code, EU_MEMBERS, day));
  // "eight European countries": a list of them says which ones.
  if (members.length >= LISTED_MEMBERS) targets.delete('EU');
  else for (const code of members) if (!told.has(code)) targets.delete(code);
}

const LISTED_MEMBERS = 3;

/** Members are asked for on a day; without one, on a day when all of today's had joined. */
const NO_DAY = '2021-01-01';

const AMERICAN_NOTICE = /^(?:CSMS|Fact Sheet: President)\b/i;

function isAmericanNotice(scene: Scene): boolean {
  return scene.title !== null && AMERICAN_NOTICE.test(scene.title.raw.slice(scene.title.start));
}

// "CSMS: GUIDANCE: Brazil Additional Duties": in the notices of one state's customs another country is never the imposer.
function turnOwners(imposers: Found, targets: Found): void {
  for (const [code, fact] of [...imposers]) {
    if (code === 'US') continue;
    imposers.delete(code);
    if (!targets.has(code)) targets.set(code, fact);
  }
}

// "Modifying Duties Addressing the Opioid Supply Chain in China": the one foreign country that the title of an act names.
function addNoticeCountry(
  scene: Scene,
  lead: Step,
  imposers: Found,
  exempted: Found,
  targets: Found,
): void {
  const title = scene.title;
  if (title === null || !title.classes.has('notice') || RELIEF.has(lead.action)) return;
  const codes = placeGroups(title)
    .filter((group) => !isAuthority(group))
    .flatMap((group) => group.codes)
    .filter((code) => !imposers.has(code) && !exempted.has(code) && code !== 'US');
  if (new Set(codes).size === 1) addAll(targets, codes, title, 'role:named-by-notice');
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

const EASING: ReadonlySet<Action> = new Set(['reduced', 'suspended', 'delayed', 'removed']);

// "US, China agree to slash tariffs": two that ease together ease on each other.
function addEachOther(lead: Step, imposers: Found, targets: Found): void {
  if (!EASING.has(lead.action) || imposers.size !== 2) return;
  const isJoint = placeGroups(lead.line).some(
    (group) => group.codes.length === 2 && group.codes.every((code) => imposers.has(code)),
  );
  if (!isJoint) return;
  for (const [code, fact] of imposers) targets.set(code, fact);
}

// "withdraws from its deal with Mexico, imposing a duty": the other party where nobody else is named.
function addCompanion(lead: Step, imposers: Found, exempted: Found, targets: Found): void {
  if (lead.about !== 'tariff') return;
  const companion = placeGroups(lead.line).find(
    (group) => group.preposition === 'with' && !isAuthority(group),
  );
  if (companion === undefined || !lineHas(lead.line, 'deal')) return;
  const codes = companion.codes.filter((code) => !imposers.has(code) && !exempted.has(code));
  addAll(targets, codes, lead.line, 'role:other-party');
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

const MUTUAL = /\b(?:both|mutual|each other|joint statement on tariffs|two sides|commit)\b/i;

function isMutual(scene: Scene, lead: Step): boolean {
  return (
    (lead.action === 'deal-reached' || lead.action === 'suspended') &&
    scene.lines.some((line) => MUTUAL.test(line.raw.slice(line.start, line.end).slice(0, 400)))
  );
}

// Both parties of a deal are named side by side; whoever binds itself alone is told apart only by the text.
function balanceDeal(
  scene: Scene,
  lead: Step,
  steps: readonly Step[],
  imposers: Found,
  targets: Found,
): boolean {
  const parties = [...new Set([...imposers.keys(), ...targets.keys()])].filter(
    (code) => code !== 'WORLD',
  );
  const evidence = evidenceOf(lead.line, 'role:parties-of-a-deal');
  // Between two others than the United States both sides give; what it agrees to is what it charges.
  const isEven = parties.length === 2 && !parties.includes('US') && lead.action === 'deal-reached';
  if (isMutual(scene, lead) || (isEven && !isOneSided(lead, steps))) {
    for (const code of parties) {
      imposers.set(code, { value: code, evidence });
      targets.set(code, { value: code, evidence });
    }
    return true;
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
  return false;
}

// "India and EU conclude deal, India to slash car tariffs": the headline says who gives.
function isOneSided(lead: Step, steps: readonly Step[]): boolean {
  return steps.some(
    (step) =>
      step.line === lead.line &&
      step.line.isTitle &&
      step.about === 'tariff' &&
      step.action !== 'deal-reached' &&
      lineRoles(step.line, step).imposers.size === 1,
  );
}

function namesGoods(scene: Scene): boolean {
  return scene.title !== null && lineHas(scene.title, 'product');
}
