// In: one place of a sentence and the step told there. Out: the role it has: put into the imposers or the targets.
// Which sentence counts, and which of its clauses, is decided in line-roles.ts.
import { isAuthority, type PlaceGroup } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import {
  hitBefore,
  hitFrom,
  type Line,
  lineHas,
  means,
  tokenText,
  wordBefore,
} from '../words/scene.ts';
import { isAnsweredBy, isInAnsweredMeasure } from './answered-measure.ts';
import { isAnsweredBefore, isDestination } from './behind-step.ts';
import { CAUSES, isComingFrom, isLevying, isRefused, isTopic, isWithParty } from './beside-step.ts';
import { isAgreedBefore, isSpokenWith } from './companions.ts';
import { isInquired } from './find-market.ts';
import { RELIEF } from './imply-imposer.ts';
import { isOfExclusions, isStripped } from './spared-places.ts';
import { isHitDirectly, isStruckPerson } from './struck-directly.ts';
import { isGainer, isGaining, isPassiveFor } from './who-bears.ts';
import { isGiver, isSender } from './who-grants.ts';
import { isDenying, isLayer, isPaidTo } from './who-lays.ts';
import { isAskedFrom, isOfRelieved, isWished, reliefSide } from './whose-relief.ts';
import { isOthersTariff, isTargetBeforeTariff } from './whose-tariff.ts';

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
  const side = reliefSide(line, group, groups, step);
  if (side !== null) {
    if (side !== 'none') addCodes(side === 'imposer' ? roles.imposers : roles.targets, group);
    return;
  }
  const isRequest = step?.action === 'exemption-sought';
  switch (group.role) {
    case 'owner': {
      if (isTopic(line, group, step) && !isOnlyOwner(line, group, groups)) {
        if (step?.family === 'retaliate') addCodes(roles.targets, group);
        return;
      }
      if (isHitOwner(line, group, groups, step)) addCodes(roles.targets, group);
      else addCodes(roles.imposers, group);
      return;
    }
    case 'agent':
      addCodes(isWished(line, group, step) ? roles.targets : roles.imposers, group);
      return;
    case 'into':
      addCodes(isInquired(line, group, step) ? roles.targets : roles.imposers, group);
      return;
    case 'origin':
      // "a tariff on Indian goods over Russian oil": the cause is not hit.
      if (CAUSES.has(group.preposition) && roles.targets.size > 0 && isLevying(step)) return;
      addCodes(isRequest && isAskedFrom(line, group) ? roles.imposers : roles.targets, group);
      return;
    case 'object':
      if (isAuthority(group) && (AGAINST.has(group.preposition) || isSpokenWith(line, group)))
        return;
      if (group.preposition === 'with' && !isAuthority(group) && !isWithParty(line, group, step))
        return;
      if (isDestination(line, group) || isAgreedBefore(line, group)) return;
      if (isAnsweredBefore(line, group, step)) addCodes(roles.targets, group);
      else if (isAddressee(line, group, step)) addCodes(roles.targets, group);
      else if (isOthersDeed(line, group, step, isRequest)) addCodes(roles.imposers, group);
      else if (group.preposition === 'to' && !isLaidTo(group, step) && !isAppliedTo(line, group))
        return;
      else if (step === null && isComingFrom(line, group)) return;
      else if (
        FROM.test(group.preposition) ||
        lineHas(line, 'relief') ||
        step !== null ||
        lineHas(line, 'tariff') ||
        (group.preposition === 'for' && lineHas(line, 'percent')) ||
        // "1,400 lines from countries without a pact, including Laos and Nepal".
        (group.preposition === 'including' && line.classes.has('holder'))
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

// Whose tariff it is called, and whom it hits all the same: "rejects India's plea", "tells Lula rice tariff will stay".
function isHitOwner(
  line: Line,
  group: PlaceGroup,
  groups: readonly PlaceGroup[],
  step: Step | null,
): boolean {
  return (
    isRefused(group, step) ||
    (step?.about === 'relief' && (isStripped(group, line) || isOfExclusions(group, step))) ||
    isOfRelieved(line, group, groups) ||
    isAnsweredBy(step, group) ||
    (step !== null && isTold(line, group, step)) ||
    isTargetBeforeTariff(line, group, groups, step)
  );
}

// "anti-dumping duties to Peru's steel": right behind the tariff that is laid.
function isLaidTo(group: PlaceGroup, step: Step | null): boolean {
  if (step === null) return false;
  // "will not apply its tariff on steel to India".
  if (step.family === 'exempt' && step.about === 'tariff' && group.from > step.object.to)
    return true;
  if (step.object.to !== group.from - 1) return false;
  // "grants no exemption to India".
  return isLevying(step) || (RELIEF.has(step.action) && step.about === 'relief' && !isGainer(step));
}

/** Words that mean nothing but where goods come from, the last five in other languages. */
const FROM = /^(?:from|imported|originating|shipped|sourced|exported|aus|uit|из|fran|fra)$/;
const AGAINST: ReadonlySet<string> = new Set(['on', 'against']);

function isAppliedTo(line: Line, group: PlaceGroup): boolean {
  return /\b(?:appl|extend|refer)\w*\s+(?:\w+\s+)?to\b/i.test(
    line.raw.slice(
      line.tokens[Math.max(0, group.from - 4)]?.start ?? 0,
      line.tokens[group.from]?.start,
    ),
  );
}

// "US-China deal", "US-EU framework": the parties of one arrangement; where one of them acts already ("India cuts the duty after
// Modi-Trump talks"), the other is hit, and where a third one does, they only talk.
function assignPair(group: PlaceGroup, roles: LineRoles): void {
  const [actor] = roles.imposers;
  const isAnothers = actor !== undefined && !group.codes.includes(actor);
  if (isAnothers) return;
  const imposer = actor ?? (group.codes.includes('US') ? 'US' : (group.codes[0] ?? ''));
  roles.imposers.add(imposer);
  for (const code of group.codes) if (code !== imposer) roles.targets.add(code);
}

const ADDRESSED: ReadonlySet<string> = new Set(
  'letter letters note notice message ultimatum missive warning memo blow setback wrote writes writing written'.split(
    ' ',
  ),
);

// "in a letter to Japan, Trump sets 25%", "blow to India": who hears of a burden by name bears it.
function isAddressee(line: Line, group: PlaceGroup, step: Step | null): boolean {
  if (step === null || !isLevying(step) || isGainer(step)) return false;
  const before = line.tokens.findLastIndex(
    (token, at) => at < group.from && token.text === group.preposition,
  );
  return (
    (group.preposition === 'to' || group.preposition === 'for') &&
    ADDRESSED.has(tokenText(line, before - 1))
  );
}

// Behind a preposition stands who gives, sends or is paid.
function isOthersDeed(
  line: Line,
  group: PlaceGroup,
  step: Step | null,
  isRequest: boolean,
): boolean {
  return (
    isPaidTo(line, group, step) ||
    isGiver(line, group, step, isRequest) ||
    isSentBy(line, group, step)
  );
}

function isSentBy(line: Line, group: PlaceGroup, step: Step | null): boolean {
  if (!isSender(line, group)) return false;
  // "bracing for tariffs from Peru": a title that tells no step names who sends them.
  if (step === null) return line.isTitle && line.lang === 'en';
  return isGainer(step) || step.verb === step.object || step.action === 'threatened';
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
    const isHeld = group.codes.length > 1 || FIGURED.some((name) => line.classes.has(name));
    if (isHeld && isGaining(line, group)) {
      addCodes(roles.targets, group);
    }
    return;
  }
  if (isRequest && ASKING.test(wordBefore(line, group.from))) {
    addCodes(roles.imposers, group);
    return;
  }
  if (group.from < step.verb.from && isGaining(line, group)) {
    addCodes(roles.targets, group);
    return;
  }
  if (isLayer(line, group, step)) {
    addCodes(roles.imposers, group);
    return;
  }
  if (isSubject) {
    const isDenier = isDenying(line, group, step);
    const isHit =
      isRequest ||
      isRefused(group, step) ||
      (isPassiveFor(step) && !isDenier && !isMinisterAbroad(line, group, step)) ||
      isOthersTariff(line, group, groups, step);
    addCodes(isHit ? roles.targets : roles.imposers, group);
    return;
  }
  if (
    isOfDeal(line, group) ||
    isHitDirectly(line, group) ||
    isRefused(group, step) ||
    isTold(line, group, step) ||
    isStruckPerson(line, group, step)
  ) {
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

// "US-Zölle auf Schweizer Uhren: Satz sinkt": outside English nobody else is named behind the colon who could act.
function isOnlyOwner(line: Line, group: PlaceGroup, groups: readonly PlaceGroup[]): boolean {
  if (line.lang === 'en') return false;
  const colon = line.tokens.findIndex(({ text }, at) => at >= group.to && text === ':');
  return !groups.some((other) => other.from > colon);
}

const FAR = 3;

// "Purbaya teken aturan, impor kena bea": a minister who opens a headline outside English bears nothing.
function isMinisterAbroad(line: Line, group: PlaceGroup, step: Step): boolean {
  return line.lang !== 'en' && isAuthority(group) && step.verb.from - group.to > FAR;
}

const UNDER: ReadonlySet<string> = new Set('under in through via'.split(' '));

// "cuts the duty to 10% under EU FTA": the partner of the bargain is the one the step is for.
function isOfDeal(line: Line, group: PlaceGroup): boolean {
  return means(hitFrom(line, group.to), 'deal') && UNDER.has(wordBefore(line, group.from));
}

// "notifies Modi of a 25% tariff": who is told of it bears it.
function isTold(line: Line, group: PlaceGroup, step: Step): boolean {
  const isBurden = isLevying(step) || step.action === 'exemption-denied';
  return isBurden && !isGainer(step) && means(hitBefore(line, group.from), 'saying', 'tell');
}

// "asks the US to exclude Korea", "in talks with Brazil to be exempted".
const ASKING =
  /^(?:ask|urge|press|beg|lobb|implor|entreat|petition|plead|beseech|tell|told|talk|persuad|convinc|with$)/;
