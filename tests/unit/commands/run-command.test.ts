import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../src/commands/command-table.ts';
import { createCommandRunner } from '../../../src/commands/run-command.ts';
import { DAY_MS, HOUR_MS, type Instant } from '../../../src/domain/day.ts';
import type { Feed } from '../../../src/domain/feed.ts';
import type { FormValues } from '../../../src/domain/form.ts';
import type { LedgerEntry } from '../../../src/domain/measure.ts';
import { chartsOf, type Message } from '../../../src/domain/message.ts';
import { createLedger } from '../../../src/ledger/create-ledger.ts';
import { printMessage } from '../../../src/messages/print-message.ts';
import type { Store } from '../../../src/ports/store.ts';
import type { CommandContext, Log } from '../../../src/ports/world.ts';
import { loadSeedEntries } from '../../../src/reference/measures.ts';
import { openStore } from '../../../src/storage/open-store.ts';
import { aRate, aSource, aStory } from '../../support/story-builder.ts';

const START: Instant = Date.parse('2026-10-01T12:00:00Z');
const ledger = createLedger(loadSeedEntries());
const FEEDS: readonly Feed[] = [
  {
    id: 'register',
    publisher: 'The Register',
    country: 'US',
    url: 'https://register.example/',
    adapter: 'syndication',
    tier: 'gazette',
    language: 'en',
    enabled: true,
    rhythmHours: null,
    notes: '',
  },
];

let folder: string;
let store: Store;
let now = START;
let channelNumber = 0;
let context: CommandContext;
const logged: { text: string; keys: Readonly<Record<string, unknown>> | undefined }[] = [];
const note = (text: string, keys?: Readonly<Record<string, unknown>>) => {
  logged.push({ text, keys });
};
const log: Log = { debug: note, info: note, warn: note, error: note };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'commands-'));
  store = await openStore({ dataDir: folder, databaseUrl: null, log });
});

afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(() => {
  now = START;
  logged.length = 0;
  channelNumber += 1;
  context = {
    channel: { platform: 'preview', tenantId: 'acme', channelId: `c${channelNumber}` },
    channelName: '#trade',
    address: null,
    userId: 'U1',
    userName: 'ann',
  };
});

let references = 0;
function runnerOn(base: Store, perMinute: number | null = null) {
  return createCommandRunner({
    store: base,
    ledger: () => ledger,
    feeds: FEEDS,
    clock: { now: () => now },
    log,
    newReference: () => {
      references += 1;
      return `ref${references}`;
    },
    curators: ['slack:U9'],
    perMinute,
    curateStory: () => Promise.reject(new Error('no story is decided on here')),
  });
}

async function say(text: string): Promise<Message> {
  const answer = await runnerOn(store)(text, context);
  expect(answer.visibility).toBe('private');
  return answer.message;
}

const textOf = async (text: string) => printMessage(await say(text));

it('learns from who asks too much, too, where the channel is reached now', async () => {
  await store.touchChannel(context.channel, context.channelName, 'old address', now);
  const run = runnerOn(store, 1);
  await run('help', { ...context, address: 'old address' });

  const { message } = await run('help', { ...context, address: 'new address' });

  expect(message.summary).toContain('commands within a minute');
  expect((await store.channel(context.channel))?.address).toBe('new address');
});

