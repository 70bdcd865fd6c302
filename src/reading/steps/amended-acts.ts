// What another act does that a title only amends: "amending Implementing Regulation (EU) 2019/159 imposing definitive safeguard
// measures". In: an English sentence and a verb of it. Out: whether the verb only says which act is amended.
import { type Line, tokenText } from '../words/scene.ts';
import { lastPlaceOf, wordGroup } from '../words/word-groups.ts';

const AMENDING = wordGroup('amending correcting repealing supplementing');
const ACT =
  /^(?:regulations?|decisions?|orders?|proclamations?|notifications?|notices?|directives?)$/;
const NAMED_WITHIN = 16;
const LAYING =
  /^(?:imposing|extending|opening|introducing|suspending|adjusting|concerning|subject)$/;

/** True for the verb right behind the name of the act that is amended. */
export function isOfAmendedAct(line: Line, verb: number): boolean {
  if (line.lang !== 'en' || !line.isTitle || !LAYING.test(tokenText(line, verb))) return false;
  const at = lastPlaceOf(line, AMENDING, Math.max(0, verb - NAMED_WITHIN), verb);
  if (at < 0) return false;
  const between = line.tokens.slice(at + 1, verb);
  // "amending the order and imposing": what stands behind "and" is done now.
  if (between.some(({ text }) => text === 'and' || text === ',')) return false;
  const named = between.findIndex(({ text }) => ACT.test(text));
  return named >= 0 && named <= 2;
}
