// Tariffs that a headline calls by the country that bears them: "Taiwan tariff cut to 15%" over "Lutnick said", "EU car tariffs
// fall to 15%" over "The US has cut tariffs on cars from the EU", "Taiwan tariffs lowered to 15%" where nobody is said to lower
// them. In: an item, its leading step and all steps. Out: the roles, or null where the country named is, or may be, the one that
// lays them.
import { isAuthority, type PlaceGroup, placeGroups } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitsOf, type Line, means, type Scene, tokenText } from '../words/scene.ts';
import type { LineRoles } from './assign-place.ts';
import { lineRoles } from './line-roles.ts';
import { isSameFamily } from './other-matter.ts';

const TOLD_WITHIN = 2;

/** The bearer before the noun, and the one other state whose leader or office the title or the opening names. */
export function rolesByName(scene: Scene, lead: Step): LineRoles | null {
  const { line, object } = lead;
  if (line.lang !== 'en' || !line.isTitle || means(object, 'tariff', 'retaliation')) return null;
  const groups = placeGroups(line);
  // "India tariff on Scotch halved under pact with Britain" is India's own.
  const isOwn = tokenText(line, object.to) === 'on';
  const partner = isOwn ? undefined : groups.find((group) => isDealtWith(line, group));
  const isName = (group: PlaceGroup): boolean =>
    isOfOne(group, 'name') || (partner !== undefined && isOfOne(group, 'demonym'));
  const on = groups.find((group) => group.to === object.from && isName(group));
  const others = groups.filter((group) => group !== on && group !== partner);
  if (on === undefined || others.some((group) => !isHeldBack(group, on))) return null;
  const by = scene.lines
    .filter((other) => other.index <= TOLD_WITHIN)
    .flatMap((other) => authoritiesIn(other, on));
  if (partner !== undefined) by.push(partner);
  const imposers = new Set<string>(by.flatMap(({ codes }) => codes));
  if (imposers.size === 0 && !isCalledByBearer(scene, lead, on)) return null;
  if (imposers.size > 1) return null;
  return { imposers, targets: new Set(on.codes), exempted: new Set() };
}

const DEAL = /^(?:deal|agreement|pact|accord|truce)$/;

// "Swiss tariff to drop to 15% under deal with Washington": whoever the bearer has made a deal with lowers it.
function isDealtWith(line: Line, { from, preposition, codes }: PlaceGroup): boolean {
  const at = tokenText(line, from - 1) === 'the' ? from - 3 : from - 2;
  const isDeal = preposition === 'with' && DEAL.test(tokenText(line, at));
  return isDeal && codes.length === 1 && !codes.includes('WORLD');
}

const CALLED = /^tariffs?$/;
const CHANGES: ReadonlySet<string> = new Set([
  'raise',
  'cut',
  'remove',
  'suspend',
  'delay',
  'start',
]);

// "Taiwan tariffs lowered to 15%": nobody is said to lower them, no goods are named and no ministry at home speaks.
function isCalledByBearer(
  scene: Scene,
  { line, verb, object, family }: Step,
  on: PlaceGroup,
): boolean {
  const isSilent = scene.lines.every((each) => each === line || !speaksAtHome(each, on));
  if (isSilent && family === 'exempt' && isRatedName(line, verb, on)) return true;
  const isOfNobody = !line.classes.has('product') && isSilent;
  if (!isOfNobody || !CALLED.test(tokenText(line, object.from))) return false;
  // "Peru tariff cut to 20%": one phrase of the lists.
  if (verb === object) return true;
  const isBare = object.to - object.from === 1;
  return isBare && CHANGES.has(family) && verb.from >= object.to && isUndergone(line, verb);
}

// "Cocoa exempted from 30% Ghana tariff": behind its rate a tariff has the name of who bears it.
function isRatedName(line: Line, verb: Hit, { from }: PlaceGroup): boolean {
  const end = /^(?:additional|extra|new)$/.test(tokenText(line, from - 1)) ? from - 1 : from;
  return verb.to < end && hitsOf(line, 'percent').some((hit) => hit.to === end);
}

// "The ministry in Lima said": the state itself, or somebody who may be its own.
function speaksAtHome(line: Line, { codes }: PlaceGroup): boolean {
  return (
    line.classes.has('leadership') ||
    placeGroups(line).some(
      (group) =>
        (group.role === 'bare' || group.role === 'place' || isAuthority(group)) &&
        group.codes.some((code) => codes.includes(code)),
    )
  );
}

