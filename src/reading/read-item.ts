// In: one item. Out: what it says: relevance, and the leading step with its facts and the sentence behind each.
// Pure and deterministic; the same item always gives the same reading. It fetches nothing and keeps nothing.
import type { Action, Fact, Reading, ReadingInput, StepReading } from '../domain/reading.ts';
import { refineAction } from './action/refine-action.ts';
import { type BesideLine, withoutBeside } from './beside/beside-lines.ts';
import { type Dates, readDates } from './dates/read-dates.ts';
import { readQuotaTonnes } from './figures/read-quota.ts';
import { type Rates, readRates } from './figures/read-rates.ts';
import { findOrigin } from './find-origin.ts';
import { readProducts } from './goods/read-products.ts';
import { stagesOf } from './objects/action-table.ts';
import { placeGroups } from './places/read-places.ts';
import { readInstrument } from './read-instrument.ts';
import { decideRelevance } from './relevance/decide-relevance.ts';
import { determinationStage } from './relevance/determination-stage.ts';
import { NO_TARIFF_WORD, type Verdict } from './relevance/verdict.ts';
import { hitsEverywhere, hitsRegion, withWorld } from './roles/imply-world.ts';
import { othersOf } from './roles/others-lines.ts';
import { type Roles, readRoles } from './roles/read-roles.ts';
import { findSteps, isTold, type Step } from './steps/find-steps.ts';
import { isInReturn } from './steps/in-return.ts';
import { buildScene, glance } from './words/build-scene.ts';
import { evidenceOf, headlineOf, type Line, type Scene } from './words/scene.ts';

/** All that was looked at on the way to a reading; `explainReading` prints it. */
export type ReadingTrail = {
  readonly scene: Scene;
  readonly steps: readonly Step[];
  readonly lead: Step | null;
  readonly verdict: Verdict;
  readonly rates: Rates | null;
  readonly dates: Dates | null;
  /** Sentences that tell of another matter: nothing was read from them. */
  readonly beside: readonly BesideLine[];
  readonly reading: Reading;
};

/** Reads an item. Texts may be HTML and of any length; what is beyond the caps of `cut-text.ts` is not read. */
export function readItem(input: ReadingInput): Reading {
  const { scene, titleOnly } = glance(input);
  if (scene !== null) return readScene(input, scene).reading;
  const origin = findOrigin(input.title, input.summary);
  const { relevance, reason } = NO_TARIFF_WORD;
  return readingOf(NO_STEP, { relevance, reason, origin, titleOnly, furtherSteps: [] });
}

/** As `readItem`, with everything that was seen and dropped on the way. */
export function readWithTrail(input: ReadingInput): ReadingTrail {
  return readScene(input, buildScene(input));
}

function readScene(input: ReadingInput, scene: Scene): ReadingTrail {
  const steps = findSteps(scene);
  const verdict = decideRelevance(scene, steps);
  const own = steps.filter((step) => !isInReturn(step, steps));
  const lead = own.find((step) => !step.isBackground && isTold(step)) ?? own[0] ?? null;
  const origin = findOrigin(input.title, input.summary);
  const { relevance, reason } = verdict;
  const { titleOnly } = scene;
  if (relevance !== 'yes') {
    const frame = { relevance, reason, origin, titleOnly, furtherSteps: [] };
    const reading = readingOf(NO_STEP, frame);
    return {
      scene,
      steps,
      lead,
      verdict,
      rates: null,
      dates: null,
      beside: NOTHING_BESIDE,
      reading,
    };
  }
  const { step, rates, dates, beside } = readStep(scene, lead, steps, verdict);
  const furtherSteps = readFurtherSteps(scene, lead, steps, step);
  const reading = readingOf(step, { relevance, reason, origin, titleOnly, furtherSteps });
  return { scene, steps, lead, verdict, rates, dates, beside, reading };
}

type Frame = Omit<Reading, keyof StepReading>;

