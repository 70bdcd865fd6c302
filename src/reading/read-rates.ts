// In: the sentences of an item and its leading step. Out: new rates, with what each rate is, and the rates they replace.
// Shares, growth, discounts and the other side's rates are not rates. No digits and no number word: no rate.
import type { Fact, RateFact, RateKind } from '../domain/reading.ts';
import { type Percent, percentsIn } from './find-percents.ts';
import type { Step } from './find-steps.ts';
import type { Hit, HitClass } from './lexicon.ts';
import { isOld, isReachedBy } from './old-rates.ts';
import {
  evidenceOf,
  hitFrom,
  hitsOf,
  type Line,
  lineHas,
  means,
  type Scene,
  tokenText,
} from './scene.ts';

export type Rates = {
  readonly rates: readonly RateFact[];
  readonly oldRates: readonly Fact<number>[];
  readonly dropped: readonly DroppedPercent[];
};

/** A percentage that was seen and not taken, with the rule that dropped it. */
export type DroppedPercent = { readonly line: Line; readonly value: number; readonly rule: string };

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
    const zero = isOthers(line) ? null : zeroRate(line, lead);
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
        (!lineHas(percent.line, 'product') || lineHas(lead.line, 'product')),
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

/** New, replaced, or the name of the rule that drops it. */
type Verdict = 'new' | 'old' | `rate:${string}`;

function judge(
  line: Line,
  percent: Percent,
  all: readonly Percent[],
  lead: Step,
  steps: readonly Step[],
  isOthers: (line: Line) => boolean,
): Verdict {
  // What a complaint alleges is no rate: an inquiry sets none.
  if (lead.action === 'investigation-opened' && isRemedy(lead)) return 'rate:alleged';
  if (isShare(line, percent, all) || isQuotaCut(line, percent)) return 'rate:share';
  if (isMovement(line, percent, all)) return 'rate:movement';
  if (lineHasAt(line, percent, 'points')) return 'rate:percentage-points';
  if (isKept(line, percent, lead)) return 'rate:continues';
  if (!hasTariffContext(line, lead)) return 'rate:no-tariff-near';
  if (isOld(line, percent, all)) return 'old';
  if (isOthers(line)) return 'rate:other-side';
  if (lead.action === 'removed' && percent.value !== 0 && !isForATime(lead.line)) return 'old';
  if (isTheirRate(line, percent, lead)) return 'rate:other-side';
  if (lead.action === 'reduced' && !isReachedBy(line, percent)) return 'old';
  if (isBackgroundRate(line, percent, lead, steps)) return 'rate:old-news';
  return 'new';
}

const PERIODS: ReadonlySet<string> = new Set('days weeks months years'.split(' '));

// "drops the 25% tariff for four months": the rate of what is only halted.
function isForATime(line: Line): boolean {
  if (line.lang !== 'en') return false;
  return (
    line.tokens.some((token, at) => PERIODS.has(token.text) && tokenText(line, at - 2) === 'for') ||
    hitsOf(line, 'until').some((hit) => /^(?:until|till|through)$/.test(tokenText(line, hit.from)))
  );
}

// "hits back at 25% US levies": the rate of the tariff that is answered.
function isTheirRate(line: Line, percent: Percent, lead: Step): boolean {
  if (!lead.action.startsWith('retaliation') || line.isTitle) return false;
  const place = line.hits.find((hit) => hit.from === percent.to && hit.meanings.has('place'));
  return (
    place !== undefined &&
    hitsOf(line, 'tariff').some((hit) => hit.from >= place.to && hit.from - place.to <= 3)
  );
}

function lineHasAt(line: Line, percent: Percent, hitClass: HitClass): boolean {
  return hitsOf(line, hitClass).some((hit) => hit.from >= percent.from && hit.from <= percent.to);
}

const REMEDIES = ['AD', 'CVD', 'safeguard'] as const;

function isRemedy({ line }: Step): boolean {
  return REMEDIES.some(
    (name) => lineHas(line, 'instrument', name) || lineHas(line, 'tariff', name),
  );
}

const VOLUMES: ReadonlySet<string> = new Set(
  'quota quotas imports import volume volumes limits'.split(' '),
);
const VOLUME_WITHIN = 10;

// "cuts tariff-free imports by 47%", "quota volumes fall by 60 percent": an amount of goods.
function isQuotaCut(line: Line, percent: Percent): boolean {
  if (tokenText(line, percent.from - 1) !== 'by') return false;
  const near = line.tokens.slice(Math.max(0, percent.from - VOLUME_WITHIN), percent.from);
  return near.some((token) => VOLUMES.has(token.text));
}

