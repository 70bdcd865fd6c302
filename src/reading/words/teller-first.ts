// Who tells what a title says may stand before it or behind: "EU tariffs delayed, White House says", "..., says Trump",
// "...: Trump", "according to Beijing". Rules know the first order. In: a title and how its hits are found. Out: the same
// words with the teller first ("White House says EU tariffs delayed", "Trump: ..."), as long as before, so that the offsets of
// the title stay what they are. Sentences of a text are left as they are: who tells them stands in every second one.
import type { Sentence, Token } from './cut-text.ts';
import type { Hit } from './lexicon.ts';
import { wordIdOf } from './word-table.ts';

/** Words by which a teller behind the sentence is known. */
const SAYING: ReadonlySet<string> = new Set('says said say'.split(' '));
const ACCORDING = 'according';
const COLON = ':';
const DASHES: ReadonlySet<string> = new Set(['-', '–', '—']);
/** Tokens of "the US Commerce Secretary". */
const LONGEST_TELLER = 7;
/** Tokens of "on Monday in a statement" behind the verb. */
const LONGEST_ASIDE = 6;
const SHORTEST_TOLD = 3;

/** Words that may stand within a teller beside names and offices. */
const OF_TELLER: ReadonlySet<string> = new Set(
  "the a an official officials top senior trade 's s".split(' '),
);
/** Words with which an aside on the day or the place of saying begins; anything else is what is said. */
const ASIDE = new Set(
  (
    'on in at late early yesterday today during this ' +
    'monday tuesday wednesday thursday friday saturday sunday'
  ).split(' '),
);
/** Classes of a hit that tells something itself. */
const TELLING = ['tariff', 'relief', 'percent', 'place', 'product', 'verb'] as const;

/** A run of tokens. */
type Part = { readonly from: number; readonly to: number };

/** The title with its teller first; the same object where nobody tells it from behind. */
export function withTellerFirst(
  sentence: Sentence,
  hitsOf: (sentence: Sentence) => readonly Hit[],
): Sentence {
  const { tokens, field } = sentence;
  if (field !== 'title' || !tokens.some(({ text }) => mayTell(text))) return sentence;
  const hits = hitsOf(sentence);
  const order = tellerBefore(tokens, hits) ?? tellerBehind(tokens, hits);
  return order === null ? sentence : inOrder(sentence, order);
}

function mayTell(text: string): boolean {
  return SAYING.has(text) || text === ACCORDING || text === COLON || DASHES.has(text);
}

/** What stands first, a colon behind it if nothing else says that somebody speaks, and what is told. */
export type Order = {
  readonly teller: readonly Part[];
  readonly isLinked: boolean;
  readonly told: Part;
};

// "According to Beijing, tariffs will ..."
function tellerBefore(tokens: readonly Token[], hits: readonly Hit[]): Order | null {
  if (tokens[0]?.text !== ACCORDING) return null;
  const comma = tokens.findIndex(({ text }) => text === ',');
  const teller = { from: 2, to: comma };
  if (comma < 0 || kindsOf(tokens, hits, teller) === null) return null;
  return { teller: [teller], isLinked: true, told: { from: comma + 1, to: tokens.length } };
}

function tellerBehind(tokens: readonly Token[], hits: readonly Hit[]): Order | null {
  const end = tokens.length;
  for (
    let at = end - 1;
    at >= SHORTEST_TOLD && end - at <= LONGEST_TELLER + LONGEST_ASIDE;
    at -= 1
  ) {
    const text = tokens[at]?.text ?? '';
    const before = tokens[at - 1]?.text ?? '';
    const told = { from: 0, to: at };
    // ", according to Beijing"
    if (text === ACCORDING && before === ',') {
      const teller = { from: at + 2, to: end };
      const isTeller = kindsOf(tokens, hits, teller) !== null;
      return isTeller ? { teller: [teller], isLinked: true, told: { from: 0, to: at - 1 } } : null;
    }
    if (text === ',') {
      const teller = sayingBehind(tokens, hits, { from: at + 1, to: end });
      return teller === null ? null : { teller, isLinked: false, told };
    }
    if (text === COLON || DASHES.has(text)) {
      const teller = { from: at + 1, to: end };
      const kinds = kindsOf(tokens, hits, teller);
      if (kinds === null || !mayStandAlone(kinds, text)) return null;
      return { teller: [teller], isLinked: true, told };
    }
  }
  return null;
}

