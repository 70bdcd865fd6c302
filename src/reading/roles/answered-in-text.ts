// Whom an answer hits where its own sentence does not say: "weighs counter-tariffs" / "if Washington goes ahead with its duties",
// "hits back" / "The list covers Indian goods", "threatens tariffs on wine after Trump's car move". In: the item, the leading
// step and the roles found so far. Out: the targets added.
import type { Action } from '../../domain/reading.ts';
import { isAuthority, type PlaceGroup, placeGroups } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { hitsOf, type Line, type Scene, tokenText } from '../words/scene.ts';
import { placeOf, says, wordGroup } from '../words/word-groups.ts';
import { addAll, type Found } from './found.ts';
import { ACTING, firstBefore, isOther, type Sides } from './sides.ts';
import { isPartnerOfHit } from './whose-partner.ts';

const NEAR = 2;

/** An answer hits whoever else acts in the text, or whose goods it says are listed. */
export function addAnswered(scene: Scene, lead: Step, imposers: Found, targets: Found): void {
  if (imposers.size === 0) return;
  for (const isHit of waysOfTelling(lead)) {
    for (const line of scene.lines) {
      if (line.index > NEAR) continue;
      const other = placeGroups(line).find(
        (group) =>
          !group.isPair &&
          !isPartnerOfHit(line, group) &&
          !group.codes.some((code) => code === 'WORLD' || imposers.has(code)) &&
          isHit(line, group, imposers),
      );
      if (other === undefined) continue;
      addAll(targets, other.codes, line, 'role:who-is-answered');
      return;
    }
  }
}

type Telling = (line: Line, group: PlaceGroup, imposers: Found) => boolean;

function waysOfTelling({ action, object }: Step): readonly Telling[] {
  if (action.startsWith('retaliation'))
    return [isRetaliatedFor, actsThere, isAnsweredThere, hasGoodsListed];
  const isAnswer = object.meanings.get('tariff')?.includes('retaliation') === true;
  if (isAnswer) return [actsThere, hasGoodsListed, isTalkedWith];
  return BURDENS.has(action) ? [isAnsweredThere] : [];
}

// "in retaliation for Trump's Greenland threat": who has done it, and not what he threatens over.
function isRetaliatedFor(line: Line, { from }: PlaceGroup): boolean {
  return hitsOf(line, 'retaliation').some(
    ({ to }) => to === from && tokenText(line, to - 1) === 'for',
  );
}

const BURDENS: ReadonlySet<Action> = new Set(['imposed', 'increased', 'threatened', 'proposed']);

// "if Washington goes ahead with its duties"; a leader only where it is his tariff or it falls on the goods of who answers.
function actsThere(line: Line, group: PlaceGroup, imposers: Found): boolean {
  if (!line.classes.has('tariff')) return false;
  if (group.role === 'owner') return true;
  if (!ACTING.has(group.role)) return false;
  return !isAuthority(group) || hitsGoodsOf(line, imposers);
}

function hitsGoodsOf(line: Line, imposers: Found): boolean {
  return placeGroups(line).some(
    ({ role, codes }) => role === 'origin' && codes.every((code) => imposers.has(code)),
  );
}

const ANSWER = wordGroup('response answer answers answered reply retaliation reprisal reaction');
const ANSWER_WITHIN = 5;

// "The list is a response to India's car tariffs", "The duties would answer Indian levies".
function isAnsweredThere(line: Line, { from, role }: PlaceGroup): boolean {
  if (line.lang !== 'en' || line.isTitle || !line.classes.has('tariff')) return false;
  return role === 'owner' && placeOf(line, ANSWER, from - ANSWER_WITHIN, from) >= 0;
}

const LISTED = wordGroup(
  'list lists cover covers affected affect affects target targets worth hit hits',
);

// "The list covers Indian goods worth 20bn".
function hasGoodsListed(line: Line, { role, codes, kinds, preposition }: PlaceGroup): boolean {
  if (line.lang !== 'en' || line.isTitle || !says(line, LISTED)) return false;
  const isNamed = kinds.every((kind) => kind === 'name' || kind === 'demonym');
  return isNamed && codes.length === 1 && (role === 'origin' || preposition === 'from');
}

// "drops retaliatory tariffs" / "The step follows talks with Tokyo".
function isTalkedWith(line: Line, { preposition }: PlaceGroup): boolean {
  return line.lang === 'en' && !line.isTitle && preposition === 'with';
}

const AFTER = wordGroup('after following over');
const DEED =
  /^(?:moves?|tariffs?|dut(?:y|ies)|lev(?:y|ies)|salvo|announcement|hikes?|action|order)$/;
const DEED_WITHIN = 3;

/** "threatens tariffs on wine after Trump's car move": whose deed a threat on goods of nobody in particular follows. */
export function answeredAfter(line: Line, groups: readonly PlaceGroup[]): Sides | null {
  const at = line.lang === 'en' && line.isTitle ? placeOf(line, AFTER) : -1;
  if (at < 0) return null;
  const on = groups.find((group) => group.from - at === 1 && isDoing(line, group));
  const by = on === undefined ? undefined : firstBefore(groups, at, on);
  if (on === undefined || by === undefined) return null;
  const isNamed = groups.some((group) => group.from < at && isOther(group, by));
  const isLaid = hitsOf(line, 'tariff').some((hit) => hit.from >= by.to && hit.to <= at);
  return isLaid && !isNamed ? { by, on } : null;
}

function isDoing(line: Line, { to, role, isPossessive, codes }: PlaceGroup): boolean {
  const isOwn = isPossessive || role === 'owner' || tokenText(line, to - 1) === "'s";
  if (codes.length !== 1 || !isOwn) return false;
  return line.tokens.slice(to, to + 1 + DEED_WITHIN).some(({ text }) => DEED.test(text));
}

/** A threat hits whose deed it follows; a tariff that is laid on goods after another's may be one on all. */
export function isMereOccasion(
  line: Line,
  group: PlaceGroup,
  groups: readonly PlaceGroup[],
  action: Action | undefined,
): boolean {
  if (action === undefined || action === 'threatened' || !BURDENS.has(action)) return false;
  return answeredAfter(line, groups)?.on === group;
}
