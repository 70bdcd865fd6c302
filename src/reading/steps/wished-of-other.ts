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
  if (isNamedAsAim(line, verb)) return 'plan';
  const wish = wishOver(line, verb);
  if (wish === null) return null;
  return wish.wisher !== null && areAlike(wish.wisher, wish.doer) ? 'plan' : 'seek';
}

const INFINITIVE: Readonly<Record<string, RegExp>> = {
  es: /[aei]r$/,
  pt: /[aeio]r$/,
  fr: /(?:er|ir|re)$/,
  it: /[aei]re$/,
};
const AIM_WITHIN = 10;
const ARTICLES: ReadonlySet<string> = new Set(
  'a o la el le il una um uma une un sa su sua'.split(' '),
);

// "Bajar el arancel es la prioridad": what is only called an aim is not done.
function isNamedAsAim(line: Line, verb: Hit): boolean {
  if (INFINITIVE[line.lang]?.test(tokenText(line, verb.from)) !== true) return false;
  const is = placeOf(line, IS, verb.to, verb.to + AIM_WITHIN);
  if (is < 0) return false;
  const noun = ARTICLES.has(tokenText(line, is + 1)) ? is + 2 : is + 1;
  return WISH.has(tokenText(line, noun)) && !isParted(line, verb.to, noun);
}

/** Who is to do it, and who wants it done where the sentence says so. */
type Wish = { readonly doer: Hit; readonly wisher: Hit | null };

/** The wish that a verb stands under; null without one. */
export function wishOver(line: Line, verb: Hit): Wish | null {
  const opening = OPENING[line.lang];
  if (opening === undefined || !says(line, opening)) return null;
  const at = openingBefore(line, opening, verb);
  const wish = at < 0 ? null : wordOfWish(line, at);
  if (wish === null) return null;
  const doer = hitsOf(line, 'place').find((hit) => hit.from > at && hit.to <= verb.from);
  if (doer === undefined) return null;
  const isWisher = (hit: Hit): boolean => hit.to <= at && isOfWord(line, hit, wish);
  return { doer, wisher: hitsOf(line, 'place').find(isWisher) ?? null };
}

const OWNER_WITHIN = 4;

// "o plano, já formalizado a Washington, é que": who stands before the word, or right behind it, wishes.
function isOfWord(line: Line, place: Hit, wish: number): boolean {
  if (place.to <= wish) return true;
  return place.from - wish <= OWNER_WITHIN && !isCut(line, wish, place.from);
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

// Where the word of the wish stands: a verb of wishing right before the opening, or a noun of it whose copula does; null without one.
function wordOfWish(line: Line, opening: number): number | null {
  const end = tokenText(line, opening - 1) === ',' ? opening - 1 : opening;
  const verb = [...hitsOf(line, 'mood'), ...hitsOf(line, 'verb')].find(
    (hit) =>
      hit.from < end && end - hit.to < WISHING_WITHIN && isWish(hit) && !isCut(line, hit.to, end),
  );
  if (verb !== undefined) return verb.from;
  // "Ziel ist es, dass".
  const is = tokenText(line, end - 1) === 'es' && line.lang === 'de' ? end - 2 : end - 1;
  if (!IS.has(tokenText(line, is))) return null;
  const noun = placeOf(line, WISH, Math.max(0, is - NOUN_WITHIN), is);
  return noun < 0 || isParted(line, noun, is) ? null : noun;
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
