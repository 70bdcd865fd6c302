// In: the leading step and the sentences of an item. Out: who imposes, who is hit, who is spared by name.
// The publisher's country never becomes the imposer.
import type { JurisdictionCode } from '../../domain/jurisdiction.ts';
import type { Fact } from '../../domain/reading.ts';
import { isAuthority, placeGroups } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { CHARACTERS } from '../steps/read-mood.ts';
import { type Line, type Scene, tokenText } from '../words/scene.ts';
import { addAsked, addCharged, addOpener, addSufferer } from './affected-party.ts';
import { addAlsoCharged } from './also-charged.ts';
import { addAnswered } from './answered-in-text.ts';
import type { LineRoles } from './assign-place.ts';
import { rolesOfBargain } from './bargained-sides.ts';
import { dropNamedBesideBloc, isCommonTariff, settleCommonTariff } from './bloc-acts.ts';
import { addBothActing, addBothOrigins } from './both-act.ts';
import { addBothGiving } from './both-give-abroad.ts';
import { turnBearer } from './called-after-bearer.ts';
import { balanceDeal, isBargain, isMutual } from './deal-parties.ts';
import {
  addCompanion,
  addEachOther,
  addOriginOfDeal,
  addPartners,
  addReturned,
} from './deal-partners.ts';
import { addAll, type Found, type Parties } from './found.ts';
import { addRatedSellers, addRegion } from './hit-sellers.ts';
import { addHomeState } from './home-state.ts';
import { implyByCommission, implyByLaw, implyImposer, RELIEF } from './imply-imposer.ts';
import { addJointEasing } from './joint-easing.ts';
import { lineRoles } from './line-roles.ts';
import { addRestOfList } from './list-goes-on.ts';
import { addListedAtLast } from './listed-at-last.ts';
import { addListedCountries } from './listed-countries.ts';
import { dropMembers, dropOwnMembers } from './members-hit.ts';
import { dropMereOwners, dropOwnersOfOther } from './mere-owners.ts';
import { rolesByName, rolesByText, rolesByTitle } from './named-after-bearer.ts';
import { addNoticeCountry, turnCircumventing } from './named-by-notice.ts';
import { withoutOtherMeasures } from './other-matter.ts';
import { completeFromLines } from './other-sentences.ts';
import { addOtherSide } from './other-side.ts';
import { isByUnnamedState, NOBODY, withoutOthers } from './others-tariff.ts';
import { addProbedAbroad } from './probed-abroad.ts';
import { implyAbroad } from './roles-abroad.ts';
import { addSparedAsWell } from './spared-as-well.ts';
import { addCallingOffice, addTeller } from './told-by-teller.ts';
import { addBearersInText } from './told-of-measure.ts';
import { addProbed } from './whom-probed.ts';
import { addWisherInTitle } from './wished-sides.ts';
import { settleWorld } from './world-beside.ts';

export type Roles = {
  readonly imposers: readonly Fact<JurisdictionCode>[];
  readonly targets: readonly Fact<JurisdictionCode>[];
  readonly exempted: readonly Fact<JurisdictionCode>[];
};

