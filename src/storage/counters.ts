// The numbers of new rows and the epoch that guards them. In: a transaction. Out: the next free numbers, and whether
// what was planned on an earlier snapshot may still be written.
import type { PassSnapshot } from '../ports/store.ts';
import type { Queries } from './engine.ts';

/** `I-12`: the kind of row and its number. Ids of other shapes (seeded entries) are not counted. */
const NUMBERED = /^([ISER])-(\d+)$/;

export async function readSnapshot(queries: Queries): Promise<PassSnapshot> {
  const rows = await queries.selectFrom('counter').selectAll().execute();
  const values = new Map(rows.map((row) => [row.name, row.value]));
  const next = (name: string): number => (values.get(name) ?? 0) + 1;
  return {
    epoch: values.get('epoch') ?? 0,
    nextItem: next('I'),
    nextStory: next('S'),
    nextEntry: next('E'),
    nextReview: next('R'),
    // Every entry takes a number of its own, so the last one taken tells whether there are new ones.
    ledgerVersion: values.get('E') ?? 0,
    subscriptionVersion: values.get('subscription') ?? 0,
  };
}

/**
 * Raises the epoch if it still is `epoch`, and holds its row until the transaction ends, so that commits come one after
 * another. The new epoch, or null when somebody else committed since.
 */
export async function raiseEpoch(queries: Queries, epoch: number): Promise<number | null> {
  const { numUpdatedRows } = await queries
    .updateTable('counter')
    .set({ value: epoch + 1 })
    .where('name', '=', 'epoch')
    .where('value', '=', epoch)
    .executeTakeFirst();
  return numUpdatedRows > 0n ? epoch + 1 : null;
}

/** Counts a change of what `name` stands for, in the transaction that makes it. */
export async function noteChange(queries: Queries, name: 'subscription'): Promise<void> {
  await queries
    .insertInto('counter')
    .values({ name, value: 1 })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((row) => ({ value: row('counter.value', '+', 1) })),
    )
    .execute();
}

/** Notes that `ids` are taken, so that the next snapshot numbers after them. */
export async function noteIds(queries: Queries, ids: readonly string[]): Promise<void> {
  const highest = new Map<string, number>();
  for (const id of ids) {
    const [, kind, digits] = NUMBERED.exec(id) ?? [];
    if (kind !== undefined) highest.set(kind, Math.max(highest.get(kind) ?? 0, Number(digits)));
  }
  for (const [name, value] of highest) {
    await queries
      .updateTable('counter')
      .set({ value })
      .where('name', '=', name)
      .where('value', '<', value)
      .execute();
  }
}