// Field by field: to spread two objects of this size costs more than many a rule.
function readingOf(step: StepReading, frame: Frame): Reading {
  return {
    imposers: step.imposers,
    targets: step.targets,
    exempted: step.exempted,
    products: step.products,
    rates: step.rates,
    oldRates: step.oldRates,
    action: step.action,
    actionEvidence: step.actionEvidence,
    effectiveDate: step.effectiveDate,
    endDate: step.endDate,
    instrument: step.instrument,
    quotaTonnes: step.quotaTonnes,
    stage: step.stage,
    relief: step.relief,
    relevance: frame.relevance,
    reason: frame.reason,
    origin: frame.origin,
    titleOnly: frame.titleOnly,
    furtherSteps: frame.furtherSteps,
  };
}

const NO_STEP: StepReading = {
  imposers: [],
  targets: [],
  exempted: [],
  products: [],
  rates: [],
  oldRates: [],
  action: 'other',
  actionEvidence: null,
  effectiveDate: null,
  endDate: null,
  instrument: null,
  quotaTonnes: [],
  stage: null,
  relief: null,
};

type StepFacts = {
  readonly step: StepReading;
  readonly rates: Rates | null;
  readonly dates: Dates | null;
};

const NOTHING_BESIDE: readonly BesideLine[] = [];

function readStep(
  scene: Scene,
  found: Step | null,
  steps: readonly Step[],
  verdict: Verdict,
): StepFacts & { readonly beside: readonly BesideLine[] } {
  const lead = (isAside(scene, found, verdict) ? null : found) ?? standInStep(scene) ?? found;
  if (lead === null) {
    const step = { ...NO_STEP, action: verdict.action ?? 'other' };
    return { step, rates: null, dates: null, beside: NOTHING_BESIDE };
  }
  const { scene: own, beside } = withoutBeside(scene, lead);
  const told = own === scene ? steps : steps.filter(({ line }) => own.lines.includes(line));
  return { ...readFacts(own, tellStep(own, lead, told, verdict.action), told), beside };
}

// A notice that is told by its title: a verb somewhere in the text ("a company requested") does not lead it.
function isAside(scene: Scene, found: Step | null, verdict: Verdict): boolean {
  return verdict.action === 'investigation-opened' && found?.line !== headlineOf(scene);
}

/** A step with its action as the whole item has it, and who does it to whom. */
type Told = {
  readonly step: Step;
  readonly action: Action;
  readonly roles: Roles;
  readonly isCalledOff: boolean;
};

function tellStep(scene: Scene, found: Step, steps: readonly Step[], fixed: Action | null): Told {
  const action = refineAction(scene, found, steps, fixed);
  const step: Step = { ...found, action };
  const roles = readRoles(scene, step, steps);
  return { step, action, roles, isCalledOff: isCalledOff(found) };
}

function readFacts(
  scene: Scene,
  { step: told, action, roles, isCalledOff }: Told,
  steps: readonly Step[],
): StepFacts {
  const isOthers = othersOf(scene, roles, told);
  const sides = { imposers: codesOf(roles.imposers), targets: codesOf(roles.targets) };
  const rates = readRates(scene, told, steps, isOthers, sides);
  const dates = readDates(scene, told, isOthers);
  const instrument = readInstrument(scene, told, isOthers);
  const isEverywhere = hitsEverywhere(scene, told, roles);
  const hasTarget = roles.targets.length > 0 || isEverywhere || hitsRegion(told);
  const products = readProducts(scene, told, steps, hasTarget, isOthers, sides);
  const targets = withWorld(scene, told, roles, products, isEverywhere);
  const { stage, relief } = stagesOf(action, startsBy(dates.effective, scene.publishedOn));
  const step: StepReading = {
    imposers: roles.imposers,
    targets,
    exempted: roles.exempted,
    products,
    rates: rates.rates,
    oldRates: rates.oldRates,
    action,
    actionEvidence: evidenceOf(told.line, `action:${told.family}-${told.about}`),
    effectiveDate: isCalledOff ? null : dates.effective,
    endDate: dates.end,
    instrument,
    quotaTonnes: readQuotaTonnes(scene, isOthers),
    stage: action === 'other' ? determinationStage(scene) : isCalledOff ? null : stage,
    relief,
  };
  return { step, rates, dates };
}

