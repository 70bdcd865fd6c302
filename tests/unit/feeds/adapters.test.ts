// What each source's adapter makes of its documents: which number names an item, and what stands in which field.
import { describe, expect, it } from 'vitest';
import type { Item } from '../../../src/domain/item.ts';
import { ADAPTERS, adaptDocument } from '../../../src/feeds/adapters.ts';
import { readDocument } from '../../../src/feeds/read-document.ts';
import type { ParsedFeed } from '../../../src/ports/world.ts';

async function parse(
  adapter: string,
  document: string,
  url = 'https://f.example/feed',
): Promise<ParsedFeed> {
  const read = await readDocument(new TextEncoder().encode(document), null, url);
  return adaptDocument({ id: 'f', adapter, url }, read).parsed;
}

async function firstItem(adapter: string, document: string, url?: string): Promise<Item> {
  const { items, problems } = await parse(adapter, document, url);
  const [item] = items;
  if (item === undefined) throw new Error(`no item: ${problems.join()}`);
  return item;
}

function rss(item: string): string {
  return `<rss version="2.0"><channel><item>${item}</item></channel></rss>`;
}

const FR_DOCUMENT = {
  document_number: '2026-04567',
  title: 'Adjusting Imports of Widgets From T[uuml]rkiye',
  type: 'Presidential Document',
  subtype: 'Proclamation',
  abstract: null,
  action: 'Proclamation 11999.',
  dates: 'Effective March 12, 2026.',
  publication_date: '2026-03-04',
  signing_date: '2026-03-01',
  effective_on: '2026-03-12',
  html_url: 'https://www.federalregister.gov/documents/2026/03/04/2026-04567/adjusting-imports',
  citation: '91 FR 12345',
  agencies: [
    { raw_name: 'EXECUTIVE OFFICE OF THE PRESIDENT', name: 'Executive Office of the President' },
  ],
};

function frAnswer(results: readonly unknown[]): string {
  return JSON.stringify({
    count: results.length,
    description: 'Documents',
    total_pages: 1,
    results,
  });
}

describe('Federal Register', () => {
  it.each(['federal-register', 'syndication', 'csms'])(
    'documents are known by their shape, even in a feed called %s',
    async (adapter) => {
      const item = await firstItem(adapter, frAnswer([FR_DOCUMENT]));

      expect(item).toMatchObject({
        key: 'fr:2026-04567',
        title: 'Adjusting Imports of Widgets From Türkiye',
        link: FR_DOCUMENT.html_url,
        publishedAt: Date.UTC(2026, 2, 4),
        publishedPrecision: 'date',
        authors: ['Executive Office of the President'],
        categories: ['Presidential Document', 'Proclamation'],
      });
      expect(item.content).toContain('Effective on 2026-03-12');
      expect(item.content).toContain('Signed on 2026-03-01');
    },
  );

  it('without hits has no results at all, and is a feed without items', async () => {
    const parsed = await parse(
      'federal-register',
      '{"count":0,"description":"Documents","total_pages":1}',
    );

    expect(parsed).toMatchObject({ format: 'json', items: [], problems: [] });
  });

  it('keeps its items when one of them is broken', async () => {
    const { items } = await parse(
      'federal-register',
      frAnswer([{ title: 'no number' }, FR_DOCUMENT, 7]),
    );

    expect(items.map(({ key }) => key)).toEqual(['fr:2026-04567']);
  });

  it('corrections have numbers of their own', async () => {
    const correction = { ...FR_DOCUMENT, document_number: 'C1-2026-04567' };
    const { items } = await parse('federal-register', frAnswer([FR_DOCUMENT, correction]));

    expect(items.map(({ key }) => key)).toEqual(['fr:2026-04567', 'fr:C1-2026-04567']);
  });

  it('numbers from before 2016 were used twice and carry their day', async () => {
    const old = { ...FR_DOCUMENT, document_number: '05-1234', publication_date: '2005-01-31' };

    expect((await firstItem('federal-register', frAnswer([old]))).key).toBe(
      'fr:05-1234@2005-01-31',
    );
  });

  it('of RSS and of JSON go by one number, whatever the slug says', async () => {
    const link = 'https://www.federalregister.gov/documents/2026/03/04/2026-04567/another-title';
    const document = rss(
      `<title>T</title><link>${link}</link><pubDate>Wed, 04 Mar 2026 05:00:00 +0000</pubDate>`,
    );

    expect(await firstItem('syndication', document)).toMatchObject({
      key: 'fr:2026-04567',
      publishedAt: Date.UTC(2026, 2, 4),
      publishedPrecision: 'date',
    });
  });

  it('that refuses the question is no feed, and says what it said', async () => {
    const parsed = await parse('federal-register', '{"status":400,"message":"Unknown field"}');

    expect(parsed.format).toBeNull();
    expect(parsed.problems.length).toBeGreaterThan(0);
  });
});

