// In: the sentences of an item and its leading step. Out: new rates, with what each rate is, and the rates they replace.
// Shares, growth, discounts and the other side's rates are not rates. No digits and no number word: no rate.
import type { Fact, RateFact, RateKind } from '../domain/reading.ts';
import type { Step } from './find-steps.ts';
import type { Hit, HitClass } from './lexicon.ts';
import { evidenceOf, isParted, type Line, lineHas, means, type Scene, tokenText } from './scene.ts';

export type Rates = {
  readonly rates: readonly RateFact[];
  readonly oldRates: readonly Fact<number>[];
  readonly dropped: readonly DroppedPercent[];
};

/** A percentage that was seen and not taken, with the rule that dropped it. */
export type DroppedPercent = { readonly line: Line; readonly value: number; readonly rule: string };

/** A printed percentage: tokens `from` to before `to`. */
export type Percent = { readonly value: number; readonly from: number; readonly to: number };

const HIGHEST_RATE = 5_000;
const MOST_IN_A_LIST = 6;

/** Lines whose rates may belong to the leading step: `isOthers` says that a line speaks of another imposer. */
export function readRates(
  scene: Scene,
  lead: Step,
  steps: readonly Step[],
  isOthers: (line: Line) => boolean,
): Rates {
  const rates: RateFact[] = [];
  const oldRates: Fact<number>[] = [];
  const dropped: DroppedPercent[] = [];
  for (const line of scene.lines) {
    const percents = percentsIn(line, scene.lang);
    for (const percent of percents) {
      const verdict = judge(line, percent, percents, lead, steps, isOthers);
      if (verdict === 'new') addRate(rates, line, percent);
      else if (verdict === 'old') {
        oldRates.push({ value: percent.value, evidence: evidenceOf(line, 'rate:replaced') });
      } else dropped.push({ line, value: percent.value, rule: verdict });
    }
    const zero = zeroRate(line, lead);
    if (zero !== null && !rates.some((rate) => rate.value === 0)) rates.push(zero);
  }
  if (rates.length === 0) rates.push(...retold(scene, lead, dropped));
  const old = new Set(oldRates.map((fact) => fact.value));
  // "25% ... from 10% to 25%": a rate named once as new stays new; one named only as old stays old.
  const isOldOnly = (value: number): boolean => old.has(value) && !isNewSomewhere(rates, value);
  return { rates: rates.filter((rate) => !isOldOnly(rate.value)), oldRates, dropped };
}

// A lede that only retells the step of the title ("after the president said steel will face 50%") still has its rate.
function retold(scene: Scene, lead: Step, dropped: readonly DroppedPercent[]): readonly RateFact[] {
  if (!lead.line.isTitle || lead.action === 'reduced' || lead.action === 'removed') return [];
  return dropped
    .filter(
      (percent) =>
        percent.rule === 'rate:old-news' &&
        percent.line.index === (scene.title?.index ?? 0) + 1 &&
        lineHas(percent.line, 'product') === lineHas(lead.line, 'product'),
    )
    .map(({ line, value }) => ({
      value,
      kind: 'unstated',
      evidence: evidenceOf(line, 'rate:retold'),
    }));
}

function isNewSomewhere(rates: readonly RateFact[], value: number): boolean {
  return rates.some((rate) => rate.value === value);
}

function addRate(rates: RateFact[], line: Line, percent: Percent): void {
  if (rates.some((rate) => rate.value === percent.value)) return;
  const kind = kindOf(line, percent);
  rates.push({ value: percent.value, kind, evidence: evidenceOf(line, `rate:${kind}`) });
}

/** All percentages of a sentence: "25 %", "%25", "10 to 50 percent", "5, 10 and 20%", "twelve per cent". */
export function percentsIn(line: Line, lang: string): readonly Percent[] {
  const found: Percent[] = [];
  if (!line.classes.has('percent')) return found;
  for (const hit of line.hits) {
    if (!hit.meanings.has('percent')) continue;
    const before = numberEndingAt(line, hit.from, lang);
    if (before !== null) {
      found.push(...listBefore(line, before, lang, found), { ...before, to: hit.to });
      continue;
    }
    // Turkish writes the sign first, and "yüzde 25".
    const after = numberStartingAt(line, hit.to, lang);
    if (after !== null && tokenText(line, hit.from - 1) !== ')')
      found.push({ ...after, from: hit.from });
  }
  return found.filter((percent) => percent.value <= HIGHEST_RATE).sort((a, b) => a.from - b.from);
}

function numberEndingAt(line: Line, end: number, lang: string): Percent | null {
  const token = line.tokens[end - 1];
  if (token?.kind === 'number') {
    const value = toNumber(token.text, lang);
    return value === null ? null : { value, from: end - 1, to: end };
  }
  const word = line.hits.find((hit) => hit.to === end && hit.meanings.has('number'));
  const value = word?.meanings.get('number')?.[0];
  if (word === undefined || value === undefined) return null;
  return { value: Number(value), from: word.from, to: word.to };
}

