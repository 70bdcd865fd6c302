// A curator's decision on a review, as entries. In: the review, what was decided, by whom and why, and edits as typed.
// Out: the decision and the entries that follow. It never writes; the store takes both together or neither.
import { type Day, type Instant, isDay } from '../domain/day.ts';
import { UserError } from '../domain/error.ts';
import type { LedgerEntry, Measure } from '../domain/measure.ts';
import { toBasisPoints } from '../domain/rate.ts';
import type { Review, ReviewDecision } from '../domain/review.ts';
import { faultOf, MEASURE_KINDS, RATE_BASES } from '../reference/parse-measures.ts';
import type { Ledger } from './create-ledger.ts';
import { endMeasure } from './end-measure.ts';
import { chargingMeasures } from './find-measures.ts';
import { entryOf } from './propose-entries.ts';
import { jurisdictionFrom, productFrom } from './resolve-status-query.ts';

/** Fields of the form, as typed. A field that is absent stays as it was read; an empty one is cleared where it may be. */
export type ReviewEdits = {
  readonly imposer?: string;
  readonly target?: string;
  readonly product?: string;
  readonly instrument?: string;
  readonly kind?: string;
  readonly rate?: string;
  readonly basis?: string;
  readonly from?: string;
  readonly to?: string;
  readonly law?: string;
};

export type DecisionRequest = {
  readonly review: Review;
  readonly kind: ReviewDecision['kind'];
  readonly edits?: ReviewEdits;
  readonly by: string;
  readonly why: string;
  readonly at: Instant;
  readonly ledger: Ledger;
  readonly newEntryId: () => string;
};

export type DecidedReview = {
  readonly decision: ReviewDecision;
  readonly entries: readonly LedgerEntry[];
};

/**
 * Throws UserError: `missing-argument` when a reason is not given or the measure is still incomplete, `bad-setting`,
 * `bad-date` or `unknown-word` for an edit that cannot be read, `decided-already`.
 */
export function decideReview(request: DecisionRequest): DecidedReview {
  const { review, kind, by, why, at } = request;
  if (review.decision !== null) {
    const { by: first, kind: how } = review.decision;
    throw new UserError(
      'decided-already',
      `${review.id} was ${how} by ${first}.`,
      'The ledger keeps that decision; record a correction instead.',
    );
  }
  if (kind !== 'approved' && why.trim() === '') {
    throw new UserError('missing-argument', 'Why?', 'Give a reason; it is kept with the decision.');
  }
  const decision: ReviewDecision = { kind, by, at, why };
  if (kind === 'rejected') return { decision, entries: [] };
  const measure = editMeasure(review.proposal, request.edits ?? {});
  assertComplete(measure);
  const note = `${kind} by ${by}${why.trim() === '' ? '' : `: ${why.trim()}`}`;
  const entries = [...endedBefore(request.ledger, measure), measure].map((one) =>
    entryOf({
      ledger: request.ledger,
      measure: one,
      id: request.newEntryId(),
      now: at,
      origin: 'curator',
      storyId: review.storyId,
      note,
    }),
  );
  return { decision, entries };
}

/** The measure with the edits applied. Throws UserError for a value that cannot be read. */
export function editMeasure(measure: Measure, edits: ReviewEdits): Measure {
  const { imposer, target, product, instrument, kind, rate, basis, from, to, law } = edits;
  const on = measure.effectiveFrom ?? measure.announcedOn ?? '2025-01-01';
  return {
    ...measure,
    ...(imposer === undefined ? {} : { imposer: oneCode(imposer, on) }),
    ...(target === undefined ? {} : { target: oneCode(target, on) }),
    ...(product === undefined ? {} : scopeFields(product)),
    ...(instrument === undefined ? {} : { instrument: instrument.trim() || 'unspecified' }),
    ...(kind === undefined ? {} : { kind: oneOf('kind', kind, MEASURE_KINDS) }),
    ...(rate === undefined ? {} : { rate: rateFrom(rate) }),
    ...(basis === undefined
      ? {}
      : { rateBasis: basis.trim() === '' ? null : oneOf('basis', basis, RATE_BASES) }),
    ...(from === undefined ? {} : { effectiveFrom: dayFrom(from) }),
    ...(to === undefined ? {} : { effectiveTo: dayFrom(to) }),
    ...(law === undefined ? {} : { legalRef: law.trim() }),
  };
}

