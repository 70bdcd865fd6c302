// "10% from February, and 25% from June 1": where the first of two rates is told by its month alone. In: a sentence and a date of it.
// Out: true where the date is that of the second rate only. English only.
import { hitsOf, type Line, tokenText } from '../words/scene.ts';
import type { DateMention } from './date-patterns.ts';

const FROM: ReadonlySet<string> = new Set(['from', 'in', 'starting', 'beginning']);

/** True for the day of a later rate, of which the first begins in a month without a day. */
export function isBehindBareMonth(line: Line, mention: DateMention): boolean {
  if (line.lang !== 'en') return false;
  const rates = hitsOf(line, 'percent');
  return hitsOf(line, 'month').some(
    ({ from, to }) =>
      to < mention.from &&
      FROM.has(tokenText(line, from - 1)) &&
      line.tokens[to]?.kind !== 'number' &&
      rates.some((rate) => rate.to === from - 1) &&
      rates.some((rate) => rate.from >= to && rate.to <= mention.from),
  );
}
