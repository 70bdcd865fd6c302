// What the WTO only allows is not laid: "WTO allows Norway to impose tariffs on Peruvian goods". In: the scene and the leading step.
// Out: the action meant, or null. English only.
import type { Action } from '../../domain/reading.ts';
import type { Step } from '../steps/find-steps.ts';
import { placeOfWto } from '../steps/world-rulings.ts';
import type { Scene } from '../words/scene.ts';
import { lastPlaceOf, wordGroup } from '../words/word-groups.ts';

const ALLOWING = wordGroup(
  /^(?:allow(?:s|ed)?|lets?|authori[sz](?:es|ed|ation)|permit(?:s|ted)?|permission|clear(?:s|ed|ance)|grant(?:s|ed)?|give[sn]?|gave|hand(?:s|ed)?|award(?:s|ed)?|approv(?:es|ed|al)|right|nod|go-ahead|okays|backing)$/,
);
const ALLOWED_WITHIN = 8;
const WTO_WITHIN = 12;
const LAID: ReadonlySet<Action> = new Set(['imposed', 'increased', 'retaliation-imposed']);

/** The rule of refine-action.ts: a right to lay a tariff is none of the steps that are named (`other`). */
export function allowedByWto(_scene: Scene, { line, verb, action }: Step): Action | null {
  if (line.lang !== 'en' || !LAID.has(action)) return null;
  const wto = placeOfWto(line);
  if (wto < 0 || wto > verb.from || verb.from - wto > WTO_WITHIN) return null;
  const at = lastPlaceOf(line, ALLOWING, verb.from - ALLOWED_WITHIN, verb.from);
  return at < 0 ? null : 'other';
}