function numberStartingAt(line: Line, start: number, lang: string): Percent | null {
  const token = line.tokens[start];
  if (token?.kind !== 'number') return null;
  const value = toNumber(token.text, lang);
  return value === null ? null : { value, from: start, to: start + 1 };
}

const LIST_WORDS: ReadonlySet<string> = new Set(
  '- to and or , a y o e et ou bis und i do ile と から ~ 至 到 和 및 dan den hingga sampai y/o till'.split(
    ' ',
  ),
);

// "10, 20 and 25 percent": bare numbers before a percentage belong to it when only list words stand between.
function listBefore(
  line: Line,
  last: Percent,
  lang: string,
  known: readonly Percent[],
): readonly Percent[] {
  const found: Percent[] = [];
  let at = last.from;
  while (found.length < MOST_IN_A_LIST) {
    const joiner = tokenText(line, at - 1);
    const number = line.tokens[at - 2];
    if (!LIST_WORDS.has(joiner) || number?.kind !== 'number') break;
    if (CURRENCY.has(tokenText(line, at - 3)) || known.some((percent) => percent.to > at - 2))
      break;
    const value = toNumber(number.text, lang);
    if (value === null || value > 1_000 || isYearOrDay(line, at - 2, value)) break;
    found.unshift({ value, from: at - 2, to: at - 1 });
    at -= 2;
  }
  return found;
}

const CURRENCY: ReadonlySet<string> = new Set(['$', '€', '£', '¥']);

function isYearOrDay(line: Line, at: number, value: number): boolean {
  if (value >= 1_900 && value <= 2_100) return true;
  return line.hits.some(
    (hit) => hit.meanings.has('month') && (hit.to === at || hit.from === at + 1),
  );
}

/** "1,463" and "1.463" are thousands, "5,53" and "5.53" are not. Null for what is no number. */
export function toNumber(text: string, lang: string): number | null {
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)) return Number(text.replaceAll(',', ''));
  if (lang !== 'en' && /^\d{1,3}(?:\.\d{3})+$/.test(text)) return Number(text.replaceAll('.', ''));
  if (/^\d+(?:[.,]\d+)?$/.test(text)) return Number(text.replace(',', '.'));
  return null;
}

type Verdict = 'new' | 'old' | string;

function judge(
  line: Line,
  percent: Percent,
  all: readonly Percent[],
  lead: Step,
  steps: readonly Step[],
  isOthers: (line: Line) => boolean,
): Verdict {
  if (isShare(line, percent, all)) return 'rate:share';
  if (isMovement(line, percent)) return 'rate:movement';
  if (lineHasAt(line, percent, 'points')) return 'rate:percentage-points';
  if (!hasTariffContext(line, lead)) return 'rate:no-tariff-near';
  if (isOld(line, percent, all)) return 'old';
  if (isOthers(line)) return 'rate:other-side';
  if (lead.action === 'removed') return 'old';
  if (lead.action === 'reduced' && !isReachedBy(line, percent)) return 'old';
  if (isBackgroundRate(line, percent, lead, steps)) return 'rate:old-news';
  return 'new';
}

function lineHasAt(line: Line, percent: Percent, hitClass: HitClass): boolean {
  return line.hits.some(
    (hit) => hit.from >= percent.from && hit.from <= percent.to && hit.meanings.has(hitClass),
  );
}

// "15 percent of imports", "accounts for 15 percent": what follows or governs the figure is a whole, not a tariff.
function isShare(line: Line, percent: Percent, all: readonly Percent[]): boolean {
  const lastOfList =
    all.find((other) => other.from >= percent.from && other.from - percent.to <= 2) ?? percent;
  const to = Math.max(percent.to, lastOfList.to);
  // "85% of imports": a tariff is never "of" something; "a duty of 25%" has it before the figure.
  if (tokenText(line, to) === 'of') return true;
  return line.hits.some((hit) => {
    if (!hit.meanings.has('share')) return false;
    if (hit.from >= to) return hit.from - to <= 1;
    return percent.from - hit.to >= 0 && percent.from - hit.to <= 2;
  });
}

function isMovement(line: Line, percent: Percent): boolean {
  return line.hits.some(
    (hit) =>
      means(hit, 'movement') &&
      percent.from - hit.to >= 0 &&
      percent.from - hit.to <= 1 &&
      tokenText(line, percent.from - 1) !== 'to' &&
      !(tokenText(line, hit.from) === 'up' && tokenText(line, hit.to) === 'to'),
  );
}

// A sentence that goes on about what the title told.
function goesOn(line: Line): boolean {
  return line.index <= 1 && (lineHas(line, 'upto') || lineHas(line, 'effective'));
}

function hasTariffContext(line: Line, lead: Step): boolean {
  if (line === lead.line) return true;
  if (line.hits.some((hit) => hit.meanings.has('tariff') || hit.meanings.has('relief')))
    return true;
  // "Heavy trucks face 25%": a sentence that goes on about the products of the title.
  return CONTEXT.some((hitClass) => lineHas(line, hitClass)) || goesOn(line);
}

const CONTEXT: readonly HitClass[] = ['product', 'quota', 'outquota', 'uncounted', 'gainer'];

