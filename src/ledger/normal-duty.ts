// Normal (MFN) duties from an operator's tariff table. In: an export of the US tariff schedule as JSON (USITC HTS,
// `hts.usitc.gov/reststop/exportList`). Out: duties by line, found by HS prefix. Specific and compound duties have no
// percentage and stay text; nothing is guessed.
import type { JurisdictionCode } from '../domain/jurisdiction.ts';
import { type BasisPoints, formatPercent, toBasisPoints, toPercent } from '../domain/rate.ts';
import { withoutEnd } from '../domain/without-end.ts';

/** One line of eight digits or less with its duty as printed. `rate` null: not ad valorem. */
export type NormalDutyLine = {
  readonly digits: string;
  readonly text: string;
  readonly rate: BasisPoints | null;
};

/** Lines in the order of their digits. Plain data: it may be stored as JSON and read back. */
export type NormalDutyTable = {
  readonly imposer: JurisdictionCode;
  readonly lines: readonly NormalDutyLine[];
};

export type NormalDuty =
  | { readonly kind: 'known'; readonly rate: BasisPoints; readonly line: string }
  /** A duty that is no single percentage: so much a tonne, or different duties below the heading asked for. */
  | { readonly kind: 'other'; readonly text: string };

/** Chapters 98 and 99 hold special provisions and additional duties, not normal ones. */
const LAST_CHAPTER = '97';

/**
 * Reads an export: an array of rows with `htsno` and `general`. Rates sit on 8-digit rows; rows below are blank and
 * inherit. Rows that are no tariff lines are skipped; `problems` says what could not be read.
 */
export function readHtsExport(json: unknown): {
  readonly table: NormalDutyTable;
  readonly problems: readonly string[];
} {
  const problems: string[] = [];
  if (!Array.isArray(json)) {
    return {
      table: { imposer: 'US', lines: [] },
      problems: ['the file holds no list of tariff lines'],
    };
  }
  const lines = new Map<string, NormalDutyLine>();
  for (const [at, row] of json.entries()) {
    const number = textOf(row, 'htsno');
    const general = textOf(row, 'general');
    if (number === '' || general === '') continue;
    const digits = number.replaceAll('.', '');
    if (!/^\d{4,10}$/.test(digits)) {
      problems.push(`row ${at + 1}: "${number}" is no tariff number`);
      continue;
    }
    if (digits.slice(0, 2) > LAST_CHAPTER) continue;
    lines.set(digits, { digits, text: general, rate: rateOf(general) });
  }
  const sorted = [...lines.values()].sort((a, b) => a.digits.localeCompare(b.digits));
  return { table: { imposer: 'US', lines: sorted }, problems };
}

/**
 * The duty on an HS prefix of 4 to 10 digits, points allowed: that of the line that holds it, or, for a heading above the
 * lines, that of all lines below when they agree. Null when the table has neither.
 */
export function normalDutyOf(table: NormalDutyTable, hs: string): NormalDuty | null {
  const digits = hs.replaceAll('.', '');
  if (!/^\d{4,10}$/.test(digits)) return null;
  for (let length = digits.length; length >= 4; length -= 1) {
    const line = lineAt(table, digits.slice(0, length));
    if (line !== null) return dutyOf([line]);
  }
  const below = linesBelow(table, digits);
  return below.length === 0 ? null : dutyOf(below);
}

/**
 * The duty that `imposer` normally charges on `product`, or null: the product is no tariff line, or the table is another
 * country's or does not know it.
 */
export function normalDutyFor(
  table: NormalDutyTable | null,
  imposer: JurisdictionCode,
  product: string | null,
): NormalDuty | null {
  if (table === null || imposer !== table.imposer || product === null) return null;
  return /^\d{4}[\d.]*$/.test(product) ? normalDutyOf(table, product) : null;
}

/** Where a normal duty comes from, as a sentence of the answer. */
export function normalDutyNote(duty: NormalDuty): string {
  if (duty.kind === 'other') return `Normal duty: ${duty.text}.`;
  const percent = formatPercent(toPercent(duty.rate));
  return `Normal duty ${percent}, from the operator's tariff table, line ${withPoints(duty.line)}.`;
}

/** `73269086` as the schedule prints it: `7326.90.86`. */
function withPoints(digits: string): string {
  return [digits.slice(0, 4), ...(digits.slice(4).match(/\d{1,2}/g) ?? [])].join('.');
}

function dutyOf(lines: readonly NormalDutyLine[]): NormalDuty {
  const [first] = lines;
  const rates = [...new Set(lines.map(({ rate }) => rate))];
  if (first !== undefined && first.rate !== null && rates.length === 1) {
    return { kind: 'known', rate: first.rate, line: first.digits };
  }
  const texts = [...new Set(lines.map(({ text }) => text))];
  const shown = texts.slice(0, 3).join('; ');
  return {
    kind: 'other',
    text: texts.length > 3 ? `${shown} and ${texts.length - 3} more` : shown,
  };
}

function lineAt(table: NormalDutyTable, digits: string): NormalDutyLine | null {
  const line = table.lines[firstAtOrAfter(table, digits)];
  return line?.digits === digits ? line : null;
}

function linesBelow(table: NormalDutyTable, digits: string): readonly NormalDutyLine[] {
  const from = firstAtOrAfter(table, digits);
  let to = from;
  while (table.lines[to]?.digits.startsWith(digits) === true) to += 1;
  return table.lines.slice(from, to);
}

function firstAtOrAfter(table: NormalDutyTable, digits: string): number {
  let low = 0;
  let high = table.lines.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((table.lines[middle]?.digits ?? '') < digits) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** "Free" is 0; "2.9%" is 2.9; anything else ("1.5¢/kg + 5%") is no single percentage. Footnote marks are dropped. */
function rateOf(general: string): BasisPoints | null {
  const trimmed = general.trim();
  const printed = trimmed.endsWith('/')
    ? withoutEnd(trimmed.slice(0, -1), '0123456789').trim()
    : trimmed;
  if (/^free$/i.test(printed)) return 0;
  const percent = /^(\d+(?:\.\d+)?)\s*%$/.exec(printed)?.[1];
  return percent === undefined ? null : toBasisPoints(Number(percent));
}

function textOf(row: unknown, key: string): string {
  if (typeof row !== 'object' || row === null) return '';
  const value: unknown = Reflect.get(row, key);
  return typeof value === 'string' ? value.trim() : '';
}
