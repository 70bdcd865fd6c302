// Words that lead to a list of goods, or close it. In: the first of several goods in their sentence and the token at which their
// list begins. Out: whether the sentence says that they are what the measure is on, or examples of it: "targets steel and toys",
// "darunter Stahl und Tee", "鉄鋼、茶など".
import type { Hit } from '../words/lexicon.ts';
import { hitsOf, type Line } from '../words/scene.ts';
import { endOfList } from './goods-list.ts';

/** True for a list that such words lead to or close. */
export function isLedByExample(line: Line, first: Hit, head: number): boolean {
  return isAimedAt(line, head) || isClosedAsExample(line, first);
}

/** Verbs of a tariff right before the goods that it is on, and words for "such as", "among them": "visent l'acier", "dont l'acier". */
const AIMING: ReadonlySet<string> = new Set(
  (
    'target targets targeting targeted hit hits hitting cover covers covering affect affects affecting include includes span spans strike strikes in ' +
    'vise visent visant touche touchent concerne concernent frappe frappent couvre couvrent inclut incluent comprend comprennent comme tels notamment dont figurent ' +
    'grava gravan afecta afectan incluye incluyen alcanza alcanzan abarca abarcan gravara gravaran afectara afectaran ellas ellos figuran estan comprende ' +
    'atinge atingem inclui incluem abrange abrangem afeta afetam incide incidem eles elas como estao figuram compreende ' +
    'colpisce colpiscono riguarda riguardano include includono interessa interessano cui come figurano comprende rientrano ' +
    'betrifft betreffen trifft treffen umfasst umfassen erfasst erfassen gelten wie darunter stehen gehoren zahlen ' +
    'treft betreft omvat omvatten gelden geldt zoals waaronder staan behoren ' +
    'obejmuje obejmuja obejma dotyczy dotycza dotkna jak tym sa znalazly m.in ' +
    'касаются касается затронут затрагивают охватывают коснутся как вошли включая числе ' +
    'mencakup meliputi menyasar menargetkan seperti termasuk lain nhu gom bao'
  ).split(' '),
);
const AIMED_WITHIN = 4;

// "The tariffs, which began on Thursday, target steel, aluminium and carpets".
function isAimedAt(line: Line, head: number): boolean {
  // "with exemptions that include": what is spared.
  if (hitsOf(line, 'except').some((hit) => hit.to <= head && head - hit.to <= AIMED_WITHIN))
    return false;
  return (
    line.tokens
      .slice(Math.max(0, head - AIMED_WITHIN), head)
      .some(
        ({ text }, at, all) =>
          AIMING.has(text) && (text !== 'in' || TAKING.has(all[at - 1]?.text ?? '')),
      ) ||
    /(?:包括|涉及|涵盖|涵蓋|覆盖|覆蓋|对象は|対象は|대상은)$/.test(
      joined(line, Math.max(0, head - AIMED_WITHIN), head),
    )
  );
}

/** "takes in". */
const TAKING: ReadonlySet<string> = new Set(['takes', 'take', 'taking']);

/** Beginnings of words for what is left out, folded; with "not", "nicht" also words for what is hit. */
const EXCEPTING =
  /^(?:exempt|exception|exclu|exclusion|ausnahm|ausgenommen|excep|excec|exenci|exent|isent|isenc|exclui|esent|esclu|eccezion|uitgezonder|uitzonder|vrijgesteld|wylacz|wyjat|zwolni|исключ|освобожд|muaf|istisna|kecuali|dikecuali|pengecuali|mien$)/;
const NOT: ReadonlySet<string> = new Set('not nicht pas non niet nie не'.split(' '));
const HIT =
  /^(?:hit|affect|cover|target|betroffen|concern|touch|colpit|getroffen|dotycz|затр|каса)/;
const EXCEPTED = /除外|対象外|제외|豁免|免除|면제/;

/** True for a sentence that lists what is left out: "Ausnahmen gelten für Stahl und Reifen", "The duties will not hit steel". */
export function tellsExceptions(line: Line): boolean {
  const isNot = line.tokens.some(
    ({ text }, at) =>
      NOT.has(text) &&
      line.tokens.slice(at + 1, at + 1 + NOT_WITHIN).some((next) => HIT.test(next.text)),
  );
  return (
    isNot ||
    line.tokens.some(({ text }) => EXCEPTING.test(text)) ||
    EXCEPTED.test(joined(line, 0, line.tokens.length))
  );
}

const NOT_WITHIN = 3;

/** What stands behind a list of examples, letters joined. */
const CLOSING = /^(?:等|など|を含む|ほか|등|를 포함|을 포함|gibi|dahil|bulun)/;
const CLOSING_WITHIN = 3;

// "çelik ve lastik gibi ürünler", "鉄鋼、茶など", "철강, 차 등".
function isClosedAsExample(line: Line, first: Hit): boolean {
  if (line.lang === 'en') return false;
  const end = endOfList(line, first);
  return CLOSING.test(joined(line, end, end + CLOSING_WITHIN));
}

function joined(line: Line, from: number, to: number): string {
  return line.tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join('');
}
