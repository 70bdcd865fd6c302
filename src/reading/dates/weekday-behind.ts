// Whether a weekday lies behind or ahead of an item: "imposed on Friday", "takes effect on Friday". In: a sentence and its weekday.
// Out: yes or no.
import type { Hit } from '../words/lexicon.ts';
import { hitOver, hitsOf, type Line, means, tokenText } from '../words/scene.ts';
import { isChargedFrom } from './days-ahead.ts';

const PAST_WORDS: ReadonlySet<string> = new Set(
  'retroactively retroactive posted published presented unveiled took came went entered last said announced signed imposed suspended raised declared approved since has began started'.split(
    ' ',
  ),
);

const RUNNING: ReadonlySet<string> = new Set(
  'lasts last runs run applies apply starts start begins begin holds go goes'.split(' '),
);
const RUNS_WITHIN = 4;

const ENDING: ReadonlySet<string> = new Set(['end', 'ends', 'expire', 'expires']);

// "lasts 30 days from Thursday", "said they end Saturday": told in the present, so still to come.
function runsFrom(line: Line, hit: Hit): boolean {
  if (line.lang !== 'en') return false;
  const before = tokenText(line, hit.from - (tokenText(line, hit.from - 1) === 'on' ? 2 : 1));
  if (ENDING.has(before) || (before !== 'last' && RUNNING.has(before))) return true;
  if (tokenText(line, hit.from - 1) !== 'from') return false;
  const said = line.tokens.slice(Math.max(0, hit.from - 1 - RUNS_WITHIN), hit.from - 1);
  return said.some(({ text }) => RUNNING.has(text));
}

/** True for a weekday before the day of the item. */
export function isPast(line: Line, hit: Hit): boolean {
  if (hit.meanings.has('past') || isRetroactive(line, hit.from)) return true;
  const past = hitsOf(line, 'past');
  // "lunedì scorso", "vergangenen Montag".
  if (past.some((other) => other.to === hit.from || other.from === hit.to)) return true;
  if (isStartAhead(line, hit) || runsFrom(line, hit) || isToCome(line, hit)) return false;
  if (isBehindDone(line, hit)) return true;
  if (past.some((other) => other.to > hit.from - 7 && other.from < hit.to + 4)) return true;
  for (let at = Math.max(0, hit.from - 6); at < Math.min(line.tokens.length, hit.to + 4); at += 1) {
    // "rises to 50 per cent on Wednesday, officials said": who said so, and not what was done that day.
    if (at >= hit.to && line.lang === 'en' && tokenText(line, at) === ',') return false;
    if (PAST_WORDS.has(tokenText(line, at))) return true;
  }
  return false;
}

const COMING: ReadonlySet<string> = new Set(["'ll", 'will', 'would', 'shall']);
const STARTING = /^(?:starts?|begins?)$/;
const BE_WITHIN = 3;
const VERB_WITHIN = 14;

/** Where the clause of its own begins that holds a day, as far back as a verb may stand. */
function clauseBefore(line: Line, hit: Hit): number {
  let at = hit.from;
  while (at > Math.max(0, hit.from - VERB_WITHIN)) {
    if (line.tokens[at - 1]?.kind === 'mark' && tokenText(line, at - 1) !== '%') break;
    if (hitOver(line, at - 1)?.meanings.has('saying') === true) break;
    at -= 1;
  }
  return at;
}

// "will be imposed on Friday", "is to be raised from Saturday", "Orders signed on Friday start a duty on Tuesday".
function isToCome(line: Line, hit: Hit): boolean {
  if (line.lang !== 'en') return false;
  const from = clauseBefore(line, hit);
  let isDone = false;
  for (let at = hit.from - 1; at >= from; at -= 1) {
    if (COMING.has(tokenText(line, at))) return true;
    if (tokenText(line, at) === 'be' && tokenText(line, at - 1) === 'to') return true;
    if (STARTING.test(tokenText(line, at)) && !isDone) return true;
    isDone ||=
      tokenText(line, at).endsWith('ed') && hitOver(line, at)?.meanings.has('verb') === true;
  }
  return isChargedFrom(line, hit);
}

// "granted Danish pumps a waiver on Monday": what is told as done, and not "to be", is done on a day that lies behind.
function isBehindDone(line: Line, hit: Hit): boolean {
  if (line.lang !== 'en') return false;
  const from = clauseBefore(line, hit);
  for (let at = hit.from - 1; at >= from; at -= 1) {
    const isDone =
      tokenText(line, at).endsWith('ed') && hitOver(line, at)?.meanings.has('verb') === true;
    if (!isDone) continue;
    const before = line.tokens.slice(Math.max(0, at - BE_WITHIN), at);
    return !before.some(({ text }) => AHEAD_OF.has(text));
  }
  return false;
}

const AHEAD_OF: ReadonlySet<string> = new Set('to be is are will would shall may could'.split(' '));

/** "dropped starting on Saturday", "take effect on Wednesday": what is still to start is ahead, whatever was said before. */
export function isStartAhead(line: Line, hit: Hit): boolean {
  return line.hits.some(
    (other) =>
      other.meanings.has('effective') &&
      hit.from - other.to >= 0 &&
      hit.from - other.to <= 1 &&
      (line.lang === 'en'
        ? STARTS.has(tokenText(line, other.from))
        : means(other, 'effective', 'from') && !other.meanings.has('past')),
  );
}

const RETROACTIVE = /^(?:retroacti|backdated|ruckwirkend|retroattiv|retroativ)/;
const RETRO_WITHIN = 10;

/** "retroactively from 12:01 a.m. on Thursday", "backdated to December 21": a day that lies behind. */
export function isRetroactive(line: Line, at: number): boolean {
  return line.tokens
    .slice(Math.max(0, at - RETRO_WITHIN), at)
    .some((token) => RETROACTIVE.test(token.text));
}

const STARTS: ReadonlySet<string> = new Set(
  'starting beginning take takes effective start starts begin begins come comes go goes kick kicks apply applies enter enters'.split(
    ' ',
  ),
);
