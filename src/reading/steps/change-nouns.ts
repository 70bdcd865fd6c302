// Nouns of what becomes of a tariff stand between a verb and the tariff, and tell the step in its place: "announces tariff cut",
// "lifts the suspension of duties", "orders a carve-out for rice from tariffs". In: a verb and its object. Out: whether the two
// make no step, or the action meant. English only.
import type { Action } from '../../domain/reading.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitFrom, hitsOf, type Line, means, tokenText } from '../words/scene.ts';
import type { Pair } from './pair.ts';

const SINGULAR = /^(?:tariff|duty|levy|tax|surcharge|surtax)$/;
const CHANGE =
  /^(?:cuts?|reductions?|decreases?|hikes?|increases?|rises?|removals?|eliminations?|abolition|delays?|postponements?|rollbacks?)$/;
const CHANGED = /^(?:lower|reduced|halved|slashed|rise|jump)$/;

/** "opts for a lower duty": of two that were asked for. */
const CHOOSING = /^(?:opt|choos|chose|go|went|pick|decid|settl)/;

/** True where the noun of a change ends the object or stands right behind it, and where "lower" stands before it. */
export function isOfChange({ line, verb, object }: Pair): boolean {
  if (line.lang !== 'en') return false;
  if (object.from >= verb.to && isSparedFrom(line, verb, object)) return true;
  // "announces lower tariffs", "orders rise in tariffs".
  const isChanged = object.meanings.has('verb') && CHANGED.test(tokenText(line, object.from));
  if (isChanged) return !CHOOSING.test(tokenText(line, verb.from));
  const last = tokenText(line, object.to - 1);
  if (CHANGE.test(last)) return SINGULAR.test(tokenText(line, object.to - 2));
  if (!SINGULAR.test(last) || !CHANGE.test(tokenText(line, object.to))) return false;
  return hitFrom(line, object.to)?.meanings.has('verb') === true;
}

// "a carve-out for rice from tariffs".
function isSparedFrom(line: Line, verb: Hit, object: Hit): boolean {
  const relief = hitsOf(line, 'relief').find((hit) => hit.from >= verb.to && hit.to < object.from);
  if (relief === undefined) return false;
  return line.tokens.slice(relief.to, object.from).some(({ text }) => text === 'from');
}

const EASING =
  /^(?:cuts?|reductions?|decreases?|removals?|eliminations?|abolition|delays?|postponements?|rollbacks?|lower|reduced|halved|slashed)$/;
const PROMISING = /^(?:hint|promis|pledg|vow|float|dangl)/;

/** True where nothing is threatened: "pledges tariff cut", and what endangers a relief ("threatens the exemption"). */
export function isNoThreat(pair: Pair): boolean {
  const { line, verb, object, about } = pair;
  if (about === 'relief')
    return (
      line.lang !== 'en' || object.from < verb.to || !PROMISING.test(tokenText(line, verb.from))
    );
  if (!isOfChange(pair)) return false;
  const named = line.tokens.slice(object.from, object.to + 1);
  return named.some(({ text }) => EASING.test(text));
}

const GRANTING =
  /^(?:order|confirm|enact|decree|finali[sz]e|gazette|notif(?:y|ies|ied)|issue|bring|brought)/;
const GRANTED_WITHIN = 4;

/** True for "orders a duty waiver": verbs that lay a tariff and may as well grant a relief that stands right behind. */
export function isGranted({ line, verb, object }: Pair): boolean {
  // "Tariff exemption for rice gazetted".
  const isPassive = line.isTitle && object.to <= verb.from;
  const gap = isPassive ? verb.from - object.to : object.from - verb.to;
  return (
    line.lang === 'en' &&
    gap >= 0 &&
    gap <= GRANTED_WITHIN &&
    GRANTING.test(tokenText(line, verb.from))
  );
}

const SKIPPED =
  /^(?:the|a|an|its|their|his|temporary|provisional|planned|brief|six-month|one-year|two-year|three-year|year-long|90-day|60-day|30-day|150-day)$/;
const PAUSES = /^(?:suspension|pause|freeze|moratorium|hold)$/;
const RISES = /^(?:increase|rise|hike|doubling|raising|tripling)$/;

/** What becomes of a change told as a noun that another verb ends: "lifts the suspension of duties", "Duty suspension scrapped". */
export function endedChange(line: Line, verb: Hit, object: Hit, family: string): Action | null {
  if (line.lang !== 'en') return null;
  if (isReversed(line, verb)) return REVERSED.get(family) ?? null;
  if (family !== 'suspend' && family !== 'raise') return null;
  const noun = line.tokens
    .slice(verb.from, verb.to)
    .find(({ text }) => PAUSES.test(text) || RISES.test(text));
  if (noun === undefined) return null;
  if (!isEndedBefore(line, verb) && !isEndedBehind(line, verb, object)) return null;
  return PAUSES.test(noun.text) ? 'exemption-ended' : 'removed';
}

/** What comes of a step that somebody takes back. */
const REVERSED: ReadonlyMap<string, Action> = new Map([
  ['exempt', 'exemption-ended'],
  ['suspend', 'exemption-ended'],
  ['remove', 'other'],
  ['cut', 'other'],
]);
const REVERSING =
  /^(?:revers(?:ing|es|ed)|undo(?:ing|es)|rescind(?:ing|s|ed)|revok(?:ing|es|ed)|overturn(?:ing|s|ed)|scrapp(?:ing|ed)|cancell?(?:ing|s|ed))$/;
const REVERSED_WITHIN = 10;
const PLAN = /^(?:move|decision|plan|order|step|proclamation|pledge|promise)$/;

// "reversing his predecessor's move of Jan. 20 to exempt the country".
function isReversed(line: Line, { from }: Hit): boolean {
  if (tokenText(line, from - 1) !== 'to') return false;
  const before = line.tokens.slice(Math.max(0, from - REVERSED_WITHIN), from - 1);
  const at = before.findIndex(({ text }) => REVERSING.test(text));
  return at >= 0 && before.slice(at).some(({ text }) => PLAN.test(text));
}

function isEndedBefore(line: Line, verb: Hit): boolean {
  let at = verb.from;
  while (at > 0 && SKIPPED.test(tokenText(line, at - 1))) at -= 1;
  // "vacates Biden-era moratorium".
  if (tokenText(line, at - 1) === 'era') at -= 2;
  return hitsOf(line, 'verb').some(
    (hit) => hit.to === at && (means(hit, 'verb', 'remove') || means(hit, 'verb', 'strike')),
  );
}

const ENDED_WITHIN = 5;

function isEndedBehind(line: Line, verb: Hit, object: Hit): boolean {
  const end = Math.max(verb.to, object.to);
  const next = hitsOf(line, 'verb').find((hit) => hit !== verb && hit.from >= end);
  if (next === undefined || !means(next, 'verb', 'remove') || next.from - end > ENDED_WITHIN)
    return false;
  return !line.tokens
    .slice(end, next.from)
    .some(({ kind, text }) => kind === 'mark' || text === 'and');
}
