// Trade remedies that a headline in another language than English calls retaliation: "To odwet za nieuczciwe praktyki" / "Ostateczne
// cła antydumpingowe od 12 do 40 proc.". In: the scene and the leading step. Out: imposed, or null. A rule of refine-action.ts.
import type { Action } from '../../domain/reading.ts';
import { type PlaceGroup, placeGroups } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { hitsOf, type Line, lineHas, means, type Scene } from '../words/scene.ts';
import { says, wordGroup } from '../words/word-groups.ts';

const TOLD_WITHIN = 3;
const REMEDIES = ['AD', 'CVD'] as const;
const LAID: ReadonlySet<Action> = new Set(['imposed', 'increased', 'retaliation-imposed']);

/** Imposed, where the text states the remedy that the title calls an answer; an answer to the other side's remedy stays one. */
export function remedyNotAnswer(scene: Scene, lead: Step): Action | null {
  if (lead.line.lang === 'en' || !LAID.has(lead.action)) return null;
  // "droits antidumping sur le porc" / "On y voit une réponse aux surtaxes": the title says what it is.
  const { title } = scene;
  if (title !== null && namesRemedy(title) && !namesAnswer(title))
    return lead.action === 'increased' ? null : 'imposed';
  if (!scene.lines.some((line) => line.isTitle && namesAnswer(line))) return null;
  const isStated = scene.lines.some(
    (line) => line.index <= TOLD_WITHIN && statesRemedy(line) && !isOtherSides(line, lead.line),
  );
  return isStated ? 'imposed' : null;
}

function namesAnswer(line: Line): boolean {
  return (
    line.classes.has('retaliation') ||
    lineHas(line, 'verb', 'retaliate') ||
    lineHas(line, 'tariff', 'retaliation')
  );
}

function namesRemedy(line: Line): boolean {
  return REMEDIES.some((kind) => lineHas(line, 'tariff', kind));
}

/** Words by which a remedy is one of a ruling, folded. */
const RULED = wordGroup(
  /^(?:defini[tc]|endgult|ostateczn|окончательн|kesin$|provvisor|provisio|provisor|voorlopig|vorlauf|tymczasow|временн|gecici$)/,
);

// The sentence tells of no answer itself: "responde a los derechos antidumping definitivos" tells what is answered.
function statesRemedy(line: Line): boolean {
  return (
    namesRemedy(line) && (line.classes.has('percent') || says(line, RULED)) && !namesAnswer(line)
  );
}

const ACTING: ReadonlySet<string> = new Set(['bare', 'subject', 'owner', 'agent']);

// "Brussel heft antidumpingrechten" under "China vergeldt": the remedy is of the one that the title hits, or on whoever acts there.
function isOtherSides(line: Line, title: Line): boolean {
  if (line === title) return false;
  const [acting, hit] = sides(title);
  const [by, on] = sides(line);
  return (
    isLaidByAnother(line, acting[0]) ||
    by.some((code) => hit.includes(code)) ||
    on.some((code) => acting.includes(code))
  );
}

// "China vergilt EU-Zölle" / "Die EU hatte Antidumpingzölle verhängt": who opens the title answers what another laid.
function isLaidByAnother(line: Line, answering: string | undefined): boolean {
  const remedy = hitsOf(line, 'tariff').find((hit) =>
    REMEDIES.some((kind) => means(hit, 'tariff', kind)),
  );
  const layer = placeGroups(line).find(
    (group) => remedy !== undefined && group.to <= remedy.from && ACTING.has(group.role),
  );
  return layer !== undefined && answering !== undefined && !layer.codes.includes(answering);
}

function sides(line: Line): readonly [readonly string[], readonly string[]] {
  const groups = placeGroups(line);
  const codes = (list: readonly PlaceGroup[]) => list.flatMap((group) => group.codes);
  return [
    codes(groups.filter(({ role }) => ACTING.has(role))),
    codes(groups.filter(({ role }) => !ACTING.has(role))),
  ];
}
