// In: a reading. Out: the JSON object of the `read` command: the leading step at the top level, every step in `facts`.
import type { Evidence, Fact, Reading, StepReading } from '../domain/reading.ts';

type PrintedEvidence = { readonly value: string | number; readonly quote: string };

/** One step as printed; lists are empty and scalars null when the text does not say. */
export type PrintedStep = {
  readonly imposers: readonly string[];
  readonly targets: readonly string[];
  readonly products: readonly string[];
  readonly rates_pct: readonly number[];
  readonly action: string | null;
  readonly effective_date: string | null;
  readonly instrument: string | null;
  readonly evidence: Readonly<Record<string, readonly PrintedEvidence[]>>;
};

export type PrintedReading = PrintedStep & {
  readonly id: string;
  readonly relevance: string;
  readonly reason: string;
  readonly origin: string | null;
  readonly facts: readonly (PrintedStep & StepDetail)[];
};

type StepDetail = {
  readonly exempted: readonly string[];
  readonly rate_kinds: readonly string[];
  readonly old_rates_pct: readonly number[];
  readonly quota_tonnes: readonly number[];
  readonly end_date: string | null;
  readonly stage: string | null;
  readonly relief: string | null;
};

/** The printed form of a reading (DESIGN.md section 11). */
export function printReading(id: string, reading: Reading): PrintedReading {
  const isNews = reading.relevance === 'yes';
  const steps: readonly StepReading[] = isNews ? [reading, ...reading.furtherSteps] : [];
  return {
    id,
    relevance: reading.relevance,
    ...printStep(reading, isNews),
    reason: reading.reason,
    origin: reading.origin,
    facts: steps.map((step) => ({ ...printStep(step, true), ...printDetail(step) })),
  };
}

function printStep(step: StepReading, isNews: boolean): PrintedStep {
  return {
    imposers: values(step.imposers),
    targets: values(step.targets),
    products: values(step.products),
    rates_pct: values(step.rates),
    action: isNews ? step.action : null,
    effective_date: step.effectiveDate?.value ?? null,
    instrument: step.instrument?.value ?? null,
    evidence: printEvidence(step),
  };
}

function printDetail(step: StepReading): StepDetail {
  return {
    exempted: values(step.exempted),
    rate_kinds: step.rates.map((rate) => rate.kind),
    old_rates_pct: values(step.oldRates),
    quota_tonnes: values(step.quotaTonnes),
    end_date: step.endDate?.value ?? null,
    stage: step.stage,
    relief: step.relief,
  };
}

function values<T>(facts: readonly Fact<T>[]): readonly T[] {
  return facts.map((fact) => fact.value);
}

function printEvidence(step: StepReading): Readonly<Record<string, readonly PrintedEvidence[]>> {
  const printed: Record<string, readonly PrintedEvidence[]> = {};
  const put = (field: string, facts: readonly Fact<string | number>[]): void => {
    if (facts.length > 0) printed[field] = facts.map((fact) => quoteOf(fact.value, fact.evidence));
  };
  put('imposers', step.imposers);
  put('targets', step.targets);
  put('products', step.products);
  put('rates_pct', step.rates);
  if (step.actionEvidence !== null) printed['action'] = [quoteOf(step.action, step.actionEvidence)];
  put('effective_date', step.effectiveDate === null ? [] : [step.effectiveDate]);
  put('instrument', step.instrument === null ? [] : [step.instrument]);
  return printed;
}

function quoteOf(value: string | number, evidence: Evidence): PrintedEvidence {
  return { value, quote: evidence.quote };
}
