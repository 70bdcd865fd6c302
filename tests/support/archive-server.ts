// Archives on loopback that page as the sources do: the Federal Register by day, GOV.UK by page and day, WordPress by page.
// What is asked is written down, and any request can be made to fail or to wait.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { addDays, type Day } from '../../src/domain/day.ts';

export const STEEL_TITLE = 'Adjusting Imports of Steel';
const STEEL_TEXT =
  'The United States imposes an additional tariff of 25% on steel from Japan, effective March 12, 2025. It applies to all articles.';

/** What the register has: one document a day from 1 December 2024, one of them of tariffs. */
export const DOCUMENTS = Array.from({ length: 250 }, (_, at) => ({
  document_number: `2025-${String(at + 1).padStart(5, '0')}`,
  title: at === 120 ? STEEL_TITLE : `Notice ${at + 1} on fishing`,
  abstract: at === 120 ? STEEL_TEXT : 'About fishing grounds. Nothing else.',
  publication_date: addDays('2024-12-01', at),
  html_url: `https://register.example/documents/${at + 1}`,
}));

export type ArchiveServer = {
  readonly host: string;
  /** A list of feeds, as TARIFFWATCH_FEEDS takes it. */
  readonly feedsCsv: string;
  /** Requests but those for robots.txt, in order. */
  readonly asked: readonly URL[];
  /** The request of this number (the first is 1) is answered with 503. */
  failAt(number: number): void;
  /** Requests that this holds of are not answered; resolves when the first of them came. */
  holdWhere(test: (url: URL) => boolean): Promise<void>;
  /** The search no longer filters by day: it shows all it has. */
  forgetDays(): void;
  /** Answers again. */
  holdNothing(): void;
  close(): Promise<void>;
};

export type ArchiveOptions = {
  /** The page behind the steel document, which then has no abstract of its own. */
  readonly hasTextsApart?: boolean;
};

export async function startArchiveServer(options: ArchiveOptions = {}): Promise<ArchiveServer> {
  const asked: URL[] = [];
  let knowsDays = true;
  let failing: number | null = null;
  let isHeld: (url: URL) => boolean = () => false;
  let onHeld: () => void = () => undefined;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://server');
    if (url.pathname === '/robots.txt') return void response.writeHead(404).end();
    asked.push(url);
    if (asked.length === failing) return void response.writeHead(503).end();
    if (isHeld(url)) return onHeld();
    const page = pageFor(url, { ...options, host, knowsDays });
    response.writeHead(page === null ? 404 : 200).end(page ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    feedsCsv: [
      'id,publisher,country_iso2,url,kind,tier,adapter',
      `register,Register,US,http://${host}/fr?per_page=20&order=newest,official,gazette,federal-register`,
      `blog,House,US,http://${host}/blog/feed/,official,authority,wordpress`,
      `ukgov,UK,GB,http://${host}/search/news-and-communications.atom?keywords=tariff,official,authority,govuk`,
      `other,Other,US,http://${host}/other,official,authority,syndication`,
    ].join('\n'),
    asked,
    failAt: (number) => {
      failing = number;
    },
    holdWhere: (test) => {
      isHeld = test;
      return new Promise((resolve) => {
        onHeld = resolve;
      });
    },
    forgetDays: () => {
      knowsDays = false;
    },
    holdNothing: () => {
      isHeld = () => false;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function pageFor(
  url: URL,
  { host, knowsDays, ...options }: ArchiveOptions & { host: string; knowsDays: boolean },
): string | null {
  if (url.pathname.startsWith('/text/')) return `<html><body><p>${STEEL_TEXT}</p></body></html>`;
  if (url.pathname.startsWith('/fr')) return registerPage(url, host, options);
  return url.pathname.startsWith('/search/') ? searchPage(url, knowsDays) : blogPage(url);
}

/** As GOV.UK: twenty a page, newest first, filtered by the day; behind the last page a feed without entries. */
function searchPage(url: URL, knowsDays: boolean): string {
  const since = knowsDays ? (url.searchParams.get('public_timestamp[from]') ?? '') : '';
  const days = Array.from({ length: 90 }, (_, at) => addDays('2025-02-20', -at));
  const start = (Number(url.searchParams.get('page') ?? '1') - 1) * 20;
  const entries = days
    .filter((day) => day >= since)
    .slice(start, start + 20)
    .map(searchEntry);
  return `<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title>${entries.join('')}</feed>`;
}

function searchEntry(day: Day): string {
  const isNews = day === '2025-01-20';
  const title = isNews ? 'UK raises tariff on steel from Turkey to 30%' : `News of ${day}`;
  const summary = isNews
    ? 'The United Kingdom raises the tariff on steel from Turkey to 30% from 1 February 2025. It applies to all steel.'
    : 'About nothing in particular. And more of it.';
  const link = `https://www.gov.uk/government/news/n-${day}`;
  return `<entry><id>tag:www.gov.uk,2005:/government/news/n-${day}</id><title>${title}</title><link href="${link}"/><updated>${day}T10:00:00Z</updated><summary>${summary}</summary></entry>`;
}

/** As the API: filtered, oldest first where asked, so many a page; no `results` without hits. */
function registerPage(url: URL, host: string, { hasTextsApart = false }: ArchiveOptions): string {
  const value = (name: string) => url.searchParams.get(name);
  const since = value('conditions[publication_date][gte]') ?? '';
  const size = Number(value('per_page') ?? '20');
  const found = DOCUMENTS.filter((one) => one.publication_date >= since);
  if (value('order') === 'newest') found.reverse();
  const start = (Number(value('page') ?? '1') - 1) * size;
  const results = found
    .slice(start, start + size)
    .map((one) =>
      hasTextsApart && one.title === STEEL_TITLE
        ? { ...one, abstract: null, html_url: `http://${host}/text/${one.document_number}` }
        : one,
    );
  return JSON.stringify({
    count: found.length,
    description: 'Documents',
    ...(results.length > 0 && { results }),
  });
}

/** As WordPress: ten posts a page, newest first, 404 behind the last page. */
function blogPage(url: URL): string | null {
  const page = Number(url.searchParams.get('paged') ?? '1');
  if (page > 4) return null;
  const items = Array.from({ length: 10 }, (_, at) => {
    const number = (page - 1) * 10 + at;
    const date = new Date(`${addDays('2025-06-01', -7 * number)}T12:00:00Z`).toUTCString();
    const isNews = number === 15;
    const title = isNews ? 'President imposes 40% tariff on coffee from Brazil' : `Post ${number}`;
    const text = isNews
      ? 'The President imposes an additional tariff of 40% on coffee from Brazil, effective March 1, 2025. It applies to all coffee.'
      : 'About nothing in particular. And more of it.';
    return `<item><title>${title}</title><guid>http://blog.example/?p=${number}</guid><pubDate>${date}</pubDate><description>${text}</description></item>`;
  });
  return `<rss version="2.0"><channel><title>Blog</title>${items.join('')}</channel></rss>`;
}
