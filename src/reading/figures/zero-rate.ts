// The rate of nothing. In: a sentence and the leading step. Out: zero where the sentence says that goods come in free.
import type { RateFact } from '../../domain/reading.ts';
import { placeGroups } from '../places/read-places.ts';
import type { Step } from '../steps/find-steps.ts';
import { isSecondItem } from '../steps/split-clauses.ts';
import type { Hit } from '../words/lexicon.ts';
import {
  evidenceOf,
  hitsOf,
  type Line,
  lineHas,
  means,
  tokenText,
  wordBefore,
} from '../words/scene.ts';
import { says, wordGroup } from '../words/word-groups.ts';
import { tellsYears } from './set-out-rates.ts';

/** Zero as a new rate of the step; null where nothing is said to be free, or only what a quota lets in. */
export function zeroRate(
  line: Line,
  lead: Step,
  imposers: ReadonlySet<string> = new Set(),
): RateFact | null {
  const isOwn = line.isTitle || line === lead.line;
  if (lead.action === 'exemption-denied' && says(line, OFFERING)) return null;
  if (tellsFirstStage(line, lead))
    return { value: 0, kind: 'total', evidence: evidenceOf(line, 'rate:zero') };
  const isTariff = lineHas(line, 'tariff') || lineHas(line, 'zerorate');
  const isTerm = lineHas(line, 'product') && isTariff && line.index <= 2;
  const isToldHere = isOwn || isTerm || (line.index <= 3 && !BARGAINS.has(lead.action));
  // "the duty-free quota ends": nothing comes in free any longer.
  const isOver = lead.action === 'removed' && lead.about !== 'tariff';
  const isLowering = ZERO_ACTIONS.has(lead.action) && !isOver;
  if (!isToldHere || !(isLowering || isOwn || isToBeFreed(lead))) return null;
  const hit = line.hits.find(
    (candidate) =>
      (means(candidate, 'zerorate', '0') || saysZero(line, candidate)) &&
      !isForgone(line, candidate) &&
      // "imposes 19% while goods enter at zero": beside a rate only the word itself is one.
      (isLowering || saysZero(line, candidate)) &&
      !isOfQuota(line, candidate, lead) &&
      !isOnImposersGoods(line, candidate, imposers) &&
      // "Chile accepts a 9% duty; Peruvian goods to enter free": the other side's tariff.
      !(
        line === lead.line &&
        isSecondItem(line, candidate.from) &&
        !isSecondItem(line, lead.verb.from)
      ),
  );
  return hit === undefined
    ? null
    : { value: 0, kind: 'total', evidence: evidenceOf(line, 'rate:zero') };
}

const FREEING: ReadonlySet<string> = new Set(['exempt', 'remove', 'cut']);

// "proposes to exempt medicines" / "They go from 10% to nil": what is yet to be let off has its rate of nothing.
function isToBeFreed({ action, family, about }: Step): boolean {
  return action === 'proposed' && about === 'tariff' && FREEING.has(family);
}

const GOODS = ['goods', 'product'] as const;
const GOODS_WITHIN = 4;

// "Tarif AS turun jadi 19 persen; produk AS bebas bea masuk": goods of who lays the tariff come in free on the other side.
function isOnImposersGoods(line: Line, zero: Hit, imposers: ReadonlySet<string>): boolean {
  if (line.lang === 'en' || imposers.size === 0) return false;
  const group = placeGroups(line).findLast(({ to }) => to <= zero.from);
  if (group === undefined || zero.from - group.to > GOODS_WITHIN) return false;
  if (!group.codes.every((code) => imposers.has(code))) return false;
  return line.hits.some(
    (hit) =>
      GOODS.some((name) => hit.meanings.has(name)) &&
      (hit.to === group.from ||
        (hit.from >= group.to && hit.from - group.to <= 1 && hit.to <= zero.from)),
  );
}

/** "Lima had offered zero duties": what the other side would do. */
const OFFERING = wordGroup('offer offers offered offering willing ready');

