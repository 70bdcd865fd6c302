// What a sentence outside English sets between commas behind the word for the tariff, before it tells what becomes of it: "la tasa, del
// 30% desde el 1 de febrero, subirá al 50%". In: a sentence. Out: from where to where that stands, or null: it is what was charged, and
// since when.
import { hitBefore, hitsOf, type Line, means, oncePerLine } from '../words/scene.ts';

const NAMING = ['tariff', 'uncounted'] as const;
const CHANGING = ['raise', 'cut'] as const;
const LONGEST = 14;
const CHANGED_WITHIN = 8;

type Span = { readonly from: number; readonly to: number };

/** The first such aside that holds a figure and that a change to another figure follows. */
export const rateAside = oncePerLine((line): Span | null => {
  if (line.lang === 'en' || !line.classes.has('percent')) return null;
  for (const [at, { text }] of line.tokens.entries()) {
    if (text !== ',' || !isBehindName(line, at)) continue;
    const end = line.tokens.findIndex((token, place) => place > at && token.text === ',');
    const isShort = end > at + 1 && end - at <= LONGEST;
    if (isShort && isStanding(line, at, end) && changesBehind(line, end))
      return { from: at + 1, to: end };
  }
  return null;
});

function isBehindName(line: Line, comma: number): boolean {
  const before = hitBefore(line, comma);
  return NAMING.some((name) => before?.meanings.has(name) === true);
}

// A rate, and no verb by which it would be laid there.
function isStanding(line: Line, from: number, to: number): boolean {
  const isWithin = (hit: { readonly from: number; readonly to: number }): boolean =>
    hit.from > from && hit.to <= to;
  return (
    hitsOf(line, 'percent').some(isWithin) &&
    !hitsOf(line, 'verb').some((hit) => isWithin(hit) && !hit.meanings.has('oldrate'))
  );
}

function changesBehind(line: Line, end: number): boolean {
  const verb = line.hits.find(
    (hit) =>
      hit.from > end &&
      hit.from - end <= CHANGED_WITHIN &&
      (means(hit, 'mood', 'change') || CHANGING.some((family) => means(hit, 'verb', family))),
  );
  return verb !== undefined && hitsOf(line, 'percent').some((hit) => hit.from >= verb.to);
}

/** True for a place within the aside. */
export function isInRateAside(line: Line, at: number): boolean {
  const span = rateAside(line);
  return span !== null && at >= span.from && at < span.to;
}
