// Titles of other languages that a leader tells: "Los aranceles subirán, dice Trump", "Selon Trump, ...", "Trump afirma que ...",
// "Zölle steigen, so Trump". Rules know "Trump: ...". In: a title, how its hits are found and its language. Out: the same words
// with the leader and a colon first; the same object where no leader tells it.
import type { Sentence, Token } from './cut-text.ts';
import type { Hit } from './lexicon.ts';
import { inOrder, type Order } from './teller-first.ts';

type Words = {
  /** "says", and what leads from it to what is said. */
  readonly saying: ReadonlySet<string>;
  readonly that: ReadonlySet<string>;
  /** "according to" */
  readonly according: ReadonlySet<string>;
};

const words = (saying: string, that: string, according: string): Words => ({
  saying: new Set(saying.split(' ')),
  that: new Set(that.split(' ')),
  according: new Set(according.split(' ')),
});

/** Folded, as tokens are. */
const WORDS: Readonly<Record<string, Words>> = {
  es: words('dice dijo afirma asegura sostiene', 'que :', 'segun'),
  pt: words('diz disse afirma garante', 'que :', 'segundo'),
  fr: words('dit affirme assure declare', 'que :', 'selon'),
  it: words('dice afferma sostiene assicura', 'che :', 'secondo'),
  de: words('sagt erklart behauptet', 'dass :', 'laut so'),
  pl: words('mowi twierdzi oswiadczyl', 'ze :', 'wedlug'),
  nl: words('zegt stelt', 'dat :', 'volgens aldus'),
};
const MARKS: ReadonlySet<string> = new Set([',', '-', '–', '—', '"', ':']);
const SHORTEST_TOLD = 3;

/** The title with the leader who tells it first. */
export function withLeaderFirst(
  title: Sentence,
  hitsOf: (sentence: Sentence) => readonly Hit[],
  lang: string,
): Sentence {
  const known = WORDS[lang];
  if (known === undefined || title.field !== 'title') return title;
  const isTold = title.tokens.some(
    ({ text }) => known.saying.has(text) || known.according.has(text),
  );
  if (!isTold) return title;
  const leaders = hitsOf(title).filter(
    ({ meanings }) => meanings.get('placekind')?.includes('leader') === true,
  );
  for (const leader of leaders) {
    const told = toldBy(title.tokens, leader, known);
    if (told !== null && told.to - told.from >= SHORTEST_TOLD)
      return inOrder(title, { teller: [leader], isLinked: true, told });
  }
  return title;
}

function toldBy(tokens: readonly Token[], { from, to }: Hit, known: Words): Order['told'] | null {
  const text = (at: number): string => tokens[at]?.text ?? '';
  const { saying, that, according } = known;
  // "Trump afirma que ...", "Selon Trump, ..."
  if (from === 0 && saying.has(text(to)) && that.has(text(to + 1)))
    return { from: to + 2, to: tokens.length };
  if (from === 1 && according.has(text(0)))
    return { from: MARKS.has(text(to)) ? to + 1 : to, to: tokens.length };
  // "..., dice Trump", "... laut Trump"
  if (to !== tokens.length || !(saying.has(text(from - 1)) || according.has(text(from - 1))))
    return null;
  const end = MARKS.has(text(from - 2)) ? from - 2 : from - 1;
  const isSaid = saying.has(text(from - 1));
  return isSaid && end === from - 1 ? null : { from: 0, to: end };
}
