// In: a sentence. Out: the countries in it, in groups joined by "and", each with its place in the grammar.
// Which of them imposes and which is hit is decided in read-roles.ts.
import type { JurisdictionCode } from '../../domain/jurisdiction.ts';
import type { Hit } from '../words/lexicon.ts';
import {
  hitBefore,
  hitFrom,
  hitsOf,
  type Line,
  means,
  oncePerLine,
  tokenText,
} from '../words/scene.ts';
import { isInDative, isPossessedBehind } from './case-endings.ts';
import { isAimedAt, isFacing, isNamedAfterTarget, isTowards } from './facing.ts';
import { isJoined, isOfficeOf } from './joined-places.ts';
import { isMadeThere, isMakersOf, MADE } from './made-in.ts';
import {
  isBuyerOf,
  isHelped,
  isLeftOutByName,
  isMereMention,
  isNounOfOffice,
  isOfAid,
  isOfOccasion,
  isOfPolicy,
  isOfRecipients,
  isPartners,
} from './mere-places.ts';
import { behindName, nextNoun } from './next-noun.ts';
import {
  followsGoods,
  followsTariff,
  followsTariffOnGoods,
  GOODS_FIRST,
  isGoodsDemonym,
  isGoodsFrom,
  isOfDativeGoods,
  isOfTaxedGoods,
  NOUN_FIRST,
} from './noun-first.ts';
import { outletTail } from './outlet-tail.ts';
import { isActedOn, isDashed, isListedBySign, isSenderTo } from './parted-names.ts';
import { type Before, prepositionBefore } from './preposition-before.ts';
import { actsOnList } from './turkish-subject.ts';
import {
  governmentBefore,
  isAuthorOfAct,
  isCharged,
  isDative,
  isDeciding,
  isGenitiveOfTariff,
  isOfBlow,
  isOfChamber,
  isOfTariff,
  isOwnAnswer,
  isSoldInto,
  officeBefore,
} from './whose-noun.ts';

/**
 * `owner`: "US tariffs"; `origin`: "Chinese cars"; `object`: behind "on", "from", "for"; `agent`: behind "by";
 * `into`: where goods go; `place`: a mere location; `bare`: none of these.
 */
export type PlaceRole =
  | 'owner'
  | 'origin'
  | 'object'
  | 'agent'
  | 'into'
  | 'place'
  | 'bare'
  | 'subject';

export type PlaceGroup = {
  readonly codes: readonly JurisdictionCode[];
  readonly kinds: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly role: PlaceRole;
  /** The preposition before it, folded; empty without one. */
  readonly preposition: string;
  readonly isPossessive: boolean;
  /** Two names written as one: "US-China". */
  readonly isPair: boolean;
};

const MOST_PLACES = 40;

/** The places of a sentence in order. */
export function placeGroups(line: Line): readonly PlaceGroup[] {
  if (!line.classes.has('place')) return NO_GROUPS;
  return groupsOf(line);
}

const groupsOf = oncePerLine(findGroups);
const NO_GROUPS: readonly PlaceGroup[] = [];

function findGroups(line: Line): readonly PlaceGroup[] {
  const tail = outletTail(line);
  const places = hitsOf(line, 'place')
    .slice(0, MOST_PLACES)
    .filter(({ from, to }) => from < tail && !isLeftOutByName(line, from) && !isOfAid(line, to));
  const groups: Hit[][] = [];
  for (const place of places) {
    const last = groups.at(-1);
    const previous = last?.at(-1);
    if (last === undefined || previous === undefined) groups.push([place]);
    else if (isOfficeOf(line, previous, place)) continue;
    else if (isPartners(line, previous, place)) last[last.length - 1] = place;
    else if (isJoined(line, previous, place)) last.push(place);
    else groups.push([place]);
  }
  const [list] = groups;
  if (list !== undefined && actsOnList(line, list))
    groups.splice(0, 1, [list[0] as Hit], list.slice(1));
  return groups.map((hits) => toGroup(line, hits));
}

/** "impor baja dari Korea-Malaysia": behind a word of origin two names are two origins. */
const ORIGINS: ReadonlySet<string> = new Set(['dari', 'asal', 'aus', 'uit', 'из']);

