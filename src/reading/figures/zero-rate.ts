// The rate of nothing. In: a sentence and the leading step. Out: zero where the sentence says that goods come in free.
import type { RateFact } from '../../domain/reading.ts';
import type { Step } from '../steps/find-steps.ts';
import type { Hit } from '../words/lexicon.ts';
import { evidenceOf, hitsOf, type Line, lineHas, means } from '../words/scene.ts';

/** Zero as a new rate of the step; null where nothing is said to be free, or only what a quota lets in. */
export function zeroRate(line: Line, lead: Step): RateFact | null {
  const isOwn = line.isTitle || line === lead.line;
  const isTariff = lineHas(line, 'tariff') || lineHas(line, 'zerorate');
  const isTerm = lineHas(line, 'product') && isTariff && line.index <= 2;
  const isToldHere = isOwn || isTerm || (line.index <= 3 && !BARGAINS.has(lead.action));
  if (!isToldHere || !ZERO_ACTIONS.has(lead.action)) return null;
  const hit = hitsOf(line, 'zerorate').find(
    (candidate) => means(candidate, 'zerorate', '0') && !isOfQuota(line, candidate, lead),
  );
  return hit === undefined
    ? null
    : { value: 0, kind: 'total', evidence: evidenceOf(line, 'rate:zero') };
}

// "the tariff-free quota will be cut": what may enter free is not what the step is about.
function isOfQuota(line: Line, zero: Hit, lead: Step): boolean {
  if (lead.about === 'quota' || lead.action === 'quota-set') return false;
  return hitsOf(line, 'quota').some((hit) => hit.from >= zero.from && hit.from - zero.to <= 2);
}

/** Where both sides offer something, a zero further down may be the other's. */
const BARGAINS: ReadonlySet<string> = new Set(['deal-reached', 'exemption-sought']);

const ZERO_ACTIONS: ReadonlySet<string> = new Set([
  'exemption-sought',
  'exempted',
  'quota-set',
  'suspended',
  'reduced',
  'removed',
  'deal-reached',
]);
