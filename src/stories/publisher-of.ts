// Name and link of a publisher in, its tier and country out, for items that come without a feed (the `stories` verb).
// Feeds of the catalogue carry their tier themselves and never come here. An unknown publisher is press.
import type { FeedTier } from '../domain/feed.ts';
import type { JurisdictionCode } from '../domain/jurisdiction.ts';

export type Publisher = {
  readonly name: string;
  readonly tier: FeedTier;
  readonly country: JurisdictionCode | null;
};

type Official = {
  /** A host and all under it; the first match counts, so the narrow stand before the wide. */
  readonly host: string;
  readonly tier: FeedTier;
  readonly country: JurisdictionCode | null;
};

const OFFICIAL_HOSTS: readonly Official[] = [
  { host: 'federalregister.gov', tier: 'gazette', country: 'US' },
  { host: 'govinfo.gov', tier: 'gazette', country: 'US' },
  { host: 'cbp.gov', tier: 'customs', country: 'US' },
  { host: 'govdelivery.com', tier: 'customs', country: 'US' },
  { host: 'gov', tier: 'authority', country: 'US' },
  { host: 'eur-lex.europa.eu', tier: 'gazette', country: 'EU' },
  { host: 'taxation-customs.ec.europa.eu', tier: 'customs', country: 'EU' },
  { host: 'europa.eu', tier: 'authority', country: 'EU' },
  { host: 'legislation.gov.uk', tier: 'gazette', country: 'GB' },
  { host: 'thegazette.co.uk', tier: 'gazette', country: 'GB' },
  { host: 'gov.uk', tier: 'authority', country: 'GB' },
  { host: 'gazette.gc.ca', tier: 'gazette', country: 'CA' },
  { host: 'cbsa-asfc.gc.ca', tier: 'customs', country: 'CA' },
  { host: 'gc.ca', tier: 'authority', country: 'CA' },
  { host: 'canada.ca', tier: 'authority', country: 'CA' },
  { host: 'pm.gc.ca', tier: 'authority', country: 'CA' },
  { host: 'dof.gob.mx', tier: 'gazette', country: 'MX' },
  { host: 'gob.mx', tier: 'authority', country: 'MX' },
  { host: 'egazette.gov.in', tier: 'gazette', country: 'IN' },
  { host: 'cbic.gov.in', tier: 'customs', country: 'IN' },
  { host: 'gov.in', tier: 'authority', country: 'IN' },
  { host: 'nic.in', tier: 'authority', country: 'IN' },
  { host: 'customs.gov.cn', tier: 'customs', country: 'CN' },
  { host: 'gov.cn', tier: 'authority', country: 'CN' },
  { host: 'customs.go.jp', tier: 'customs', country: 'JP' },
  { host: 'go.jp', tier: 'authority', country: 'JP' },
  { host: 'go.kr', tier: 'authority', country: 'KR' },
  { host: 'in.gov.br', tier: 'gazette', country: 'BR' },
  { host: 'gov.br', tier: 'authority', country: 'BR' },
  { host: 'resmigazete.gov.tr', tier: 'gazette', country: 'TR' },
  { host: 'gov.tr', tier: 'authority', country: 'TR' },
  { host: 'gov.au', tier: 'authority', country: 'AU' },
  { host: 'admin.ch', tier: 'authority', country: 'CH' },
  { host: 'go.id', tier: 'authority', country: 'ID' },
  { host: 'gov.vn', tier: 'authority', country: 'VN' },
  { host: 'gov.ph', tier: 'authority', country: 'PH' },
  { host: 'gov.za', tier: 'authority', country: 'ZA' },
  { host: 'wto.org', tier: 'multilateral', country: null },
];

const HOST = /^https?:\/\/(?:[^/?#@]*@)?([^/:?#]+)/i;

/** Who published, as far as the link's host tells. */
export function publisherOf(name: string | undefined, link: string | undefined): Publisher {
  const host = HOST.exec(link ?? '')?.[1]?.toLowerCase() ?? '';
  const official = OFFICIAL_HOSTS.find((one) => host === one.host || host.endsWith(`.${one.host}`));
  return {
    name: name ?? (host === '' ? 'unknown' : host.replace(/^www\./, '')),
    tier: official?.tier ?? 'press',
    country: official?.country ?? null,
  };
}
