// News that the title leaves to the text: "A blow to Japan" / "Turkey imposed a 35% tariff on its copper". In: an item's
// sentences and steps. Out: the step that the text tells, if one who can take it takes it there.

import { hasTariffWord, isWeakButTrade, namesMeasures } from '../objects/tariff-words.ts';
import { isAuthority, type PlaceGroup, placeGroups } from '../places/read-places.ts';
import { isTold, type Step } from '../steps/find-steps.ts';
import { opensAsElse } from '../steps/held-steps.ts';
import { isOperative } from '../steps/official-voice.ts';
import type { Hit } from '../words/lexicon.ts';
import {
  headMarks,
  hitsOf,
  isParted,
  type Line,
  lineHas,
  means,
  type Scene,
  tokenText,
} from '../words/scene.ts';
import { says, wordGroup } from '../words/word-groups.ts';
import { isMerelyBorne } from './merely-borne.ts';
import { isLobbying } from './title-tails.ts';
import { isToldAside } from './told-aside.ts';

/** The step by which the text makes an item news; null when none does. */
export function stepInText(scene: Scene, steps: readonly Step[]): Step | null {
  const step = steps.find(
    (candidate) =>
      !candidate.line.isTitle &&
      !candidate.isBackground &&
      isTold(candidate) &&
      !isAsked(candidate.line) &&
      !isOutsiders(candidate) &&
      !isMerelyBorne(scene, candidate),
  );
  if (step === undefined) return retoldStep(scene, steps) ?? restatedByReactor(scene, steps);
  if (isToldAside(scene, step)) return null;
  if (step.line.lang === 'en' && isLobbying(step.line, step)) return null;
  if (isOperative(step.line) && isCredible(scene, step)) return step;
  return isCredible(scene, step) && isTitleAbout(scene, step) ? step : null;
}

// "What else could the president do if the court throws out the tariffs?": a question tells nothing.
function isAsked(line: Line): boolean {
  return tokenText(line, line.tokens.length - 1) === '?';
}

/** True when the opening of the text tells a step in full, so that a title that only colours it rules nothing out. */
export function opensWithStep(scene: Scene, steps: readonly Step[]): boolean {
  const told = steps.filter(
    (candidate) =>
      !candidate.line.isTitle &&
      candidate.line.index <= OPENING &&
      !candidate.isBackground &&
      isTold(candidate) &&
      !isOutsiders(candidate) &&
      !isMerelyBorne(scene, candidate),
  );
  if (told.length === 0) return restatedByReactor(scene, steps) !== null;
  return told.some((step) => {
    const isRated = scene.title?.classes.has('percent') === true && isRemedyStep(step);
    const isWhole = isFull(step) || isRated || isLeadersThreat(scene, step);
    return isWhole && !isDoubtful(step) && !isToldAside(scene, step);
  });
}

const HE_SAYS = /^(?:he|she|says|said|warns|warned|vows|vowed|threatens|threatened|adds)$/;

// "Trump assails Peru" / "Says the country will face higher tariffs": the leader of the title goes on.
function isLeadersThreat({ title }: Scene, { line, action }: Step): boolean {
  if (title === null || title.lang !== 'en' || action !== 'threatened') return false;
  const first = placeGroups(title)[0];
  const isLeader = first?.from === 0 && first.kinds.includes('leader');
  return isLeader && HE_SAYS.test(tokenText(line, 0));
}

const DECIDED = wordGroup(
  /^(?:decid|decis|entsch[ei]|beschl|tranch|resuel|resol|zdecyd|decyz|решен|решил|karar|keputus|memutus|besl[iou]|agreed|settled)/,
);

/** "What of the duty on urea? The council has decided" / "It raised the duty on Monday": a title that asks and says at once that
 * an answer is there, which the first sentence gives. */
export function answersItself({ title, lines }: Scene, steps: readonly Step[]): boolean {
  if (title === null || !isAsked(title)) return false;
  const answer = lines.find((line) => line.isTitle && line.index === title.index + 1);
  if (answer === undefined || isAsked(answer)) return false;
  const isByState = answer.classes.has('place') || answer.classes.has('leadership');
  return (
    isByState &&
    says(answer, DECIDED) &&
    steps.some(
      (step) =>
        step.line.index <= title.index + OPENING &&
        !step.line.isTitle &&
        !step.isBackground &&
        step.mood === 'plain' &&
        isTold(step),
    )
  );
}

