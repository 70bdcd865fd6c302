// Places that a sentence of the text only tells along with the matter: with whom a step is likened, where people meet or speak,
// whose firm comments, who is left alone, with whom there are talks. In: an English line of the text and a place in it. Out: yes
// or no. A title names nobody in passing.
import type { PlaceGroup } from '../places/read-places.ts';
import type { Needing } from '../words/asked-rules.ts';
import { hitsOf, type Line, lineHas, tokenText } from '../words/scene.ts';
import { lastPlaceOf, placeOf, says, wordGroup } from '../words/word-groups.ts';

const LIKENED = wordGroup(
  'similar resembles resembled resembling mirrors mirrored mirroring echoes echoed echoing recalls modelled modeled unlike matches like than',
);
const LIKENED_WITHIN = 10;
const RATED: ReadonlySet<string> = new Set(['those', 'that', 'the', 'a', 'on', 'for', 'in']);

// "similar to those on India", "a similar decision by India", "higher than the 15% on steel from India", "Like India, ...".
function isLikened(line: Line, group: PlaceGroup): boolean {
  const at = lastPlaceOf(line, LIKENED, Math.max(0, group.from - LIKENED_WITHIN), group.from);
  if (at < 0 || line.tokens.slice(at, group.from).some(({ text }) => PAUSES.has(text)))
    return false;
  const word = tokenText(line, at);
  if (word === 'like') return at === 0;
  return word !== 'than' || RATED.has(tokenText(line, at + 1));
}

const PAUSES: ReadonlySet<string> = new Set([',', ';', ':', '-']);

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
const CHARGED: ReadonlySet<string> = new Set(['object', 'agent']);

// "Indian carmaker Tata said", "India-based Tata declined to comment": a firm is told by where it is at home.
function isOfFirm(line: Line, group: PlaceGroup): boolean {
  if (CHARGED.has(group.role) || group.preposition !== '') return false;
  if (tokenText(line, group.to) === '-' && tokenText(line, group.to + 1) === 'based') return true;
  return FIRM.test(tokenText(line, group.to)) && isCapital(line, group.to + 1);
}

function isCapital({ raw, tokens }: Line, at: number): boolean {
  const letter = raw.charAt(tokens[at]?.start ?? 0);
  return letter !== '' && letter !== letter.toLowerCase();
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

type Rule = Needing & { readonly isThere: (line: Line, group: PlaceGroup) => boolean };

const IN_TEXT: readonly Rule[] = [
  { needs: [LIKENED], isThere: isLikened },
  { needs: [OTHERS, ALIKE], isThere: isOthersAlike },
  { needs: [SPOKEN], isThere: isMetThere },
  { isThere: isOfFirm },
  { needs: [TOUCHED, NOT], isThere: isLeftAlone },
  { needs: [DEALINGS], isThere: isDealtWith },
  { needs: [MADE], isThere: isMaker },
];

/** What puts a place of the text beside its matter. */
export const TOLD_ALONG: readonly Rule[] = IN_TEXT.map((rule) => ({
  ...rule,
  isThere: (line: Line, group: PlaceGroup): boolean =>
    line.lang === 'en' && !line.isTitle && rule.isThere(line, group),
}));

/** True for a place where people meet or speak: no capital that acts. */
export function isOnlyWhere(line: Line, group: PlaceGroup): boolean {
  if (line.lang !== 'en' || line.isTitle) return false;
  // "a court in Pretoria"; not "the ministry in Pretoria".
  const isIn = tokenText(line, group.from - 1) === 'in' && group.role === 'place';
  if (isIn && !hitsOf(line, 'leadership').some((hit) => hit.to === group.from - 1)) return true;
  return says(line, SPOKEN) && isMetThere(line, group);
}
