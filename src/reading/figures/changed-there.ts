// The rate that a verb of change starts from, where the tariff carries it as its own: "lowers the 39% rate to 15%", "tariffs of
// 39% have been cut to a total of 15%", "the 39% levy becomes 15%". In: a percentage in its sentence. Out: yes or no. English
// only.
import { isParted, type Line, tokenText } from '../words/scene.ts';
import { says, wordGroup } from '../words/word-groups.ts';
import { aboutStart, type Percent } from './find-percents.ts';
import type { RateAt } from './rate-at.ts';

const TARIFF =
  /^(?:tariffs?|dut(?:y|ies)|rates?|lev(?:y|ies)|surcharges?|surtax(?:es)?|tax(?:es)?)$/;
const TOTAL = /^(?:tariffs?|dut(?:y|ies)|rates|total|overall|effective|combined|burden)$/;
const TARIFF_WITHIN = 3;
const BEFORE_WITHIN = 6;
const TO_WITHIN = 5;

/** Verbs that lead to a lower rate, to a higher one, to either. */
const DOWN = wordGroup(
  /^(?:lower|cut|reduc|slash|trim|drop|fell$|fall(?:s|ing)?$|halv|shav|pare|scale[sd]?$|eas(?:es?|ed)$|roll|declin|shr[iau]nk|w[io][nu]nd)/,
);
const UP = wordGroup(
  /^(?:rais|hik|lift|increas|jump|ris(?:es?|ing)$|rose$|climb|doubl|tripl|ratchet|ramp|bump|boost|push|jack)/,
);
const EITHER = wordGroup(
  /^(?:brings?$|bringing$|brought$|tak(?:es?|en)$|took$|comes?$|came$|go(?:es)?$|went$|becom|became$|way$|mov(?:es?|ed)$)/,
);
const MOVES = [DOWN, UP, EITHER] as const;

const ON: ReadonlySet<string> = new Set(['on', 'for']);
const ANEW: ReadonlySet<string> = new Set(['a', 'an', 'new', 'initial', 'starting']);
const LATER: ReadonlySet<string> = new Set(['that', 'which', 'before', 'then', 'and', ',']);
const LATER_WITHIN = 3;
/** "10% tariffs rising to 25%": the second is set beside the first. */
const GOING_ON = /ing$/;

/** True for the first of two rates between which a verb moves a tariff. */
export function isChangedThere({ line, percent, all }: RateAt): boolean {
  const next = all.find((other) => other.from >= percent.to);
  if (line.lang !== 'en' || next === undefined || !MOVES.some((verbs) => says(line, verbs)))
    return false;
  if (isParted(line, percent.to, next.from)) return false;
  const start = aboutStart(line, percent);
  if (!isOfTariff(line, start, percent) || ANEW.has(tokenText(line, start - 1))) return false;
  const moves = (at: number): boolean => isMove(tokenText(line, at), next.value < percent.value);
  const behind = placeFrom(percent.to, next.from, moves);
  if (behind >= 0) {
    const isSecond =
      GOING_ON.test(tokenText(line, behind)) || isToldLater(line, percent.to, behind);
    // "the 10% duty raises the total to 20%": what it does to another rate.
    const to = placeFrom(behind, next.from, (at) => tokenText(line, at) === 'to');
    if (placeFrom(behind, to, (at) => TOTAL.test(tokenText(line, at))) >= 0) return false;
    return !isSecond && (leadsTo(line, behind, next) || /^bec/.test(tokenText(line, behind)));
  }
  const before = placeFrom(Math.max(0, start - BEFORE_WITHIN), start, moves);
  // "brings in tariffs of 10% to 35%": a range.
  const isRange = tokenText(line, percent.to) === 'to';
  return before >= 0 && !isRange && leadsTo(line, percent.to, next);
}

function isMove(text: string, isDown: boolean): boolean {
  return (isDown ? DOWN : UP).has(text) || EITHER.has(text);
}

// "the 39% tariff", "duties of 39%".
function isOfTariff(line: Line, start: number, { to }: Percent): boolean {
  for (let at = to; at < to + TARIFF_WITHIN && tokenText(line, at) !== ','; at += 1) {
    if (TARIFF.test(tokenText(line, at))) return true;
  }
  // "the 37.5% on butter goes to 32.5%".
  if (tokenText(line, start - 1) === 'the' && ON.has(tokenText(line, to))) return true;
  return tokenText(line, start - 1) === 'of' && TARIFF.test(tokenText(line, start - 2));
}

// "10% tariffs that will rise to 25%", "10% from May, and raised to 25% in June": both are set.
function isToldLater(line: Line, from: number, verb: number): boolean {
  return (
    placeFrom(Math.max(from, verb - LATER_WITHIN), verb, (at) => LATER.has(tokenText(line, at))) >=
    0
  );
}

// "to 15%", "to a total of 15%".
function leadsTo(line: Line, from: number, next: Percent): boolean {
  const within = Math.max(from, next.from - TO_WITHIN);
  return placeFrom(within, next.from, (at) => tokenText(line, at) === 'to') >= 0;
}

function placeFrom(from: number, to: number, holds: (at: number) => boolean): number {
  for (let at = from; at < to; at += 1) if (holds(at)) return at;
  return -1;
}
