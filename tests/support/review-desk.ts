// One open review behind the real commands, for tests of the forms by which curators decide it: it keeps the first decision and
// refuses the second, as the database does.
import { createCommandRunner } from '../../src/commands/run-command.ts';
import type { LedgerEntry } from '../../src/domain/measure.ts';
import type { Review, ReviewDecision } from '../../src/domain/review.ts';
import { createLedger } from '../../src/ledger/create-ledger.ts';
import type { Store } from '../../src/ports/store.ts';
import type { CommandRunner } from '../../src/ports/world.ts';
import { aMeasure } from '../unit/ledger/measure-builder.ts';
import { SILENT_LOG } from './silent-log.ts';

export type ReviewDesk = {
  readonly runCommand: CommandRunner;
  readonly decisions: ReviewDecision[];
  readonly entries: LedgerEntry[];
};

/** A review that lacks its rate. `curators` as in the configuration: `slack:U1`. */
export function openReviewDesk(curators: readonly string[]): ReviewDesk {
  const decisions: ReviewDecision[] = [];
  const entries: LedgerEntry[] = [];
  const review = (): Review => ({
    id: 'R-3',
    storyId: 'S-1',
    itemId: 'I-1',
    proposal: aMeasure({ id: 'feed-s-1', rate: null, rateBasis: null }),
    missing: ['rate', 'rate basis'],
    reason: 'The notice names no rate <!channel>',
    createdAt: Date.parse('2026-10-01T08:00:00Z'),
    decision: decisions[0] ?? null,
  });
  const store: Pick<Store, 'review' | 'decideReview' | 'channel' | 'story'> = {
    story: () => Promise.resolve(null),
    channel: () => Promise.resolve(null),
    review: () => Promise.resolve(review()),
    decideReview: (_id, decision, decided) => {
      if (decisions.length > 0) return Promise.resolve(false);
      decisions.push(decision);
      entries.push(...decided);
      return Promise.resolve(true);
    },
  };
  return {
    decisions,
    entries,
    runCommand: createCommandRunner({
      store: store as Store,
      ledger: () => createLedger([]),
      feeds: [],
      clock: { now: () => Date.parse('2026-10-01T12:00:00Z') },
      log: SILENT_LOG,
      newReference: () => 'ref',
      curators,
      curateStory: () => Promise.reject(new Error('no story is decided on here')),
    }),
  };
}
