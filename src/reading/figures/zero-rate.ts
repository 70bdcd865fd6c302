// The rate of nothing. In: a sentence and the leading step. Out: zero where the sentence says that goods come in free.
import type { RateFact } from '../../domain/reading.ts';
import type { Step } from '../steps/find-steps.ts';
import type { Hit } from '../words/lexicon.ts';
import { evidenceOf, hitsOf, type Line, lineHas, means, tokenText } from '../words/scene.ts';

/** Zero as a new rate of the step; null where nothing is said to be free, or only what a quota lets in. */
export function zeroRate(line: Line, lead: Step): RateFact | null {
  const isOwn = line.isTitle || line === lead.line;
  const isTariff = lineHas(line, 'tariff') || lineHas(line, 'zerorate');
  const isTerm = lineHas(line, 'product') && isTariff && line.index <= 2;
  const isToldHere = isOwn || isTerm || (line.index <= 3 && !BARGAINS.has(lead.action));
  const isLowering = ZERO_ACTIONS.has(lead.action);
  if (!isToldHere || !(isLowering || isOwn)) return null;
  const hit = line.hits.find(
    (candidate) =>
      (means(candidate, 'zerorate', '0') || saysZero(line, candidate)) &&
      // "imposes 19% while goods enter at zero": beside a rate only the word itself is one.
      (isLowering || saysZero(line, candidate)) &&
      !isOfQuota(line, candidate, lead),
  );
  return hit === undefined
    ? null
    : { value: 0, kind: 'total', evidence: evidenceOf(line, 'rate:zero') };
}

const AMOUNTS: ReadonlySet<string> = new Set(['import', 'imports', 'quota', 'quotas']);
const CAPS: ReadonlySet<string> = new Set(
  'caps cap capping cuts cut cutting limits limit limiting halves halve reduces reduce shrinks shrink slashes slash'.split(
    ' ',
  ),
);
const ZERO: ReadonlySet<string> = new Set(['zero', 'nil']);

// "tariff to zero", "at zero", "zero duty": the figure stands in the phrase.
function saysZero(line: Line, { from, to, meanings }: Hit): boolean {
  if (!meanings.has('zerorate') && !meanings.has('tariff')) return false;
  return ZERO.has(tokenText(line, from)) || ZERO.has(tokenText(line, to - 1));
}

// "the tariff-free quota will be cut": what may enter free is not what the step is about.
function isOfQuota(line: Line, zero: Hit, lead: Step): boolean {
  // "caps tariff-free imports": an amount.
  const isAmount =
    AMOUNTS.has(tokenText(line, zero.to - 1)) && CAPS.has(tokenText(line, zero.from - 1));
  if (isAmount) return true;
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
