// Who imposes and who is hit: a country, a territory, the EU, or every origin at once.

/** ISO 3166-1 alpha-2 in capitals, or `EU`, or `WORLD` (every origin). `GB` is the United Kingdom, `TR` Türkiye. */
export type JurisdictionCode = string;

/** Origins as the tables write them. `parts` holds codes and, with `@` in front, groups; empty means any origin. */
export type OriginSet = { readonly isComplement: boolean; readonly parts: readonly string[] };

/** What a user meant by a word for a country or a group. `codes` has one member for a country, several for a group. */
export type JurisdictionMatch = {
  readonly codes: readonly JurisdictionCode[];
  readonly name: string;
  /** Said back to the user when the word is ambiguous ("Korea" is taken as South Korea). */
  readonly assumption: string | null;
};
