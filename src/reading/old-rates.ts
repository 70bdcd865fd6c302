// In: a percentage in its sentence. Out: whether it is the rate that is replaced.
import type { Percent } from './find-percents.ts';
import { hitsOf, isParted, type Line, means, tokenText } from './scene.ts';

const OLD_REACH = 4;
/** Tokens between the old and the new rate: "34%提高至84%" is read character by character. */
const REACHED_WITHIN = 4;

/** True for a rate that is replaced: "from 10% to 25%", "instead of 20%". */
export function isOld(line: Line, percent: Percent, all: readonly Percent[]): boolean {
  if (isFromOfFromTo(line, percent, all) || isCutToZero(line, percent, all)) return true;
  if (isChangedTo(line, percent, all) || isLongAgo(line, percent)) return true;
  if (isAlready(line, percent) || isSince(line, percent)) return true;
  if (hadBeen(line, percent)) return true;
  return hitsOf(line, 'oldrate').some((hit) => {
    const gap = percent.from - hit.to;
    const reach = hit.to - hit.from > 1 ? OLD_REACH + 2 : OLD_REACH;
    if (gap < 0 || gap > reach || isParted(line, hit.to, percent.from)) return false;
    if (hit.to - hit.from === 1 && STANDS_FOR_RANGE.has(tokenText(line, hit.from))) return false;
    // "from the 25 percent" next to "to": told above. Nothing but small words may stand between.
    return !line.hits.some(
      (other) =>
        other.from >= hit.to &&
        other.to <= percent.from &&
        (other.meanings.has('percent') ||
          (means(other, 'prep', 'object') &&
            !(reach > OLD_REACH && tokenText(line, other.from) === 'of'))),
    );
  });
}

const CHANGED_WITHIN = 14;

// "slashes the 100% tariff on cars to 6%": a verb of change, the old rate, the tariff, and the rate that is reached.
function isChangedTo(line: Line, percent: Percent, all: readonly Percent[]): boolean {
  const next = all.find((other) => other.from >= percent.to);
  if (next === undefined || next.from - percent.to > CHANGED_WITHIN) return false;
  if (tokenText(line, next.from - 1) !== 'to' || isParted(line, percent.to, next.from))
    return false;
  const isChanged = line.hits.some(
    (hit) =>
      (means(hit, 'verb', 'cut') || means(hit, 'verb', 'raise')) &&
      percent.from - hit.to >= 0 &&
      percent.from - hit.to <= 3,
  );
  const isTariff = line.hits.some(
    (hit) => hit.meanings.has('tariff') && hit.from >= percent.to && hit.from - percent.to <= 2,
  );
  return isChanged && isTariff;
}

const AGO: ReadonlySet<string> = new Set([
  'last year',
  'last month',
  'year ago',
  'years ago',
  'months ago',
]);
const AGO_WITHIN = 8;

// "was hit with 27% in February of last year": told of the past.
function isLongAgo(line: Line, percent: Percent): boolean {
  const end = Math.min(line.tokens.length, percent.to + AGO_WITHIN);
  for (let at = percent.to; at + 1 < end; at += 1) {
    if (!AGO.has(`${tokenText(line, at)} ${tokenText(line, at + 1)}`)) continue;
    return (
      !isParted(line, percent.to, at) &&
      !line.hits.some(
        (hit) => hit.from >= percent.to && hit.to <= at && hit.meanings.has('percent'),
      )
    );
  }
  return false;
}

const ALREADY_WITHIN = 8;
const BEHIND_WITHIN = 4;

// "already carries duties of 27%": what there was before.
function isAlready(line: Line, percent: Percent): boolean {
  for (let at = percent.from - 1; at >= Math.max(0, percent.from - ALREADY_WITHIN); at -= 1) {
    if (tokenText(line, at) === 'already') return !isParted(line, at, percent.from);
  }
  return false;
}

// "a rate of 15% had been agreed", "tariffs of 38% have applied since April".
function isSince(line: Line, percent: Percent): boolean {
  for (let at = percent.to; at < percent.to + BEHIND_WITHIN; at += 1) {
    const text = tokenText(line, at);
    if (text === ',' || isParted(line, percent.to, at)) return false;
    if (text === 'had') return true;
    if (text !== 'have' && text !== 'has') continue;
    return line.tokens.slice(at, at + 5).some((token) => token.text === 'since');
  }
  return false;
}

const HAD_WITHIN = 5;
const TO_BE: ReadonlySet<string> = new Set(['to', 'due', 'set', 'meant', 'supposed']);

// "A 32% tariff had been set to start", "half the 30% he had threatened": what was to come and does not.
function hadBeen(line: Line, percent: Percent): boolean {
  for (let at = percent.to; at < percent.to + HAD_WITHIN; at += 1) {
    const text = tokenText(line, at);
    const hit = line.hits.find((other) => other.from === at);
    if (hit?.meanings.has('percent') === true && at > percent.to) return false;
    if (line.tokens[at]?.kind === 'mark' && text !== '%') return false;
    if (text === 'had') return true;
    if ((text === 'was' || text === 'were') && TO_BE.has(tokenText(line, at + 1))) return true;
  }
  return false;
}

const ZEROED_WITHIN = 8;

