// Rates that a sentence says will go: "Tariffs of up to 44% on machinery and 22% on chemicals will also be mostly eliminated". In: a
// percentage in its sentence. Out: yes or no. English only.
import type { Action } from '../../domain/reading.ts';
import { hitsOf, isParted, means, tokenText } from '../words/scene.ts';
import { lastPlaceOf, wordGroup } from '../words/word-groups.ts';
import type { RateAt } from './rate-at.ts';

/** For a delay, a suspension or an exemption the rate of the measure counts. */
const LOWERING: ReadonlySet<Action> = new Set(['deal-reached', 'removed', 'reduced']);
const BEING = /^(?:be|are|is|were|was|being)$/;
const BEING_WITHIN = 4;
const TURNING = /^(?:while|but|whereas)$/;

/** True where the sentence opens with the tariffs and ends with their end; what is charged until then is none of the new rates. */
export function willBeEliminated({ line, percent, lead }: RateAt): boolean {
  if (line.lang !== 'en' || line.isTitle || !LOWERING.has(lead.action)) return false;
  const opening = hitsOf(line, 'tariff')[0];
  if (opening === undefined || opening.from > 2 || percent.from < opening.to) return false;
  return hitsOf(line, 'verb').some(
    (hit) =>
      means(hit, 'verb', 'remove') &&
      hit.from >= percent.to &&
      !isParted(line, percent.to, hit.from) &&
      !line.tokens.slice(percent.to, hit.from).some(({ text }) => TURNING.test(text)) &&
      line.tokens
        .slice(Math.max(0, hit.from - BEING_WITHIN), hit.from)
        .some(({ text }) => BEING.test(text)) &&
      tokenText(line, hit.to) !== 'to',
  );
}

const OUT_WITHIN = 9;

/** True for "regulatory duties, of up to 90 percent, are to be phased out": told aside, of what goes. */
export function isPhasedOut({ line, percent }: RateAt): boolean {
  if (line.lang !== 'en' || line.isTitle || tokenText(line, percent.to) !== ',') return false;
  const behind = line.tokens.slice(percent.to + 1, percent.to + 1 + OUT_WITHIN);
  const end = behind.findIndex(({ text }) => text === ',' || text === 'and');
  const told = behind.slice(0, end < 0 ? behind.length : end).map(({ text }) => text);
  return BEING.test(told[0] ?? '') || told[0] === 'will' ? PHASED.test(told.join(' ')) : false;
}

const PHASED = /\b(?:phased out|abolished|scrapped|eliminated|dropped|withdrawn)\b/;

export const LONGER = wordGroup('longer');
const LONGER_WITHIN = 8;

/** True for "These goods are no longer subject to the 25% duty" beside what they are charged from now on. */
export function isNoLongerCharged({ line, percent, lead }: RateAt): boolean {
  if (line.lang !== 'en' || line.isTitle || !LOWERING.has(lead.action)) return false;
  const at = lastPlaceOf(line, LONGER, Math.max(1, percent.from - LONGER_WITHIN), percent.from);
  if (at < 0 || tokenText(line, at - 1) !== 'no') return false;
  return line.tokens.slice(at, percent.from).some(({ text }) => text === 'subject');
}
