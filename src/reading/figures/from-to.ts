// In: a percentage in its sentence. Out: whether it is the rate that a change starts from.
import type { Hit } from '../words/lexicon.ts';
import { hitBefore, hitsOf, type Line, means, tokenText } from '../words/scene.ts';
import { aboutStart, type Percent } from './find-percents.ts';
import { isFromDay } from './from-day.ts';
import { isFigure } from './from-nothing.ts';

const CHARACTERS: ReadonlySet<string> = new Set(['ko', 'ja', 'zh']);

/** Tokens between the old and the new rate: "34%提高至84%" is read character by character. */
const REACHED_WITHIN = 4;

const AT_PRESENT = /^(?:now|today|currently)$/;

// "to the maximum allowed, from about 25% now"
function isFromNow(line: Line, percent: Percent): boolean {
  const isFrom = tokenText(line, aboutStart(line, percent) - 1) === 'from';
  return isFrom && AT_PRESENT.test(tokenText(line, percent.to));
}

/** True for the first of two rates: "raised from 10% to 25%" replaces; "duties from 10% to 25%" is a range. */
export function isFromOfFromTo(line: Line, percent: Percent, all: readonly Percent[]): boolean {
  if (isFromNow(line, percent)) return true;
  const next = all.find((other) => other.from >= percent.to);
  const isFrom =
    FROM_BEHIND.has(wordBehind(line, percent.to)) ||
    (line.lang === 'tr' && FROM_ENDINGS.has(tokenText(line, percent.to)));
  if (isFrom && next !== undefined && SPANNING.test(wordBehind(line, next.to))) return false;
  if (isFrom && (next !== undefined || tellsChange(line))) return true;
  if (next !== undefined && isSetFrom(line, percent, next)) return true;
  if (next !== undefined && tokenText(line, percent.to) === 'olan') return true;
  if (next !== undefined && isArrow(line, percent.to, next.from)) return true;
  if (isBehindVerbFrom(line, percent)) return true;
  const fromHit = hitsOf(line, 'oldrate').find(
    (hit) =>
      percent.from - hit.to >= 0 &&
      percent.from - hit.to <= 3 &&
      !hitsOf(line, 'place').some((other) => other.from >= hit.to && other.to <= percent.from) &&
      !line.tokens.slice(hit.to, percent.from).some(isFigure) &&
      RANGE_STARTS.has(tokenText(line, hit.from)) &&
      !isOfGoods(line, hit, percent) &&
      !isFromDay(line, hit),
  );
  if (fromHit === undefined) return false;
  // "to 10% (from 20%)": behind a rate that is reached.
  const isAside =
    tokenText(line, fromHit.from - 1) === '(' &&
    (next === undefined || tokenText(line, percent.to) === ')');
  if (isAside && tokenText(line, percent.to) === ')' && hasReached(line, percent)) return true;
  const leadsToNew = next !== undefined && next.from - percent.to <= REACHED_WITHIN;
  // "del 35%, sustituye al 15%": the second is the old one.
  if (leadsToNew && isCalledOld(line, percent, next)) return false;
  // "taglia il dazio: dal 92 al 14 per cento": a range is never put downwards, nor told as "с 12% до 20%".
  const leadsDown = leadsToNew && line.lang !== 'en' && next.value < percent.value;
  const isMoved = leadsToNew && tokenText(line, fromHit.from) === 'с';
  if ((leadsDown || isMoved) && TO.has(tokenText(line, next.from - 1))) return true;
  if (namesRate(line, fromHit) && !(isAside && hasReached(line, percent))) return false;
  const isChange =
    hitsOf(line, 'verb').some(
      (hit) =>
        means(hit, 'verb', 'raise') ||
        means(hit, 'verb', 'cut') ||
        // "ändert den Zoll von 5 % auf 10 %"; in English a range may follow: "changes tariffs: from 10% to 35%".
        (line.lang !== 'en' && means(hit, 'verb', 'amend')),
    ) || hitsOf(line, 'mood').some((hit) => means(hit, 'mood', 'change'));
  // "would double from 25%": the verb of change stands right before.
  const isLeft = line.hits.some(
    (hit) => hit.to === fromHit.from && (means(hit, 'verb', 'raise') || means(hit, 'verb', 'cut')),
  );
  if (isLeft) return true;
  if (leadsToNew) {
    if (isChange || (line.lang === 'en' && isMotion(line, fromHit, percent, next))) return true;
    return movesAlike(line, percent, all);
  }
  if (isChange && isAndFrom(line, fromHit, all)) return true;
  // "doubles India tariff from 25%": only where the change begins is told.
  if (next === undefined && isChangedFrom(line, fromHit)) return true;
  // "zollfrei, darüber ein Zoll von 50 Prozent": the little word only names the rate.
  const isNaming =
    line.lang !== 'en' && hitBefore(line, fromHit.from)?.meanings.has('tariff') === true;
  return (
    isChange && !isNaming && tokenText(line, fromHit.from) !== 'of' && hasReached(line, percent)
  );
}

