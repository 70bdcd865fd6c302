// What became of one call of the Connector: a fault in, one of the outcome classes out. Pure. Codes:
// https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages and .../rate-limit
import type { Instant } from '../../domain/day.ts';
import type { SendOutcome } from '../../domain/delivery.ts';
import { retryAfterMs } from '../../domain/retry-after.ts';
import { type TeamsFault, TeamsFaultError } from './teams-port.ts';

const CHANNEL_GONE: readonly string[] = [
  'BotNotInConversationRoster',
  'ConversationBlockedByUser',
  'MessageWritesBlocked',
  'ConversationNotFound',
  'BotNotInConversation',
];

const TENANT_GONE: readonly string[] = [
  'BotNotRegistered',
  'BotDisabledByAdmin',
  'AppNotInstalled',
  'TenantNotFound',
];

/** The outcome of an answer without a fault: without an id there is no proof of a post. */
export function outcomeOfId(id: string | null): SendOutcome {
  return id === null || id === ''
    ? { kind: 'ambiguous', reason: 'Teams said ok but named no message' }
    : { kind: 'sent', receipt: id };
}

/** The outcome of a call that rejected. `now` turns a Retry-After date into a wait. */
export function outcomeOfFault(thrown: unknown, now: Instant): SendOutcome {
  if (!(thrown instanceof TeamsFaultError)) {
    return { kind: 'ambiguous', reason: 'the answer of Teams could not be read' };
  }
  const { fault } = thrown;
  switch (fault.kind) {
    case 'not-sent':
      return notSent(`Teams could not be reached (${fault.code})`, null, false);
    case 'broken':
      return { kind: 'ambiguous', reason: `the connection to Teams broke (${fault.code})` };
    case 'status':
      return outcomeOfStatus(fault, now);
  }
}

function outcomeOfStatus(
  fault: Extract<TeamsFault, { readonly kind: 'status' }>,
  now: Instant,
): SendOutcome {
  const { status } = fault;
  const reason = fault.code === null ? `HTTP ${status}` : `${fault.code} (HTTP ${status})`;
  if (fault.code !== null && CHANNEL_GONE.includes(fault.code)) {
    return { kind: 'channel-gone', reason };
  }
  if (fault.code !== null && TENANT_GONE.includes(fault.code)) {
    return { kind: 'tenant-gone', reason };
  }
  switch (status) {
    case 429:
      return notSent(reason, retryAfterMs(fault.retryAfter, now), true);
    // The one code besides 429 for which Teams says that repeating is safe.
    case 412:
      return notSent(reason, retryAfterMs(fault.retryAfter, now), false);
    // Our token, not the tenant: the next attempt fetches a new one.
    case 401:
      return notSent(reason, null, false);
    case 403:
      return { kind: 'channel-gone', reason };
    // With a code: the post to edit or to answer is not there. Without one nothing of Teams answers at that address any more: the
    // tenant has moved, and whoever speaks next tells where to.
    case 404:
      return fault.code === null ? notSent(reason, null, false) : { kind: 'bad-payload', reason };
    case 400:
    case 413:
      return { kind: 'bad-payload', reason };
    default:
      return { kind: 'ambiguous', reason };
  }
}

function notSent(reason: string, retryAfter: number | null, rateLimited: boolean): SendOutcome {
  return { kind: 'not-sent', reason, retryAfterMs: retryAfter, rateLimited };
}
