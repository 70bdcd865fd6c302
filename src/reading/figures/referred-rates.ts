// Rates that are named only to measure or explain another: "one point below Vietnam's 20%", "the 31% announced in April", "after
// Washington's 104%", "10% in January 2024". In: a percentage in its sentence. Out: yes or no. English only, and only beside
// another percentage: what stands alone is what the sentence tells.
import { type PlaceGroup, placeGroups } from '../places/read-places.ts';
import { openingEnd } from '../steps/opening-clause.ts';
import { hitFrom, hitsOf, type Line, means, tokenText } from '../words/scene.ts';
import type { Percent } from './find-percents.ts';
import type { RateAt } from './rate-at.ts';

/** True for a rate with which another is compared, or that is known from before. */
export function isReferredTo({ line, percent, all, sides }: RateAt): boolean {
  if (line.lang !== 'en') return false;
  const { at, isDefinite, owner } = namedBefore(line, percent);
  if (comparesAt(line, at, isDefinite || owner !== null)) return true;
  const hasTariff = hitFrom(line, percent.to)?.meanings.has('tariff') === true;
  // "suspends its tariffs after Washington's 18% levy".
  if (owner !== null && hasTariff && BEHIND.has(tokenText(line, at)) && sides.imposers.size > 0)
    return !isAny(owner, sides.imposers);
  if (!hasAnother(percent, all)) return false;
  if (isOfRivals(line, percent) || isAgainst(line, percent, all)) return true;
  if (owner !== null && answersAt(line, at)) return !isAny(owner, sides.imposers);
  return isDefinite && !hasTariff && isKnown(line, percent) && !isReached(line, at);
}

const OTHERS = /^(?:others?|all|elsewhere|everyone|most|suppliers|rest|those)$/;
const OTHERS_WITHIN = 4;

// "25%, against 7.5% for other suppliers": what stands right behind another figure and tells who pays it.
function isAgainst(line: Line, percent: Percent, all: readonly Percent[]): boolean {
  if (tokenText(line, percent.from - 1) !== 'against' || all[0] === percent) return false;
  const isMarked = tokenText(line, percent.from - 2) === ',';
  const behind = line.tokens.slice(percent.to, percent.to + OTHERS_WITHIN);
  return isMarked || behind.some(({ text }) => OTHERS.test(text));
}

const RIVALS: ReadonlySet<string> = new Set(
  'rivals rival competitors competitor peers neighbours neighbors counterparts'.split(' '),
);
const RIVAL_WITHIN = 5;

// "face 39% while EU rivals pay 15%".
function isOfRivals(line: Line, percent: Percent): boolean {
  return line.tokens
    .slice(Math.max(0, percent.from - RIVAL_WITHIN), percent.from)
    .some(({ text }) => RIVALS.has(text));
}

function hasAnother(percent: Percent, all: readonly Percent[]): boolean {
  return all.some((other) => other.value !== percent.value || other === percent) && all.length > 1;
}

type Named = {
  /** The word before the figure and whatever names it. */
  readonly at: number;
  readonly isDefinite: boolean;
  readonly owner: PlaceGroup | null;
};

// "below the EU's 15%", "twice the 15%": what stands before the figure, its owner and its article left out.
function namedBefore(line: Line, percent: Percent): Named {
  let at = percent.from - 1;
  const isPossessive = tokenText(line, at) === "'s" || tokenText(line, at) === "'";
  const owner = placeGroups(line).find(
    (group) => isOwning(line, group) && (group.to === at + 1 || (isPossessive && group.to === at)),
  );
  if (owner !== undefined) at = owner.from - 1;
  else if (isPossessive) at -= 2;
  const isNamed = at < percent.from - 1;
  const isDefinite = tokenText(line, at) === 'the';
  if (isDefinite || POSSESSIVES.has(tokenText(line, at))) at -= 1;
  return { at, isDefinite: isDefinite && !isNamed, owner: owner ?? null };
}

const POSSESSIVES: ReadonlySet<string> = new Set(['its', 'their', 'his', 'our']);

function isOwning(line: Line, group: PlaceGroup): boolean {
  return group.isPossessive || tokenText(line, group.to - 1) === "'s";
}

