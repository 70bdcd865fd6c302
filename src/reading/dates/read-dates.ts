// In: the sentences of an item and its leading step. Out: the day the step takes effect and the day it ends.
// Deadlines, announcements and transit cut-offs are told apart by the words before a date. Unknown stays null.
import { type Day, daysBetween } from '../../domain/day.ts';
import type { Fact } from '../../domain/reading.ts';
import type { Step } from '../steps/find-steps.ts';
import { tellsReturn } from '../steps/later-return.ts';
import type { Hit } from '../words/lexicon.ts';
import {
  evidenceOf,
  hitFrom,
  hitsOf,
  isParted,
  type Line,
  lineHas,
  means,
  type Scene,
  tokenText,
} from '../words/scene.ts';
import { beginsBehind, behindClock, isFromHour } from './begins-behind.ts';
import { dateWords, isAnnouncedUpTo, isBesideVerb } from './date-words.ts';
import { dayAfterTold } from './day-after.ts';
import { isDayOfAct } from './day-of-act.ts';
import { isDayOfAnswered } from './day-of-answered.ts';
import { isDayOfInquiry } from './day-of-inquiry.ts';
import { dayOfTitle } from './day-of-title.ts';
import {
  endsThen,
  isAmid,
  isDayOfEnd,
  isDayOfExpiry,
  isDayOfNoun,
  isDayOfStories,
  isDueThen,
  isImportedFrom,
  isOfElse,
  isOfEvent,
  isOfMovement,
  isOfReport,
  isOfStanding,
  isOfWhatStays,
  isOnAndAfter,
  isOwedAgain,
  isSetFor,
} from './day-of-what.ts';
import { isDaysAhead } from './days-ahead.ts';
import {
  isEndOfElse,
  isExtendedFrom,
  isFirstOfRun,
  isFirstOfTwo,
  isInclusive,
  isOfDated,
  isSecondOfTwo,
} from './days-of-run.ts';
import { type DateMention, datesIn } from './find-dates.ts';
import { immediateDay, thatDay } from './implied-day.ts';
import { endOfMove } from './moved-abroad.ts';
import { isMovedFrom, isPutOffThere, movesTo } from './moved-day.ts';
import { dayAhead } from './next-year.ts';
import { isOfNoStart } from './of-no-start.ts';
import { opensTerm, reachesBackTo } from './reaching-back.ts';
import { isRightBehindStep } from './right-behind-step.ts';
import { isOfStoppedMeasure, isRunningSince, wasToCome } from './was-to-come.ts';
import { isRetroactive } from './weekday-behind.ts';

export type Dates = {
  readonly effective: Fact<Day> | null;
  readonly end: Fact<Day> | null;
  readonly seen: readonly SeenDate[];
};

export type DateRole = 'effective' | 'end' | 'announced' | 'unknown';
export type SeenDate = { readonly line: Line; readonly day: Day; readonly role: DateRole };

/** Actions that have no effective day of their own. */
const TIMELESS: ReadonlySet<string> = new Set([
  'exemption-sought',
  'investigation-opened',
  'struck-down',
]);

/** Reads the dates; `isOthers` says that a line speaks of another imposer. */
export function readDates(scene: Scene, lead: Step, isOthers: (line: Line) => boolean): Dates {
  const seen: SeenDate[] = [];
  let effective: Fact<Day> | null = null;
  let retroactive: Fact<Day> | null = null;
  let end: Fact<Day> | null = null;
  for (const line of scene.lines) {
    for (const mention of datesIn(line, scene.publishedOn)) {
      const role = roleOf(line, mention, lead, scene.publishedOn);
      const day =
        role === 'effective' ? dayAhead(line, mention, lead, scene.publishedOn) : mention.day;
      seen.push({ line, day, role });
      if (isOthers(line) && line !== lead.line) continue;
      const fact = { value: day, evidence: evidenceOf(line, `date:${role}`) };
      const isOfMeasure =
        lead.action === 'exempted' &&
        isLongBefore(day, scene.publishedOn) &&
        !reachesBackTo(line, mention, scene.publishedOn) &&
        !REACHING_BACK.test(line.raw.slice(line.start, line.end));
      if (role === 'effective' && !isOfMeasure) {
        // "backdated to December 21; takes effect on May 14": the day of the act comes before what it reaches back to.
        // "had put a duty on them from August 2018": what began long ago is the measure as it was.
        const isBack =
          isRetroactive(line, mention.from) || reachesBackTo(line, mention, scene.publishedOn);
        const isOwnDay =
          isBack || line === lead.line || opensTerm(line, mention, scene.publishedOn);
        if (!isOwnDay && isYearsAgo(day, scene.publishedOn)) continue;
        if (isBack || isLongAgo(day, scene.publishedOn)) retroactive ??= fact;
        else effective ??= fact;
      }
      if (role === 'end') end ??= fact;
    }
  }
  effective ??=
    retroactive ??
    thatDay(scene, seen) ??
    dayAfterTold(scene, seen) ??
    immediateDay(scene, lead) ??
    dayOfTitle(scene, lead, seen);
  return { effective: TIMELESS.has(lead.action) ? null : effective, end, seen };
}

