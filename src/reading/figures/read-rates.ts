// In: the sentences of an item and its leading step. Out: new rates, with what each rate is, and the rates they replace.
// Shares, growth, discounts and the other side's rates are not rates. No digits and no number word: no rate.
import type { Fact, RateFact, RateKind } from '../../domain/reading.ts';
import type { Step } from '../steps/find-steps.ts';
import type { Hit, HitClass } from '../words/lexicon.ts';
import {
  evidenceOf,
  hitOver,
  hitsOf,
  type Line,
  lineHas,
  means,
  type Scene,
  tokenText,
} from '../words/scene.ts';
import { isEnded } from './ended-rates.ts';
import { type Percent, percentsIn } from './find-percents.ts';
import { merePercent } from './mere-percents.ts';
import { isOld, isReachedBy } from './old-rates.ts';
import { isTheirRate, type Sides } from './their-rates.ts';
import { zeroRate } from './zero-rate.ts';

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
  sides: Sides,
): Rates {
  const rates: RateFact[] = [];
  const oldRates: Fact<number>[] = [];
  const dropped: DroppedPercent[] = [];
  for (const line of scene.lines) {
    const percents = percentsIn(line, scene.lang);
    let before: { readonly percent: Percent; readonly verdict: Verdict } | null = null;
    for (const percent of percents) {
      const isAside: boolean = before !== null && standsAside(line, before.percent, percent);
      const verdict: Verdict =
        isAside && before !== null && before.verdict !== 'new'
          ? before.verdict
          : judge(line, percent, percents, lead, steps, isOthers, sides);
      before = { percent, verdict };
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

// "on top of the import duty of 15 percent (13 percent for alloyed coil)": what stands in brackets is of the same kind.
function standsAside(line: Line, before: Percent, percent: Percent): boolean {
  return percent.from - before.to <= 2 && tokenText(line, before.to) === '(';
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
  sides: Sides,
): Verdict {
  // What a complaint alleges is no rate: an inquiry sets none.
  if (lead.action === 'investigation-opened' && isRemedy(lead)) return 'rate:alleged';
  const mere = merePercent(line, percent, all);
  if (mere !== null) return mere;
  if (isKept(line, percent, lead)) return 'rate:continues';
  if (!hasTariffContext(line, lead)) return 'rate:no-tariff-near';
  if (isOld(line, percent, all, lead.action)) return 'old';
  const before = priorOf(line, percent, all);
  if (before !== null && isOld(line, before, all, lead.action)) return 'old';
  if (isEnded(line, percent, all, lead.action)) return 'old';
  if (isOthers(line)) return 'rate:other-side';
  const isTaken = lead.action === 'removed' && percent.value !== 0 && !isForATime(lead.line);
  if (isTaken && !isSecond(line, percent, all)) return 'old';
  if (isTheirRate(line, percent, lead, sides)) return 'rate:other-side';
  if (lead.action === 'reduced' && !isReachedBy(line, percent)) return 'old';
  if (isBackgroundRate(line, percent, lead, steps)) return 'rate:old-news';
  return 'new';
}

const JOINED_WITHIN = 6;
const BETWEEN = ['join', 'place', 'tariff', 'othertax'] as const;

// "above the EU's 15% and Peru's 10%", "replaces the 7% surcharge and the 1% fee": the second of two that are told of alike.
function priorOf(line: Line, percent: Percent, all: readonly Percent[]): Percent | null {
  const before = all.findLast((other) => other.to < percent.from);
  if (before === undefined || percent.from - before.to > JOINED_WITHIN || line.isTitle) return null;
  let hasJoin = false;
  for (let at = before.to; at < percent.from; at += 1) {
    const hit = hitOver(line, at);
    const isKnown = hit !== undefined && BETWEEN.some((name) => hit.meanings.has(name));
    if (!isKnown && line.tokens[at]?.kind === 'word' && !POSSESSIVE.has(tokenText(line, at)))
      return null;
    hasJoin ||= tokenText(line, at) === 'and';
  }
  const isNamed = line.hits.some(
    (hit) => hit.from >= before.to && hit.to <= percent.from && !hit.meanings.has('join'),
  );
  return hasJoin && isNamed ? before : null;
}

const POSSESSIVE: ReadonlySet<string> = new Set(["'s", '’s', 's']);

// "goes from 16% to 8% and then to zero": on its way to nothing.
function isSecond(line: Line, percent: Percent, all: readonly Percent[]): boolean {
  const before = all.findLast((other) => other.to <= percent.from);
  return before !== undefined && percent.from - before.to <= 3 && isOld(line, before, all);
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

const REMEDIES = ['AD', 'CVD', 'safeguard'] as const;

function isRemedy({ line }: Step): boolean {
  return REMEDIES.some(
    (name) => lineHas(line, 'instrument', name) || lineHas(line, 'tariff', name),
  );
}

// "Britain stays at 25 percent": a rate that merely goes on, in a sentence that tells another one or none.
function isKept(line: Line, percent: Percent, lead: Step): boolean {
  if (!MAKING.has(lead.action)) return false;
  const staysBehind =
    line !== lead.line &&
    hitsOf(line, 'except').some(
      (hit) =>
        means(hit, 'except', 'left') &&
        hit.from >= percent.to &&
        hit.from - percent.to <= STAYS_WITHIN &&
        hitsOf(line, 'tariff').some((tariff) => tariff.from >= percent.to && tariff.to <= hit.from),
    );
  return (
    staysBehind ||
    hitsOf(line, 'verb').some(
      (hit) => means(hit, 'verb', 'keep') && percent.from >= hit.to && percent.from - hit.to <= 1,
    )
  );
}

const STAYS_WITHIN = 4;
const MAKING: ReadonlySet<string> = new Set(['imposed', 'increased', 'retaliation-imposed']);

// A sentence that goes on about what the title told.
function goesOn(line: Line): boolean {
  if (line.index > 1) return false;
  return lineHas(line, 'upto') || lineHas(line, 'effective') || tellsReplacement(line);
}

// "25 instead of 15 percent will be due": nothing but the phrase stands between a new figure and an old one.
function tellsReplacement(line: Line): boolean {
  const percents = percentsIn(line, line.lang);
  return hitsOf(line, 'oldrate').some(
    (hit) =>
      percents.some(({ to }) => to === hit.from) && percents.some(({ from }) => from === hit.to),
  );
}

function hasTariffContext(line: Line, lead: Step): boolean {
  if (line === lead.line || line.isTitle) return true;
  if (hitsOf(line, 'tariff').length > 0 || hitsOf(line, 'relief').length > 0) return true;
  // "Heavy trucks face 25%": a sentence that goes on about the products of the title.
  if (CONTEXT.some((hitClass) => lineHas(line, hitClass)) || goesOn(line)) return true;
  // "Toys still bear 15%": who is refused a relief goes on to pay.
  if (lead.about === 'relief' && lineHas(line, 'except', 'left')) return true;
  return (
    line.index <= LAST_OF_TERMS &&
    (saysIt(line) || (isRemedy(lead) && lineHas(line, 'verb', 'impose')))
  );
}

const LAST_OF_TERMS = 3;
const PRONOUN_WITHIN = 6;

// "In July that climbs to 25 percent", "Op 1 juni loopt dat op naar 25 procent": the tariff is only called "it".
function saysIt(line: Line): boolean {
  const pronouns = PRONOUNS[line.lang];
  if (pronouns === undefined || lineHas(line, 'share') || lineHas(line, 'goods')) return false;
  const at = line.tokens.findIndex((token) => pronouns.has(token.text));
  return at >= 0 && at < PRONOUN_WITHIN;
}

const PRONOUNS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(['it', 'that', 'this', 'they', 'these', 'those']),
  de: new Set(['das', 'dies', 'diese', 'dieser', 'es', 'sie']),
  nl: new Set(['dat', 'dit', 'die', 'deze', 'het', 'ze']),
  fr: new Set(['ce', 'cela', 'celui', 'ceux', 'ils', 'il', 'elle', 'elles', 'ces']),
  es: new Set(['eso', 'esto', 'este', 'esta', 'estos', 'será', 'sera', 'serán', 'seran']),
  it: new Set(['questo', 'questi', 'essi', 'sarà', 'sara', 'saranno', 'salirà', 'salira']),
  pt: new Set(['isso', 'esse', 'essa', 'ela', 'ele', 'será', 'sera', 'serão', 'serao']),
};

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
