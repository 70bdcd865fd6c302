// Whether the ledger says already what a story tells of one lane: then it is no news beside the answer. In: a ledger, a story and
// the question. It proposes nothing (`propose-entries.ts`) and judges no source.
import { toPercent } from '../domain/rate.ts';
import type { Story } from '../domain/story.ts';
import { bodiesOf } from '../reference/memberships.ts';
import { ALL_GOODS, coveringScopes } from '../reference/scopes.ts';
import { currentMeasures, type Ledger } from './create-ledger.ts';
import type { StatusQuery } from './status-on.ts';

/** True when a measure on the lane has an imposer, a rate and the first day of the story. */
export function statesStory(
  ledger: Ledger,
  story: Pick<Story, 'imposers' | 'rates' | 'effectiveOn'>,
  { target, product, scopes, on }: StatusQuery,
): boolean {
  const { effectiveOn } = story;
  if (effectiveOn === null) return false;
  const rates = new Set(story.rates.map(({ pct }) => pct));
  const origins = [...bodiesOf(target, on), 'WORLD'];
  const asked = product === null ? null : (scopes ?? [product]);
  for (const measure of currentMeasures(ledger)) {
    const { imposer, rate, effectiveFrom, productScope, stage } = measure;
    const isSame =
      effectiveFrom === effectiveOn &&
      stage !== 'threatened' &&
      rate !== null &&
      rates.has(toPercent(rate)) &&
      story.imposers.includes(imposer) &&
      origins.includes(measure.target);
    if (!isSame) continue;
    const question = { imposer, origin: target, on };
    const isReached =
      asked === null ||
      productScope === ALL_GOODS ||
      asked.some((scope) => coveringScopes(scope, question).has(productScope));
    if (isReached) return true;
  }
  return false;
}
