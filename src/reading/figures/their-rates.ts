// Rates of the other side's tariffs. In: a percentage in its sentence, and who acts on whom. Out: whether another state's tariff
// has that rate: "remove its 50% duty on American whiskey" in an item about what Washington threatens.

import { ratedPlaces } from '../places/rated-places.ts';
import { type PlaceGroup, placeGroups } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { clauseAt } from '../steps/split-clauses.ts';
import { hitOver, hitsOf, isParted, type Line, means, tokenText } from '../words/scene.ts';
import {
  isAnswered,
  isAnsweredByName,
  isAnsweredList,
  isAnsweredRise,
  isAnsweredThreat,
} from './answered-rates.ts';
import { isBorneByOthers, isFacedElsewhere } from './borne-by-others.ts';
import type { Percent } from './find-percents.ts';
import { isOfOwnedTariff } from './owned-rates.ts';
import { isPlannedThere } from './planned-there.ts';
import type { Sides } from './rate-at.ts';
import { isInTheirThreat, isSparingFrom } from './their-threat.ts';

/** True for the rate of a tariff that somebody else has, or that is on goods of the imposer. */
export function isTheirRate(line: Line, percent: Percent, lead: Step, sides: Sides): boolean {
  if (isAnswered(line, percent, lead) || isAnsweredByName(line, percent, lead, sides)) return true;
  if (isAnsweredList(line, percent, lead, sides)) return true;
  if (isAnsweredRise(line, percent, lead) || isAnsweredThreat(line, percent, lead)) return true;
  if (isOfOtherSubject(line, percent, sides)) return true;
  if (isBorneByOthers(line, percent, lead, sides) || isFacedElsewhere(line, percent, lead))
    return true;
  if (isInTheirThreat(line, percent.from, sides)) return true;
  // Both parties of a deal may be meant, and who is to be spared has the tariff named after it.
  const first = placeGroups(lead.line)[0];
  const isMutual =
    [...sides.targets].some((code) => sides.imposers.has(code)) ||
    (first !== undefined &&
      first.codes.length > 1 &&
      first.codes.some((code) => sides.imposers.has(code)));
  if (isMutual || lead.action === 'deal-reached' || sides.imposers.size === 0) return false;
  return (
    isChargedByThem(line, percent, lead, sides) ||
    isChargedByBloc(line, percent, sides) ||
    isPlannedThere(line, percent, sides) ||
    isOfOwnedTariff(line, percent, lead, sides) ||
    isOnOurGoods(line, percent, sides) ||
    facesIt(line, percent, lead, sides) ||
    isOwnedByThem(line, percent, lead, sides)
  );
}

// "imposes 30% as Colombia raises its duty to 20%": told beside the step, of a subject that does not take it.
function isOfOtherSubject(line: Line, percent: Percent, { imposers }: Sides): boolean {
  const { owner, isAside, from } = clauseAt(line, percent.from);
  if (owner === null || !isAside || imposers.size === 0) return false;
  // "steel from Egypt and Japan, which covers 2023, has set duties of": whence goods come is no subject.
  if (owner.preposition === 'from') return false;
  // "as the Swiss face 39%": who only bears the rate is told of it.
  const isBorne = hitsOf(line, 'gainer').some((hit) => hit.from >= from && hit.to <= percent.from);
  return !isBorne && !owner.codes.some((code) => imposers.has(code));
}

const CHARGING: ReadonlySet<string> = new Set(
  'charge charges charged charging tax taxes taxed taxing put puts levy levies levied impose imposes imposed collect collects collected set sets slap slaps slapped hit hits'.split(
    ' ',
  ),
);
/** Words that tell of a charge only right before the figure: "the US is at 145%", "Washington had put 25%". */
const STANDING: ReadonlySet<string> = new Set('take takes took has had is stands'.split(' '));
const STANDS_WITHIN = 2;
/** "Peru hit as Chile raises": behind the word it is done to the name before it. */
const SUFFERED: ReadonlySet<string> = new Set(['as', 'by', 'with', 'after']);
const CHARGED_WITHIN = 8;

// "He says the bloc has put 50% on whisky", of a union that bears the step.
function isChargedByBloc(line: Line, { from }: Percent, { targets }: Sides): boolean {
  if (line.lang !== 'en' || !targets.has('EU')) return false;
  const before = line.tokens.slice(Math.max(0, from - CHARGED_WITHIN), from);
  const at = before.findLastIndex(({ text }) => text === 'bloc');
  return at >= 0 && before.slice(at, at + 1 + STANDS_WITHIN).some(isOfCharge);
}

// "has put", "goes ahead with its": the words right behind the union.
function isOfCharge({ text }: { readonly text: string }): boolean {
  return CHARGING.has(text) || text === 'goes' || text === 'proceeds';
}

