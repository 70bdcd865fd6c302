// Finds, among many spans of days, those that hold a given day. In: items with a first and a last day, both inclusive.
// Out: the items that hold the day, ordered by first day. Cost grows with the number found, not with the number held.
import type { Day } from '../domain/day.ts';

export type Span<T> = { readonly from: Day; readonly to: Day; readonly item: T };

export type IntervalIndex<T> = {
  readonly spans: readonly Span<T>[];
  /** For the middle of each slice of `spans`, halved again and again: the latest last day in that slice. */
  readonly latest: readonly Day[];
};

/** Builds the index; ties keep the order given. */
export function indexSpans<T>(spans: readonly Span<T>[]): IntervalIndex<T> {
  const sorted = [...spans].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const latest: Day[] = new Array<Day>(sorted.length).fill('');
  const fill = (low: number, high: number): Day => {
    if (low >= high) return '';
    const middle = (low + high) >>> 1;
    const own = sorted[middle]?.to ?? '';
    const before = fill(low, middle);
    const after = fill(middle + 1, high);
    const last = laterOf(own, laterOf(before, after));
    latest[middle] = last;
    return last;
  };
  fill(0, sorted.length);
  return { spans: sorted, latest };
}

/** Calls `take` with each item whose span holds `on`, in the order of first days. */
export function forEachSpanAt<T>(index: IntervalIndex<T>, on: Day, take: (item: T) => void): void {
  const visit = (low: number, high: number): void => {
    if (low >= high) return;
    const middle = (low + high) >>> 1;
    if ((index.latest[middle] ?? '') < on) return;
    visit(low, middle);
    const span = index.spans[middle];
    if (span === undefined || span.from > on) return;
    if (span.to >= on) take(span.item);
    visit(middle + 1, high);
  };
  visit(0, index.spans.length);
}

function laterOf(one: Day, other: Day): Day {
  if (one > other) return one;
  return other;
}
