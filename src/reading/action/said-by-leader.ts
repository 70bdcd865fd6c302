// Tariffs that a headline only lets a leader say: "トランプ大統領「自動車に25%関税を課す」", "Trump: dazi al 50%". In: a step.
// Out: yes or no.
import type { Step } from '../steps/find-steps.ts';
import { hitsOf, type Line, means, tokenText } from '../words/scene.ts';

const QUOTING: ReadonlySet<string> = new Set(['ja', 'ko', 'zh']);
const OPENING = /[「『“‘"]/;
const PAIRS: Readonly<Record<string, string>> = {
  '「': '」',
  '『': '』',
  '“': '”',
  '‘': '’',
  '"': '"',
};

/** True for a step within quotation marks that a leader stands before: what one says is no act yet. */
export function isSaidByLeader({ line, verb }: Step): boolean {
  if (isCalledByLeader(line, verb.from)) return true;
  if (!line.isTitle || !QUOTING.has(line.lang)) return false;
  const from = line.tokens[0]?.start ?? 0;
  const at = (line.tokens[verb.from]?.start ?? 0) - from;
  const text = line.raw.slice(from);
  const opening = text.search(OPENING);
  if (opening <= 0 || opening > at) return false;
  const closing = text.indexOf(PAIRS[text.charAt(opening)] ?? '', opening + 1);
  if (closing >= 0 && closing < at) return false;
  return hitsOf(line, 'placekind').some(
    (hit) =>
      means(hit, 'placekind', 'leader') && (line.tokens[hit.to - 1]?.end ?? 0) - from <= opening,
  );
}

const OPENS_WITHIN = 1;

// "特朗普:8月起对铜征收50%关税", "Trump: tembaga kena tarif": behind the colon stands what a leader says.
function isCalledByLeader(line: Line, at: number): boolean {
  if (line.lang === 'en' || !line.isTitle) return false;
  return hitsOf(line, 'placekind').some(
    (hit) =>
      means(hit, 'placekind', 'leader') &&
      hit.from <= OPENS_WITHIN &&
      hit.to < at &&
      tokenText(line, hit.to) === ':',
  );
}
