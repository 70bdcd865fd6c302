// What a relief comes to: a reprieve told by the text, a favour that was the ordinary rate, a duty that is back because the
// relief ran out. Rules of the table in refine-action.ts. Out: the action meant, or null.
import type { Action } from '../../domain/reading.ts';
import { placeGroups } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { hitsOf, type Scene, tokenText } from '../words/scene.ts';

const VAGUE_RELIEF: ReadonlySet<string> = new Set(['reprieve', 'relief', 'break']);
const CLEARER: ReadonlySet<Action> = new Set(['reduced', 'suspended', 'delayed', 'removed']);

/** "win reprieve": what the relief is stands in the next sentences. */
export function vagueRelief(_scene: Scene, lead: Step, steps: readonly Step[]): Action | null {
  if (lead.action !== 'exempted' || lead.about !== 'relief') return null;
  if (!VAGUE_RELIEF.has(lead.line.tokens[lead.object.to - 1]?.text ?? '')) return null;
  const told = steps.find(
    (step) => !step.isBackground && step.about === 'tariff' && CLEARER.has(step.action),
  );
  return told?.action ?? null;
}

const ZEROING: ReadonlySet<string> = new Set(['apply', 'impose', 'start', 'announce']);

/** "implements zero tariffs on imports from": the tariff is gone, nobody is let off it. */
export function zeroForAll(_scene: Scene, lead: Step): Action | null {
  if (!ZEROING.has(lead.family)) return null;
  if (lead.action === 'imposed') return isSetAtZero(lead) ? 'removed' : null;
  return lead.action === 'exempted' && lead.object.meanings.has('zerorate') ? 'removed' : null;
}

// "sets the import duty on copper at zero".
function isSetAtZero({ line, object }: Step): boolean {
  if (line.lang !== 'en' || line.classes.has('percent')) return false;
  const zero = hitsOf(line, 'zerorate').find((hit) => hit.from >= object.to);
  return zero !== undefined && tokenText(line, zero.from) === 'at';
}

const ENDED: ReadonlySet<Action> = new Set([
  'exemption-ended',
  'exemption-denied',
  'removed',
  'reduced',
]);

/** "strips Russia of most-favoured-nation status": the ordinary rate is no exemption; without it goods pay more. */
export function favourEnds(_scene: Scene, { line, object, about, action }: Step): Action | null {
  if (about !== 'relief' || !ENDED.has(action)) return null;
  const words = line.tokens.slice(object.from, object.to).map(({ text }) => text);
  return words.some((text) => FAVOURED.has(text)) || words.includes('normal') ? 'increased' : null;
}

const FAVOURED: ReadonlySet<string> = new Set(['mfn', 'favoured', 'favored', 'pntr']);
const PAUSE = /^(?:suspensions?|pauses?|freezes?|moratoriums?)$/;
const OFTEN: ReadonlySet<string> = new Set(['impose', 'announce', 'approve', 'start', 'commit']);

/** "announces duty suspension": nothing is laid; "ends the duty suspension": what was let off pays again. */
export function pauseIsNamed(
  _scene: Scene,
  { line, object, family, about, action }: Step,
): Action | null {
  if (line.lang !== 'en' || about !== 'tariff' || !PAUSE.test(tokenText(line, object.to)))
    return null;
  if (action === 'removed' && family === 'remove') return 'exemption-ended';
  if (action === 'threatened') return 'proposed';
  const isMade = action === 'imposed' && OFTEN.has(family);
  return isMade || (action === 'other' && family === 'extend') ? 'suspended' : null;
}

/** "Modifying duties on imports from Peru" / "Products of Peru are no longer subject to them": whose duty it is bears it no more. */
export function liftedFromState({ title }: Scene, { line, action, verb }: Step): Action | null {
  if (action !== 'exempted' || line.lang !== 'en' || line.isTitle || title === null) return null;
  if (!title.classes.has('tariff') || line.classes.has('product')) return null;
  const words = line.tokens.slice(verb.from, verb.to).map(({ text }) => text);
  const [spared, changed] = [placeGroups(line)[0], placeGroups(title)];
  const isSame =
    spared !== undefined &&
    spared.to <= verb.from &&
    // "products of India shall no longer be subject to it" under a title that names over whom it was laid.
    (tokenText(line, spared.from - 1) === 'of' ||
      (changed.length === 1 && changed[0]?.codes.join() === spared.codes.join()));
  return isSame && words.includes('longer') ? 'removed' : null;
}

const BACK: ReadonlySet<string> = new Set(['back', 'returns', 'returned', 'again']);

/** "the 11% duty is back" / "The exemption lapsed": what was spared pays again. */
export function reliefIsOver(_scene: Scene, lead: Step, steps: readonly Step[]): Action | null {
  const { line, verb, action } = lead;
  if (action !== 'imposed' || lead.family !== 'start' || line.lang !== 'en') return null;
  if (!BACK.has(tokenText(line, verb.to - 1))) return null;
  return steps.some((step) => step.action === 'exemption-ended' && step.mood === 'plain')
    ? 'exemption-ended'
    : null;
}
