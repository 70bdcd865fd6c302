// What a verb is in its sentence besides its meaning: half of a phrase, an attribute, old news, what somebody warns of.
// In: a line, a verb of it, what the verb is done to. Out: yes or no. It finds no steps.

import type { VerbObject } from '../objects/verb-object.ts';
import type { Hit } from '../words/lexicon.ts';
import {
  hitBefore,
  hitFrom,
  hitOver,
  hitsOf,
  type Line,
  means,
  tokenText,
} from '../words/scene.ts';
import { isChosen } from './held-proposal.ts';

// "warns tariffs will lift prices": the tariff is what acts, nobody threatens it.
export function isWarning(line: Line, verb: Hit, match: VerbObject): boolean {
  if (match.family !== 'threaten' || !/^(?:warn|flag)/.test(tokenText(line, verb.from)))
    return false;
  if (line.lang === 'en' && BEARERS.test(tokenText(line, verb.from - 1))) return true;
  // "warn of higher prices from tariffs": of what the tariff does.
  const near = line.tokens.slice(verb.to, match.object.to + 1);
  if (near.some(({ text }) => HARM.has(text))) return true;
  if (near.slice(0, match.object.from - verb.to).some(({ text }) => text === 'of')) return false;
  if (WARNED_ABOUT.has(tokenText(line, verb.to))) return true;
  const behind = hitFrom(line, match.object.to);
  return means(behind, 'mood', 'future') || means(behind, 'mood', 'cond');
}

/** Those who only bear what they warn of: "steel users warn of a 50% duty". */
const BEARERS =
  /^(?:\w*makers|users|growers|producers|farmers|exporters|importers|industry|firms|companies|unions?|retailers|brewers|traders|analysts|economists|distillers|shippers|processors|millers|manufacturers)$/;
const HARM: ReadonlySet<string> = new Set(
  'price prices cost costs losses layoffs pain inflation shortages damage harm hardship chaos turmoil woes risk risks impact jobs closures disruption consequences effects fallout'.split(
    ' ',
  ),
);

const WARNED_ABOUT: ReadonlySet<string> = new Set(['on', 'about', 'against', 'over']);

// "duties on products subject to action in this investigation": an attribute, not a step.
export function isSubjectTo(line: Line, verb: Hit, match: VerbObject): boolean {
  return (
    tokenText(line, verb.from) === 'subject' &&
    match.object.to <= verb.from &&
    !BECOMES.has(tokenText(line, verb.from - 1))
  );
}

const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'the', 'its', 'his']);
const PARTICIPLE = /(?:ed|en)$/;

// "proposed tariffs", "threatened Mexico tariffs": the participle describes the tariff, another verb tells the step.
export function isAdjective(line: Line, verb: Hit, match: VerbObject): boolean {
  if (isAttributeBehind(line, verb, match)) return true;
  // "straffen", "belasten": elsewhere the ending is that of infinitives as well.
  if (line.lang !== 'en') return false;
  // "15%, down from a threatened 30".
  const isOther = DESCRIBING.has(match.family) && ARTICLES.has(tokenText(line, verb.from - 1));
  if (isOther && match.object.to <= verb.from && PARTICIPLE.test(tokenText(line, verb.to - 1)))
    return true;
  const isWished = WISHED.has(tokenText(line, verb.from - 1));
  if (tokenText(line, verb.from) === 'lower' && isWished) return !isRefusedBefore(line, verb);
  if (tokenText(line, verb.from) === 'lower' && isChosen(line, verb)) return true;
  if (tokenText(line, verb.from) === 'higher') {
    return hitsOf(line, 'verb').some((hit) => hit.from < verb.from);
  }
  if (isShifted(line, verb, match) || isShiftedBefore(line, verb, match)) return true;
  if (isHeldOne(line, verb, match) || isStruckOne(line, verb, match)) return true;
  const isHeld = HELD.has(match.family) && isDescribedThere(line, verb, match);
  if (!isHeld && !DESCRIBING.has(match.family)) return false;
  if (!PARTICIPLE.test(tokenText(line, verb.to - 1))) return false;
  if (match.object.from < verb.to || match.object.from - verb.to > 3) return false;
  const previous = line.tokens[verb.from - 1];
  const subject = hitBefore(line, behindTime(line, verb.from))?.meanings;
  if (subject?.has('place') === true || subject?.has('leadership') === true) return false;
  // "Starting in May, the country has imposed duties": done.
  return previous !== undefined && !PERFECT.test(previous.text) && hasOtherVerb(line, verb);
}

// "a campaign to refund the overturned import duties": which ones.
function isStruckOne(line: Line, verb: Hit, { family, object }: VerbObject): boolean {
  if (family !== 'strike' || object.from !== verb.to) return false;
  const isParticiple = PARTICIPLE.test(tokenText(line, verb.to - 1));
  return isParticiple && DETERMINERS.test(tokenText(line, verb.from - 1));
}

