// Goods told by where they are made: "steel melted in China", "producers of steel in India". In: a line and a place in it.
// Out: yes or no.
import { type Line, tokenText } from '../words/scene.ts';

/** "steel melted in China": made there. */
export const MADE: ReadonlySet<string> = new Set(
  'fondu fondue fondus fondues fundido fundida fuso geschmolzen geschmolzener made produced melted manufactured grown assembled built poured smelted cast refined rolled mined farmed processed brewed distilled bottled caught harvested raised bred woven sewn stitched knitted forged packed printed filmed shot fabricado fabricados fabricada fabricadas fabriques fabrique fabriquee fabriquees produits produit produites hecho hechos hechas producido producidos producidas elaborados feito feitos produzido produzidos produzidas hergestellt hergestellte hergestellten produziert produzierte gebaute gefertigte prodotti prodotto prodotte prodotta fabbricati fabbricato fabbricata fabbricate costruiti costruito costruita costruite assemblati assemblata construidos construida construido construidas ensamblados ensamblado montados montado montada construits construit construite construites assembles assemble assemblee gebaut gefertigt gefertigten gemaakt gemaakte gebouwd gebouwde geproduceerd geproduceerde makers producers exporters manufacturers mills plants factories suppliers growers farmers smelters shippers companies firms'.split(
    ' ',
  ),
);

const MAKERS = /^(?:producers|makers|exporters|manufacturers|suppliers|growers|shippers)$/;
const MAKERS_WITHIN = 5;

/** "against producers of steel in India": the place behind makers and their goods. */
export function isMakersOf(line: Line, at: number): boolean {
  if (line.lang !== 'en' || tokenText(line, at) !== 'in') return false;
  const before = line.tokens.slice(Math.max(0, at - MAKERS_WITHIN), at);
  const makers = before.findIndex(({ text }) => MAKERS.test(text));
  return (
    makers >= 0 && before[makers + 1]?.text === 'of' && before.every(({ kind }) => kind === 'word')
  );
}

const MADE_THERE: ReadonlySet<string> = new Set('made built grown assembled produced'.split(' '));

/** "Chinese-made EV tariff": goods made there, and no tariff of China. */
export function isMadeThere({ raw, tokens }: Line, at: number): boolean {
  const token = tokens[at];
  return token !== undefined && MADE_THERE.has(token.text) && raw.charAt(token.start - 1) === '-';
}
