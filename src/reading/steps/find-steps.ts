import { isActingTariff, isDoneByTariff } from '../objects/acting-tariffs.ts';
import { ACTION_OF, type Mood, type StepObject, WEIGHT_OF } from '../objects/action-table.ts';
import { isIdle } from '../objects/idle-tariffs.ts';
import {
  isAttribute,
  lineEndsAsQuestion,
  type ObjectHit,
  objectsIn,
  type Step,
  saysThreat,
} from '../objects/step-objects.ts';
import { isCapital } from '../words/letter-case.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitsOf, type Line, type Scene, tokenText } from '../words/scene.ts';
import { announcementOf } from './announced-that.ts';
import { isAskedAtEnd } from './asked-at-end.ts';
import { borneByAct } from './borne-by-act.ts';
import { endedChange } from './change-nouns.ts';
import { curbedImports } from './curbed-imports.ts';
import { familyThere } from './family-there.ts';
import {
  familiesOf,
  isBackAgain,
  isDoneToElse,
  isHelper,
  isIdleMotion,
  isPutOnHold,
} from './half-verbs.ts';
import { isOnlyHeldOut, isQuoted, isSparingDenied } from './held-abroad.ts';
import { isOfProposal, isOnlyProspect } from './held-proposal.ts';
import {
  isDemanded,
  isIfBehind,
  isNone,
  isOfBill,
  isOfChamber,
  isOnCondition,
  isOrElse,
  isRunningOut,
  isTurnedDown,
  isUttered,
  isWarnedBehind,
  saysSo,
} from './held-steps.ts';
import { jointDeal, namedAcross } from './joint-deal.ts';
import { addedToList } from './listed-goods-added.ts';
import { isNoPair } from './no-pair.ts';
import { FARTHEST, objectDistance } from './object-distance.ts';
import { inOfficialVoice } from './official-voice.ts';
import { isOfBefore, isOldNews, OLD_PRICE } from './old-news.ts';
import { isBeforeDeal, isDealNear, isOldDeal } from './open-deals.ts';
import { opensTitle, SUBJECT_FIRST } from './opens-title.ts';
import { isLeadingTo } from './others-doing.ts';
import { areOneVerb } from './phrase.ts';
import { isOpposedChange, moodAtEnd } from './planned-behind.ts';
import { isPutOff } from './put-off.ts';
import { inMood, isOnlyPlanned, isRelieving, isReported, moodOf } from './read-mood.ts';
import { setOutTerms } from './set-out-terms.ts';
import { clauseAt, isSecondItem } from './split-clauses.ts';
import { type Phrase, splitPhrases } from './split-phrases.ts';
import { isEchoed, isUndone } from './undone-steps.ts';
import { isAdjective, isNounOfElse, isSubjectTo, isWarning } from './verb-shape.ts';
import { moodOfWish } from './wished-of-other.ts';
import { isAnswerBehind, isStrivenFor } from './wished-relief.ts';
import { wordlessSteps } from './wordless-steps.ts';

export type { Step } from '../objects/step-objects.ts';

/** False for what is denied to happen; a refusal to exempt is a step of its own. */
export function isTold(step: Step): boolean {
  return step.mood !== 'not' || step.action === 'exemption-denied' || step.action === 'delayed';
}

/** All steps, the leading one first. */
export function findSteps(scene: Scene): readonly Step[] {
  const steps: Step[] = [];
  for (const line of scene.lines)
    steps.push(...stepsIn(line).map((step) => (isOfBefore(scene, step) ? asOld(step) : step)));
  if (!steps.some((step) => step.line.isTitle)) {
    for (const line of scene.lines) {
      // A headline may have two sentences: "What's that smell? Chile's new 35% tariff on perfume".
      if (!line.isTitle || steps.some((step) => step.line.isTitle)) continue;
      steps.push(...wordlessSteps(line, steps));
    }
  }
  steps.push(...jointDeal(scene, steps));
  if (!steps.some((step) => step.line.isTitle)) steps.push(...namedAcross(scene));
  steps.push(...setOutTerms(scene, steps));
  steps.push(...borneByAct(scene, steps));
  steps.push(...curbedImports(scene, steps));
  steps.push(...addedToList(scene, steps));
  const told = steps.filter((step) => !isEchoed(step, steps) && !isSparingDenied(step, steps));
  return [...inOfficialVoice(scene, told)].sort(
    (a, b) => b.weight - a.weight || a.line.index - b.line.index,
  );
}

function asOld(step: Step): Step {
  if (step.isBackground) return step;
  return { ...step, isBackground: true, weight: step.weight - OLD_PRICE };
}

