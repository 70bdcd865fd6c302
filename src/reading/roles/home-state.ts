// Whose step it is when no rule told: the one state of which the whole item speaks besides those that are hit. Asked last, and
// only of steps that a state takes with a tariff of its own ("Treasury cuts the sugar quota" / "... for Kenya, the minister said in
// the gazette"; "Safeguard duties on fabric imposed" / "JAKARTA: A regulation ..."). In: an item and the roles found so far. Out: the
// imposer added, no longer among those that are hit.
import type { Action } from '../../domain/reading.ts';
import { type PlaceGroup, placeGroups } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { hitsOf, type Line, type Scene, tokenText } from '../words/scene.ts';
import { addAll, type Parties } from './found.ts';
import { ownersIn } from './others-tariff.ts';
import { isByBloc } from './told-by-teller.ts';

const OF_OTHERS: ReadonlySet<Action> = new Set([
  'exemption-sought',
  'exemption-denied',
  'retaliation-imposed',
  'retaliation-threatened',
  'deal-reached',
  'struck-down',
]);
const BURDENED: ReadonlySet<string> = new Set(['from', 'against', 'on', 'to', 'by', 'with']);
const OFFICE_WITHIN = 3;
/** What only the text says of a target may be wrong; the sentence of the step may not. */
const FIRM = 'role:leading-sentence';

/** Adds the home state where the item names one state only, or a dateline tells where it was reported. */
export function addHomeState(
  scene: Scene,
  lead: Step,
  { imposers, targets, exempted }: Parties,
): void {
  if (
    imposers.size > 0 ||
    isByBloc(lead) ||
    OF_OTHERS.has(lead.action) ||
    lead.verb.meanings.has('gainer')
  )
    return;
  const isHit = (code: string): boolean =>
    code === 'WORLD' || exempted.has(code) || targets.get(code)?.evidence.rule === FIRM;
  const home = homeOf(scene, isHit, opensWithOffice(scene));
  if (home === null) return;
  addAll(imposers, [home.code], home.line, 'role:only-state-named');
  targets.delete(home.code);
}

type Home = { readonly code: string; readonly line: Line };

function homeOf(scene: Scene, isHit: (code: string) => boolean, isOwn: boolean): Home | null {
  const { dateline, lines } = scene;
  const told = new Map<string, Line>();
  for (const line of lines) {
    for (const group of placeGroups(line)) {
      if (!mayBeHome(line, group, isOwn)) continue;
      for (const code of group.codes) if (!isHit(code) && !told.has(code)) told.set(code, line);
    }
  }
  const [only, another] = told;
  if (only !== undefined && another === undefined) return { code: only[0], line: only[1] };
  const written = dateline === null ? undefined : placeGroups(dateline)[0];
  const [code] = written?.codes ?? [];
  if (dateline === null || code === undefined || told.size > 0 || isHit(code)) return null;
  return { code, line: dateline };
}

// Where an office opens the title, any name but that of a burdened one is that of its state; elsewhere only the name that opens
// the title. Other languages than English tell so much beside a step that only whose industry or office it is counts.
function mayBeHome(line: Line, group: PlaceGroup, isOwn: boolean): boolean {
  const { codes, role, preposition, isPair, from } = group;
  if (codes.length !== 1 || isPair) return false;
  if (!isOwn) return line.isTitle && from === 0 && (role === 'bare' || role === 'subject');
  if (line.lang !== 'en') return line.index === 1 && (role === 'origin' || role === 'owner');
  // "Islamabad: A plan to lower duties".
  if (from === 0 && tokenText(line, group.to) === ':') return true;
  // "the 50% US tariffs", "duty on Canadian planes": another's tariff, and whose goods are hit.
  if (ownersIn(line).includes(group) || role === 'origin') return false;
  return !(BURDENED.has(preposition) && role === 'object');
}

// "Government prepares duties", "Gobierno impondrá aranceles".
function opensWithOffice({ title }: Scene): boolean {
  if (title === null) return false;
  return hitsOf(title, 'leadership').some(({ from }) => from < OFFICE_WITHIN);
}
