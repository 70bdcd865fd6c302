// Goods outside English that were spared only until now: "Les fruits encore épargnés paieraient 20%", "bislang verschonte Waren". In:
// the word of sparing in its sentence. Out: whether the step ends that.
import type { Hit } from '../words/lexicon.ts';
import { type Line, tokenText } from '../words/scene.ts';

/** Words for "until now", folded. */
const TILL_NOW =
  /^(?:encore|jusqu|jusque|ici|bislang|bisher|noch|ahora|ancora|finora|agora|ainda|dotad|jeszcze|nog|nu|toe|пока|до|сих|hittills|hidtil|dosud|simdiye|belum)$/;
const WITHIN = 2;

/** True for a word of sparing behind one that says that it was so until now. */
export function isTillNow(line: Line, { from }: Hit): boolean {
  if (line.lang === 'en') return false;
  return [1, 2].some((steps) => steps <= WITHIN && TILL_NOW.test(tokenText(line, from - steps)));
}
