// Places of a sentence that name no party: the country over whose trade a tariff is laid, the states of a pact by whose
// name goods are told, the institute or association that speaks. In: a line and a place in it. Out: yes or no.

import { avertedFrom } from '../places/averted.ts';
import { isOfBody } from '../places/mere-places.ts';
import { type PlaceGroup, placeGroups } from '../places/read-places.ts';
import { isRelativeDoer } from '../places/relative-doer.ts';
import { isAnsweredDeed } from '../steps/answered-deeds.ts';
import type { Hit } from '../words/lexicon.ts';
import { type Line, tokenText } from '../words/scene.ts';
import { lastPlaceOf, wordGroup } from '../words/word-groups.ts';
import { isHitBefore } from './measures-before.ts';
import { BURDENED, isReason, isThreatenedOver } from './reasons-for-tariff.ts';
import { isPartnerOfHit } from './whose-partner.ts';

/** "a tariff on India over Russian oil", "the Brazil Steel Institute said": goods that only say why, or who speaks. */
export function isWhyNamed(line: Line, product: Hit): boolean {
  if (isOfBody(line, product.to, 1)) return true;
  const bought = placeGroups(line).find((group) => isBoughtThere(line, group));
  if (bought !== undefined && isNextTo(bought, product)) return true;
  return placeGroups(line).some((group) => group.to === product.from && isReason(line, group));
}

const AMID = wordGroup('amid amidst');
const AMID_WITHIN = 6;
const DONE_TO = ['tariff', 'relief', 'quota'] as const;

/** "the move comes amid the 50% US tariffs": whose tariffs are the background of a step takes no part in it. */
function isAmidTariffs(line: Line, group: PlaceGroup): boolean {
  if (line.lang !== 'en' || (group.role !== 'owner' && !isOfTariffRow(line, group))) return false;
  const at = lastPlaceOf(line, AMID, Math.max(1, group.from - AMID_WITHIN), group.from);
  return (
    at > 0 &&
    line.hits.some((hit) => hit.to <= at && DONE_TO.some((name) => hit.meanings.has(name)))
  );
}

const BLOW =
  /^(?:blow|impact|hit|pain|shock|fallout|effects?|brunt|damage|mills|makers|industry|producers|exporters|workers|farmers|firms)$/;
const EASING = wordGroup(
  'soften softens cushion cushions ease eases blunt blunts offset offsets absorb counter mitigate shield shields protect protects weather',
);
const EASED_WITHIN = 6;
const OF_TARIFF = /^(?:tariffs?|duties|levies)$/;

/** "curbs steel imports to soften the blow from US tariffs": whose tariffs are borne is why. */
function isOfBlow(line: Line, { from, to }: PlaceGroup): boolean {
  if (line.lang !== 'en' || !OF_TARIFF.test(tokenText(line, to))) return false;
  if (!/^(?:from|of|against)$/.test(tokenText(line, from - 1))) return false;
  if (!BLOW.test(tokenText(line, from - 2))) return false;
  const at = lastPlaceOf(line, EASING, Math.max(1, from - EASED_WITHIN), from);
  return at > 0 && line.hits.some((hit) => hit.to <= at && hit.meanings.has('place'));
}

const ROW = /^tariffs?$/;

// "amid US tariff pressure": a word of the lists that takes no tariff away from its owner.
function isOfTariffRow(line: Line, { to, role }: PlaceGroup): boolean {
  return role === 'bare' && ROW.test(tokenText(line, to));
}

const PACT = /^(?:agreement|treaty|pact|fta|accord|trade|free|comprehensive|economic)$/;
const INSIDE = wordGroup('under by in of with meet fail outside');
const INSIDE_WITHIN = 2;

/** "goods covered by the Canada-U.S.-Mexico Agreement": the name of a pact, and none of its states takes a step there. */
function isPactName(line: Line, group: PlaceGroup): boolean {
  if (line.lang !== 'en' || group.codes.length < 2) return false;
  if (!PACT.test(tokenText(line, group.to))) return false;
  // "the new U.S., Mexico, Canada trade deal".
  if (group.codes.length > 2 && !line.isTitle && tokenText(line, group.from - 1) === 'new')
    return true;
  if (!isOneWord(line, group)) return false;
  return lastPlaceOf(line, INSIDE, Math.max(0, group.from - INSIDE_WITHIN), group.from) >= 0;
}

// "Canada-U.S.-Mexico": no blank parts the names.
function isOneWord({ raw, tokens }: Line, group: PlaceGroup): boolean {
  const name = raw.slice(tokens[group.from]?.start ?? 0, tokens[group.to - 1]?.end ?? 0);
  return !/\s/.test(name);
}

