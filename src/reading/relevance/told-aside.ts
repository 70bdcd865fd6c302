// Steps that the text tells only beside its own matter: "Shop halts parcels" / "The retailer acted as the exemption ends". In: an
// item and a step of its text. Out: yes or no.
import { hasTariffWord, isWeakButTrade } from '../objects/tariff-words.ts';
import type { Step } from '../steps/find-steps.ts';
import { hitBefore, hitsOf, means, type Scene, tokenText } from '../words/scene.ts';

/** True where the item is about who acted, and the step stands in a clause beside. */
export function isToldAside({ title }: Scene, { line, verb }: Step): boolean {
  if (title === null || hasTariffWord(title) || isWeakButTrade(title)) return false;
  if (title.lang !== 'en' || title.classes.has('place') === false) return false;
  return hitsOf(line, 'clause').some(
    (hit) =>
      hit.from > 1 &&
      hit.to <= verb.from &&
      means(hit, 'clause', 'opening') &&
      !AS_IN_LAW.has(tokenText(line, hit.to)) &&
      !means(hitBefore(line, hit.from), 'saying', 'judge'),
  );
}

/** "as consistent with applicable law", "as amended": no clause of its own. */
const AS_IN_LAW: ReadonlySet<string> = new Set(
  'consistent required amended described provided defined set specified permitted applicable'.split(
    ' ',
  ),
);
