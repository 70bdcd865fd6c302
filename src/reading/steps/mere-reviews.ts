// Verbs done to a review or an inquiry and not to the tariff that is looked into: "widens its review of steel safeguards", "launches an
// anti-dumping sunset review", "review of duties imposed on". In: a verb and its object. Out: yes or no. English only.
import { hitsOf, type Line, tokenText } from '../words/scene.ts';
import { lastPlaceOf, placeOf, says, wordGroup } from '../words/word-groups.ts';
import type { Pair } from './pair.ts';

const REVIEW = wordGroup('review reviews');
const OF = /^(?:of|into|on|for|concerning)$/;
/** What may stand between the verb and the review: "launches a third five-year review of". */
const BEFORE_WITHIN = 9;
const BEHIND_WITHIN = 7;
/** Words that say which review it is. */
const QUALIFYING =
  /^(?:and|duty|duties|measures?|orders?|tariffs?|quotas?|sunset|expiry|final|interim|mid|term|first|second|third|fourth|five|5|year|annual|administrative|new|shipper|partial|full|cvd|ad|countervailing|anti|dumping|antidumping|subsidy|safeguards?|transition|extension|changed|circumstances?|scope|-|\/|&|\(|\))$/;

/** True where what the verb opens, widens or ends is a review. */
export function isOfReview({ line, verb, object, about }: Pair): boolean {
  if (about === 'probe' || !says(line, REVIEW)) return false;
  if (object.to <= verb.from) return isReviewOfLaid(line, object.from, object.to, verb.from);
  return isReviewOf(line, verb.to, object.from) || isReviewing(line, verb.from, object.to);
}

const LAID = /^(?:imposed|applied|levied)$/;
const LAID_WITHIN = 2;

// "Conclusion of sunset review of anti-dumping duties imposed on wire": which duties are reviewed.
function isReviewOfLaid(line: Line, object: number, end: number, verb: number): boolean {
  if (!line.isTitle || verb - end > 1 || !LAID.test(tokenText(line, verb))) return false;
  const at = placeOf(line, REVIEW, Math.max(0, object - LAID_WITHIN - 1), object);
  return at >= 0 && OF.test(tokenText(line, at + 1));
}

// "widens its review of the duty": nothing but a review stands between the verb and the tariff.
function isReviewOf(line: Line, from: number, to: number): boolean {
  const at = placeOf(line, REVIEW, from, Math.min(to, from + BEFORE_WITHIN));
  if (at < 0 || !OF.test(tokenText(line, at + 1))) return false;
  return !line.tokens.slice(from, at).some(({ text }) => text === ',' || text === 'after');
}

// "launches anti-dumping sunset review": the tariff says of which kind it is. "ends duties: review of ..." has more between.
function isReviewing(line: Line, verb: number, from: number): boolean {
  const at = placeOf(line, REVIEW, from, from + BEHIND_WITHIN);
  if (at < 0 || verb === at) return false;
  return line.tokens.slice(from, at).every(({ text }) => QUALIFYING.test(text));
}

const INTO = wordGroup('into');
const LOOKED_INTO_WITHIN = 5;

/** "opens an inquiry into Peru's tariff hikes": what is looked into is no step of who looks. */
export function isLookedInto({ line, verb, object, about }: Pair): boolean {
  if (line.lang !== 'en' || about === 'probe' || object.meanings.has('probe')) return false;
  const at = lastPlaceOf(line, INTO, Math.max(0, object.from - LOOKED_INTO_WITHIN), object.from);
  if (at < 0 || verb.from < at) return false;
  return hitsOf(line, 'probe').some((hit) => hit.to === at || hit.to === at + 1);
}