describe('following', () => {
  it('restates the filter in words, and asking again is harmless', async () => {
    expect((await say('watch japan steel -stage:threatened')).summary).toBe(
      'This channel now follows tariff news involving Japan, about steel, but not at the stage threatened.',
    );
    const again = await say('watch steel japan -stage:threatened');
    expect(again.summary).toMatch(/already follows/);
    // Nothing was done that a button could undo.
    expect(again.buttons.map(({ label }) => label)).not.toContain('Undo');

    expect(await store.subscriptionsOf(context.channel)).toHaveLength(1);
  });

  it('hints at watches that may take the same story', async () => {
    await say('watch japan');

    expect(await textOf('watch korea')).not.toContain('posted once');
    expect(await textOf('watch steel')).toMatch(
      /It may overlap with JP \(W-\w+\), KR \(W-\w+\); a story that fits several is posted once/,
    );
  });

  it('lists who asked, when, the last post and failure, and the digest', async () => {
    await say('watch japan steel');
    await say('digest on 08:30 Asia/Tokyo weekdays');

    const text = await textOf('list');

    expect(text).toContain('tariff news involving Japan, about steel');
    expect(text).toContain('by ann, 1 Oct 2026 12:00 UTC');
    expect(text).toContain('Posting: on');
    expect(text).toContain('Last post: none yet');
    expect(text).toContain(
      'Digest: 08:30 in Asia/Tokyo, on weekdays; next on 2 Oct 2026 (1 Oct 2026 23:30 UTC)',
    );
  });

  it('ends by filter, by id, alone without words, or all', async () => {
    await say('watch japan steel');
    expect(await textOf('unwatch steel jp')).toContain('0 subscriptions left');

    await say('watch japan');
    await say('watch korea');
    expect((await say('unwatch')).summary).toContain('which one?');
    const [first] = await store.subscriptionsOf(context.channel);
    expect(await textOf(`unwatch ${first?.id}`)).toContain('1 subscription left');
    expect(await textOf('unwatch')).toContain('0 subscriptions left');
    expect((await say('unwatch all')).summary).toContain('follows nothing');
  });

  it('takes a part out of a watch that names several', async () => {
    await say('watch japan korea product:steel,copper');

    const answer = await say('unwatch korea copper');

    expect(answer.summary).toBe(
      'This channel now follows tariff news involving Japan, about steel; KR product:copper was taken out.',
    );
    expect(answer.buttons[0]).toEqual({
      label: 'Undo',
      command: 'watch JP KR product:copper,steel',
    });
    const left = await store.subscriptionsOf(context.channel);
    expect(left.map((one) => one.filter)).toEqual([
      { countries: ['JP'], include: { product: ['steel'] }, exclude: {} },
    ]);
  });

  it('names the nearest watch when none is exactly the one, and never widens one by taking its last value', async () => {
    await say('watch japan steel');

    expect((await say('unwatch japan')).summary).toContain('Did you mean W-');
    expect(await store.subscriptionsOf(context.channel)).toHaveLength(1);
  });

  it('does not take everything for a part of each watch', async () => {
    await say('watch japan');
    const before = await store.subscriptionsOf(context.channel);

    expect(await textOf('unwatch everything')).toContain('To remove all of them: unwatch all');
    expect(await store.subscriptionsOf(context.channel)).toEqual(before);
  });

  it('stops at fifty watches a channel, in clear words', async () => {
    const words = [...Array(50).keys()].map((at) => `watch product:other:thing-${at}`);
    for (const line of words) await say(line);

    expect((await say('watch japan')).summary).toContain('the most a channel may have');
    expect(await store.subscriptionsOf(context.channel)).toHaveLength(50);
  });

  it('previews without subscribing', async () => {
    expect((await say('watch japan --preview')).summary).toContain(
      'Would have posted 0 times in the last 14 days',
    );
    expect((await say('watch japan —preview')).summary).toContain('Would have posted');

    expect(await store.subscriptionsOf(context.channel)).toHaveLength(0);
  });
});

describe('digests, mutes and settings', () => {
  it('keeps what is not mentioned when the digest is changed, and never tells a day twice', async () => {
    await say('digest on 08:30 tokyo weekdays');
    await store.setDigest(context.channel, {
      ...((await store.channel(context.channel))?.digest ?? never()),
      lastDay: '2026-10-01',
      toldUntil: START - 5,
    });
    await say('digest 09:00');

    expect((await store.channel(context.channel))?.digest).toEqual({
      minuteOfDay: 540,
      zone: 'Asia/Tokyo',
      weekdaysOnly: true,
      changedAt: START,
      lastDay: '2026-10-01',
      toldUntil: START - 5,
    });
    expect((await say('digest off')).summary).toContain('off');
    expect((await store.channel(context.channel))?.digest).toBeNull();
  });

  it('says that UTC was taken when no zone is given', async () => {
    expect(await textOf('digest on')).toContain('UTC is taken');
  });

  it('tells in a digest the coming dates of what the channel follows, in the words of the calendar', async () => {
    now = Date.parse('2026-06-25T12:00:00Z');
    const everything = await textOf('digest now');
    await say('watch brazil coffee');
    await say('watch target:eu product:steel');
    const digest = await textOf('digest now');
    const calendar = await textOf('calendar 14d');

    const dates = (text: string) => text.match(/^- \d+ \w+ \d{4}: .*$/gm) ?? [];
    expect(dates(digest).length).toBeGreaterThan(0);
    expect(dates(everything).length).toBeGreaterThan(dates(digest).length);
    expect(dates(calendar)).toEqual(expect.arrayContaining(dates(digest)));
    for (const line of dates(digest)) expect(line).toContain('steel');
  });

  it('gives a digest at once without touching the daily one', async () => {
    await say('digest on 08:30 UTC');

    expect(await textOf('digest now')).toContain('Tariff digest, 1 Oct 2026');
    now = Date.parse('2026-10-01T23:00:00Z');
    await say('digest on 08:30 Asia/Tokyo');
    expect(await textOf('digest now')).toContain('Tariff digest, 2 Oct 2026');
    expect((await store.channel(context.channel))?.digest?.lastDay).toBeNull();
  });

  it('mutes a country for a while and unmutes it', async () => {
    expect((await say('mute japan 7d')).summary).toBe(
      'Muted here until 8 Oct 2026 12:00 UTC: Japan.',
    );
    expect(await textOf('list')).toContain('Japan until 8 Oct 2026');
    now = START + 8 * DAY_MS;
    expect(await textOf('list')).not.toContain('Japan');

    now = START + HOUR_MS;
    expect((await say('unmute japan')).summary).toBe('No longer muted here: Japan.');
    expect((await say('unmute japan')).summary).toContain('not muted here');
  });

  it('undoes the mute of a group without ending other mutes', async () => {
    await say('mute steel 7d');
    const undo = (await say('mute usmca 7d')).buttons.find(({ label }) => label === 'Undo');

    await say(undo !== undefined && 'command' in undo ? undo.command : '');

    expect(await textOf('list')).toContain('steel until');
    expect(await textOf('list')).not.toContain('Mexico');
    expect(await textOf('unmute japan')).toContain('Muted are: steel. For example: unmute steel');
  });

  it('sets quiet hours and reads them back in words', async () => {
    expect(await textOf('settings quiet 22:00-07:00 Europe/Berlin urgent')).toContain(
      '22:00 to 07:00 in Europe/Berlin; official acts announced or in force pass',
    );
    expect(await textOf('settings quiet off')).toContain('Quiet hours: none');
    expect(await textOf('settings broadcast all')).toContain('first official word');
    expect((await say('settings brodcast all')).summary).toContain('broadcast');
  });
});

