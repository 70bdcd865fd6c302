// Steps that another verb of the same sentence undoes: a rise that is delayed, tariffs that a court voids. In: a step and the
// steps of its line. Out: yes or no.

import type { Step } from '../objects/step-objects.ts';
import { placeGroups } from '../places/read-places.ts';
import { type Line, tokenText } from '../words/scene.ts';
import { lastPlaceOf, placeOf, wordGroup } from '../words/word-groups.ts';
import { isChangeHeldUp, isHeldUp, isPlannedHeldUp, STOPPED } from './held-up.ts';
import { isStepKept } from './kept-beside.ts';
import { CHARACTERS, VERB_LAST } from './read-mood.ts';

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
  'grant',
]);

const ANSWERING: ReadonlySet<string> = new Set(['deny', 'approve', 'grant']);

/** "delays the tariff hike": the hike is what is delayed, no step of its own. */
export function isUndone(step: Step, steps: readonly Step[]): boolean {
  // "plea for an exemption denied": the refusal is the news.
  if (
    step.family === 'seek' &&
    steps.some(({ family, object }) => ANSWERING.has(family) && object === step.object)
  ) {
    return true;
  }
  if (isHeading(step, steps) || isStepKept(step, steps) || isAnswerNoun(step, steps)) return true;
  if (isAnswered(step, steps) || isAnnouncedHalt(step, steps)) return true;
  if (isSaidOfObject(step, steps) || isLaterMotion(step, steps) || isPurpose(step, steps))
    return true;
  if (step.verb !== step.object) return steps.some((other) => isDoneTo(step, other));
  return steps.some(
    (other) =>
      other.object === step.object && other.verb !== step.verb && UNDOING.has(other.family),
  );
}

const HALTING: ReadonlySet<string> = new Set(['delay', 'suspend', 'remove']);

// "announces tariffs on Chad indefinitely suspended": what is announced is that they are halted.
function isAnnouncedHalt({ line, family, verb, object }: Step, steps: readonly Step[]): boolean {
  if (line.lang !== 'en' || family !== 'announce' || object.from < verb.to) return false;
  return steps.some(
    (other) =>
      other.object === object &&
      HALTING.has(other.family) &&
      other.verb.from >= object.to &&
      tokenText(line, other.verb.from).endsWith('ed'),
  );
}

// "報復関税を見送り": the answer only names the tariff that is put off.
function isAnswerNoun({ line, family, verb, object }: Step, steps: readonly Step[]): boolean {
  if (family !== 'retaliate' || !CHARACTERS.has(line.lang) || verb.to !== object.from) return false;
  return steps.some((other) => other.object === object && HALTING.has(other.family));
}

// "Joint statement: Removal of duties on wine": what stands behind the colon is what is stated.
function isHeading({ line, verb, family }: Step, steps: readonly Step[]): boolean {
  if (family !== 'joint' || tokenText(line, verb.to) !== ':') return false;
  // "China-US Joint Statement: Mutual Rollback": two that state it have agreed on it.
  if (placeGroups(line).some((group) => group.to <= verb.from)) return false;
  return steps.some(({ about, verb: other }) => about !== 'deal' && other.from > verb.to);
}

const IF = wordGroup('if should unless when once');

// "vows retaliation if India imposes tariffs": what another might do is only the condition of the answer.
function isAnswered({ line, verb }: Step, steps: readonly Step[]): boolean {
  if (line.lang !== 'en') return false;
  const at = lastPlaceOf(line, IF, 0, verb.from);
  if (at < 0) return false;
  const isOther = placeGroups(line).some((group) => group.from > at && group.to <= verb.from);
  const end = line.tokens.findIndex(({ text }, place) => place > at && text === ',');
  const isInside = (place: number): boolean => place > at && (end < 0 || place < end);
  return (
    isOther &&
    isInside(verb.from) &&
    steps.some(
      (other) =>
        !isInside(other.verb.from) &&
        (other.family === 'retaliate' || other.object.meanings.has('retaliation')),
    )
  );
}

const LATER =
  /^(?:falling|easing|dropping|sinking|sliding|declining|decreasing|tapering|shrinking|stepping|going|rising|climbing|increasing|jumping|doubling|growing)$/;

