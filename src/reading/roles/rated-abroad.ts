// Countries with a rate of their own outside English: "Voor India geldt 25 procent, voor Brazilië 50". In: a sentence and its
// parties. Out: the countries that a word for "for" ties to a figure.
import type { JurisdictionCode } from '../../domain/jurisdiction.ts';
import type { PlaceGroup } from '../places/read-places.ts';
import { hitsOf, type Line, tokenText } from '../words/scene.ts';
import { placeOf, says, wordGroup } from '../words/word-groups.ts';

const FOR = wordGroup('voor fur pour para per dla для untuk');
const ARTICLES: ReadonlySet<string> = new Set(
  'de het den die der das le la les l el los o a os as il lo gli i'.split(' '),
);
/** With whom whoever is hit is only compared. */
const COMPARED = wordGroup(
  'terwijl tegenover wahrend gegenuber tandis alors mientras mentre enquanto podczas тогда sementara',
);
const RATE_WITHIN = 4;

/** Two and more of them are a list of rates. */
export function ratedAbroad(
  line: Line,
  groups: readonly PlaceGroup[],
): readonly JurisdictionCode[] {
  if (line.lang === 'en' || hitsOf(line, 'percent').length === 0) return [];
  if (SET_BEHIND.has(line.lang)) return setBehind(line, groups);
  if (!says(line, FOR) || isCompared(line)) return [];
  const named = groups.filter(
    ({ kinds, codes }) => kinds.every((kind) => kind === 'name') && codes.length === 1,
  );
  const charged = named.filter((group) => isCharged(line, group, groups));
  // "voor Brazilië 50, India 25": the list goes on with names right before their figures.
  const further = named.filter(
    ({ to, from }) =>
      line.tokens[to]?.kind === 'number' && charged.some((first) => first.to <= from),
  );
  const codes = [...charged, ...further].flatMap((group) => group.codes);
  return codes.filter((code) => code !== 'WORLD');
}

// "stessa aliquota per il Messico, mentre per il Canada sarà del 35%": the next of a list, and nobody whom the others are compared with.
function isCompared(line: Line): boolean {
  const at = placeOf(line, COMPARED);
  if (at < 0) return false;
  if (!says(line, SAME)) return true;
  const next = THAT.has(tokenText(line, at + 1)) ? at + 2 : at + 1;
  return !FOR.has(tokenText(line, next));
}

const THAT: ReadonlySet<string> = new Set(['que', "qu'", 'dat']);
/** "the same rate for": it has been told before. */
const SAME = wordGroup(
  'stessa stesso misma mismo mesma mesmo meme derselbe dieselbe dasselbe gleiche gleicher zelfde hetzelfde dezelfde sama taka такая такую',
);
const SAME_WITHIN = 5;

function isCharged(line: Line, group: PlaceGroup, all: readonly PlaceGroup[]): boolean {
  const { from, to } = group;
  const before = ARTICLES.has(tokenText(line, from - 1)) ? from - 2 : from - 1;
  if (!FOR.has(tokenText(line, before))) return false;
  const next = all.find((other) => other.from >= to)?.from ?? line.tokens.length;
  const behind = line.tokens.slice(to, Math.min(next, to + RATE_WITHIN));
  if (placeOf(line, SAME, Math.max(0, before - SAME_WITHIN), before) >= 0) return true;
  return behind.some(({ kind }) => kind === 'number');
}

/** Languages that set the rate right behind the name and its particle. */
const SET_BEHIND: ReadonlySet<string> = new Set(['ja', 'ko', 'tr', 'zh']);
const BEHIND_WITHIN = 4;
const FEWEST = 2;

// "日本や韓国は15%、インドは25%", "Türkiye için oran yüzde 15, İsviçre için yüzde 39": of several names each has its figure.
function setBehind(line: Line, groups: readonly PlaceGroup[]): readonly JurisdictionCode[] {
  const rated = groups.filter(({ kinds, to }, at) => {
    const next = groups[at + 1]?.from ?? line.tokens.length;
    const behind = line.tokens.slice(to, Math.min(next, to + BEHIND_WITHIN));
    const number = behind.findIndex(({ kind }) => kind === 'number');
    const isPercent = hitsOf(line, 'percent').some(
      (hit) => hit.from === to + number + 1 || hit.to === to + number,
    );
    return number >= 0 && isPercent && kinds.every((kind) => kind === 'name');
  });
  if (rated.length < FEWEST) return [];
  return rated.flatMap(({ codes }) => codes).filter((code) => code !== 'WORLD');
}
