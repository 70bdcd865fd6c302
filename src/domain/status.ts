// The answer to "which tariffs hit product P from target T on day D", as `status --json` prints it (field names are a contract).
import type { Day } from './day.ts';

export type StatusStage = 'in-force' | 'suspended' | 'announced' | 'sought' | 'none';

/** How one measure stands on the day: `excluded` names what excludes it and under which rule. */
export type MeasureStanding =
  | 'applies'
  | 'excluded'
  | 'suspended'
  | 'announced'
  | 'unconfirmed'
  /** Covers only a part of the product, or depends on a condition; told beside the answer, never summed. */
  | 'partial'
  /** A threat without an instrument; never a part of the answer's stage or rate. */
  | 'threatened';

/** An origin that the act spares without a row of its own; the figures of the answer stay those of the row. */
export type StatusException = {
  /** "spared under Procl. 9694", "spared if India lists it as a developing country". */
  readonly text: string;
  /** False while it hangs on a condition that the ledger cannot decide. */
  readonly is_certain: boolean;
};

export type StatusMeasure = {
  readonly id: string;
  readonly instrument: string;
  readonly kind: string;
  readonly rate_pct: number | null;
  readonly rate_basis: string | null;
  /** On the day asked: `in-force`, `excluded`, `suspended`, `announced`, `threatened`, `ended`. */
  readonly stage: string;
  readonly announced_on: Day | null;
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
  /** Said beside the row when its evidence is weak: "check the source: ..."; null when it was read and confirmed. */
  readonly caution: string | null;
  /** An official text of a feed that said the same as the row, and its day; null while none did. */
  readonly confirmed_by: string | null;
  readonly confirmed_on: Day | null;
  readonly source_name: string;
  readonly source_url: string;
  /** Set when the act spares the origin asked for. */
  readonly exception: StatusException | null;
  /** Of an announced measure: false when another takes its place on these goods from its first day on. */
  readonly is_coming: boolean;
  /** Since when the evidence leaves open whether the row still holds as it stands; null: it does not. */
  readonly unsettled_since: Day | null;
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
  /** Live that day: requests as `sought`, own exemptions, exclusions, quotas and TRQs of the target as `granted`. */
  readonly relief: readonly StatusRelief[];
  /** Requests that had ended by that day: `granted` when a relief measure took their place, else `lapsed`. */
  readonly past_relief: readonly StatusRelief[];
  /** Rules that reach only a part of the product or need a condition (a list, a USMCA claim, a company). */
  readonly partial: readonly StatusMeasure[];
  readonly threatened: readonly StatusMeasure[];
  /** Normal (MFN) duty as given by the operator's tariff table; null when unknown. */
  readonly normal_duty_pct: number | null;
  /** As that table prints it where it is no single percentage (`$1.509/kg`); null otherwise. */
  readonly normal_duty_text: string | null;
  /** Normal duty and extras together; null when either is unknown. */
  readonly total_duty_pct: number | null;
  /** True when `extra_rate_pct` counts a floor or a whole duty at its full rate because the normal duty is unknown. */
  readonly includes_normal_duty: boolean;
};

export type Status = {
  readonly target: string;
  readonly product: string | null;
  readonly on: Day;
  readonly known_on: Day | null;
  readonly last_verified: Day;
  /** Assumptions and limits that belong to the answer ("Korea is taken as South Korea"), as sentences. */
  readonly notes: readonly string[];
  readonly imposers: readonly StatusImposer[];
};
