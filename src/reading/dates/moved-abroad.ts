// The two days of a step that is put off, outside English: "vom 1. Juni auf den 9. Juli", "由6月1日推迟至7月9日". In: a date in its sentence
// and the leading step. Out: whether it is the day that is given up, or the one that comes instead.
import type { Day } from '../../domain/day.ts';
import type { Step } from '../steps/find-steps.ts';
import { type Line, lineHas, tokenText } from '../words/scene.ts';
import { type DateMention, datesIn } from './find-dates.ts';

const BETWEEN = 5;
/** "vom 1. Juni bis zum 9. Juli": a time, and no two days of which one is given up; folded. */
const SPAN: ReadonlySet<string> = new Set(
  'bis hasta jusqu fino ate do до tot sampai hingga まで 까지 och i и e et und en y'.split(' '),
);

/** 'from' for the day that is given up, 'to' for the one that comes instead; null for any other. */
export function endOfMove(
  line: Line,
  mention: DateMention,
  lead: Step,
  publishedOn: Day | null,
): 'from' | 'to' | null {
  if (line.lang === 'en') return null;
  const isPutOff = line === lead.line ? lead.family === 'delay' : lineHas(line, 'verb', 'delay');
  if (!isPutOff || lead.action !== 'delayed') return null;
  const dates = datesIn(line, publishedOn);
  const at = dates.findIndex(({ from }) => from === mention.from);
  if (isMove(line, mention, dates[at + 1])) return 'from';
  const before = dates[at - 1];
  return before !== undefined && isMove(line, before, mention) ? 'to' : null;
}

function isMove(line: Line, first: DateMention, second: DateMention | undefined): boolean {
  if (second === undefined || second.from - first.to > BETWEEN || second.day <= first.day)
    return false;
  for (let at = first.to; at < second.from; at += 1) {
    if (SPAN.has(tokenText(line, at)) || tokenText(line, at) === ',') return false;
  }
  return second.from > first.to;
}
