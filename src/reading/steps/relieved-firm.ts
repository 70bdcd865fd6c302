// A firm that a relief is for. In: an English sentence and the step in it. Out: the place of its name, -1 where none stands there.
// "cuts tariff relief for Stellantis", "exempts Samsung from chip tariffs": a name in capitals, in a sentence that has none else.

import type { Step } from '../objects/step-objects.ts';
import { isCapital, isInSmallLetters } from '../words/letter-case.ts';
import { hitOver, type Line, tokenText } from '../words/scene.ts';

const FOR: ReadonlySet<string> = new Set(['for', 'to']);

/** The token at which the firm's name begins; -1 where the relief is for goods, states or nobody in particular. */
export function relievedFirmAt(line: Line, { object, verb, about, family }: Step): number {
  if (line.lang !== 'en' || (line.isTitle && !isInSmallLetters(line, line.tokens.length)))
    return -1;
  const at = FOR.has(tokenText(line, object.to)) ? object.to + 1 : verb.to;
  const isRelieved = about === 'relief' ? at > object.to : family === 'exempt' && at === verb.to;
  return isRelieved && isCapital(line, at) && isUnlisted(line, at) ? at : -1;
}

// A name that the lists only hold back ("General Motors" is no general) means nothing either.
function isUnlisted(line: Line, at: number): boolean {
  const hit = hitOver(line, at);
  return hit === undefined || hit.meanings.size === 0;
}
