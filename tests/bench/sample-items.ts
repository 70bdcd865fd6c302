// Items of about 1 KB for the bench, in our own words, and the same items as a feed document.
export type BenchItem = {
  /** Its own among all items of the bench. */
  readonly number: number;
  readonly title: string;
  readonly summary: string;
  readonly published: string;
};

const COUNTRIES = [
  'Japan',
  'South Korea',
  'Australia',
  'Brazil',
  'India',
  'Canada',
  'Mexico',
  'Vietnam',
];
const GOODS = [
  'steel',
  'aluminium',
  'cars',
  'car parts',
  'copper',
  'semiconductors',
  'furniture',
  'timber',
];

/** `count` items, each different, a third of them no tariff news. */
export function benchItems(count: number): readonly BenchItem[] {
  return Array.from({ length: count }, (_, index) => {
    const country = COUNTRIES[index % COUNTRIES.length] ?? '';
    const goods = GOODS[Math.floor(index / COUNTRIES.length) % GOODS.length] ?? '';
    const rate = 5 + ((index * 7) % 90);
    const published = new Date(
      Date.UTC(2025, index % 12, 1 + (index % 27), index % 24),
    ).toISOString();
    if (index % 3 === 2) {
      return {
        number: index,
        title: `${country} central bank holds rates as ${goods} makers report a quiet quarter (no. ${index})`,
        summary: filler(
          `Output of ${goods} in ${country} rose ${rate} percent, the statistics office said.`,
        ),
        published,
      };
    }
    return {
      number: index,
      title: `United States to impose ${rate}% tariff on ${goods} from ${country} (no. ${index})`,
      summary: filler(
        `The White House said on Monday that an additional duty of ${rate} percent on ${goods} from ${country} will take effect on March ${1 + (index % 27)}, 2025, under Section 232. The government of ${country} asked to be exempted.`,
      ),
      published,
    };
  });
}

function filler(start: string): string {
  const more =
    ' Officials in the capital said that talks would go on next week. Importers were told to check their entries and to keep the papers of origin at hand, a spokesperson added. Companies warned of higher prices for customers, and a trade group asked for more time before any change.';
  return `${start}${more}${more}`.slice(0, 900);
}

/** The items as an RSS 2.0 document. */
export function benchFeed(items: readonly BenchItem[]): string {
  const body = items
    .map(
      ({ number, title, summary, published }) =>
        `<item><title>${title}</title><link>https://news.example/${number}</link><guid>item-${number}</guid><pubDate>${new Date(published).toUTCString()}</pubDate><description>${summary}</description></item>`,
    )
    .join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>Bench</title><link>https://news.example/</link><description>Bench</description>\n${body}\n</channel></rss>\n`;
}
