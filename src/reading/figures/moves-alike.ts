// Further pairs of a list that move alike: "de 8% a 28% y el de juguetes de 3% a 21%", "från 60 till 40 procent och på vin från 55
// till 30 procent", "36% (54% until now) and wine 28% (40%)". In: a figure, the figures before it with what each of them is, and
// the one behind it. Out: whether it is replaced as one of those before it was. Any language: the pairs are put by the same words.
import { type Line, tokenText } from '../words/scene.ts';
import type { Percent } from './printed-numbers.ts';
import type { PercentRole } from './rate-at.ts';

type Told = { readonly percent: Percent; readonly role: PercentRole };

const NEXT_WITHIN = 3;
const OPENING_WITHIN = [1, 2, 3, 4];

/** True for the first figure of a pair that is put as the pair before it, whose first figure was replaced. */
export function movesAsBefore(
  line: Line,
  told: readonly Told[],
  percent: Percent,
  next: Percent | undefined,
): boolean {
  const [old, reached] = [told.at(-2), told.at(-1)];
  if (old?.role !== 'old' || reached?.role !== 'new') return false;
  // "(from 20%)", then only "(30%)".
  if (isBracketed(line, percent))
    return OPENING_WITHIN.some((back) => tokenText(line, old.percent.from - back) === '(');
  if (next === undefined || next.from - percent.to > NEXT_WITHIN) return false;
  return (
    isPutAs(line, percent, old.percent) &&
    isPutAs(line, next, reached.percent) &&
    old.percent.to < reached.percent.from
  );
}

// The same word stands right before both.
function isPutAs(line: Line, first: Percent, second: Percent): boolean {
  const word = line.tokens[first.from - 1];
  return word?.kind === 'word' && word.text === tokenText(line, second.from - 1);
}

// "(40%)".
function isBracketed(line: Line, { from, to }: Percent): boolean {
  if (tokenText(line, to) !== ')') return false;
  // "（同20%）": the same as in the bracket before.
  const open = tokenText(line, from - 1) === '同' ? from - 2 : from - 1;
  return tokenText(line, open) === '(';
}
