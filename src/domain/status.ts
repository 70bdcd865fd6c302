// The answer to "which tariffs hit product P from target T on day D", as `status --json` prints it (field names are a contract).
import type { Day } from './day.ts';

export type StatusStage = 'in-force' | 'suspended' | 'announced' | 'sought' | 'none';

/** How one measure stands on the day: `excluded` names what excludes it and under which rule. */
export type MeasureStanding = 'applies' | 'excluded' | 'suspended' | 'announced' | 'unconfirmed';

export type StatusMeasure = {
  readonly id: string;
  readonly instrument: string;
  readonly kind: string;
  readonly rate_pct: number | null;
  readonly rate_basis: string | null;
  readonly stage: string;
  readonly effective_from: Day | null;
  readonly effective_to: Day | null;
  readonly legal_ref: string;
  readonly standing: MeasureStanding;
  /** Words: "excluded by us-232-... under Procl. 10947", "announced, from 12 March 2025". */
  readonly standing_reason: string;
  readonly product_scope: string;
  readonly product_detail: string;
  readonly target: string;
  readonly quantity_tonnes: number | null;
  readonly note: string;
  readonly confidence: string;
  readonly audit: string;
  readonly source_name: string;
  readonly source_url: string;
};

export type StatusRelief = {
  readonly kind: string;
  readonly stage: string;
  readonly since: Day | null;
  readonly id: string;
  readonly note: string;
};

export type StatusImposer = {
  readonly imposer: string;
  /** The strongest of the measures' stages that day. */
  readonly stage: StatusStage;
  /** On top of the normal duty; 0 when measures apply and charge nothing, null when none applies. */
  readonly extra_rate_pct: number | null;
  readonly measures: readonly StatusMeasure[];
  readonly relief: readonly StatusRelief[];
};

export type Status = {
  readonly target: string;
  readonly product: string | null;
  readonly on: Day;
  readonly known_on: Day | null;
  readonly last_verified: Day;
  readonly imposers: readonly StatusImposer[];
};
