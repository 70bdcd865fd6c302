// How one measure stands on one day by its own dates alone. In: a measure and a day. Out: a stage. Other measures, origins
// and rules of stacking do not matter here.
import type { Day } from '../domain/day.ts';
import type { Measure } from '../domain/measure.ts';

/**
 * `unseen`: not yet announced that day. `announced`: announced and not begun. `sought`: a request without an answer yet.
 * `ended`: its last day lies behind, or it was dropped before it began.
 */
export type DayStage =
  | 'unseen'
  | 'threatened'
  | 'announced'
  | 'in-force'
  | 'suspended'
  | 'sought'
  | 'ended';

/**
 * The stage on `on`. Both dates are inclusive. The measure's own stage is the state at the end of the evidence, so it
 * only tells what kind of life the dates bound: a suspended row's dates are those of the suspension, and a threat stays
 * a threat whatever its dates say.
 */
export function stageOn(measure: Measure, on: Day): DayStage {
  const { announcedOn, effectiveFrom, effectiveTo } = measure;
  const isAnnounced = announcedOn !== null && announcedOn <= on;
  const hasBegun = effectiveFrom !== null && effectiveFrom <= on;
  if (!isAnnounced && !hasBegun) return 'unseen';
  if (effectiveTo !== null && effectiveTo < on) return 'ended';
  if (measure.kind === 'request') return 'sought';
  if (measure.stage === 'threatened' || measure.stage === 'proposed') return 'threatened';
  if (!hasBegun) return 'announced';
  return measure.stage === 'suspended' ? 'suspended' : 'in-force';
}