const OLD_REACH = 4;

function isOld(line: Line, percent: Percent, all: readonly Percent[]): boolean {
  if (isFromOfFromTo(line, percent, all)) return true;
  return line.hits.some((hit) => {
    if (!hit.meanings.has('oldrate')) return false;
    const gap = percent.from - hit.to;
    const reach = hit.to - hit.from > 1 ? OLD_REACH + 2 : OLD_REACH;
    if (gap < 0 || gap > reach || isParted(line, hit.to, percent.from)) return false;
    if (hit.to - hit.from === 1 && STANDS_FOR_RANGE.has(tokenText(line, hit.from))) return false;
    // "from the 25 percent" next to "to": told above. Nothing but small words may stand between.
    return !line.hits.some(
      (other) =>
        other.from >= hit.to &&
        other.to <= percent.from &&
        (other.meanings.has('percent') || means(other, 'prep', 'object')),
    );
  });
}

const STANDS_FOR_RANGE: ReadonlySet<string> = new Set([
  'from',
  'was',
  'were',
  'de',
  'von',
  'proposed',
  'original',
]);

// "raised from 10% to 25%" replaces; "duties from 10% to 25%" is a range.
function isFromOfFromTo(line: Line, percent: Percent, all: readonly Percent[]): boolean {
  const next = all.find((other) => other.from >= percent.to);
  if (next !== undefined && FROM_BEHIND.has(wordBehind(line, percent.to))) return true;
  const fromHit = line.hits.find(
    (hit) =>
      means(hit, 'oldrate') &&
      percent.from - hit.to >= 0 &&
      percent.from - hit.to <= 3 &&
      !line.hits.some(
        (other) => other.from >= hit.to && other.to <= percent.from && other.meanings.has('place'),
      ) &&
      !line.tokens.slice(hit.to, percent.from).some((token) => token.kind === 'number') &&
      RANGE_STARTS.has(tokenText(line, hit.from)),
  );
  if (fromHit === undefined) return false;
  const leadsToNew = next !== undefined && next.from - percent.to <= 3;
  const isChange = line.hits.some(
    (hit) =>
      means(hit, 'verb', 'raise') || means(hit, 'verb', 'cut') || means(hit, 'mood', 'change'),
  );
  if (leadsToNew) return isChange;
  return isChange && tokenText(line, fromHit.from) !== 'of' && hasReached(line, percent);
}

/** "25%から15%", "25%에서 15%": the word for "from" stands behind the old rate. */
const FROM_BEHIND: ReadonlySet<string> = new Set(['から', '에서']);

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
]);

// "to 50% ... from 25%": the new rate stands before the old one.
function hasReached(line: Line, percent: Percent): boolean {
  return line.hits.some((hit) => hit.meanings.has('percent') && hit.to <= percent.from);
}

// After a cut the rates that were proposed, threatened or named as a maximum before it are old ones.
function isReachedBy(line: Line, percent: Percent): boolean {
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

function isBackgroundRate(
  line: Line,
  percent: Percent,
  lead: Step,
  steps: readonly Step[],
): boolean {
  const inLine = steps.filter((step) => step.line === line);
  if (line === lead.line || inLine.length === 0) return false;
  if (
    lead.action.startsWith('exemption') ||
    lead.action === 'delayed' ||
    lead.action === 'exempted'
  )
    return false;
  const nearest = inLine.reduce((a, b) =>
    gapTo(a.verb, percent) <= gapTo(b.verb, percent) ? a : b,
  );
  return nearest.isBackground;
}

function gapTo(hit: Hit, percent: Percent): number {
  return Math.min(Math.abs(hit.from - percent.from), Math.abs(percent.from - hit.to));
}

function kindOf(line: Line, percent: Percent): RateKind {
  const near = (hitClass: HitClass, reach: number): boolean =>
    line.hits.some(
      (hit) =>
        hit.meanings.has(hitClass) &&
        ((percent.from - hit.to >= 0 && percent.from - hit.to <= reach) ||
          (hit.from - percent.to >= 0 && hit.from - percent.to <= reach)),
    );
  if (near('upto', 1)) return 'ceiling';
  if (near('outquota', 8)) return 'out-of-quota';
  if (near('floorrate', 1)) return 'floor';
  if (near('total', 2)) return 'total';
  if (near('additional', 2)) return 'additional';
  return 'unstated';
}

function zeroRate(line: Line, lead: Step): RateFact | null {
  const isToldHere = line.isTitle || line === lead.line || line.index <= 3;
  if (!isToldHere || !ZERO_ACTIONS.has(lead.action)) return null;
  const hit = line.hits.find((candidate) => means(candidate, 'zerorate', '0'));
  return hit === undefined
    ? null
    : { value: 0, kind: 'total', evidence: evidenceOf(line, 'rate:zero') };
}

const ZERO_ACTIONS: ReadonlySet<string> = new Set([
  'exemption-sought',
  'exempted',
  'quota-set',
  'suspended',
  'reduced',
  'removed',
  'deal-reached',
]);
