// Leading steps whose verb says little: what is meant stands elsewhere. In: the scene, the leading step, all steps.
// Out: the action meant, or null. Rules of the table in refine-action.ts.
import type { Action } from '../../domain/reading.ts';
import { saysThreat } from '../objects/step-objects.ts';
import { placeGroups } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitsOf, type Line, lineHas, means, type Scene, tokenText } from '../words/scene.ts';
import { says, wordGroup } from '../words/word-groups.ts';

const RETREATS: ReadonlySet<string> = new Set(
  'walk walks walked walking back backs backed backing retreat retreats backtracks backtracked reverses eases softens'.split(
    ' ',
  ),
);
const RELIEVED: ReadonlySet<Action> = new Set([
  'delayed',
  'suspended',
  'exempted',
  'reduced',
  'removed',
]);

const DEFERRING: ReadonlySet<string> = new Set(['until', 'till', 'deadline']);

// "walks back tariff plans": the text says how far.
export function vagueRetreat(scene: Scene, lead: Step, steps: readonly Step[]): Action | null {
  if (!RETREATS.has(lead.line.tokens[lead.verb.from]?.text ?? '')) return null;
  if (lead.action !== 'removed' && lead.action !== 'reduced') return null;
  // "backs off the tariff until autumn".
  if (lead.line.tokens.some(({ text }, at) => at > lead.verb.from && DEFERRING.has(text)))
    return 'delayed';
  const told = steps.find(
    (step) => step.line !== lead.line && !step.isBackground && RELIEVED.has(step.action),
  );
  if (told !== undefined) return told.action;
  // "puts off the rises": told without the word for a tariff.
  const isPutOff = scene.lines.some((line) => line.index === 1 && lineHas(line, 'verb', 'delay'));
  return isPutOff ? 'delayed' : null;
}

const STARTED: ReadonlySet<string> = new Set(['cut', 'remove', 'exempt', 'suspend', 'raise']);

// "deal to cut car tariffs kicks in": what starts is the cut.
export function startOfWhat(_scene: Scene, lead: Step, steps: readonly Step[]): Action | null {
  if (lead.family !== 'start') return null;
  const what = steps.find(
    (step) =>
      step.line === lead.line &&
      step.object === lead.object &&
      STARTED.has(step.family) &&
      step.verb.from < lead.verb.from,
  );
  return what?.action ?? null;
}

// "EU ministers agree a duty on parcels": one body agrees with itself, no deal is made.
export function agreedAlone(scene: Scene, lead: Step): Action | null {
  if (lead.family !== 'commit' || lead.about !== 'tariff') return null;
  if (scene.lines.some((line) => lineHas(line, 'deal'))) return null;
  const places = placeGroups(lead.line);
  // "agrees countermeasures on US goods": an answer is never agreed with whom it hits.
  const isAnswer = means(lead.object, 'tariff', 'retaliation');
  const isBody =
    isAnswer || places[0]?.codes.includes('EU') === true || places[0]?.codes.length !== 1;
  const codes = new Set(
    places.filter(({ role }) => !isBody || role !== 'origin').flatMap((group) => group.codes),
  );
  if (codes.size > 1 || !lead.line.isTitle) return null;
  return isAnswer ? 'retaliation-imposed' : 'imposed';
}

const CONFIRMED: ReadonlySet<Action> = new Set([
  'imposed',
  'increased',
  'quota-set',
  'reduced',
  'removed',
]);

const PLANS: ReadonlySet<string> = new Set(['proposal', 'proposals', 'plan', 'plans', 'draft']);

/** "Commission confirms quota halving, tariff proposal": what is confirmed is only proposed. */
export function confirmedPlan(_scene: Scene, lead: Step): Action | null {
  const { line, verb, action } = lead;
  if (!CONFIRMED.has(action) || line.tokens[verb.from]?.text.startsWith('confirm') !== true) {
    return null;
  }
  return line.tokens.some((token, at) => at >= verb.to && PLANS.has(token.text))
    ? 'proposed'
    : null;
}

const TERMS_OF_DEAL: ReadonlySet<string> = new Set([
  'cut',
  'exempt',
  'remove',
  'impose',
  'raise',
  'grant',
]);

/** "Deal spares Chile the worst of the tariffs": where the deal itself acts, what it does are its terms. */
export function dealActs(_scene: Scene, lead: Step): Action | null {
  if (!lead.line.isTitle || !TERMS_OF_DEAL.has(lead.family) || lead.mood !== 'plain') return null;
  const isSubject = lead.line.hits.some(
    (hit) => hit.to === lead.verb.from && hit.meanings.has('deal'),
  );
  return isSubject ? 'deal-reached' : null;
}

