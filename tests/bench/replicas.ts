// 50 stories to 200 channels through several processes on one Postgres: how fast, and what Slack really got. The oracle counts
// what was accepted, as in the fault suite.
import { startWorld } from '../faults/fault-world.ts';
import { waitUntil } from '../support/program.ts';
import { testPlaces } from '../support/stores.ts';

const STORIES = 50;
const CHANNELS = 200;
const LIMIT_MS = 600_000;

export async function benchReplicas(): Promise<void> {
  if (!(await testPlaces()).some(({ name }) => name === 'Postgres')) return;
  for (const replicas of [1, 2, 4]) await throughReplicas(replicas);
}

async function throughReplicas(replicas: number): Promise<void> {
  const world = await startWorld({ channels: CHANNELS, engine: 'Postgres' });
  for (let count = 0; count < replicas; count += 1) await world.start();
  const startedAt = performance.now();
  for (let story = 0; story < STORIES; story += 1) {
    const { nextStory } = await world.store.snapshot();
    world.publish(1);
    // One at a time: a feed that suddenly offers many is held.
    const isKnown = async () => (await world.store.snapshot()).nextStory > nextStory;
    await waitUntil('the story is known', isKnown, LIMIT_MS);
  }
  await world.settled(LIMIT_MS);
  const seconds = (performance.now() - startedAt) / 1_000;
  const { expected, lost, doubled, marked } = world.tally();
  await world.close();
  console.log(
    `${STORIES} stories, ${CHANNELS} channels, ${replicas} of us`.padEnd(46) +
      `${(expected / seconds).toFixed(0)} posts/s (${expected} in ${seconds.toFixed(1)} s); ` +
      `lost ${lost}, doubled ${doubled}, marked as possible repeats ${marked} (target 0, 0, 0)`,
  );
}
