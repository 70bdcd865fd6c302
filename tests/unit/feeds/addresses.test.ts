// Which addresses may be dialled. Nothing outside is ever dialled here: lookups are injected, and every dial is recorded
// and led to a server on loopback.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkAddress, checkUrl } from '../../../src/feeds/address-policy.ts';
import { type FeedServer, startFeedServer } from '../../support/feed-server.ts';
import { createGuardedFetcher, type GuardedFetcher } from '../../support/guarded-fetcher.ts';

const NONE = { etag: null, lastModified: null };

const BAD_ADDRESSES =
  `0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.127.255.254 127.0.0.1 127.1.2.3
  127.255.255.255 169.254.0.1 169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.1 192.0.0.192 192.0.2.1 192.88.99.1
  192.168.0.1 192.168.255.255 198.18.0.1 198.19.255.255 198.51.100.7 203.0.113.9 224.0.0.1 239.255.255.255 240.0.0.1
  255.255.255.255 168.63.129.16 :: ::1 ::127.0.0.1 ::10.0.0.1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254
  ::ffff:a00:1 ::ffff:168.63.129.16 64:ff9b::7f00:1 64:ff9b::10.0.0.1 64:ff9b:1::1 100::1 2001::1 2001:db8::1
  2002:7f00:1:: fc00::1 fd00:ec2::254 fdff::1 fe80::1 fe80::1%eth0 febf::1 fec0::1 ff02::1`
    .trim()
    .split(/\s+/);

const GOOD_ADDRESSES =
  `1.1.1.1 8.8.8.8 9.9.9.9 11.0.0.1 93.184.216.34 100.63.255.255 100.128.0.1 126.255.255.255
  128.0.0.1 151.101.1.69 168.63.129.15 172.15.255.255 172.32.0.1 192.167.255.255 192.169.0.1 198.17.255.255
  223.255.255.255 2606:4700::1111 2a00:1450:4001::200e ::ffff:8.8.8.8`
    .trim()
    .split(/\s+/);

describe('addresses', () => {
  it('there are enough of them to mean something', () => {
    expect([BAD_ADDRESSES.length, GOOD_ADDRESSES.length]).toEqual([52, 20]);
  });

  it.each(BAD_ADDRESSES)('%s is never dialled', (address) => {
    expect(checkAddress(address).ok).toBe(false);
  });

  it.each(GOOD_ADDRESSES)('%s may be dialled', (address) => {
    expect(checkAddress(address)).toEqual({ ok: true });
  });
});

const ODD_SPELLINGS = [
  'http://2130706433/',
  'http://017700000001/',
  'http://0177.0.0.1/',
  'http://0177.0.0.01/',
  'http://0x7f000001/',
  'http://0x7f.0.0.1/',
  'http://0x7f.0x0.0x0.0x1/',
  'http://0X7F.1/',
  'http://127.1/',
  'http://127.0.1/',
  'http://127.0.0.1./',
  'http://0/',
  'http://0.0/',
  'http://00000000000000000000177.0.0.1/',
  'http://①②⑦.⓪.⓪.①/',
  'http://１２７.０.０.１/',
  'http://127。0。0。1/',
  'http://127．0．0．1/',
  'http://127｡0｡0｡1/',
  'http://%31%32%37.0.0.1/',
  'http://%31%32%37%2e%30%2e%30%2e%31/',
  'http://127.0.0.%31/',
  'http:127.0.0.1/',
  'http:/127.0.0.1/',
  'http:///127.0.0.1/',
  'http:\\\\127.0.0.1\\',
  'http://example.org@127.0.0.1/',
  'http://example.org:80@127.0.0.1/',
  'http://127.0.0.1\\@example.org/',
  'http://ann:word@127.0.0.1/',
  'http://127.0.0.1#@example.org/',
  'http://127.0.0.1?@example.org/',
  'http://[::1]/',
  'http://[0:0:0:0:0:0:0:1]/',
  'http://[0000::0001]/',
  'http://[::]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[0:0:0:0:0:ffff:127.0.0.1]/',
  'http://[::127.0.0.1]/',
  'http://[64:ff9b::127.0.0.1]/',
  'http://[2002:7f00:1::]/',
  'http://[fe80::1]/',
  'http://[fd00:ec2::254]/',
  'http://169.254.169.254/',
  'http://0xa9fea9fe/',
  'http://2852039166/',
  'http://0251.0376.0251.0376/',
  'http://169.16689662/',
  'http://192.168.257/',
  'http://3232235777/',
  'http://10.1/',
  'http://168.63.129.16/',
  'http://127.0.0.1:80/',
  'https://127.0.0.1:443/',
  'HTTP://127.0.0.1/',
  ' http://127.0.0.1/ ',
  'ht\ntp://127.0.0.1/',
  'http://127.0.\n0.1/',
  'http://127.0.0.1:22/',
  'http://0.0.0.0/',
];

