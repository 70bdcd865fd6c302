// The second end of a range that is replaced: "4.9% to 19.8%, down from 15.6% to 62.4%", "instead of between 10% and 25%".
// In: a percentage in its sentence. Out: yes or no. Also a new figure that is set in the place of another.
import type { Action } from '../../domain/reading.ts';
import { hitsOf, type Line, means, tokenText } from '../words/scene.ts';
import type { Percent } from './find-percents.ts';
import type { RateAt } from './rate-at.ts';

const JOINING: ReadonlySet<string> = new Set(['to', 'and', '-', '–', '—', 'or']);
const MARKED_WITHIN = 6;
const MOVED: ReadonlySet<string> = new Set('down up lower higher reduced increased'.split(' '));
/** Words that call old what stands behind them, however the sentence goes on. */
const COMPARING: ReadonlySet<string> = new Set(
  'instead compared against versus vs replacing rather'.split(' '),
);

/** True for the last figure of a range whose first one a word calls old. */
export function endsOldRange({ line, percent, all, lead }: RateAt): boolean {
  if (line.lang !== 'en') return false;
  const first = all.findLast((other) => other.to <= percent.from);
  if (first === undefined || percent.from - first.to !== 1) return false;
  if (!JOINING.has(tokenText(line, first.to))) return false;
  const reached = all.findLast((other) => other.to < first.from);
  if (reached !== undefined && isMarkedOld(line, first.from)) return true;
  if (reached !== undefined && leadsBeyond(line, reached, [first, percent], lead.action))
    return true;
  return leadsFromRange(line, first.from, percent.to);
}

// "raised the tax to 25% whatever the volume, from 10.8% to 14%": what is reached lies beyond both ends.
function leadsBeyond(
  line: Line,
  reached: Percent,
  range: readonly Percent[],
  action: Action,
): boolean {
  const from = (range[0]?.from ?? 0) - 1;
  if (tokenText(line, reached.from - 1) !== 'to' || tokenText(line, from) !== 'from') return false;
  // "to 20%, on soy oil from 37.5% to 32.5%", "25%), apparel (from 45% to 30%)": other goods have a change of their own.
  const between = line.tokens.slice(reached.to, from).map(({ text }) => text);
  if (between.at(-1) !== ',' || between.some((text) => APART.has(text))) return false;
  if (action === 'increased') return range.every(({ value }) => value < reached.value);
  return action === 'reduced' && range.every(({ value }) => value > reached.value);
}

const TIME = /^(?:this|next|year|month|by|in|20\d\d)$/;

function isTime({ text }: { readonly text: string }): boolean {
  return TIME.test(text);
}

const APART: ReadonlySet<string> = new Set(['on', 'for', 'and', '(', ')', ':', ';']);
const RISING: ReadonlySet<string> = new Set(['to', 'a', 'à', 'bis', 'al', 'do', 'tot', 'sampai']);

/** True for the first figure of "duties of 4.9 to 19.8%": a rate that is lowered never goes up. */
export function opensRisingRange(
  line: Line,
  { to, value }: Percent,
  all: readonly Percent[],
): boolean {
  const next = all.find(({ from }) => from >= to);
  return next?.from === to + 1 && next.value > value && RISING.has(tokenText(line, to));
}

const RANGE: ReadonlySet<string> = new Set(['-', '–', '—']);

/** True for the first figure of "from 10.8%-12.6% to 20%". */
export function opensOldRange({ line, percent, all }: RateAt): boolean {
  const last = all.find((other) => other.from >= percent.to);
  if (line.lang !== 'en' || last === undefined || last.from - percent.to !== 1) return false;
  return RANGE.has(tokenText(line, percent.to)) && leadsFromRange(line, percent.from, last.to);
}

// "from 10.8%-12.6% to 20%": both ends of the range are left behind.
function leadsFromRange(line: Line, from: number, to: number): boolean {
  return (
    tokenText(line, from - 1) === 'from' &&
    tokenText(line, to) === 'to' &&
    // "from 5% or 10% to nil".
    (hitsOf(line, 'percent').some((hit) => hit.from - to <= 3 && hit.from > to) ||
      hitsOf(line, 'zerorate').some((hit) => hit.from - to <= 1 && hit.from >= to))
  );
}

function isMarkedOld(line: Line, at: number): boolean {
  return hitsOf(line, 'oldrate').some((hit) => {
    const gap = at - hit.to;
    if (!means(hit, 'oldrate', 'old') || gap < 0 || gap > MARKED_WITHIN) return false;
    if (COMPARING.has(tokenText(line, hit.from))) return true;
    // "raises it on one from 10% to 25%" leads to a new rate; "down from" does not.
    const from = tokenText(line, hit.to - 1) === 'from';
    // "to 32 percent from 45 to 64 percent", "to 25% this year from 0-7.5%": what is reached stands before.
    const isReached = hitsOf(line, 'percent').some(
      (other) => other.to <= hit.from && line.tokens.slice(other.to, hit.from).every(isTime),
    );
    return (
      from &&
      (isReached ||
        MOVED.has(tokenText(line, hit.from)) ||
        MOVED.has(tokenText(line, hit.from - 1)))
    );
  });
}

const INSTEAD = /^(?:instead of|rather than)$/;
const INSTEAD_WITHIN = 5;

/** "35 per cent on rice rather than 75, and 10 per cent on wheat rather than 35": what is put in the place of another. */
export function isSetInstead(line: Line, { to }: Percent): boolean {
  if (line.lang !== 'en') return false;
  for (let at = to; at < to + INSTEAD_WITHIN; at += 1) {
    if (line.tokens[at]?.kind !== 'word') return false;
    if (INSTEAD.test(`${tokenText(line, at)} ${tokenText(line, at + 1)}`)) return true;
  }
  return false;
}
