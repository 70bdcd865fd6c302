// What a verb is done to may itself be no more than a proposal or a prospect: "raises its proposed duty", "revises the draft
// tariff", "faces the prospect of tariffs". In: a line, a verb and what it is done to. Out: yes or no.
// English only.
import type { VerbObject } from '../objects/verb-object.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitOver, type Line, tokenText } from '../words/scene.ts';
import { placeOf, says, wordGroup } from '../words/word-groups.ts';

/**
 * Families that change, tell or suffer a tariff and leave it what it is, a proposal or law; what is cut is at least no longer
 * so high.
 */
const LEAVING: ReadonlySet<string> = new Set(['raise', 'amend', 'announce', 'gain']);
/** "puts the proposed duty at 12%", "faces a looming duty", where "imposes the proposed duty" makes it law. */
const STATING = /^(?:sets?|setting|puts?|putting|fac(?:e|es|ed|ing)|(?:notif|confirm)[a-z]{0,4})$/;
/** Words that say of a tariff that it is not laid yet. */
export const TO_COME = wordGroup(
  'proposed planned draft intended mooted looming pending upcoming forthcoming impending imminent prospective possible potential likely threatened envisaged contemplated',
);
const PROPOSAL = /^(?:proposals?|drafts?|plans?)$/;
const OF_WHAT: ReadonlySet<string> = new Set(['for', 'of', 'on', 'to']);
const NOUN_WITHIN = 4;
const GOODS_WITHIN = 4;

/** True for "raises proposed duty to 40%", "details the looming duty", "amends its proposal for counter-tariffs". */
export function isOfProposal(line: Line, verb: Hit, { family, object }: VerbObject): boolean {
  if (line.lang !== 'en') return false;
  const isStated = family === 'impose' && STATING.test(tokenText(line, verb.from));
  if (!LEAVING.has(family) && !isStated) return false;
  if (isToCome(line, object)) return true;
  if (object.from < verb.to || object.from - verb.to > NOUN_WITHIN) return false;
  const between = line.tokens.slice(verb.to, object.from);
  return between.some(
    ({ text }, at) => PROPOSAL.test(text) && OF_WHAT.has(between[at + 1]?.text ?? ''),
  );
}

// "proposed lumber duty", "looming 12% Chinese tariffs": goods, a rate and whose tariff it is may stand between.
function isToCome(line: Line, object: Hit): boolean {
  if (!says(line, TO_COME)) return false;
  for (let at = object.from - 1; at >= object.from - GOODS_WITHIN; at -= 1) {
    const hit = hitOver(line, at);
    const token = line.tokens[at];
    if (TO_COME.has(tokenText(line, at))) return true;
    const isFigure = token?.kind === 'number' || token?.text === '%';
    const isDescribing = DESCRIBING.some((name) => hit?.meanings.has(name));
    if (!isFigure && !isDescribing) return false;
  }
  return false;
}

const DESCRIBING = ['product', 'place', 'percent', 'tariff'] as const;

const OF_ADVICE = /^(?:adopt|accept|endorse|approve)/;
const CHOSEN_WITHIN = 6;

/** "adopts the commission's lower duty": lower than another that was asked for. */
export function isChosen(line: Line, verb: Hit): boolean {
  if (tokenText(line, verb.from - 1) !== "'s") return false;
  const before = line.tokens.slice(Math.max(0, verb.from - CHOSEN_WITHIN), verb.from);
  return before.some(({ text }) => OF_ADVICE.test(text));
}

const PROSPECT = wordGroup('prospect risk possibility danger spectre specter likelihood');

/** "faces prospect of 25% tariffs": what lies ahead is not laid. */
export function isOnlyProspect(line: Line, verb: Hit, object: Hit): boolean {
  if (line.lang !== 'en' || object.from < verb.to) return false;
  const at = placeOf(line, PROSPECT, verb.to, object.from);
  return at >= 0 && tokenText(line, at + 1) === 'of';
}
