// One pass is one commit, the same on SQLite and on Postgres: feeds and their leases, items, stories, ledger, reviews.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Feed, FeedState } from '../../src/domain/feed.ts';
import type { LedgerEntry } from '../../src/domain/measure.ts';
import type { Review } from '../../src/domain/review.ts';
import type { Story } from '../../src/domain/story.ts';
import type { ItemRecord, LeasedFeed, PassCommit, Store } from '../../src/ports/store.ts';
import { DATABASE_FILE, openStore } from '../../src/storage/open-store.ts';
import { aDelivery, NOON, nextNumber } from '../support/deliveries.ts';
import { SILENT_LOG } from '../support/silent-log.ts';
import { type TestPlace, testPlaces } from '../support/stores.ts';

const LEASE_MS = 60_000;

function aFeed(id: string): Feed {
  return {
    id,
    publisher: 'Ministry',
    country: 'JP',
    url: `https://example.org/${id}.xml`,
    adapter: 'syndication',
    tier: 'authority',
    language: 'en',
    enabled: true,
    rhythmHours: null,
    notes: '',
  };
}

function aRecord(id: string, feedId: string, changes: Partial<ItemRecord> = {}): ItemRecord {
  return {
    item: {
      id,
      feedId,
      version: 1,
      fetchedAt: NOON,
      key: `guid:${id}`,
      aliases: [`link:${id}`],
      guid: id,
      title: `Title of ${id}`,
      link: `https://example.org/${id}`,
      summary: '',
      content: '',
      publishedAt: NOON,
      publishedPrecision: 'instant',
      updatedAt: null,
      authors: [],
      categories: ['trade'],
    },
    fingerprint: `print of ${id}`,
    outcome: 'new-story',
    reason: 'a new step',
    storyId: null,
    reading: null,
    ...changes,
  };
}

function aStory(id: string, version: number, updatedAt = NOON): Story {
  return {
    id,
    version,
    title: `Story ${id} v${version}`,
    rung: 'press',
    sources: [],
    openedAt: NOON,
    updatedAt,
    withdrawn: null,
    imposers: ['US'],
    targets: ['JP'],
    exempted: [],
    products: ['steel'],
    rates: [],
    oldRates: [],
    action: 'imposed',
    stage: 'announced',
    relief: null,
    effectiveOn: '2025-03-12',
    endsOn: null,
    instrument: 'Section 232',
    quotaTonnes: [],
  };
}

function anEntry(id: string, changes: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    id,
    recordedAt: NOON,
    supersedes: null,
    origin: 'feed',
    storyId: null,
    note: '',
    measure: {
      id: `m-${id}`,
      imposer: 'US',
      target: 'JP',
      productScope: 'steel',
      productDetail: '',
      instrument: 'Section 232',
      kind: 'tariff',
      rate: 2_500,
      rateBasis: 'additional',
      quantityTonnes: null,
      stage: 'announced',
      announcedOn: '2025-02-10',
      effectiveFrom: '2025-03-12',
      effectiveTo: null,
      supersededBy: null,
      legalRef: 'Proclamation 10896',
      sourceName: 'Federal Register',
      sourceUrl: 'https://example.org/fr',
      confidence: 'high',
      note: '',
      audit: '',
    },
    ...changes,
  };
}

function aReview(id: string): Review {
  return {
    id,
    storyId: 'S-1',
    itemId: 'I-1',
    proposal: anEntry('x').measure,
    missing: ['rate'],
    reason: 'the rate was not read',
    createdAt: NOON,
    decision: null,
  };
}

