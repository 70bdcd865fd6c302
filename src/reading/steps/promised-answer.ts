// Answers whose tariff stands far behind: "vows to hit back after the US raises tariffs". In: an English line, a verb of answering and
// where the tariff begins. Out: yes or no.
import type { Hit } from '../words/lexicon.ts';
import { hitsOf, type Line, means, tokenText } from '../words/scene.ts';

const PROMISED_WITHIN = 6;

/** True for "vows to hit back after the US raises tariffs": what is answered stands behind; the answer is told by the promise. */
export function isPromised(line: Line, verb: Hit, to: number): boolean {
  if (line.tokens.slice(verb.to, to).some((token) => token.text === 'with')) return false;
  if (tokenText(line, verb.from).startsWith('retaliat') || isBackAt(line, verb)) return true;
  return line.hits.some(
    (hit) =>
      hit.to <= verb.from &&
      verb.from - hit.to <= PROMISED_WITHIN &&
      (means(hit, 'verb', 'threaten') || means(hit, 'mood', 'threat')),
  );
}

const BACK: ReadonlySet<string> = new Set(['hit', 'hits', 'fires', 'strike', 'strikes']);

// "Norway hits back after Peru imposes tariffs": in a title a state that strikes back does so with what it was struck with.
function isBackAt(line: Line, verb: Hit): boolean {
  return (
    line.isTitle &&
    BACK.has(tokenText(line, verb.from)) &&
    hitsOf(line, 'place').some((hit) => hit.to === verb.from)
  );
}
