// Rates of a tariff that the sentence gives to another state. In: a percentage in its sentence, the leading step and who is known.
// Out: yes or no. English only.
import type { Step } from '../steps/find-steps.ts';
import { isStranger, type Known, ownerOfTariff } from '../steps/tariff-owner.ts';
import { hitsOf, isParted, type Line, means } from '../words/scene.ts';
import type { Percent } from './find-percents.ts';

const OF_TARIFF_WITHIN = 3;

/** True in "runs from June as US tariffs of 15% bite": the tariff next to the figure is told to be another's. */
export function isOfOwnedTariff(line: Line, percent: Percent, lead: Step, known: Known): boolean {
  if (line.isTitle || line === lead.line) return false;
  const tariff = hitsOf(line, 'tariff').find(
    (hit) =>
      (hit.from >= percent.to && hit.from - percent.to <= 1) ||
      (percent.from >= hit.to && percent.from - hit.to <= OF_TARIFF_WITHIN),
  );
  if (
    tariff === undefined ||
    isParted(line, Math.min(tariff.to, percent.to), Math.max(tariff.from, percent.from))
  )
    return false;
  const owner = ownerOfTariff(line, tariff);
  // "Peru's general duty is 32.6%": in a trade-remedy case a duty may be called after whom it hits.
  const isOfCase = means(lead.object, 'tariff', 'AD') || means(lead.object, 'tariff', 'CVD');
  if (isOfCase && owner?.codes.every((code) => known.targets.has(code)) === true) return false;
  return owner !== null && isStranger(owner, known);
}
