// Adverbials that stand between a verb and its object outside English: "USA verhängen nach langem Streit Zölle auf Uhren", "abre tras el
// fallo una nueva investigación". In: a line, the word that opens the adverbial, the object. Out: whether the adverbial has a noun of
// its own, so that the object is the verb's; "erwartet nach Einführung der Zölle", "tras los aranceles" name a cause.
import type { Hit } from '../words/lexicon.ts';
import { hitOver, type Line, tokenText } from '../words/scene.ts';

/** What may stand between the noun of the adverbial and the object: articles and adjectives of an accusative, folded. */
const OWN: Readonly<Record<string, RegExp>> = {
  de: /^(?:einen|eine|die|den|\d[\d.,]*|%|\p{L}{3,}(?:e|ige|liche))$/u,
  nl: /^(?:een|\d[\d.,]*|%|procent|nieuwe|hogere|extra|zware|voorlopige|definitieve|forse)$/,
  sv: /^(?:en|ett|\d[\d.,]*|%|procents?|nya?|nytt|hogre)$/,
  da: /^(?:en|et|\d[\d.,]*|%|procents?|nye?|nyt|hojere)$/,
  no: /^(?:en|et|ei|\d[\d.,]*|%|prosents?|nye?|nytt|hoyere)$/,
  es: /^(?:un|una|unos|unas|nuev[oa]s?|otra|otros|mayores|fuertes)$/,
  pt: /^(?:um|uma|umas|uns|nov[oa]s?|outra|outras|maiores)$/,
  it: /^(?:un|una|nuov[oaie]|altri|pesanti|maggiori)$/,
  fr: /^(?:un|une|nouveaux|nouvelles|nouvelle|nouveau)$/,
  pl: /^(?:now[eya]|wyzsze|dodatkowe|ostateczne|tymczasowe|\d[\d.,]*|%|proc)$/,
  ru: /^(?:нов(?:ую|ые)|дополнительную|\d[\d.,]*|%)$/,
};
/** Languages in which an article must open the object: without one it may be what the adverbial speaks of. */
const ARTICLED: ReadonlySet<string> = new Set(['fr']);
/** Words right before an object that make it the adverbial's own, folded. */
const GOVERNING: ReadonlySet<string> = new Set(
  'der des von vom um mit gegen uber zu zum zur im am auf fur wegen van de het op met tegen over voor om av pa mot om med af til del dei degli delle della di da do das dos des du d con contra sobre por para a al los las el la le les l gli i lo as os o e y et und en och og oraz i и с от из za na w o przeciwko dla на по против за'.split(
    ' ',
  ),
);
/** Accusatives of a tariff where the case tells the object: "po zerwaniu rozmów cła"; "po nałożeniu ceł" is a cause. */
const ACCUSATIVE: Readonly<Record<string, RegExp>> = {
  pl: /^(?:cla|clo|dochodzenie|kontyngenty?|stawki)/,
  ru: /^(?:пошлину|расследование)/,
};

/** True for an object behind an adverbial that has a noun of its own. */
export function isBehindAdverbial(line: Line, opener: Hit, object: number): boolean {
  const own = OWN[line.lang];
  if (own === undefined) return false;
  const accusative = ACCUSATIVE[line.lang];
  if (accusative !== undefined && !accusative.test(tokenText(line, object))) return false;
  let at = object - 1;
  while (at > opener.to && own.test(tokenText(line, at)) && !isNoun(line, at)) at -= 1;
  if (at < opener.to || (ARTICLED.has(line.lang) && at === object - 1)) return false;
  if (GOVERNING.has(tokenText(line, at)) || line.tokens[at]?.kind !== 'word') return false;
  return isNoun(line, at);
}

/** Hits that are no noun of an adverbial: whose tariff it is, a figure, a preposition. */
const NO_NOUN = ['place', 'percent', 'number', 'prep', 'background', 'tariff', 'past'] as const;

// German nouns have a capital; elsewhere any word that no list knows as something else.
function isNoun(line: Line, at: number): boolean {
  const token = line.tokens[at];
  if (token === undefined || token.kind !== 'word') return false;
  const hit = hitOver(line, at);
  if (hit !== undefined && NO_NOUN.some((name) => hit.meanings.has(name))) return false;
  if (line.lang === 'de') return /^\p{Lu}/u.test(line.raw.slice(token.start, token.end));
  return OWN[line.lang]?.test(token.text) !== true;
}

const DAY_SIGN = /^[年月日号년월일]$/u;

/** How many tokens part two; in "関税の発動を6月1日から7月9日に延期" a day that is read sign by sign is no distance. */
export function lengthOf({ lang, tokens }: Line, from: number, to: number): number {
  const isPart = (at: number): boolean => DAY_SIGN.test(tokens[at]?.text ?? '');
  if (lang !== 'ja' && lang !== 'ko' && lang !== 'zh') return to - from;
  return tokens.slice(from, to).filter((_, at) => !isPart(from + at) && !isPart(from + at + 1))
    .length;
}
