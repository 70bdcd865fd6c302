// Places that a sentence of the text only tells along with the matter: with whom a step is likened, where people meet or speak,
// whose firm comments, who is left alone, with whom there are talks. In: an English line of the text and a place in it. Out: yes
// or no. A title names nobody in passing.
import type { PlaceGroup } from '../places/read-places.ts';
import { fitting, type Needing } from '../words/asked-rules.ts';
import { isCapital } from '../words/letter-case.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitsOf, type Line, lineHas, tokenText } from '../words/scene.ts';
import { ASIDE, isToldAside } from '../words/told-aside.ts';
import { lastPlaceOf, placeOf, says, wordGroup } from '../words/word-groups.ts';

const LIKENED = wordGroup(
  'similar resembles resembled resembling mirrors mirrored mirroring echoes echoed echoing recalls modelled modeled unlike matches like than since',
);
const LIKENED_WITHIN = 10;
/** "than the 22 per cent that is charged on rolled steel from India". */
const RATED_WITHIN = 15;
const ONE: ReadonlySet<string> = new Set(['one', 'those', 'similar']);
const RATED: ReadonlySet<string> = new Set(['those', 'that', 'the', 'a', 'on', 'for', 'in']);

// "similar to those on India", "a similar decision by India", "higher than the 15% on steel from India", "Like India, ...".
function isLikened(line: Line, group: PlaceGroup): boolean {
  const at = lastPlaceOf(line, LIKENED, Math.max(0, group.from - RATED_WITHIN), group.from);
  if (at < 0 || line.tokens.slice(at, group.from).some(({ text }) => PAUSES.has(text)))
    return false;
  const word = tokenText(line, at);
  if (word !== 'than' && group.from - at > LIKENED_WITHIN) return false;
  if (word === 'like') return at === 0;
  // "the first since one on India".
  if (word === 'since') return ONE.has(tokenText(line, at + 1));
  return word !== 'than' || RATED.has(tokenText(line, at + 1));
}

const PAUSES: ReadonlySet<string> = new Set([',', ';', ':', '-']);

const THE_SAME = wordGroup('same likewise');

// "A day earlier the US did the same for Peru": of another day or another country.
function isDoneAlike(line: Line): boolean {
  const at = placeOf(line, THE_SAME);
  return (
    at > 0 &&
    /^(?:the|did|does|do)$/.test(tokenText(line, at - 1)) &&
    DID.test(tokenText(line, at - 2))
  );
}

const DID = /^(?:did|does|do|doing|done)$/;

const OTHERS = wordGroup('other others');

// "Other countries, including India, have taken similar steps": who has done the like elsewhere.
function isOthersAlike(line: Line, group: PlaceGroup): boolean {
  const other = placeOf(line, OTHERS, 0, OPENING);
  return other >= 0 && group.from - other <= LIKENED_WITHIN && placeOf(line, ALIKE, group.to) >= 0;
}

const ALIKE = wordGroup('similar similarly likewise alike');
const OPENING = 2;

const SPOKEN = wordGroup(
  'reporters journalists talks meeting meet met speaking spoke summit conference visit visiting held shares stocks trading bank broker rally speech interview forum hearing audience arrived gathering negotiations',
);
const SPOKEN_WITHIN = 5;
const THERE: ReadonlySet<string> = new Set(['in', 'at', 'to']);

// "told reporters in Tokyo", "will meet in Geneva", "an analyst at a bank in Seoul": where people are.
function isMetThere(line: Line, group: PlaceGroup): boolean {
  const at = group.from - 1;
  if (!THERE.has(tokenText(line, at))) return false;
  return lastPlaceOf(line, SPOKEN, Math.max(0, at - SPOKEN_WITHIN), at) >= 0;
}

const FIRM =
  /^(?:\w+maker|company|firm|group|giant|producer|manufacturer|bank|lender|miner|retailer|conglomerate|exporter|supplier|brand)$/;
const CHARGED: ReadonlySet<string> = new Set(['on', 'against', 'from', 'by', 'for']);

