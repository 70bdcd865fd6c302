// Whose measure a sentence speaks of. In: the roles of the leading step. Out: for a sentence, whether it speaks of another.
import type { Action } from '../../domain/reading.ts';
import { ratedPlaces } from '../places/rated-places.ts';
import { isAuthority, type PlaceGroup, placeGroups } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { hitsOf, type Line, lineHas, means, type Scene, tokenText } from '../words/scene.ts';
import { placeOf, says, wordGroup } from '../words/word-groups.ts';
import { isAside } from './aside.ts';
import { goesOnBeside } from './going-on.ts';
import {
  isAnswerOfUnnamed,
  isByUnnamedState,
  ownersIn,
  tellsOthersTariff,
  tellsSameDeed,
} from './others-tariff.ts';
import type { Roles } from './read-roles.ts';

/** True for a line that speaks of another measure: one with an imposer of its own that is not ours. */
export function othersOf(scene: Scene, roles: Roles, lead: Step): (line: Line) => boolean {
  const ours = new Set(roles.imposers.map((fact) => fact.value));
  const hit = new Set(roles.targets.map((fact) => fact.value));
  // Each party of a deal lowers what falls on the goods of the other.
  const isMutual = [...ours].some((code) => hit.has(code));
  // Who takes the step or is hit by it is not out of it, whatever else it is spared.
  const isParty = (code: string): boolean => ours.has(code) || (hit.has(code) && code !== 'WORLD');
  const spared = new Set(roles.exempted.map((fact) => fact.value).filter((code) => !isParty(code)));
  const isHit = (code: string): boolean => hit.has(code);
  const isUnnamed = isByUnnamedState(scene, lead) || isAnswerOfUnnamed(scene, lead);
  const isOthers = (line: Line): boolean => {
    if (line === lead.line) return false;
    if (isAside(line) || goesOnBeside(line, lead)) return true;
    // "goods shipped through third countries pay an added 40%": whosesoever they are, it is the same act.
    if (line.lang === 'en' && says(line, THIRD) && line.classes.has('percent')) return false;
    if (isOnlySpared(line, spared)) return true;
    // "Taiwan's general duty is 32.6%": in a trade-remedy case the duty is called after whom it hits.
    const owners = isRemedyOf(lead) ? ownersIn(line) : [];
    if (owners.length > 0 && owners.every(({ codes }) => codes.every(isHit))) return false;
    const isKnown = ours.size > 0 || isUnnamed;
    if (isUnnamed && ours.size === 0 && tellsSameDeed(line, lead)) return false;
    if (isKnown && !isMutual && tellsOthersTariff(line, { imposers: ours, targets: hit }))
      return true;
    if (ours.size === 0) return false;
    // "in answer to levies on Chinese cars": an answer names what it answers.
    const isAnswer = line.classes.has('retaliation');
    if (!isRelief(lead.action) && !isMutual && !isAnswer && hitsOnly(line, ours)) return true;
    if (isOccasion(line, ours)) return true;
    const named = placeGroups(line).filter(
      (group) =>
        !group.codes.includes('WORLD') &&
        (group.role === 'owner' || group.role === 'bare' || group.role === 'subject'),
    );
    const first = named[0];
    if (first === undefined || isHitThere(line, first.to)) return false;
    // "Japan will be charged 24%, Vietnam 20%".
    if (ratedPlaces(line).length > 1) return false;
    if (isAnsweredThere(line, first) || isUnderCondition(line, first)) return false;
    // Who asks to be spared speaks of the same measure.
    // So does who accepts a rate in a deal.
    const accepts = lead.action === 'deal-reached' && lineHas(line, 'verb', 'commit');
    const asks =
      isRelief(lead.action) || accepts || PLEAS.some((plea) => lineHas(line, 'verb', plea));
    const isSide = (code: string): boolean => ours.has(code) || (asks && hit.has(code));
    // "was glad of the U.S. president's order": whose deed it is stands behind a possessive.
    const isOurs = placeGroups(line).some(
      (group) => (named.includes(group) || group.isPossessive) && group.codes.some(isSide),
    );
    return (
      !isOurs &&
      first.codes.some((code) => hit.has(code) || !ours.has(code)) &&
      (lineHas(line, 'tariff') || (line.lang !== 'en' && line.classes.has('percent'))) &&
      (lineHas(line, 'verb') || opensReturn(line)) &&
      (first.from <= 3 || (hit.has(first.codes[0] ?? '') && hitsBehind(line, first, ours)))
    );
  };
  // Every reader of figures asks it of every line.
  const known: (boolean | undefined)[] = [];
  return (line) => {
    const answer = known[line.index] ?? isOthers(line);
    known[line.index] = answer;
    return answer;
  };
}

const THIRD = wordGroup('third transshipped transshipment transhipped transhipment');
const REMEDIES = ['AD', 'CVD'] as const;

function isRemedyOf({ line, object }: Step): boolean {
  return line.lang === 'en' && REMEDIES.some((kind) => means(object, 'tariff', kind));
}

const COMING = wordGroup('come comes came coming follow follows followed');
const COMING_WITHIN = 7;
/** "comes into force". */
const INTO: ReadonlySet<string> = new Set(['into', 'in', 'to', 'from', 'with', 'on']);
const OCCASION_WITHIN = 4;

