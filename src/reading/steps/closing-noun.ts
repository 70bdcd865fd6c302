// Japanese headlines that close with the tariff and need no verb: "中国、日本産水産物に追加関税". In: a title. Out: the step, or null:
// whatever follows the noun would turn it.
import type { Step } from '../objects/step-objects.ts';
import { hitBefore, hitsOf, type Line, means } from '../words/scene.ts';

const WEIGHT = 62;
const FIRST_WITHIN = 1;

/** The step of a headline that opens with who takes it and closes with the tariff. */
export function closingNoun(line: Line): Step | null {
  if (line.lang !== 'ja') return null;
  const object = hitsOf(line, 'tariff').at(-1);
  const opener = hitsOf(line, 'place')[0];
  if (object === undefined || object.to !== line.tokens.length) return null;
  if (opener === undefined || opener.from > FIRST_WITHIN || !isSubject(line, opener.to))
    return null;
  // "日本車に関税": the particle right before says on what.
  if (!means(hitBefore(line, object.from), 'particle', 'object')) return null;
  const told = { line, verb: object, object, family: 'impose', about: 'tariff' as const };
  return { ...told, mood: 'plain', action: 'imposed', isBackground: false, weight: WEIGHT };
}

function isSubject(line: Line, at: number): boolean {
  return hitsOf(line, 'particle').some(
    (hit) => hit.from === at && means(hit, 'particle', 'subject'),
  );
}
