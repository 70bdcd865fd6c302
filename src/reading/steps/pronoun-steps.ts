// Steps whose tariff is only a pronoun: "drew up counter-tariffs but shelves them". In: an English sentence, its objects. Out: the
// verb, what it is done to and its family.
import type { ObjectHit } from '../objects/step-objects.ts';
import { hitsOf, type Line, means, tokenText } from '../words/scene.ts';
import { says, wordGroup } from '../words/word-groups.ts';
import type { Phrase } from './phrase.ts';

/** The words that may stand for a tariff. */
export const PRONOUN = wordGroup('them it');
const FAMILIES = ['suspend', 'remove', 'delay', 'raise', 'cut'] as const;
/** Words that join what becomes of the tariff to what was told of it. */
const JOINING: ReadonlySet<string> = new Set(
  'but then and now later subsequently temporarily has have had also will would'.split(' '),
);
const JOINED_WITHIN = 2;

/** "but temporarily freezes them for 90 days", "then suspended them". */
export function pronounSteps(line: Line, objects: readonly ObjectHit[]): readonly Phrase[] {
  if (line.lang !== 'en' || !says(line, PRONOUN)) return [];
  const found: Phrase[] = [];
  for (const verb of hitsOf(line, 'verb')) {
    if (!PRONOUN.has(tokenText(line, verb.to)) || !isJoinedOn(line, verb.from)) continue;
    const family = FAMILIES.find((name) => means(verb, 'verb', name));
    const tariff = objects.findLast(
      ({ hit, abouts }) => hit.to < verb.from && abouts.includes('tariff'),
    );
    if (family === undefined || tariff === undefined) continue;
    found.push({ verb, object: tariff.hit, family, about: 'tariff', cost: 0 });
  }
  return found;
}

function isJoinedOn(line: Line, from: number): boolean {
  for (let at = from - 1; at >= Math.max(0, from - JOINED_WITHIN); at -= 1)
    if (JOINING.has(tokenText(line, at))) return true;
  return false;
}