describe('public inspection', () => {
  const filed = {
    document_number: '2026-4567',
    title: null,
    toc_subject: 'Imports',
    toc_doc: 'Widgets; Adjustment',
    filed_at: '2026-03-03T08:45:00.000-05:00',
    filing_type: 'regular',
    publication_date: '2026-03-04',
    html_url: 'https://www.federalregister.gov/public-inspection/2026-4567/widgets',
  };

  it('goes by the number under which it will be printed', async () => {
    expect(
      await firstItem('public-inspection', JSON.stringify({ count: 1, results: [filed] })),
    ).toMatchObject({
      key: 'pi:2026-04567',
      title: 'Imports: Widgets; Adjustment',
      publishedAt: Date.UTC(2026, 2, 3, 13, 45),
      publishedPrecision: 'instant',
      content: 'To be published on 2026-03-04.',
    });
  });
});

describe('CSMS messages', () => {
  it.each([
    [
      'CSMS # 69302472 - GUIDANCE',
      'https://content.govdelivery.com/accounts/USDHSCBP/bulletins/42178c8',
      'x',
    ],
    ['CSMS # 69302472 – UPDATED GUIDANCE', 'https://content.govdelivery.com/x', '69302472'],
    [
      'Guidance without its number',
      'https://content.govdelivery.com/accounts/USDHSCBP/bulletins/42178c8',
      'x',
    ],
    ['Guidance without its number', 'https://content.govdelivery.com/x', '69302472'],
  ])('%s at %s with the guid %s go by their number', async (title, link, guid) => {
    const document = rss(
      `<title>${title}</title><link>${link}</link><guid isPermaLink="false">${guid}</guid>`,
    );

    expect((await firstItem('csms', document)).key).toBe('csms:69302472');
  });

  it('of the years before 2019 have numbers with a year', async () => {
    expect((await firstItem('csms', rss('<title>CSMS# 15-000970 - Old</title>'))).key).toBe(
      'csms:15-000970',
    );
  });
});

