// Which measures and dates of the law the subscriptions of a channel are about. In: filters and the ledger. Out: events of
// its calendar and verdicts. Of a filter only who and what counts here: its stage, step and sources are about news.
import { addDays, type Day, dayOf, type Instant } from '../domain/day.ts';
import type { JurisdictionCode } from '../domain/jurisdiction.ts';
import type { LedgerEntry, Measure } from '../domain/measure.ts';
import type { Filter } from '../domain/subscription.ts';
import { scopeOfGroup } from '../reference/find-product.ts';
import { bodiesOf } from '../reference/memberships.ts';
import { productGroups } from '../reference/product-names.ts';
import { coveringScopes } from '../reference/scopes.ts';
import { type CalendarEvent, concerns, datedMeasures, reaches, toEvents } from './calendar.ts';
import type { Ledger } from './create-ledger.ts';

const AHEAD_DAYS = 14;

export type WatchedLaw = {
  /** Of what the ledger learned by itself; the seeded rows are no news. */
  readonly entries: readonly LedgerEntry[];
  /** After the UTC day of `now`, soonest first. */
  readonly coming: readonly CalendarEvent[];
};

/** What a digest tells of the law to a channel with these filters; without any it tells everything. */
export function watchedLaw(ledger: Ledger, filters: readonly Filter[], now: Instant): WatchedLaw {
  const today = dayOf(now);
  return {
    entries: ledger.entries.filter(
      ({ origin, measure }) => origin !== 'seed' && isWatched(filters, measure, today),
    ),
    coming: watchedDates(ledger, filters, {
      from: addDays(today, 1),
      to: addDays(today, AHEAD_DAYS),
    }),
  };
}

/** Dates from `from` to `to` that one of the filters takes; all of them without a filter. */
export function watchedDates(
  ledger: Ledger,
  filters: readonly Filter[],
  { from, to }: { readonly from: Day; readonly to: Day },
): readonly CalendarEvent[] {
  const dated = datedMeasures(ledger, { from, to });
  if (filters.length === 0) return toEvents(dated);
  return toEvents(
    dated.filter(({ measure, day }) =>
      filters.some((filter) =>
        takesMeasure(filter, measure, day, (target) =>
          concerns(ledger, measure, { day, target, knownOn: null }),
        ),
      ),
    ),
  );
}

/** True when one of the filters takes the measure, or when there is none. */
export function isWatched(filters: readonly Filter[], measure: Measure, on: Day): boolean {
  return filters.length === 0 || filters.some((filter) => takesMeasure(filter, measure, on));
}

/** `hits`: whether a measure that is written for `target` reaches its goods after all other rules. */
function takesMeasure(
  { include, exclude, countries }: Filter,
  measure: Measure,
  on: Day,
  hits: (target: JurisdictionCode) => boolean = () => true,
): boolean {
  const imposes = (code: JurisdictionCode) => bodiesOf(code, on).includes(measure.imposer);
  const isHit = (code: JurisdictionCode) => isWrittenFor(measure, code, on) && hits(code);
  return (
    fits(include.imposer, imposes) &&
    fits(include.target, isHit) &&
    fits(countries, (code) => imposes(code) || isHit(code)) &&
    fits(include.product, (slug) => isOnGoods(measure, slug, on)) &&
    !(exclude.imposer ?? []).includes(measure.imposer) &&
    !(exclude.target ?? []).includes(measure.target) &&
    !(exclude.product ?? []).some((slug) => isWithin(measure, slug, on))
  );
}

function fits(wanted: readonly string[] = [], takes: (value: string) => boolean): boolean {
  return wanted.length === 0 || wanted.some(takes);
}

function isWrittenFor(measure: Measure, code: JurisdictionCode, on: Day): boolean {
  const bodies = [...bodiesOf(code, on), 'WORLD'];
  return [measure.target, ...(measure.alsoTargets ?? [])].some((target) => bodies.includes(target));
}

/** True when the measure reaches goods of a product group: it is on them, on wider ones, on all, or on narrower ones. */
function isOnGoods(measure: Measure, group: string, on: Day): boolean {
  const { imposer, target, productScope } = measure;
  const scopes = [group, ...groupsIn(group)].map(scopeOf);
  return (
    reaches(scopes, productScope, { imposer, origin: target, on }) || isWithin(measure, group, on)
  );
}

/** True when all goods of the measure belong to a product group. */
function isWithin(measure: Measure, group: string, on: Day): boolean {
  const { imposer, target, productScope } = measure;
  const covering = coveringScopes(productScope, { imposer, origin: target, on });
  return [group, ...groupsIn(group)].some((one) => covering.has(scopeOf(one)));
}

/** The narrower groups in a group, at any depth. */
function groupsIn(group: string): readonly string[] {
  const children = [...productGroups().values()].filter(({ parent }) => parent === group);
  return children.flatMap(({ slug }) => [slug, ...groupsIn(slug)]);
}

function scopeOf(group: string): string {
  return scopeOfGroup(group) ?? group;
}
