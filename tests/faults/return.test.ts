// Who was gone comes back: a workspace whose token is renewed, a team into which the app is installed again. All its channels
// are posted to again, and nobody has to say a word in each of them.
import { afterEach, describe, expect, it } from 'vitest';
import { type Program, waitUntil } from '../support/program.ts';
import { testPlaces } from '../support/stores.ts';
import { type FaultWorld, startWorld, type WorldOptions } from './fault-world.ts';

for (const { name } of await testPlaces()) {
  const engine = name === 'Postgres' ? 'Postgres' : 'SQLite';

  describe(`on ${engine}, channels that were paused with all of their kind`, () => {
    let world: FaultWorld;

    afterEach(() => world.close());

    async function open(platform: NonNullable<WorldOptions['platform']>): Promise<Program> {
      world = await startWorld({ channels: 3, engine, platform });
      return world.start();
    }

    async function pausedFor(): Promise<readonly (string | null)[]> {
      return (await world.store.channels()).map(({ pausedReason }) => pausedReason);
    }

    const allPaused = async () => (await pausedFor()).every((reason) => reason !== null);

    it('resume when the program starts with a token that serves', async () => {
      const program = await open('slack');
      world.slack.revoke('token_revoked');
      world.publish(1);
      await waitUntil('the workspace is paused', allPaused);
      await program.stop();

      const refused = await world.start({ TARIFFWATCH_LOG_LEVEL: 'warn' });
      world.publish(1);
      await waitUntil('the program has said so', () => refused.log().includes('is refused'));
      expect(await allPaused()).toBe(true);
      await refused.stop();

      world.slack.revoke(null);
      await world.start();
      await world.settled();
      expect(await pausedFor()).toEqual([null, null, null]);
      expect(world.tally()).toMatchObject({ lost: 0, doubled: 0, marked: 0 });
    }, 120_000);

    it('stay paused where it was the channel that went, or where somebody asked for silence', async () => {
      const program = await open('slack');
      const [gone, quiet, lost] = await world.store.channels();
      if (!gone || !quiet || !lost) throw new Error('there are three channels');
      await world.store.pauseChannel(gone.channel, 'is_archived', Date.now());
      await world.store.pauseChannel(quiet.channel, 'token_revoked', Date.now(), 'U1');
      await world.store.pauseChannel(lost.channel, 'token_revoked', Date.now());
      await program.stop();

      await world.start();
      await waitUntil('one is back', async () => (await pausedFor()).includes(null));

      expect((await pausedFor()).map(String).toSorted()).toEqual([
        'is_archived',
        'null',
        'token_revoked',
      ]);
    }, 120_000);

    it('resume when the app is installed into the team again, within a minute too', async () => {
      const { url } = await open('teams');
      await world.teams.sendInstallation(url, 'remove');
      await waitUntil('the team is paused', allPaused);
      world.publish(1);

      await world.teams.sendInstallation(url, 'add');

      await world.settled();
      const known = (await world.store.channels()).filter(({ channel }) =>
        world.channels.includes(channel.channelId),
      );
      expect(known.map(({ pausedReason }) => pausedReason)).toEqual([null, null, null]);
      expect(world.tally()).toMatchObject({ lost: 0, doubled: 0, marked: 0 });
    }, 120_000);
  });
}
