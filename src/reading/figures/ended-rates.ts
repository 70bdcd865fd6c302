// Rates that are named because they end or stand only until the step. In: a percentage in its sentence and the action that
// leads. Out: whether the rate is one that goes: "tea bears 7% so far", "a further 20% levy goes".
import type { Action } from '../../domain/reading.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitFrom, hitsOf, isParted, type Line, means, tokenText } from '../words/scene.ts';
import { isDropped, isDroppedToo } from './dropped-rates.ts';
import type { Percent } from './find-percents.ts';
import { comesFrom, goesToNothing } from './stands-now.ts';

/** Steps that leave a rate lower than it stands. */
const EASING: ReadonlySet<Action> = new Set(['reduced', 'removed', 'exempted', 'deal-reached']);
const OPEN: ReadonlySet<Action> = new Set(['proposed', 'threatened']);
const CUTTING: ReadonlySet<Action> = new Set(['reduced', 'removed']);

/** True for a rate that goes. */
export function isEnded(
  line: Line,
  percent: Percent,
  all: readonly Percent[],
  action: Action,
): boolean {
  // "seeks 50%. The levy is now 20%": what is charged while the new one is only planned.
  if (OPEN.has(action) && !line.isTitle && standsToday(line, percent)) return true;
  // "lifts its 70 percent duty on almonds and adds 10% on coal".
  if (!EASING.has(action)) {
    return (
      toldBefore(line, percent) || (line.isTitle && all.length > 1 && isDropped(line, percent))
    );
  }
  if (action === 'exempted' && isThreatened(line, percent)) return true;
  // Whom a tariff is lifted for is spared the measure concerned.
  const isGone =
    action !== 'exempted' && (isDropped(line, percent) || isDroppedToo(line, percent, all));
  if (isGone || toldBefore(line, percent)) return true;
  if (CUTTING.has(action) && standsToday(line, percent)) return true;
  const before = all.findLast((other) => other.to <= percent.from);
  if (isComeTo(line, percent)) return false;
  if (CUTTING.has(action) && before !== undefined && standsToday(line, before)) {
    return sharesVerb(line, before.to, percent.from);
  }
  return CUTTING.has(action) && isBracketed(line, percent) && goesToNothing(line, all);
}

// "Washington has threatened 100%" where somebody is spared it.
function isThreatened(line: Line, percent: Percent): boolean {
  return (
    !line.isTitle &&
    hitsOf(line, 'verb').some((hit) => means(hit, 'verb', 'threaten') && hit.to === percent.from)
  );
}

const COME_TO: ReadonlySet<string> = new Set([
  'not',
  'down',
  'instead',
  'compared',
  'against',
  'rather',
]);
const PRESENT_WITHIN = 2;
const TARIFF_OF = /^(?:an? )?(?:import |customs )?(?:tariffs?|dut(?:y|ies)|rate|levy) (?:of|at)$/;

function isTariffOf(line: Line, from: number, to: number): boolean {
  return TARIFF_OF.test(
    line.tokens
      .slice(from, to)
      .map(({ text }) => text)
      .join(' '),
  );
}

// "now at 3%", "pays 9% today".
function standsToday(line: Line, percent: Percent): boolean {
  // "now pay 10 percent, not 20", "now pay 10 percent, down from 20": what it has come to.
  const comma = tokenText(line, percent.to) === ',' ? percent.to + 1 : percent.to;
  // "pays 50% duty instead of 25%".
  const noun = hitFrom(line, comma);
  const behind = noun?.meanings.has('tariff') === true ? noun.to : comma;
  if (COME_TO.has(tokenText(line, behind)) || comesFrom(line, behind)) return false;
  // "drops to 10% today", "will now be 35%": what it has come to.
  if (isComeTo(line, percent) || isToBeNow(line, percent)) return false;
  if (comesThen(line, percent) || isFromDay(line, percent)) return false;
  // "Imports within a quota pay 4%": what is charged there from now on.
  if (hitsOf(line, 'quota').some((hit) => hit.to <= percent.from)) return false;
  return hitsOf(line, 'oldrate').some((hit) => {
    if (!means(hit, 'oldrate', 'present')) return false;
    const before = percent.from - hit.to;
    const behind = hit.from - percent.to;
    if (before > PRESENT_WITHIN) return isTariffOf(line, hit.to, percent.from);
    return before >= 0 || (behind >= 0 && behind <= 1);
  });
}

// "drops to 10%".
function isComeTo(line: Line, { from }: Percent): boolean {
  return COMES_TO.has(tokenText(line, from - 1));
}

