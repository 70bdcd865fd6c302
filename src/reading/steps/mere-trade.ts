// Headlines outside English in which trade moves and a tariff is only named. In: a title. Out: yes or no.
import { hitFrom, hitsOf, type Line, means } from '../words/scene.ts';
import { VERB_LAST } from './read-mood.ts';

/** "Exportações para os EUA caem 18,5% no primeiro mês do tarifaço": what is counted is trade. */
export function opensWithTrade(line: Line): boolean {
  if (line.lang === 'en') return false;
  return hitsOf(line, 'movement').some((hit) => means(hit, 'movement', 'traded') && hit.from <= 1);
}

/** "tarif AS bisa pangkas pertumbuhan": right behind the verb stands what a tariff does to trade. */
export function movesTrade(line: Line): boolean {
  if (line.lang === 'en' || VERB_LAST.has(line.lang)) return false;
  return hitsOf(line, 'verb').some(
    (verb) =>
      (means(verb, 'verb', 'cut') || means(verb, 'verb', 'raise')) &&
      means(hitFrom(line, verb.to), 'movement', 'traded'),
  );
}
