// Steps whose tariff is only a pronoun: "drew up counter-tariffs but shelves them". In: an English sentence, its objects. Out: the
// verb, what it is done to and its family.
import type { ObjectHit } from '../objects/step-objects.ts';
import type { Hit } from '../words/lexicon.ts';
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
    if (!PRONOUN.has(tokenText(line, verb.to))) continue;
    const family = familyOf(line, verb);
    const tariff = objects.findLast(
      ({ hit, abouts }) => hit.to < verb.from && abouts.includes('tariff'),
    );
    if (family === undefined || tariff === undefined) continue;
    found.push({ verb, object: tariff.hit, family, about: 'tariff', cost: 0 });
  }
  return found;
}

const LAID_ON: ReadonlySet<string> = new Set(['on', 'upon']);

function familyOf(line: Line, verb: Hit): string | undefined {
  if (isJoinedOn(line, verb.from)) return FAMILIES.find((name) => means(verb, 'verb', name));
  // "recommended an anti-dumping duty; now, therefore, the Government imposes it on the subject goods".
  const isLaid = means(verb, 'verb', 'impose') && LAID_ON.has(tokenText(line, verb.to + 1));
  return isLaid && !line.isTitle ? 'impose' : undefined;
}

function isJoinedOn(line: Line, from: number): boolean {
  for (let at = from - 1; at >= Math.max(0, from - JOINED_WITHIN); at -= 1)
    if (JOINING.has(tokenText(line, at))) return true;
  return false;
}
