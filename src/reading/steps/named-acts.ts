// Titles that only name an act and its tariff: "White House Proclamation on Import Duties on Robots", "Executive order on
// tariffs on Brazilian goods". In: a title and the steps told elsewhere. Out: the step, or null where the text tells one of its
// own. English only.
import type { Step } from '../objects/step-objects.ts';
import { hitsOf, type Line, tokenText } from '../words/scene.ts';

const WEIGHT = 62;
const ACTS = /^(?:proclamation|decree|notification|ordinance|regulation)$/;
const ORDERING = /^(?:executive|ministerial|customs|cabinet)$/;
const ABOUT = /^(?:on|regarding|concerning|about|imposing)$/;
/** Words between the act and its tariff: "on semi-finished copper tariffs". */
const TARIFF_WITHIN = 5;

/** The step of a title that names an act on a tariff. */
export function namedAct(line: Line, others: readonly Step[]): Step | null {
  if (line.lang !== 'en' || !line.isTitle || line.classes.has('frame')) return null;
  if (others.some((step) => !step.isBackground)) return null;
  const about = line.tokens.findIndex(({ text }, at) => ABOUT.test(text) && isActBefore(line, at));
  if (about < 0) return null;
  const object = hitsOf(line, 'tariff').find(
    (hit) => hit.from > about && hit.from - about <= TARIFF_WITHIN,
  );
  if (object === undefined) return null;
  const told = { line, verb: object, object, family: 'nominal', about: 'tariff' as const };
  return { ...told, mood: 'plain', action: 'imposed', isBackground: false, weight: WEIGHT };
}

function isActBefore(line: Line, at: number): boolean {
  const act = tokenText(line, at - 1);
  return ACTS.test(act) || (act === 'order' && ORDERING.test(tokenText(line, at - 2)));
}
