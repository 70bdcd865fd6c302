// Legal grounds outside English that a sentence of the text names beside the step's own. In: the sentence, the leading step and the day
// of the item. Out: yes or no.
import type { Step } from './steps/find-steps.ts';
import { hitsOf, type Line } from './words/scene.ts';

const YEAR = /^(?:19|20)\d\d$/;

/** "301条調査の公聴会を開く", "Pada 2018 mengenakan tarif dengan dasar Pasal 232": an inquiry beside the step, or what was done before it. */
export function isOfElseAbroad(line: Line, lead: Step, publishedOn: string | null): boolean {
  if (line.lang === 'en' || line.isTitle || line === lead.line) return false;
  if (line.classes.has('probe') && lead.about !== 'probe' && !line.classes.has('tariff'))
    return true;
  // "301조, 201조, 122조 가운데 하나를 쓸 수 있다": what a sentence lists of laws is what there is to choose from.
  const sections = new Set(
    hitsOf(line, 'instrument').flatMap((hit) => hit.meanings.get('instrument')),
  );
  if (sections.size > 2) return true;
  const thisYear = publishedOn?.slice(0, 4) ?? '';
  return line.tokens.some(({ text }) => YEAR.test(text) && text < thisYear);
}
