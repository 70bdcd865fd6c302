// Whether the tables beside the measures can be read and name what measures have, and whether a slug or an instrument that only
// one measure uses is a slip of the pen. In: the measures with their lines. Out: findings in words.
import { DataFileError } from '../reference/data-file.ts';
import { isKnownScope } from '../reference/find-product.ts';
import { inOrderOfImports } from '../reference/importers.ts';
import { membersOn } from '../reference/memberships.ts';
import { spellingSlip } from '../reference/nearest-word.ts';
import { otherColumnLaw } from '../reference/other-columns.ts';
import type { MeasureAtLine } from '../reference/parse-measures.ts';
import { productGroups } from '../reference/product-names.ts';
import { scopeNames } from '../reference/scope-names.ts';
import { baseScope, scopeLinks } from '../reference/scopes.ts';
import { isSelected, stackingRules } from '../reference/stacking-rules.ts';
import type { Finding } from './finding.ts';

/** Each reads one table on first use. */
const READERS: readonly (() => unknown)[] = [
  scopeLinks,
  stackingRules,
  productGroups,
  scopeNames,
  () => inOrderOfImports([]),
  () => membersOn('EU', '2020-01-01'),
  () => otherColumnLaw('US', 'CU', '2020-01-01'),
];

/** Faults of the tables themselves; a table that is sound may still name strangers (`findStrangers`). */
export function findTableFaults(): readonly Finding[] {
  return READERS.flatMap((read) => faultOfReading(read));
}

/** Words for goods are checked against all measures, so only once these are sound. */
export function findProductFaults(): readonly Finding[] {
  return faultOfReading(() => isKnownScope('steel'));
}

function faultOfReading(read: () => unknown): readonly Finding[] {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof DataFileError) return [toFinding(error)];
    throw error;
  }
}

/** A fault of reading as a finding. */
export function toFinding({ file, line, fault }: DataFileError): Finding {
  return { severity: 'error', file, line, text: fault };
}

/** Links, names and stacking rules that name what no measure has. */
export function findStrangers(rows: readonly MeasureAtLine[]): readonly Finding[] {
  const measures = rows.map(({ measure }) => measure);
  const scopes = scopesOf(rows);
  const links = scopeLinks().flatMap(({ coveredBy, line }): readonly Finding[] =>
    scopes.has(coveredBy)
      ? []
      : [error('scope-links.csv', line, `no measure has the scope ${coveredBy}`)],
  );
  const linked = new Set(scopeLinks().map(({ scope }) => scope));
  const names = [...scopeNames()].flatMap(([slug, { line }]): readonly Finding[] =>
    scopes.has(slug) || linked.has(slug) || productGroups().has(slug)
      ? []
      : [error('scope-names.csv', line, `no measure or group is called ${slug}`)],
  );
  const rules = stackingRules().flatMap((rule) =>
    (['winner', 'loser'] as const).flatMap((side): readonly Finding[] =>
      measures.some((one) => one.imposer === rule.imposer && isSelected(rule[side], one))
        ? []
        : [
            error(
              'stacking-rules.csv',
              rule.line,
              `${rule.id}: no measure of ${rule.imposer} fits its ${side}`,
            ),
          ],
    ),
  );
  return [...links, ...names, ...rules];
}

function scopesOf(rows: readonly MeasureAtLine[]): ReadonlySet<string> {
  return new Set(
    rows.flatMap(({ measure: { productScope } }) => [
      productScope,
      baseScope(productScope) ?? productScope,
    ]),
  );
}

/** Rates beyond this are mostly a lost decimal point; the highest ever charged here was 245 %. */
const HIGHEST_RATE = 50_000;
/** An instrument of so many measures is one; a lone one spelled nearly like it may be a slip. */
const USUAL = 5;

/** Spellings and figures that a person should look at. */
export function findOddities(rows: readonly MeasureAtLine[]): readonly Finding[] {
  const instruments = countOf(rows.map(({ measure }) => measure.instrument));
  const scopes = countOf(rows.map(({ measure }) => measure.productScope));
  const linked = new Set(scopeLinks().flatMap(({ scope, coveredBy }) => [scope, coveredBy]));
  const usual = [...instruments].flatMap(([name, count]) => (count >= USUAL ? [name] : []));
  return rows.flatMap(({ measure, file, line }): readonly Finding[] => {
    const { id, rate, instrument, productScope: scope } = measure;
    const isLoneScope = scopes.get(scope) === 1 && !linked.has(scope);
    const others = [...scopes.keys()].filter((other) => other !== scope);
    const nearScope = isLoneScope ? spellingSlip(scope, others) : null;
    const nearInstrument =
      instruments.get(instrument) === 1 ? spellingSlip(instrument, usual) : null;
    return [
      ...(rate !== null && rate > HIGHEST_RATE
        ? [warning(file, line, `${id} has a rate of ${rate / 100} %`)]
        : []),
      ...(nearScope === null
        ? []
        : [warning(file, line, `${id}: is its scope ${scope} meant to be ${nearScope}?`)]),
      ...(nearInstrument === null
        ? []
        : [
            warning(
              file,
              line,
              `${id}: is its instrument ${instrument} meant to be ${nearInstrument}?`,
            ),
          ]),
    ];
  });
}

function countOf(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function error(file: string, line: number, text: string): Finding {
  return { severity: 'error', file, line, text };
}

function warning(file: string, line: number, text: string): Finding {
  return { severity: 'warning', file, line, text };
}
