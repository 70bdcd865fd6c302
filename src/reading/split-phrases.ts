// English phrases that hold their tariff in the middle: "takes the steel duty to 50%", "keeps chips out of the tariff",
// "lets the tariffs stand", "signals no waiver". In: a sentence. Out: the verb, what it is done to and its family.
import type { StepObject } from './action-table.ts';
import { isActor, refusedRelief } from './idle-tariffs.ts';
import type { Hit } from './lexicon.ts';
import { hitsOf, isParted, type Line, tokenText } from './scene.ts';
import { objectsIn } from './step-objects.ts';

/** A verb with what it is done to; `cost` as in object-distance.ts. */
export type Phrase = {
  readonly verb: Hit;
  readonly object: Hit;
  readonly family: string;
  readonly about: StepObject;
  readonly cost: number;
};

const NO_PHRASES: readonly Phrase[] = [];

/** The phrases of a sentence whose halves stand on both sides of a tariff. */
export function splitPhrases(line: Line): readonly Phrase[] {
  if (line.lang !== 'en') return NO_PHRASES;
  const found: Phrase[] = [];
  for (const { hit: object, abouts } of objectsIn(line)) {
    if (!abouts.includes('tariff')) continue;
    for (const find of [movedTo, keptOut, letStand]) {
      const phrase = find(line, object);
      if (phrase !== null) found.push(phrase);
    }
  }
  const refused = refusedRelief(line);
  if (refused !== null) {
    const verb: Hit = { ...refused.object, from: refused.no, to: refused.no + 1 };
    found.push({ verb, object: refused.object, family: 'deny', about: 'relief', cost: 0 });
  }
  return found;
}

function phraseOf(object: Hit, at: number, family: string): Phrase {
  const verb: Hit = { from: at, to: at + 1, meanings: new Map([['verb', [family]]]) };
  return { verb, object, family, about: 'tariff', cost: Math.max(0, object.from - at - 1) };
}

const FIRST_WITHIN = 7;

function firstHalf(line: Line, end: number, words: ReadonlySet<string>): number {
  for (let at = end - 1; at >= Math.max(1, end - FIRST_WITHIN); at -= 1) {
    if (words.has(tokenText(line, at))) return isParted(line, at, end) ? -1 : at;
  }
  return -1;
}

const MOVING: ReadonlySet<string> = new Set(
  'take takes taking took push pushes pushed pushing crank cranks cranked send sends sent bring brings brought move moves moved moving shift shifts shifted shifting kick kicks kicked kicking bump bumps drive drives'.split(
    ' ',
  ),
);
const START: ReadonlySet<string> = new Set([
  'start',
  'launch',
  'introduction',
  'date',
  'rollout',
  'hike',
]);
const TO_WITHIN = 6;
const TIMES = ['month', 'until', 'weekday'] as const;
const YEAR = /^20\d\d$/;

// "takes metals duty to 50%" raises it, "shifts the start of tariffs to August" puts it off.
function movedTo(line: Line, object: Hit): Phrase | null {
  const at = firstHalf(line, object.from, MOVING);
  if (at < 0 || !isDoneBySomebody(line, at)) return null;
  const end = line.tokens.findIndex(
    ({ text }, place) => place >= object.to && place - object.to <= TO_WITHIN && text === 'to',
  );
  if (end < 0 || isParted(line, object.to, end)) return null;
  const isFrom = line.tokens.slice(at, end).some(({ text }) => text === 'down' || text === 'from');
  if (hitsOf(line, 'percent').some((hit) => hit.from === end + 2)) {
    return isFrom ? null : phraseOf(object, at, 'raise');
  }
  const isTime =
    YEAR.test(tokenText(line, end + 1)) ||
    TIMES.some((name) => hitsOf(line, name).some((hit) => hit.from === end + 1));
  if (!isTime) return null;
  const isStart = line.tokens.slice(at, end).some(({ text }) => START.has(text) || YEAR.test(text));
  return isStart || object.to - object.from > 1 ? phraseOf(object, at, 'delay') : null;
}

function isDoneBySomebody(line: Line, at: number): boolean {
  return line.hits.some((hit) => hit.to <= at && isActor(hit));
}

const KEEPING: ReadonlySet<string> = new Set(
  'let lets leave leaves left leaving keep keeps kept keeping carve carves carved carving take takes took taking pull pulls pulled pulling'.split(
    ' ',
  ),
);
const OUT_WITHIN = 4;

// "carves aircraft parts out of the tariff", "lets phones off the tariff hook".
function keptOut(line: Line, object: Hit): Phrase | null {
  for (let at = object.from - 1; at >= Math.max(1, object.from - OUT_WITHIN); at -= 1) {
    const isOut = tokenText(line, at) === 'out' && tokenText(line, at + 1) === 'of';
    if (!isOut && tokenText(line, at) !== 'off') continue;
    if (!isOut && tokenText(line, object.to) !== 'hook') continue;
    const first = firstHalf(line, at, KEEPING);
    return first < 0 ? null : { ...phraseOf(object, first, 'exempt'), cost: 1 };
  }
  return null;
}

const LETTING: ReadonlySet<string> = new Set(
  'let lets letting allow allows allowed allowing leave leaves keep keeps permit permits'.split(
    ' ',
  ),
);
const STANDING: ReadonlySet<string> = new Set(
  'stand remain continue stay alive place intact force'.split(' '),
);
const STAND_WITHIN = 4;

// "appeals court lets tariffs stand for now": the measure goes on, by a court that could have ended it.
function letStand(line: Line, object: Hit): Phrase | null {
  const at = firstHalf(line, object.from, LETTING);
  if (at < 0 || !hitsOf(line, 'court').some((hit) => hit.to <= at)) return null;
  const behind = line.tokens.slice(object.to, object.to + STAND_WITHIN);
  return behind.some(({ text }) => STANDING.has(text)) ? phraseOf(object, at, 'keep') : null;
}
