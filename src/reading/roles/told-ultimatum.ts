// Whom an ultimatum is put to, and by whom: "Trump warns India: stop buying Russian oil or pay 50%", "Canada must drop its tax or
// face tariffs". In: an English line and its places. Out: the two sides, or null where no ultimatum is told. Who else is named
// in it ("Russian oil") is only what it is about.
import type { PlaceGroup } from '../places/read-places.ts';
import { orElseAt } from '../steps/held-steps.ts';
import { hitsOf, type Line, tokenText } from '../words/scene.ts';
import { wordGroup } from '../words/word-groups.ts';
import { ACTING, firstBefore, isOther, type Sides, type Way } from './sides.ts';

const OR = wordGroup('or');
const TELLING =
  /^(?:tells?|told|warns?|warned|gives?|gave|orders?|ordered|urges?|urged|asks?|asked|to)$/;
const OBLIGED: ReadonlySet<string> = new Set(['must', 'has', 'needs', 'should', 'had']);

function besideUltimatum(line: Line, groups: readonly PlaceGroup[]): Sides | null {
  const or = orElseAt(line);
  if (or < 0) return null;
  for (const by of groups) {
    const on = ACTING.has(by.role) ? addressedBehind(line, by, groups) : undefined;
    if (on !== undefined && by.codes.length === 1) return { by, on };
  }
  const on = groups.find(
    (group) => ACTING.has(group.role) && group.to < or && OBLIGED.has(tokenText(line, group.to)),
  );
  if (on === undefined) return null;
  return on === groups[0] ? { by: null, on } : saidOf(line, on, groups, or);
}

// "Trump says Mexico must act or face 30%", "Trump: Mexico must act": who says what another must do lays the tariff, if no other is named behind "or".
function saidOf(
  line: Line,
  on: PlaceGroup,
  groups: readonly PlaceGroup[],
  or: number,
): Sides | null {
  const by = firstBefore(groups, on.from, on);
  if (by === undefined) return null;
  const isSaid =
    tokenText(line, by.to) === ':' ||
    hitsOf(line, 'saying').some((hit) => hit.from >= by.to && hit.to <= on.from);
  const isAnothers = groups.some((group) => group.from > or && isOther(group, by));
  return isSaid && !isAnothers ? { by, on } : null;
}

/** True for who is named in what an ultimatum demands: "stop buying Russian oil or pay 50%". */
export function isOfDemand(line: Line, { from }: PlaceGroup): boolean {
  return line.lang === 'en' && from < orElseAt(line);
}

// "Trump tells Japan", "Washington warns the EU", "Trump to EU: buy our gas".
function addressedBehind(
  line: Line,
  by: PlaceGroup,
  groups: readonly PlaceGroup[],
): PlaceGroup | undefined {
  const verb = tokenText(line, by.to);
  if (!TELLING.test(verb)) return undefined;
  const start = tokenText(line, by.to + 1) === 'the' ? by.to + 2 : by.to + 1;
  const on = groups.find((group) => group.from === start && !group.isPossessive);
  if (on === undefined || !isOther(on, by)) return undefined;
  return verb !== 'to' || tokenText(line, on.to) === ':' ? on : undefined;
}

/** The ways in which an ultimatum tells its sides. */
export const WAYS_OF_ULTIMATUM: readonly Way[] = [{ needs: [OR], tell: besideUltimatum }];
