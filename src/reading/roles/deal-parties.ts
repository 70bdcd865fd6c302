// Who is bound by a deal. In: the item, the leading step and the roles found so far. Out: both parties where both give, or who
// gives and who bears.
import type { JurisdictionCode } from '../../domain/jurisdiction.ts';
import { isAuthority, type PlaceGroup, placeGroups } from '../places/read-places.ts';
import { priceOf } from '../steps/bargained.ts';
import type { Step } from '../steps/find-steps.ts';
import { isAgreedByTwo } from '../steps/joint-deal.ts';
import { evidenceOf, hitsOf, type Line, lineHas, type Scene, tokenText } from '../words/scene.ts';
import type { Found } from './found.ts';
import { isGivenInReturn } from './given-in-return.ts';
import { lineRoles } from './line-roles.ts';
import { toldSides } from './told-sides.ts';
import { isAccepted } from './who-bears.ts';

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
  /\b(?:(?<!(?:from|of|on|for|with|to|in) )both|mutual|each other|joint statement on (?:tariffs|duties)|two sides|commit|tariff truce|truce on (?:tariffs|duties)|phas(?:e|ing) out (?:tariffs|(?:import )?duties)|deal (?:on|to) suspend(?:ing)?|agreed? to suspend|roll(?:ing)? back (?:tariffs|(?:import )?duties))\b/i;

const TRUCE = /\b(?:tariff truce|truce on tariffs)\b/gi;

const LONGEST = 400;

function textOf(line: Line): string {
  return line.raw.slice(line.start, Math.min(line.end, line.start + LONGEST));
}

export function isMutual(scene: Scene, lead: Step): boolean {
  return (
    (lead.action === 'deal-reached' || (lead.action === 'suspended' && !isOneWay(lead))) &&
    scene.lines.some((line) => MUTUAL.test(textOf(line)))
  );
}