/** Roles of the leading step, completed from the other sentences that speak of the same imposer. */
export function readRoles(item: Scene, lead: Step, steps: readonly Step[]): Roles {
  const isUnnamed = isByUnnamedState(item, lead);
  const scene = isUnnamed ? withoutOthers(item, lead, NOBODY) : item;
  const imposers: Found = new Map();
  const targets: Found = new Map();
  const exempted: Found = new Map();
  const leadRoles = rolesOfLead(scene, lead, steps);
  addAll(imposers, leadRoles.imposers, lead.line, 'role:leading-sentence');
  addAll(targets, leadRoles.targets, lead.line, 'role:leading-sentence');
  addAll(exempted, leadRoles.exempted, lead.line, 'role:spared');
  addProbed(scene, lead, imposers, targets);
  addProbedAbroad(scene, lead, imposers, targets);
  for (const step of imposers.size === 0 ? steps : []) {
    if (step.line !== lead.line || step === lead || step.isBackground) continue;
    if (isReply(step, lead) && targets.size > 0) continue;
    const actors = lineRoles(step.line, step).imposers;
    for (const code of targets.keys()) actors.delete(code);
    addAll(imposers, actors, step.line, 'role:other-verb');
  }
  if (imposers.size === 0) addCallingOffice(lead, imposers, targets);
  // "will pay the full 25%, the White House said".
  if (imposers.size === 0 && targets.size > 0) addTeller(lead, imposers, targets);
  if (imposers.size === 0) implyByLaw(scene, lead, imposers, targets);
  if (imposers.size === 0) implyByCommission(scene, lead, imposers, targets);
  completeFromLines(scene, lead, steps, { imposers, targets, exempted }, leadRoles);
  completeLists(scene, lead, { imposers, targets, exempted });
  dropMembers(scene, lead, leadRoles.targets, targets);
  if (isAmericanNotice(scene) || isAmericanPreference(lead)) turnOwners(imposers, targets);
  if (imposers.size === 0) addCharged(lead, imposers, targets);
  if (imposers.size === 0) implyImposer(scene, lead, imposers, targets);
  if (imposers.size === 0) implyAbroad(scene, lead, imposers, targets);
  if (isUnnamed) dropOwnersOfOther(lead, imposers);
  addHomeState(item, lead, { imposers, targets, exempted });
  turnBearer(scene, lead, { imposers, targets, exempted });
  dropNamedBesideBloc(lead, { imposers, targets, exempted });
  const isTwoSided = bindsBoth(scene, lead, steps, { imposers, targets, exempted });
  for (const code of exempted.keys()) {
    if (!RELIEF.has(lead.action) && !leadRoles.targets.has(code)) targets.delete(code);
  }
  if (!isTwoSided && !isMutual(scene, lead)) partSides(imposers, targets);
  if (imposers.has('EU')) dropOwnMembers(scene, targets);
  if (!isTwoSided) dropMereOwners(scene, lead, imposers, targets);
  const own = isTwoSided ? scene : withoutOthers(scene, lead, { imposers, targets });
  const told = withoutOtherMeasures(
    imposers.size === 0 ? scene : own,
    lead,
    steps,
    targets.size > 0,
  );
  fillUp(told, lead, steps, { imposers, targets, exempted });
  if (targets.size === 0) addAnswered(scene, lead, imposers, targets);
  if (!isTwoSided) dropMereOwners(scene, lead, imposers, targets);
  addAlsoCharged(scene, lead, { imposers, targets, exempted });
  settleWorld(scene, lead, imposers, exempted, targets);
  addReturned(scene, lead, imposers, targets);
  addBothActing(lead, steps, imposers, targets);
  addBothOrigins(lead, imposers, targets);
  addBothGiving(scene, lead, imposers, targets);
  settleCommonTariff(lead, { imposers, targets, exempted });
  return {
    imposers: [...imposers.values()],
    targets: [...targets.values()],
    exempted: [...exempted.values()].filter((fact) => !targets.has(fact.value)),
  };
}

// Those that the text lists with whom the leading sentence names.
function completeLists(scene: Scene, lead: Step, parties: Parties): void {
  const { imposers, targets, exempted } = parties;
  addSparedAsWell(scene, lead, parties);
  addListedCountries(scene, lead, imposers, exempted, targets);
  addRestOfList(scene, lead, parties);
}

// A bargain or an easing of both; what the members of a union change together is on outsiders.
function bindsBoth(
  scene: Scene,
  lead: Step,
  steps: readonly Step[],
  { imposers, targets }: Parties,
): boolean {
  if (isCommonTariff(lead.line)) return false;
  if (addJointEasing(scene, lead, steps, imposers, targets)) return true;
  return (
    isBargain(scene, lead, imposers, targets) && balanceDeal(scene, lead, steps, imposers, targets)
  );
}

// "Tariffs on Peru take effect, Norway retaliates": who answers did not lay them.
function isReply({ family, line, verb }: Step, lead: Step): boolean {
  return (
    line.lang === 'en' &&
    family === 'retaliate' &&
    lead.family === 'start' &&
    verb.from >= lead.verb.to
  );
}

function rolesOfLead(scene: Scene, lead: Step, steps: readonly Step[]): LineRoles {
  const byName = rolesByName(scene, lead) ?? rolesByTitle(scene, lead);
  const told = byName ?? rolesOfBargain(lead) ?? rolesByText(lead, steps);
  return told ?? lineRoles(lead.line, toldStep(lead, steps));
}

