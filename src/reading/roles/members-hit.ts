// Whether a bloc or its members are hit: "EU dairy, including French cheese", "tariffs on Denmark, France and Britain", "200% sur les
// vins français" over a text on several European states. In: an item and the targets found so far. Out: the targets without the
// bloc, or without its members.
import { EU_MEMBERS, isMember } from '../../reference/memberships.ts';
import { placeGroups } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import type { Scene } from '../words/scene.ts';
import { addAll, type Found } from './found.ts';

/** "EU dairy ... including French cheese": where the bloc is hit, its members are examples, unless they are the ones that are meant. */
export function dropMembers(
  scene: Scene,
  lead: Step,
  told: ReadonlySet<string>,
  targets: Found,
): void {
  if (!told.has('EU')) return;
  const day = scene.publishedOn ?? NO_DAY;
  const members = [...targets.keys()].filter((code) => isMember(code, EU_MEMBERS, day));
  const made = makersInTitle(scene, lead).filter((code) => isMember(code, EU_MEMBERS, day));
  if (made.length > 0 && scene.title !== null) {
    targets.delete('EU');
    addAll(targets, made, scene.title, 'role:makers-in-title');
    return;
  }
  // "eight European countries": a list of them says which ones.
  const least = isOfStates(scene) ? SINGLE_MEMBERS : LISTED_MEMBERS;
  if (members.length >= least) targets.delete('EU');
  else for (const code of members) if (!told.has(code)) targets.delete(code);
}

/** "Poland wants the EU tariff raised": a bloc lays nothing on its own members. */
export function dropOwnMembers(scene: Scene, targets: Found): void {
  const day = scene.publishedOn ?? NO_DAY;
  for (const code of [...targets.keys()]) {
    if (isMember(code, EU_MEMBERS, day)) targets.delete(code);
  }
}

const LISTED_MEMBERS = 3;
const SINGLE_MEMBERS = 1;

// "tariffs on European nations" / "Denmark, Britain and France": states of the continent and not the bloc.
function isOfStates({ title }: Scene): boolean {
  return title !== null && /\beuropean (?:nations|countries|states|allies)\b/i.test(title.raw);
}

// "200% sur les vins français" / "il avait menacé plusieurs pays européens": whose goods the title names with the rate.
function makersInTitle({ title }: Scene, lead: Step): readonly string[] {
  if (title === null || title === lead.line || title.lang === 'en') return [];
  if (!title.classes.has('product') || !title.classes.has('percent')) return [];
  return placeGroups(title)
    .filter(({ kinds, role }) => kinds.every((kind) => kind === 'demonym') && role !== 'owner')
    .flatMap(({ codes }) => codes);
}

/** Members are asked for on a day; without one, on a day when all of today's had joined. */
const NO_DAY = '2021-01-01';
