// Dates of the law for calendar programs: `/calendar.ics` for this machine, `/calendar/<token>.ics` for others when the operator
// set a token. `?about=japan steel` narrows it down as the command's words do.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { calendarFile } from '../commands/calendar.ts';
import { UserError } from '../domain/error.ts';
import { withoutEnd } from '../domain/without-end.ts';
import { isLocalRequest } from '../infra/http-server.ts';
import type { Ledger } from '../ledger/create-ledger.ts';
import type { CalendarAddress } from '../messages/calendar-message.ts';
import type { Clock, HttpRoute } from '../ports/world.ts';

const LOCAL_PATH = '/calendar.ics';
const SHARED_PATH = '/calendar/';
const CACHE_SECONDS = 3_600;
const MAX_ABOUT = 500;

export type CalendarParts = {
  readonly ledger: () => Promise<Ledger>;
  readonly token: string | null;
  /** Where others reach this server; null: its own address, once it listens. */
  readonly publicUrl: string | null;
  readonly clock: Clock;
};

export type CalendarDesk = {
  readonly routes: readonly HttpRoute[];
  /** The address for the words of the command; null before the server listens. */
  address(words: string): CalendarAddress | null;
  /** Tells where the server listens: the port may have been any free one. */
  listensAt(url: string): void;
};

export function openCalendar(parts: CalendarParts): CalendarDesk {
  const { token } = parts;
  let origin = parts.publicUrl;
  return {
    routes: token === null ? [localRoute(parts)] : [localRoute(parts), sharedRoute(parts, token)],
    listensAt(url) {
      origin ??= url;
    },
    address(words) {
      if (origin === null) return null;
      // The public address may have a path of its own.
      const path = token === null ? LOCAL_PATH : sharedPath(token);
      const url = new URL(`${withoutEnd(origin, '/')}${path}`);
      if (words !== '') url.searchParams.set('about', words);
      return { url: url.href, isLocal: token === null };
    },
  };
}

function localRoute(parts: CalendarParts): HttpRoute {
  return {
    path: LOCAL_PATH,
    loopbackOnly: true,
    handle: (request, response) =>
      isLocalRequest(request)
        ? answer(parts, request, response)
        : write(response, 404, 'not found\n'),
  };
}

function sharedRoute(parts: CalendarParts, token: string): HttpRoute {
  return {
    path: SHARED_PATH,
    loopbackOnly: false,
    handle: (request, response) =>
      isSame(urlOf(request).pathname, sharedPath(token))
        ? answer(parts, request, response)
        : write(response, 404, 'not found\n'),
  };
}

function sharedPath(token: string): string {
  return `${SHARED_PATH}${encodeURIComponent(token)}.ics`;
}

/** 200 with the calendar; 400 and the hint for words that mean nothing; 405 for all but GET and HEAD. */
async function answer(
  parts: CalendarParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD');
    return write(response, 405, 'GET or HEAD\n');
  }
  const about = (urlOf(request).searchParams.get('about') ?? '').slice(0, MAX_ABOUT);
  let text: string;
  try {
    text = calendarFile(await parts.ledger(), about, parts.clock.now());
  } catch (fault) {
    if (fault instanceof UserError) {
      return write(response, 400, `${fault.message} ${fault.hint}\n`);
    }
    throw fault;
  }
  response
    .writeHead(200, {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="tariff-dates.ics"',
      'cache-control': `private, max-age=${CACHE_SECONDS}`,
      'x-content-type-options': 'nosniff',
    })
    .end(request.method === 'HEAD' ? undefined : text);
}

function urlOf(request: IncomingMessage): URL {
  return new URL(request.url ?? '/', 'http://localhost');
}

/** Compares digests, so that neither length nor place of a difference shows in the time. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}

function write(response: ServerResponse, status: number, text: string): void {
  response
    .writeHead(status, {
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
    })
    .end(text);
}
