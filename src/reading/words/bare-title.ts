// Titles that only number an act, so that the first sentence leads. In: the tokens of an item. Out: yes or no.
import type { Cut } from './cut-text.ts';
import { wordText } from './word-table.ts';

/** "Circular SECEX no. 17 of 11 March 2025": a title that only numbers an act. */
export function isBareTitle(cut: Cut, titleWords: number): boolean {
  if (titleWords > LONGEST_BARE_TITLE) return false;
  let isNumbered = false;
  for (let at = 0; at < titleWords && !isNumbered; at += 1) {
    const text = wordText(cut.ids[at] as number);
    isNumbered =
      NUMBERED.has(text) ||
      (CALLED.has(text) && at + 1 < titleWords && FIGURE.test(wordText(cut.ids[at + 1] as number)));
  }
  if (!isNumbered) return false;
  for (let at = 0; at < titleWords; at += 1)
    if (FIGURE.test(wordText(cut.ids[at] as number))) return true;
  return false;
}

const LONGEST_BARE_TITLE = 24;
const FIGURE = /\d/;
/** Notices that a figure right behind makes numbered ones: "Avviso 2019/C 68/08". */
const CALLED: ReadonlySet<string> = new Set(
  'avviso avis aviso anuncio bekanntmachung zawiadomienie mededeling'.split(' '),
);
const NUMBERED: ReadonlySet<string> = new Set(
  'circular resolucao resolucion portaria decreto decree notification no. n no º numero reglamento pmk arrete teblig'.split(
    ' ',
  ),
);