// "agree a tariff truce" / "Trump to hold off raising duties": only the word for a truce speaks of both.
function isMereTruce({ lines }: Scene): boolean {
  return lines.every((line) => !MUTUAL.test(textOf(line).replace(TRUCE, 'truce')));
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
  const told = [...imposers.keys(), ...targets.keys(), ...partnerInTitle(lead)];
  // "US and EU agree" / "French wine and Irish whiskey are spared": whose goods the text names binds nobody else.
  const named = new Set(placeGroups(lead.line).flatMap(({ codes }) => codes));
  const parties = [...new Set(told)].filter(
    (code) => code !== 'WORLD' && (!lead.line.isTitle || named.size < 2 || named.has(code)),
  );
  const evidence = evidenceOf(lead.line, 'role:parties-of-a-deal');
  // Between two others than the United States both sides give; what it agrees to is what it charges.
  const isPaidFor = priceOf(lead.line, lead.object) > 0;
  const isEven =
    parties.length === 2 &&
    !parties.includes('US') &&
    !isPaidFor &&
    !isOfSeveral(lead) &&
    lead.action === 'deal-reached';
  const isTruce = parties.length === 2 && isMutual(scene, lead) && isMereTruce(scene);
  const isToldOnce = steps.filter(({ line }) => line === lead.line).length <= 1;
  const mayGive = (isEven && !(isToldOnce && isFreeTrade(lead))) || isTruce;
  const giver = mayGive ? giverOf(scene, lead, steps, parties) : null;
  if (giver !== null && parties.includes(giver) && (isTruce || !isMutual(scene, lead))) {
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
  if (parties.length === 1) {
    targets.clear();
    // "Japan gets 15% tariff in deal": who gets a tariff bears it.
    const isPartner = isNamedDeal(lead);
    const isBearer = (lead.family === 'gain' && lead.about === 'tariff') || isPaidFor || isPartner;
    const side = isBearer ? targets : imposers;
    imposers.clear();
    for (const code of parties) side.set(code, { value: code, evidence });
    for (const code of isPartner ? tellersOf(lead.line) : [])
      if (!targets.has(code)) imposers.set(code, { value: code, evidence });
  }
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

const FREE_TRADE = /^(?:free-trade|fta|cepa)$/;

// "EU and India finalise free trade agreement" / "India brings car tariffs down": both give in such a bargain.
function isFreeTrade({ line }: Step): boolean {
  return line.tokens.some(
    ({ text }, at) =>
      FREE_TRADE.test(text) || (text === 'free' && tokenText(line, at + 1) === 'trade'),
  );
}

const SEVERAL = /^(?:deals|pacts|agreements|accords)$/;

// "Peru, Chile sign deals keeping 15% tariffs": each with somebody else.
function isOfSeveral({ line, object }: Step): boolean {
  return line.lang === 'en' && SEVERAL.test(tokenText(line, object.to - 1));
}

// "Chile deal: Norway to lower its salmon tariff": with whom the bargain is made that the title opens with.
function partnerInTitle({ line }: Step): readonly JurisdictionCode[] {
  const deal = line.lang === 'en' && line.isTitle ? hitsOf(line, 'deal')[0] : undefined;
  if (deal === undefined || tokenText(line, deal.to) !== ':') return [];
  // "Trump strikes new trade deal: Peru to pay 15%, US gets free access".
  const behind = placeGroups(line).find(({ from }) => from === deal.to + 1);
  const isOfTwo = placeGroups(line).some(({ to }) => to < deal.from && to > 0);
  if (behind !== undefined && behind.role === 'bare' && isOfTwo) return behind.codes;
  const named = placeGroups(line).find((group) => group.from === 0 && group.to === deal.from);
  const isTold = placeGroups(line).some((group) => group.from > deal.to);
  return named !== undefined && isTold ? named.codes : [];
}

// "Japan deal: 15% tariff": a bargain called by the name of who bears its tariff, with another who is not named.
function isNamedDeal({ line, object, family }: Step): boolean {
  if (line.lang !== 'en' || family !== 'nominal' || tokenText(line, object.to) !== ':')
    return false;
  return placeGroups(line).some((group) => group.to === object.from && group.from === 0);
}

// "Japan deal: 15% tariff, Trump says": the leader who tells of it has made it.
function tellersOf(line: Line): readonly JurisdictionCode[] {
  return placeGroups(line)
    .filter(({ kinds }) => kinds.includes('leader'))
    .flatMap(({ codes }) => codes);
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

// "Norway strikes a deal with Peru to ease salmon duties": which of the two eases them is left open.
function isAimOfDeal({ line, verb }: Step, lead: Step): boolean {
  return (
    line === lead.line &&
    lead.about === 'deal' &&
    verb.from >= lead.object.to &&
    tokenText(line, verb.from - 1) === 'to'
  );
}

const TERMS_WITHIN = 2;
const SWAP = /\bin (?:exchange|return) for\b/i;
const TARIFF = /\b(?:tariff|dut(?:y|ies)\b|lev(?:y|ies)\b)/i;

// "at a 6% tariff in exchange for lower duties".
function isSwap(line: Line): boolean {
  const text = textOf(line);
  const at = text.search(SWAP);
  return at > 0 && TARIFF.test(text.slice(0, at)) && TARIFF.test(text.slice(at));
}

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
    if (isAimOfDeal(step, lead)) return [];
    const owner = onlyOne(step, (group) => group.role === 'owner' && !group.isPair);
    if (owner !== null) return owner;
    // "a deal that sets a 25% tariff on Indian steel": whose goods bear it gives nothing by it.
    const bearer = onlyOne(step, isBearing);
    if (bearer !== null)
      return parties.filter((code) => bearer.some((hit) => parties.includes(hit) && hit !== code));
    const { imposers } = lineRoles(step.line, step);
    return step === lead && step.family !== 'impose' ? [] : [...imposers];
  });
  if (scene.lines.some((line) => line.index <= TERMS_WITHIN && isSwap(line))) return null;
  const [giver, ...others] = new Set([...givers, ...termsIn(scene, parties)]);
  if (giver === undefined || others.length > 0) return null;
  return isGivenInReturn(scene, steps, giver, parties) ? null : giver;
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

// "Peru, US close to a deal that would cut tariffs": who is to cut them is told as in a deal that is made.
function isNearBetweenTwo({ line, action, family }: Step): boolean {
  if (line.lang !== 'en' || !line.classes.has('deal')) return false;
  if (action !== 'proposed' || family !== 'cut') return false;
  const [pair, ...others] = placeGroups(line);
  return pair?.codes.length === 2 && pair.codes.includes('US') && others.length === 0;
}

/** A deal, or a relief or cut that two agree on. */
export function isBargain(scene: Scene, lead: Step, imposers: Found, targets: Found): boolean {
  return (
    (lead.action === 'deal-reached' && !isOwnDecision(lead, imposers, targets)) ||
    (lead.action === 'exempted' && imposers.size === 2 && lineHas(lead.line, 'deal')) ||
    (lead.about === 'tariff' && (isAgreedByTwo(lead.line) || isNearBetweenTwo(lead))) ||
    (imposers.size > 1 && isMutual(scene, lead))
  );
}
