// How far a row of the ledger was checked, in words.
const READ_WORDS: Readonly<Record<string, string>> = {
  'official-text-seen': 'official text read',
  'secondary-source': 'from a secondary source',
  'from-memory': 'from memory',
};
const CHECK_WORDS: Readonly<Record<string, string>> = {
  confirmed: 'confirmed by a second reading',
  corrected: 'corrected by a second reading',
  added: 'added by the second reading',
  unverified: 'no second source found',
  unchecked: 'not checked a second time',
};

/** `official text read, confirmed by a second reading`. */
export function checkedWords({
  confidence,
  audit,
}: {
  readonly confidence: string;
  readonly audit: string;
}): string {
  return `${READ_WORDS[confidence] ?? confidence}, ${CHECK_WORDS[audit] ?? audit}`;
}