describe('odd spellings of private addresses', () => {
  it('there are enough of them to mean something', () => {
    expect(ODD_SPELLINGS).toHaveLength(61);
  });

  it.each(ODD_SPELLINGS)('%j is refused before anything is resolved', async (url) => {
    const { dials, fetcher, lookups } = aGuardedFetcher({ answers: [['93.184.216.34']] });

    const outcome = await fetcher.fetch(url, NONE);
    await fetcher.close();

    expect(outcome.kind).toBe('failed');
    expect(dials).toEqual([]);
    expect(lookups.filter((host) => host !== 'example.org')).toEqual([]);
  });
});

describe('web addresses', () => {
  it.each([
    ['ftp://example.org/feed', 'bad-url'],
    ['file:///etc/passwd', 'bad-url'],
    ['javascript:alert(1)', 'bad-url'],
    ['data:text/xml,<rss/>', 'bad-url'],
    ['feed', 'bad-url'],
    ['', 'bad-url'],
    ['http://', 'bad-url'],
    ['http://example.org:8080/', 'refused-port'],
    ['https://example.org:22/', 'refused-port'],
    ['http://example.org:443/', 'refused-port'],
  ])('%j is refused as %s', (url, code) => {
    expect(checkUrl(url, [])).toMatchObject({ ok: false, code });
  });

  it('a host and port of the allow-list is let through, its other ports are not', () => {
    const allowed = ['127.0.0.1:8791', 'intranet:80'];

    expect(checkUrl('http://127.0.0.1:8791/x', allowed)).toMatchObject({ isAllowListed: true });
    expect(checkUrl('http://intranet/x', allowed)).toMatchObject({ isAllowListed: true });
    expect(checkUrl('http://127.0.0.1:8792/x', allowed).ok).toBe(false);
    expect(checkUrl('https://intranet:81/x', allowed).ok).toBe(false);
  });
});

let server: FeedServer;
beforeAll(async () => {
  server = await startFeedServer();
  server.set('/feed', { kind: 'document', body: '<rss/>' });
});
afterAll(async () => {
  await server.close();
});

function aGuardedFetcher(options: Parameters<typeof createGuardedFetcher>[1]): GuardedFetcher {
  return createGuardedFetcher(Number(new URL(server.url).port), options);
}

