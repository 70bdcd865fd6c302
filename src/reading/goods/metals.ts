// Metals told by their group or by shapes: "metals", "pipes and wires". In: an item and the goods found so far. Out: the goods settled.
import type { Fact } from '../../domain/reading.ts';
import type { Scene } from '../words/scene.ts';
import { says, wordGroup } from '../words/word-groups.ts';

/** Goods found so far, by what is printed. */
export type Found = Map<string, Fact<string>>;

/** Puts steel and aluminium for "metals" where none is named, and takes away steel that only shapes of another metal told. */
export function settleMetals(scene: Scene, found: Found): void {
  dropForms(scene, found);
  expandMetals(found);
}

function expandMetals(found: Found): void {
  const metals = found.get('metals');
  if (metals === undefined) return;
  found.delete('metals');
  const isNamed = NAMED.some((slug) => found.has(slug));
  if (isNamed) return;
  for (const slug of ['steel', 'aluminium']) found.set(slug, { ...metals, value: slug });
}

/** Metals that are told by name where the text goes on to say "metal". */
const NAMED = [
  'steel',
  'aluminium',
  'copper',
  'other:gold',
  'other:nickel',
  'other:zinc',
  'other:tin',
];

const STEEL = wordGroup(/^(?:.*steels?|.*iron|rebars?|hrc|crc)$/);

// "copper such as pipes and wires": shapes of another metal, where no steel is named.
function dropForms({ lines, title, lang }: Scene, found: Found): void {
  const isOther =
    title !== null &&
    ['copper', 'aluminium'].some((slug) => found.get(slug)?.evidence.field === 'title');
  if (lang === 'en' && isOther && !lines.some((line) => says(line, STEEL))) found.delete('steel');
}
