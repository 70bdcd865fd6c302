// Which items of a poll are new, which are known, and which are known ones with other words. Pure: in: the document's
// items and what storage knows under their names. Out: every item in exactly one list, with its reason.
// It does not merge reports of one event (stories do), and it does not decide what is announced.
import type { Item } from '../domain/item.ts';
import type { KnownItem } from '../ports/store.ts';
import { cleanLink, isSpecificLink } from './clean-link.ts';
import { fingerprintOf, hasNumber, kindOf, type NameKind } from './item-names.ts';
import { findStorm, STORM_SHARE, type StormOptions } from './storm.ts';

export type ReasonedItem = {
  readonly item: Item;
  readonly fingerprint: string;
  readonly reason: string;
};

export type FreshItem = ReasonedItem & {
  /** Part of a storm: it may be old under a new name. */
  readonly isDoubtful: boolean;
};

export type EditedItem = ReasonedItem & {
  readonly itemId: string;
  /** The number of the version that these words are. */
  readonly version: number;
};

export type RecognisedItem = {
  readonly item: Item;
  readonly itemId: string;
  readonly reason: string;
};

/** An item that stands twice in one document. */
export type RepeatedItem = { readonly item: Item; readonly reason: string };

export type IdentityFindings = {
  /** Share of items known under another guid than the one they carry now is so large that the feed changed its guids. */
  readonly allGuidsChanged: boolean;
  /** So much is new at once that it is rather a fault or a relaunch than news (held, see the reason); null otherwise. */
  readonly storm: string | null;
  /** So much is new at once, and all of it is so plainly of today that it is a big day of news and no storm; in words. */
  readonly busyDay: string | null;
  /** No item of this document was seen before, though it has several: items may have been lost between polls. */
  readonly noOverlap: boolean;
};

export type Identification = {
  readonly fresh: readonly FreshItem[];
  readonly edited: readonly EditedItem[];
  readonly known: readonly RecognisedItem[];
  readonly repeated: readonly RepeatedItem[];
  readonly findings: IdentityFindings;
};

export type IdentifyOptions = StormOptions;

type Candidate = {
  readonly itemId: string;
  readonly kinds: ReadonlySet<NameKind>;
  readonly score: number;
  readonly latest: KnownItem;
};

const WEIGHTS: Readonly<Record<NameKind, number>> = {
  k: 20,
  g: 4,
  l: 4,
  gd: 2,
  ld: 2,
  n: 2,
  td: 3,
  b: 3,
  f: 10,
};

/** Why an item is taken for a known one; null when the names that agree do not prove it. */
function reasonForSame(item: Item, kinds: ReadonlySet<NameKind>): string | null {
  if (kinds.has('k')) return 'same number of the publisher';
  const has = (kind: NameKind) => kinds.has(kind);
  if (has('f')) return 'the very same';
  if (has('g') && has('l')) return 'same guid and link';
  if (has('g') && (has('gd') || has('n'))) return 'same guid and day or title';
  if (has('l') && (has('ld') || has('n'))) return 'same link and day or title';
  if (has('td')) return 'same title, text and day';
  if (has('b')) return 'same text and instant';
  const link = item.link === null ? null : cleanLink(item.link);
  if (has('l') && link !== null && isSpecificLink(link)) return 'same link';
  // A guid alone proves it only while nothing speaks against it: publishers reuse guids for other articles.
  if (has('g') && (link === null || item.publishedAt === null)) return 'same guid';
  return null;
}

function candidatesFor(item: Item, byAlias: ReadonlyMap<string, readonly KnownItem[]>) {
  const found = new Map<string, { kinds: Set<NameKind>; latest: KnownItem }>();
  for (const alias of item.aliases) {
    const kind = kindOf(alias);
    if (kind === null) continue;
    for (const known of byAlias.get(alias) ?? []) {
      const entry = found.get(known.itemId) ?? { kinds: new Set<NameKind>(), latest: known };
      entry.kinds.add(kind);
      if (known.version > entry.latest.version) entry.latest = known;
      found.set(known.itemId, entry);
    }
  }
  const candidates: Candidate[] = [...found].map(([itemId, { kinds, latest }]) => ({
    itemId,
    kinds,
    latest,
    score: [...kinds].reduce((sum, kind) => sum + WEIGHTS[kind], 0),
  }));
  return candidates.filter(({ kinds }) => reasonForSame(item, kinds) !== null);
}

function groupByAlias(known: readonly KnownItem[]): ReadonlyMap<string, readonly KnownItem[]> {
  const groups = new Map<string, KnownItem[]>();
  for (const row of known) {
    const group = groups.get(row.alias);
    if (group === undefined) groups.set(row.alias, [row]);
    else group.push(row);
  }
  return groups;
}

