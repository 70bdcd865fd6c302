// A clue and the two items it was found in, what it saw in words out ("JP+KR, JP"). Asked for the few pairs that a reason names;
// those that are only weighed are never worded.
import type { StorySource } from '../domain/story.ts';
import type { ClueName } from './clue.ts';
import { telling } from './compare-texts.ts';
import { publishedApart } from './publication-day.ts';
import { sharedNotice, sharedThings, type ThingKind } from './story-words.ts';

type Seen = (left: StorySource, right: StorySource) => string;

const imposers: Seen = (left, right) => lists(left.facts.imposers, right.facts.imposers);
const targets: Seen = (left, right) => lists(left.facts.targets, right.facts.targets);
const products: Seen = (left, right) => lists(left.facts.products, right.facts.products);
const rates: Seen = (...pair) =>
  pair.map(({ facts }) => facts.rates.map((r) => `${r.pct}%`).join('+')).join(', ');
const actions: Seen = (...pair) => pair.map(({ facts }) => facts.action).join(', ');
const instrument: Seen = (left) => left.facts.instrument ?? '';
const instruments: Seen = (...pair) => pair.map(({ facts }) => facts.instrument).join(', ');
const start: Seen = (left) => left.facts.effectiveOn ?? '';
const starts: Seen = (...pair) => pair.map(({ facts }) => facts.effectiveOn).join(', ');
const ends: Seen = (...pair) => pair.map(({ facts }) => facts.endsOn).join(', ');
const gap: Seen = (left, right) => `${publishedApart(left, right)} days`;
const notice: Seen = (left, right) => sharedNotice(left.words, right.words) ?? '';
const likeness: Seen = (left, right) => `${Math.round(telling(left, right) * 100)}%`;

/** What each clue saw; the rest say it by their names. */
const SEEN: Readonly<Partial<Record<ClueName, Seen>>> = {
  'same imposer': imposers,
  'imposers overlap': imposers,
  'imposer known to one': imposers,
  'imposer may differ': imposers,
  'told by who is hit': imposers,
  'different imposers': imposers,
  'two sides of a bargain': imposers,
  'two sides of a deal': imposers,

  'same target': targets,
  'targets overlap': targets,
  'every origin, some named': targets,
  'every origin, some meant': targets,
  'every origin against some': targets,
  'target known to one': targets,
  'one list of countries': targets,
  'different targets': targets,

  'same product': products,
  'products overlap': products,
  'goods of one untold': products,
  'all goods against some': products,
  'product may differ': products,
  'goods of other names': products,
  'two goods of one group': products,
  'product known to one': products,
  'different products': products,

  'same uncommon rate': rates,
  'same rate': rates,
  'rate known to one': rates,
  'raised from the rate of the other': rates,
  'different rates': rates,
  'new rate of one is old to the other': rates,

  'same rare step': actions,
  'same step': actions,
  'kindred step': actions,
  'step not named': actions,
  'step may differ': actions,
  'later step': actions,
  'different step': actions,
  'request and answer': actions,
  'opposite steps': actions,
  'plan and its end': actions,
  'one called off': actions,
  'both called off': actions,

  'same instrument': instrument,
  'different instruments': instruments,
  'same effective date': start,
  'effective dates close': starts,
  'different effective dates': starts,
  'same end date': ends,
  'different end dates': ends,

  'published within a day': gap,
  'published within 3 days': gap,
  'published within a week': gap,
  'published within two weeks': gap,
  'published within a month': gap,
  'published within two months': gap,
  'told again within 3 days': gap,
  'told again within a week': gap,
  'told again within two weeks': gap,
  'told again within two months': gap,

  'updates its message': notice,
  'same countries named': things('country'),
  'same products named': things('product'),
  'same percentages named': things('percentage'),
  'telling words shared': likeness,
  'no telling word shared': likeness,
};

/** What a clue saw in two items, in words; empty when its name says it. */
export function seenBy(name: ClueName, left: StorySource, right: StorySource): string {
  return SEEN[name]?.(left, right) ?? '';
}

function lists(left: readonly string[], right: readonly string[]): string {
  return [left, right].map((values) => values.join('+') || 'none').join(', ');
}

function things(kind: ThingKind): Seen {
  return (left, right) => sharedThings(kind, left.words, right.words)?.shared.join('+') ?? '';
}
