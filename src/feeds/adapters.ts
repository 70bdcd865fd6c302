// One row per kind of source: how its document becomes items, and which number of the publisher names an item. All
// adapters have one shape, (feed, document) -> drafts; what they share (names, plain text, caps) is done once, here.
// To add one: write `adapt-NAME.ts`, add a row, add a fixture and its test.
import type { Feed } from '../domain/feed.ts';
import type { Item } from '../domain/item.ts';
import type { ParsedFeed } from '../ports/world.ts';
import { federalRegisterDrafts, isFederalRegister } from './adapt-federal-register.ts';
import {
  canadaDrafts,
  inspectionDrafts,
  isCanadaNews,
  isInspectionList,
} from './adapt-json-lists.ts';
import {
  csmsDrafts,
  dofDrafts,
  euPressDrafts,
  eurLexDrafts,
  googleNewsDrafts,
  govUkDrafts,
  syndicationDrafts,
  wordpressDrafts,
} from './adapt-syndication.ts';
import type { FeedDocument, FeedEntry } from './feed-document.ts';
import type { ItemDraft } from './item-draft.ts';
import { nameItems } from './item-names.ts';
import { plainLine, plainText } from './plain-text.ts';

/** The part of a feed that reading it needs. */
export type AdapterFeed = Pick<Feed, 'id' | 'adapter' | 'url'>;

export type Adapter = {
  /** What it is for, for people who look for it in the table. */
  readonly about: string;
  /** True when a JSON document has this adapter's shape, whatever the catalogue calls the feed. */
  readonly recognises: ((json: unknown) => boolean) | null;
  readonly toDrafts: (document: FeedDocument) => readonly ItemDraft[];
};

export const ADAPTERS: Readonly<Record<string, Adapter>> = {
  syndication: {
    about: 'RSS, Atom, RDF, JSON Feed as they come',
    recognises: null,
    toDrafts: syndicationDrafts,
  },
  'federal-register': {
    about: 'Federal Register documents API and its RSS; key: document number',
    recognises: isFederalRegister,
    toDrafts: federalRegisterDrafts,
  },
  'public-inspection': {
    about: 'Federal Register public inspection; key: document number, as printed later',
    recognises: isInspectionList,
    toDrafts: inspectionDrafts,
  },
  csms: {
    about: 'US customs messages (GovDelivery); key: CSMS number',
    recognises: null,
    toDrafts: csmsDrafts,
  },
  govuk: {
    about: 'GOV.UK Atom; key: path of the page',
    recognises: null,
    toDrafts: govUkDrafts,
  },
  'eu-press': {
    about: 'European Commission press corner; key: reference such as IP/26/1799',
    recognises: null,
    toDrafts: euPressDrafts,
  },
  'eur-lex': {
    about: 'Official Journal of the EU; key: CELEX number',
    recognises: null,
    toDrafts: eurLexDrafts,
  },
  'canada-news': {
    about: 'Canada news API, Atom or JSON',
    recognises: isCanadaNews,
    toDrafts: canadaDrafts,
  },
  dof: {
    about: 'Diario Oficial de la Federación; no dates, ministry in the title; key: note code',
    recognises: null,
    toDrafts: dofDrafts,
  },
  wordpress: {
    about: 'WordPress feeds; key: post number where the guid has one',
    recognises: null,
    toDrafts: wordpressDrafts,
  },
  'google-news': {
    about: 'Google News search; publisher cut from the title; key: token',
    recognises: null,
    toDrafts: googleNewsDrafts,
  },
};

const MAX_TITLE = 500;
const MAX_TEXT = 65_536;
const MAX_ITEMS = 2_000;

function adapterFor(feed: AdapterFeed, document: FeedDocument): Adapter | null {
  if (document.format === 'json') {
    return Object.values(ADAPTERS).find(({ recognises }) => recognises?.(document.json)) ?? null;
  }
  const named = feed.adapter === 'syndication' ? adapterByLinks(document) : feed.adapter;
  return ADAPTERS[named] ?? ADAPTERS['syndication'] ?? null;
}

/** Addresses of items that give their source away, for feeds of which the catalogue says nothing special. */
const LINK_RULES: readonly (readonly [RegExp, string])[] = [
  [/^https?:\/\/content\.govdelivery\.com\/accounts\/USDHSCBP\//i, 'csms'],
  [/^https?:\/\/www\.gov\.uk\//i, 'govuk'],
  [/^https?:\/\/ec\.europa\.eu\/commission\/presscorner\//i, 'eu-press'],
  [/^https?:\/\/www\.federalregister\.gov\/(?:documents|d)\//i, 'federal-register'],
];

function adapterByLinks({ entries }: FeedDocument): string {
  const rule = LINK_RULES.find(
    ([pattern]) => entries.length > 0 && entries.every(({ link }) => pattern.test(link ?? '')),
  );
  return rule?.[1] ?? 'syndication';
}

function finish({ entry, published = entry.published }: ItemDraft): Omit<Item, 'key' | 'aliases'> {
  const summary = plainText(entry.summary ?? '', MAX_TEXT);
  const content = plainText(entry.content ?? '', MAX_TEXT);
  const title = plainLine(entry.title ?? '', MAX_TITLE);
  return {
    guid: entry.guid,
    title: title === '' ? plainLine(summary || content, 120) : title,
    link: entry.originalLink ?? entry.link,
    summary,
    content: content === summary ? '' : content,
    publishedAt: published?.at ?? null,
    publishedPrecision: published?.precision ?? 'none',
    updatedAt: entry.updated?.at ?? null,
    authors: entry.authors.map((name) => plainLine(name, 200)).slice(0, 20),
    categories: entry.categories.map((name) => plainLine(name, 200)).slice(0, 50),
  };
}

export type AdaptedFeed = { readonly parsed: ParsedFeed; readonly entries: readonly FeedEntry[] };

/**
 * A feed document as items, named and bounded.
 *
 * @returns the items, and beside them the entries that they were made from, in the same order
 */
export function adaptDocument(feed: AdapterFeed, document: FeedDocument): AdaptedFeed {
  const { format, parser, title, link } = document;
  const adapter = format === null ? null : adapterFor(feed, document);
  if (adapter === null) {
    const other = format === 'json' ? ['This JSON has the shape of no known source.'] : [];
    const problems = [...document.problems, ...other];
    return { parsed: { format: null, parser, title, link, items: [], problems }, entries: [] };
  }
  const drafts = adapter.toDrafts(document).slice(0, MAX_ITEMS);
  const items = nameItems(
    drafts.map(finish),
    drafts.map(({ ownKey }) => ownKey),
  );
  const titleText = title === null ? null : plainLine(title, MAX_TITLE);
  return {
    parsed: { format, parser, title: titleText, link, items, problems: document.problems },
    entries: drafts.map(({ entry }) => entry),
  };
}
