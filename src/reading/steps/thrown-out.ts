// What a court throws out is a plea, and not the tariff that the plea is about: "throws out challenge to tariffs", "strikes down
// effort to end steel tariffs". In: a verb and what it would be done to. Out: yes or no. English only.
import { means } from '../words/scene.ts';
import { placeOf, wordGroup } from '../words/word-groups.ts';
import type { Pair } from './pair.ts';

const PLEAS = wordGroup(
  'challenge challenges petition petitions lawsuit lawsuits suit suits appeal appeals bid bids effort efforts attempt attempts complaint complaints claim claims motion motions request requests plea pleas objection objections',
);
const PLEA_WITHIN = 4;

/** True for the verb that throws out a plea, and for what the plea was to do. */
export function isThrownOut({ line, verb, object }: Pair): boolean {
  if (line.lang !== 'en' || !line.classes.has('court')) return false;
  if (object.from < verb.to) return false;
  if (means(verb, 'verb', 'strike')) {
    const plea = placeOf(line, PLEAS, verb.to, verb.to + PLEA_WITHIN);
    return plea >= 0 && plea < object.from;
  }
  const plea = placeOf(line, PLEAS, Math.max(0, verb.from - 2), verb.to);
  if (plea < 0) return false;
  return line.hits.some(
    (hit) => hit.to <= plea && plea - hit.to <= 2 && means(hit, 'verb', 'strike'),
  );
}
