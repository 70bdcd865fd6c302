// Who lays a tariff that no sentence says is laid by anybody: the state whose makers asked for it or are shielded by it, whose budget
// or shortage the text tells as the reason. In: an English item and who is hit. Out: the imposer added, or false.
import { type PlaceGroup, placeGroups } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { type Line, type Scene, tokenText } from '../words/scene.ts';
import { says, wordGroup } from '../words/word-groups.ts';
import { addAll, type Found } from './found.ts';

const NEAR = 3;
const MAKERS =
  /^(?:\w*makers?|producers?|growers?|farmers?|manufacturers?|mills?|millers?|industry|industries|companies|firms?|smelters?|refiners?|ranchers?|jobs|workers?|group)$/;
const MAKERS_WITHIN = 3;
/** What makers do to get a tariff, and what it does for them. */
const CARING = wordGroup(
  'brought complained complaint complaints petition petitioned petitions applied application asked lodged requested filed sought lobbied protect protects protecting protected guard guards guarding guarded cushion cushions bolster bolsters support supports shield shields shielding shielded defend defends safeguard safeguards injury injured injures hurt hurts harm harmed damage damaged damages suffered help helps domestic',
);
const SHORT = wordGroup('shortage shortages short scarce drought');
const BUDGET = /^(?:budget|parliament|legislature|consumers|households|shoppers)$/;

/** Fills `imposers` by the one state other than those hit that the text tells as having asked for the step or as needing it. */
export function addWhoseIndustry(
  scene: Scene,
  lead: Step,
  imposers: Found,
  targets: Found,
): boolean {
  if (lead.about === 'deal' || lead.action === 'exemption-sought') return false;
  if (scene.lang !== 'en') return false;
  for (const line of scene.lines) {
    if (line.isTitle || line.index > NEAR) continue;
    const own = placeGroups(line).filter(
      ({ codes, isPair }) =>
        codes.length === 1 &&
        !isPair &&
        codes.every((code) => code !== 'WORLD' && !targets.has(code)),
    );
    const group = own.find((candidate) => isOwnNeed(line, candidate));
    if (group === undefined || new Set(own.flatMap(({ codes }) => codes)).size > 1) continue;
    addAll(imposers, group.codes, line, 'role:whose-industry');
    return true;
  }
  return false;
}

function isOwnNeed(line: Line, group: PlaceGroup): boolean {
  const first = group.isPossessive ? group.to + 1 : group.to;
  const behind = line.tokens.slice(first, first + MAKERS_WITHIN).map(({ text }) => text);
  if (says(line, CARING) && behind.some((text) => MAKERS.test(text))) return true;
  if (says(line, CARING) && isMakersThere(line, group)) return true;
  if (group.isPossessive && BUDGET.test(behind[0] ?? '')) return true;
  return (
    says(line, SHORT) && group.role !== 'origin' && (group.from <= 1 || group.preposition === 'in')
  );
}

// "an industry group in Brazil had complained".
function isMakersThere(line: Line, { from, preposition }: PlaceGroup): boolean {
  if (preposition !== 'in') return false;
  return [2, 3].some((steps) => MAKERS.test(tokenText(line, from - steps)));
}
