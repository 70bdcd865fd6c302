// The recorded polls of four real sources through fetch, parse and identify, against what the recording says was seen.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Feed, Validators } from '../../../src/domain/feed.ts';
import { parseCatalogue } from '../../../src/feeds/catalogue.ts';
import { createFeedFetcher } from '../../../src/feeds/fetch-feed.ts';
import { identifyItems, namesToFind } from '../../../src/feeds/item-identity.ts';
import { createFeedParser } from '../../../src/feeds/parse-feed.ts';
import { createItemMemory } from '../../support/item-memory.ts';

const REPLAY = resolve(import.meta.dirname, '../../../../shared/replay');
const isPresent = existsSync(join(REPLAY, 'serve.mjs'));
if (!isPresent)
  console.warn('Replay test skipped: the recorded polls are not beside this project.');

type Words = { readonly title: string; readonly description?: string; readonly summary?: string };
type Recorded = { readonly key: string; readonly versions: readonly { readonly item: Words }[] };
type Poll = Readonly<Record<string, readonly string[] | undefined>>;

function readLines<T>(name: string): readonly T[] {
  const lines = readFileSync(join(REPLAY, name), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as T);
}

/** Polls of a source that show nothing of what any poll before showed, though they show several items: certain loss. */
function lossesIn(polls: readonly Poll[], id: Source): number {
  const seen = new Set<string>();
  return polls.reduce((losses, poll, index) => {
    const keys = [...new Set(poll[id] ?? [])];
    const isLoss = index > 0 && keys.length >= 5 && keys.every((key) => !seen.has(key));
    for (const key of keys) seen.add(key);
    return losses + Number(isLoss);
  }, 0);
}

type Counts = Record<'fresh' | 'edited' | 'repeated' | 'lost' | 'storms', number>;
const noCounts = (): Counts => ({ fresh: 0, edited: 0, repeated: 0, lost: 0, storms: 0 });

/** Changes of words between the recorded versions; marks of a search, dates and addresses are no words. */
function editsIn(items: readonly Recorded[]): number {
  const wordsOf = ({ title, description = '', summary = '' }: Words) =>
    [title, description, summary].join('\n').replace(/<\/?mark>/g, '');
  return items.reduce((sum, { versions }) => {
    const words = versions.map(({ item }) => wordsOf(item));
    return sum + words.slice(1).filter((text, at) => text !== words[at]).length;
  }, 0);
}

let server: ChildProcess;
let base = '';

async function startReplay(): Promise<void> {
  server = spawn(process.execPath, [join(REPLAY, 'serve.mjs'), '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  base = await new Promise((found) => {
    server.stdout?.on('data', (data: Buffer) => {
      const match = /http:\/\/127\.0\.0\.1:\d+/.exec(data.toString());
      if (match !== null) found(match[0]);
    });
  });
}

const SOURCES = { csms: 'csms.rss', ec: 'ec.rss', uk: 'uk.atom', fr: 'fr/documents.json' } as const;
type Source = keyof typeof SOURCES;

function feedsOf(): ReadonlyMap<Source, Feed> {
  const formats = { csms: 'RSS 2.0', ec: 'RSS 2.0', uk: 'Atom', fr: 'JSON API' };
  const rows = Object.entries(SOURCES).map(
    ([id, path]) => `${id},Test,,${base}/${path},${formats[id as Source]},official,en,,,`,
  );
  const header =
    'id,publisher,country_iso2,url,format,kind,language,stable_guid,evidence_date,notes';
  const feeds = parseCatalogue([header, ...rows].join('\n'), 'test.csv');
  return new Map(feeds.map((feed) => [feed.id as Source, feed]));
}

describe.runIf(isPresent)('78 recorded polls of four sources', () => {
  beforeAll(startReplay);
  afterAll(() => {
    server.kill();
  });

  it('show every item once, edits as versions, and nothing else as news', async () => {
    const feeds = feedsOf();
    const fetcher = createFeedFetcher({
      allowHosts: [new URL(base).host],
      userAgent: 'Tariffwatch test',
    });
    const parser = createFeedParser();
    const memories = new Map([...feeds.keys()].map((id) => [id, createItemMemory()]));
    const validators = new Map<Source, Validators>();
    const recorded = readLines<Poll>('polls.jsonl');
    const counts = new Map<Source, Counts>([...feeds.keys()].map((id) => [id, noCounts()]));
    const fresh = new Map<Source, string[]>([...feeds.keys()].map((id) => [id, []]));
    for (const [index, poll] of recorded.entries()) {
      await fetch(`${base}/_control/poll/${index}`, { method: 'POST' });
      for (const [id, feed] of feeds) {
        const memory = memories.get(id) ?? createItemMemory();
        const count = counts.get(id) ?? noCounts();
        const outcome = await fetcher.fetch(
          feed.url,
          validators.get(id) ?? { etag: null, lastModified: null },
        );
        if (outcome.kind === 'not-modified') continue;
        if (outcome.kind === 'failed') throw new Error(outcome.reason);
        validators.set(id, outcome.validators);
        const parsed = await parser.parse(
          feed,
          outcome.bytes,
          outcome.contentType,
          outcome.finalUrl,
        );
        expect(parsed.format).not.toBeNull();
        expect(parsed.items.length).toBe(new Set(poll[id]).size);
        const result = identifyItems(parsed.items, memory.find(namesToFind(parsed.items)), {
          isBaseline: index === 0,
        });
        memory.store(result);
        count.fresh += result.fresh.length;
        fresh.get(id)?.push(...result.fresh.map(({ item }) => item.key));
        count.edited += result.edited.length;
        count.repeated += result.repeated.length;
        count.lost += Number(result.findings.noOverlap);
        count.storms += Number(result.findings.storm !== null);
      }
    }
    await fetcher.close();
    await parser.close();
    for (const id of feeds.keys()) {
      const seen = new Set(recorded.flatMap((poll) => poll[id] ?? []));
      const items = readLines<Recorded>(`${id}.jsonl`).filter(({ key }) => seen.has(key));
      const count = counts.get(id);
      console.info(`${id}: ${items.length} items, ${JSON.stringify(count)}`);
      expect.soft({ id, fresh: count?.fresh }).toEqual({ id, fresh: items.length });
      const keys = fresh.get(id) ?? [];
      expect.soft({ id, keys: [...new Set(keys)] }).toEqual({ id, keys });
      expect.soft({ id, lost: count?.lost }).toEqual({ id, lost: lossesIn(recorded, id) });
      expect.soft({ id, edited: count?.edited }).toEqual({ id, edited: editsIn(items) });
      expect.soft({ id, repeated: count?.repeated }).toEqual({ id, repeated: 0 });
      expect.soft({ id, storms: count?.storms }).toEqual({ id, storms: 0 });
    }
    // The press corner shows ten items of all policy areas: at one poll a day whole windows are missed, and said so.
    expect(counts.get('ec')?.lost).toBeGreaterThan(0);
    expect(counts.get('csms')?.lost).toBe(0);
  });
});