describe('questions', () => {
  it.each([
    ['japan steel', 'Japan, steel, on 1 Oct 2026: US +50%'],
    ['/tariff japan steel', 'Japan, steel, on 1 Oct 2026: US +50%'],
    [
      'status japan steel on 2025-04-01 from us',
      'Japan, steel, on 1 Apr 2025: United States 25% on top of the normal duty.',
    ],
    ['steel japan on 1 April 2025 from us', 'Japan, steel, on 1 Apr 2025: United States 25%'],
    ['tariffs on steel from japan', 'Japan, steel, on 1 Oct 2026'],
    ['status korea, japan steel', 'South Korea and Japan, steel, on 1 Oct 2026'],
    ['history japan steel from us', 'Japan, steel: United States'],
    [
      'diff japan steel 2025-03-01..2025-06-10',
      'Japan, steel: what held on 1 Mar 2025 and on 10 Jun 2025: US 25% out of quota → +50%',
    ],
    [
      'diff japan steel known 2025-03-01..2026-06-10',
      'Japan, steel: of 1 Oct 2026, as known on 1 Mar 2025 and on 10 Jun 2026',
    ],
    ['compare japan korea steel', 'Japan and South Korea, steel, on 1 Oct 2026'],
    ['calendar 90d', 'dates, 1 Oct 2026 to 30 Dec 2026'],
    ['calendar brazil 2d', 'No dates for Brazil, 1 Oct 2026 to 3 Oct 2026. Next: '],
    ['calendar by us', 'for acts of the United States, 1 Oct 2026'],
    ['why us-232-steel-world-2025-50', 'United States on all countries, steel: 50% on top'],
    ['why not us-232-steel-world-2025-50', 'United States on all countries, steel: 50% on top'],
    ['sources the register', '1 feed: 0 in order'],
    ['recent exemptions', 'tariff news at the stage exemption'],
    ['status steel by eu', 'Imposed by the European Union, steel, on 1 Oct 2026'],
    ['status from canada', 'Imposed by Canada, on 1 Oct 2026'],
    ['status steel from japan', 'Japan, steel, on 1 Oct 2026'],
    ['calendar --ics', 'No calendar is served here'],
    ['threats canada', 'on Canada'],
    ['threats by canada', 'by Canada'],
    ['status china list 3 from us', 'China, China list 3, on 1 Oct 2026'],
    ['status japan cars from us', 'Japan, cars, on 1 Oct 2026'],
    ['status asean steel', 'ASEAN, steel, on 1 Oct 2026'],
    ['coverage japan', 'Japan: '],
    ['sources', '1 feed: 0 in order'],
    ['recent', 'No stories in the last 30 days'],
    ['review', 'No review is open'],
    ['help', 'Tariffwatch: ask'],
    ['help watch', 'watch [filters] [--preview]'],
    ['', 'Tariffwatch: ask'],
  ])('%s', async (line, start) => {
    expect((await say(line)).summary).toContain(start);
  });

  it.each([
    ['staus japan', 'Did you mean status?'],
    ['wach japan steel', 'For example: watch japan steel'],
    ['xyzzy', 'For example: status japan steel'],
    ['status jpan steel', 'Did you mean Japan?'],
    ['status', 'For example: status japan steel'],
    ['status japan steel on 2025-02-30', '2025-03-12'],
    ['status japan on the moon', 'status japan 8703'],
    ['digest on 25:00', '08:30'],
    ['digest on 08:30 Asia/Tokio', 'Tokyo'],
    ['mute japan forever', '7d'],
    ['mute japan', 'for example: mute japan 7d'],
    ['unmute', 'For example: unmute japan'],
    ['not-tariff', 'For example: not-tariff S-12'],
    ['why-not', 'for example: why-not https://www.example.org/news/steel'],
    ['history', 'For example: history japan steel'],
    ['history atlantis', 'For example: history japan steel'],
    ['coverage', 'For example: coverage japan'],
    ['calendar atlantis', 'For example: calendar japan 60d'],
    ['diff japan 2025-13-01..today', 'for example: diff japan steel 2025-03-01..2025-06-10'],
    ['recent atlantis', 'For example: recent japan steel'],
    ['recent 400d', 'for example: recent japan steel 7d'],
    ['feed held', 'See their names with: sources'],
    ['why', 'why S-12'],
    ['why S-999', 'recent'],
    ['why-not https://nowhere.example/x', 'sources'],
    ['status steel by asean', 'status steel by eu'],
    ['review R-9', 'review'],
    ['help wach', 'watch'],
    ['x'.repeat(501), 'Shorten it'],
  ])('%s is answered with what to do next', async (line, hint) => {
    const message = await say(line);

    expect(message.accent).toBe('trouble');
    expect(printMessage(message)).toContain(hint);
    expect(logged).toEqual([]);
  });

  it('leave no trace of the channel', async () => {
    await say('japan steel');
    await say('list');

    expect(await store.channel(context.channel)).toBeNull();
  });
});

