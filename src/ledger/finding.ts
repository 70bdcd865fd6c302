// What the check of the data found: where, how bad, in words.

/** `error`: the answers would be wrong. `warning`: a person should look, the law may well be so. */
export type Finding = {
  readonly severity: 'error' | 'warning';
  readonly file: string;
  readonly line: number;
  readonly text: string;
};
