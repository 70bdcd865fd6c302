// Acts whose title only says what they adjust and whose text puts the change off, lowers it or lets goods off. In: an item headed by
// such an act. Out: what is done, or null where the text tells none of these. English only.
import type { Action } from '../../domain/reading.ts';
import { fitting } from '../words/asked-rules.ts';
import { type Line, lineHas, type Scene } from '../words/scene.ts';
import { wordGroup } from '../words/word-groups.ts';

const TOP = 3;

const CHARGED = /^(?:increases?|duty|duties|tariffs?|rates?)$/;
const namesCharge = (line: Line): boolean => line.tokens.some(({ text }) => CHARGED.test(text));

const IS_PUT_OFF = fitting(
  /\b(?:is|are|be|been) (?:hereby )?(?:delayed|postponed|deferred)\b/i,
  wordGroup('delayed postponed deferred'),
);
const PUTS_OFF = fitting(
  /\b(?:delay|postpone|defer)(?:s|d|ed|ing)? (?:the|a|any) /i,
  wordGroup(/^(?:delay|postpon|defer)/),
);
const LOWERS = fitting(
  /\b(?:reduces|lowers|reducing|lowering) the\b/i,
  wordGroup('reduces lowers reducing lowering'),
);
const IS_LOWERED = fitting(
  /\b(?:is|are|be) (?:hereby )?(?:reduced|lowered)\b/i,
  wordGroup('reduced lowered'),
);
const LETS_OFF = fitting(
  /\b(?:is|are|be) (?:hereby )?(?:exempt|exempted|excluded) from\b/i,
  wordGroup(/^(?:exempt|excluded)/),
);

/** "Adjusting Imports of Timber" over "The increase to 30 percent is delayed to January 1": nothing is charged anew. */
export function toldByAct({ lang, lines, title }: Scene): Action | null {
  if (lang !== 'en' || title === null || !lineHas(title, 'notice', 'act')) return null;
  const body = lines.filter(({ index }) => index > 0 && index <= TOP);
  const isPutOff = (line: Line): boolean => IS_PUT_OFF(line) || PUTS_OFF(line);
  if (body.some((line) => isPutOff(line) && namesCharge(line))) return 'delayed';
  const [first] = body;
  if (first === undefined) return null;
  if ((LOWERS(first) || IS_LOWERED(first)) && namesCharge(first)) return 'reduced';
  // An act that sets a rate may let some goods off beside it.
  const isRated = body.some((line) => line.classes.has('percent'));
  return LETS_OFF(first) && !isRated ? 'exempted' : null;
}
