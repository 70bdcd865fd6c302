// Limits of Slack's messages and requests, each with the page that states it. Nothing is cut silently: the rendering says so.

/** Blocks in one message; https://docs.slack.dev/reference/block-kit/blocks */
export const MAX_BLOCKS = 50;

/** Characters of a header block; https://docs.slack.dev/reference/block-kit/blocks/header-block */
export const MAX_HEADER = 150;

/** Characters of one text object; https://docs.slack.dev/reference/block-kit/composition-objects/text-object */
export const MAX_TEXT = 3_000;

/** Alternative text of a file; https://docs.slack.dev/reference/methods/files.getUploadURLExternal */
export const MAX_ALT_TEXT = 1_000;

/** Elements of a context block; https://docs.slack.dev/reference/block-kit/blocks/context-block */
export const MAX_CONTEXT_ELEMENTS = 10;

/** Elements of an actions block; https://docs.slack.dev/reference/block-kit/blocks/actions-block */
export const MAX_ACTIONS = 25;

/** A button's label, value and action id; https://docs.slack.dev/reference/block-kit/block-elements/button-element */
export const MAX_BUTTON_LABEL = 75;
export const MAX_BUTTON_VALUE = 2_000;
export const MAX_ACTION_ID = 255;

/**
 * All text of a message's blocks. Not documented: `msg_blocks_too_long` was met near 13 200 characters
 * (https://github.com/slackapi/bolt-js/issues/2509).
 */
export const MAX_MESSAGE_TEXT = 12_000;

/** The `text` argument should stay under 4 000; https://docs.slack.dev/reference/methods/chat.postMessage#truncating */
export const MAX_FALLBACK_TEXT = 3_900;

/** Blocks of a modal, its title and button labels, one typed value; https://docs.slack.dev/reference/views/modal-views */
export const MAX_VIEW_BLOCKS = 100;
export const MAX_VIEW_TITLE = 24;
export const MAX_INPUT = 3_000;

/** A signed request may be this old, or this far ahead; https://docs.slack.dev/authentication/verifying-requests-from-slack */
export const MAX_SKEW_SECONDS = 300;

/** The largest request body that is read before the signature is known to be right. */
export const MAX_REQUEST_BYTES = 1024 * 1024;

/** Uses and life of a response_url; https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
export const MAX_RESPONSE_URL_USES = 5;
export const RESPONSE_URL_LIFE_MS = 30 * 60_000;

/** Times that the platform allows, and what we leave ourselves of them. */
export type SlackLimits = {
  /** Work before the acknowledgement; Slack's own limit is 3 s, the network's share of it is not ours. */
  readonly ackWithinMs: number;
  /** The same for a form, whose faults can be shown in the acknowledgement only. */
  readonly formWithinMs: number;
  /** One post or edit; afterwards its outcome is unknown. Shorter than the outbox's lease. */
  readonly sendTimeoutMs: number;
  /** Open connections for deliveries. */
  readonly connections: number;
  /** How long platform event ids are remembered. */
  readonly rememberMs: number;
};

export const SLACK_LIMITS: SlackLimits = {
  ackWithinMs: 300,
  formWithinMs: 2_000,
  sendTimeoutMs: 10_000,
  connections: 256,
  rememberMs: 24 * 3_600_000,
};
