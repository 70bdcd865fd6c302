// A feed server on loopback that counts what it is asked and misbehaves to order. Each path has its own behaviour.
import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Transform } from 'node:stream';
import {
  brotliCompressSync,
  constants,
  createDeflate,
  createDeflateRaw,
  createGzip,
  deflateRawSync,
  deflateSync,
  gzipSync,
} from 'node:zlib';

export type Behaviour =
  /** Answers with ETag and Last-Modified and honours them. */
  | {
      readonly kind: 'document';
      readonly body: string | Buffer;
      readonly type?: string;
      readonly encoding?: 'gzip' | 'br' | 'deflate' | 'raw-deflate' | 'gzip-unsaid' | 'gzip-twice';
      readonly validators?: boolean;
      /** An ETag that stays whatever the body is, as some servers have it. */
      readonly etag?: string;
    }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    }
  | { readonly kind: 'redirect'; readonly status: number; readonly to: string | null }
  /** A byte of the body every so many milliseconds, for ever. */
  | { readonly kind: 'drip'; readonly everyMs: number; readonly isPacked?: boolean }
  /** Sends on to the next path, after so many milliseconds. */
  | { readonly kind: 'slow-redirect'; readonly afterMs: number; readonly to: string }
  /** A byte of the headers every so many milliseconds, for ever. */
  | { readonly kind: 'drip-headers'; readonly everyMs: number }
  /** Takes the request and never answers. */
  | { readonly kind: 'hang' }
  /** Headers, half of the body, then nothing. */
  | { readonly kind: 'stall' }
  /** Breaks the connection off: before any answer, or in the middle of the body. */
  | { readonly kind: 'reset'; readonly when: 'before' | 'middle' }
  /** Zeros, so many megabytes of them after unpacking. */
  | {
      readonly kind: 'bomb';
      readonly megabytes: number;
      readonly encoding: BombPacking;
      readonly claimedLength?: number;
    }
  /** Ends its side of the connection: without an answer, in the middle of the headers, or of the body. */
  | { readonly kind: 'half-close'; readonly when: 'before' | 'headers' | 'body' };

type BombPacking =
  | 'gzip'
  | 'gzip-unsaid'
  | 'gzip-in-gzip'
  | 'deflate'
  | 'raw-deflate'
  | 'br'
  | 'none';

export type SeenRequest = {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  /** How many requests were being answered when this one came, itself included. */
  readonly atOnce: number;
};

export type FeedServer = {
  readonly url: string;
  /** `127.0.0.1:PORT`, for the allow-list. */
  readonly host: string;
  readonly requests: readonly SeenRequest[];
  set(path: string, behaviour: Behaviour): void;
  close(): Promise<void>;
};

const MODIFIED = 'Wed, 04 Mar 2026 08:00:00 GMT';

function etagOf(body: string | Buffer): string {
  return `"${createHash('sha1').update(body).digest('hex').slice(0, 12)}"`;
}

function pack(
  body: Buffer,
  encoding: Of<'document'>['encoding'],
): { bytes: Buffer; header: string | null } {
  switch (encoding) {
    case 'gzip':
      return { bytes: gzipSync(body), header: 'gzip' };
    case 'gzip-twice':
      return { bytes: gzipSync(gzipSync(body)), header: 'gzip, gzip' };
    case 'gzip-unsaid':
      return { bytes: gzipSync(body), header: null };
    case 'br':
      return { bytes: brotliCompressSync(body), header: 'br' };
    case 'deflate':
      return { bytes: deflateSync(body), header: 'deflate' };
    case 'raw-deflate':
      return { bytes: deflateRawSync(body), header: 'deflate' };
    case undefined:
      return { bytes: body, header: null };
  }
}

type Of<K extends Behaviour['kind']> = Extract<Behaviour, { kind: K }>;

function sendDocument(
  request: IncomingMessage,
  response: ServerResponse,
  behaviour: Of<'document'>,
) {
  const etag = behaviour.etag ?? etagOf(behaviour.body);
  const hasValidators = behaviour.validators !== false;
  const validators = hasValidators ? { etag, 'last-modified': MODIFIED } : {};
  if (hasValidators && request.headers['if-none-match'] === etag) {
    response.writeHead(304, validators).end();
    return;
  }
  const { bytes, header } = pack(Buffer.from(behaviour.body), behaviour.encoding);
  response.writeHead(200, {
    'content-type': behaviour.type ?? 'application/rss+xml; charset=utf-8',
    ...validators,
    ...(header !== null && { 'content-encoding': header }),
  });
  response.end(bytes);
}

/** Small bombs are packed once: the packing must not take the time that the test measures. */
const packedBombs = new Map<number, Buffer>();

function packedBomb(megabytes: number): Buffer {
  const packed = packedBombs.get(megabytes) ?? gzipSync(Buffer.alloc(megabytes * 1_000_000));
  packedBombs.set(megabytes, packed);
  return packed;
}

