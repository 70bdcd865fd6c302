// What a verb is done to may itself be no more than a proposal or a prospect: "raises its proposed duty", "revises the draft
// tariff", "faces the prospect of tariffs". In: a line, a verb and what it is done to. Out: yes or no.
// English only.
import type { VerbObject } from '../objects/verb-object.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitOver, type Line, means, tokenText } from '../words/scene.ts';
import { placeOf, wordGroup } from '../words/word-groups.ts';

/** Families that change a tariff and leave it what it is, a proposal or law; what is cut is at least no longer so high. */
const CHANGING: ReadonlySet<string> = new Set(['raise', 'amend']);
const PROPOSED: ReadonlySet<string> = new Set(['proposed', 'planned', 'draft']);
const PROPOSAL = /^(?:proposals?|drafts?|plans?)$/;
const OF_WHAT: ReadonlySet<string> = new Set(['for', 'of', 'on', 'to']);
const NOUN_WITHIN = 4;
const GOODS_WITHIN = 3;

/** True for "raises proposed duty to 40%", "amends its proposal for counter-tariffs": the tariff stays proposed. */
export function isOfProposal(line: Line, verb: Hit, { family, object }: VerbObject): boolean {
  if (line.lang !== 'en' || !CHANGING.has(family)) return false;
  // "proposed lumber duty": the goods may stand between.
  for (let at = object.from - 1; at >= object.from - GOODS_WITHIN; at -= 1) {
    if (PROPOSED.has(tokenText(line, at))) return true;
    if (!means(hitOver(line, at), 'product')) break;
  }
  if (object.from < verb.to || object.from - verb.to > NOUN_WITHIN) return false;
  const between = line.tokens.slice(verb.to, object.from);
  return between.some(
    ({ text }, at) => PROPOSAL.test(text) && OF_WHAT.has(between[at + 1]?.text ?? ''),
  );
}

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