const OF_ABROAD: ReadonlySet<string> = new Set('de del do da dos das di dei du des'.split(' '));
const REACHED_BY: ReadonlySet<string> = new Set(['a', 'al', 'para', 'ao', 'au']);

/** True in "de textiles a 30%", "a de vinho para 25%": the little word names the goods, and the figure is reached. */
export function isOfGoods(line: Line, hit: Hit, { from }: Percent): boolean {
  if (line.lang === 'en') return isFromSomebody(line, hit, from);
  return (
    hit.to - hit.from === 1 &&
    hit.to < from - 1 &&
    OF_ABROAD.has(tokenText(line, hit.from)) &&
    REACHED_BY.has(tokenText(line, from - 1))
  );
}

// "duty on wine from unfriendly states to 25%": behind "from" stands whose goods they are, and no figure.
function isFromSomebody(line: Line, hit: Hit, percent: number): boolean {
  if (tokenText(line, hit.to - 1) !== 'from' || hit.to - hit.from > 1) return false;
  if (tokenText(line, percent - 1) !== 'to' || hit.to >= percent - 1) return false;
  return line.tokens.slice(hit.to, percent - 1).every(({ kind }) => kind === 'word');
}

function isCalledOld(line: Line, percent: Percent, next: Percent): boolean {
  return hitsOf(line, 'oldrate').some(
    (hit) => hit.from >= percent.to && hit.to === next.from && hit.to - hit.from > 1,
  );
}

const MOVING: ReadonlySet<string> = new Set(
  'move moves moved moving go goes going went shift shifts shifted change changes changed switch swing swings head heads step steps back'.split(
    ' ',
  ),
);

// "portions move from 37% to 62%"; "from 62% to 37%" leads down, as no range is put.
function isMotion(line: Line, from: Hit, old: Percent, reached: Percent | undefined): boolean {
  if (tokenText(line, from.from) !== 'from' || reached === undefined) return false;
  if (tokenText(line, reached.from - 1) !== 'to') return false;
  if (MOVING.has(tokenText(line, from.from - 1)) || old.value > reached.value) return true;
  const before = line.tokens.slice(Math.max(0, from.from - TAKEN_WITHIN), from.from);
  return before.some(({ text }) => TAKING.test(text));
}

/** "takes the duty on sofas from 25% to 30%". */
const TAKING = /^(?:tak(?:e|es|en|ing)|took|bring(?:s|ing)?|brought)$/;
const TAKEN_WITHIN = 6;

const AND_WITHIN = 14;

// "brings the duty on cars down from 110% in stages and on wine from 150%": the second of two beginnings.
function isAndFrom(line: Line, from: Hit, all: readonly Percent[]): boolean {
  const before = all.findLast((other) => other.to <= from.from);
  if (before === undefined || from.from - before.to > AND_WITHIN || line.lang !== 'en')
    return false;
  if (tokenText(line, from.from) !== 'from' || tokenText(line, before.from - 1) !== 'from')
    return false;
  return line.tokens.slice(before.to, from.from).some(({ text }) => text === 'and');
}

const ALIKE_WITHIN = 6;

// "move from 37% to 62%, boneless from 12% to 42%": the second of two that move alike.
function movesAlike(line: Line, percent: Percent, all: readonly Percent[]): boolean {
  const place = all.findIndex((other) => other.from === percent.from);
  const [old, reached] = [all[place - 2], all[place - 1]];
  if (old === undefined || reached === undefined) return false;
  if (percent.from - reached.to > ALIKE_WITHIN || tokenText(line, reached.from - 1) !== 'to')
    return false;
  return isFromOfFromTo(line, old, all);
}

const CHANGED_WITHIN = 8;
/** Words that only tell where a change begins: a German "von" names the rate as well. */
const FROM: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(['from']),
  ru: new Set(['с', 'со']),
  pl: new Set(['z', 'ze']),
  it: new Set(['dal', 'dall']),
};

