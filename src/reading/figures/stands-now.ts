// Rates of today beside the rate of the step, and by how much one is down: "The duty is now 10 percent", "additional duties now run
// from 2% to 7%", "the 10% duty goes up by five points", "the tariff is down a hefty 45%". In: a percentage in its sentence. Out: yes
// or no. English only.
import { hitsOf, isParted, type Line, means, tokenText } from '../words/scene.ts';
import { lastPlaceOf, placeOf, wordGroup } from '../words/word-groups.ts';
import type { Percent } from './find-percents.ts';
import type { RateAt } from './rate-at.ts';

export const NOW = wordGroup('now currently');
const STANDING = /^(?:is|are|run|runs|range|ranges|stand|stands|pay|pays|face|faces)$/;
const NOW_WITHIN = 6;
const EASED: ReadonlySet<string> = new Set(['reduced', 'quota-set', 'exempted', 'removed']);
const BURDENED: ReadonlySet<string> = new Set(['imposed', 'increased', 'proposed', 'threatened']);

/** True for "The duty is now 10 percent" where the step sets less, or "now run from 2% to 7%" where it sets more. */
export function standsNow({ line, percent, all, lead, told }: RateAt): boolean {
  if (line.isTitle || line === lead.line) return false;
  const at = lastPlaceOf(line, NOW, percent.from - NOW_WITHIN, percent.from);
  // "it was 16% and is now 24%": what comes last is new.
  if (at < 0 || isParted(line, at, percent.from) || all.some(({ to }) => to <= at)) return false;
  const isTold = [at - 1, at + 1].some((place) => STANDING.test(tokenText(line, place)));
  const others = told.filter((value) => value !== percent.value);
  if (!isTold || others.length === 0 || told.includes(percent.value)) return false;
  if (EASED.has(lead.action)) return lead.action !== 'reduced' || isNowSpread(line, at, percent.to);
  return BURDENED.has(lead.action) && others.some((value) => value > percent.value);
}

const SPREAD = /^(?:run|runs|range|ranges)$/;

// "now run from 2% to 7%": the reduction itself is told by "is now".
function isNowSpread(line: Line, at: number, end: number): boolean {
  return line.tokens.slice(at, end).some(({ text }) => SPREAD.test(text));
}

const RISING = wordGroup('goes rises climbs increases falls drops moves');
const RISES_WITHIN = 14;
const POINTS = /^(?:points?|pp)$/;
const OPENS_WITHIN = 2;

/** True for "The 10% duty laid last week goes up by five points": what it is before it goes. */
export function goesByPoints({ line, percent, lead, told }: RateAt): boolean {
  if (line === lead.line || percent.from > OPENS_WITHIN) return false;
  if (!told.some((value) => value !== percent.value)) return false;
  const isOfTariff = hitsOf(line, 'tariff').some(
    (hit) => hit.from >= percent.to && hit.from - percent.to <= 1,
  );
  const at = placeOf(line, RISING, percent.to, percent.to + RISES_WITHIN);
  return isOfTariff && at > 0 && line.tokens.slice(at).some(({ text }) => POINTS.test(text));
}

export const DOWN = wordGroup('down up');
const DOWN_WITHIN = 4;
const MEASURES = /^(?:a|an|some|about|around|nearly|almost|hefty|whopping|full|further|modest)$/;

/** True for "the tariff is down a hefty 45%": by how much, as nothing says to what. */
export function isDownBy({ line, percent, lead }: RateAt): boolean {
  if (line.isTitle || (lead.action !== 'reduced' && lead.action !== 'increased')) return false;
  const at = lastPlaceOf(line, DOWN, percent.from - DOWN_WITHIN, percent.from);
  if (at < 1 || !/^(?:is|are|was|were)$/.test(tokenText(line, at - 1))) return false;
  const between = line.tokens.slice(at + 1, percent.from);
  return between.length > 0 && between.every(({ text }) => MEASURES.test(text));
}

export const RESPONSE = wordGroup('response answer retaliation reaction reply');
const RESPONSE_WITHIN = 18;

/** True for "would hit goods in answer to the 25% steel and 10% aluminum duties": what is answered, behind the step. */
export function isBehindResponse({ line, percent, lead }: RateAt): boolean {
  if (line.isTitle) return false;
  const at = lastPlaceOf(line, RESPONSE, percent.from - RESPONSE_WITHIN, percent.from);
  if (at < 1 || !/^(?:in|as)$/.test(tokenText(line, at - 1))) return false;
  if (!/^(?:to|for)$/.test(tokenText(line, at + 1))) return false;
  if (line.tokens.slice(at, percent.from).some(({ text }) => text === ',' || text === ';'))
    return false;
  // "In response to the duties Chile charges 20%": who acts stands behind.
  const isAnswer = hitsOf(line, 'verb').some((hit) => hit.to <= at);
  return (
    isAnswer && !(line === lead.line && lead.verb.from > at) && !tellsDeed(line, at, percent.from)
  );
}

function tellsDeed(line: Line, from: number, to: number): boolean {
  return hitsOf(line, 'verb').some(
    (hit) => hit.from > from && hit.to <= to && means(hit, 'verb', 'tax'),
  );
}

const VALUE_WITHIN = 10;

/** True where "from 62.5 percent" follows a rate, if need be behind what it is taken of: "pay 25 percent of its value, from 62.5". */
export function comesFrom(line: Line, at: number): boolean {
  const comma = tokenText(line, at) === 'of' ? placeOf(line, COMMA, at, at + VALUE_WITHIN) : at - 1;
  return tokenText(line, comma + 1) === 'from' && line.tokens[comma + 2]?.kind === 'number';
}

const COMMA = wordGroup(',');

/** True where the sentence has a rate of nothing: what stands in brackets behind the goods goes. */
export function goesToNothing(line: Line, all: readonly Percent[]): boolean {
  return line.classes.has('zerorate') || all.some(({ value }) => value === 0);
}

export const NIL = wordGroup('zero nothing nil naught');

/** True for "cuts tariffs of up to 5% to nothing": what goes. */
export function goesToNil({ line, percent }: RateAt): boolean {
  return tokenText(line, percent.to) === 'to' && NIL.has(tokenText(line, percent.to + 1));
}
