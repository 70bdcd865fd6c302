// Places outside English at which something else happens: "desde a guerra no Sudão". In: a line and where the place
// stands. Out: whether no tariff is charged there.
import { type Line, tokenText } from '../words/scene.ts';

/** Wars, disasters and polls, folded stems. */
const EVENT =
  /^(?:guerr|krieg|wojn|войн|вiйн|war$|oorlog|krig|savas|perang|pandemi|terremot|crisis|crise|krise|kryzys|кризис|conflict|konflikt|elezion|eleccion|eleic|wahlen?$|wybor)/;
const WITHIN = 3;

export function isOfEvent(line: Line, place: number): boolean {
  for (let at = place - 1; at >= Math.max(0, place - WITHIN); at -= 1) {
    if (EVENT.test(tokenText(line, at))) return true;
  }
  return false;
}
