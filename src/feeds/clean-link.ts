// Links made comparable: the same page under http or https, with tracking parameters or a session mark, is one text.
// For comparing only; what is shown and opened is the link as the feed gave it.
import { withoutEnd } from '../domain/without-end.ts';

/** Names of parameters that say where a reader came from, never what is read. */
const TRACKING_NAMES = new Set(
  `fbclid gclid gclsrc dclid gbraid wbraid msclkid twclid yclid ysclid igshid igsh mc_cid mc_eid mkt_tok _hsenc _hsmi
   hsctatracking vero_id vero_conv oly_anon_id oly_enc_id rb_clickid s_cid soc_src soc_trk wt_mc wtmc ncid cmpid
   campaign_id ref_src ref_url sref smid smtyp ito ocid cid icid xtor mbid partner ftag guccounter guce_referrer
   guce_referrer_sig _openstat at_medium at_campaign at_custom1 at_custom2 at_custom3 at_custom4 at_link_type
   at_link_origin at_link_id at_format at_ptr_name at_bbc_team at_campaign_type traffic_source rss source_rss feed_id
   phpsessid jsessionid sessionid`.split(/\s+/),
);
const TRACKING_PREFIX = /^(?:utm_|pk_|piwik_|mtm_|matomo_|hsa_|itm_|trk_|spm$|__s$|_ga$|_gl$)/;

function isTracking(name: string): boolean {
  const lower = name.toLowerCase();
  return TRACKING_NAMES.has(lower) || TRACKING_PREFIX.test(lower);
}

function sortedQuery(url: URL): string {
  const pairs = [...url.searchParams].filter(([name]) => !isTracking(name));
  pairs.sort(([a, x], [b, y]) => (a === b ? compare(x, y) : compare(a, b)));
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * The comparable form of a link: no scheme, `www.`, fragment, tracking or session parameters; parameters in order.
 *
 * @returns null for what is no http(s) link
 */
export function cleanLink(link: string): string | null {
  if (!URL.canParse(link)) return null;
  const url = new URL(link);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  const port = url.port === '80' || url.port === '443' ? '' : url.port;
  const host = `${url.hostname.replace(/^www\./, '')}${port === '' ? '' : `:${port}`}`;
  const path = withoutEnd(withoutSession(url.pathname), '/');
  return `${host}${path}${sortedQuery(url)}`;
}

function withoutSession(path: string): string {
  const at = path.toLowerCase().indexOf(';jsessionid=', path.lastIndexOf('/'));
  return at === -1 ? path : path.slice(0, at);
}

/** True when a link names one page rather than a whole site: a path of two parts, a number in it, or a query. */
export function isSpecificLink(cleaned: string): boolean {
  const [place = '', query] = cleaned.split('?');
  const parts = place.split('/').slice(1);
  return query !== undefined || parts.length > 1 || /\d/.test(parts.join('/'));
}
