// Verbs that tell what was before: behind "after", "since", "who", or within a phrase that only sets the scene. In: a line
// and a verb of it. Out: yes or no.
import { isActor } from '../objects/idle-tariffs.ts';
import type { Step } from '../objects/step-objects.ts';
import { isCapital } from '../words/letter-case.ts';
import type { Hit } from '../words/lexicon.ts';
import {
  hitBefore,
  hitFrom,
  hitsOf,
  isParted,
  type Line,
  means,
  type Scene,
  tokenText,
} from '../words/scene.ts';
import { isSecondVerb } from '../words/verb-second.ts';
import { lastPlaceOf, says, wordGroup } from '../words/word-groups.ts';
import { isOfAmendedAct } from './amended-acts.ts';
import { isAnsweredDeed } from './answered-deeds.ts';
import { isClosedOff } from './closed-off.ts';
import { tellsOfBefore } from './dated-back.ts';
import { tellsUseOfPower } from './earlier-deeds.ts';
import { isOldAbroad } from './old-abroad.ts';
import { isOnlyNamed, isOwnReason } from './only-named.ts';
import { isReportedPerfect } from './reported-perfect.ts';
import { BECOMES, hasOtherVerb, isHeadOfTitle } from './verb-shape.ts';

/** What a step weighs less when it is told as old news. */
export const OLD_PRICE = 45;

const YEAR_WITHIN = 8;
const DONE_THEN = /(?:ed|t|ew|ut|ok|nt|me)$/;

/** What a text tells as done at a time before the item: "Beijing dropped a duty in 2023", "had raised it in April". */
export function isOfBefore(scene: Scene, step: Step): boolean {
  if (isOfYearsAgo(scene, step)) return true;
  const { line, mood } = step;
  // The first sentence may tell what the title only colours.
  return (
    line.lang === 'en' &&
    line.index > 1 &&
    (mood === 'plain' || isOfDealBefore(line, step.verb)) &&
    tellsOfBefore(line, scene.publishedOn)
  );
}

// "In January the two reached a deal to cut tariffs": what the deal of that day was made for.
function isOfDealBefore(line: Line, verb: Hit): boolean {
  const end = tokenText(line, verb.from) === 'to' ? verb.from : verb.from - 1;
  return tokenText(line, end) === 'to' && hitsOf(line, 'deal').some(({ to }) => to === end);
}

function isOfYearsAgo({ publishedOn }: Scene, { line, verb, object, mood }: Step): boolean {
  if (line.lang !== 'en' || line.isTitle || publishedOn === null || mood !== 'plain') return false;
  if (!DONE_THEN.test(tokenText(line, verb.to - 1))) return false;
  const end = Math.max(verb.to, object.to);
  const behind = line.tokens.slice(end, end + YEAR_WITHIN);
  return behind.some(({ text }, at) => {
    if (text !== 'in' && text !== 'since') return false;
    // "has removed the duties it put on salmon in 2019": the year is that of the other verb.
    const isOfOther = line.hits.some(
      (hit) => hit.from >= end && hit.to <= end + at && hit.meanings.has('verb'),
    );
    if (isOfOther) return false;
    const year = Number(behind[at + 1]?.text);
    return year >= FIRST_YEAR && year < Number(publishedOn.slice(0, 4));
  });
}

const FIRST_YEAR = 1900;

/** True for a verb that tells what was before, or that only describes. */
export function isOldNews(line: Line, verb: Hit): boolean {
  // "a 19% tariff in force since August": an attribute, not the step.
  if (tokenText(line, verb.from) === 'in' && !BECOMES.has(tokenText(line, verb.from - 1))) {
    // "duties of up to 180%, in force from 15 July".
    if (tokenText(line, verb.to) === 'from') return false;
    return hasOtherVerb(line, verb) && !isHeadOfTitle(line, verb);
  }
  if (isInIf(line, verb) || isAlreadyBorne(line, verb) || isStruckBefore(line, verb)) return true;
  if (isAnsweredDeed(line, verb.from) || isOfAmendedAct(line, verb.from)) return true;
  if (line.lang === 'en' && !line.isTitle && tellsUseOfPower(line)) return true;
  if (isOnlyNamed(line, verb) || isOldAbroad(line, verb)) return true;
  // "after considering the findings, hereby imposes": said and done at once.
  if (tokenText(line, verb.from - 1) === 'hereby') return false;
  for (const hit of hitsOf(line, 'background')) {
    if (hit.from >= verb.from) break;
    if (isSinceThen(line, hit, verb)) return true;
    // "brings last month's pact into force": of when a thing is.
    if (tokenText(line, hit.to) === "'s") continue;
    // "to permit, until 24 months after the date of this proclamation, ...": how long.
    if (tokenText(line, hit.to + 1) === 'date') continue;
    if (verb.from - hit.to > 12 || isParted(line, hit.to, verb.from)) continue;
    // "quotas are smaller than before, and steel beyond them pays 50%": what is compared opens no clause.
    if (tokenText(line, hit.from - 1) === 'than') continue;
    if (isOffice(line, hit) || isWithoutPower(line, hit, verb)) continue;
    if (isReportedPerfect(line, hit.from) || isOverQuota(line, hit)) continue;
    if (isSetting(line, hit, verb) || isSpan(line, hit, verb)) continue;
    if (isPowerOver(line, hit, verb) || isTakenUp(line, hit, verb)) continue;
    if (isMainVerbBehind(line, hit, verb) || isSecondVerb(line, hit, verb)) continue;
    if (isOwnReason(line, hit, verb)) continue;
    if (isSaidBesides(line, hit, verb) || isClosedOff(line, hit, verb)) continue;
    return true;
  }
  return false;
}

