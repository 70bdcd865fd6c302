// Acts whose title only says what they adjust and whose text puts the change off, lowers it or lets goods off. In: an item headed by
// such an act. Out: what is done, or null where the text tells none of these. English only.
import type { Action } from '../../domain/reading.ts';
import { fitting } from '../words/asked-rules.ts';
import { type Line, lineHas, type Scene } from '../words/scene.ts';
import { wordGroup } from '../words/word-groups.ts';

const TOP = 3;

const IS_PUT_OFF = fitting(
  /\b(?:increases?|duties|tariffs?|rates?)\b[^.;]{0,100}\b(?:is|are|has been|have been|shall be|will be) (?:hereby )?(?:delayed|postponed|deferred)\b/i,
  wordGroup('delayed postponed deferred'),
);
const PUTS_OFF = fitting(
  /\b(?:delay|postpone|defer)(?:s|ed|ing|ring)? (?:the |a |any )?(?:scheduled |planned |further )?(?:increases?|imposition|application|duties|tariffs?)\b/i,
  wordGroup(/^(?:delay|postpon|defer)/),
);
const LOWERS = fitting(
  /\b(?:reduc|lower)(?:es|s|ed|ing)? the (?:\w+ ){0,3}(?:rate|duty|duties|tariffs?)\b|\b(?:rate|duty|duties|tariffs?)\b[^.;]{0,60}\b(?:is|are|shall be|will be) (?:hereby )?(?:reduced|lowered)\b/i,
  wordGroup(/^(?:reduc|lower)/),
);
const LETS_OFF = fitting(
  /\b(?:is|are|shall be|will be) (?:hereby )?(?:exempt|exempted|excluded) from\b/i,
  wordGroup(/^(?:exempt|excluded)/),
);

/** "Adjusting Imports of Timber" over "The increase to 30 percent is delayed to January 1": nothing is charged anew. */
export function toldByAct({ lang, lines, title }: Scene): Action | null {
  if (lang !== 'en' || title === null || !lineHas(title, 'notice', 'act')) return null;
  const body = lines.filter(({ index }) => index > 0 && index <= TOP);
  if (body.some((line: Line) => IS_PUT_OFF(line) || PUTS_OFF(line))) return 'delayed';
  const [first] = body;
  if (first === undefined) return null;
  if (LOWERS(first)) return 'reduced';
  // An act that sets a rate may let some goods off beside it.
  const isRated = body.some((line) => line.classes.has('percent'));
  return LETS_OFF(first) && !isRated ? 'exempted' : null;
}
