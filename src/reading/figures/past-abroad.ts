// Rates that a sentence in another language than English tells of the time before: "In mei dreigde hij nog met 50 procent", "mehr als
// die im April angekündigten 20 Prozent". In: a percentage in its sentence. Out: yes or no. Only beside a step that has a rate.
import { type Line, tokenText } from '../words/scene.ts';
import { type Percent, percentsIn } from './find-percents.ts';
import type { RateAt } from './rate-at.ts';

/** Verbs that tell of a threat of the past, folded. */
const THREATENED: Readonly<Record<string, RegExp>> = {
  de: /^(?:droht(?:e|en)|gedroht)$/,
  nl: /^(?:dreigden?|gedreigd)$/,
  fr: /^(?:menacait|menacaient|menace)$/,
  es: /^(?:amenazo|amenazaba|amenazado|amenazaron)$/,
  pt: /^(?:ameacou|ameacava|ameacado|ameacaram)$/,
  it: /^(?:minacciava|minacciato|minaccio)$/,
  pl: /^(?:grozil|grozila|grozili)/,
  ru: /^(?:грозил|угрожал|пригрозил)/,
  sv: /^(?:hotade|hotat)$/,
  da: /^(?:truede|truet)$/,
  no: /^(?:truet|truede)$/,
};
const COMPARATIVE =
  /^(?:mehr|hoher|niedriger|weniger|tiefer|meer|hoger|lager|minder|plus|moins|mas|menos|mais|piu|meno|wiecej|mniej|wyzsz|nizsz|выше|ниже|больше|меньше|inferieur|superieur|superior|inferior|acima|abaixo|maior|menor)/;
const THAN: ReadonlySet<string> = new Set('als dan que de di del du des niz od'.split(' '));
const DEFINITE: ReadonlySet<string> = new Set(
  'die der den dem das de het les le la el los las os as o il i gli dei del du des'.split(' '),
);
const SO: ReadonlySet<string> = new Set(['so', 'ebenso', 'genauso']);
const THREAT_WITHIN = 12;
const COMPARED_WITHIN = 7;

/** True for a rate that was threatened earlier, or with which the new one is compared. */
export function isToldBeforeAbroad({ line, percent, all, lead }: RateAt): boolean {
  if (line.lang === 'en' || line.isTitle || line === lead.line) return false;
  if (hadAnswered(line, percent)) return true;
  // "avait menacé de 70% avant de fixer le taux à 54%": the rate of the step may stand behind.
  const behind = all.filter(({ from }) => from >= percent.to);
  const own = [...percentsIn(lead.line, line.lang), ...behind];
  if (own.length === 0 || own.some(({ value }) => value === percent.value)) return false;
  return (
    isThreatened(line, percent) || isComparedWith(line, percent) || isPaidToday(line, percent, lead)
  );
}

const HAD: ReadonlySet<string> = new Set(
  'habia habian havia haviam tinha avait avaient aveva avevano hatte hatten'.split(' '),
);
const ANSWERED =
  /^(?:respond|repond|antwort|geantwort|retaliad|retali|rispost|replic|replique|contestad|beantwort|ripost|reagi)/;

// "Colombia había respondido con un arancel del 30%", "hatte mit Zöllen von 30 Prozent geantwortet": what another had answered before.
function hadAnswered(line: Line, { from }: Percent): boolean {
  const words = line.tokens.map(({ text }) => text);
  const had = words.findIndex((text) => HAD.has(text));
  return had >= 0 && had < from && words.some((text, at) => at > had && ANSWERED.test(text));
}

function isThreatened(line: Line, { from }: Percent): boolean {
  const verb = THREATENED[line.lang];
  return (
    verb !== undefined &&
    line.tokens.slice(Math.max(0, from - THREAT_WITHIN), from).some(({ text }) => verb.test(text))
  );
}

const RISING: ReadonlySet<string> = new Set(['increased', 'threatened', 'proposed']);
const TODAY: ReadonlySet<string> = new Set(
  "hoy actualmente aujourd'hui actuellement hoje atualmente oggi attualmente heute derzeit obecnie dzis".split(
    ' ',
  ),
);
const PAYING =
  /^(?:pagan?|tributan?|pagam?|pagano|pagam|paie|paient|paye|payent|zahlen|zahlt|kosten|placa|gilt|gelten|es|e|son|sono|sao)$/;
const PAID_WITHIN = 4;

// "Hoy pagan 20%", "Ils paient aujourd'hui 15 %", where the step leads to more.
function isPaidToday(line: Line, { from }: Percent, { action }: RateAt['lead']): boolean {
  if (!RISING.has(action)) return false;
  const before = line.tokens.slice(Math.max(0, from - PAID_WITHIN), from).map(({ text }) => text);
  return before.some((text) => TODAY.has(text)) && before.some((text) => PAYING.test(text));
}

// "mehr als die im April angekündigten 20 Prozent", "hoger dan de 20 procent": a known rate, by its article.
function isComparedWith(line: Line, { from }: Percent): boolean {
  for (let at = from - 1; at >= Math.max(1, from - COMPARED_WITHIN); at -= 1) {
    if (tokenText(line, at) === ',') return false;
    // "mehr als doppelt so viel wie für die EU mit 15 Prozent".
    if (tokenText(line, at) === 'wie' && SO.has(tokenText(line, at - 2))) return true;
    if (!COMPARATIVE.test(tokenText(line, at - 1)) || !THAN.has(tokenText(line, at))) continue;
    const behind = line.tokens.slice(at, from).map(({ text }) => text);
    return behind.slice(1).some((text) => DEFINITE.has(text)) || DEFINITE.has(behind[0] ?? '');
  }
  return false;
}
