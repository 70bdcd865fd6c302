// What an answer answers: a measure of another state, or only a surge at home, a breakdown of talks, an advertisement. In: a line and
// the words that tell an answer. Out: whether it answers no measure.
import type { Hit } from '../words/lexicon.ts';
import { hitsOf, type Line, tokenText } from '../words/scene.ts';

const CAUSE_WITHIN = 6;
const AT_HOME: ReadonlySet<string> = new Set(
  'import imports influx surge flood glut complaint complaints petition petitions request requests shortage shortages prices inflation demand dumping industry farmers producers crisis findings'.split(
    ' ',
  ),
);

/** "in response to a surge in imports": no other state has done anything that is answered. */
export function isHomegrown(line: Line, answer: Hit): boolean {
  const behind = line.tokens.slice(answer.to, answer.to + CAUSE_WITHIN);
  const end = behind.findIndex(({ kind, text }) => kind === 'mark' || text === "'s");
  const cause = end < 0 ? behind : behind.slice(0, end);
  const at = cause.findIndex(({ text }) => AT_HOME.has(text));
  if (at < 0) return false;
  return !line.hits.some(
    (hit) =>
      hit.from >= answer.to &&
      hit.from < answer.to + at &&
      (hit.meanings.has('place') || hit.meanings.has('tariff')),
  );
}

const ANSWERED =
  /^(?:tariff|dut(?:y|ies)|lev(?:y|ies)|tax|measure|move|curb|ban|action|decision|probe|step|surtax|quota)/;
const ANSWER_WITHIN = 8;
const CLAUSE_MARKS: ReadonlySet<string> = new Set([',', ';', ':', '-']);
const IN_ANSWER: ReadonlySet<string> = new Set(['response', 'answer', 'reply', 'reaction']);
const COUNTERING: ReadonlySet<string> = new Set(['counter', 'countered', 'countering']);
const ENDS: ReadonlySet<string> = new Set('on and from after with as in'.split(' '));

/** "in response to a television ad", "to China's unfair practices", "to its purchases of oil": what is answered is no measure
 * of a state. A state named alone ("in response to Washington") stands for its measure. */
export function answersNoState(line: Line, { from, to }: Hit): boolean {
  if (line.lang !== 'en') return false;
  const end = tokenText(line, to - 1) === 'to' ? to - 1 : to;
  if (answersFailure(line, to) || answersPractices(line, from, end)) return true;
  const isCountering = COUNTERING.has(tokenText(line, from));
  if (!isCountering) {
    // "in response" / "comes in response" / "a direct response to".
    if (!IN_ANSWER.has(tokenText(line, end - 1)) || to - from < 2) return false;
    if (tokenText(line, end) !== 'to') return false;
  }
  const behind = line.tokens.slice(end, end + 1 + ANSWER_WITHIN);
  const mark = behind.findIndex(({ text }) => CLAUSE_MARKS.has(text));
  const answered = mark < 0 ? behind : behind.slice(0, mark);
  if (answered.some(({ text }) => ANSWERED.test(text))) return false;
  // "to counter the glut": only a measure is countered by one.
  if (isCountering) return true;
  return !hitsOf(line, 'place').some(
    (hit) =>
      hit.from > end &&
      hit.from < end + answered.length &&
      tokenText(line, hit.from - 1) !== 'of' &&
      endsThere(line, hit.to),
  );
}

const RESPONDING = /^respond(?:s|ed|ing)?$/;
const PRACTICES = /^(?:polic(?:y|ies)|practices|targeting|dominance|overcapacity|dumping|conduct)$/;

// "responds to China's trade policies": how a state trades is no measure against the other.
function answersPractices(line: Line, from: number, end: number): boolean {
  if (!RESPONDING.test(tokenText(line, from)) || tokenText(line, end) !== 'to') return false;
  const answered = line.tokens.slice(end, end + 1 + ANSWER_WITHIN);
  return (
    answered.some(({ text }) => PRACTICES.test(text)) &&
    !answered.some(({ text }) => /^(?:tariff|dut(?:y|ies)|lev(?:y|ies)|tax|surtax)/.test(text))
  );
}

const FAILURES: ReadonlySet<string> = new Set(
  'failure collapse breakdown lack absence end'.split(' '),
);
const FAILURE_WITHIN = 3;

/** "would respond to a failure of the talks". */
export function answersFailure(line: Line, to: number): boolean {
  if (tokenText(line, to) !== 'to' && tokenText(line, to - 1) !== 'to') return false;
  return line.tokens.slice(to, to + FAILURE_WITHIN).some(({ text }) => FAILURES.has(text));
}

// "to Washington's" and "to Indian purchases" go on to a noun.
function endsThere(line: Line, at: number): boolean {
  const next = line.tokens[at];
  if (next === undefined || ENDS.has(next.text)) return true;
  return next.kind !== 'word' && next.text !== "'s";
}
