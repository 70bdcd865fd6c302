// "Kenya said it had cut the duty": behind who says so, "had" tells the news and not what was before. In: a sentence and the
// place of its "had". Out: yes or no.
// English only.
import { type Line, tokenText } from '../words/scene.ts';

const PRONOUNS: ReadonlySet<string> = new Set(['it', 'he', 'she', 'they']);
const SAID = /^(?:said|announced|confirmed|notified|reported|wrote|stated|informed|told)$/;
const SAID_WITHIN = 7;
const EARLIER =
  /^(?:before|earlier|previously|ago|originally|initially|last|since|until|already|long|once|march|january|february|april|june|july|august|september|october|november|december)$/;
const EARLIER_WITHIN = 24;

/** True for "said on Friday it had imposed"; not for "said it had cut the duty last year". */
export function isReportedPerfect(line: Line, had: number): boolean {
  if (line.lang !== 'en' || tokenText(line, had) !== 'had') return false;
  if (!PRONOUNS.has(tokenText(line, had - 1))) return false;
  const before = line.tokens.slice(Math.max(0, had - 1 - SAID_WITHIN), had - 1);
  if (!before.some(({ text }) => SAID.test(text))) return false;
  const behind = line.tokens.slice(had, had + EARLIER_WITHIN);
  return !behind.some(({ text }) => EARLIER.test(text));
}
