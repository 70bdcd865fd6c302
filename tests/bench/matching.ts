// Matching a story to subscriptions by bitsets against a plain loop over the same filters.
import { explainFilter } from '../../src/delivery/explain-filter.ts';
import { readStoryTerms } from '../../src/delivery/story-terms.ts';
import { createSubscriptionIndex } from '../../src/delivery/subscription-index.ts';
import type { Subscription } from '../../src/domain/subscription.ts';
import { aStory } from '../support/story-builder.ts';
import { median } from './measure.ts';

const CODES = [
  'JP',
  'KR',
  'AU',
  'CN',
  'US',
  'EU',
  'CA',
  'MX',
  'BR',
  'IN',
  'GB',
  'VN',
  'TH',
  'ID',
  'TR',
  'ZA',
  'CH',
  'NO',
];
const GOODS = [
  'steel',
  'aluminium',
  'autos',
  'copper',
  'semiconductors',
  'pharma',
  'agri',
  'textiles',
  'lumber',
  'solar',
];

function subscriptions(count: number): readonly Subscription[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `w${index}`,
    channel: { platform: 'slack', tenantId: 'T', channelId: `C${index}` },
    filter: {
      include: {
        ...(index % 2 === 0 ? { target: [CODES[index % CODES.length] ?? ''] } : {}),
        ...(index % 3 === 0 ? { product: [GOODS[index % GOODS.length] ?? ''] } : {}),
        ...(index % 2 === 1 ? { imposer: [CODES[(index * 5) % CODES.length] ?? ''] } : {}),
      },
      exclude: index % 7 === 0 ? { stage: ['threatened'] } : {},
      countries: [],
    },
    createdBy: 'bench',
    createdAt: 0,
  }));
}

export async function benchMatching(): Promise<void> {
  const story = aStory();
  const terms = readStoryTerms(story);
  const costs = new Map<number, number>();
  for (const count of [10_000, 100_000, 1_000_000]) {
    const all = subscriptions(count);
    const index = createSubscriptionIndex(all);
    const [ours, theirs]: [number[], number[]] = [[], []];
    for (let round = 0; round < 9; round += 1) {
      const a = performance.now();
      const matched = index.match(story).length;
      const b = performance.now();
      if (count <= 100_000) {
        const looped = all.filter(({ filter }) => explainFilter(filter, terms).matches).length;
        if (looped !== matched) throw new Error(`bitsets match ${matched}, the loop ${looped}`);
        theirs.push(performance.now() - b);
      }
      ours.push(b - a);
    }
    costs.set(count, median(ours));
    const ratio =
      theirs.length === 0
        ? ''
        : `, plain loop ${median(theirs).toFixed(2)} ms, ${(median(theirs) / median(ours)).toFixed(0)} times (target at least 50)`;
    console.log(
      `matching one story to ${String(count).padStart(7)} subscriptions  ${median(ours).toFixed(3)} ms${ratio}`,
    );
  }
  const growth = (costs.get(1_000_000) ?? 0) / (costs.get(10_000) ?? 1);
  console.log(
    `growth of matching from 10^4 to 10^6            ${growth.toFixed(0)} times (target at most 100)`,
  );
}
