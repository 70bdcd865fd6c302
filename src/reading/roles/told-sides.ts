// Who lays a tariff and who bears it, where a sentence tells both by what it says of each: "would not bow to Brazil's threat of
// a tariff on its steel", "must sign a deal with Brazil or face 25%", "Indian steel will pay 25% in Brazil". In: an English
// line and its places. Out: the two sides, or null where nothing of the kind is said.
import { isAuthority, type PlaceGroup } from '../places/read-places.ts';
import { isJudgedBetween, isMereFeeling } from '../steps/mere-feelings.ts';
import { sidesOfCase, WTO } from '../steps/world-rulings.ts';
import { rulesFor } from '../words/asked-rules.ts';
import { hitFrom, hitsOf, type Line, means, tokenText } from '../words/scene.ts';
import { placeOf, wordGroup } from '../words/word-groups.ts';
import { ACTING, firstBefore, isOther, type Sides, type Way } from './sides.ts';
import { WAYS_OF_RELIEF } from './sides-of-relief.ts';
import { WAYS_OF_TRADE } from './sides-of-trade.ts';
import { WAYS_OF_ULTIMATUM } from './told-ultimatum.ts';

/** The sides that a sentence tells; the first way of telling that is found counts. */
export function toldSides(line: Line, groups: readonly PlaceGroup[]): Sides | null {
  if (line.lang !== 'en' || groups.length === 0) return null;
  for (const { tell } of waysIn(line)) {
    const sides = tell(line, groups);
    if (sides !== null) return sides;
  }
  return null;
}

const LEAVING = wordGroup(
  /^(?:exits?|exited|quits?|scraps?|scrapped|ends?|ended|terminates?|terminated|leaves|left|cancels?|cancelled|tears|tore|withdraws|withdrew|abandons?|abandoned|axes|axed|ditches|ditched)$/,
);
const THEN: ReadonlySet<string> = new Set(['after', 'as', 'once', 'when']);
const DEAL_WITHIN = 6;

// "Tomato duty kicks in after the US exits its deal with Mexico": who leaves a bargain charges whom it was made with.
function leftDeal(line: Line, groups: readonly PlaceGroup[]): Sides | null {
  const deals = hitsOf(line, 'deal');
  for (const by of groups) {
    if (by.codes.length !== 1 || !LEAVING.has(tokenText(line, by.to))) continue;
    const then = tokenText(line, by.from - 1) === 'the' ? by.from - 2 : by.from - 1;
    if (!THEN.has(tokenText(line, then))) continue;
    if (!hitsOf(line, 'tariff').some((hit) => hit.to <= then)) continue;
    const deal = deals.find((hit) => hit.from > by.to && hit.from - by.to <= DEAL_WITHIN);
    const on = groups.find(
      (group) => deal !== undefined && group.from > by.to && group.from - deal.to <= 2,
    );
    if (on !== undefined && on.codes.length === 1 && isOther(on, by)) return { by, on };
  }
  return null;
}

const BEARS: ReadonlySet<string> = new Set('face pay see risk suffer bear'.split(' '));
const OBLIGED: ReadonlySet<string> = new Set(
  'has have must needs need faces got given can could should may is was will'.split(' '),
);
const AVERTING = /^(?:avoid|avert|escape|dodge|head|stave|forestall|stop|prevent)$/;
const WITH = 'with';
const TURNING = wordGroup('or to before');

// "has until Friday to sign a deal with Brazil or see its steel taxed": who is left the choice bears the tariff, with whom it
// has to agree lays it. Who is told of or given the choice by another stands behind that other.
function besideElse(line: Line, groups: readonly PlaceGroup[]): Sides | null {
  if (!groups.some(({ preposition }) => preposition === WITH)) return null;
  const or = line.tokens.findIndex(
    ({ text }, at) =>
      (text === 'or' && BEARS.has(tokenText(line, at + 1))) ||
      (text === 'to' && AVERTING.test(tokenText(line, at + 1))) ||
      (text === 'before' && hitsOf(line, 'deal').some((hit) => hit.to <= at)),
  );
  const by = groups.find((group) => group.to <= or && group.preposition === WITH);
  if (by === undefined || by.codes.length !== 1) return null;
  const on = firstBefore(groups, by.from, by);
  if (on === undefined || isAuthority(on) || !OBLIGED.has(tokenText(line, on.to))) return null;
  const isAlone = groups.every(
    (group) => group === on || group.from >= by.from || !ACTING.has(group.role),
  );
  return isAlone ? { by, on } : null;
}

