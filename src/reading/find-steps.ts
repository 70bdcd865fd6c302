// In: the sentences of an item. Out: the steps they tell: a verb, what it is done to, in which mood.
// It reads grammar only roughly: the nearest fitting noun, and the words that govern the verb before it.
import type { Action } from '../domain/reading.ts';
import { ACTION_OF, OBJECTS, type StepObject, WEIGHT_OF } from './action-table.ts';
import type { Hit } from './lexicon.ts';
import { FARTHEST, objectDistance } from './object-distance.ts';
import { inMood, type Mood, moodOf } from './read-mood.ts';
import { hitsOf, type Line, lineHas, means, oncePerLine, type Scene, tokenText } from './scene.ts';
import {
  isActingTariff,
  isAdjective,
  isHelper,
  isLacking,
  isOldNews,
  isPutOnHold,
  isSubjectTo,
  isWarning,
} from './verb-shape.ts';

/** One step as a sentence tells it. Token positions are those of `line`. */
export type Step = {
  readonly line: Line;
  readonly verb: Hit;
  readonly object: Hit;
  readonly family: string;
  readonly about: StepObject;
  readonly mood: Mood;
  readonly action: Action;
  /** Told as old news: behind "after", "since", "who". */
  readonly isBackground: boolean;
  readonly weight: number;
};

/** False for what is denied to happen; a refusal to exempt is a step of its own. */
export function isTold(step: Step): boolean {
  return step.mood !== 'not' || step.action === 'exemption-denied';
}

/** All steps, the leading one first. */
export function findSteps(scene: Scene): readonly Step[] {
  const steps = scene.lines.flatMap((line) => stepsIn(line));
  if (scene.title !== null && !steps.some((step) => step.line.isTitle)) {
    steps.push(...nominalStep(scene.title));
  }
  return steps.sort((a, b) => b.weight - a.weight || a.line.index - b.line.index);
}

/** What a headline without a verb tells by its noun alone, the most telling first. */
const NOMINAL: readonly (readonly [about: StepObject, action: Action])[] = [
  ['deal', 'deal-reached'],
  ['relief', 'exempted'],
  ['pausenoun', 'delayed'],
  ['tariff', 'imposed'],
];
const NOMINAL_WEIGHT = 62;

// "EU-US deal: 15% tariff on most goods": a tariff and a rate in a headline without a verb.
function nominalStep(line: Line): readonly Step[] {
  if (!line.classes.has('tariff') || !(line.classes.has('percent') || namesRemedy(line))) return [];
  if (line.classes.has('background') || line.classes.has('frame')) return [];
  for (const [about, base] of NOMINAL) {
    const object = objectsIn(line).find(({ abouts }) => abouts.includes(about))?.hit;
    if (object === undefined || (about === 'deal' && isLacking(line, object))) continue;
    // An English headline without a known verb may say anything of a tariff ("suffer under 39% tariff").
    if (about === 'tariff' && line.lang === 'en') return [];
    const mood = moodOf(line, { ...object, from: line.tokens.length, to: line.tokens.length });
    const action = inMood(base, 'announce', mood);
    if (action === null || mood === 'not') return [];
    const weight = NOMINAL_WEIGHT;
    const step = { line, verb: object, object, family: 'nominal', about, mood, action };
    return [{ ...step, isBackground: false, weight }];
  }
  return [];
}

// "Maroc : droits antidumping sur les fils égyptiens": a trade remedy and a country need no rate.
function namesRemedy(line: Line): boolean {
  if (line.lang === 'en' || !line.classes.has('place')) return false;
  return REMEDIES.some((remedy) => lineHas(line, 'tariff', remedy)) && !line.classes.has('probe');
}

const REMEDIES = ['AD', 'CVD', 'safeguard'] as const;

function stepsIn(line: Line): readonly Step[] {
  if (!line.classes.has('verb') || !OBJECTS.some((name) => line.classes.has(name))) return [];
  // "anti-dumping inquiry": the tariff word describes the inquiry, which is the object.
  const probes = hitsOf(line, 'probe');
  const objects = objectsIn(line).filter(
    ({ hit }) => !(hit.meanings.has('tariff') && probes.some((probe) => probe.from === hit.to)),
  );
  if (objects.length === 0) return [];
  const steps: Step[] = [];
  for (const verb of hitsOf(line, 'verb')) {
    const families = verb.meanings.get('verb') ?? [];
    const step = bestStep(line, verb, families, objects);
    if (step !== null) steps.push(step);
  }
  return steps.filter((step) => !isUndone(step, steps));
}

/** Verbs that do something to a rise or a cut without making it. */
const UNDOING: ReadonlySet<string> = new Set([
  'delay',
  'suspend',
  'remove',
  'threaten',
  'propose',
  'strike',
  'deny',
  'exempt',
  'seek',
]);

// "delays the tariff hike": the hike is what is delayed, no step of its own.
function isUndone(step: Step, steps: readonly Step[]): boolean {
  if (step.verb !== step.object) return false;
  return steps.some(
    (other) =>
      other.object === step.object && other.verb !== step.verb && UNDOING.has(other.family),
  );
}

