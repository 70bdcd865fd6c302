// Rates that a word of time puts into the past: "was hit with 27% last year", "already carries 27%", "38% have applied since April",
// "a 32% tariff had been set". In: a percentage in its sentence. Out: yes or no.
import type { Action } from '../../domain/reading.ts';
import { hitFrom, hitOver, isParted, type Line, tokenText } from '../words/scene.ts';
import { lastPlaceOf, placeOf, wordGroup } from '../words/word-groups.ts';
import type { Percent } from './find-percents.ts';
import type { RateAt } from './rate-at.ts';

/** "last year", "years ago": by their first word. */
const AGO: ReadonlyMap<string, readonly string[]> = new Map([
  ['last', ['year', 'month']],
  ['year', ['ago']],
  ['years', ['ago']],
  ['months', ['ago']],
]);
const REACHING_BACK: ReadonlySet<string> = new Set(
  'from effect retroactively retroactive backdated since'.split(' '),
);
const AGO_WITHIN = 8;

/** True for "was hit with 27% in February of last year": told of the past. */
export function isLongAgo(line: Line, percent: Percent): boolean {
  const end = Math.min(line.tokens.length, percent.to + AGO_WITHIN);
  for (let at = percent.to; at + 1 < end; at += 1) {
    if (AGO.get(tokenText(line, at))?.includes(tokenText(line, at + 1)) !== true) continue;
    // "above half of last year's volumes".
    if (tokenText(line, at + 2) === "'s") continue;
    // "with effect from 1 November last year": the day from which the new one is charged.
    if (line.tokens.slice(percent.to, at).some(({ text }) => REACHING_BACK.has(text))) return false;
    return (
      !isParted(line, percent.to, at) &&
      !line.hits.some(
        (hit) => hit.from >= percent.to && hit.to <= at && hit.meanings.has('percent'),
      )
    );
  }
  return false;
}

/** Words with which "last August's 25%" begins. */
export const LAST = wordGroup('last');
const LAST_WITHIN = 5;
/** Steps by which an earlier rate is replaced; what is put off or lifted for somebody is told at its rate. */
const REPLACING: ReadonlySet<Action> = new Set(['imposed', 'increased', 'reduced', 'deal-reached']);

/** True for "drops last August's punitive 25%": the rate of a time that is over. */
export function isOfLastTime({ line, percent, lead }: RateAt): boolean {
  if (line.lang !== 'en' || !REPLACING.has(lead.action)) return false;
  const at = placeOf(line, LAST, Math.max(0, percent.from - LAST_WITHIN), percent.from);
  return at >= 0 && tokenText(line, at + 2) === "'s" && percent.from > at + 2;
}

const ALREADY_WITHIN = 8;
const BEHIND_WITHIN = 7;
const HAD_BEHIND = 4;

/** True for "already carries duties of 27%": what there was before. */
export function isAlready(line: Line, percent: Percent): boolean {
  for (let at = percent.from - 1; at >= Math.max(0, percent.from - ALREADY_WITHIN); at -= 1) {
    // "With tariffs in place already the effective rate reaches 160%".
    if (hitOver(line, at)?.meanings.has('total') === true) return false;
    if (tokenText(line, at) === 'already') return !isParted(line, at, percent.from);
    // "who already taxes steel, threatens 25%": the clause is over.
    const isNext = hitFrom(line, at + 1)?.meanings.has('verb') === true;
    if (line.lang === 'en' && tokenText(line, at) === ',' && isNext) return false;
  }
  return false;
}

/** True for "a rate of 15% had been agreed", "tariffs of 38% have applied since April". */
export function isSince(line: Line, percent: Percent): boolean {
  for (let at = percent.to; at < percent.to + BEHIND_WITHIN; at += 1) {
    const text = tokenText(line, at);
    if (text === ',' || isParted(line, percent.to, at)) return false;
    if (text === 'had' && at < percent.to + HAD_BEHIND) return true;
    if (text !== 'have' && text !== 'has') continue;
    return line.tokens.slice(at, at + 5).some((token) => token.text === 'since');
  }
  return false;
}

const HAD_WITHIN = 5;
const TO_BE: ReadonlySet<string> = new Set(['to', 'due', 'set', 'meant', 'supposed']);

/** True for "A 32% tariff had been set to start", "half the 30% he had threatened": what was to come and does not. */
export function hadBeen(line: Line, percent: Percent): boolean {
  if (hadRun(line, percent)) return true;
  for (let at = percent.to; at < percent.to + HAD_WITHIN; at += 1) {
    const text = tokenText(line, at);
    const hit = hitFrom(line, at);
    if (hit?.meanings.has('percent') === true && at > percent.to) return false;
    if (line.tokens[at]?.kind === 'mark' && text !== '%') return false;
    if (text === 'had') return true;
    if (text !== 'was' && text !== 'were') continue;
    // "were set in the final ruling" sets them.
    const isSet = tokenText(line, at + 1) === 'set' && tokenText(line, at + 2) !== 'to';
    if (TO_BE.has(tokenText(line, at + 1)) && !isSet) return true;
  }
  return false;
}

const WHICH = wordGroup('which that under');
const WHICH_WITHIN = 6;
const YEAR = /^(?:19|20)\d\d$/;
const DATED_WITHIN = 3;
const MEASURE =
  /^(?:safeguards?|tariffs?|dut(?:y|ies)|measures?|orders?|regime|system|deal|lev(?:y|ies)|scheme)$/;

/** True for "would follow on the 2019 safeguard, which applies 25%": the rate of a measure that is called by its year. */
export function isOfDated(line: Line, { from }: Percent): boolean {
  const at = line.isTitle ? -1 : lastPlaceOf(line, WHICH, from - WHICH_WITHIN, from);
  if (at < DATED_WITHIN) return false;
  const named = line.tokens.slice(at - 1 - DATED_WITHIN, at);
  return named.some(
    ({ text }, place) => YEAR.test(text) && MEASURE.test(named[place + 1]?.text ?? ''),
  );
}

const EXCEEDING = wordGroup('exceed exceeds exceeded');
const EXCEEDED_WITHIN = 3;
const AGAINST = wordGroup('against');
const AGAINST_WITHIN = 9;

/** True for "against rates that at times exceed 100 percent": what the new one is set beside. */
export function isExceededThen(line: Line, { from }: Percent): boolean {
  const at = lastPlaceOf(line, EXCEEDING, from - EXCEEDED_WITHIN, from);
  return at >= 0 && placeOf(line, AGAINST, Math.max(0, at - AGAINST_WITHIN), at) >= 0;
}

const AT: ReadonlySet<string> = new Set(['at', 'of', 'between']);

// "a duty that had run at 25% to 43%".
function hadRun(line: Line, percent: Percent): boolean {
  const [first, second, third] = [3, 2, 1].map((back) => tokenText(line, percent.from - back));
  return first === 'had' && second !== 'been' && AT.has(third ?? '');
}
