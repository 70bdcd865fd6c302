// Titles of gazettes that number an act and name what it lays: "Notification No. 12/2025: anti-dumping duty on coil", "Decree
// No. 45/2026 on tariff quota for beef". In: a title. Out: the step, or null where a verb tells it. English only.
import type { Action } from '../../domain/reading.ts';
import type { StepObject } from '../objects/action-table.ts';
import { objectsIn, type Step } from '../objects/step-objects.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitsOf, type Line, means } from '../words/scene.ts';
import { says, wordGroup } from '../words/word-groups.ts';
import { isReliefTaken } from './relief-taken.ts';

const ACTS: ReadonlySet<string> = new Set(
  'notification regulation order decree announcement notice circular ordinance decision resolution proclamation act instrument communique gazette pmk sro'.split(
    ' ',
  ),
);
const NUMBER_WITHIN = 10;
const WEIGHT = 62;
const LAID = ['AD', 'CVD', 'safeguard', 'plain', 'retaliation'] as const;

const COLONS: ReadonlySet<string> = new Set([':', ';', '-', '–', '—']);
const ABOUT: ReadonlySet<string> = new Set(['on', 'concerning', 'regarding']);
/** A number as gazettes print it; "Executive Order 14257 on tariffs" may be news of what others make of it. */
const NUMBERED = /\bno\.? ?\d|[\d)]\/\d/i;

/** The step of a title that numbers an act and names what it lays, lets off or opens. */
export function numberedAct(line: Line): Step | null {
  if (line.lang !== 'en' || line.classes.has('routine') || says(line, REVIEWS)) return null;
  const end = breakOf(line);
  const isHeaded = end >= 0 && isNumber(line, 0, end);
  const tail = isHeaded ? -1 : tailOf(line);
  if (!isHeaded && tail < 0) return null;
  const isNamed = (hit: Hit): boolean => (isHeaded ? hit.from > end : hit.to <= tail);
  // "duty on glass excluding mirrors": the verb only names the goods.
  if (hitsOf(line, 'verb').some((hit) => isNamed(hit) && !hit.meanings.has('except'))) return null;
  const told = objectsIn(line).filter(({ hit }) => isNamed(hit));
  const [noun, next] = told;
  // "customs duty waiver for rice": the relief from the duty is meant.
  const isSpared = next?.hit.from === noun?.hit.to && next?.abouts.includes('relief') === true;
  const first = isSpared ? next : noun;
  if (first === undefined) return null;
  const { hit: object, abouts } = first;
  const about = WHAT.find((kind) => abouts.includes(kind));
  if (about === undefined) return null;
  if (about === 'tariff' && !LAID.some((kind) => means(object, 'tariff', kind))) return null;
  const isTaken = about === 'relief' && isReliefTaken(line, object);
  const action: Action = isTaken ? 'exemption-ended' : DONE[about];
  const step = { line, verb: object, object, family: 'nominal', about, action };
  return { ...step, mood: 'plain', isBackground: false, weight: WEIGHT };
}

// The tokens from `from` to `to` number an act: "Notification No. 12/2025", "G.S.R. 312(E)".
function isNumber(line: Line, from: number, to: number): boolean {
  const words = line.tokens.slice(from, to);
  if (!words.some(({ text }) => /\d/.test(text))) return false;
  return words.some(({ text }) => ACTS.has(text)) || (from === 0 && isOfSeries(line, to));
}

// "Anti-dumping duty on glass - Notification No. 12/2025": the dash before an act that is numbered behind what it lays.
function tailOf(line: Line): number {
  const at = line.tokens.findLastIndex(
    ({ text }, place) =>
      COLONS.has(text) && NUMBER_OF.test(line.tokens[place + 1]?.text ?? '') && place > 0,
  );
  return at > 0 && isNumber(line, at, line.tokens.length) ? at : -1;
}

const REVIEWS = wordGroup('review reviews');
const NUMBER_OF = /^(?:notification|order|circular|regulation|decree)$/;

const SERIES = /\b(?:G\.?S\.?R|S\.?R\.?O|S\.?O|SOR|P\.C)[./]? ?(?:No\.? ?)?\d/;

// "G.S.R. 312(E): anti-dumping duty on glass": the series of a gazette stands for the act.
function isOfSeries(line: Line, end: number): boolean {
  const [first, last] = [line.tokens[0], line.tokens[end - 1]];
  return (
    first !== undefined && last !== undefined && SERIES.test(line.raw.slice(first.start, last.end))
  );
}

const WHAT = ['relief', 'quota', 'tariff'] as const satisfies readonly StepObject[];

const DONE = {
  relief: 'exempted',
  quota: 'quota-set',
  tariff: 'imposed',
} as const satisfies Readonly<Record<(typeof WHAT)[number], Action>>;

// Where the name of the act ends: at a colon, or before what it is on.
function breakOf(line: Line): number {
  const at = line.tokens.findIndex(({ text }) => COLONS.has(text));
  if (at >= 0 && at <= NUMBER_WITHIN) return at;
  const about = line.tokens.findIndex(({ text }) => ABOUT.has(text));
  const [first, second] = [line.tokens[0], line.tokens[about]];
  if (about < 0 || about > NUMBER_WITHIN || first === undefined || second === undefined) return -1;
  return NUMBERED.test(line.raw.slice(first.start, second.start)) ? about : -1;
}
