import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/domain/error.ts';
import { ADAPTERS } from '../../../src/feeds/adapters.ts';
import { checkUrl } from '../../../src/feeds/address-policy.ts';
import { loadCatalogue, loadFeedGaps, parseCatalogue } from '../../../src/feeds/catalogue.ts';

const HEADER = 'id,publisher,country_iso2,url,format,kind,language,stable_guid,evidence_date,notes';

function faultOf(text: string): UserError {
  try {
    parseCatalogue(text, 'mine.csv');
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('no fault was found');
}

describe('the built-in catalogue', () => {
  const feeds = loadCatalogue(null);
  const gaps = loadFeedGaps();

  it('has at least 90 feeds, at least 25 of them on, and names what cannot be heard', () => {
    expect(feeds.length).toBeGreaterThanOrEqual(90);
    expect(feeds.filter(({ enabled }) => enabled).length).toBeGreaterThanOrEqual(25);
    expect(gaps.length).toBeGreaterThanOrEqual(20);
    expect(gaps.every(({ reason }) => reason !== '')).toBe(true);
  });

  it('names every source once', () => {
    const ids = [...feeds, ...gaps].map(({ id }) => id);

    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it('has only addresses that may be asked, and adapters that exist', () => {
    expect(feeds.filter(({ url }) => !checkUrl(url, []).ok)).toEqual([]);
    expect(feeds.filter(({ adapter }) => !(adapter in ADAPTERS))).toEqual([]);
  });

  it('has the gazettes and customs of the largest imposers on', () => {
    const on = feeds.filter(({ enabled }) => enabled);
    const has = (country: string, tier: string) =>
      on.some((feed) => feed.country === country && feed.tier === tier);

    expect([
      has('US', 'gazette'),
      has('US', 'customs'),
      has('EU', 'gazette'),
      has('MX', 'gazette'),
      has('CA', 'gazette'),
    ]).toEqual(Array.from({ length: 5 }, () => true));
  });

  it('takes no seat of a world body for its country', () => {
    expect(
      feeds.filter(({ tier, country }) => tier === 'multilateral' && country !== null),
    ).toEqual([]);
  });
});

describe("an operator's list", () => {
  it.each([
    ['http://127.0.0.1:8791/csms.rss', 'RSS 2.0', 'csms'],
    ['http://127.0.0.1:8791/ec.rss', 'RSS 2.0', 'syndication'],
    ['http://127.0.0.1:8791/uk.atom', 'Atom', 'syndication'],
    ['http://127.0.0.1:8791/fr/documents.json', 'JSON API', 'federal-register'],
    [
      'https://www.federalregister.gov/api/v1/public-inspection-documents/current.json',
      'JSON',
      'public-inspection',
    ],
    ['https://www.gov.uk/government/organisations/hm-treasury.atom', 'Atom', 'govuk'],
    ['https://news.google.com/rss/search?q=tariff', 'RSS', 'google-news'],
    ['https://blog.example/feed/', 'RSS 2.0 (WordPress)', 'wordpress'],
    ['https://example.org/rss', '', 'syndication'],
  ])('%s (%s) is read by %s', (url, format, adapter) => {
    const [feed] = parseCatalogue(`${HEADER}\nx,Test,,${url},${format},official,en,,,`, 'mine.csv');

    expect(feed).toMatchObject({ id: 'x', url, adapter, enabled: true });
  });

  it('needs no more than ids and addresses', () => {
    const [feed] = parseCatalogue('id,url\nmine,https://example.org/rss\n', 'mine.csv');

    expect(feed).toEqual({
      id: 'mine',
      publisher: 'example.org',
      country: null,
      url: 'https://example.org/rss',
      adapter: 'syndication',
      tier: 'authority',
      language: 'en',
      enabled: true,
      rhythmHours: null,
      notes: '',
    });
  });

  it('may say adapter, tier, rhythm and whether it is on', () => {
    const text =
      'id,url,adapter,tier,enabled,rhythm_hours\nmine,https://example.org/rss,dof,customs,no,24\n';

    expect(parseCatalogue(text, 'mine.csv')).toMatchObject([
      { adapter: 'dof', tier: 'customs', enabled: false, rhythmHours: 24 },
    ]);
  });

  it('may have a byte order mark, empty lines and remarks', () => {
    expect(
      parseCatalogue('\ufeffid,url\n\n# mine\na,https://example.org/rss\n', 'mine.csv'),
    ).toHaveLength(1);
  });

  it('with several faults names each by its line, all at once', () => {
    const fault = faultOf(
      [
        'id,url,tier,adapter,country_iso2,enabled,rhythm_hours',
        'a,https://example.org/a,,,,,',
        'b,not an address,,,,,',
        'a,https://example.org/c,royal,unknown,Japan,perhaps,often',
        'd,https://example.org/d',
      ].join('\n'),
    );

    const lines = fault.message.split('\n');
    expect(lines[0]).toBe('The list of feeds has 3 faults:');
    expect(lines[1]).toMatch(/^mine\.csv line 3: "not an address"/);
    expect(lines[2]).toMatch(
      /^mine\.csv line 4: .*unknown.*royal.*Japan.*often.*perhaps.*line 2 already/,
    );
    expect(lines[3]).toMatch(/^mine\.csv line 5: 2 cells where the header has 7/);
    expect(fault.hint).toContain('TARIFFWATCH_FEEDS');
  });

  it.each([
    ['without a needed column', 'id,link\n', /line 1: no column url/],
    ['with quotes that do not close', 'id,url\n"a,https://example.org/\n', /line \d: the quotes/],
    ['that is empty', '', /line 1: no column id, url/],
  ])('%s is refused in words', (_, text, expected) => {
    expect(faultOf(text).message).toMatch(expected);
  });

  it('that is not there is refused with its path', () => {
    expect(() => loadCatalogue('/nowhere/feeds.csv')).toThrow(
      /\/nowhere\/feeds\.csv cannot be read \(ENOENT\)/,
    );
  });

  const shared = resolve(import.meta.dirname, '../../../../shared/data/feeds.csv');
  it.skipIf(!existsSync(shared))('of 135 sources is taken as it is; what failed is off', () => {
    const feeds = loadCatalogue(join(shared));
    const on = (id: string) => feeds.find((feed) => feed.id === id)?.enabled;

    expect(feeds).toHaveLength(135);
    expect([
      on('us-cbp-csms'),
      on('eu-oj-l'),
      on('us-bis'),
      on('cn-mofcom-zh'),
      on('us-fr-json'),
    ]).toEqual([true, true, false, false, false]);
  });
});
