// Adapters of sources that speak RSS or Atom. Each knows where its source keeps the lasting number of an item and what
// it puts into the wrong field. In: a feed document. Out: drafts.
import { DAY_MS } from '../domain/day.ts';
import { withoutEnd } from '../domain/without-end.ts';
import { cleanLink } from './clean-link.ts';
import { instantIn } from './date-zone.ts';
import type { DateReading, FeedDocument, FeedEntry } from './feed-document.ts';
import type { ItemDraft } from './item-draft.ts';
import { plainLine } from './plain-text.ts';
import { readDate } from './read-date.ts';

type Change = (entry: FeedEntry) => ItemDraft;

function each(change: Change): (document: FeedDocument) => readonly ItemDraft[] {
  return (document) => document.entries.map(change);
}

/** As it comes. */
export const syndicationDrafts = each((entry) => ({ entry, ownKey: null }));

function firstMatch(pattern: RegExp, ...texts: readonly (string | null)[]): string | null {
  for (const text of texts) {
    const found = text === null ? null : pattern.exec(text)?.[1];
    if (found !== undefined && found !== null) return found;
  }
  return null;
}

/**
 * CSMS numbers are GovDelivery's bulletin ids; the address has the same number in hexadecimal. Ids before July 2019 have
 * a year and a dash (`15-000970`).
 */
function csmsNumber(entry: FeedEntry): string | null {
  const printed = firstMatch(/CSMS\s*(?:#\s*)?(\d{8,}|\d{2}-\d{6})\b/i, entry.title);
  if (printed !== null) return printed;
  if (entry.guid !== null && /^\d{8,}$/.test(entry.guid)) return entry.guid;
  const hex = firstMatch(/\/bulletins\/([0-9a-f]{6,9})\b/i, entry.link, entry.guid);
  return hex === null ? null : String(Number.parseInt(hex, 16));
}

export const csmsDrafts = each((entry) => {
  const number = csmsNumber(entry);
  return { entry, ownKey: number === null ? null : `csms:${number}` };
});

/** GOV.UK ids are the page's path in a tag URI with the time of the last change behind it; the path alone lasts. */
export const govUkDrafts = each((entry) => {
  const path = firstMatch(/gov\.uk(?:,\d+:)?(\/[^\s?#]+)/, entry.link, entry.guid);
  return { entry, ownKey: path === null ? null : `govuk:${withoutEnd(path, '/')}` };
});

const PRESS_REFERENCE =
  /(?:\/([a-z]{2})\/|reference=|^)([a-z]{2,10})[_/](\d{2})[_/](\d{1,6})(?:[/?&#]|$)/i;

/**
 * Where the press corner knows only a day it prints its midnight in Brussels, as the evening before in GMT. Out: the day
 * that was meant; every other date as it is.
 */
function brusselsDay(date: DateReading | null): DateReading | null {
  if (date?.precision !== 'instant') return date;
  const nextDay = Math.ceil(date.at / DAY_MS) * DAY_MS;
  const isItsMidnight = instantIn('Europe/Brussels', nextDay) === date.at;
  return isItsMidnight ? { at: nextDay, precision: 'date' } : date;
}

/**
 * Press corner addresses end in the reference: `.../detail/en/ip_26_1799`. A text in another language under the same
 * reference is an item of its own: it has other words, and comes at another time.
 */
export const euPressDrafts = each((entry) => {
  const published = brusselsDay(entry.published);
  const match = PRESS_REFERENCE.exec(entry.link ?? '') ?? PRESS_REFERENCE.exec(entry.guid ?? '');
  if (match === null) return { entry, ownKey: null, published };
  const [, language = 'en', series = '', year = '', number = ''] = match;
  const suffix = language.toLowerCase() === 'en' ? '' : `@${language.toLowerCase()}`;
  return { entry, ownKey: `ec:${series.toUpperCase()}/${year}/${number}${suffix}`, published };
});

const CELEX = /\b(?:CELEX(?:%3A|:)\s*)([0-9CE][0-9]{4}[A-Z]{1,2}[0-9A-Z()/-]{1,20})/i;

/** Official Journal items name their CELEX number in the title; links are relative to the feed's language. */
export const eurLexDrafts = each((entry) => {
  const celex = firstMatch(CELEX, entry.title, entry.link, entry.guid)?.toUpperCase() ?? null;
  const oj = celex === null ? firstMatch(/\b(OJ:[LC]_?\d{6,})/i, entry.link, entry.guid) : null;
  const ownKey = celex === null ? (oj === null ? null : `oj:${oj.slice(3)}`) : `celex:${celex}`;
  return { entry, ownKey };
});

/** The day of an edition, in the address of each of its notes: `fecha=04/03/2026`, day first. */
function editionDay(link: string | null): DateReading | null {
  const match = /[?&]fecha=(\d{2})\/(\d{2})\/(\d{4})/.exec(link ?? '');
  return match === null ? null : readDate(`${match[3]}-${match[2]}-${match[1]}`);
}

/**
 * The DOF prints the ministry as the title and the decree as the description, and no date but in the address; the
 * edition replaces the last one. The note's code in the address is its lasting number.
 */
export const dofDrafts = each((entry) => {
  const code = firstMatch(/[?&]codigo=(\d+)/, entry.link, entry.guid);
  const decree = plainLine(entry.summary ?? '', 500);
  const ministry = entry.title;
  const dated = { ...entry, published: entry.published ?? editionDay(entry.link) };
  const isSwapped = decree !== '' && ministry !== null;
  return {
    entry: isSwapped ? { ...dated, title: decree, authors: [ministry, ...entry.authors] } : dated,
    ownKey: code === null ? null : `dof:${code}`,
  };
});

/** WordPress guids are `?p=NUMBER` addresses that survive a change of title and address. */
export const wordpressDrafts = each((entry) => {
  const post = firstMatch(/[?&]p=(\d+)\b/, entry.guid);
  const host = entry.guid === null ? null : (cleanLink(entry.guid)?.split(/[/?]/)[0] ?? null);
  return { entry, ownKey: post === null || host === null ? null : `wp:${host}:${post}` };
});

/** Google News puts the publisher behind the title (" - Reuters"); its own links are opaque tokens. */
export const googleNewsDrafts = each((entry) => {
  const title = entry.title ?? '';
  const cutAt = title.lastIndexOf(' - ');
  const publisher = cutAt > 0 ? title.slice(cutAt + 3).trim() : '';
  const isPublisher = publisher !== '' && publisher.length <= 60;
  return {
    entry: isPublisher
      ? { ...entry, title: title.slice(0, cutAt).trim(), authors: [publisher] }
      : entry,
    ownKey: null,
  };
});
