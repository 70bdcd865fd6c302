// English phrases that tell of the day of a tariff rather than of the tariff: "the deadline for a tariff was pushed back", "has
// moved the start of the duty from June to July", "that was to start on Monday will now begin in August", "the tariff comes
// days after". In: a sentence and a tariff of it. Out: the verb, what it is done to and its family.
import type { Hit } from '../words/lexicon.ts';
import { hitFrom, hitsOf, isParted, type Line, tokenText } from '../words/scene.ts';
import { wordGroup } from '../words/word-groups.ts';
import { type Phrase, type PhraseFinder, phraseOf } from './phrase.ts';

const DAYS = wordGroup(
  'deadline start date launch introduction implementation rollout beginning entry onset imposition collection',
);
const DAY_WITHIN = 7;
const MOVED = wordGroup(
  /^(?:mov(?:e|es|ed|ing)|shift(?:s|ed|ing)?|push(?:es|ed|ing)?|postpon(?:e|es|ed|ing)|delay(?:s|ed|ing)?|defer(?:s|red)?|extend(?:s|ed|ing)?|put|set|slip(?:s|ped)?)$/,
);
/** Verbs that say "later" by themselves; the others need a word for it. */
const LATER_VERBS = /^(?:postpon|delay|defer|extend|slip)/;
const BEHIND_WITHIN = 14;
const BACK: ReadonlySet<string> = new Set(['back', 'off', 'later']);
const SOONER: ReadonlySet<string> = new Set(['forward', 'up', 'ahead', 'earlier', 'sooner']);
const TIMES = ['month', 'weekday'] as const;

// "The deadline for a 25% tariff was pushed back to August", "has moved the start of the duty to September".
function shifted(line: Line, object: Hit): Phrase | null {
  const day = line.tokens.findLastIndex(
    ({ text }, at) => at < object.from && object.from - at <= DAY_WITHIN && DAYS.has(text),
  );
  if (day < 0 || !OF.has(tokenText(line, day + 1))) return null;
  for (let at = Math.max(1, day - DAY_WITHIN); at < object.to + BEHIND_WITHIN; at += 1) {
    if (!MOVED.has(tokenText(line, at)) || (at > day && at < object.to)) continue;
    const [from, to] = at < day ? [at, object.from] : [object.to, at];
    if (isParted(line, from, to) || !isLater(line, at, Math.max(at, object.to))) continue;
    return { ...phraseOf(object, at, 'delay'), cost: 1 };
  }
  return null;
}

const OF: ReadonlySet<string> = new Set(['of', 'for', 'on']);

function isLater(line: Line, verb: number, end: number): boolean {
  const behind = line.tokens.slice(end, end + BEHIND_WITHIN).map(({ text }) => text);
  const near = [tokenText(line, verb + 1), tokenText(line, verb + 2)];
  if ([...near, ...behind].some((text) => SOONER.has(text))) return false;
  if (LATER_VERBS.test(tokenText(line, verb)) || near.some((text) => BACK.has(text))) return true;
  return behind.some((text, at) => text === 'to' && isTime(line, end + at + 1));
}

function isTime(line: Line, at: number): boolean {
  const hit = [hitFrom(line, at), hitFrom(line, at + 1)];
  return TIMES.some((name) => hit.some((found) => found?.meanings.has(name) === true));
}

const PLANNED = wordGroup('was were had');
const BEGINNING: ReadonlySet<string> = new Set(
  'start begin apply kick take enter come go'.split(' '),
);
const WILL = wordGroup('will');
const PLANNED_WITHIN = 12;
const NOW = /^(?:now|instead|only)$/;

// "that was to start on Monday will now begin in August".
function startsAnew(line: Line, object: Hit): Phrase | null {
  const planned = line.tokens.findIndex(
    ({ text }, at) =>
      at >= object.to &&
      at - object.to <= PLANNED_WITHIN &&
      PLANNED.has(text) &&
      isPlanAt(line, at + 1),
  );
  if (planned < 0) return null;
  const at = line.tokens.findIndex(
    ({ text }, place) =>
      place > planned + 1 &&
      text === 'will' &&
      NOW.test(tokenText(line, place + 1)) &&
      BEGINNING.has(tokenText(line, place + 2)),
  );
  if (at < 0 || isParted(line, object.to, at)) return null;
  return { ...phraseOf(object, at + 2, 'delay'), cost: 1 };
}

// "was to start", "was due to start", "had been set to begin".
function isPlanAt(line: Line, at: number): boolean {
  return [at, at + 1, at + 2].some((place) => tokenText(line, place) === 'to');
}

const COMING = wordGroup('comes came follows followed');
const COMING_WITHIN = 9;
const WHEN: ReadonlySet<string> = new Set(
  'after as days weeks hours months amid despite on a just only shortly barely two three less'.split(
    ' ',
  ),
);

// "The 25% tariff on Indian steel comes days after": a tariff with its rate that has come about.
function comesAbout(line: Line, object: Hit): Phrase | null {
  if (line.isTitle) return null;
  const isRated = hitsOf(line, 'percent').some(
    (hit) => hit.to <= object.from && object.from - hit.to <= 2,
  );
  const at = line.tokens.findIndex(
    ({ text }, place) =>
      place >= object.to && place - object.to <= COMING_WITHIN && COMING.has(text),
  );
  if (!isRated || at < 0 || isParted(line, object.to, at)) return null;
  const isPlain = tokenText(line, at).startsWith('come') || tokenText(line, at) === 'came';
  if (isPlain && !WHEN.has(tokenText(line, at + 1))) return null;
  const isOwn = !line.hits.some(
    (hit) => hit.from >= object.to && hit.to <= at && hit.meanings.has('verb'),
  );
  return isOwn ? { ...phraseOf(object, at, 'start'), cost: 1 } : null;
}

/** The finders of such phrases. */
export const dayPhrases: readonly PhraseFinder[] = [
  { needs: [DAYS, MOVED], find: shifted },
  { needs: [PLANNED, WILL], find: startsAnew },
  { needs: [COMING], find: comesAbout },
];
