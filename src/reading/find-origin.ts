// In: an item's texts. Out: the wire or agency that the text credits, so that copies of one report count once.
// Only the text is asked; a publisher's own name is the feed's business.
import { agencyIn } from './words/agencies.ts';

/** Only the beginning and the end of a text carry credits. */
const CREDIT_REACH = 160;

/** The agency credited in the text, or null. */
export function findOrigin(title: string, summary: string): string | null {
  const end = summary.slice(Math.max(CREDIT_REACH, summary.length - CREDIT_REACH));
  const text = `${title} ${summary.slice(0, CREDIT_REACH)} ${end}`.toLowerCase();
  return agencyIn(text);
}
