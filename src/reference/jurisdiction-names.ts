// Every word that stands for a country, a territory, the EU or the whole world, in all covered languages.
// Out: terms as printed, unfolded. It decides nothing: which of two readings of "Georgia" is meant is the reader's task.
import countries from 'i18n-iso-countries';
import type { JurisdictionCode } from '../domain/jurisdiction.ts';
import { DataFileError, readDataRows } from './data-file.ts';
import { inflectedNames } from './inflected-names.ts';

export const TERM_KINDS = [
  'name',
  'demonym',
  'capital',
  'government',
  'leader',
  'world',
  'pair',
] as const;
export type TermKind = (typeof TERM_KINDS)[number];

/** A word or phrase for a jurisdiction. `isStem`: stands for every word that starts with it ("chines" + "ische"). */
export type JurisdictionTerm = {
  readonly term: string;
  readonly code: JurisdictionCode;
  readonly kind: TermKind;
  /** ISO 639-1. */
  readonly lang: string;
  readonly caseSensitive: boolean;
  readonly isStem: boolean;
};

/** A named group of jurisdictions. */
export type JurisdictionGroup = {
  readonly code: string;
  readonly members: readonly JurisdictionCode[];
  readonly terms: readonly string[];
};

/** The languages whose words the reader knows, by ISO 639-1. */
export const COVERED_LANGUAGES = [
  'en',
  'es',
  'pt',
  'fr',
  'de',
  'it',
  'pl',
  'tr',
  'id',
  'vi',
  'nl',
  'sv',
  'da',
  'no',
  'cs',
  'ro',
  'hu',
  'ru',
  'uk',
  'el',
  'ja',
  'ko',
  'zh',
  'hi',
  'bn',
  'gu',
  'th',
  'ar',
  'he',
  'fa',
] as const;

const JURISDICTIONS_FILE = 'jurisdictions.csv';
const BLOCS_FILE = 'blocs.csv';

/** Official names that are common words or given names; the own file lists them with exact case instead. */
const LEFT_TO_OWN_FILE: ReadonlySet<string> = new Set([
  'en:TR',
  'en:GE',
  'en:JO',
  'en:TD',
  'en:ML',
  'en:NE',
  'en:GN',
  'en:TG',
  'en:BJ',
  'en:PE',
  'en:OM',
  'en:LS',
  'en:US',
  'en:KR',
  'es:IN',
  'it:IN',
  'id:IN',
  'ja:TH',
  'zh:TD',
  // "reunião" is a meeting.
  'pt:RE',
]);

/** Where the package prints a long form, or none. */
const SHORT_NAMES: ReadonlyMap<JurisdictionCode, string> = new Map([
  ['EU', 'European Union'],
  ['WORLD', 'all countries'],
  ['TR', 'Türkiye'],
  ['US', 'United States'],
  ['CN', 'China'],
  ['RU', 'Russia'],
  ['IR', 'Iran'],
  ['TW', 'Taiwan'],
  ['VN', 'Vietnam'],
  ['TZ', 'Tanzania'],
  ['MD', 'Moldova'],
  ['VE', 'Venezuela'],
  ['BO', 'Bolivia'],
  ['LA', 'Laos'],
  ['SY', 'Syria'],
  ['MK', 'North Macedonia'],
  ['CZ', 'Czechia'],
  ['BN', 'Brunei'],
  ['FM', 'Micronesia'],
  ['FK', 'Falkland Islands'],
  ['VA', 'Holy See'],
  ['GM', 'Gambia'],
  ['PS', 'Palestine'],
]);

/** Names that English puts an article before, beside those that end in "Islands" or "Republic" or begin with "United". */
const WITH_ARTICLE: ReadonlySet<JurisdictionCode> = new Set([
  'EU',
  'NL',
  'PH',
  'BS',
  'GM',
  'MV',
  'KM',
  'CD',
  'CG',
  'VA',
  'IM',
]);

let terms: readonly JurisdictionTerm[] | undefined;
let own: readonly JurisdictionTerm[] | undefined;
let groups: readonly JurisdictionGroup[] | undefined;

