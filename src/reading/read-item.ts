// In: one item. Out: what it says: relevance, and the leading step with its facts and the sentence behind each.
// Pure and deterministic; the same item always gives the same reading. It fetches nothing and keeps nothing.
import type { Action, Fact, Reading, ReadingInput, StepReading } from '../domain/reading.ts';
import { stagesOf } from './action-table.ts';
import { decideRelevance, NO_TARIFF_WORD, type Verdict } from './decide-relevance.ts';
import { findOrigin } from './find-origin.ts';
import { findSteps, type Step } from './find-steps.ts';
import { hitsEverywhere, withWorld } from './imply-world.ts';
import { type Dates, readDates } from './read-dates.ts';
import { readInstrument } from './read-instrument.ts';
import { determinationStage } from './read-notice.ts';
import { placeGroups } from './read-places.ts';
import { readProducts } from './read-products.ts';
import { readQuotaTonnes } from './read-quota.ts';
import { type Rates, readRates } from './read-rates.ts';
import { type Roles, readRoles } from './read-roles.ts';
import { refineAction } from './refine-action.ts';
import { buildScene, evidenceOf, glance, type Line, lineHas, type Scene } from './scene.ts';

/** All that was looked at on the way to a reading; `explainReading` prints it. */
export type ReadingTrail = {
  readonly scene: Scene;
  readonly steps: readonly Step[];
  readonly lead: Step | null;
  readonly verdict: Verdict;
  readonly rates: Rates | null;
  readonly dates: Dates | null;
  readonly reading: Reading;
};

/** Reads an item. Texts may be HTML and of any length; what is beyond the caps of `cut-text.ts` is not read. */
export function readItem(input: ReadingInput): Reading {
  const { scene, titleOnly } = glance(input);
  if (scene !== null) return readScene(input, scene).reading;
  const origin = findOrigin(input.title, input.summary);
  const { relevance, reason } = NO_TARIFF_WORD;
  return { ...NO_STEP, relevance, reason, origin, titleOnly, furtherSteps: [] };
}

/** As `readItem`, with everything that was seen and dropped on the way. */
export function readWithTrail(input: ReadingInput): ReadingTrail {
  return readScene(input, buildScene(input));
}

function readScene(input: ReadingInput, scene: Scene): ReadingTrail {
  const steps = findSteps(scene);
  const verdict = decideRelevance(scene, steps);
  const lead = steps.find((step) => !step.isBackground && step.mood !== 'not') ?? steps[0] ?? null;
  const origin = findOrigin(input.title, input.summary);
  const common = { reason: verdict.reason, origin, titleOnly: scene.titleOnly };
  if (verdict.relevance !== 'yes') {
    const reading = { ...NO_STEP, relevance: verdict.relevance, ...common, furtherSteps: [] };
    return { scene, steps, lead, verdict, rates: null, dates: null, reading };
  }
  const { step, rates, dates } = readStep(scene, lead, steps, verdict);
  const furtherSteps = readFurtherSteps(scene, lead, steps, step);
  const reading = { ...step, relevance: verdict.relevance, ...common, furtherSteps };
  return { scene, steps, lead, verdict, rates, dates, reading };
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

function readStep(
  scene: Scene,
  found: Step | null,
  steps: readonly Step[],
  verdict: Verdict,
): StepFacts {
  const lead = found ?? standInStep(scene);
  if (lead === null)
    return { step: { ...NO_STEP, action: verdict.action ?? 'other' }, rates: null, dates: null };
  const action = refineAction(scene, lead, steps, verdict.action);
  const told: Step = { ...lead, action };
  const roles = readRoles(scene, told, steps);
  const isOthers = othersOf(roles, told);
  const rates = readRates(scene, told, steps, isOthers);
  const dates = readDates(scene, told, isOthers);
  const instrument = readInstrument(scene, told, isOthers);
  const isEverywhere = hitsEverywhere(scene, told, roles);
  const hasTarget = roles.targets.length > 0 || isEverywhere;
  const products = readProducts(
    scene,
    told,
    steps,
    hasTarget,
    isOthers,
    new Set(roles.targets.map((fact) => fact.value)),
  );
  const targets = withWorld(scene, told, roles, products, isEverywhere);
  const hasStarted = startsBy(dates.effective, scene.publishedOn);
  const step: StepReading = {
    imposers: roles.imposers,
    targets,
    exempted: roles.exempted,
    products,
    rates: rates.rates,
    oldRates: rates.oldRates,
    action,
    actionEvidence: evidenceOf(lead.line, `action:${lead.family}-${lead.about}`),
    effectiveDate: isCalledOff(lead) ? null : dates.effective,
    endDate: dates.end,
    instrument,
    quotaTonnes: readQuotaTonnes(scene, isOthers),
    ...stagesOf(action, hasStarted),
    ...(isCalledOff(lead) ? { stage: null } : {}),
    ...(action === 'other' ? { stage: determinationStage(scene) } : {}),
  };
  return { step, rates, dates };
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
    const isNew = step.line !== lead?.line && !step.isBackground && step.mood !== 'not';
    if (!isNew || step.line.index > LAST_FURTHER_LINE || tried.has(step.line)) continue;
    // The same action again is a retelling unless a new country comes with it.
    if (step.action === leading.action && !namesAnother(step.line, leading)) continue;
    tried.add(step.line);
    const alone: Scene = { ...scene, title: null, lines: [step.line] };
    const found = readStep(alone, step, [step], NO_VERDICT).step;
    if (!isOtherStep(found, [leading, ...further])) continue;
    further.push(found);
    if (further.length === MOST_FURTHER_STEPS) break;
  }
  return further;
}