/** "elevando a carga total para 50%", "portando il totale al 50%". */
const LATER_ABROAD = /^(?:elevando|aumentando|subindo|subiendo|levando|llevando|portando|faisant)$/;

// "goes with a 30% tariff, falling to 15% by year four": how it goes on behind the comma is no step of today.
function isLaterMotion({ line, verb, family }: Step, steps: readonly Step[]): boolean {
  if (line.lang === 'en' && MOTIONS.has(family) && isInLaterYears(line, verb.to)) return true;
  const motion = line.lang === 'en' ? LATER : LATER_ABROAD;
  if (!motion.test(tokenText(line, verb.from))) return false;
  if (tokenText(line, verb.from - 1) !== ',') return false;
  return steps.some((other) => other.verb.to < verb.from && LAYING.has(other.family));
}

const MOTIONS: ReadonlySet<string> = new Set(['cut', 'raise']);
const YEARS = /^(?:years?|stages?|months)$/;
const LATER_YEARS: ReadonlySet<string> = new Set(
  'later following subsequent second third each every'.split(' '),
);
const YEARS_WITHIN = 12;

// "The duty falls to 11% and 9% in later years": how it goes on is no step of today.
function isInLaterYears(line: Line, from: number): boolean {
  if (line.isTitle) return false;
  return line.tokens
    .slice(from, from + YEARS_WITHIN)
    .some(({ text }, at, all) => LATER_YEARS.has(text) && YEARS.test(all[at + 1]?.text ?? ''));
}

const LAYING: ReadonlySet<string> = new Set([
  'impose',
  'announce',
  'approve',
  'start',
  'tax',
  'commit',
]);
const ANSWERED: ReadonlySet<string> = new Set(['impose', 'raise', 'tax', 'announce', 'approve']);

// "hits Brazilian pork with a 20% duty to counter its tariffs": the answer is what it is done for.
function isPurpose({ line, verb, family }: Step, steps: readonly Step[]): boolean {
  if (line.lang !== 'en' || family !== 'retaliate') return false;
  if (tokenText(line, verb.from - 1) !== 'to') return false;
  return steps.some(
    (other) =>
      other.verb.to < verb.from &&
      ANSWERED.has(other.family) &&
      (other.mood === 'plain' || other.mood === 'future'),
  );
}

const RELATIVE = wordGroup('that which');
const SAID_WITHIN = 5;

// "exempts steel from a 25% tariff that starts on Tuesday", "a tariff announced on Monday": which tariff is meant, where
// another verb tells what becomes of it.
function isSaidOfObject(step: Step, steps: readonly Step[]): boolean {
  const { line, verb, object } = step;
  if (line.lang !== 'en' || verb.from < object.to) return false;
  const relative = placeOf(line, RELATIVE, object.to, verb.from);
  const isRelative =
    relative >= 0 &&
    verb.from - relative <= SAID_WITHIN &&
    !line.tokens.slice(object.to, verb.from).some(({ text }) => text === ',');
  return isRelative && steps.some((other) => tellsOfObject(step, other));
}

function tellsOfObject(step: Step, other: Step): boolean {
  return (
    other !== step &&
    other.object === step.object &&
    !other.isBackground &&
    (other.verb.to <= step.object.from || other.verb.from > step.verb.to)
  );
}

const HELD_UP = [isHeldUp, isChangeHeldUp, isPlannedHeldUp] as const;
const GERUND = /ing$|^(?:imposition|introduction|implementation|collection)$/;

const PLAN = /^(?:plan|threat|propos|bid$|effort|push|move$|pledge|vow)/;

// "holds off on raising tariffs", "drops plan to double tariffs": the rise is what is held off or dropped.
function isDoneTo(step: Step, other: Step): boolean {
  if (step.line.lang !== 'en' && HELD_UP.some((holds) => holds(step, other))) return true;
  if (isDayMoved(step, other)) return true;
  if (isJudgedOn(step, other) || isWhatIsAnswered(step, other)) return true;
  const gap = step.verb.from - other.verb.to;
  if (gap < 0 || !UNDOING.has(other.family) || other.object !== step.object) return false;
  if (gap <= 2 && GERUND.test(tokenText(step.line, step.verb.from))) return true;
  // "drops the threat of a tariff": the threat is what is dropped.
  if (gap <= 2 && other.family !== 'threaten' && PLAN.test(tokenText(step.line, step.verb.from)))
    return true;
  const between = step.line.tokens.slice(other.verb.to, step.verb.from);
  const isPlan = (text: string): boolean => PLAN.test(text) || MAKINGS.has(text);
  return gap <= 5 && DROPPING.has(other.family) && between.some((token) => isPlan(token.text));
}

