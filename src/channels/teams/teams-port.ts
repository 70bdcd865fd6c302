// The seam to Teams: plain JSON activities in and out, and faults in our own words. Types only, so that another SDK than the
// archived botbuilder can stand behind it; whatever stands there never sends anything twice.

/** An activity as it is on the wire; https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference */
export type TeamsActivity = Readonly<Record<string, unknown>>;

/** Where a conversation is reached later. Stored as JSON with the channel. */
export type TeamsAddress = {
  readonly serviceUrl: string;
  readonly tenantId: string;
  /** Null outside teams. */
  readonly teamId: string | null;
  /** Channel, chat or personal conversation, without `;messageid=`. */
  readonly conversationId: string;
  readonly kind: 'channel' | 'group' | 'personal';
  readonly botId: string;
};

/** Why a call of the Connector failed. `code` is Teams' own or the system's, never a text. */
export type TeamsFault =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly code: string | null;
      readonly retryAfter: string | null;
    }
  /** Nothing was sent: no connection, or no token to send with. */
  | { readonly kind: 'not-sent'; readonly code: string }
  /** The request went out and no usable answer came back. */
  | { readonly kind: 'broken'; readonly code: string };

export class TeamsFaultError extends Error {
  readonly fault: TeamsFault;

  constructor(fault: TeamsFault) {
    super(`Teams: ${fault.kind} ${fault.kind === 'status' ? fault.status : fault.code}`);
    this.name = 'TeamsFaultError';
    this.fault = fault;
  }
}

/** `unauthorized`: the token is not Teams' or not for us. `unavailable`: the keys to check it could not be had. */
export type TokenVerdict = 'accepted' | 'unauthorized' | 'unavailable';

export type TeamsPort = {
  /** Checks the token of an incoming activity and, when it is good, runs `handle`. A rejection of `handle` is passed on. */
  receive(
    authorization: string,
    activity: TeamsActivity,
    handle: () => Promise<void>,
  ): Promise<TokenVerdict>;
  /** One POST. Resolves with the id of the new message, or null when Teams named none. @throws TeamsFaultError */
  post(serviceUrl: string, conversationId: string, activity: TeamsActivity): Promise<string | null>;
  /** One PUT. @throws TeamsFaultError */
  update(
    serviceUrl: string,
    conversationId: string,
    activityId: string,
    activity: TeamsActivity,
  ): Promise<void>;
};
