// What a curator fills in, as a measure: the table by which each field is read, and what is wrong with which. One table for the
// words of the command and for every form. Pure.
import { type Day, isDay } from '../domain/day.ts';
import { UserError } from '../domain/error.ts';
import type { FieldFault } from '../domain/form.ts';
import { type Measure, UNKNOWN_INSTRUMENT } from '../domain/measure.ts';
import { toBasisPoints } from '../domain/rate.ts';
import { faultOf, MEASURE_KINDS, RATE_BASES } from '../reference/parse-measures.ts';
import { jurisdictionFrom, productFrom } from './resolve-status-query.ts';

/** Fields of the form, as typed. A field that is absent stays as it was read; an empty one is cleared where it may be. */
export type ReviewEdits = {
  readonly imposer?: string;
  readonly target?: string;
  readonly product?: string;
  readonly instrument?: string;
  readonly kind?: string;
  readonly rate?: string;
  readonly basis?: string;
  readonly from?: string;
  readonly to?: string;
  readonly law?: string;
};

/** The measure with the edits applied. Throws UserError for a value that cannot be read. */
export function editMeasure(measure: Measure, edits: ReviewEdits): Measure {
  const { imposer, target, product, instrument, kind, rate, basis, from, to, law } = edits;
  const on = measure.effectiveFrom ?? measure.announcedOn ?? '2025-01-01';
  return {
    ...measure,
    ...(imposer === undefined ? {} : { imposer: oneCode(imposer, on) }),
    ...(target === undefined ? {} : { target: oneCode(target, on) }),
    ...(product === undefined ? {} : scopeFields(product)),
    ...(instrument === undefined ? {} : { instrument: instrument.trim() || UNKNOWN_INSTRUMENT }),
    ...(kind === undefined ? {} : { kind: oneOf('kind', kind, MEASURE_KINDS) }),
    ...(rate === undefined ? {} : { rate: rateFrom(rate) }),
    ...(basis === undefined
      ? {}
      : { rateBasis: basis.trim() === '' ? null : oneOf('basis', basis, RATE_BASES) }),
    ...(from === undefined ? {} : { effectiveFrom: dayFrom(from) }),
    ...(to === undefined ? {} : { effectiveTo: dayFrom(to) }),
    ...(law === undefined ? {} : { legalRef: law.trim() }),
  };
}

/** What a measure still lacks before the ledger can hold it, in the words of a review. */
export function missingOf(measure: Measure): readonly string[] {
  const charges = measure.kind === 'tariff' || measure.kind === 'trq';
  const isThreat = measure.stage === 'threatened' || measure.kind === 'request';
  return [
    ...(measure.imposer === '' ? ['imposer'] : []),
    ...(measure.target === '' ? ['target'] : []),
    ...(measure.productScope === '' || measure.productScope.startsWith('other:')
      ? ['product']
      : []),
    ...(charges && !isThreat && measure.rate === null ? ['rate'] : []),
    ...(measure.rate !== null && measure.rateBasis === null ? ['rate basis'] : []),
    ...(!isThreat && measure.effectiveFrom === null ? ['effective date'] : []),
    ...(measure.instrument === UNKNOWN_INSTRUMENT && !isThreat ? ['instrument'] : []),
  ];
}

/** The field that mends what `missingOf` names. */
const FIELD_OF: Readonly<Record<string, keyof ReviewEdits>> = {
  imposer: 'imposer',
  target: 'target',
  product: 'product',
  rate: 'rate',
  'rate basis': 'basis',
  'effective date': 'from',
  instrument: 'instrument',
};

/** What keeps the edited measure out of the ledger, field by field; empty when nothing does. */
export function editFaults(measure: Measure, edits: ReviewEdits): readonly FieldFault[] {
  const unreadable = Object.entries(edits).flatMap(([field, value]) => {
    try {
      editMeasure(measure, { [field]: value });
      return [];
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return [{ field, text: `${error.message} ${error.hint}` }];
    }
  });
  if (unreadable.length > 0) return unreadable;
  const edited = editMeasure(measure, edits);
  const missing = missingOf(edited).flatMap((name) => {
    const field = FIELD_OF[name];
    return field === undefined ? [] : [{ field, text: `The measure still lacks: ${name}.` }];
  });
  const fault = faultOf(edited);
  if (missing.length > 0 || fault === null) return missing;
  return [{ field: fault.startsWith('begins') ? 'to' : 'kind', text: `The measure ${fault}.` }];
}

function oneCode(words: string, on: Day): string {
  const { codes, name } = jurisdictionFrom(words, on);
  const [only] = codes;
  if (only !== undefined && codes.length === 1) return only;
  throw new UserError('bad-setting', `${name} is a group.`, 'Name one country, EU or WORLD.');
}

function scopeFields(words: string): Pick<Measure, 'productScope' | 'productDetail'> {
  const { scopes, product } = productFrom(words);
  const [only] = scopes;
  if (only !== undefined && scopes.length === 1)
    return { productScope: only, productDetail: words.trim() };
  throw new UserError(
    'bad-setting',
    `${product} stands for several scopes.`,
    `Name one of ${scopes.join(', ')}.`,
  );
}

function rateFrom(text: string): number | null {
  const printed = text.trim().replace(/%$/, '').trimEnd().replace(',', '.');
  if (printed === '') return null;
  if (/^\d{1,4}(?:\.\d{1,2})?$/.test(printed)) return toBasisPoints(Number(printed));
  throw new UserError(
    'bad-setting',
    `"${text}" is no rate.`,
    'Write a percentage such as 25 or 7.5.',
  );
}

function dayFrom(text: string): Day | null {
  const printed = text.trim();
  const isKnown: boolean = isDay(printed);
  if (printed === '' || isKnown) return printed === '' ? null : printed;
  throw new UserError('bad-date', `"${text}" is no day.`, 'Write it as 2025-03-12.');
}

function oneOf<T extends string>(field: string, text: string, known: readonly T[]): T {
  const found = known.find((word) => word === text.trim().toLowerCase());
  if (found !== undefined) return found;
  throw new UserError(
    'bad-setting',
    `"${text}" is no ${field}.`,
    `Use one of ${known.join(', ')}.`,
  );
}