// "complains that India charges 70% on cars", "the US is at 145%": right before the figure somebody else lays it.
function isChargedByThem(line: Line, percent: Percent, lead: Step, { imposers }: Sides): boolean {
  if (line.lang !== 'en') return false;
  // The country before the figure, or the one before its goods.
  const groups = placeGroups(line).filter((group) => group.to <= percent.from);
  for (const group of groups.slice(-2).reverse()) {
    if (percent.from - group.to > CHARGED_WITHIN) continue;
    if (group.isPossessive || (group.role !== 'bare' && group.role !== 'subject')) continue;
    const word = tokenText(line, behindRelative(line, group.to));
    // "Japan is at 24%, Peru at 20%": a list tells who bears what.
    const isStanding =
      STANDING.has(word) &&
      percent.from - group.to - 1 <= STANDS_WITHIN &&
      ratedPlaces(line).length < 2;
    const isLead = line === lead.line && group.to === lead.verb.from;
    if (!(CHARGING.has(word) || isStanding) || isLead) continue;
    if (word === 'hit' && SUFFERED.has(tokenText(line, group.to + 1))) continue;
    const isNear = !hitsOf(line, 'percent').some(
      (hit) => hit.from >= group.to && hit.to <= percent.from,
    );
    return isNear && !group.codes.some((code) => imposers.has(code));
  }
  return false;
}

// "Peru, which charges 12%".
function behindRelative(line: Line, at: number): number {
  return tokenText(line, at) === ',' && tokenText(line, at + 1) === 'which' ? at + 2 : at;
}

const TARIFF_WITHIN = 4;
const GOODS_WITHIN = 3;
const ON: ReadonlySet<string> = new Set(
  'on against for sur sobre su sul sulla sulle sui auf gegen auf op na voor pour contre contra'.split(
    ' ',
  ),
);

// "its 50% duty on American whiskey": a tariff on goods of who acts is not his.
function isOnOurGoods(line: Line, percent: Percent, { imposers }: Sides): boolean {
  const tariff = hitsOf(line, 'tariff').find(
    (hit) =>
      (hit.from >= percent.to && hit.from - percent.to <= TARIFF_WITHIN) ||
      (percent.from >= hit.to && percent.from - hit.to <= TARIFF_WITHIN),
  );
  if (tariff === undefined) return false;
  const end = Math.max(tariff.to, percent.to);
  const next = placeGroups(line).find((group) => group.from >= end);
  return (
    next !== undefined &&
    next.from - end <= GOODS_WITHIN &&
    (next.role === 'origin' || next.role === 'object') &&
    ON.has(next.preposition) &&
    isAll(next, imposers)
  );
}

const FACES_WITHIN = 14;

// "most European goods are charged 15%" where Europe acts: what its own goods meet abroad.
function facesIt(line: Line, percent: Percent, lead: Step, sides: Sides): boolean {
  return isBehindOurGoods(line, percent.from, lead, sides, 'product');
}

const ACTS: ReadonlySet<string> = new Set(['bare', 'subject']);

/** True behind "EU goods" in a sentence beside the step, where the EU takes it. */
export function isBehindOurGoods(
  line: Line,
  at: number,
  lead: Step,
  { imposers }: Sides,
  other: 'goods' | 'product' = 'goods',
): boolean {
  if (line.isTitle || line === lead.line) return false;
  const goods = placeGroups(line).findLast(
    (group) => group.to <= at && (group.role === 'origin' || group.preposition === 'from'),
  );
  if (goods === undefined || !isAll(goods, imposers)) return false;
  if (at - goods.to > FACES_WITHIN || isParted(line, goods.to, at)) return false;
  // "After Peru taxed Chilean wine, Santiago said it would charge": who charges is named behind the goods.
  const isOurs = placeGroups(line).some(
    (group) =>
      ACTS.has(group.role) && group.from >= goods.to && group.to <= at && isAll(group, imposers),
  );
  if (isOurs) return false;
  return (['goods', other] as const).some((name) =>
    hitsOf(line, name).some((hit) => hit.from >= goods.from - 2 && hit.to <= at),
  );
}

const ITS: ReadonlySet<string> = new Set(['its', 'their', 'his', 'her']);
const ITS_WITHIN = 6;

/** True for goods inside "its lentil duty" where the owner is not who takes the step. */
export function isOfTheirTariff(line: Line, from: number, { imposers }: Sides): boolean {
  const its = [1, 2, 3].map((back) => from - back).find((at) => ITS.has(tokenText(line, at)));
  return its !== undefined && isOthersWord(line, its, imposers);
}

