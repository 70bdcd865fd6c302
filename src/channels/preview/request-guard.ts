// Who may talk to the local page: in a request, out a reason for refusal or null. Callers from other machines are turned
// away before (`loopbackOnly`); this stops web pages in the user's own browser from reaching in.
import type { IncomingMessage } from 'node:http';
import { namesThisMachine } from '../../domain/local-host.ts';

/**
 * Null when the request may be answered, else the reason for the refusal.
 * Host must be a name of this machine (DNS rebinding gives a foreign one); a request that changes something must come
 * from the page itself: its Origin equals the Host, and the browser says so where it sends Sec-Fetch-Site.
 */
export function refuseRequest(request: IncomingMessage): string | null {
  const host = request.headers.host ?? '';
  if (!namesThisMachine(host)) {
    return 'The preview answers only under localhost, 127.0.0.1 or [::1].';
  }
  if (request.method === 'GET' || request.method === 'HEAD') return null;
  if (request.headers.origin !== `http://${host}`) {
    return 'Changes are taken only from the preview page itself (Origin does not match).';
  }
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') {
    return 'Changes are taken only from the preview page itself (Sec-Fetch-Site).';
  }
  return null;
}

/** Headers of every answer. Nothing may be loaded from elsewhere, framed, or submitted elsewhere. */
export const SAFE_HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;
