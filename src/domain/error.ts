// Errors of two kinds: those a user can mend, shown in full, and everything else, shown as a reference only.
import type { FieldFault } from './form.ts';

/** Stable machine codes; `docs/ERRORS.md` is generated from the table in `reference/error-table.ts`. */
export type ErrorCode = string;

/** Shown to the user as it stands: what is wrong (`message`) and what to do next (`hint`). Never holds a secret. */
export class UserError extends Error {
  readonly code: ErrorCode;
  readonly hint: string;
  /** Which fields of a form it is about; empty when no form was filled in, or none of its fields is at fault. */
  readonly faults: readonly FieldFault[];

  constructor(code: ErrorCode, message: string, hint: string, faults: readonly FieldFault[] = []) {
    super(message);
    this.name = 'UserError';
    this.code = code;
    this.hint = hint;
    this.faults = faults;
  }
}
