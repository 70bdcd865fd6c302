import type { Hit } from '../words/lexicon.ts';

/** The family of a verb and the noun that it is done to. */
export type VerbObject = { readonly family: string; readonly object: Hit };
