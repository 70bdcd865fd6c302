// English phrases that hold their tariff in the middle: "takes the steel duty to 50%", "keeps chips out of the tariff",
// "lets the tariffs stand", "signals no waiver". In: a sentence. Out: the verb, what it is done to and its family.

import { isActor, refusedRelief } from '../objects/idle-tariffs.ts';
import { objectsIn } from '../objects/step-objects.ts';
import { rulesFor } from '../words/asked-rules.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitFrom, hitOver, hitsOf, isParted, type Line, means, tokenText } from '../words/scene.ts';
import { placeOf, says, type WordGroup, wordGroup } from '../words/word-groups.ts';
import { actPhrases } from './act-lays.ts';
import { actorPhrases, tariffPhrase } from './actor-phrases.ts';
import { answerPhrases } from './answer-phrases.ts';
import { answeredRequest, REQUEST } from './answered-requests.ts';
import { backedFor } from './backed-for.ts';
import { bargained, PRICES } from './bargained.ts';
import { taxesImports } from './charge-phrases.ts';
import { farPhrases } from './far-phrases.ts';
import { EXCEEDING, HALTING, haltedRuling, judged, overreached, RULING } from './judged-phrases.ts';
import { LIST, listedState } from './listed-states.ts';
import { movesToFigure, STATING, statedAnew } from './moving-tariffs.ts';
import { type Phrase, type PhraseFinder, phraseOf } from './phrase.ts';
import { refusedRequest, threatBehindColon } from './phrases-abroad.ts';
import { probePhrases } from './probe-phrases.ts';
import { pronounSteps } from './pronoun-steps.ts';
import { insteadPhrases } from './put-instead.ts';
import {
  exemptsBehindColon,
  FREE,
  freeOf,
  keptFromOthers,
  LAYING,
  notLaid,
  notProlonged,
  REACHING,
  SUSPENSION,
  sentAway,
} from './refused-phrases.ts';
import { dayPhrases } from './shifted-start.ts';
import { announcedBehindColon, listPhrases } from './told-as-list.ts';
import { worldRulings } from './world-rulings.ts';

export type { Phrase } from './phrase.ts';

/** What spares who has it. */
const SPARING = ['deal', 'relief'] as const;

