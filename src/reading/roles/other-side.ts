// The other country of the title, where the sentences name nobody who is hit. In: the item, the leading step and the roles found
// so far. Out: the targets added.
import type { Action } from '../../domain/reading.ts';
import { isAuthority } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { lineHas, means, type Scene, tokenText } from '../words/scene.ts';
import { addAll, type Found } from './found.ts';
import { partiesOf } from './parties-of.ts';

const TWO_SIDED: ReadonlySet<Action> = new Set([
  'delayed',
  'suspended',
  'exempted',
  'increased',
  'reduced',
  'threatened',
  'proposed',
  'deal-reached',
  'exemption-sought',
  'exemption-denied',
  'investigation-opened',
  'retaliation-threatened',
  'retaliation-imposed',
]);

/** "Mexico's president details the call with Trump that paused tariffs", "tells EU to buy oil or face tariffs": where nobody
 * else is found, the other country of the title is the one hit. */
export function addOtherSide(
  scene: Scene,
  lead: Step,
  imposers: Found,
  exempted: Found,
  targets: Found,
): void {
  const isTwoSided = TWO_SIDED.has(lead.action) || isSecondDeed(lead);
  if (!isTwoSided || scene.title === null || imposers.size === 0) return;
  if (lineHas(scene.title, 'product') && lead.action !== 'exempted') return;
  // "Japan weighs options" / "after Trump raised the global tariff": who reacts is not the only one hit.
  if (!lead.line.isTitle && lead.isBackground && means(lead.object, 'goods', 'all')) return;
  for (const group of partiesOf(scene.title)) {
    if (group.role === 'place' || group.codes.includes('WORLD') || isAuthority(group)) continue;
    if (targets.size > 0 && BESIDE.has(group.preposition)) continue;
    const codes = group.codes.filter((code) => !imposers.has(code) && !exempted.has(code));
    addAll(targets, codes, scene.title, 'role:other-side-in-title');
  }
}

/** "as Canada seeks a deal with China": behind these stands another matter once somebody is named. */
const BESIDE: ReadonlySet<string> = new Set(['with', 'over', 'about']);

// "Trump berates Peru over a vote, imposes 25% tariff": whom the first deed was done to is hit by the second.
function isSecondDeed({ line, verb }: Step): boolean {
  return line.lang === 'en' && line.isTitle && tokenText(line, verb.from - 1) === ',';
}