describe('names', () => {
  it('a public name is dialled at the very address that was checked', async () => {
    const { fetcher, dials } = aGuardedFetcher({ answers: [['93.184.216.34']] });

    const outcome = await fetcher.fetch('http://feeds.example/feed', NONE);
    await fetcher.close();

    expect(outcome.kind).toBe('ok');
    expect(dials).toMatchObject([{ address: '93.184.216.34', port: 80, servername: null }]);
  });

  const PRIVATE = ['127.0.0.1', '10.0.0.7', '169.254.169.254', '168.63.129.16', '::1', 'fd00::1'];
  it.each([
    ...PRIVATE.map((address) => [[address]]),
    ...PRIVATE.map((address) => [['93.184.216.34', address]]),
    ...PRIVATE.map((address) => [[address, '93.184.216.34']]),
    ...PRIVATE.map((address) => [['2606:4700::1111', '93.184.216.34', address]]),
  ])('a name that answers %j is not dialled at all', async (answer) => {
    const { fetcher, dials } = aGuardedFetcher({ answers: [answer] });

    const outcome = await fetcher.fetch('http://feeds.example/feed', NONE);
    await fetcher.close();

    expect(outcome).toMatchObject({ kind: 'failed', code: 'refused-address' });
    expect(dials).toEqual([]);
  });

  // Where the machines of cloud providers answer questions about themselves, by the providers' own manuals.
  const METADATA = [
    '169.254.169.254',
    '169.254.170.2',
    '169.254.170.23',
    '169.254.42.42',
    '169.254.0.23',
    '100.100.100.200',
    '192.0.0.192',
    '168.63.129.16',
    'fd00:ec2::254',
    'fd20:ce::254',
    'fd00:42::42',
  ];
  const METADATA_NAMES = [
    'metadata.google.internal',
    'metadata',
    'instance-data',
    'instance-data.ec2.internal',
    'metadata.packet.net',
    'rancher-metadata',
    '169.254.169.254.nip.io',
  ];
  it.each(METADATA)(
    'the metadata service at %s is reached by no spelling and no name',
    async (at) => {
      const { fetcher, dials } = aGuardedFetcher({ answers: [[at]] });
      const literal = at.includes(':') ? `[${at}]` : at;

      for (const host of [literal, ...METADATA_NAMES]) {
        const outcome = await fetcher.fetch(`http://${host}/latest/meta-data/`, NONE);
        expect(outcome).toMatchObject({ kind: 'failed', code: 'refused-address' });
      }
      await fetcher.close();

      expect(dials).toEqual([]);
    },
  );

  it.each([
    'http://localhost:9001/2018-06-01/runtime/invocation/next',
    'http://127.0.0.1:2379/v2/keys/',
    'http://127.0.0.1:2375/v1.24/containers/json',
    'http://425.510.425.510/',
    'http://7147006462/',
    'http://0x41414141A9FEA9FE/',
    'http://0xA9.0xFE.0xA9.0xFE/',
    'http://0251.00376.000251.0000376/',
    'http://0251.254.169.254/',
    'http://[0:0:0:0:0:ffff:a9fe:a9fe]/',
    'http://[0:0:0:0:0:ffff:169.254.169.254]/',
    'gopher://metadata.google.internal:80/xGET',
  ])('%s is refused before anything is resolved', async (url) => {
    const { dials, fetcher, lookups } = aGuardedFetcher({ answers: [['93.184.216.34']] });

    expect((await fetcher.fetch(url, NONE)).kind).toBe('failed');
    await fetcher.close();

    expect([dials, lookups]).toEqual([[], []]);
  });

  it.each(['93.184.216.34', '2606:4700::1111'])(
    'an address of the machine itself is not dialled, though it is public: %s',
    async (own) => {
      const spelled = own.includes(':') ? '2606:4700:0:0::1111' : own;
      const { dials, fetcher } = aGuardedFetcher({ answers: [[spelled]], ownAddresses: [own] });

      const outcome = await fetcher.fetch('http://feeds.example/feed', NONE);
      await fetcher.close();

      expect(outcome).toMatchObject({ kind: 'failed', code: 'refused-address' });
      expect(dials).toEqual([]);
    },
  );

  it.each([1, 2, 3, 4, 5])(
    'a name that turns private after %i answers reaches nothing private',
    async (turns) => {
      const answers = [...Array.from({ length: turns }, () => ['93.184.216.34']), ['127.0.0.1']];
      const { fetcher, dials, lookups } = aGuardedFetcher({ answers });

      for (let poll = 0; poll <= turns; poll += 1) {
        // Each poll by another path of another host, so that no open connection is used again.
        await fetcher.fetch(`http://h${poll}.feeds.example/feed`, NONE);
      }
      await fetcher.close();

      expect(lookups).toHaveLength(turns + 1);
      expect(new Set(dials.map(({ address }) => address))).toEqual(new Set(['93.184.216.34']));
    },
  );

  it('a socket that ends up somewhere private is closed before a byte is sent', async () => {
    const before = server.requests.length;
    const { fetcher, dials } = aGuardedFetcher({
      answers: [['93.184.216.34']],
      remoteAddress: '127.0.0.1',
    });

    const outcome = await fetcher.fetch('http://feeds.example/feed', NONE);
    await fetcher.close();

    expect(outcome).toMatchObject({ kind: 'failed', code: 'refused-address' });
    expect(dials).toHaveLength(1);
    expect(server.requests.length).toBe(before);
  });

  it('a name without an address fails in words', async () => {
    const { fetcher } = aGuardedFetcher({ answers: [[]] });

    const outcome = await fetcher.fetch('http://nowhere.example/feed', NONE);
    await fetcher.close();

    expect(outcome).toMatchObject({ kind: 'failed', code: 'dns' });
  });

  it('a redirect to a name that is private is refused after its lookup', async () => {
    server.set('/away', { kind: 'redirect', status: 301, to: 'http://inside.example/feed' });
    const { fetcher, dials } = aGuardedFetcher({ answers: [['93.184.216.34'], ['192.168.1.1']] });

    const outcome = await fetcher.fetch('http://feeds.example/away', NONE);
    await fetcher.close();

    expect(outcome).toMatchObject({ kind: 'failed', code: 'refused-address' });
    expect(dials).toHaveLength(1);
  });
});
