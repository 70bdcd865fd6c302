// Who is let off a tariff, or no longer is, and whose tariff it is, where the words beside the relief tell both: "India's
// exemption from Brazilian tariffs ends", "no exemption for India from Brazil's tariff", "India no longer exempt from Brazilian
// duties", "Brazil tells India no exemptions", "India snubbed by Brazil". In: an English line and its places. Out: both sides.
import type { PlaceGroup } from '../places/read-places.ts';
import {
  hitBefore,
  hitFrom,
  hitOver,
  hitsOf,
  type Line,
  means,
  tokenText,
  wordBefore,
} from '../words/scene.ts';
import { wordGroup } from '../words/word-groups.ts';
import { isOther, type Sides, type Way } from './sides.ts';

const TARIFF_WITHIN = 3;
const FROM = wordGroup('from');

/** True for whose tariff stands right behind "from": "an exemption from Brazilian steel tariffs". */
export function isChargedFrom(line: Line, group: PlaceGroup): boolean {
  if (wordBefore(line, group.from) !== 'from') return false;
  return hitsOf(line, 'tariff').some(
    (hit) => hit.from >= group.to && hit.from - group.to <= TARIFF_WITHIN,
  );
}

const RELIEF_WITHIN = 2;

// "Indian exemption from Brazilian tariffs", "exemption for India from Brazilian tariffs".
function besideRelief(line: Line, groups: readonly PlaceGroup[]): Sides | null {
  const by = groups.find((group) => isChargedFrom(line, group));
  if (by === undefined || groups.indexOf(by) !== 1) return null;
  const on = groups[0];
  if (on === undefined || !isOther(on, by)) return null;
  const isFor = wordBefore(line, on.from) === 'for';
  const isNamed = hitsOf(line, 'relief').some(
    (hit) =>
      hit.from < by.from &&
      (isFor
        ? hit.from < on.from
        : hit.from >= on.to && hit.from - on.to <= RELIEF_WITHIN && isPlain(line, on.to, hit.from)),
  );
  return isNamed ? { by, on } : null;
}

/** What is got: "India given exemption", "India nears exemption". */
const GETTING = /^(?:nears?|nearing|close|closer|to|given|granted|handed|awarded|denied|refused)$/;

// Nothing stands between a country and its relief that gives or asks for it.
function isPlain(line: Line, from: number, to: number): boolean {
  return !line.hits.some(
    (hit) =>
      hit.from >= from &&
      hit.from < to &&
      !GETTING.test(tokenText(line, hit.from)) &&
      (hit.meanings.has('verb') || hit.meanings.has('gainer') || hit.meanings.has('mood')),
  );
}

const STATE = wordGroup('exempt exempted spared excluded excused shielded');
const BEING =
  /^(?:is|are|was|were|be|being|been|to|will|would|no|not|longer|still|now|also|remains?|stays?)$/;
const STATE_WITHIN = 4;

// "India no longer exempt from Brazilian tariffs".
function inState(line: Line, groups: readonly PlaceGroup[]): Sides | null {
  const [on, by] = groups;
  if (on === undefined || by === undefined || !isOther(on, by) || on.to > 2) return null;
  const at = line.tokens.findIndex(({ text }, place) => place >= on.to && STATE.has(text));
  if (at < 0 || at - on.to > STATE_WITHIN || at >= by.from || by.role !== 'owner') return null;
  const between = line.tokens.slice(on.to, at);
  const isSaid = between.every(
    ({ text }, place) =>
      BEING.test(text) ||
      hitsOf(line, 'product').some((hit) => hit.from <= on.to + place && hit.to > on.to + place),
  );
  const isFrom = by.from - at === 2 && tokenText(line, at + 1) === 'from';
  return isSaid && (isFrom || by.from === at + 1) ? { by, on } : null;
}

const LEFT_OUT = wordGroup('exempt exempted spared excluded excused shielded left');
const ORIGIN_WITHIN = 6;
const SPENT = /^(?:can|may|will|would|shall|no|longer|cannot|any|is|are|be|being|ceases?|to|now)$/;

