// The appended ledger and the curators' reviews. In: entries and decisions. Out: lookups. Entries are only ever added;
// a review is decided once.
import type { LedgerEntry } from '../domain/measure.ts';
import type { Review, ReviewDecision } from '../domain/review.ts';
import type { LedgerStore } from '../ports/store.ts';
import { fromJson, toJson } from './bound-value.ts';
import { noteIds, raiseEpoch, readSnapshot } from './counters.ts';
import { type Database, portions, type Queries } from './engine.ts';

export function ledgerTable({ db }: Database): LedgerStore {
  return {
    async ledgerEntries() {
      const rows = await db.selectFrom('ledger_entry').select('body').orderBy('seq').execute();
      return rows.map((row) => fromJson<LedgerEntry>(row.body));
    },

    async openReviews() {
      const rows = await db
        .selectFrom('review')
        .select(['body', 'decision'])
        .where('decided_at', 'is', null)
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return rows.map(toReview);
    },

    async review(id) {
      const row = await db
        .selectFrom('review')
        .select(['body', 'decision'])
        .where('id', '=', id)
        .executeTakeFirst();
      return row === undefined ? null : toReview(row);
    },

    decideReview(id, decision, entries) {
      return db.transaction().execute(async (trx) => {
        const { numUpdatedRows } = await trx
          .updateTable('review')
          .set({ decided_at: decision.at, decision: toJson(decision) })
          .where('id', '=', id)
          .where('decided_at', 'is', null)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return false;
        if (entries.length > 0) await appendDecided(trx, entries);
        return true;
      });
    },
  };
}

// The numbers of entries are given here and nowhere else: a pass may have used others meanwhile, and a number that is not
// counted would leave every running program with the ledger of before. The epoch rises, so that a pass which is being planned
// now does not use them either.
async function appendDecided(queries: Queries, entries: readonly LedgerEntry[]): Promise<void> {
  const { epoch } = await readSnapshot(queries);
  if ((await raiseEpoch(queries, epoch)) === null) return appendDecided(queries, entries);
  const { nextEntry } = await readSnapshot(queries);
  await writeEntries(queries, renumber(entries, nextEntry));
}

/** The same entries with ids `E-<from>` onwards; references among them follow. */
export function renumber(entries: readonly LedgerEntry[], from: number): readonly LedgerEntry[] {
  const ids = new Map(entries.map((entry, index) => [entry.id, `E-${from + index}`]));
  return entries.map((entry) => ({
    ...entry,
    id: ids.get(entry.id) ?? entry.id,
    supersedes: entry.supersedes === null ? null : (ids.get(entry.supersedes) ?? entry.supersedes),
  }));
}

export async function writeEntries(
  queries: Queries,
  entries: readonly LedgerEntry[],
): Promise<void> {
  for (const some of portions(entries)) {
    await queries
      .insertInto('ledger_entry')
      .values(
        some.map((entry) => ({
          id: entry.id,
          measure_id: entry.measure.id,
          recorded_at: entry.recordedAt,
          body: toJson(entry),
        })),
      )
      .execute();
  }
  await noteIds(
    queries,
    entries.map((entry) => entry.id),
  );
}

/** New reviews; one that exists already is left as it stands, decided or not. */
export async function writeReviews(queries: Queries, reviews: readonly Review[]): Promise<void> {
  for (const some of portions(reviews)) {
    await queries
      .insertInto('review')
      .values(
        some.map((review) => ({
          id: review.id,
          story_id: review.storyId ?? '',
          created_at: review.createdAt,
          decided_at: review.decision?.at ?? null,
          body: toJson(review),
          decision: review.decision === null ? null : toJson(review.decision),
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

function toReview(row: { body: string; decision: string | null }): Review {
  const decision = row.decision === null ? null : fromJson<ReviewDecision>(row.decision);
  return { ...fromJson<Review>(row.body), decision };
}
