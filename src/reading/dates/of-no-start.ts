// Days on which a sentence tells that something else happened than that the tariff starts: since when the old rate was charged ("la
// tasa, del 30% desde el 1 de febrero, subirá"), or when it was said or passed ("wie die Kommission am Dienstag mitteilte", "ont approuvé
// jeudi"). In: a date in its sentence. Out: yes or no.
import { isInRateAside } from '../steps/rate-aside.ts';
import { type Line, tokenText } from '../words/scene.ts';
import { isBehindBareMonth } from './behind-bare-month.ts';
import type { DateMention } from './find-dates.ts';

/** True for a day that starts nothing by how its clause is put. */
export function isOfNoStart(line: Line, mention: DateMention): boolean {
  if (line.lang === 'en') return isBehindBareMonth(line, mention);
  return isInRateAside(line, mention.from) || isDayOfTelling(line, mention);
}

/** Verbs of telling right behind the day, where the verb comes last; folded. */
const TOLD_BEHIND: Readonly<Record<string, RegExp>> = {
  de: /^(?:mitteilten?|erklarten?|sagten?|meldeten?|berichteten?|bekanntgab|bekannt|verkundeten?|hiess|ankundigten?|billigten?|beschloss(?:en)?)$/,
  nl: /^(?:meldden?|zei|zeiden|liet|lieten|bekendmaakten?|aankondigden?|mededeelden?)$/,
  tr: /^(?:aciklad[ıi]|duyurdu|bildirdi|soyledi)$/,
};
/** Verbs of telling and passing right before the day; folded stems. */
const TOLD_BEFORE: Readonly<Record<string, RegExp>> = {
  fr: /^(?:approuvee?s?|adoptee?s?|votee?s?|decidee?s?|annoncee?s?|indiquee?|declaree?|validee?)$/,
  es: /^(?:aprobo|aprobaron|adopto|adoptaron|acordo|acordaron|comunico|informo|dijo|anuncio|voto)$/,
  pt: /^(?:aprovou|aprovaram|adotou|adotaram|informou|anunciou|disse|decidiu)$/,
  it: /^(?:approvat[oaie]|adottat[oaie]|votat[oaie]|decis[oaie]|annunciat[oaie]|comunicat[oaie]|detto)$/,
  de: /^(?:billigten?|beschloss(?:en)?|verabschiedeten?|teilten?|sagten?|erklarten?|kundigten?)$/,
  nl: /^(?:keurden?|besloot|besloten|meldden?|zei|zeiden|nam|namen)$/,
  pl: /^(?:zgodzil[yia]?|przyjel[aiy]|przyjal|poparl[yia]?|zatwierdzil[yia]?|oglosil[yia]?|poinformowal[yia]?)$/,
  ru: /^(?:одобрил[аи]?|приняла?и?|утвердил[аи]?|сообщил[аи]?|заявил[аи]?|объявил[аи]?)$/,
};
/** Little words between the verb and the day. */
const SMALL: ReadonlySet<string> = new Set(
  'am op on le el la il sie na este esta neste nesta ce questo w we в во sich'.split(' '),
);
const SMALL_WITHIN = 3;

// Only days that are counted from the item's own: "aprobó el 4 de mayo" may be the day of an act.
function isDayOfTelling(line: Line, { from, to, isRelative }: DateMention): boolean {
  if (!isRelative) return false;
  if (TOLD_BEHIND[line.lang]?.test(tokenText(line, to)) === true) return true;
  let at = from - 1;
  while (from - at <= SMALL_WITHIN && SMALL.has(tokenText(line, at))) at -= 1;
  return TOLD_BEFORE[line.lang]?.test(tokenText(line, at)) === true;
}
