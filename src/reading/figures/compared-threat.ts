// Rates beside which the step's is told: "lower than his May threat of 50%", "if Beijing does not withdraw its 34% increase".
// In: a percentage in its sentence. Out: yes or no. English only.
import { placeGroups } from '../places/read-places.ts';
import { isParted, tokenText } from '../words/scene.ts';
import { lastPlaceOf, wordGroup } from '../words/word-groups.ts';
import type { RateAt } from './rate-at.ts';

export const COMPARING = wordGroup('than below above under');
export const HAD = wordGroup('had');
const WITHIN = 8;
const HELD_OUT =
  /^(?:threats?|threatened|proposals?|proposed|plans?|planned|warnings?|demands?|floated)$/;

const HAD_WITHIN = 3;

/** True for "An October proposal had floated 100 percent" behind the rate that was set. */
export function wasHeldOut({ line, percent, told }: RateAt): boolean {
  const said = percent.from - 1;
  if (line.isTitle || !HELD_OUT.test(tokenText(line, said))) return false;
  const hasNew = told.some((value) => value !== percent.value);
  return hasNew && lastPlaceOf(line, HAD, Math.max(0, said - HAD_WITHIN), said) >= 0;
}

/** True for what was held out before, with which the new rate is compared. */
export function isComparedThreat({ line, percent }: RateAt): boolean {
  const at = lastPlaceOf(line, COMPARING, Math.max(0, percent.from - WITHIN), percent.from);
  if (at < 0) return false;
  const between = line.tokens.slice(at + 1, percent.from);
  if (between.some(({ kind }) => kind === 'mark')) return false;
  return (
    between.some(({ text }) => HELD_OUT.test(text)) ||
    (between.length <= 2 && HELD_OUT.test(tokenText(line, percent.to)))
  );
}

export const OWN = wordGroup('its their');

const LIFTING = /^(?:withdraw|drop|lift|remove|scrap|reverse|rescind|cancel|end|cut)(?:s|ped|ed)?$/;

/** True for "If Beijing does not withdraw its 34 per cent increase", where Beijing is hit: what the other side charges itself. */
export function isTheirOwn({ line, percent, sides }: RateAt): boolean {
  if (!OWN.has(tokenText(line, percent.from - 1))) return false;
  if (!LIFTING.test(tokenText(line, percent.from - 2))) return false;
  const owner = placeGroups(line).findLast(({ to }) => to < percent.from);
  return (
    owner !== undefined &&
    owner.role === 'bare' &&
    owner.codes.every((code) => sides.targets.has(code) && !sides.imposers.has(code)) &&
    !isParted(line, owner.to, percent.from)
  );
}

export const UNLESS = wordGroup('unless until');
const UNLESS_WITHIN = 6;

/** True for "threatens 200% on wine unless it drops 50% whiskey duty": what the other side is to give up. */
export function isToBeDropped({ line, percent }: RateAt): boolean {
  const verb = /^(?:its|their|the|a)$/.test(tokenText(line, percent.from - 1))
    ? percent.from - 2
    : percent.from - 1;
  if (line.lang !== 'en' || !GIVING_UP.test(tokenText(line, verb))) return false;
  return lastPlaceOf(line, UNLESS, Math.max(0, verb - UNLESS_WITHIN), verb) >= 0;
}

const GIVING_UP = /^(?:withdraw|drop|lift|remove|scrap|reverse|rescind|cancel|end)(?:s|ped|ed)?$/;

export const LAID = wordGroup('laid imposed put levied placed slapped');
const ON_WITHIN = 3;

/** True in "Two tranches of 10% have been laid on all Chinese goods", where China acts: what its own goods bear. */
export function isOnOwnGoods({ line, percent, all, lead, sides }: RateAt): boolean {
  if (line.lang !== 'en' || line.isTitle || line === lead.line || sides.imposers.size === 0)
    return false;
  const groups = placeGroups(line).filter(({ role }) => role === 'origin');
  const isOwn = groups.some(
    ({ codes, from }) =>
      from > percent.to &&
      !all.some((other) => other.from >= percent.to && other.to <= from) &&
      codes.every((code) => sides.imposers.has(code) && !sides.targets.has(code)) &&
      line.tokens.slice(Math.max(0, from - ON_WITHIN), from).some(({ text }) => text === 'on'),
  );
  return isOwn && groups.every(({ codes }) => codes.every((code) => sides.imposers.has(code)));
}