const HEADED: ReadonlySet<Action> = new Set(['exempted', 'reduced', 'removed']);
const HEAD_WITHIN = 5;

/** "Trade deal: Peru to cut duty on Thai rice": what stands behind the colon are the terms of the deal before it. */
export function headedByDeal(_scene: Scene, lead: Step): Action | null {
  const { line, verb } = lead;
  if (line.lang !== 'en' || !line.isTitle || !HEADED.has(lead.action)) return null;
  const colon = line.tokens.findIndex(({ text }) => text === ':');
  if (colon < 1 || colon > HEAD_WITHIN || verb.from < colon) return null;
  // "Joint statement: Removal of duties" heads a step of one side as well.
  const deal = line.hits.find(
    (hit) => hit.to === colon && hit.meanings.has('deal') && DEALS.test(tokenText(line, colon - 1)),
  );
  const isNone = line.tokens.slice(0, colon).some(({ text }) => NO_DEAL.has(text));
  return deal === undefined || isNone ? null : 'deal-reached';
}

const DEALS = /^(?:deal|agreement|pact|accord|truce)$/;
const NO_DEAL: ReadonlySet<string> = new Set(['no', 'without', 'or', 'despite', 'after', 'under']);

/** "advice to impose duties accepted": what was only recommended is done. */
export function acceptedAdvice(_scene: Scene, lead: Step): Action | null {
  if (lead.action !== 'proposed' || !lead.line.isTitle || lead.mood === 'not') return null;
  const isAdvice = says(lead.line, ADVICE);
  return isAdvice && says(lead.line, ACCEPTED) ? 'imposed' : null;
}

const ADVICE = wordGroup(/^(?:recommend|advice|findings?$)/);
const ACCEPTED = wordGroup('accepted accepts adopted adopts');

const UNMAKING: ReadonlySet<Action> = new Set(['removed', 'exemption-denied']);

/** "judges kill the fentanyl tariffs": what a court ends is struck down. */
export function courtEnds(_scene: Scene, lead: Step): Action | null {
  const { line, verb, about } = lead;
  if (about !== 'tariff' || !UNMAKING.has(lead.action) || lead.mood !== 'plain') return null;
  const first = line.hits.find((hit) => hit.meanings.has('court') || hit.meanings.has('place'));
  const isCourts = first?.meanings.has('court') === true || isAdjectiveOfCourt(line, first);
  return isCourts && (first?.to ?? verb.from) < verb.to ? 'struck-down' : null;
}

// "US judges": whose court it is.
function isAdjectiveOfCourt(line: Line, place: Hit | undefined): boolean {
  return line.hits.some((hit) => hit.from === place?.to && hit.meanings.has('court'));
}

const GAINED: ReadonlySet<string> = new Set(['gain', 'nominal', 'impose']);
const OPENED_WITHIN = 3;

/** "clinches a 15% tariff in pact", "15% for Chile in deal", "Trade truce: US to charge 30%": what a deal sets is its term. */
export function gainedByDeal(_scene: Scene, lead: Step): Action | null {
  const { line, family, action } = lead;
  if (!GAINED.has(family) || action !== 'imposed' || !line.isTitle) return null;
  const deal = hitsOf(line, 'deal').find((hit) => !NONE.has(tokenText(line, hit.from - 1)));
  if (deal === undefined) return null;
  const isCharged = means(lead.object, 'tariff', 'charged');
  const opensTitle = deal.to <= OPENED_WITHIN && tokenText(line, deal.to) === ':';
  return family === 'gain' ||
    isBorneUnder(line, lead, deal) ||
    (isCharged && (family === 'nominal' || opensTitle))
    ? 'deal-reached'
    : null;
}

const PAYING = /^(?:pay|pays|face|faces|facing|paying)$/;
const UNDER: ReadonlySet<string> = new Set(['under', 'in', 'through']);
const UNDER_WITHIN = 5;

// "to pay 19% under a deal with Marcos".
function isBorneUnder(line: Line, { verb }: Step, deal: Hit): boolean {
  if (!PAYING.test(tokenText(line, verb.to - 1)) || deal.from < verb.to) return false;
  return line.tokens
    .slice(Math.max(verb.to, deal.from - UNDER_WITHIN), deal.from)
    .some(({ text }) => UNDER.has(text));
}

/** Words before a deal that is not there. */
const NONE: ReadonlySet<string> = new Set('no without despite after before until if'.split(' '));