// "Ottawa is to lower its lentil duty to 10 percent": whose tariff it is stands before the figure or its tariff word.
function isOwnedByThem(line: Line, percent: Percent, lead: Step, { imposers }: Sides): boolean {
  if (!line.isTitle && line !== lead.line && isNamedTheirs(line, percent, imposers)) return true;
  const its = ownerWord(line, percent);
  return its >= 0 && isOthersWord(line, its, imposers);
}

const OWNED_WITHIN = 1;
const RAISED_WITHIN = 7;

// "The president threatened to increase Peru's tariff rate to 30%": whose rate somebody else raises only bears it.
function isRaisedByUs(line: Line, { from }: PlaceGroup, imposers: ReadonlySet<string>): boolean {
  const verb = hitsOf(line, 'verb').findLast((hit) => hit.to <= from);
  if (verb === undefined || from - verb.to > 1 || !means(verb, 'verb', 'raise')) return false;
  return placeGroups(line).some(
    (group) =>
      ACTS.has(group.role) &&
      group.to <= verb.from &&
      verb.from - group.to <= RAISED_WITHIN &&
      isAll(group, imposers),
  );
}

// "says Oslo's 20% tariff hurts", "to help mills hit by 20% Norwegian tariffs" where Lima acts.
function isNamedTheirs(line: Line, percent: Percent, imposers: ReadonlySet<string>): boolean {
  return placeGroups(line).some(
    (group) =>
      (group.role === 'owner' || ownsRate(line, group, percent)) &&
      isOfRate(line, group, percent) &&
      !isRaisedByUs(line, group, imposers) &&
      !group.codes.some((code) => imposers.has(code) || code === 'WORLD'),
  );
}

function isOfRate(line: Line, group: PlaceGroup, percent: Percent): boolean {
  if (percent.to === group.from) return true;
  if (group.to > percent.from) return false;
  return (
    percent.from - group.to <= OWNED_WITHIN ||
    ownsRate(line, group, percent) ||
    ownsTariff(line, group, percent)
  );
}

const RATE = /^(?:rate|level|tariff|tariffs|duty|duties|levy|tax|surcharge)$/;
const RATE_WITHIN = 3;

// "calls Ottawa's rate of 110% a joke".
function ownsRate(line: Line, group: PlaceGroup, percent: Percent): boolean {
  if (line.lang !== 'en' || !isPossessiveGroup(line, group)) return false;
  const named = tokenText(line, group.to) === "'s" ? group.to + 1 : group.to;
  const isRate = RATE.test(tokenText(line, named)) && tokenText(line, named + 1) === 'of';
  return isRate && percent.from >= named && percent.from - named <= RATE_WITHIN;
}

// "La Paz's own 25% duties", "bring Washington's duty on cars down to 15%": the last tariff before the figure is theirs.
function ownsTariff(line: Line, group: PlaceGroup, percent: Percent): boolean {
  if (line.lang !== 'en' || !isPossessiveGroup(line, group)) return false;
  if (tokenText(line, group.to) === 'own' || tokenText(line, group.to + 1) === 'own')
    return percent.from - group.to <= 2;
  const tariff = hitsOf(line, 'tariff').findLast((hit) => hit.to <= percent.from);
  if (tariff === undefined || tariff.from - group.to < 0 || tariff.from - group.to > 1)
    return false;
  return !isParted(line, group.to, percent.from) && tokenText(line, percent.from - 1) === 'to';
}

function isPossessiveGroup(line: Line, group: PlaceGroup): boolean {
  return group.isPossessive || tokenText(line, group.to - 1) === "'s";
}

function isOthersWord(line: Line, its: number, imposers: ReadonlySet<string>): boolean {
  if (isSparingFrom(line, its, imposers)) return false;
  const owner = placeGroups(line).findLast((group) => group.to <= its);
  if (owner === undefined || isParted(line, owner.to, its)) return false;
  return !owner.codes.some((code) => imposers.has(code) || code === 'WORLD');
}

function ownerWord(line: Line, percent: Percent): number {
  const tariff = hitsOf(line, 'tariff').findLast((hit) => hit.to <= percent.from);
  const isBefore = tariff !== undefined && percent.from - tariff.to <= TARIFF_WITHIN;
  const isBehind = hitsOf(line, 'tariff').some(
    (hit) => hit.from >= percent.to && hit.from - percent.to <= TARIFF_WITHIN,
  );
  if (!isBefore && !isBehind) return -1;
  const end = isBefore && !isBehind ? (tariff?.from ?? 0) : percent.from;
  for (let at = end - 1; at >= Math.max(0, end - ITS_WITHIN); at -= 1) {
    if (ITS.has(tokenText(line, at))) return at;
    const over = hitOver(line, at)?.meanings;
    if (over?.has('verb') === true || over?.has('prep') === true) return -1;
  }
  return -1;
}

function isAll(group: PlaceGroup, codes: ReadonlySet<string>): boolean {
  return group.codes.every((code) => codes.has(code));
}
