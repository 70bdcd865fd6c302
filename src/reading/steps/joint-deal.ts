// Deals that a headline in another language than English tells by its parties: "Zollstreit: EU und Trump einigen sich" / "15
// Prozent auf die meisten Einfuhren", "Jest porozumienie USA–UE. Cła wyniosą 15 proc.". In: an item. Out: the step, if two
// parties agree in the title and a tariff's rate stands there or in the opening of the text.
import type { Step } from '../objects/step-objects.ts';
import { lineEndsAsQuestion } from '../objects/step-objects.ts';
import { placeGroups } from '../places/read-places.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitsOf, type Line, lineHas, means, type Scene } from '../words/scene.ts';
import { isLacking } from './verb-shape.ts';

const OPENING = 2;
const DEAL_WEIGHT = 101;
const OPEN_MOODS = ['if', 'threat', 'not', 'seek', 'plan', 'urge', 'cond'] as const;
const UNMADE = ['open', 'seek', 'threaten', 'propose', 'delay', 'suspend', 'remove'] as const;

/** The deal that the title tells; none where it is only wished for, or where no tariff is a term of it. */
export function jointDeal(scene: Scene, steps: readonly Step[]): readonly Step[] {
  if (scene.lang === 'en' || steps.some((step) => step.about === 'deal' && step.line.isTitle)) {
    return [];
  }
  const titles = scene.lines.filter((line) => line.isTitle);
  const agreed = titles.map((line) => [line, agreementIn(line)] as const);
  const [line, object] = agreed.find(([, hit]) => hit !== undefined) ?? [];
  if (line === undefined || object === undefined || titles.some(leavesOpen)) return [];
  if (partiesIn(titles).size < 2) return [];
  const isTerm = scene.lines.some(
    (candidate) =>
      candidate.index <= OPENING + titles.length - 1 &&
      candidate.classes.has('percent') &&
      (candidate.classes.has('tariff') || candidate.isUnderTariff),
  );
  if (!isTerm) return [];
  const told = { line, verb: object, object, family: 'reach', about: 'deal' as const };
  const action = 'deal-reached' as const;
  return [{ ...told, mood: 'plain', action, isBackground: false, weight: DEAL_WEIGHT }];
}

function agreementIn(line: Line): Hit | undefined {
  const isAgreed = (hit: Hit): boolean =>
    (hit.meanings.has('deal') && !isLacking(line, hit)) || means(hit, 'verb', 'commit');
  return line.hits.find(isAgreed);
}

function leavesOpen(line: Line): boolean {
  return (
    lineEndsAsQuestion(line) ||
    line.classes.has('background') ||
    OPEN_MOODS.some((mood) => lineHas(line, 'mood', mood)) ||
    UNMADE.some((family) => lineHas(line, 'verb', family)) ||
    line.marks.some((mark) => mark.meanings.has('frame') && !means(mark, 'frame', 'talks'))
  );
}

function partiesIn(titles: readonly Line[]): ReadonlySet<string> {
  return new Set(
    titles.flatMap((line) =>
      placeGroups(line).flatMap(({ codes }) => codes.filter((code) => code !== 'WORLD')),
    ),
  );
}

const FRAMING = ['background', 'cause', 'frame', 'verb'] as const;
const NAMED_WEIGHT = 62;

/** "Ostateczne cła na chińskie elektryki. Nawet 35,3 proc.": a headline that names a tariff on another's goods, and its rate in
 * a sentence of its own. */
export function namedAcross(scene: Scene): readonly Step[] {
  const [first, ...others] = scene.lines.filter((line) => line.isTitle);
  if (scene.lang === 'en' || first === undefined || others.length === 0) return [];
  const object = hitsOf(first, 'tariff').find((hit) => !means(hit, 'tariff', 'weak'));
  const isOnGoods = first.classes.has('place') && first.classes.has('product');
  if (object === undefined || !isOnGoods || leavesOpen(first)) return [];
  if (FRAMING.some((name) => first.classes.has(name))) return [];
  if (!others.some((line) => line.classes.has('percent') && !leavesOpen(line))) return [];
  const told = { line: first, verb: object, object, family: 'nominal', about: 'tariff' as const };
  const action = 'imposed' as const;
  return [{ ...told, mood: 'plain', action, isBackground: false, weight: NAMED_WEIGHT }];
}

/** True for a line in which a tariff is said to be agreed on by two that are named side by side. */
export function isAgreedByTwo(line: Line): boolean {
  return (
    line.lang !== 'en' &&
    (line.classes.has('deal') || lineHas(line, 'verb', 'commit')) &&
    !leavesOpen(line) &&
    hitsOf(line, 'place').length > 1 &&
    placeGroups(line).some(({ codes }) => codes.length === 2 && codes.includes('US'))
  );
}
