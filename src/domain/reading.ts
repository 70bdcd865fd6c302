// What a text says: facts, each with the words it was read from. Unknown is absent, never a default.
import type { Day } from './day.ts';
import type { JurisdictionCode } from './jurisdiction.ts';

export type Relevance = 'yes' | 'routine' | 'no';

export const ACTIONS = [
  'imposed',
  'increased',
  'reduced',
  'threatened',
  'proposed',
  'suspended',
  'delayed',
  'exempted',
  'exemption-sought',
  'exemption-denied',
  'exemption-ended',
  'quota-set',
  'retaliation-imposed',
  'retaliation-threatened',
  'investigation-opened',
  'struck-down',
  'deal-reached',
  'removed',
  'other',
] as const;
export type Action = (typeof ACTIONS)[number];

export const INSTRUMENTS = [
  'Section 232',
  'Section 301',
  'Section 201',
  'Section 122',
  'IEEPA',
  'AD',
  'CVD',
  'safeguard',
  'MFN',
  'retaliation',
] as const;
export type Instrument = (typeof INSTRUMENTS)[number];

export const MEASURE_STAGES = [
  'threatened',
  'proposed',
  'announced',
  'in-force',
  'suspended',
  'ended',
] as const;
/** The life of a measure. `ended`: expired, revoked, replaced or struck down. */
export type MeasureStage = (typeof MEASURE_STAGES)[number];

export const RELIEF_STAGES = ['sought', 'negotiating', 'granted', 'refused', 'lapsed'] as const;
/** The life of a target's relief from a measure; it never changes the stage of the measure. */
export type ReliefStage = (typeof RELIEF_STAGES)[number];

export const RUNGS = ['press', 'statement', 'instrument', 'gazette', 'customs'] as const;
/** How good the evidence is, the weakest first. From `statement` on a source is official; from `instrument` on it is law. */
export type Rung = (typeof RUNGS)[number];

export type EvidenceField = 'title' | 'summary' | 'content';

/** The words a fact was read from: a substring `text.slice(start, end)` of the named field of the item. */
export type Evidence = {
  readonly field: EvidenceField;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** Name of the rule that read it, for `why` and `read --explain`. */
  readonly rule: string;
};

export type Fact<T> = { readonly value: T; readonly evidence: Evidence };

/** `ceiling`: "up to 100 %". `unstated`: the text does not say what the rate comes on top of. */
export type RateKind = 'additional' | 'total' | 'floor' | 'out-of-quota' | 'ceiling' | 'unstated';

/** A rate that is imposed or changed to, in percent as printed. */
export type RateFact = Fact<number> & { readonly kind: RateKind };

/** One step in the life of one measure, as one text tells it. */
export type StepReading = {
  readonly imposers: readonly Fact<JurisdictionCode>[];
  readonly targets: readonly Fact<JurisdictionCode>[];
  /** Spared by name ("except Canada"); never among the targets. */
  readonly exempted: readonly Fact<JurisdictionCode>[];
  /** Slugs of the product table, or `other:<noun>`. */
  readonly products: readonly Fact<string>[];
  readonly rates: readonly RateFact[];
  /** Rates that are replaced or removed. */
  readonly oldRates: readonly Fact<number>[];
  readonly action: Action;
  readonly actionEvidence: Evidence | null;
  readonly effectiveDate: Fact<Day> | null;
  readonly endDate: Fact<Day> | null;
  readonly instrument: Fact<Instrument> | null;
  readonly quotaTonnes: readonly Fact<number>[];
  /** From the action by one table; null where the step says nothing of it. */
  readonly stage: MeasureStage | null;
  readonly relief: ReliefStage | null;
};

export type Reading = StepReading & {
  readonly relevance: Relevance;
  /** One sentence: why it is news, paperwork or neither. */
  readonly reason: string;
  /** Further steps told in the same item, the leading one not repeated. */
  readonly furtherSteps: readonly StepReading[];
  /** The wire or agency that the text credits; counts independent origins. */
  readonly origin: string | null;
  /** True when there was nothing but a title to read. */
  readonly titleOnly: boolean;
};

/** What the reader is given. `published` is an ISO day or instant; relative dates are resolved against it. */
export type ReadingInput = {
  readonly title: string;
  readonly summary: string;
  readonly content?: string | undefined;
  readonly sourceName?: string | undefined;
  readonly sourceUrl?: string | undefined;
  readonly published?: string | undefined;
  /** ISO 639-1; found from the text when absent. */
  readonly lang?: string | undefined;
};
