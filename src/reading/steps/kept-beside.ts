// What a sentence says to be kept as it is beside its step: "sets a surcharge and continues the suspension of duty-free entry". In: a
// sentence and a place in it. Out: yes or no.
// English only.
import type { Step } from '../objects/step-objects.ts';
import { isParted, type Line, oncePerLine, tokenText } from '../words/scene.ts';
import { says, wordGroup } from '../words/word-groups.ts';

type Span = { readonly from: number; readonly to: number };

const KEEPING = wordGroup(
  /^(?:keeps?|keeping|continues?|continuing|maintains?|maintaining|retains?|retaining)$/,
);
const JOINED: ReadonlySet<string> = new Set([',', 'and', 'but', 'while', 'whilst']);
/** "keeps raising tariffs", "continues to impose": what is kept up is done. */
const KEPT_UP = /^(?:to|on|up|\w+ing)$/;

const keptIn = oncePerLine((line): Span | null => {
  if (line.lang !== 'en' || !says(line, KEEPING)) return null;
  const from = line.tokens.findIndex(
    ({ text }, at) => KEEPING.has(text) && at > 0 && !KEPT_UP.test(tokenText(line, at + 1)),
  );
  if (from < 0) return null;
  const end = line.tokens.findIndex(
    ({ text }, at) => at > from && (text === ',' || isParted(line, at, at + 1)),
  );
  const isJoined = JOINED.has(tokenText(line, from - 1));
  // "keeps the exemption for toys, raises the duty on shoes": what is kept may stand first.
  if (!isJoined && (end < 0 || isVoted(line, from))) return null;
  return { from, to: end < 0 ? line.tokens.length : end };
});

// "votes to continue the inquiry into tiles from China, India, and Peru": to go on is the step, whatever commas follow.
function isVoted(line: Line, at: number): boolean {
  return tokenText(line, at - 1) === 'to' && tokenText(line, at - 2).startsWith('vote');
}

/** True for a place in the clause that keeps something as it is. */
export function isKeptBeside(line: Line, at: number): boolean {
  const span = keptIn(line);
  return span !== null && at >= span.from && at < span.to;
}

/** True for a step of that clause where the sentence tells another. */
export function isStepKept({ line, verb }: Step, steps: readonly Step[]): boolean {
  return (
    isKeptBeside(line, verb.from) && steps.some((other) => !isKeptBeside(line, other.verb.from))
  );
}

/** True for goods of that clause where the step is told outside it: "raises the duty on shoes, keeps the exemption for toys". */
export function isKeptNextTo(line: Line, goods: { readonly from: number }, lead: Step): boolean {
  const isOwn = line === lead.line && isKeptBeside(line, lead.verb.from);
  return !isOwn && isKeptBeside(line, goods.from);
}
