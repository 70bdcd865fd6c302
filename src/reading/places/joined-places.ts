// Which names of places stand together: "Canada, Mexico and the European Union", "ITAC of South Africa". In: a sentence and two names
// one behind the other. Out: whether they make one group, or the second adds nothing.
import type { Hit } from '../words/lexicon.ts';
import { hitFrom, type Line, means, tokenText } from '../words/scene.ts';
import { isFacing } from './facing.ts';
import {
  areOfTwoKinds,
  isAliasMark,
  isArticleOf,
  isHeading,
  isOpening,
  isTeller,
  isTopic,
} from './parted-names.ts';
import { areTwoParties } from './whose-noun.ts';

const LONGEST_JOIN = 7;
const LISTING: ReadonlySet<string> = new Set([',', '/', '・', '·', '&']);

const BLOC_OF: ReadonlySet<string> = new Set(['states', 'countries', 'members']);

/** True for two of "Canada, Mexico and the European Union". */
export function isJoined(line: Line, left: Hit, right: Hit): boolean {
  if (right.from - left.to > LONGEST_JOIN) return false;
  // "Echoing Trump, Ecuador announces": a person and a country parted by a bare comma are two.
  if (isPerson(left) !== isPerson(right)) return false;
  if (isTopic(line, left, right) || isOpening(line, left, right)) return false;
  if (isTeller(line, left, right) || isHeading(line, left, right)) return false;
  if (right.from === left.to && areTwoParties(line, left.to)) return false;
  if (areOfTwoKinds(line, left, right)) return false;
  // "中国对美关税": the little word is written onto the name.
  if (isFacing(line, right.from)) return false;
  for (let at = left.to; at < right.from; at += 1) {
    // "for the EU states, Argentina and Peru": what a bloc consists of.
    if (at === left.to && BLOC_OF.has(tokenText(line, at))) continue;
    if (LISTING.has(tokenText(line, at)) || isAliasMark(line, left, right, at)) continue;
    if (isArticleOf(line, right, at) || isKin(line, at, right.from)) continue;
    const word = hitFrom(line, at);
    if (word === undefined || !word.meanings.has('join')) return false;
    at = word.to - 1;
  }
  return true;
}

const KIN = /^(?:its|their|close|closest|neighbou?r|neighbou?rs|ally|allies|partner|partners)$/;

// "Russia and its ally Belarus", "Peru and neighbouring Chile".
function isKin(line: Line, from: number, to: number): boolean {
  const between = line.tokens.slice(from, to);
  return between.every(({ text }) => KIN.test(text) || text === 'neighbouring');
}

/** True for "ITAC of South Africa": behind an office stands its own state, which is no second one. */
export function isOfficeOf(line: Line, office: Hit, state: Hit): boolean {
  if (state.from - office.to !== 1 || tokenText(line, office.to) !== 'of') return false;
  return office.meanings.get('place')?.[0] === state.meanings.get('place')?.[0];
}

function isPerson(hit: Hit): boolean {
  return means(hit, 'placekind', 'leader') || means(hit, 'placekind', 'government');
}
