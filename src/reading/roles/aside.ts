// Sentences that turn away from the matter of an item. In: a sentence. Out: yes or no.
import { hitsOf, type Line, means } from '../words/scene.ts';
import { says, wordGroup } from '../words/word-groups.ts';

/** How far from its start a sentence may turn to another matter: "But separately". */
const ASIDE_WITHIN = 1;

/** True for a sentence that turns to another matter ("Separately, India ...", "Des firmes obtiennent par ailleurs un allègement")
 * or is a link that a feed pasted in. */
export function isAside(line: Line): boolean {
  if (line.isTitle) return false;
  const verb = line.lang === 'en' ? 0 : (hitsOf(line, 'verb')[0]?.to ?? 0);
  return hitsOf(line, 'aside').some(
    (hit) => means(hit, 'aside', 'aside') && (hit.from <= ASIDE_WITHIN || hit.from === verb),
  );
}

const BANS = wordGroup('ban bans banned banning embargo sanctions');

/** True for "The draft also includes a ban on all steel from Peru": what is banned bears no tariff. */
export function tellsBan(line: Line): boolean {
  return line.lang === 'en' && !line.isTitle && !line.classes.has('tariff') && says(line, BANS);
}
