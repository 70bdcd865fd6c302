// Who stands right behind the verb that strikes: "hits Canada", "menace l'Inde", "threatens Lula with a tariff". In: a line, a
// place of it, the step told there. Out: yes or no.
import type { PlaceGroup } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { hitBefore, hitsOf, type Line, means, tokenText } from '../words/scene.ts';

/** "doubles China tariff, hits Canada and Mexico": right behind a verb that imposes. */
export function isHitDirectly(line: Line, group: PlaceGroup): boolean {
  if (isThreatenedDirectly(line, group)) return true;
  const last = tokenText(line, group.from - 1);
  if (line.lang === 'zh' && STRUCK.has(last)) return true;
  const verb = hitBefore(line, group.from);
  return HITTING.test(last) && means(verb, 'verb', 'impose');
}

const ARTICLES: ReadonlySet<string> = new Set([
  'l',
  'la',
  'le',
  'les',
  'il',
  'lo',
  'i',
  'gli',
  'a',
  'o',
  'os',
  'as',
]);

/** "menace l'Inde de représailles", "droht Indien mit": right behind a verb that threatens stands whom it threatens. */
export function isThreatenedDirectly(line: Line, group: PlaceGroup): boolean {
  if (line.lang === 'en') return false;
  const at = ARTICLES.has(tokenText(line, group.from - 1)) ? group.from - 1 : group.from;
  const verb = hitBefore(line, at);
  return means(verb, 'verb', 'threaten') && hitsOf(line, 'place').some((hit) => hit.to <= at - 1);
}

const HITTING = /^(?:hit|hits|hitting|slap|slaps|target|targets|targeting)$/;
/** Last character of Chinese verbs that strike whom they name: "以关税打击印度". */
const STRUCK: ReadonlySet<string> = new Set(['击', '擊']);

const STRIKING: ReadonlySet<string> = new Set(['threaten', 'impose', 'open', 'retaliate']);

/** "Trump threatens Lula with a tariff": right behind the verb stands whom it strikes, be it a person. */
export function isStruckPerson(
  line: Line,
  group: PlaceGroup,
  { verb, object, family }: Step,
): boolean {
  return (
    line.lang === 'en' &&
    STRIKING.has(family) &&
    group.from === verb.to &&
    object.from > group.to &&
    tokenText(line, group.to) === 'with'
  );
}
