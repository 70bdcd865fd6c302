// Goods outside the product lists. In: a sentence. Out: the noun phrase that names what a measure is on, as its words.
// "Antidumping duty on imports of railway wheels from Ukraine": railway wheels. Where nothing but countries, companies or
// goods in general stands there, nothing is named.

import type { Fact } from '../../domain/reading.ts';
import { placeGroups } from '../places/read-places.ts';
import { endsHeadline } from '../steps/planned-behind.ts';
import { CHARACTERS } from '../steps/read-mood.ts';
import type { Hit } from '../words/lexicon.ts';
import {
  evidenceOf,
  hitFrom,
  hitOver,
  hitsOf,
  type Line,
  means,
  type Scene,
  tokenText,
} from '../words/scene.ts';
import { isNamedGoods, printedName } from './group-of-name.ts';
import { goodsByOrigin } from './name-by-origin.ts';

const MOST_WORDS = 5;
const SHORTEST_WORD = 3;
/** Tokens between a tariff word and the preposition of its goods: "a duty of 25% on". */
const ON_WITHIN = 7;

/** The words of the goods that the sentence names behind "imports of", "duty on", "dumping of"; null when it names none. */
export function goodsNamedIn(line: Line): string | null {
  if (CHARACTERS.has(line.lang)) return goodsByOrigin(line);
  for (const hit of line.hits) {
    const start = startBehind(line, hit);
    const name = start === null ? null : phraseFrom(line, start);
    if (name !== null) return name;
  }
  return goodsByOrigin(line);
}

function startBehind(line: Line, hit: Hit): number | null {
  if (hit.meanings.has('goods') && !means(hit, 'goods', 'all')) {
    // "importações brasileiras de": whose imports they are may stand between.
    const whose = hitFrom(line, hit.to);
    const end = whose?.meanings.has('place') === true ? whose.to : hit.to;
    if (OF.has(tokenText(line, end)) || INCLUDING.has(tokenText(line, end))) return end + 1;
    if (tokenText(line, end) === 'such' && tokenText(line, end + 1) === 'as') return end + 2;
    // "واردات الأفران", "импорт цинка", "impor kasur": set right behind, without a word for "of".
    return BARE_OF.has(line.lang) ? hit.to : null;
  }
  const isDuty = hit.meanings.has('tariff') && !means(hit, 'tariff', 'weak');
  if (!isDuty && !means(hit, 'instrument', 'AD')) return null;
  const last = tokenText(line, hit.to - 1);
  if (hit.to - hit.from > 1 && (OF.has(last) || (line.lang !== 'en' && ON.has(last))))
    return hit.to;
  for (let at = hit.to; at < hit.to + ON_WITHIN; at += 1) {
    // "puts countermeasures on ice".
    if (line.lang === 'en' && isPhraseOfVerb(hitFrom(line, at))) return null;
    if (ON.has(tokenText(line, at)) && means(hitOver(line, at), 'verb')) return null;
    if (ON.has(tokenText(line, at))) return ON.has(tokenText(line, at + 1)) ? at + 2 : at + 1;
    if (!mayStandBetween(line, at)) return null;
  }
  return null;
}

function isPhraseOfVerb(hit: Hit | undefined): boolean {
  return hit !== undefined && hit.to - hit.from > 1 && hit.meanings.has('verb');
}

// "a duty of 25% on", "duties imposed on", "dazi antidumping provvisori sulle".
function mayStandBetween(line: Line, at: number): boolean {
  const hit = hitFrom(line, at);
  if (line.tokens[at]?.kind === 'number' || OF.has(tokenText(line, at))) return true;
  if (hit === undefined) return line.lang !== 'en' && line.tokens[at]?.kind === 'word';
  if (line.lang === 'vi' && hit.meanings.has('gainer')) return true;
  return hit.meanings.has('percent') || means(hit, 'verb', 'impose');
}

