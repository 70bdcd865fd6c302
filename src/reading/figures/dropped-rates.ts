// Rates of tariffs that a verb takes away. In: a percentage in its sentence. Out: yes or no.
import type { Hit } from '../words/lexicon.ts';
import {
  hitBefore,
  hitFrom,
  hitsOf,
  isParted,
  type Line,
  lineHas,
  means,
  tokenText,
} from '../words/scene.ts';
import type { Percent } from './find-percents.ts';

const PENALTY = /^(?:penalty|penalties|surcharge|extra|add-on)$/;

// "drops a 25% penalty".
function isPenaltyDropped(line: Line, { from, to }: Percent): boolean {
  if (!PENALTY.test(tokenText(line, to))) return false;
  const verb = ARTICLE.has(tokenText(line, from - 1)) ? from - 1 : from;
  return means(hitBefore(line, verb), 'verb', 'remove');
}

const ARTICLE: ReadonlySet<string> = new Set(['a', 'an', 'the', 'its']);

/** True for the second in "The 35% tariff on cars will go over 15 years, and 55% duties on cheese over ten": told of by the same verb. */
export function isDroppedToo(line: Line, percent: Percent, all: readonly Percent[]): boolean {
  const before = all.findLast((other) => other.to <= percent.from);
  const isJoined = tokenText(line, percent.from - 1) === 'and';
  if (before === undefined || !isJoined || !isDropped(line, before)) return false;
  const isOn =
    tokenText(line, percent.to) === 'on' &&
    (isAmongDropped(line, before) || isDroppedOf(line, before));
  if (!isOn && hitFrom(line, percent.to)?.meanings.has('tariff') !== true) return false;
  return !hitsOf(line, 'verb').some((hit) => hit.from >= percent.to);
}

const DROPS_WITHIN = 5;
const TARIFF_WITHIN = 3;
const DROPPED_WITHIN = 6;

/** True for "agreed to remove the additional 25% tariff", "the 39% tariffs will be cut", "will drop tariffs of 20%". */
export function isDropped(line: Line, percent: Percent): boolean {
  const tariff = hitsOf(line, 'tariff').find(
    (hit) => hit.from >= percent.to && hit.from - percent.to <= TARIFF_WITHIN,
  );
  if (isPenaltyDropped(line, percent) || isDroppedOf(line, percent)) return true;
  if (tariff === undefined || lineHas(line, 'mood', 'not')) return false;
  if (REACHING.has(tokenText(line, percent.from - 1))) return false;
  const isRemoved = hitsOf(line, 'verb').some(
    (hit) =>
      means(hit, 'verb', 'remove') &&
      hit.to <= percent.from &&
      percent.from - hit.to <= DROPS_WITHIN &&
      !hasFresh(line, hit.to, percent.from),
  );
  if (isRemoved || isAmongDropped(line, percent)) return true;
  const next = hitsOf(line, 'verb').find((hit) => hit.from >= tariff.to);
  return (
    next !== undefined &&
    next.from - tariff.to <= DROPPED_WITHIN &&
    (means(next, 'verb', 'remove') ||
      isGoing(line, next) ||
      (means(next, 'verb', 'cut') && isPassive(line, next))) &&
    !isParted(line, tariff.to, next.from) &&
    hitFrom(line, next.to)?.meanings.has('tariff') !== true
  );
}

const DUTIES_OF =
  /^(?:(?:its|the|their|all) )?(?:import |customs )?(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)) of(?: up to)?$/;

// "will drop tariffs of 20% on beef".
function isDroppedOf(line: Line, percent: Percent): boolean {
  if (line.lang !== 'en') return false;
  const verb = hitsOf(line, 'verb').findLast((hit) => hit.to <= percent.from);
  if (!means(verb, 'verb', 'remove') || lineHas(line, 'mood', 'not')) return false;
  const between = line.tokens.slice(verb?.to ?? 0, percent.from).map(({ text }) => text);
  return DUTIES_OF.test(between.join(' '));
}

// "will eliminate most duties, including 35% tariffs on cars": an example of what goes.
function isAmongDropped(line: Line, percent: Percent): boolean {
  if (tokenText(line, percent.from - 1) !== 'including') return false;
  const verb = hitsOf(line, 'verb').findLast((hit) => hit.to <= percent.from);
  const isOfDuties = hitsOf(line, 'tariff').some(({ to }) => to <= percent.from);
  return isOfDuties && means(verb, 'verb', 'remove');
}

const GOING = /^(?:go|goes|gone|going|disappear|disappears|vanish|vanishes)$/;
const GONE: ReadonlySet<string> = new Set([
  '',
  ',',
  '.',
  ';',
  'over',
  'within',
  'entirely',
  'altogether',
  'completely',
  'immediately',
  'in',
]);

// "The 35% tariff on cars will go over 15 years": it goes, and to no other rate.
function isGoing(line: Line, verb: Hit): boolean {
  return GOING.test(tokenText(line, verb.to - 1)) && GONE.has(tokenText(line, verb.to));
}

// "tariffs will be cut": a "be" before the verb, so that it is done to them.
function isPassive(line: Line, verb: Hit): boolean {
  return BE.has(tokenText(line, verb.from - 1)) || BE.has(tokenText(line, verb.from));
}

const BE: ReadonlySet<string> = new Set('be been being is are was were'.split(' '));
const REACHING: ReadonlySet<string> = new Set(['to', 'at', 'by']);

function hasFresh(line: Line, from: number, to: number): boolean {
  return hitsOf(line, 'verb').some(
    (hit) =>
      hit.from >= from &&
      hit.to <= to &&
      (means(hit, 'verb', 'impose') || means(hit, 'verb', 'raise')),
  );
}
