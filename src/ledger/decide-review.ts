// A curator's decision on a review, as entries. In: the review, what was decided, by whom and why, and edits as typed.
// Out: the decision and the entries that follow. It never writes; the store takes both together or neither.
import type { Instant } from '../domain/day.ts';
import { UserError } from '../domain/error.ts';
import type { FieldFault } from '../domain/form.ts';
import type { LedgerEntry, Measure } from '../domain/measure.ts';
import type { Review, ReviewDecision } from '../domain/review.ts';
import { faultOf } from '../reference/parse-measures.ts';
import { currentMeasures, type Ledger } from './create-ledger.ts';
import { editFaults, editMeasure, missingOf, type ReviewEdits } from './edit-measure.ts';
import { endMeasure } from './end-measure.ts';
import { chargingMeasures } from './find-measures.ts';
import { entryOf } from './propose-entries.ts';

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
 * What follows from a decision. Throws UserError with the faults of each field: `missing-argument` when a reason is not given or the measure is still incomplete, `bad-setting`,
 * `bad-date` or `unknown-word` for an edit that cannot be read, `decided-already`.
 */
export function decideReview(request: DecisionRequest): DecidedReview {
  try {
    return decide(request);
  } catch (error) {
    if (!(error instanceof UserError) || error.code === 'decided-already') throw error;
    throw new UserError(error.code, error.message, error.hint, faultsOf(request));
  }
}

// All that is wrong at once: nobody likes a form that shows its faults one by one.
function faultsOf({ review, kind, edits, why }: DecisionRequest): readonly FieldFault[] {
  return [
    ...(kind === 'rejected' ? [] : editFaults(review.proposal, edits ?? {})),
    ...(kind !== 'approved' && why.trim() === ''
      ? [{ field: 'why', text: 'Give a reason; it is kept with the decision.' }]
      : []),
  ];
}

function decide(request: DecisionRequest): DecidedReview {
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
  const edited = editMeasure(review.proposal, request.edits ?? {});
  assertComplete(edited);
  const measure = inItsPlace(request.ledger, edited);
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

const CHARGING: readonly string[] = ['tariff', 'trq', 'quota'];

/**
 * The measure as it fits among those of its instrument on its lane. One that begins on the same day is that measure, corrected;
 * one that begins later ends it. Throws UserError `decided-already` when the ledger says the same already.
 */
function inItsPlace(ledger: Ledger, measure: Measure): Measure {
  const from = measure.effectiveFrom;
  if (from === null || !CHARGING.includes(measure.kind)) return measure;
  const others = [...currentMeasures(ledger)].filter((known) => isRival(known, measure));
  const twin = others.find((known) => known.effectiveFrom === from);
  if (twin !== undefined) {
    if (twin.rate === measure.rate && twin.rateBasis === measure.rateBasis) {
      throw new UserError(
        'decided-already',
        `The ledger says so already: ${twin.id}.`,
        'Reject the review, or edit what the ledger should say otherwise.',
      );
    }
    const { id, effectiveTo, supersededBy, stage } = twin;
    return { ...measure, id, effectiveTo: measure.effectiveTo ?? effectiveTo, supersededBy, stage };
  }
  const [next] = others
    .filter((known) => (known.effectiveFrom ?? '') > from)
    .sort((a, b) => (a.effectiveFrom ?? '').localeCompare(b.effectiveFrom ?? ''));
  const ends = next?.effectiveFrom ?? null;
  if (next === undefined || ends === null) return measure;
  const isOver = measure.effectiveTo !== null && measure.effectiveTo < ends;
  return isOver ? measure : endMeasure(measure, ends, { successor: next.id });
}

function isRival(known: Measure, measure: Measure): boolean {
  return (
    known.id !== measure.id &&
    known.stage !== 'threatened' &&
    CHARGING.includes(known.kind) &&
    known.imposer === measure.imposer &&
    known.target === measure.target &&
    known.productScope === measure.productScope &&
    known.instrument === measure.instrument
  );
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
