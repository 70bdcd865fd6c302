// Whose tariff a sentence outside English complains of, and who complains: "India kritisiert brasilianische Zölle", "韩国抗议
// 美国的关税". In: a sentence. Out: the two, or null where nobody complains of another's tariff.
import { hitBefore, hitFrom, hitsOf, type Line, means, oncePerLine } from '../words/scene.ts';
import { type PlaceGroup, placeGroups } from './read-places.ts';

/** Who bears a tariff and who lays it. */
export type Sides = { readonly bearer: PlaceGroup; readonly layer: PlaceGroup };

/** Languages whose verbs stand behind what they judge. */
const VERB_LAST: ReadonlySet<string> = new Set(['ja', 'ko', 'tr', 'hi', 'gu', 'bn']);
const OPENS_WITHIN = 3;

/** Who complains of whose tariff; null where nobody does. */
export const complaintOf = oncePerLine((line): Sides | null => {
  if (line.lang === 'en' || !line.classes.has('tariff')) return null;
  const groups = placeGroups(line);
  const bearer = groups[0];
  if (bearer === undefined || bearer.from > OPENS_WITHIN || !mayComplain(bearer)) return null;
  const layer = groups.find((group) => isLayer(line, group, bearer));
  return layer !== undefined && isJudgedThere(line, bearer, layer) ? { bearer, layer } : null;
});

const COMPLAINING: ReadonlySet<string> = new Set(['bare', 'subject', 'origin', 'owner']);

function mayComplain({ role, codes, isPair }: PlaceGroup): boolean {
  return COMPLAINING.has(role) && !isPair && !codes.includes('WORLD');
}

function isJudgedThere(line: Line, bearer: PlaceGroup, layer: PlaceGroup): boolean {
  const isThere = (from: number, to: number): boolean =>
    VERB_LAST.has(line.lang) ? from >= layer.to : from >= bearer.to && to <= layer.from;
  return hitsOf(line, 'saying').some(
    (hit) => means(hit, 'saying', 'judge') && isThere(hit.from, hit.to),
  );
}

const OWNING: ReadonlySet<string> = new Set(['owner', 'agent']);
/** Little words behind which stands by whom something is done, or whose it is, folded. */
const BY_WORDS: ReadonlySet<string> = new Set(
  'da dal dalla dall von van de d od от tu cua dari'.split(' '),
);
const OF_TARIFF = ['tariff', 'percent', 'verb'] as const;

/** True for a place whose tariff it is: its owner, by whom it is laid, or a name right behind the noun. */
export function isLayer(line: Line, group: PlaceGroup, bearer: PlaceGroup): boolean {
  if (group === bearer || group.from < bearer.to) return false;
  if (group.codes.some((code) => code === 'WORLD' || bearer.codes.includes(code))) return false;
  if (OWNING.has(group.role)) return true;
  const before = hitBefore(line, group.preposition === '' ? group.from : group.from - 1);
  const isBehindTariff = OF_TARIFF.some((name) => before?.meanings.has(name) === true);
  if (group.role === 'bare' || group.role === 'subject')
    return isBehindTariff || isLaidBy(line, group.to);
  return BY_WORDS.has(group.preposition) && isBehindTariff;
}

// "el arancel que Brasil impuso", "bị Mỹ áp thuế": the name stands before the noun or the verb that lays it.
function isLaidBy(line: Line, to: number): boolean {
  const next = hitFrom(line, to);
  return means(next, 'tariff') || means(next, 'verb', 'impose');
}