// "15 percent of imports", "accounts for 15 percent": what follows or governs the figure is a whole, not a tariff.
function isShare(line: Line, percent: Percent, all: readonly Percent[]): boolean {
  const lastOfList =
    all.find((other) => other.from >= percent.from && other.from - percent.to <= 2) ?? percent;
  const to = Math.max(percent.to, lastOfList.to);
  // "85% of imports": a tariff is never "of" something; "a duty of 25%" has it before the figure.
  if (tokenText(line, to) === 'of') return !isOfDutiableValue(line, to);
  if (sharesWithBefore(line, percent, all)) return true;
  return hitsOf(line, 'share').some((hit) => {
    // "a 50% tariff above the limit": what the figure stands before is a tariff.
    if (hit.from > to && hitFrom(line, to)?.meanings.has('tariff') === true) return false;
    if (hit.from >= to) return hit.from - to <= 1;
    // "anything above them faces 50 percent": only what stands right before the figure compares it.
    const reach = COMPARING.has(tokenText(line, hit.from)) ? 0 : 2;
    return percent.from - hit.to >= 0 && percent.from - hit.to <= reach;
  });
}

const COMPARING: ReadonlySet<string> = new Set(['above', 'below', 'beyond', 'less', 'fewer']);
// "Mexico supplies 78% of imports and Canada 15%": the second of two shares.
function sharesWithBefore(line: Line, percent: Percent, all: readonly Percent[]): boolean {
  const before = all.findLast((other) => other.to < percent.from);
  if (
    before === undefined ||
    tokenText(line, before.to) !== 'of' ||
    isOfDutiableValue(line, before.to)
  )
    return false;
  return hitsOf(line, 'place').some((hit) => hit.to === percent.from);
}

// "25% of the value for duty", "10% of the CIF value": what a tariff is reckoned on.
function isOfDutiableValue(line: Line, of: number): boolean {
  return line.tokens.slice(of + 1, of + 5).some((token) => DUTIABLE.has(token.text));
}

const DUTIABLE: ReadonlySet<string> = new Set(
  'value values cif fob customs assessable invoice price'.split(' '),
);

// "Britain stays at 25 percent": a rate that merely goes on, in a sentence that tells another one or none.
function isKept(line: Line, percent: Percent, lead: Step): boolean {
  if (!MAKING.has(lead.action)) return false;
  return hitsOf(line, 'verb').some(
    (hit) => means(hit, 'verb', 'keep') && percent.from >= hit.to && percent.from - hit.to <= 1,
  );
}

const MAKING: ReadonlySet<string> = new Set(['imposed', 'increased', 'retaliation-imposed']);

function isMovement(line: Line, percent: Percent, all: readonly Percent[]): boolean {
  // "falls by 24% and 50%": a list moves together.
  const before = all.find((other) => other.to < percent.from && percent.from - other.to <= 2);
  if (before !== undefined && tokenText(line, percent.from - 1) === 'and') {
    return isMovement(line, before, []);
  }
  return hitsOf(line, 'movement').some(
    (hit) =>
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
  if (line === lead.line || line.isTitle) return true;
  if (hitsOf(line, 'tariff').length > 0 || hitsOf(line, 'relief').length > 0) return true;
  // "Heavy trucks face 25%": a sentence that goes on about the products of the title.
  return CONTEXT.some((hitClass) => lineHas(line, hitClass)) || goesOn(line);
}

const CONTEXT: readonly HitClass[] = ['product', 'quota', 'outquota', 'uncounted', 'gainer'];

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
    hitsOf(line, hitClass).some(
      (hit) =>
        (percent.from - hit.to >= 0 && percent.from - hit.to <= reach) ||
        (hit.from - percent.to >= 0 && hit.from - percent.to <= reach),
    );
  if (near('upto', 1)) return 'ceiling';
  if (near('outquota', 8)) return 'out-of-quota';
  if (near('floorrate', 1)) return 'floor';
  if (near('total', 2)) return 'total';
  if (near('additional', 2)) return 'additional';
  return 'unstated';
}

function zeroRate(line: Line, lead: Step): RateFact | null {
  const isOwn = line.isTitle || line === lead.line;
  const isTerm = lineHas(line, 'product') && lineHas(line, 'tariff') && line.index <= 2;
  const isToldHere = isOwn || isTerm || (line.index <= 3 && !BARGAINS.has(lead.action));
  if (!isToldHere || !ZERO_ACTIONS.has(lead.action)) return null;
  const hit = hitsOf(line, 'zerorate').find((candidate) => means(candidate, 'zerorate', '0'));
  return hit === undefined
    ? null
    : { value: 0, kind: 'total', evidence: evidenceOf(line, 'rate:zero') };
}

/** Where both sides offer something, a zero further down may be the other's. */
const BARGAINS: ReadonlySet<string> = new Set(['deal-reached', 'exemption-sought']);

const ZERO_ACTIONS: ReadonlySet<string> = new Set([
  'exemption-sought',
  'exempted',
  'quota-set',
  'suspended',
  'reduced',
  'removed',
  'deal-reached',
]);
