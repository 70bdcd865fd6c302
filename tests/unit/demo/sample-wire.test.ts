import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { SAMPLE_FEEDS } from '../../../src/demo/sample-feeds.ts';
import { SAMPLE_STORY, type SampleWire, startSampleWire } from '../../../src/demo/sample-wire.ts';
import type { StoryStep } from '../../../src/demo/story-step.ts';
import { DAY_MS, startOfDay } from '../../../src/domain/day.ts';
import { parseCatalogue } from '../../../src/feeds/catalogue.ts';
import { createFeedParser } from '../../../src/feeds/parse-feed.ts';
import { loadSeedEntries } from '../../../src/reference/measures.ts';

let wire: SampleWire;
const real = { at: 1_000_000, now: () => real.at };
afterEach(() => wire?.stop());

async function start(steps?: readonly StoryStep[]): Promise<void> {
  wire = await startSampleWire({ port: 0, clock: real, ...(steps === undefined ? {} : { steps }) });
}

function feedUrl(id: string): string {
  return `${wire.url}${SAMPLE_FEEDS.find((feed) => feed.id === id)?.path}`;
}

function playToEnd(): void {
  for (let step = 0; step < SAMPLE_STORY.length; step += 1) wire.advance();
}

describe('the sample wire', () => {
  it('has a catalogue that the program takes, with every tier that the story needs', async () => {
    await start();

    const feeds = parseCatalogue(wire.feedsCsv, 'sample wire');

    expect(feeds.map(({ id, adapter, tier, enabled }) => ({ id, adapter, tier, enabled }))).toEqual(
      [
        { id: 'sample-white-house', adapter: 'wordpress', tier: 'authority', enabled: true },
        {
          id: 'sample-federal-register',
          adapter: 'federal-register',
          tier: 'gazette',
          enabled: true,
        },
        { id: 'sample-customs', adapter: 'csms', tier: 'customs', enabled: true },
        { id: 'sample-eu-commission', adapter: 'eu-press', tier: 'authority', enabled: true },
        { id: 'sample-harbour-wire', adapter: 'syndication', tier: 'press', enabled: true },
        { id: 'sample-meridian-post', adapter: 'syndication', tier: 'press', enabled: true },
        { id: 'sample-pacific-ledger', adapter: 'syndication', tier: 'press', enabled: true },
      ],
    );
  });

  it('gives every item of the story, in its own words and at its own time, to the real parser', async () => {
    await start();
    playToEnd();
    const parser = createFeedParser();
    const expected = new Set(
      SAMPLE_STORY.flatMap(({ items }) => items.map((item) => `${item.feed}/${item.id}`)),
    );

    let found = 0;
    for (const feed of parseCatalogue(wire.feedsCsv, 'sample wire')) {
      const response = await fetch(feed.url);
      const bytes = new Uint8Array(await response.arrayBuffer());
      const parsed = await parser.parse(
        feed,
        bytes,
        response.headers.get('content-type'),
        feed.url,
      );
      expect(parsed.problems).toEqual([]);
      for (const item of parsed.items) {
        expect(item.title).not.toBe('');
        expect(item.summary).not.toBe('');
        expect(new Date(item.publishedAt ?? 0).getUTCFullYear()).toBe(2025);
      }
      found += parsed.items.length;
    }
    await parser.close();

    expect(found).toBe(expected.size);
  });

  it('answers 304 while nothing changes, and anew after a step that brings something to the feed', async () => {
    await start();
    const url = feedUrl('sample-harbour-wire');
    const first = await fetch(url);
    const etag = first.headers.get('etag') ?? '';

    const same = await fetch(url, { headers: { 'if-none-match': etag } });
    wire.advance();
    const changed = await fetch(url, { headers: { 'if-none-match': etag } });

    expect([first.status, same.status, changed.status]).toEqual([200, 304, 200]);
    expect(first.headers.get('last-modified')).toBe('Mon, 03 Feb 2025 17:40:00 GMT');
  });

  it('shows an edited item once, under its old id and with its new words', async () => {
    const edit = { feed: 'sample-meridian-post', id: 'a', summary: 's' } as const;
    await start([
      { at: '2025-02-01T00:00:00Z', happening: '', items: [{ ...edit, title: 'tarifs' }] },
      { at: '2025-02-02T00:00:00Z', happening: '', items: [{ ...edit, title: 'tariffs' }] },
    ]);
    const guid = /<guid[^>]*>[^<]*<\/guid>/;
    const before = await (await fetch(feedUrl('sample-meridian-post'))).text();

    wire.advance();
    const after = await (await fetch(feedUrl('sample-meridian-post'))).text();

    expect(after.match(/<item>/g)).toHaveLength(1);
    expect(after).toContain('<title>tariffs</title>');
    expect(guid.exec(after)?.[0]).toBe(guid.exec(before)?.[0]);
  });

  it('has a page behind each link that says that the item is a sample', async () => {
    await start();
    wire.advance();

    const page = await fetch(`${wire.url}/items/sample-harbour-wire/metals-threat`);

    expect(page.status).toBe(200);
    expect(await page.text()).toContain('nobody published this text');
    expect((await fetch(`${wire.url}/items/sample-harbour-wire/metals-signed`)).status).toBe(404);
  });
});

