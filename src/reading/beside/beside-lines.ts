// Sentences of the text that tell of another matter than the step: what was done before, another measure, what others face, ask,
// weigh or negotiate, how trade stands. In: an item and its leading step. Out: the item without them, so that no side, goods, rate,
// day or ground is read from there, and each of them with the rule that took it out.
import type { Step } from '../objects/step-objects.ts';
import { goodsOfRow } from '../steps/rows-of-act.ts';
import { rulesFor } from '../words/asked-rules.ts';
import type { Line, Scene } from '../words/scene.ts';
import { ABROAD } from './beside-abroad.ts';
import { knownOf, type Rule } from './known.ts';
import { isOnElseWithoutTariff, MERE_TRADE } from './mere-trade.ts';
import { isApart, isOtherTax, OTHER_MEASURES } from './other-measures.ts';
import { OTHERS_WISHES } from './others-wishes.ts';
import { isOfYearsBefore, PAST_MATTERS } from './past-matters.ts';

/** A sentence of another matter and the rule that told it so. */
export type BesideLine = { readonly line: Line; readonly rule: string };

/** The item without the sentences of other matters, and these. The title and the leading sentence always stay. */
export function withoutBeside(
  scene: Scene,
  lead: Step,
): { readonly scene: Scene; readonly beside: readonly BesideLine[] } {
  if (scene.lines.length < LEAST_LINES) return { scene, beside: NONE };
  const known = knownOf(scene, lead);
  const rulesOf = scene.lang === 'en' ? rulesInEnglish : rulesAbroad;
  const beside: BesideLine[] = [];
  const lines = scene.lines.filter((line) => {
    if (line.isTitle || line === lead.line || goodsOfRow(scene, line).length > 0) return true;
    if (line.index === 1 && line.tokens.length >= MANY_WORDS) return true;
    const rule = rulesOf(line).find(({ holds }) => holds(line, known));
    if (rule !== undefined) beside.push({ line, rule: rule.name });
    return rule === undefined;
  });
  return beside.length === 0 ? { scene, beside: NONE } : { scene: { ...scene, lines }, beside };
}

const NONE: readonly BesideLine[] = [];
/** A first sentence of so many words tells the step among the other things in it. */
const MANY_WORDS = 40;
/** A title and a sentence behind it. */
const LEAST_LINES = 2;

const rulesInEnglish = rulesFor([
  ...PAST_MATTERS,
  ...OTHER_MEASURES,
  ...OTHERS_WISHES,
  ...MERE_TRADE,
]);

const RULES_ABROAD: readonly Rule[] = [
  { name: 'beside:apart', needs: ['aside'], holds: isApart },
  { name: 'beside:of-before', holds: isOfYearsBefore },
  { name: 'beside:other-tax', needs: ['othertax'], holds: isOtherTax },
  { name: 'beside:no-tariff', holds: isOnElseWithoutTariff },
  ...ABROAD,
];

const rulesAbroad = rulesFor(RULES_ABROAD);
