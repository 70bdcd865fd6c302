// Rates outside English that a step is only compared with: what a firm paid before, in brackets ("3% (era 4%)"), what was charged
// for the time being ("低于初裁时收取的40%", "geçici oranların çok altında"), and the second end of a range whose first one is old
// ("比初裁的30%至40%低"). In: a percentage in its sentence. Out: yes or no.
import { type Line, tokenText } from '../words/scene.ts';
import { isFromOfFromTo } from './from-to.ts';
import { isOld } from './old-rates.ts';
import type { Percent } from './printed-numbers.ts';
import type { RateAt } from './rate-at.ts';

/** True for a rate that stands only for what was before. */
export function isOnlyCompared({ line, percent, all }: RateAt): boolean {
  if (line.lang === 'en') return false;
  if (isWasInBrackets(line, percent)) return true;
  if (all.length > 1 && endsOldRangeAbroad(line, percent, all)) return true;
  return isBelowBefore(line, percent, all);
}

/** How each language says "was" or "before" behind a bracket, as printed. */
const WAS: Readonly<Record<string, RegExp>> = {
  it: /\((?:era|erano|prima|in precedenza|contro)(?!\p{L})[^()]{0,12}$/iu,
  es: /\((?:era|eran|antes|frente)(?!\p{L})[^()]{0,12}$/iu,
  pt: /\((?:era|eram|antes|ante|contra)(?!\p{L})[^()]{0,12}$/iu,
  fr: /\((?:c[’']était|était|étaient|auparavant|avant|contre)(?!\p{L})[^()]{0,12}$/iu,
  de: /\((?:war|waren|zuvor|vorher|bisher|bislang|statt|davor)(?!\p{L})[^()]{0,12}$/iu,
  nl: /\((?:was|waren|eerst|eerder|voorheen|tegen)(?!\p{L})[^()]{0,12}$/iu,
  sv: /\((?:var|tidigare|mot|förut)(?!\p{L})[^()]{0,12}$/iu,
  pl: /\((?:był[oa]?|było|wcześniej|poprzednio|dotąd|dotychczas)(?!\p{L})[^()]{0,12}$/iu,
  cs: /\((?:byl[oay]?|dříve|dosud|předtím)(?!\p{L})[^()]{0,12}$/iu,
  ru: /\((?:был[аио]?|ранее|прежде|раньше)(?!\p{L})[^()]{0,12}$/iu,
  uk: /\((?:бул[аио]|раніше|було)(?!\p{L})[^()]{0,12}$/iu,
  id: /\((?:sebelumnya|semula|tadinya)(?!\p{L})[^()]{0,12}$/iu,
  vi: /\((?:trước đó|trước đây|trước là|trước)[^()]{0,12}$/iu,
  el: /\((?:ήταν|πριν|από)(?!\p{L})[^()]{0,12}$/iu,
};
const LOOK_BACK = 48;

function isWasInBrackets(line: Line, percent: Percent): boolean {
  return WAS[line.lang]?.test(textBefore(line, percent)) === true;
}

function textBefore(line: Line, { from }: Percent): string {
  const start = line.tokens[from]?.start ?? line.start;
  return line.raw.slice(Math.max(line.start, start - LOOK_BACK), start);
}

function textBehind(line: Line, { to }: Percent): string {
  const end = line.tokens[to - 1]?.end ?? line.end;
  return line.raw.slice(end, Math.min(line.end, end + LOOK_BACK));
}

const DASHES: ReadonlySet<string> = new Set(['~', '～', '-', '–', '—']);
/** Words that lead to the end of a range and to no new rate, where what stands before is compared. */
const RANGING: ReadonlySet<string> = new Set(
  'bis tot ila ile hingga sampai 至 到 a à al до do'.split(' '),
);

// "10~20%의 잠정관세", "比初裁的30%至40%低得多"; "von 10 auf 25 Prozent" leads to what is new.
function endsOldRangeAbroad(line: Line, percent: Percent, all: readonly Percent[]): boolean {
  const first = all.findLast((other) => other.to <= percent.from);
  if (first === undefined || percent.from - first.to > 2) return false;
  const joint = tokenText(line, percent.from - 1);
  const isRange =
    DASHES.has(joint) ||
    (RANGING.has(joint) && !isFromOfFromTo(line, first, all) && isNamedBefore(line, first));
  return isRange && isOld(line, first, all);
}

/** What was charged before, right before the range. */
const BEFORE =
  /初裁|此前|先前|早前|临时|臨時|provi[sz]or|vorläufig|voorlopig|tymczasow|предварительн|временн|sementara|tạm|prelimin|préc[ée]d/iu;

function isNamedBefore(line: Line, first: Percent): boolean {
  return BEFORE.test(textBefore(line, first));
}

/** Comparisons before the rate; nothing may be added or taken away between. */
const THAN: Readonly<Record<string, RegExp>> = {
  zh: /(?:低于|低於|高于|高於)[^，。；%％]{0,24}$/u,
};
const CHARGED_BEFORE = /初裁|此前|先前|临时|臨時|暂定|暫定|原来|原來|收取|征收|徵收/u;
/** Comparisons behind it. */
const BEHIND: Readonly<Record<string, RegExp>> = {
  tr: /^[^,.;]{0,40}(?:geçici|önceki)[^,.;]{0,24}(?:altında|üzerinde|düşük|yüksek)/iu,
  ja: /^(?:の[^、。]{0,8})?(?:を(?:大きく|大幅に|やや)?(?:下回|上回)|より(?:も)?(?:大幅に)?(?:低|高))/u,
  ko: /^(?:의? ?[^,.]{0,8})?(?:보다|(?:을|를) 밑도|(?:을|를) 웃도|에 못 미치)/u,
};

function isBelowBefore(line: Line, percent: Percent, all: readonly Percent[]): boolean {
  const than = THAN[line.lang]?.exec(textBefore(line, percent));
  if (than && CHARGED_BEFORE.test(than[0])) return true;
  const behind = BEHIND[line.lang];
  if (behind === undefined) return false;
  if (behind.test(textBehind(line, percent))) return true;
  // "yüzde 30 ile 40 arasındaki geçici oranların çok altında": the first end of the range is compared as well.
  const next = all.find((other) => other.from >= percent.to);
  const isJoined = next !== undefined && next.from - percent.to <= 2;
  return isJoined && behind.test(textBehind(line, next));
}
