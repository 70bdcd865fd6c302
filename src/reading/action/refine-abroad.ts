// Actions that other languages than English tell by who speaks: who wants to be spared asks for it, what a court stops is struck
// down. In: the scene, the leading step. Out: the action meant, or null. Rules of the table in refine-action.ts.
import type { Action } from '../../domain/reading.ts';
import { percentsIn } from '../figures/find-percents.ts';
import { isFromOfFromTo } from '../figures/from-to.ts';
import { isOld } from '../figures/old-rates.ts';
import { type PlaceGroup, placeGroups } from '../places/read-places.ts';
import { toldOfOther } from '../places/told-of-other.ts';
import type { Step } from '../steps/find-steps.ts';
import {
  hitBefore,
  hitFrom,
  hitsOf,
  type Line,
  lineHas,
  means,
  type Scene,
  tokenText,
} from '../words/scene.ts';
import { says, wordGroup } from '../words/word-groups.ts';

const SPARING: ReadonlySet<Action> = new Set(['exempted', 'proposed', 'exemption-ended']);
const SPARED: ReadonlySet<string> = new Set(['exempt', 'grant']);

const LOWERING: ReadonlySet<string> = new Set(['cut', 'remove', 'suspend', 'delay', 'exempt']);

/** "Polska chce wyjątku od amerykańskich ceł": whoever wants to be spared from another's tariff only asks. */
export function wishToBeSpared(scene: Scene, lead: Step, steps: readonly Step[]): Action | null {
  const { line, family, about, mood, action } = lead;
  if (line.lang === 'en') return seeksAnothersCut(lead) ? 'exemption-sought' : null;
  if (!SPARING.has(action)) return null;
  if (!SPARED.has(family) && about !== 'relief') return null;
  // "Chile dice que Trump aceptó estudiar una exención": who tells that it is weighed has asked for it.
  if (action === 'proposed' && toldOfOther(line) !== null) return 'exemption-sought';
  const isWish = mood === 'plan' || mood === 'seek' || family === 'propose';
  if (isWish && !isWeighed(line) && isOthersTariff(lead)) return 'exemption-sought';
  const { title } = scene;
  const isAskedInTitle =
    title !== null &&
    title !== line &&
    !steps.some((step) => step.line.isTitle) &&
    (lineHas(title, 'mood', 'seek') || lineHas(title, 'verb', 'seek')) &&
    !lineHas(title, 'verb', 'deny');
  return isAskedInTitle ? 'exemption-sought' : null;
}

const WEIGHING = wordGroup(
  /^(?:estudia|sopesa|baraja|valora|plantea|considera|avalia|cogita|analisa|analiza|erwag|pruf|rozwaza|analizuj|overweg|overweeg|valuta|pensa|degerlendir|pertimbang|kaji|рассматрив|изуча|обдумыва|envisage|songe|etudie)/,
);
const WEIGHING_SIGNS = /考虑|考慮|研究|检讨|検討|검토|고려|cân nhắc|xem xét/;

// "EE UU estudia eximir a Japón", "考虑豁免": who weighs a relief may grant it; who wants one asks.
function isWeighed(line: Line): boolean {
  return says(line, WEIGHING) || WEIGHING_SIGNS.test(line.raw);
}

// "Malaysia seeks to lower US tariff": who wants another's tariff down asks for it.
function seeksAnothersCut(lead: Step): boolean {
  const { line, family, about, mood, action } = lead;
  if (action !== 'proposed' || mood !== 'plan' || about !== 'tariff' || !LOWERING.has(family))
    return false;
  const owner = placeGroups(line).find(
    (group) => group.role === 'owner' && group.to === lead.object.from,
  );
  return owner !== undefined && isOthersTariff(lead);
}

// The first country of the sentence wants it, another owns the tariff.
function isOthersTariff({ line }: Step): boolean {
  const [wisher, ...others] = placeGroups(line);
  if (wisher === undefined) return false;
  if (wisher.role === 'owner' && hitFrom(line, wisher.to)?.meanings.has('verb') !== true)
    return false;
  return others.some(
    (group) =>
      (group.role === 'owner' ||
        group.role === 'place' ||
        FROM.has(group.preposition) ||
        isRightBehind(line, group)) &&
      !group.codes.some((code) => code === 'WORLD' || wisher.codes.includes(code)),
  );
}

