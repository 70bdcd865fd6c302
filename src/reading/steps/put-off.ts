// A step whose verb says what is done and whose sentence says that it is put off: "will not start before 2027", "the increase
// would be put off", "stops short of ending the exemption". In: a line, a verb of it, its mood. Out: yes or no.
import type { Mood } from '../objects/action-table.ts';
import type { VerbObject } from '../objects/verb-object.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitOver, hitsOf, type Line, means, tokenText } from '../words/scene.ts';

const BEFORE: ReadonlySet<string> = new Set(['before', 'until', 'till']);

/** True for a step that is told as one of the future; "will not start before 2027" denies only the day. */
export function isPutOff(line: Line, verb: Hit, { family }: VerbObject, mood: Mood): boolean {
  if (family === 'start' && startsLater(line, verb)) return true;
  if (family === 'delay' && line.lang === 'de' && ONLY_NOW.has(tokenText(line, verb.from)))
    return mood !== 'not';
  if (isNounPutOff(line, verb, family) || isDoingPutOff(line, verb)) return true;
  const isDenied = mood === 'not' || mood === 'deny';
  return isDenied && family === 'start' && BEFORE.has(tokenText(line, verb.to));
}

/** "sollen nun erst im Mai kommen": the new day of what was to come sooner; "sollen" is part of how that is told. */
const ONLY_NOW: ReadonlySet<string> = new Set(['nun', 'jetzt', 'doch']);

const NOUNS: ReadonlySet<string> = new Set(
  'increase rise hike jump cut reduction start launch introduction'.split(' '),
);
const OF_NOUN: ReadonlySet<string> = new Set(
  'the a an planned proposed scheduled further threatened its their new additional'.split(' '),
);
const BE: ReadonlySet<string> = new Set('be been being is are was were'.split(' '));
const PUT_OFF_WITHIN = 26;

// "The increase to 25% on Chinese goods would be put off for 90 days": what is put off is told as a noun.
function isNounPutOff(line: Line, verb: Hit, family: string): boolean {
  if (line.lang !== 'en' || !ON_ITS_WAY.has(family)) return false;
  const isHead = line.isTitle && verb.from === 0;
  if (!NOUNS.has(tokenText(line, verb.from))) return false;
  if (!isHead && !OF_NOUN.has(tokenText(line, verb.from - 1))) return false;
  const done = hitsOf(line, 'verb').find(
    (hit) => hit.from >= verb.to && (isHead || BE.has(tokenText(line, hit.from - 1))),
  );
  const isPutOffThere =
    done !== undefined && (means(done, 'verb', 'delay') || means(done, 'verb', 'suspend'));
  return isPutOffThere && done.from - verb.to <= PUT_OFF_WITHIN;
}

const DOING = /ing$/;
const LEADING: ReadonlySet<string> = new Set(['on', 'of', 'from']);

// "stops short of ending the exemption", "puts off setting a quota": what is put off is told as a verb.
function isDoingPutOff(line: Line, verb: Hit): boolean {
  if (line.lang !== 'en' || !DOING.test(tokenText(line, verb.from))) return false;
  const at = LEADING.has(tokenText(line, verb.from - 1)) ? verb.from - 2 : verb.from - 1;
  return [hitOver(line, verb.from - 1), hitOver(line, at)].some((hit) =>
    means(hit, 'verb', 'delay'),
  );
}

const ON_ITS_WAY: ReadonlySet<string> = new Set(['raise', 'cut', 'start']);

const PLANNED = /^(?:planned|scheduled|expected|intended|announced|first|originally|initially)$/;
const LATER_WITHIN = 14;

// "will now start on September 1, two months later than planned".
function startsLater(line: Line, verb: Hit): boolean {
  if (line.lang !== 'en') return false;
  const behind = line.tokens.slice(verb.to, verb.to + LATER_WITHIN);
  return behind.some(
    ({ text }, at) =>
      text === 'later' &&
      behind[at + 1]?.text === 'than' &&
      PLANNED.test(behind[at + 2]?.text ?? ''),
  );
}
