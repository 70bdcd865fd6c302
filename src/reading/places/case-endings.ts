// What the ending of a name, or of the noun behind it, tells of its part: "Швейцарии снизили пошлину" (to Switzerland), "Hint ipliğine
// vergi" (on India's yarn). In: a line and a name in it. Out: yes or no.
import { hitBefore, hitFrom, type Line, tokenText } from '../words/scene.ts';

/** A Turkish noun that belongs to the name before it, with what is done to it: "çeliğine", "otomobillerini". */
const POSSESSED = /.[iu]n(?:[aeiu]|d[ae]n?)$/;

/** True where Turkish says that the goods right behind are that country's: a tariff is laid on them. */
export function isPossessedBehind(
  line: Line,
  from: number,
  to: number,
  kinds: readonly string[],
): boolean {
  if (line.lang !== 'tr' || kinds.includes('leader') || kinds.includes('government')) return false;
  const next = hitFrom(line, to);
  const last = (next?.to ?? to + 1) - 1;
  if (!POSSESSED.test(tokenText(line, last))) return false;
  // "AB güneş panellerine": a name of two words bears the ending by itself; "AB Çin güneş panellerine" has somebody who acts.
  if (last > to && hitBefore(line, from)?.meanings.has('place') !== true) return false;
  // "ABD tarifelerini": whose tariff it is; "Türkiye yüzde 10".
  if (next === undefined) return line.tokens[to]?.kind === 'word' && line.classes.has('tariff');
  return GOODS.some((name) => next.meanings.has(name)) && !next.meanings.has('tariff');
}

const GOODS = ['product', 'goods'] as const;

/** Endings by which a name that opens a sentence tells to whom something is done, folded. */
const DATIVE: Readonly<Record<string, RegExp>> = {
  ru: /(?:ии|[юуе])$/,
  uk: /(?:іі|[юу])$/,
  pl: /(?:ii|ji|om|owi|dzie)$/,
};
/** Names that end so in every case. */
const UNBENT: ReadonlySet<string> = new Set('перу баку зимбабве peru'.split(' '));

/** True for a country that opens a sentence in the dative: somebody else does something to it. */
export function isInDative(
  line: Line,
  from: number,
  to: number,
  kinds: readonly string[],
): boolean {
  const ending = DATIVE[line.lang];
  if (ending === undefined || from > 0 || to > 1 || kinds.some((kind) => kind !== 'name'))
    return false;
  const text = tokenText(line, from);
  // "Китайскую сталь": an adjective.
  return ending.test(text) && !UNBENT.has(text) && !ADJECTIVE.test(text);
}

/** Folded, so that "й" is "и". */
const ADJECTIVE = /[сц]к(?:ая|ую|ои|ою|ии|ие|их|им|ого|ому|ом|ими)$/;