type Match = { family: string; about: StepObject; object: Hit; cost: number };

function bestStep(
  line: Line,
  verb: Hit,
  families: readonly string[],
  objects: readonly ObjectHit[],
): Step | null {
  let best: Match | null = null;
  for (const family of families) {
    for (const { hit: object, abouts } of objects) {
      for (const about of abouts) {
        if (ACTION_OF[family]?.[about] === undefined) continue;
        if (family === 'impose' && isOrderedRefund(line, verb, object)) continue;
        // "sets a zero duty": an exemption is granted, not imposed.
        if (family === 'impose' && about === 'relief' && !object.meanings.has('zerorate')) continue;
        const cost = objectDistance(line, verb, object, family);
        if (cost <= FARTHEST && (best === null || cost < best.cost)) {
          best = { family, about, object, cost };
        }
      }
    }
  }
  if (best === null || isAdjective(line, verb, best) || isWarning(line, verb, best)) return null;
  if (isPutOnHold(line, verb) || isSubjectTo(line, verb, best)) return null;
  if (isHelper(line, verb) || isActingTariff(line, verb, best)) return null;
  return toStep(line, verb, best);
}

// "refunds of tariffs ordered by a court": what is ordered is the refund.
function isOrderedRefund(line: Line, verb: Hit, object: Hit): boolean {
  if (!tokenText(line, verb.from).startsWith('order')) return false;
  return object.to <= verb.from || line.classes.has('refund');
}

function toStep(line: Line, verb: Hit, match: Match): Step | null {
  const mood = moodOf(line, verb);
  const base = ACTION_OF[match.family]?.[match.about];
  const told = saysThreat(line, match.object) && !ENDING.has(match.family) ? 'threat' : mood;
  const action = base === undefined ? null : inMood(base, match.family, told);
  if (action === null) return null;
  const isBackground = isOldNews(line, verb);
  const place = line.isTitle ? 100 : Math.max(10, 64 - 6 * line.index);
  const weight =
    place +
    (WEIGHT_OF[match.family] ?? 0) +
    (opensDeal(line, verb, match) ? DEAL_FIRST : 0) -
    match.cost -
    (isBackground ? 45 : 0) -
    (mood === 'cond' ? 8 : 0) -
    (lineEndsAsQuestion(line) ? 15 : 0);
  const { family, about, object } = match;
  return { line, verb, object, family, about, mood, action, isBackground, weight };
}

const DEAL_FIRST = 4;

// "strikes deal with Japan, cuts tariffs": a deal named first leads, the cuts are its terms.
function opensDeal(line: Line, verb: Hit, match: Match): boolean {
  return (
    line.index <= 1 &&
    match.about === 'deal' &&
    (match.family === 'reach' || match.family === 'commit') &&
    !hitsOf(line, 'tariff').some((hit) => hit.from < verb.from)
  );
}

const ENDING: ReadonlySet<string> = new Set(['remove', 'suspend', 'delay', 'cut']);

// "renews tariff threat": only ending a threat is more than a threat.
function saysThreat(line: Line, object: Hit): boolean {
  return tokenText(line, object.to - 1).startsWith('threat');
}

type ObjectHit = { readonly hit: Hit; readonly abouts: readonly StepObject[] };

const objectsIn = oncePerLine((line): readonly ObjectHit[] => {
  const found: ObjectHit[] = [];
  if (!OBJECTS.some((object) => line.classes.has(object))) return found;
  for (const hit of line.hits) {
    const abouts = objectsOf(hit, line);
    if (abouts.length > 0) found.push({ hit, abouts });
  }
  return found;
});

/** True when something can be done to what the phrase names. */
export function isObject(hit: Hit, line: Line): boolean {
  return objectsIn(line).some((object) => object.hit === hit);
}

// "duty" and "tax" alone count only in the company of goods or a rate.
function objectsOf(hit: Hit, line: Line): readonly StepObject[] {
  const found: StepObject[] = [];
  for (const object of OBJECTS) {
    if (!hit.meanings.has(object)) continue;
    if (object === 'tariff' && means(hit, 'tariff', 'weak') && !hasTradeCompany(line)) continue;
    if (object === 'quota' && means(hit, 'quota', 'quota') && !hasImports(line, hit)) continue;
    found.push(object);
  }
  return found;
}

function hasImports(line: Line, hit: Hit): boolean {
  // "import quota" says it itself.
  if (tokenText(line, hit.from).startsWith('import')) return true;
  return lineHas(line, 'goods') || lineHas(line, 'tariff');
}

/** True when a sentence speaks of goods, imports or a rate, so that "duty" alone is meant as a tariff. */
export const hasTradeCompany = oncePerLine(
  (line): boolean =>
    lineHas(line, 'percent') ||
    lineHas(line, 'goods') ||
    lineHas(line, 'foreign') ||
    (lineHas(line, 'product') && lineHas(line, 'place')) ||
    hitsOf(line, 'tariff').some((hit) => !means(hit, 'tariff', 'weak')),
);

function lineEndsAsQuestion(line: Line): boolean {
  return line.tokens[line.tokens.length - 1]?.text === '?';
}
