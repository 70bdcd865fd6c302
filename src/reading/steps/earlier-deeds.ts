// Sentences of the text that tell what was done before the step: "Ottawa had already put a 25% surtax on steel", "Previously it
// charged aluminium as well", "the statute he used to tax copper in 2018". In: a sentence. Out: yes or no. English only.
import { type Line, oncePerLine, tokenText } from '../words/scene.ts';
import { placeOf, says, wordGroup } from '../words/word-groups.ts';

const HAD = wordGroup('had');
const BEFORE = /^(?:already|previously|earlier)$/;
const OPENING = /^previously$/;
/** Behind so many words another clause than the main one tells it. */
const MAIN_WITHIN = 16;
const YEAR = /^(?:19|20)\d\d$/;
const YEAR_WITHIN = 14;

/** True where the whole sentence is of the time before. */
export const tellsEarlier = oncePerLine((line: Line): boolean => {
  if (line.isTitle || line.lang !== 'en') return false;
  if (OPENING.test(tokenText(line, 0))) return true;
  const had = placeOf(line, HAD);
  // "Ottawa, which had already put 25% on it, doubles the rate".
  const isMain =
    had > 0 && had <= MAIN_WITHIN && !/^(?:which|who|that)$/.test(tokenText(line, had - 1));
  return (isMain && BEFORE.test(tokenText(line, had + 1))) || tellsUseOfPower(line);
});

const USED = wordGroup('used invoked');
const POWER = wordGroup('statute law authority provision power powers act section');

/** "This is the same statute he used to impose duties on steel in 2018". */
export function tellsUseOfPower(line: Line): boolean {
  if (!says(line, USED) || !says(line, POWER)) return false;
  const used = placeOf(line, USED);
  return line.tokens
    .slice(used, used + YEAR_WITHIN)
    .some(({ text }, at, all) => YEAR.test(text) && all[at - 1]?.text === 'in');
}
