// Reads measure blocks ("field: value" lines, a blank line between measures). In: file name and text. Out: measures with
// the line each began on. Faults name file and line. It checks one measure at a time; how they hang together is
// `ledger/check-data.ts`.
import { isDay } from '../domain/day.ts';
import type { Measure } from '../domain/measure.ts';
import { type RateBasis, toBasisPoints } from '../domain/rate.ts';
import { DataFileError } from './data-file.ts';
import { isJurisdictionCode } from './jurisdiction-names.ts';
import { parseExceptions } from './parse-exceptions.ts';

export const MEASURE_KINDS = [
  'tariff',
  'trq',
  'quota',
  'exemption',
  'exclusion',
  'suspension',
  'request',
] as const;

/** `struck-down`: alive until a court ended it. The stage is the state at the end of the evidence, not of any day. */
export const MEASURE_STATES = [
  'in-force',
  'ended',
  'struck-down',
  'suspended',
  'announced',
  'threatened',
  'sought',
] as const;

export const RATE_BASES = ['additional', 'floor', 'total', 'out-of-quota'] as const;
export const CONFIDENCES = ['official-text-seen', 'secondary-source', 'from-memory'] as const;
export const AUDITS = ['confirmed', 'corrected', 'added', 'unverified', 'unchecked'] as const;

const FIELDS = [
  'id',
  'imposer',
  'target',
  'also-targets',
  'except',
  'scope',
  'detail',
  'instrument',
  'kind',
  'rate',
  'basis',
  'tonnes',
  'stage',
  'announced',
  'from',
  'to',
  'superseded-by',
  'unsettled',
  'law',
  'source',
  'url',
  'confidence',
  'note',
  'audit',
] as const;
type Field = (typeof FIELDS)[number];

const SCOPE_SHAPE = /^[a-z0-9]+(?:-[a-z0-9]+)*(?::[a-z0-9-]+)?$/;
const ID_SHAPE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export type MeasureAtLine = {
  readonly measure: Measure;
  readonly file: string;
  readonly line: number;
};

type Cell = { readonly text: string; readonly line: number };
type Block = {
  readonly line: number;
  readonly cells: ReadonlyMap<Field, Cell>;
  readonly faults: readonly DataFileError[];
};

/** All measures of one file, in its order. Throws DataFileError at the first fault. */
export function parseMeasures(file: string, text: string): readonly MeasureAtLine[] {
  const { rows, faults } = readMeasures(file, text);
  const [first] = faults;
  if (first !== undefined) throw first;
  return rows;
}

/** As `parseMeasures`, with every fault of the file beside the measures that have none. */
export function readMeasures(
  file: string,
  text: string,
): { readonly rows: readonly MeasureAtLine[]; readonly faults: readonly DataFileError[] } {
  const rows: MeasureAtLine[] = [];
  const faults: DataFileError[] = [];
  for (const block of blocksOf(file, text)) {
    if (block.faults.length > 0) faults.push(...block.faults);
    else {
      try {
        rows.push({ measure: toMeasure(file, block), file, line: block.line });
      } catch (error) {
        if (!(error instanceof DataFileError)) throw error;
        faults.push(error);
      }
    }
  }
  return { rows, faults };
}

function blocksOf(file: string, text: string): readonly Block[] {
  const blocks: Block[] = [];
  let cells = new Map<Field, Cell>();
  let faults: DataFileError[] = [];
  let firstLine = 0;
  const close = () => {
    if (cells.size + faults.length > 0) blocks.push({ line: firstLine, cells, faults });
    cells = new Map();
    faults = [];
  };
  for (const [at, raw] of text.split('\n').entries()) {
    const line = at + 1;
    const printed = raw.trim();
    if (printed === '') close();
    if (printed === '' || printed.startsWith('#')) continue;
    if (cells.size + faults.length === 0) firstLine = line;
    const colon = printed.indexOf(':');
    const name = FIELDS.find((field) => field === printed.slice(0, Math.max(colon, 0)));
    const value = printed.slice(colon + 1).trim();
    const fault = (words: string) => faults.push(new DataFileError(file, line, words));
    if (name === undefined) fault(`no known field in "${printed}"`);
    else if (value === '') fault(`${name} is empty; leave the line out`);
    else if (cells.has(name)) fault(`${name} is given twice`);
    else cells.set(name, { text: value, line });
  }
  close();
  return blocks;
}

