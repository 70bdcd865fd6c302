// Goods whose name holds the name of other goods. In: a sentence and goods found in it. Out: whether they are only a part of
// another name: "truck tyres" are tyres, "electric vehicle batteries" batteries, "steel garment hangers" steel.

import type { Hit } from '../words/lexicon.ts';
import { hitOver, hitsOf, type Line, means, oncePerLine, tokenText } from '../words/scene.ts';

/** Whatever is made of one of these is charged as the metal. */
const METALS = ['steel', 'aluminium', 'copper'] as const;
/** Words of its own that a name may have between a metal and its form: "aluminum lithographic printing plates". */
const OWN_WORDS = 2;

/** Languages that set the narrower word behind: "neumáticos para camiones", "lốp xe tải". */
const HEAD_FIRST: ReadonlySet<string> = new Set(
  'es fr it pt ro vi id ms ar ru uk pl cs el'.split(' '),
);
/** Languages that join the two without a preposition, the head first. */
const JOINED: ReadonlySet<string> = new Set(['vi', 'id', 'ms']);
const USE: ReadonlySet<string> = new Set(['用', '용']);
const FOR_OTHERS: ReadonlySet<string> = new Set(['for', 'fur', 'voor', 'till', 'til']);
/** "pneus pour camions", "шины для грузовиков", "opony do ciężarówek". */
const FOR: ReadonlySet<string> = new Set(
  'de d da do das dos del di della dei delle para pour per en in din pentru для из do z untuk dari cho bang'.split(
    ' ',
  ),
);

/** True for goods that only make up the name of other goods beside them. */
export function isPartOfName(line: Line, product: Hit): boolean {
  return partsOfNames(line).has(product);
}

const partsOfNames = oncePerLine((line): ReadonlySet<Hit> => {
  const parts = new Set<Hit>();
  const goods = hitsOf(line, 'product');
  for (const [place, first] of goods.entries()) {
    const second = goods[place + 1];
    if (second === undefined) break;
    const part = partOf(line, first, second);
    if (part !== null) parts.add(part);
  }
  // "car and truck tyres": what stands in one list with a part of the name is one as well.
  for (const [place, first] of goods.entries()) {
    const second = goods[place + 1];
    const named = goods[place + 2];
    if (second === undefined || named === undefined) break;
    const isJoined =
      second.from - first.to <= JOINED_WITHIN && JOINERS.has(tokenText(line, first.to));
    if (isJoined && parts.has(second) && slugOf(named) === 'tyres') parts.add(first);
  }
  return parts;
});

/** "car and light truck tyres". */
const JOINED_WITHIN = 2;
const CRUDE_WITHIN = 2;

// "refined, crude palm oil", "crude and refined soyoil": of food the word only says how far it is made.
function isCrudeFood(line: Line, first: Hit, second: Hit): boolean {
  return (
    tokenText(line, first.to - 1) === 'crude' &&
    slugOf(second) === 'agri' &&
    second.from - first.to <= CRUDE_WITHIN
  );
}

const TYRED_WITHIN = 3;
const JOINERS: ReadonlySet<string> = new Set(['and', 'or', '/', '&', ',', '-']);

// "truck and bus tyres", "car, van and lorry tires": what they are for stands in a list before them.
function isForTyres(line: Line, first: Hit, second: Hit): boolean {
  const between = line.tokens.slice(first.to, second.from);
  return (
    line.lang === 'en' &&
    slugOf(second) === 'tyres' &&
    between.length <= TYRED_WITHIN &&
    JOINERS.has(between[0]?.text ?? '') &&
    between.some(({ kind, text }) => kind === 'word' && !JOINERS.has(text))
  );
}

function partOf(line: Line, first: Hit, second: Hit): Hit | null {
  if (slugOf(first) === slugOf(second)) return null;
  if (isCrudeFood(line, first, second) || isForTyres(line, first, second)) return first;
  // "batteries for electric cars", "Reifen für Lkw", "accu's voor elektrische auto's".
  const isForOther = second.from - first.to === 1 && FOR_OTHERS.has(tokenText(line, first.to));
  if (isForOther) return isMetal(second) ? first : second;
  if (HEAD_FIRST.has(line.lang)) {
    const gap = second.from - first.to;
    const isJoined = gap === 0 && JOINED.has(line.lang);
    const isFor = gap >= 1 && gap <= 2 && FOR.has(tokenText(line, first.to));
    if (!isJoined && !isFor) return isAttribute(line, first, second) ? first : null;
    return isMetal(second) ? first : second;
  }
  if (isMetal(first)) {
    return !isMetal(second) && isOneName(line, first, second) ? second : null;
  }
  // "トラック用タイヤ": for the first, the head behind.
  const isUse = second.from - first.to === 1 && USE.has(tokenText(line, first.to));
  return isUse || second.from === first.to ? first : null;
}

const ADJECTIVE_FIRST: ReadonlySet<string> = new Set(['ru', 'uk', 'pl', 'cs']);
const ADJECTIVE = /(?:ых|ые|ий|ие|их|ый|ая|ую|ych|owe|owych|ne|nych)$/;

// "автомобильные шины": an adjective before its noun.
function isAttribute(line: Line, first: Hit, second: Hit): boolean {
  return (
    ADJECTIVE_FIRST.has(line.lang) &&
    second.from === first.to &&
    ADJECTIVE.test(tokenText(line, first.to - 1))
  );
}

function slugOf(hit: Hit): string | undefined {
  return hit.meanings.get('product')?.[0];
}

function isMetal(hit: Hit): boolean {
  return METALS.some((slug) => means(hit, 'product', slug));
}

function isOneName(line: Line, first: Hit, second: Hit): boolean {
  if (second.from - first.to > OWN_WORDS) return false;
  for (let at = first.to; at < second.from; at += 1) {
    if (line.tokens[at]?.kind !== 'word' || hitOver(line, at) !== undefined) return false;
  }
  return true;
}
