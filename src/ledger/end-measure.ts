// A measure with its end written in. In: the measure, the first day on which it no longer holds, what follows it. Out: the
// corrected measure. Its past must read as before: a pause stays a pause, a threat a threat.
import { addDays, type Day } from '../domain/day.ts';
import type { Measure } from '../domain/measure.ts';

/** Stages that tell what kind of life the dates bound, and so outlive the end. */
const LASTING: readonly string[] = ['suspended', 'threatened', 'proposed', 'sought'];

/** One that never began keeps no first day and ends, dropped, on the day before; one that ran ends on the day before. */
export function endMeasure(
  measure: Measure,
  on: Day,
  options: { readonly successor: string | null; readonly stage?: 'ended' | 'struck-down' },
): Measure {
  const last = addDays(on, -1);
  const neverBegan = measure.effectiveFrom === null || measure.effectiveFrom > last;
  const keepsStage = neverBegan || LASTING.includes(measure.stage);
  return {
    ...measure,
    effectiveFrom: neverBegan ? null : measure.effectiveFrom,
    effectiveTo: last,
    stage: keepsStage ? measure.stage : (options.stage ?? 'ended'),
    supersededBy: options.successor ?? measure.supersededBy,
  };
}