function isChangedFrom(line: Line, from: Hit): boolean {
  const isFrom = FROM[line.lang]?.has(tokenText(line, from.from)) === true;
  if (!isFrom && !(line.lang === 'en' && line.isTitle)) return false;
  return line.hits.some((hit) => {
    if (hit.to > from.from) return false;
    const isChange = means(hit, 'verb', 'raise') || means(hit, 'verb', 'cut');
    if (line.isTitle) return isChange;
    // "lifted the rate from 15%"; "added Peru to the countries exempt from its 15% tariff".
    const isNear = from.from - hit.to <= CHANGED_WITHIN && !isSparing(line, hit.to, from.from);
    return isNear && (isChange || means(hit, 'mood', 'change'));
  });
}

function isSparing(line: Line, from: number, to: number): boolean {
  return line.hits.some(
    (hit) =>
      hit.to > from &&
      hit.from <= to &&
      (hit.meanings.has('except') || hit.meanings.has('relief') || means(hit, 'verb', 'exempt')),
  );
}

// "is increased from 10% to 25%": the verb and its "from" are one phrase of the word list.
function isBehindVerbFrom(line: Line, percent: Percent): boolean {
  return line.hits.some(
    (hit) =>
      hit.to - hit.from > 1 &&
      percent.from >= hit.to &&
      percent.from - hit.to <= 2 &&
      !line.tokens.slice(hit.to, percent.from).some(isFigure) &&
      RANGE_STARTS.has(tokenText(line, hit.to - 1)) &&
      (means(hit, 'verb', 'raise') || means(hit, 'verb', 'cut')),
  );
}

/** Words for "to" before the rate that is reached. */
const TO: ReadonlySet<string> = new Set(
  'al a auf bis ao para naar do до na ke menjadi xuong con till til'.split(' '),
);
/** Little words that stand right behind the rate a change begins at. */
const LEFT_BEHIND: ReadonlySet<string> = new Set(['서', 'से', 'થી']);
/** Behind the rate that is reached: "150%を75%に". */
const MADE_BEHIND: ReadonlySet<string> = new Set(['に', 'へ']);
const SET_WITHIN = 3;

// "36%서 19%로", "20% से घटाकर 10%", "150%を75%に": the first of two figures by the little word behind it.
function isSetFrom(line: Line, percent: Percent, next: Percent): boolean {
  if (next.from - percent.to > SET_WITHIN) return false;
  const behind = tokenText(line, percent.to);
  if (behind === 'を') return MADE_BEHIND.has(tokenText(line, next.to));
  return LEFT_BEHIND.has(behind);
}

/** "25%から15%", "25%에서 15%": the word for "from" stands behind the old rate. */
const FROM_BEHIND: ReadonlySet<string> = new Set(['から', '에서']);
/** "12%から35%となる", "12%から35%の範囲", "12%에서 35% 사이": from one end to the other. */
const SPANNING = /^(?:とな|の範|の間|まで|사이|까지|범위|[다이]\.?$)/;
/** Turkish writes it onto the figure: "yüzde 10'dan yüzde 25'e". */
const FROM_ENDINGS: ReadonlySet<string> = new Set(['dan', 'den', 'tan', 'ten']);

/** True where nothing but an arrow stands between two figures: "25% -> 15%". */
export function isArrow(line: Line, from: number, to: number): boolean {
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
  'ze',
  'con',
  'с',
  'από',
  'du',
  'dari',
  'del',
  'van',
  'fran',
  'fra',
  'tu',
  '由',
  '从',
  '從',
  '自',
]);

// "to 50% ... from 25%": the new rate stands before the old one.
function hasReached(line: Line, percent: Percent): boolean {
  return [...hitsOf(line, 'percent'), ...hitsOf(line, 'zerorate')].some(
    (hit) => hit.to <= percent.from,
  );
}

function tellsChange(line: Line): boolean {
  return line.hits.some(
    (hit) =>
      means(hit, 'verb', 'raise') || means(hit, 'verb', 'cut') || means(hit, 'mood', 'change'),
  );
}

/** True for "from" or "de" that only names a rate: "será de 10%", "changes tariffs: from 10% to 35% for most". */
export function namesRate(line: Line, from: Hit): boolean {
  const before = tokenText(line, from.from - 1);
  return OPENS.has(before) || (BEING.has(before) && tokenText(line, from.from) === 'de');
}

const OPENS: ReadonlySet<string> = new Set([':', '(']);
const BEING: ReadonlySet<string> = new Set(
  'sera seran serao seront saranno serian seriam es son sao sont quedara queda seria e foi est serait'.split(
    ' ',
  ),
);

// "50%에서 25%로": where little words follow, the one behind a figure belongs to it.
export function isBehindFigure(line: Line, hit: Hit): boolean {
  return CHARACTERS.has(line.lang) && hitBefore(line, hit.from)?.meanings.has('percent') === true;
}
