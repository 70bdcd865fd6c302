// Two figures side by side of which one is replaced, by what stands between and around them: "12% → 18%", "wine: from 20 percent to
// 10 percent", "wine: was 20%, now 10%", "10% (was 20%)", "wine (20%) goes to 10%", "20% is replaced by 10%", "substitutes 10% for
// 20%". In: a percentage in its sentence and the leading step. Out: whether it is the one that goes. Arrows in any language, the
// rest English only.
import { hitBefore, type Line, means, tokenText } from '../words/scene.ts';
import { lastPlaceOf, wordGroup } from '../words/word-groups.ts';
import { isArrow } from './from-to.ts';
import type { Percent } from './printed-numbers.ts';
import type { RateAt } from './rate-at.ts';
import { joins } from './shared-roles.ts';

/** Two figures of a sentence with nothing but words and marks between, and whether the step raises, lowers or does neither. */
type Pair = {
  readonly line: Line;
  readonly first: Percent;
  readonly last: Percent;
  /** The words and marks between them. */
  readonly between: string;
  readonly way: 'up' | 'down' | null;
};

/** True for the one of two figures that the other replaces. */
export function isOldOfPair({ line, percent, all, lead }: RateAt): boolean {
  if (all.length < 2) return false;
  const at = all.indexOf(percent);
  const [before, behind] = [all[at - 1], all[at + 1]];
  const next = behind === undefined ? null : pairOf(line, percent, behind, lead);
  if (next !== null && FIRST_GOES.some((holds) => holds(next))) return true;
  const prior = before === undefined ? null : pairOf(line, before, percent, lead);
  return prior !== null && LAST_GOES.some((holds) => holds(prior));
}

const WAYS: Readonly<Record<string, 'up' | 'down'>> = { increased: 'up', reduced: 'down' };

// "revises import duties": up or down.
function wayOf({ action, verb }: RateAt['lead'], up: boolean): Pair['way'] {
  if (action === 'other' && (means(verb, 'verb', 'amend') || means(verb, 'verb', 'change')))
    return up ? 'up' : 'down';
  return WAYS[action] ?? null;
}

const APART = 20;

function pairOf(line: Line, first: Percent, last: Percent, lead: RateAt['lead']): Pair | null {
  if (last.from - first.to > APART) return null;
  const between = wordsOf(line, first.to, last.from);
  return { line, first, last, between, way: wayOf(lead, last.value > first.value) };
}

const QUOTES: ReadonlySet<string> = new Set(['"', "'", '“', '”', '‘', '’']);

function wordsOf(line: Line, from: number, to: number): string {
  return line.tokens
    .slice(Math.max(0, from), to)
    .map(({ text }) => text)
    .filter((text) => !QUOTES.has(text))
    .join(' ');
}

// "12% → 18%".
function isArrowed({ line, first, last }: Pair): boolean {
  return isArrow(line, first.to, last.from);
}

const ENDS: ReadonlySet<string> = new Set(['', ',', ';', '.', ')', '|', '–', '—']);
/** Words for "from" and "to" around two figures. */
const FROM: ReadonlySet<string> = new Set('from de del von van da dal du z ze dari'.split(' '));
const TO: ReadonlySet<string> = new Set('to a al à auf naar para do ke menjadi jadi au'.split(' '));
const ROW_STARTS: ReadonlySet<string> = new Set([':', '|', '–', '—', '-', '(']);
const HEADING = ['verb', 'tariff', 'uncounted'] as const;

// "wine: from 20 percent to 10 percent", "Wine: 20% to 10%" where rates go down; "changes duties: from 10% to 35%" names a range.
function isRowOfChange({ line, first, last, between, way }: Pair): boolean {
  if (!TO.has(between) || way === null || last.value > first.value !== (way === 'up')) return false;
  const end = tokenText(line, last.to);
  if (!ENDS.has(end) && !joins(end, line.lang)) return false;
  const start = FROM.has(tokenText(line, first.from - 1)) ? first.from - 1 : first.from;
  if (line.lang !== 'en' && start === first.from) return false;
  // "Rates: hard cheese from 10 to 20 percent": or without a verb.
  const isBare = line.lang === 'en' && start < first.from && !line.classes.has('verb');
  if (!isBare && !ROW_STARTS.has(tokenText(line, start - 1))) return false;
  return !HEADING.some((name) => hitBefore(line, start - 1)?.meanings.has(name) === true);
}

const WAS: ReadonlySet<string> = new Set(
  'was were at previously earlier formerly before'.split(' '),
);
const NOW =
  /^(?:(?:,|;|–|and|but) )*(?:(?:it|they) )?(?:(?:is|are|will be) )?now(?: (?:at|is|be|stands at))?(?: (?:a|an))?$/;

// "wine: was 20%, now 10%", "The rate was 20% and is now 10%".
function isWasNow({ line, first, between }: Pair): boolean {
  return WAS.has(tokenText(line, first.from - 1)) && NOW.test(between);
}

