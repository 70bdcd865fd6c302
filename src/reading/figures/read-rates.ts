// In: the sentences of an item and its leading step. Out: new rates, with what each rate is, and the rates they replace.
// Shares, growth, discounts and the other side's rates are not rates. No digits and no number word: no rate.
import type { Fact, RateFact, RateKind } from '../../domain/reading.ts';
import type { Step } from '../steps/find-steps.ts';
import type { HitClass } from '../words/lexicon.ts';
import {
  evidenceOf,
  hitsOf,
  type Line,
  lineHas,
  means,
  type Scene,
  tokenText,
} from '../words/scene.ts';
import { type Percent, percentsIn } from './find-percents.ts';
import { movesAsBefore } from './moves-alike.ts';
import { roleOfPercent } from './percent-roles.ts';
import type { RateAt, Sides } from './rate-at.ts';
import { withWholeRanges } from './rate-ranges.ts';
import { rateRows } from './rate-rows.ts';
import { type Named, sharedRole, type Told } from './shared-roles.ts';
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
  const { publishedOn } = scene;
  const rows = rateRows(scene, lead, isOthers);
  for (const line of scene.lines) {
    const all = percentsIn(line, scene.lang);
    const named: Told[] = [];
    const told = rates.map(({ value }) => value);
    for (const percent of all) {
      const at: RateAt = {
        line,
        percent,
        all,
        told,
        lead,
        steps,
        isOthers,
        sides,
        rows,
        publishedOn,
      };
      const own = roleOfPercent(at);
      const { role, name } = movesAlike(line, named, percent, all, own)
        ? MOVED
        : sharedRole(line, named.at(-1) ?? null, percent, own);
      named.push({ percent, role, name });
    }
    for (const { percent, role, name } of withWholeRanges(line, named)) {
      const isAgain = name === 'rate:new' && isOldAgain(percent, all, lead, told, oldRates);
      if (role === 'new' && !isAgain) addRate(rates, line, percent);
      // "The US said that the tariff on Chinese goods was raised from 10%" where China acts: what the other side had.
      else if (role === 'old' && !isOthers(line)) {
        oldRates.push({ value: percent.value, evidence: evidenceOf(line, name) });
      } else dropped.push({ line, value: percent.value, rule: name });
    }
    const zero = isOthers(line) ? null : zeroRate(line, lead, sides.imposers);
    if (zero !== null && !rates.some((rate) => rate.value === 0)) rates.push(zero);
  }
  if (rates.length === 0) rates.push(...retold(scene, lead, dropped));
  const old = new Set(oldRates.map((fact) => fact.value));
  // "25% ... from 10% to 25%": a rate named once as new stays new; one named only as old stays old.
  const isOldOnly = (value: number): boolean => old.has(value) && !isNewSomewhere(rates, value);
  return { rates: rates.filter((rate) => !isOldOnly(rate.value)), oldRates, dropped };
}

// "The rise from 10% to 25%" / "Shipments in transit from Friday on pay 25%, those before it 10%": beside the new rate once more the
// one that it replaces.
function isOldAgain(
  percent: Percent,
  all: readonly Percent[],
  { action }: Step,
  told: readonly number[],
  oldRates: readonly Fact<number>[],
): boolean {
  return (
    (action === 'increased' || action === 'reduced') &&
    !told.includes(percent.value) &&
    oldRates.some(({ value, evidence }) => value === percent.value && evidence.rule === REPLACED) &&
    all.some(({ value }) => told.includes(value))
  );
}

const REPLACED = 'rate:replaced';
const MOVED: Named = { role: 'old', name: 'rate:moved' };

function movesAlike(
  line: Line,
  named: readonly Told[],
  percent: Percent,
  all: readonly Percent[],
  { role }: Named,
): boolean {
  if (role !== 'new') return false;
  const next = all.find((other) => other.from >= percent.to);
  return movesAsBefore(line, named, percent, next);
}

