// The measure that is answered, told within the sentence that tells the answer. In: a sentence, a country of it and the step.
// Out: whether the country belongs to the answered measure.

import type { PlaceGroup } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { clauseAt, isInClause } from '../steps/split-clauses.ts';
import { hitFrom, hitsOf, isParted, type Line, tokenText } from '../words/scene.ts';

/** "responds to US tariffs with countermeasures": whose tariffs are answered is hit by the answer. */
export function isAnsweredBy(step: Step | null, group: PlaceGroup): boolean {
  if (step === null) return false;
  // "Riposte du Brésil : 25 %": whose answer it is, told before the colon.
  if (isOfAnswer(step, group)) return false;
  if (step.family === 'retaliate') return group.from >= step.verb.to;
  // "launches countermeasures against US tariffs".
  const isAnswer = step.object.meanings.get('tariff')?.includes('retaliation') === true;
  if (isAnswer && ownsTariffBefore(step, group)) return true;
  return isAnswer && group.from >= step.object.to && group.preposition === 'against';
}

const VERB_LAST: ReadonlySet<string> = new Set(['ja', 'ko']);

// "米関税にカナダが報復関税": the tariff before the answer, in the dative, is what is answered.
function ownsTariffBefore({ line, object }: Step, { to }: PlaceGroup): boolean {
  const owned = VERB_LAST.has(line.lang) ? hitFrom(line, to) : undefined;
  if (owned === undefined || owned.to > object.from || !owned.meanings.has('tariff')) return false;
  return hitFrom(line, owned.to)?.meanings.get('particle')?.includes('object') === true;
}

const OWN_WITHIN = 2;

function isOfAnswer({ line, verb, family }: Step, group: PlaceGroup): boolean {
  if (line.lang === 'en' || family !== 'retaliate' || group.role !== 'owner') return false;
  const gap = group.from - verb.to;
  return gap >= 0 && gap <= OWN_WITHIN && tokenText(line, group.to) === ':';
}

const ANSWERED_WITHIN = 10;

/** "in response to U.S. tariffs on Canadian steel": whose tariffs are answered is hit, whose goods they hit answers. */
export function isInAnsweredMeasure(line: Line, group: PlaceGroup): boolean {
  if (group.role !== 'owner' && (group.role !== 'origin' || line.lang !== 'en')) return false;
  return hitsOf(line, 'retaliation').some(
    (hit) =>
      (line.lang !== 'en' || ANSWERING.has(tokenText(line, hit.from))) &&
      hit.to <= group.from &&
      group.from - hit.to <= ANSWERED_WITHIN &&
      (line.lang === 'en' ? tokenText(line, hit.to) === 'to' : isFollowedByPhrase(line, hit.to)) &&
      !isParted(line, hit.to, group.from) &&
      isInClause(clauseAt(line, hit.from), group) &&
      hitsOf(line, 'tariff').some(
        (tariff) =>
          tariff.from >= hit.to &&
          tariff.from - hit.to <= ANSWERED_WITHIN &&
          // "Ritorsione del Brasile: dazi": behind the colon stands the answer itself.
          !isParted(line, group.to, tariff.from),
      ),
  );
}

const ANSWERING: ReadonlySet<string> = new Set(['in', 'answer']);

// "в ответ на", "als Reaktion auf", "en réponse aux".
function isFollowedByPhrase(line: Line, at: number): boolean {
  return hitFrom(line, at)?.meanings.has('prep') === true;
}