// "Steel from Turkey can no longer be excluded from the duty": the goods whose relief ends say who is hit.
function originInState(line: Line, groups: readonly PlaceGroup[]): Sides | null {
  const on = groups.find(({ from, role }) => role !== 'owner' && wordBefore(line, from) === 'from');
  if (on === undefined) return null;
  const at = line.tokens.findIndex(({ text }, place) => place >= on.to && LEFT_OUT.has(text));
  if (at < 0 || at - on.to > ORIGIN_WITHIN || !isLost(line, at)) return null;
  if (!line.tokens.slice(on.to, at).every(({ text }) => SPENT.test(text))) return null;
  const by = groups.find(
    (group) => group.from > at && group.role === 'owner' && isOther(group, on),
  );
  return { by: by ?? null, on };
}

// "no longer exempt from", "ceases to be left out of": a phrase that tells the end of it.
function isLost(line: Line, at: number): boolean {
  return means(hitOver(line, at), 'verb', 'lose');
}

// "Brazil tells India no exemption".
function toldTo(line: Line, groups: readonly PlaceGroup[]): Sides | null {
  const [by, on] = groups;
  if (by === undefined || on === undefined || groups.length > 2 || !isOther(by, on)) return null;
  if (
    !means(hitFrom(line, by.to), 'saying', 'tell') ||
    !means(hitBefore(line, on.from), 'saying', 'tell')
  )
    return null;
  const relief = hitsOf(line, 'relief').find((hit) => hit.from >= on.to);
  if (relief === undefined) return null;
  const words = line.tokens.slice(on.to, relief.to).map(({ text }) => text);
  return words.includes('no') || words.includes('not') ? { by, on } : null;
}

const TURNED_AWAY = wordGroup('snubbed rebuffed refused denied spurned');

// "India snubbed by Brazil".
function turnedAway(line: Line, groups: readonly PlaceGroup[]): Sides | null {
  const [on, by] = groups;
  if (on === undefined || by === undefined || !isOther(on, by)) return null;
  const at = by.from - 2;
  const isBy = tokenText(line, at + 1) === 'by' && TURNED_AWAY.has(tokenText(line, at));
  return isBy && at - on.to <= 1 ? { by, on } : null;
}

const UNDER = wordGroup('under in');

// "Kenyan tea to get zero duty under Norway deal": with whom the bargain was made lets it in.
function gainedUnderDeal(line: Line, groups: readonly PlaceGroup[]): Sides | null {
  const by = groups.find(
    ({ from, to }) =>
      UNDER.has(wordBefore(line, from)) &&
      [to, to + 1].some((at) => hitFrom(line, at)?.meanings.has('deal') === true),
  );
  const on = groups.find((group) => by !== undefined && group.to <= by.from && isOther(group, by));
  if (by?.codes.length !== 1 || on?.codes.length !== 1) return null;
  const isGained = hitsOf(line, 'gainer').some(({ from, to }) => from >= on.to && to <= by.from);
  return isGained ? { by, on } : null;
}

const EXTENDING = wordGroup('extends extended prolongs prolonged');

// "US extends exclusions from China tariffs": nobody prolongs a relief from another's tariff.
function extendedBy(line: Line, groups: readonly PlaceGroup[]): Sides | null {
  const [by, on] = groups;
  if (by === undefined || on === undefined || !isOther(by, on)) return null;
  const isExtending = by.from <= 1 && EXTENDING.has(tokenText(line, by.to));
  return isExtending && isChargedFrom(line, on) ? { by, on } : null;
}

/** The ways of telling who is let off, in order. */
export const WAYS_OF_RELIEF: readonly Way[] = [
  { needs: [EXTENDING, FROM, 'relief', 'tariff'], tell: extendedBy },
  { needs: [FROM, 'relief', 'tariff'], tell: besideRelief },
  { needs: [STATE, 'tariff'], tell: inState },
  { needs: [LEFT_OUT, FROM, 'tariff'], tell: originInState },
  { needs: ['relief', 'saying'], tell: toldTo },
  { needs: [TURNED_AWAY, 'relief'], tell: turnedAway },
  { needs: [UNDER, 'relief', 'gainer'], tell: gainedUnderDeal },
];
