// Paperwork that changes nobody's duty: reviews, schedules, lists, allocations. In: an item's sentences and steps. Out: yes or no.
import type { Action } from '../../domain/reading.ts';
import type { Step } from '../steps/find-steps.ts';
import { additionIn } from '../steps/listed-goods-added.ts';
import type { Hit } from '../words/lexicon.ts';
import { headlineOf, hitBefore, hitsOf, type Line, type Scene, tokenText } from '../words/scene.ts';
import { placeOf, wordGroup } from '../words/word-groups.ts';
import { opensAsSlip } from './read-notice.ts';

/** True for a title of such paperwork that tells no step of its own beside it. */
export function isPaperwork(scene: Scene, steps: readonly Step[]): boolean {
  const title = headlineOf(scene);
  if (title === null) return false;
  if (opensAsSlip(title)) return true;
  const found = title.marks.find((hit) => hit.meanings.has('routine'));
  if (found === undefined) return reviewsTariff(title, steps);
  const opening = scene.lines.find(({ index, isTitle }) => !isTitle && index === 1);
  const isStrong = found.meanings.get('routine')?.includes('trade') === true;
  // "Procedures of the Inclusions Process" / "is adding 407 codes to the list": what the act does, and not only how to ask.
  if (!isStrong && opening !== undefined && additionIn(opening) !== null) return false;
  // "Torna públicos os prazos para a revisão do direito aplicado": what an act says first is what it does.
  if (isStrong && title.lang !== 'en' && found.from === 0) return true;
  const told = steps.filter((candidate) => candidate.line === title && !candidate.isBackground);
  const step = told.find((candidate) => !standsBetween(found, candidate));
  // "Initiation of sunset review investigation of the duty imposed on": what is opened is the review.
  if (isStrong && told.length > 1 && told[0] !== step && told[0]?.about === 'probe') return true;
  const isOpening =
    !isStrong && step?.action === 'investigation-opened' && !/review/.test(title.raw.toLowerCase());
  const isActing =
    step !== undefined &&
    step.family !== 'nominal' &&
    !title.marks.some((mark) => mark.from === step.verb.from && mark.meanings.has('notice')) &&
    (step.action === 'imposed' || (!isStrong && LISTED_ACTS.has(step.action))) &&
    step.object.meanings.has('tariff');
  const isBeside =
    step !== undefined &&
    ((CHANGES.has(step.action) && isParallel(title, found.to, step.verb.from)) ||
      isToldBehind(title, found, step));
  return !(isOpening || isActing || isBeside);
}

const REVIEWED = ['tariff', 'quota', 'relief'] as const;
const REVIEWED_WITHIN = 6;
const ACTING = ['place', 'leadership'] as const;

// "UK reviews steel trade tariff exemptions": what is looked at again stands as it is, as long as the title tells no more.
function reviewsTariff(title: Line, steps: readonly Step[]): boolean {
  const at = title.lang === 'en' ? placeOf(title, REVIEWS) : -1;
  const actor = hitBefore(title, at);
  if (at < 1 || !ACTING.some((name) => actor?.meanings.has(name) === true)) return false;
  if (steps.some(({ line, isBackground }) => line === title && !isBackground)) return false;
  return REVIEWED.some((name) =>
    hitsOf(title, name).some(({ from }) => from > at && from - at <= REVIEWED_WITHIN),
  );
}

const REVIEWS = wordGroup('reviews reviewing');

/** What "a list of goods" in a title may be about and still be news. */
const LISTED_ACTS: ReadonlySet<Action> = new Set(['removed', 'increased', 'exempted']);

const CHANGES: ReadonlySet<Action> = new Set(['imposed', 'increased', 'reduced', 'removed']);

// "to review steel quotas, hike surtax": behind the comma something else is done.
function isParallel(title: Line, from: number, verb: number): boolean {
  return tokenText(title, verb - 1) === ',' && from < verb;
}

/** Steps that a later word for paperwork does not undo. */
const DONE_BEFORE: ReadonlySet<Action> = new Set([...CHANGES, 'proposed', 'suspended']);
const AFTER_WITHIN = 4;
const AFTER: ReadonlySet<string> = new Set(['after', 'following']);

// "revokes the order after a five-year review", "proposes duties; hearing on May 5": what is done is told before.
function isToldBehind(title: Line, found: Hit, { action, family, verb }: Step): boolean {
  if (family === 'nominal' || verb.to > found.from || !DONE_BEFORE.has(action)) return false;
  const before = title.tokens.slice(Math.max(verb.to, found.from - AFTER_WITHIN), found.from);
  if (before.some(({ text }) => AFTER.has(text))) return true;
  return before.at(-1)?.text === ';' && tokenText(title, found.from) === 'hearing';
}

// "begins a review of anti-dumping duties": the review is what begins.
function standsBetween(routine: Hit, { verb, object }: Step): boolean {
  return routine.from >= verb.from && routine.from <= object.from && verb.from < object.from;
}

/** "DS585: India - Additional Duties on Certain Products": the page of a dispute before the WTO. */
export function isDisputePage(title: Line): boolean {
  return tokenText(title, 0) === 'ds' && title.tokens[1]?.kind === 'number';
}
