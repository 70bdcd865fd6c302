// Which links are followed, which are allowed by robots.txt, and what is left of a page.
import { describe, expect, it } from 'vitest';
import type { Item } from '../../../src/domain/item.ts';
import { createLinkedTextReader } from '../../../src/feeds/linked-text.ts';
import { pageToText } from '../../../src/feeds/page-to-text.ts';
import { isAllowed, parseRobots } from '../../../src/feeds/robots.ts';
import type { FeedFetcher, FetchOutcome } from '../../../src/ports/world.ts';

const FEED = {
  url: 'https://www.federalregister.gov/api/v1/documents.json',
  tier: 'gazette',
} as const;

function itemWith(changes: Partial<Item>): Item {
  return {
    key: 'k',
    aliases: [],
    guid: null,
    title: 'Adjusting Imports of Steel',
    link: null,
    summary: '',
    content: '',
    publishedAt: null,
    publishedPrecision: 'none',
    updatedAt: null,
    authors: [],
    categories: [],
    ...changes,
  };
}

function readerOf(answers: Readonly<Record<string, FetchOutcome>> = {}) {
  const asked: string[] = [];
  const fetcher: FeedFetcher = {
    async fetch(url) {
      asked.push(url);
      return (
        answers[url] ?? {
          kind: 'failed',
          code: 'http-404',
          reason: 'Not there (404).',
          retryAfterMs: null,
          gone: false,
        }
      );
    },
    close: async () => undefined,
  };
  return { asked, texts: createLinkedTextReader({ fetcher, allowHosts: [], now: () => 0 }) };
}

function page(finalUrl: string, body: string): FetchOutcome {
  const validators = { etag: null, lastModified: null };
  const bytes = new TextEncoder().encode(body);
  return { kind: 'ok', bytes, contentType: 'text/html', finalUrl, validators, movedTo: null };
}

describe('the place of a linked text', () => {
  it.each([
    [
      'https://www.federalregister.gov/documents/2025/02/18/2025-02832/adjusting-imports',
      'https://www.federalregister.gov/documents/full_text/html/2025/02/18/2025-02832.html',
    ],
    [
      'https://ec.europa.eu/commission/presscorner/detail/en/ip_26_1799',
      'https://ec.europa.eu/commission/presscorner/api/documents?reference=IP/26/1799&language=en',
    ],
    [
      'https://www.gov.uk/government/news/steel-measures',
      'https://www.gov.uk/api/content/government/news/steel-measures',
    ],
    [
      'https://www.federalregister.gov/d/2025-02832',
      'https://www.federalregister.gov/api/v1/documents/2025-02832.json?fields[]=body_html_url',
    ],
    ['http://ustr.gov/about/press', 'https://ustr.gov/about/press'],
  ])('of %s is %s', (link, place) => {
    expect(readerOf().texts.placeOf(FEED, itemWith({ link }))?.url).toBe(place);
  });

  it.each([
    'https://www.whitehouse.gov.evil.example/presidential-actions/x',
    'https://www.whitehouse.gov:8443/presidential-actions/x',
    'ftp://ustr.gov/x',
    'https://news.example/steel',
    'javascript:alert(1)',
  ])('is none for %s', (link) => {
    expect(readerOf().texts.placeOf(FEED, itemWith({ link }))).toBeNull();
  });

  it('is none for an item that says enough by itself', () => {
    const link = 'https://ustr.gov/x';
    const summary =
      'The duty on steel from Japan is 25 percent. It takes effect on March 12, 2026.';

    expect(readerOf().texts.placeOf(FEED, itemWith({ link, summary }))).toBeNull();
    expect(
      readerOf().texts.placeOf(FEED, itemWith({ link, summary: summary.slice(0, 44) })),
    ).not.toBeNull();
  });
});