const OPENING = 2;
const SELF_TOLD: ReadonlySet<string> = new Set(['probe', 'relief', 'quota']);

const REMEDIES = ['AD', 'CVD', 'safeguard'] as const;

// Who, and how much or on which goods: what a sentence about the effects of a tariff does not say.
function isFull(step: Step): boolean {
  const { line, about } = step;
  const isByState = line.classes.has('place') || line.classes.has('leadership');
  // "has reinstated anti-dumping duties on steel from India".
  if (isByState && isRemedyStep(step) && line.lang === 'en' && line.classes.has('product'))
    return true;
  return isByState && (line.classes.has('percent') || SELF_TOLD.has(about));
}

// "Trump targets Korean imports" / "after the plan to raise duties": the title acts on goods, the first sentence says how.
function retoldStep(scene: Scene, steps: readonly Step[]): Step | null {
  const title = scene.title;
  if (title === null || !lineHas(title, 'goods') || !lineHas(title, 'verb', 'impose')) return null;
  if (!lineHas(title, 'place')) return null;
  return (
    steps.find((candidate) => candidate.line.index <= 1 && candidate.about === 'tariff') ?? null
  );
}

// "reel after Beijing's 75.8% duty" / "The anti-dumping deposit, announced by its ministry, kicks in".
function isRemedyStep({ object }: Step): boolean {
  return REMEDIES.some((kind) => means(object, 'tariff', kind));
}

const REACTS_WITHIN = 5;

/** "India regrets the tariff" / "It will answer after Brazil imposed 25%": a state's reaction that restates the measure. */
function restatedByReactor({ lines, title }: Scene, steps: readonly Step[]): Step | null {
  const step = steps.find(
    ({ line, isBackground, mood, action, about }) =>
      isBackground &&
      line.index > 0 &&
      line.index <= OPENING &&
      mood !== 'not' &&
      action !== 'other' &&
      (line.classes.has('percent') || about === 'probe'),
  );
  if (step === undefined || step.line.lang !== 'en') return null;
  const opener = lines.find((line) => line.index === 1);
  const reactor = [opener, title].find(
    (line) => line !== undefined && line !== null && opensByState(line, step),
  );
  const actor = namesAnActor(step);
  // "China has bought nothing since it raised the tariff": who acted restates nothing of another.
  const isOwn = reactor === step.line && PRONOUNS.has(tokenText(step.line, step.verb.from - 1));
  return reactor === undefined || actor === null || isOwn ? null : step;
}

function opensByState(line: Line, step: Step): boolean {
  const end = line === step.line ? step.verb.from : line.tokens.length;
  const group = placeGroups(line)[0];
  const isPlace =
    group !== undefined &&
    group.from <= 1 &&
    group.to < end &&
    !isItsPeople(line, group) &&
    (group.role === 'bare' || group.role === 'subject' || isOffice(line, group));
  return (
    isPlace || hitsOf(line, 'leadership').some((hit) => hit.from <= REACTS_WITHIN && hit.to < end)
  );
}

const PRONOUNS: ReadonlySet<string> = new Set(['it', 'they', 'he', 'she']);
const PEOPLE = /(?:[aeio]ns|[aeio]rds|ards|men)$/;
const NOT_STATE =
  /^(?:econom|export|import|shipper|retail|producer|manufactur|grower|miller|trader|investor|worker|firm|compan|consumer|shopper|growth|gdp|inflation|stock|share|currenc|factor|job|sales|tour|farm|maker|carmaker|brand|buyer|popularity|approval|rating|voter)/;

// "Canadians keep shunning", "The Swiss economy shrinks", "Lula's popularity rises": no government acts or speaks there.
function isItsPeople(line: Line, { to }: PlaceGroup): boolean {
  if (PEOPLE.test(tokenText(line, to - 1))) return true;
  const next = tokenText(line, to) === "'s" ? to + 1 : to;
  return NOT_STATE.test(tokenText(line, next));
}

function isOffice(line: Line, group: PlaceGroup): boolean {
  return hitsOf(line, 'leadership').some((hit) => hit.from >= group.to && hit.from - group.to <= 2);
}

// The country that acts in the clause of the step: the last one before its verb.
function namesAnActor({ line, verb }: Step): PlaceGroup | null {
  return (
    placeGroups(line).findLast(
      (group) => group.to <= verb.from && group.role !== 'origin' && group.role !== 'object',
    ) ?? null
  );
}

const ACTS = ['announce', 'impose', 'approve', 'raise', 'cut', 'start'] as const;