function toGroup(line: Line, hits: readonly Hit[]): PlaceGroup {
  const from = hits[0]?.from ?? 0;
  const to = hits[hits.length - 1]?.to ?? 0;
  const [codes, kinds]: [JurisdictionCode[], string[]] = [[], []];
  for (const { meanings } of hits) {
    for (const code of meanings.get('place') ?? []) if (!codes.includes(code)) codes.push(code);
    kinds.push(...(meanings.get('placekind') ?? []));
  }
  const before = prepositionBefore(line, from);
  const isPossessive = tokenText(line, to) === "'s" || tokenText(line, to) === "'";
  const role = roleOf(line, from, to, kinds, before, isPossessive);
  const isTwo = codes.length === 2 && hits.length === 2;
  // "中韓産": whence goods come, one from each.
  const isWord = codes.length === 2 && kinds[0] === 'pair' && role !== 'origin';
  const isPair =
    isWord ||
    (isTwo &&
      ((hits[0] !== undefined &&
        hits[0].to === hits[1]?.from &&
        line.lang !== 'ar' &&
        !(line.lang !== 'en' && ORIGINS.has(before.text)) &&
        !isListedBySign(line, hits[0], role)) ||
        before.text === 'between'));
  return { codes, kinds, from, to, role, preposition: before.text, isPossessive, isPair };
}

function roleOf(
  line: Line,
  from: number,
  to: number,
  kinds: readonly string[],
  before: Before,
  isPossessive: boolean,
): PlaceRole {
  const particle = hitFrom(line, to)?.meanings.get('particle')?.[0];
  // "对原产于加拿大的": whose origin it is, not whose tariff; "输美商品": where goods go.
  const isFaced = (particle === 'owner' && before.value === 'object') || before.value === 'into';
  if (particle === 'origin' && isSenderTo(line, from, to)) return 'agent';
  if (particle === 'subject' && isActedOn(line, from, to)) return 'object';
  if (particle !== undefined && !isFaced) return particle as PlaceRole;
  if (isMereMention(line, from, before.text, before.at)) return 'place';
  if (isOriginOutright(line, to, before)) return 'origin';
  if (isPossessedBehind(line, from, to, kinds)) return 'origin';
  if (isInDative(line, from, to, kinds) && before.value === undefined) return 'object';
  const next = nextNoun(line, behindName(line, to, isPossessive));
  const isPerson = isPersonal(kinds);
  if (isBuyerOf(line, behindName(line, to, isPossessive))) return 'into';
  if (before.value === 'into' || isSoldInto(line, before.text, before.at, from)) return 'into';
  if (isTowards(before.text) || isFacing(line, from) || isAimedAt(line, to)) {
    // "対米輸出の鉄鋼": where goods are sold.
    if (means(hitFrom(line, to), 'movement', 'traded')) return 'into';
    return 'object';
  }
  // "Indonesia's US tariff": whose tariff it is that another country charges.
  const outer = isPossessive ? hitFrom(line, to + 1) : undefined;
  // "Biden's China tariffs": a leader's own.
  const isOuter =
    means(outer, 'place') && !means(outer, 'placekind', 'government') && !isPersonal(kinds);
  if (isOuter) return 'origin';
  if (next === 'tariff' && isCharged(line, from, to)) return 'object';
  const isTaxed =
    isNamedAfterTarget(line, to) ||
    isOfTaxedGoods(line, from, to) ||
    isOfDativeGoods(line, from, to) ||
    (!isPossessive && isOfChamber(line, from, kinds));
  if (next === 'tariff' && (isTaxed || isGoodsDemonym(line, from, to, kinds))) return 'origin';
  if (next === 'tariff' && isDative(line, to, kinds))
    return before.value === 'place' || before.value === 'object' ? before.value : 'bare';
  // "tariffs on Chinese duties" does not occur; "on Canada tariffs" neither: a preposition still makes an owner here.
  if (next === 'tariff') return before.text === 'from' && isDashed(line, to) ? 'object' : 'owner';
  if (before.text === 'for' && isHelped(line, to)) return 'place';
  if (next === 'goods' && isOfPolicy(line, to)) return 'owner';
  if (next === 'goods' && !isPerson && !GOODS_FIRST.has(line.lang)) return 'origin';
  if (!isPerson && BLAMING.has(tokenText(line, from - 1))) return 'origin';
  if (FELT.has(before.value ?? '') && isDeciding(line, to, isPossessive)) return 'bare';
  if (before.value === 'agent') return isGoodsFrom(line, before.at) ? 'origin' : 'agent';
  const mayFollow = kinds.includes('demonym') || NOUN_FIRST.has(line.lang);
  if (followsTariffOnGoods(line, from)) return 'owner';
  const isIn = line.lang !== 'en' && before.value === 'place';
  const isBehindGoods = mayFollow && !isPossessive && !isIn;
  if (isBehindGoods && followsGoods(line, from)) return 'origin';
  if (mayFollow && line.lang !== 'en' && followsTariff(line, from)) return 'owner';
  if (isOfTariff(line, before.text, before.at) || isOwnAnswer(line, to)) return 'owner';
  if (isOfBlow(line, before.text, before.at)) return 'agent';
  if (before.value === undefined && isGenitiveOfTariff(line, from)) return 'owner';
  const office = OFFICE.has(before.value ?? '') ? officeBefore(line, before.at) : null;
  if (office !== null) {
    return prepositionBefore(line, office).value === 'object' ? 'object' : 'bare';
  }
  if (isOffice(line, kinds, before)) return 'bare';
  if (before.value === 'object') {
    if (before.text !== 'of' || isOrigin(line, before.at)) return 'object';
    const government = governmentBefore(line, before.at);
    if (government === null) return 'place';
    return prepositionBefore(line, government).value === 'object' ? 'object' : 'bare';
  }
  if (before.value === 'place' && MADE.has(tokenText(line, before.at - 1))) {
    return tokenText(line, before.at - 2) === 'not' ? 'place' : 'origin';
  }
  // "against producers of steel in India".
  if (before.value === 'place' && isMakersOf(line, before.at)) return 'origin';
  if (isOfRecipients(line, before.text, before.at)) return 'object';
  if (before.value === 'place' || isOfOccasion(line, from, to)) return 'place';
  return 'bare';
}