/** What a measure still lacks before the ledger can hold it, in the words of a review. */
export function missingOf(measure: Measure): readonly string[] {
  const charges = measure.kind === 'tariff' || measure.kind === 'trq';
  const isThreat = measure.stage === 'threatened' || measure.kind === 'request';
  return [
    ...(measure.imposer === '' ? ['imposer'] : []),
    ...(measure.target === '' ? ['target'] : []),
    ...(measure.productScope === '' || measure.productScope.startsWith('other:')
      ? ['product']
      : []),
    ...(charges && !isThreat && measure.rate === null ? ['rate'] : []),
    ...(measure.rate !== null && measure.rateBasis === null ? ['rate basis'] : []),
    ...(!isThreat && measure.effectiveFrom === null ? ['effective date'] : []),
    ...(measure.instrument === 'unspecified' && !isThreat ? ['instrument'] : []),
  ];
}

function assertComplete(measure: Measure): void {
  const missing = missingOf(measure);
  if (missing.length > 0) {
    throw new UserError(
      'missing-argument',
      `The measure still lacks: ${missing.join(', ')}.`,
      'Edit the review and fill these in, or reject it.',
    );
  }
  const fault = faultOf(measure);
  if (fault !== null) {
    throw new UserError('bad-setting', `The measure ${fault}.`, 'Edit the review and mend that.');
  }
}

/** What the measure takes the place of: earlier measures of the same instrument on the same lane end on the day before. */
function endedBefore(ledger: Ledger, measure: Measure): readonly Measure[] {
  const from = measure.effectiveFrom;
  if (from === null || measure.kind === 'request' || measure.kind === 'exemption') return [];
  const { imposer, target, productScope: scope } = measure;
  return chargingMeasures(ledger, { imposer, target, scope, instrument: null, on: from })
    .map((version) => version.measure)
    .filter(
      (known) =>
        known.id !== measure.id &&
        known.instrument === measure.instrument &&
        known.effectiveFrom !== null &&
        known.effectiveFrom < from,
    )
    .map((known) => endMeasure(known, from, { successor: measure.id }));
}

function oneCode(words: string, on: Day): string {
  const { codes, name } = jurisdictionFrom(words, on);
  const [only] = codes;
  if (only !== undefined && codes.length === 1) return only;
  throw new UserError('bad-setting', `${name} is a group.`, 'Name one country, EU or WORLD.');
}

function scopeFields(words: string): Pick<Measure, 'productScope' | 'productDetail'> {
  const { scopes, product } = productFrom(words);
  const [only] = scopes;
  if (only !== undefined && scopes.length === 1)
    return { productScope: only, productDetail: words.trim() };
  throw new UserError(
    'bad-setting',
    `${product} stands for several scopes.`,
    `Name one of ${scopes.join(', ')}.`,
  );
}

function rateFrom(text: string): number | null {
  const printed = text.trim().replace(/\s*%$/, '').replace(',', '.');
  if (printed === '') return null;
  if (/^\d{1,4}(?:\.\d{1,2})?$/.test(printed)) return toBasisPoints(Number(printed));
  throw new UserError(
    'bad-setting',
    `"${text}" is no rate.`,
    'Write a percentage such as 25 or 7.5.',
  );
}

function dayFrom(text: string): Day | null {
  const printed = text.trim();
  const isKnown: boolean = isDay(printed);
  if (printed === '' || isKnown) return printed === '' ? null : printed;
  throw new UserError('bad-date', `"${text}" is no day.`, 'Write it as 2025-03-12.');
}

function oneOf<T extends string>(field: string, text: string, known: readonly T[]): T {
  const found = known.find((word) => word === text.trim().toLowerCase());
  if (found !== undefined) return found;
  throw new UserError(
    'bad-setting',
    `"${text}" is no ${field}.`,
    `Use one of ${known.join(', ')}.`,
  );
}
