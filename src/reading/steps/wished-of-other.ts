// What one state wants another to do, in a clause of its own: "o plano é que Washington suspenda a sobretaxa", "México confía en que
// Trump retire los aranceles". In: a line outside English and a verb of it. Out: the mood that the clause gives it, or null.
import type { Mood } from '../objects/action-table.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitsOf, isParted, type Line, means, tokenText } from '../words/scene.ts';
import { placeOf, says, type WordGroup, wordGroup } from '../words/word-groups.ts';

/** How the clause opens; the word alone says nothing. */
const OPENING: Readonly<Record<string, WordGroup>> = {
  es: wordGroup('que'),
  pt: wordGroup('que'),
  fr: wordGroup("que qu' qu"),
  it: wordGroup('che'),
  de: wordGroup('dass'),
  nl: wordGroup('dat'),
  sv: wordGroup('att'),
  pl: wordGroup('aby zeby by'),
  ru: wordGroup('чтобы'),
  id: wordGroup('agar supaya'),
};

/** Nouns of a wish, folded: "La idea es que". */
const WISH = wordGroup(
  /^(?:idei?as?|idees?|plan[os]?|plane[ns]?|propuestas?|propostas?|propositions?|proposta|vorschlag|voorstel|objetivos?|objectifs?|obiettivo|ziel|doel|metas?|prioridade?s?|priorites?|priorita|pedidos?|peticion|demandes?|richiest[ae]|deseos?|desejos?|souhaits?|desiderio|auspicio|wunsch|wens|bitte|verzoek|esperanza|esperanca|espoir|speranza|hoffnung|hoop|pretension|aposta|apuesta)$/,
);
/** "es que", "est que", "ist, dass": what the wish is. */
const IS = wordGroup('es e est sera seria serait sarebbe ist ware is zou era');
const NOUN_WITHIN = 18;
const VERB_WITHIN = 9;
const WISHING = ['plan', 'seek', 'urge', 'cond'] as const;
const WISHING_WITHIN = 3;

/** `seek` for what is wished of another, `plan` for what the wisher wants to do himself; null where nothing is wished. */
export function moodOfWish(line: Line, verb: Hit): Mood | null {
  const wish = wishOver(line, verb);
  if (wish === null) return null;
  return wish.wisher !== null && areAlike(wish.wisher, wish.doer) ? 'plan' : 'seek';
}

/** Who is to do it, and who wants it done where the sentence says so. */
type Wish = { readonly doer: Hit; readonly wisher: Hit | null };

/** The wish that a verb stands under; null without one. */
export function wishOver(line: Line, verb: Hit): Wish | null {
  const opening = OPENING[line.lang];
  if (opening === undefined || !says(line, opening)) return null;
  const at = openingBefore(line, opening, verb);
  if (at < 0 || !isWished(line, at)) return null;
  const doer = hitsOf(line, 'place').find((hit) => hit.from > at && hit.to <= verb.from);
  if (doer === undefined) return null;
  return { doer, wisher: hitsOf(line, 'place').find((hit) => hit.to <= at) ?? null };
}

// German and Dutch part the opening from its verb by the whole clause.
function openingBefore(line: Line, opening: WordGroup, verb: Hit): number {
  const reach = VERB_LAST.has(line.lang) ? 2 * VERB_WITHIN : VERB_WITHIN;
  for (let at = verb.from - 1; at >= Math.max(1, verb.from - reach); at -= 1) {
    if (opening.has(tokenText(line, at))) return isParted(line, at, verb.from) ? -1 : at;
  }
  return -1;
}

const VERB_LAST: ReadonlySet<string> = new Set(['de', 'nl']);

// A verb of wishing right before the opening, or a noun of it whose copula stands there.
function isWished(line: Line, opening: number): boolean {
  const end = tokenText(line, opening - 1) === ',' ? opening - 1 : opening;
  const isByVerb = [...hitsOf(line, 'mood'), ...hitsOf(line, 'verb')].some(
    (hit) =>
      hit.from < end && end - hit.to < WISHING_WITHIN && isWish(hit) && !isCut(line, hit.to, end),
  );
  if (isByVerb) return true;
  // "Ziel ist es, dass".
  const is = tokenText(line, end - 1) === 'es' && line.lang === 'de' ? end - 2 : end - 1;
  if (!IS.has(tokenText(line, is))) return false;
  const noun = placeOf(line, WISH, Math.max(0, is - NOUN_WITHIN), is);
  return noun >= 0 && !isParted(line, noun, is);
}

function isWish(hit: Hit): boolean {
  return WISHING.some((mood) => means(hit, 'mood', mood)) || means(hit, 'verb', 'seek');
}

function isCut(line: Line, from: number, to: number): boolean {
  return line.tokens.slice(from, to).some(({ kind }) => kind === 'mark');
}

function areAlike(one: Hit, other: Hit): boolean {
  const codes = other.meanings.get('place') ?? [];
  return (one.meanings.get('place') ?? []).some((code) => codes.includes(code));
}
