// Rates that a sentence in another language than English tells of an earlier deed or stage: "En marzo, Brasil impuso un 29% a la
// carne", "Im März hatte Indien 37 Prozent verhängt", "Der vorläufige Zoll hatte 25 Prozent betragen", "初裁税率为25%". In: a percentage
// in its sentence. Out: yes or no. Only beside a step that has a rate of its own, or on other goods.
import { hitsOf, isParted, type Line, tokenText } from '../words/scene.ts';
import type { RateAt } from './rate-at.ts';

/** Verbs that lay a tariff, told as past; folded. */
const LAID: Readonly<Record<string, RegExp>> = {
  es: /^(?:impuso|impusieron|aplico|elevo|subio|fijo|puso|gravo|habia|habian)$/,
  fr: /^(?:avait|avaient|imposait|imposa)$/,
  de: /^(?:hatten?|verhangten?|erhohten?|belegten?|erhob|erhoben|angekundigt)$/,
  pt: /^(?:impos|aplicou|elevou|aumentou|fixou|havia|haviam|tinha)$/,
  it: /^(?:aveva|avevano|impose)$/,
  nl: /^(?:had|hadden|legde|verhoogde|voerde)$/,
  pl: /^(?:nalozyl|podniosl|wprowadzil)/,
  ru: /^(?:ввел|ввела|ввели|повысил|установил)/,
};
const LAID_SIGNS: Readonly<Record<string, RegExp>> = {
  ja: /(?:課した|引き上げた|発動した|導入した|課していた|発表していた|示していた)/,
  ko: /(?:부과했|부과한 바|인상했|올렸|매겼|발표했었)/,
  zh: /(?:加征|征收|上调|提高)/,
};
/** Words by which a Chinese sentence is of what comes or begins. */
const AHEAD = /将|拟|起|生效|计划|可能/;
const OPENING = 8;

/** True for a rate of an earlier month, which the sentence opens with. */
export function isOfEarlierMonth({ line, publishedOn }: RateAt): boolean {
  if (publishedOn === null) return false;
  const raw = line.raw.slice(line.start, line.end);
  const month = openingMonth(line, raw);
  if (month === null || month === Number(publishedOn.slice(5, 7))) return false;
  const signs = LAID_SIGNS[line.lang];
  if (signs === undefined) return isToldAsDone(line);
  return signs.test(raw) && (line.lang !== 'zh' || !AHEAD.test(raw));
}

/** "3月", "3월" where the sentence opens. */
const MONTH_SIGN = /^.{0,12}?(\d{1,2}) ?[月월]/;

/** Behind "in", where that is a phrase of its own or bends the name. */
const MONTHS_BEHIND_IN: Readonly<Record<string, readonly string[]>> = {
  fr: 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(
    ' ',
  ),
  pl: 'styczniu lutym marcu kwietniu maju czerwcu lipcu sierpniu wrzesniu pazdzierniku listopadzie grudniu'.split(
    ' ',
  ),
  ru: 'январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре'.split(
    ' ',
  ),
};

function openingMonth(line: Line, raw: string): number | null {
  if (LAID_SIGNS[line.lang] !== undefined) {
    const written = MONTH_SIGN.exec(raw)?.[1];
    return written === undefined ? null : Number(written);
  }
  const month = hitsOf(line, 'month').find((hit) => hit.to <= OPENING);
  if (month !== undefined) return Number(month.meanings.get('month')?.[0]);
  const named = (MONTHS_BEHIND_IN[line.lang] ?? []).indexOf(tokenText(line, 1));
  return named < 0 ? null : named + 1;
}

function isToldAsDone(line: Line): boolean {
  const laid = LAID[line.lang];
  return laid !== undefined && line.tokens.some(({ text }) => laid.test(text));
}

/** Duties for a while, until the ruling; folded. */
const FOR_A_WHILE =
  /^(?:provisional|provisoire|vorlaufig|provisori|provvisori|voorlopig|tymczasow|предварительн|временн|preliminar|preliminair|gecici$)/;
const FOR_A_WHILE_SIGNS = /暫定|仮の|仮決定|잠정|예비|初裁|临时|暂定/;
const WHILE_WITHIN = 9;
const SIGNS_WITHIN = 12;

/** True for "Der vorläufige Zoll hatte 25 Prozent betragen" beside a final one: what was charged until the ruling. */
export function wasForAWhile({ line, percent, lead, told, all }: RateAt): boolean {
  // "frapper de droits provisoires de 30,4 à 48 %": the only ones that are told are those of the step.
  const isAlone = told.length === 0 && all.every((other) => namesWhile(line, 0, other.from));
  if (isAlone && !lead.line.classes.has('percent')) return false;
  if (namesWhile(lead.line, 0, lead.line.tokens.length)) return false;
  return namesWhile(line, Math.max(0, percent.from - SIGNS_WITHIN), percent.from);
}

function namesWhile(line: Line, from: number, to: number): boolean {
  const before = line.tokens.slice(from, to);
  if (FOR_A_WHILE_SIGNS.test(before.map(({ text }) => text).join(''))) return true;
  const at = before.findLastIndex(({ text }) => FOR_A_WHILE.test(text));
  return at >= 0 && before.length - at <= WHILE_WITHIN && !isParted(line, from + at, to);
}