describe('what an answer takes for granted, and leaves out', () => {
  it.each([
    ['status brazil coffee', 'Read as agriculture.'],
    ['status germany laptops', 'Read as consumer electronics.'],
    ['status china tires', 'No measure here names tires: what is charged on all goods is shown.'],
  ])('%s says what was looked up', async (line, words) => {
    expect(await textOf(line)).toContain(words);
  });

  it.each([
    'status japan cars',
    'status japan steel',
    'status japan aluminum',
    'status japan 7208',
  ])('%s says nothing of it: that is what it is called', async (line) => {
    expect(await textOf(line)).not.toContain('Read as');
  });

  it('as known on a day holds no remark that was written later', async () => {
    const then = await textOf('status japan steel on 2025-06-01 known on 2025-03-01');

    expect(then).toContain('exemption request sought since 12 Feb 2025');
    expect(then).not.toContain('no relief came');
    expect(then).toContain('Remarks on rows were written later and are left out.');
    expect(await textOf('status japan steel on 2025-06-01')).toContain('no relief came');
  });

  it('about one imposer tells no reports on others', async () => {
    const filed = await storeWith('EU');
    const textFrom = async (imposer: string) =>
      printMessage((await runnerOn(filed)(`status us from ${imposer}`, context)).message);

    expect(await textFrom('eu')).toContain('Reported, not yet in the ledger');
    expect(await textFrom('china')).not.toContain('Reported, not yet in the ledger');
  });

  it('does not compare what a country charges on its own goods', async () => {
    const text = await textOf('compare india germany japan steel on 2025-06-09');

    expect(text).toContain('India on India: its own goods');
    expect(text).toContain('European Union on Germany: its own goods');
    expect(text).not.toContain('India on India: nothing found');
  });

  it('holds nobody for equal of whom one alone seeks relief', async () => {
    const text = await textOf('compare india japan steel on 2025-06-09');

    expect(text).toContain(
      'United States on India: 50% on top of the normal duty; exemption sought',
    );
    expect(text).toContain('United States on Japan: 50% on top of the normal duty\n');
  });

  it('offers what a country imposes itself beside what its goods pay', async () => {
    const commands = async (line: string) =>
      (await say(line)).buttons.map((button) => ('command' in button ? button.command : ''));

    expect(await commands('status us')).toContain('status by US');
    expect(await commands('status us from china')).not.toContain('status by US');
    expect(await commands('status chad')).not.toContain('status by TD');
  });

  it('is no longer in a notification than one shows, however long the filter', async () => {
    for (const line of ['recent exemptions 200d', 'watch severity:high', 'watch g20 exemptions']) {
      expect((await say(line)).summary.length).toBeLessThanOrEqual(150);
    }
    expect(await textOf('recent exemptions steel 200d')).toContain('or exemption sought');
  });

  it('says when the ledger was last verified, whatever was asked of it', async () => {
    for (const line of [
      'diff japan steel 2025-03-01..2025-06-10',
      'threats',
      'why us-232-autos-world',
    ]) {
      expect((await textOf(line)).toLowerCase()).toContain('ledger last verified 10 oct 2026');
    }
  });

  it('tells of a threat no law that nobody named, and of one dropped at once no number of days', async () => {
    now = Date.parse('2025-06-09T12:00:00Z');
    const text = await textOf('threats from us');

    expect(text).not.toContain('unspecified');
    expect(text).not.toContain('0 days:');
    expect(text).toContain('on the same day');
  });

  it('tells of a measure its law, its source and how far it was checked', async () => {
    const text = await textOf('why us-232-steel-world-2025-50');

    expect(text).toContain('Law: Procl. 10947');
    expect(text).toContain('https://www.whitehouse.gov/');
    expect(text).toContain('official text read');
  });
});

