// Countries that the text names with those of the title, in one list: "tariffs on the EU, Peru and others" / "Spared are Chile, Kenya,
// Peru and the EU"; "duty on Chinese foil" / "on imports from China and Japan". In: an item, its leading step, the roles found so
// far. Out: the rest of the list added to the targets. English only.
import type { Step } from '../steps/find-steps.ts';
import { type Line, lineHas, type Scene, tokenText } from '../words/scene.ts';
import { addAll, type Parties } from './found.ts';
import { partiesOf } from './parties-of.ts';

const WITHIN = 4;
const OTHERS = /^(?:others|more)$/;
const REMEDIES = ['AD', 'CVD', 'safeguard'] as const;
const ON_CASE = ['tariff', 'probe', 'percent', 'tonnes', 'gainer'] as const;

/** Adds the countries of a list that holds all who are hit so far, where the title leaves it open or a trade remedy is told. */
export function addRestOfList(
  { lines, lang }: Scene,
  lead: Step,
  { imposers, targets, exempted }: Parties,
): void {
  const hit = [...targets.keys()].filter((code) => code !== 'WORLD');
  if (lang !== 'en' || hit.length === 0 || !lead.line.isTitle) return;
  const isOpen = namesOthers(lead.line);
  if (!isOpen && !isOfCase(lead)) return;
  for (const line of lines) {
    if (line.isTitle || line.index > WITHIN || !(isOpen || tellsCase(line))) continue;
    for (const { codes } of partiesOf(line)) {
      const isLonger = codes.length > hit.length && hit.every((code) => codes.includes(code));
      if (!isLonger || codes.includes('WORLD') || codes.some((code) => imposers.has(code)))
        continue;
      addAll(targets, codes, line, 'role:list-goes-on');
      for (const code of codes) exempted.delete(code);
    }
  }
}

// "for the EU, Peru and others".
function namesOthers(line: Line): boolean {
  return line.tokens.some(({ text }, at) => OTHERS.test(text) && tokenText(line, at - 1) === 'and');
}

function isOfCase({ about, line }: Step): boolean {
  return about === 'probe' || REMEDIES.some((kind) => lineHas(line, 'tariff', kind));
}

// What is sold is told of trade: "imports from Peru and Chile rose 20%".
function tellsCase(line: Line): boolean {
  return !line.classes.has('movement') && ON_CASE.some((name) => line.classes.has(name));
}