/** Best pairs first, each known item taken once: two items of one document are never one. */
function pairUp(items: readonly Item[], known: readonly KnownItem[]): ReadonlyMap<Item, Candidate> {
  const byAlias = groupByAlias(known);
  const pairs = items.flatMap((item) =>
    candidatesFor(item, byAlias).map((candidate) => ({ item, candidate })),
  );
  // Of equal pairs the same one wins in whatever order the document lists its items.
  const nameOf = ({ item, candidate }: (typeof pairs)[number]): string =>
    `${item.key}\n${fingerprintOf(item)}\n${item.guid}\n${item.link}\n${item.publishedAt}\n${candidate.itemId}`;
  pairs.sort((a, b) => b.candidate.score - a.candidate.score || (nameOf(a) < nameOf(b) ? -1 : 1));
  const chosen = new Map<Item, Candidate>();
  const taken = new Set<string>();
  for (const { item, candidate } of pairs) {
    if (chosen.has(item) || taken.has(candidate.itemId)) continue;
    chosen.set(item, candidate);
    taken.add(candidate.itemId);
  }
  return chosen;
}

/** Copies within one document: the earliest stays. */
function dropRepeats(items: readonly Item[]): { unique: Item[]; repeated: RepeatedItem[] } {
  const marked = items.map((item) => {
    return {
      item,
      mark: hasNumber(item) ? item.key : `${item.guid}\n${item.link}\n${fingerprintOf(item)}`,
    };
  });
  const kept = new Map<string, Item>();
  for (const { item, mark } of marked) {
    const other = kept.get(mark);
    if (other === undefined || (item.publishedAt ?? 0) < (other.publishedAt ?? 0))
      kept.set(mark, item);
  }
  const unique: Item[] = [];
  const repeated: RepeatedItem[] = [];
  for (const { item, mark } of marked) {
    if (kept.get(mark) === item) unique.push(item);
    else repeated.push({ item, reason: 'stands twice in this document' });
  }
  return { unique, repeated };
}

/**
 * Sorts the items of one poll.
 *
 * @param items as the adapter named them, in the document's order
 * @param known what `findItems` gave for all their names
 * @returns lists that together hold every item once, in the document's order
 */
export function identifyItems(
  items: readonly Item[],
  known: readonly KnownItem[],
  options: IdentifyOptions = {},
): Identification {
  const { unique, repeated } = dropRepeats(items);
  const chosen = pairUp(unique, known);
  const unseen: ReasonedItem[] = [];
  const edited: EditedItem[] = [];
  const recognised: RecognisedItem[] = [];
  let guidsChanged = 0;
  for (const item of unique) {
    const fingerprint = fingerprintOf(item);
    const candidate = chosen.get(item);
    if (candidate === undefined) {
      unseen.push({ item, fingerprint, reason: 'not seen before' });
      continue;
    }
    const { itemId, kinds, latest } = candidate;
    const reason = reasonForSame(item, kinds) ?? '';
    if (item.aliases.some((name) => name.startsWith('g:')) && !kinds.has('g')) guidsChanged += 1;
    if (latest.fingerprint === fingerprint) recognised.push({ item, itemId, reason });
    else if (kinds.has('f')) {
      // Some servers alternate between two copies of a feed; an old copy is no edit.
      recognised.push({ item, itemId, reason: `${reason}; these words were shown before` });
    } else {
      const version = latest.version + 1;
      edited.push({ item, fingerprint, itemId, version, reason: `${reason}, other words` });
    }
  }
  const shownAgain = [...edited, ...recognised].map(({ item }) => item);
  const matched = shownAgain.length;
  const { storm, busyDay, doubtful } = findStorm({
    fresh: unseen.map(({ item }) => item),
    shownAgain,
    knownNames: new Set(known.map(({ alias }) => alias)),
    options,
  });
  return {
    fresh: unseen.map((one) => ({ ...one, isDoubtful: doubtful.has(one.item) })),
    edited,
    known: recognised,
    repeated,
    findings: {
      allGuidsChanged: guidsChanged >= 5 && guidsChanged >= STORM_SHARE * matched,
      storm,
      busyDay,
      noOverlap: options.isBaseline !== true && unique.length >= 5 && matched === 0,
    },
  };
}

/** Every name to look up for a document's items, each once. */
export function namesToFind(items: readonly Item[]): readonly string[] {
  return [...new Set(items.flatMap((item) => item.aliases))];
}