/** "the Indian Steel Association": a body of an industry is neither the state nor whom a measure hits. */
function isBodyName(line: Line, group: PlaceGroup): boolean {
  return !group.isPossessive && isOfBody(line, group.to);
}

/** "on all imports from India": the imports are those of the country behind them. */
export function isAllOfOne(line: Line, group: PlaceGroup): boolean {
  if (line.lang !== 'en' || !group.codes.includes('WORLD')) return false;
  const prep = tokenText(line, group.to);
  if (prep !== 'from' && prep !== 'of') return false;
  return placeGroups(line).some(
    (other) => other.from - group.to >= 1 && other.from - group.to <= 2 && isOne(other),
  );
}

const isOne = ({ codes }: PlaceGroup): boolean => !codes.includes('WORLD');

const FOR_SAKE: ReadonlySet<string> = new Set(['per', 'por', 'pour', 'wegen', 'om']);

/** "dazi su otto Paesi europei per la Groenlandia": over whom the tariff is laid, where another bears it. */
function isForSake(line: Line, group: PlaceGroup): boolean {
  if (line.lang === 'en' || !FOR_SAKE.has(group.preposition)) return false;
  return placeGroups(line).some(
    (other) =>
      other.role === 'object' && other.to <= group.from && other.preposition !== group.preposition,
  );
}

const FOUGHT_OVER: ReadonlySet<string> = new Set(['GL']);

/** "drops tariff threat, citing Greenland framework": a territory that states quarrel over is no party to their tariffs. */
function isFoughtOver(_line: Line, { codes, kinds, preposition }: PlaceGroup): boolean {
  if (!codes.every((code) => FOUGHT_OVER.has(code))) return false;
  return kinds.every((kind) => kind === 'name') && preposition !== 'from';
}

/** "Russia sanctions bill would allow tariffs on buyers": what the bill is about. */
export function isOfSanctions(line: Line, group: PlaceGroup): boolean {
  return line.lang === 'en' && !group.isPossessive && tokenText(line, group.to) === 'sanctions';
}

const PARTNERS = /^(?:partners|allies|neighbours|neighbors|rivals)$/;

const IN_TRADE = /^(?:trading|trade|treaty|business)$/;

/** "US allies seek relief", "China's treaty partners": others than the state that is named. */
function isPartnersOf(line: Line, group: PlaceGroup): boolean {
  if (line.lang !== 'en') return false;
  const at = tokenText(line, group.to) === "'s" ? group.to + 1 : group.to;
  const [next, behind] = [tokenText(line, at), tokenText(line, at + 1)];
  return PARTNERS.test(next) || (IN_TRADE.test(next) && PARTNERS.test(behind));
}

const FOREMOST = /^(?:biggest|largest|top|main|leading|closest|important)$/;

/** "The two are India's biggest trading partners": those who are named, and not all. */
function isForemostPartners(line: Line, group: PlaceGroup): boolean {
  if (line.lang !== 'en' || line.isTitle || !group.codes.includes('WORLD')) return false;
  return FOREMOST.test(tokenText(line, group.from - 1));
}

const COMPARING = wordGroup('compares compared');

/** "It compares with 25% for India and 20% for Vietnam": whose rates are held beside it. */
function isComparedWith(line: Line, group: PlaceGroup): boolean {
  if (line.lang !== 'en') return false;
  const at = lastPlaceOf(line, COMPARING, 0, group.from);
  if (at < 0 || !/^(?:with|to)$/.test(tokenText(line, at + 1))) return false;
  return !line.tokens.slice(at, group.from).some(({ kind }) => kind === 'number')
    ? group.from - at <= 2
    : group.preposition === 'for' || group.preposition === 'on';
}

/** "suspends its levies to avoid Trump's 30% tariff": whose tariff a step is to avert does not take it. */
function isAverted(line: Line, group: PlaceGroup): boolean {
  const at = avertedFrom(line);
  const isByNamed = !line.isTitle || placeGroups(line).some((other) => other.to <= at);
  return at >= 0 && group.from > at && isByNamed;
}

/** Buying there, in languages that put it behind the name: "रूस से तेल खरीद पर", "러시아산 원유 구매", "ロシア産原油の購入". */
const BUYING_BEHIND = /^.{0,12}?(?:खरीद|구매|구입|購入|输入|购买|購買|采购|採購)/u;
/** "per l'acquisto di petrolio russo", "por comprar petróleo ruso", "za zakup rosyjskiej ropy": it stands before the name. */
const BUYING = wordGroup(
  /^(?:acquist|acquir|compra|achat|achet|kauf|ankauf|aankoop|kopen|zakup|kupow|покупк|закупк|pembelian|membeli|alim|mua$)/,
);
const BOUGHT_WITHIN = 4;

