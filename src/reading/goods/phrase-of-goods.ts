// The noun phrase that names goods. In: a sentence and the token at which it may begin. Out: its words and the token behind it.
// "railway wheels from Ukraine": railway-wheels. Null where nothing but countries, companies or goods in general stands there.

import { headingOf } from '../../reference/goods-headings.ts';
import { endsHeadline } from '../steps/planned-behind.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitFrom, hitOver, type Line, means, tokenText } from '../words/scene.ts';
import { isNamedGoods } from './group-of-name.ts';

/** The longest name in words. */
export const MOST_WORDS = 5;
const SHORTEST_WORD = 3;

/** Words for "of". */
export const OF: ReadonlySet<string> = new Set(
  'of de des du d di del della dei delle do da dos das von'.split(' '),
);
const SKIPPED: ReadonlySet<string> = new Set(
  'any another certain key vast range array slew raft host swathe variety number series selection list wide broad whole various several many dozens hundreds scores about around roughly approximately over nearly almost virtually the a an all some les la le l des los las el lo il i gli die der das den os as dem de di of'.split(
    ' ',
  ),
);
const STOPS = [
  'verb',
  'percent',
  'prep',
  'effective',
  'until',
  'month',
  'weekday',
  'relday',
  'mood',
] as const;
const NO_GOODS = [
  'goods',
  'leadership',
  'tariff',
  'relief',
  'deal',
  'court',
  'nogoods',
  'product',
  'probe',
] as const;

const AMOUNTS: ReadonlySet<string> = new Set(
  'range raft list slew series array variety number batch basket host swathe bulk majority'.split(
    ' ',
  ),
);

const GENERAL: ReadonlySet<string> = new Set('goods products merchandise'.split(' '));

/** A name of goods, and the token behind it. */
export type GoodsName = {
  readonly name: string;
  readonly to: number;
};

/** The words up to the next preposition, verb or mark; null when their head is no product. */
export function phraseFrom(line: Line, start: number): GoodsName | null {
  const words: string[] = [];
  let at = start;
  while (words.length < MOST_WORDS) {
    const token = line.tokens[at];
    if (token === undefined || token.kind !== 'word' || endsHeadline(line, at)) break;
    const hit = hitFrom(line, at);
    // "on originating goods of Japan": "goods of" is one phrase of the word lists.
    if (line.lang === 'en' && words.length > 0 && GENERAL.has(token.text)) return null;
    // "on imported widgets".
    if (words.length === 0 && hit !== undefined && hit.meanings.has('foreign')) {
      at = hit.to;
      continue;
    }
    // "on widget imports".
    if (words.length > 0 && leadsByImports(line, at, words)) break;
    if (hit !== undefined && NO_GOODS.some((name) => hit.meanings.has(name))) {
      // "on imports of X": the goods word only leads to the name.
      if (hit.meanings.has('goods') && words.length === 0 && OF.has(tokenText(line, hit.to))) {
        at = hit.to + 1;
        continue;
      }
      return null;
    }
    // "on a range of US products".
    if (words.length === 0 && AMOUNTS.has(token.text) && tokenText(line, at + 1) === 'of') {
      at += 2;
      continue;
    }
    if (hit?.meanings.has('number') === true || PRONOUNS.has(token.text)) return null;
    // "on selected products": some, whichever they are.
    if (hit?.meanings.get('uncounted')?.includes('lines') === true) return null;
    // "on frozen fries", "on set-top boxes", "on socks": a verb cannot stand here, so it is a word of the name.
    if (words.length === 0 && hit !== undefined && isLikeVerb(hit) && opensName(line, hit)) {
      for (; at < hit.to; at += 1) words.push(tokenText(line, at));
      continue;
    }
    if (words.length === 0 && hit?.meanings.has('place') === true && !mayPrecede(line, hit))
      return null;
    const isSkipped =
      SKIPPED.has(token.text) && (tellsHow(line, at) || !isNamedGoods(line.lang, token.text));
    if (words.length === 0 && (isSkipped || isAttribute(hit))) {
      at = hit?.to ?? at + 1;
      continue;
    }
    if (hit?.meanings.has('place') === true && (leadsToGoods(line, hit) || isWorld(hit)))
      return null;
    // "gants en caoutchouc", "cepillos de dientes", "szczoteczki do zębów".
    if (words.length > 0 && joinsWords(line, at)) {
      words.push(token.text, tokenText(line, at + 1));
      at += 2;
      continue;
    }
    if (
      hit !== undefined &&
      (hit.meanings.has('place') || STOPS.some((name) => hit.meanings.has(name)))
    )
      break;
    if (TELLS_ORIGIN.test(token.text)) break;
    if (hit?.meanings.has('join') === true || isSkipped) break;
    const end = hit?.to ?? at + 1;
    for (; at < end; at += 1) words.push(tokenText(line, at));
    // "paraplu's": a Dutch plural.
    if (line.lang === 'nl' && tokenText(line, at) === "'s") {
      words.push(`${words.pop() ?? ''}s`);
      at += 1;
    }
  }
  // "on an additional $30 billion of goods": how many.
  if (MONEY.has(tokenText(line, at))) return null;
  // "a product used in steel plants" names nothing.
  if (line.lang === 'en' && words[0] === 'product') return null;
  const head = words[words.length - 1] ?? '';
  const isWord = head.length >= SHORTEST_WORD || isNamedGoods(line.lang, head);
  return isWord ? { name: words.join('-'), to: at } : null;
}

const MONEY: ReadonlySet<string> = new Set(['$', '€', '£', '¥']);

/** "a duty on all they sell", "on Lists 1-3": none of these is the name of goods. */
const PRONOUNS: ReadonlySet<string> = new Set(
  'they we you he she its their his her our your list lists tranche tranches categories lines'.split(
    ' ',
  ),
);

