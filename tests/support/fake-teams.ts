// Microsoft Teams and its sign-in service on loopback, for tests: OpenID metadata and keys, a token endpoint, and the
// Connector that keeps the messages of each conversation. It also plays Teams' side: activities with real signed tokens.
//
//   const teams = await startFakeTeams();      // TEAMS_OPENID_URL=teams.openIdUrl TEAMS_LOGIN_URL=teams.loginUrl
//                                              // TEAMS_SERVICE_HOSTS=teams.serviceHost and appId, appPassword, tenantId
//   await teams.sendMessage(botUrl, { text: '<at>Tariffwatch</at> status japan' });        // a mention in a channel
//   await teams.sendMessage(botUrl, { text: 'status japan', personal: true });
//   teams.messages(teams.channelId); teams.requestCount('POST'); teams.script.add('POST', { kind: 'reset', accepted: true });
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import {
  type AnswerScript,
  bodyOf,
  createAnswerScript,
  isAccepted,
  writeAnswer,
} from './scripted-answers.ts';

export type TeamsActivity = Readonly<Record<string, unknown>>;

export type TeamsCall = {
  /** `POST`, `PUT`, `DELETE` of activities, `CREATE` of a conversation, `TOKEN`. */
  readonly method: string;
  readonly path: string;
  readonly conversationId: string;
  readonly authorization: string;
  readonly activity: TeamsActivity;
  readonly atMs: number;
};

export type TeamsMessage = {
  readonly id: string;
  /** Without `;messageid=`. */
  readonly conversationId: string;
  /** Id of the post that this one answers, or null at the root of the channel. */
  readonly threadOf: string | null;
  readonly activity: TeamsActivity;
  /** Every wording since the post, the first one included. */
  readonly versions: readonly TeamsActivity[];
};

export type Reply = { readonly status: number; readonly body: string };

export type TokenChanges = {
  readonly issuer?: string;
  readonly audience?: string;
  readonly serviceUrl?: string | null;
  /** Seconds since 1970. */
  readonly expiresAt?: number;
  readonly notBefore?: number;
  /** `none` and `HS256` play forged tokens; `foreign` signs with a key that is not published. */
  readonly algorithm?: 'RS256' | 'none' | 'HS256' | 'foreign';
  readonly keyId?: string;
};

export type TeamsText = {
  readonly text: string;
  readonly personal?: boolean;
  readonly userId?: string;
  readonly userName?: string;
  readonly channelId?: string;
  readonly teamId?: string;
  /** Id of the post under which the message was written. */
  readonly threadOf?: string;
  readonly activityId?: string;
  readonly value?: unknown;
};

export type FakeTeams = {
  readonly url: string;
  readonly serviceUrl: string;
  readonly serviceHost: string;
  readonly openIdUrl: string;
  readonly loginUrl: string;
  readonly appId: string;
  readonly appPassword: string;
  readonly tenantId: string;
  readonly botId: string;
  readonly channelId: string;
  readonly teamId: string;
  /** Keys: `POST`, `PUT`, `CREATE`, `TOKEN`, one conversation (`POST 19:...`), or `OPENID` for a hang of the keys. */
  readonly script: AnswerScript;
  readonly calls: readonly TeamsCall[];
  requestCount(method?: string): number;
  messages(conversationId?: string): readonly TeamsMessage[];
  token(changes?: TokenChanges): Promise<string>;
  /** Any activity with a token; `authorization` null sends none, a text sends that. */
  sendActivity(
    botUrl: string,
    activity: TeamsActivity,
    options?: { readonly authorization?: string | null; readonly token?: TokenChanges },
  ): Promise<Reply>;
  sendMessage(botUrl: string, message: TeamsText): Promise<Reply>;
  /** `Action.Execute` of a card. */
  sendInvoke(
    botUrl: string,
    data: Readonly<Record<string, unknown>>,
    options?: {
      readonly activityId?: string;
      readonly verb?: string;
      readonly personal?: boolean;
      /** The post whose card was used; `900` by default. */
      readonly cardOf?: string;
      readonly userId?: string;
      readonly userName?: string;
    },
  ): Promise<Reply>;
  sendInstallation(botUrl: string, action: 'add' | 'remove'): Promise<Reply>;
  /** From now on activities name another service address, as when a tenant moves; the old one answers 404. */
  moveTo(region: string): void;
  messageActivity(message: TeamsText): Record<string, unknown>;
  close(): Promise<void>;
};

