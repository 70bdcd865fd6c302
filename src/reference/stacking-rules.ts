// Which measures exclude which, as a dated table with the law behind each line (stacking-rules.csv). In: nothing.
// Out: rules in the order in which they are asked, and the test whether a measure fits one side of a rule.
// Applying them to a day is `ledger/stack-measures.ts`.
import { type Day, isDay } from '../domain/day.ts';
import type { JurisdictionCode, OriginSet } from '../domain/jurisdiction.ts';
import type { Measure } from '../domain/measure.ts';
import { DataFileError, readDataRows } from './data-file.ts';
import { parseOriginSet } from './origins.ts';

const RULES_FILE = 'stacking-rules.csv';

/** Patterns with an optional `*` at the end. Empty lists allow any. */
export type MeasureSelector = {
  readonly instruments: readonly string[];
  readonly scopes: readonly string[];
  readonly notScopes: readonly string[];
};

export type StackingRule = {
  readonly line: number;
  readonly id: string;
  readonly imposer: JurisdictionCode;
  readonly from: Day;
  readonly to: Day | null;
  readonly origins: OriginSet;
  readonly winner: MeasureSelector;
  readonly loser: MeasureSelector;
  readonly law: string;
  readonly words: string;
};

let rules: readonly StackingRule[] | undefined;

/** The table, read once. Throws DataFileError naming file and line. */
export function stackingRules(): readonly StackingRule[] {
  rules ??= readRules();
  return rules;
}

/** True when the measure is one that the selector names. */
export function isSelected(
  selector: MeasureSelector,
  measure: Pick<Measure, 'instrument' | 'productScope'>,
): boolean {
  return (
    fitsAny(selector.instruments, measure.instrument) &&
    (selector.scopes.length === 0 || fitsAny(selector.scopes, measure.productScope)) &&
    !fitsAny(selector.notScopes, measure.productScope)
  );
}

function fitsAny(patterns: readonly string[], text: string): boolean {
  return patterns.some((pattern) =>
    pattern.endsWith('*') ? text.startsWith(pattern.slice(0, -1)) : text === pattern,
  );
}

function readRules(): readonly StackingRule[] {
  const columns = [
    'rule',
    'imposer',
    'from',
    'to',
    'origins',
    'winner',
    'winner_scopes',
    'loser',
    'loser_scopes',
    'law',
    'words',
  ] as const;
  return readDataRows(RULES_FILE, columns).map(({ line, cells }) => {
    if (!isDay(cells.from)) throw new DataFileError(RULES_FILE, line, 'a rule needs a first day');
    if (cells.to !== '' && !(isDay(cells.to) && cells.from <= cells.to)) {
      throw new DataFileError(RULES_FILE, line, `${cells.to} is no last day`);
    }
    if (cells.law === '') throw new DataFileError(RULES_FILE, line, 'a rule needs its law');
    return {
      line,
      id: cells.rule,
      imposer: cells.imposer,
      from: cells.from,
      to: cells.to || null,
      origins: parseOriginSet(RULES_FILE, line, cells.origins),
      winner: toSelector(cells.winner, cells.winner_scopes),
      loser: toSelector(cells.loser, cells.loser_scopes),
      law: cells.law,
      words: cells.words,
    };
  });
}

function toSelector(instruments: string, scopes: string): MeasureSelector {
  const parts = scopes === '' ? [] : scopes.split('|');
  return {
    instruments: instruments.split('|'),
    scopes: parts.filter((part) => !part.startsWith('!')),
    notScopes: parts.filter((part) => part.startsWith('!')).map((part) => part.slice(1)),
  };
}
