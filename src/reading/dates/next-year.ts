// A date printed without its year where the sentence speaks of what is to come: "would be hit from 1 August", printed on 5 January.
// In: a date and its sentence. Out: its day, in the next year where the nearest one lies long behind.
import { type Day, daysBetween, daysInMonth } from '../../domain/day.ts';
import type { Step } from '../steps/find-steps.ts';
import { hitsOf, type Line, means, tokenText } from '../words/scene.ts';
import type { DateMention } from './find-dates.ts';
import { isRetroactive } from './weekday-behind.ts';

/** Days by which a start may lie behind although it is told as one to come: a feed is late, an act reaches back. */
const LONG_BEHIND = 60;

/** The day of a date, where a start that is yet to come is told in the year after when the nearest one is long over, and one that reaches back in the year before. */
export function dayAhead(
  line: Line,
  mention: DateMention,
  lead: Step,
  publishedOn: Day | null,
): Day {
  const { day } = mention;
  if (publishedOn === null || !mention.isNearest) return day;
  // "retroactive to November 1", printed in June: the nearest one lies ahead, the one that is meant behind.
  if (day > publishedOn && isRetroactive(line, mention.from)) return yearsOn(day, -1);
  if (daysBetween(day, publishedOn) <= LONG_BEHIND || !isToCome(line, mention, lead)) return day;
  return yearsOn(day, 1);
}

function yearsOn(day: Day, years: number): Day {
  const year = Number(day.slice(0, 4)) + years;
  const isDay = Number(day.slice(8)) <= daysInMonth(year, Number(day.slice(5, 7)));
  return isDay ? `${year}${day.slice(4)}` : day;
}

const TO_COME = ['future', 'cond', 'plan', 'threat'] as const;
const REACH = 24;

function isToCome(line: Line, mention: DateMention, lead: Step): boolean {
  // "will be subject to a 10% tariff from January" / "Cars face it from January 1": the title tells that it is to come.
  const isUnderTitle = line.lang === 'en' && lead.line.isTitle && line.index === 1;
  if ((line === lead.line || isUnderTitle) && TO_COME.some((mood) => mood === lead.mood))
    return !isPast(line, 0, mention);
  if (line.lang === 'en' && isBehindWill(line, mention)) return true;
  return hitsOf(line, 'mood').some(
    (hit) =>
      TO_COME.some((mood) => means(hit, 'mood', mood)) &&
      (line.lang !== 'en' || (hit.to <= mention.from && mention.from - hit.to <= REACH)) &&
      !isPast(line, hit.to, mention),
  );
}

const COMING: ReadonlySet<string> = new Set('will would shall may might could'.split(' '));

// "would be hit": one phrase of the word lists with its verb.
function isBehindWill(line: Line, mention: DateMention): boolean {
  const start = Math.max(0, mention.from - REACH);
  for (let at = start; at < mention.from; at += 1) {
    if (COMING.has(tokenText(line, at))) return !isPast(line, at, mention);
  }
  return false;
}

const PAST: ReadonlySet<string> = new Set(
  'since imposed introduced announced took came went began started retroactively retroactive backdated had was were last'.split(
    ' ',
  ),
);

// "to keep the duty imposed on 2 March": between the word for what is to come and the date stands what happened then.
function isPast(line: Line, from: number, { from: to }: DateMention): boolean {
  for (let at = from; at < to; at += 1) if (PAST.has(tokenText(line, at))) return true;
  return false;
}
