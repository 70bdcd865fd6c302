// What a user means by a word for a country or a group. In: a word or phrase in any covered language, a code, a demonym,
// a capital. Out: codes, the English name, and the assumption when the word has several meanings. It never guesses at
// misspelt words: `nearestJurisdiction` offers one, the user decides.
import countries from 'i18n-iso-countries';
import type { Day } from '../domain/day.ts';
import type { JurisdictionCode, JurisdictionMatch } from '../domain/jurisdiction.ts';
import { DataFileError, readDataRows } from './data-file.ts';
import {
  isJurisdictionCode,
  jurisdictionGroups,
  jurisdictionName,
  jurisdictionTerms,
  type TermKind,
} from './jurisdiction-names.ts';
import { membersOn } from './memberships.ts';
import { nearestWord } from './nearest-word.ts';

const AMBIGUOUS_FILE = 'ambiguous-names.csv';

/** Short words of English that are codes too; as codes they are typed in capitals. */
const COMMON_WORDS: ReadonlySet<string> = new Set(
  'ad am an as at be by do es et go id il in is it la me my no of on or pm re so to tv us'
    .split(' ')
    .filter((word) => word !== 'us'),
);

type Meaning = {
  readonly code: JurisdictionCode;
  readonly kind: TermKind | 'group';
  readonly assumption: string | null;
};

type NameIndex = {
  readonly words: ReadonlyMap<string, Meaning>;
  /** Beginnings that stand for any ending ("chines"), the longest first. */
  readonly stems: readonly (readonly [string, Meaning])[];
  /** Names of several words, without what parts them. */
  readonly joined: ReadonlyMap<string, Meaning>;
};

/** People stand for an office only while they hold it, so their names are no names of a country here. */
const USED_KINDS: readonly TermKind[] = ['name', 'demonym', 'world', 'capital', 'government'];
const SHORTEST_STEM = 4;
const LONGEST_ENDING = 5;

let index: NameIndex | undefined;

/**
 * The jurisdiction or group that the whole text names, or null. Groups have the members of `on`; without a day those of
 * the present table. Case, accents, points and a leading "the" do not matter.
 */
export function findJurisdiction(text: string, on?: Day): JurisdictionMatch | null {
  // Codes in capitals are most of what programs ask; they need no index of names.
  if (/^[A-Z]{2}$/.test(text) && isJurisdictionCode(text)) {
    return { codes: [text], name: jurisdictionName(text), assumption: null };
  }
  const wanted = foldName(text);
  if (wanted === '') return null;
  const meaning =
    nameIndex().words.get(wanted) ??
    codeMeaning(text.trim()) ??
    stemMeaning(wanted) ??
    joinedMeaning(wanted) ??
    longFormMeaning(wanted);
  return meaning === null ? null : toMatch(text.trim(), meaning, on);
}

/** Letters from which on a name with its words run together is no other word by chance. */
const SHORTEST_JOINED = 7;

// "cote divoire", "hongkong": an apostrophe or a gap is left out.
function joinedMeaning(wanted: string): Meaning | null {
  const joined = wanted.replaceAll(' ', '');
  return joined.length < SHORTEST_JOINED ? null : (nameIndex().joined.get(joined) ?? null);
}

const LONG_FORM =
  /^(?:(?:arab|bolivarian|co|cooperative|democratic|federal|federated|federative|grand|hashemite|independent|islamic|operative|oriental|peoples?|plurinational|s|socialist|united) ){0,4}(commonwealth|confederation|duchy|emirate|federation|kingdom|principality|republic|states?|sultanate|union) of (?:the )?(.+)$/;

// "Kingdom of Spain" is Spain; "State of Georgia" may be another Georgia.
function longFormMeaning(wanted: string): Meaning | null {
  const [, form, name] = LONG_FORM.exec(wanted) ?? [];
  const meaning = name === undefined ? undefined : nameIndex().words.get(name);
  if (meaning?.kind !== 'name' || (form === 'state' && meaning.assumption !== null)) return null;
  return meaning;
}

/** The known name nearest to a misspelt one, as it is written in English, or null when none is near. */
export function nearestJurisdiction(text: string): string | null {
  return nearestWord(text.trim(), englishNames());
}

