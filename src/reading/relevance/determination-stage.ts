// How far a trade-remedy case is by the determination that its title names. In: an item. Out: the stage of the measure, or null.
import type { MeasureStage } from '../../domain/reading.ts';
import type { Scene } from '../words/scene.ts';
import { says, wordGroup } from '../words/word-groups.ts';

/**
 * The stage of a measure after a trade-remedy determination, which has no action of its own: a preliminary affirmative one
 * proposes duties, a final affirmative one announces them, a negative one ends the case. Null for any other item.
 */
export function determinationStage(scene: Scene): MeasureStage | null {
  const marks = scene.title?.marks.filter((hit) => hit.meanings.has('notice')) ?? [];
  const kinds = marks.map((hit) => hit.meanings.get('notice')?.[0]);
  if (kinds[0] === 'negative') return 'ended';
  if (scene.title === null || kinds[0] !== 'determination') return null;
  return says(scene.title, PRELIMINARY) ? 'proposed' : 'announced';
}

const PRELIMINARY = wordGroup('preliminary preliminarily provisional continue');
