// The day on which a paper was signed, which is none on which it takes effect. In: a date in its sentence. Out: yes or no.
import { type Line, tokenText } from '../words/scene.ts';
import type { DateMention } from './find-dates.ts';

const ACT =
  /^(?:proclamation|order|decree|regulation|decision|notification|resolution|circular|law|act|directive|determination|memorandum|notice|ordinance|announcement|ruling|judgment|judgement|verdict)$/;
const OF_ACT: ReadonlySet<string> = new Set(['of', 'dated']);
const ACT_WITHIN = 7;

/** True for "apply Proclamation 10976 of September 29, 2025", "Decision No. 5/QD-BCT dated May 4": the day an act was signed. */
export function isDayOfAct(line: Line, mention: DateMention): boolean {
  if (line.lang !== 'en') return isDayOfPaperAbroad(line, mention);
  const { from } = mention;
  if (!OF_ACT.has(tokenText(line, from - 1))) return false;
  const before = line.tokens.slice(Math.max(0, from - ACT_WITHIN), from - 1);
  const act = before.findLastIndex(({ text }) => ACT.test(text));
  // "an order of 25% tariffs of May 4": nothing but its number stands between.
  return (
    act >= 0 &&
    before.slice(act + 1).every(({ kind, text }) => kind !== 'word' || NUMBERING.test(text))
  );
}

const NUMBERING = /^(?:no|nos|number|nr|eu|ec|q[dđ]|n[dđ]|bct|cp|btc|customs|cus|add|cvd)$/;

/** Papers of a state and letters, folded; German writes them onto what they are about. */
const PAPERS =
  /(?:brief|schreiben|dekret|verordnung|erlass|beschluss|erklarung)$|^(?:lettre|decret|arrete|reglement|decision|ordonnance|communique|carta|decreto|orden|ordem|resolucion|resolucao|portaria|acuerdo|lettera|regolamento|ordine|delibera|brief|besluit|verordening|ordin|ordinul|ordonanta|hotarare|rozporzadzenie|rozporzadzeni\w|dekret\w*|указ\w*|постановлени\w+|решени\w+|письм\w+)$/;
const OF_DAY: ReadonlySet<string> = new Set(
  'vom du del de da do dal van z din от semnat semnata signe firmado firmada assinado assinada firmato firmata podpisane podpisany'.split(
    ' ',
  ),
);
const SIGNED =
  /^(?:semnat|signe|firmad|assinad|firmat|podpisan|unterzeichnet|ondertekend|подписан)/;

// "In einem Brief vom Samstag", "un decreto del 3 de marzo", "un ordin semnat marți".
function isDayOfPaperAbroad(line: Line, { from }: DateMention): boolean {
  const last = tokenText(line, from - 1);
  if (SIGNED.test(last)) return true;
  return (
    OF_DAY.has(last) &&
    (PAPERS.test(tokenText(line, from - 2)) || SIGNED.test(tokenText(line, from - 2)))
  );
}
