import { afterAll, beforeAll, expect, it } from 'vitest';
import { type HostileRound, openHostileRound } from '../../support/hostile-round.ts';

let round: HostileRound;
beforeAll(async () => {
  round = await openHostileRound();
});
afterAll(() => round.close());

it('200 hostile feeds are ended by their limits and keep none of 10 good ones from being read', async () => {
  const ended = await round.run();

  const good = ended.filter(({ kind }) => kind === 'good');
  const hostile = ended.filter(({ kind }) => kind !== 'good');
  expect([good.length, hostile.length]).toEqual([10, 200]);
  expect(good.map(({ outcome }) => outcome.kind)).toEqual(good.map(() => 'ok'));
  expect(hostile.filter(({ outcome }) => outcome.kind !== 'failed')).toEqual([]);
});
