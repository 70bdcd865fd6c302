// Percentages of a sentence in another language than English that measure trade and the economy: "Las acciones cayeron un 4%",
// "41% das compras", "出口增长41%". In: a percentage in its sentence. Out: yes or no.

import { listsChanges } from '../steps/changed-goods.ts';
import { hitFrom, hitsOf, type Line, means, tokenText } from '../words/scene.ts';
import { wordGroup } from '../words/word-groups.ts';
import type { Percent } from './find-percents.ts';

/** What is told to rise and fall, folded; trade and prices are in the lists ("movement,traded"). */
const MEASURED =
  /^(?:mercad[oi]|mercato|marche|markt|cuota|participac\w+|cosecha|safra|recolte|raccolto|ernte|accion(?:es)?|acao|acoes|titulos?|bolsa|indice|actions?|titres?|bourse|aktien?|titel|borse|azioni|titolo|aandelen|koers|peso|real|euro|dolar|dollar|yuan|pib|bip|inflac\w+|inflation|produc\w+|production|produktion|econom\w+|wirtschaft|benefici\w*|lucro|gewinn|umsatz|empleo|emprego|deficit|superavit)$/;
const MOVING =
  /^(?:ca[iy]|baj[oa]|sub[ie]|crec|aument|perd|gan[oa]|retroced|desplom|dispar|avanz|cresc|recu|chut|baiss|progress|gagn|hauss|fiel|sank|stieg|wuchs|verlor|lleg|alcanz|ascend|ating|cheg|atteint|passe|represent|supon|equival|kletter|legt|sal[iì]|scend|cal[ao]|steeg|daal|ced[ei]|naik|turun|melonjak|meningkat|merosot|anjlok|tumbuh|menyusut|wzros|uros|spad|zmala|skoczy|вырос|упал|снизил|сократил|увелич)/;
/** Turkish ends its sentence with the verb. */
const MOVED_LAST = /^(?:art|azal|dus|yuksel|gerile|buyu|kucul)/;
const LAST_WITHIN = 3;
const OPENING = 5;

/** True for "Las acciones cayeron un 4%": the sentence opens with what rises and falls, and names no tariff before the figure. */
export function isOfEconomyAbroad(line: Line, percent: Percent): boolean {
  if (line.lang === 'en' || line.isTitle || listsChanges(line)) return false;
  if (hitFrom(line, percent.to)?.meanings.has('tariff') === true) return false;
  if (GROWN.test(tokenText(line, percent.from - 1))) return true;
  if (namesTariff(line, percent)) return false;
  if (isMovedRightBefore(line, percent) || isOfShareSign(line, percent)) return true;
  const from = clauseStart(line, percent);
  const opens = line.tokens
    .slice(from, from + OPENING)
    .findIndex(({ text }) => MEASURED.test(text));
  const opening = opens < 0 ? opens : from + opens;
  const traded = hitsOf(line, 'movement').find(
    (hit) => means(hit, 'movement', 'traded') && hit.from >= from && hit.from < from + OPENING,
  );
  const start = opening >= 0 ? opening : (traded?.from ?? -1);
  if (start < 0) return false;
  const behind = line.tokens.slice(percent.to, percent.to + LAST_WITHIN);
  return (
    line.tokens.slice(start, percent.from).some(({ text }) => MOVING.test(text)) ||
    (line.lang === 'tr' && behind.some(({ text }) => MOVED_LAST.test(text)))
  );
}

// Behind a semicolon something else is told.
function clauseStart(line: Line, { from }: Percent): number {
  return line.tokens.slice(0, from).findLastIndex(({ text }) => text === ';') + 1;
}

function namesTariff(line: Line, percent: Percent): boolean {
  const start = clauseStart(line, percent);
  return line.hits.some(
    (hit) =>
      hit.from >= start &&
      hit.to <= percent.from &&
      (hit.meanings.has('tariff') || hit.meanings.has('gainer')),
  );
}

const RISEN: ReadonlySet<string> = new Set(
  '增长 增長 增加 上涨 上漲 下跌 下降 下滑 萎缩 萎縮 攀升'.split(' '),
);

/** Verbs of growth in the past, folded: tariffs are raised, they do not grow. "a importação cresceu 500%". */
const GROWN =
  /^(?:cresceu|cresceram|crecio|crecieron|crebbe|crebbero|wuchs|wuchsen|groeide|groeiden)$/;

// "进口增长41%".
function isMovedRightBefore(line: Line, { from }: Percent): boolean {
  return RISEN.has(tokenText(line, from - 2) + tokenText(line, from - 1));
}

const SHARE_SIGNS =
  /(?:市场份额|份额|市占率|市佔率|占有率|シェア|점유율|비중)(?![^%]*(?:税|관세|関税))/;

// "市场份额从18%升至29%": the last of two as well.
function isOfShareSign(line: Line, { from }: Percent): boolean {
  if (!CHARACTERS.has(line.lang)) return false;
  const before = line.tokens.slice(Math.max(0, from - SIGNS_WITHIN), from);
  const text = before.map((token) => token.text).join('');
  return SHARE_SIGNS.test(text.slice(text.lastIndexOf('，') + 1));
}

const CHARACTERS: ReadonlySet<string> = new Set(['zh', 'ja', 'ko']);
const SIGNS_WITHIN = 14;

/** Words for "of" behind a part. */
export const PART_OF = wordGroup('de del des das dos du der di delle dei van da do');
const WHOLE_WITHIN = 4;

/** True for "41% das compras", "29 Prozent der brasilianischen Einfuhren": a part of what is traded. */
export function isPartOfTrade(line: Line, percent: Percent): boolean {
  if (line.lang === 'en' || !PART_OF.has(tokenText(line, percent.to))) return false;
  const behind = line.tokens.slice(percent.to + 1, percent.to + 1 + WHOLE_WITHIN);
  if (behind.some(({ text }) => TRADED.test(text))) return true;
  return hitsOf(line, 'movement').some(
    (hit) =>
      hit.from > percent.to &&
      hit.from - percent.to <= WHOLE_WITHIN &&
      means(hit, 'movement', 'traded'),
  );
}

const TRADED =
  /^(?:compras|achats|einkaufe|verkaufe|exportan?|importan?|vendent?|exportes|importes|exportees?|importees?|vendid[oa]s?|vendu(?:e?s)?|vendut[oiea]|exportad[oa]s?|importad[oa]s?)$/;
