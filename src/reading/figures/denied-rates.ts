// Rates that a text sets right: "is 35%, not 45%", "35 %, et non 45 %", "not 10% but 25%". In: a percentage in its sentence, and all
// of it. Out: yes or no.
import { type Line, tokenText } from '../words/scene.ts';
import type { Percent } from './find-percents.ts';

const NOT: ReadonlySet<string> = new Set('not nicht niet no non não nao pas'.split(' '));
const ARTICLE: ReadonlySet<string> = new Set(
  'the a an die de del di von van los las les il o'.split(' '),
);
/** What stands between a rate and the denial of another. */
const BESIDE: ReadonlySet<string> = new Set([
  ',',
  '(',
  '–',
  '—',
  ...'and und en y et e'.split(' '),
]);
const BUT: ReadonlySet<string> = new Set('but sondern maar sino mais mas ma'.split(' '));

/** True for a rate that the text says is not the one, beside the one that is. */
export function isDenied(line: Line, percent: Percent, all: readonly Percent[]): boolean {
  const before = percent.from - 1;
  const at = ARTICLE.has(tokenText(line, before)) ? before - 1 : before;
  if (!NOT.has(tokenText(line, at))) return false;
  if (BESIDE.has(tokenText(line, at - 1))) return all.some(({ to }) => to < at);
  const but = tokenText(line, percent.to) === ',' ? percent.to + 1 : percent.to;
  return BUT.has(tokenText(line, but)) && all.some(({ from }) => from > but);
}
