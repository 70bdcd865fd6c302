// Official titles that only name an inquiry: "Injury inquiry: steel wire", "Anti-dumping investigation: tyres from
// Chad". In: an English title. Out: the step, or null: a verb, paperwork or talk about the inquiry would tell something else.
import { objectsIn, type Step } from '../objects/step-objects.ts';
import { hitsOf, type Line, tokenText } from '../words/scene.ts';

const WEIGHT = 62;
const OPENS_WITHIN = 1;
/** What behind the inquiry names its papers. */
const PAPERWORK =
  /^(?:schedules?|timeline|timetable|record|file|hearing|hearings|update|updates|report|reports|questionnaires?|submissions?|exhibits?)$/;
const OF_GOODS: ReadonlySet<string> = new Set(['on', 'into', 'concerning', 'regarding', ':']);
const TOLD_OTHERWISE = ['frame', 'routine', 'mood', 'saying', 'background'] as const;

/** The inquiry that a title opens with and on which goods it is; nothing but names stands beside the two. */
export function namedProbe(line: Line): Step | null {
  if (line.lang !== 'en' || !line.isTitle || !line.classes.has('product')) return null;
  if (TOLD_OTHERWISE.some((name) => line.classes.has(name))) return null;
  const opener = hitsOf(line, 'probe').find(({ from }) => from <= OPENS_WITHIN);
  // "Investigation on certain pork cuts": behind the preposition stand the goods, whatever their names may mean.
  const isOfGoods = opener?.from === 0 && OF_GOODS.has(tokenText(line, opener.to));
  if (line.classes.has('verb') && !isOfGoods) return null;
  if (line.marks.some((mark) => mark.meanings.has('routine') || mark.meanings.has('frame')))
    return null;
  const object = objectsIn(line).find(
    ({ hit, abouts }) => hit === opener && abouts.includes('probe'),
  )?.hit;
  if (object === undefined || PAPERWORK.test(tokenText(line, object.to))) return null;
  return {
    line,
    verb: object,
    object,
    family: 'nominal',
    about: 'probe',
    mood: 'plain',
    action: 'investigation-opened',
    isBackground: false,
    weight: WEIGHT,
  };
}
