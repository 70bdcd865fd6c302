// The publishers of the sample wire, and their feeds in the formats of the originals. In: items on show. Out: the text of
// a feed. Everything is served by the sample wire itself; the names end in "(sample)" so that nobody takes them for real.
import { encodeXML } from 'entities';
import type { Instant } from '../domain/day.ts';
import type { SampleFeedId, SampleItem } from './story-step.ts';

/** An item as it stands in its feed. */
export type ShownItem = SampleItem & {
  readonly published: Instant;
  readonly updated: Instant;
  /** Page of the item on the sample wire. */
  readonly link: string;
};

export type SampleFeed = {
  readonly id: SampleFeedId;
  readonly publisher: string;
  readonly country: string;
  readonly path: string;
  /** The words of the catalogue's `format` and `kind` columns. */
  readonly format: string;
  readonly kind: 'official' | 'news';
  readonly contentType: string;
  render(feed: SampleFeed, items: readonly ShownItem[], home: string): string;
};

const XML = 'application/rss+xml; charset=utf-8';

export const SAMPLE_FEEDS: readonly SampleFeed[] = [
  {
    id: 'sample-white-house',
    publisher: 'White House (sample)',
    country: 'US',
    path: '/white-house/presidential-actions/feed/',
    format: 'RSS 2.0 (WordPress)',
    kind: 'official',
    contentType: XML,
    render: renderRss,
  },
  {
    id: 'sample-federal-register',
    publisher: 'Federal Register (sample)',
    country: 'US',
    path: '/api/v1/documents.json',
    format: 'JSON API',
    kind: 'official',
    contentType: 'application/json; charset=utf-8',
    render: renderGazette,
  },
  {
    id: 'sample-customs',
    publisher: 'US customs messages (sample)',
    country: 'US',
    path: '/customs/USDHSCBP_WIDGET_2.rss',
    format: 'RSS 2.0 (GovDelivery widget)',
    kind: 'official',
    contentType: XML,
    render: renderRss,
  },
  {
    id: 'sample-eu-commission',
    publisher: 'European Commission (sample)',
    country: 'EU',
    path: '/eu/presscorner/rss',
    format: 'RSS 2.0',
    kind: 'official',
    contentType: XML,
    render: renderRss,
  },
  {
    id: 'sample-harbour-wire',
    publisher: 'Harbour Wire (sample)',
    country: 'US',
    path: '/harbour-wire/atom.xml',
    format: 'Atom',
    kind: 'news',
    contentType: 'application/atom+xml; charset=utf-8',
    render: renderAtom,
  },
  {
    id: 'sample-meridian-post',
    publisher: 'Meridian Post (sample)',
    country: 'GB',
    path: '/meridian-post/business.rss',
    format: 'RSS 2.0',
    kind: 'news',
    contentType: XML,
    render: renderRss,
  },
  {
    id: 'sample-pacific-ledger',
    publisher: 'Pacific Ledger (sample)',
    country: 'AU',
    path: '/pacific-ledger/index.rdf',
    format: 'RDF (RSS 1.0)',
    kind: 'news',
    contentType: 'application/rdf+xml; charset=utf-8',
    render: renderRdf,
  },
];

function guidOf(item: ShownItem): string {
  return `sample:${item.feed}:${item.id}${item.guidVersion === undefined ? '' : `:${item.guidVersion}`}`;
}

function isoOf(instant: Instant): string {
  return new Date(instant).toISOString();
}

function renderRss(feed: SampleFeed, items: readonly ShownItem[], home: string): string {
  const entries = items.map((item) => {
    const paragraphs = [item.summary, ...(item.content ?? [])];
    const content =
      item.content === undefined
        ? ''
        : `<content:encoded><![CDATA[${paragraphs.map((text) => `<p>${encodeXML(text)}</p>`).join('')}]]></content:encoded>`;
    return (
      `<item><title>${encodeXML(item.title)}</title><link>${encodeXML(item.link)}</link>` +
      `<guid isPermaLink="false">${encodeXML(guidOf(item))}</guid>` +
      `<pubDate>${new Date(item.published).toUTCString()}</pubDate>` +
      `<description>${encodeXML(item.summary)}</description>${content}</item>`
    );
  });
  return (
    '<?xml version="1.0" encoding="utf-8"?>\n' +
    '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>' +
    `<title>${encodeXML(feed.publisher)}</title><link>${encodeXML(home)}</link>` +
    `<description>Sample items, written for the demo</description>${entries.join('\n')}</channel></rss>\n`
  );
}

