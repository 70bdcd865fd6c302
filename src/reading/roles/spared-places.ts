// Who is spared by name: "except Canada", "sparing Norway", "Iceland is exempted". In: a place of a line. Out: yes or no.
import type { Action } from '../../domain/reading.ts';
import type { PlaceGroup } from '../places/read-places.ts';
import { isInSparedClause } from '../places/spared-clause.ts';
import { clauseAt } from '../steps/split-clauses.ts';
import { hitsOf, isParted, type Line, tokenText } from '../words/scene.ts';
import { RELIEF } from './imply-imposer.ts';

/** True for "except Canada", "sparing aircraft", "Norway and Iceland are exempted". */
export function isSpared(line: Line, group: PlaceGroup, action: Action | undefined): boolean {
  if (action !== undefined && RELIEF.has(action)) return false;
  if (isInSparedClause(line, group.from)) return true;
  return hitsOf(line, 'except').some((hit) => {
    // "Chile spared for now as Peru delays its tariff": Peru acts in a clause of its own.
    if (clauseAt(line, hit.from) !== clauseAt(line, group.from)) return false;
    if (hit.to <= group.from)
      return group.from - hit.to <= 24 && !isParted(line, hit.to, group.from);
    if (EXCEPTING.has(tokenText(line, hit.from))) return false;
    if (hit.from < group.to || hit.from - group.to > 3) return false;
    // "Makers from Mexico are spared".
    const isOfMakers =
      group.preposition === 'from' && /^(?:is|are|was|were|will)$/.test(tokenText(line, hit.from));
    return group.role === 'bare' || isOfMakers || isClosing(line, hit.to);
  });
}

// "Einfuhren aus Mexiko sind ausgenommen.": outside English the word closes the sentence.
function isClosing(line: Line, end: number): boolean {
  const rest = line.tokens.slice(end);
  return line.lang !== 'en' && !line.isTitle && rest.every(({ kind }) => kind === 'mark');
}

/** Prepositions: they spare only what stands behind them ("Indian mills other than Tata"). */
const EXCEPTING: ReadonlySet<string> = new Set(
  'except excepting excluding other apart aside save minus with but'.split(' '),
);
