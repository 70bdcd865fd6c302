// Who is bound by a deal. In: the item, the leading step and the roles found so far. Out: both parties where both give, the
// partner where only one side is named.
import type { Action } from '../../domain/reading.ts';
import { isAuthority, type PlaceGroup, placeGroups } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { isAgreedByTwo } from '../steps/joint-deal.ts';
import type { Hit } from '../words/lexicon.ts';
import {
  evidenceOf,
  hitBefore,
  hitsOf,
  type Line,
  lineHas,
  means,
  type Scene,
  tokenText,
  wordBefore,
} from '../words/scene.ts';
import { addAll, type Found } from './found.ts';
import { isGivenInReturn } from './given-in-return.ts';
import { lineRoles } from './line-roles.ts';
import { toldSides } from './told-sides.ts';
import { isAccepted } from './who-bears.ts';

const EASING: ReadonlySet<Action> = new Set(['reduced', 'suspended', 'delayed', 'removed']);

// "US, China agree to slash tariffs": two that ease together ease on each other.
export function addEachOther(lead: Step, imposers: Found, targets: Found): void {
  if (!EASING.has(lead.action) || imposers.size !== 2) return;
  const isJoint = placeGroups(lead.line).some(
    (group) => group.codes.length === 2 && group.codes.every((code) => imposers.has(code)),
  );
  if (!isJoint) return;
  for (const [code, fact] of imposers) targets.set(code, fact);
}

// "withdraws from its deal with Mexico, imposing a duty": the other party where nobody else is named.
export function addCompanion(lead: Step, imposers: Found, exempted: Found, targets: Found): void {
  if (lead.about !== 'tariff') return;
  const companion = placeGroups(lead.line).find(
    (group) => group.preposition === 'with' && !isAuthority(group),
  );
  if (
    companion === undefined ||
    !(
      lineHas(lead.line, 'deal') ||
      isAgreedWith(lead.line, companion) ||
      isWaitedFor(lead, companion)
    )
  )
    return;
  const codes = companion.codes.filter((code) => !imposers.has(code) && !exempted.has(code));
  addAll(targets, codes, lead.line, 'role:other-party');
}

const TALKS: ReadonlySet<string> = new Set(
  'talks negotiations discussions negotiates talk'.split(' '),
);

// "delays the car tariff to allow talks with Tokyo": with whom it talks is whom the tariff was to hit.
function isWaitedFor({ action, line }: Step, group: PlaceGroup): boolean {
  const isHeld = action === 'delayed' || action === 'suspended';
  return isHeld && TALKS.has(wordBefore(line, group.from, 2));
}

// "agrees with China to lower its duty".
function isAgreedWith(line: Line, group: PlaceGroup): boolean {
  return means(hitBefore(line, group.from - 1), 'verb', 'commit');
}

const RETURN = /^\s*(?:in (?:return|turn|exchange)|for (?:its|their) part)\b/i;
const GIVING: ReadonlySet<Action> = new Set([
  'reduced',
  'removed',
  'suspended',
  'exempted',
  'quota-set',
  'deal-reached',
]);

/** "The US and Britain agree to end tariffs on steel" / "In turn Britain ends its levy on jeans": where both are told to act,
 * what is given in return is a step of the other side's. */
export function addReturned(scene: Scene, lead: Step, imposers: Found, targets: Found): void {
  if (!GIVING.has(lead.action) || imposers.size !== 1 || targets.has('WORLD')) return;
  if (!placeGroups(lead.line).some(({ codes, role }) => codes.length === 2 && role === 'bare'))
    return;
  for (const line of scene.lines) {
    if (line.isTitle || line.index > PARTNERS_WITHIN || !line.classes.has('tariff')) continue;
    if (!RETURN.test(line.raw.slice(line.start, line.end))) continue;
    const giver = placeGroups(line).find((group) => group.role === 'bare');
    if (giver === undefined || !giver.codes.every((code) => targets.has(code))) continue;
    const [first] = imposers;
    addAll(imposers, giver.codes, line, 'role:gives-in-return');
    if (first !== undefined) targets.set(...first);
    return;
  }
}