/** "an order over purchases of Russian oil": outside English too what another buys there is why he is hit. */
function isBoughtThere(line: Line, group: PlaceGroup): boolean {
  if (line.lang === 'en') return false;
  const behind = line.raw.slice(line.tokens[group.to - 1]?.end ?? 0, line.end);
  if (BUYING_BEHIND.test(behind)) return true;
  const at = lastPlaceOf(line, BUYING, Math.max(1, group.from - BOUGHT_WITHIN), group.from);
  return at > 0 && [1, 2].some((back) => BECAUSE.has(tokenText(line, at - back)));
}

const BECAUSE: ReadonlySet<string> = new Set(
  'por per pour wegen za из-за за karena atas vanwege om tras dopo apres su sobre'.split(' '),
);

const WITH: ReadonlySet<string> = new Set([
  'com',
  'con',
  'avec',
  'mit',
  'met',
  'z',
  'ze',
  'с',
  'dengan',
]);

/** "negocia com a Índia, que adotou tarifa de 18%": with whom somebody talks, and what that one does, is beside the step. */
function isTalkedWithDoer(line: Line, group: PlaceGroup): boolean {
  const isWith = [1, 2].some((back) => WITH.has(tokenText(line, group.from - back)));
  return !line.isTitle && isWith && isRelativeDoer(line, group);
}

const BESIDE_WITHIN = 2;

function isNextTo(group: PlaceGroup, product: Hit): boolean {
  const gap = product.from >= group.to ? product.from - group.to : group.from - product.to;
  return gap >= 0 && gap <= BESIDE_WITHIN;
}

const GAINS =
  /^(?:concessions?|access|investments?|backing|approval|consent|favours?|favors?|goodwill)$/;
const SOUGHT = wordGroup(
  'seek seeks sought seeking win wins wants want secure gain get court courts woo woos chases',
);

/** "seeks US trade concessions by doubling its duty": whose favour is sought. */
function isFavourOf(line: Line, group: PlaceGroup): boolean {
  if (line.lang !== 'en' || !SOUGHT.has(tokenText(line, group.from - 1))) return false;
  return [group.to, group.to + 1].some((at) => GAINS.test(tokenText(line, at)));
}

const EMERGENCY = wordGroup('emergency emergencies threat threats aggression crisis invasion');
const MET =
  /^(?:address(?:es|ing)?|confront(?:s|ing)?|counter(?:s|ing)?|deal(?:ing)?|meet|respond(?:ing)?)$/;
const MET_WITHIN = 4;

/** "To address the emergency from Russia's actions against Ukraine, he imposes a tariff on India": what is met is why. */
function isOfEmergency(line: Line, group: PlaceGroup): boolean {
  if (line.lang !== 'en') return false;
  const at = lastPlaceOf(line, EMERGENCY, 1, group.from);
  if (at < 1) return false;
  const before = line.tokens.slice(Math.max(0, at - MET_WITHIN), at);
  if (!before.some(({ text }) => MET.test(text))) return false;
  const end = line.tokens.findIndex(({ text }, place) => place >= group.to && text === ',');
  return (
    end > 0 &&
    !line.hits.some((hit) => hit.from >= at && hit.to <= end && hit.meanings.has('tariff')) &&
    placeGroups(line).some(({ from, role }) => from > end && BURDENED.has(role) && role !== 'bare')
  );
}

const MOVING =
  /^(?:rattling|alarming|angering|worrying|unsettling|spooking|upsetting|dismaying|infuriating|irking|enraging)$/;

/** "proposes protections, rattling UK manufacturers": whom the news upsets. */
function isUpset(line: Line, { from }: PlaceGroup): boolean {
  return line.lang === 'en' && MOVING.test(tokenText(line, from - 1));
}

/** "in response to Turkey's decision to put duties on US rice": whom the answered deed hits. */
function isOfAnsweredDeed(line: Line, group: PlaceGroup): boolean {
  return isAnsweredDeed(line, group.to);
}

const NO_PARTY = [
  isHitBefore,
  isOfAnsweredDeed,
  isUpset,
  isOfEmergency,
  isPartnerOfHit,
  isFavourOf,
  isBoughtThere,
  isTalkedWithDoer,
  isAverted,
  isReason,
  isThreatenedOver,
  isPactName,
  isBodyName,
  isAllOfOne,
  isAmidTariffs,
  isOfBlow,
  isForSake,
  isFoughtOver,
  isOfSanctions,
  isComparedWith,
  isPartnersOf,
  isForemostPartners,
] as const;

/** True for a place that one of these rules takes out. */
export function isNoParty(line: Line, group: PlaceGroup): boolean {
  return NO_PARTY.some((isThere) => isThere(line, group));
}
