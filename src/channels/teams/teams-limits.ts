// Limits of Teams' messages and requests, each with the page that states it.

/**
 * Bytes of a card's JSON. Teams refuses cards near 28 KB (Microsoft staff, learn.microsoft.com/answers/questions/2152702);
 * the rest is room for the envelope. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages
 */
export const MAX_CARD_BYTES = 25_000;

/** Actions shown as buttons; https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference */
export const MAX_PRIMARY_ACTIONS = 6;
export const MAX_ACTIONS = 20;

/** Characters of a bare text message, well below the 80 KB that Teams asks to stay under. */
export const MAX_FALLBACK_TEXT = 8_000;

export const MAX_ACTION_LABEL = 75;

/** Characters of one typed value: ten of them, and the card still fits. */
export const MAX_INPUT = 1_000;

/** Characters of the summary; notifications show fewer. */
export const MAX_SUMMARY = 500;

/** Longer texts are no commands. */
export const MAX_COMMAND = 500;

/** The largest request body that is read before its token is checked. */
export const MAX_REQUEST_BYTES = 1024 * 1024;

/** Times that the platform allows, and what we leave ourselves of them. */
export type TeamsLimits = {
  /** One post or edit; afterwards its outcome is unknown. Shorter than the outbox's lease. */
  readonly sendTimeoutMs: number;
  /** The request of a message is closed after this, and the answer follows by itself. Teams waits 15 s. */
  readonly messageWithinMs: number;
  /** The same for a button, for which Teams waits 5 s and then sends the click again. */
  readonly invokeWithinMs: number;
  /** Waiting for the keys that a token is checked with; afterwards Teams is asked to come again. */
  readonly keysWithinMs: number;
  /** How long activity ids are remembered. */
  readonly rememberMs: number;
};

export const TEAMS_LIMITS: TeamsLimits = {
  sendTimeoutMs: 10_000,
  messageWithinMs: 8_000,
  invokeWithinMs: 3_000,
  keysWithinMs: 5_000,
  rememberMs: 24 * 3_600_000,
};
