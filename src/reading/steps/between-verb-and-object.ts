// What stands between a verb and its object: an aside or a rate is no distance, a list goes on, any other comma parts. In: a line
// and a span of its tokens. Out: where the span goes on, or whether a comma parts it, or whether it holds only a rate.
import { hitFrom, type Line, tokenText } from '../words/scene.ts';

// "is imposing, as of 12:01 am, March 13, 2025, 25 per cent tariffs": what commas hold right behind the verb is no distance.
export function behindAside(line: Line, from: number, to: number): number {
  if (line.lang !== 'en' || tokenText(line, from) !== ',') return from;
  let last = from;
  for (let at = from + 1; at < to; at += 1) {
    if (tokenText(line, at) === ',') last = at + 1;
    else if (hitFrom(line, at)?.meanings.has('verb') === true) break;
  }
  return last;
}

// "raises steel, aluminum tariffs" lists; "cuts rates by a quarter point, cites tariffs" goes on to something else.
export function hasForeignComma(line: Line, from: number, to: number): boolean {
  const commas: number[] = [];
  for (let at = from; at < to; at += 1) if (tokenText(line, at) === ',') commas.push(at);
  // "suspending, until further notice, the duties": two commas hold an aside.
  if (commas.length > 1 && opensAside(line, commas[0] ?? from)) return false;
  return commas.some(
    (at) =>
      // "exempts gold, tungsten, uranium": goods follow that the lists know, whatever stands first.
      hitFrom(line, at + 1)?.meanings.has('product') !== true &&
      !line.hits.some(
        (hit) =>
          LISTED.some((name) => hit.meanings.has(name)) &&
          // "canola oil, pork": a head noun may follow the known word.
          (hit.to === at || (hit.to === at - 1 && hit.meanings.has('product'))),
      ),
  );
}

const ASIDE_OPENS: ReadonlySet<string> = new Set(
  'until from as on in by with for at under over beginning starting effective subject pending after following upon within among through and'.split(
    ' ',
  ),
);

function opensAside(line: Line, comma: number): boolean {
  return ASIDE_OPENS.has(tokenText(line, comma + 1));
}

const LISTED = ['product', 'place', 'percent', 'goods', 'tariff'] as const;

const BEFORE_RATE: ReadonlySet<string> = new Set(['a', 'an', 'the', 'of', 'to', '%', 'percent']);

/** True where a rate stands there and nothing else: "to prevent a 39% tariff hike". */
export function isRateAlone(line: Line, from: number, to: number): boolean {
  return line.tokens
    .slice(from, to)
    .every(({ kind, text }) => kind === 'number' || BEFORE_RATE.has(text));
}