function namesAnother(line: Line, leading: StepReading): boolean {
  const known = [...leading.imposers, ...leading.targets].map((fact) => fact.value);
  return placeGroups(line).some((group) => group.codes.some((code) => !known.includes(code)));
}

const NO_VERDICT: Verdict = { relevance: 'yes', reason: '', rule: '', action: null };

function isOtherStep(found: StepReading, known: readonly StepReading[]): boolean {
  if (found.action === 'other' || (found.rates.length === 0 && found.targets.length === 0)) {
    return false;
  }
  const firstOf = (step: StepReading): string => step.imposers[0]?.value ?? '';
  const isElsewhere = (step: StepReading): boolean =>
    firstOf(found) !== '' && firstOf(step) !== '' && firstOf(found) !== firstOf(step);
  return known.every((step) => step.action !== found.action || isElsewhere(step));
}

// A notice may be a step by its title although no verb was found: the title stands in.
function standInStep(scene: Scene): Step | null {
  const line = scene.title;
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

// A sentence with an imposer of its own that is not ours speaks of another measure.
function othersOf(roles: Roles, lead: Step): (line: Line) => boolean {
  const ours = new Set(roles.imposers.map((fact) => fact.value));
  const hit = new Set(roles.targets.map((fact) => fact.value));
  const spared = new Set(roles.exempted.map((fact) => fact.value));
  const isOthers = (line: Line): boolean => {
    if (RELATED.test(line.raw.slice(line.start, line.start + 24))) return true;
    if (line === lead.line) return false;
    if (isOnlySpared(line, spared)) return true;
    if (ours.size === 0) return false;
    const owners = placeGroups(line).filter(
      (group) => group.role === 'owner' || group.role === 'bare' || group.role === 'subject',
    );
    const first = owners[0];
    if (first === undefined || isHitThere(line, first.to)) return false;
    // Who asks to be spared speaks of the same measure.
    const isSide = (code: string): boolean =>
      ours.has(code) || (isRelief(lead.action) && hit.has(code));
    const isOurs = owners.some((group) => group.codes.some(isSide));
    return (
      !isOurs &&
      first.codes.some((code) => hit.has(code) || !ours.has(code)) &&
      lineHas(line, 'tariff') &&
      lineHas(line, 'verb') &&
      first.from <= 3
    );
  };
  // Every reader of figures asks it of every line.
  const known = new Map<Line, boolean>();
  return (line) => {
    const answer = known.get(line) ?? isOthers(line);
    known.set(line, answer);
    return answer;
  };
}

/** Links to other items that some feeds paste into the text. */
const RELATED =
  /^(?:also read|read also|read more|related|see also|more:|separately|meanwhile|elsewhere|in other news)/i;

// "Denmark and Norway would face a 10% tariff": the first country is hit, it does not impose.
function isHitThere(line: Line, from: number): boolean {
  return line.hits.some(
    (hit) => hit.meanings.has('gainer') && hit.from >= from && hit.from - from <= 3,
  );
}

// "Imports from Britain will continue to face 25%": the rate of a country that the step leaves out.
function isOnlySpared(line: Line, spared: ReadonlySet<string>): boolean {
  if (spared.size === 0 || line.isTitle) return false;
  const codes = placeGroups(line).flatMap((group) => group.codes);
  return codes.length > 0 && codes.every((code) => spared.has(code));
}

function isRelief(action: Action): boolean {
  return action === 'exempted' || action.startsWith('exemption');
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
