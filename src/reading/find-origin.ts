// In: an item's texts. Out: the wire or agency that the text credits, so that copies of one report count once.
// Only the text is asked; a publisher's own name is the feed's business.
const AGENCIES: readonly (readonly [name: string, marks: readonly string[]])[] = [
  ['Reuters', ['reuters', 'ロイター', '로이터', '路透']],
  ['AFP', ['afp', 'agence france-presse', '法新社']],
  ['AP', ['(ap)', 'associated press', '美联社']],
  ['Bloomberg', ['(bloomberg)', 'bloomberg news', '彭博']],
  ['Xinhua', ['xinhua', '新华社', '新華社', '新华网']],
  ['Kyodo', ['kyodo', '共同通信']],
  ['Jiji', ['jiji', '時事通信']],
  ['Yonhap', ['yonhap', '연합뉴스']],
  ['PTI', ['(pti)', 'press trust of india']],
  ['ANI', ['(ani)']],
  ['Anadolu', ['anadolu', '(aa)']],
  ['dpa', ['(dpa)', 'dpa-afx', 'dpa-']],
  ['PA', ['(pa)', 'pa media']],
  ['ANSA', ['(ansa)', 'ansa -']],
  ['EFE', ['(efe)', 'efe.-']],
  ['Bernama', ['bernama']],
  ['Antara', ['antara']],
  ['VNA', ['(vna)', 'ttxvn']],
  ['TASS', ['tass', 'тасс']],
  ['Interfax', ['interfax', 'интерфакс']],
  ['Lusa', ['(lusa)']],
  ['PAP', ['(pap)']],
  ['The Canadian Press', ['canadian press']],
  ['AAP', ['(aap)']],
  ['Sputnik', ['(sputnik)']],
];

/** Only the beginning and the end of a text carry credits. */
const CREDIT_REACH = 160;

/** One look at the text spares the rest of them in most items. Plain alternatives, linear in the text. */
const ANY_MARK = new RegExp(
  AGENCIES.flatMap(([, marks]) => marks)
    .map((mark) => mark.replace(/[().]/g, '\\$&'))
    .join('|'),
);

/** The agency credited in the text, or null. */
export function findOrigin(title: string, summary: string): string | null {
  const end = summary.slice(Math.max(CREDIT_REACH, summary.length - CREDIT_REACH));
  const text = `${title} ${summary.slice(0, CREDIT_REACH)} ${end}`.toLowerCase();
  if (!ANY_MARK.test(text)) return null;
  for (const [name, marks] of AGENCIES) {
    if (marks.some((mark) => holdsWord(text, mark))) return name;
  }
  return null;
}

function holdsWord(text: string, mark: string): boolean {
  let at = text.indexOf(mark);
  while (at !== -1) {
    if (isBorder(text, at - 1) && isBorder(text, at + mark.length)) return true;
    at = text.indexOf(mark, at + 1);
  }
  return false;
}

function isBorder(text: string, at: number): boolean {
  return !/[a-z0-9]/.test(text.charAt(at));
}