for (const { name, open } of await testPlaces()) {
  describe(`a pass on ${name}`, () => {
    let opened: TestPlace;
    let store: Store;

    beforeAll(async () => {
      opened = await open();
      store = await openStore({ ...opened.place, log: SILENT_LOG });
    });

    afterAll(async () => {
      await store.close();
      await opened.remove();
    });

    async function lease(now = NOON): Promise<LeasedFeed> {
      const id = `feed-${nextNumber()}`;
      await store.syncFeeds([aFeed(id)], now);
      const [leased] = await store.claimDueFeeds({ now, leaseMs: LEASE_MS, limit: 1, only: [id] });
      if (leased === undefined) throw new Error('the feed was not handed out');
      return leased;
    }

    function polled(state: FeedState, changes: Partial<FeedState> = {}): FeedState {
      return {
        ...state,
        validators: { etag: '"v1"', lastModified: null },
        baselineAt: NOON,
        lastPolledAt: NOON,
        lastOkAt: NOON,
        nextPollAt: NOON + 300_000,
        parser: 'rss-parser',
        ...changes,
      };
    }

    async function aCommit(
      leased: LeasedFeed,
      changes: Partial<PassCommit> = {},
    ): Promise<PassCommit> {
      return {
        epoch: (await store.snapshot()).epoch,
        leaseToken: leased.leaseToken,
        feedState: polled(leased.state),
        items: [],
        stories: [],
        entries: [],
        reviews: [],
        deliveries: [],
        at: NOON,
        ...changes,
      };
    }

    async function stateOf(feedId: string): Promise<FeedState | undefined> {
      return (await store.feedStates()).find((state) => state.feedId === feedId);
    }

    it('commits items, stories, ledger, reviews, deliveries and validators together', async () => {
      const leased = await lease();
      const { feedId } = leased.state;
      const { nextItem, nextStory, nextEntry, nextReview } = await store.snapshot();
      const [item, story] = [`I-${nextItem}`, `S-${nextStory}`];
      const record = aRecord(item, feedId, { storyId: story });
      const delivery = aDelivery(`C-${feedId}`, { storyId: story, storyVersion: 1 });

      const result = await store.commitPass(
        await aCommit(leased, {
          items: [record],
          stories: [aStory(story, 1)],
          entries: [anEntry(`E-${nextEntry}`)],
          reviews: [aReview(`R-${nextReview}`)],
          deliveries: [delivery],
        }),
      );

      expect(result).toBe('committed');
      expect(await store.item(item)).toEqual(record);
      expect(await store.itemsByLink(`https://example.org/${item}`)).toEqual([record]);
      expect(await store.itemsOfStory(story)).toEqual([record]);
      expect(await store.story(story)).toEqual(aStory(story, 1));
      expect(await store.ledgerEntries()).toContainEqual(anEntry(`E-${nextEntry}`));
      expect(await store.review(`R-${nextReview}`)).toEqual(aReview(`R-${nextReview}`));
      expect(await store.deliveriesOfStory(story)).toMatchObject([delivery]);
      expect(await stateOf(feedId)).toEqual(polled(leased.state));
      expect(await store.snapshot()).toMatchObject({
        nextItem: nextItem + 1,
        nextStory: nextStory + 1,
        nextEntry: nextEntry + 1,
        nextReview: nextReview + 1,
      });
    });

    it('commits a decision about stories without a feed, and nothing of one that was overtaken', async () => {
      const leased = await lease();
      const { nextItem, nextStory, nextReview, epoch } = await store.snapshot();
      const [item, old, opened] = [`I-${nextItem}`, `S-${nextStory}`, `S-${nextStory + 1}`];
      const record = aRecord(item, leased.state.feedId, { storyId: old });
      await store.commitPass(await aCommit(leased, { items: [record], stories: [aStory(old, 1)] }));
      const moved = { ...record, storyId: opened, reason: 'moved' };
      const delivery = aDelivery(`C-${opened}`, { storyId: opened, storyVersion: 1 });
      const decision = {
        epoch,
        items: [moved],
        stories: [aStory(old, 2), aStory(opened, 1)],
        entries: [],
        reviews: [aReview(`R-${nextReview}`)],
        deliveries: [delivery],
        at: NOON,
      };

      expect(await store.commitStories(decision)).toBe('stale');
      expect(await store.story(opened)).toBeNull();
      expect(await store.itemsOfStory(old)).toEqual([record]);
      expect(await store.deliveriesOfStory(opened)).toEqual([]);

      const planned = (await store.snapshot()).epoch;
      expect(await store.commitStories({ ...decision, epoch: planned })).toBe('committed');
      expect(await store.itemsOfStory(old)).toEqual([]);
      expect(await store.itemsOfStory(opened)).toEqual([moved]);
      expect(await store.deliveriesOfStory(opened)).toMatchObject([delivery]);
      expect((await store.storiesChangedSince(planned, 0)).map(({ id }) => id)).toEqual([
        old,
        opened,
      ]);
      expect(await store.snapshot()).toMatchObject({
        epoch: planned + 1,
        nextStory: nextStory + 2,
        nextReview: nextReview + 1,
      });
    });

    it('writes nothing of a pass that was planned before another one committed', async () => {
      const [first, second] = [await lease(), await lease()];
      const late = await aCommit(second, {
        items: [aRecord('I-900', second.state.feedId)],
        stories: [aStory('S-900', 1)],
        deliveries: [aDelivery('C-stale', { storyId: 'S-900' })],
      });
      await store.commitPass(await aCommit(first));

      const result = await store.commitPass(late);

      expect(result).toBe('stale');
      expect(await store.item('I-900')).toBeNull();
      expect(await store.story('S-900')).toBeNull();
      expect(await store.deliveriesOfStory('S-900')).toEqual([]);
      expect((await stateOf(second.state.feedId))?.validators.etag).toBeNull();
      // Planned anew on the present state it goes through.
      const { epoch } = await store.snapshot();
      expect(await store.commitPass({ ...late, epoch })).toBe('committed');
    });

    it('writes nothing of a pass whose feed somebody else polls by now', async () => {
      const leased = await lease();
      const { feedId } = leased.state;
      const [taken] = await store.claimDueFeeds({
        now: NOON + LEASE_MS,
        leaseMs: LEASE_MS,
        limit: 1,
        only: [feedId],
      });
      const { epoch } = await store.snapshot();

      const result = await store.commitPass(
        await aCommit(leased, { items: [aRecord('I-901', feedId)] }),
      );

      expect(taken?.leaseToken).not.toBe(leased.leaseToken);
      expect(result).toBe('lease-lost');
      expect(await store.item('I-901')).toBeNull();
      expect((await store.snapshot()).epoch).toBe(epoch);
      expect(await store.saveFeedState(polled(leased.state), leased.leaseToken)).toBe(false);
    });

    it('undoes all of a commit that fails at its last row', async () => {
      const leased = await lease();
      const { feedId } = leased.state;
      const { epoch } = await store.snapshot();
      const broken = aDelivery('C-broken', { notBefore: Number.NaN });

      const commit = store.commitPass(
        await aCommit(leased, { items: [aRecord('I-902', feedId)], deliveries: [broken] }),
      );

      await expect(commit).rejects.toThrow('cannot be stored');
      expect(await store.item('I-902')).toBeNull();
      expect((await store.snapshot()).epoch).toBe(epoch);
      expect((await stateOf(feedId))?.baselineAt).toBeNull();
    });

    it('lets one of many passes at once through, and the others again after a new look', async () => {
      const leases = await Promise.all(Array.from({ length: 6 }, () => lease()));
      const { epoch } = await store.snapshot();
      const commits = await Promise.all(leases.map((leased) => aCommit(leased)));

      const results = await Promise.all(commits.map((commit) => store.commitPass(commit)));

      expect(results.filter((result) => result === 'committed')).toHaveLength(1);
      expect(results.filter((result) => result === 'stale')).toHaveLength(5);
      expect((await store.snapshot()).epoch).toBe(epoch + 1);
    });

    it('finds a known item under every name it ever had, in its own feed only', async () => {
      const leased = await lease();
      const { feedId } = leased.state;
      const id = `I-${(await store.snapshot()).nextItem}`;
      const record = aRecord(id, feedId);
      await store.commitPass(await aCommit(leased, { items: [record] }));
      const [again] = await store.claimDueFeeds({
        now: NOON + 300_000,
        leaseMs: LEASE_MS,
        limit: 1,
        only: [feedId],
      });
      const edited = aRecord(id, feedId, {
        item: { ...record.item, version: 2, aliases: ['guid:renamed'], title: 'New title' },
        fingerprint: 'other',
        outcome: 'edited',
      });
      if (again === undefined) throw new Error('the feed was not handed out');
      await store.commitPass(await aCommit(again, { items: [edited] }));

      const names = [`guid:${id}`, `link:${id}`, 'guid:renamed', 'guid:never-seen'];
      const known = await store.findItems(feedId, names);
      const elsewhere = await store.findItems('other-feed', names);

      expect(known.map(({ alias }) => alias).sort()).toEqual(names.slice(0, 3).sort());
      expect(new Set(known.map(({ itemId }) => itemId))).toEqual(new Set([id]));
      expect(known[0]).toMatchObject({ version: 2, fingerprint: 'other' });
      expect(elsewhere).toEqual([]);
      expect(await store.item(id)).toEqual(edited);
    });

    it('keeps the last of two records of one item, and of two states of one story, in one pass', async () => {
      const leased = await lease();
      const { nextItem, nextStory } = await store.snapshot();
      const [item, story] = [`I-${nextItem}`, `S-${nextStory}`];
      const record = aRecord(item, leased.state.feedId);

      await store.commitPass(
        await aCommit(leased, {
          items: [record, { ...record, outcome: 'merged' }],
          stories: [aStory(story, 1), aStory(story, 2)],
        }),
      );

      expect((await store.item(item))?.outcome).toBe('merged');
      expect((await store.story(story))?.version).toBe(2);
    });

    it('leaves a name with the item that used it first', async () => {
      const leased = await lease();
      const { feedId } = leased.state;
      const { nextItem } = await store.snapshot();
      const [one, two] = [`I-${nextItem}`, `I-${nextItem + 1}`];
      const same = (id: string) =>
        aRecord(id, feedId, { item: { ...aRecord(id, feedId).item, aliases: ['title:same'] } });

      await store.commitPass(await aCommit(leased, { items: [same(one), same(two)] }));

      expect(await store.findItems(feedId, ['title:same'])).toMatchObject([{ itemId: one }]);
    });

    it('handles more names and items than one statement takes', async () => {
      const leased = await lease();
      const { feedId } = leased.state;
      const { nextItem } = await store.snapshot();
      const items = Array.from({ length: 1_203 }, (_, index) =>
        aRecord(`I-${nextItem + index}`, feedId),
      );

      await store.commitPass(await aCommit(leased, { items }));
      const names = items.flatMap(({ item }) => [item.key, ...item.aliases]);

      expect(await store.findItems(feedId, names)).toHaveLength(2_406);
      expect((await store.snapshot()).nextItem).toBe(nextItem + 1_203);
    });

    it('keeps text as it was, without NUL and broken surrogates, which no database returns unchanged', async () => {
      const leased = await lease();
      const { feedId } = leased.state;
      const id = `I-${(await store.snapshot()).nextItem}`;
      const item = {
        ...aRecord(id, feedId).item,
        title: 'a\u0000b \ud800 Zölle 関税 \u{1f6a2} "\\u0000" \\ud800',
        aliases: ['guid:\u0000x\udfff'],
      };
      await store.commitPass(await aCommit(leased, { items: [aRecord(id, feedId, { item })] }));

      const stored = await store.item(id);

      expect(stored?.item.title).toBe('ab \ufffd Zölle 関税 \u{1f6a2} "\\u0000" \\ud800');
      expect(await store.findItems(feedId, ['guid:\u0000x\udfff'])).toHaveLength(1);
    });

    it('hands each due feed to one poller at a time, the longest due first', async () => {
      const ids = ['a', 'b', 'c'].map((suffix) => `due-${nextNumber()}-${suffix}`);
      for (const [index, id] of ids.entries())
        await store.syncFeeds([aFeed(id)], NOON - 10 + index);
      const ask = (now: number, limit: number) =>
        store.claimDueFeeds({ now, leaseMs: LEASE_MS, limit, only: ids });

      const early = await ask(NOON - 11, 9);
      const first = await ask(NOON, 2);
      const second = await ask(NOON, 9);
      const none = await ask(NOON + LEASE_MS - 1, 9);
      const expired = await ask(NOON + LEASE_MS, 9);

      const idsOf = (leases: readonly LeasedFeed[]) => leases.map(({ state }) => state.feedId);
      expect(idsOf(early)).toEqual([]);
      expect(idsOf(first)).toEqual(ids.slice(0, 2));
      expect(idsOf(second)).toEqual(ids.slice(2));
      expect(idsOf(none)).toEqual([]);
      expect(idsOf(expired)).toEqual(ids);
    });

    it('saves the state of a poll that brought nothing, and ends the lease', async () => {
      const leased = await lease();
      const failed = polled(leased.state, {
        failures: 3,
        lastError: 'the server answered 503',
        warnings: ['stale'],
        heldReason: 'Paused by Ann.',
        overrunAt: NOON,
        hold: { since: NOON, reason: '40 of 40 items are new in one poll', items: 12 },
      });

      const saved = await store.saveFeedState(failed, leased.leaseToken);
      const again = await store.saveFeedState(failed, leased.leaseToken);

      expect([saved, again]).toEqual([true, false]);
      expect(await stateOf(leased.state.feedId)).toEqual(failed);
    });

    it('finds what is held of one feed, oldest first, until it is something else', async () => {
      const leased = await lease();
      const { feedId } = leased.state;
      const at = (id: string, fetchedAt: number, outcome: ItemRecord['outcome']): ItemRecord => {
        const record = aRecord(id, feedId, { outcome });
        return { ...record, item: { ...record.item, fetchedAt } };
      };
      const { nextItem } = await store.snapshot();
      const [first, second, third] = [0, 1, 2].map((step) => `I-${nextItem + step}`) as [
        string,
        string,
        string,
      ];
      const items = [
        at(first, NOON + 2, 'held'),
        at(second, NOON, 'held'),
        at(third, NOON, 'routine'),
      ];
      await store.commitPass(await aCommit(leased, { items }));
      expect((await store.heldItems(feedId)).map(({ item }) => item.id)).toEqual([second, first]);
      expect(await store.heldItems('another')).toEqual([]);

      const taken = await store.takeFeed(feedId, NOON + 3, LEASE_MS);
      if (taken === null) throw new Error('the feed is there');
      const decided = [at(second, NOON, 'baseline')];
      await store.commitPass(await aCommit(taken, { items: decided }));
      expect((await store.heldItems(feedId)).map(({ item }) => item.id)).toEqual([first]);
    });

    it('takes a feed from a poll that is under way, which then writes nothing', async () => {
      const polling = await lease();
      const taken = await store.takeFeed(polling.state.feedId, NOON, LEASE_MS);

      expect(taken?.state).toEqual(polling.state);
      expect(await store.commitPass(await aCommit(polling))).toBe('lease-lost');
      expect(await store.saveFeedState(polling.state, taken?.leaseToken ?? '')).toBe(true);
      expect(await store.takeFeed('no such feed', NOON, LEASE_MS)).toBeNull();
    });

    it('keeps a leased feed for as long as its holder says, and for nobody who lost it', async () => {
      const polling = await lease();
      const { feedId } = polling.state;
      const ask = (now: number) =>
        store.claimDueFeeds({ now, leaseMs: LEASE_MS, limit: 1, only: [feedId] });

      expect(await store.keepFeed(polling, NOON + 2 * LEASE_MS)).toBe(true);
      expect(await ask(NOON + LEASE_MS)).toEqual([]);
      expect(await ask(NOON + 2 * LEASE_MS)).toHaveLength(1);
      expect(await store.keepFeed(polling, NOON + 9 * LEASE_MS)).toBe(false);
      expect(await ask(NOON + 3 * LEASE_MS)).toHaveLength(1);
    });

    it('takes a leased feed back as it was: due at once, and its late pass writes nothing', async () => {
      const polling = await lease();
      const { feedId } = polling.state;

      await store.giveBackFeed(polling);

      expect(await store.commitPass(await aCommit(polling))).toBe('lease-lost');
      const again = await store.claimDueFeeds({
        now: NOON,
        leaseMs: LEASE_MS,
        limit: 1,
        only: [feedId],
      });
      expect(again.map(({ state }) => state)).toEqual([polling.state]);
      await store.giveBackFeed(polling);
      expect(await store.saveFeedState(polling.state, again[0]?.leaseToken ?? '')).toBe(true);
    });

    it('leaves the state of known feeds alone when the catalogue is read again', async () => {
      const leased = await lease();
      await store.saveFeedState(polled(leased.state), leased.leaseToken);

      await store.syncFeeds([aFeed(leased.state.feedId)], NOON + 1);

      expect(await stateOf(leased.state.feedId)).toEqual(polled(leased.state));
    });

    it('tells which stories were written after an epoch, and which were updated since an instant', async () => {
      const { nextStory, epoch } = await store.snapshot();
      const [old, young] = [`S-${nextStory}`, `S-${nextStory + 1}`];
      const first = await lease();
      await store.commitPass(await aCommit(first, { stories: [aStory(old, 1, NOON + 1)] }));
      const between = (await store.snapshot()).epoch;
      const second = await lease();
      await store.commitPass(await aCommit(second, { stories: [aStory(young, 1, NOON + 2)] }));

      const ids = (stories: readonly Story[]) => stories.map((story) => story.id);
      expect(ids(await store.storiesChangedSince(epoch, NOON))).toEqual([old, young]);
      expect(ids(await store.storiesChangedSince(between, NOON + 99))).toEqual([young]);
      expect(ids(await store.storiesChangedSince(-1, NOON + 2))).toEqual([young]);
      expect(ids(await store.recentStories({ limit: 1, since: NOON }))).toEqual([young]);
      expect(ids(await store.recentStories({ limit: 9, since: NOON + 1 }))).toEqual([young, old]);
    });

    it('decides a review once, and writes the entries that follow with it', async () => {
      const { nextReview, nextEntry } = await store.snapshot();
      const id = `R-${nextReview}`;
      await store.commitPass(await aCommit(await lease(), { reviews: [aReview(id)] }));
      const decision = {
        kind: 'approved',
        by: 'U1',
        at: NOON + 5,
        why: 'read in the notice',
      } as const;
      const entry = anEntry(`E-${nextEntry}`, { origin: 'curator' });

      const open = await store.openReviews();
      const decided = await store.decideReview(id, decision, [entry]);
      const twice = await store.decideReview(id, { ...decision, kind: 'rejected' }, [
        anEntry('E-999'),
      ]);

      expect(open).toContainEqual(aReview(id));
      expect([decided, twice]).toEqual([true, false]);
      expect(await store.review(id)).toEqual({ ...aReview(id), decision });
      expect((await store.openReviews()).map((review) => review.id)).not.toContain(id);
      expect(await store.ledgerEntries()).toContainEqual(entry);
      expect((await store.ledgerEntries()).map((one) => one.id)).not.toContain('E-999');
      expect((await store.snapshot()).nextEntry).toBe(nextEntry + 1);
    });

    it("numbers a curator's entries anew when a pass has used their numbers meanwhile", async () => {
      const { nextReview, nextEntry } = await store.snapshot();
      const id = `R-${nextReview}`;
      const taken = `E-${nextEntry}`;
      await store.commitPass(
        await aCommit(await lease(), { reviews: [aReview(id)], entries: [anEntry(taken)] }),
      );
      const decision = { kind: 'edited', by: 'U1', at: NOON, why: 'two steps' } as const;

      await store.decideReview(id, decision, [
        anEntry(taken, { note: 'first' }),
        anEntry(`E-${nextEntry + 1}`, { note: 'second', supersedes: taken }),
      ]);

      const last = (await store.ledgerEntries()).slice(-2);
      expect(last.map(({ id, note, supersedes }) => ({ id, note, supersedes }))).toEqual([
        { id: `E-${nextEntry + 1}`, note: 'first', supersedes: null },
        { id: `E-${nextEntry + 2}`, note: 'second', supersedes: `E-${nextEntry + 1}` },
      ]);
    });

    it("lets every program see that a curator's decision changed the ledger, whatever its entries were called", async () => {
      const { nextReview, ledgerVersion } = await store.snapshot();
      const id = `R-${nextReview}`;
      await store.commitPass(await aCommit(await lease(), { reviews: [aReview(id)] }));
      const decision = { kind: 'edited', by: 'U1', at: NOON, why: 'said so' } as const;

      await store.decideReview(id, decision, [anEntry(`E-${id}-1`, { note: 'decided' })]);

      expect((await store.snapshot()).ledgerVersion).toBe(ledgerVersion + 1);
      expect((await store.ledgerEntries()).at(-1)).toMatchObject({
        id: `E-${ledgerVersion + 1}`,
        note: 'decided',
      });
    });

    it("makes a pass stale that was planned before a curator's decision", async () => {
      const id = `R-${(await store.snapshot()).nextReview}`;
      await store.commitPass(await aCommit(await lease(), { reviews: [aReview(id)] }));
      const { epoch, nextEntry } = await store.snapshot();
      const commit = await aCommit(await lease(), { entries: [anEntry(`E-${nextEntry}`)] });
      const decision = { kind: 'approved', by: 'U1', at: NOON, why: '' } as const;
      await store.decideReview(id, decision, [anEntry(`E-${nextEntry}`, { note: 'curator' })]);

      expect(commit.epoch).toBe(epoch);
      expect(await store.commitPass(commit)).toBe('stale');
    });

    it('says of each key once within its time that it is new, however many ask at once', async () => {
      const key = `event-${nextNumber()}`;

      const answers = await Promise.all(
        Array.from({ length: 8 }, () => store.firstTime(key, NOON, 1_000)),
      );
      const later = await store.firstTime(key, NOON + 999, 1_000);
      const afterwards = await store.firstTime(key, NOON + 1_000, 1_000);

      expect(answers.filter(Boolean)).toHaveLength(1);
      expect([later, afterwards]).toEqual([false, true]);
    });

    it('gives each slot of a job to one caller', async () => {
      const job = `digest-${nextNumber()}`;

      const answers = await Promise.all(
        Array.from({ length: 8 }, () => store.claimSlot(job, NOON)),
      );

      expect(answers.filter(Boolean)).toHaveLength(1);
      expect(await store.claimSlot(job, NOON + 60_000)).toBe(true);
      expect(await store.claimSlot(`${job}-other`, NOON)).toBe(true);
    });

    it('copies the whole database to a file that opens, where that is its own task', async () => {
      const copyDir = join(opened.place.dataDir, `copy-${nextNumber()}`);
      if (opened.place.databaseUrl !== null) {
        await expect(store.backup(copyDir)).rejects.toMatchObject({ code: 'backup-by-server' });
        return;
      }
      mkdirSync(copyDir);
      const target = join(copyDir, DATABASE_FILE);
      await store.backup(target);
      const copy = await openStore({ dataDir: copyDir, databaseUrl: null, log: SILENT_LOG });

      expect(await copy.snapshot()).toEqual(await store.snapshot());
      expect(await copy.feedStates()).toEqual(await store.feedStates());
      await copy.close();
      await expect(store.backup(target)).rejects.toMatchObject({ code: 'backup-exists' });
      await expect(store.backup(join(copyDir, 'none', DATABASE_FILE))).rejects.toMatchObject({
        code: 'backup-unwritable',
      });
    });
  });
}
