// In: an item's sentences and steps. Out: news of a step, paperwork, or neither, with the reason in one sentence.
// The title decides first: an opinion piece or a market report stays one whatever its body repeats.
import { hasTariffWord, isWeakButTrade } from '../objects/tariff-words.ts';
import { complaintOf } from '../places/sides-abroad.ts';
import { isTold, type Step } from '../steps/find-steps.ts';
import { isRecital } from '../steps/official-voice.ts';
import { restatesAsFact, restatesMeasure } from '../steps/restated-step.ts';
import type { Hit } from '../words/lexicon.ts';
import {
  headlineOf,
  headMarks,
  hitsOf,
  type Line,
  lineHas,
  means,
  type Scene,
  tokenText,
} from '../words/scene.ts';
import { isEcho } from './echoes.ts';
import { isRelative, nameOfFrame } from './frame-names.ts';
import { movedTradeAt } from './moved-trade.ts';
import { tellsTradeMoved } from './moved-trade-abroad.ts';
import { isOtherSense } from './other-sense.ts';
import { isDisputePage, isPaperwork } from './paperwork.ts';
import { isPetition, isPressing } from './petitions.ts';
import { ruledOutAbroad } from './petitions-abroad.ts';
import { prolongsInquiry } from './prolonged-inquiry.ts';
import { isQuotedWish } from './quoted-wish.ts';
import { tellsRatesOfCase, tellsRateUnderTopic } from './rate-under-topic.ts';
import { awaitsDetermination, readNotice } from './read-notice.ts';
import {
  isAidOnly,
  isAskedByUnknown,
  isColour,
  isForFirms,
  isLobbying,
  isPlea,
  isQuestion,
  isRuledBefore,
  isSetAhead,
  isTail,
} from './title-tails.ts';
import { answersItself, opensWithStep, stepInText } from './told-by-text.ts';
import { type Decision, NO_TARIFF_WORD, no, PAPERWORK, type Verdict, yes } from './verdict.ts';
import { isTradeNotice, isWordlessTrade } from './wordless-trade.ts';

type Rule = {
  readonly name: string;
  readonly decide: (scene: Scene, steps: readonly Step[]) => Decision | null;
};

/** The rules in order; the first that speaks decides. */
const RULES: readonly Rule[] = [
  { name: 'prolonged-inquiry', decide: prolonged },
  { name: 'no-tariff-word', decide: noTariffWord },
  { name: 'homonym', decide: homonym },
  { name: 'notice', decide: notice },
  { name: 'paperwork', decide: paperwork },
  { name: 'title-frame', decide: titleFrame },
  { name: 'step-in-title', decide: stepInTitle },
  { name: 'step-in-text', decide: toldByText },
  { name: 'restated-measure', decide: restatedMeasure },
  { name: 'rate-under-topic', decide: rateUnderTopic },
  { name: 'rates-of-case', decide: ratesOfCase },
  { name: 'nothing-told', decide: () => no('tariffs are mentioned, but no step is told') },
];

/** Decides relevance by the first rule that speaks. */
export function decideRelevance(scene: Scene, steps: readonly Step[]): Verdict {
  for (const rule of RULES) {
    const verdict = rule.decide(scene, steps);
    if (verdict === null) continue;
    const { relevance, reason, action } = verdict;
    return { relevance, reason, action, rule: rule.name };
  }
  return { relevance: 'no', reason: 'nothing was read', rule: 'none', action: null };
}

// What counts here must count in `TELLING_CLASSES` of build-lexicon.ts as well; glance.test.ts holds both together.
function noTariffWord(scene: Scene, steps: readonly Step[]): Decision | null {
  if (steps.some((step) => step.family === 'tax' || isWordlessTrade(step, scene))) return null;
  const isSpoken = scene.lines.some((line) => hasTariffWord(line) || isWeakButTrade(line));
  const isTradePaper =
    scene.title !== null &&
    (lineHas(scene.title, 'routine', 'trade') || isTradeNotice(scene.title));
  return isSpoken || isTradePaper ? null : NO_TARIFF_WORD;
}

function prolonged(scene: Scene, steps: readonly Step[]): Decision | null {
  if (!prolongsInquiry(scene, steps)) return null;
  return { relevance: 'routine', reason: 'an inquiry is only given more time', action: null };
}

function ratesOfCase(scene: Scene): Decision | null {
  if (!tellsRatesOfCase(scene)) return null;
  return yes('the text sets out the rates that a case has found', 'other');
}

function rateUnderTopic(scene: Scene): Decision | null {
  if (!tellsRateUnderTopic(scene)) return null;
  return yes('the title names a tariff, and the text tells its rate', 'imposed');
}

const OTHER_SENSE = '"tariff", "duty" or "quota" is meant in another sense';

function homonym(scene: Scene): Decision | null {
  return isOtherSense(scene) ? no(OTHER_SENSE) : null;
}

