// Lists that give each country its rate: "China 15%, Indonesia 8.4%", "31% for China and 19% for Turkey". In: a sentence. Out: the
// countries with a figure of their own.
// English only.
import { hitsOf, type Line, oncePerLine, tokenText } from '../words/scene.ts';
import { isToldAside } from '../words/told-aside.ts';
import { type PlaceGroup, placeGroups } from './read-places.ts';

const BEFORE_RATE: ReadonlySet<string> = new Set([
  ':',
  '(',
  'at',
  'with',
  'up',
  'to',
  '-',
  '–',
  'faces',
  'gets',
  'pays',
  'will',
  'be',
  'is',
  'charged',
  'taxed',
  'pay',
  'face',
  'get',
  'got',
  'a',
  'an',
  '—',
  'now',
]);
const ONTO: ReadonlySet<string> = new Set(['for', 'on', 'to', 'against']);

/** The countries of a list with a rate right beside each; none where only one has one. */
export const ratedPlaces = oncePerLine((line): readonly PlaceGroup[] => {
  if (line.lang !== 'en' || !line.classes.has('percent')) return [];
  const rated = placeGroups(line).filter(
    (group) =>
      isNamed(line, group) &&
      !isToldAside(line, group.from) &&
      (hasRateBehind(line, group) || hasRateAhead(line, group)),
  );
  return rated.length > 1 ? rated : [];
});

function isNamed(line: Line, { kinds, codes, isPossessive, to }: PlaceGroup): boolean {
  // "Chinese coil will face 15%, Russian 6-9 percent": the goods are named once.
  const isPlain = kinds.every((kind) => kind === 'name' || kind === 'demonym');
  const isOwner = isPossessive || tokenText(line, to - 1) === "'s";
  return !isOwner && !codes.includes('WORLD') && isPlain;
}

// "Algeria 30%", "China: 15.1%", "Vietnam up to 395%": nothing but small words stands between.
function hasRateBehind(line: Line, { to }: PlaceGroup): boolean {
  let at = to;
  while (BEFORE_RATE.has(tokenText(line, at))) at += 1;
  // "Bulgaria, 106.27%; Italy, 257.06%".
  const isRow = at === to && tokenText(line, at) === ',';
  if (isRow) at += 1;
  if (line.tokens[at]?.kind !== 'number') return false;
  const isRange = DASHES.has(tokenText(line, at + 1)) && line.tokens[at + 2]?.kind === 'number';
  const end = isRange ? at + 3 : at + 1;
  const sign = hitsOf(line, 'percent').find(({ from }) => from === end);
  if (sign === undefined) return !isRow && isUnsigned(line, to, at);
  return !isRow || ENDS_ROW.has(tokenText(line, sign.to));
}

const DASHES: ReadonlySet<string> = new Set(['-', '–']);
const ENDS_ROW: ReadonlySet<string> = new Set([';', '.', '']);
const ENDS_RATE: ReadonlySet<string> = new Set(['and', ',', ';', '.', '']);

// "China got 122.52 per cent, Germany 6.88 and South Korea 2.69": the sign stands at the first of a list.
function isUnsigned(line: Line, to: number, at: number): boolean {
  const isSigned = hitsOf(line, 'percent').some(({ to: end }) => end <= to);
  const isExact = at === to && tokenText(line, at).includes('.');
  return isSigned && isExact && ENDS_RATE.has(tokenText(line, at + 1));
}

// "29.9% to Korea", "14% for Taiwan".
function hasRateAhead(line: Line, { from }: PlaceGroup): boolean {
  return (
    ONTO.has(tokenText(line, from - 1)) && hitsOf(line, 'percent').some(({ to }) => to === from - 1)
  );
}