const DETERMINERS = /^(?:the|those|these|his|its|their)$/;
const PERFECT = /^(?:has|have|had)$/;
const SHIFTED: ReadonlySet<string> = new Set(['raise', 'cut']);
const BEHIND_WISH: ReadonlySet<string> = new Set(['from', 'over', 'against', 'despite']);

// "asks to exempt it from doubled steel tariffs": which ones are meant.
function isShifted(line: Line, verb: Hit, { family, object }: VerbObject): boolean {
  if (!SHIFTED.has(family) || !BEHIND_WISH.has(tokenText(line, verb.from - 1))) return false;
  const gap = object.from - verb.to;
  return (
    PARTICIPLE.test(tokenText(line, verb.to - 1)) &&
    gap >= 0 &&
    gap <= 3 &&
    hasOtherVerb(line, verb)
  );
}

const DETERMINING: ReadonlySet<string> = new Set([
  'the',
  'these',
  'those',
  'its',
  'their',
  'such',
  'any',
  'of',
]);
const ENDING = ['suspend', 'delay', 'remove', 'extend', 'keep'] as const;

// "the suspension of the heightened tariffs continues": what became of them before is not what is told.
function isShiftedBefore(line: Line, verb: Hit, { family, object }: VerbObject): boolean {
  if (!SHIFTED.has(family) || !DETERMINING.has(tokenText(line, verb.from - 1))) return false;
  const gap = object.from - verb.to;
  if (!PARTICIPLE.test(tokenText(line, verb.to - 1)) || gap < 0 || gap > 3) return false;
  return hitsOf(line, 'verb').some(
    (hit) => hit !== verb && ENDING.some((ending) => means(hit, 'verb', ending)),
  );
}

// "turns down the demand for lower duties": the wish is what is refused.
function isRefusedBefore(line: Line, verb: Hit): boolean {
  return hitsOf(line, 'verb').some((hit) => hit.to <= verb.from && means(hit, 'verb', 'deny'));
}

/** "with lower tariffs as its aim", "hopes for lower tariffs". */
const WISHED: ReadonlySet<string> = new Set('with for of toward towards about'.split(' '));

const TIMES = ['weekday', 'relday', 'now'] as const;
const TIME_WITHIN = 4;
const TIMELY: ReadonlySet<string> = new Set(
  'on late early also then this last week night has have had formally officially promptly immediately today yesterday'.split(
    ' ',
  ),
);

// "Ottawa on Monday imposed tariffs": where a time stands between, who acts stands before it.
function behindTime(line: Line, from: number): number {
  let at = from;
  while (from - at < TIME_WITHIN) {
    const hit = hitOver(line, at - 1);
    const isTime = hit !== undefined && TIMES.some((name) => hit.meanings.has(name));
    if (!isTime && !TIMELY.has(tokenText(line, at - 1))) break;
    at -= 1;
  }
  return at;
}

const DESCRIBING: ReadonlySet<string> = new Set(['propose', 'threaten', 'impose']);
const HELD: ReadonlySet<string> = new Set(['suspend', 'delay']);
const BEFORE_ATTRIBUTE: ReadonlySet<string> = new Set(': the of on its their - – —'.split(' '));

// "A paused reciprocal tariff would be 24%": one that is held, and nobody holds it here.
function isHeldOne(line: Line, verb: Hit, { family, object }: VerbObject): boolean {
  if (!HELD.has(family) || !PARTICIPLE.test(tokenText(line, verb.to - 1))) return false;
  const gap = object.from - verb.to;
  return /^an?$/.test(tokenText(line, verb.from - 1)) && gap >= 0 && gap <= 3;
}

// "hits back: suspended duties snap back": right before the noun, and nobody stands before it who suspends.
function isDescribedThere(line: Line, verb: Hit, match: VerbObject): boolean {
  return match.object.from === verb.to && BEFORE_ATTRIBUTE.has(tokenText(line, verb.from - 1));
}

export function hasOtherVerb(line: Line, verb: Hit): boolean {
  return hitsOf(line, 'verb').some((hit) => hit !== verb);
}

const UNDER: ReadonlySet<string> = new Set([
  'by',
  'under',
  'pursuant',
  'in',
  'on',
  'since',
  'against',
  'last',
]);

// "duties imposed under the order shall be reduced": the participle behind the noun tells which duties, a later verb
// what becomes of them.
function isAttributeBehind(line: Line, verb: Hit, match: VerbObject): boolean {
  if (isAttributeAhead(line, verb, match)) return true;
  if (isSaidOfBehind(line, verb, match)) return true;
  if (match.family !== 'impose' || match.object.to !== verb.from) return false;
  // "a medida antidumping aplicada às importações": the same where participles agree with the noun.
  if (ROMANCE.has(line.lang) && AGREEING.test(tokenText(line, verb.to - 1))) {
    return line.hits.some((hit) => hit.to <= match.object.from && hit.meanings.has('verb'));
  }
  if (!PARTICIPLE.test(tokenText(line, verb.to - 1)) || !UNDER.has(tokenText(line, verb.to)))
    return false;
  return line.hits.some(
    (hit) =>
      hit.from > verb.to &&
      ENDING_FAMILIES.some((family) => means(hit, 'verb', family)) &&
      (AUXILIARY.has(tokenText(line, hit.from - 1)) || tokenText(line, hit.from) === 'no'),
  );
}

