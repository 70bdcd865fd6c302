// Tariffs that somebody only talks of. In: a verb and a tariff. Out: yes or no. Rules of
// no-pair.ts.
import { isActor } from '../objects/idle-tariffs.ts';
import { tokenText } from '../words/scene.ts';
import type { Pair } from './pair.ts';

const HOW = /^(?:how|what|why|whether|possible|potential)$/;

/** True for "a professor discussed how the planned tariffs could hit": whoever sets no tariff only talks of it. */
export function isMereTalk({ line, verb }: Pair): boolean {
  if (line.lang !== 'en' || !/^(?:discuss|debat)/.test(tokenText(line, verb.from))) return false;
  if (HOW.test(tokenText(line, verb.to))) return true;
  return !line.hits.some((hit) => hit.to <= verb.from && isActor(hit));
}
