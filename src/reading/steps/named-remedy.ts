// Titles that only name a trade remedy by its stage: "Provisional Safeguard Duty on Hot-Rolled Coil", "Definitive anti-dumping measures
// on tiles". In: a title and the steps told elsewhere. Out: the step, or null where the text tells one of its own, or the title no
// stage: the remedy may be up for review. English only.
import type { Step } from '../objects/step-objects.ts';
import { hitsOf, type Line, means, tokenText } from '../words/scene.ts';

const WEIGHT = 62;
const REMEDIES = ['AD', 'CVD', 'safeguard'] as const;
const STAGE = /^(?:provisional|definitive|interim)$/;
const ABOUT: ReadonlySet<string> = new Set('on against concerning for'.split(' '));
const OPENING: ReadonlySet<string> = new Set('notice of application to a an the new'.split(' '));
const OPENS_WITHIN = 5;

/** The step of a title that opens with a remedy that is called provisional or definitive and says on what it is. */
export function namedRemedy(line: Line, others: readonly Step[]): Step | null {
  if (line.lang !== 'en' || !line.isTitle || line.classes.has('probe')) return null;
  if (others.some(({ isBackground }) => !isBackground)) return null;
  if (line.classes.has('routine') || line.classes.has('background')) return null;
  const object = hitsOf(line, 'tariff').find((hit) =>
    REMEDIES.some((kind) => means(hit, 'tariff', kind)),
  );
  if (object === undefined) return null;
  const stage = [object.from - 1, object.from].find((at) => STAGE.test(tokenText(line, at)));
  if (stage === undefined || stage > OPENS_WITHIN) return null;
  if (!line.tokens.slice(0, stage).every(({ text }) => OPENING.has(text))) return null;
  const end = /^(?:measures?|dut(?:y|ies)|lev(?:y|ies))$/.test(tokenText(line, object.to))
    ? object.to + 1
    : object.to;
  if (!ABOUT.has(tokenText(line, end)) && !ABOUT.has(tokenText(line, end - 1))) return null;
  if (hitsOf(line, 'verb').some((hit) => hit.from >= end && !hit.meanings.has('except')))
    return null;
  const told = { line, verb: object, object, family: 'nominal', about: 'tariff' as const };
  return { ...told, mood: 'plain', action: 'imposed', isBackground: false, weight: WEIGHT };
}
