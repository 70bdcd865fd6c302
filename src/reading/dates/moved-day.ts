// The days of a step that is put off or brought forward: the one it moves to, the one that is given up. In: a date in its sentence and
// the leading step. Out: yes or no.
import type { Step } from '../steps/find-steps.ts';
import type { Hit } from '../words/lexicon.ts';
import { type Line, lineHas, tokenText } from '../words/scene.ts';
import type { DateMention } from './find-dates.ts';
import { isRetroactive } from './weekday-behind.ts';

const UNTIL: ReadonlySet<string> = new Set(['to', 'until', 'till']);
const FORWARD: ReadonlySet<string> = new Set(['forward', 'up', 'ahead']);

/** "delays the tariff to July 9", "brings it forward to 1 July", "retroactively to 14 May": the day on which it then begins. */
export function movesTo(line: Line, until: Hit, mention: DateMention, lead: Step): boolean {
  // "lùi hạn áp thuế tới 9/7", "bis 1. August verschoben": elsewhere any word for "until".
  if (line.lang !== 'en')
    return line === lead.line && lead.family === 'delay' && mention.from - until.to <= 1;
  if (until.to !== mention.from || !UNTIL.has(tokenText(line, until.from))) return false;
  if (isRetroactive(line, mention.from)) return true;
  if (line !== lead.line && !isPutOffThere(line, lead)) return false;
  const isForward = line.tokens
    .slice(0, until.from)
    .some(({ text }, at, all) => FORWARD.has(text) && BRINGING.test(all[at - 1]?.text ?? ''));
  return isForward || lead.family === 'delay';
}

/** A later sentence that tells once more how the step is put off, with its day. */
export function isPutOffThere(line: Line, lead: Step): boolean {
  if (line.lang !== 'en' || lead.family !== 'delay') return false;
  return lineHas(line, 'verb', 'delay') || line.tokens.some(({ text }) => BRINGING.test(text));
}

const BRINGING = /^(?:bring|brings|brought|bringing|move|moves|moved|moving)$/;

/** "delays it from 1 July to 1 August", "from this Thursday to": the day that is given up. */
export function isMovedFrom(line: Line, mention: DateMention, lead: Step): boolean {
  const from = tokenText(line, mention.from - 1) === 'this' ? mention.from - 2 : mention.from - 1;
  return (
    lead.family === 'delay' &&
    (line === lead.line || isPutOffThere(line, lead)) &&
    tokenText(line, from) === 'from' &&
    tokenText(line, mention.to) === 'to'
  );
}
