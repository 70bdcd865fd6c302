// The seam to Teams by botbuilder 4.23: its token checks and its Connector client, without its retries, its redirects and MSAL.
// The only file that knows botbuilder; its maker has archived it, and this file is what a successor has to replace.
import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type TurnContext,
} from 'botbuilder';
import { faultCode } from '../../domain/fault-code.ts';
import type { Clock } from '../../ports/world.ts';
import { type AccessTokens, createAccessTokens } from './access-token.ts';
import { cloudOf, type TeamsCloud } from './teams-cloud.ts';
import {
  type TeamsActivity,
  type TeamsFault,
  TeamsFaultError,
  type TeamsPort,
  type TokenVerdict,
} from './teams-port.ts';

export type BotbuilderOptions = {
  readonly appId: string;
  readonly appPassword: string;
  /** `off` takes every activity for genuine; the caller then lets in nobody but this machine. */
  readonly auth: 'on' | 'off';
  readonly openIdUrl: string;
  /** Token endpoint, whole. */
  readonly loginUrl: string;
  readonly sendTimeoutMs: number;
  /** How long an incoming activity may wait for the keys that its token is checked with. */
  readonly keysWithinMs: number;
  readonly clock: Clock;
};

/** Policies of the SDK's HTTP pipeline that would send a request, and our token, a second time or elsewhere. */
const UNWANTED_POLICIES = ['defaultRetryPolicy', 'redirectPolicy'];

type ConnectorClient = Awaited<ReturnType<BareAdapter['connectorFor']>>;

/** Opens the two protected doors of CloudAdapter; adds nothing. */
class BareAdapter extends CloudAdapter {
  run(
    authorization: string,
    activity: Partial<Activity>,
    logic: (context: TurnContext) => Promise<void>,
  ) {
    return this.processActivity(authorization, activity as Activity, logic);
  }

  async connectorFor(serviceUrl: string, appId: string, audience: string) {
    const factory = this.botFrameworkAuthentication.createConnectorFactory(
      this.createClaimsIdentity(appId),
    );
    return factory.create(serviceUrl, audience);
  }
}

export function createBotbuilderAdapter(options: BotbuilderOptions): TeamsPort {
  const cloud = cloudOf(options.openIdUrl);
  const tokens = createAccessTokens({ ...options, audience: cloud.audience });
  const adapter = new BareAdapter(authenticationOf(options, cloud, tokens));
  const clients = new Map<string, Promise<ConnectorClient>>();

  function clientFor(serviceUrl: string): Promise<ConnectorClient> {
    let client = clients.get(serviceUrl);
    if (client === undefined) {
      client = adapter.connectorFor(serviceUrl, options.appId, cloud.audience).then(withoutRetries);
      clients.set(serviceUrl, client);
    }
    return client;
  }

  async function call<T>(
    serviceUrl: string,
    send: (client: ConnectorClient, settings: { timeout: number }) => Promise<T>,
  ): Promise<T> {
    // Had here, so that a failed sign-in is not taken for a failed post.
    if (options.auth === 'on') await tokens.get();
    const client = await clientFor(serviceUrl);
    try {
      return await send(client, { timeout: options.sendTimeoutMs });
    } catch (thrown) {
      const fault = faultOf(thrown);
      if (fault.kind === 'status' && fault.status === 401) tokens.forget();
      throw new TeamsFaultError(fault);
    }
  }

  return {
    receive: (authorization, activity, handle) =>
      receive(adapter, { ...options, issuer: cloud.issuer }, authorization, activity, handle),
    post: (serviceUrl, conversationId, activity) =>
      call(serviceUrl, async (client, settings) => {
        const answer = await client.conversations.sendToConversation(
          conversationId,
          activity,
          settings,
        );
        return typeof answer.id === 'string' ? answer.id : null;
      }),
    update: (serviceUrl, conversationId, activityId, activity) =>
      call(serviceUrl, async (client, settings) => {
        await client.conversations.updateActivity(conversationId, activityId, activity, settings);
      }),
  };
}

// --- tokens of incoming activities -------------------------------------------------------------------------------

async function receive(
  adapter: BareAdapter,
  options: BotbuilderOptions & { readonly issuer: string },
  authorization: string,
  activity: TeamsActivity,
  handle: () => Promise<void>,
): Promise<TokenVerdict> {
  // Tokens of emulators and of other bots, which the SDK would also look up and take, are none of ours.
  if (options.auth === 'on' && !isChannelToken(authorization, options.issuer)) {
    return 'unauthorized';
  }
  let isAccepted = false;
  let isGivenUp = false;
  // The SDK waits for Microsoft's keys without end; a request must not.
  let timer: NodeJS.Timeout | undefined;
  const givenUp = new Promise<TokenVerdict>((resolve) => {
    timer = setTimeout(() => {
      if (isAccepted) return;
      isGivenUp = true;
      resolve('unavailable');
    }, options.keysWithinMs);
  });
  // The SDK writes to the activity it is given.
  const running = adapter.run(authorization, structuredClone(activity), async () => {
    if (isGivenUp) return;
    isAccepted = true;
    await handle();
  });
  try {
    return await Promise.race([running.then((): TokenVerdict => 'accepted'), givenUp]);
  } catch (fault) {
    if (isAccepted) throw fault;
    return isKeyFault(fault) ? 'unavailable' : 'unauthorized';
  } finally {
    clearTimeout(timer);
  }
}

