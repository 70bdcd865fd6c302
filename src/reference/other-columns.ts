// Who pays another rate than the normal one at an imposer's border (column 2 of the US schedule). In: imposer, origin, day. Out: the
// law that says so, or null. It holds no rates: those stand in tariff lines.
import { type Day, isDay } from '../domain/day.ts';
import type { JurisdictionCode } from '../domain/jurisdiction.ts';
import { DataFileError, readDataRows } from './data-file.ts';
import { isJurisdictionCode } from './jurisdiction-names.ts';

const COLUMNS_FILE = 'other-columns.csv';

type OtherColumn = {
  readonly imposer: JurisdictionCode;
  readonly origin: JurisdictionCode;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly law: string;
};

let columns: readonly OtherColumn[] | undefined;

/** The law by which goods of `origin` do not pay the normal duty of `imposer` that day; null: they pay it. */
export function otherColumnLaw(
  imposer: JurisdictionCode,
  origin: JurisdictionCode,
  on: Day,
): string | null {
  columns ??= readColumns();
  const found = columns.find(
    (one) =>
      one.imposer === imposer &&
      one.origin === origin &&
      (one.from === null || one.from <= on) &&
      (one.to === null || on <= one.to),
  );
  return found?.law ?? null;
}

function readColumns(): readonly OtherColumn[] {
  return readDataRows(COLUMNS_FILE, ['imposer', 'origin', 'from', 'to', 'law']).map(
    ({ line, cells }) => {
      const strangers = [cells.imposer, cells.origin].filter((code) => !isJurisdictionCode(code));
      if (strangers.length > 0) {
        throw new DataFileError(COLUMNS_FILE, line, `unknown jurisdiction ${strangers.join(', ')}`);
      }
      if (![cells.from, cells.to].every((day) => day === '' || isDay(day))) {
        throw new DataFileError(COLUMNS_FILE, line, 'from and to are days or empty');
      }
      return {
        imposer: cells.imposer,
        origin: cells.origin,
        from: cells.from || null,
        to: cells.to || null,
        law: cells.law,
      };
    },
  );
}
