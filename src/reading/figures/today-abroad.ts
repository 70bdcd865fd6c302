// Rates that a sentence in another language than English tells of today, beside the one that the step sets: "hoje o imposto é de 12%",
// "Derzeit beträgt der Zoll 10 Prozent". In: a percentage in its sentence. Out: yes or no.
import { hitsOf, isParted, type Line, tokenText } from '../words/scene.ts';
import { type Percent, percentsIn } from './find-percents.ts';
import type { RateAt } from './rate-at.ts';

/** Words for today, folded; signs where words are not parted by spaces. */
const TODAY: Readonly<Record<string, RegExp>> = {
  pt: /^(?:hoje|atualmente|presentemente)$/,
  es: /^(?:hoy|actualmente|actualidad)$/,
  fr: /^(?:aujourd'hui|actuellement|hui)$/,
  de: /^(?:heute|derzeit|aktuell|momentan|gegenwartig)$/,
  it: /^(?:oggi|attualmente)$/,
  nl: /^(?:nu|momenteel|thans|vandaag)$/,
  pl: /^(?:dzis|dzisiaj|obecnie|teraz)$/,
  ru: /^(?:сейчас|сегодня)$/,
  tr: /^(?:halen|halihazirda|bugun)$/,
  sv: /^(?:idag|nu)$/,
  da: /^(?:nu)$/,
  no: /^(?:na)$/,
};
const TODAY_SIGNS: Readonly<Record<string, RegExp>> = {
  zh: /(?:目前|现在|現在|当前|當前|现阶段)(?!起|开始|開始)/,
  ja: /(?:現在|いまは|今は)/,
  ko: /(?:현재|지금은)/,
};
/** Little words by which a day begins something: "ab heute", "a partir de hoy". */
const SINCE = /^(?:ab|seit|desde|de|d'|d|des|da|dal|od|vanaf|sinds|с|от|partir|bugunden|fran|fra)$/;
const WITHIN = 9;
const CHANGING = ['verb', 'effective'] as const;
/** First halves of verbs of starting: "Heute traten Zölle von 35 Prozent in Kraft", "gaat ... in". */
const STARTING = /^(?:tritt|treten|trat|traten|gaat|gaan|ging|gingen|wchodz|wesz|вступ)/;
const STANDING =
  /^(?:taxas?$|obowiazuj|gilt$|gelten$|geldt$|gelden$|rigen?$|vige$|vigora|действует)/;
const STILL: ReadonlySet<string> = new Set(['keep', 'gain']);

/** True for what is charged until the step, in the teaser of a step that has a rate of its own. */
export function isOfTodayAbroad({ line, percent, all, told, lead }: RateAt): boolean {
  if (line.isTitle) return false;
  const own = [...told, ...valuesOf(percentsIn(lead.line, line.lang)), ...valuesOf(all)];
  const range = all.filter(
    (other) => isRange(line, percent, other) || isRange(line, other, percent),
  );
  const ends = valuesOf([percent, ...range]);
  if (own.every((value) => ends.includes(value))) return false;
  const at = todayBefore(line, percent);
  if (at < 0 || isParted(line, at, percent.from)) return false;
  // "derzeit 10 Prozent, würde auf 50 Prozent steigen": only the first of two is of today.
  const before = all.filter((other) => other.from > at && other.to <= percent.from);
  if (before.length > 1 || before.some((other) => !isRange(line, other, percent))) return false;
  return !tellsChange(line, at, percent);
}

const JOINING: ReadonlySet<string> = new Set(
  'a al e y et bis und tot en до to do até ate - –'.split(' '),
);

// "Oggi pagano dal 9 al 12,6%": both ends of the range are of today.
function isRange(line: Line, { to, value }: Percent, end: Percent): boolean {
  const between = line.tokens.slice(to, end.from);
  return value < end.value && between.length === 1 && JOINING.has(between[0]?.text ?? '');
}

function valuesOf(percents: readonly Percent[]): readonly number[] {
  return percents.map(({ value }) => value);
}

function todayBefore(line: Line, { from }: Percent): number {
  const word = TODAY[line.lang];
  if (word !== undefined) {
    for (let at = from - 1; at >= Math.max(0, from - WITHIN); at -= 1) {
      if (word.test(tokenText(line, at))) return SINCE.test(tokenText(line, at - 1)) ? -1 : at;
    }
    return -1;
  }
  const signs = TODAY_SIGNS[line.lang];
  const start = Math.max(0, from - 2 * WITHIN);
  const before = line.tokens.slice(start, from).map(({ text }) => text);
  for (let at = before.length - 1; signs !== undefined && at >= 0; at -= 1) {
    if (signs.test(before.slice(at).join('').slice(0, 5))) return start + at;
  }
  return -1;
}

// "Heute steigt der Satz auf 35 Prozent", "hoy entra en vigor el arancel del 35%": what happens today is new.
function tellsChange(line: Line, at: number, { from }: Percent): boolean {
  if (line.tokens.slice(at, from).some(({ text }) => STARTING.test(text))) return true;
  return CHANGING.some((name) =>
    hitsOf(line, name).some(
      (hit) =>
        hit.from > at &&
        hit.to <= from &&
        !hit.meanings.has('oldrate') &&
        !hit.meanings.has('gainer') &&
        // "a taxa está em 20%", "obowiązuje stawka": the word for the rate, and that it stands.
        !hit.meanings.has('tariff') &&
        !STANDING.test(tokenText(line, hit.from)) &&
        !(hit.meanings.get('verb') ?? []).some((family) => STILL.has(family)),
    ),
  );
}
