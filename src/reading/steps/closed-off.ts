// Words of the time before whose clause a comma ends ahead of the verb: "India, the biggest supplier after Peru, will pay", "Mexico,
// which already put 10% on pork, doubles that". In: a sentence, such a word and a verb behind it. Out: whether the verb tells news
// all the same. English only.
import { isActor } from '../objects/idle-tariffs.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitBefore, hitsOf, type Line, tokenText } from '../words/scene.ts';
import { lastPlaceOf, wordGroup } from '../words/word-groups.ts';

const AUXILIARY = /^(?:is|are|was|were|will|has|have)$/;
const AUXILIARIES = 2;

// "India, the biggest supplier after Peru, will pay a 25% duty": a comma parts what is told between from the verb; in a title
// ("ends talks over a tax, threatens tariffs") the second thing done stands right behind it.
export function isClosedOff(line: Line, background: Hit, verb: Hit): boolean {
  if (line.lang !== 'en') return false;
  if (isRelativeOver(line, background, verb)) return true;
  if (!CLOSED_OFF.has(tokenText(line, background.from))) return false;
  const comma = line.tokens.findLastIndex(({ text }, at) => at < verb.from && text === ',');
  if (comma <= background.to || verb.from - comma - 1 >= AUXILIARIES) return false;
  const isNext = line.isTitle && comma === verb.from - 1;
  const isInner = line.tokens.some(({ text }, at) => at < background.from && text === ',');
  return (
    (isNext || (isInner && tokenText(line, background.from) === 'after')) &&
    !hitsOf(line, 'verb').some((hit) => hit.from >= background.to && hit.to <= comma)
  );
}

const RELATIVE = wordGroup('which who');

// "Mexico, which already put 10% on pork, doubles that": the relative clause of who acts ends at the comma before the verb.
function isRelativeOver(line: Line, background: Hit, verb: Hit): boolean {
  const relative = lastPlaceOf(line, RELATIVE, 1, background.from + 1);
  if (relative < 2 || tokenText(line, relative - 1) !== ',') return false;
  const at = AUXILIARY.test(tokenText(line, verb.from - 1)) ? verb.from - 2 : verb.from - 1;
  const subject = hitBefore(line, relative - 1);
  return (
    tokenText(line, at) === ',' &&
    at > background.to &&
    subject !== undefined &&
    subject.to === relative - 1 &&
    isActor(subject)
  );
}

const CLOSED_OFF: ReadonlySet<string> = new Set(['after', 'over', 'amid', 'despite', 'following']);
