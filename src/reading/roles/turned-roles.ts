// Roles that the rest of a sentence turns round: whose tariff is answered, whose market goods are sold to, what a tariff is
// only about. In: a sentence, its places and the roles found so far. Out: the roles turned, or whether a place takes no part.
import { isAuthority, type PlaceGroup, placeGroups } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitsOf, isParted, type Line, means, tokenText } from '../words/scene.ts';
import type { LineRoles } from './assign-place.ts';
import { marketsOf } from './find-market.ts';

/** "Norway prepares countermeasures to Peru's tariffs": of two who would impose, the owner of a plain tariff is answered. */
export function turnAnswered(line: Line, groups: readonly PlaceGroup[], roles: LineRoles): void {
  if (roles.imposers.size === 0 || roles.targets.size > 0) return;
  const tariffs = hitsOf(line, 'tariff').filter((hit) => !means(hit, 'tariff', 'retaliation'));
  const answered = groups.filter(
    (group) =>
      group.codes.every((code) => roles.imposers.has(code)) &&
      tariffs.some((hit) => isOwner(line, group, hit)),
  );
  if (answered.length !== 1) return;
  if (roles.imposers.size === 1 && !standsBehindAnswer(line, answered[0])) return;
  for (const code of answered[0]?.codes ?? []) {
    roles.imposers.delete(code);
    roles.targets.add(code);
  }
}

/** "Peru tariffs: Norway countermeasures on hold": whose tariffs the label of a title names is answered. */
export function addAnsweredTopic(line: Line, step: Step, roles: LineRoles): void {
  const [topic] = placeGroups(line);
  if (line.lang !== 'en' || topic === undefined || topic.from > 0 || roles.targets.size > 0) return;
  const tariff = hitsOf(line, 'tariff').find((hit) => isOwner(line, topic, hit));
  if (tariff === undefined || tokenText(line, tariff.to) !== ':') return;
  if (!means(step.object, 'tariff', 'retaliation')) return;
  for (const code of topic.codes) if (!roles.imposers.has(code)) roles.targets.add(code);
}

const ANSWERED_WITHIN = 2;

// "The government retaliates to Peru's car tariffs": who answers is not named, who is answered is.
function standsBehindAnswer(line: Line, group: PlaceGroup | undefined): boolean {
  if (line.lang !== 'en' || group === undefined) return false;
  return hitsOf(line, 'verb').some(
    (hit) =>
      means(hit, 'verb', 'retaliate') &&
      group.from >= hit.to &&
      group.from - hit.to <= ANSWERED_WITHIN,
  );
}

const OWNED_WITHIN = 2;

// "Peru's tariffs"; elsewhere the owner may stand behind: "aranceles de Perú".
function isOwner(line: Line, { from, to, role }: PlaceGroup, tariff: Hit): boolean {
  const isBefore = tariff.from >= to && tariff.from - to <= OWNED_WITHIN;
  if (line.lang === 'en') return isBefore;
  const isBehind = from >= tariff.to && from - tariff.to <= OWNED_WITHIN;
  return role === 'owner' && (isBefore || isBehind);
}

/** "calls off Greenland tariffs on European nations": behind the tariff stands who is hit; before it, what it is about. */
export function isDispute(
  line: Line,
  group: PlaceGroup,
  groups: readonly PlaceGroup[],
  step: Step | null,
): boolean {
  const object = step?.object;
  if (object === undefined || group.to !== object.from || group.role !== 'owner') return false;
  const isOn = groups.some(
    (other) =>
      other.from > object.to &&
      other.from - object.to <= 3 &&
      (other.preposition === 'on' || other.preposition === 'against') &&
      !other.codes.includes('WORLD'),
  );
  const hasActor = groups.some((other) => other.to <= group.from && isAuthority(other));
  return isOn && hasActor && !isParted(line, group.to, object.to);
}

/** Where goods are sold is who lays the duty, and nobody whom it hits. */
export function turnMarkets(line: Line, groups: readonly PlaceGroup[], roles: LineRoles): void {
  const codes = marketsOf(line, groups)
    .flatMap((group) => group.codes)
    .filter((code) => code !== 'WORLD' && !isHitElsewhere(groups, code, roles));
  for (const code of codes) {
    roles.targets.delete(code);
    if (roles.imposers.size === 0) roles.imposers.add(code);
  }
}

// "concerning products originating in the US and products exported to the US": the goods named first are hit.
function isHitElsewhere(groups: readonly PlaceGroup[], code: string, roles: LineRoles): boolean {
  const isOthersStep = roles.imposers.size > 0 && !roles.imposers.has(code);
  const named = groups.filter((group) => group.codes.includes(code));
  return isOthersStep && named.length > 1;
}

/** "Ankara argues and asks that Turkish goods be left out": who asks for its own goods lays nothing. */
export function clearAskers({ imposers, targets }: LineRoles): void {
  for (const code of targets) imposers.delete(code);
}
