// The noun that a country stands behind: whose tariff, government or court it is ("los aranceles de China", "Zölle Indiens",
// "Tribunal de Brasil"). In: a line and where the country or its little word stands. Out: what the noun is.
import type { Hit } from '../words/lexicon.ts';
import { hitBefore, hitFrom, hitsOf, type Line, means, tokenText } from '../words/scene.ts';

const OF_WORDS: ReadonlySet<string> = new Set(
  'de des dos du d di del dell della dello degli dei da do das van von cua'.split(' '),
);
const PERCENT_WITHIN = 4;

/** What a country may own: "Ritorsione del Brasile: dazi", "Ameaça dos EUA: tarifa". */
const OWNED = ['tariff', 'retaliation', 'quota', 'probe'] as const;

/** "los aranceles de 25% de Estados Unidos a los automóviles", "impuestos de Washington": whose tariffs they are. */
export function isOfTariff(line: Line, of: string, at: number): boolean {
  if (!OF_WORDS.has(of)) return false;
  const ends = hitBefore(line, at);
  if (ends === undefined) return false;
  if (OWNED.some((name) => ends.meanings.has(name)) || means(ends, 'verb', 'threaten')) return true;
  return (
    ends.meanings.has('percent') &&
    hitsOf(line, 'tariff').some((hit) => hit.to <= at && at - hit.to <= PERCENT_WITHIN)
  );
}

const LAID = ['tariff', 'quota'] as const;

/** Languages whose names stand right behind a noun in the genitive, without a word between. */
const GENITIVE: ReadonlySet<string> = new Set(['de', 'pl', 'ru', 'uk', 'cs', 'id', 'vi', 'th']);

/** "Zölle Indiens", "Odpowiedź Pekinu", "Tarif 50 persen AS": whose tariff or answer it is that stands right before the name. */
export function isGenitiveOfTariff(line: Line, from: number): boolean {
  if (!GENITIVE.has(line.lang)) return false;
  const before = hitBefore(line, from);
  if (LAID.some((name) => before?.meanings.has(name) === true)) return true;
  // "Postępowanie antydumpingowe UE".
  if (before?.meanings.has('probe') === true) return CASED.has(line.lang) && line.lang !== 'de';
  // "Balas India": where no name is bent, a verb of answering has whom it answers behind it.
  if (before?.meanings.has('retaliation') === true)
    return !BARE_NAMES.has(line.lang) || ANSWER.test(tokenText(line, before.from));
  if (before?.meanings.has('percent') !== true || !BARE_NAMES.has(line.lang)) return false;
  const number = line.tokens[before.from - 1]?.kind === 'number' ? before.from - 1 : before.from;
  return hitBefore(line, number)?.meanings.has('tariff') === true;
}

/** Languages that bend no name: only its place tells whose the tariff before it is. */
const BARE_NAMES: ReadonlySet<string> = new Set(['id', 'vi', 'th']);
const ANSWER = /^(?:balasan|pembalasan|tanggapan)$/;
/** Languages that bend a name to say whose the noun behind it is: "Pekings Antwort". */
const POSSESSING: ReadonlySet<string> = new Set(['de', 'nl', 'sv', 'da', 'no']);

/** "Pekings Antwort: 100 Prozent Zoll": whose answer it is that stands right behind the name. */
export function isOwnAnswer(line: Line, to: number): boolean {
  if (!POSSESSING.has(line.lang)) return false;
  const at = tokenText(line, to) === "'s" ? to + 1 : to;
  return hitFrom(line, at)?.meanings.has('retaliation') === true;
}

/** Nouns of a blow, folded: "golpe de Washington", "stangata di Trump". */
const BLOWS: ReadonlySet<string> = new Set(
  'golpe castigo mazazo zarpazo ofensiva estocada stangata colpo affondo coup offensive assaut golpes'.split(
    ' ',
  ),
);

/** "Arancel al jitomate: golpe de Washington": behind the noun of a blow stands who deals it. */
export function isOfBlow(line: Line, of: string, at: number): boolean {
  return OF_WORDS.has(of) && BLOWS.has(tokenText(line, at - 1));
}

/** "Government of Kenya", "Republic of Korea": the words before "of" belong to the name. Null without them. */
export function governmentBefore(line: Line, at: number): number | null {
  const hit = hitBefore(line, at);
  return hit?.meanings.has('leadership') === true ? hit.from : null;
}

const NOUN_WITHIN = 4;
const WITHIN_NAME = ['verb', 'tariff', 'place', 'percent', 'relief', 'deal', 'goods'] as const;

/** "Tribunal de Brasil", "Gericht in Brasilien", "Ministério do Comércio da China": where the office begins whose country the
 * little word at `at` names; null where no office stands before it. English says it otherwise. */
export function officeBefore(line: Line, at: number): number | null {
  if (line.lang === 'en') return null;
  const offices = line.hits.filter(
    (hit) => hit.to <= at && at - hit.to <= NOUN_WITHIN && isOffice(hit),
  );
  const office = offices[offices.length - 1];
  if (office === undefined) return null;
  const isPartedName = line.hits.some(
    (hit) =>
      hit.from >= office.to && hit.to <= at && WITHIN_NAME.some((name) => hit.meanings.has(name)),
  );
  const isMarked = line.tokens.slice(office.to, at).some(({ kind }) => kind !== 'word');
  return isPartedName || isMarked ? null : office.from;
}

