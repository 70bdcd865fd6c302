// Percentages that stand for the tariff itself: "to charge 33.5% on Chinese cars", "Swiss goods face 39%", "taxed at 45 percent".
// In: a sentence. Out: the phrases of such percentages. English only; each needs a country or goods on which it is laid.

import { BEARING_VERBS, LAYING_VERBS, TAXING_VERBS } from '../words/build-lexicon.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitBefore, hitFrom, hitsOf, type Line, oncePerLine, tokenText } from '../words/scene.ts';

/** The percentages of a sentence that something can be done to as to a tariff. */
export const laidPercents = oncePerLine((line): readonly Hit[] => {
  if (line.lang !== 'en' || !line.classes.has('percent') || !line.classes.has('place')) return NONE;
  return hitsOf(line, 'percent').filter((hit) => isLaid(line, hit));
});

const NONE: readonly Hit[] = [];

/** True for a title whose verb and percentage tell a tariff although no word for one stands in it. */
export function tellsByFigure(line: Line): boolean {
  return line.isTitle && laidPercents(line).length > 0;
}

function isLaid(line: Line, hit: Hit): boolean {
  const from = figureFrom(line, hit);
  if (from === null) return false;
  return isLaidOn(line, hit, from) || isTaxedAt(line, from) || isBorne(line, hit, from);
}

// Where the words of the figure begin: its number, and what only says how exact it is.
function figureFrom(line: Line, hit: Hit): number | null {
  let at = hit.from - 1;
  if (line.tokens[at]?.kind !== 'number') {
    const word = hitBefore(line, hit.from);
    if (word?.meanings.has('number') !== true) return null;
    at = word.from;
  }
  while (EXACT.has(tokenText(line, at - 1))) at -= 1;
  return at;
}

const EXACT: ReadonlySet<string> = new Set(
  'a an extra additional further another about nearly roughly least up to at'.split(' '),
);

const ON: ReadonlySet<string> = new Set(['on', 'against']);
const LAYING: ReadonlySet<string> = new Set(LAYING_VERBS);
const LAID_WITHIN = 4;
const GOODS_WITHIN = 4;
const HITTING = ['place', 'product', 'goods', 'foreign'] as const;

// "to charge 33.5% on Chinese cars", "threatens 100% on China".
function isLaidOn(line: Line, hit: Hit, from: number): boolean {
  if (!ON.has(tokenText(line, hit.to))) return false;
  const before = line.tokens.slice(Math.max(0, from - LAID_WITHIN), from);
  if (!before.some(({ text }) => LAYING.has(text))) return false;
  // "charges 5% on loans in Kenya": a mere location is not hit.
  const next = line.hits.find(
    ({ from: at, meanings }) => at > hit.to && HITTING.some((name) => meanings.has(name)),
  );
  if (next === undefined || next.from - hit.to > GOODS_WITHIN) return false;
  return !line.tokens.slice(hit.to, next.from).some(({ text }) => text === 'in');
}

const TAXING: ReadonlySet<string> = new Set(TAXING_VERBS);
const TAXED_WITHIN = 9;

// "EU to tax Chinese biodiesel at 35%", "Chinese cars taxed at 45 percent": only what crosses a border.
function isTaxedAt(line: Line, from: number): boolean {
  for (let at = from - 1; at >= Math.max(0, from - TAXED_WITHIN); at -= 1) {
    if (TAXING.has(tokenText(line, at)))
      return isAbroad(line, at, from) || isCharged(line, at, from);
  }
  return false;
}

// Goods with their origin, or imports, stand around the verb.
function isAbroad(line: Line, verb: number, to: number): boolean {
  const start = Math.max(0, verb - TAXED_WITHIN);
  const isNear = (hit: Hit): boolean => hit.from >= start && hit.to <= to;
  if (hitsOf(line, 'foreign').some(isNear)) return true;
  return line.hits.some(
    (hit) =>
      isNear(hit) &&
      hit.meanings.has('place') &&
      WARES.some((name) => hitFrom(line, hit.to)?.meanings.has(name) === true),
  );
}

// "will charge India 26%".
function isCharged(line: Line, verb: number, to: number): boolean {
  const next = hitFrom(line, verb + 1);
  return next?.meanings.has('place') === true && (next.to === to || next.to === to - 1);
}

const WARES = ['product', 'goods'] as const;
const PLACED = ['place', 'month', 'weekday', 'relday'] as const;

function nextHit(line: Line, at: number): Hit | undefined {
  return hitFrom(line, tokenText(line, at) === 'the' ? at + 1 : at);
}

const BEARING: ReadonlySet<string> = new Set(BEARING_VERBS);
const BEARER_WITHIN = 8;
const ENDING: ReadonlySet<string> = new Set(
  ', ; . : in at from under while and as when unless if until starting - –'.split(' '),
);

// "Swiss goods face 39%", "Mexico will pay 30%": who or what bears it stands before, and nothing that it could be a share of behind.
function isBorne(line: Line, hit: Hit, from: number): boolean {
  if (!BEARING.has(tokenText(line, from - 1))) return false;
  const next = tokenText(line, hit.to);
  if (hit.to < line.tokens.length && !ENDING.has(next)) return false;
  // "pay 30% in taxes".
  const isAmong = next === 'in' || next === 'from';
  if (isAmong && !PLACED.some((name) => nextHit(line, hit.to + 1)?.meanings.has(name)))
    return false;
  return line.hits.some(
    ({ to, meanings }) =>
      to <= from - 1 &&
      from - to <= BEARER_WITHIN &&
      (meanings.has('product') || meanings.has('goods') || meanings.has('place')),
  );
}