const PARTNERS_WITHIN = 3;

/** "Frameworks with Thailand and Vietnam foresee the same": further partners, where a sentence opens with their deals. */
export function addPartners(
  scene: Scene,
  lead: Step,
  imposers: Found,
  exempted: Found,
  targets: Found,
): void {
  const isTitleDeal = scene.title !== null && lineHas(scene.title, 'deal');
  if (imposers.size !== 1 || !(lead.action === 'deal-reached' || isTitleDeal)) return;
  for (const line of scene.lines) {
    if (line.index > PARTNERS_WITHIN) break;
    const deal = hitsOf(line, 'deal').find((hit) => tokenText(line, hit.to) === 'with');
    if (deal === undefined || !isSeveral(line, deal) || !(line.isTitle || deal.from <= 1)) continue;
    const end = hitsOf(line, 'verb').find((hit) => hit.from > deal.to)?.from ?? line.tokens.length;
    const partners = placeGroups(line).filter(
      (group) => group.from > deal.to && group.to <= end && isPartner(group),
    );
    const codes = partners.flatMap((group) => group.codes);
    addAll(
      targets,
      codes.filter((code) => !imposers.has(code) && !exempted.has(code)),
      line,
      'role:partner-of-a-deal',
    );
  }
}

function isSeveral(line: Line, deal: Hit): boolean {
  return tokenText(line, deal.to - 1).endsWith('s');
}

function isPartner(group: PlaceGroup): boolean {
  return !isAuthority(group) && group.role !== 'place' && !group.codes.includes('WORLD');
}

/** True where one side decides by itself, or bears it: "EU agrees 3-euro duty on Chinese parcels", "Japan accepts 15%". */
function isOwnDecision(lead: Step, imposers: Found, targets: Found): boolean {
  if (isAccepted(lead)) return targets.size > 0;
  return (
    lead.family === 'commit' &&
    lead.about === 'tariff' &&
    !lineHas(lead.line, 'deal') &&
    imposers.size === 1 &&
    targets.size > 0
  );
}

const MUTUAL =
  /\b(?:(?<!(?:from|of|on|for|with|to|in) )both|mutual|each other|joint statement on tariffs|two sides|commit)\b/i;

export function isMutual(scene: Scene, lead: Step): boolean {
  return (
    (lead.action === 'deal-reached' || (lead.action === 'suspended' && !isOneWay(lead))) &&
    scene.lines.some((line) => MUTUAL.test(line.raw.slice(line.start, line.end).slice(0, 400)))
  );
}

// "pauses tariffs on Canada": the sentence says whose tariffs on whom.
function isOneWay({ line, object }: Step): boolean {
  return placeGroups(line).some(
    (group) => group.preposition === 'on' && group.from >= object.to && group.from - object.to <= 2,
  );
}

// Both parties of a deal are named side by side; whoever binds itself alone is told apart only by the text.
export function balanceDeal(
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
  const giver = isEven ? giverOf(scene, lead, steps, parties) : null;
  if (giver !== null && parties.includes(giver) && !isMutual(scene, lead)) {
    imposers.clear();
    targets.clear();
    for (const code of parties)
      (code === giver ? imposers : targets).set(code, { value: code, evidence });
    return false;
  }
  if (isMutual(scene, lead) || isEven) {
    for (const code of parties) {
      imposers.set(code, { value: code, evidence });
      targets.set(code, { value: code, evidence });
    }
    return true;
  }
  if (parties.length === 1) targets.clear();
  for (const code of parties.length === 1 ? parties : [])
    imposers.set(code, { value: code, evidence });
  if (
    parties.includes('US') &&
    parties.length === 2 &&
    isGivenInReturn(scene, steps, 'US', parties)
  ) {
    for (const code of parties) {
      imposers.set(code, { value: code, evidence });
      targets.set(code, { value: code, evidence });
    }
    return true;
  }
  if (parties.includes('US') && parties.length > 1) {
    imposers.clear();
    targets.clear();
    imposers.set('US', { value: 'US', evidence });
    for (const code of parties) if (code !== 'US') targets.set(code, { value: code, evidence });
  }
  return false;
}

