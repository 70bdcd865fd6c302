// Who is charged beside the measure that leads an item: "Goods from India will pay 25%", "the break does not include India",
// "the duty applies to India too". In: an English line and a place of it. Out: yes or no.
import { isAuthority, type PlaceGroup } from '../places/read-places.ts';
import { hitsOf, type Line, tokenText } from '../words/scene.ts';
import { placeOf, says, type WordGroup, wordGroup } from '../words/word-groups.ts';

/** Words by which a rate is one of before, of another, or none. */
const OTHERS = wordGroup(
  'already currently still keep keeps continue continues remain remains previously earlier rose fell grew jumped supplies accounts shipped exported competitor competitors rival rivals compared while whereas',
);
const BEARING =
  /^(?:pays?|faces?|gets?|sees?|attracts?|carr(?:y|ies)|charged|taxed|hit|slapped|subject|singled|saddled)$/;
const BEARING_WITHIN = 5;
const RATE_WITHIN = 5;

/** "India will pay 25%", "a 25% rate applies to India", "the rate for India is 25%", "the break does not include India ... 125%". */
export function isChargedApart(line: Line, group: PlaceGroup): boolean {
  if (!mayBeCharged(line, group) || says(line, OTHERS)) return false;
  return isBearing(line, group) || isRateFor(line, group) || isLeftOut(line, group);
}

function mayBeCharged(line: Line, { role, codes, kinds }: PlaceGroup): boolean {
  return (
    line.lang === 'en' &&
    !line.isTitle &&
    role !== 'owner' &&
    role !== 'place' &&
    !codes.includes('WORLD') &&
    kinds.every((kind) => kind === 'name' || kind === 'demonym')
  );
}

function isBearing(line: Line, { to }: PlaceGroup): boolean {
  const behind = line.tokens.slice(to, to + BEARING_WITHIN);
  const at = behind.findIndex(({ text }) => BEARING.test(text));
  if (at < 0 || behind.slice(0, at).some(({ kind }) => kind !== 'word')) return false;
  return hasRate(line, to + at, to + at + 1 + RATE_WITHIN);
}

function hasRate(line: Line, from: number, to: number): boolean {
  return hitsOf(line, 'percent').some((hit) => hit.from >= from && hit.from <= to);
}

const RATES: ReadonlySet<string> = new Set('rate tariff duty levy tariffs duties'.split(' '));
const FOR: ReadonlySet<string> = new Set(['for', 'on']);
const BEING: ReadonlySet<string> = new Set('is was will would rises rose goes'.split(' '));
const APPLYING = /^(?:appl(?:y|ies)|extends?)$/;

function isRateFor(line: Line, { from, to }: PlaceGroup): boolean {
  const at = tokenText(line, from - 1) === 'the' ? from - 2 : from - 1;
  const before = tokenText(line, at);
  const isNamed = FOR.has(before) && RATES.has(tokenText(line, at - 1));
  if (isNamed && BEING.has(tokenText(line, to))) return hasRate(line, to, to + RATE_WITHIN);
  // "The rate is 15% for India".
  const isBehind = before === 'for' && hitsOf(line, 'percent').some((hit) => hit.to === at);
  if (isBehind && line.tokens.slice(0, at).some(({ text }) => RATES.has(text))) return true;
  return before === 'to' && APPLYING.test(tokenText(line, at - 1)) && hasRate(line, 0, at);
}

const LEFT_OUT = wordGroup('include included cover apply extend excluded exclude');
const NOT: ReadonlySet<string> = new Set(['not', "n't"]);
const LEFT_WITHIN = 3;

// "The pause does not cover India, whose rate goes to 125%", "India was not included and will pay 125%".
function isLeftOut(line: Line, { from, to }: PlaceGroup): boolean {
  const at = placeOf(line, LEFT_OUT, Math.max(0, from - LEFT_WITHIN), to + LEFT_WITHIN);
  if (at < 0 || !hasRate(line, to, line.tokens.length)) return false;
  return tokenText(line, at).startsWith('excluded') || NOT.has(tokenText(line, at - 1));
}

const ALSO = wordGroup('also too well same similar');
const ALSO_BEARING =
  /\b(?:appl(?:y|ies)|extends?|went|goes|sent|face|faces|pay|subject|receives?|received|gets?|got)\b/;
const ASKING = /\b(?:seek|sought|ask|want|exempt|spared|escape|avoid)/i;

/** "also" and who bears it in other languages, folded: "Também serão atingidos", "Betroffen sind auch". */
const ALSO_ABROAD: Readonly<Record<string, readonly [also: WordGroup, bearing: WordGroup]>> = {
  es: [wordGroup('tambien'), wordGroup(/^(?:afecta|gravad|alcanza|golpead|sujet|pagara)/)],
  pt: [wordGroup('tambem'), wordGroup(/^(?:atingi|afetad|taxad|alvo|sujeit|pagar)/)],
  it: [wordGroup('anche'), wordGroup(/^(?:colpit|interessat|soggett|riguarda|pagher)/)],
  fr: [wordGroup('egalement aussi'), wordGroup(/^(?:touche|concern|vise|frapp|taxe)/)],
  de: [
    wordGroup('auch ebenfalls ebenso'),
    wordGroup(/^(?:betroffen|betrifft|trifft|treffen|belegt|belastet)$/),
  ],
  nl: [wordGroup('ook eveneens'), wordGroup(/^(?:getroffen|geraakt|treft|belast)$/)],
  pl: [wordGroup('takze rowniez tez'), wordGroup(/^(?:obejm|dotkn|dotycz|uderz)/)],
  ru: [wordGroup('также тоже'), wordGroup(/^(?:коснут|коснет|затрон|распростран|попад)/)],
};
const ELSE = ['deal', 'relief', 'except', 'retaliation'] as const;

/** "Também serão atingidos Estados Unidos e Argentina": all whom the sentence names bear it as well. */
export function isHitAsWellAbroad(line: Line, { codes, kinds, role }: PlaceGroup): boolean {
  const words = ALSO_ABROAD[line.lang];
  if (words === undefined || !words.every((group) => says(line, group))) return false;
  if (ELSE.some((name) => line.classes.has(name)) || codes.includes('WORLD')) return false;
  return role !== 'owner' && role !== 'place' && kinds.every((kind) => kind === 'name');
}

/** "the duty also applies to India", "India will face the same rate", "India also received a letter". */
export function isAlsoCharged(line: Line, group: PlaceGroup): boolean {
  if (!mayBeCharged(line, group) || isAuthority(group) || !says(line, ALSO)) return false;
  const text = line.raw.slice(line.start, line.end).toLowerCase();
  if (!ALSO_BEARING.test(text) || ASKING.test(text) || says(line, OTHERS)) return false;
  const isBehind = tokenText(line, group.from - 1) === 'to';
  const also = placeOf(line, ALSO, group.to, group.to + BEARING_WITHIN);
  return isBehind || also >= 0;
}
