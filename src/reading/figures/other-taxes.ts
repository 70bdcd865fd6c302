// Percentages of taxes that are no customs duty: value added tax, sales tax, a levy on what firms take in. In: a percentage in its
// sentence. Out: yes or no.
import type { Hit } from '../words/lexicon.ts';
import { isParted, type Line, means, tokenText } from '../words/scene.ts';
import { wordGroup } from '../words/word-groups.ts';
import type { Percent } from './find-percents.ts';

const TAX_BEHIND = 2;

/** True for "VAT stays at 21%", "20% sales tax": the tax named behind the figure, or else the last one before it, is no customs duty. */
export function isOtherTax(line: Line, percent: Percent): boolean {
  if (!line.classes.has('othertax') && !line.classes.has('frame')) return false;
  const taxes = line.hits.filter((hit) => hit.meanings.has('tariff') || isOther(hit));
  const behind = taxes.find(
    (hit) =>
      hit.from >= percent.to &&
      hit.from - percent.to <= TAX_BEHIND &&
      !hasComma(line, percent.to, hit.from) &&
      !isParted(line, percent.to, hit.from),
  );
  const before = taxes.findLast(
    (hit) => hit.to <= percent.from && !isParted(line, hit.to, percent.from),
  );
  const nearest = behind ?? before;
  return nearest !== undefined && isOther(nearest);
}

function hasComma(line: Line, from: number, to: number): boolean {
  return line.tokens.slice(from, to).some(({ text }) => text === ',');
}

function isOther(hit: Hit): boolean {
  return hit.meanings.has('othertax') || means(hit, 'frame', 'homonym');
}

export const REVENUE = wordGroup('revenue revenues');
const TAX = /^(?:levy|tax|duty|charge)$/;
const REVENUE_WITHIN = 5;

/** True for "the three per cent levy on the Canadian revenue of big firms": a tax on services. */
export function isOnRevenue(line: Line, percent: Percent): boolean {
  if (!TAX.test(tokenText(line, percent.to)) || tokenText(line, percent.to + 1) !== 'on')
    return false;
  const behind = line.tokens.slice(percent.to + 2, percent.to + 2 + REVENUE_WITHIN);
  return behind.some(({ text }) => REVENUE.has(text));
}
