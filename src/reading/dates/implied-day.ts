// The first day where no date is tied to it: "with immediate effect", "on or after that date", "India on Monday imposed". In: the
// sentences of an item and its leading step. Out: the day, or null.
import type { Day } from '../../domain/day.ts';
import type { Fact } from '../../domain/reading.ts';
import { placeGroups } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { fitting } from '../words/asked-rules.ts';
import { evidenceOf, hitsOf, type Line, means, type Scene, tokenText } from '../words/scene.ts';
import { wordGroup } from '../words/word-groups.ts';
import { type DateMention, datesIn } from './find-dates.ts';

type DayOfLine = { readonly line: Line; readonly day: Day };

const isFromThatDay = fitting(
  /\b(?:on or after|as of|from) (?:that|this) (?:date|day)\b/i,
  wordGroup('date day'),
);

/** "On 28 September the agency ruled. Duties are payable on or after that date": the last day named before. */
export function thatDay(scene: Scene, seen: readonly DayOfLine[]): Fact<Day> | null {
  const line = scene.lines.find(isFromThatDay);
  const named = seen.findLast((date) => line !== undefined && date.line.index < line.index);
  if (line === undefined || named === undefined) return null;
  return { value: named.day, evidence: evidenceOf(named.line, 'date:that-day') };
}

const THREATS: ReadonlySet<string> = new Set(['threatened', 'proposed', 'retaliation-threatened']);

const LAST_OF_TERMS = 4;

/** "India on Monday imposed": a government that acts on a weekday, not a leader who announces. */
export function immediateDay(scene: Scene, lead: Step): Fact<Day> | null {
  const { publishedOn } = scene;
  if (publishedOn === null || lead.isBackground || THREATS.has(lead.action)) return null;
  if (lead.mood !== 'plain' && lead.mood !== 'future') return null;
  for (const line of scene.lines) {
    // "In force: immediately": one of the lines that set out the terms.
    const isOfTerms = line.index <= LAST_OF_TERMS && line.classes.has('effective');
    if (line !== lead.line && line.index > 2 && !isOfTerms) continue;
    // "today lifted the duty, with immediate effect": the word for the day need not be the first.
    const isNow = hitsOf(line, 'now').some(
      (hit) => means(hit, 'now', 'now') && !hit.meanings.has('relday'),
    );
    if (isNow) {
      return {
        value: dayOfPaper(line, publishedOn) ?? publishedOn,
        evidence: evidenceOf(line, 'date:immediately'),
      };
    }
    const days = datesIn(line, publishedOn).filter((mention) => mention.isRelative);
    const isRightAfter = (day: DateMention, end: number): boolean =>
      day.from - end >= 0 && day.from - end <= 1;
    const actor = placeGroups(line).find((group) =>
      days.some((day) => isRightAfter(day, group.to)),
    );
    const day = days.find((mention) => actor !== undefined && isRightAfter(mention, actor.to));
    if (actor === undefined || day === undefined || !actor.kinds.includes('name')) continue;
    const acts = hitsOf(line, 'verb').some(
      (hit) =>
        hit.from >= day.to &&
        hit.from - day.to <= 1 &&
        (means(hit, 'verb', 'impose') || means(hit, 'verb', 'suspend')),
    );
    if (acts) return { value: day.day, evidence: evidenceOf(line, 'date:acts-on-weekday') };
  }
  return null;
}

const ISSUED = /^(?:issued|signed|notified|published|gazetted|announced)$/;

// "a notification issued yesterday, with immediate effect": the day of the paper.
function dayOfPaper(line: Line, publishedOn: Day): Day | null {
  if (line.lang !== 'en') return null;
  const mention = datesIn(line, publishedOn).find(
    ({ isRelative, from }) =>
      isRelative && [1, 2].some((back) => ISSUED.test(tokenText(line, from - back))),
  );
  return mention?.day ?? null;
}