// "Canada announces new trade measures": the title names who acts, the text what is done.
function tellsAnActor(title: Line): boolean {
  const verb = title.hits.find((hit) => ACTS.some((family) => means(hit, 'verb', family)));
  return (
    verb !== undefined && title.hits.some((hit) => hit.to <= verb.from && hit.meanings.has('place'))
  );
}

function isCredible({ title }: Scene, { line, verb }: Step): boolean {
  // "Provisional duties are payable": only who collects them says so.
  if (tokenText(line, verb.from) === 'payable') return true;
  if (CREDIBLE.some((name) => lineHas(line, name))) return true;
  if (opensAsElse(line) && line.index === OPENING) return true;
  if (title === null) return false;
  const isNear = line.index <= 2 && (lineHas(title, 'place') || lineHas(title, 'leadership'));
  return lineHas(title, 'formal') || tellsAnActor(title) || isNear;
}

const CREDIBLE = ['place', 'leadership', 'formal'] as const;

function isTitleAbout(scene: Scene, step: Step): boolean {
  const { title } = scene;
  if (title === null) return true;
  const isOfTariffs =
    step.family === 'tax' || hasTariffWord(step.line) || isWeakButTrade(step.line);
  if (isOfTariffs && !isDoubtful(step) && (step.line.index <= 1 || isEarly(scene, step)))
    return true;
  return (
    hasTariffWord(title) ||
    isWeakButTrade(title) ||
    lineHas(title, step.about) ||
    lineHas(title, 'verb') ||
    lineHas(title, 'formal') ||
    namesMeasures(title)
  );
}

// "A row over fish has ended in tariffs. Brazil imposed 25%": the second sentence, where it tells all of it.
function isEarly({ lines, lang }: Scene, step: Step): boolean {
  // "Chile się cofa. Rozmowa dała rezultat": a title of two sentences has the first of its text behind it.
  if (lang !== 'en') return lines.find(({ isTitle }) => !isTitle) === step.line;
  // "has given India a week. Otherwise a 25% tariff will follow": the first sentence says who.
  if (step.line.index === OPENING && opensAsElse(step.line))
    return step.line.classes.has('percent');
  return step.line.index === OPENING && isFull(step);
}

const MODAL_WITHIN = 14;

// "would cut growth" may be anybody's guess; "Turkey would impose" and "the minister said it might" are not.
function isDoubtful(step: Step): boolean {
  if (step.mood !== 'cond') return false;
  if (step.line.lang !== 'en') return true;
  const isNear = (hit: { readonly to: number }): boolean =>
    hit.to <= step.verb.from && step.verb.from - hit.to <= MODAL_WITHIN;
  const isByState =
    hitsOf(step.line, 'leadership').some(isNear) ||
    placeGroups(step.line).some(
      (group) =>
        isNear(group) && (group.role === 'bare' || group.role === 'subject' || isAuthority(group)),
    );
  return !isByState;
}

const GUESSING =
  /^(?:expect|see|sees|fear|predict|believe|think|anticipate|forecast|want|urge|call|demand|ask|seek|argue|warn|hope|lobb|petition|plead|press|push|plan)/;
const OPENS_WITHIN = 6;
const GUESS_WITHIN = 6;

const FEARING = /^(?:fear|worr(?:y|ies|ied)|suspect|doubt)/;

// "They fear ministers will trade it for a cut in tariffs": nobody does it.
function isFeared(line: Line, verb: Hit): boolean {
  const at = line.tokens.findIndex(({ text }) => FEARING.test(text));
  return at > 0 && at <= OPENS_WITHIN && at < verb.from && !isParted(line, at, verb.from);
}

/** "Analysts expect Turkey to raise the duty", "the union has asked for a duty": who speaks takes no step. */
function isOutsiders(step: Step): boolean {
  const { line, verb } = step;
  if (line.lang !== 'en') return false;
  if (isFeared(line, verb)) return true;
  const outsider = headMarks(line).find(
    (hit) => hit.from <= OPENS_WITHIN && hit.to <= verb.from && means(hit, 'frame', 'lobby'),
  );
  if (outsider === undefined) return false;
  const before = line.tokens.slice(outsider.to, verb.from);
  const guess = before.findIndex(({ text }) => GUESSING.test(text));
  if (guess < 0 || guess > GUESS_WITHIN) return false;
  return !isParted(line, outsider.to, outsider.to + guess) && tokenText(line, verb.from) !== 'hit';
}
