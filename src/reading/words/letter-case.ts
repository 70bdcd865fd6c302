// Whether words are printed with a capital. In: a sentence and the place of a token. Scripts without letter case have neither.

import type { Token } from './cut-text.ts';

type Printed = {
  readonly raw: string;
  readonly tokens: readonly Pick<Token, 'start' | 'kind' | 'text'>[];
};

/** Words that stay small inside a name or a title of capitals. */
export const LITTLE: ReadonlySet<string> = new Set('the of and in for on de le'.split(' '));

/** True for a token that begins with a capital; false behind the last token. */
export function isCapital({ raw, tokens }: Printed, at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  const letter = raw.charAt(token.start);
  return letter !== letter.toLowerCase();
}

/** True for a token that begins with a small letter; false behind the last token. */
export function isSmall({ raw, tokens }: Printed, at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  const letter = raw.charAt(token.start);
  return letter !== letter.toUpperCase();
}

/** True where at least half the words behind the first and before `end` begin small: in a headline that is no Title Case. */
export function isInSmallLetters(printed: Printed, end: number): boolean {
  const words = wordsWithin(printed, 1, end).filter(
    (at) => !LITTLE.has(printed.tokens[at]?.text ?? ''),
  );
  return words.filter((at) => isCapital(printed, at)).length * 2 <= words.length;
}

/** The places of the words among the tokens from `from` to `to`. */
export function wordsWithin({ tokens }: Printed, from: number, to: number): readonly number[] {
  return tokens.flatMap(({ kind }, at) => (at >= from && at < to && kind === 'word' ? [at] : []));
}
