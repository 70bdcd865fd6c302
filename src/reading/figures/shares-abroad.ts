// Percentages of a sentence in another language than English that are a part of the trade or how far two prices lie apart: "dont 91%
// depuis la Chine", "stanowiły 15 proc. importu", "Udział przekraczał 25 proc.", "rẻ hơn hàng nội 30-40%". In: a percentage in its
// sentence. Out: yes or no.
import { hitOver, hitsOf, isParted, type Line, tokenText } from '../words/scene.ts';
import { lastPlaceOf, placeOf, says, type WordGroup, wordGroup } from '../words/word-groups.ts';
import type { Percent } from './find-percents.ts';

/** True for a part of the trade. */
export function isShareAbroad(line: Line, percent: Percent): boolean {
  if (line.lang === 'en' || hitOver(line, percent.to)?.meanings.has('tariff') === true)
    return false;
  return (
    isOfWholeBefore(line, percent) || isOfWholeBehind(line, percent) || isOfShare(line, percent)
  );
}

/** "dont", "davon", "di cui", by their last word. */
const OF_WHICH = wordGroup(
  'dont davon waarvan cui quais cuales que czego которых nichz 其中 うち arasinda',
);
/** Whence goods come, folded. */
const FROM =
  /^(?:depuis|provenan\w*|venan\w*|de|des|du|d'|aus|von|desde|procedent\w*|dalla|dal|dai|provenient\w*|da|do|z|ze|из|с|uit|van|vindos|vindas)$/;
const PART_WITHIN = 3;
const ORIGIN_WITHIN = 4;

// "dont 91% depuis la Chine": of what was counted before, by where it came from.
function isOfWholeBefore(line: Line, { from, to }: Percent): boolean {
  const at = lastPlaceOf(line, OF_WHICH, from - PART_WITHIN, from);
  if (at < 0 || !FROM.test(tokenText(line, to))) return false;
  return hitsOf(line, 'place').some((hit) => hit.from > to && hit.from - to <= ORIGIN_WITHIN);
}

/** The whole in languages whose cases say "of". */
const WHOLE =
  /^(?:importu|eksportu|dostaw|sprzedazy|rynku|zuzycia|импорта|экспорта|поставок|продаж|рынка|ввоза|вывоза|товарооборота|імпорту|експорту|dovozu|vyvozu|trhu|prodeje)$/;

// "stanowiły 15 proc. importu", "18% импорта".
function isOfWholeBehind(line: Line, { to }: Percent): boolean {
  const at = tokenText(line, to) === '.' ? to + 1 : to;
  return [at, at + 1].some((place) => WHOLE.test(tokenText(line, place)));
}

/** Nouns of a part, folded. */
const SHARE = wordGroup(
  /^(?:udzial\w*|podil\w*|anteil\w*|marktanteil\w*|aandeel|marktaandeel|participacion|participacao|quote-part|pangsa|доля|доли|долю|частка|andel\w*|cota-parte|pay[iı]n?)$/,
);

// "Udział rosyjskich nawozów przekraczał 25 proc.": what the sentence is about, and no tariff before the figure.
function isOfShare(line: Line, percent: Percent): boolean {
  const at = placeOf(line, SHARE, 0, percent.from);
  if (at < 0 || isParted(line, at, percent.from)) return false;
  return !hitsOf(line, 'tariff').some((hit) => hit.from > at && hit.to <= percent.from);
}

/** "cheaper", "dearer", folded. */
const DEARER: Readonly<Record<string, WordGroup>> = {
  de: wordGroup(/^(?:billiger|teurer|gunstiger)(?:e[nrs]?)?$/),
  nl: wordGroup('goedkoper duurder'),
  fr: wordGroup('cher chere chers cheres'),
  es: wordGroup('barato barata baratos baratas caro cara caros caras'),
  pt: wordGroup('barato barata baratos baratas caro cara caros caras'),
  it: wordGroup('economico economica economici economiche caro cara cari care'),
  pl: wordGroup(/^(?:tans|drozs)(?:z[aey]|zych|i)$/),
  cs: wordGroup(/^(?:levnejsi|drazsi)(?:ch)?$/),
  ru: wordGroup('дешевле дороже'),
  tr: wordGroup(/^(?:ucuz|pahali)/),
  id: wordGroup('murah mahal'),
  vi: wordGroup('re dat'),
  sv: wordGroup('billigare dyrare'),
  da: wordGroup('billigere dyrere'),
  no: wordGroup('billigere dyrere'),
};
const DEARER_SIGNS = /便宜|低廉|安い|安く|割安|割高|저렴|싼|싸/;
const PRICED_WITHIN = 8;
const PRICED_BEHIND = 4;

/** True for how much cheaper one thing is than another. */
export function isPriceGapAbroad(line: Line, { from, to }: Percent): boolean {
  if (line.lang === 'en') return false;
  const start = Math.max(0, from - PRICED_WITHIN);
  const end = to + PRICED_BEHIND;
  if (SIGNED.has(line.lang)) {
    const near = line.tokens.slice(start, end).map(({ text }) => text);
    return (
      DEARER_SIGNS.test(near.join('')) &&
      !hitsOf(line, 'tariff').some((hit) => hit.from >= start && hit.to <= end)
    );
  }
  const dearer = DEARER[line.lang];
  if (dearer === undefined || !says(line, dearer)) return false;
  const at = placeOf(line, dearer, start, end);
  if (at < 0 || !isComparing(line, at)) return false;
  const [left, right] = at < from ? [at, from] : [to, at];
  return (
    !line.tokens.slice(left, right).some(({ text }) => text === ',' || text === ';') &&
    !hitsOf(line, 'tariff').some((hit) => hit.from >= left && hit.to <= right)
  );
}

const SIGNED: ReadonlySet<string> = new Set(['zh', 'ja', 'ko']);
/** Languages that compare by a word of its own; the others bend the word. */
const COMPARING: Readonly<Record<string, ReadonlySet<string>>> = {
  fr: new Set(['plus', 'moins']),
  es: new Set(['mas', 'menos']),
  pt: new Set(['mais', 'menos']),
  it: new Set(['piu', 'meno']),
  tr: new Set(['daha']),
  id: new Set(['lebih']),
};

function isComparing(line: Line, at: number): boolean {
  if (line.lang === 'vi') return tokenText(line, at + 1) === 'hon';
  const words = COMPARING[line.lang];
  return words === undefined || words.has(tokenText(line, at - 1));
}