function isOffice(hit: Hit): boolean {
  return hit.meanings.has('leadership') || hit.meanings.has('court');
}

/** Languages that write a name onto the noun, or decline it, where it says whose tariff it is. */
const DECLINING: ReadonlySet<string> = new Set(['de', 'nl']);
/** Languages in which two names side by side are two parties: "В ответ на пошлины Индии Бразилия ввела". */
const CASED: ReadonlySet<string> = new Set(['de', 'nl', 'pl', 'ru', 'uk', 'cs']);

/** "legt India een heffing op", "droht Indien Zölle an": a bare name with a space behind it is no owner of what follows. */
export function isDative(line: Line, to: number, kinds: readonly string[]): boolean {
  if (!DECLINING.has(line.lang) || kinds.some((kind) => kind !== 'name')) return false;
  const last = line.tokens[to - 1];
  // "Braziliaanse heffing": in Dutch the adjective is written like a name.
  if (line.lang === 'nl' && last?.text.endsWith('se') === true) return false;
  return isSpaced(line, to) && (line.lang !== 'de' || last?.text.endsWith('s') !== true);
}

/** True in "will charge Chile 27%": right behind the verb stands who pays, right behind him what. "slams US 25% tariff" judges, and who "reels from" one bears it. */
export function isCharged(line: Line, from: number, to: number): boolean {
  const verb = hitBefore(line, from);
  return (
    line.lang === 'en' &&
    line.tokens[to]?.kind === 'number' &&
    means(verb, 'verb', 'impose') &&
    !means(verb, 'saying', 'judge') &&
    !means(verb, 'gainer')
  );
}

const CHAMBER = /^(?:senate|house|congress|senators|lawmakers|representatives)$/;

/** "Senate votes to end Canada tariffs": behind a chamber that is named alone stands on whom its country's tariffs are. */
export function isOfChamber(line: Line, from: number, kinds: readonly string[]): boolean {
  if (line.lang !== 'en' || !line.isTitle || kinds.some((kind) => kind !== 'name')) return false;
  const isBefore = line.tokens
    .slice(0, from)
    .some(({ text }, at) => CHAMBER.test(text) && tokenText(line, at - 1) !== 'white');
  return isBefore && !hitsOf(line, 'place').some((hit) => hit.to <= from);
}

/** True for two names with nothing but a space between that no list joins. */
export function areTwoParties(line: Line, to: number): boolean {
  return CASED.has(line.lang) && isSpaced(line, to);
}

function isSpaced(line: Line, to: number): boolean {
  const last = line.tokens[to - 1];
  return last !== undefined && to < line.tokens.length && line.raw.charAt(last.end) === ' ';
}

const COURT_WITHIN = 3;
/** Languages that put the country before its court. */
const COURT_BEHIND: ReadonlySet<string> = new Set(['tr', 'ja', 'ko', 'zh', 'hi', 'hu']);

/** "Gericht in Brasilien", "Tribunal de Brasil": whose court it is. */
export function isOfCourt(line: Line, from: number): boolean {
  if (line.lang === 'en' || COURT_BEHIND.has(line.lang)) return false;
  return hitsOf(line, 'court').some((hit) => {
    const between = line.tokens.slice(hit.to, from);
    const isPart = between.every(({ kind }) => kind === 'word') && between.length <= COURT_WITHIN;
    return hit.to <= from && isPart && !isCutByVerb(line, hit.to, from);
  });
}

function isCutByVerb(line: Line, from: number, to: number): boolean {
  return line.hits.some(
    (hit) => hit.from >= from && hit.to <= to && WITHIN_NAME.some((name) => hit.meanings.has(name)),
  );
}

/** "thép vào Mỹ": Vietnamese carries goods into a country by the word that also lays a tariff on it. */
export function isSoldInto(line: Line, preposition: string, at: number, from: number): boolean {
  if (line.lang !== 'vi' || preposition !== 'vao' || at !== from - 1) return false;
  const last = hitBefore(line, at);
  return last?.meanings.has('verb') !== true && last?.meanings.has('tariff') !== true;
}

/** What a state has made up its mind to do. */
export const DECISION =
  /^(?:decision|decisions|move|moves|plan|plans|threat|threats|order|proposal|bid|vote|push|intention)$/;

/** "dissatisfied with the EU decision to impose duties", "anger at Peru's final move to": who decides acts, whatever stands before. */
export function isDeciding(line: Line, to: number, isPossessive: boolean): boolean {
  if (line.lang !== 'en') return false;
  const first = isPossessive ? to + 1 : to;
  return [first, first + 1].some(
    (at) => DECISION.test(tokenText(line, at)) && tokenText(line, at + 1) === 'to',
  );
}

const ACT_WITHIN = 9;

/** "Il Regolamento 2021/1784 dell'8 ottobre della Commissione europea ha istituito": whose act it is takes the step. */
export function isAuthorOfAct(
  line: Line,
  kinds: readonly string[],
  of: string,
  at: number,
): boolean {
  if (line.lang === 'en' || !OF_WORDS.has(of) || !kinds.includes('government')) return false;
  return hitsOf(line, 'formal').some((hit) => hit.to <= at && at - hit.to <= ACT_WITHIN);
}
