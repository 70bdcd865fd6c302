// Rates of the other side that are told behind the figure: "the duties of 8%-18% the EU plans on palm oil". In: a percentage in its
// English sentence, and who acts. Out: yes or no.
import { placeGroups } from '../places/read-places.ts';
import { type Line, tokenText } from '../words/scene.ts';
import type { Percent } from './find-percents.ts';
import type { Sides } from './rate-at.ts';

const WITHIN = 3;
const DOING =
  /^(?:plans?|planned|proposes?|proposed|wants?|seeks?|intends?|threatens?|threatened|imposed|imposes|charges?|charged|levied|puts?|has|had)$/;

/** True where a state that takes no part in the step stands right behind the figure, with a verb of laying. */
export function isPlannedThere(line: Line, { to }: Percent, { imposers }: Sides): boolean {
  if (line.lang !== 'en' || imposers.size === 0) return false;
  // "8%-18%": the range may go on.
  const first = line.tokens[to + 1]?.kind === 'number' ? to + WITHIN : to;
  const doer = placeGroups(line).find(({ from }) => from >= first && from - first <= WITHIN - 1);
  if (doer === undefined || doer.codes.some((code) => imposers.has(code))) return false;
  const between = line.tokens.slice(first, doer.from).map(({ text }) => text);
  return between.every((text) => RELATIVE.has(text)) && DOING.test(tokenText(line, doer.to));
}

const RELATIVE: ReadonlySet<string> = new Set(['that', 'which', 'the']);
