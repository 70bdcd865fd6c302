// Stories with every state they ever had. In: stories of a pass and the epoch that writes them. Out: lookups. The whole
// story is one JSON body: it is read and written as a whole, and only its id, epoch and time are searched.
import type { Instant } from '../domain/day.ts';
import type { Story } from '../domain/story.ts';
import { fromJson, toJson } from './bound-value.ts';
import { portions, type Queries } from './engine.ts';

/** Writes the stories as of `epoch`; what they were before stays in `story_version`. */
export async function writeStories(
  queries: Queries,
  stories: readonly Story[],
  epoch: number,
): Promise<void> {
  // One statement cannot write a row twice; the last state of a story is its latest.
  const latest = [...new Map(stories.map((story) => [story.id, story])).values()];
  for (const some of portions(latest)) {
    const rows = some.map((story) => ({
      id: story.id,
      version: story.version,
      body: toJson(story),
    }));
    await queries
      .insertInto('story')
      .values(
        rows.map((row, index) => ({ ...row, epoch, updated_at: some[index]?.updatedAt ?? 0 })),
      )
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((eb) => ({
          version: eb.ref('excluded.version'),
          epoch: eb.ref('excluded.epoch'),
          updated_at: eb.ref('excluded.updated_at'),
          body: eb.ref('excluded.body'),
        })),
      )
      .execute();
    await queries
      .insertInto('story_version')
      .values(rows.map(({ id, version, body }) => ({ story_id: id, epoch, version, body })))
      .execute();
  }
}

export async function findStory(queries: Queries, id: string): Promise<Story | null> {
  const row = await queries
    .selectFrom('story')
    .select('body')
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : fromJson<Story>(row.body);
}

/** Stories written after `epoch`, in that order; with a negative epoch those updated since `since`. */
export async function storiesAfter(
  queries: Queries,
  epoch: number,
  since: Instant,
): Promise<readonly Story[]> {
  const stories = queries.selectFrom('story').select('body');
  const wanted =
    epoch < 0 ? stories.where('updated_at', '>=', since) : stories.where('epoch', '>', epoch);
  const rows = await wanted.orderBy('epoch').orderBy('id').execute();
  return rows.map((row) => fromJson<Story>(row.body));
}

export async function newestStories(
  queries: Queries,
  limit: number,
  since: Instant,
): Promise<readonly Story[]> {
  const rows = await queries
    .selectFrom('story')
    .select('body')
    .where('updated_at', '>=', since)
    .orderBy('updated_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => fromJson<Story>(row.body));
}
