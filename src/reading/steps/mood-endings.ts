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
    [/[ae]ca[kg](?:lar|i|iz|ini|larini)?$|[ae]ce[kg](?:ler|i|iz|ini|lerini)?$/, 'future'],
  ],
};

/** Endings of the future as they are printed, accents and all, and verbs that have a future without one. */
const FUTURE: Readonly<Record<string, RegExp>> = {
  es: /r(?:á|án|é|emos)$/i,
  pt: /r(?:á|ão|ei|emos)$/i,
  it: /r(?:à|anno|ò|emo)$/i,
  fr: /r(?:a|ont|ai|ons)$/i,
  ru: /^(?:введ[её]т|введут|повысит|повысят|установит|обложит|поднимет|увеличит|удвоит)$/i,
  pl: /^(?:nałoży|nałożą|wprowadzi|wprowadzą|podniesie|podniosą|podwoi|obłoży|ustanowi|obejmie|uderzy)$/i,
};

function isFuture(line: Line, at: number): boolean {
  const token = line.tokens[at];
  if (token === undefined) return false;
  return FUTURE[line.lang]?.test(line.raw.slice(token.start, token.end)) === true;
}

/** The mood that the first or last word of a verb phrase shows by its ending; `plain` where it shows none. */
export function moodByEnding(line: Line, verb: Hit): Mood {
  const words = [tokenText(line, verb.to - 1), tokenText(line, verb.from)];
  const told = ENDINGS[line.lang]?.find(([ending]) => words.some((word) => ending.test(word)))?.[1];
  if (told !== undefined) return told;
  return isFuture(line, verb.from) || isFuture(line, verb.to - 1) ? 'future' : 'plain';
}
