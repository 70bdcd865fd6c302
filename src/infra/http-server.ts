// The one HTTP server: a table of routes in, a listening address out. It knows no platform and no page.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UserError } from '../domain/error.ts';
import { namesThisMachine } from '../domain/local-host.ts';
import type { HttpRoute, Log } from '../ports/world.ts';

export type HttpServer = {
  /** Starts listening. @throws UserError `port-in-use`, `host-unknown`. */
  start(): Promise<{ readonly url: string; readonly port: number }>;
  /** Ends open connections after `graceMs` and resolves when all are closed. */
  stop(graceMs: number): Promise<void>;
};

export type HttpServerOptions = {
  readonly host: string;
  readonly port: number;
  readonly routes: readonly HttpRoute[];
  readonly log: Log;
};

export function createHttpServer(options: HttpServerOptions): HttpServer {
  const server = createServer(
    { requestTimeout: 30_000, headersTimeout: 10_000 },
    (request, response) => {
      void answer(options, request, response);
    },
  );
  return {
    start: () => listen(server, options),
    stop: (graceMs) => close(server, graceMs),
  };
}

/** What proxies add to a request that they pass on. */
const PROXY_HEADERS = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

/** True for a caller on this machine; a proxy in front that says so makes every caller a foreign one. */
export function isLoopbackCaller(request: IncomingMessage): boolean {
  const address = request.socket.remoteAddress ?? '';
  const isLocal =
    address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.');
  return isLocal && PROXY_HEADERS.every((name) => request.headers[name] === undefined);
}

/** True for a caller on this machine who also asked for it: no web page with a name of its own, no tunnel. */
export function isLocalRequest(request: IncomingMessage): boolean {
  return isLoopbackCaller(request) && namesThisMachine(request.headers.host ?? '');
}

function routeFor(routes: readonly HttpRoute[], path: string): HttpRoute | undefined {
  const exact = routes.find((route) => route.path === path);
  if (exact !== undefined) return exact;
  return routes.find(
    (route) => route.path.length > 1 && route.path.endsWith('/') && path.startsWith(route.path),
  );
}

async function answer(
  options: HttpServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  const route = routeFor(options.routes, path);
  if (route === undefined || (route.loopbackOnly && !isLoopbackCaller(request))) {
    // A foreign caller must not learn that a local page exists.
    response.writeHead(404, { 'content-type': 'text/plain' }).end('not found\n');
    request.resume();
    return;
  }
  try {
    await route.handle(request, response);
  } catch (fault) {
    options.log.error('a request failed', { path, fault });
    if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
    response.end('internal error\n');
  }
}

function listen(
  server: Server,
  options: HttpServerOptions,
): Promise<{ url: string; port: number }> {
  return new Promise((resolve, reject) => {
    server.once('error', (fault: NodeJS.ErrnoException) => reject(listenFault(fault, options)));
    server.listen(options.port, options.host, () => {
      const { port } = server.address() as AddressInfo;
      const host = options.host.includes(':') ? `[${options.host}]` : options.host;
      resolve({
        url: `http://${host === '0.0.0.0' || host === '[::]' ? '127.0.0.1' : host}:${port}`,
        port,
      });
    });
  });
}

function listenFault(fault: NodeJS.ErrnoException, options: HttpServerOptions): Error {
  if (fault.code === 'EADDRINUSE') {
    return new UserError(
      'port-in-use',
      `Port ${options.port} on ${options.host} is taken by another program.`,
      'Stop that program, or choose another port: PORT=4000 npm start (0 takes any free one).',
    );
  }
  if (fault.code === 'EACCES') {
    return new UserError(
      'port-forbidden',
      `Port ${options.port} may not be used by this user.`,
      'Choose a port above 1023 with PORT.',
    );
  }
  if (fault.code === 'ENOTFOUND' || fault.code === 'EADDRNOTAVAIL') {
    return new UserError(
      'host-unknown',
      `HOST=${options.host} is no address of this machine.`,
      'Use 127.0.0.1, or 0.0.0.0 for all addresses.',
    );
  }
  return fault;
}

function close(server: Server, graceMs: number): Promise<void> {
  if (!server.listening) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}