const PAST_START = /^(?:took|came|went|kicked|entered|started|began|was|were)$/;
const FACING: ReadonlySet<string> = new Set([',', 'both', 'all', 'already']);

// "blamed a tariff that took effect in April", "The leaders, both facing tariffs, met": only which tariff, and who bears it.
function isAlreadyBorne(line: Line, verb: Hit): boolean {
  if (line.lang !== 'en') return false;
  const word = tokenText(line, verb.from);
  if (word === 'facing') return FACING.has(tokenText(line, verb.from - 1)) && verb.from > 1;
  const at = BE.has(tokenText(line, verb.from - 1)) ? verb.from - 2 : verb.from - 1;
  const isRelative = tokenText(line, at) === 'that' || tokenText(line, at) === 'which';
  return isRelative && at > 1 && PAST_START.test(tokenText(line, at + 1));
}

const BE: ReadonlySet<string> = new Set(['was', 'were', 'been']);
const MAKING = ['impose', 'raise', 'announce', 'propose', 'threaten'] as const;

// "to set a 15% tariff in place of duties struck down by the court": which duties, once a tariff of their own is told before them.
function isStruckBefore(line: Line, verb: Hit): boolean {
  if (line.lang !== 'en' || !means(verb, 'verb', 'strike')) return false;
  const struck = hitBefore(line, verb.from);
  if (struck?.meanings.has('tariff') !== true) return false;
  const isMade = hitsOf(line, 'verb').some(
    (hit) => hit.to <= struck.from && MAKING.some((family) => means(hit, 'verb', family)),
  );
  return isMade && hitsOf(line, 'tariff').some((hit) => hit.to < struck.from);
}

// "mandates the Customs Authority to collect the duties": an office by its name, and no power that somebody has.
function isOffice(line: Line, background: Hit): boolean {
  if (line.lang !== 'en' || tokenText(line, background.from) !== 'authority') return false;
  return isCapital(line, background.from) && isCapital(line, background.from - 1);
}

// "rules that Trump had no power to impose": what the court says of the past is its judgment.
function isWithoutPower(line: Line, background: Hit, verb: Hit): boolean {
  const isHad = line.lang === 'en' && tokenText(line, background.from) === 'had';
  return isHad && background.to === verb.from && means(verb, 'verb', 'strike');
}

const SETTING_WITHIN = 3;

// "A day after the ruling, Ottawa raises the tariff": what opens the sentence ends at the comma; the news follows.
function isSetting(line: Line, background: Hit, verb: Hit): boolean {
  // "Products under investigation: after an application, the ministry opened": a heading stands before it.
  const isHeaded = line.lang === 'en' && tokenText(line, background.from - 1) === ':';
  if (background.from > SETTING_WITHIN && !isHeaded && !OPENERS.has(tokenText(line, 0)))
    return false;
  for (let at = background.to; at < verb.from; at += 1) {
    if (tokenText(line, at) !== ',') continue;
    const subject = line.hits.find((hit) => hit.from > at && isActor(hit));
    if (subject === undefined || subject.from - at > SETTING_WITHIN || subject.to > verb.from)
      continue;
    // "after Canada, Mexico and the EU": a list goes on.
    if (!hitBefore(line, at)?.meanings.has('place') || !isListed(line, subject)) return true;
  }
  return false;
}

const PERFECT_WITHIN = 3;

// "Since 2023, Chile has charged a 25% duty": what has been so ever since is no news.
function isSinceThen(line: Line, background: Hit, verb: Hit): boolean {
  if (line.lang !== 'en' || tokenText(line, background.from) !== 'since') return false;
  if (background.from > 0 && tokenText(line, background.from - 1) !== ',') return false;
  return line.tokens
    .slice(Math.max(0, verb.from - PERFECT_WITHIN), verb.from)
    .some(({ text }) => text === 'has' || text === 'have');
}

const IF = wordGroup('if unless');
const IF_WITHIN = 9;

// "vows countermeasures if India raises tariffs": what another may do is the condition of what the sentence tells first.
function isInIf(line: Line, verb: Hit): boolean {
  if (line.lang !== 'en') return false;
  const at = lastPlaceOf(line, IF, Math.max(2, verb.from - IF_WITHIN), verb.from);
  if (at < 0 || tokenText(line, at - 1) === 'as' || tokenText(line, at - 1) === 'even')
    return false;
  const isOpen = line.tokens.slice(at, verb.from).some(({ text }) => text === ',');
  const subject = line.hits.find((hit) => hit.from > at && hit.from - at <= 2 && isActor(hit));
  const isTold = line.hits.some(
    (hit) => hit.to <= at && TOLD.some((name) => hit.meanings.has(name)),
  );
  return !isOpen && isTold && subject !== undefined && subject.to <= verb.from;
}

