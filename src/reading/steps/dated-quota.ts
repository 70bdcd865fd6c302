// Titles that only name a quota of trade and the day it begins: "Section 232 Absolute Quota on Steel, Effective June 1", "Tariff
// quota for sugar, beginning 1 October". In: a title. Out: the step, or null where a verb tells something else. English only.
import { isOfImports } from '../objects/quota-words.ts';
import type { Step } from '../objects/step-objects.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitFrom, hitsOf, type Line, means, tokenText } from '../words/scene.ts';
import { lastPlaceOf, wordGroup } from '../words/word-groups.ts';

const WEIGHT = 62;
const BEGINNING = wordGroup('effective starting beginning commencing from');
/** "On Steel", "for sugar": what may stand between a quota and its day; "Filing", "status report" is something else. */
const ON: ReadonlySet<string> = new Set(['on', 'for', 'of', 'over']);
const DAY_WITHIN = 3;

/** The step of a title that names a quota and its day. */
export function datedQuota(line: Line): Step | null {
  if (line.lang !== 'en' || !line.isTitle || !line.classes.has('quota')) return null;
  if (!line.classes.has('month') || line.classes.has('routine') || line.classes.has('frame'))
    return null;
  const object = hitsOf(line, 'quota').find((hit) => isOfTrade(line, hit));
  if (object === undefined) return null;
  const at = lastPlaceOf(line, BEGINNING, object.to, line.tokens.length);
  if (at < 0 || !isDated(line, at)) return null;
  const end = tokenText(line, at - 1) === ',' ? at - 1 : at;
  // "beef under the import quota from June 1": without a comma the little word may belong to anything.
  if (end === at && tokenText(line, at) === 'from') return null;
  if (end > object.to && !ON.has(tokenText(line, object.to))) return null;
  if (hitsOf(line, 'verb').some(({ from }) => from !== at)) return null;
  const told = { line, verb: object, object, family: 'nominal', about: 'quota' as const };
  return { ...told, mood: 'plain', action: 'quota-set', isBackground: false, weight: WEIGHT };
}

// "Visa quota", "milk quota": a quota alone may be of anything.
function isOfTrade(line: Line, hit: Hit): boolean {
  if (means(hit, 'quota', 'trq') || isOfImports(line, hit)) return true;
  return tokenText(line, hit.from) === 'absolute' || line.classes.has('instrument');
}

function isDated(line: Line, at: number): boolean {
  return line.tokens
    .slice(at + 1, at + 1 + DAY_WITHIN)
    .some((_, place) => hitFrom(line, at + 1 + place)?.meanings.has('month') === true);
}
