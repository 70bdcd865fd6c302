// The parts that drafts of a step are made of: what is missing, the measure as far as it was read, the lanes it touches.
// In: official facts and the ledger. Out: plain values. Which step needs which part is told in `draft-step.ts`.
import { type Day, dayOf, daysBetween, type Instant } from '../domain/day.ts';
import type { JurisdictionCode } from '../domain/jurisdiction.ts';
import { type Measure, UNKNOWN_INSTRUMENT } from '../domain/measure.ts';
import { type RateBasis, toBasisPoints } from '../domain/rate.ts';
import type { RateKind } from '../domain/reading.ts';
import type { Story, StoryRate } from '../domain/story.ts';
import { scopeOfGroup } from '../reference/find-product.ts';
import { type Ledger, type Version, versionOf } from './create-ledger.ts';
import { chargingMeasures, exemptionsOn, instrumentName } from './find-measures.ts';
import { type CountryOf, type OfficialFacts, rankOf } from './official-facts.ts';

export type StepRequest = {
  readonly story: Pick<Story, 'id'>;
  readonly official: OfficialFacts;
  readonly ledger: Ledger;
  readonly now: Instant;
  readonly countryOf: CountryOf;
};

export type Draft =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'measures'; readonly measures: readonly Measure[]; readonly note: string }
  | {
      readonly kind: 'review';
      readonly proposal: Measure;
      readonly missing: readonly string[];
      readonly reason: string;
    };

/** The longest that the seeded acts reach back is 40 days (cars of Japan, September 2025). */
const MOST_BACKDATED_DAYS = 60;

/** More lanes than this in one step are a table that has to be read line by line by a person. */
const MAX_LANES = 60;

export type Lane = { readonly target: JurisdictionCode; readonly scope: string };

// --- what is missing ---------------------------------------------------------------------------------------------

export function missingLane({ official }: StepRequest): string[] {
  const { imposers, targets, products } = official.facts;
  const missing: string[] = [];
  if (imposers.length === 0) missing.push('imposer');
  if (imposers.length > 1) missing.push(`which imposer (${imposers.join(' or ')})`);
  if (targets.length === 0) missing.push('target');
  if (products.length === 0) missing.push('product');
  const strangers = products.filter((product) => scopeOfGroup(product) === null);
  if (strangers.length > 0) missing.push(`product scope of ${strangers.join(', ')}`);
  if (targets.length * products.length > MAX_LANES) missing.push('a table of countries and goods');
  return missing;
}

export function missingRate(rates: readonly StoryRate[]): readonly string[] {
  const values = new Set(rates.map(({ pct }) => pct));
  if (values.size === 0) return ['rate'];
  if (values.size > 1) return [`which rate (${[...values].map((pct) => `${pct}%`).join(' or ')})`];
  const kinds = new Set(rates.map(({ kind }) => kind));
  if (kinds.has('ceiling')) return ['rate: only a ceiling is stated'];
  return basisOf(rates[0]) === null || kinds.size > 1 ? ['rate basis'] : [];
}

/**
 * An act may reach back in time, but not far: a first day long before the publication is mostly that of an older act which
 * the text names.
 */
export function missingDay(request: StepRequest): readonly string[] {
  const { effectiveOn } = request.official.facts;
  if (effectiveOn === null) return ['effective date'];
  const published = announcedOn(request);
  if (daysBetween(effectiveOn, published) <= MOST_BACKDATED_DAYS) return [];
  return [`effective date: ${effectiveOn} lies long before the publication on ${published}`];
}

/** Trade remedies are written for narrower goods and single producers than a reading can tell. */
export function missingInstrument({ official }: StepRequest): readonly string[] {
  const { instrument } = official.facts;
  if (instrument === null) return ['instrument'];
  return instrument === 'AD' || instrument === 'CVD'
    ? ['exact goods and producers of the trade remedy']
    : [];
}

/** A statement is official and no law: the imposer's own may announce, anyone else's may only be looked at. */
export function missingLaw({ official, countryOf }: StepRequest): string[] {
  const conflicts = official.conflicts.map((text) => `conflict about ${text}`);
  if (rankOf(official.rung) >= rankOf('instrument')) return conflicts;
  const isOwn = official.facts.imposers.includes(countryOf(official.source.feedId) ?? '');
  return isOwn ? conflicts : [...conflicts, 'instrument or gazette text'];
}

// --- building ----------------------------------------------------------------------------------------------------

export function review(request: StepRequest, proposal: Measure, missing: readonly string[]): Draft {
  const { official } = request;
  const quote = official.source.quote === '' ? '' : ` It says: "${official.source.quote}"`;
  return {
    kind: 'review',
    proposal,
    missing,
    reason: `${official.source.publisher} (${official.rung}) leaves open: ${missing.join('; ')}.${quote}`,
  };
}

export function recorded(request: StepRequest, measures: readonly Measure[]): Draft {
  if (measures.length === 0) return { kind: 'nothing' };
  const { source, rung } = request.official;
  return { kind: 'measures', measures, note: `${source.publisher} (${rung}): ${source.title}` };
}

