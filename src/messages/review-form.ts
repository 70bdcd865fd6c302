// A review's measure as a form: the fields of the command `review R-3 edit`, in the order in which a notice tells them.
import type { Form, FormField, FormValues } from '../domain/form.ts';
import { type Measure, UNKNOWN_INSTRUMENT } from '../domain/measure.ts';
import type { Message } from '../domain/message.ts';
import { toPercent } from '../domain/rate.ts';
import type { Review } from '../domain/review.ts';
import { MEASURE_KINDS, RATE_BASES } from '../reference/parse-measures.ts';
import { reviewMessage, type SourceDifferenceContent } from './review-message.ts';
import { cutWords } from './wording.ts';

const LONGEST_ABOUT = 300;

/** What the form shows of a measure; empty: not read. */
export function formValues(measure: Measure): FormValues {
  return {
    imposer: measure.imposer,
    target: measure.target,
    product: measure.productScope,
    instrument: measure.instrument === UNKNOWN_INSTRUMENT ? '' : measure.instrument,
    kind: measure.kind,
    rate: measure.rate === null ? '' : `${toPercent(measure.rate)}`,
    basis: measure.rateBasis ?? '',
    from: measure.effectiveFrom ?? '',
    to: measure.effectiveTo ?? '',
    law: measure.legalRef,
  };
}

const FIELDS: readonly Omit<FormField, 'value'>[] = [
  {
    name: 'imposer',
    label: 'Imposed by',
    kind: 'text',
    hint: 'A country or the EU: US, Japan, EU',
  },
  { name: 'target', label: 'On goods of', kind: 'text', hint: 'A country, EU, or WORLD for all' },
  { name: 'product', label: 'Product', kind: 'text', hint: 'steel, cars, an HS prefix' },
  { name: 'instrument', label: 'Instrument', kind: 'text', hint: 'Section 232, safeguard' },
  { name: 'kind', label: 'Kind', kind: 'choice', choices: MEASURE_KINDS.map(choiceOf) },
  { name: 'rate', label: 'Rate, %', kind: 'text', hint: '25 or 7.5' },
  {
    name: 'basis',
    label: 'Basis of the rate',
    kind: 'choice',
    choices: [{ value: '', label: 'not read' }, ...RATE_BASES.map(choiceOf)],
  },
  { name: 'from', label: 'First day', kind: 'day' },
  { name: 'to', label: 'Last day', kind: 'day', hint: 'Included; empty while it is open' },
  { name: 'law', label: 'Law', kind: 'text', hint: 'Proclamation 10896 (90 FR 9817)' },
  {
    name: 'why',
    label: 'Why',
    kind: 'long-text',
    hint: 'Kept with the decision, your name and the time',
    isRequired: true,
  },
];

function choiceOf(value: string): { readonly value: string; readonly label: string } {
  return { value, label: value === 'trq' ? 'tariff-rate quota' : value.replaceAll('-', ' ') };
}

/** The form by which a curator mends a review and takes it. */
export function reviewForm(review: Review): Form {
  const values = formValues(review.proposal);
  const lacks = review.missing.length === 0 ? '' : ` Lacks: ${review.missing.join(', ')}.`;
  return {
    title: `Edit ${review.id}`,
    about: cutWords(`${review.reason}${lacks}`, LONGEST_ABOUT),
    command: `review ${review.id} edit`,
    submit: 'Take it as edited',
    fields: FIELDS.map((field) => ({ ...field, value: values[field.name] ?? '' })),
  };
}

/** The review with its form; where no form can be opened, its words say how to decide. */
export function reviewFormMessage(
  review: Review,
  differences: readonly SourceDifferenceContent[] = [],
): Message {
  return { ...reviewMessage(review, true, differences), form: reviewForm(review) };
}
