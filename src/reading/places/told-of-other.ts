// What a state says that another does, outside English: "Australia dice que Trump aceptó considerar una exención". In: a sentence.
// Out: who tells it and of whom, or null. Whose deed a state tells is done to it, unless the sentence says to whom.
import { hitFrom, hitsOf, type Line, oncePerLine, tokenText } from '../words/scene.ts';
import { says, type WordGroup, wordGroup } from '../words/word-groups.ts';
import { placeGroups } from './read-places.ts';
import type { Sides } from './sides-abroad.ts';

type Words = { readonly saying: WordGroup; readonly that: WordGroup };

const words = (saying: string, that: string): Words => ({
  saying: wordGroup(saying),
  that: wordGroup(that),
});

/** Verbs of saying and the word that leads to what is said, folded. */
const WORDS: Readonly<Record<string, Words>> = {
  es: words('dice dijo afirma afirmo asegura aseguro confirma confirmo cuenta informa', 'que'),
  pt: words('diz disse afirma afirmou garante confirma confirmou informa', 'que'),
  fr: words('dit affirme assure declare confirme annonce', "que qu'"),
  it: words('dice afferma sostiene conferma assicura riferisce', 'che'),
  de: words('sagt erklart behauptet bestatigt meldet', 'dass'),
  nl: words('zegt stelt meldt bevestigt', 'dat'),
  pl: words('mowi twierdzi oswiadczyla potwierdza informuje', 'ze'),
  ru: words('заявила заявил сообщила сообщил утверждает', 'что'),
  id: words('mengatakan menyebut mengklaim', 'bahwa'),
};

const OPENS_WITHIN = 2;
const NAMED_WITHIN = 2;
const ACTING: ReadonlySet<string> = new Set(['bare', 'subject', 'owner']);

/** The state that opens the sentence by telling what another does, and that other one. */
export const toldOfOther = oncePerLine((line): Sides | null => {
  const known = WORDS[line.lang];
  if (known === undefined || !says(line, known.saying) || !says(line, known.that)) return null;
  const [bearer, layer] = placeGroups(line);
  if (bearer === undefined || layer === undefined || bearer.from > OPENS_WITHIN) return null;
  const that = sayingEnd(line, known, bearer.to);
  if (that < 0 || layer.from <= that || layer.from - that > 1 + NAMED_WITHIN) return null;
  if (!ACTING.has(layer.role) || bearer.isPair || layer.codes.includes('WORLD')) return null;
  if (layer.codes.some((code) => bearer.codes.includes(code))) return null;
  return isOfTariffs(line, layer.to) ? { bearer, layer } : null;
});

// "dice que", "sagt, dass": where the word that leads on stands.
function sayingEnd(line: Line, { saying, that }: Words, at: number): number {
  if (!saying.has(tokenText(line, at))) return -1;
  const behind = tokenText(line, at + 1) === ',' ? at + 2 : at + 1;
  return that.has(tokenText(line, behind)) ? behind : -1;
}

// "dice que el arancel de EE UU": the other is named before what it does.
function isOfTariffs(line: Line, from: number): boolean {
  if (hitFrom(line, from)?.meanings.has('tariff') === true) return false;
  return TOLD.some((name) => hitsOf(line, name).some((hit) => hit.from >= from));
}

const TOLD = ['tariff', 'relief'] as const;
