// From a changed story to ledger entries or a review. In: the change, the ledger, the time, the next free numbers. Out:
// entries for complete official readings, reviews that name what is missing for the others, nothing for the press.
// It never writes; the pass commits what it returns.
import type { Instant } from '../domain/day.ts';
import type { LedgerEntry, Measure } from '../domain/measure.ts';
import type { Review } from '../domain/review.ts';
import type { Story, StoryChange } from '../domain/story.ts';
import { type Ledger, versionOf } from './create-ledger.ts';
import { draftStep } from './draft-step.ts';
import { type CountryOf, type OfficialFacts, officialFactsOf } from './official-facts.ts';

export type ProposalRequest = {
  readonly change: StoryChange;
  readonly ledger: Ledger;
  readonly now: Instant;
  /** Numbers of the next entry and review: `E-12`, `R-3`. */
  readonly nextEntry: number;
  readonly nextReview: number;
  /**
   * Country of a feed's publisher. With it a statement by the imposer itself counts, and a gazette that names no imposer
   * speaks for its country; without it both wait for a curator.
   */
  readonly countryOf?: CountryOf;
};

export type Proposal = {
  readonly entries: readonly LedgerEntry[];
  readonly reviews: readonly Review[];
};

const NOTHING: Proposal = { entries: [], reviews: [] };

/**
 * What follows for the ledger. A story that its official sources tell as before proposes nothing again, whatever the
 * press adds. A withdrawn story whose entries stand goes to review: the ledger forgets nothing by itself.
 */
export function proposeEntries(request: ProposalRequest): Proposal {
  const { before, after } = request.change;
  if (after.withdrawn !== null) return withdrawalOf(request);
  const countryOf = request.countryOf ?? (() => null);
  const official = officialFactsOf(after, countryOf);
  if (official === null) return NOTHING;
  const earlier =
    before === null || before.withdrawn !== null ? null : officialFactsOf(before, countryOf);
  if (earlier !== null && tellsTheSame(earlier, official)) return NOTHING;
  const draft = draftStep({
    story: after,
    official,
    ledger: request.ledger,
    now: request.now,
    countryOf,
  });
  if (draft.kind === 'nothing') return NOTHING;
  if (draft.kind === 'review') {
    return {
      entries: [],
      reviews: [
        {
          id: `R-${request.nextReview}`,
          storyId: after.id,
          itemId: official.source.itemId,
          proposal: draft.proposal,
          missing: draft.missing,
          reason: draft.reason,
          createdAt: request.now,
          decision: null,
        },
      ],
    };
  }
  const entries = draft.measures
    .filter((measure) => !standsAlready(request.ledger, measure))
    .map((measure, at) => entryFor(request, measure, request.nextEntry + at, draft.note));
  return { entries, reviews: [] };
}

/** An entry that states `measure` from `now` on and supersedes what the ledger said of it. */
export function entryOf(options: {
  readonly ledger: Ledger;
  readonly measure: Measure;
  readonly id: string;
  readonly now: Instant;
  readonly origin: LedgerEntry['origin'];
  readonly storyId: string | null;
  readonly note: string;
}): LedgerEntry {
  const { ledger, measure, id, now, origin, storyId, note } = options;
  const standing = versionOf(ledger, measure.id, null);
  return {
    id,
    measure,
    recordedAt: now,
    supersedes: standing?.entry.id ?? null,
    origin,
    storyId,
    note,
  };
}

function entryFor(
  { ledger, now, change }: ProposalRequest,
  measure: Measure,
  number: number,
  note: string,
): LedgerEntry {
  return entryOf({
    ledger,
    measure,
    id: `E-${number}`,
    now,
    origin: 'feed',
    storyId: change.after.id,
    note,
  });
}

function withdrawalOf(request: ProposalRequest): Proposal {
  const { after } = request.change;
  const standing = entriesOf(request.ledger, after);
  const first = standing[0];
  if (first === undefined || request.change.before?.withdrawn === after.withdrawn) return NOTHING;
  const ids = standing.map(({ measure }) => measure.id).join(', ');
  return {
    entries: [],
    reviews: [
      {
        id: `R-${request.nextReview}`,
        storyId: after.id,
        itemId: after.sources[0]?.itemId ?? '',
        proposal: first.measure,
        missing: [`withdrawal of ${ids}`],
        reason: `The story was withdrawn: ${after.withdrawn}. The ledger still holds ${ids}.`,
        createdAt: request.now,
        decision: null,
      },
    ],
  };
}

function entriesOf(ledger: Ledger, story: Story): readonly LedgerEntry[] {
  return ledger.entries.filter(
    (entry) =>
      entry.storyId === story.id && versionOf(ledger, entry.measure.id, null)?.entry === entry,
  );
}

function tellsTheSame(before: OfficialFacts, after: OfficialFacts): boolean {
  return (
    before.rung === after.rung &&
    JSON.stringify([comparable(before), before.conflicts]) ===
      JSON.stringify([comparable(after), after.conflicts])
  );
}

// The sentence and the item a rate was read from may change while the rate stays.
function comparable({ facts }: OfficialFacts): unknown {
  return { ...facts, rates: facts.rates.map(({ pct, kind }) => [pct, kind]) };
}

/** Whether the ledger says all that already: the same lane, rate and days, under any id. */
function standsAlready(ledger: Ledger, measure: Measure): boolean {
  const standing = versionOf(ledger, measure.id, null)?.measure;
  return standing !== undefined && JSON.stringify(standing) === JSON.stringify(measure);
}
