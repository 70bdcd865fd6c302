// Verbs that tell what moves by itself: "stocks fall on tariff news", "caem as tarifas". In: a line, a verb and where its
// object may stand. Out: whether what stands there is only the cause.
import type { Hit } from '../words/lexicon.ts';
import { hitFrom, hitsOf, type Line, means, tokenText } from '../words/scene.ts';
import { VERB_LAST } from './read-mood.ts';

const INTRANSITIVE: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(
    'fall falls fell fallen falling rise rises rising rose climb climbs climbed jump jumps jumped decline declines go goes going move moves moved'.split(
      ' ',
    ),
  ),
  de: new Set(
    'steigen steigt stieg stiegen sinken sinkt sank sanken fallen fallt fiel fielen'.split(' '),
  ),
  nl: new Set('stijgt stijgen steeg stegen daalt dalen daalde daalden zakt zakken'.split(' ')),
  pl: new Set('rosna rosnie wzrosly wzrosla wzrosna spadna spadly spadla spadnie'.split(' ')),
  ru: new Set('выросли вырастут выросла растут снизились снизятся упали упала'.split(' ')),
};

/** True for a verb whose subject stands before it: what follows does not fall. */
export function fallsItself(line: Line, verb: Hit): boolean {
  return INTRANSITIVE[line.lang]?.has(tokenText(line, verb.from)) === true;
}

/** "sour on tariffs as prices climb": what climbs stands in a clause of its own, behind the tariff. */
export function fallsApart(line: Line, verb: Hit, from: number, to: number): boolean {
  if (line.lang !== 'en' || !fallsItself(line, verb)) return false;
  return hitsOf(line, 'clause').some(
    (hit) => hit.from >= from && hit.to < to && means(hit, 'clause', 'opening'),
  );
}

/** Romance verbs of which the tariff may be the subject that follows: "Salgono i dazi", "caem as tarifas". */
const MOVING: ReadonlySet<string> = new Set(
  'cai caem caiu cairam sobe sobem cae caen cayo cayeron sube suben scende scendono sale salgono cala calano crolla crollano tombe tombent chute chutent baisse baissent recule reculent'.split(
    ' ',
  ),
);
const BECAUSE: ReadonlySet<string> = new Set(
  'com con per por par avec avant devant sous'.split(' '),
);

/** "A Bolsa cai com tarifas", "la Bourse recule avec les droits": behind such a verb and "with" stands the cause. */
export function fallsBecauseOf(line: Line, verb: Hit, from: number, to: number): boolean {
  if (line.lang === 'en' || !MOVING.has(tokenText(line, verb.from))) return false;
  return line.tokens.slice(from, to).some(({ text }) => BECAUSE.has(text));
}

/** "gümrük vergileri nedeniyle düştü": where verbs come last, the word for "because of" stands behind the tariff. */
export function isCauseBehind(line: Line, object: Hit): boolean {
  return VERB_LAST.has(line.lang) && hitFrom(line, object.to)?.meanings.has('cause') === true;
}