describe('GOV.UK', () => {
  const entry = (id: string, link: string) =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>${id}</id><link rel="alternate" href="${link}"/><title>T</title><summary type="html">on &lt;mark&gt;tariff&lt;/mark&gt; relief</summary></entry></feed>`;
  const page = 'https://www.gov.uk/government/news/steel';

  it.each([
    ['its path', page],
    ['a tag with its path', 'tag:www.gov.uk,2005:/government/news/steel'],
    [
      'a tag with the time of the change',
      'tag:www.gov.uk,2005:/government/news/steel/2026-03-04T00:01:03Z',
    ],
  ])('goes by the path of the page where the id is %s', async (_, id) => {
    expect((await firstItem('syndication', entry(id, page))).key).toBe(
      'govuk:/government/news/steel',
    );
  });

  it('loses the marks of the search', async () => {
    expect((await firstItem('govuk', entry(page, page))).summary).toBe('on tariff relief');
  });
});

describe('EU sources', () => {
  it.each([
    ['https://ec.europa.eu/commission/presscorner/detail/en/ip_26_1799', 'ec:IP/26/1799'],
    ['https://ec.europa.eu/commission/presscorner/detail/EN/STATEMENT_26_12', 'ec:STATEMENT/26/12'],
    ['https://ec.europa.eu/commission/presscorner/detail/de/ip_26_1799', 'ec:IP/26/1799@de'],
  ])('%s is %s', async (link, key) => {
    expect((await firstItem('syndication', rss(`<title>T</title><link>${link}</link>`))).key).toBe(
      key,
    );
  });

  it.each([
    ['the evening before in summer', 'Mon, 06 Apr 2026 22:00:00 GMT', '2026-04-07T00:00Z date'],
    ['the evening before in winter', 'Tue, 03 Mar 2026 23:00:00 GMT', '2026-03-04T00:00Z date'],
    [
      'an evening that is none of midnight there',
      'Tue, 03 Mar 2026 22:00:00 GMT',
      '2026-03-03T22:00Z instant',
    ],
    ['a time of day', 'Tue, 03 Mar 2026 10:30:39 GMT', '2026-03-03T10:30Z instant'],
  ])('date a text of the press corner by %s', async (_, date, expected) => {
    const link = 'https://ec.europa.eu/commission/presscorner/detail/en/ip_26_1799';
    const document = rss(`<title>T</title><link>${link}</link><pubDate>${date}</pubDate>`);

    const { publishedAt, publishedPrecision } = await firstItem('syndication', document);

    const minute = new Date(publishedAt ?? 0).toISOString().slice(0, 16);
    expect(`${minute}Z ${publishedPrecision}`).toBe(expected);
  });

  it('acts go by their CELEX number, their relative links are resolved', async () => {
    const document = rss(
      '<title>CELEX:32026R0778: Commission Implementing Regulation</title><link>./legal-content/AUTO/?uri=CELEX:32026R0778</link>',
    );

    expect(
      await firstItem(
        'eur-lex',
        document,
        'https://eur-lex.europa.eu/EN/display-feed.rss?rssId=222',
      ),
    ).toMatchObject({
      key: 'celex:32026R0778',
      link: 'https://eur-lex.europa.eu/EN/legal-content/AUTO/?uri=CELEX:32026R0778',
    });
  });
});

describe('other sources', () => {
  it('the DOF has the decree in the description, the ministry in the title and the day in the address', async () => {
    const document = rss(
      '<title>SECRETARIA DE ECONOMIA</title><description>Decreto por el que se modifica la Tarifa</description><link>https://dof.gob.mx/nota_detalle.php?codigo=5780001&amp;fecha=04/03/2026</link>',
    );

    expect(await firstItem('dof', document)).toMatchObject({
      key: 'dof:5780001',
      title: 'Decreto por el que se modifica la Tarifa',
      authors: ['SECRETARIA DE ECONOMIA'],
      publishedAt: Date.UTC(2026, 2, 4),
      publishedPrecision: 'date',
    });
  });

  it('WordPress posts go by their number, not by their address', async () => {
    const document = rss(
      '<title>T</title><link>https://w.example/a-title/</link><guid isPermaLink="false">https://w.example/?p=123</guid>',
    );

    expect((await firstItem('wordpress', document)).key).toBe('wp:w.example:123');
  });

  it('Google News has the publisher behind the title', async () => {
    const document = rss(
      '<title>Duties - what now? - The Daily - Example Times</title><guid isPermaLink="false">CBMi</guid>',
    );

    expect(await firstItem('google-news', document)).toMatchObject({
      title: 'Duties - what now? - The Daily',
      authors: ['Example Times'],
    });
  });

  it('Canada is read in its JSON form too', async () => {
    const answer = {
      feed: {
        entry: [
          {
            title: 'Remission order',
            link: 'https://www.canada.ca/en/x.html',
            teaser: 'Steel &amp; aluminum',
            publishedDate: '2026-03-04T13:00-05:00',
            department: 'Finance',
          },
        ],
      },
    };

    expect(await firstItem('canada-news', JSON.stringify(answer))).toMatchObject({
      title: 'Remission order',
      summary: 'Steel & aluminum',
      publishedAt: Date.UTC(2026, 2, 4, 18),
      authors: ['Finance'],
    });
  });

  it('JSON of unknown shape is no feed', async () => {
    expect((await parse('syndication', '{"a":1}')).problems).toEqual([
      'This JSON has the shape of no known source.',
    ]);
  });
});

it('every adapter says what it is for, and takes an empty document', () => {
  for (const adapter of Object.values(ADAPTERS)) {
    expect(adapter.about.length).toBeGreaterThan(10);
  }
});