/** Words that compare what follows, whatever it is. */
const COMPARING: ReadonlySet<string> = new Set(
  'against versus vs unlike twice thrice triple half like matching equalling outstripping undercutting exceeding'.split(
    ' ',
  ),
);
/** Words that compare only what is named by its owner or as known: "below the 20%", "less than Peru's 20%". */
const MEASURING: ReadonlySet<string> = new Set(
  'than below above under over beneath double of with to from near beyond as'.split(' '),
);
const MEASURED: ReadonlySet<string> = new Set(
  'higher lower more less better worse steeper milder lighter heavier harsher smaller larger bigger half short ahead double twice compared equal equals identical similar close line level par comparable next versus points point well far just rather same'.split(
    ' ',
  ),
);

// "compared with the 32 percent", "higher than the 31%", "less than half the 46%", "double the EU's 15%".
function comparesAt(line: Line, at: number, isNamed: boolean): boolean {
  const word = tokenText(line, at);
  if (COMPARING.has(word)) return isNamed || word === 'twice' || word === 'unlike';
  if (!isNamed || !MEASURING.has(word)) return false;
  if (word === 'double' || word === 'than') return true;
  // "at 39%, above the EU's 15%"
  if (OVER.has(word) && tokenText(line, at - 1) === ',') return true;
  return MEASURED.has(tokenText(line, at - 1)) || MEASURED.has(tokenText(line, at - 2));
}

const OVER: ReadonlySet<string> = new Set(['above', 'below', 'beneath', 'under']);

const ANSWERING: ReadonlySet<string> = new Set(
  'after over despite following amid to for'.split(' '),
);

const BEHIND: ReadonlySet<string> = new Set(['after', 'following', 'despite']);

// "raises duties to 84% after Washington's 104%".
function answersAt(line: Line, at: number): boolean {
  return ANSWERING.has(tokenText(line, at));
}

function isAny(group: PlaceGroup, codes: ReadonlySet<string>): boolean {
  return group.codes.some((code) => codes.has(code));
}

const KNOWN: ReadonlySet<string> = new Set(
  'imposed announced threatened charged levied agreed proposed sought planned promised floated applied applicable paid faced demanded offered expected feared mooted signalled signaled reported that which it he she they first originally previously initially earlier before in now'.split(
    ' ',
  ),
);
const YEAR = /^(?:19|20)\d\d$/;

// "the 25% imposed in 2018", "the 52% India charges", "the 44% of 1930", "the 30% in force".
function isKnown(line: Line, percent: Percent): boolean {
  const next = tokenText(line, percent.to);
  if (KNOWN.has(next)) return true;
  if (next === 'of') return YEAR.test(tokenText(line, percent.to + 1));
  const subject = placeGroups(line).find((group) => group.from === percent.to);
  return subject !== undefined && hitFrom(line, subject.to)?.meanings.has('verb') === true;
}

// "cut to the 15% agreed in July": the rate that is reached.
function isReached(line: Line, at: number): boolean {
  return (
    tokenText(line, at) === 'to' &&
    hitsOf(line, 'verb').some(
      (hit) => hit.to <= at && (means(hit, 'verb', 'cut') || means(hit, 'verb', 'raise')),
    )
  );
}

/** "As the US charges 15%, Tokyo lowers its rice tariff to 5%": what opens a sentence beside its main clause. */
export function opensBeside({ line, percent, all }: RateAt): boolean {
  const end = openingEnd(line);
  return percent.from < end && all.some((other) => other.from > end);
}

/** The words around a percentage as far as the next mark, percentage or opening of a clause. Tokens, `to` exclusive. */
export type Stretch = { readonly from: number; readonly to: number };

const ENDS: ReadonlySet<string> = new Set([',', ';', ':', '(', ')', '.', '!', '?', '–', '—']);

export function stretchOf(line: Line, percent: Percent, all: readonly Percent[]): Stretch {
  const isEnd = (at: number): boolean =>
    ENDS.has(tokenText(line, at)) ||
    isReasonAt(line, at) ||
    (hitFrom(line, at)?.meanings.get('clause')?.[0] ?? 'timing') !== 'timing' ||
    all.some((other) => other !== percent && other.from <= at && at < other.to);
  let [from, to] = [percent.from, percent.to];
  while (from > 0 && !isEnd(from - 1)) from -= 1;
  while (to < line.tokens.length && !isEnd(to)) to += 1;
  return { from, to };
}

