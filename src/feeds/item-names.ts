// The names under which an item may come back, and the mark of its text. In: an item's fields. Out: texts to compare.
// Each name is a kind, a colon and a hash or a key; storage looks them up and knows nothing of their making.
import { hash } from 'node:crypto';
import { dayOf } from '../domain/day.ts';
import type { Item } from '../domain/item.ts';
import { cleanLink } from './clean-link.ts';

/** An item before it has its names. */
export type NamelessItem = Omit<Item, 'key' | 'aliases'>;

/** Kinds of names. A joined kind (`gd`: guid and day) stands for two fields agreeing at once. */
export type NameKind = 'k' | 'g' | 'l' | 'n' | 'gd' | 'ld' | 'td' | 'b' | 'f';

function shortHash(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, 20);
}

/** Most texts are, and need neither Unicode forms nor Unicode classes, which cost ten times as much. */
function isAscii(text: string): boolean {
  return !/\P{ASCII}/u.test(text);
}

/** Text as it is compared: letters and digits with single spaces, in one case and one Unicode form. */
export function comparable(text: string): string {
  if (isAscii(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9%$.,]+/g, ' ')
      .trim();
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
  const plain = isAscii(text) ? text : text.normalize('NFKC');
  // Single spaces, which nearly all are, are not touched: replacing each by itself is what takes the time.
  return plain
    .toLowerCase()
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .trim();
}

/** The name of one version of one item: its words together with everything else that it carries. */
function versionName(item: NamelessItem): string {
  const stamp = item.updatedAt ?? item.publishedAt ?? '';
  return `f:${shortHash(`${item.guid}\n${item.link}\n${stamp}\n${fingerprintOf(item)}`)}`;
}

/** So much of a text tells it from others; comparing whole articles would take more time than reading them. */
const COMPARED_CHARACTERS = 400;

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
  const summary = comparable((item.summary || item.content).slice(0, COMPARED_CHARACTERS));
  const guid = item.guid === null ? null : guidName(item.guid);
  const address = link === null ? null : shortHash(link);
  if (guid !== null) names.push(`g:${guid}`);
  if (guid !== null && day !== null) names.push(`gd:${guid}|${day}`);
  if (address !== null) names.push(`l:${address}`);
  if (address !== null && day !== null) names.push(`ld:${address}|${day}`);
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

/** True when the publisher numbers the item: such a name is the only one of its identity, and never given twice. */
export function hasNumber({ aliases }: Pick<Item, 'aliases'>): boolean {
  return aliases.some((alias) => alias.startsWith('k:'));
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