/** "drops, shelves, puts off a plan to double the tariff". */
const DROPPING: ReadonlySet<string> = new Set(['remove', 'suspend', 'delay']);

const DAY_NOUNS: ReadonlySet<string> = new Set(['of', 'date', 'for']);
const PLANNED: ReadonlySet<string> = new Set(['was', 'were', 'due', 'set', 'scheduled', 'planned']);

// "the start of the duty has been moved", "that was to start on Monday will now begin in August": the day that is put off.
function isDayMoved({ line, verb, family, object }: Step, other: Step): boolean {
  if (line.lang !== 'en' || family !== 'start' || other.family !== 'delay') return false;
  if (other.object !== object) return false;
  const isNoun = verb.to <= object.from && DAY_NOUNS.has(tokenText(line, verb.to));
  const isPlan = [2, 3].some((steps) => PLANNED.has(tokenText(line, verb.from - steps)));
  return isNoun || (isPlan && verb.from < other.verb.from);
}

const ANSWERED_WITHIN = 4;
const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'the']);

// "studies ways to retaliate against an increase in tariffs": the increase is what is answered.
function isWhatIsAnswered(step: Step, other: Step): boolean {
  const gap = step.verb.from - other.verb.to;
  return (
    other.family === 'retaliate' &&
    gap >= 0 &&
    gap <= ANSWERED_WITHIN &&
    ARTICLES.has(tokenText(step.line, step.verb.from - 1))
  );
}

/** "rule that the proclamation raising duties exceeded". */
const ACTS: ReadonlySet<string> = new Set(['proclamation', 'order', 'decree', 'regulation', 'law']);
const MAKINGS: ReadonlySet<string> = new Set(['decision', 'move', 'order', 'step', 'choice']);

// "voids the tariffs imposed in May", "gives him no power to impose tariffs", "finds that the decision to impose tariffs
// violates": what a court speaks of, not what is done today.
function isJudgedOn(step: Step, other: Step): boolean {
  if (other.object !== step.object) return false;
  const before = tokenText(step.line, step.verb.from - 1);
  const isActs = ACTS.has(before) && GERUND.test(tokenText(step.line, step.verb.from));
  if (isActs && other.family === 'strike') return true;
  if (!STOPPED.has(step.family)) return false;
  if (other.family === 'strike' && step.verb.from >= other.verb.to) return true;
  // "i dazi imposti in precedenza, dichiarati illegali": which tariffs are judged.
  if (other.family === 'strike' && step.line.lang !== 'en' && step.object.to === step.verb.from)
    return !VERB_LAST.has(step.line.lang) && !CHARACTERS.has(step.line.lang);
  const isDecided = before === 'to' && MAKINGS.has(tokenText(step.line, step.verb.from - 2));
  return isDecided && (other.family === 'strike' || other.family === 'breach');
}

const ECHOED_WITHIN = 2;

/** "India dismayed at tariff rise" / "after Brazil raised tariffs to 25%": the noun by which one country reacts is told by
 * the text, with who does it. */
export function isEchoed({ line, verb, object }: Step, steps: readonly Step[]): boolean {
  if (!line.isTitle || line.lang !== 'en' || verb !== object || line.classes.has('percent'))
    return false;
  const [reactor, ...others] = placeGroups(line);
  if (reactor === undefined || others.length > 0 || reactor.to > verb.from) return false;
  return steps.some(
    (step) =>
      step.line.index > 0 &&
      step.line.index <= ECHOED_WITHIN &&
      step.about === 'tariff' &&
      step.line.classes.has('percent') &&
      placeGroups(step.line).some(
        (group) =>
          group.to <= step.verb.from &&
          step.verb.from - group.to <= ECHOED_WITHIN + ECHOED_WITHIN &&
          group.role === 'bare' &&
          !group.codes.some((code) => reactor.codes.includes(code)),
      ),
  );
}