// "rises to 38% since imports reached the limit in March": why, behind a word that is no time there.
function isReasonAt(line: Line, at: number): boolean {
  const word = tokenText(line, at);
  if (word === 'because') return true;
  if (line.lang !== 'en' || word !== 'since') return false;
  return line.tokens.slice(at + 1, at + 1 + REASON_WITHIN).some(({ text }) => REASONS.test(text));
}

const REASON_WITHIN = 4;
const REASONS = /^(?:reached|exceeded|passed|surpassed|topped|rose|surged|crossed|hit)$/;

const PAST: ReadonlySet<string> = new Set(
  'was were had been stood paid faced charged imposed put set took levied applied began started since then initially originally formerly before'.split(
    ' ',
  ),
);
const AHEAD: ReadonlySet<string> = new Set(
  'will would shall may could is are now from as starting beginning effective effect retroactively retroactive backdated until'.split(
    ' ',
  ),
);
const DATING: ReadonlySet<string> = new Set(
  'in of since during until january february march april may june july august september october november december'.split(
    ' ',
  ),
);
const HALTING: ReadonlySet<string> = new Set(['suspended', 'exempted', 'delayed']);
/** "the 2021 order". */
const OF_YEAR: ReadonlySet<string> = new Set(
  'order orders rate rates duty review round measure level levels tariff'.split(' '),
);
const SAME_TIME =
  /\b(?:that year|that month|the same year|the same month|years ago|was first|were first)\b/;

/** True for a rate with a time that lies behind, beside one of today: "10% in January 2024", "in March it put 100% on". */
export function isOfThePast({ line, percent, all, lead, publishedOn }: RateAt): boolean {
  // "suspends the duty; tariffs of 6% to 20% have been in place since 2021": the measure concerned.
  if (HALTING.has(lead.action)) return false;
  if (line.lang !== 'en' || publishedOn === null || !hasAnother(percent, all)) return false;
  if (!liesBehind(line, percent, all, publishedOn)) return false;
  return all.some((other) => other !== percent && !liesBehind(line, other, all, publishedOn));
}

const SOON = 3;

function liesBehind(
  line: Line,
  percent: Percent,
  all: readonly Percent[],
  publishedOn: string,
): boolean {
  const thisYear = Number(publishedOn.slice(0, 4));
  // "from 10 percent to 25 percent for the goods covered by the 2018 action": what is reached; "to 15% in 2021" was.
  const earlier = all.findLast((other) => other.to <= percent.from);
  const isReached =
    earlier !== undefined &&
    tokenText(line, earlier.from - 1) === 'from' &&
    tokenText(line, earlier.to) === 'to' &&
    percent.from - earlier.to <= 2 &&
    !line.tokens.slice(percent.to, percent.to + SOON).some(({ text }) => YEAR.test(text));
  if (isReached) return false;
  const { from, to } = stretchOf(line, percent, all);
  const before = line.tokens.slice(from, percent.from).map(({ text }) => text);
  const near = [...before, ...line.tokens.slice(percent.to, to).map(({ text }) => text)];
  if (near.some((word) => AHEAD.has(word)) || isToCome(before)) return false;
  // "to 27% and then to 9% in January": the next stage of the same step.
  if (before.at(-2) === 'then' && before.at(-1) === 'to') return false;
  const year = near.find(
    (word, at) =>
      YEAR.test(word) && (DATING.has(near[at - 1] ?? '') || OF_YEAR.has(near[at + 1] ?? '')),
  );
  if (year !== undefined) return Number(year) < thisYear;
  if (SAME_TIME.test(near.join(' '))) return true;
  // "30%, after 20% in January".
  if (before.at(-1) === 'after' && namesMonth(line, from, to, publishedOn)) return true;
  // "10%, then 25% on June 1": what comes next.
  if (before.at(-1) === 'then') return false;
  return near.some((word) => PAST.has(word)) && namesMonth(line, from, to, publishedOn);
}

// "was to rise to 20% in January".
function isToCome(before: readonly string[]): boolean {
  return before.some((word, at) => word === 'to' && at < before.length - 1);
}

// "has applied since December 17", told on the 19th, is no time that is over.
function namesMonth(line: Line, from: number, to: number, publishedOn: string): boolean {
  const thisMonth = String(Number(publishedOn.slice(5, 7)));
  return hitsOf(line, 'month').some(
    (hit) => hit.from >= from && hit.to <= to && !means(hit, 'month', thisMonth),
  );
}