// "wyłączenia z ceł Brazylii": the phrase of the relief holds the tariff whose owner follows.
function isRightBehind(line: Line, { from }: PlaceGroup): boolean {
  return hitBefore(line, from)?.meanings.has('relief') === true;
}

/** "uitzondering van Brazilië", "exemption du Brésil": from whom it is wanted, folded. */
const FROM: ReadonlySet<string> = new Set(
  'du de des d da dal dalla dall del van von od от cua dari'.split(' '),
);

const STOPPED: ReadonlySet<Action> = new Set(['removed', 'suspended', 'exemption-denied']);

/** "Stop ai dazi di Trump, la corte": outside English the court may stand behind what it stops. */
export function courtStops(_scene: Scene, lead: Step): Action | null {
  const { line, about, action, mood } = lead;
  if (line.lang === 'en' || about !== 'tariff' || !STOPPED.has(action)) return null;
  const isCourts = line.classes.has('court') && (mood === 'plain' || mood === 'future');
  return isCourts && !lineHas(line, 'verb', 'seek') ? 'struck-down' : null;
}

/** "관세 30%→5%", "passent de 10 % à 25 %": the figures tell a rise or a cut that the verb leaves open. */
export function changedByFigures(
  _scene: Scene,
  { line, action, about, family }: Step,
): Action | null {
  if (line.lang === 'en' || action !== 'imposed' || about !== 'tariff') return null;
  const all = percentsIn(line, line.lang);
  const isInstead = family === 'tax' && !line.classes.has('mood');
  const old = all.find(
    (percent) => isFromOfFromTo(line, percent, all) || (isInstead && isOld(line, percent, all)),
  );
  if (isInstead && old !== undefined && old === all[1])
    return byTwo(old.value, all[0]?.value ?? old.value);
  const made = old === undefined ? undefined : all.find((percent) => percent.from >= old.to);
  return old === undefined || made === undefined ? null : byTwo(old.value, made.value);
}

function byTwo(old: number, made: number): Action | null {
  if (made === old) return null;
  return made < old ? 'reduced' : 'increased';
}

/** "対日自動車関税15%発動" / "関税を15％に引き下げた": the text tells whether the rate of the title is a cut or a rise. */
export function changeInText(_scene: Scene, lead: Step, steps: readonly Step[]): Action | null {
  const { line, action, about } = lead;
  if (line.lang === 'en' || action !== 'imposed' || about !== 'tariff' || !line.isTitle)
    return null;
  const rates = percentsIn(line, line.lang).map(({ value }) => value);
  const told = steps.find(
    (step) =>
      !step.line.isTitle &&
      step.line.index <= TOLD_WITHIN &&
      !step.isBackground &&
      (step.action === 'reduced' || step.action === 'increased') &&
      percentsIn(step.line, line.lang).some(({ value }) => rates.includes(value)),
  );
  return told?.action ?? null;
}

const TOLD_WITHIN = 2;

const TOLD_IN_TEXT: ReadonlySet<Action> = new Set(['imposed', 'increased', 'retaliation-imposed']);
const TURNS: readonly (readonly [family: string, action: Action])[] = [
  ['deny', 'exemption-denied'],
  ['suspend', 'suspended'],
  ['delay', 'delayed'],
  ['threaten', 'threatened'],
];

/** "L'Europe suspend sa riposte" / "Les contre-mesures, qui devaient entrer en vigueur": the title's verb tells what becomes of
 * the tariff that only the text names. */
export function turnedByTitle({ title }: Scene, lead: Step, steps: readonly Step[]): Action | null {
  if (title === null || title.lang === 'en' || lead.line.index !== 1 || lead.line.isTitle)
    return null;
  if (steps.some((step) => step.line.isTitle)) return null;
  // "Trump grozi odwetem" / "Zapowiedział cła": what is threatened is announced as well.
  if (lead.action === 'proposed' && lineHas(title, 'verb', 'threaten')) return 'threatened';
  if (!TOLD_IN_TEXT.has(lead.action)) return null;
  if (!title.classes.has('place') || lineHas(title, 'mood', 'not')) return null;
  const [, action] = TURNS.find(([family]) => lineHas(title, 'verb', family)) ?? [];
  const isRefusal = action === 'exemption-denied';
  const isOfRelief = RELIEVING.some((family) => lineHas(title, 'verb', family));
  return isRefusal && !isOfRelief ? null : (action ?? null);
}

