// The feed of the fault suite: numbered announcements, each a step of its own, with a number in its link by which a post is
// known again. In: how many were published. Out: an RSS document.

const OLD_ITEMS = 30;
/** As many announcements as one document shows; no row publishes more between two polls. */
const WINDOW = 40;
/** Countries times goods are more than any row publishes: a pair that comes twice would be a new rate of one story. */
const COUNTRIES = [
  'Japan',
  'South Korea',
  'Australia',
  'Brazil',
  'India',
  'Vietnam',
  'Thailand',
  'Malaysia',
  'Indonesia',
  'Norway',
  'Switzerland',
  'Turkey',
  'South Africa',
  'Serbia',
  'Ukraine',
  'Morocco',
  'Egypt',
  'Kazakhstan',
  'New Zealand',
  'Peru',
  'Colombia',
  'Chile',
  'Argentina',
  'Israel',
  'Bangladesh',
  'Pakistan',
  'Philippines',
  'Taiwan',
  'Canada',
  'Mexico',
];
/** No divisor in common with the countries: two announcements of one country at one rate may be told as one step. */
const RATES = 89;
const GOODS = ['steel', 'aluminum', 'copper', 'lumber', 'furniture', 'semiconductors', 'trucks'];

/** Old items that were there from the start, and `published` announcements, the newest first. */
export function feedDocument(published: number): string {
  const day = (number: number): string => new Date(Date.now() - number * 60_000).toUTCString();
  const announcements = Array.from(
    { length: Math.min(published, WINDOW) },
    (_, index) => published - index,
  ).map((number) => {
    const country = COUNTRIES[number % COUNTRIES.length];
    const goods = GOODS[Math.floor(number / COUNTRIES.length) % GOODS.length];
    const rate = 10 + (number % RATES);
    return item(
      `United States imposes ${rate}% tariff on ${goods} from ${country}`,
      `The United States will impose an additional ${rate}% tariff on imports of ${goods} from ${country}.`,
      `n-${number}-`,
      day(0),
    );
  });
  const old = Array.from({ length: OLD_ITEMS }, (_, index) =>
    item(
      `Staff notice ${index}`,
      'The office is closed on Monday.',
      `old-${index}-`,
      day(index + 99),
    ),
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Announcements</title>
    <link>https://example.org/</link>${[...announcements, ...old].join('')}</channel></rss>`;
}

function item(title: string, text: string, slug: string, date: string): string {
  return `<item><title>${title}</title><link>https://example.org/${slug}</link><guid>${slug}</guid>
    <description>${text}</description><pubDate>${date}</pubDate></item>`;
}
