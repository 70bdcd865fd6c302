// A title of two steps, the first of them laid by who opens it. In: a title, a verb of it, what the verb is done to. Out: yes or no.
import type { StepObject } from '../objects/action-table.ts';
import { isActor } from '../objects/idle-tariffs.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitsOf, type Line } from '../words/scene.ts';
import { says } from '../words/word-groups.ts';
import { PRONOUN } from './pronoun-steps.ts';

/** What such a step weighs more than the others of its title. */
export const SUBJECT_FIRST = 6;
const LAYING: ReadonlySet<string> = new Set(['announce', 'impose', 'raise']);

type Laid = { readonly family: string; readonly about: StepObject; readonly object: Hit };

/** "Lima unveils a 50% tariff on copper, ends the exemption for parcels": what who acts is said to lay first leads. */
export function opensTitle(line: Line, verb: Hit, { family, about, object }: Laid): boolean {
  if (line.lang !== 'en' || !line.isTitle || !LAYING.has(family)) return false;
  const isOther = (hit: Hit): boolean => hit.from >= verb.to && hit.to <= object.from;
  if (says(line, PRONOUN) || hitsOf(line, 'verb').some(isOther)) return false;
  return (
    about === 'tariff' &&
    object.from >= verb.to &&
    line.hits.some((hit) => hit.from === 0 && hit.to === verb.from && isActor(hit))
  );
}