const BARE_OF: ReadonlySet<string> = new Set(['ar', 'ru', 'uk', 'pl', 'cs', 'id', 'vi']);
const INCLUDING: ReadonlySet<string> = new Set(['including', 'namely', 'like']);
const OF: ReadonlySet<string> = new Set(
  'of de des du d di del della dei delle do da dos das von'.split(' '),
);
const ON: ReadonlySet<string> = new Set(
  'on sur sobre su sul sull sullo sulla sulle sui sugli auf na op aan atas untuk terhadap bagi voi len cho для на σε στα στις στους στον στην على'.split(
    ' ',
  ),
);

const SKIPPED: ReadonlySet<string> = new Set(
  'another certain range array slew raft host swathe variety number series selection list wide broad whole various several many dozens hundreds scores about around roughly approximately over nearly almost virtually the a an all some les la le l des los las el lo il i gli die der das den os as dem de di of'.split(
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

// The words up to the next preposition, verb or mark; null when their head is no product.
function phraseFrom(line: Line, start: number): string | null {
  const words: string[] = [];
  for (let at = start; words.length < MOST_WORDS; ) {
    const token = line.tokens[at];
    if (token === undefined || token.kind !== 'word' || endsHeadline(line, at)) break;
    const hit = hitFrom(line, at);
    // "on originating goods of Japan": "goods of" is one phrase of the word lists.
    if (line.lang === 'en' && words.length > 0 && GENERAL.has(token.text)) return null;
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
    if (hit?.meanings.has('number') === true) return null;
    // "on frozen fries", "on set-top boxes", "on socks": a verb cannot stand here, so it is a word of the name.
    if (words.length === 0 && hit !== undefined && isLikeVerb(hit) && opensName(line, hit)) {
      for (; at < hit.to; at += 1) words.push(tokenText(line, at));
      continue;
    }
    if (words.length === 0 && hit?.meanings.has('place') === true && !mayPrecede(line, hit))
      return null;
    const isSkipped = SKIPPED.has(token.text) && !isNamedGoods(line.lang, token.text);
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
  const head = words[words.length - 1] ?? '';
  const isWord = head.length >= SHORTEST_WORD || isNamedGoods(line.lang, head);
  return isWord ? words.join('-') : null;
}

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

function isLikeVerb(hit: Hit): boolean {
  return (
    hit.to - hit.from === 1 &&
    hit.meanings.has('verb') &&
    !NO_GOODS.some((name) => hit.meanings.has(name))
  );
}

// Behind it a further word, or it is a plural by itself.
function opensName(line: Line, hit: Hit): boolean {
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
  return !NAMES_STATES.has(line.lang) || means(place, 'placekind', 'demonym');
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

// "Fresh Tomatoes From Mexico: Final Determination": the words before "From" name the goods of a trade-remedy notice.
export function noticeProduct(scene: Scene): Fact<string> | null {
  const title = scene.title;
  if (
    title === null ||
    (hitsOf(title, 'tariff').length === 0 && hitsOf(title, 'probe').length === 0)
  )
    return null;
  const from = title.tokens.findIndex((token) => token.text === 'from');
  if (from < 1 || from > 14) return null;
  const isNotice = placeGroups(title).some((group) => group.from - from <= 2 && group.from > from);
  if (!isNotice) return null;
  const words = title.tokens
    .slice(0, from)
    .filter(
      (token, at, all) =>
        token.kind === 'word' &&
        !NOTICE_FILLERS.has(token.text) &&
        !(token.text === 'parts' && all[at + 1]?.text === 'thereof'),
    )
    .map((token) => token.text);
  if (words.length === 0 || words.length > 8) return null;
  if (
    (['verb', 'place', 'tariff'] as const).some((name) =>
      hitsOf(title, name).some(
        (hit) => hit.to <= from && !(hit.from === 0 && isLikeVerb(hit) && opensName(title, hit)),
      ),
    )
  )
    return null;
  const name = words.slice(-MOST_WORDS).join('-');
  return {
    value: printedName(title.lang, name),
    evidence: evidenceOf(title, 'product:notice-title'),
  };
}

const NOTICE_FILLERS: ReadonlySet<string> = new Set(
  'certain and or the of thereof a an imports import'.split(' '),
);
