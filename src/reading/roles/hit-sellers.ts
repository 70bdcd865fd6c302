// Sellers whom a tariff hits, told by what their rate is or by the region they work in: "Canadian mills will pay 18%", "Iowa
// pork farmers reel as Mexico sets 20%". In: the item, the leading step and the roles found so far. Out: the targets added.
// A region never lays a tariff.
import type { JurisdictionCode } from '../../domain/jurisdiction.ts';
import type { Action } from '../../domain/reading.ts';
import { type PlaceGroup, placeGroups } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import type { Hit } from '../words/lexicon.ts';
import { hitsOf, type Line, means, type Scene, tokenText } from '../words/scene.ts';
import { addAll, type Found } from './found.ts';

const UNAFFECTED: ReadonlySet<Action> = new Set(['deal-reached', 'struck-down', 'other']);
const NEAR = 2;
const SELLERS_WITHIN = 4;

/** "would put most Canadian producers at 18.32 percent": whose sellers are given a rate, where nobody else is hit. */
export function addRatedSellers(
  scene: Scene,
  lead: Step,
  imposers: Found,
  exempted: Found,
  targets: Found,
): void {
  const lines = scene.lines.filter(
    (line) => line.index <= NEAR && line.lang === 'en' && line.classes.has('percent'),
  );
  addFirst(lines, sellersOf, 'role:sellers-with-a-rate', { lead, imposers, exempted, targets });
}

function sellersOf(line: Line): readonly JurisdictionCode[] {
  return placeGroups(line)
    .filter((group) => areRatedSellers(line, group))
    .flatMap((group) => group.codes)
    .filter((code) => code !== 'WORLD');
}

type Known = {
  readonly lead: Step;
  readonly imposers: Found;
  readonly exempted: Found;
  readonly targets: Found;
};

// The countries of the first line that tells any, where a tariff on some goods is another country's.
function addFirst(
  lines: readonly Line[],
  codesOf: (line: Line) => readonly JurisdictionCode[],
  rule: string,
  { lead, imposers, exempted, targets }: Known,
): void {
  if (imposers.size === 0 || UNAFFECTED.has(lead.action) || means(lead.object, 'goods', 'all'))
    return;
  for (const line of lines) {
    const codes = codesOf(line).filter((code) => !imposers.has(code) && !exempted.has(code));
    addAll(targets, codes, line, rule);
    if (codes.length > 0) return;
  }
}

const RATE_WITHIN = 6;
const AT: ReadonlySet<string> = new Set('at to will would must now get gets pay face'.split(' '));

function areRatedSellers(line: Line, group: PlaceGroup): boolean {
  const sellers = line.tokens.findIndex(
    ({ text }, at) => at >= group.to && at - group.to < 2 && SELLERS.test(text),
  );
  if (sellers < 0 || !AT.has(tokenText(line, sellers + 1))) return false;
  return hitsOf(line, 'percent').some(
    (hit) => hit.from > sellers && hit.from - sellers <= RATE_WITHIN,
  );
}

/** Adds the country of the first region that is told to be hit, where nobody else is and the tariff is another country's. */
export function addRegion(
  scene: Scene,
  lead: Step,
  imposers: Found,
  exempted: Found,
  targets: Found,
): void {
  const lines = scene.lines.filter((line) => line.index <= NEAR || line === lead.line);
  addFirst(lines, regionsOf, 'role:region-that-is-hit', { lead, imposers, exempted, targets });
}

function regionsOf(line: Line): readonly JurisdictionCode[] {
  return hitsOf(line, 'region')
    .filter((hit) => (line.isTitle ? !isScene(line, hit) : hasSellers(line, hit)))
    .flatMap(({ meanings }) => meanings.get('region') ?? []);
}

/** Words before a region where something happens rather than who is hit. */
const SCENES: ReadonlySet<string> = new Set('in at near from to'.split(' '));
const SHOCKED: ReadonlySet<string> = new Set(
  'shock anger outrage fury dismay alarm outcry fear fears worry panic uproar relief anxiety joy'.split(
    ' ',
  ),
);

// "talks in Geneva", "plant moves to Texas"; not "anger in Iowa".
function isScene(line: Line, { from, to }: Hit): boolean {
  if (!SCENES.has(tokenText(line, from - 1)) || SHOCKED.has(tokenText(line, from - 2)))
    return false;
  return !sellersBehind(line, to);
}

// "Iowa's pork farmers", "steelworkers in Hamilton", "plants in Ulsan".
function hasSellers(line: Line, { from, to }: Hit): boolean {
  return sellersBehind(line, to) || SELLERS.test(tokenText(line, from - 2));
}

function sellersBehind(line: Line, to: number): boolean {
  return line.tokens.slice(to, to + SELLERS_WITHIN).some(({ text }) => SELLERS.test(text));
}

const SELLERS =
  /^(?:\w*(?:makers?|growers?|workers?|farmers?|producers?|exporters?|millers?|brewers?|distillers?|spinners?|weavers?|ranchers?|fishermen|smelters?|shippers?)|mills?|factor(?:y|ies)|plants?|firms?|compan(?:y|ies)|suppliers?|wiener(?:y|ies)|winer(?:y|ies)|distiller(?:y|ies)|foundr(?:y|ies)|sawmills?|refiner(?:y|ies)|orchards?|vineyards?|industry|sector|goods|exports?)$/;
