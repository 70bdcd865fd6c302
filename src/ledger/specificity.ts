// Inside one instrument the most specific measure counts. In: measures in force on a lane. Out: those that count and
// those that a nearer one replaces. Rule: MEASURES conventions (country before EU before WORLD), and a measure that names
// the goods before one on all goods. Different instruments never meet here (`stack-measures.ts`).
import type { JurisdictionCode } from '../domain/jurisdiction.ts';
import type { Measure } from '../domain/measure.ts';
import { jurisdictionName } from '../reference/jurisdiction-names.ts';
import { scopeName } from '../reference/scope-names.ts';
import {
  ALL_GOODS,
  type Covering,
  coveringScopes,
  type ScopeQuestion,
} from '../reference/scopes.ts';
import type { Version } from './create-ledger.ts';
import type { Exclusion } from './stack-measures.ts';

/** `covering` null: every product at once, so measures on different goods never meet. */
export type Lane = {
  readonly target: JurisdictionCode;
  readonly covering: Covering | null;
  readonly question: ScopeQuestion;
};

export type Picked = { readonly kept: readonly Version[]; readonly excluded: readonly Exclusion[] };

/** Splits measures into those that count and those that lose to a nearer measure of the same instrument. */
export function pickSpecific(versions: readonly Version[], lane: Lane): Picked {
  const kept: Version[] = [];
  const excluded: Exclusion[] = [];
  for (const rivals of rivalsAmong(versions, lane)) {
    for (const version of rivals) {
      const nearer = rivals.find((other) => beats(other.measure, version.measure, lane));
      if (nearer === undefined) kept.push(version);
      else
        excluded.push({ version, by: nearer, law: null, words: wordsFor(nearer, version, lane) });
    }
  }
  return {
    kept: kept.sort((a, b) => depthOf(a.measure, lane) - depthOf(b.measure, lane)),
    excluded,
  };
}

// Only measures of one instrument can meet, and with every product at once only those on the same goods.
function rivalsAmong(versions: readonly Version[], lane: Lane): Iterable<readonly Version[]> {
  const groups = new Map<string, Version[]>();
  for (const version of versions) {
    const { instrument, productScope } = version.measure;
    const key = lane.covering === null ? `${instrument}|${productScope}` : instrument;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [version]);
    else group.push(version);
  }
  return groups.values();
}

function beats(one: Measure, other: Measure, lane: Lane): boolean {
  if (one === other || one.instrument !== other.instrument) return false;
  if (!isComparable(one.productScope, other.productScope, lane)) return false;
  // A rule for the goods themselves replaces the one on all goods, whatever their targets: the carve-outs of an order
  // are written for every origin, its rates country by country.
  const oneIsGeneral = one.productScope === ALL_GOODS;
  const otherIsGeneral = other.productScope === ALL_GOODS;
  if (oneIsGeneral !== otherIsGeneral) return otherIsGeneral;
  const byTarget = targetRank(one, lane.target) - targetRank(other, lane.target);
  if (byTarget !== 0) return byTarget < 0;
  const byDepth = depthOf(one, lane) - depthOf(other, lane);
  if (byDepth !== 0) return byDepth < 0;
  // A tariff line may stand for goods and for the family above them at once.
  return isPartOf(one.productScope, other.productScope, lane);
}

function isComparable(one: string, other: string, lane: Lane): boolean {
  if (one === other) return true;
  if (lane.covering === null) return false;
  if (one === ALL_GOODS || other === ALL_GOODS) return true;
  return isPartOf(one, other, lane) || isPartOf(other, one, lane);
}

function isPartOf(one: string, other: string, lane: Lane): boolean {
  return one !== other && coveringScopes(one, lane.question).has(other);
}

/** 0: names the origin. 1: the EU, for a member. 2: every origin. */
function targetRank(measure: Measure, target: JurisdictionCode): number {
  if (measure.target === target || measure.alsoTargets?.includes(target) === true) return 0;
  return measure.target === 'WORLD' ? 2 : 1;
}

function depthOf(measure: Measure, lane: Lane): number {
  const depth = lane.covering?.get(measure.productScope) ?? 0;
  return depth === Infinity ? Number.MAX_SAFE_INTEGER : depth;
}

function wordsFor(nearer: Version, { measure }: Version, lane: Lane): string {
  const { target, productScope } = nearer.measure;
  const isByTarget = targetRank(nearer.measure, lane.target) < targetRank(measure, lane.target);
  return isByTarget
    ? `the same instrument has a rule for goods of ${jurisdictionName(target)}`
    : `the same instrument has a rule for ${scopeName(productScope)}`;
}