const DEED = wordGroup(
  /^(?:decisions?|moves?|threats?|vows?|plans?|pledges?|announcements?|imposition|introduction|intentions?|intent|ultimatums?|warnings?|hikes?|increases?)$/,
);
const DEED_WITHIN = 2;

// "would not bow to Brazil's threat of a tariff", "criticised Brazil's decision to impose": whose deed it is, and who opens the
// sentence by speaking of it.
function besideDeed(line: Line, groups: readonly PlaceGroup[]): Sides | null {
  const by = groups.find((group) => group.isPossessive && isOfDeed(line, group));
  if (by === undefined || by.codes.length !== 1 || by.codes.includes('WORLD')) return null;
  const on = firstBefore(groups, by.from, by);
  return on === undefined || isAnswering(line, on, by) ? null : { by, on };
}

function isOfDeed(line: Line, { to }: PlaceGroup): boolean {
  const at = line.tokens.findIndex(
    ({ text }, place) => place > to && place - to <= DEED_WITHIN && DEED.has(text),
  );
  if (at < 0 || !LEADING.has(tokenText(line, at + 1))) return false;
  return hitsOf(line, 'tariff').some((hit) => hit.from > at);
}

const LEADING: ReadonlySet<string> = new Set(['to', 'of', 'for', 'on', 'that']);

// "answers Brazil's decision to impose a tariff with one of its own": a deed of its own stands before the other's, and so does
// a refusal of what the other asks for.
function isAnswering(line: Line, on: PlaceGroup, by: PlaceGroup): boolean {
  return line.hits.some(
    (hit) =>
      hit.from >= on.to &&
      hit.to <= by.from &&
      (OWN_DEEDS.some((family) => means(hit, 'verb', family)) ||
        (hit.meanings.has('tariff') && !hit.meanings.has('verb'))) &&
      !isMereFeeling(line, hit),
  );
}

const OWN_DEEDS = ['impose', 'raise', 'cut', 'remove', 'suspend', 'delay', 'retaliate'] as const;

const ITS = wordGroup('its their');
const OWN_WITHIN = 4;
const LAID_ON: ReadonlySet<string> = new Set(['on', 'against', 'for']);
const GOODS = ['product', 'goods', 'industry'] as const;

// "a 25% Brazilian tariff on its steel", "a lower tariff on its steel from Brazil": nobody taxes his own goods, so whose they
// are is the other one than whose tariff it is.
function besideOwnGoods(line: Line, groups: readonly PlaceGroup[]): Sides | null {
  const tariff = hitsOf(line, 'tariff').find((hit) => ownGoodsBehind(line, hit.to));
  if (tariff === undefined) return null;
  const by = groups.find(
    (group) =>
      group.codes.length === 1 &&
      !group.isPair &&
      ((group.role === 'owner' &&
        group.to <= tariff.from &&
        tariff.from - group.to <= OWN_WITHIN) ||
        (group.from >= tariff.to && (group.role === 'agent' || group.preposition === 'from'))),
  );
  if (by === undefined || by.codes.includes('WORLD')) return null;
  const on = firstBefore(groups, Math.min(tariff.from, by.from), by);
  return on === undefined ? null : { by, on };
}

// "a deal with Brazil to lower tariffs on its cod": whose goods they are is who stands before the deal, with whom it is made lays
// the tariff.
function dealOnOwnGoods(line: Line, groups: readonly PlaceGroup[]): Sides | null {
  const deal = placeOf(line, DEALS);
  const tariff = hitsOf(line, 'tariff').find((hit) => ownGoodsBehind(line, hit.to));
  if (deal < 0 || tariff === undefined || tariff.from <= deal) return null;
  const by = groups.find(
    ({ preposition, from, to, codes, isPair }) =>
      preposition === WITH && from > deal && to <= tariff.from && codes.length === 1 && !isPair,
  );
  if (by === undefined || by.codes.includes('WORLD')) return null;
  const on = firstBefore(groups, deal, by);
  return on === undefined ? null : { by, on };
}

const DEALS = wordGroup('deal deals pact accord agreement truce framework');
const OPENS_WITHIN = 2;