const RELIEVING = ['exempt', 'seek', 'cut', 'remove'] as const;

/** "EU “철강 관세 50%로”…이달 중 제안할 듯": the second half of a title tells that the first is only planned. */
export function plannedBeside(scene: Scene, { line, family, action }: Step): Action | null {
  if (line.lang === 'en' || !line.isTitle || family !== 'nominal' || action !== 'imposed')
    return null;
  const other = scene.lines.filter((candidate) => candidate.isTitle && candidate !== line);
  if (other.some((half) => lineHas(half, 'mood', 'threat'))) return 'threatened';
  const isPlan = (half: Line): boolean =>
    lineHas(half, 'mood', 'plan') ||
    lineHas(half, 'mood', 'cond') ||
    lineHas(half, 'verb', 'propose');
  return other.some(isPlan) ? 'proposed' : null;
}

/** "Trump: 200 procent op wijn" / "Hij reageert op de tegenheffing": the answer that the title only holds out. */
export function answerHeldOut(_scene: Scene, lead: Step, steps: readonly Step[]): Action | null {
  const { line, family, action } = lead;
  if (line.lang === 'en' || line.isTitle || family !== 'retaliate') return null;
  if (action !== 'retaliation-imposed') return null;
  const told = steps.find((step) => step.line.isTitle && !step.isBackground);
  return told?.action === 'threatened' ? 'retaliation-threatened' : null;
}

/** "halbiert zollfreie Stahlmenge": what is cut is the amount that enters free. */
export function freeAmountCut(
  _scene: Scene,
  { line, family, action, object }: Step,
): Action | null {
  if (line.lang === 'en' || family !== 'cut' || action !== 'exemption-ended') return null;
  return object.meanings.has('zerorate') ? 'quota-set' : null;
}

/** "Importtarief gaat naar nul": what goes to nothing is lifted. */
export function goesToNothing(_scene: Scene, { line, action, about, family }: Step): Action | null {
  if (line.lang === 'en' || about !== 'tariff') return null;
  // "Altera para zero por cento as alíquotas": what is changed to nothing is lowered.
  if (family === 'amend' && action === 'other' && line.classes.has('zerorate')) return 'reduced';
  if (!TOLD_IN_TEXT.has(action)) return null;
  // "yüzde sıfır ile 50 arasında": nothing is only where the range begins.
  const isAboveZero = percentsIn(line, line.lang).some(({ value }) => value > 0);
  return line.classes.has('zerorate') && !line.classes.has('percent') && !isAboveZero
    ? 'removed'
    : null;
}

/** "日本車の関税15%に" / "現行の27.5%から下がる": the old rate of the text tells which way the rate of the title goes. */
export function comparedWithText(
  scene: Scene,
  { line, action, about, family }: Step,
): Action | null {
  if (line.lang === 'en' || family !== 'nominal' || action !== 'imposed' || about !== 'tariff')
    return null;
  const [made, ...others] = line.isTitle ? percentsIn(line, line.lang) : [];
  if (made === undefined || others.length > 0) return null;
  for (const text of scene.lines) {
    if (text.isTitle || text.index > TOLD_WITHIN) continue;
    const all = percentsIn(text, line.lang);
    const old = all.find((percent) => isOld(text, percent, all));
    if (old === undefined || old.value === made.value) continue;
    return made.value < old.value ? 'reduced' : 'increased';
  }
  return null;
}

/** "Trump raddoppia: dazi al 50%": before the colon the verb tells that the rate is a rise. */
export function raisedBefore(_scene: Scene, { line, action, about, object }: Step): Action | null {
  if (line.lang === 'en' || action !== 'imposed' || about !== 'tariff' || !line.isTitle)
    return null;
  const verb = hitsOf(line, 'verb').find(
    (hit) => means(hit, 'verb', 'raise') && hit.to < object.from,
  );
  const isColon = verb !== undefined && tokenText(line, verb.to) === ':';
  return isColon && line.classes.has('percent') ? 'increased' : null;
}