const COMES_TO: ReadonlySet<string> = new Set(['to', 'become', 'becomes']);

// "pays 10% for three months, then 15%": the first stage of what is set.
function comesThen(line: Line, percent: Percent): boolean {
  const then = line.tokens.findIndex(({ text }, at) => text === 'then' && at >= percent.to);
  return then >= 0 && hitsOf(line, 'percent').some((hit) => hit.from > then);
}

const DAYS = ['month', 'weekday', 'relday'] as const;
const DAY_WITHIN = 6;

// "from July they pay 20%": what is charged from a day to come.
function isFromDay(line: Line, percent: Percent): boolean {
  for (let at = percent.from - 1; at >= Math.max(0, percent.from - DAY_WITHIN); at -= 1) {
    if (isParted(line, at, at + 1)) return false;
    if (tokenText(line, at) !== 'from') continue;
    const day = hitFrom(line, at + 1) ?? hitFrom(line, at + 2);
    return DAYS.some((name) => day?.meanings.has(name) === true);
  }
  return false;
}

const COMING: ReadonlySet<string> = new Set(['will', 'would', 'shall', 'to', 'must']);
const NOW_WITHIN = 12;

function isToBeNow(line: Line, percent: Percent): boolean {
  const start = Math.max(0, percent.from - NOW_WITHIN);
  for (let at = percent.from - 1; at > start; at -= 1) {
    if (tokenText(line, at) === 'now') return COMING.has(tokenText(line, at - 1));
  }
  return false;
}

const SHARED_WITHIN = 5;

// "coffee pays 9% and sugar 14%", "now at 3% to 5%": nothing but a joiner and goods between.
function sharesVerb(line: Line, from: number, to: number): boolean {
  if (to - from > SHARED_WITHIN || isParted(line, from, to)) return false;
  return !line.hits.some(
    (hit) =>
      hit.from >= from &&
      hit.to <= to &&
      (hit.meanings.has('verb') || hit.meanings.has('mood')) &&
      !isTo(line, hit),
  );
}

function isTo(line: Line, hit: Hit): boolean {
  return hit.to - hit.from === 1 && tokenText(line, hit.from) === 'to';
}

// "transformers (8%)".
function isBracketed(line: Line, percent: Percent): boolean {
  return tokenText(line, percent.from - 1) === '(' && tokenText(line, percent.to) === ')';
}

const OPENING: ReadonlySet<string> = new Set(
  'earlier previously initially originally formerly hitherto'.split(' '),
);
const SAME_DAY: ReadonlySet<string> = new Set('this on in today that , the'.split(' '));

// "First reports had spoken of duties of 5% to 30%": the whole sentence tells of before.
function toldBefore(line: Line, percent: Percent): boolean {
  if (line.isTitle || !OPENING.has(tokenText(line, 0)) || SAME_DAY.has(tokenText(line, 1)))
    return false;
  return (
    !isParted(line, 0, percent.from) &&
    !line.tokens.slice(0, percent.from).some((token) => TURNS.has(token.text))
  );
}

const TURNS: ReadonlySet<string> = new Set(['but', 'now', 'while']);

const NOW_IS: ReadonlySet<string> = new Set(['is', 'are']);

const FALLING = /^(?:down|falls?|drops?|goes|go|lowered|cut|reduced|returns?|reverts?)$/;

// "The rate on Indian goods is to come down to 18%" beside what is dropped.
function isFallenTo(line: Line, { from }: Percent): boolean {
  return tokenText(line, from - 1) === 'to' && FALLING.test(tokenText(line, from - 2));
}

/** "The cess becomes 7.5 percent", "pays 17.5 percent, down from 32.5", "the effective duty is 8.25, 5.5 and 5 percent": what is
 * charged once a part of it is taken away. */
export function isStatedAnew(line: Line, percent: Percent, all: readonly Percent[]): boolean {
  if (line.lang !== 'en') return false;
  const before = tokenText(line, percent.from - 1);
  if (before === 'becomes' || before === 'become' || isFallenTo(line, percent)) return true;
  const behind = tokenText(line, percent.to) === ',' ? percent.to + 1 : percent.to;
  if (tokenText(line, behind) === 'down' && tokenText(line, behind + 1) === 'from') return true;
  const first = all.find(({ from }) => NOW_IS.has(tokenText(line, from - 1)));
  return (
    first !== undefined &&
    first.from <= percent.from &&
    line.tokens.slice(0, first.from).some(({ text }) => text === 'effective')
  );
}