function stepsIn(line: Line): readonly Step[] {
  const split = splitPhrases(line);
  if (split.length === 0 && objectsIn(line).length === 0) return [];
  const told = line.classes.has('verb') ? verbSteps(line, split) : [];
  for (const { verb, ...match } of split) {
    if (told.some((step) => step.object === match.object && step.family === match.family)) continue;
    const step = toStep(line, verb, match);
    if (step !== null) told.push(step);
  }
  return told.filter((step) => !isUndone(step, told)).map((step) => withBackground(step, told));
}

const STARTING = /^(?:starting|beginning|commencing|effective)$/;

// "comes after the US announced a tariff starting March 12": the day belongs to what was before.
function withBackground(step: Step, told: readonly Step[]): Step {
  const { line, verb, object, family, isBackground, weight } = step;
  if (isBackground || family !== 'start' || !STARTING.test(tokenText(line, verb.from))) return step;
  const own = told.filter((other) => other.object === object && other.verb.to <= verb.from);
  const isOld = own.length > 0 && own.every((other) => other.isBackground);
  return isOld ? { ...step, isBackground: true, weight: weight - OLD_PRICE } : step;
}

function verbSteps(line: Line, split: readonly Phrase[]): Step[] {
  // "anti-dumping inquiry": the tariff word describes the inquiry, which is the object.
  const probes = hitsOf(line, 'probe');
  const objects = objectsIn(line).filter(({ hit }) => !isAttribute(line, hit, probes));
  if (objects.length === 0) return [];
  const steps: Step[] = [];
  for (const verb of hitsOf(line, 'verb')) {
    if (split.some((phrase) => areOneVerb(phrase.verb, verb)) || isNamed(line, verb)) continue;
    const families = familiesOf(line, verb);
    const step = bestStep(line, verb, families, objects);
    if (step !== null) steps.push(step);
  }
  return steps;
}

// "responde a Quito": in the middle of a sentence a capital tells the city from the verb "quitó".
function isNamed(line: Line, verb: Hit): boolean {
  return verb.from > 0 && verb.meanings.has('place') && isCapital(line, verb.from);
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
        if (isNoPair({ line, verb, object, family, about })) continue;
        const cost = objectDistance(line, verb, object, family);
        if (cost <= FARTHEST && (best === null || cost < best.cost)) {
          best = { family: familyThere(line, verb, family, object), about, object, cost };
        }
      }
    }
  }
  if (best === null || isAdjective(line, verb, best) || isWarning(line, verb, best)) return null;
  if (isRunningOut(line, verb, best) || isDemanded(line, verb)) return null;
  if (isPutOnHold(line, verb) || isSubjectTo(line, verb, best)) return null;
  if (
    isIdleMotion(line, verb) ||
    isBackAgain(line, verb) ||
    isHelper(line, verb) ||
    isIdle(line, verb, best) ||
    isActingTariff(line, verb, best) ||
    isDoneByTariff(line, verb, best) ||
    isNounOfElse(line, verb, best) ||
    isDoneToElse(line, verb, best)
  )
    return null;
  return toStep(line, verb, best);
}

/** A long way to the object makes a step no less the first one told: "the duty on X from all countries is increased". */
const MOST_COST = 8;

function toStep(line: Line, verb: Hit, match: Match): Step | null {
  const mood = toldMood(line, verb, match);
  const named = ACTION_OF[match.family]?.[match.about];
  const isThreat =
    (saysThreat(line, match.object) && !ENDING.has(match.family)) ||
    isOnCondition(line, verb, match, match.about) ||
    isBeforeDeal(line, verb, match) ||
    isOrElse(line, verb) ||
    isOnlyProspect(line, verb, match.object) ||
    isWarnedBehind(line, verb, match.family);
  const told = isThreat ? 'threat' : mood;
  // "a court could strike down": no ruling yet, whatever somebody expects or asks.
  const isAhead = named === 'struck-down' && !RULED.has(told);
  if (isAhead && line.lang === 'en' && !(told === 'plan' && isOfChamber(line))) return null;
  // "will Zölle kippen": without a court the verb is one of ending, and a wish ends nothing.
  const isWish = isAhead && !line.classes.has('court');
  const base = isWish ? 'removed' : named;
  const isLater = isPutOff(line, verb, match, mood);
  const action = isLater
    ? 'delayed'
    : isTurnedDown(line, verb, match, mood)
      ? 'exemption-denied'
      : base === undefined
        ? null
        : isOfProposal(line, verb, match)
          ? 'proposed'
          : (endedChange(line, verb, match.object, match.family) ??
            (isOnlyPlanned(line.lang, match.family, match.about, told)
              ? 'proposed'
              : inMood(base, isWish ? 'remove' : match.family, told)));
  if (action === null) return null;
  const isBackground = isOldNews(line, verb);
  const place = line.isTitle ? 100 : Math.max(10, 64 - 6 * line.index);
  const weight =
    place +
    (WEIGHT_OF[match.family] ?? 0) +
    (opensDeal(line, verb, match) ? DEAL_FIRST : 0) +
    (opensTitle(line, verb, match) ? SUBJECT_FIRST : 0) +
    (action === 'struck-down' && match.object.to <= verb.from ? RULING : 0) -
    (isOldDeal(line, verb, match, match.about) ? OLD_DEAL : 0) -
    Math.min(match.cost, MOST_COST) -
    (isBackground ? OLD_PRICE : 0) -
    (isQuoted(line, verb) ? QUOTED : 0) -
    (clauseAt(line, verb.from).isAside || isQuotaOpened(match) ? ASIDE : 0) -
    (isSecondItem(line, verb.from) ? SECOND : 0) -
    (mood === 'cond' && !isLater ? 8 : 0) -
    (lineEndsAsQuestion(line) ? 15 : 0);
  const { family, about, object } = match;
  return { line, verb, object, family, about, mood, action, isBackground, weight };
}