/** What the header says of a packing; null where it says nothing. */
const SAID: Readonly<Record<BombPacking, string | null>> = {
  gzip: 'gzip',
  'gzip-unsaid': null,
  'gzip-in-gzip': 'gzip',
  deflate: 'deflate',
  'raw-deflate': 'deflate',
  br: 'br',
  none: null,
};

/** Packers for what is packed while it is sent. */
const PACKERS: Readonly<Partial<Record<BombPacking, () => Transform>>> = {
  gzip: createGzip,
  'gzip-unsaid': createGzip,
  deflate: createDeflate,
  'raw-deflate': createDeflateRaw,
};

async function sendBomb(response: ServerResponse, behaviour: Of<'bomb'>): Promise<void> {
  const megabyte = Buffer.alloc(1_000_000);
  const said = SAID[behaviour.encoding];
  response.writeHead(200, {
    'content-type': 'application/rss+xml',
    ...(said !== null && { 'content-encoding': said }),
    ...(behaviour.claimedLength !== undefined && {
      'content-length': behaviour.claimedLength,
      connection: 'close',
    }),
  });
  if (behaviour.encoding === 'br') {
    const zeros = Buffer.alloc(behaviour.megabytes * 1_000_000);
    response.end(brotliCompressSync(zeros, { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } }));
    return;
  }
  if (behaviour.encoding === 'gzip' && behaviour.megabytes <= 50) {
    response.end(packedBomb(behaviour.megabytes));
    return;
  }
  if (behaviour.encoding === 'gzip-in-gzip') {
    response.end(gzipSync(packedBomb(behaviour.megabytes)));
    return;
  }
  const sink = PACKERS[behaviour.encoding]?.() ?? null;
  sink?.pipe(response);
  const out = sink ?? response;
  const closed = new Promise<void>((resolve) => {
    response.once('close', resolve);
  });
  for (let sent = 0; sent < behaviour.megabytes && !response.destroyed; sent += 1) {
    if (out.write(megabyte)) continue;
    const drained = new Promise<void>((resolve) => {
      out.once('drain', resolve);
    });
    await Promise.race([drained, closed]);
  }
  out.end();
}

function drip(response: ServerResponse, everyMs: number, write: () => void): void {
  const timer = setInterval(write, everyMs);
  response.once('close', () => clearInterval(timer));
}

function sendDrip(response: ServerResponse, { everyMs, isPacked = false }: Of<'drip'>): void {
  response.writeHead(200, {
    'content-type': 'application/rss+xml',
    ...(isPacked && { 'content-encoding': 'gzip' }),
  });
  const packed = gzipSync(randomBytes(100_000));
  let at = 0;
  drip(response, everyMs, () => {
    response.write(isPacked ? packed.subarray(at, at + 1) : '<');
    at += 1;
  });
}

function behave(request: IncomingMessage, response: ServerResponse, behaviour: Behaviour): void {
  switch (behaviour.kind) {
    case 'document':
      sendDocument(request, response, behaviour);
      return;
    case 'status':
      response.writeHead(behaviour.status, behaviour.headers).end(behaviour.body ?? '');
      return;
    case 'redirect':
      response
        .writeHead(behaviour.status, behaviour.to === null ? {} : { location: behaviour.to })
        .end();
      return;
    case 'drip':
      sendDrip(response, behaviour);
      return;
    case 'slow-redirect':
      setTimeout(() => {
        response.writeHead(302, { location: behaviour.to }).end();
      }, behaviour.afterMs);
      return;
    case 'drip-headers': {
      const socket = response.socket;
      socket?.write('HTTP/1.1 200 OK\r\nx-slow: ');
      drip(response, behaviour.everyMs, () => socket?.write('a'));
      return;
    }
    case 'hang':
      return;
    case 'stall':
      response.writeHead(200, { 'content-type': 'application/rss+xml', 'content-length': 1_000 });
      response.write('<rss version="2.0">');
      return;
    case 'reset':
      if (behaviour.when === 'middle') {
        response.writeHead(200, { 'content-length': 1_000 });
        response.write('<rss', () => request.socket.resetAndDestroy());
      } else request.socket.resetAndDestroy();
      return;
    case 'half-close': {
      const { socket } = request;
      if (behaviour.when === 'headers') socket.write('HTTP/1.1 200 OK\r\nx-slow: a');
      if (behaviour.when === 'body')
        socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n<rss');
      socket.end();
      return;
    }
    case 'bomb':
      void sendBomb(response, behaviour);
      return;
  }
}

/** Starts on a free port of 127.0.0.1; paths without a behaviour answer 404. */
export async function startFeedServer(): Promise<FeedServer> {
  const behaviours = new Map<string, Behaviour>();
  const requests: SeenRequest[] = [];
  const sockets = new Set<Socket>();
  let running = 0;
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    running += 1;
    requests.push({ path, headers: request.headers, atOnce: running });
    response.once('close', () => {
      running -= 1;
    });
    behave(request, response, behaviours.get(path) ?? { kind: 'status', status: 404 });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    requests,
    set: (path, behaviour) => behaviours.set(path, behaviour),
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
