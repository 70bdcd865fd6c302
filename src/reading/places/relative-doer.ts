// Who does what a relative clause tells: "conversa com a Turquia, que taxou em 25% o cobre", "mit den USA, die 25 Prozent
// erheben". In: a line and a token of it. Out: the place that the clause is about, or null. Not English, which has rules of its own.
import { hitsOf, isParted, type Line, means, oncePerLine, tokenText } from '../words/scene.ts';
import { lastPlaceOf, wordGroup } from '../words/word-groups.ts';
import { type PlaceGroup, placeGroups } from './read-places.ts';

const RELATIVE: ReadonlySet<string> = new Set(
  'que qui che quem die welche ktory ktora ktore ktorzy который которая которое которые yang'.split(
    ' ',
  ),
);
const TWO_WORDS: ReadonlySet<string> = new Set([
  'el cual',
  'la cual',
  'los cuales',
  'a qual',
  'o qual',
]);
const DOING = [
  'impose',
  'raise',
  'announce',
  'approve',
  'threaten',
  'cut',
  'tax',
  'start',
] as const;
const DONE_WITHIN = 4;

type Clause = { readonly doer: PlaceGroup; readonly from: number };

const clausesOf: (line: Line) => readonly Clause[] = oncePerLine((line) => {
  if (line.lang === 'en') return [];
  return placeGroups(line).flatMap((doer) => {
    const at = tokenText(line, doer.to) === ',' ? doer.to + 1 : doer.to;
    // "die" is an article as well: only behind a comma.
    if (at === doer.to && NEEDS_COMMA.has(line.lang)) return [];
    const isRelative =
      RELATIVE.has(tokenText(line, at)) ||
      TWO_WORDS.has(`${tokenText(line, at)} ${tokenText(line, at + 1)}`);
    return isRelative && doesThere(line, at) ? [{ doer, from: at }] : [];
  });
});

const NEEDS_COMMA: ReadonlySet<string> = new Set(['de', 'nl', 'pl', 'ru']);

// In German and Dutch the verb closes the clause.
function doesThere(line: Line, at: number): boolean {
  const end = VERB_CLOSES.has(line.lang) ? line.tokens.length : at + 1 + DONE_WITHIN;
  return hitsOf(line, 'verb').some(
    (hit) =>
      hit.from > at &&
      hit.from <= end &&
      !isParted(line, at, hit.from) &&
      DOING.some((family) => means(hit, 'verb', family)),
  );
}

const VERB_CLOSES: ReadonlySet<string> = new Set(['de', 'nl']);

/** The place whose relative clause holds the token; null where it stands in none. */
export function relativeDoer(line: Line, at: number): PlaceGroup | null {
  const clause = clausesOf(line).findLast(({ from }) => from < at);
  return clause === undefined ? null : clause.doer;
}

/** True where another than `imposers` does what the clause of the token tells. */
export function isInClauseOfOther(line: Line, at: number, imposers: ReadonlySet<string>): boolean {
  const doer = relativeDoer(line, at) ?? doerBehindSemicolon(line, at);
  return (
    doer !== null &&
    imposers.size > 0 &&
    !doer.codes.some((code) => imposers.has(code) || code === 'WORLD')
  );
}

const SEMICOLON = wordGroup(';');

// "Pipes enter free of the duty; Brazil will drop its levies on rum": in a text the second part is told of who opens it.
function doerBehindSemicolon(line: Line, at: number): PlaceGroup | null {
  if (line.lang !== 'en' || line.isTitle) return null;
  const mark = lastPlaceOf(line, SEMICOLON, 1, at);
  const doer = mark < 0 ? undefined : placeGroups(line).find(({ from }) => from === mark + 1);
  return doer?.role === 'bare' || doer?.role === 'subject' ? doer : null;
}

/** True for the place that such a clause is about. */
export function isRelativeDoer(line: Line, group: PlaceGroup): boolean {
  return clausesOf(line).some(({ doer }) => doer.from === group.from);
}
