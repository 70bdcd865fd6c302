// The rate that a tariff moves away from, by the shape of its sentence: "the 50% tariff on tea will come down to 20%", "pushed up to
// 25% from 10%", "takes the duty from 20% to 45%", "will raise it to 25%. It is 10% today". In: a percentage in its sentence and
// the leading step. Out: yes or no. English only.
import { movesToFigure } from '../steps/moving-tariffs.ts';
import {
  hitBefore,
  hitsOf,
  isParted,
  type Line,
  lineHas,
  means,
  tokenText,
} from '../words/scene.ts';
import { aboutStart, type Percent, percentsIn } from './find-percents.ts';
import type { RateAt } from './rate-at.ts';

/** True for the rate that stood before a move to another. */
export function isMovedAway(at: RateAt): boolean {
  if (at.line.lang !== 'en') return false;
  return (
    isAsideRaised(at) ||
    movesItself(at) ||
    isFromBehindTo(at) ||
    isTakenOn(at) ||
    isOfTodayBeside(at)
  );
}

const CHANGED = /^(?:raised|increased|hiked|lifted|cut|lowered|reduced|doubled)$/;
const CHANGED_WITHIN = 3;
const ENDED_WITHIN = 6;
const WAS = /^(?:had|was|were|stood|from)$/;

// "The tariff on tea, raised to 61% only in May, goes back to 39%": between two commas stands how it came to be.
function isAsideRaised({ line, percent, all }: RateAt): boolean {
  const from = Math.max(0, percent.from - CHANGED_WITHIN);
  const before = line.tokens.slice(from, percent.from);
  const at = before.findIndex(
    ({ text }, steps) => CHANGED.test(text) && tokenText(line, from + steps - 1) === ',',
  );
  if (at < 0) return false;
  const end = line.tokens.findIndex(({ text }, place) => place >= percent.to && text === ',');
  const next = all.find((other) => other.from > end);
  if (end < 0 || end - percent.to > ENDED_WITHIN || next === undefined) return false;
  // "raised to 50% this week, had stood at 25%": what follows was before.
  return !line.tokens.slice(end, next.from).some(({ text }) => WAS.test(text));
}

const TARIFF_WITHIN = 2;
/** What stands before a rate that is only now made: "a 10% tariff rising to 25% in May". */
const ANEW: ReadonlySet<string> = new Set('a an new initial starting'.split(' '));

// "The 50% tariff on Kenyan tea will come down to 20%".
function movesItself({ line, percent }: RateAt): boolean {
  if (ANEW.has(tokenText(line, aboutStart(line, percent) - 1))) return false;
  const tariff = hitsOf(line, 'tariff').find(
    (hit) => hit.from >= percent.to && hit.from - percent.to <= TARIFF_WITHIN,
  );
  if (tariff === undefined) return false;
  const move = movesToFigure(line, tariff);
  if (move !== null && isLaidFirst(line, percent, move.verb.from)) return false;
  // "28% duty on cells, falling to 16%": the first of two that are set.
  return move !== null && !tokenText(line, move.verb.from).endsWith('ing');
}

const LAYING = ['impose', 'announce'] as const;
const RELATIVE: ReadonlySet<string> = new Set(['which', 'that']);
const RELATIVE_WITHIN = 3;
const OPENING: ReadonlySet<string> = new Set([';', ':']);

// "puts 10% duty on toys, which will rise to 30% in January": right behind a verb that lays it, and the rise in a clause of its own.
function isLaidFirst(line: Line, { from }: Percent, move: number): boolean {
  const verb = hitBefore(line, from);
  // "the following: 10% on logs; 25% tariff on doors, which will rise to 30%".
  const isLaid =
    OPENING.has(tokenText(line, from - 1)) ||
    (verb?.to === from && LAYING.some((family) => means(verb, 'verb', family)));
  return (
    isLaid &&
    line.tokens
      .slice(Math.max(from, move - RELATIVE_WITHIN), move)
      .some(({ text }) => RELATIVE.has(text))
  );
}

const BEFORE_OLD: ReadonlySet<string> = new Set('its the a current present about'.split(' '));

// "up to 25% from 10%", "to 48 percent, from the current 33".
function isFromBehindTo({ line, percent, all }: RateAt): boolean {
  let from = aboutStart(line, percent) - 1;
  while (BEFORE_OLD.has(tokenText(line, from))) from -= 1;
  if (tokenText(line, from) !== 'from') return false;
  const end = tokenText(line, from - 1) === ',' ? from - 1 : from;
  const reached = all.find((other) => other.to === end);
  return reached !== undefined && tokenText(line, reached.from - 1) === 'to';
}

const REACHED_WITHIN = 3;

// "takes the tariff from 10% to 25%" where that is an increase: no range.
function isTakenOn({ line, percent, all, lead }: RateAt): boolean {
  if (line !== lead.line || (lead.action !== 'increased' && lead.action !== 'reduced'))
    return false;
  const next = all.find((other) => other.from >= percent.to);
  if (next === undefined || next.from - percent.to > REACHED_WITHIN) return false;
  const isUp = next.value > percent.value;
  return (
    isUp === (lead.action === 'increased') &&
    tokenText(line, aboutStart(line, percent) - 1) === 'from' &&
    tokenText(line, aboutStart(line, next) - 1) === 'to'
  );
}

const TODAY: ReadonlySet<string> = new Set('now today currently presently'.split(' '));
const IS: ReadonlySet<string> = new Set('is are stands stand'.split(' '));
const IT: ReadonlySet<string> = new Set(
  'it they rate rates duty duties tariff tariffs levy tax'.split(' '),
);
const TODAYS_WITHIN = 5;

// "will raise the duty to 25%. It is 10% today", "The rate is now 6%", "At present it is 5%": what stands while a rise is to come.
function isOfTodayBeside({ line, percent, lead }: RateAt): boolean {
  if (line.isTitle || line === lead.line || lead.action !== 'increased') return false;
  const isToCome = lead.mood !== 'plain' || lineHas(lead.line, 'mood', 'future');
  const reached = percentsIn(lead.line, line.lang).some(({ value }) => value > percent.value);
  if (!isToCome || !reached) return false;
  const near = line.tokens.slice(Math.max(0, percent.from - TODAYS_WITHIN), percent.from);
  const isTold = near.some(
    ({ text }, at) => IS.has(text) && (IT.has(near[at - 1]?.text ?? '') || isOpening(line)),
  );
  return isTold && tellsToday(line, percent);
}

function isOpening(line: Line): boolean {
  return TODAY.has(tokenText(line, 0).replace("'s", ''));
}

// "Today's rate is 10%": the word for today anywhere in the clause of the figure.
function tellsToday(line: Line, percent: Percent): boolean {
  return line.tokens.some(({ text }, at) => {
    const isPresent =
      TODAY.has(text) ||
      (text === 'present' && tokenText(line, at - 1) === 'at') ||
      (text === 'moment' && tokenText(line, at - 2) === 'at');
    if (!isPresent) return false;
    return !isParted(line, Math.min(at, percent.from), Math.max(at, percent.to));
  });
}