/** The measure as far as it was read; what could not be read is empty or null and named in `missing`. */
export function partialMeasure(request: StepRequest): Measure {
  const { facts } = request.official;
  const rate = new Set(facts.rates.map(({ pct }) => pct)).size === 1 ? facts.rates[0] : undefined;
  const isQuota = facts.action === 'quota-set' || rate?.kind === 'out-of-quota';
  return {
    id: `feed-${request.story.id.toLowerCase()}`,
    imposer: facts.imposers[0] ?? '',
    target: facts.targets[0] ?? '',
    productScope: scopesOf(facts.products)[0] ?? facts.products[0] ?? '',
    productDetail: facts.products.join(', '),
    instrument: facts.instrument === null ? UNKNOWN_INSTRUMENT : instrumentName(facts.instrument),
    kind: isQuota ? 'trq' : 'tariff',
    rate: rate === undefined ? null : toBasisPoints(rate.pct),
    rateBasis: rate === undefined ? null : isQuota ? 'out-of-quota' : basisOf(rate),
    quantityTonnes: facts.quotaTonnes.length === 1 ? (facts.quotaTonnes[0] ?? null) : null,
    stage: 'in-force',
    announcedOn: announcedOn(request),
    effectiveFrom: facts.effectiveOn,
    effectiveTo: facts.endsOn,
    supersededBy: null,
    legalRef:
      rankOf(request.official.rung) >= rankOf('instrument') ? request.official.source.title : '',
    ...provenance(request),
    confidence: 'official-text-seen',
    note: rate?.quote ?? request.official.source.quote,
    audit: 'unchecked',
  };
}

export function provenance({ official }: StepRequest): Pick<Measure, 'sourceName' | 'sourceUrl'> {
  return { sourceName: official.source.publisher, sourceUrl: official.source.link ?? '' };
}

/** Ids are made of story and lane, so that a later reading of the same story corrects its own entries. */
export function onLane(
  { story }: StepRequest,
  base: Measure,
  lane: Lane,
  changes: Partial<Measure>,
): Measure {
  const id = ['feed', story.id, base.imposer, lane.target, lane.scope.replace(':', '-')];
  return {
    ...base,
    ...changes,
    id: id.join('-').toLowerCase(),
    target: lane.target,
    productScope: lane.scope,
  };
}

export function lanesOf({ official }: StepRequest): readonly Lane[] {
  const { targets, products } = official.facts;
  return targets.flatMap((target) => scopesOf(products).map((scope) => ({ target, scope })));
}

export function scopesOf(products: readonly string[]): readonly string[] {
  return products.flatMap((product) => scopeOfGroup(product) ?? []);
}

export function chargingOn(
  { ledger, official }: StepRequest,
  lane: Lane,
  on: Day,
): readonly Version[] {
  const { imposers, instrument } = official.facts;
  return chargingMeasures(ledger, { imposer: imposers[0] ?? '', ...lane, instrument, on });
}

export function says(known: Measure, read: Measure): boolean {
  return known.rate === read.rate && known.effectiveFrom === read.effectiveFrom;
}

/**
 * What an official text adds to a row that says the same already: no second row, but the mark of a second reading. Only a text
 * of the law confirms, only a row that nobody has checked or that was checked before the text was there, and once.
 */
export function confirmed(request: StepRequest, known: Measure, read: Measure): readonly Measure[] {
  const { official, ledger, now } = request;
  const on = announcedOn(request);
  const isLaw = rankOf(official.rung) >= rankOf('instrument');
  const isChecked = known.audit === 'confirmed' || known.audit === 'corrected';
  const isNews = !isChecked || on > ledger.lastVerified;
  if (!isLaw || !isNews || known.rateBasis !== read.rateBasis) return [];
  // A ledger that is filled from the past does not yet know what became of the row.
  const then = versionOf(ledger, known.id, dayOf(now))?.measure ?? known;
  if (then.confirmedBy !== undefined) return [];
  const source = `${official.source.publisher} (${official.rung})`;
  return [{ ...then, audit: 'confirmed', confirmedBy: { source, on } }];
}

/** The exemption of a lane, or the mark on the one that stands there already. */
export function spared(
  request: StepRequest,
  base: Measure,
  lane: Lane,
  days: Pick<Measure, 'effectiveFrom' | 'effectiveTo'>,
): readonly Measure[] {
  const { imposers, instrument } = request.official.facts;
  const clue = { imposer: imposers[0] ?? '', ...lane, instrument, on: days.effectiveFrom ?? '' };
  const read = onLane(request, base, lane, {
    kind: 'exemption',
    rate: 0,
    rateBasis: 'additional',
    ...days,
  });
  const same = exemptionsOn(request.ledger, clue).find(
    ({ measure }) => measure.id !== read.id && measure.effectiveFrom === days.effectiveFrom,
  );
  return same === undefined ? [read] : confirmed(request, same.measure, read);
}

export function announcedOn({ official }: StepRequest): Day {
  return dayOf(official.source.publishedAt ?? official.source.seenAt);
}

function basisOf(rate: StoryRate | undefined): RateBasis | null {
  return rate === undefined ? null : (BASES[rate.kind] ?? null);
}

/** Readings may leave the basis open or state a ceiling only; neither is a basis. */
const BASES: Partial<Record<RateKind, RateBasis>> = {
  additional: 'additional',
  total: 'total',
  floor: 'floor',
  'out-of-quota': 'out-of-quota',
};
