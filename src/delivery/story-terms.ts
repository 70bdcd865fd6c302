// What a story offers to filters: for each attribute the filter values that include it and those that exclude it.
// Every rule of reach (a bloc and its members, every origin, all goods) is here once, so that the plain evaluation and
// the bitset index cannot disagree about it.
import type { JurisdictionCode } from '../domain/jurisdiction.ts';
import type { Story } from '../domain/story.ts';
import { leadingStage } from '../domain/story-stage.ts';
import { FILTER_KEYS, type FilterKey } from '../domain/subscription.ts';
import { productGroups } from '../reference/product-names.ts';
import { blocMembers, blocsOf } from './blocs.ts';

/** The product of a story that names no goods in particular, and of one that hits everything. */
const ALL_GOODS = 'all-goods';

/** The keys of a filter, and `countries` for the bare country words. */
export type FilterAttribute = FilterKey | 'countries';

export const FILTER_ATTRIBUTES: readonly FilterAttribute[] = ['countries', ...FILTER_KEYS];

export type AttributeTerms = {
  /** A filter that names one of these takes the story. */
  readonly includes: readonly string[];
  /** When not null, a filter that names any value outside this list takes it too (every origin, all goods). */
  readonly everyValueExcept: readonly string[] | null;
  /** For each value of the story the filter values that cover it; an exclusion has to cover every one of them. */
  readonly excludes: readonly (readonly string[])[];
};

export type StoryTerms = { readonly [attribute in FilterAttribute]: AttributeTerms };

/** What filters are compared with. The same story gives the same terms; order carries no meaning. */
export function readStoryTerms(story: Story): StoryTerms {
  const sources = story.sources.map((source) => [source.feedId, source.tier as string]);
  return {
    countries: countryTerms(story),
    imposer: exact(reachOf(story.imposers), story.imposers.map(coverOf)),
    target: targetTerms(story),
    product: productTerms(story.products),
    stage: single(leadingStage(story)),
    action: single(story.action),
    rung: single(story.rung),
    source: exact([...new Set(sources.flat())], sources),
  };
}

function exact(
  includes: readonly string[],
  excludes: readonly (readonly string[])[],
): AttributeTerms {
  return { includes, everyValueExcept: null, excludes };
}

function single(value: string | null): AttributeTerms {
  return value === null ? exact([], []) : exact([value], [[value]]);
}

// A country spared by name is news for those who watch that country, though it is no target.
function countryTerms(story: Story): AttributeTerms {
  const named = [...story.imposers, ...story.targets, ...story.exempted];
  const everyOrigin = story.targets.includes('WORLD');
  return {
    includes: reachOf(named),
    everyValueExcept: everyOrigin ? [] : null,
    excludes: named.map(coverOf),
  };
}

function targetTerms(story: Story): AttributeTerms {
  const includes = reachOf(story.targets);
  // "Every origin" is neither the imposer itself nor a country spared by name.
  const spared = new Set(
    [...story.imposers, ...story.exempted].flatMap((code) => [code, ...blocMembers(code)]),
  );
  const except = [...spared].filter((code) => !includes.includes(code));
  return {
    includes,
    everyValueExcept: story.targets.includes('WORLD') ? except : null,
    excludes: story.targets.map(coverOf),
  };
}

function productTerms(products: readonly string[]): AttributeTerms {
  return {
    includes: [...new Set(products.flatMap((slug) => reachOfProduct(slug).reached))],
    everyValueExcept: products.includes(ALL_GOODS) ? [] : null,
    excludes: products.map(coverOfProduct),
  };
}

/** What a value of a story means for filters: the values that include it, and those that cover it in an exclusion. */
type Reach = { readonly reached: readonly string[]; readonly covers: readonly string[] };

// The tables behind these do not change while the program runs, and every story asks for the same few values.
const countryReach = new Map<JurisdictionCode, Reach>();
const productReach = new Map<string, Reach>();

/** Unknown products come from texts, so their number has no bound of its own. */
const KEPT_PRODUCTS = 2_000;

function reachOf(codes: readonly JurisdictionCode[]): readonly JurisdictionCode[] {
  return [...new Set(codes.flatMap((code) => reachOfCountry(code).reached))];
}

function coverOf(code: JurisdictionCode): readonly JurisdictionCode[] {
  return reachOfCountry(code).covers;
}

/**
 * A bloc's act reaches its members, and a member's act is news for who watches the bloc. Excluding a bloc excludes its
 * members; excluding a member does not exclude the bloc.
 */
function reachOfCountry(code: JurisdictionCode): Reach {
  const known = countryReach.get(code);
  if (known !== undefined) return known;
  const covers = [code, ...blocsOf(code)];
  const reach = { covers, reached: [...covers, ...blocMembers(code)] };
  countryReach.set(code, reach);
  return reach;
}

function coverOfProduct(printed: string): readonly string[] {
  return reachOfProduct(printed).covers;
}

function reachOfProduct(printed: string): Reach {
  const known = productReach.get(printed);
  if (known !== undefined) return known;
  if (productReach.size >= KEPT_PRODUCTS) productReach.clear();
  const covers = coveringNames(printed);
  const reach = { covers, reached: [...covers, ...narrowerGroups(printed, covers)] };
  productReach.set(printed, reach);
  return reach;
}

// What a filter may call a product of a story: its printed name, the groups that print it so, and the groups above them.
// The group of all goods is left out: a filter that names it asks for duties on everything.
function coveringNames(printed: string): readonly string[] {
  const slugs = [...productGroups().values()]
    .filter((group) => group.printed === printed || group.slug === printed)
    .map((group) => group.slug);
  const above = slugs.flatMap((slug) => ancestorsOf(slug));
  const colon = printed.indexOf(':');
  const wider = colon > 0 && !printed.startsWith('other:') ? [printed.slice(0, colon)] : [];
  return [...new Set([printed, ...slugs, ...wider, ...above])];
}

// A step on a wide group (metals, cars) hits the narrower ones in it (steel, electric vehicles).
function narrowerGroups(printed: string, covers: readonly string[]): readonly string[] {
  const own = new Set(covers.filter((slug) => productGroups().get(slug)?.printed === printed));
  return [...productGroups().values()]
    .filter((group) => ancestorsOf(group.slug).some((slug) => own.has(slug)))
    .map((group) => group.slug);
}

function ancestorsOf(slug: string): readonly string[] {
  const found: string[] = [];
  let parent = productGroups().get(slug)?.parent ?? null;
  while (parent !== null && parent !== ALL_GOODS) {
    found.push(parent);
    parent = productGroups().get(parent)?.parent ?? null;
  }
  return found;
}
