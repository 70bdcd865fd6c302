// Lists of countries that are told on the way, where nothing else named who is hit: "firms that import steel from Peru, Chile and
// Kenya", "on nations that tax our firms, a threat aimed at places like Peru and Chile". In: an item and the roles found so far.
// Out: the countries of the list added. English only.
import { placeGroups } from '../places/read-places.ts';
import { hitFrom, type Line, type Scene, tokenText } from '../words/scene.ts';
import { addAll, type Found } from './found.ts';

const WITHIN = 2;
const EXAMPLES: ReadonlySet<string> = new Set(['like', 'as', 'including']);

/** Adds the one list of the opening whose countries sell the goods or are given as examples of who is hit. */
export function addListedAtLast(
  scene: Scene,
  imposers: Found,
  exempted: Found,
  targets: Found,
): void {
  if (scene.lang !== 'en' || imposers.size === 0) return;
  for (const line of scene.lines) {
    if (line.isTitle || line.index > WITHIN) continue;
    for (const { codes, kinds, from, to, preposition, isPair } of placeGroups(line)) {
      const isNamed = kinds.every((kind) => kind === 'name' || kind === 'demonym');
      if (codes.length < 2 || !isNamed || isPair || codes.includes('WORLD')) continue;
      if (codes.some((code) => imposers.has(code) || exempted.has(code))) continue;
      const isSeller = preposition === 'from' && line.classes.has('product');
      const isExample = EXAMPLES.has(withoutArticle(line, from)) && line.classes.has('holder');
      // "allies like Peru and Chile get 10%": a rate of their own beside the one for all.
      if ((!isSeller && !isExample) || hitFrom(line, to)?.meanings.has('gainer')) continue;
      addAll(targets, codes, line, 'role:listed-at-last');
      return;
    }
  }
}

function withoutArticle(line: Line, from: number): string {
  const before = tokenText(line, from - 1);
  return before === 'the' ? tokenText(line, from - 2) : before;
}
