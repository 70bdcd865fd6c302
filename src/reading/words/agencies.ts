// Wires and agencies as reports credit them. In: a text in small letters, or a bracket. Out: the agency, or whether it names one.
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
  ['IANS', ['(ians)']],
  ['APP', ['(app)']],
  ['BSS', ['(bss)']],
  ['UPI', ['(upi)']],
  ['KUNA', ['(kuna)']],
  ['RTTNews', ['(rttnews)']],
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

/** One look at the text spares the rest of them in most items. Plain alternatives, linear in the text. */
const ANY_MARK = new RegExp(
  AGENCIES.flatMap(([, marks]) => marks)
    .map((mark) => mark.replace(/[().]/g, '\\$&'))
    .join('|'),
);

/** The first agency of the list that the text, in small letters, names as a word; null when it names none. */
export function agencyIn(text: string): string | null {
  if (!ANY_MARK.test(text)) return null;
  for (const [name, marks] of AGENCIES) {
    if (marks.some((mark) => holdsWord(text, mark))) return name;
  }
  return null;
}

/** True when a bracket, with its signs, names an agency: "(Reuters)", "(서울=연합뉴스)". */
export function isAgency(bracket: string): boolean {
  return agencyIn(bracket.toLowerCase()) !== null;
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