function notice(scene: Scene, steps: readonly Step[]): Decision | null {
  const headline = headlineOf(scene);
  const { title } = scene;
  if (title !== null && isDisputePage(title)) return PAPERWORK;
  // "Extension of time" over what the inquiry will find: the title says that it is paperwork.
  if (headline !== title && title !== null && lineHas(title, 'routine', 'trade')) return PAPERWORK;
  if (headline !== null && awaitsDetermination(headline)) return PAPERWORK;
  // "Importer asks trade court to overturn injury finding": who wants it undone.
  if (headline !== null && lineHas(headline, 'frame', 'lawsuit')) return null;
  // "Whereas, vide initiation notification No. 7, a review was begun": what a recital names was before.
  if (headline !== null && isRecital(headline)) return null;
  const told = headline === null ? null : readNotice(headline, steps);
  return told === null ? null : yes(told.reason, told.action);
}

function paperwork(scene: Scene, steps: readonly Step[]): Decision | null {
  if (!isPaperwork(scene, steps)) return null;
  return PAPERWORK;
}

/** Frames that rule an item out whatever step its title names. */
const HARD: ReadonlySet<string> = new Set(['lawsuit', 'awaiting', 'explainer', 'symbolic']);
/** Frames that rule it out unless the title itself tells a step. */
const SOFT: ReadonlySet<string> = new Set([
  'stats',
  'reaction',
  'company',
  'pricing',
  'talks',
  'notariff',
  'market',
  'opinion',
  'digest',
  'homonym',
]);
/** Frames that rule it out when they open the title, before any step. */
const OPENING: ReadonlySet<string> = new Set(['opinion', 'market', 'stats']);

/** Frames that yield to a text which opens with a step: "Exporters reeling" / "Brazil imposed a 25% tariff". */
const COLOURING: ReadonlySet<string> = new Set([
  'reaction',
  'awaiting',
  'company',
  'talks',
  'digest',
]);

/** Frames of a title in which one government judges another's tariff and asks for talks. */
const JUDGING: ReadonlySet<string> = new Set(['reaction', 'talks']);

const EXPLAINING: ReadonlySet<string> = new Set(['opinion', 'explainer']);

function titleFrame(scene: Scene, steps: readonly Step[]): Decision | null {
  const title = scene.title;
  if (title === null) return null;
  const step = steps.find((candidate) => candidate.line.isTitle && !candidate.isBackground);
  // "Cheaper mangoes, anyone? India cuts the duty": what the first sentence only announces, the second tells.
  const isSecond = step !== undefined && step.line !== title && step.mood === 'plain';
  // "Webinar: Are you ready? The end of the steel exclusions".
  const isCalled = headMarks(title).some(
    (mark) => isExplainer(mark) && tokenText(title, mark.to) === ':',
  );
  if (isSecond && !isCalled) return null;
  const isAnswered = answersItself(scene, steps);
  const firstPlace = hitsOf(title, 'place')[0]?.from ?? title.tokens.length;
  for (const hit of [...title.marks, ...title.hits]) {
    for (const frame of hit.meanings.get('frame') ?? []) {
      if (isRelative(title, hit) || isTail(title, hit, frame, step)) continue;
      if (isColour(scene, hit, frame, step)) continue;
      if (frame === 'lawsuit' && (isPlea(title, hit) || isRuledBefore(hit, step))) continue;
      if (frame === 'awaiting' && isSetAhead(hit, title, step)) continue;
      // "hits Brazil with import bans, 50% tariffs".
      if (frame === 'notariff' && step?.about === 'tariff' && title.classes.has('percent'))
        continue;
      if (EXPLAINING.has(frame) && (isAnswered || restatesAsFact(title, hit, step))) continue;
      if (EXPLAINING.has(frame) && endsTitle(title, hit) && opensWithAct(steps)) continue;
      if (JUDGING.has(frame) && restatesMeasure(scene, steps) !== null) continue;
      if (frame === 'reaction' && isComplaintOf(title, step)) continue;
      // "doubles down: 25% on Indian steel": the figure that follows is the step.
      if (frame === 'reaction' && step !== undefined && means(step.object, 'tariff', 'charged'))
        continue;
      if (frame === 'company' && isForFirms(title, hit, step)) continue;
      if (COLOURING.has(frame) && step === undefined && opensWithStep(scene, steps)) continue;
      if (isEcho(title, hit, frame, step))
        return no(`the title tells of ${nameOfFrame(frame)} and an echo`);
      if (HARD.has(frame)) return no(`the title tells of ${nameOfFrame(frame)}`);
      // "US stocks fall": the state before them only says whose they are.
      const isOpening =
        hit.from <= 2 &&
        (hit.from < firstPlace || (frame === 'market' && isOfMarkets(title, hit, step)));
      if (OPENING.has(frame) && isOpening) return no(`the title opens as ${nameOfFrame(frame)}`);
      if (SOFT.has(frame) && (step === undefined || step.weight < 90)) {
        return no(`the title tells of ${nameOfFrame(frame)} and no step`);
      }
    }
  }
  if (step === undefined && endsAsExplainer(scene) && !opensWithStep(scene, steps))
    return no('the title ends as an explainer');
  if ((step === undefined || isPressing(title, step.verb)) && isPetition(title))
    return no('those who ask set no tariffs');
  const abroad = ruledOutAbroad(title, step, () => opensWithStep(scene, steps));
  if (abroad !== null) return no(abroad);
  const moved = movedTradeAt(title);
  if (moved >= 0 && (step === undefined || step.verb.from === moved || isWhy(title, moved, step)))
    return no('the title tells how trade moved');
  if (tellsTradeMoved(title, step)) return no('the title tells how trade moved');
  if (isAidOnly(title, step) && !opensWithStep(scene, steps))
    return no('the title tells of aid for those who bear a tariff');
  const isAsked = (wish: Step): boolean =>
    isLobbying(title, wish) || isAskedByUnknown(scene, wish) || isQuotedWish(scene, wish);
  if (step !== undefined && isAsked(step)) return no('those who ask set no tariffs');
  if (
    isQuestion(title, step) &&
    !isAnswered &&
    !(step === undefined && opensWithStep(scene, steps))
  )
    return no('the title is a question');
  return null;
}

