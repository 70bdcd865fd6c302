// Measures and ledger entries: what the law says from which day, and when this ledger learned it.
import type { Day, Instant } from './day.ts';
import type { JurisdictionCode, OriginSet } from './jurisdiction.ts';
import type { BasisPoints, RateBasis } from './rate.ts';

export type MeasureKind =
  | 'tariff'
  | 'trq'
  | 'quota'
  | 'exemption'
  | 'exclusion'
  | 'request'
  | 'suspension'
  | (string & {});

/** What the ledger holds for an instrument that no text names. */
export const UNKNOWN_INSTRUMENT = 'unspecified';

/** One row of the fact base. Both dates are inclusive; `effectiveTo` is the last full day. */
export type Measure = {
  readonly id: string;
  readonly imposer: JurisdictionCode;
  readonly target: JurisdictionCode;
  /** Further origins that the text of the act names beside `target` (Hong Kong beside China). */
  readonly alsoTargets?: readonly JurisdictionCode[];
  /** Origins that the act spares although `target` holds them, where no row of their own says so. */
  readonly exceptions?: readonly MeasureException[];
  /** Slug, with a sub-group after a colon: `electric-vehicles:byd`. */
  readonly productScope: string;
  readonly productDetail: string;
  readonly instrument: string;
  readonly kind: MeasureKind;
  readonly rate: BasisPoints | null;
  readonly rateBasis: RateBasis | null;
  readonly quantityTonnes: number | null;
  /** State at the end of the evidence; for a day in the past the dates decide. */
  readonly stage: string;
  readonly announcedOn: Day | null;
  readonly effectiveFrom: Day | null;
  readonly effectiveTo: Day | null;
  readonly supersededBy: string | null;
  /** From this day on the evidence does not say whether the row still holds as it stands, and why. */
  readonly unsettled?: { readonly from: Day; readonly why: string };
  readonly legalRef: string;
  readonly sourceName: string;
  readonly sourceUrl: string;
  readonly confidence: string;
  readonly note: string;
  readonly audit: string;
  /** An official text that said the same later, and its day; absent while none did. */
  readonly confirmedBy?: { readonly source: string; readonly on: Day };
};

/** A part of `target` that the act spares. The row's rate stays; an answer for such an origin says that it is spared. */
export type MeasureException = {
  readonly origins: OriginSet;
  /** Both inclusive; null: as long as the measure. */
  readonly from: Day | null;
  readonly to: Day | null;
  readonly law: string | null;
  /** What must hold of the origin, in words; null: it is spared without more. */
  readonly condition: string | null;
};

/** An append-only line. A correction is a new entry that supersedes an earlier one of the same measure id. */
export type LedgerEntry = {
  readonly id: string;
  readonly measure: Measure;
  /** When this ledger learned it. */
  readonly recordedAt: Instant;
  /** Entry that this one replaces from `recordedAt` on; null for a first statement. */
  readonly supersedes: string | null;
  readonly origin: 'seed' | 'feed' | 'curator';
  readonly storyId: string | null;
  /** Who recorded it and why, for corrections and curators' decisions. */
  readonly note: string;
};