// "Indian carmaker Tata said", "India-based Tata declined to comment": a firm is told by where it is at home.
function isOfFirm(line: Line, group: PlaceGroup): boolean {
  if (CHARGED.has(group.preposition)) return false;
  if (tokenText(line, group.to) === '-' && tokenText(line, group.to + 1) === 'based') return true;
  return FIRM.test(tokenText(line, group.to)) && isCapital(line, group.to + 1);
}

const NOT = wordGroup("not n't nor unaffected");
const TOUCHED = wordGroup(
  /^(?:appl(?:y|ied)|affect(?:ed)?|includ(?:e|ed)|subject|cover(?:ed)?|concern(?:ed)?|touch(?:ed)?|extend(?:ed)?|hit|targeted|unaffected)$/,
);
const TOUCHED_WITHIN = 4;

// "The duty does not apply to India", "Imports from India will not be affected": who is left alone.
function isLeftAlone(line: Line, group: PlaceGroup): boolean {
  const from = Math.max(0, group.from - TOUCHED_WITHIN);
  const touched = placeOf(line, TOUCHED, from, group.to + TOUCHED_WITHIN);
  if (touched < 0 || lineHas(line, 'percent')) return false;
  const not = lastPlaceOf(line, NOT, Math.max(0, touched - 2), touched + 1);
  if (not < 0) return false;
  // "India, which is not affected": nothing but a preposition parts verb and country.
  return touched < group.from ? not < group.from : not >= group.to;
}

const DEALINGS = wordGroup(
  /^(?:talks|negotiations|discussions|pact|agreement|deal|treaty|accord|ties|relations)$/,
);
const DEALT_WITHIN = 3;
const OF_MATTER = ['tariff', 'percent', 'relief', 'quota'] as const;

// "Talks with India continue", "it has a free trade pact with India": no word there tells of a tariff.
function isDealtWith(line: Line, group: PlaceGroup): boolean {
  if (group.preposition !== 'with' || OF_MATTER.some((name) => line.classes.has(name)))
    return false;
  return lastPlaceOf(line, DEALINGS, Math.max(0, group.from - DEALT_WITHIN), group.from) >= 0;
}

const MADE = wordGroup('made produced owned run held grown built assembled operated controlled');

// "steel made by Indian firms elsewhere": whose firms make it.
function isMaker(line: Line, group: PlaceGroup): boolean {
  return group.preposition === 'by' && MADE.has(tokenText(line, group.from - 2));
}

const BENEFIT = wordGroup(
  /^(?:benefit(?:s|ed|ing)?|help(?:s|ed|ing)?|favou?r(?:s|ed|ing)?|boost(?:s|ed|ing)?)$/,
);
const BENEFIT_WITHIN = 5;

// "in a move that could benefit producers in India": who gains by it.
function isBenefiting(line: Line, group: PlaceGroup): boolean {
  const at = lastPlaceOf(line, BENEFIT, Math.max(0, group.from - BENEFIT_WITHIN), group.from);
  return (
    at >= 0 && !OF_MATTER.some((name) => hitsOf(line, name).some((hit) => isIn(hit, at, group)))
  );
}

function isIn(hit: Hit, from: number, group: PlaceGroup): boolean {
  return hit.from >= from && hit.to <= group.from;
}

const REROUTED = wordGroup(
  /^(?:re-?routed|trans-?shipped|funnell?ed|diverted|smuggled|relabell?ed)$/,
);
const BEING: ReadonlySet<string> = new Set(['are', 'were', 'being', 'is', 'was', 'been']);
const REROUTED_WITHIN = 6;

// "cheap Indian goods were being rerouted through the country": whose goods another passes on.
function isPassedOn(line: Line, group: PlaceGroup): boolean {
  const at = placeOf(line, REROUTED, group.to, group.to + REROUTED_WITHIN);
  return at >= 0 && BEING.has(tokenText(line, at - 1));
}

const REPORTED = wordGroup('reported reports reporting writes');

// "Xinhua reported from Tokyo".
function isReportedFrom(line: Line, group: PlaceGroup): boolean {
  return group.preposition === 'from' && REPORTED.has(tokenText(line, group.from - 2));
}

const BUYING = wordGroup('buys buy bought buying sourced sources purchases');
const BUYING_WITHIN = 8;