// "Chinese-made parts", "found that frozen chicken from Brazil was dumped and advised duties": whence the goods are.
function isOriginOutright(line: Line, to: number, { text, at }: Before): boolean {
  if (isMadeThere(line, to) || isMadeThere(line, to - 1)) return true;
  if (line.lang !== 'en' || text !== 'from' || !BEING.test(tokenText(line, to))) return false;
  return GOODS.some((name) => hitBefore(line, at)?.meanings.has(name) === true);
}

const BEING = /^(?:was|were|is|are)$/;
const GOODS = ['product', 'goods'] as const;

function isOffice(line: Line, kinds: readonly string[], { text, at }: Before): boolean {
  return isNounOfOffice(line, text, at) || isAuthorOfAct(line, kinds, text, at);
}

/** "dismayed by". */
const FELT: ReadonlySet<string> = new Set(['object', 'agent']);

/** "Brazil, citing Indian dumping, puts"; "alluminio di origine cinese". */
const BLAMING: ReadonlySet<string> = new Set(
  'citing blaming alleging accusing origine origen origem'.split(' '),
);

const isPersonal = (kinds: readonly string[]): boolean =>
  kinds.every((kind) => kind === 'leader' || kind === 'government');

/** "Tribunal de Brasil", "Gericht in Brasilien". */
const OFFICE: ReadonlySet<string> = new Set(['object', 'place']);

// "imports of Japan", "investigation of the United Kingdom"; not "that of the United States", "president of Mexico".
function isOrigin(line: Line, at: number): boolean {
  // "duties on a list of Norwegian cheeses".
  if (AMOUNT.test(tokenText(line, at - 1))) {
    return prepositionBefore(line, at - 1).value === 'object';
  }
  const before = hitBefore(line, at);
  return before !== undefined && ORIGIN_OF.some((name) => before.meanings.has(name));
}

const AMOUNT = /^(?:list|range|raft|slew|array|variety|number|series|host|swathe|batch|handful)s?$/;
const ORIGIN_OF = ['goods', 'product', 'probe', 'relief'] as const;

/** True when every name of the group is a person or an office, not a country. */
export const isAuthority = ({ kinds }: PlaceGroup): boolean => isPersonal(kinds);