export type FakeTeamsOptions = {
  readonly appId?: string;
  readonly appPassword?: string;
  readonly tenantId?: string;
  readonly port?: number;
  /** Channels for which the published key may sign; Teams' own by default. */
  readonly endorsements?: readonly string[];
  /** False takes calls without a token, as an emulator does for a bot with TEAMS_AUTH=off. */
  readonly requireToken?: boolean;
};

type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>;

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

type State = {
  readonly options: Required<FakeTeamsOptions>;
  readonly keys: KeyPair;
  /** Published nowhere. */
  readonly foreignKeys: KeyPair;
  readonly keyId: string;
  readonly script: AnswerScript;
  readonly calls: TeamsCall[];
  readonly messages: Mutable<TeamsMessage>[];
  readonly tokens: Set<string>;
  nextId: number;
  region: string;
  url: string;
};

const ISSUER = 'https://api.botframework.com';
const BOT_ID = '28:fake-bot';
const CHANNEL_ID = '19:general@thread.tacv2';
const TEAM_ID = '19:team@thread.tacv2';
const PERSONAL_ID = 'a:personal-conversation';

export async function startFakeTeams(options: FakeTeamsOptions = {}): Promise<FakeTeams> {
  const state: State = {
    options: {
      appId: options.appId ?? '00000000-aaaa-4bbb-8ccc-000000000001',
      appPassword: options.appPassword ?? 'fake-app-password',
      tenantId: options.tenantId ?? '00000000-dddd-4eee-8fff-000000000002',
      port: options.port ?? 0,
      endorsements: options.endorsements ?? ['msteams'],
      requireToken: options.requireToken ?? true,
    },
    ...(await testKeys()),
    keyId: randomUUID(),
    script: createAnswerScript(),
    calls: [],
    messages: [],
    tokens: new Set(),
    nextId: 1_700_000_000_000,
    region: 'teams',
    url: '',
  };
  const server = createServer((request, response) => {
    handle(state, request, response).catch((fault: unknown) => {
      if (!response.headersSent) response.writeHead(500);
      response.end(String(fault));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(state.options.port, '127.0.0.1', resolve);
  });
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return facade(state, async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
}

let keysOfThisProcess: Promise<{ keys: KeyPair; foreignKeys: KeyPair }> | null = null;

/** Making RSA keys takes half a second, so every fake of a test file shares them. */
function testKeys(): Promise<{ keys: KeyPair; foreignKeys: KeyPair }> {
  keysOfThisProcess ??= Promise.all([
    generateKeyPair('RS256', { extractable: true }),
    generateKeyPair('RS256', { extractable: true }),
  ]).then(([keys, foreignKeys]) => ({ keys, foreignKeys }));
  return keysOfThisProcess;
}

function facade(state: State, close: () => Promise<void>): FakeTeams {
  const { options } = state;

  async function sendActivity(
    botUrl: string,
    activity: TeamsActivity,
    sending: { readonly authorization?: string | null; readonly token?: TokenChanges } = {},
  ): Promise<Reply> {
    const authorization =
      sending.authorization === undefined
        ? `Bearer ${await signToken(state, sending.token ?? {})}`
        : sending.authorization;
    const answer = await fetch(new URL('/api/messages', botUrl), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(authorization === null ? {} : { authorization }),
      },
      body: JSON.stringify(activity),
    });
    return { status: answer.status, body: await answer.text() };
  }

  return {
    url: state.url,
    serviceUrl: serviceUrlOf(state),
    serviceHost: new URL(state.url).host,
    openIdUrl: `${state.url}/openid/configuration`,
    loginUrl: `${state.url}/login/token`,
    appId: options.appId,
    appPassword: options.appPassword,
    tenantId: options.tenantId,
    botId: BOT_ID,
    channelId: CHANNEL_ID,
    teamId: TEAM_ID,
    script: state.script,
    calls: state.calls,
    requestCount: (method) =>
      method === undefined
        ? state.calls.length
        : state.calls.filter((call) => call.method === method).length,
    messages: (conversationId) =>
      state.messages.filter(
        (message) => conversationId === undefined || message.conversationId === conversationId,
      ),
    token: (changes = {}) => signToken(state, changes),
    sendActivity,
    sendMessage: (botUrl, message) => sendActivity(botUrl, messageActivity(state, message)),
    sendInvoke: (botUrl, data, { activityId, verb, personal, cardOf, ...user } = {}) =>
      sendActivity(botUrl, {
        ...messageActivity(state, {
          text: '',
          personal: personal ?? false,
          threadOf: cardOf ?? '900',
          ...user,
        }),
        id: activityId ?? newId(state),
        type: 'invoke',
        name: 'adaptiveCard/action',
        text: undefined,
        value: { action: { type: 'Action.Execute', verb: verb ?? 'tariff', data } },
      }),
    sendInstallation: (botUrl, action) =>
      sendActivity(botUrl, {
        ...messageActivity(state, { text: '' }),
        type: 'installationUpdate',
        action,
        text: undefined,
        conversation: {
          isGroup: true,
          conversationType: 'channel',
          id: TEAM_ID,
          tenantId: options.tenantId,
        },
      }),
    messageActivity: (message) => messageActivity(state, message),
    moveTo: (region) => {
      state.region = region;
    },
    close,
  };
}

function serviceUrlOf(state: State): string {
  return `${state.url}/${state.region}/`;
}

function newId(state: State): string {
  state.nextId += 1;
  return String(state.nextId);
}

// --- tokens ------------------------------------------------------------------------------------------------------

async function signToken(state: State, changes: TokenChanges): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const serviceUrl = changes.serviceUrl === undefined ? serviceUrlOf(state) : changes.serviceUrl;
  const payload = {
    ...(serviceUrl === null ? {} : { serviceurl: serviceUrl }),
    iss: changes.issuer ?? ISSUER,
    aud: changes.audience ?? state.options.appId,
    nbf: changes.notBefore ?? now - 60,
    exp: changes.expiresAt ?? now + 3_600,
  };
  const kid = changes.keyId ?? state.keyId;
  switch (changes.algorithm ?? 'RS256') {
    case 'none': {
      const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
      return `${part({ alg: 'none', typ: 'JWT', kid })}.${part(payload)}.`;
    }
    case 'HS256': {
      // The classic confusion: the public key, known to everybody, used as an HMAC secret.
      const jwk = await exportJWK(state.keys.publicKey);
      return new SignJWT(payload)
        .setProtectedHeader({ alg: 'HS256', kid })
        .sign(Buffer.from(String(jwk.n)));
    }
    case 'foreign':
      return new SignJWT(payload)
        .setProtectedHeader({ alg: 'RS256', kid })
        .sign(state.foreignKeys.privateKey);
    case 'RS256':
      return new SignJWT(payload)
        .setProtectedHeader({ alg: 'RS256', kid })
        .sign(state.keys.privateKey);
  }
}

