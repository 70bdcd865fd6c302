// Curators undo a wrong merge, join what was told apart and take a story back: channels that had the wrong version are
// corrected, later texts find the right story, and why shows who decided what. Real parts, feeds on loopback, our own clock.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { App } from '../../src/app/create-app.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/domain/day.ts';
import { printMessage } from '../../src/messages/print-message.ts';
import { askIn } from '../support/ask-in.ts';
import { type FeedServer, startFeedServer } from '../support/feed-server.ts';
import { openLoopbackApp } from '../support/loopback-app.ts';
import { rssOf } from '../support/rss-wire.ts';

const DESK = { platform: 'preview', tenantId: 'local', channelId: 'desk' } as const;
const STEEL = 'Brazil threatens 40% tariff on steel from Chile';
const STEEL_TOO = 'Brazil threatens Chile with 40% tariff on steel imports';
const COPPER = 'Peru threatens 15% tariff on copper from Bolivia';

describe('a story that a curator decides about', () => {
  let server: FeedServer;
  let folder: string;
  let app: App;
  let now: number;
  /** Titles by guid, as the page reads now. */
  let page: Record<string, string>;

  beforeEach(async () => {
    server = await startFeedServer();
    folder = mkdtempSync(join(tmpdir(), 'tariffwatch-curated-'));
    now = Date.parse('2026-03-02T12:00:00Z');
    page = { a: 'Office hours', b: 'Harbour news' };
    app = await open();
    await ask('watch steel');
    await ask('watch copper');
    await publish({});
  });

  afterEach(async () => {
    vi.restoreAllMocks();
    await app.stop();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = () =>
    openLoopbackApp({
      server,
      folder,
      now: () => now,
      feeds: [`wire,Harbour Wire,,${server.url}/wire,press,press`],
      environment: {
        TARIFFWATCH_LANE_SECONDS: '0',
        TARIFFWATCH_POLL_SECONDS: '60',
        TARIFFWATCH_CURATORS: 'preview:ann',
      },
    });

  async function ask(text: string, userId = 'ann', program = app): Promise<string> {
    return printMessage(await askIn(program, DESK, text, { userId }));
  }

  /** Puts titles on the page, new or in the place of earlier ones, and lets everything happen that follows. */
  async function publish(titles: Readonly<Record<string, string>>): Promise<void> {
    now += HOUR_MS;
    await publishUnsettled(titles);
    await settle();
  }

  async function publishUnsettled(titles: Readonly<Record<string, string>>): Promise<void> {
    Object.assign(page, titles);
    const items = Object.entries(page).map(([guid, title]) => {
      return { title, guid, link: `https://wire.example/${guid}`, at: now - MINUTE_MS };
    });
    server.set('/wire', { kind: 'document', body: rssOf(items) });
    await app.pollOnce();
  }

  async function settle(): Promise<void> {
    await app.settle();
    now += 10 * MINUTE_MS;
    await app.settle();
  }

  const told = async () =>
    (await app.store.deliveriesTo(DESK, 20))
      .toReversed()
      .map(({ storyId, kind, state }) => `${storyId} ${kind} ${state}`);

  const itemOf = async (guid: string): Promise<string> => {
    const [record] = await app.store.itemsByLink(`https://wire.example/${guid}`);
    return record?.item.id ?? '';
  };

  it('is split: the channel is corrected and gets the other story, and an edit finds its new place', async () => {
    await publish({ s1: STEEL });
    await publish({ s2: STEEL_TOO });
    const [first, second] = [await itemOf('s1'), await itemOf('s2')];
    const before = (await told()).length;
    expect((await app.store.story('S-1'))?.sources.map(({ itemId }) => itemId).toSorted()).toEqual(
      [first, second].toSorted(),
    );

    const answer = await ask(`story S-1 split ${second} because it is another order`);
    await settle();

    expect(answer).toContain(`S-1: ${second} moved to S-2`);
    expect(answer).toContain('Told to 1 channel');
    expect((await told()).slice(before)).toEqual([
      'S-1 update sent',
      'S-1 correction sent',
      'S-2 alert sent',
    ]);
    const why = await ask('why S-1');
    expect(why).toMatch(new RegExp(`2026.*, ann: .*${second} moved to S-2.*, it is another order`));
    expect(await ask('why S-2')).toContain('split from S-1');
    expect(await ask(`why ${second}`)).toContain('moved to S-2 by ann: it is another order');

    await publish({ s2: STEEL_TOO.replace('40%', '45%') });
    expect((await app.store.story('S-2'))?.rates.map(({ pct }) => pct)).toEqual([45]);
    expect((await app.store.story('S-1'))?.rates.map(({ pct }) => pct)).toEqual([40]);
  });

  it('is split off silently when its items are older than a week', async () => {
    await publish({ s1: STEEL });
    await publish({ s2: STEEL_TOO });
    now += 8 * DAY_MS;
    const before = (await told()).length;

    await ask(`story S-1 split ${await itemOf('s2')} because it is another order`);
    await settle();

    expect((await told()).slice(before)).toEqual(['S-1 update sent', 'S-1 correction sent']);
  });

  it('is joined with another, which is taken back and says where its sources went', async () => {
    await publish({ s1: STEEL });
    await publish({ c1: COPPER });
    const before = (await told()).length;

    expect(await ask('story S-1 join S-2 because both tell one order')).toContain(
      'S-1: joined with S-2',
    );
    await settle();

    expect((await told()).slice(before).toSorted()).toEqual([
      'S-1 correction sent',
      'S-1 update sent',
      'S-2 update sent',
      'S-2 withdrawal sent',
    ]);
    expect((await app.store.story('S-1'))?.products).toEqual(['copper', 'steel']);
    expect(await ask('why S-2')).toContain('joined into S-1; both tell one order');
    expect(await ask(`why ${await itemOf('c1')}`)).toContain('Story: S-1');
    expect(await ask('story S-1 join S-2 because again')).toContain('S-2 is withdrawn');

    await publish({ c1: COPPER.replace('15%', '17%') });
    expect((await app.store.story('S-1'))?.rates.map(({ pct }) => pct)).toEqual([17, 40]);
  });

  it('is withdrawn once, and takes no further item', async () => {
    await publish({ s1: STEEL });
    const before = (await told()).length;

    await ask('story S-1 withdraw because the report was false');
    await settle();

    expect((await told()).slice(before)).toEqual(['S-1 update sent', 'S-1 withdrawal sent']);
    expect(await ask('why S-1')).toContain('ann: the report was false');
    for (const again of ['withdraw', `split ${await itemOf('s1')}`]) {
      expect(await ask(`story S-1 ${again} because again`)).toContain('S-1 is withdrawn already');
    }
    expect(await ask('story S-1 join S-2 because again')).toContain('no story S-2');

    await publish({ s2: STEEL_TOO });
    expect((await app.store.story('S-1'))?.sources).toHaveLength(1);
    expect((await app.store.story('S-2'))?.sources).toHaveLength(1);
  });

  it('that was withdrawn stands again: its post is made whole, its thread says so, and it takes items as before', async () => {
    await publish({ s1: STEEL });
    await ask('story S-1 withdraw because the report was false');
    await settle();
    const before = (await told()).length;

    const answer = await ask('story S-1 reinstate because the ministry confirmed it');
    await settle();

    expect(answer).toContain('S-1: reinstated');
    expect(answer).toContain('Told to 1 channel');
    expect((await told()).slice(before)).toEqual(['S-1 update sent', 'S-1 correction sent']);
    const [correction, post] = (await app.store.deliveriesTo(DESK, 2)).map(({ message }) =>
      printMessage(message),
    );
    expect(post).toContain('Threatened');
    expect(post).not.toContain('Withdrawn');
    expect(correction).toContain('Correction to S-1');
    expect(correction).toContain('(no longer: ann: the report was false) → it stands');
    expect(correction).toContain('ann: the ministry confirmed it');
    const why = await ask('why S-1');
    expect(why).toContain('withdrawn, the report was false');
    expect(why).toContain('reinstated, the ministry confirmed it');

    await publish({ s2: STEEL_TOO });
    expect((await app.store.story('S-1'))?.sources).toHaveLength(2);
  });

  it('that was withdrawn before it was told is told as news when it is reinstated', async () => {
    now += HOUR_MS;
    await publishUnsettled({ s1: STEEL });
    await ask('story S-1 withdraw because the report was false');
    await settle();
    expect(await told()).toEqual(['S-1 alert withdrawn', 'S-1 update withdrawn']);

    await ask('story S-1 reinstate because the ministry confirmed it');
    await settle();

    expect((await told()).at(-1)).toBe('S-1 alert sent');
  });

  it('is not reinstated while it stands, nor when its items are told in another story', async () => {
    await publish({ s1: STEEL });
    await publish({ c1: COPPER });
    await ask('story S-1 join S-2 because both tell one order');
    await settle();
    const before = await told();

    expect(await ask('story S-1 reinstate because why not')).toContain('S-1 is not withdrawn');
    expect(await ask('story S-2 reinstate because two orders')).toContain(
      `${await itemOf('c1')} is told in another story now`,
    );
    await settle();

    expect(await told()).toEqual(before);
    expect((await app.store.story('S-2'))?.withdrawn).toContain('joined into S-1');
  });

  it('that was withdrawn is not told anew when its page is edited, after a restart neither', async () => {
    await publish({ s1: STEEL });
    await ask('story S-1 withdraw because the report was false');
    await settle();
    const before = await told();

    await publish({ s1: `${STEEL}, ministry says` });
    await app.stop();
    app = await open();
    await publish({ s1: `${STEEL}, two ministries say` });

    expect(await told()).toEqual(before);
    expect(await app.store.story('S-2')).toBeNull();
    expect(await ask(`why ${await itemOf('s1')}`)).toContain('S-1 is withdrawn');
  });

  it('stays as it is for anybody else, for an id that is not there and for an item of another story', async () => {
    await publish({ s1: STEEL });
    const [story, before] = [await app.store.story('S-1'), await told()];

    expect(await ask('story S-1 withdraw because I say so', 'bob')).toContain(
      'Only curators decide about stories',
    );
    expect(await ask('story S-9 withdraw because false')).toContain('no story S-9');
    expect(await ask('story S-1 split I-999 because other')).toContain('no source of S-1');
    expect(await ask(`story S-1 split ${await itemOf('s1')} because other`)).toContain(
      'must move some',
    );
    await settle();

    expect(await app.store.story('S-1')).toEqual(story);
    expect(await told()).toEqual(before);
  });

  describe('while another process works on the same database', () => {
    let other: App;

    beforeEach(async () => {
      await publish({ s1: STEEL });
      other = await open();
    });

    afterEach(() => other.stop());

    it('is left alone when that one changed it at the same instant, and the curator learns so', async () => {
      const read = app.store.story.bind(app.store);
      vi.spyOn(app.store, 'story').mockImplementationOnce(async (id) => {
        const found = await read(id);
        await ask('story S-1 withdraw because the other was first', 'ann', other);
        return found;
      });

      expect(await ask('story S-1 withdraw because I was second')).toContain(
        'S-1 changed in the meantime; nothing was done',
      );
      expect((await app.store.story('S-1'))?.withdrawn).toBe('ann: the other was first');
      expect((await app.store.story('S-1'))?.version).toBe(2);
    });

    it('is left alone when that one changed it while the decision was being written', async () => {
      const commit = app.store.commitStories.bind(app.store);
      vi.spyOn(app.store, 'commitStories').mockImplementationOnce(async (planned) => {
        await ask('story S-1 withdraw because the other was first', 'ann', other);
        return commit(planned);
      });

      expect(await ask('story S-1 withdraw because I was second')).toContain('nothing was done');
      expect((await app.store.story('S-1'))?.withdrawn).toBe('ann: the other was first');
    });

    it('is decided on all the same when that one changed another story', async () => {
      await publish({ c1: COPPER });
      const commit = app.store.commitStories.bind(app.store);
      vi.spyOn(app.store, 'commitStories').mockImplementationOnce(async (planned) => {
        await ask('story S-2 withdraw because of copper', 'ann', other);
        return commit(planned);
      });

      expect(await ask('story S-1 withdraw because of steel')).toContain('S-1: withdrawn');
      expect((await app.store.story('S-1'))?.withdrawn).toBe('ann: of steel');
      expect((await app.store.story('S-2'))?.withdrawn).toBe('ann: of copper');
    });
  });
});
