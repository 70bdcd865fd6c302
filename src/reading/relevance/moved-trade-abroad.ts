// Titles in other languages than English that tell how trade moved or what duties earned: "Com tarifas de Trump, exportações caem 18,5%",
// "课反倾销税后 印度进口增长逾3成", "前11月反倾销税5.5亿元". They are statistics, whatever tariff explains them. In: a title. Out: yes or
// no.
import type { Step } from '../steps/find-steps.ts';
import { fitting } from '../words/asked-rules.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitsOf, type Line, means, tokenText } from '../words/scene.ts';

/** Verbs of moving by a figure, folded. */
const MOVES: Readonly<Record<string, RegExp>> = {
  es: /^(?:caen?|cayeron|cayo|bajan?|bajaron|retroceden?|crecen?|crecieron|suben?|aumentan?|desploman?|disparan?|hunden?|reducen)$/,
  pt: /^(?:caem|cai|cairam|caiu|recuam?|recuaram|recuou|crescem?|cresceram|sobem?|aumentam?|despencam?|encolhem?|disparam?)$/,
  fr: /^(?:chutent|chute|baissent|baisse|reculent|recule|progressent|progresse|augmentent|plongent|bondissent|grimpent|diminuent)$/,
  it: /^(?:calano|cala|crollano|crolla|scendono|scende|crescono|cresce|aumentano|aumenta|salgono|sale|diminuiscono)$/,
  de: /^(?:sinken|sinkt|sanken|fallen|fallt|fielen|steigen|steigt|stiegen|schrumpfen|schrumpft|wachsen|wachst|brechen|bricht)$/,
  nl: /^(?:dalen|daalt|daalden|stijgen|stijgt|stegen|krimpen|krimpt|groeien|groeit)$/,
  pl: /^(?:spada|spadaja|spadl[aoy]?|spadly|rosnie|rosna|wzrosl[aoy]?|zmalal[aoy]?)$/,
  ru: /^(?:упал[аи]?|снизил[аи]сь|снизился|сократил[аи]сь|сократился|вырос(?:ла|ли)?|выросло|растет|падает|падают)$/,
};
/** What brings the tariff in that explains it, where the title opens; folded. */
const WHY: ReadonlySet<string> = new Set(
  'com sob apos por con tras por bajo avec apres sous dopo sotto per wegen nach trotz unter mit door na ondanks przez po mimo из-за после на'.split(
    ' ',
  ),
);
/** Before a figure that a tariff is moved to. */
const TO: ReadonlySet<string> = new Set('a al para auf a à zu naar do до'.split(' '));
const MOVED_WITHIN = 9;
const FIGURE_WITHIN = 7;

// "Com tarifas de Trump, exportações caem 18,5%": what is traded, how it moves and by how much.
function isMoved(title: Line): boolean {
  const moves = MOVES[title.lang];
  if (moves === undefined) return false;
  const traded = hitsOf(title, 'movement').find(
    (hit) => means(hit, 'movement', 'traded') && isSubject(title, hit),
  );
  if (traded === undefined) return false;
  for (let at = traded.to; at < Math.min(title.tokens.length, traded.to + MOVED_WITHIN); at += 1) {
    if (tokenText(title, at) === ':' || tokenText(title, at) === ';') return false;
    if (moves.test(tokenText(title, at))) return movesByFigure(title, at);
  }
  return false;
}

// "Tarifa sobre exportações cai para 10%": behind a tariff the noun only tells what it is laid on, unless the tariff explains the rest.
function isSubject(title: Line, { from }: Hit): boolean {
  const tariffs = hitsOf(title, 'tariff').filter((hit) => hit.to <= from);
  if (tariffs.length === 0) return true;
  if (!WHY.has(tokenText(title, 0))) return false;
  return !hitsOf(title, 'verb').some((hit) => hit.from < from && !hit.meanings.has('oldrate'));
}

function movesByFigure(title: Line, verb: number): boolean {
  const figure = hitsOf(title, 'percent').find(
    (hit) => hit.from > verb && hit.from - verb <= FIGURE_WITHIN,
  );
  return figure !== undefined && !TO.has(tokenText(title, figure.from - 2));
}

/** "after the duty", and how the trade behind it moved. */
const MOVED_AFTER: Readonly<Record<string, readonly [after: RegExp, moved: RegExp]>> = {
  zh: [/税[后後]/, /(?:进口|出口|销量|销售)[^，。]{0,6}(?:增|减|降|下滑|成长|萎缩)/],
  ja: [/関税の?(?:発動|導入|引き上げ)?後/, /(?:輸出|輸入|販売)[^、。]{0,10}(?:増|減|落ち込|急落)/],
  ko: [
    /관세 ?(?:부과|인상|시행)? ?(?:후|뒤)/,
    /(?:수출|수입|판매)[^,.]{0,10}(?:감소|증가|급감|급증)/,
  ],
};
const EARNED = fitting(/税(?:收入)?[约達达逾近]?[\d.]+[亿億万萬兆]/);

/** True where a title tells how trade moved, or how much duties brought in, and of no deed besides. */
export function tellsTradeMoved(title: Line, step: Step | undefined): boolean {
  if (title.lang === 'en') return false;
  const patterns = MOVED_AFTER[title.lang];
  if (patterns === undefined) return !isDeed(step) && isMoved(title);
  const [after, moved] = patterns;
  const text = title.raw.slice(title.start, title.end);
  const at = text.search(after);
  return (at >= 0 && moved.test(text.slice(at))) || (title.lang === 'zh' && EARNED(title));
}

// A tariff that a title only names is nobody's deed.
function isDeed(step: Step | undefined): boolean {
  return step !== undefined && step.family !== 'nominal' && step.verb !== step.object;
}
