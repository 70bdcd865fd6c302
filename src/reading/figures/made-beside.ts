// Rates that a verb of its own makes beside a tariff that ends: "lifts its duty on almonds and adds 10% on coal". In: a percentage in
// its sentence and the leading step. Out: yes or no. English only.
import type { Step } from '../steps/find-steps.ts';
import { isParted, type Line, means } from '../words/scene.ts';
import type { Percent } from './find-percents.ts';

const MAKES = ['impose', 'raise', 'cut', 'threaten', 'propose', 'gain'] as const;

/** "lifts its duty on almonds and adds 10% on coal", "removes the penalty, leaving 18%": a verb of its own makes the rate. */
export function isMadeBeside(line: Line, percent: Percent, lead: Step): boolean {
  if (line !== lead.line || line.lang !== 'en') return false;
  const own = line.hits.findLast(
    (hit) =>
      hit.to <= percent.from &&
      (hit.meanings.has('verb') || hit.meanings.has('gainer')) &&
      !isParted(line, hit.to, percent.from),
  );
  const left = line.tokens.slice(Math.max(0, percent.from - LEFT_WITHIN), percent.from);
  if (left.some(({ text }) => LEAVING.has(text))) return true;
  if (own === undefined || own === lead.verb || own.from === lead.verb.from) return false;
  return own.meanings.has('gainer') || MAKES.some((family) => means(own, 'verb', family));
}

const LEFT_WITHIN = 3;
const LEAVING: ReadonlySet<string> = new Set(['leaving', 'leaves', 'leave']);
