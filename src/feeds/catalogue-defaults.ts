// What a catalogue row does not say, derived from what it says. Operators write an address and little else; the rules
// here are the same for loopback copies of a source and for the source itself.
import type { FeedTier } from '../domain/feed.ts';
import type { CatalogueRow } from './catalogue-row.ts';

const ADAPTER_RULES: readonly (readonly [RegExp, string])[] = [
  [/public-inspection/i, 'public-inspection'],
  [/federalregister\.gov|\/fr\/documents\.|\bfederal register\b/i, 'federal-register'],
  [/USDHSCBP|csms/i, 'csms'],
  [/\/\/www\.gov\.uk\//i, 'govuk'],
  [/presscorner|press corner/i, 'eu-press'],
  [/eur-lex/i, 'eur-lex'],
  [/api\.io\.canada\.ca|canada news/i, 'canada-news'],
  [/dof\.gob\.mx/i, 'dof'],
  [/news\.google\.com/i, 'google-news'],
  [/wordpress/i, 'wordpress'],
];

/** Key of the adapter table; `syndication` where nothing tells, which then goes by what the document itself shows. */
export function adapterFor(row: CatalogueRow): string {
  const words = `${row.url} ${row.format} ${row.publisher}`;
  return ADAPTER_RULES.find(([pattern]) => pattern.test(words))?.[1] ?? 'syndication';
}

const GAZETTE =
  /federal register|federalregister|\/fr\/|official journal|eur-lex|gazette|diario oficial|dof\.gob/i;
const CUSTOMS = /csms|\bcbp\b|customs|border|\bhmrc\b|revenue/i;

/** How near the publisher stands to the law, from its kind and name. */
export function tierFor(row: CatalogueRow): FeedTier {
  const words = `${row.publisher} ${row.url}`;
  if (/multilateral/i.test(row.kind)) return 'multilateral';
  if (/wire|agency/i.test(row.kind)) return 'wire';
  if (/news|press|media/i.test(row.kind)) return 'press';
  if (GAZETTE.test(words)) return 'gazette';
  if (CUSTOMS.test(words)) return 'customs';
  return /official/i.test(row.kind) || row.kind === '' ? 'authority' : 'press';
}

/** Seats of multilateral bodies and editions of world press are no countries of a publisher. */
export function countryFor(row: CatalogueRow): string | null {
  const isWorld = /multilateral/i.test(row.kind) || row.url.includes('news.google.com');
  return isWorld || row.country_iso2 === '' ? null : row.country_iso2;
}

const UNUSABLE = /status=(?:blocked|dead|no-feed|unverified|config-only|source-or-docs)/;

/** May it be polled without being told so? Not pages, not addresses with gaps to fill, not what was seen to fail. */
export function isPollable(row: CatalogueRow): boolean {
  return (
    !/^html/i.test(row.format) &&
    !/\(POST\)|YYYY|<[a-z]+>|\.\.(?:&|$)/i.test(row.url) &&
    !UNUSABLE.test(row.notes)
  );
}