// What the sentences leave open follows from the other names of the title and of the opening.
function fillUp(
  scene: Scene,
  lead: Step,
  steps: readonly Step[],
  { imposers, targets, exempted }: Parties,
): void {
  turnCircumventing(scene, imposers, targets);
  if (targets.size === 0) addWisherInTitle(scene, lead, { imposers, targets, exempted });
  if (targets.size === 0) addBearersInText(scene, lead, imposers, exempted, targets);
  if (targets.size === 0) addOtherSide(scene, lead, imposers, exempted, targets);
  if (targets.size === 0) addNoticeCountry(scene, lead, imposers, exempted, targets);
  if (targets.size === 0) addEachOther(scene, lead, imposers, targets);
  if (targets.size === 0) addCompanion(lead, imposers, exempted, targets);
  addPartners(scene, lead, imposers, exempted, targets);
  if (targets.size === 0) addOriginOfDeal(lead, imposers, targets);
  if (targets.size === 0) addTopic(scene, imposers, exempted, targets);
  if (targets.size === 0) addSufferer(scene, lead, steps, imposers, targets);
  if (targets.size === 0) addOpener(scene, lead, imposers, targets);
  if (targets.size === 0) addRatedSellers(scene, lead, imposers, exempted, targets);
  if (targets.size === 0) addRegion(scene, lead, imposers, exempted, targets);
  if (targets.size === 0) addListedAtLast(scene, imposers, exempted, targets);
  if (imposers.size === 0) addAsked(scene, lead, imposers, targets);
}

// "Tariff hike: Brazil lifts the duty": the noun before the colon heads what the verb behind it tells.
function toldStep(lead: Step, steps: readonly Step[]): Step {
  if (lead.verb !== lead.object || tokenText(lead.line, lead.object.to) !== ':') return lead;
  const told = steps.find(({ line, verb }) => line === lead.line && verb.from > lead.object.to);
  return told === undefined ? lead : { ...told, action: lead.action };
}

// "Brazil: US lifts 40% tariff on coffee": whom the headline calls up before it tells what another does.
function addTopic(scene: Scene, imposers: Found, exempted: Found, targets: Found): void {
  const title = scene.title;
  const topic = title === null ? undefined : placeGroups(title)[0];
  if (title === null || topic === undefined || topic.from > 0 || imposers.size === 0) return;
  if (!isCalledUp(title, topic.to) || isAuthority(topic)) return;
  const codes = topic.codes.filter((code) => !imposers.has(code) && !exempted.has(code));
  addAll(targets, codes, title, 'role:topic-of-title');
}

const CALLED_WITHIN = 2;
const DEED_WITHIN = 6;

// "Indien empört: Brasilien verhängt ...": elsewhere an adjective may stand before the colon.
function isCalledUp(title: Line, at: number): boolean {
  const colon = title.tokens.findIndex(({ text }, place) => place >= at && text === ':');
  // "India's Russian oil purchases: Trump slaps 25%": what it does, before another acts on it.
  const isDeed = title.lang === 'en' && tokenText(title, at) === "'s";
  const within = isDeed
    ? DEED_WITHIN
    : title.lang === 'en'
      ? 0
      : CHARACTERS.has(title.lang)
        ? 3 * CALLED_WITHIN
        : CALLED_WITHIN;
  if (colon < 0 || colon - at > within) return false;
  const between = title.tokens.slice(isDeed ? at + 1 : at, colon);
  return between.every(({ kind }) => kind === 'word');
}

const AMERICAN_NOTICE =
  /^(?:(?:CSMS|Fact Sheet: President)\b|(?:\d{8} ?- ?)?(?:UPDATE|(?:UPDATED )?GUIDANCE)\b(?=.{0,60}(?:Section (?:232|301|201)|IEEPA|Reciprocal)))/i;

function isAmericanNotice(scene: Scene): boolean {
  return scene.title !== null && AMERICAN_NOTICE.test(scene.title.raw.slice(scene.title.start));
}

const AMERICAN_PREFERENCE = /^(?:agoa|african)$/;

// "AGOA and Haiti HELP pass House": a preference that one state gives; who enjoys it never gives it.
function isAmericanPreference({ line, object, about }: Step): boolean {
  return about === 'relief' && AMERICAN_PREFERENCE.test(tokenText(line, object.from));
}

// "CSMS: GUIDANCE: Brazil Additional Duties": in the notices of one state's customs another country is never the imposer.
function turnOwners(imposers: Found, targets: Found): void {
  for (const [code, fact] of [...imposers]) {
    if (code === 'US') continue;
    imposers.delete(code);
    if (!targets.has(code)) targets.set(code, fact);
  }
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
