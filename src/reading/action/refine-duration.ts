// Words beside a leading step that say how far or how long it goes: "pays a higher tariff", "backs down, for now", "a
// month's reprieve". Rules of the table in refine-action.ts. Out: the action meant, or null.
import type { Action } from '../../domain/reading.ts';
import { percentsIn } from '../figures/find-percents.ts';
import type { Step } from '../steps/find-steps.ts';
import { type Line, type Scene, tokenText } from '../words/scene.ts';
import { placeOf, says, wordGroup } from '../words/word-groups.ts';

const HIGHER: ReadonlySet<string> = new Set(['higher', 'steeper', 'heavier', 'stiffer']);
const DESCRIBED_WITHIN = 4;

/** "to pay a higher 25% tariff": a tariff that stood lower before. */
export function higherRate(_scene: Scene, { action, line, object }: Step): Action | null {
  if (action !== 'imposed' || line.lang !== 'en' || !line.isTitle) return null;
  const before = line.tokens.slice(Math.max(0, object.from - DESCRIBED_WITHIN), object.from);
  return before.some(({ text }) => HIGHER.has(text)) ? 'increased' : null;
}

const COMPARED = ['down', 'up'] as const;

/** "to charge just 25%, down from 50%", "a 25% tariff, up from 10%": what stood before says which way it goes. */
export function comparedRate(scene: Scene, { action, line, verb, object }: Step): Action | null {
  if (action !== 'imposed' || line.lang !== 'en') return null;
  const inPlace = line.isTitle ? comparedBelow(scene, line) : inPlaceOf(line);
  if (inPlace !== null) return inPlace;
  const from = Math.min(verb.to, object.to);
  const at = line.tokens.findIndex(
    ({ text }, place) =>
      place > from &&
      COMPARED.some((word) => word === text) &&
      line.tokens[place + 1]?.text === 'from' &&
      line.tokens[place + 2]?.kind === 'number',
  );
  if (at < 0) return null;
  return line.tokens[at]?.text === 'down' ? 'reduced' : 'increased';
}

const BELOW =
  /\b(\d{1,3}(?:\.\d{1,4})?) ?(?:percent|per cent|%),? (?:down|up) from (?:the )?(\d{1,3}(?:\.\d{1,4})?) ?(?:percent|per cent|%)(?! (?:threat|plan|propos|announc|initial|first))/;
const CHANGED = wordGroup('down up');

// "puts 15% tariff on cars" / "Cars are subject to 15%, down from 25%": the text says what the one rate of the title replaces.
function comparedBelow({ lines }: Scene, title: Line): Action | null {
  const [rate, another] = percentsIn(title, title.lang);
  if (rate === undefined || another !== undefined) return null;
  const text = lines.find((line) => line.index === title.index + 1);
  if (text === undefined || !says(text, CHANGED)) return null;
  const found = BELOW.exec(text.raw.slice(text.start, text.end));
  if (found === null || Number(found[1]) !== rate.value) return null;
  return rate.value < Number(found[2]) ? 'reduced' : 'increased';
}

const IN_PLACE =
  /\bshall be (\d{1,3}(?:\.\d{1,4})?) ?(?:percent|per cent|%) (?:rather than|instead of) (?:the )?(\d{1,3}(?:\.\d{1,4})?) ?(?:percent|per cent|%)/;
const RATHER = wordGroup('rather instead');

// "the additional rate of duty shall be 10 percent rather than 20 percent": an act that sets one rate in place of another.
function inPlaceOf(line: Line): Action | null {
  const found = says(line, RATHER) ? IN_PLACE.exec(line.raw.slice(line.start, line.end)) : null;
  if (found === null) return null;
  return Number(found[1]) < Number(found[2]) ? 'reduced' : 'increased';
}

const FOR_A_TIME =
  /\b(?:for now|for the time being|temporarily|for (?:a period of )?(?:a|an|one|two|three|six|twelve|another|\d+)[ -](?:days?|weeks?|months?|years?))\b/i;
const MOVED: ReadonlySet<string> = new Set(['remove', 'cut']);

/** "backs down on the tariff, for now": what ends for a time is suspended. */
export function forNow(_scene: Scene, lead: Step): Action | null {
  const { action, line, verb, about } = lead;
  if (action !== 'removed' || about !== 'tariff' || !MOVED.has(lead.family)) return null;
  if (line.lang !== 'en' || line.classes.has('court')) return null;
  const end = line.tokens[verb.to - 1];
  return end !== undefined && FOR_A_TIME.test(line.raw.slice(line.start, line.end))
    ? 'suspended'
    : null;
}

const SPANS = /^(?:days?|weeks?|months?|year|hours?)$/;
const RELIEFS: ReadonlySet<string> = new Set([
  'reprieve',
  'breather',
  'break',
  'respite',
  'relief',
]);
const SPAN_WITHIN = 5;

/** "a month's reprieve from the tariff": it comes later. */
export function shortRelief(
  _scene: Scene,
  { action, line, object }: Step,
  steps: readonly Step[],
): Action | null {
  if (action !== 'exempted' || line.lang !== 'en') return null;
  const named = line.tokens.slice(object.from, object.to);
  if (!named.some(({ text }) => RELIEFS.has(text))) return null;
  const before = line.tokens.slice(Math.max(0, object.from - SPAN_WITHIN), object.from);
  if (!before.some(({ text }) => SPANS.test(text))) return null;
  // "grants a year's relief" / "puts off the higher duty": the text says that nothing is halted that applied.
  const isPutOff = steps.some(
    (step) => step.line.index === line.index + 1 && step.action === 'delayed' && !step.isBackground,
  );
  return isPutOff ? 'delayed' : 'suspended';
}

const SPOKEN_WITHIN = 2;

/** "Duties withdrawn" / "The minister approved them but suspended them for 12 months": the text says that it is only for a time. */
export function stoppedInText(scene: Scene, lead: Step, steps: readonly Step[]): Action | null {
  const { action, line, about, family } = lead;
  if (action !== 'removed' || about !== 'tariff' || !line.isTitle || line.lang !== 'en')
    return null;
  if (!MOVED.has(family) || line.classes.has('court')) return null;
  const stop = scene.lines.find(
    (next) =>
      next.index > line.index &&
      next.index <= SPOKEN_WITHIN &&
      SUSPENDS.test(next.raw.slice(next.start, next.end)) &&
      FOR_A_TIME.test(next.raw.slice(next.start, next.end)),
  );
  const isTold = steps.some((step) => step.line === stop && step.action === 'removed');
  if (stop !== undefined && !isTold) return 'suspended';
  // "Duty removed till September 30" / "scrapped the duty for 42 days".
  const isForDays = steps.some(
    ({ line: next, action: done, verb }) =>
      next.index === line.index + 1 && done === 'removed' && isForDaysBehind(next, verb.to),
  );
  return isForDays ? 'suspended' : null;
}

const DAYS = wordGroup('days weeks');

// "scrapped the 11% duty on raw cotton for 42 days".
function isForDaysBehind(line: Line, from: number): boolean {
  const at = placeOf(line, DAYS, from);
  return at > 0 && tokenText(line, at - 2) === 'for' && line.tokens[at - 1]?.kind === 'number';
}

const SUSPENDS = /\b(?:suspend(?:s|ed|ing)?|suspension)\b/i;
