// Why a fetch came to nothing: errors and answers to codes and words that a user understands.
import type { Dispatcher } from 'undici';
import type { Instant } from '../domain/day.ts';
import type { FetchOutcome } from '../ports/world.ts';
import { ConnectRefusal } from './checked-connect.ts';
import type { FetchLimits } from './fetch-limits.ts';
import { readRetryAfter } from './retry-after.ts';

export type Failure = Extract<FetchOutcome, { kind: 'failed' }>;

/** A failure; nothing to wait for and not gone unless said. */
export function failed(code: string, reason: string, more: Partial<Failure> = {}): Failure {
  return { kind: 'failed', code, reason, retryAfterMs: null, gone: false, ...more };
}

/** One header; an empty one is none. */
export function headerOf(response: Dispatcher.ResponseData, name: string): string | null {
  const value = response.headers[name];
  const first = Array.isArray(value) ? value[0] : value;
  return first === undefined || first === '' ? null : first;
}

/** Why a request came to nothing, in words. Anything unknown keeps its code so that it can be looked up. */
export function describeError(error: unknown, limits: FetchLimits): Failure {
  if (error instanceof ConnectRefusal) return failed(error.code, error.message);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const name = error instanceof Error ? error.name : '';
  if (name === 'TimeoutError' || name === 'AbortError') {
    return failed('timeout', `The answer was not complete after ${limits.totalMs / 1000} s.`);
  }
  switch (code) {
    case 'UND_ERR_HEADERS_TIMEOUT':
    case 'UND_ERR_BODY_TIMEOUT':
      return failed('timeout', `The server did not answer within ${limits.headersMs / 1000} s.`);
    case 'UND_ERR_CONNECT_TIMEOUT':
      return failed('timeout', 'The server did not accept a connection.');
    case 'ECONNREFUSED':
      return failed('connect', 'The server refuses connections.');
    case 'ECONNRESET':
    case 'UND_ERR_SOCKET':
    case 'EPIPE':
      return failed('connect', 'The server broke the connection off.');
    case 'UND_ERR_HEADERS_OVERFLOW':
      return failed('bad-answer', 'The headers of the answer are too large.');
    case 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH':
      return failed('bad-answer', 'The answer was cut off.');
    default:
      if (code.includes('CERT') || code.startsWith('ERR_TLS') || code.includes('SELF_SIGNED')) {
        return failed('tls', `The server's certificate is not accepted (${code}).`);
      }
      return failed('connect', `The request failed (${code === '' ? name : code}).`);
  }
}

/** An answer that is no document, in words, with the wait that the server asks for. */
export function describeStatus(response: Dispatcher.ResponseData, now: Instant): Failure {
  const status = response.statusCode;
  const retryAfterMs = readRetryAfter(headerOf(response, 'retry-after'), now);
  if (status === 410) {
    return failed('gone', 'The publisher says that this feed is gone for good (410).', {
      gone: true,
    });
  }
  if (status === 429) {
    return failed('rate-limited', 'The server asks to be polled less often (429).', {
      retryAfterMs,
    });
  }
  const words: Readonly<Record<number, string>> = {
    401: 'The server asks for a password (401).',
    403: 'The server refuses us (403).',
    404: 'There is nothing at this address (404).',
    406: 'The server has no format that we accept (406).',
    503: 'The server is down for the moment (503).',
  };
  const word =
    words[status] ??
    (status >= 500 ? `The server is broken (${status}).` : `The server answered ${status}.`);
  return failed(`http-${status}`, word, { retryAfterMs });
}