// ", Trump says", ", says Trump", ", the White House said on Monday": the name and the verb in this order; null for anything else.
function sayingBehind(
  tokens: readonly Token[],
  hits: readonly Hit[],
  { from, to }: Part,
): readonly Part[] | null {
  if (SAYING.has(tokens[from]?.text ?? '')) {
    const name = { from: from + 1, to };
    return kindsOf(tokens, hits, name) === null ? null : [name, { from, to: from + 1 }];
  }
  const says = tokens.findIndex(({ text }, at) => at > from && SAYING.has(text));
  if (says < 0 || kindsOf(tokens, hits, { from, to: says }) === null) return null;
  const behind = tokens[says + 1];
  if (behind !== undefined && says + 1 < to && !ASIDE.has(behind.text)) return null;
  const isTelling = hits.some(
    (hit) => hit.from > says && TELLING.some((name) => hit.meanings.has(name)),
  );
  return isTelling || to - says - 1 > LONGEST_ASIDE ? null : [{ from, to }];
}

// A colon or a dash may part much else: "Dumping duty on glass - China".
function mayStandAlone(kinds: ReadonlySet<string>, mark: string): boolean {
  return kinds.has('leader') || kinds.has('government') || (mark === COLON && kinds.has('capital'));
}

/** The kinds of the names in a run of tokens that holds nothing but a teller; null for anything else. */
function kindsOf(
  tokens: readonly Token[],
  hits: readonly Hit[],
  { from, to }: Part,
): ReadonlySet<string> | null {
  if (to <= from || to - from > LONGEST_TELLER) return null;
  const kinds = new Set<string>();
  let hasPlace = false;
  for (let at = from; at < to; at += 1) {
    const hit = hits.find((each) => each.from <= at && at < each.to);
    if (hit?.meanings.has('place') === true) {
      hasPlace = true;
      for (const kind of hit.meanings.get('placekind') ?? []) kinds.add(kind);
    } else if (hit?.meanings.has('leadership') !== true && !OF_TELLER.has(tokens[at]?.text ?? '')) {
      return null;
    }
  }
  return hasPlace ? kinds : null;
}

/** The sentence with its words in another order; shorter ones are filled up with spaces. */
export function inOrder(sentence: Sentence, { teller, isLinked, told }: Order): Sentence {
  const { raw, start, end, tokens } = sentence;
  const moved: Token[] = [];
  let text = '';
  const put = (token: Token, at: number): void => {
    moved.push({ ...token, start: at, end: at + token.end - token.start });
  };
  const putAll = ({ from, to }: Part): void => {
    const first = tokens[from]?.start ?? start;
    for (const token of tokens.slice(from, to))
      put(token, start + text.length + token.start - first);
    text += raw.slice(first, tokens[to - 1]?.end ?? first);
  };
  for (const [at, part] of teller.entries()) {
    if (at > 0) text += ' ';
    putAll(part);
  }
  if (isLinked) {
    put({ kind: 'mark', text: COLON, start: 0, end: 1, id: wordIdOf(COLON) }, start + text.length);
    text += COLON;
  }
  text += ' ';
  putAll(told);
  // "Tariffs rise:Trump" has no room for the space.
  if (text.length > end - start) return sentence;
  const filled = text.padEnd(end - start);
  return { ...sentence, raw: raw.slice(0, start) + filled + raw.slice(end), tokens: moved };
}
