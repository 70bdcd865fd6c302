// Sentences outside English on what is charged when goods go into a state: "Bei Importen in die USA werden 25 Prozent fällig". In: a
// line. Out: the state whose tariff that is, or null.
import { type Line, oncePerLine, tokenText } from '../words/scene.ts';
import { type PlaceGroup, placeGroups } from './read-places.ts';

const GOING = /^(?:import|einfuhr|ausfuhr|export|lieferung|exportacion|esportazion|invoer|uitvoer)/;
const INTO: ReadonlySet<string> = new Set(['in', 'nach', 'naar', 'a', 'hacia', 'vers', 'verso']);
const WITHIN = 4;

/** The state into which the sentence says that goods go. */
export const marketOf: (line: Line) => PlaceGroup | null = oncePerLine((line) => {
  if (line.lang === 'en' || line.isTitle) return null;
  const into = placeGroups(line).find((group) =>
    line.tokens
      .slice(Math.max(0, group.from - WITHIN), group.from)
      .some(({ text }, at, all) => GOING.test(text) && INTO.has(all[at + 1]?.text ?? '')),
  );
  return into === undefined || tokenText(line, into.to) === 's' ? null : into;
});

/** True where the sentence tells what the state that is answered charges itself. */
export function isChargedByAnswered(line: Line, targets: ReadonlySet<string>): boolean {
  const market = marketOf(line);
  return market?.codes.every((code) => targets.has(code)) === true;
}
