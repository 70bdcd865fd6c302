// Japanese headlines that close with the tariff and need no verb: "中国、日本産水産物に追加関税", "タイ産コメに関税 米政府". In: a title.
// Out: the step, or null: whatever follows the noun would turn it, but for the office that lays it.
import type { Step } from '../objects/step-objects.ts';
import { hitBefore, hitsOf, type Line, means } from '../words/scene.ts';

const WEIGHT = 62;
const FIRST_WITHIN = 1;

/** The step of a headline that opens with who takes it, or whose goods it hits, and closes with the tariff. */
export function closingNoun(line: Line): Step | null {
  if (line.lang !== 'ja') return null;
  const object = hitsOf(line, 'tariff').at(-1);
  const opener = hitsOf(line, 'place')[0];
  if (object === undefined || !isAtEnd(line, object.to)) return null;
  if (opener === undefined || opener.from > FIRST_WITHIN || !isSide(line, opener.to)) return null;
  // "日本車に関税": the particle right before says on what.
  if (!means(hitBefore(line, object.from), 'particle', 'object')) return null;
  const told = { line, verb: object, object, family: 'impose', about: 'tariff' as const };
  return { ...told, mood: 'plain', action: 'imposed', isBackground: false, weight: WEIGHT };
}

// "関税 米政府".
function isAtEnd(line: Line, at: number): boolean {
  const end = line.tokens.length;
  if (at === end) return true;
  const office = hitsOf(line, 'place').find((hit) => hit.from === at && hit.to === end);
  return means(office, 'placekind', 'government') && isSpaced(line, at);
}

function isSpaced({ tokens }: Line, at: number): boolean {
  const [before, next] = [tokens[at - 1], tokens[at]];
  return before !== undefined && next !== undefined && next.start > before.end;
}

function isSide(line: Line, at: number): boolean {
  return hitsOf(line, 'particle').some(
    (hit) =>
      hit.from === at && (means(hit, 'particle', 'subject') || means(hit, 'particle', 'origin')),
  );
}
