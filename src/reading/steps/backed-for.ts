// What an office is only for ("Commerce ministry for imposing an anti-dumping duty on tiles", "Panel for higher sugar duty"), and
// what a leader is only let do ("Bill lets Trump put 300% tariffs"). In: an English title or line. Out: whether its verb is only
// backed or allowed, and the proposal where no other verb tells it.

import type { Hit } from '../words/lexicon.ts';
import { hitOver, hitsOf, type Line, oncePerLine, tokenText } from '../words/scene.ts';
import { placeOf, wordGroup } from '../words/word-groups.ts';
import { type Phrase, phraseOf } from './phrase.ts';

const FOR = wordGroup('for');
const FOR_WITHIN = 7;
const BACKED_WITHIN = 6;
const GERUND = /ing$/;
const OFFICE =
  /^(?:ministry|min|minister|govt|government|panel|body|commission|department|dept|committee|board|council|regulator|watchdog|agency|authority|dgtr|cabinet|centre|niti)$/;
/** What may stand between: "for a provisional safeguard duty", "for hike in import duty". */
const BETWEEN =
  /^(?:a|an|the|more|new|fresh|higher|lower|steep|stiff|provisional|definitive|interim|additional|extra|hike|hiking|raise|cut|rise|increase|reduction|in|of|to|%|percent|per|cent|import|basic|customs|continued|continuation|extension)$/;

/** Where the title says what an office is for; -1 where it says nothing of the kind. */
const backing = oncePerLine((line): number => {
  if (line.lang !== 'en' || !line.isTitle) return -1;
  const at = placeOf(line, FOR, 1, FOR_WITHIN);
  if (at < 0 || !OFFICE.test(tokenText(line, at - 1))) return -1;
  // "Government praised by panel for ...": a verb before tells something else.
  return hitsOf(line, 'verb').some((hit) => hit.to <= at - 1) ? -1 : at;
});

/** True for the gerund or the noun of change that an office is only for. */
export function isBackedOnly(line: Line, verb: Hit): boolean {
  const at = backing(line);
  if (at < 0 || verb.from <= at || verb.from - at > BACKED_WITHIN) return false;
  return line.tokens
    .slice(at + 1, verb.from)
    .every(({ text, kind }) => kind === 'number' || BETWEEN.test(text) || GERUND.test(text));
}

const LETTING =
  /^(?:let(?:s|ting)?|(?:giv|grant|hand|allow|enabl|permit|empower|authori[sz])\w{0,4})$/;
const POWER: ReadonlySet<string> = new Set(['power', 'powers', 'authority', 'right']);

/** "lets Trump put", "gives Lula power to raise": what a leader is let do, he has not done. The office alone is in the lists. */
export function isLetOnly(line: Line, verb: Hit): boolean {
  if (line.lang !== 'en') return false;
  let at = verb.from - 1;
  if (tokenText(line, at) === 'to') at -= 1;
  if (POWER.has(tokenText(line, at))) at -= 1;
  const leader = hitOver(line, at);
  return (
    leader?.meanings.get('placekind')?.includes('leader') === true &&
    LETTING.test(tokenText(line, leader.from - 1))
  );
}

/** "Govt for anti-dumping duty on Chilean glass": proposed, where no verb stands there at all. */
export function backedFor(line: Line, object: Hit): Phrase | null {
  const at = backing(line);
  if (at < 0 || object.from <= at || object.from - at > BACKED_WITHIN) return null;
  const isDirect = line.tokens
    .slice(at + 1, object.from)
    .every(
      ({ text, kind }, place) =>
        kind === 'number' ||
        BETWEEN.test(text) ||
        hitOver(line, at + 1 + place)?.meanings.has('product') === true,
    );
  return isDirect ? { ...phraseOf(object, at, 'propose'), cost: 1 } : null;
}