// "which buys most of its steel from India".
function isBoughtFrom(line: Line, group: PlaceGroup): boolean {
  if (group.preposition !== 'from') return false;
  const at = lastPlaceOf(line, BUYING, Math.max(0, group.from - BUYING_WITHIN), group.from);
  return (
    at >= 0 && !OF_MATTER.some((name) => hitsOf(line, name).some((hit) => isIn(hit, at, group)))
  );
}

const ALONGSIDE: ReadonlySet<string> = new Set(['alongside', 'beside']);

// "speaking alongside India's prime minister".
function isBesideSpeaker(line: Line, group: PlaceGroup): boolean {
  return (
    ALONGSIDE.has(tokenText(line, group.from - 1)) || ALONGSIDE.has(tokenText(line, group.from - 2))
  );
}

const RANKING: ReadonlySet<string> = new Set(['after', 'behind', 'of']);

// "the biggest supplier after India, ...", "ahead of India.": beside whom somebody is ranked.
function isRanked(line: Line, group: PlaceGroup): boolean {
  const at = tokenText(line, group.from - 1) === 'the' ? group.from - 2 : group.from - 1;
  const before = tokenText(line, at);
  if (!RANKING.has(before) || (before === 'of' && tokenText(line, at - 1) !== 'ahead'))
    return false;
  return line.tokens[group.to] === undefined || line.tokens[group.to]?.kind === 'mark';
}

type Rule = Needing & { readonly isThere: (line: Line, group: PlaceGroup) => boolean };

const IN_TEXT: readonly Rule[] = [
  { needs: [ASIDE], isThere: (line, group) => isToldAside(line, group.from) },
  { needs: [LIKENED], isThere: isLikened },
  { needs: [OTHERS, ALIKE], isThere: isOthersAlike },
  { needs: [THE_SAME], isThere: isDoneAlike },
  { needs: [SPOKEN], isThere: isMetThere },
  { isThere: isOfFirm },
  { needs: [TOUCHED, NOT], isThere: isLeftAlone },
  { needs: [DEALINGS], isThere: isDealtWith },
  { needs: [MADE], isThere: isMaker },
  { needs: [BENEFIT], isThere: isBenefiting },
  { needs: [REROUTED], isThere: isPassedOn },
  { needs: [REPORTED], isThere: isReportedFrom },
  { needs: [BUYING], isThere: isBoughtFrom },
  { isThere: isBesideSpeaker },
  { isThere: isRanked },
];

/** What puts a place of the text beside its matter. */
export const TOLD_ALONG: readonly Rule[] = IN_TEXT.map((rule) => ({
  ...rule,
  isThere: (line: Line, group: PlaceGroup): boolean =>
    line.lang === 'en' && !line.isTitle && rule.isThere(line, group),
}));

/** Talks and reporters outside English: beside them a capital is where people meet. */
export const tellsTalksAbroad = fitting(
  /\b(?:prensa|periodistas|conversaciones|negociaciones|reunión|jornalistas|imprensa|negociações|reunião|Journalisten|Presse|Gespräche[n]?|Treffen|Verhandlungen|journalistes|presse|discussions|entretiens|négociations|giornalisti|stampa|colloqui|incontro)\b|встреч|переговор|журналист|зустріч|перегов|spotkani|rozmow[ayę]|negocjac|dziennikarz|görüşme|müzakere|toplantı|gazeteci|pertemuan|perundingan|wartawan|setkání|jednání|gesprek|overleg|onderhandel|förhandling|cuộc gặp|đàm phán|đối thoại|记者|記者|会谈|會談|会晤|協議|会談|谈判|談判|交渉|회담|기자|협의|협상/i,
);

/** True for a place where people meet or speak: no capital that acts. */
export function isOnlyWhere(line: Line, group: PlaceGroup): boolean {
  if (line.isTitle) return false;
  if (line.lang !== 'en') {
    const isSeat = group.kinds.some((kind) => kind === 'capital' || kind === 'government');
    return isSeat && tellsTalksAbroad(line);
  }
  // "a court in Pretoria"; not "the ministry in Pretoria".
  const isIn = tokenText(line, group.from - 1) === 'in' && group.role === 'place';
  if (isIn && !hitsOf(line, 'leadership').some((hit) => hit.to === group.from - 1)) return true;
  return says(line, SPOKEN) && isMetThere(line, group);
}
