// The two sides of a tariff, and who of a sentence may be one. In: places of a line. Out: a side.
import type { PlaceGroup } from '../places/read-places.ts';
import type { Needing } from '../words/asked-rules.ts';
import type { Line } from '../words/scene.ts';

/** The two sides; `by` is null where only who bears it is told. */
export type Sides = { readonly by: PlaceGroup | null; readonly on: PlaceGroup };

/** One way in which a sentence tells both sides. */
export type Way = Needing & {
  readonly tell: (line: Line, groups: readonly PlaceGroup[]) => Sides | null;
};

/** How who acts stands in a sentence. */
export const ACTING: ReadonlySet<string> = new Set(['bare', 'subject']);

/** True for another country than `than`. */
export function isOther(group: PlaceGroup, than: PlaceGroup): boolean {
  return group !== than && !group.codes.some((code) => than.codes.includes(code));
}

/** Who is named first, as a subject or in a name that speaks for it, and is not the other side. */
export function firstBefore(
  groups: readonly PlaceGroup[],
  end: number,
  other: PlaceGroup,
): PlaceGroup | undefined {
  return groups.find(
    (group) =>
      group.to <= end &&
      ACTING.has(group.role) &&
      !group.isPair &&
      group.codes.length === 1 &&
      !group.codes.includes('WORLD') &&
      isOther(group, other),
  );
}