const NOTHING: ReadonlySet<string> = new Set(['zero', 'nil', 'nothing']);
const RATE = /^(?:rate|duty|tariff|levy|it)$/;
const FILLING: ReadonlySet<string> = new Set([
  ',',
  'is',
  'at',
  'starts',
  'stays',
  'be',
  'will',
  'of',
]);
const FILLED_WITHIN = 4;

// "Nothing in 2027, 5% in 2028", "The rate, zero for the first 18 months": the first stage of what the title told.
function tellsFirstStage(line: Line, lead: Step): boolean {
  if (line.lang !== 'en' || line.isTitle || line.index > 2) return false;
  const at = line.tokens.findIndex(({ text }) => NOTHING.has(text));
  if (at < 0 || at > FIRST_WITHIN) return false;
  if (at === 0) return tellsYears(line, lead);
  let before = at - 1;
  while (at - before <= FILLED_WITHIN && FILLING.has(tokenText(line, before))) before -= 1;
  return (
    RATE.test(tokenText(line, before)) &&
    line.isUnderTariff &&
    tokenText(line, at + 1) === 'for' &&
    tokenText(line, at + 2) === 'the' &&
    tokenText(line, at + 3) === 'first'
  );
}

const FIRST_WITHIN = 8;

const AMOUNTS: ReadonlySet<string> = new Set(
  'import imports quota quotas volume volumes tonnage allowance amount amounts'.split(' '),
);
const QUOTA = /^quotas?$/;
const CAPS: ReadonlySet<string> = new Set(
  'caps cap capped capping cuts cut cutting limits limit limited limiting halves halve halved halving reduces reduce reduced shrinks shrink shrank slashes slash slashed trims trim trimmed'.split(
    ' ',
  ),
);
const REACHED: ReadonlySet<string> = new Set(['to', 'at', 'then']);
const ZERO: ReadonlySet<string> = new Set(['zero', 'nil', 'cero', 'nul', 'nulo', 'nulle', 'nullo']);

// "tariff to zero", "at zero", "zero duty": the figure stands in the phrase.
function saysZero(line: Line, { from, to, meanings }: Hit): boolean {
  // "slips to zero": the verb and its "to" may be one phrase.
  if (meanings.has('number')) {
    // "15% on corn and zero on coal".
    const isListed = tokenText(line, from - 1) === 'and' && tokenText(line, to) === 'on';
    const isReached = REACHED.has(tokenText(line, from - 1));
    return (
      ZERO.has(tokenText(line, from)) && (isReached || (isListed && line.classes.has('percent')))
    );
  }
  if (!meanings.has('zerorate') && !meanings.has('tariff')) return false;
  return ZERO.has(tokenText(line, from)) || ZERO.has(tokenText(line, to - 1));
}

const FORGOING = /^(?:instead|rather)$/;
const FORGONE_WITHIN = 5;

// "stays at 25 percent instead of dropping to zero": what did not come.
function isForgone(line: Line, zero: Hit): boolean {
  if (line.lang !== 'en') return false;
  const before = line.tokens.slice(Math.max(0, zero.from - FORGONE_WITHIN), zero.from);
  return before.some(
    ({ text }, at) => FORGOING.test(text) && /^(?:of|than)$/.test(before[at + 1]?.text ?? ''),
  );
}

// "the tariff-free quota will be cut": what may enter free is not what the step is about.
function isOfQuota(line: Line, zero: Hit, lead: Step): boolean {
  // "caps tariff-free imports": an amount.
  const [last, next] = [tokenText(line, zero.to - 1), tokenText(line, zero.to)];
  const isAmount =
    (AMOUNTS.has(last) || AMOUNTS.has(next)) && CAPS.has(wordBefore(line, zero.from));
  if (isAmount) return true;
  // "in return Oslo opens duty-free quotas": beside the step.
  if (QUOTA.test(last) && !(line === lead.line && lead.object.from === zero.from)) return true;
  // "cuts duty-free quotas": less comes in free.
  if (lead.about === 'quota' && CAPS.has(tokenText(lead.line, lead.verb.from))) return true;
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