// "The decision comes days after the US announced a 25% tariff", "The move follows Canada's surtax": another's step that came
// before ours.
function isOccasion(line: Line, ours: ReadonlySet<string>): boolean {
  if (line.lang !== 'en' || line.isTitle || !line.classes.has('tariff')) return false;
  const at = placeOf(line, COMING);
  if (at < 1 || at > COMING_WITHIN || INTO.has(tokenText(line, at + 1))) return false;
  const isDirect = tokenText(line, at).startsWith('follow');
  const after = line.tokens.findIndex(({ text }, place) => place >= at && text === 'after');
  const start = isDirect ? at : after;
  if (start < 0) return false;
  const other = placeGroups(line).find(({ from }) => from > start);
  if (other === undefined || other.from - start > OCCASION_WITHIN) return false;
  const isActing =
    other.role === 'owner' || (!isDirect && (other.role === 'bare' || other.role === 'subject'));
  return isActing && other.codes.every((code) => code !== 'WORLD' && !ours.has(code));
}

// "트럼프의 상호관세에 대응한 조치로", "米国の関税に対抗し": outside English whose tariff is answered may open the sentence.
function isAnsweredThere(line: Line, owner: PlaceGroup): boolean {
  if (line.lang === 'en' || (owner.role !== 'owner' && !isAuthority(owner))) return false;
  const tariff = hitsOf(line, 'tariff').find((hit) => hit.from >= owner.to);
  const from = tariff?.from ?? owner.to;
  return hitsOf(line, 'retaliation').some((hit) => hit.to > from);
}

const CONDITIONS: ReadonlySet<string> = new Set(['should', 'if', 'unless']);
const ANEW: ReadonlySet<string> = new Set(['the', 'it', 'this']);

// "Should Peru retaliate, the duty will rise to 55%": behind the condition the tariff of the step is meant.
function isUnderCondition(line: Line, first: PlaceGroup): boolean {
  if (line.lang !== 'en' || !CONDITIONS.has(tokenText(line, 0))) return false;
  const end = line.tokens.findIndex(({ text }, at) => at >= first.to && text === ',');
  return end > 0 && ANEW.has(tokenText(line, end + 1));
}

const RETURNS: ReadonlySet<string> = new Set(['return', 'exchange', 'turn']);

// "In return Washington should bring its duty down to 25%": what the other side is to do.
function opensReturn(line: Line): boolean {
  return tokenText(line, 0) === 'in' && RETURNS.has(tokenText(line, 1));
}

const FROM: ReadonlySet<string> = new Set(['from', 'imported', 'originating', 'exported']);

// "A 25% tariff on steel imported from China" in an item about what China imposes: the other side's measure.
function hitsOnly(line: Line, ours: ReadonlySet<string>): boolean {
  if (line.isTitle || !lineHas(line, 'tariff') || lineHas(line, 'deal')) return false;
  const groups = placeGroups(line);
  return (
    groups.length > 0 &&
    groups.every(
      (group) =>
        (group.role === 'origin' || (group.role === 'object' && FROM.has(group.preposition))) &&
        group.codes.every((code) => ours.has(code)),
    )
  );
}

// "On May 9 the US said the tariff on goods imported from China had been raised" where China acts: what it answers.
function hitsBehind(line: Line, doer: PlaceGroup, ours: ReadonlySet<string>): boolean {
  // "The 35% duty answers a tariff that China put on Canadian pork": what is ours opens the sentence.
  if (hitsOf(line, 'tariff').some((tariff) => tariff.to <= doer.from)) return false;
  return placeGroups(line).some(
    (group) =>
      group.from >= doer.to &&
      (group.role === 'origin' || (group.role === 'object' && FROM.has(group.preposition))) &&
      group.codes.every((code) => ours.has(code)),
  );
}

const PLEAS = ['seek', 'avert'] as const;

// "Denmark and Norway would face a 10% tariff": the first country is hit, it does not impose.
function isHitThere(line: Line, from: number): boolean {
  // "Canada is the exception: its goods pay 35%".
  const isException = line.tokens
    .slice(from, from + EXCEPTION_WITHIN)
    .some(({ text }) => text === 'exception');
  if (isException) return true;
  const borne = hitsOf(line, 'gainer').find((hit) => hit.from >= from);
  if (borne === undefined) return false;
  return borne.from - from <= BORNE_WITHIN || isBehindRelative(line, from, borne.from);
}

const EXCEPTION_WITHIN = 4;
const BORNE_WITHIN = 3;
const RELATIVE_WITHIN = 10;
const RELATIVE: ReadonlySet<string> = new Set(['that', 'which', 'who']);

// "Danish mills that took part will pay 10%": nothing else is done behind the relative clause.
function isBehindRelative(line: Line, from: number, borne: number): boolean {
  if (borne - from > RELATIVE_WITHIN || line.lang !== 'en') return false;
  const relative = [0, 1, 2].find((steps) => RELATIVE.has(tokenText(line, from + steps)));
  return (
    relative !== undefined &&
    !hitsOf(line, 'verb').some((hit) => hit.from >= from && hit.to <= borne)
  );
}

// "Imports from Britain will continue to face 25%": the rate of a country that the step leaves out.
function isOnlySpared(line: Line, spared: ReadonlySet<string>): boolean {
  if (spared.size === 0 || line.isTitle || lineHas(line, 'verb', 'exempt')) return false;
  const groups = placeGroups(line);
  const codes = groups.flatMap((group) => group.codes);
  // "The duty on pipes takes effect on 4 June; Chile stays at 25%": of whom it is spared only the second part tells.
  const second = placeOf(line, SEMICOLON);
  const isOfBoth = second > 0 && groups.every(({ from }) => from > second);
  return codes.length > 0 && !isOfBoth && codes.every((code) => spared.has(code));
}

const SEMICOLON = wordGroup(';');

function isRelief(action: Action): boolean {
  return action === 'exempted' || action.startsWith('exemption');
}
