// Verbs beside a relief that only speak of it: "renews its plea for a waiver", "raises the exemption with ministers", hopes
// that grow, the noun of a lobby. In: a verb and its object. Out: yes or no.
import { hitFrom, tokenText } from '../words/scene.ts';
import { lastPlaceOf, wordGroup } from '../words/word-groups.ts';
import { REQUEST } from './answered-requests.ts';
import type { Pair } from './pair.ts';

/** "renews its plea for a waiver", "receives a request for": what is given or got is the request. */
export function isOfRequest({ line, verb, object, about }: Pair): boolean {
  if (line.lang !== 'en' || about !== 'relief' || object.from < verb.to) return false;
  if (RECEIVING.test(tokenText(line, verb.from)))
    return lastPlaceOf(line, REQUEST, verb.to, object.from) >= 0;
  return false;
}

const RECEIVING =
  /^(?:extend|prolong|repeat|renew|receiv|get|got|give|gave|hand|revive|resum|restore|secure|win|won)/;

/** "raises the steel exemption with Washington": it is only spoken of. */
export function isBroughtUp({ line, object, about }: Pair): boolean {
  return line.lang === 'en' && about === 'relief' && tokenText(line, object.to) === 'with';
}

/** "the steel lobby presses", "lobby group asks": who asks, and no asking. */
export function isLobbyNoun({ line, verb }: Pair): boolean {
  if (line.lang !== 'en' || tokenText(line, verb.from) !== 'lobby') return false;
  return (
    /^groups?$/.test(tokenText(line, verb.to)) ||
    hitFrom(line, verb.to)?.meanings.has('verb') === true
  );
}

const PROCEDURE = wordGroup('procedure procedures process opportunity portal');
const PROCEDURE_WITHIN = 6;

/** "procedures for interested persons to request exclusions": how to ask, and nobody who does. */
export function isOfProcedure({ line, verb }: Pair): boolean {
  if (line.lang !== 'en' || !/^(?:to|for)$/.test(tokenText(line, verb.from - 1))) return false;
  return lastPlaceOf(line, PROCEDURE, Math.max(0, verb.from - PROCEDURE_WITHIN), verb.from) >= 0;
}

const HOPES = /^(?:hopes?|optimism)$/;
const WITH = /^(?:on|amid|with|by|as)$/;

/** "shares gain on hopes of tariff relief", "as exemption hopes grow": nobody asks. */
export function isHope({ line, verb, object }: Pair): boolean {
  if (line.lang !== 'en' || !HOPES.test(tokenText(line, verb.from))) return false;
  return verb.from === object.to || WITH.test(tokenText(line, verb.from - 1));
}

/** "gets a pass on the tariff": no bill is passed. */
export function isPassOn({ line, verb }: Pair): boolean {
  return tokenText(line, verb.to - 1) === 'pass' && tokenText(line, verb.to) === 'on';
}

/** "取消关税豁免", "chấm dứt miễn thuế": outside English what ends is the relief, though its phrase names the tariff. */
export function isOfRelief({ line, object, about }: Pair): boolean {
  return line.lang !== 'en' && about === 'tariff' && object.meanings.has('relief');
}