/** How a relief itself reaches back. */
const REACHING_BACK =
  /retroac?tiv|retroag|\bdates? back to\b|\bentered from\b|appl(?:y|ies|icable)|effective|\bon or after\b|\bfrom [A-Z][a-z]+ \d{1,2} (?:to|until|through)\b/;

/** Days for which news of an exemption may be late; what began earlier is the measure itself. */
const LATE_BY = 6;

/** Days after which a beginning gives way to any later one that the text names. */
const LONG_AGO = 60;

function isLongAgo(day: Day, publishedOn: Day | null): boolean {
  return publishedOn !== null && daysBetween(day, publishedOn) > LONG_AGO;
}

/** Days after which a beginning that another sentence tells is the measure as it was: "Effective October 18, it imposed". */
const LONG_STANDING = 100;

function isYearsAgo(day: Day, publishedOn: Day | null): boolean {
  return publishedOn !== null && daysBetween(day, publishedOn) > LONG_STANDING;
}

function isLongBefore(day: Day, other: Day | null): boolean {
  return other !== null && daysBetween(day, other) > LATE_BY;
}

/** Where something ends, the day it ends is the day the step takes effect. */
const ENDED: ReadonlySet<string> = new Set(['removed', 'exemption-ended']);
const ENDING: ReadonlySet<string> = new Set(
  'end ends ending expire expires expired lapse lapses lapsed'.split(' '),
);

const REACH = 16;
const TIGHT: ReadonlySet<string> = new Set([
  'to',
  'up to',
  'through',
  'by',
  'ends',
  'before',
  'a',
  'bis',
  'au',
  'al',
]);

// The nearest word before the date that says what happens then; a verb right behind the date counts as well.
function roleOf(line: Line, mention: DateMention, lead: Step, publishedOn: Day | null): DateRole {
  // "明起", "ab morgen": from the day on, in the word for the day.
  if (mention.isRelative && means(hitFrom(line, mention.from), 'effective')) return 'effective';
  if (isOfEvent(line, mention) || isDayOfInquiry(line, mention) || isDayOfAct(line, mention))
    return 'unknown';
  if (isDayOfAnswered(line, mention, lead) || isOfReport(line, mention)) return 'unknown';
  if (isDayOfStories(line, mention) || isOfStanding(line, mention, lead)) return 'unknown';
  const end = endOfMove(line, mention, lead, publishedOn);
  if (end === 'from' || isOfNoStart(line, mention)) return 'unknown';
  if (isEndOfElse(line, mention) || isOfDated(line)) return 'unknown';
  if (
    end === 'to' ||
    isSetFor(line, mention) ||
    reachesBackTo(line, mention, publishedOn) ||
    isDaysAhead(line, mention) ||
    isFirstOfTwo(line, mention) ||
    isFirstOfRun(line, mention)
  )
    return 'effective';
  if (isDayOfNoun(line, mention) || isDayOfExpiry(line, mention, lead)) return 'effective';
  if (
    lead.action === 'exemption-ended' &&
    (isOwedAgain(line, mention) || isDayOfEnd(line, mention))
  )
    return 'effective';
  let role: DateRole = 'unknown';
  let nearest = REACH + 1;
  for (const hit of dateWords(line)) {
    const gap = mention.from - hit.to;
    if (gap < 0 || gap > REACH || isParted(line, hit.to, mention.from)) continue;
    const isEnd =
      ENDED.has(lead.action) && means(hit, 'until') && ENDING.has(tokenText(line, hit.from));
    const meant =
      isEnd || movesTo(line, hit, mention, lead)
        ? 'effective'
        : endsThen(line, hit, lead)
          ? 'end'
          : meaningBefore(line, hit, gap);
    if (meant !== null && gap < nearest) [role, nearest] = [meant, gap];
  }
  if (isOfElse(line, mention.from) || isOfWhatStays(line, mention, lead)) return 'unknown';
  if (isDueThen(line, mention.from)) role = 'effective';
  if (role === 'unknown' && isImportedFrom(line, mention)) role = 'effective';
  if (endsBehind(line, mention) || isSecondOfTwo(line, mention) || isInclusive(line, mention))
    return 'end';
  if (tellsReturn(line, lead)) return 'end';
  if (isRunningSince(line, mention, lead, publishedOn)) return 'unknown';
  const isNewDay = tokenText(line, mention.from - 1) === 'to' && isPutOffThere(line, lead);
  if (role === 'effective' && !isNewDay && isOfStoppedMeasure(line, mention, lead))
    return 'unknown';
  if (role !== 'end' && !isNewDay && wasToCome(line, mention)) return 'unknown';
  if (role === 'effective' && isMovedFrom(line, mention, lead)) return 'unknown';
  if (role === 'effective' && (isExtendedFrom(line, mention) || isAmid(line, mention)))
    return 'unknown';
  if (role !== 'end' && isFromHour(line, mention)) return 'effective';
  if (role !== 'unknown') return role;
  if (startsBehind(line, mention)) return 'effective';
  return isPlainFutureDay(line, mention, lead, publishedOn) ? 'effective' : 'unknown';
}

