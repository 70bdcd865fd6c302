// Days that stand before what begins on them: "fixe au 1er août l'entrée en vigueur", "報復関税を10日に停止". In: a day in its sentence.
// Out: yes or no.
import { hitFrom, hitsOf, type Line, means, tokenText } from '../words/scene.ts';
import type { DateMention } from './find-dates.ts';

const ENTRY: ReadonlySet<string> = new Set(['entree', 'entrada', 'entrata', 'inkrafttreten']);
const ARTICLE_WITHIN = 2;
const DATED_WITHIN = 4;

export function beginsBehind(line: Line, mention: DateMention): boolean {
  return namesEntry(line, mention) || isDoneThen(line, mention) || isFromThen(line, mention);
}

// "l'entrée en vigueur le 4 mai" has its day behind.
function namesEntry(line: Line, { to }: DateMention): boolean {
  const entry = hitsOf(line, 'effective').find(
    (hit) =>
      hit.from >= to && hit.from - to <= ARTICLE_WITHIN && ENTRY.has(tokenText(line, hit.from)),
  );
  return (
    entry !== undefined &&
    !hitsOf(line, 'month').some(
      (hit) => hit.from >= entry.to && hit.from - entry.to <= DATED_WITHIN,
    )
  );
}

const FROM: Readonly<Record<string, ReadonlySet<string>>> = {
  de: new Set(['per']),
  zh: new Set(['自', '从']),
};

// "rückwirkend per 14. November", "自3月1日至年底": the little word before the day says from when.
function isFromThen(line: Line, { from }: DateMention): boolean {
  return FROM[line.lang]?.has(tokenText(line, from - 1)) === true;
}

const DOING = ['impose', 'raise', 'cut', 'remove', 'suspend', 'exempt'] as const;

// Right behind the day and its particle stands what is done to the tariff.
function isDoneThen(line: Line, { to }: DateMention): boolean {
  if (line.lang !== 'ja' || tokenText(line, to) !== 'に') return false;
  const verb = hitFrom(line, to + 1);
  // "セーフガードが17日に終わった".
  if (tokenText(line, to + 1) === '終' && line.classes.has('tariff')) return true;
  return DOING.some((family) => means(verb, 'verb', family));
}

const CLOCK = ['12', '12:01', '00:01', '0:01', '12.01', '00.01'];
const HOUR_WITHIN = 9;

/** True for "lose the exemption at 12:01 a.m. EDT on August 29": the hour at which customs rules change. */
export function isFromHour(line: Line, mention: DateMention): boolean {
  const before = line.tokens.slice(Math.max(0, mention.from - HOUR_WITHIN), mention.from);
  return before.some(
    (token, at) =>
      CLOCK.includes(token.text) && (token.text.length > 2 || before[at + 2]?.text === '01'),
  );
}

const HALF_DAY = /^(?:午前|午後|오전|오후|凌晨|上午)$/;
const HOUR: ReadonlySet<string> = new Set('時 时 시 点 點'.split(' '));
const MINUTE: ReadonlySet<string> = new Set('分 분'.split(' '));
const HALF_WITHIN = 2;

/** The place behind the hour between a day and what happens then: "4月15日午前0時から", "11月1日0時1分以降の". */
export function behindClock(line: Line, from: number): number {
  const half = line.tokens.slice(from, from + HALF_WITHIN).map(({ text }) => text);
  const at = HALF_DAY.test(half.join(''))
    ? from + HALF_WITHIN
    : HALF_DAY.test(half[0] ?? '')
      ? from + 1
      : from;
  if (line.tokens[at]?.kind !== 'number' || !HOUR.has(tokenText(line, at + 1))) return from;
  const hasMinute = line.tokens[at + 2]?.kind === 'number' && MINUTE.has(tokenText(line, at + 3));
  return hasMinute ? at + 4 : at + 2;
}
