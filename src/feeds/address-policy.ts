// Decides whether a feed may be fetched from a URL and whether an address may be dialled. In: text. Out: a verdict in
// words. It opens nothing and resolves nothing; the connector asks it again for every address and every redirect hop.
import ipaddr from 'ipaddr.js';

/** `ok` false: why not, in words a user understands, with a stable code. */
export type Verdict =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: string; readonly reason: string };

/** A URL that may be asked, or why not. */
export type UrlVerdict =
  | { readonly ok: true; readonly url: URL; readonly isAllowListed: boolean }
  | { readonly ok: false; readonly code: string; readonly reason: string };

const ALLOWED: Verdict = { ok: true };
const PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };

/** Public by its range, yet the host agent of a large cloud: it hands out machine credentials. */
const CLOUD_HOST_ADDRESS = '168.63.129.16';

/** Ranges that ipaddr.js calls unicast although they never reach the public internet (RFC 4291, RFC 6052, RFC 3879). */
const NON_PUBLIC_IPV6: readonly [string, number][] = [
  ['::', 96],
  ['fec0::', 10],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
];

function isInNonPublicIpv6(address: ipaddr.IPv6): boolean {
  return NON_PUBLIC_IPV6.some(([range, bits]) => address.match(ipaddr.IPv6.parse(range), bits));
}

/**
 * May this IP address be dialled? Only public unicast addresses may; IPv4 inside IPv6 is unwrapped first.
 *
 * @param address an IPv4 or IPv6 address in any spelling that a resolver or socket gives, zone index included
 * @param own addresses of this machine, refused too
 */
export function checkAddress(address: string, own: readonly string[] = []): Verdict {
  const refused = (what: string): Verdict => ({
    ok: false,
    code: 'refused-address',
    reason: `The address ${address} is ${what}; feeds are read from public addresses only.`,
  });
  const [bare = ''] = address.replace(/^\[|\]$/g, '').split('%', 1);
  if (!ipaddr.isValid(bare)) return refused('not an IP address');
  const parsed = ipaddr.process(bare);
  const range = parsed.range();
  if (range !== 'unicast') return refused(`not public (${range})`);
  if (parsed.kind() === 'ipv6' && isInNonPublicIpv6(parsed as ipaddr.IPv6)) {
    return refused('not public (reserved)');
  }
  const plain = parsed.toString();
  if (plain === CLOUD_HOST_ADDRESS) return refused('a cloud host agent');
  const isOwn = own.some((one) => ipaddr.isValid(one) && ipaddr.process(one).toString() === plain);
  if (isOwn) return refused("this machine's own");
  return ALLOWED;
}

/** Host without the brackets of an IPv6 literal. */
export function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

function isIpLiteral(url: URL): boolean {
  return ipaddr.isValid(bareHost(url));
}

/** `host:port` as the allow-list writes it; the default port is filled in. */
function hostAndPort(url: URL): string {
  return `${url.hostname}:${url.port === '' ? PORTS[url.protocol] : url.port}`;
}

/** Allow-lists as sets: a list of a thousand hosts would else be gone through with every request. */
const sets = new WeakMap<readonly string[], ReadonlySet<string>>();

function listed(allowHosts: readonly string[]): ReadonlySet<string> {
  const known = sets.get(allowHosts) ?? new Set(allowHosts.map((entry) => entry.toLowerCase()));
  sets.set(allowHosts, known);
  return known;
}

/**
 * May this URL be asked at all? Odd spellings (octal, hex, full-width digits, userinfo tricks) are normalised by the
 * WHATWG parser before they are looked at.
 *
 * @param allowHosts `host:port` entries that may be used although private or on another port
 */
export function checkUrl(text: string, allowHosts: readonly string[]): UrlVerdict {
  const refused = (code: string, reason: string): UrlVerdict => ({ ok: false, code, reason });
  if (!URL.canParse(text)) return refused('bad-url', 'This is not a complete web address.');
  const url = new URL(text);
  if (!(url.protocol in PORTS)) {
    return refused('bad-url', `Feeds are read over http and https, not ${url.protocol}//.`);
  }
  if (url.hostname === '') return refused('bad-url', 'This web address names no host.');
  const isAllowListed = listed(allowHosts).has(hostAndPort(url));
  if (isAllowListed) return { ok: true, url, isAllowListed };
  if (url.port !== '') {
    return refused(
      'refused-port',
      `Port ${url.port} is refused; feeds are read from ports 80 and 443, or from hosts named in TARIFFWATCH_ALLOW_HOSTS.`,
    );
  }
  if (isIpLiteral(url)) {
    const verdict = checkAddress(bareHost(url));
    if (!verdict.ok) return verdict;
  }
  return { ok: true, url, isAllowListed };
}
