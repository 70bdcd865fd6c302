// What the ending of a verb says of its mood, in languages that say it there: "getirebilir", "impondría", "taxerait",
// "nałożyłaby". In: a line and a verb of it. Out: its mood by its own letters.
import type { Mood } from '../objects/action-table.ts';
import type { Hit } from '../words/lexicon.ts';
import { type Line, tokenText } from '../words/scene.ts';

type Ending = readonly [ending: RegExp, mood: Mood];

/** Folded endings by language, the first that fits decides. */
const ENDINGS: Readonly<Record<string, readonly Ending[]>> = {
  es: [[/rian?$/, 'cond']],
  pt: [[/(?<!^c)riam?$/, 'cond']],
  fr: [[/rai(?:t|ent)$/, 'cond']],
  it: [[/rebbe(?:ro)?$/, 'cond']],
  pl: [[/l[aoiy]?by$/, 'cond']],
  tr: [
    [/(?:meyecek|mayacak|memis|mamis|medi|madi|mez|maz|miyor)(?:ler|lar)?$/, 'not'],
    [/[ae]bil(?:ir|ecek|di)(?:ler|lar|i|ini)?$/, 'cond'],
    [/m[ae]li(?:dir)?$/, 'cond'],
    [/[aeiu]rs[ae](?:lar|ler)?$/, 'threat'],
    [/[ae]ca[kg](?:lar|i|ini|larini)?$|[ae]ce[kg](?:ler|i|ini|lerini)?$/, 'future'],
  ],
};

/** The mood that the first or last word of a verb phrase shows by its ending; `plain` where it shows none. */
export function moodByEnding(line: Line, verb: Hit): Mood {
  const endings = ENDINGS[line.lang];
  if (endings === undefined) return 'plain';
  const words = [tokenText(line, verb.to - 1), tokenText(line, verb.from)];
  return endings.find(([ending]) => words.some((word) => ending.test(word)))?.[1] ?? 'plain';
}