// A lede that only retells the step of the title ("after the president said steel will face 50%") still has its rate.
function retold(scene: Scene, lead: Step, dropped: readonly DroppedPercent[]): readonly RateFact[] {
  if (lead.action === 'reduced' || lead.action === 'removed') return [];
  if (!lead.line.isTitle) return reeledFrom(lead, dropped);
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

// "Farmers reel after Peru's 75.8% duty" / "The deposit kicks in on Thursday": the title names the rate of what the text tells.
function reeledFrom(lead: Step, dropped: readonly DroppedPercent[]): readonly RateFact[] {
  if (lead.line.index > 1 || lead.line.lang !== 'en' || lead.about !== 'tariff') return [];
  return dropped
    .filter(({ rule, line }) => rule === 'rate:old-news' && line.isTitle)
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

function kindOf(line: Line, percent: Percent): RateKind {
  const near = (hitClass: HitClass, reach: number): boolean =>
    hitsOf(line, hitClass).some(
      (hit) =>
        (percent.from - hit.to >= 0 && percent.from - hit.to <= reach) ||
        (hit.from - percent.to >= 0 && hit.from - percent.to <= reach),
    );
  if (near('upto', 1) && !isNoCeiling(line, percent)) return 'ceiling';
  if (near('outquota', 8)) return 'out-of-quota';
  if (near('floorrate', 1)) return 'floor';
  if (near('total', 2)) return 'total';
  if (near('additional', 2) || isMeasureOfAdditional(line, percent)) return 'additional';
  if (isOfAdditionalDuty(line, percent)) return 'additional';
  return 'unstated';
}

/** Words for "up to" that as well say to what a rate is changed. */
const UP_TO_OR_TO: ReadonlySet<string> = new Set(
  'до do tot hasta ate hingga sampai az toi'.split(' '),
);
const CHANGED_WITHIN = 8;

// "повысила пошлину до 20%", "verhoogt het tarief tot 20%", "с 12% до 20%": a rate that is reached, no ceiling.
function isNoCeiling(line: Line, { from }: Percent): boolean {
  if (!UP_TO_OR_TO.has(tokenText(line, from - 1))) return false;
  const before = line.tokens.slice(Math.max(0, from - CHANGED_WITHIN), from - 1);
  return (
    before.some(({ text }) => text === 'с') ||
    hitsOf(line, 'verb').some(
      (hit) =>
        hit.to < from &&
        from - hit.to <= CHANGED_WITHIN &&
        (means(hit, 'verb', 'raise') || means(hit, 'verb', 'cut')),
    )
  );
}

/** What may stand between "additional" and the figure beside the duty itself, in the languages that say it so. */
const MEASURING: ReadonlySet<string> = new Set(
  'ad valorem rate rates of at a the in equal to customs import de du del di von hohe'.split(' '),
);

/** "Additional duty" is one term of the word list. */
const ADDITIONAL_BY_NAME: ReadonlySet<string> = new Set(['additional']);

// "An additional ad valorem rate of duty of 25 percent", "a 25 percent ad valorem additional duty": nothing but the duty and
// its measure stands between.
function isMeasureOfAdditional(line: Line, percent: Percent): boolean {
  const duties = hitsOf(line, 'tariff');
  const isMeasure = (at: number): boolean =>
    MEASURING.has(tokenText(line, at)) || duties.some(({ from, to }) => from <= at && at < to);
  const isOnlyMeasure = (from: number, to: number): boolean => {
    if (from > to) return false;
    for (let at = from; at < to; at += 1) if (!isMeasure(at)) return false;
    return true;
  };
  const named = duties.filter(({ from }) => ADDITIONAL_BY_NAME.has(tokenText(line, from)));
  return [...hitsOf(line, 'additional'), ...named].some(
    (hit) => isOnlyMeasure(hit.to, percent.from) || isOnlyMeasure(percent.to, hit.from),
  );
}

// "The additional rate of duty on copper is increased from 50 to 75 percent ad valorem": the law names the duty first.
function isOfAdditionalDuty(line: Line, percent: Percent): boolean {
  if (tokenText(line, percent.to) !== 'ad' || tokenText(line, percent.to + 1) !== 'valorem')
    return false;
  const duties = hitsOf(line, 'tariff');
  const additional = hitsOf(line, 'additional');
  return (
    duties.length > 0 && duties.every(({ from }) => additional.some((word) => word.to === from))
  );
}