const GIVING_WAY =
  /(?:^| )(?:(?:is|are|was|be|being|were) (?:replaced|substituted|superseded|supplanted|succeeded) (?:by|with)|gives? way to|giving way to|makes? way for|making way for)(?: (?:one of|one at|a rate of|a duty of|the rate of|a|an))?$/;

// "the figure of 20 percent is replaced by 10 percent".
function givesWay({ between }: Pair): boolean {
  return GIVING_WAY.test(between);
}

const TO_FIGURE =
  /^\)(?: (?:goes|go|went|moves|moved|rises|rise|rose|falls|fall|fell|drops|drop|dropped|climbs|climbed|is|are|was|were|will|would|be|cut|raised|reduced|lowered|hiked|lifted|comes|come|came|down|up|now))* to$/;

// "wine (20%) goes to 10%, tea (30%) to 15%".
function isBracketThenTo({ line, first, between, way }: Pair): boolean {
  return way !== null && tokenText(line, first.from - 1) === '(' && TO_FIGURE.test(between);
}

const OLD_ASIDE =
  /^(?:was|were|from|previously|formerly|earlier|before|currently|now|today|old|ex|against|vs|versus|instead of|up from|down from|until now|so far|hitherto|compared with|compared to|prior|previous|old rate|earlier rate|previous rate|current|existing)(?: (?:at|about|a|the|:|rate))*$/;
const MARK_WITHIN = 3;

// "10% (was 20%)", "to 10% on wine (from 20%)": brackets right behind what the new figure falls on.
function isOldAside({ line, first, last, way }: Pair): boolean {
  if (tokenText(line, last.to) !== ')') return false;
  const open = line.tokens.findLastIndex(
    ({ text }, at) => text === '(' && at >= first.to && at < last.from,
  );
  if (open < 0 || last.from - open > MARK_WITHIN + 1) return false;
  const words = wordsOf(line, open + 1, last.from);
  return OLD_ASIDE.test(words) && (way !== null || open === first.to || words !== 'from');
}

const ASIDE =
  /^, (?:was|previously|formerly|earlier|before|up from|down from|currently|from)(?: (?:at|a|the))?$/;
const ASIDE_ENDS: ReadonlySet<string> = new Set(['', ',', ';', '.', 'and', ')', '|']);

// "wheat now 20%, was 5%; flour now 27.5%, previously 12%".
function isOldBehind({ line, last, between, way }: Pair): boolean {
  return way !== null && ASIDE.test(between) && ASIDE_ENDS.has(tokenText(line, last.to));
}

const STANDS =
  /^(?:at the moment|at present|today|now|currently|right now|as of now|until|so far)\b/;
const COMES_TO = /\b(?:to|be|pay|pays)$/;

// "Importers pay 5% at the moment; in July that goes to 20%", "wheat, 5% until June, goes to 20%".
function standsFirst({ between, first, last, way }: Pair): boolean {
  return (
    way !== null &&
    last.value > first.value === (way === 'up') &&
    STANDS.test(between) &&
    COMES_TO.test(between)
  );
}

const AGAINST =
  /^(?:, )?(?:as against|against|versus|vs|instead of|in place of|compared with|compared to)(?: (?:a|the|just|only))?$/;

// "tea 12% against 20%": right behind the one that is reached, where rates rise or fall.
function isAgainst({ between, way }: Pair): boolean {
  return way !== null && AGAINST.test(between);
}

const SUBSTITUTING = wordGroup(/^substitut/);
const SUBSTITUTED_WITHIN = 6;

// "substitutes 10% for 20%".
function isSubstituted({ line, first, between }: Pair): boolean {
  if (between !== 'for' && between !== 'for that of' && between !== 'for the') return false;
  return lastPlaceOf(line, SUBSTITUTING, first.from - SUBSTITUTED_WITHIN, first.from) >= 0;
}

const IN_ENGLISH =
  (holds: (pair: Pair) => boolean) =>
  (pair: Pair): boolean =>
    pair.line.lang === 'en' && holds(pair);

/** How a sentence puts two figures of which the first is replaced. */
const FIRST_GOES: readonly ((pair: Pair) => boolean)[] = [
  isArrowed,
  isRowOfChange,
  ...[isWasNow, standsFirst, givesWay, isBracketThenTo].map(IN_ENGLISH),
];
/** "a 30% desde 20%". */
const SINCE: Readonly<Record<string, ReadonlySet<string>>> = {
  es: new Set(['desde', 'desde el', 'desde un']),
  pt: new Set(['desde', 'desde os']),
};

function isSince({ line, between, way }: Pair): boolean {
  return way !== null && SINCE[line.lang]?.has(between) === true;
}

/** How it puts two of which the last one is. */
const LAST_GOES: readonly ((pair: Pair) => boolean)[] = [
  isSince,
  ...[isOldAside, isOldBehind, isAgainst, isSubstituted].map(IN_ENGLISH),
];
