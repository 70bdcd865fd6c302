// What a figure is by the one before it: "on top of the duty of 15 percent (13 percent for coil)", "rivals Chile and Peru are charged
// 12% and 8%", "to 30 and 40 percent, from 20 and 32.5". In: a figure in its sentence, the one before it with what it is, and what
// the figure would be by itself. Out: what it is.
import { hitBefore, hitOver, hitsOf, type Line, tokenText } from '../words/scene.ts';
import { isEndOfFall, isEndOfOldRange, isGapped, isOnFurther } from './gapped-lists.ts';
import type { Percent } from './printed-numbers.ts';
import type { PercentRole } from './rate-at.ts';

export type Named = { readonly role: PercentRole; readonly name: string };
export type Told = Named & { readonly percent: Percent };

/** The role of a figure, that of the one before it where the two are told of alike. */
export function sharedRole(line: Line, before: Told | null, percent: Percent, own: Named): Named {
  if (before === null || before.role === 'new') return own;
  // "rivals Chile and Peru are charged 12% and 8%"
  const isNext = percent.from - before.percent.to === 1;
  if (isNext && before.role === 'other' && tokenText(line, before.percent.to) === 'and')
    return before;
  const isToldAlike = before.role === 'other' || TOLD_ALIKE.has(before.name);
  if (isToldAlike && isOnNext(line, before.percent, percent)) return before;
  // "Prices of tea could rise 41%, those of rice 44%"
  if (before.name === 'rate:movement' && isOfThose(line, before.percent, percent)) return before;
  // "Coffee now pays 9%, maize 7.2% and sugar up to 14%", "from 10% on petrol, 7% on diesel"; "12% instead of 20%, tea 35%
  // instead of 25%" tells each anew.
  const isOwnNew = own.role === 'new' && hasOwnOld(line, percent);
  if (
    !isOwnNew &&
    !isReplacedThere(line, before.percent) &&
    isGapped(line, before.percent, percent)
  )
    return before;
  if (before.role === 'old' && !isOwnNew && isOnFurther(line, before.percent, percent))
    return before;
  // "its share fell from 61% to 39%"
  if (before.name === 'rate:share' && isEndOfFall(line, before.percent, percent)) return before;
  if (before.role === 'old' && isEndOfOldRange(line, before.percent, percent)) return before;
  // "Beef prices were up 14.7% and coffee 18.9%"
  if (before.name === 'rate:movement' && isAndNext(line, before.percent, percent)) return before;
  // "Peru faces 12%, Ecuador 27%"
  if (before.role === 'other' && isOfNextPlace(line, before.percent, percent)) return before;
  // "coking coal (earlier 2.5%), coke (5%)"
  if (before.role === 'old' && isInBrackets(line, percent) && isInBrackets(line, before.percent))
    return before;
  if (before.role === 'old' && isOfOneRun(line, before.percent, percent))
    return own.role === 'new' && hasOwnOld(line, percent) ? own : before;
  const isAside = percent.from - before.percent.to <= 2;
  return isAside && tokenText(line, before.percent.to) === '(' ? before : own;
}

const INSTEAD = /^(?:of|than)$/;

// "rather than 15%, for almonds 0%": what is replaced ends there.
function isReplacedThere(line: Line, { from }: Percent): boolean {
  return INSTEAD.test(tokenText(line, from - 1));
}

/** "duties are now 12% on wings and 37% on legs": what the first of two is, the second is. */
const TOLD_ALIKE: ReadonlySet<string> = new Set(['rate:before', 'rate:ended', 'rate:continues']);

/** True for "and tea 37.5% in place of 32.5%": what has an old rate of its own right behind it is new. */
export function hasOwnOld(line: Line, { to }: Percent): boolean {
  return hitsOf(line, 'oldrate').some(
    (hit) =>
      hit.from >= to &&
      hit.from - to <= (DEGREE.test(tokenText(line, hit.from - 1)) ? 2 : 1) &&
      [0, 1].some((on) => line.tokens[hit.to + on]?.kind === 'number'),
  );
}

/** "36%, slightly lower than the 38%". */
const DEGREE = /^(?:slightly|marginally|somewhat|just|sharply|much|far|well|still)$/;

/** The words for "and". */
const JOINERS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(['and', '&']),
  es: new Set(['y', 'e']),
  pt: new Set(['e']),
  it: new Set(['e', 'ed']),
  fr: new Set(['et']),
  de: new Set(['und']),
  pl: new Set(['i', 'oraz']),
  tr: new Set(['ve']),
  id: new Set(['dan']),
  zh: new Set(['和', '及', '与']),
};
const NONE: ReadonlySet<string> = new Set();

/** True for a word that means "and" in the language. */
export function joins(text: string, lang: string): boolean {
  return (JOINERS[lang] ?? NONE).has(text);
}