// --- what the bot calls ------------------------------------------------------------------------------------------

async function handle(
  state: State,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  const body = await bodyOf(request);
  if (path === '/openid/configuration') {
    if (state.script.next(['OPENID']).kind === 'hang') return;
    return json(response, { issuer: ISSUER, jwks_uri: `${state.url}/openid/keys` });
  }
  if (path === '/openid/keys') {
    const jwk = await exportJWK(state.keys.publicKey);
    return json(response, {
      keys: [{ ...jwk, kid: state.keyId, use: 'sig', endorsements: state.options.endorsements }],
    });
  }
  if (path === '/login/token') return answerToken(state, body, request, response);
  if (path.startsWith(`/${state.region}/v3/conversations`)) {
    return answerConnector(state, path, body, request, response);
  }
  response.writeHead(404).end();
}

function json(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

function answerToken(
  state: State,
  body: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const form = new URLSearchParams(body);
  record(state, 'TOKEN', request, '', Object.fromEntries(form));
  const answer = state.script.next(['TOKEN']);
  const isOurs =
    form.get('grant_type') === 'client_credentials' &&
    form.get('client_id') === state.options.appId &&
    form.get('client_secret') === state.options.appPassword;
  if (!isOurs) {
    json(response, { error: 'invalid_client', error_description: 'AADSTS7000215' }, 401);
    return;
  }
  const token = `fake-access-token-${randomUUID()}`;
  state.tokens.add(token);
  writeAnswer(
    answer,
    response,
    { token_type: 'Bearer', expires_in: 3_600, access_token: token },
    (code) => ({ status: 400, body: { error: code } }),
  );
}

function record(
  state: State,
  method: string,
  request: IncomingMessage,
  conversationId: string,
  activity: TeamsActivity,
): void {
  state.calls.push({
    method,
    path: request.url ?? '',
    conversationId,
    authorization: request.headers.authorization ?? '',
    activity,
    atMs: performance.now(),
  });
}

function answerConnector(
  state: State,
  path: string,
  body: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const [, conversation, activityId] =
    /^\/\w+\/v3\/conversations(?:\/([^/]+)\/activities(?:\/([^/]+))?)?$/.exec(path) ?? [];
  const conversationId = decodeURIComponent(conversation ?? '');
  const activity = JSON.parse(body === '' ? '{}' : body) as TeamsActivity;
  const method = conversation === undefined ? 'CREATE' : (request.method ?? 'POST');
  record(state, method, request, conversationId, activity);
  const refusal = (code: string) => ({
    status: code === 'ConversationNotFound' ? 404 : 403,
    body: { error: { code, message: code } },
  });
  const token = (request.headers.authorization ?? '').replace(/^Bearer /, '');
  if (state.options.requireToken && !state.tokens.has(token)) {
    json(response, { error: { code: 'Unauthorized', message: 'no valid token' } }, 401);
    return;
  }
  const answer = state.script.next([`${method} ${conversationId}`, method]);
  const id = isAccepted(answer)
    ? accept(state, method, conversationId, activity, decodeURIComponent(activityId ?? ''))
    : '';
  if (id === null) {
    json(response, { error: { code: 'ActivityNotFoundInConversation' } }, 404);
    return;
  }
  const good =
    method === 'CREATE'
      ? { id: `${CHANNEL_ID};messageid=${id}`, activityId: id, serviceUrl: serviceUrlOf(state) }
      : { id };
  writeAnswer(answer, response, good, refusal);
}

/** Stores the post or the edit; null when the edited message is not there. */
function accept(
  state: State,
  method: string,
  conversationId: string,
  activity: TeamsActivity,
  activityId: string,
): string | null {
  const [base = '', root] = conversationId.split(';messageid=');
  if (method === 'PUT') {
    const message = state.messages.find((known) => known.id === activityId);
    if (message === undefined) return null;
    message.activity = activity;
    message.versions = [...message.versions, activity];
    return message.id;
  }
  const id = newId(state);
  // Shown while it lasts, and kept nowhere.
  if (activity['type'] === 'typing') return id;
  const created = activity['activity'] as TeamsActivity | undefined;
  const channel = (activity['channelData'] as { channel?: { id?: string } } | undefined)?.channel
    ?.id;
  const first = method === 'CREATE' ? (created ?? {}) : activity;
  state.messages.push({
    id,
    conversationId: method === 'CREATE' ? (channel ?? CHANNEL_ID) : base,
    threadOf: root ?? (activityId === '' ? null : activityId),
    activity: first,
    versions: [first],
  });
  return id;
}

// --- what Teams sends --------------------------------------------------------------------------------------------

function messageActivity(state: State, message: TeamsText): Record<string, unknown> {
  const isPersonal = message.personal === true;
  const id = message.activityId ?? newId(state);
  const channel = message.channelId ?? CHANNEL_ID;
  const mentionText = /<at>[^<]*<\/at>/.exec(message.text)?.[0];
  return {
    type: 'message',
    id,
    timestamp: new Date().toISOString(),
    channelId: 'msteams',
    serviceUrl: serviceUrlOf(state),
    from: {
      id: message.userId ?? '29:user-1',
      name: message.userName ?? 'Alice',
      aadObjectId: '00000000-1111-4222-8333-000000000003',
    },
    recipient: { id: BOT_ID, name: 'Tariffwatch' },
    conversation: isPersonal
      ? { conversationType: 'personal', id: PERSONAL_ID, tenantId: state.options.tenantId }
      : {
          isGroup: true,
          conversationType: 'channel',
          id: `${channel};messageid=${message.threadOf ?? id}`,
          tenantId: state.options.tenantId,
        },
    text: message.text,
    textFormat: 'plain',
    ...(message.value === undefined ? {} : { value: message.value }),
    ...(message.threadOf === undefined ? {} : { replyToId: message.threadOf }),
    entities:
      mentionText === undefined
        ? []
        : [{ type: 'mention', text: mentionText, mentioned: { id: BOT_ID, name: 'Tariffwatch' } }],
    channelData: {
      tenant: { id: state.options.tenantId },
      ...(isPersonal
        ? {}
        : {
            channel: { id: channel, name: 'General' },
            team: { id: message.teamId ?? TEAM_ID, name: 'Fake team' },
          }),
    },
  };
}