/** Little words inside a name: what it is of, for or made from. */
const INNER: ReadonlySet<string> = new Set(
  'de d di da do a en in para per pour dla для'.split(' '),
);
/** Adjectives that lead to the origin: "originarie dell'India". */
const TELLS_ORIGIN =
  /^(?:originari|originair|oriund|procedent|provenient|proveni|importad|importat|import[ée]s?$|pochodz|fabriqu|ввозим|происходящ)/;

function joinsWords(line: Line, at: number): boolean {
  if (line.lang === 'en' || !INNER.has(tokenText(line, at))) return false;
  const next = line.tokens[at + 1];
  return (
    next?.kind === 'word' &&
    hitOver(line, at + 1) === undefined &&
    next.text.length >= SHORTEST_WORD
  );
}

/** True for one word that is a verb elsewhere. */
export function isLikeVerb(hit: Hit): boolean {
  return (
    hit.to - hit.from === 1 &&
    hit.meanings.has('verb') &&
    !NO_GOODS.some((name) => hit.meanings.has(name))
  );
}

/** True for a verb's word that begins a name: a further word stands behind it, or it is a plural by itself. */
export function opensName(line: Line, hit: Hit): boolean {
  const next = hitOver(line, hit.to);
  // "sul sale dall'India".
  if (line.lang !== 'en')
    return next?.meanings.has('prep') === true || TELLS_ORIGIN.test(tokenText(line, hit.to));
  if (line.tokens[hit.to]?.kind === 'word' && next === undefined) return true;
  return /[^s]s$/.test(tokenText(line, hit.from));
}

/** Languages whose adjectives of countries stand behind the noun. */
const NOUN_FIRST: ReadonlySet<string> = new Set(['es', 'fr', 'it', 'pt', 'ro', 'id', 'vi', 'ar']);

const NAMES_STATES: ReadonlySet<string> = new Set(['en', 'nl', 'de', 'da', 'sv', 'no']);

// "duties on Chinese wheels"; "duties on Brazil" goes on with something else.
function mayPrecede(line: Line, place: Hit): boolean {
  if (NOUN_FIRST.has(line.lang)) return false;
  if (!NAMES_STATES.has(line.lang) || means(place, 'placekind', 'demonym')) return true;
  return line.lang === 'en' && isShortName(line, place);
}

const SHORT_NAMES: ReadonlySet<string> = new Set(['eu', 'uk', 'us', 'u.s']);

// "duties on EU widgets": a state by its letters may describe what no list knows; a verb behind it would be one of the lists.
function isShortName(line: Line, { from, to }: Hit): boolean {
  const next = tokenText(line, to);
  const isPlural = next.endsWith('s') && !next.endsWith('ss') && next.length >= SHORTEST_WORD;
  return SHORT_NAMES.has(tokenText(line, from)) && isPlural && hitOver(line, to) === undefined;
}

// "tariffs on treaty-compliant US goods".
function leadsToGoods(line: Line, place: Hit): boolean {
  return hitFrom(line, place.to)?.meanings.has('goods') === true;
}

// "tariffs on some of its largest trading partners".
function isWorld(hit: Hit): boolean {
  return means(hit, 'place', 'WORLD');
}

function isAttribute(hit: Hit | undefined): boolean {
  return hit !== undefined && (hit.meanings.has('place') || hit.meanings.has('foreign'));
}

const IMPORTS: ReadonlySet<string> = new Set(['imports', 'import', 'shipments', 'exports']);
/** Endings of words that tell how the imports are, not what they are. */
const ADJECTIVE =
  /(?:al|ive|ous|ful|less|able|ible|ic|ary|ory|ed|ent|ant|ish|ly|er|est|free|cost|value|grade|scale|wide)$/;

// "on widget imports": the word before tells what is imported; "on cheap imports" tells nothing.
function leadsByImports(line: Line, at: number, words: readonly string[]): boolean {
  return line.lang === 'en' && IMPORTS.has(tokenText(line, at)) && mayBeNoun(words);
}

const REGIONS =
  /^(?:asian|african|european|american|latin|arab|gulf|western|eastern|caribbean|pacific)$/;

function mayBeNoun(words: readonly string[]): boolean {
  const head = words.at(-1) ?? '';
  if (REGIONS.test(head)) return false;
  return isKnownName(words.join('-')) || !(ADJECTIVE.test(head) || HOW.has(head));
}

/** True for "on key imports", "the key import levy": though keys are goods as well. */
export function tellsHow(line: Line, at: number): boolean {
  const isHow = HOW.has(tokenText(line, at));
  const next = hitFrom(line, at + 1);
  const isOfImports = IMPORTS.has(tokenText(line, at + 1)) && next?.meanings.has('tariff') === true;
  return isHow && (isOfImports || next?.meanings.has('goods') === true);
}

const HOW: ReadonlySet<string> = new Set(
  'everyday main popular select selected qualifying raw holiday leading premium ticket targeted seasonal crucial staple cheap key such low high new fresh big huge major mass bulk direct luxury retail online core rival own legal grey gray excess surplus future late existing rising surging soaring growing sweeping remaining incoming ongoing competing'.split(
    ' ',
  ),
);

/** True where the whole name or its last words are goods that a heading is known for: "fishing rods", "folding chairs". */
export function isKnownName(name: string): boolean {
  const words = name.split('-');
  return words.some((_, from) => {
    const part = words.slice(from).join('-');
    return (
      headingOf(part) !== undefined ||
      headingOf(`${part}s`) !== undefined ||
      isNamedGoods('en', part)
    );
  });
}
