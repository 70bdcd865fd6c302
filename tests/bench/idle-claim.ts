// What it costs to ask an outbox at rest for work, which every process does twice a second, while 100 000 channels have nothing
// to say; on Postgres beside the least that any question costs there.
import pg from 'pg';
import { SAMPLE_MESSAGE } from '../support/channel-bots.ts';
import { aDelivery } from '../support/deliveries.ts';
import { SILENT_LOG } from '../support/silent-log.ts';
import { type TestPlace, testPlaces } from '../support/stores.ts';
import { built } from './built.ts';
import { median } from './measure.ts';

const { openStore } =
  await built<typeof import('../../src/storage/open-store.ts')>('storage/open-store');

const IDLE_LANES = 100_000;
const WARM_UP = 500;
const ROUNDS = 1_000;

type Question = () => Promise<unknown>;

export async function benchIdleClaim(): Promise<void> {
  for (const { name, open } of await testPlaces()) await measure(name, await open());
}

async function measure(name: string, opened: TestPlace): Promise<void> {
  const store = await openStore({ ...opened.place, log: SILENT_LOG });
  const { databaseUrl } = opened.place;
  const pool = databaseUrl === null ? null : new pg.Pool({ connectionString: databaseUrl });
  const claim: Question = () =>
    store.claimDeliveries({ now: 1_000, limit: 10, leaseMs: 30_000, platform: 'slack' });
  const least: Question = async () => pool?.query('SELECT 1');
  const [empty] = await costsOf(claim, least);
  const planned = Array.from({ length: IDLE_LANES }, (_, index) =>
    aDelivery(`C${index}`, { message: SAMPLE_MESSAGE, notBefore: 1_000_000 }),
  );
  await store.enqueue(planned, 0);
  const [full, bare] = await costsOf(claim, least);
  await pool?.end();
  await store.close();
  await opened.remove();
  console.log(
    `claim with ${IDLE_LANES} idle lanes, ${name}`.padEnd(46) +
      `${full.toFixed(3)} ms, with none ${empty.toFixed(3)} ms (target under 0.2 ms)` +
      (pool === null ? '' : `; SELECT 1 ${bare.toFixed(3)} ms`),
  );
}

/** Medians in milliseconds of the two questions, asked in turn. */
async function costsOf(...questions: readonly [Question, Question]): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []];
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    for (const index of [0, 1] as const) {
      const startedAt = performance.now();
      await questions[index]();
      if (round >= 0) times[index].push(performance.now() - startedAt);
    }
  }
  return [median(times[0]), median(times[1])];
}
