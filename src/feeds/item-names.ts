// The names under which an item may come back, and the mark of its text. In: an item's fields. Out: texts to compare.
// Each name is a kind, a colon and a hash or a key; storage looks them up and knows nothing of their making.
import { createHash } from 'node:crypto';
import { dayOf } from '../domain/day.ts';
import type { Item } from '../domain/item.ts';
import { cleanLink } from './clean-link.ts';

/** An item before it has its names. */
export type NamelessItem = Omit<Item, 'key' | 'aliases'>;

/** Kinds of names. A joined kind (`gd`: guid and day) stands for two fields agreeing at once. */
export type NameKind = 'k' | 'g' | 'l' | 'n' | 'gd' | 'ld' | 'td' | 'b' | 'f';

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 20);
}

/** Text as it is compared: letters and digits with single spaces, in one case and one Unicode form. */
export function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%$€£¥.,]+/gu, ' ')
    .trim();
}

function guidName(guid: string): string {
  // A guid that is an address is compared like one: sites move from http to https and drop "www.".
  return shortHash(cleanLink(guid) ?? guid);
}

/** A mark of title and text: equal marks, equal words. Case and white space do not count; a comma does. */
export function fingerprintOf(item: Pick<Item, 'title' | 'summary' | 'content'>): string {
  return shortHash([item.title, item.summary, item.content].map(squeeze).join('\n'));
}

function squeeze(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The name of one version of one item: its words together with everything else that it carries. */
function versionName(item: NamelessItem): string {
  const stamp = item.updatedAt ?? item.publishedAt ?? '';
  return `f:${shortHash(`${item.guid}\n${item.link}\n${stamp}\n${fingerprintOf(item)}`)}`;
}

/**
 * All names of an item.
 *
 * @param ownKey the publisher's own number where the adapter found one; such an item has no other name of identity
 */
export function namesOf(item: NamelessItem, ownKey: string | null): readonly string[] {
  if (ownKey !== null) return [`k:${ownKey}`, versionName(item)];
  const names: string[] = [];
  const day = item.publishedAt === null ? null : dayOf(item.publishedAt);
  const link = item.link === null ? null : cleanLink(item.link);
  const title = comparable(item.title);
  const summary = comparable(item.summary || item.content).slice(0, 400);
  if (item.guid !== null) {
    names.push(`g:${guidName(item.guid)}`);
    if (day !== null) names.push(`gd:${guidName(item.guid)}|${day}`);
  }
  if (link !== null) {
    names.push(`l:${shortHash(link)}`);
    if (day !== null) names.push(`ld:${shortHash(link)}|${day}`);
  }
  if (title !== '') {
    names.push(
      `n:${shortHash(title)}`,
      `td:${shortHash(`${title}\n${summary}`)}|${day ?? 'no day'}`,
    );
  }
  if (item.publishedPrecision === 'instant' && summary.length >= 40) {
    names.push(`b:${shortHash(summary)}|${item.publishedAt}`);
  }
  return [...names, versionName(item)];
}

/** The kind of a name; null for a name of another making. */
export function kindOf(name: string): NameKind | null {
  const kind = name.slice(0, name.indexOf(':'));
  return KINDS.has(kind) ? (kind as NameKind) : null;
}

const KINDS: ReadonlySet<string> = new Set(['k', 'g', 'l', 'n', 'gd', 'ld', 'td', 'b', 'f']);

/** Names that tell items apart; when two items of one document share one, it tells nothing. */
const TELLING: ReadonlySet<NameKind> = new Set(['g', 'l', 'gd', 'ld', 'td', 'b']);

/**
 * Gives the items of one document their keys and names. A guid or link that several items share names none of them.
 *
 * @param ownKeys for each item the publisher's own number, or null
 */
export function nameItems(
  items: readonly NamelessItem[],
  ownKeys: readonly (string | null)[],
): readonly Item[] {
  const drafts = items.map((item, at) => ({ item, names: namesOf(item, ownKeys[at] ?? null) }));
  const bearers = new Map<string, Set<string>>();
  for (const { item, names } of drafts) {
    // Exact copies of one item are no conflict: they are told apart by nothing and dropped later.
    const self = `${item.guid}\n${item.link}\n${comparable(item.title)}`;
    for (const name of names) bearers.set(name, (bearers.get(name) ?? new Set()).add(self));
  }
  return drafts.map(({ item, names }, at) => {
    const aliases = names.filter((name) => {
      const kind = kindOf(name);
      return kind === null || !TELLING.has(kind) || bearers.get(name)?.size === 1;
    });
    return { ...item, key: keyOf(item, ownKeys[at] ?? null, aliases), aliases };
  });
}

/** The key people see: the publisher's number, else the guid, else the cleaned link, else a mark of title and day. */
function keyOf(item: NamelessItem, ownKey: string | null, aliases: readonly string[]): string {
  if (ownKey !== null) return ownKey;
  const has = (kind: NameKind) => aliases.some((name) => kindOf(name) === kind);
  if (item.guid !== null && has('g')) return `guid:${cleanLink(item.guid) ?? item.guid}`;
  const link = item.link === null ? null : cleanLink(item.link);
  if (link !== null && has('l')) return `link:${link}`;
  const day = item.publishedAt === null ? 'no day' : dayOf(item.publishedAt);
  return `text:${shortHash(`${comparable(item.title)}\n${comparable(item.summary)}\n${day}`)}`;
}