function meaningBefore(line: Line, hit: Hit, gap: number): DateRole | null {
  const words = line.tokens.slice(hit.from, hit.to).map(({ text }) => text);
  const isTight = TIGHT.has(words.join(' '));
  if (means(hit, 'until') && !(isTight && gap > 1)) return 'end';
  if (means(hit, 'effective')) return isOfTariff(line, hit, gap) ? null : 'effective';
  if (means(hit, 'verb', 'start') && isBesideVerb(line, hit.to, gap)) return 'effective';
  if (means(hit, 'announced')) return isOnAndAfter(line, hit.to + gap) ? 'effective' : 'announced';
  return null;
}

// "a waiver from its 15% tariff on Monday", "rapeseed from Canada was dumped, it said on Monday": behind "from" stands no day.
function isOfTariff(line: Line, hit: Hit, gap: number): boolean {
  if (line.lang !== 'en' || hit.to - hit.from > 1 || tokenText(line, hit.from) !== 'from')
    return false;
  if (hitFrom(line, hit.to)?.meanings.has('place') === true) return true;
  return hitsOf(line, 'tariff').some((other) => other.from >= hit.to && other.to <= hit.to + gap);
}

/** Languages that say "until" behind the date. */
const UNTIL_BEHIND: ReadonlySet<string> = new Set(['ja', 'ko', 'zh', 'tr', 'hi', 'gu', 'bn', 'hu']);

function endsBehind(line: Line, mention: DateMention): boolean {
  if (!UNTIL_BEHIND.has(line.lang)) return false;
  return hitsOf(line, 'until').some(
    (hit) => hit.from >= mention.to && hit.from - mention.to <= (line.lang === 'tr' ? 2 : 0),
  );
}

function startsBehind(line: Line, mention: DateMention): boolean {
  const to = behindClock(line, mention.to);
  return (
    beginsBehind(line, mention) ||
    hitsOf(line, 'effective').some(
      (hit) => hit.from >= to && hit.from - to <= 1 && means(hit, 'effective', 'behind'),
    )
  );
}

const TERMS_WITHIN = 3;

// "lifts tariffs to 50% on August 6": a day to come in the sentence of the step itself.
function isPlainFutureDay(
  line: Line,
  mention: DateMention,
  lead: Step,
  publishedOn: Day | null,
): boolean {
  const isRightBehindRate = hitsOf(line, 'percent').some(
    (hit) => mention.from >= hit.to && mention.from - hit.to <= 1 && !isOfMovement(line, hit.from),
  );
  const isNear =
    line === lead.line ||
    (line.index <= 1 && lineHas(line, 'percent')) ||
    // "The tariff will be set at 0 percent on January 1".
    (line.index <= TERMS_WITHIN && isRightBehindRate && lineHas(line, 'tariff'));
  if (publishedOn === null) return false;
  if (isRightBehindStep(line, mention, lead)) return mention.day > publishedOn;
  if (!isNear) return false;
  if (mention.isRelative && !isRightBehindRate) return false;
  // "the tariff drops to 10% today": what moves by itself does so then.
  const isMoving = line.isTitle && lead.object.to <= lead.verb.from;
  if (isMoving && mention.isRelative && mention.day === publishedOn) return true;
  // "goes to 50% on January 1, the minister said": what is said of the rate itself.
  return mention.day > publishedOn && (isRightBehindRate || !isAnnouncedUpTo(line, mention.to));
}
