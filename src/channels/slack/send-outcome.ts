// What became of one call of Slack's Web API: its answer in, one of the outcome classes out. Pure.
// Whatever is not known for certain is ambiguous: unknown codes, unreadable answers, broken connections.
import type { SendOutcome } from '../../domain/delivery.ts';
import type { SlackAnswer } from './slack-call.ts';

type Refusal = 'not-sent' | 'rate-limited' | 'channel-gone' | 'tenant-gone' | 'bad-payload';

/**
 * Codes of an `ok: false` that Slack documents as having done nothing, for chat.postMessage and chat.update:
 * https://docs.slack.dev/reference/methods/chat.postMessage#errors. `internal_error`, `fatal_error` and
 * `service_unavailable` are left out on purpose: there a part may have succeeded.
 */
const REFUSALS: Readonly<Record<Refusal, readonly string[]>> = {
  'rate-limited': ['ratelimited', 'rate_limited', 'message_limit_exceeded'],
  'not-sent': ['request_timeout', 'team_added_to_org', 'org_login_required', 'accesslimited'],
  'channel-gone': [
    'channel_not_found',
    'not_in_channel',
    'is_archived',
    'is_inactive',
    'restricted_action',
    'restricted_action_read_only_channel',
    'restricted_action_thread_only_channel',
    'restricted_action_non_threadable_channel',
    'restricted_action_thread_locked',
    'messages_tab_disabled',
    'cannot_dm_bot',
    'user_not_found',
    'user_disabled',
  ],
  'tenant-gone': [
    'invalid_auth',
    'not_authed',
    'token_revoked',
    'token_expired',
    'account_inactive',
    'missing_scope',
    'no_permission',
    'not_allowed_token_type',
    'access_denied',
    'ekm_access_denied',
    'enterprise_is_restricted',
    'team_access_not_granted',
    'two_factor_setup_required',
    'app_uninstalled',
  ],
  'bad-payload': [
    'invalid_blocks',
    'invalid_blocks_format',
    'msg_too_long',
    'msg_blocks_too_long',
    'no_text',
    'too_many_attachments',
    'invalid_arguments',
    'invalid_arg_name',
    'invalid_array_arg',
    'invalid_charset',
    'invalid_form_data',
    'invalid_post_type',
    'missing_post_type',
    'invalid_metadata_format',
    'invalid_metadata_schema',
    'metadata_too_large',
    // The post to edit or to answer is not there, or no longer ours to edit.
    'message_not_found',
    'cant_update_message',
    'edit_window_closed',
    'thread_not_found',
    'cannot_reply_to_message',
  ],
};

/** Why a whole workspace may be closed to us. */
export const WORKSPACE_REFUSALS: readonly string[] = REFUSALS['tenant-gone'];

const UNREADABLE = 'the answer of Slack could not be read';

const REFUSAL_OF = new Map<string, Refusal>(
  (Object.keys(REFUSALS) as Refusal[]).flatMap((refusal) =>
    REFUSALS[refusal].map((code): [string, Refusal] => [code, refusal]),
  ),
);

/** What became of a post or an edit. Reasons hold a code or a class of fault, never a body or a token. */
export function outcomeOf(answer: SlackAnswer): SendOutcome {
  switch (answer.kind) {
    case 'not-connected':
      return notSent(`Slack could not be reached (${answer.code})`);
    case 'broken':
      return { kind: 'ambiguous', reason: `the connection to Slack broke (${answer.code})` };
    case 'answer':
      if (answer.status === 429) return rateLimited(answer.retryAfterMs);
      if (answer.status !== 200) return outcomeOfStatus(answer.status);
      if (answer.body === null) return { kind: 'ambiguous', reason: UNREADABLE };
      if (!answer.body.ok) return outcomeOfCode(answer.body.error ?? '', answer.retryAfterMs);
      // Without a `ts` there is no proof of a post.
      return answer.body.ts === undefined || answer.body.ts === ''
        ? { kind: 'ambiguous', reason: 'Slack said ok but named no message' }
        : { kind: 'sent', receipt: answer.body.ts };
  }
}

function outcomeOfCode(code: string, retryAfterMs: number | null): SendOutcome {
  const refusal = REFUSAL_OF.get(code);
  switch (refusal) {
    case undefined:
      return { kind: 'ambiguous', reason: /^[a-z_]{1,60}$/.test(code) ? code : UNREADABLE };
    case 'rate-limited':
      return rateLimited(retryAfterMs);
    case 'not-sent':
      return notSent(code);
    case 'channel-gone':
    case 'tenant-gone':
    case 'bad-payload':
      return { kind: refusal, reason: code };
  }
}

function outcomeOfStatus(status: number): SendOutcome {
  if (status === 413) return { kind: 'bad-payload', reason: 'HTTP 413' };
  // A 4xx or a redirect comes from something in front of Slack that turned the request away; 408 and 5xx prove nothing.
  if (status >= 300 && status < 500 && status !== 408) return notSent(`HTTP ${status}`);
  return { kind: 'ambiguous', reason: `HTTP ${status}` };
}

function rateLimited(retryAfterMs: number | null): SendOutcome {
  return { kind: 'not-sent', reason: 'rate limited', retryAfterMs, rateLimited: true };
}

function notSent(reason: string): SendOutcome {
  return { kind: 'not-sent', reason, retryAfterMs: null, rateLimited: false };
}
