// An official correction as a review: what it says, and the entries that it may set right. In: the correction as a source,
// with the facts of what it corrects. Out: a review. It never makes an entry: which word was wrong a curator reads.
import { dayOf, daysBetween, type Instant } from '../domain/day.ts';
import type { LedgerEntry } from '../domain/measure.ts';
import { toPercent } from '../domain/rate.ts';
import type { Review } from '../domain/review.ts';
import type { StoryFacts, StorySource } from '../domain/story.ts';
import { type Ledger, versionOf } from './create-ledger.ts';
import { isSameInstrument } from './find-measures.ts';
import { type CountryOf, officialFactsOf } from './official-facts.ts';
import { partialMeasure, scopesOf } from './step-parts.ts';

export type CorrectionRequest = {
  readonly source: StorySource;
  readonly ledger: Ledger;
  readonly now: Instant;
  readonly id: string;
  readonly countryOf: CountryOf;
};

/** A correction follows its act within weeks; what was announced longer ago is another act. */
const MOST_DAYS = 120;
const MOST_NAMED = 3;

/** The review of a correction; null when its source is not official. */
export function reviewCorrection(request: CorrectionRequest): Review | null {
  const { source, ledger, now, id, countryOf } = request;
  const official = officialFactsOf({ sources: [source] }, countryOf);
  if (official === null) return null;
  const { facts } = official;
  const found = entriesLike(ledger, facts, dayOf(source.publishedAt ?? source.seenAt));
  const [first] = found;
  const only = found.length === 1 ? first : undefined;
  const read = { story: { id: source.itemId }, official, ledger, now, countryOf };
  const which = found.slice(0, MOST_NAMED).map(entryWords).join(' or ');
  const rest = found.length > MOST_NAMED ? ` or ${found.length - MOST_NAMED} more` : '';
  const compare =
    first === undefined
      ? 'compare it with what it corrects; no entry of the ledger was found for it'
      : `compare it with ${which}${rest}`;
  return {
    id,
    storyId: only?.storyId ?? null,
    itemId: source.itemId,
    // The entry as it stands, so that a curator types only what the correction changes and supersedes it.
    proposal: only?.measure ?? partialMeasure(read),
    missing: [only === undefined ? 'the entry that it corrects' : `a comparison with ${only.id}`],
    reason: `${source.publisher} (${official.rung}) prints an official correction: ${compare}. It says: "${facts.rates[0]?.quote ?? source.quote}"`,
    createdAt: now,
    decision: null,
  };
}

function entryWords({ id, measure }: LedgerEntry): string {
  const rate = measure.rate === null ? 'no rate' : `${toPercent(measure.rate)}%`;
  return `${id} (${measure.id}: ${rate} from ${measure.effectiveFrom ?? 'no day'})`;
}

/** Entries as they stand that agree with every fact that was read, and in the partner or the goods at least. */
function entriesLike(ledger: Ledger, facts: StoryFacts, on: string): readonly LedgerEntry[] {
  const scopes = [...scopesOf(facts.products), ...facts.products];
  return [...ledger.versions.keys()].flatMap((measureId) => {
    const entry = versionOf(ledger, measureId, null)?.entry;
    if (entry === undefined) return [];
    const { imposer, target, alsoTargets = [], productScope, instrument } = entry.measure;
    const day = entry.measure.announcedOn ?? entry.measure.effectiveFrom;
    if (day === null || day > on || daysBetween(day, on) > MOST_DAYS) return [];
    const origins = [target, ...alsoTargets];
    const agrees = [
      ...(facts.targets.length === 0 ? [] : [origins.some((one) => facts.targets.includes(one))]),
      ...(scopes.length === 0 ? [] : [scopes.includes(productScope)]),
    ];
    const isLike =
      facts.imposers.includes(imposer) &&
      agrees.length > 0 &&
      agrees.every(Boolean) &&
      isSameInstrument(instrument, facts.instrument);
    return isLike ? [entry] : [];
  });
}
