// Days that lie behind and from which a step counts all the same, outside English: to which it reaches back ("retroattiva al 1°
// novembre", "11月1日にさかのぼって", "met terugwerkende kracht tot 1 november"), or from which it runs for a term ("4月2日から3年間課す").
// In: a date in its sentence. Out: yes or no.
import { type Day, daysBetween } from '../../domain/day.ts';
import { hitFrom, type Line, lineHas, tokenText } from '../words/scene.ts';
import type { DateMention } from './find-dates.ts';

/** Words of reaching back, folded; they stand before the day or behind it. */
const BACK =
  /ruckwirk|retroact|retroag|retroattiv|retroativ|terugwerkend|wsteczn|wstecz|задним числом|обратн\S{1,3} сил|ретроактивн|зворотн\S{1,3} сил|заднім числом|αναδρομικ|zpetn|retroaktiv|tilbakevirk|tilbagevirk|bakatverkande|berlaku surut|hoi to|geriye donuk|geriye yurur|さかのぼ|遡|遡及|소급|追溯|回溯|溯及/;
const BEFORE_WITHIN = 9;
const BEHIND_WITHIN = 14;
/** Up to a day, and not back to it: "rimborso retroattivo prima del 1° maggio". */
const UP_TO: ReadonlySet<string> = new Set('avant vor antes prima przed до'.split(' '));
const SPACELESS: ReadonlySet<string> = new Set(['ja', 'zh', 'ko']);

/** True for a day behind the item's own that the step reaches back to. */
export function reachesBackTo(
  line: Line,
  { from, to, day }: DateMention,
  publishedOn: Day | null,
): boolean {
  if (line.lang === 'en' || publishedOn === null || day > publishedOn) return false;
  if (UP_TO.has(tokenText(line, from - 1)) || UP_TO.has(tokenText(line, from - 2))) return false;
  return (
    BACK.test(textBetween(line, Math.max(0, from - BEFORE_WITHIN), from)) ||
    (BACK_BEHIND.has(line.lang) && BACK.test(textBetween(line, to, to + BEHIND_WITHIN)))
  );
}

/** Languages that may say so behind the day. */
const BACK_BEHIND: ReadonlySet<string> = new Set('ja ko zh tr nl de hi hu'.split(' '));

function textBetween(line: Line, from: number, to: number): string {
  const words = line.tokens.slice(from, to).map(({ text }) => text);
  return words.join(SPACELESS.has(line.lang) ? '' : ' ');
}

/** Years as each language counts them, folded. */
const YEARS =
  /^(?:年|년|years?|jahren?|jahr|anos?|ans|anni|lat|lata|лет|года?|рок[иів]*|yil|yilligina|tahun|nam|jaar|ar|let|χρονια|ετη)$/;
const TERM_WITHIN = 7;
/** Days for which news of a measure may come late where it tells its term. */
const TERM_LATE = 200;

/** "4月2日から3年間課す", "ab dem 3. Juli für fünf Jahre": the measure's own first day, however long ago; not one told as past. */
export function opensTerm(line: Line, { to, day }: DateMention, publishedOn: Day | null): boolean {
  if (line.lang === 'en' || publishedOn === null || lineHas(line, 'past')) return false;
  if (daysBetween(day, publishedOn) > TERM_LATE) return false;
  for (let at = to; at < to + TERM_WITHIN; at += 1) {
    const isCounted =
      line.tokens[at]?.kind === 'number' || hitFrom(line, at)?.meanings.has('number') === true;
    if (isCounted && YEARS.test(tokenText(line, at + 1))) return true;
  }
  return false;
}
