// Who else is let off, where the text goes on about it: "waives tariffs on Thai panels" / "Panels from Cambodia and Vietnam are
// exempted as well". In: an item and its leading step. Out: the targets added. English only.
import { placeGroups } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { hitsOf, type Line, means, type Scene, tokenText } from '../words/scene.ts';
import { addAll, type Parties } from './found.ts';

const TOLD_WITHIN = 2;

/** Adds those whose goods a sentence right behind the title lets off "as well", "too" or "also". */
export function addSparedAsWell(
  { lines, lang }: Scene,
  { action }: Step,
  { imposers, targets }: Parties,
): void {
  if (lang !== 'en' || action !== 'exempted' || targets.size === 0) return;
  for (const line of lines) {
    if (line.isTitle || line.index > TOLD_WITHIN || !saysAsWell(line)) continue;
    const verb = hitsOf(line, 'verb').find((hit) => means(hit, 'verb', 'exempt'));
    const group = placeGroups(line).find(
      ({ to, preposition }) => verb !== undefined && to <= verb.from && preposition === 'from',
    );
    const codes = group?.codes.filter((code) => !imposers.has(code)) ?? [];
    addAll(targets, codes, line, 'role:spared-as-well');
  }
}

function saysAsWell(line: Line): boolean {
  return line.tokens.some(
    ({ text }, at) =>
      text === 'also' || text === 'too' || (text === 'well' && tokenText(line, at - 1) === 'as'),
  );
}