const SHAKEN =
  /\b(?:shakes? (?:hands )?on it|shook (?:hands )?on it|(?:seal|clinch|sign|settle|ink|do)(?:s|ed)? it|(?:finally |at last )?(?:sign|agree|settle)s?:)/i;
const TERMS: ReadonlySet<Action> = new Set([
  'reduced',
  'removed',
  'exempted',
  'imposed',
  'quota-set',
  'proposed',
]);

/** "Modi and Starmer shake on it" / "India will halve its duty": two sides agree, the text tells the terms. */
export function termsInText({ title }: Scene, { line, action }: Step): Action | null {
  if (title === null || title.lang !== 'en' || line.isTitle || !TERMS.has(action)) return null;
  const sides = new Set(hitsOf(title, 'place').flatMap((hit) => hit.meanings.get('place') ?? []));
  const isShaken = SHAKEN.test(title.raw.slice(title.start, title.end));
  // "Agreement between the United States and Malaysia on Reciprocal Trade": the title is the name of a deal.
  const isName = hitsOf(title, 'deal').some((hit) => hit.from <= 1) && !title.classes.has('verb');
  if (isName && sides.size > 1 && !title.classes.has('background')) return 'deal-reached';
  return isShaken && (sides.size > 1 || line.classes.has('deal')) ? 'deal-reached' : null;
}

const LATER: ReadonlySet<string> = new Set(['new', 'fresh', 'later', 'extended', 'another']);

/** "sets new August 1 deadline for tariffs": whoever names a new day puts the old one off. */
export function newDeadline(_scene: Scene, lead: Step): Action | null {
  if (lead.action !== 'imposed' || !lead.line.isTitle) return null;
  const between = lead.line.tokens.slice(lead.verb.to, lead.object.from).map(({ text }) => text);
  return between.includes('deadline') && between.some((text) => LATER.has(text)) ? 'delayed' : null;
}

const MADE: ReadonlySet<Action> = new Set(['imposed', 'increased', 'proposed']);

/** "unmoved after 40% tariff threat" / "the duty is due to start in May": what the title calls a threat is one. */
export function restatedThreat(scene: Scene, lead: Step, steps: readonly Step[]): Action | null {
  if (lead.line.isTitle || !MADE.has(lead.action)) return null;
  const inTitle = steps.filter((step) => step.line.isTitle);
  const isThreat =
    inTitle.some((step) => step.isBackground && step.action === 'threatened') ||
    (scene.title !== null && lead.mood !== 'deny' && namesThreat(scene.title));
  return isThreat && inTitle.every((step) => step.isBackground) ? 'threatened' : null;
}

// "calls the tariff threat unacceptable": the title says what the text is about.
function namesThreat(title: Line): boolean {
  return hitsOf(title, 'tariff').some(
    (hit) => saysThreat(title, hit) || tokenText(title, hit.to).startsWith('threat'),
  );
}

const AIMING = /^target/;

// "targeting drugs and chips for tariffs": what is aimed at is not charged yet.
export function aimedAt(_scene: Scene, { line, verb, object, action }: Step): Action | null {
  if (line.lang !== 'en' || action !== 'imposed' || !AIMING.test(tokenText(line, verb.from)))
    return null;
  return object.from > verb.to && tokenText(line, object.from - 1) === 'for' ? 'threatened' : null;
}

const LAID: ReadonlySet<Action> = new Set(['imposed', 'increased', 'threatened']);
const OPENING = 2;

// "pushes ahead with fresh tariffs" / "Two probes were launched": a title without a rate, goods or a state hit, whose text tells of
// inquiries alone.
export function onlyProbed({ lines }: Scene, lead: Step, steps: readonly Step[]): Action | null {
  const { line, action } = lead;
  if (line.lang !== 'en' || !line.isTitle || action !== 'imposed') return null;
  if (line.classes.has('percent') || line.classes.has('product') || placeGroups(line).length > 1)
    return null;
  const told = steps.filter(
    (step) => !step.line.isTitle && !step.isBackground && step.line.index <= OPENING,
  );
  if (told.some((step) => LAID.has(step.action))) return null;
  const isProbed = lines.some(
    (candidate) =>
      !candidate.isTitle &&
      candidate.index === 1 &&
      candidate.classes.has('probe') &&
      lineHas(candidate, 'instrument', 'Section 301'),
  );
  return isProbed || told.some((step) => step.action === 'investigation-opened')
    ? 'investigation-opened'
    : null;
}