describe('a linked text', () => {
  const place = { url: 'https://ustr.gov/x', jsonPath: [] };
  const words = `<main>${'The duty on steel is 25 percent. '.repeat(3)}</main>`;

  it('is asked for once by feeds that come upon it at the same time', async () => {
    const { texts, asked } = readerOf({ 'https://ustr.gov/x': page('https://ustr.gov/x', words) });

    const read = await Promise.all([texts.read(place), texts.read(place), texts.read(place)]);

    expect(read.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(asked).toEqual(['https://ustr.gov/robots.txt', 'https://ustr.gov/x']);
    await texts.read(place);
    expect(asked.at(-1)).toBe('https://ustr.gov/x');
    expect(asked).toHaveLength(3);
  });

  it('does not share the rules of one host with another that is asked at the same time', async () => {
    const other = { url: 'https://www.wto.org/english/news_e/1', jsonPath: [] };
    const { texts, asked } = readerOf();

    await Promise.all([texts.read(place), texts.read(other)]);

    expect(asked.filter((url) => url.endsWith('/robots.txt'))).toHaveLength(2);
  });

  it('is taken from a host that is listed, after robots.txt was asked for once', async () => {
    const { texts, asked } = readerOf({ 'https://ustr.gov/x': page('https://ustr.gov/y', words) });

    expect(await texts.read(place)).toMatchObject({ ok: true });
    await texts.read(place);
    expect(asked.filter((url) => url.endsWith('/robots.txt'))).toHaveLength(1);
  });

  it('is refused when the link leads on to another host', async () => {
    const { texts } = readerOf({ 'https://ustr.gov/x': page('https://evil.example/', words) });

    expect(await texts.read(place)).toMatchObject({ ok: false, isFinal: true });
  });

  describe('whose place an answer names', () => {
    const api = {
      url: 'https://www.federalregister.gov/api/v1/documents/2025-02832.json?fields[]=body_html_url',
      jsonPath: ['body_html_url'],
    };
    const text =
      'https://www.federalregister.gov/documents/full_text/html/2025/02/18/2025-02832.html';
    const answer = (address: string) => page(api.url, JSON.stringify({ body_html_url: address }));

    it('is read there', async () => {
      const { texts } = readerOf({ [api.url]: answer(text), [text]: page(text, words) });

      expect(await texts.read(api)).toEqual({
        ok: true,
        text: expect.stringContaining('25 percent'),
      });
    });

    it('is refused on a host that is not listed', async () => {
      const evil = 'https://evil.example/documents/full_text/html/2025/02/18/2025-02832.html';
      const { texts, asked } = readerOf({ [api.url]: answer(evil) });

      expect(await texts.read(api)).toMatchObject({ ok: false, isFinal: true });
      expect(asked).not.toContain(evil);
    });
  });

  it('is not asked for while robots.txt cannot be had', async () => {
    const down: FetchOutcome = {
      kind: 'failed',
      code: 'http-503',
      reason: 'Down (503).',
      retryAfterMs: null,
      gone: false,
    };
    const { texts, asked } = readerOf({ 'https://ustr.gov/robots.txt': down });

    expect(await texts.read(place)).toMatchObject({ ok: false, isFinal: false });
    expect(asked).not.toContain('https://ustr.gov/x');
  });
});

describe('robots.txt', () => {
  const rules = parseRobots(
    'User-agent: a\nUser-agent: *\nDisallow: /private # no\nAllow: /private/press\nDisallow: /*.pdf$\n\nUser-agent: b\nDisallow: /',
  );

  it.each([
    ['/', true],
    ['/private/x', false],
    ['/private/press/1', true],
    ['/a/b.pdf', false],
    ['/a/b.pdf?x', true],
  ])('answers %s with %s', (path, allowed) => {
    expect(isAllowed(rules, path)).toBe(allowed);
  });

  it('prefers rules that name us', () => {
    const ours = parseRobots('User-agent: *\nDisallow: /\n\nUser-agent: Tariffwatch\nDisallow: /x');

    expect(isAllowed(ours, '/y')).toBe(true);
    expect(isAllowed(ours, '/x')).toBe(false);
  });
});

describe('a page as text', () => {
  const textOf = (body: string, type = 'text/html', path: readonly string[] = []) => {
    const result = pageToText(new TextEncoder().encode(body), type, path);
    return result.ok ? result.text : `(${result.reason})`;
  };

  it('keeps the article and drops what stands beside it', () => {
    const html =
      '<body><header>Top</header><article><p>Steel from\n Japan pays &quot;25%&quot; more from March on.</p><script>x()</script><p>Copper does not.</p></article><p>Beside</p></body>';

    expect(textOf(html)).toBe('Steel from Japan pays "25%" more from March on.\nCopper does not.');
  });

  it('joins the lines of a hard-wrapped text, paragraph by paragraph', () => {
    const lines =
      'The additional duty on steel\nis 25 percent from Japan.\n\n    It begins\nin March.';
    const joined = 'The additional duty on steel is 25 percent from Japan.\nIt begins in March.';

    expect(textOf(lines, 'text/plain')).toBe(joined);
    expect(textOf(`<html><pre>${lines}</pre></html>`)).toBe(joined);
  });

  it('takes the HTML out of a JSON answer', () => {
    const json = JSON.stringify({ details: { body: `<p>${'Steel pays 25%. '.repeat(4)}</p>` } });

    expect(textOf(json, 'application/json', ['details', 'body'])).toMatch(/^Steel pays 25%\./);
    expect(textOf(json, 'application/json', ['details', '__proto__'])).toMatch(/lacks the field/);
  });

  it.each([
    ['%PDF-1.7 ...', 'application/pdf', /no text/],
    [
      '<title>Just a moment...</title><body>Just a moment, checking that you are human.</body>',
      'text/html',
      /robots/,
    ],
    ['<div id="app"></div>', 'text/html', /has no text/],
  ])('is none for %s', (body, type, reason) => {
    expect(textOf(body, type)).toMatch(reason);
  });

  it('is bounded, and survives a page of a hundred thousand levels', () => {
    expect(textOf(`<p>${'a '.repeat(200_000)}`).length).toBeLessThanOrEqual(65_536);
    expect(() => textOf('<div>'.repeat(100_000))).not.toThrow();
  });
});
