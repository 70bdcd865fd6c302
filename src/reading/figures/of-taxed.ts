// "raises tariffs on textile imports by 15%": it is the tariff that is raised, and not the imports. In: a line and where the
// name of the goods ends. Out: yes or no.
// English only.
import { hitsOf, type Line, tokenText } from '../words/scene.ts';

const ELSE = ['verb', 'movement', 'quota'] as const;

/** True where what ends at `to` is on what a tariff lies that nothing else is told of in between. */
export function isOfTaxed(line: Line, to: number): boolean {
  const duty = hitsOf(line, 'tariff').findLast((hit) => hit.to <= to);
  if (duty === undefined || tokenText(line, duty.to) !== 'on') return false;
  return !line.hits.some(
    (hit) => hit.from > duty.to && hit.to <= to && ELSE.some((name) => hit.meanings.has(name)),
  );
}
