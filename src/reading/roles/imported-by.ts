// Notices of Romance languages that tell whose imports a duty is on and where these come from: "às importações brasileiras de fios,
// originárias da exportadora chinesa", "a las importaciones argentinas de bicicletas, originarias de China". In: a line and its places.
// Out: who imports them and lays the duty, and who sells; null where the line does not tell both.
import type { PlaceGroup } from '../places/read-places.ts';
import type { Sides } from '../places/sides-abroad.ts';
import { type Line, tokenText } from '../words/scene.ts';
import { placeOf, says, wordGroup } from '../words/word-groups.ts';

const IMPORTS = wordGroup('importacoes importaciones importations importazioni');
const COMING = wordGroup(
  /^(?:originari[oa]s?|originaires?|provenient[ei]s?|procedentes?|origine)$/,
);
const SOLD_WITHIN = 8;

/** Who imports and who sells. */
export function importedBy(line: Line, groups: readonly PlaceGroup[]): Sides | null {
  if (!says(line, IMPORTS) || !says(line, COMING)) return null;
  const layer = groups.find(
    ({ from, kinds }) =>
      IMPORTS.has(tokenText(line, from - 1)) && kinds.every((kind) => kind === 'demonym'),
  );
  if (layer === undefined) return null;
  const coming = placeOf(line, COMING, layer.to);
  if (coming < 0) return null;
  const bearer = groups.find(({ from }) => from > coming && from - coming <= SOLD_WITHIN);
  const isOther = bearer?.codes.every((code) => !layer.codes.includes(code)) === true;
  return bearer !== undefined && isOther ? { bearer, layer } : null;
}