const TOLD = ['verb', 'mood'] as const;

const PRONOUNS: ReadonlySet<string> = new Set(['he', 'she', 'it', 'they']);

// "Days after the verdict it put a tariff on": the phrase that opens the sentence ends before the pronoun.
function isTakenUp(line: Line, background: Hit, verb: Hit): boolean {
  if (line.lang !== 'en' || background.from > SETTING_WITHIN) return false;
  const at = PRONOUNS.has(tokenText(line, verb.from - 1)) ? verb.from - 1 : -1;
  return (
    at > background.to + 1 &&
    !line.hits.some((hit) => hit.from >= background.to && hit.to <= at && hit.meanings.has('verb'))
  );
}

const NO_CLAUSE: ReadonlySet<string> = new Set(['over', 'amid', 'despite']);
const AUXILIARY = /^(?:is|are|was|were|will|has|have)$/;
const NEW_CLAUSE = /^(?:that|which|who|whose|as|when|while|if|what|how)$/;

// "The tariff over Russian oil is cancelled": such a word opens no clause, so the finite verb goes with what stands before it.
function isMainVerbBehind(line: Line, background: Hit, verb: Hit): boolean {
  if (line.lang !== 'en' || !NO_CLAUSE.has(tokenText(line, background.from))) return false;
  const at = AUXILIARY.test(tokenText(line, verb.from - 1)) ? verb.from - 1 : verb.from - 2;
  if (at <= background.to || !AUXILIARY.test(tokenText(line, at))) return false;
  if (line.tokens.slice(background.to, at).some(({ text }) => NEW_CLAUSE.test(text))) return false;
  return line.hits.some((hit) => hit.to <= background.from && hit.meanings.has('tariff'));
}

const SAID = wordGroup('say says said told tells announced announces wrote');

// "accused Beijing over ores and said the levy would start": behind "and said" begins what is new.
function isSaidBesides(line: Line, background: Hit, verb: Hit): boolean {
  if (line.lang !== 'en' || !says(line, SAID)) return false;
  return line.tokens.some(
    ({ text }, at) =>
      at > background.to && at < verb.from && SAID.has(text) && tokenText(line, at - 1) === 'and',
  );
}

const POWERS: ReadonlySet<string> = new Set(['power', 'powers', 'authority', 'right', 'ability']);

// "lacked the power to impose a tariff and quashed it": the infinitive alone is what there is or is no power to do.
function isPowerOver(line: Line, background: Hit, verb: Hit): boolean {
  if (line.lang !== 'en' || !POWERS.has(tokenText(line, background.from))) return false;
  if (verb.from <= background.to) return false;
  // "rules the use of powers to impose tariffs illegal": the judgement stands last.
  if (JUDGEMENT.test(tokenText(line, verb.from))) return true;
  return tokenText(line, verb.from - 1) === 'and' && PAST.test(tokenText(line, verb.from));
}

const JUDGEMENT = /^(?:illegal|unlawful|invalid|unconstitutional)$/;

const PAST = /(?:ed|down|out|aside)$/;

const SPANS = /^(?:hours|days|weeks|months|years|decades|talks)$/;
// "Imports over a quota of 20,000 tonnes will be charged 50%": how much, not when.
function isOverQuota(line: Line, { from, to }: Hit): boolean {
  return (
    tokenText(line, from) === 'over' &&
    [to, to + 1].some((at) => hitFrom(line, at)?.meanings.has('quota') === true)
  );
}

const SPAN_WITHIN = 3;

// "After 25 years the accord ends tariffs": how long it took.
function isSpan(line: Line, background: Hit, verb: Hit): boolean {
  if (background.from > 0 || line.lang !== 'en') return false;
  const after = line.tokens.slice(background.to, background.to + SPAN_WITHIN);
  const at = after.findIndex(({ text }) => SPANS.test(text));
  const end = background.to + at;
  return at >= 0 && end + 1 < verb.from && !GOING_ON.has(tokenText(line, end + 1));
}

/** "After two years in which ...", "after months of a tariff". */
const GOING_ON: ReadonlySet<string> = new Set('in of that when during under with'.split(' '));

/** Words with which a sentence may open that tells first on what ground or when: "In a step few had expected, ...". */
const OPENERS: ReadonlySet<string> = new Set(
  'in after despite following hours days weeks months minutes moments only just a amid with without before since shortly barely less even on under over by as while although though because when having as'.split(
    ' ',
  ),
);

// "after Canada, Mexico and the EU".
function isListed(line: Line, place: Hit): boolean {
  if (!means(place, 'placekind', 'name')) return false;
  const next = tokenText(line, place.to);
  return next === ',' || hitFrom(line, place.to)?.meanings.has('join') === true;
}
