// In: the sentences of an item. Out: quota quantities in tonnes as printed.
// Tonnages of trade or output are no quotas: the sentence has to speak of a quota or of what lies beyond one.
import type { Fact } from '../../domain/reading.ts';
import { evidenceOf, hitsOf, type Line, lineHas, type Scene, tokenText } from '../words/scene.ts';
import { toNumber } from './printed-numbers.ts';

const MILLION = 1_000_000;

/** Quantities in metric tonnes; short and metric tons are not told apart by most texts and are taken as printed. */
export function readQuotaTonnes(
  scene: Scene,
  isOthers: (line: Line) => boolean,
): readonly Fact<number>[] {
  const found: Fact<number>[] = [];
  for (const line of scene.lines) {
    const isQuota =
      lineHas(line, 'quota') || lineHas(line, 'outquota') || lineHas(line, 'zerorate');
    if (!isQuota || !line.classes.has('tonnes') || isOthers(line)) continue;
    for (const hit of hitsOf(line, 'tonnes')) {
      const isMillion =
        tokenText(line, hit.from) === 'million' || tokenText(line, hit.from - 1) === 'million';
      const at = tokenText(line, hit.from - 1) === 'million' ? hit.from - 2 : hit.from - 1;
      const token = line.tokens[at];
      const number = token?.kind === 'number' ? toNumber(token.text, scene.lang) : null;
      if (number === null) continue;
      const value = isMillion ? Math.round(number * MILLION) : number;
      if (found.some((fact) => fact.value === value)) continue;
      found.push({ value, evidence: evidenceOf(line, 'quota:tonnes') });
    }
  }
  return found;
}
