// Titles without a verb that call a tariff or a quota new: "New Canadian surtaxes and tariff rate quotas on steel imports". In: a title
// and the steps told elsewhere. Out: the step, or null where the text calls it only planned. English only.
import type { Action } from '../../domain/reading.ts';
import { lineEndsAsQuestion, type Step } from '../objects/step-objects.ts';
import { hitOver, hitsOf, type Line, tokenText } from '../words/scene.ts';

const WEIGHT = 62;
/** Words between "New" and the tariff: whose it is, what kind, and up to two more of the like. */
const NAMED_WITHIN = 4;
const ABOUT: ReadonlySet<string> = new Set(['on', 'for', 'against']);
const OPEN: ReadonlySet<Action> = new Set(['proposed', 'threatened', 'retaliation-threatened']);
/** What may be named behind: goods, places, figures, days; an unknown word may be a verb. */
const NAMING = ['product', 'goods', 'place', 'percent', 'effective', 'month', 'number'] as const;
const SMALL: ReadonlySet<string> = new Set(
  'on for against from of and or certain some all other the to at a an in'.split(' '),
);

const KINDS =
  /^(?:import|additional|extra|provisional|temporary|higher|steep|global|national|section|\d+|customs)$/;

/** The step of a title that opens with a new tariff or quota and then only says on what, from where and from when. */
export function newTariff(line: Line, others: readonly Step[]): Step | null {
  if (line.lang !== 'en' || !line.isTitle || tokenText(line, 0) !== 'new') return null;
  if (line.classes.has('frame') || line.classes.has('background') || lineEndsAsQuestion(line))
    return null;
  const named = [...hitsOf(line, 'tariff'), ...hitsOf(line, 'quota')];
  const object = named.find(({ from }) => from >= 1 && from <= NAMED_WITHIN);
  const last = named.findLast(({ to }) => ABOUT.has(tokenText(line, to)));
  if (object === undefined || last === undefined || object.meanings.has('verb')) return null;
  const isKnown = (at: number): boolean =>
    line.tokens[at]?.kind !== 'word' ||
    SMALL.has(tokenText(line, at)) ||
    NAMING.some((name) => hitOver(line, at)?.meanings.has(name) === true);
  const kind = line.tokens.slice(1, object.from).map((_, at) => 1 + at);
  const behind = line.tokens.slice(last.to).map((_, at) => last.to + at);
  if (!kind.every((at) => isKnown(at) || KINDS.test(tokenText(line, at)))) return null;
  if (!behind.every(isKnown) || !line.classes.has('product')) return null;
  if (others.some(({ isBackground, action }) => !isBackground && OPEN.has(action))) return null;
  const about = object.meanings.has('quota') ? ('quota' as const) : ('tariff' as const);
  const action = about === 'quota' ? 'quota-set' : 'imposed';
  const told = { line, verb: object, object, family: 'nominal', about, mood: 'plain' as const };
  return { ...told, action, isBackground: false, weight: WEIGHT };
}