const UNDERGONE = /ed$|^(?:cut|put|set|held|hit|hold|pause|ice)$/;

// "lowered", "cut", "on hold", "take effect": what becomes of the tariff.
function isUndergone(line: Line, verb: Hit): boolean {
  return means(verb, 'verb', 'start') || UNDERGONE.test(tokenText(line, verb.to - 1));
}

/** Whose tariffs are called by their own name ("US tariffs", "EU tariff"), or by what they quarrel over ("Greenland tariffs"). */
const OWNERS: ReadonlySet<string> = new Set(['US', 'EU', 'WORLD', 'GL']);

function isOfOne(
  { role, kinds, codes, isPossessive, isPair }: PlaceGroup,
  wanted: 'name' | 'demonym',
): boolean {
  return (
    role === 'owner' &&
    !isPossessive &&
    !isPair &&
    kinds.every((kind) => kind === wanted) &&
    !codes.some((code) => OWNERS.has(code))
  );
}

// "after Marcos visit": a leader of the state itself, or another's who only stands beside the tariff.
function isHeldBack(group: PlaceGroup, on: PlaceGroup): boolean {
  return isAuthority(group) || group.codes.every((code) => on.codes.includes(code));
}

function authoritiesIn(line: Line, on: PlaceGroup): readonly PlaceGroup[] {
  return placeGroups(line).filter(
    (group) =>
      isAuthority(group) &&
      group.codes.length === 1 &&
      group.role !== 'object' &&
      !group.codes.some((code) => on.codes.includes(code) || code === 'WORLD'),
  );
}

/** The roles of a text that tells the same step the other way round than the name in the title. */
export function rolesByText(lead: Step, steps: readonly Step[]): LineRoles | null {
  if (lead.about !== 'tariff' || means(lead.object, 'tariff', 'retaliation')) return null;
  // "Swiss government says US tariffs will be cut": who else is named says whose tariff it is.
  const [owner, ...others] = placeGroups(lead.line);
  if (owner?.role !== 'owner' || owner.isPossessive || !others.every(isPartner)) return null;
  for (const step of steps) {
    if (step.line === lead.line || step.line.index > TOLD_WITHIN || step.isBackground) continue;
    if (!isSameFamily(step.family, lead.family) || step.about !== 'tariff') continue;
    if (isOwnedThere(step, owner.codes)) continue;
    const roles = lineRoles(step.line, step);
    const isTurned =
      roles.imposers.size > 0 &&
      owner.codes.every((code) => roles.targets.has(code) && !roles.imposers.has(code));
    if (isTurned) return roles;
  }
  return null;
}

// "Swiss tariffs cut after deal with Washington": with whom a deal is made is told by the text to be the one or the other.
function isPartner({ preposition }: PlaceGroup): boolean {
  return preposition === 'with';
}

// "has reached an agreement to reduce US tariffs": the text calls it by the same name.
function isOwnedThere({ line, object }: Step, codes: readonly string[]): boolean {
  return placeGroups(line).some(
    (group) =>
      group.role === 'owner' &&
      object.from >= group.to &&
      object.from - group.to <= NAMED_WITHIN &&
      group.codes.some((code) => codes.includes(code)),
  );
}

const NAMED_WITHIN = 2;

/** "Modi revises gold imports from Peru" / "The order cuts Peru's quota": whose quota it is, where the title says who acts on what
 * comes from there. */
export function rolesByTitle({ title }: Scene, lead: Step): LineRoles | null {
  if (title === null || lead.line === title || lead.about !== 'quota' || title.lang !== 'en')
    return null;
  const [owner, ...others] = placeGroups(lead.line);
  if (owner?.isPossessive !== true || others.length > 0) return null;
  if (owner.from < lead.verb.to || owner.to > lead.object.from) return null;
  const isSeller = ({ role, codes, preposition }: PlaceGroup): boolean =>
    (role === 'origin' || preposition === 'from') && codes.every((c) => owner.codes.includes(c));
  const [by, on] = placeGroups(title);
  if (by?.role !== 'bare' || on === undefined || !isSeller(on) || isSeller(by)) return null;
  const isActing = hitsOf(title, 'verb').some(({ from, to }) => from >= by.to && to <= on.from);
  return isActing
    ? { imposers: new Set(by.codes), targets: new Set(on.codes), exempted: new Set() }
    : null;
}
