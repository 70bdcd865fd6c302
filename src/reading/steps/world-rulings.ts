// What a panel of the WTO says of a tariff that is before it: "WTO panel finds Peruvian duties on Thai rice flawed", "WTO sides with
// Kenya in row over Indian tea tariffs", "Chile wins WTO case over US duties". In: an English sentence and a tariff of it. Out: the
// verb, what it is done to and its family: struck down where the tariff fails, kept where it stands.

import type { Step } from '../objects/step-objects.ts';
import { type PlaceGroup, placeGroups } from '../places/read-places.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitsOf, isParted, type Line, tokenText } from '../words/scene.ts';
import { lastPlaceOf, placeOf, says, type WordGroup, wordGroup } from '../words/word-groups.ts';
import { type Phrase, type PhraseFinder, phraseOf } from './phrase.ts';

/** Who rules. */
export const WTO = wordGroup('wto');
const WORLD = wordGroup('world');

/** Where a sentence names the WTO ("WTO", "World Trade Organization"); -1 where it does not. */
export function placeOfWto(line: Line): number {
  const at = placeOf(line, WTO);
  if (at >= 0) return at;
  const world = placeOf(line, WORLD);
  const isNamed =
    world >= 0 &&
    tokenText(line, world + 1) === 'trade' &&
    tokenText(line, world + 2).startsWith('organi');
  return isNamed ? world : -1;
}

const FINDING = wordGroup(
  'finds found rules ruled says said determines determined declares declared deems deemed concludes concluded',
);
const FAULTY = wordGroup(
  'flawed illegal unlawful inconsistent unjustified discriminatory improper invalid unfounded',
);
const FAULTY_WITHIN = 24;
const SAID_WITHIN = 6;
/** Who speaks for himself. */
const SPEAKERS: ReadonlySet<string> = new Set('chief head boss director economist'.split(' '));
const DENIED: ReadonlySet<string> = new Set(['not', "n't", 'never', 'no']);

// "WTO panel finds Peruvian duties on Thai rice flawed".
function foundFaulty(line: Line, object: Hit): Phrase | null {
  const wto = placeOfWto(line);
  const at = wto < 0 ? -1 : placeOf(line, FINDING, wto + 1, wto + 1 + SAID_WITHIN);
  if (at < 0 || at > object.from || SPEAKERS.has(tokenText(line, at - 1))) return null;
  const end = placeOf(line, FAULTY, object.to, object.to + FAULTY_WITHIN);
  if (end < 0 || isParted(line, at, end)) return null;
  const isDenied = line.tokens.slice(at, end).some(({ text }) => DENIED.has(text));
  return { ...phraseOf(object, at, isDenied ? 'keep' : 'strike'), cost: 0 };
}

/** A case over a tariff: who is told to be right or wrong in it, and whose the tariff is; null where it is the same one's. */
type Case = {
  readonly at: number;
  readonly side: PlaceGroup;
  readonly isRight: boolean;
  readonly owner: PlaceGroup | null;
};

const SIDING = wordGroup(
  'backs backed sides sided supports supported rules ruled finds found favours favors',
);
const SIDED_WITHIN = 4;
const SIDED = /^(?:with|for|favour|favor|of|in|the)$/;
const SUBJECT_WITHIN = 4;

// "WTO backs the EU in dispute over Colombian duties", "WTO rules in favour of Chile in a row over US tariffs".
function sidedWith(line: Line, object: Hit): Case | null {
  const wto = placeOfWto(line);
  const at = wto < 0 ? -1 : placeOf(line, SIDING, wto + 1, wto + 1 + SUBJECT_WITHIN);
  if (at < 0) return null;
  const side = placeGroups(line).find((group) => group.from > at);
  if (side === undefined || side.from - at > SIDED_WITHIN || side.to > object.from) return null;
  const words = line.tokens.slice(at + 1, side.from).map(({ text }) => text);
  const isSided =
    /^(?:back|support|favo)/.test(tokenText(line, at)) ||
    words.some((text) => text === 'with' || text === 'for' || text.startsWith('favo'));
  if (!isSided || !words.every((text) => SIDED.test(text))) return null;
  return caseOver(line, object, at, side, true);
}

// "WTO rules against US over Trump-era steel tariffs": whom it rules against has laid them.
function ruledAgainst(line: Line, object: Hit): Case | null {
  const wto = placeOfWto(line);
  const at = wto < 0 ? -1 : placeOf(line, SIDING, wto + 1, wto + 1 + SUBJECT_WITHIN);
  if (at < 0 || tokenText(line, at + 1) !== 'against') return null;
  const side = placeGroups(line).find((group) => group.from > at);
  if (side === undefined || side.from - at > SIDED_WITHIN || side.to > object.from) return null;
  const over = placeOf(line, OVER, side.to, object.from);
  return over < 0 ? null : { at, side, isRight: false, owner: null };
}

const WINNING = wordGroup('wins won win loses lost lose');
const CASE: ReadonlySet<string> = new Set(
  'case dispute ruling panel battle fight row spat appeal victory complaint challenge'.split(' '),
);
const CASE_WITHIN = 8;

