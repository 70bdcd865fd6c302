// Which measures reach which goods: the hierarchy of product scopes from scope-links.csv. In: a scope, who imposes, the
// origin and the day. Out: the scopes whose measures reach it, and how surely. It knows no rates and no measures.
import { type Day, isDay } from '../domain/day.ts';
import type { JurisdictionCode, OriginSet } from '../domain/jurisdiction.ts';
import { DataFileError, readDataRows } from './data-file.ts';
import { hasOrigin, parseOriginSet } from './origins.ts';

const LINKS_FILE = 'scope-links.csv';
export const ALL_GOODS = 'all-goods';
const ANY_SCOPE = '*';

/** `is`: always; `alone`: while no measure names the goods themselves; `may`: a part of them, or on a condition. */
export const SCOPE_RELATIONS = ['is', 'alone', 'may'] as const;
export type ScopeRelation = (typeof SCOPE_RELATIONS)[number];

export type ScopeLink = {
  readonly line: number;
  readonly scope: string;
  readonly coveredBy: string;
  readonly relation: ScopeRelation;
  readonly imposer: JurisdictionCode | null;
  readonly origins: OriginSet;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly why: string;
};

/** For whom and when a link is asked. */
export type ScopeQuestion = {
  readonly imposer: JurisdictionCode;
  readonly origin: JurisdictionCode;
  readonly on: Day;
};

/** Scopes with their distance from the asked one: 0 itself, 1 what covers it, and so on. */
export type Covering = ReadonlyMap<string, number>;

type LinkIndex = {
  readonly links: readonly ScopeLink[];
  readonly byScope: ReadonlyMap<string, readonly ScopeLink[]>;
  readonly byCover: ReadonlyMap<string, readonly ScopeLink[]>;
};

let index: LinkIndex | undefined;

/** All links in the order of the file. Throws DataFileError naming file and line. */
export function scopeLinks(): readonly ScopeLink[] {
  return linkIndex().links;
}

/** The scope itself and everything that always covers it, nearest first; `all-goods` is not among them. */
export function coveringScopes(scope: string, question: ScopeQuestion): Covering {
  const found = new Map<string, number>([[scope, 0]]);
  for (const [reached, depth] of found) {
    for (const next of directCovers(reached, question)) {
      if (!found.has(next)) found.set(next, depth + 1);
    }
  }
  return found;
}

/** Scopes that count while no measure names the goods themselves. */
export function loneCovers(scope: string, question: ScopeQuestion): readonly string[] {
  return linksOf(scope).flatMap((link) =>
    link.relation === 'alone' && holds(link, question) ? [link.coveredBy] : [],
  );
}

/**
 * Whether goods of this origin can be on the scope at all. Some laws name goods by where they come from ("steel of partners
 * without an agreement"); whoever is in none of those groups is not touched by them.
 */
export function canHoldOrigin(scope: string, { imposer, origin, on }: ScopeQuestion): boolean {
  const links = (linkIndex().byCover.get(scope) ?? []).filter(
    (link) => link.imposer === null || link.imposer === imposer,
  );
  return links.length === 0 || links.some((link) => hasOrigin(link.origins, origin, on));
}

/** A scope that reaches a part of the goods, and why. `isForAnyGoods`: the link speaks of all goods, not of these. */
export type PartialScope = {
  readonly scope: string;
  readonly why: string;
  readonly isForAnyGoods: boolean;
};

/** Scopes that reach a part of the goods or need a condition; narrower scopes are among them. */
export function partialScopes(scope: string, question: ScopeQuestion): readonly PartialScope[] {
  const found = new Map<string, PartialScope>();
  const add = (name: string, why: string, isForAnyGoods: boolean) => {
    if (name !== scope && !found.has(name)) found.set(name, { scope: name, why, isForAnyGoods });
  };
  for (const link of linksOf(scope)) {
    if (link.relation !== 'is' && holds(link, question)) add(link.coveredBy, link.why, false);
  }
  for (const link of linkIndex().byCover.get(scope) ?? []) {
    if (link.relation === 'is' && holds(link, question)) add(link.scope, link.why, false);
  }
  for (const link of linksOf(ANY_SCOPE)) {
    if (holds(link, question)) add(link.coveredBy, link.why, true);
  }
  return [...found.values()];
}

/** The slug before the colon, or null when there is none. */
export function baseScope(scope: string): string | null {
  const colon = scope.indexOf(':');
  return colon < 0 ? null : scope.slice(0, colon);
}

function directCovers(scope: string, question: ScopeQuestion): readonly string[] {
  const base = baseScope(scope);
  const linked = linksOf(scope).flatMap((link) =>
    link.relation === 'is' && holds(link, question) ? [link.coveredBy] : [],
  );
  return base === null ? linked : [base, ...linked];
}

function linksOf(scope: string): readonly ScopeLink[] {
  return linkIndex().byScope.get(scope) ?? [];
}

function holds(link: ScopeLink, question: ScopeQuestion): boolean {
  return (
    (link.imposer === null || link.imposer === question.imposer) &&
    (link.from === null || link.from <= question.on) &&
    (link.to === null || question.on <= link.to) &&
    hasOrigin(link.origins, question.origin, question.on)
  );
}

function linkIndex(): LinkIndex {
  index ??= indexLinks(readLinks());
  return index;
}

function indexLinks(links: readonly ScopeLink[]): LinkIndex {
  return {
    links,
    byScope: groupLinks(links, (link) => link.scope),
    byCover: groupLinks(links, (link) => link.coveredBy),
  };
}

function groupLinks(
  links: readonly ScopeLink[],
  keyOf: (link: ScopeLink) => string,
): ReadonlyMap<string, readonly ScopeLink[]> {
  const groups = new Map<string, ScopeLink[]>();
  for (const link of links) {
    const group = groups.get(keyOf(link));
    if (group === undefined) groups.set(keyOf(link), [link]);
    else group.push(link);
  }
  return groups;
}

function readLinks(): readonly ScopeLink[] {
  const columns = [
    'scope',
    'covered_by',
    'relation',
    'imposer',
    'origins',
    'from',
    'to',
    'why',
  ] as const;
  return readDataRows(LINKS_FILE, columns).map(({ line, cells }) => {
    const relation = SCOPE_RELATIONS.find((known) => known === cells.relation);
    if (relation === undefined) {
      throw new DataFileError(LINKS_FILE, line, `unknown relation ${cells.relation}`);
    }
    if (![cells.from, cells.to].every((day) => day === '' || isDay(day))) {
      throw new DataFileError(LINKS_FILE, line, 'from and to are days or empty');
    }
    if (cells.why === '') throw new DataFileError(LINKS_FILE, line, 'a link needs a reason');
    return {
      line,
      scope: cells.scope,
      coveredBy: cells.covered_by,
      relation,
      imposer: cells.imposer || null,
      origins: parseOriginSet(LINKS_FILE, line, cells.origins),
      from: cells.from || null,
      to: cells.to || null,
      why: cells.why,
    };
  });
}
