// The labelled items of the own corpus (tests/corpus/stories) and, where it lies beside the project, of ../shared/corpus;
// and the pair score by which a grouping is judged.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Action, Instrument, Reading, ReadingInput } from '../../../src/domain/reading.ts';
import type { GroupingItem } from '../../../src/stories/group-items.ts';

export type LabelledItem = GroupingItem & {
  readonly story: string;
  readonly family: string;
  /** Stories that the item may just as well be put into. */
  readonly mayJoin: readonly string[];
};

type PlainFacts = {
  readonly imposers: readonly string[];
  readonly targets: readonly string[];
  readonly products: readonly string[];
  readonly rates: readonly number[];
  readonly action: Action;
  readonly effectiveOn: string | null;
  readonly instrument: Instrument | null;
};

type Family = {
  readonly family: string;
  readonly rule: string;
  readonly items: readonly {
    readonly id: string;
    readonly story: string;
    readonly published: string;
    readonly source: string;
    readonly link: string;
    readonly title: string;
    readonly summary: string;
    readonly facts: PlainFacts;
  }[];
};

const OWN = join(import.meta.dirname, '../../corpus/stories');
const SHARED = join(import.meta.dirname, '../../../../shared/corpus/dev.jsonl');

export const hasSharedCorpus = existsSync(SHARED);
if (!hasSharedCorpus) {
  console.log('Stories of the shared corpus: skipped, ../shared/corpus is not present.');
}

export function ownFamilies(): readonly Family[] {
  return readdirSync(OWN)
    .sort()
    .map((file) => JSON.parse(readFileSync(join(OWN, file), 'utf8')) as Family);
}

/** Items of the own corpus with the facts that a faultless reader finds. */
export function ownItems(): readonly LabelledItem[] {
  return ownFamilies().flatMap(({ family, items }) =>
    items.map((item) => ({
      id: item.id,
      story: item.story,
      family,
      mayJoin: [],
      input: {
        title: item.title,
        summary: item.summary,
        sourceName: item.source,
        sourceUrl: item.link,
        published: item.published,
      },
      reading: asReading(item.facts, 'yes'),
    })),
  );
}

/** All items of the shared corpus; those that are no news carry the facts of none. */
export function sharedItems(): readonly LabelledItem[] {
  const lines = readFileSync(SHARED, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => {
    const gold = JSON.parse(line);
    const input: ReadingInput = {
      title: gold.title,
      summary: gold.summary,
      sourceName: gold.source_name,
      sourceUrl: gold.source_url,
      published: gold.published,
      lang: gold.lang,
    };
    const facts: PlainFacts = {
      imposers: gold.imposers,
      targets: gold.targets,
      products: gold.products,
      rates: gold.rates_pct,
      action: gold.action ?? 'other',
      effectiveOn: gold.effective_date,
      instrument: gold.instrument,
    };
    return {
      id: gold.id,
      story: gold.story,
      family: gold.family,
      mayJoin: gold.accept?.story ?? [],
      input,
      reading: asReading(facts, gold.relevant),
    };
  });
}

export type PairScore = {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly pairs: number;
};

/** Pair precision and recall of a grouping, over news items only; pairs that may be either are left out. */
export function scorePairs(
  items: readonly LabelledItem[],
  grouping: readonly { readonly id: string; readonly story: string }[],
): PairScore {
  const keyOf = new Map(grouping.map(({ id, story }) => [id, story]));
  const news = items.filter((item) => item.reading.relevance === 'yes');
  let [together, wanted, right] = [0, 0, 0];
  for (const [at, a] of news.entries()) {
    for (const b of news.slice(at + 1)) {
      const want = a.story === b.story;
      if (!want && (a.mayJoin.includes(b.story) || b.mayJoin.includes(a.story))) continue;
      const got = keyOf.get(a.id) === keyOf.get(b.id);
      wanted += want ? 1 : 0;
      together += got ? 1 : 0;
      right += want && got ? 1 : 0;
    }
  }
  const precision = together === 0 ? 1 : right / together;
  const recall = wanted === 0 ? 1 : right / wanted;
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall), pairs: wanted };
}

function asReading(facts: PlainFacts, relevance: Reading['relevance']): Reading {
  const evidence = { field: 'title', start: 0, end: 0, quote: '', rule: 'label' } as const;
  const fact = <T>(value: T) => ({ value, evidence });
  return {
    relevance,
    reason: 'labelled',
    imposers: facts.imposers.map(fact),
    targets: facts.targets.map(fact),
    exempted: [],
    products: facts.products.map(fact),
    rates: facts.rates.map((rate) => ({ ...fact(rate), kind: 'unstated' })),
    oldRates: [],
    action: facts.action,
    actionEvidence: null,
    effectiveDate: facts.effectiveOn === null ? null : fact(facts.effectiveOn),
    endDate: null,
    instrument: facts.instrument === null ? null : fact(facts.instrument),
    quotaTonnes: [],
    stage: null,
    relief: null,
    furtherSteps: [],
    origin: null,
    titleOnly: false,
  };
}
