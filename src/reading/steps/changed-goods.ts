// Sentences that list goods with what their rates were and will be: "EVs from 25 percent to 100 percent, chips from 25 percent to 50",
// "ropa y calzado bajan de 35% a 20%". In: a sentence. Out: yes or no.
import { hitsOf, type Line, means, oncePerLine, tokenText } from '../words/scene.ts';

type Words = { readonly from: ReadonlySet<string>; readonly to: ReadonlySet<string> };

const WORDS: Readonly<Record<string, Words>> = {
  en: { from: new Set(['from']), to: new Set(['to']) },
  es: { from: new Set(['de', 'del']), to: new Set(['a', 'al']) },
  pt: { from: new Set(['de']), to: new Set(['para', 'a']) },
  fr: { from: new Set(['de']), to: new Set(['a']) },
  it: { from: new Set(['dal', 'da']), to: new Set(['al', 'a']) },
  de: { from: new Set(['von']), to: new Set(['auf']) },
};
/** True where goods stand right before a rate that goes from one figure to another; a share "of" something is none. */
export const listsChanges = oncePerLine((line): boolean => {
  const words = WORDS[line.lang];
  const signs = line.classes.get('percent');
  if (words === undefined || signs === undefined || !line.classes.has('product')) return false;
  return signs.some(({ from, to }) => {
    const reached = from - 2;
    if (!words.to.has(tokenText(line, reached)) || tokenText(line, to) === 'of') return false;
    // "from 25 percent to 100 percent", "from 25 to 100 percent".
    const start = (signs.find((sign) => sign.to === reached)?.from ?? reached) - 2;
    const isFigure = line.tokens[start + 1]?.kind === 'number';
    return isFigure && words.from.has(tokenText(line, start)) && isOfGoods(line, start);
  });
});

// "EVs from", "ropa y calzado bajan de": the goods themselves, or the verb of the change behind them.
function isOfGoods(line: Line, at: number): boolean {
  const verb = hitsOf(line, 'verb').find(
    (hit) => hit.to === at && (means(hit, 'verb', 'cut') || means(hit, 'verb', 'raise')),
  );
  const end = verb !== undefined && line.lang !== 'en' ? verb.from : at;
  return hitsOf(line, 'product').some(({ to }) => to === end);
}