// "disappointed with 25% Brazilian tariff on steel, seeks talks": who opens the sentence judges a tariff of another's.
function besideRate(line: Line, groups: readonly PlaceGroup[]): Sides | null {
  const by = groups.find(
    (group) =>
      group.role === 'owner' &&
      group.codes.length === 1 &&
      hitsOf(line, 'percent').some(
        (hit) =>
          hit.to === group.from ||
          isRateBehind(line, group, hit.from) ||
          (group.isPossessive && hit.from > group.to && hit.from - group.to <= OPENS_WITHIN + 1),
      ),
  );
  const on = by === undefined ? undefined : firstBefore(groups, by.from, by);
  if (by === undefined || on === undefined || on.from > OPENS_WITHIN) return null;
  const judged = line.tokens.slice(on.to, on.to + OPENS_WITHIN + 1);
  return isJudgedBetween(line, on.to, on.to + judged.length) && !isAnswering(line, on, by)
    ? { by, on }
    : null;
}

const RATE_BEHIND = 6;

// "relieved at Brazilian tariff of 19%".
function isRateBehind(line: Line, { to }: PlaceGroup, rate: number): boolean {
  const gap = rate - to;
  if (gap <= 0 || gap > RATE_BEHIND) return false;
  const words = line.tokens.slice(to, rate).map(({ text }) => text);
  return (
    words.includes('of') && hitsOf(line, 'tariff').some((hit) => hit.from >= to && hit.to <= rate)
  );
}

const GOODS_WITHIN = 3;

// "agrees to a 25% Brazilian tariff on Indian steel": whose tariff, and whose goods right behind it, whoever opens the sentence.
function besideOwner(line: Line, groups: readonly PlaceGroup[]): Sides | null {
  for (const by of groups) {
    const isNamed = by.kinds.every((kind) => kind === 'demonym') || by.isPossessive;
    if (by.role !== 'owner' || by.codes.length !== 1 || !isNamed) continue;
    const tariff = hitsOf(line, 'tariff').find(
      (hit) => hit.from >= by.to && hit.from - by.to <= OWN_WITHIN,
    );
    if (tariff === undefined || !LAID_ON.has(tokenText(line, tariff.to))) continue;
    const on = groups.find(
      (group) =>
        group.from > tariff.to && group.from - tariff.to <= GOODS_WITHIN && group.role === 'origin',
    );
    if (on !== undefined && on.codes.length === 1 && isOther(on, by)) return { by, on };
  }
  return null;
}

function ownGoodsBehind(line: Line, from: number): boolean {
  if (!LAID_ON.has(tokenText(line, from))) return false;
  for (let at = from + 1; at <= from + OWN_WITHIN; at += 1) {
    if (!ITS.has(tokenText(line, at))) continue;
    const behind = [hitFrom(line, at + 1), hitFrom(line, at + 2)];
    return behind.some((hit) => GOODS.some((name) => hit?.meanings.has(name) === true));
  }
  return false;
}

const JUDGED_WITHIN = 3;

// "Peru's ministry comments on the tariff increase imposed by Chile": who speaks of another's deed bears it.
function judgedByOther(line: Line, groups: readonly PlaceGroup[]): Sides | null {
  const judge = hitsOf(line, 'saying').find((hit) => means(hit, 'saying', 'judge'));
  const by = groups.find((group) => group.role === 'agent' && group.from >= (judge?.to ?? 0));
  if (judge === undefined || by === undefined) return null;
  const on = groups.find(
    (group) => group.to <= judge.from && judge.from - group.to <= JUDGED_WITHIN,
  );
  const isOfTariff = hitsOf(line, 'tariff').some(
    (hit) => hit.from >= judge.to && hit.to <= by.from,
  );
  return on !== undefined && isOfTariff && isOther(on, by) ? { by, on } : null;
}

/** The ways of telling both sides, in order. */
const waysIn = rulesFor<Way>([
  { needs: [TURNING], tell: besideElse },
  ...WAYS_OF_ULTIMATUM,
  { needs: [DEED, 'tariff'], tell: besideDeed },
  { needs: [ITS, 'tariff'], tell: besideOwnGoods },
  { needs: [ITS, DEALS, 'tariff'], tell: dealOnOwnGoods },
  { needs: ['tariff'], tell: besideOwner },
  { needs: ['percent'], tell: besideRate },
  ...WAYS_OF_TRADE,
  ...WAYS_OF_RELIEF,
  { needs: [LEAVING, 'deal', 'tariff'], tell: leftDeal },
  // "WTO sides with Peru in row over Indian rice duties".
  { needs: [WTO, 'tariff'], tell: sidesOfCase },
  { needs: ['saying', 'tariff'], tell: judgedByOther },
]);
