// Sentences that turn away from the matter of an item.
import { hitsOf, type Line } from '../words/scene.ts';

/** How far from its start a sentence may turn to another matter: "But separately". */
const ASIDE_WITHIN = 1;

/** True for a sentence that turns to another matter ("Separately, India ...") or is a link that a feed pasted in. */
export function isAside(line: Line): boolean {
  return !line.isTitle && hitsOf(line, 'aside').some((hit) => hit.from <= ASIDE_WITHIN);
}
