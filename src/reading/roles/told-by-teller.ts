// Who lays a tariff that nobody is said to lay: who tells of it, or who opens the text. In: the leading step and the roles
// found so far. Out: whether an imposer was added.
import type { Action } from '../../domain/reading.ts';
import { type PlaceGroup, placeGroups } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { hitsOf, type Line, lineHas, type Scene, tokenText, wordBefore } from '../words/scene.ts';
import { lastPlaceOf, wordGroup } from '../words/word-groups.ts';
import { addAll, type Found } from './found.ts';

const SPEAKS = /^(?:said|says|announced|announces|confirmed|confirms|warned)$/;

/** Blocs of states without a code of their own. */
export const BLOCS = wordGroup(
  'community mercosur mercosul asean gcc sacu ecowas caricom eaeu eac comesa sadc brics eurasian',
);
const BLOCS_IN_RUSSIAN = wordGroup('еэк еаэс');
const BLOC_WITHIN = 3;

/** "Mercosur agrees to raise its duty, USDA said": a bloc acts, and whoever only reports it lays nothing. */
export function isByBloc({ line, verb }: Step): boolean {
  if (line.lang === 'ru') return lastPlaceOf(line, BLOCS_IN_RUSSIAN) >= 0;
  if (line.lang !== 'en') return false;
  const at = lastPlaceOf(line, BLOCS, Math.max(0, verb.from - BLOC_WITHIN), verb.from);
  return at >= 0 && !placeGroups(line).some((group) => group.to > at && group.to <= verb.from);
}

/** "A 25% tariff on Indian steel will start in August, Brazil said": who tells of a tariff that nobody else is said to lay. */
export function addTeller({ line, action }: Step, imposers: Found, targets: Found): boolean {
  if (line.lang !== 'en' || !LAID.has(action)) return false;
  const teller = placeGroups(line).find(
    (group) =>
      isNamed(group, targets) &&
      wordBefore(line, group.from) === ',' &&
      line.tokens.slice(group.to, group.to + OFFICE_WITHIN).some(({ text }) => SPEAKS.test(text)),
  );
  if (teller === undefined) return false;
  addAll(imposers, teller.codes, line, 'role:who-tells-of-it');
  return true;
}

/** "the Brazilian trade ministry said". */
const OFFICE_WITHIN = 3;
const LAID: ReadonlySet<Action> = new Set([
  'imposed',
  'increased',
  'delayed',
  'suspended',
  'reduced',
  'removed',
  'threatened',
  'proposed',
  'retaliation-imposed',
]);

function isNamed(group: PlaceGroup, targets: Found): boolean {
  return (
    (group.role === 'bare' || group.role === 'subject') &&
    !group.isPair &&
    group.codes.length === 1 &&
    group.codes.every((code) => code !== 'WORLD' && !targets.has(code))
  );
}

/** "商务部:对原产于墨西哥的进口碧根果发起调查": the office of a state before the colon of a title abroad does what stands behind it;
 * "Peru: Government opens a quota": so does the state before the colon whose office stands behind it. */
export function addCallingOffice(lead: Step, imposers: Found, targets: Found): void {
  const { line, action } = lead;
  const state = stateOfOffice(lead);
  if (state !== null && isNamed(state, targets) && (LAID.has(action) || action === 'quota-set'))
    addAll(imposers, state.codes, line, 'role:state-before-colon');
  const office = line.isTitle && line.lang !== 'en' ? placeGroups(line)[0] : undefined;
  if (office === undefined || office.from > 0 || tokenText(line, office.to) !== ':') return;
  if (!office.kinds.includes('government') || !isNamed(office, targets)) return;
  if (LAID.has(action) || action === 'investigation-opened' || action === 'other')
    addAll(imposers, office.codes, line, 'role:office-before-colon');
}

const OWN_OFFICE = /^(?:government|govt|ministry|minister|cabinet|treasury|parliament|president)$/;

// "Peru: Government opens a quota".
function stateOfOffice({ line, verb }: Step): PlaceGroup | null {
  const [state, other] = line.isTitle && line.lang === 'en' ? placeGroups(line) : [];
  if (state === undefined || state.from > 0 || tokenText(line, state.to) !== ':') return null;
  if (!OWN_OFFICE.test(tokenText(line, state.to + 1))) return null;
  return other !== undefined && other.from < verb.from ? null : state;
}

const AS_SUBJECT: ReadonlySet<string> = new Set([':', ',']);

/** "Brazil: A duty shall be levied", "Brazil, which already charged 10%, took the rate to 25%": who opens the text under a title
 * that names nobody. */
export function addTextOpener(
  scene: Scene,
  { action }: Step,
  imposers: Found,
  targets: Found,
): boolean {
  if (scene.lang !== 'en' || !LAID.has(action) || scene.title === null) return false;
  if (placeGroups(scene.title).some((group) => isNamed(group, targets))) return false;
  const line = scene.lines.find((candidate) => !candidate.isTitle);
  const opener = line === undefined ? undefined : placeGroups(line)[0];
  if (line === undefined || opener === undefined || opener.from > 0) return false;
  if (!isNamed(opener, targets) || !AS_SUBJECT.has(tokenText(line, opener.to))) return false;
  if (!line.classes.has('percent') && !line.classes.has('tariff')) return false;
  // "Indonesia, where the margin was small, escapes": who is let off lays nothing.
  if (lineHas(line, 'verb', 'exempt')) return false;
  addAll(imposers, opener.codes, line, 'role:opens-the-text');
  return true;
}

const TELLS =
  /^(?:said|says|reports?|reported|announced|announces|confirmed|confirms|showed|shows)$/;
const TELLING = /^(?:said|says|according|reports?|reported)$/;
const TELLS_WITHIN = 5;

/** "The duties on India are reinstated, the Brazilian trade body reports", "duty on Indian rice extended: Brazilian ministry": the
 * office behind the comma, where nobody before it acts. */
export function isTellingOffice(
  line: Line,
  group: PlaceGroup,
  groups: readonly PlaceGroup[],
): boolean {
  if (line.lang !== 'en' || group.codes.length !== 1 || group.from === 0) return false;
  if (groups.some((other) => other.from < group.from && ACTS.has(other.role))) return false;
  const first = tokenText(line, group.from - 1) === 'the' ? group.from - 1 : group.from;
  const before = tokenText(line, first - 1);
  const behind = line.tokens.slice(group.to, group.to + TELLS_WITHIN);
  const isOffice = hitsOf(line, 'leadership').some(
    (hit) => hit.from >= group.to && hit.from - group.to <= OFFICE_WITHIN,
  );
  // "Tariff on Indian steel to end, says Brazil": the last word of a title is that of who tells it.
  const isLastWord =
    line.isTitle && group.to === line.tokens.length && tokenText(line, first - 2) === ',';
  if (!isOffice && !isLastWord && !isAcronym(line, group)) return false;
  if (before === ',') return behind.some(({ text }) => TELLS.test(text));
  const isLast = !line.hits.some((hit) => hit.from >= group.to && hit.meanings.has('verb'));
  return isLast && (TELLING.test(before) || (before === ':' && line.isTitle));
}

const ACTS: ReadonlySet<string> = new Set(['bare', 'subject', 'agent', 'owner']);

// "South Africa's ITAC".
function isAcronym({ raw, tokens }: Line, { to, isPossessive }: PlaceGroup): boolean {
  const name = tokens[isPossessive ? to + 1 : to];
  return name !== undefined && /^[A-Z]{3,}$/.test(raw.slice(name.start, name.end));
}
