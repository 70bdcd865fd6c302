// Lists that give each country its rate: "China 15%, Indonesia 8.4%", "31% for China and 19% for Turkey". In: a sentence. Out: the
// countries with a figure of their own.
// English only.
import { hitsOf, type Line, oncePerLine, tokenText } from '../words/scene.ts';
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
  if (line.lang !== 'en' || hitsOf(line, 'percent').length < 2) return [];
  const rated = placeGroups(line).filter(
    (group) => isNamed(group) && (hasRateBehind(line, group) || hasRateAhead(line, group)),
  );
  return rated.length > 1 ? rated : [];
});

function isNamed({ kinds, codes, isPossessive }: PlaceGroup): boolean {
  return !isPossessive && !codes.includes('WORLD') && kinds.every((kind) => kind === 'name');
}

// "Algeria 30%", "China: 15.1%", "Vietnam up to 395%": nothing but small words stands between.
function hasRateBehind(line: Line, { to }: PlaceGroup): boolean {
  let at = to;
  while (BEFORE_RATE.has(tokenText(line, at))) at += 1;
  return (
    line.tokens[at]?.kind === 'number' &&
    hitsOf(line, 'percent').some(({ from }) => from === at + 1)
  );
}

// "29.9% to Korea", "14% for Taiwan".
function hasRateAhead(line: Line, { from }: PlaceGroup): boolean {
  return (
    ONTO.has(tokenText(line, from - 1)) && hitsOf(line, 'percent').some(({ to }) => to === from - 1)
  );
}
