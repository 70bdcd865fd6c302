// A leader with all titles is the same person as the name alone: "US President Donald Trump", "il presidente americano Donald Trump",
// "el presidente de Estados Unidos, Donald Trump,". Rules look at the words next to a name; the state in such a title is neither
// one more party nor an owner. In: a sentence and how its hits are found. Out: the sentence with the titles before such names left out.
import type { Sentence, Token } from './cut-text.ts';
import type { Hit } from './lexicon.ts';

/** How heads of state and government are titled, folded, whatever the language. */
const OFFICES: ReadonlySet<string> = new Set(
  (
    'president pres prime minister pm premier chancellor presidente presidenta primer ministro ministra primeiro primeira ' +
    'premiere ministre prasident bundeskanzler kanzler presiden perdana menteri presidenten statsminister ' +
    'baskani cumhurbaskani basbakani prezydent premiera'
  ).split(' '),
);

/** Words that a title is held together by. */
const LINKS: ReadonlySet<string> = new Set(
  'the of el la los il lo i le les de del dell della degli des do da dos d der die das van het o'.split(
    ' ',
  ),
);

/** Of these, the ones that say nothing of who has what: a title goes with its article. */
const ARTICLES: ReadonlySet<string> = new Set('the el il lo la le der die het o'.split(' '));

const LONGEST_TITLE = 9;

/** The sentence as if each leader stood there by name alone; the same object where no title stands before one. */
export function withoutTitles(
  sentence: Sentence,
  hitsOf: (sentence: Sentence) => readonly Hit[],
): Sentence {
  const { tokens } = sentence;
  if (!tokens.some(({ text }) => OFFICES.has(text))) return sentence;
  const hits = hitsOf(sentence);
  const dropped = new Set<number>();
  for (const leader of hits) {
    if (leader.meanings.get('placekind')?.[0] !== 'leader') continue;
    const from = titleStart(tokens, hits, leader);
    for (let at = from; at < leader.from; at += 1) dropped.add(at);
    const isApposed = from < leader.from && tokens[leader.from - 1]?.text === ',';
    if (isApposed && tokens[leader.to]?.text === ',') dropped.add(leader.to);
  }
  if (dropped.size === 0) return sentence;
  return { ...sentence, tokens: tokens.filter((_, at) => !dropped.has(at)) };
}

/** The token at which the title of a leader begins; the name itself where none stands before it. */
function titleStart(tokens: readonly Token[], hits: readonly Hit[], leader: Hit): number {
  const state = leader.meanings.get('place')?.[0];
  let [start, hasOffice] = [leader.from, false];
  for (let at = leader.from - 1; at >= 0 && leader.from - at <= LONGEST_TITLE; at -= 1) {
    const { text } = tokens[at] as Token;
    const over = hits.find((hit) => hit.from <= at && at < hit.to);
    if (OFFICES.has(text)) {
      hasOffice = true;
      start = at;
    } else if (over?.meanings.get('place')?.[0] === state && isOfState(over)) {
      start = over?.from ?? at;
      at = start;
    } else if (ARTICLES.has(text) && at === start - 1 && hasOffice) {
      start = at;
    } else if (!(LINKS.has(text) || text === "'s" || (text === ',' && at === leader.from - 1))) {
      break;
    }
  }
  return hasOffice ? start : leader.from;
}

function isOfState(hit: Hit | undefined): boolean {
  return hit?.meanings.get('placekind')?.some((kind) => kind === 'leader') === false;
}
