// Goods of which a sentence outside English says that nothing changes for them: "Les droits sur l'acier ne sont pas concernés", "Die Zölle
// auf Kupfer sind nicht betroffen". In: goods in their sentence. Out: whether that is said of them.

import type { Hit } from '../words/lexicon.ts';
import { isParted, type Line, tokenText } from '../words/scene.ts';
import { lastPlaceOf, placeOf, says, type WordGroup, wordGroup } from '../words/word-groups.ts';

/** "not" and what is not done to them, folded stems. */
const WORDS: Readonly<Record<string, readonly [not: WordGroup, touched: WordGroup]>> = {
  fr: [wordGroup('pas'), wordGroup(/^(?:concerne|touche|vise|affecte|inclu)/)],
  es: [wordGroup('no'), wordGroup(/^(?:afectad|alcanzad|incluid|afecta|alcanza|incluye)/)],
  pt: [wordGroup('nao'), wordGroup(/^(?:afetad|atingid|incluid|abrangid|afeta|atinge)/)],
  it: [wordGroup('non'), wordGroup(/^(?:interessat|colpit|toccat|coinvolt|inclus|riguarda)/)],
  de: [wordGroup('nicht'), wordGroup(/^(?:betroffen|beruhrt|erfasst|eingeschlossen|betrifft)$/)],
  nl: [wordGroup('niet'), wordGroup(/^(?:getroffen|geraakt|inbegrepen|betrokken)$/)],
  pl: [wordGroup('nie'), wordGroup(/^(?:obejm|obje|dotycz|dotkn)/)],
  ru: [wordGroup('не'), wordGroup(/^(?:затрон|затраг|коснет|коснут|касает|распростран)/)],
};
const NOT_WITHIN = 4;

/** True where the sentence says right behind the goods, or before all of them, that they are not touched. */
export function isLeftUntouched(line: Line, product: Hit): boolean {
  const words = WORDS[line.lang];
  if (words === undefined || line.isTitle || !words.every((group) => says(line, group)))
    return false;
  const [not, touched] = words;
  const at = placeOf(line, touched);
  const denied = lastPlaceOf(line, not, Math.max(0, at - NOT_WITHIN), at + NOT_WITHIN);
  if (denied < 0 || tokenText(line, at - 1) === ',') return false;
  const [from, to] = product.from < at ? [product.to, Math.min(at, denied)] : [at, product.from];
  return !isParted(line, from, to) && !tellsMore(line, from, to);
}

// "El vino paga 20% y el queso no se ve afectado": a figure between tells of other goods.
function tellsMore(line: Line, from: number, to: number): boolean {
  return line.hits.some(
    (hit) => hit.from >= from && hit.to <= to && (hit.meanings.has('percent') || isOfVerb(hit)),
  );
}

function isOfVerb({ meanings }: Hit): boolean {
  return meanings.has('verb') && !meanings.has('tariff') && !meanings.has('product');
}
