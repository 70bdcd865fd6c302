// Phrases that are a verb and what it is done to in one: "to tax", "tariff hike", "pauses retaliation", "合意". In: a line, a
// phrase of it and its family. Out: yes or no.
import type { Hit } from '../words/lexicon.ts';
import { type Line, means, tokenText } from '../words/scene.ts';
import { CHARACTERS } from './read-mood.ts';

/** Families whose phrase may hold its own object: "to tax", "tariff hike", "joint statement", "duty-free". */
const SELF_TOLD: ReadonlySet<string> = new Set([
  'tax',
  'raise',
  'cut',
  'joint',
  'exempt',
  'seek',
  'deny',
]);

/** "pauses retaliation": what is halted is a tariff by which something is answered. */
const HALTING: ReadonlySet<string> = new Set(['suspend', 'delay']);

// "合意" is the agreement and the agreeing; "加征关税", "áp thuế" are listed both as the tariff and as what is done.
export function isSelfTold(line: Line, family: string, phrase: Hit): boolean {
  if (SELF_TOLD.has(family)) return true;
  // "no longer exempt from".
  if (family === 'lose') return line.lang === 'en' && phrase.meanings.has('relief');
  // "sets tariff sights on".
  if (line.lang === 'en' && family === 'threaten') return phrase.meanings.has('tariff');
  if (line.lang === 'en' && HALTING.has(family)) return means(phrase, 'tariff', 'retaliation');
  // "the designation of Peru is terminated".
  if (line.lang === 'en' && family === 'remove')
    return phrase.to - phrase.from > 1 && means(phrase, 'relief', 'preference');
  // "is taking tariff action on chips".
  if (line.lang === 'en' && family === 'impose' && phrase.meanings.has('tariff'))
    return TAKING.test(tokenText(line, phrase.from));
  if (family === 'open') {
    // "조사를 시작": the phrase is the inquiry and its opening.
    if (line.lang !== 'en' && phrase.to - phrase.from > 1 && phrase.meanings.has('probe'))
      return true;
    return inquiresInto(line, phrase);
  }
  if (family === 'reach') return CHARACTERS.has(line.lang);
  return line.lang !== 'en' && phrase.to - phrase.from > 1 && phrase.meanings.has('tariff');
}

const TAKING = /^(?:take|takes|taking|took)$/;
const INQUIRED_WITHIN = 3;

// "investigates steel from Peru for dumping": the verb is the inquiry where goods or dumping stand right behind it.
function inquiresInto(line: Line, verb: Hit): boolean {
  return line.hits.some(
    (hit) =>
      hit.from >= verb.to &&
      hit.from - verb.to <= INQUIRED_WITHIN &&
      INQUIRED.some((name) => hit.meanings.has(name)),
  );
}

const INQUIRED = ['product', 'goods', 'instrument'] as const;
