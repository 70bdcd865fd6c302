// Why each measure of a lane stands as it does, in words. In: a resolved lane. Out: the measures of the answer, those that
// count first. The words are plain sentences without names of platforms; messages/ arranges them.
import type { Day } from '../domain/day.ts';
import type { Measure } from '../domain/measure.ts';
import { type BasisPoints, formatPercent, toPercent } from '../domain/rate.ts';
import type { StatusMeasure } from '../domain/status.ts';
import type { Ledger, Version } from './create-ledger.ts';
import { describeMeasure } from './describe-measure.ts';
import { type LaneAnswer, type LaneRequest, resolveLane } from './resolve-lane.ts';
import { describeException } from './spared-origins.ts';
import type { Exclusion } from './stack-measures.ts';

/** Every measure in sight that is a part of the answer, with its standing and the reason for it. */
export function describeStandings(
  ledger: Ledger,
  lane: LaneAnswer,
  request: LaneRequest,
): readonly StatusMeasure[] {
  const tell: typeof describeMeasure = (version, ...standing) => ({
    ...describeMeasure(version, ...standing),
    exception: describeException(version.measure, request.target, request.on),
    unsettled_since: unsettledOn(version.measure, request.on)?.from ?? null,
  });
  return [
    ...lane.applying.map((version) =>
      tell(version, 'in-force', 'applies', wordsForApplying(ledger, version, request.on)),
    ),
    ...lane.suspended.map((version) =>
      tell(version, 'suspended', 'suspended', wordsForPause(version, request.on)),
    ),
    ...lane.announced.map((version) => {
      const { words, isComing } = comingOf(ledger, version, request);
      return { ...tell(version, 'announced', 'announced', words), is_coming: isComing };
    }),
    ...lane.unconfirmed.map((version) =>
      tell(version, 'ended', 'unconfirmed', wordsForDoubt(version)),
    ),
    ...lane.excluded.map((exclusion) =>
      tell(exclusion.version, 'excluded', 'excluded', wordsForExclusion(exclusion)),
    ),
  ];
}

function unsettledOn({ unsettled }: Measure, on: Day): NonNullable<Measure['unsettled']> | null {
  return unsettled !== undefined && unsettled.from <= on ? unsettled : null;
}

function wordsForOpen(measure: Measure, on: Day): string {
  const unsettled = unsettledOn(measure, on);
  return unsettled === null ? '' : `; unsettled since ${unsettled.from}: ${unsettled.why}`;
}

function wordsForApplying(ledger: Ledger, { measure, entry }: Version, on: Day): string {
  const began = measure.effectiveFrom ?? '';
  const isAfterEvidence = entry.origin === 'seed' && began > ledger.lastVerified;
  const doubt = isAfterEvidence
    ? `; due on ${began}, not confirmed since ${ledger.lastVerified}`
    : '';
  return `${wordsForRate(measure.rate, measure.rateBasis, measure.kind)}${doubt}${wordsForOpen(measure, on)}`;
}

function wordsForRate(rate: BasisPoints | null, basis: string | null, kind: string): string {
  if (kind === 'exemption' || kind === 'exclusion') return 'exempt: nothing is added';
  if (rate === null)
    return kind === 'quota' ? 'limited in quantity' : 'a duty without an ad valorem rate';
  const printed = formatPercent(toPercent(rate));
  if (basis === 'floor') return `tops the normal duty up to ${printed}`;
  if (basis === 'total') return `${printed} is the whole duty`;
  if (basis === 'out-of-quota') return `${printed} on top of the normal duty beyond the quota`;
  return `${printed} on top of the normal duty`;
}

function wordsForPause({ measure }: Version, on: Day): string {
  const until = measure.effectiveTo === null ? 'with no end set' : `until ${measure.effectiveTo}`;
  return `suspended from ${measure.effectiveFrom}, ${until}${wordsForOpen(measure, on)}`;
}

// A general duty that is announced for goods under a special one is not coming to them: its first day is asked as well.
function comingOf(
  ledger: Ledger,
  version: Version,
  request: LaneRequest,
): { readonly words: string; readonly isComing: boolean } {
  const { announcedOn, effectiveFrom, id } = version.measure;
  if (effectiveFrom === null) {
    return { words: `announced on ${announcedOn}, no first day in force`, isComing: true };
  }
  const coming = `announced, from ${effectiveFrom}`;
  if (request.scopes === null) return { words: coming, isComing: true };
  const then = resolveLane(ledger, { ...request, on: effectiveFrom });
  const exclusion = then.excluded.find(({ version: lost }) => lost.measure.id === id);
  if (exclusion === undefined) return { words: coming, isComing: true };
  const words = `${coming}, but not on these goods: ${wordsForExclusion(exclusion)}`;
  return { words, isComing: false };
}

function wordsForExclusion({ by, law, words }: Exclusion): string {
  return `excluded by ${by.measure.id}${law === null ? '' : ` under ${law}`}: ${words}`;
}

function wordsForDoubt({ measure }: Version): string {
  const what = measure.stage === 'suspended' ? 'pause ended' : 'planned end passed';
  return `${what} on ${measure.effectiveTo}, unconfirmed`;
}
