// The other party of a deal or of a relief that two agree on, where the leading sentence names one side only. In: the item, the
// leading step and the roles found so far. Out: partners added.
import type { Action } from '../../domain/reading.ts';
import { isAuthority, type PlaceGroup, placeGroups } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import type { Hit } from '../words/lexicon.ts';
import {
  hitBefore,
  hitFrom,
  hitsOf,
  type Line,
  lineHas,
  means,
  type Scene,
  tokenText,
  wordBefore,
} from '../words/scene.ts';
import { isSpokenWith } from './companions.ts';
import { addAll, type Found } from './found.ts';
import { isBetweenThem } from './joint-easing.ts';

const EASING: ReadonlySet<Action> = new Set(['reduced', 'suspended', 'delayed', 'removed']);

/** What a state may do for everybody's goods; nobody halts a tariff together with another but theirs on each other. */
const CUTS: ReadonlySet<Action> = new Set(['reduced', 'removed']);

// "US, China agree to slash tariffs": two that ease together ease on each other.
export function addEachOther(scene: Scene, lead: Step, imposers: Found, targets: Found): void {
  if (!EASING.has(lead.action) || imposers.size !== 2) return;
  if (lead.line.lang === 'en' && CUTS.has(lead.action) && !isBetweenThem(scene)) return;
  // "Canada and Mexico lift retaliatory tariffs": those answer a third.
  if (means(lead.object, 'tariff', 'retaliation')) return;
  const isJoint = placeGroups(lead.line).some(
    (group) => group.codes.length === 2 && group.codes.every((code) => imposers.has(code)),
  );
  if (!isJoint) return;
  for (const [code, fact] of imposers) targets.set(code, fact);
}

// "withdraws from its deal with Mexico, imposing a duty": the other party where nobody else is named.
export function addCompanion(lead: Step, imposers: Found, exempted: Found, targets: Found): void {
  if (lead.about !== 'tariff') return;
  const companion = placeGroups(lead.line).find((group) =>
    isAuthority(group)
      ? isSpokenWith(lead.line, group)
      : group.preposition === 'with' || isPartnerOfDeal(lead.line, group),
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

// "order implementing Japan deal, cuts car tariffs", "cuts car tariffs in Japan deal".
function isPartnerOfDeal(line: Line, { from, to, role, isPair, preposition }: PlaceGroup): boolean {
  if (isPair || hitFrom(line, to)?.meanings.has('deal') !== true) return false;
  if (role === 'place') return line.lang === 'en' && preposition === 'in';
  return role === 'bare' && /^implement/.test(wordBefore(line, from));
}

/** "strikes deal on Mexican tomato imports": whose goods the deal is about, where no party of it is named. */
export function addOriginOfDeal(lead: Step, imposers: Found, targets: Found): void {
  if (lead.action !== 'deal-reached' || lead.line.lang !== 'en' || imposers.size === 0) return;
  const origin = placeGroups(lead.line).find(
    ({ role, from, codes }) =>
      role === 'origin' &&
      from > lead.object.from &&
      codes.every((code) => code !== 'WORLD' && !imposers.has(code)),
  );
  if (origin !== undefined) addAll(targets, origin.codes, lead.line, 'role:origin-of-goods');
}

// "delays the car tariff to allow talks with Tokyo": with whom it talks is whom the tariff was to hit.
function isWaitedFor({ action, line }: Step, group: PlaceGroup): boolean {
  const isHeld = action === 'delayed' || action === 'suspended';
  return isHeld && isSpokenWith(line, group);
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