// "the 25% duty on steel goes to zero".
function isCutToZero(line: Line, percent: Percent, all: readonly Percent[]): boolean {
  const zero = hitsOf(line, 'zerorate').find(
    (hit) =>
      hit.from >= percent.to &&
      hit.from - percent.to <= ZEROED_WITHIN &&
      tokenText(line, hit.to - 1) === 'zero',
  );
  if (zero === undefined) return false;
  const isNext = !all.some((other) => other.from >= percent.to && other.from < zero.from);
  const isPlainList = line.tokens
    .slice(percent.to, zero.from)
    .some((token) => token.text === ',' || token.text === 'and');
  return isNext && (!isPlainList || tokenText(line, zero.from).startsWith('go'));
}

const STANDS_FOR_RANGE: ReadonlySet<string> = new Set([
  'from',
  'was',
  'were',
  'de',
  'von',
  'proposed',
  'original',
  'del',
  'dal',
  'du',
  'da',
  'z',
  'ze',
  'с',
  'со',
  'van',
  'từ',
  'tu',
  'dari',
  '由',
  '从',
  '自',
  '에서',
]);

// "raised from 10% to 25%" replaces; "duties from 10% to 25%" is a range.
function isFromOfFromTo(line: Line, percent: Percent, all: readonly Percent[]): boolean {
  const next = all.find((other) => other.from >= percent.to);
  const isFrom = FROM_BEHIND.has(wordBehind(line, percent.to));
  if (isFrom && (next !== undefined || tellsChange(line))) return true;
  if (next !== undefined && tokenText(line, percent.to) === 'olan') return true;
  if (next !== undefined && isArrow(line, percent.to, next.from)) return true;
  if (isBehindVerbFrom(line, percent)) return true;
  const fromHit = hitsOf(line, 'oldrate').find(
    (hit) =>
      percent.from - hit.to >= 0 &&
      percent.from - hit.to <= 3 &&
      !hitsOf(line, 'place').some((other) => other.from >= hit.to && other.to <= percent.from) &&
      !line.tokens.slice(hit.to, percent.from).some((token) => token.kind === 'number') &&
      RANGE_STARTS.has(tokenText(line, hit.from)),
  );
  if (fromHit === undefined) return false;
  const leadsToNew = next !== undefined && next.from - percent.to <= REACHED_WITHIN;
  const isChange =
    hitsOf(line, 'verb').some((hit) => means(hit, 'verb', 'raise') || means(hit, 'verb', 'cut')) ||
    hitsOf(line, 'mood').some((hit) => means(hit, 'mood', 'change'));
  // "would double from 25%": the verb of change stands right before.
  const isLeft = line.hits.some(
    (hit) => hit.to === fromHit.from && (means(hit, 'verb', 'raise') || means(hit, 'verb', 'cut')),
  );
  if (isLeft) return true;
  if (leadsToNew) return isChange;
  return isChange && tokenText(line, fromHit.from) !== 'of' && hasReached(line, percent);
}

// "is increased from 10% to 25%": the verb and its "from" are one phrase of the word list.
function isBehindVerbFrom(line: Line, percent: Percent): boolean {
  return line.hits.some(
    (hit) =>
      hit.to - hit.from > 1 &&
      percent.from >= hit.to &&
      percent.from - hit.to <= 2 &&
      RANGE_STARTS.has(tokenText(line, hit.to - 1)) &&
      (means(hit, 'verb', 'raise') || means(hit, 'verb', 'cut')),
  );
}

/** "25%から15%", "25%에서 15%": the word for "from" stands behind the old rate. */
const FROM_BEHIND: ReadonlySet<string> = new Set(['から', '에서']);

// "25% -> 15%".
function isArrow(line: Line, from: number, to: number): boolean {
  const [left, right] = [line.tokens[from - 1], line.tokens[to]];
  if (left === undefined || right === undefined) return false;
  return ARROWS.has(line.raw.slice(left.end, right.start).trim());
}

const ARROWS: ReadonlySet<string> = new Set(['→', '⇒', '->', '=>', '➜', '▶']);

function wordBehind(line: Line, at: number): string {
  return tokenText(line, at) + tokenText(line, at + 1);
}

const RANGE_STARTS: ReadonlySet<string> = new Set([
  'from',
  'de',
  'von',
  'da',
  'dal',
  'z',
  'con',
  'с',
  'από',
  'du',
  'dari',
  'del',
  'van',
  'tu',
  '由',
  '从',
  '從',
  '自',
]);

// "to 50% ... from 25%": the new rate stands before the old one.
function hasReached(line: Line, percent: Percent): boolean {
  return hitsOf(line, 'percent').some((hit) => hit.to <= percent.from);
}

// After a cut the rates that were proposed, threatened or named as a maximum before it are old ones.
export function isReachedBy(line: Line, percent: Percent): boolean {
  const before = tokenText(line, percent.from - 1);
  if (REACHING.has(before) || REACHING.has(tokenText(line, percent.from - 2))) return true;
  return !line.hits.some(
    (hit) =>
      percent.from - hit.to >= 0 &&
      percent.from - hit.to <= 6 &&
      (means(hit, 'oldrate') || means(hit, 'upto') || means(hit, 'verb', 'threaten')),
  );
}

const REACHING: ReadonlySet<string> = new Set([
  'to',
  'at',
  'a',
  'auf',
  'al',
  'na',
  'に',
  'まで',
  '로',
  '至',
  '到',
  'menjadi',
  'до',
  'à',
]);

function tellsChange(line: Line): boolean {
  return line.hits.some(
    (hit) =>
      means(hit, 'verb', 'raise') || means(hit, 'verb', 'cut') || means(hit, 'mood', 'change'),
  );
}