// "from 20, 32.5 and 8 per cent", "replacing 20% and 10%": nothing but joiners between; "from 20%, 30% is charged" goes on anew.
function isOfOneRun(line: Line, first: Percent, last: Percent): boolean {
  const joiners = JOINERS[line.lang] ?? NONE;
  const between = line.tokens.slice(first.to, last.from).map(({ text }) => text);
  if (between.length === 0 || between.length > 2) return false;
  if (!between.every((text) => text === ',' || joiners.has(text))) return false;
  return between.includes(',') ? isListed(line, first, last, joiners) : true;
}

// A comma joins where a further figure stands before it or behind: "8%, 9% and 10%".
function isListed(
  line: Line,
  first: Percent,
  last: Percent,
  joiners: ReadonlySet<string>,
): boolean {
  const opens = joiners.has(tokenText(line, last.to)) || tokenText(line, last.to) === ',';
  const behind = line.tokens[last.to + 1]?.kind === 'number';
  const before = line.tokens[first.from - 2]?.kind;
  const isSecond = tokenText(line, first.from - 1) === ',' && before !== 'word';
  return (opens && behind) || (isSecond && joiners.has(tokenText(line, last.from - 1)));
}

function isInBrackets(line: Line, { from, to }: Percent): boolean {
  const opens = tokenText(line, from - 1) === '(' || tokenText(line, from - 2) === '(';
  return opens && tokenText(line, to) === ')';
}

const ON: ReadonlySet<string> = new Set(['on', 'for', 'against']);
const ON_NEXT_WITHIN = 6;
const ANEW = ['verb', 'gainer', 'saying', 'mood'] as const;

// "Washington's 25% on steel and 10% on aluminium": two of a kind.
function isOnNext(line: Line, first: Percent, second: Percent): boolean {
  if (second.from - first.to > ON_NEXT_WITHIN) return false;
  if (isAtNext(line, first, second)) return true;
  // "45% on wheat, 35% on barley and 25% on maize".
  const joint = tokenText(line, second.from - 1);
  if (joint !== 'and' && joint !== ',') return false;
  if (!ON.has(tokenText(line, first.to)) || !ON.has(tokenText(line, second.to))) return false;
  return !isAnew(line, first, second);
}

function isAnew(line: Line, first: Percent, second: Percent): boolean {
  return line.hits.some(
    (hit) =>
      hit.from >= first.to && hit.to <= second.from && ANEW.some((name) => hit.meanings.has(name)),
  );
}

// "had been dutiable at 30% and butter at 20%": nothing but goods or a place between the joiner and the same little word.
function isAtNext(line: Line, first: Percent, second: Percent): boolean {
  const [opens, begins] = [placeOfAt(line, first), placeOfAt(line, second)];
  const joint = tokenText(line, first.to) === ',' ? first.to + 1 : first.to;
  if (opens < 0 || begins < 0 || tokenText(line, joint) !== 'and') return false;
  if (isAnew(line, first, second)) return false;
  const named = hitOver(line, begins - 1);
  return named?.meanings.has('product') === true || named?.meanings.has('place') === true;
}

// "at 30%", "at up to 30%".
function placeOfAt(line: Line, { from }: Percent): number {
  const at = tokenText(line, from - 2) === 'up' ? from - 3 : from - 1;
  return tokenText(line, at) === 'at' ? at : -1;
}

const THOSE_WITHIN = 8;
const VERBS = ['verb', 'gainer', 'tariff'] as const;

// ", those of rice 44%", ", Norway's 93%": what moved is told of others without a verb.
function isOfThose(line: Line, first: Percent, second: Percent): boolean {
  if (second.from - first.to > THOSE_WITHIN) return false;
  const between = line.tokens.slice(first.to, second.from).map(({ text }) => text);
  return (
    (between.includes('those') || between.at(-1) === "'s" || between.at(-1) === '’s') &&
    !line.hits.some(
      (hit) =>
        hit.from >= first.to &&
        hit.to <= second.from &&
        VERBS.some((name) => hit.meanings.has(name)),
    )
  );
}

const AND_WITHIN = 4;

// "and coffee 18.9%": nothing but goods or a place between the joiner and the figure.
function isAndNext(line: Line, first: Percent, second: Percent): boolean {
  if (second.from - first.to > AND_WITHIN || !joins(tokenText(line, first.to), line.lang))
    return false;
  const named = hitBefore(line, second.from);
  return named?.meanings.has('product') === true || named?.meanings.has('place') === true;
}

const NEXT_PLACE_WITHIN = 5;

// ", Ecuador 27%": nothing but a name stands between the two.
function isOfNextPlace(line: Line, first: Percent, second: Percent): boolean {
  if (line.isTitle || second.from - first.to > NEXT_PLACE_WITHIN) return false;
  const place = hitBefore(line, second.from);
  if (place?.meanings.has('place') !== true) return false;
  return line.tokens
    .slice(first.to, place.from)
    .every(({ text }) => text === ',' || text === 'and' || text === ';');
}
