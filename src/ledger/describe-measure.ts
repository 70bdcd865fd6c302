// One measure of an answer in the field names of `status --json`. In: a version, its standing and the reason. Out: plain
// data. Rates leave as percents here and nowhere else in this room.
import type { Measure } from '../domain/measure.ts';
import { toPercent } from '../domain/rate.ts';
import type { MeasureStanding, StatusMeasure, StatusRelief } from '../domain/status.ts';
import type { Version } from './create-ledger.ts';

/** The measure as the answer prints it; `stage` is that of the day asked. */
export function describeMeasure(
  { measure }: Version,
  stage: string,
  standing: MeasureStanding,
  reason: string,
): StatusMeasure {
  return {
    id: measure.id,
    instrument: measure.instrument,
    kind: measure.kind,
    rate_pct: measure.rate === null ? null : toPercent(measure.rate),
    rate_basis: measure.rateBasis,
    stage,
    announced_on: measure.announcedOn,
    effective_from: measure.effectiveFrom,
    effective_to: measure.effectiveTo,
    legal_ref: measure.legalRef,
    standing,
    standing_reason: reason,
    product_scope: measure.productScope,
    product_detail: measure.productDetail,
    target: measure.target,
    quantity_tonnes: measure.quantityTonnes,
    note: measure.note,
    confidence: measure.confidence,
    audit: measure.audit,
    caution: cautionOf(measure),
    confirmed_by: measure.confirmedBy?.source ?? null,
    confirmed_on: measure.confirmedBy?.on ?? null,
    source_name: measure.sourceName,
    source_url: measure.sourceUrl,
    exception: null,
    is_coming: standing === 'announced',
    unsettled_since: null,
  };
}

/** Relief as the answer prints it: a request, or a measure that spares the target. */
export function describeRelief({ measure }: Pick<Version, 'measure'>, stage: string): StatusRelief {
  return {
    kind: measure.kind,
    stage,
    since: measure.kind === 'request' ? measure.announcedOn : measure.effectiveFrom,
    id: measure.id,
    note: measure.note,
  };
}

/**
 * What must be said beside a row whose evidence is weak. The second check found 3-10 % of unchecked US rows and 15-35 %
 * of unchecked others at fault, so an unchecked row is never shown as if it had been confirmed.
 */
export function cautionOf(measure: Measure): string | null {
  if (measure.confirmedBy !== undefined) return null;
  const isChecked = measure.audit === 'confirmed' || measure.audit === 'corrected';
  if (measure.confidence === 'from-memory') return 'Check the source: stated from memory.';
  if (measure.audit === 'unverified') return 'Check the source: no second source was found.';
  if (measure.audit === 'unchecked') return 'Check the source: not checked a second time.';
  if (measure.imposer !== 'US' && !isChecked) {
    return 'Check the source: outside the US only confirmed rows are reliable.';
  }
  return null;
}