function renderAtom(feed: SampleFeed, items: readonly ShownItem[], home: string): string {
  const newest = items[0]?.updated ?? 0;
  const entries = items.map(
    (item) =>
      `<entry><title>${encodeXML(item.title)}</title><link href="${encodeXML(item.link)}"/>` +
      `<id>${encodeXML(guidOf(item))}</id><published>${isoOf(item.published)}</published>` +
      `<updated>${isoOf(item.updated)}</updated><summary>${encodeXML(item.summary)}</summary></entry>`,
  );
  return (
    '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">' +
    `<title>${encodeXML(feed.publisher)}</title><id>${encodeXML(home)}</id><link href="${encodeXML(home)}"/>` +
    `<updated>${isoOf(newest)}</updated>${entries.join('\n')}</feed>\n`
  );
}

function renderRdf(feed: SampleFeed, items: readonly ShownItem[], home: string): string {
  const entries = items.map(
    (item) =>
      `<item rdf:about="${encodeXML(item.link)}"><title>${encodeXML(item.title)}</title>` +
      `<link>${encodeXML(item.link)}</link><description>${encodeXML(item.summary)}</description>` +
      `<dc:date>${isoOf(item.published)}</dc:date></item>`,
  );
  const listed = items.map((item) => `<rdf:li rdf:resource="${encodeXML(item.link)}"/>`);
  return (
    '<?xml version="1.0" encoding="utf-8"?>\n' +
    '<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    `<channel rdf:about="${encodeXML(home)}"><title>${encodeXML(feed.publisher)}</title><link>${encodeXML(home)}</link>` +
    `<description>Sample items, written for the demo</description><items><rdf:Seq>${listed.join('')}</rdf:Seq></items></channel>` +
    `${entries.join('\n')}</rdf:RDF>\n`
  );
}

/** As the Federal Register answers; with no hits it leaves `results` out. */
function renderGazette(_feed: SampleFeed, items: readonly ShownItem[], _home: string): string {
  const results = items.map((item) => ({
    title: item.title,
    type: item.gazette?.type ?? 'Notice',
    ...(item.gazette?.type === 'Presidential Document' ? { subtype: 'Proclamation' } : {}),
    abstract: item.summary,
    document_number: item.gazette?.documentNumber ?? item.id,
    html_url: item.link,
    publication_date: isoOf(item.published).slice(0, 10),
    signing_date: item.gazette?.signedOn ?? null,
    effective_on: item.gazette?.effectiveOn ?? null,
    citation: item.gazette?.citation ?? null,
    action: null,
    dates: null,
    agencies: [
      item.gazette?.type === 'Presidential Document'
        ? { name: 'Executive Office of the President', slug: 'executive-office-of-the-president' }
        : {
            name: 'International Trade Administration',
            slug: 'international-trade-administration',
          },
    ],
  }));
  return JSON.stringify({
    count: results.length,
    description: 'Sample documents, written for the demo',
    total_pages: 1,
    ...(results.length > 0 ? { results } : {}),
  });
}

/** The catalogue of the sample wire as a CSV with the columns of `TARIFFWATCH_FEEDS`. */
export function renderCatalogue(url: string): string {
  const rows = SAMPLE_FEEDS.map((feed) =>
    [
      feed.id,
      feed.publisher,
      feed.country,
      `${url}${feed.path}`,
      feed.format,
      feed.kind,
      'en',
      'y',
      '',
      'status=worked. Sample items written for the demo; nothing here is a real publication.',
    ].map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)),
  );
  const columns =
    'id,publisher,country_iso2,url,format,kind,language,stable_guid,evidence_date,notes';
  return `${[columns, ...rows.map((row) => row.join(','))].join('\n')}\n`;
}
