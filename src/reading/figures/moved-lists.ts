// Lists that move together: "Tariffs of 20% on wheat and 27% on flour are being taken to 5% and 12%", "20% and 27% on wheat and flour
// become 5% and 12%". In: a percentage in its sentence. Out: whether it is of the list that is left behind. English only.
import { hitsOf, isParted, type Line, tokenText } from '../words/scene.ts';
import { wordGroup } from '../words/word-groups.ts';
import type { Percent } from './printed-numbers.ts';
import type { RateAt } from './rate-at.ts';

/** Verbs by which a list comes to other rates. */
export const COMING_TO = wordGroup(
  /^(?:taken|brought|moved|go|going|come|coming|move|rise|fall|drop|climb|raised|lifted|hiked|cut|lowered|reduced|become|changed|increased|trimmed|slashed|revised)$/,
);
const TO_WITHIN = 3;
const APART = 6;

/** True for a figure of the first of two lists as long as each other, with a verb between that leads to the second. */
export function isOfMovedList({ line, percent, all }: RateAt): boolean {
  if (line.lang !== 'en' || all.length < FEWEST || all.length % 2 !== 0) return false;
  const half = all.length / 2;
  const [olds, news] = [all.slice(0, half), all.slice(half)];
  const [last, first] = [olds.at(-1), news[0]];
  if (last === undefined || first === undefined || !olds.includes(percent)) return false;
  if (isParted(line, olds[0]?.from ?? 0, last.to)) return false;
  return leadsTo(line, last.to, first.from) && isRun(line, olds, APART) && isRun(line, news, 2);
}

const FEWEST = 4;

function leadsTo(line: Line, from: number, to: number): boolean {
  const at = line.tokens.findLastIndex(
    ({ text }, place) => place >= from && place < to && COMING_TO.has(text),
  );
  if (at < 0 || to - at > TO_WITHIN) return false;
  return tokenText(line, to - 1) === 'to' || tokenText(line, at) === 'become';
}

const JOINING: ReadonlySet<string> = new Set([',', 'and']);
const LEADING: ReadonlySet<string> = new Set(['from', 'to']);

// Nothing but a joiner and what bears it stands between one figure of a list and the next.
function isRun(line: Line, list: readonly Percent[], apart: number): boolean {
  return list.every((figure, at) => {
    const before = list[at - 1];
    if (before === undefined) return true;
    const between = line.tokens.slice(before.to, figure.from).map(({ text }) => text);
    if (between.length > apart || !between.some((text) => JOINING.has(text))) return false;
    if (between.some((text) => LEADING.has(text))) return false;
    return !hitsOf(line, 'verb').some((hit) => hit.from >= before.to && hit.to <= figure.from);
  });
}
