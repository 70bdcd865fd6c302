// Errors of two kinds: those a user can mend, shown in full, and everything else, shown as a reference only.

/** Stable machine codes; `docs/ERRORS.md` is generated from the table in `reference/error-table.ts`. */
export type ErrorCode = string;

/** Shown to the user as it stands: what is wrong (`message`) and what to do next (`hint`). Never holds a secret. */
export class UserError extends Error {
  readonly code: ErrorCode;
  readonly hint: string;

  constructor(code: ErrorCode, message: string, hint: string) {
    super(message);
    this.name = 'UserError';
    this.code = code;
    this.hint = hint;
  }
}