/** A store whose newest story tells of a duty of `imposer` on the United States. */
async function storeWith(imposer: string): Promise<Store> {
  const story = aStory({
    imposers: [imposer],
    targets: ['US'],
    products: ['all-goods'],
    stage: 'announced',
    openedAt: now - HOUR_MS,
    updatedAt: now - HOUR_MS,
  });
  return new Proxy(store, {
    get: (target, name) =>
      name === 'recentStories' ? () => Promise.resolve([story]) : Reflect.get(target, name),
  });
}

describe('the runner', () => {
  it('answers a fault with a reference that the log has, and shows nothing of it', async () => {
    const broken: Store = {
      ...store,
      feedStates: () => Promise.reject(new Error('password=hunter2')),
    };

    const { message } = await runnerOn(broken)('sources', context);

    expect(printMessage(message)).toMatch(/Reference ref\d+/);
    expect(printMessage(message)).not.toContain('hunter2');
    expect(logged).toHaveLength(1);
    expect(logged[0]?.keys).toMatchObject({ reference: `ref${references}`, userId: 'U1' });
  });

  it('takes the words of a curator for a review, and shows who decided, when and why', async () => {
    const decisions: unknown[] = [];
    const decided: LedgerEntry[] = [];
    const run = runnerOn({
      ...store,
      review: () => Promise.resolve(UNREAD),
      decideReview: (_id, decision, entries) => {
        decisions.push(decision);
        decided.push(...entries);
        return Promise.resolve(true);
      },
    });

    const asked = printMessage((await run('review r3', CURATOR)).message);
    const text = printMessage(
      (await run('review R-3 edit rate=25 basis:additional because the order says so', CURATOR))
        .message,
    );

    expect(asked).toContain('review R-3 edit rate:25 basis:additional because the order says so');
    expect(decisions).toEqual([{ kind: 'edited', by: 'ann', at: now, why: 'the order says so' }]);
    expect(decided.at(-1)?.measure).toMatchObject({ rate: 2500, effectiveFrom: '2025-03-12' });
    expect(text).toContain('edited by ann, 1 Oct 2026 12:00 UTC: the order says so');
  });

  it('gives curators a form, takes what they changed in it, and says which field is wrong', async () => {
    const decided: LedgerEntry[] = [];
    const run = runnerOn({
      ...store,
      review: () => Promise.resolve(UNREAD),
      decideReview: (_id, _decision, entries) => {
        decided.push(...entries);
        return Promise.resolve(true);
      },
    });
    const form = (await run('review R-3 edit', CURATOR)).message.form;
    const values = Object.fromEntries((form?.fields ?? []).map(({ name, value }) => [name, value]));
    const submit = async (changes: FormValues) =>
      (await run(form?.command ?? '', { ...CURATOR, fields: { ...values, ...changes } })).message;

    const refused = await submit({ rate: 'a lot', from: '2025-02-30', target: 'Japna' });
    const bare = await submit({});
    const taken = await submit({ rate: '25', basis: 'additional', why: 'read in "annex I"' });

    expect(values).toMatchObject({ imposer: 'US', target: 'JP', product: 'steel', rate: '' });
    expect(refused.faults?.map(({ field }) => field)).toEqual(['target', 'rate', 'from', 'why']);
    expect(refused.faults?.[1]?.text).toBe(
      '"a lot" is no rate. Write a percentage such as 25 or 7.5.',
    );
    expect(bare.faults?.map(({ field }) => field)).toEqual(['rate', 'why']);
    expect(taken.faults).toBeUndefined();
    expect(printMessage(taken)).toContain('edited by ann, 1 Oct 2026 12:00 UTC: read in "annex I"');
    expect(decided.at(-1)?.measure).toMatchObject({ rate: 2500, rateBasis: 'additional' });
    // What was not touched stays as it was read, its wording included.
    expect(decided.at(-1)?.measure.productDetail).toBe(UNREAD.proposal.productDetail);
  });

  it('says of a review what it lacks and what it contradicts, and gives words that mend it', async () => {
    const clash = { ...REVIEW, id: 'R-4', missing: ['conflict with us-1'] };
    const both = { ...UNREAD, id: 'R-5', missing: ['rate', 'rate basis', 'conflict with us-1'] };
    const run = runnerOn({
      ...store,
      openReviews: () => Promise.resolve([clash, both]),
      review: () => Promise.resolve(both),
    });
    const list = printMessage((await run('review', CURATOR)).message);
    const one = (await run('review R-5', CURATOR)).message;

    expect(list).toMatch(/R-4 [^\n]*: conflict with us-1,/);
    expect(list).toContain('lacks rate, rate basis; conflict with us-1');
    expect(printMessage(one)).toContain('review R-5 edit rate:25 basis:additional because');
    // What lacks a part cannot be taken as it stands.
    expect(one.buttons.map(({ label }) => label)).toEqual(['Edit', 'Reject', 'Why']);
  });

  it('shows side by side what the sources of a review say, and whose word counts', async () => {
    const told = aStory({ id: 'S-1', effectiveOn: '2025-03-12' });
    const gazette = aSource(told, { publisher: 'The Register', rung: 'gazette' });
    const press = aSource(told, { facts: { ...told, rates: [aRate(30)] } });
    const run = runnerOn({
      ...store,
      review: () => Promise.resolve(UNREAD),
      story: () => Promise.resolve({ ...told, sources: [press, gazette] }),
    });

    expect(printMessage((await run('review R-3', CURATOR)).message)).toContain(
      'rate: 25% by The Register (official gazette), which counts; 30% by The Daily (press report)',
    );
  });

  it('tells the second of two curators who was first, and takes nothing of theirs', async () => {
    const first = { kind: 'rejected', by: 'bob', at: now, why: 'no measure' } as const;
    let asked = 0;
    const { message } = await runnerOn({
      ...store,
      review: () => Promise.resolve(asked++ === 0 ? REVIEW : { ...REVIEW, decision: first }),
      decideReview: () => Promise.resolve(false),
    })('review R-3 approve', CURATOR);

    expect(message.summary).toContain(
      'rejected by bob in the meantime; your decision was not taken',
    );
  });

  // A figure alone would mislead in each of these.
  it.each([
    ['canada 338-ban-alcohol on 2026-10-02 from us', 'import prohibited'],
    [
      'canada steel on 2026-06-01 from us',
      '25% on top of the normal duty inside the quota, beyond it 50% on top of the normal duty',
    ],
    [
      'korea steel on 2018-06-01 from us',
      'nothing on top of the normal duty inside an absolute quota of 2,630,000 tonnes',
    ],
    ['australia steel on 2018-06-01 from us', 'nothing on top of the normal duty: exempt'],
    // Clothing of Japan pays more than 12.5% as its normal duty.
    ['japan clothing on 2026-10-01 from us', 'at least 12.5% with the normal duty included'],
    ['canada furniture on 2025-08-15 from us', '35% on top of the normal duty; USMCA goods exempt'],
    ['uk cars on 2025-07-15 from us', '10% in total inside the quota, beyond it 25% on top'],
    [
      'us cheese on 2026-10-01 from canada',
      'nothing found on all of these goods; 25% to 50% more on goods of a retaliation list',
    ],
    [
      'us machinery on 2026-10-01 from eu',
      'nothing found on all of these goods; a rule on a part of them',
    ],
    [
      'brazil coffee on 2026-10-01 from us',
      '37.5% on top of the normal duty; a part of the goods exempt',
    ],
    [
      'eu pharmaceuticals on 2026-10-01 from us',
      'at least 15% with the normal duty included; a part of the goods exempt',
    ],
    ['korea washers on 2019-02-07 from us', '45% outside the quota, 18% inside'],
    ['japan steel on 2022-05-01 from us', '25% outside the quota, 0% inside'],
    [
      'china steel on 2026-10-01 from us',
      '7.5% to 25% more on goods of a Section 301 (China) list',
    ],
  ])('tells of %s in the first line the condition of its rate', async (question, words) => {
    const message = await say(`status ${question}`);

    expect(message.summary).toContain(words.slice(0, 60));
    expect(printMessage(message)).toContain(words);
  });

  it.each([
    ['japan', 'Japan, on '],
    ['japan', 'United States: at least 12.5% in total on all goods, 29 measures in force'],
    ['from japan', 'Imposed by Japan'],
    ['by eu steel', 'Imposed by the European Union, steel'],
    ['what are the tariffs on japan', 'Japan, on '],
    ['show me korea steel', 'South Korea, steel'],
    ['japna steel', 'Did you mean Japan? For example: status Japan steel'],
    ['statuss japan', 'Did you mean status? For example: status japan'],
  ])('answers "%s" without the word status', async (line, words) => {
    const message = await say(line);

    expect(`${message.summary} ${printMessage(message)}`).toContain(words);
  });

  it('answers each button of a status answer: the whole stacking, the history, the sources', async () => {
    const { buttons } = await say('status china steel on 2025-04-15');
    const command = (label: string) => {
      const button = buttons.find((one) => one.label === label);
      return button !== undefined && 'command' in button ? button.command : never();
    };

    expect(await textOf(command('History'))).toContain('History of China, steel');
    const sources = await textOf(command('Sources'));
    expect(sources).toContain('Sources: China, steel, on 15 Apr 2025');
    expect(sources).toContain('Procl. 10896 (90 FR 9817); HTS 9903.81.87');
    expect(sources).toMatch(/<https:\/\/www\.whitehouse\.gov\/[^>]+>/);
    expect(sources).toContain('official text read, confirmed by a second reading');
    const full = await textOf(command('Show stacking'));
    expect(full).toContain('Not charged: 125% on top of the normal duty');
    expect(full).toContain('With a condition: 25% on top of the normal duty, China list 1');
  });

  it('says in the answer what a row covers, and of a request that is over that it is', async () => {
    const text = await textOf('status japan steel on 2025-04-01 from us');

    expect(text).toContain('Steel mill articles, all origins, no exemptions.');
    expect(text).toContain('exemption request of 12 Feb 2025, lapsed');
  });

  it('draws a line an imposer in the history, with the same numbers as its text', async () => {
    const message = await say('history japan steel');
    const text = printMessage(message);
    const [chart] = chartsOf(message);
    const names = chart?.lines.map(({ name }) => name) ?? [];

    expect(names).toEqual(['US', 'EU', 'UK', 'India']);
    expect(chart?.title).toBe('Japan, steel: additional duty by imposer');
    expect(chart?.alt).toContain('25% from 23 Mar 2018; 25% outside the quota from 1 Apr 2022');
    expect(text).toContain('Not in the picture: ');
    for (const ratePct of new Set(chart?.lines[0]?.points.map((point) => point.ratePct))) {
      if (ratePct !== 0 && ratePct !== null) expect(text).toContain(`${ratePct}%`);
    }
  });

  it('tells of what a country imposes on which goods, those with the highest rates first', async () => {
    const said = await say('status by canada');

    expect(said.summary).toContain('16 measures: 5 on every origin, 8 on the United States');
    expect(printMessage(said)).toContain(
      '8 in force, 15% to 50% (steel; aluminium; consumer goods; cars; 4 more)',
    );
  });

  it('compares rates with what each comes on top of', async () => {
    const text = await textOf('compare japan korea steel');

    expect(text).toContain('United States: 50% on top of the normal duty');
    expect(text).toContain('European Union: 50% outside the quota');
  });

  it('tells a measure that was announced before as begun, and not as gone', async () => {
    const said = printMessage(await say('diff japan pharmaceuticals 2026-07-01..2026-10-01'));

    expect(said).toContain('Begun: topped up to 15% with the normal duty, pharmaceuticals');
    expect(said).not.toContain('Gone: topped up to 15%');
  });

  it('tells what another measure took the place of as no longer charged', async () => {
    const said = printMessage(await say('diff canada steel 2025-06-03..2025-06-05'));

    expect(said).toMatch(/No longer charged: 25% on top of the normal duty, all goods/);
    expect(said).not.toMatch(/Gone: 25% on top of the normal duty, all goods/);
  });

  it('tells a list that began to reach a part of the goods between two days', async () => {
    const said = await say('diff us cheese 2026-09-01..2026-10-01');

    expect(said.summary).toContain('Canada nothing → listed goods only');
    expect(printMessage(said)).toContain(
      'New: 25% on top of the normal duty, dairy, appliances and tools, retaliation, on the United States, reaches a part of the goods',
    );
  });

  it('tells other lists beside the same rate as such', async () => {
    const said = await say('diff china machinery 2019-05-01..2019-06-10 from us');

    expect(printMessage(said)).toContain('as before, with other lists');
  });

  it.each([
    ['history us cheese from canada', 'No measure on all of these goods in the ledger.'],
    [
      'history us cheese from canada',
      'Duties of Canada on a part of these goods are no steps here: ca-ret-2026-50-consumer, ca-ret-2026-25',
    ],
    [
      'history china machinery from us',
      'Duties of the United States on a part of these goods are no steps here: ',
    ],
    ['history us machinery', 'Duties of Canada on a part of these goods are no steps here: '],
    ['history japan steel from mexico', 'No measure in the ledger.'],
  ])('says in "%s" what is charged on a part of the goods', async (line, words) => {
    expect(printMessage(await say(line))).toContain(words);
  });

  it('leaves open in a history what follows the last day that was set', async () => {
    const said = await say('history china electric vehicles from eu');

    expect(printMessage(said)).toContain('nothing set yet from 30 Oct 2029 on');
    expect(printMessage(await say('history japan steel from india'))).toContain(
      'nothing charged from 7 Nov 2025 to 29 Dec 2025',
    );
  });

  it.each([
    ['compare taiwan japan chips on 2025-02-15 from us', 'nothing extra (exemption sought)'],
    ['status canada lumber on 2025-11-20 from us', '20.56% more on goods of an anti-dumping list'],
  ])('words the conditions of "%s"', async (line, words) => {
    const said = await say(line);

    expect(`${said.summary} ${printMessage(said)}`).toContain(words);
  });

  it.each(['status japan & korea steel', 'compare japan & south korea steel'])(
    'reads "%s" as with "and"',
    async (line) => {
      expect((await say(line)).summary).toContain('Japan and South Korea, steel, on ');
    },
  );

  it('compares a quota, an exemption and a duty as three different things', async () => {
    const said = await say('compare japan korea australia steel on 2018-06-01 from us');

    expect(said.summary).toContain(
      'US: Japan +25%, South Korea nothing extra inside a quota, Australia exempt',
    );
  });

  it('tells what is announced for the goods asked about, not for all others', async () => {
    const said = await say('status japan cars on 2025-08-01 from us');

    expect(said.summary).toContain('announced at least 15% in total from 16 Sep 2025');
    expect(said.summary).not.toContain('7 Aug');
  });

  it('tells of several countries each who charges first', async () => {
    const said = await say('status japan, korea, australia steel on 2025-03-12');

    expect(said.summary).toContain(
      'Japan, South Korea and Australia, steel, on 12 Mar 2025: each US +25% and others',
    );
  });

  it('decides no review for who is no curator', async () => {
    const { message } = await runnerOn({
      ...store,
      review: () => Promise.resolve(REVIEW),
    })('review R-3 approve', context);

    expect(message.summary).toContain('Only curators decide reviews');
  });

  it('never throws and always answers within 150 characters of summary (S27)', async () => {
    const names = COMMANDS.flatMap((command) => [command.name, ...command.aliases]);
    const nasty = fc.oneof(
      fc.string({ maxLength: 60, unit: 'grapheme' }),
      fc.string({ maxLength: 60, unit: 'binary' }),
      fc.constantFrom(
        '<!channel>',
        '<@U1>',
        '__proto__',
        'constructor.prototype',
        '../../etc/passwd',
        '$(reboot)',
        "'; DROP TABLE story; --",
        '-',
        '--',
        ':',
        'a:',
        ':a',
        '>',
        '>>',
        '>a',
        '..',
        '2025-02-30',
        'on',
        'known on',
        'NaN',
        '\u202e',
        '0d',
        '9999w',
        '"',
        '"unclosed',
      ),
    );
    const line = fc
      .tuple(fc.constantFrom('', ...names), fc.array(nasty, { maxLength: 4 }))
      .map(([name, words]) => [name, ...words].join(' '));

    await fc.assert(
      fc.asyncProperty(line, async (text) => {
        const { message } = await runnerOn(store)(text, context);
        expect(message.summary.length).toBeLessThanOrEqual(150);
        expect(message.blocks.length).toBeGreaterThan(0);
        expect(logged.filter((entry) => entry.text === 'a command failed')).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });
});

function never(): never {
  throw new Error('missing');
}

const CURATOR: CommandContext = {
  channel: { platform: 'slack', tenantId: 'acme', channelId: 'C1' },
  channelName: '#trade',
  address: null,
  userId: 'U9',
  userName: 'ann',
};

const REVIEW = {
  id: 'R-3',
  storyId: 'S-1',
  itemId: 'I-1',
  proposal: loadSeedEntries()[0]?.measure ?? never(),
  missing: [],
  reason: 'conflict',
  createdAt: START,
  decision: null,
};

/** Lacks its rate. */
const UNREAD = {
  ...REVIEW,
  proposal: {
    ...REVIEW.proposal,
    id: 'feed-s-1',
    imposer: 'US',
    target: 'JP',
    productScope: 'steel',
    kind: 'tariff',
    rate: null,
    rateBasis: null,
    stage: 'in-force',
    effectiveFrom: '2025-03-12',
    effectiveTo: null,
    supersededBy: null,
    instrument: 'Section 232',
  },
  missing: ['rate'],
} as const;
