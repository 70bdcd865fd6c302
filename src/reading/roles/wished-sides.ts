// Who lays and who bears the tariff that a wish speaks of: "O plano do Brasil é que Washington suspenda a sobretaxa". In: a line, its
// places, the step told there. Out: on which
// side a place stands, or the target that only the title tells.
import { type PlaceGroup, placeGroups } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { wishOver } from '../steps/wished-of-other.ts';
import type { Line, Scene } from '../words/scene.ts';
import { addAll, type Parties } from './found.ts';

/** The side of a place by the wish of its sentence; null where that says nothing of it. */
export function sideOfWish(line: Line, group: PlaceGroup, step: Step): 'by' | 'on' | null {
  const wish = step.action === 'exemption-sought' ? wishOver(line, step.verb) : null;
  if (wish === null) return null;
  const doers = wish.doer.meanings.get('place') ?? [];
  if (group.codes.some((code) => doers.includes(code))) return 'by';
  return group.from === wish.wisher?.from ? 'on' : null;
}

/** Adds who wishes it where only the title says so: "Lula quer reverter tarifaço" / "o plano é que Washington suspenda". */
export function addWisherInTitle(
  { title }: Scene,
  { line, action, verb }: Step,
  { imposers, targets }: Parties,
): void {
  if (title === null || title === line || action !== 'exemption-sought') return;
  if (wishOver(line, verb) === null) return;
  const wisher = placeGroups(title).find(({ codes }) =>
    codes.every((code) => code !== 'WORLD' && !imposers.has(code)),
  );
  if (wisher !== undefined) addAll(targets, wisher.codes, title, 'role:wisher-in-title');
}