/** The phrases of a sentence whose halves stand on both sides of a tariff. */
export function splitPhrases(line: Line): readonly Phrase[] {
  if (line.lang !== 'en') return [...refusedRequest(line), ...threatBehindColon(line)];
  const found: Phrase[] = [
    ...actorPhrases(line),
    ...probePhrases(line),
    ...taxesImports(line),
    ...pronounSteps(line, objectsIn(line)),
  ];
  for (const { hit: object, abouts } of objectsIn(line)) {
    if (abouts.includes('relief')) {
      const answer = says(line, REQUEST) ? answeredRequest(line, object) : null;
      const away =
        answer ?? sentAway(line, object) ?? expelled(line, object) ?? talkedAbout(line, object);
      if (away !== null) found.push(away);
    }
    if (SPARING.some((about) => abouts.includes(about)) && says(line, REACHING)) {
      const kept = keptFromOthers(line, object);
      if (kept !== null) found.push(kept);
    }
    const told = abouts.includes('quota') ? announcedBehindColon(line, object) : null;
    if (told !== null) found.push(told);
    if (!abouts.includes('tariff')) continue;
    for (const { find } of findersFor(line)) {
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

const FIRST_WITHIN = 7;

function firstHalf(line: Line, end: number, words: WordGroup): number {
  for (let at = end - 1; at >= Math.max(1, end - FIRST_WITHIN); at -= 1) {
    if (words.has(tokenText(line, at))) return isParted(line, at, end) ? -1 : at;
  }
  return -1;
}

const SENDING = wordGroup(
  /^(?:send|sent|mail|dispatch|fir(?:e|es|ed|ing)$|issu|post|deliver|releas|publish|shar(?:e|es|ed|ing)$|unveil)/,
);
const LETTER = /^letters?$/;
const LETTER_WITHIN = 5;

// "sends a tariff letter to India": the tariff in it is held out.
function sentInLetter(line: Line, object: Hit): Phrase | null {
  if (!LETTER.test(tokenText(line, object.to - 1))) return null;
  for (let at = object.from - 1; at >= Math.max(1, object.from - LETTER_WITHIN); at -= 1) {
    if (SENDING.has(tokenText(line, at))) return phraseOf(object, at, 'threaten');
  }
  return null;
}

const MOVING = wordGroup(
  'take takes taking took push pushes pushed pushing crank cranks cranked send sends sent bring brings brought move moves moved moving shift shifts shifted shifting kick kicks kicked kicking bump bumps bumped drive drives jack jacks jacked hike hikes ramp ramps',
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
const NOTHING: ReadonlySet<string> = new Set(['zero', 'nil', 'nought', 'nothing']);

// "takes metals duty to 50%" raises it, "shifts the start of tariffs to August" puts it off.
function movedTo(line: Line, object: Hit): Phrase | null {
  const at = firstHalf(line, object.from, MOVING);
  if (at < 0 || !isDoneBySomebody(line, at)) return null;
  // "pushes the tariff back to July 9".
  const isBack = tokenText(line, object.to) === 'back';
  const next = hitFrom(line, object.to + 2);
  if (isBack && TIMES.some((name) => next?.meanings.has(name))) {
    return phraseOf(object, at, 'delay');
  }
  const end = line.tokens.findIndex(
    ({ text }, place) => place >= object.to && place - object.to <= TO_WITHIN && text === 'to',
  );
  if (end < 0 || isParted(line, object.to, end)) return null;
  const words = line.tokens.slice(at, end).map(({ text }) => text);
  const rate = hitsOf(line, 'percent').find((hit) => hit.from === end + 2);
  if (rate !== undefined) {
    // "the tariff on steel from India up to 25%": no figure stands behind that "from".
    const from = words.findLastIndex(
      (word, place) => word === 'from' && figureAt(line, at + place + 1) !== null,
    );
    const old = from < 0 ? null : figureAt(line, at + from + 1);
    if (old === null && words.includes('from') && !words.includes('up') && !words.includes('down'))
      return null;
    const isDown = old === null ? words.includes('down') : old > (figureAt(line, end + 1) ?? old);
    return phraseOf(object, at, isDown ? 'cut' : 'raise');
  }
  // "brings its duties on tea to zero".
  if (NOTHING.has(tokenText(line, end + 1))) return phraseOf(object, at, 'cut');
  const isTime =
    YEAR.test(tokenText(line, end + 1)) ||
    TIMES.some((name) => hitsOf(line, name).some((hit) => hit.from === end + 1));
  if (!isTime) return null;
  const isStart = line.tokens.slice(at, end).some(({ text }) => START.has(text) || YEAR.test(text));
  return isStart || object.to - object.from > 1 ? phraseOf(object, at, 'delay') : null;
}

function figureAt(line: Line, at: number): number | null {
  const figure = Number(tokenText(line, at));
  return tokenText(line, at) === '' || Number.isNaN(figure) ? null : figure;
}

function isDoneBySomebody(line: Line, at: number): boolean {
  return line.hits.some((hit) => hit.to <= at && isActor(hit));
}

const KEEPING = wordGroup(
  'let lets leave leaves left leaving keep keeps kept keeping carve carves carved carving take takes took taking pull pulls pulled pulling',
);
const OUT = wordGroup('out off outside');
const OUT_WITHIN = 7;

// "carves aircraft parts out of the tariff", "lets phones off the tariff hook", "leaves Chile off the list for the levy".
function keptOut(line: Line, object: Hit): Phrase | null {
  for (let at = object.from - 1; at >= Math.max(1, object.from - OFF_WITHIN); at -= 1) {
    const isOut =
      tokenText(line, at) === 'outside' ||
      (tokenText(line, at) === 'out' && tokenText(line, at + 1) === 'of');
    if (isOut && object.from - at > OUT_WITHIN) continue;
    if (!isOut && tokenText(line, at) !== 'off') continue;
    const first = firstHalf(line, at, KEEPING);
    // "can no longer be left out of the duty": a phrase of its own tells that it ends.
    if (first < 0 || means(hitOver(line, first), 'verb', 'lose')) continue;
    const isLetOff = /^let/.test(tokenText(line, first)) && tokenText(line, at - 1) !== 'not';
    const isHook = tokenText(line, object.to) === 'hook';
    const isList = LISTED.test(
      line.tokens
        .slice(at + 1, at + 4)
        .map(({ text }) => text)
        .join(' '),
    );
    if (isOut || isLetOff || isHook || isList)
      return { ...phraseOf(object, first, 'exempt'), cost: 1 };
  }
  return null;
}

const TALKS = wordGroup('talks negotiations case pitch');
const TALKED_WITHIN = 8;
const ABOUT: ReadonlySet<string> = new Set(['over', 'on', 'for', 'about']);
const OPENS_TALKS: ReadonlySet<string> = new Set([
  'in',
  'makes',
  'made',
  'making',
  'holds',
  'opens',
]);

// "in talks with Peru over a tariff exemption", "makes its case to Lima for an exemption": what is asked for.
function talkedAbout(line: Line, object: Hit): Phrase | null {
  const at = placeOf(line, TALKS, Math.max(1, object.from - TALKED_WITHIN), object.from);
  if (at < 0 || isParted(line, at, object.from)) return null;
  const isOpen = [1, 2].some((back) => OPENS_TALKS.has(tokenText(line, at - back)));
  const isAbout = line.tokens.slice(at + 1, object.from).some(({ text }) => ABOUT.has(text));
  return isOpen && isAbout ? { ...phraseOf(object, at, 'seek', 'relief'), cost: 1 } : null;
}

const EXPELLING = wordGroup(
  'kick kicks kicked kicking throw throws threw thrown eject ejects ejected expel expels expelled',
);
const EXPELLED_WITHIN = 4;

// "kicks Peru out of the trade preference programme": whoever is thrown out pays again.
function expelled(line: Line, object: Hit): Phrase | null {
  if (!says(line, EXPELLING)) return null;
  const at = placeOf(line, OUT, Math.max(1, object.from - EXPELLED_WITHIN), object.from);
  const first = at < 0 || tokenText(line, at + 1) !== 'of' ? -1 : firstHalf(line, at, EXPELLING);
  // "Gabon kicked out of": nobody stands between, so it is done to whom the sentence begins with.
  return first < 0 || at - first === 1
    ? null
    : { ...phraseOf(object, first, 'remove', 'relief'), cost: 1 };
}

const OFF_WITHIN = 8;
const LISTED = /\blist\b/;

const LETTING = wordGroup(
  'let lets letting allow allows allowed allowing leave leaves keep keeps permit permits',
);
const STANDING = wordGroup('stand remain continue stay alive place intact force');
const STAND_WITHIN = 4;

// "appeals court lets tariffs stand for now": the measure goes on, by a court that could have ended it.
function letStand(line: Line, object: Hit): Phrase | null {
  const at = firstHalf(line, object.from, LETTING);
  if (at < 0 || !hitsOf(line, 'court').some((hit) => hit.to <= at)) return null;
  const behind = line.tokens.slice(object.to, object.to + STAND_WITHIN);
  return behind.some(({ text }) => STANDING.has(text)) ? phraseOf(object, at, 'keep') : null;
}

const MAKING = wordGroup('make makes making made');
const OFFICIAL = wordGroup('official law permanent');

// "makes its retaliatory tariffs official": laid for good.
function madeOfficial(line: Line, object: Hit): Phrase | null {
  if (!OFFICIAL.has(tokenText(line, object.to))) return null;
  const at = firstHalf(line, object.from, MAKING);
  return at < 0 || !isDoneBySomebody(line, at) ? null : phraseOf(object, at, 'impose');
}

const FINDERS: readonly PhraseFinder[] = [
  { needs: [SENDING], find: sentInLetter },
  { needs: [MAKING, OFFICIAL], find: madeOfficial },
  { needs: [MOVING], find: movedTo },
  { find: movesToFigure },
  { needs: STATING, find: statedAnew },
  { needs: [KEEPING, OUT], find: keptOut },
  { needs: [LETTING, STANDING], find: letStand },
  ...answerPhrases,
  { needs: [PRICES], find: bargained },
  { find: backedFor },
  { find: judged },
  { needs: [EXCEEDING], find: overreached },
  { needs: [HALTING, RULING], find: haltedRuling },
  { needs: [LIST], find: listedState },
  { find: sentAway },
  { needs: [FREE], find: freeOf },
  { needs: [SUSPENSION], find: notProlonged },
  { needs: [LAYING], find: notLaid },
  { find: exemptsBehindColon },
  ...farPhrases,
  ...dayPhrases,
  ...insteadPhrases,
  ...actPhrases,
  ...worldRulings,
  ...listPhrases,
  { find: tariffPhrase },
];

const findersFor = rulesFor(FINDERS);
