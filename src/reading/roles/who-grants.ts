// Who is asked for a relief or grants it, by the preposition before the name: "seeks a waiver from Brazil". In: a place of a line and
// the step told there. Out: yes or no.
import { isAuthority, type PlaceGroup } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { hitBefore, type Line, means, tokenText } from '../words/scene.ts';
import { isAccepted, isGainer } from './who-bears.ts';

const ON: ReadonlySet<string> = new Set(['on', 'against']);
const BORNE_BY: ReadonlySet<string> = new Set(['for', 'of']);

// "asks Trump to pause the tariff on Bangladesh": who bears it; "exemptions on the US deal" are asked of the one named.
function isOnTariff(line: Line, group: PlaceGroup): boolean {
  return (
    ON.has(group.preposition) &&
    means(hitBefore(line, group.from - 1), 'tariff') &&
    tokenText(line, group.from - 1) === group.preposition
  );
}

/** Behind "to", "from", "with" stands who is asked or who grants; an authority is never the one hit. */
export function isGiver(
  line: Line,
  group: PlaceGroup,
  step: Step | null,
  isRequest: boolean,
): boolean {
  if (isAuthority(group)) return true;
  if (group.kinds.every((kind) => kind === 'demonym')) return false;
  // "accepts 15% tariff in a deal with Oslo".
  if (step !== null && isAccepted(step) && group.preposition === 'with') return true;
  if (isRequest) return !BORNE_BY.has(group.preposition) && !isOnTariff(line, group);
  const isGained =
    step !== null && (step.about === 'relief' || step.family === 'gain') && isGainer(step);
  return isGained && (group.preposition === 'with' || group.preposition === 'from');
}

const SENT = ['tariff', 'pausenoun', 'relief'] as const;

const BROUGHT_IN = /^(?:imports?|imported|foreign|goods|products)$/;

/** "a tariff pause from Brazil": right behind the measure stands whose it is. */
export function isSender(line: Line, group: PlaceGroup): boolean {
  if (group.preposition !== 'from') return false;
  const before = line.tokens.findLastIndex((token, at) => at < group.from && token.text === 'from');
  const measure = hitBefore(line, before);
  if (measure === undefined || !SENT.some((name) => measure.meanings.has(name))) return false;
  // "plans to raise duties on imports from Ghana": the imports come from there.
  return !BROUGHT_IN.test(tokenText(line, measure.to - 1));
}