// "Australia wins WTO case over Chinese barley duties", "Peru loses WTO fight over its rice duties".
function wonCase(line: Line, object: Hit): Case | null {
  const at = lastPlaceOf(line, WINNING, 1, object.from);
  if (at < 0 || placeOfWto(line) < 0) return null;
  const isCase = line.tokens.slice(at, at + CASE_WITHIN).some(({ text }) => CASE.has(text));
  const side = placeGroups(line).findLast((group) => group.to <= at);
  if (!isCase || side === undefined || at - side.to > 2) return null;
  return caseOver(line, object, at, side, tokenText(line, at).startsWith('w'));
}

const PLEA = wordGroup('complaint challenge case claim appeal');
const TURNING = wordGroup('rejects rejected dismisses dismissed');

// "WTO rejects Peru's complaint over Indian duties".
function turnedDown(line: Line, object: Hit): Case | null {
  const wto = placeOfWto(line);
  const at = wto < 0 ? -1 : placeOf(line, TURNING, wto + 1, wto + 1 + SUBJECT_WITHIN);
  const plea = at < 0 ? -1 : placeOf(line, PLEA, at, object.from);
  const side = placeGroups(line).findLast((group) => group.to <= plea);
  if (plea < 0 || side === undefined || side.from < at) return null;
  return caseOver(line, object, at, side, false);
}

const OVER = wordGroup('over against on');
const ITS: ReadonlySet<string> = new Set(['its', 'their', 'own']);
const OWNER_WITHIN = 4;

function caseOver(
  line: Line,
  object: Hit,
  at: number,
  side: PlaceGroup,
  isRight: boolean,
): Case | null {
  const over = placeOf(line, OVER, Math.max(at, side.to), object.from);
  if (over < 0 || isParted(line, at, object.from)) return null;
  if (ITS.has(tokenText(line, over + 1))) return { at, side, isRight, owner: null };
  const owner = placeGroups(line).find(
    (group) =>
      group.from > over && group.to <= object.from && object.from - group.to <= OWNER_WITHIN,
  );
  return owner === undefined ? null : { at, side, isRight, owner };
}

type CaseFinder = {
  readonly needs: readonly WordGroup[];
  readonly find: (line: Line, object: Hit) => Case | null;
};

const CASES: readonly CaseFinder[] = [
  { needs: [SIDING], find: sidedWith },
  { needs: [SIDING], find: ruledAgainst },
  { needs: [WINNING], find: wonCase },
  { needs: [TURNING, PLEA], find: turnedDown },
];

function isOwn({ side, owner }: Case): boolean {
  return owner?.codes.some((code) => side.codes.includes(code)) ?? true;
}

// Whoever is right over the tariff of another brings it down; whose own it is keeps it.
function phraseOfCase(object: Hit, found: Case): Phrase {
  const family = isOwn(found) === found.isRight ? 'keep' : 'strike';
  return { ...phraseOf(object, found.at, family), cost: 0 };
}

/** Whose the tariff of a case is, and who stands against it; null where the line does not tell both. */
export function sidesOfCase(line: Line): { by: PlaceGroup; on: PlaceGroup } | null {
  for (const object of hitsOf(line, 'tariff')) {
    for (const { needs, find } of CASES) {
      const found = needs.every((need) => says(line, need)) ? find(line, object) : null;
      if (found === null) continue;
      if (found.owner !== null && !isOwn(found)) return { by: found.owner, on: found.side };
      const on = placeGroups(line).find((group) => group.from >= object.to);
      if (on !== undefined) return { by: found.owner ?? found.side, on };
    }
  }
  return null;
}

const UPHOLDING = wordGroup('upholds upheld');
const UPHELD_WITHIN = 3;

// "WTO panel upholds EU duties on Russian steel", "WTO upholds a complaint over EU duties".
function upheld(line: Line, object: Hit): Phrase | null {
  const wto = placeOfWto(line);
  const at = wto < 0 ? -1 : placeOf(line, UPHOLDING, wto + 1, wto + 1 + UPHELD_WITHIN);
  if (at < 0 || at > object.from || isParted(line, at, object.from)) return null;
  const isPlea = placeOf(line, PLEA, at, object.from) >= 0;
  return { ...phraseOf(object, at, isPlea ? 'strike' : 'keep'), cost: 0 };
}

/** True where the WTO has found against what the step strikes down: its rates fail one by one, and none is charged anew. */
export function isWorldRuling({ line }: Pick<Step, 'line'>): boolean {
  return line.lang === 'en' && placeOfWto(line) >= 0;
}

/** The finders of such rulings. */
export const worldRulings: readonly PhraseFinder[] = [
  { needs: [FINDING, FAULTY], find: foundFaulty },
  { needs: [UPHOLDING], find: upheld },
  ...CASES.map(
    ({ needs, find }): PhraseFinder => ({
      needs,
      find: (line, object) => {
        const found = find(line, object);
        return found === null ? null : phraseOfCase(object, found);
      },
    }),
  ),
];