function toMeasure(file: string, block: Block): Measure {
  const read = cellReader(file, block);
  const alsoTargets = read.optional('also-targets')?.split('|') ?? [];
  for (const code of alsoTargets) read.check('also-targets', isJurisdictionCode(code), code);
  const spared = read.optional('except');
  const measure: Measure = {
    id: read.matching('id', (id) => ID_SHAPE.test(id)),
    imposer: read.matching('imposer', isJurisdictionCode),
    target: read.matching('target', isJurisdictionCode),
    ...(alsoTargets.length > 0 ? { alsoTargets } : {}),
    ...(spared === null
      ? {}
      : { exceptions: parseExceptions(file, read.lineOf('except'), spared) }),
    productScope: read.matching('scope', (slug) => SCOPE_SHAPE.test(slug)),
    productDetail: read.required('detail'),
    instrument: read.required('instrument'),
    kind: read.oneOf('kind', MEASURE_KINDS),
    rate: read.percent('rate'),
    rateBasis: read.optional('basis') === null ? null : read.oneOf<RateBasis>('basis', RATE_BASES),
    quantityTonnes: read.number('tonnes'),
    stage: read.oneOf('stage', MEASURE_STATES),
    announcedOn: read.day('announced'),
    effectiveFrom: read.day('from'),
    effectiveTo: read.day('to'),
    supersededBy: read.optional('superseded-by'),
    ...(read.optional('unsettled') === null ? {} : { unsettled: unsettledOf(read) }),
    legalRef: read.optional('law') ?? '',
    sourceName: read.required('source'),
    // A source without an address (an interview, a paper) has none here either.
    sourceUrl: read.optional('url') === null ? '' : read.matching('url', isWebAddress),
    confidence: read.oneOf('confidence', CONFIDENCES),
    note: read.optional('note') ?? '',
    audit: read.oneOf('audit', AUDITS),
  };
  const fault = faultOf(measure);
  if (fault !== null) throw new DataFileError(file, block.line, `${measure.id}: ${fault}`);
  return measure;
}

// `2026-11-11 the pause of 24 points ran out`: the day, then why.
function unsettledOf(read: ReturnType<typeof cellReader>): { from: string; why: string } {
  const text = read.matching(
    'unsettled',
    (cell) => /^\S+ \S/.test(cell) && isDay(cell.slice(0, 10)),
  );
  return { from: text.slice(0, 10), why: text.slice(10).trim() };
}

/** What one measure contradicts in itself, in words; null when nothing. */
export function faultOf(measure: Measure): string | null {
  const { effectiveFrom, effectiveTo, rate, rateBasis } = measure;
  if (effectiveFrom !== null && effectiveTo !== null && effectiveFrom > effectiveTo) {
    return `begins ${effectiveFrom}, after its end ${effectiveTo}`;
  }
  if (measure.announcedOn === null && effectiveFrom === null) return 'has no date at all';
  if (rate !== null && rate < 0) return 'has a negative rate';
  if (rate !== null && rateBasis === null) return 'has a rate without a basis';
  if (measure.kind === 'request' && (rate !== null || effectiveFrom !== null)) {
    return 'a request has neither a rate nor a first day';
  }
  if ((measure.kind === 'request') !== (measure.stage === 'sought')) {
    return 'a request, and nothing else, is sought';
  }
  const stray = measure.exceptions?.find(
    ({ from, to }) =>
      (from !== null && (from < (effectiveFrom ?? from) || from > (effectiveTo ?? from))) ||
      (to !== null && (to < (effectiveFrom ?? to) || to > (effectiveTo ?? to))),
  );
  if (stray !== undefined) return 'spares an origin on days on which it does not run';
  if (measure.supersededBy === measure.id) return 'supersedes itself';
  return null;
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/\S+$/.test(text);
}

function cellReader(file: string, block: Block) {
  function fail(field: Field, fault: string): never {
    throw new DataFileError(file, lineOf(field), fault);
  }
  function lineOf(field: Field): number {
    return block.cells.get(field)?.line ?? block.line;
  }
  function optional(field: Field): string | null {
    return block.cells.get(field)?.text ?? null;
  }
  function required(field: Field): string {
    return optional(field) ?? fail(field, `${field} is missing`);
  }
  function check(field: Field, holds: boolean, value: string): void {
    if (!holds) fail(field, `${field} may not be "${value}"`);
  }
  function matching(field: Field, holds: (value: string) => boolean): string {
    const value = required(field);
    check(field, holds(value), value);
    return value;
  }
  function oneOf<T extends string>(field: Field, known: readonly T[]): T {
    const value = required(field);
    return known.find((word) => word === value) ?? fail(field, `unknown ${field} "${value}"`);
  }
  function number(field: Field): number | null {
    const value = optional(field);
    if (value === null) return null;
    check(field, /^\d+(?:\.\d+)?$/.test(value), value);
    return Number(value);
  }
  function percent(field: Field): number | null {
    const value = number(field);
    return value === null ? null : toBasisPoints(value);
  }
  function day(field: Field): string | null {
    return optional(field) === null ? null : matching(field, isDay);
  }
  return { lineOf, optional, required, check, matching, oneOf, number, percent, day };
}
