// Whether the ledger says already what a story tells of one lane: then it is no news beside the answer. In: a ledger, a story and
// the question. It proposes nothing (`propose-entries.ts`) and judges no source.
import { toPercent } from '../domain/rate.ts';
import type { Story } from '../domain/story.ts';
import { bodiesOf } from '../reference/memberships.ts';
import { ALL_GOODS, coveringScopes } from '../reference/scopes.ts';
import { type Ledger, versionsOn } from './create-ledger.ts';
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
  // Only what can be seen on the story's first day is looked at: the ledger may hold a hundred thousand entries.
  return story.imposers.some((imposer) =>
    versionsOn(ledger, {
      imposer,
      targets: origins,
      scopes: null,
      on: effectiveOn,
      knownOn: null,
    }).some(({ measure }) => {
      const { rate, effectiveFrom, productScope, stage } = measure;
      const isSame =
        effectiveFrom === effectiveOn &&
        stage !== 'threatened' &&
        rate !== null &&
        rates.has(toPercent(rate));
      const question = { imposer, origin: target, on };
      const isReached =
        asked === null ||
        productScope === ALL_GOODS ||
        asked.some((scope) => coveringScopes(scope, question).has(productScope));
      return isSame && isReached;
    }),
  );
}
