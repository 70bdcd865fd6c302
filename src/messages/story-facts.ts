// The facts of a story as label and words, in one order, so that an alert, an edit, a change and a correction cannot tell
// them differently. Unknown facts are said to be unknown where a reader would miss them, and left out elsewhere.
import type { Story, StoryFacts, StorySource } from '../domain/story.ts';
import { countryNames, productNames } from './names.ts';
import {
  headlineWords,
  lawDayWords,
  RUNG_WORDING,
  ratesWords,
  stageMeaning,
  tonnesWords,
} from './wording.ts';

export type FactLine = { readonly label: string; readonly value: string };

/** One fact that differs between two versions of a story. `before` or `after` is null when it was not known. */
export type FactChange = {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** `United States → Japan, steel, 25% → 50% additional`, with what is unknown left out. */
export function whoWhatWords(story: StoryFacts): string {
  if (story.relief !== null) return reliefWords(story);
  const imposers = countryNames(story.imposers);
  const targets = countryNames(story.targets);
  const parts = [partiesWords(imposers, targets), productNames(story.products), ratesWords(story)];
  return parts.filter((part) => part !== '').join(', ');
}

function partiesWords(imposers: string, targets: string): string {
  if (imposers === '' && targets === '') return '';
  if (imposers === '') return `on ${targets}`;
  return targets === '' ? imposers : `${imposers} → ${targets}`;
}

// Who asks or is relieved comes first, and the duty stands as what it is relief from: `Japan, from the United States duty
// of 25% on steel`.
function reliefWords(story: StoryFacts): string {
  const targets = countryNames(story.targets);
  const imposers = countryNames(story.imposers);
  const rates = ratesWords({ rates: story.rates, oldRates: [] });
  const products = productNames(story.products);
  if (imposers === '') return [targets, products].filter((part) => part !== '').join(', ');
  const of = rates === '' ? '' : ` of ${rates}`;
  const on = products === '' ? '' : ` on ${products}`;
  const duty = `from the ${imposers} duty${of}${on}`;
  return targets === '' ? duty : `${targets}, ${duty}`;
}

/** First line of a story: the stage's own word, then who, on whom, what and how much. */
export function headlineOf(story: Story): string {
  const what = whoWhatWords(withOldRatesOfAll(story));
  return `${headlineWords(story)}: ${what === '' ? story.title : what}`;
}

// "From 10%", said of aluminium alone, is not what steel and aluminium paid before.
function withOldRatesOfAll(story: Story): Story {
  const isOfAll = ({ facts }: StorySource): boolean =>
    facts.products.length === 0 ||
    facts.products.includes('all-goods') ||
    story.products.every((product) => facts.products.includes(product));
  const oldRates = story.oldRates.filter((pct) => {
    const stating = story.sources.filter(({ facts }) => facts.oldRates.includes(pct));
    return stating.length === 0 || stating.some(isOfAll);
  });
  return { ...story, oldRates };
}

/** The dates of a story; says when the first day is not known. */
export function datesWords(story: StoryFacts): string {
  const parts: string[] = [];
  if (story.effectiveOn !== null) {
    parts.push(`from ${lawDayWords(story.effectiveOn, story.imposers)}`);
  }
  if (story.endsOn !== null) parts.push(`until ${lawDayWords(story.endsOn, story.imposers)}`);
  return parts.join(' ');
}

/** Every fact worth a line of its own, best known first. */
export function factLines(story: Story): readonly FactLine[] {
  const lines: (FactLine | null)[] = [
    { label: 'Stage', value: `${headlineWords(story)} (${stageMeaning(story)})` },
    line('Rate', ratesLine(withOldRatesOfAll(story))),
    line('Dates', datesWords(story) || (hasOwnDate(story) ? 'not stated' : '')),
    line('Spared by name', countryNames(story.exempted)),
    line('Quota', quotaWords(story.quotaTonnes)),
    line('Legal ground', story.instrument ?? ''),
    { label: 'Evidence', value: RUNG_WORDING[story.rung] },
  ];
  return lines.filter((entry) => entry !== null);
}

// A request has no day of its own; a missing date is worth a word only where one is to be expected.
function hasOwnDate(story: StoryFacts): boolean {
  return story.relief === null || story.relief === 'granted' || story.relief === 'lapsed';
}

function line(label: string, value: string): FactLine | null {
  return value === '' ? null : { label, value };
}

function ratesLine(story: StoryFacts): string {
  const words = ratesWords(story);
  const unstated = story.rates.some((rate) => rate.kind === 'unstated');
  if (words === '') return 'not stated';
  return unstated ? `${words} (the text does not say what it comes on top of)` : words;
}

// A change has an arrow of its own from the old rate to the new one.
function newRatesWords(story: StoryFacts): string {
  return ratesWords({ ...story, oldRates: [] });
}

function quotaWords(tonnes: readonly number[]): string {
  return tonnes.map(tonnesWords).join(', ');
}

/** What a reader would see differently between two versions, in the order of `factLines`. */
export function factChanges(before: StoryFacts, after: StoryFacts): readonly FactChange[] {
  const pairs: readonly [string, string, string][] = [
    ['Stage', headlineWords(before), headlineWords(after)],
    ['Rate', newRatesWords(before), newRatesWords(after)],
    ['Dates', datesWords(before), datesWords(after)],
    ['Imposed by', countryNames(before.imposers), countryNames(after.imposers)],
    ['On', countryNames(before.targets), countryNames(after.targets)],
    ['Spared by name', countryNames(before.exempted), countryNames(after.exempted)],
    ['Products', productNames(before.products), productNames(after.products)],
    ['Quota', quotaWords(before.quotaTonnes), quotaWords(after.quotaTonnes)],
    ['Legal ground', before.instrument ?? '', after.instrument ?? ''],
  ];
  return pairs
    .filter(([, old, fresh]) => old !== fresh)
    .map(([label, old, fresh]) => ({ label, before: old || null, after: fresh || null }));
}
