// Two ends of one range: "duties of 20% to 91.5%", "between 4.9% and 19.8%", "9-12.6 percent". In: the percentages of a sentence with the
// role that each has by itself. Out: both ends with one role. English and German.
import { hitsOf, isParted, type Line, means, tokenText } from '../words/scene.ts';
import type { Percent } from './find-percents.ts';
import type { PercentRole } from './rate-at.ts';

export type Named = {
  readonly percent: Percent;
  readonly role: PercentRole;
  readonly name: string;
};

/** The same percentages, where a range is old at one end neither end is new. */
export function withWholeRanges(line: Line, named: readonly Named[]): readonly Named[] {
  if (!(line.lang === 'en' || line.lang === 'de') || named.length < 2) return named;
  return named.map((own, at) => {
    if (own.role !== 'new') return own;
    const [before, behind] = [named[at - 1], named[at + 1]];
    const other =
      before !== undefined && isRange(line, before, own)
        ? before
        : behind !== undefined && isRange(line, own, behind)
          ? behind
          : own;
    return other.role === 'old'
      ? { percent: own.percent, role: other.role, name: other.name }
      : own;
  });
}

const DASHES: ReadonlySet<string> = new Set(['-', '–', '—']);
const LEADING: ReadonlySet<string> = new Set(['from', 'up', 'down']);

function isRange(line: Line, first: Named, last: Named): boolean {
  const [start, end] = [first.percent, last.percent];
  if (end.from - start.to !== 1) return false;
  const joint = tokenText(line, start.to);
  const before = tokenText(line, start.from - 1);
  if (DASHES.has(joint)) return true;
  // "vorläufig verhängten 21,9 bis 42,7 Prozent": from one rate to another leads "auf".
  if (line.lang === 'de') return joint === 'bis';
  if (joint === 'and') return before === 'between';
  if (joint !== 'to' || start.value >= end.value) return false;
  // "raised from 10% to 25%", "raises the duty 10% to 25%" lead from one to the other.
  if (first.name === 'rate:replaced') return comparesRange(line, start);
  return !LEADING.has(before);
}

const COMPARED_WITHIN = 4;

// "compares with 9 to 12.6 percent", "against current fees of 9% to 12%": a word calls the whole range old.
function comparesRange(line: Line, start: Percent): boolean {
  return hitsOf(line, 'oldrate').some((hit) => {
    const gap = start.from - hit.to;
    if (gap < 0 || gap > COMPARED_WITHIN || isParted(line, hit.to, start.from)) return false;
    // "climbs from today's 5% to 20%".
    if (tokenText(line, hit.from - 1) === 'from') return false;
    const isOld = means(hit, 'oldrate', 'old') || means(hit, 'oldrate', 'standing');
    return isOld && !LEADING.has(tokenText(line, hit.to - 1));
  });
}