function codesOf(facts: readonly Fact<string>[]): ReadonlySet<string> {
  return new Set(facts.map((fact) => fact.value));
}

// Who does what decides already whether a sentence tells another step; only then the rest of it is read.
function mayBeOtherStep({ action, roles }: Told, known: readonly StepReading[]): boolean {
  const imposer = roles.imposers[0]?.value ?? '';
  const isElsewhere = (step: StepReading): boolean => {
    const other = step.imposers[0]?.value ?? '';
    return imposer !== '' && other !== '' && imposer !== other;
  };
  return action !== 'other' && known.every((step) => step.action !== action || isElsewhere(step));
}

const MOST_FURTHER_STEPS = 3;
const LAST_FURTHER_LINE = 4;

// "a pause for most and 125% for China": a sentence that tells another action, or the same by another imposer. Such a
// step is read from its own sentence alone, and kept only with a rate or a target of its own.
function readFurtherSteps(
  scene: Scene,
  lead: Step | null,
  steps: readonly Step[],
  leading: StepReading,
): readonly StepReading[] {
  const further: StepReading[] = [];
  const tried = new Set<Line>();
  for (const step of steps) {
    const isNew = step.line !== lead?.line && !step.isBackground && isTold(step);
    if (!isNew || step.line.index > LAST_FURTHER_LINE || tried.has(step.line)) continue;
    // The same action again is a retelling unless a new country comes with it.
    if (step.action === leading.action && !namesAnother(step.line, leading)) continue;
    tried.add(step.line);
    const alone: Scene = { ...scene, title: null, lines: [step.line] };
    const told = tellStep(alone, step, [step], null);
    if (!mayBeOtherStep(told, [leading, ...further])) continue;
    const found = readFacts(alone, told, [step]).step;
    if (found.rates.length === 0 && found.targets.length === 0) continue;
    further.push(found);
    if (further.length === MOST_FURTHER_STEPS) break;
  }
  return further;
}

function namesAnother(line: Line, leading: StepReading): boolean {
  const known = [...leading.imposers, ...leading.targets].map((fact) => fact.value);
  return placeGroups(line).some((group) => group.codes.some((code) => !known.includes(code)));
}

// A notice may be a step by its title although no verb was found: the title stands in.
function standInStep(scene: Scene): Step | null {
  const line = headlineOf(scene);
  const hit = line?.marks.find((candidate) => candidate.meanings.has('notice')) ?? line?.hits[0];
  if (line === null || hit === undefined) return null;
  return {
    line,
    verb: hit,
    object: hit,
    family: 'notice',
    about: 'tariff',
    mood: 'plain',
    action: 'other',
    isBackground: false,
    weight: 0,
  };
}

const ENDING: ReadonlySet<string> = new Set(['remove', 'suspend', 'delay']);
const NOT_YET = /^(?:plan|threat|propos)/;

// "drops plan for a 50% tariff": what never applied does not end; the measure in force stays as it is.
function isCalledOff(lead: Step): boolean {
  if (lead.family !== 'remove' && !(ENDING.has(lead.family) && lead.action === 'removed')) {
    return false;
  }
  const [from, to] = [lead.verb.to, lead.object.to];
  return lead.line.tokens.slice(from, to).some((token) => NOT_YET.test(token.text));
}

function startsBy(effective: Fact<string> | null, publishedOn: string | null): boolean {
  return effective !== null && publishedOn !== null && effective.value <= publishedOn;
}
