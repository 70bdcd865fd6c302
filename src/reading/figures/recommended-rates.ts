// Rates that somebody had recommended before the step: "The ministry had recommended 10 percent, with a duty of 5 percent from 2027".
// In: a percentage in its sentence. Out: yes or no. English only.
import { tokenText } from '../words/scene.ts';
import { placeOf, wordGroup } from '../words/word-groups.ts';
import type { RateAt } from './rate-at.ts';

export const RECOMMENDED = wordGroup('recommended advised suggested');
const BEFORE_WITHIN = 3;
const THAT_WITHIN = 9;

/** True behind "had recommended", up to a semicolon, and for "the 30% that it had recommended". */
export function wasRecommended({ line, percent, lead }: RateAt): boolean {
  const at = placeOf(line, RECOMMENDED);
  if (line.lang !== 'en' || line.isTitle || line === lead.line || at < 0) return false;
  const before = line.tokens.slice(Math.max(0, at - BEFORE_WITHIN), at);
  if (!before.some(({ text }) => text === 'had')) return false;
  if (percent.to <= at) return at - percent.to <= THAT_WITHIN && isOfClause(percent.to, at);
  return isOfClause(at, percent.from);

  function isOfClause(from: number, to: number): boolean {
    for (let place = from; place < to; place += 1) if (tokenText(line, place) === ';') return false;
    return true;
  }
}