/** A bearer token with an RSA signature and Teams' issuer, before anything of it is proven. */
function isChannelToken(authorization: string, issuer: string): boolean {
  const [scheme, token, ...rest] = authorization.split(' ');
  if (scheme !== 'Bearer' || token === undefined || rest.length > 0) return false;
  const [head, payload] = token.split('.', 2).map(decodedPart);
  return /^RS(256|384|512)$/.test(String(head?.['alg'])) && payload?.['iss'] === issuer;
}

function decodedPart(part: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** The SDK's way of saying that Microsoft's keys could not be fetched: nothing is known about the token then. */
function isKeyFault(fault: unknown): boolean {
  const { name, statusCode } = fault as { name?: unknown; statusCode?: unknown };
  return name === 'FetchError' || statusCode === 500;
}

function authenticationOf(
  options: BotbuilderOptions,
  cloud: TeamsCloud,
  tokens: AccessTokens,
): ConfigurationBotFrameworkAuthentication {
  return new ConfigurationBotFrameworkAuthentication(
    {
      MicrosoftAppId: options.appId,
      ValidateAuthority: 'false',
      ToChannelFromBotLoginUrl: options.loginUrl,
      ToChannelFromBotOAuthScope: cloud.audience,
      ToBotFromChannelTokenIssuer: cloud.issuer,
      ToBotFromChannelOpenIdMetadataUrl: options.openIdUrl,
      // Never asked: `isChannelToken` turns emulators away. The SDK wants one.
      ToBotFromEmulatorOpenIdMetadataUrl: options.openIdUrl,
      OAuthUrl: 'https://token.botframework.com/',
      CallerId: '',
    },
    {
      isValidAppId: (appId: string) => Promise.resolve(appId === options.appId),
      isAuthenticationDisabled: () => Promise.resolve(options.auth === 'off'),
      createCredentials: () =>
        Promise.resolve({
          async signRequest(request) {
            if (options.auth === 'on') {
              request.headers.set('authorization', `Bearer ${await tokens.get()}`);
            }
            return request;
          },
        }),
    },
  );
}

// --- outgoing calls ----------------------------------------------------------------------------------------------

/** No option of the SDK switches its retries off; its pipeline is the only way, and its types hide that one. */
function withoutRetries(connector: ConnectorClient): ConnectorClient {
  const { client } = connector as unknown as {
    readonly client: { readonly pipeline: { removePolicy(policy: { name: string }): unknown } };
  };
  for (const name of UNWANTED_POLICIES) client.pipeline.removePolicy({ name });
  return connector;
}

/** System codes of a connection that never came about; after any other the request may have been read. */
const NOT_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** The parts of the SDK's RestError that are read here. */
type RestError = {
  readonly statusCode?: unknown;
  readonly response?: {
    readonly bodyAsText?: unknown;
    readonly headers?: { get(name: string): string | undefined };
  };
};

function faultOf(thrown: unknown): TeamsFault {
  if (thrown instanceof TeamsFaultError) return thrown.fault;
  const error = (typeof thrown === 'object' && thrown !== null ? thrown : {}) as RestError;
  if (typeof error.statusCode === 'number' && error.statusCode >= 300) {
    return {
      kind: 'status',
      status: error.statusCode,
      code: codeOfBody(error.response?.bodyAsText),
      retryAfter: error.response?.headers?.get('retry-after') ?? null,
    };
  }
  const code = faultCode(thrown);
  return NOT_CONNECTED.has(code) ? { kind: 'not-sent', code } : { kind: 'broken', code };
}

/** `{"error": {"code": "...", "innerHttpError"?, "subCode"?}}`; the most telling code of it, when it looks like one. */
function codeOfBody(body: unknown): string | null {
  if (typeof body !== 'string') return null;
  try {
    const { error, subCode } = JSON.parse(body) as {
      error?: { code?: unknown; subCode?: unknown };
      subCode?: unknown;
    };
    const codes = [error?.subCode, subCode, error?.code];
    const code = codes.find((one) => typeof one === 'string' && /^\w{1,60}$/.test(one));
    return typeof code === 'string' ? code : null;
  } catch {
    return null;
  }
}
