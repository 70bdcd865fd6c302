// Relief that is only striven for: "races to secure an exemption", "hopes to win a waiver". In: an English line and a verb of
// gaining. Out: whether whoever would gain it only tries to.
import type { StepObject } from '../objects/action-table.ts';
import type { Hit } from '../words/lexicon.ts';
import { type Line, tokenText } from '../words/scene.ts';
import { lastPlaceOf, says, wordGroup } from '../words/word-groups.ts';
import { REQUEST } from './answered-requests.ts';

const STRIVING = wordGroup(
  /^(?:rac(?:es?|ed|ing)|rush(?:es|ed|ing)?|hurr(?:y|ies|ied|ying)|scrambl(?:es?|ed|ing)|battl(?:es?|ed|ing)|fights?|fought|fighting|vies?|vied|vying|jostl(?:es?|ed|ing)|struggl(?:es?|ed|ing)|dash(?:es)?|sprints?|push(?:es|ed|ing)?|bids?|bidding|seeks?|sought|seeking|hop(?:es?|ed|ing)|wants?|wanted|tr(?:y|ies|ied|ying)|works?|working|looks?|looking|aims?|aiming|lobb(?:y|ies|ied|ying)|efforts?|attempts?|quest|drive|campaign)$/,
);
const GAINING =
  /^(?:secure|win|obtain|gain|clinch|get|land|receive|earn|negotiate|be|remain|stay|keep)$/;

/** "is racing to secure": a verb of striving right before what is to be gained. */
export function isStrivenFor(line: Line, verb: Hit, family: string, about: StepObject): boolean {
  const isGained = about === 'relief' && family === 'grant';
  if (!isGained && family !== 'exempt') return false;
  if (line.lang !== 'en' || !says(line, STRIVING)) return false;
  const to = tokenText(line, verb.from) === 'to' ? verb.from : verb.from - 1;
  return (
    tokenText(line, to) === 'to' &&
    GAINING.test(tokenText(line, to + 1)) &&
    STRIVING.has(tokenText(line, to - 1))
  );
}

type Answer = { readonly family: string; readonly about: StepObject; readonly object: Hit };

const DOUBTED: ReadonlySet<string> = new Set(['may', 'might', 'could', 'be']);

/** "the request for a waiver is rejected": the answer behind it is no wish. */
export function isAnswerBehind(line: Line, verb: Hit, { family, about, object }: Answer): boolean {
  if (line.lang !== 'en' || about !== 'relief' || verb.from < object.to) return false;
  if (family !== 'deny' && family !== 'grant') return false;
  return (
    !DOUBTED.has(tokenText(line, verb.from - 1)) && lastPlaceOf(line, REQUEST, 0, object.from) >= 0
  );
}