describe('the time of the sample story', () => {
  it('flows like real time between steps but never reaches the next step', async () => {
    await start();
    const begin = Date.parse(SAMPLE_STORY[0]?.at ?? '');

    expect(wire.now()).toBe(begin);
    real.at += 5_000;
    expect(wire.now()).toBe(begin + 5_000);
    real.at += 365 * DAY_MS;
    expect(wire.now()).toBe(Date.parse(SAMPLE_STORY[1]?.at ?? '') - 1);
  });

  it('jumps to the instant of each step, and runs on after the last', async () => {
    await start();

    playToEnd();
    real.at += DAY_MS;

    expect(wire.position()).toMatchObject({ ended: true });
    expect(wire.advance()).toBe(false);
    expect(wire.now()).toBe(Date.parse(SAMPLE_STORY.at(-1)?.at ?? '') + DAY_MS);
  });

  it('waits forward only', async () => {
    await start();
    const begin = wire.now();

    wire.wait(begin - 1);
    expect(wire.now()).toBe(begin);
    wire.wait(begin + 60_000);
    expect(wire.now()).toBe(begin + 60_000);
  });

  it('goes strictly forward from step to step, and no item is from the future', () => {
    const times = SAMPLE_STORY.map(({ at }) => Date.parse(at));

    expect(times).toEqual([...new Set(times)].sort((one, other) => one - other));
    for (const step of SAMPLE_STORY) {
      for (const item of step.items) {
        expect(Date.parse(item.publishedAt ?? step.at)).toBeLessThanOrEqual(Date.parse(step.at));
      }
    }
  });
});

describe('the facts of the sample story', () => {
  const measures = new Map(loadSeedEntries().map(({ measure }) => [measure.id, measure]));

  it.each([
    ['steel-proclamation', 'us-232-steel-world-2025-25'],
    ['aluminum-proclamation', 'us-232-alu-world-2025-25'],
    ['fifty-proclamation', 'us-232-steel-world-2025-50'],
  ])('are for %s those of the ledger row %s', (id, measureId) => {
    const item = SAMPLE_STORY.flatMap(({ items }) => items).find(
      (candidate) => candidate.id === id,
    );
    const measure = measures.get(measureId);

    expect(item?.gazette?.effectiveOn).toBe(measure?.effectiveFrom);
    expect(item?.gazette?.signedOn).toBe(measure?.announcedOn);
    expect(measure?.legalRef).toContain(item?.gazette?.citation);
    expect(item?.summary).toContain(`${(measure?.rate ?? 0) / 100} percent`);
  });

  it.each([
    ['japan-asks', 'req-jp-steel-2025'],
    ['korea-asks', 'req-kr-steel-2025'],
    ['mexico-asks', 'req-mx-steel-2025-06'],
  ])('%s is told on the day that the ledger has for %s', (id, measureId) => {
    const step = SAMPLE_STORY.find(({ items }) => items.some((item) => item.id === id));
    const announced = startOfDay(measures.get(measureId)?.announcedOn ?? '');

    expect(Date.parse(step?.at ?? '')).toBeGreaterThanOrEqual(announced);
    expect(Date.parse(step?.at ?? '')).toBeLessThan(announced + DAY_MS);
  });

  it('are nowhere taken over from the evaluation corpus', () => {
    let corpus: string;
    try {
      corpus = readFileSync(
        new URL('../../../../shared/corpus/dev.jsonl', import.meta.url),
        'utf8',
      );
    } catch {
      console.log('no corpus beside the project: wording is not compared');
      return;
    }
    for (const item of SAMPLE_STORY.flatMap(({ items }) => items)) {
      if (item.gazette?.type === 'Presidential Document') continue; // The title is that of the law itself.
      expect(corpus).not.toContain(item.title);
      expect(corpus).not.toContain(item.summary);
    }
  });
});