/** Upper and lower case, accents, points and white space made equal; a leading "the" and a closing "'s" dropped. */
export function foldName(text: string): string {
  return withoutAccents(text)
    .toLowerCase()
    .replace(/ı/g, 'i')
    .replace(/[’']s$/u, '')
    .replace(/\./g, '')
    .replace(/[-_’'\s]+/gu, ' ')
    .replace(/^the /, '')
    .trim();
}

// Most names are plain ASCII, and thousands are folded at the start.
function withoutAccents(text: string): string {
  if (/^[ -~]*$/.test(text)) return text;
  return text
    .normalize('NFKD')
    .replace(/([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{Mn}+/gu, '$1')
    .normalize('NFC');
}

function toMatch(typed: string, meaning: Meaning, on: Day | undefined): JurisdictionMatch {
  if (meaning.kind === 'group') {
    const group = jurisdictionGroups().find(({ code }) => code === meaning.code);
    const codes = on === undefined ? (group?.members ?? []) : membersOn(meaning.code, on);
    return { codes, name: group?.terms[0] ?? meaning.code, assumption: meaning.assumption };
  }
  const name = jurisdictionName(meaning.code);
  const isPlace = meaning.kind === 'capital' || meaning.kind === 'government';
  const assumption = meaning.assumption ?? (isPlace ? `${typed} is taken as ${name}.` : null);
  return { codes: [meaning.code], name, assumption };
}

function codeMeaning(typed: string): Meaning | null {
  const upper = typed.toUpperCase();
  if (upper.length === 2 && COMMON_WORDS.has(typed)) return null;
  const code = upper.length === 3 ? (countries.alpha3ToAlpha2(upper) ?? upper) : upper;
  return isJurisdictionCode(code) ? { code, kind: 'name', assumption: null } : null;
}

// An ending is one of the same word: "japan cars" is no form of "japan*".
function stemMeaning(wanted: string): Meaning | null {
  const found = nameIndex().stems.find(
    ([stem]) =>
      wanted.startsWith(stem) &&
      wanted.length - stem.length <= LONGEST_ENDING &&
      /^[\p{L}\p{M}]*$/u.test(wanted.slice(stem.length)),
  );
  return found?.[1] ?? null;
}

function nameIndex(): NameIndex {
  index ??= buildIndex();
  return index;
}

// Earlier entries win: words with a stated assumption, groups, then terms by kind, so that no capital hides a country.
function buildIndex(): NameIndex {
  const words = new Map<string, Meaning>();
  const stems: [string, Meaning][] = [];
  const add = (folded: string, meaning: Meaning) => {
    if (folded !== '' && !words.has(folded)) words.set(folded, meaning);
  };
  for (const row of ambiguousNames()) add(foldName(row.term), row.meaning);
  for (const { code, terms } of jurisdictionGroups()) {
    // The EU acts as one; a question about it is about the bloc and not about each member.
    const kind = isJurisdictionCode(code) ? 'name' : 'group';
    for (const term of [code, ...terms]) add(foldName(term), { code, kind, assumption: null });
  }
  const terms = jurisdictionTerms().map((term) => ({ ...term, folded: foldName(term.term) }));
  const stricter = stricterKinds(terms);
  for (const kind of USED_KINDS) {
    for (const term of terms) {
      if ((stricter.get(term.folded) ?? term.kind) !== kind) continue;
      const meaning: Meaning = { code: term.code, kind, assumption: null };
      add(term.folded, meaning);
      if (term.isStem && term.folded.length >= SHORTEST_STEM) stems.push([term.folded, meaning]);
    }
  }
  stems.sort(([one], [other]) => other.length - one.length);
  return { words, stems, joined: joinedNames(words) };
}

function joinedNames(words: ReadonlyMap<string, Meaning>): ReadonlyMap<string, Meaning> {
  const joined = new Map<string, Meaning>();
  for (const [name, meaning] of words) {
    if (meaning.kind === 'name' && name.includes(' '))
      joined.set(name.replaceAll(' ', ''), meaning);
  }
  return joined;
}

type FoldedTerm = {
  readonly folded: string;
  readonly kind: TermKind;
  readonly code: JurisdictionCode;
};

// Some languages list a capital or a head of government among the names of the country; English tells them apart. A city
// that is its country (Singapore) is a name.
function stricterKinds(terms: readonly FoldedTerm[]): ReadonlyMap<string, TermKind> {
  const kinds = new Map<string, TermKind>();
  for (const { folded, kind, code } of terms) {
    if (kind !== 'capital' && kind !== 'leader') continue;
    if (folded !== foldName(jurisdictionName(code))) kinds.set(folded, kind);
  }
  return kinds;
}

function ambiguousNames(): readonly { readonly term: string; readonly meaning: Meaning }[] {
  const rows = readDataRows(AMBIGUOUS_FILE, ['term', 'code', 'assumption']);
  return rows.map(({ line, cells }) => {
    if (!isJurisdictionCode(cells.code)) {
      throw new DataFileError(AMBIGUOUS_FILE, line, `unknown jurisdiction ${cells.code}`);
    }
    const meaning: Meaning = {
      code: cells.code,
      kind: 'name',
      assumption: cells.assumption || null,
    };
    return { term: cells.term, meaning };
  });
}

let names: readonly string[] | undefined;

function englishNames(): readonly string[] {
  names ??= [
    ...jurisdictionTerms()
      .filter(({ lang, kind, isStem }) => lang === 'en' && !isStem && isSpelt(kind))
      .map(({ term }) => term),
    ...jurisdictionGroups().flatMap(({ terms }) => terms),
  ];
  return names;
}

function isSpelt(kind: TermKind): boolean {
  return kind === 'name' || kind === 'demonym';
}