const BORNE: ReadonlySet<string> = new Set(['on', 'for', 'from']);

function isBearing(group: PlaceGroup): boolean {
  return (
    !group.isPair &&
    !isAuthority(group) &&
    (group.role === 'origin' || (group.role === 'object' && BORNE.has(group.preposition)))
  );
}

function onlyOne(
  { line }: Step,
  isMeant: (group: PlaceGroup) => boolean,
): readonly string[] | null {
  const codes = new Set(
    placeGroups(line)
      .filter(isMeant)
      .flatMap((group) => group.codes),
  );
  return codes.size === 1 ? [...codes] : null;
}

const TERMS_WITHIN = 2;

// "India and EU conclude deal, India to slash car tariffs", "Japan and Peru strike a deal" / "Peru lowers its tariff": who
// gives, where only one side is said to.
function giverOf(
  scene: Scene,
  lead: Step,
  steps: readonly Step[],
  parties: readonly string[],
): string | null {
  const givers = steps.flatMap((step) => {
    const isTerm =
      step.line.index <= TERMS_WITHIN &&
      step.about === 'tariff' &&
      !step.isBackground &&
      (step.action !== 'deal-reached' || step === lead || step.family === 'commit');
    if (!isTerm) return [];
    const sides = toldSides(step.line, placeGroups(step.line));
    if (sides?.by != null) return sides.by.codes;
    const owner = onlyOne(step, (group) => group.role === 'owner' && !group.isPair);
    if (owner !== null) return owner;
    // "a deal that sets a 25% tariff on Indian steel": whose goods bear it gives nothing by it.
    const bearer = onlyOne(step, isBearing);
    if (bearer !== null)
      return parties.filter((code) => bearer.some((hit) => parties.includes(hit) && hit !== code));
    const { imposers } = lineRoles(step.line, step);
    return step === lead && step.family !== 'impose' ? [] : [...imposers];
  });
  const [giver, ...others] = new Set(givers.length > 0 ? givers : termsIn(scene, parties));
  return giver !== undefined && others.length === 0 ? giver : null;
}

// "clinch trade deal" / "Indian steel will enter Brazil at 25%": terms that the text only states.
function termsIn({ lines }: Scene, parties: readonly string[]): readonly string[] {
  for (const line of lines) {
    const isRated = line.classes.has('percent') && line.classes.has('tariff');
    if (line.isTitle || line.index > TERMS_WITHIN || !isRated || line.lang !== 'en') continue;
    const groups = placeGroups(line);
    const sides = toldSides(line, groups);
    if (sides?.by != null) return sides.by.codes;
    const bearers = groups.filter(isBearing).flatMap((group) => group.codes);
    const isOne = new Set(bearers).size === 1 && parties.includes(bearers[0] ?? '');
    if (isOne) return parties.filter((code) => code !== bearers[0]);
  }
  return [];
}

/** A deal, or a relief or cut that two agree on. */
export function isBargain(scene: Scene, lead: Step, imposers: Found, targets: Found): boolean {
  return (
    (lead.action === 'deal-reached' && !isOwnDecision(lead, imposers, targets)) ||
    (lead.action === 'exempted' && imposers.size === 2 && lineHas(lead.line, 'deal')) ||
    (lead.about === 'tariff' && isAgreedByTwo(lead.line)) ||
    (imposers.size > 1 && isMutual(scene, lead))
  );
}