const AHEAD_WITHIN = 3;

const OF_ELSE: ReadonlySet<string> = new Set(
  'de des del della di da do das der von van'.split(' '),
);
const NOUN_OF_VERB = /(?:sion|cion|ione|cao|sao|tion|ung|ing)$/;

/** "arancel del 30% y suspensión de venta de energía": a noun has its object behind it. */
export function isNounOfElse(line: Line, verb: Hit, { object }: VerbObject): boolean {
  if (line.lang === 'en' || object.to > verb.from || verb.to - verb.from > 1) return false;
  if (!NOUN_OF_VERB.test(tokenText(line, verb.from))) return false;
  if (!OF_ELSE.has(tokenText(line, verb.to))) return false;
  return !line.hits.some((hit) => hit.from === verb.to + 1 && hit.meanings.has('place'));
}

// "徴収した関税を還付するよう命じた": in Japanese a verb before its tariff only says which one is meant.
function isAttributeAhead(line: Line, verb: Hit, { family, object }: VerbObject): boolean {
  if (family !== 'impose' && family !== 'start') return false;
  const gap = object.from - verb.to;
  if (line.lang === 'tr' && gap >= 0 && gap <= AHEAD_WITHIN)
    return RELATIVE_TR.test(tokenText(line, verb.to - 1)) && hasVerbBehind(line, object);
  if (line.lang !== 'ja') return false;
  if (gap < 1 || gap > AHEAD_WITHIN || !PAST_JA.has(tokenText(line, verb.to))) return false;
  return hasVerbBehind(line, object);
}

function hasVerbBehind(line: Line, object: Hit): boolean {
  return line.hits.some((hit) => hit.from >= object.to && hit.meanings.has('verb'));
}

/** "uygulanan vergiyi", "uyguladığı vergiyi": the Turkish ending of "which". */
const RELATIVE_TR = /(?:[ae]n|d[iu]g[iu]|t[iu]g[iu]|d[iu]kl[ae]ri)$/;

/** The past ending right behind a verb stem. */
const PAST_JA: ReadonlySet<string> = new Set(['た', 'し']);

const ROMANCE: ReadonlySet<string> = new Set(['pt', 'es', 'it', 'fr', 'ro']);
const AGREEING = /(?:[aiu][dt][oaie]s?|ees?)$/;

const FINITE: ReadonlySet<string> = new Set(
  "are aren't is isn't will would could have has had were was may might".split(' '),
);

// "the tariffs announced by the president are not popular": the participle only says which tariffs.
function isSaidOfBehind(line: Line, verb: Hit, match: VerbObject): boolean {
  const isParticiple = PARTICIPLE.test(tokenText(line, verb.to - 1));
  if (!isParticiple || match.object.to !== verb.from || tokenText(line, verb.to) !== 'by')
    return false;
  const hasOther = line.hits.some(
    (hit) =>
      hit.from > verb.to &&
      hit.meanings.has('verb') &&
      AUXILIARY.has(tokenText(line, hit.from - 1)),
  );
  return !hasOther && line.tokens.some((token, at) => at > verb.to && FINITE.has(token.text));
}

const ENDING_FAMILIES = ['remove', 'cut', 'suspend', 'delay', 'raise', 'strike'] as const;
const AUXILIARY: ReadonlySet<string> = new Set('be been is are was were being'.split(' '));

/** Verbs that make an adjective behind them a step. */
export const BECOMES: ReadonlySet<string> = new Set(
  'is are be being now remain remains come comes came jetzt nun heute'.split(' '),
);

/** True for a noun that is said not to be there: "no deal, then 25%". */
export function isLacking(line: Line, deal: Hit): boolean {
  return line.hits.some(
    (hit) =>
      (means(hit, 'mood', 'not') || means(hit, 'mood', 'if')) &&
      (hit.from >= deal.to ? hit.from - deal.to <= 1 : deal.from - hit.to <= 1),
  );
}

const DASHES: ReadonlySet<string> = new Set(['-', '–', '—']);

/** True in "US tariffs in force for Peru - council to meet": the title says it by itself, and the rest behind its dash. */
export function isHeadOfTitle(line: Line, verb: Hit): boolean {
  if (!line.isTitle) return false;
  const dash = line.tokens.findIndex(({ text }, at) => at >= verb.to && DASHES.has(text));
  return dash > 0 && !hitsOf(line, 'verb').some((hit) => hit !== verb && hit.from < dash);
}

const BEING = /^(?:is|are|was|were|will|would)$/;

/** True for "Countermeasures are not being considered": what a noun names is denied right behind it. */
export function isDeniedBehind(line: Line, { to }: Hit): boolean {
  return BEING.test(tokenText(line, to)) && tokenText(line, to + 1) === 'not';
}
