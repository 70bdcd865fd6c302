// Countries that a further sentence tells to be hit as well: "The duty also applies to India", "A similar letter went to Peru".
// In: the item, the leading step and the roles found so far. Out: the targets, with every origin beside them where the leading
// sentence names none.
import type { Action } from '../../domain/reading.ts';
import { placeGroups } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { evidenceOf, type Scene } from '../words/scene.ts';
import { isAlsoCharged, isHitAsWellAbroad } from './charged-beside.ts';
import { addAll, type Parties } from './found.ts';
import { BESIDE } from './world-beside.ts';

const NEAR = 2;
const BURDENS: ReadonlySet<Action> = new Set(['imposed', 'increased', 'threatened', 'proposed']);

export function addAlsoCharged(
  scene: Scene,
  lead: Step,
  { imposers, targets, exempted }: Parties,
): void {
  if (!BURDENS.has(lead.action) || lead.about !== 'tariff' || imposers.size === 0) return;
  for (const line of scene.lines) {
    if (line.isTitle || line === lead.line || line.index > NEAR) continue;
    for (const group of placeGroups(line)) {
      const codes = group.codes.filter((code) => !imposers.has(code) && !exempted.has(code));
      if (codes.length === 0) continue;
      if (!isAlsoCharged(line, group) && !isHitAsWellAbroad(line, group)) continue;
      const isAlone = [...targets.keys()].every((code) => codes.includes(code) || code === 'WORLD');
      addAll(targets, codes, line, 'role:hit-as-well');
      if (isAlone) targets.set('WORLD', { value: 'WORLD', evidence: evidenceOf(line, BESIDE) });
    }
  }
}
