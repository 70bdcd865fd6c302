// Whose market goods are sold to. In: a sentence and its places. Out: the places that are a destination, not an origin:
// who lays a duty on "exports to Brazil" or on "importações brasileiras originárias da China" is Brazil.
import type { PlaceGroup } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { hitBefore, hitOver, type Line, lineHas, means, tokenText } from '../words/scene.ts';

const SOLD_WITHIN = 12;
const SOLD =
  /^(?:export|imported|importad|importe$|importes$|shipped|shipment|dumped|dumping|ausfuhr|expor|ventes|ventas|vendas)/;
const TO: ReadonlySet<string> = new Set(
  'to into in para a au aux vers nach en no na verso'.split(' '),
);
const ORIGINATING =
  /^(?:originar|procedent|provenient|proveni|oriund|originating|herkomst|ursprung)/;

/** The groups that name the market: the destination of exports, or whose imports come from another country. */
export function marketsOf(line: Line, groups: readonly PlaceGroup[]): readonly PlaceGroup[] {
  return groups.filter((group) => isDestination(line, group) || isImporter(line, group, groups));
}

// "exported to Australia", "exportações da China para o Brasil", "dumped in the UK".
function isDestination(line: Line, group: PlaceGroup): boolean {
  // "dumping of steel by producers in India".
  const isMaker = group.role === 'origin' && group.preposition === 'in';
  if (!TO.has(group.preposition) || isMaker) return false;
  const at = line.tokens.findLastIndex(
    (token, place) => place < group.from && token.text === group.preposition,
  );
  const from = Math.max(0, at - SOLD_WITHIN);
  return line.tokens
    .slice(from, at)
    .some((token, place) => SOLD.test(token.text) && !isInquiredInto(line, group, from + place));
}

// "anti-dumping probe into Chilean salmon": the dumping only names the inquiry.
function isInquiredInto(line: Line, group: PlaceGroup, at: number): boolean {
  const hit = hitOver(line, at);
  // "anti-dumping duties to Chilean salmon": no less.
  if (group.preposition !== 'into') return hit?.meanings.has('tariff') === true;
  return hit !== undefined && REMEDY.some((name) => hit.meanings.has(name));
}

const REMEDY = ['tariff', 'probe', 'instrument'] as const;

const CARRIED = /^(?:sold|shipped|exported|imported|dumped|sent|brought)$/;

/** "a ruling in its probe into Canadian canola": no goods are carried into the country, whatever the sentence leads with. */
export function isInquired(line: Line, { from }: PlaceGroup, step: Step | null): boolean {
  const at = line.tokens.findLastIndex(({ text }, place) => place < from && text === 'into');
  // "the probe found that the tiles were sold into Kenya".
  if (CARRIED.test(tokenText(line, at - 1))) return false;
  if (step === null ? lineHas(line, 'probe') : step.about === 'probe') return true;
  return hitBefore(line, at)?.meanings.has('probe') === true;
}

// "importações brasileiras de resinas, originárias do Canadá".
function isImporter(line: Line, group: PlaceGroup, groups: readonly PlaceGroup[]): boolean {
  if (group.role !== 'origin') return false;
  const before = tokenText(line, group.from - 1);
  const behind = tokenText(line, group.to);
  if (!before.startsWith('import') && !behind.startsWith('import')) return false;
  return groups.some(
    (other) =>
      other.from > group.to &&
      other.role !== 'place' &&
      (ORIGINATING.test(other.preposition) ||
        (line.lang === 'en' && other.preposition === 'from')) &&
      !line.hits.some(
        (hit) => hit.from > group.to && hit.to <= other.from && means(hit, 'percent'),
      ),
  );
}
