// Opens the socket of a feed request: resolves the host, checks every answer, dials the checked address and looks at
// the socket's remote address once more. A name that answers public first and private later therefore gains nothing.
import { lookup as dnsLookup } from 'node:dns/promises';
import { isIP, connect as netConnect, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { connect as tlsConnect } from 'node:tls';
import type { buildConnector } from 'undici';
import { bareHost, checkAddress, checkUrl } from './address-policy.ts';

export type LookupAnswer = { readonly address: string; readonly family: number };
/** All addresses of a host name, as `dns.lookup` with `all` gives them. */
export type Lookup = (host: string) => Promise<readonly LookupAnswer[]>;

export type DialTarget = {
  /** The checked IP address. */
  readonly address: string;
  readonly port: number;
  /** Name for SNI and certificate check; null for plain http. */
  readonly servername: string | null;
  readonly timeoutMs: number;
};
/** Opens a connected socket; TLS sockets only after their handshake. */
export type Dial = (target: DialTarget) => Promise<Socket>;

/** Why no connection was made, with the code that the fetch outcome reports. */
export class ConnectRefusal extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'ConnectRefusal';
    this.code = code;
  }
}

export async function lookupAll(host: string): Promise<readonly LookupAnswer[]> {
  return dnsLookup(host, { all: true, verbatim: true });
}

/** Dials for real. Rejects with a ConnectRefusal when the time is up. */
export function dial(target: DialTarget): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const { address: host, port, servername } = target;
    const isTls = servername !== null;
    const socket = isTls
      ? tlsConnect({
          host,
          port,
          ALPNProtocols: ['http/1.1'],
          ...(isIP(servername) === 0 && { servername }),
        })
      : netConnect({ host, port });
    const timer = setTimeout(() => {
      socket.destroy(new ConnectRefusal('timeout', 'The server did not accept a connection.'));
    }, target.timeoutMs);
    socket.setNoDelay(true);
    socket.once('error', (error: Error) => {
      clearTimeout(timer);
      reject(error);
    });
    socket.once(isTls ? 'secureConnect' : 'connect', () => {
      clearTimeout(timer);
      resolve(socket);
    });
  });
}

async function addressesOf(host: string, lookup: Lookup): Promise<readonly LookupAnswer[]> {
  const family = isIP(host);
  if (family !== 0) return [{ address: host, family }];
  const answers = await lookup(host).catch((error: unknown) => {
    throw new ConnectRefusal('dns', `The host name ${host} was not found (${codeOf(error)}).`);
  });
  if (answers.length === 0)
    throw new ConnectRefusal('dns', `The host name ${host} has no address.`);
  return answers;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'no answer';
}

/** The addresses of this machine. What listens at a public one of them is ours, or our neighbour's. */
export function addressesOfThisMachine(): readonly string[] {
  return Object.values(networkInterfaces()).flatMap(
    (entries) => entries?.map(({ address }) => address) ?? [],
  );
}

function assertPublic(address: string, own: readonly string[]): void {
  const verdict = checkAddress(address, own);
  if (!verdict.ok) throw new ConnectRefusal(verdict.code, verdict.reason);
}

/** Tries the addresses in turn, as a browser does, within one time limit for all of them. */
async function dialFirst(
  answers: readonly LookupAnswer[],
  target: Omit<DialTarget, 'address'>,
  dialOne: Dial,
): Promise<Socket> {
  const started = performance.now();
  let lastError: Error = new ConnectRefusal('timeout', 'The server did not accept a connection.');
  for (const { address } of answers.slice(0, 4)) {
    const timeoutMs = target.timeoutMs - (performance.now() - started);
    if (timeoutMs <= 0) break;
    try {
      return await dialOne({ ...target, address, timeoutMs });
    } catch (error) {
      if (error instanceof Error) lastError = error;
    }
  }
  throw lastError;
}

/**
 * The connector of the feed client.
 *
 * @returns a function in undici's connector shape; it calls back with a ConnectRefusal for every refused address
 */
export function createCheckedConnect(options: {
  readonly allowHosts: readonly string[];
  readonly connectMs: number;
  readonly lookup: Lookup;
  readonly dial: Dial;
  readonly ownAddresses: () => readonly string[];
}): buildConnector.connector {
  async function open(protocol: string, hostname: string, port: string): Promise<Socket> {
    const host = hostname.includes(':') && !hostname.startsWith('[') ? `[${hostname}]` : hostname;
    const text = `${protocol}//${host}${port === '' ? '' : `:${port}`}`;
    const verdict = checkUrl(text, options.allowHosts);
    if (!verdict.ok) throw new ConnectRefusal(verdict.code, verdict.reason);
    const isTls = protocol === 'https:';
    const name = bareHost(verdict.url);
    const answers = await addressesOf(name, options.lookup);
    const own = verdict.isAllowListed ? [] : options.ownAddresses();
    if (!verdict.isAllowListed) for (const { address } of answers) assertPublic(address, own);
    const socket = await dialFirst(
      answers,
      {
        port: Number(port === '' ? (isTls ? 443 : 80) : port),
        servername: isTls ? name : null,
        timeoutMs: options.connectMs,
      },
      options.dial,
    );
    if (!verdict.isAllowListed) {
      try {
        assertPublic(socket.remoteAddress ?? '', own);
      } catch (error) {
        socket.destroy();
        throw error;
      }
    }
    return socket;
  }

  async function openFor(
    request: buildConnector.Options,
    callback: buildConnector.Callback,
  ): Promise<void> {
    const { protocol, hostname, port } = request;
    let socket: Socket;
    try {
      socket = await open(protocol, hostname, port);
    } catch (error) {
      callback(error instanceof Error ? error : new Error(String(error)), null);
      return;
    }
    callback(null, socket);
  }

  return (request, callback) => {
    void openFor(request, callback);
  };
}
