// Little words before a rate that tell a day: "from February it is 1.3%", "dal 1 agosto dazi al 30%". In: such a word in its sentence.
// Out: yes or no.
import type { Hit } from '../words/lexicon.ts';
import { hitOver, type Line, tokenText } from '../words/scene.ts';

/** True for "from February it is 1.3%": whence a rate is charged. English only. */
export function isFromDay(line: Line, hit: Hit): boolean {
  if (line.lang !== 'en' || tokenText(line, hit.to - 1) !== 'from') return false;
  return WHENCE.some((name) => hitOver(line, hit.to)?.meanings.has(name) === true);
}

const WHENCE = ['month', 'weekday', 'relday'] as const;
const DAYS = ['weekday', 'relday', 'month', 'now'] as const;

/** True for "desde el lunes un arancel del 25%", "dal 1 agosto dazi al 30%": a day stands behind the little word, no rate. */
export function isOfDay(line: Line, hit: Hit): boolean {
  if (line.lang === 'en' || !hit.meanings.has('effective')) return false;
  const isDay = (at: number): boolean =>
    DAYS.some((name) => hitOver(line, at)?.meanings.has(name) === true);
  const isDated =
    line.tokens[hit.to]?.kind === 'number' && (isDay(hit.to + 1) || isDay(hit.to + 2));
  return isDay(hit.to) || isDated;
}
