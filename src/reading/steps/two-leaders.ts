// Two leaders that act together: "Trump, Chilean president agree to pause tariffs". In: an English sentence and its places. Out:
// where the two end, and which of them lays the tariff.
import type { PlaceGroup } from '../places/read-places.ts';
import { type Line, tokenText } from '../words/scene.ts';

const TITLE = /^(?:president|premier|pm|prime|leader|counterpart|chancellor|minister)$/;
const JOINING: ReadonlySet<string> = new Set([',', 'and', '&']);

/** Where a place ends, and the other leader that a comma joins to it. */
export function endOfLeaders(line: Line, group: PlaceGroup, groups: readonly PlaceGroup[]): number {
  return partnerOf(line, group, groups)?.to ?? group.to;
}

/** Of two leaders whom a verb joins the first one is who lays the tariff: the other is known by a country. */
export function firstLeader(line: Line, leaders: readonly PlaceGroup[]): PlaceGroup | undefined {
  return leaders.find((leader) => partnerOf(line, leader, leaders) !== undefined);
}

function partnerOf(
  line: Line,
  group: PlaceGroup,
  groups: readonly PlaceGroup[],
): PlaceGroup | undefined {
  if (line.lang !== 'en' || !JOINING.has(tokenText(line, group.to))) return undefined;
  return groups.find(
    ({ from, to }) =>
      from === group.to + 1 && [to - 1, to].some((at) => TITLE.test(tokenText(line, at))),
  );
}

const TOGETHER = /^(?:agree|vow|reach|strike|sign|announce|meet|hold|discuss|pledge|settle)$/;
const TITLED = 2;

/** "Trump and Chilean president agree": the verb of two, so that what stands before the second is no clause of its own. */
export function isTwoLeaders(line: Line, at: number, groups: readonly PlaceGroup[]): boolean {
  if (!JOINING.has(tokenText(line, at))) return false;
  const first = groups.find(({ to }) => to === at);
  const other = first === undefined ? undefined : partnerOf(line, first, groups);
  if (other === undefined) return false;
  return line.tokens.slice(other.to, other.to + TITLED + 1).some(({ text }) => TOGETHER.test(text));
}