const RULED: ReadonlySet<Mood> = new Set(['plain', 'future', 'deny', 'not']);

// "Carney said Canada would pause the tariff": who is quoted gives way; only what burdens others may stay a threat.
function toldMood(line: Line, verb: Hit, { family, object, about }: Match): Mood {
  if (family === 'announce' && isOnlyHeldOut(line, verb, object)) return 'plan';
  if (isOpposedChange(line, verb, object)) return 'not';
  const told = moodAtEnd(line, verb, object) ?? moodOfWish(line, verb);
  if (told !== null) return told;
  if (isStrivenFor(line, verb, family, about) || isAskedAtEnd(line, verb)) return 'seek';
  if (isAnswerBehind(line, verb, { family, object, about })) return 'plain';
  // "must open its market or face a tariff": what must be done stands before the "or".
  if (line.lang === 'en' && tokenText(line, verb.from) === 'or') return 'plain';
  // "an immediate response if Peru imposes": one phrase of the lists.
  if (family === 'retaliate' && WAITING.test(tokenText(line, verb.to - 1))) return 'threat';
  const mood = isNone(line, verb, object) ? 'not' : moodOf(line, verb);
  // "wird Zölle bekannt geben", "将公布关税": what is yet to be announced is not laid.
  if (family === 'announce' && mood === 'future' && line.lang !== 'en') return 'plan';
  if (mood === 'plain' && isLeadingTo(line, verb, object)) return 'plan';
  // "says he will cut the tariff", "vows to scrap it": what eases is announced or promised, nobody is threatened.
  const isEasing = line.lang === 'en' && about === 'tariff' && EASING.has(family);
  if (mood === 'threat' && isEasing) return saysSo(line, verb) ? 'future' : 'plan';
  // "to suspend its tariff if talks make headway".
  const isSoon = mood === 'future' || mood === 'cond';
  if (isEasing && isSoon && isIfBehind(line, Math.max(verb.to, object.to))) return 'plan';
  if ((mood === 'plain' || mood === 'future') && isDealNear(line)) return 'plan';
  if (mood === 'plain' && isOfBill(line, null, verb)) return 'plan';
  if (mood === 'plain' && isUttered(line, verb)) return 'urge';
  if (mood === 'cond' && announcementOf(line, verb) !== null) return 'future';
  return mood === 'cond' && isRelieving(family) && isReported(line, verb) ? 'future' : mood;
}

const WAITING = /^(?:if|should|when|once)$/;
const EASING: ReadonlySet<string> = new Set(['cut', 'remove', 'suspend', 'delay', 'exempt']);
/** "imposes 20% as its neighbour cuts tariffs": what the main clause tells leads. */
const ASIDE = 6;
/** "lowers the tariff on cheese and opens a quota for beef": a quota that is opened gives way. */
const isQuotaOpened = ({ family, about }: Match): boolean => family === 'open' && about === 'quota';
const SECOND = 12;
const QUOTED = 8;
/** "Court rules doubled tariff unlawful": what a court says of a tariff leads what the tariff was. */
const RULING = 6;
const DEAL_FIRST = 4;

// "strikes deal with Japan, cuts tariffs": a deal named first leads, the cuts are its terms; "order implementing Japan deal,
// cuts tariffs" tells what follows from an old one.
function opensDeal(line: Line, verb: Hit, match: Match): boolean {
  return (
    line.index <= 1 &&
    match.about === 'deal' &&
    (match.family === 'reach' || match.family === 'commit') &&
    !isOldDeal(line, verb, match, match.about) &&
    !hitsOf(line, 'tariff').some((hit) => hit.from < verb.from)
  );
}

const OLD_DEAL = 6;

const ENDING: ReadonlySet<string> = new Set(['remove', 'suspend', 'delay', 'cut']);
