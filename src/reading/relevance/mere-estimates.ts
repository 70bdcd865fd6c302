// Titles outside English that only reckon what a tariff would do: "若印度加征30%关税 巴西咖啡出口将减一成", "Con dazi al 30% l'export
// perderebbe due miliardi". In: a title and its step. Out: yes or no.
import type { Step } from '../steps/find-steps.ts';
import { hitsOf, type Line, means } from '../words/scene.ts';

/** What trade, firms and states would lose, save or pay, as printed. */
const EFFECT: Readonly<Record<string, RegExp>> = {
  zh: /(?:出口|收入|利润|利潤|销量|銷量|营收|營收|GDP)[^，。]{0,8}(?:减|減|降|跌|损|損|缩|縮|少)|损失\d|損失\d/u,
  ja: /(?:輸出|利益|収益|販売|ＧＤＰ|GDP)[^、。]{0,6}(?:減|落ち|押し下げ)|損失/u,
  ko: /(?:수출|이익|매출|판매|GDP)[^,.]{0,14}(?:감소|줄|하락|급감)|손실/u,
  es: /(?<!\p{L})(?:perder|costar|restar|ahorrar|encarecer)ían?(?!\p{L})|(?:recortar|reducir|hundir)ían? [^,]{0,20}(?:export|ventas|ingresos|PIB|beneficio)/iu,
  pt: /(?<!\p{L})(?:perder|custar|poupar|encarecer)iam?(?!\p{L})|(?:cortar|reduzir)iam? [^,]{0,24}(?:export|vendas|receita|PIB|lucro)/iu,
  fr: /(?<!\p{L})(?:coûter|perdr|économiser|amputer|renchérir)ai(?:en)?t(?!\p{L})|fer?ai(?:en)?t (?:perdre|chuter|baisser|économiser|reculer)|ferai(?:en)?t (?:perdre|chuter|baisser|économiser|reculer)/iu,
  it: /(?<!\p{L})(?:perderebber?o?|costerebber?o?|brucerebber?o?|risparmierebber?o?|farebber?o? (?:perdere|risparmiare|calare))(?!\p{L})/iu,
  de: /(?<!\p{L})(?:würden?|könnten?) [^,]{0,60}(?:kosten|verlieren|einbüßen|belasten|sparen|einbrechen)(?!\p{L})/iu,
  nl: /(?<!\p{L})(?:zou|zouden) [^,]{0,60}(?:kosten|verliezen|schelen|besparen|derven)(?!\p{L})/iu,
  pl: /(?<!\p{L})(?:kosztował|obniżył|stracił|zaoszczędził)(?:yby|aby|oby|by)(?!\p{L})/iu,
};
/** The same told by two words, wherever they stand: what is counted, and how it falls. */
const COUNTED: Readonly<Record<string, readonly [what: RegExp, falls: RegExp]>> = {
  tr: [/ihracat|gelir|kâr|satış/iu, /düşer|azalır|kaybeder/iu],
  id: [/ekspor|pendapatan|laba|penjualan|PDB/iu, /turun|anjlok|susut|rugi|kehilangan/iu],
  vi: [/xuất khẩu|doanh thu|lợi nhuận|GDP/iu, /giảm|mất|thiệt hại/iu],
};
const OPENS_WITHIN = 3;
const HELD_OUT: ReadonlySet<string> = new Set(['imposed', 'threatened', 'proposed']);

/** True for a title of which a tariff is the condition, or the subject, and a loss or a saving what is told. */
export function isMereEstimate(title: Line, step: Step | undefined): boolean {
  if (title.lang === 'en' || (step !== undefined && !HELD_OUT.has(step.action))) return false;
  const text = title.raw.slice(title.start, title.end);
  if (!tellsEffect(title.lang, text)) return false;
  const isIf =
    hitsOf(title, 'mood').some((hit) => means(hit, 'mood', 'if')) || CONDITION.test(text);
  if (isIf) return true;
  if (step?.mood === 'plain' && step.family !== 'nominal') return false;
  const isSubject = hitsOf(title, 'tariff').some(({ from }) => from <= OPENS_WITHIN);
  return isSubject;
}

function tellsEffect(lang: string, text: string): boolean {
  const counted = COUNTED[lang];
  if (counted !== undefined) return counted.every((word) => word.test(text));
  return EFFECT[lang]?.test(text) === true;
}

/** Conditions as Asian titles print them, Turkish ones by their ending. */
const CONDITION =
  /[若]|如果|なら|たら|하면|매기면|부과시|(?:^|\s)\p{L}+(?:arsa|erse|ırsa|irse)(?:\s|$)/u;
