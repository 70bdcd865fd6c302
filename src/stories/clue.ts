// What speaks for or against two items telling one step. Types only, and the one value that ends the matter.

/** One reason, in words for `why`, with its weight: points add up like log-odds. */
export type Clue = { readonly clue: string; readonly points: number };

/** A contradiction that no other likeness outweighs. */
export const REFUSED = Number.NEGATIVE_INFINITY;
