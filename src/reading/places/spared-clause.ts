// Clauses outside English that only tell who or what is left out: "aranceles a decenas de países: el cobre chileno quedó excluido",
// "Zölle auf Stahl, Schweizer Gold bleibt ausgenommen". In: a line and a token of it. Out: yes or no.
import { hitsOf, type Line, oncePerLine, tokenText } from '../words/scene.ts';
import { wordGroup } from '../words/word-groups.ts';

/** Participles and verbs of being left out, folded; they tell of their subject, and of nothing that is done to a tariff. */
const LEFT_OUT = wordGroup(
  /^(?:exclu(?:id[oa]s?|s|es?|us)|exent[oa]s?|exonerad[oa]s?|exceptuad[oa]s?|isento|isentos|isentas|poupad[oa]s?|exemptes|exemptees?|epargnes|epargnees?|exoneres|exonerees?|escluse?|esclus[oai]|esentat[oaie]|risparmiat[oaie]|ausgenommen|verschont|befreit|vrijgesteld|uitgezonderd|gespaard|wylaczon[eyai]|zwolnion[eyai]|исключен[аыо]?|освобожден[аыо]?|dikecualikan|terkecuali)$/,
);
/** "queda fuera", "restano fuori", "bleibt außen vor": two words. */
const OUT = wordGroup('fuera fora fuori dehors buiten');
const STAYING =
  /^(?:queda|quedan|quedo|quedaron|quedara|fica|ficam|ficou|ficaram|resta|restano|reste|restent|blijft|blijven)$/;
const BORDERS: ReadonlySet<string> = new Set([',', ';', ':', '–', '—']);
const DOING = ['impose', 'raise', 'tax', 'threaten', 'announce', 'propose', 'cut', 'remove'];

type Span = { readonly from: number; readonly to: number };

const sparedSpans: (line: Line) => readonly Span[] = oncePerLine((line) => {
  if (line.lang === 'en') return [];
  const spans: Span[] = [];
  for (const [at, { text }] of line.tokens.entries()) {
    if (!LEFT_OUT.has(text) && !(OUT.has(text) && STAYING.test(tokenText(line, at - 1)))) continue;
    let from = at;
    while (from > 0 && !BORDERS.has(tokenText(line, from - 1))) from -= 1;
    let to = at;
    while (to < line.tokens.length && !BORDERS.has(tokenText(line, to))) to += 1;
    // "befreit" and "verschont" are verbs as well, unless they close the clause.
    if (line.lang === 'de' && at < to - 1 && tokenText(line, at) !== 'ausgenommen') continue;
    if (tellsNothingElse(line, from, to)) spans.push({ from, to });
  }
  return spans;
});

// A clause with a verb of laying, or with the tariff itself, tells the step.
function tellsNothingElse(line: Line, from: number, to: number): boolean {
  const isWithin = (hit: Span): boolean => hit.from >= from && hit.to <= to;
  if (hitsOf(line, 'tariff').some(isWithin)) return false;
  return !hitsOf(line, 'verb').some(
    (hit) => isWithin(hit) && hit.meanings.get('verb')?.some((family) => DOING.includes(family)),
  );
}

/** True for a token of a clause that tells who is left out. */
export function isInSparedClause(line: Line, at: number): boolean {
  return sparedSpans(line).some(({ from, to }) => from <= at && at < to);
}