/** All terms, read once; own terms come before the package's names. Throws DataFileError naming file and line. */
export function jurisdictionTerms(): readonly JurisdictionTerm[] {
  terms ??= [...ownTerms(), ...COVERED_LANGUAGES.flatMap(packageNames)];
  return terms;
}

/** The terms of one language in the same order. */
export function jurisdictionTermsIn(lang: string): readonly JurisdictionTerm[] {
  return [...ownTerms().filter((term) => term.lang === lang), ...packageNames(lang)];
}

/** Groups of jurisdictions by name (EU, USMCA, ASEAN), read once. */
export function jurisdictionGroups(): readonly JurisdictionGroup[] {
  groups ??= readDataRows(BLOCS_FILE, ['code', 'members', 'terms']).map(({ line, cells }) => {
    const members = cells.members.split('|');
    for (const member of members) assertCode(BLOCS_FILE, line, member);
    return { code: cells.code, members, terms: cells.terms.split('|') };
  });
  return groups;
}

/** The English name of a jurisdiction for messages; the code itself when there is none. */
export function jurisdictionName(code: JurisdictionCode): string {
  return SHORT_NAMES.get(code) ?? countries.getName(code, 'en', { select: 'official' }) ?? code;
}

/** The name as it stands inside a sentence: `the United States`, `Japan`. */
export function nameInSentence(code: JurisdictionCode): string {
  const name = jurisdictionName(code);
  const takesArticle = WITH_ARTICLE.has(code) || /^United | (?:Islands|Republic)$/.test(name);
  return takesArticle ? `the ${name}` : name;
}

/** True for an ISO 3166-1 alpha-2 code, `EU` or `WORLD`. */
export function isJurisdictionCode(code: string): boolean {
  return code === 'EU' || code === 'WORLD' || (code.length === 2 && countries.isValid(code));
}

function ownTerms(): readonly JurisdictionTerm[] {
  own ??= readOwnTerms();
  return own;
}

function readOwnTerms(): readonly JurisdictionTerm[] {
  const rows = readDataRows(JURISDICTIONS_FILE, ['code', 'kind', 'lang', 'terms']);
  return rows.flatMap(({ line, cells }) => {
    assertCode(JURISDICTIONS_FILE, line, cells.code);
    const kind = TERM_KINDS.find((known) => known === cells.kind);
    if (kind === undefined) {
      throw new DataFileError(JURISDICTIONS_FILE, line, `unknown kind ${cells.kind}`);
    }
    if (!(COVERED_LANGUAGES as readonly string[]).includes(cells.lang)) {
      throw new DataFileError(JURISDICTIONS_FILE, line, `unknown language ${cells.lang}`);
    }
    return cells.terms.split('|').map((printed) => {
      const caseSensitive = printed.startsWith('=');
      const isStem = printed.endsWith('*');
      const term = printed.slice(caseSensitive ? 1 : 0, isStem ? -1 : undefined).trim();
      if (term === '') throw new DataFileError(JURISDICTIONS_FILE, line, 'an empty term');
      return { term, code: cells.code, kind, lang: cells.lang, caseSensitive, isStem };
    });
  });
}

const ofPackage = { kind: 'name', isStem: false } as const;

function packageNames(lang: string): readonly JurisdictionTerm[] {
  return Object.entries(countries.getNames(lang, { select: 'all' })).flatMap(([code, names]) =>
    LEFT_TO_OWN_FILE.has(`${lang}:${code}`)
      ? []
      : names.flatMap((name) => [
          { ...ofPackage, term: name, code, lang, caseSensitive: false },
          // With their capitals only: "кубы" are cubes.
          ...inflectedNames(name, lang).map((term) => ({
            ...ofPackage,
            term,
            code,
            lang,
            caseSensitive: true,
          })),
        ]),
  );
}

function assertCode(file: string, line: number, code: string): void {
  if (!isJurisdictionCode(code))
    throw new DataFileError(file, line, `unknown jurisdiction ${code}`);
}