// "Exports to Peru fall 14% as tariffs hit cars", "..., hit by tariffs": why trade moved, and nobody is said to act.
function isWhy(title: Line, moved: number, { line, verb, object }: Step): boolean {
  const from = Math.min(verb.from, object.from);
  if (line !== title || moved >= from) return false;
  const isSuffered = tokenText(title, from - 1) === ',' && tokenText(title, verb.to - 1) === 'by';
  return tokenText(title, from - 1) === 'as' || isSuffered;
}

// "Almonds to get cheaper: Here's why" / "India has removed the duty on almonds": the text begins with what was done.
function endsTitle(title: Line, mark: Hit): boolean {
  return mark.to >= title.tokens.length - 1 && tokenText(title, mark.from - 1) === ':';
}

function isOfMarkets(title: Line, { from }: Hit, step: Step | undefined): boolean {
  const places = hitsOf(title, 'place');
  const isTheirs = places[0]?.from === 0 && places[0].to === from;
  // "Tokyo shares slip as Brazil sets a 10% tariff": who acts stands right before the verb.
  const isActed =
    step !== undefined && places.some((hit) => hit.from > from && hit.to === step.verb.from);
  return isTheirs && !isActed;
}

// "Tariffs loom over growers. Here's how to prepare": a second sentence of the title that only offers to explain.
function endsAsExplainer({ title, lines }: Scene): boolean {
  const next = lines.find((line) => line.isTitle && line.index === (title?.index ?? 0) + 1);
  return next !== undefined && headMarks(next).some(isExplainer);
}

function isExplainer({ from, meanings }: Hit): boolean {
  return from === 0 && meanings.get('frame')?.some((frame) => EXPLAINING.has(frame)) === true;
}

function opensWithAct(steps: readonly Step[]): boolean {
  return steps.some(
    ({ line, isBackground, mood, about }) =>
      line.index === 1 &&
      !line.isTitle &&
      !isBackground &&
      mood === 'plain' &&
      about === 'tariff' &&
      line.classes.has('place') &&
      line.classes.has('product'),
  );
}

// "Japan protestiert gegen US-Zölle von 25 Prozent": the measure is restated with its rate.
function isComplaintOf(title: Line, step: Step | undefined): boolean {
  return step?.line === title && title.classes.has('percent') && complaintOf(title) !== null;
}

function stepInTitle(scene: Scene, steps: readonly Step[]): Decision | null {
  const step = steps.find((candidate) => candidate.line.isTitle && !candidate.isBackground);
  if (step === undefined || !isTold(step)) return null;
  const isRefund = step.about === 'refund' && !lineHas(step.line, 'court');
  if (isRefund) return null;
  const isBareDeal =
    step.about === 'deal' &&
    !scene.lines.some((line) => hasTariffWord(line) || isWeakButTrade(line));
  return isBareDeal ? null : yes(`the title tells a step: ${step.action}`);
}

// "Brasília defiant after Trump's 50% tariff threat".
function restatedMeasure(scene: Scene, steps: readonly Step[]): Decision | null {
  const step = restatesMeasure(scene, steps);
  return step === null ? null : yes(`the title restates a step: ${step.action}`);
}

function toldByText(scene: Scene, steps: readonly Step[]): Decision | null {
  const step = stepInText(scene, steps);
  return step === null ? null : yes(`the text tells a step: ${step.action}`);
}
