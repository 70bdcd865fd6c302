// Official publishers by the host of a link or by their name. In: official-publishers.csv. Out: rows in order. Decides nothing about
// items; feeds of the catalogue carry their tier themselves.
import { FEED_TIERS, type FeedTier } from '../domain/feed.ts';
import type { JurisdictionCode } from '../domain/jurisdiction.ts';
import { DataFileError, readDataRows } from './data-file.ts';
import { foldName } from './find-jurisdiction.ts';

const FILE = 'official-publishers.csv';

export type OfficialPublisher = {
  /** A host and all under it. */
  readonly host: string;
  readonly tier: FeedTier;
  /** Null for bodies of several countries. */
  readonly country: JurisdictionCode | null;
};

type Table = {
  readonly hosts: readonly OfficialPublisher[];
  readonly byName: ReadonlyMap<string, OfficialPublisher>;
};

let table: Table | undefined;

/** The official publisher whose host this is, or stands above it; undefined when none is listed. */
export function officialOfHost(host: string): OfficialPublisher | undefined {
  return readTable().hosts.find((one) => host === one.host || host.endsWith(`.${one.host}`));
}

/** The official publisher of that name; undefined when none is listed. */
export function officialOfName(name: string): OfficialPublisher | undefined {
  return readTable().byName.get(foldName(name));
}

// Throws DataFileError with the line of a fault.
function readTable(): Table {
  table ??= buildTable();
  return table;
}

function buildTable(): Table {
  const hosts: OfficialPublisher[] = [];
  const byName = new Map<string, OfficialPublisher>();
  for (const { line, cells } of readDataRows(FILE, ['host', 'names', 'tier', 'country'])) {
    const tier = FEED_TIERS.find((one) => one === cells.tier);
    if (tier === undefined) throw new DataFileError(FILE, line, `no tier ${cells.tier}`);
    const hidden = hosts.some(({ host }) => cells.host === host || cells.host.endsWith(`.${host}`));
    if (hidden) throw new DataFileError(FILE, line, `${cells.host} stands behind a wider host`);
    const publisher = { host: cells.host, tier, country: cells.country || null };
    hosts.push(publisher);
    for (const name of cells.names.split('|').filter((one) => one !== '')) {
      const folded = foldName(name);
      if (byName.has(folded)) throw new DataFileError(FILE, line, `${name} stands here twice`);
      byName.set(folded, publisher);
    }
  }
  return { hosts, byName };
}
