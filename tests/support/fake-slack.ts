// A Slack on loopback, for tests. It checks tokens, records every call, keeps the messages of each channel and answers
// as scripted; it also plays Slack's side towards the bot: signed commands, buttons and events over HTTP or socket mode.
//
//   const slack = await startFakeSlack();                         // then SLACK_API_URL=slack.apiUrl and the three secrets
//   const answer = await slack.sendCommand(botUrl, { text: 'status japan', channelId: 'C1' });
//   slack.script.add('chat.postMessage', { kind: 'reset', accepted: true });   // or 'chat.postMessage C1' for one channel
//   slack.messages('C1'); slack.privateAnswers('C1'); slack.requestCount('chat.postMessage'); await slack.close();
import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import {
  type AnswerScript,
  bodyOf,
  createAnswerScript,
  isAccepted,
  type ScriptedAnswer,
  writeAnswer,
} from './scripted-answers.ts';

export type SlackCall = {
  readonly method: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly token: string;
  readonly atMs: number;
};

export type SlackMessage = {
  readonly ts: string;
  readonly channel: string;
  readonly threadTs: string | null;
  /** The latest wording. */
  readonly text: string;
  readonly blocks: readonly Readonly<Record<string, unknown>>[];
  readonly metadata: unknown;
  readonly acceptedAtMs: number;
  /** Every wording since the post, the first one included. */
  readonly versions: readonly { readonly text: string; readonly blocks: unknown }[];
};

/** A file as it stands in a channel after files.completeUploadExternal. */
export type SlackFile = {
  readonly channel: string;
  readonly threadTs: string | null;
  readonly title: string;
  readonly altText: string;
  readonly bytes: Buffer;
};

/** An answer only its asker sees: by the HTTP reply, `response_url`, or chat.postEphemeral. */
export type SlackAnswer = {
  readonly channel: string;
  readonly user: string;
  readonly responseType: 'ephemeral' | 'in_channel';
  readonly text: string;
  readonly blocks: readonly Readonly<Record<string, unknown>>[];
  readonly raw: Readonly<Record<string, unknown>>;
};

export type Reply = { readonly status: number; readonly body: string };

export type SlackCommand = {
  readonly text: string;
  readonly command?: string;
  readonly channelId?: string;
  readonly channelName?: string;
  readonly userId?: string;
  readonly userName?: string;
  readonly triggerId?: string;
  /** A forged address; by default one of this fake's. */
  readonly responseUrl?: string;
};

export type SlackAction = {
  readonly actionId: string;
  readonly value?: string;
  readonly channelId?: string;
  readonly userId?: string;
  readonly messageTs?: string;
  readonly triggerId?: string;
  readonly responseUrl?: string;
};

/** A modal as Slack keeps it; `views.update` and an acknowledgement with `update` replace it. */
export type SlackView = {
  readonly id: string;
  readonly view: Readonly<Record<string, unknown>>;
  readonly triggerId: string;
};

export type SlackSubmission = {
  readonly viewId: string;
  /** By block id, as typed or chosen; what is not named stays as it was opened. */
  readonly values: Readonly<Record<string, string>>;
  readonly userId?: string;
  readonly userName?: string;
};

export type SignedRequest = {
  readonly body: string;
  readonly contentType: string;
  /** Seconds; now by default. */
  readonly timestamp?: number;
  /** The right one by default. */
  readonly signature?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

export type FakeSlack = {
  readonly url: string;
  readonly apiUrl: string;
  readonly signingSecret: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly teamId: string;
  readonly botUserId: string;
  readonly script: AnswerScript;
  readonly calls: readonly SlackCall[];
  requestCount(method?: string): number;
  /** Posts of a channel in order, thread answers included; without a channel, all. */
  messages(channelId?: string): readonly SlackMessage[];
  files(): readonly SlackFile[];
  /** Open modals, the latest one last. */
  views(): readonly SlackView[];
  /** Presses Submit in a modal; the answer's `errors` or new view are in the reply. */
  submitView(botUrl: string, submission: SlackSubmission): Promise<Reply>;
  /** What was answered to people: HTTP replies to commands, response_url posts, chat.postEphemeral. */
  answers(channelId?: string): readonly SlackAnswer[];
  /** Grants the history scopes, or takes them away (null, as at first); a post shows there `afterMs` after its acceptance. */
  grantHistory(afterMs?: number | null): void;
  /** Every later call with the bot token is refused with this code (`token_revoked`); null lifts it. */
  revoke(code: string | null): void;
  sign(body: string, timestamp: number): string;
  /** One signed request to `<botUrl>/slack/events`. */
  sendSigned(botUrl: string, request: SignedRequest): Promise<Reply>;
  sendCommand(botUrl: string, command: SlackCommand): Promise<Reply>;
  sendAction(botUrl: string, action: SlackAction): Promise<Reply>;
  /** An event callback; `eventId` equal to an earlier one plays Slack's retry. */
  sendEvent(
    botUrl: string,
    event: Readonly<Record<string, unknown>>,
    options?: { readonly eventId?: string; readonly retryNum?: number },
  ): Promise<Reply>;
  /** Socket mode: open connections, and one envelope sent down the newest; resolves with the payload of its ack. */
  socketCount(): number;
  sendEnvelope(
    type: 'slash_commands' | 'events_api' | 'interactive',
    payload: Readonly<Record<string, unknown>>,
  ): Promise<unknown>;
  /** The payloads that `sendCommand`, `sendAction` and `sendEvent` carry, for `sendEnvelope`. */
  commandPayload(command: SlackCommand): Record<string, string>;
  actionPayload(action: SlackAction): Record<string, unknown>;
  eventPayload(event: Readonly<Record<string, unknown>>, eventId?: string): Record<string, unknown>;
  /** Asks the client to leave, as Slack does when it renews a socket. */
  dropSockets(): void;
  close(): Promise<void>;
};

export type FakeSlackOptions = {
  readonly signingSecret?: string;
  readonly botToken?: string;
  readonly appToken?: string;
  readonly teamId?: string;
  /** 0 takes a free one. */
  readonly port?: number;
};

type State = {
  readonly options: Required<FakeSlackOptions>;
  readonly botUserId: string;
  readonly script: AnswerScript;
  readonly calls: SlackCall[];
  readonly messages: Mutable<SlackMessage>[];
  readonly answers: SlackAnswer[];
  readonly files: SlackFile[];
  readonly views: Mutable<SlackView>[];
  readonly uploads: Map<string, { readonly altText: string; bytes: Buffer | null }>;
  readonly hooks: Map<string, { readonly channel: string; readonly user: string }>;
  readonly waiting: Map<string, (payload: unknown) => void>;
  readonly sockets: Set<WebSocket>;
  revokedBy: string | null;
  /** How much the history lags behind; null: the scope was not granted. */
  historyLagMs: number | null;
  lastTs: number;
  url: string;
};

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

const WRITES = new Set([
  'chat.postMessage',
  'chat.update',
  'chat.postEphemeral',
  'chat.delete',
  'chat.scheduleMessage',
]);

export async function startFakeSlack(options: FakeSlackOptions = {}): Promise<FakeSlack> {
  const state: State = {
    options: {
      signingSecret: options.signingSecret ?? 'fake-signing-secret',
      botToken: options.botToken ?? 'xoxb-fake-bot-token',
      appToken: options.appToken ?? 'xapp-fake-app-token',
      teamId: options.teamId ?? 'T1',
      port: options.port ?? 0,
    },
    botUserId: 'UBOT',
    script: createAnswerScript(),
    calls: [],
    messages: [],
    answers: [],
    files: [],
    views: [],
    uploads: new Map(),
    hooks: new Map(),
    waiting: new Map(),
    sockets: new Set(),
    revokedBy: null,
    historyLagMs: null,
    lastTs: 1_700_000_000_000_000,
    url: '',
  };
  const server = createServer((request, response) => {
    handle(state, request, response).catch((fault: unknown) => {
      if (!response.headersSent) response.writeHead(500);
      response.end(String(fault));
    });
  });
  const webSockets = new WebSocketServer({ server, path: '/socket' });
  webSockets.on('connection', (socket) => acceptSocket(state, socket));
  await new Promise<void>((resolve) => {
    server.listen(state.options.port, '127.0.0.1', resolve);
  });
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return facade(state, async () => {
    for (const socket of state.sockets) socket.terminate();
    webSockets.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
}

function facade(state: State, close: () => Promise<void>): FakeSlack {
  const { options } = state;
  const sign = (body: string, timestamp: number) =>
    `v0=${createHmac('sha256', options.signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')}`;

  async function sendSigned(botUrl: string, request: SignedRequest): Promise<Reply> {
    const timestamp = request.timestamp ?? Math.floor(Date.now() / 1000);
    const answer = await fetch(new URL('/slack/events', botUrl), {
      method: 'POST',
      headers: {
        'content-type': request.contentType,
        'x-slack-request-timestamp': String(timestamp),
        'x-slack-signature': request.signature ?? sign(request.body, timestamp),
        ...request.headers,
      },
      body: request.body,
    });
    return { status: answer.status, body: await answer.text() };
  }

  return {
    url: state.url,
    apiUrl: `${state.url}/api/`,
    signingSecret: options.signingSecret,
    botToken: options.botToken,
    appToken: options.appToken,
    teamId: options.teamId,
    botUserId: state.botUserId,
    script: state.script,
    calls: state.calls,
    requestCount: (method) =>
      method === undefined
        ? state.calls.length
        : state.calls.filter((call) => call.method === method).length,
    messages: (channelId) =>
      state.messages.filter((message) => channelId === undefined || message.channel === channelId),
    files: () => state.files,
    views: () => state.views,
    async submitView(botUrl, submission) {
      const payload = JSON.stringify(submissionPayload(state, submission));
      const reply = await sendSigned(botUrl, {
        body: new URLSearchParams({ payload }).toString(),
        contentType: 'application/x-www-form-urlencoded',
      });
      const { response_action: action, view } = (parsedOr(reply.body) ?? {}) as Opened;
      if (action === 'update' && view !== undefined) replaceView(state, submission.viewId, view);
      return reply;
    },
    answers: (channelId) =>
      state.answers.filter((answer) => channelId === undefined || answer.channel === channelId),
    grantHistory: (afterMs = 0) => {
      state.historyLagMs = afterMs;
    },
    revoke: (code) => {
      state.revokedBy = code;
    },
    sign,
    sendSigned,
    async sendCommand(botUrl, command) {
      const payload = commandPayload(state, command);
      const reply = await sendSigned(botUrl, {
        body: new URLSearchParams(payload).toString(),
        contentType: 'application/x-www-form-urlencoded',
      });
      noteReply(state, payload, reply);
      return reply;
    },
    sendAction: (botUrl, action) =>
      sendSigned(botUrl, {
        body: new URLSearchParams({
          payload: JSON.stringify(actionPayload(state, action)),
        }).toString(),
        contentType: 'application/x-www-form-urlencoded',
      }),
    sendEvent: (botUrl, event, { eventId, retryNum } = {}) =>
      sendSigned(botUrl, {
        body: JSON.stringify(eventPayload(state, event, eventId)),
        contentType: 'application/json',
        headers:
          retryNum === undefined
            ? {}
            : { 'x-slack-retry-num': String(retryNum), 'x-slack-retry-reason': 'http_timeout' },
      }),
    socketCount: () => state.sockets.size,
    sendEnvelope: (type, payload) => sendEnvelope(state, type, payload),
    commandPayload: (command) => commandPayload(state, command),
    actionPayload: (action) => actionPayload(state, action),
    eventPayload: (event, eventId) => eventPayload(state, event, eventId),
    dropSockets: () => {
      for (const socket of state.sockets) {
        socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
      }
    },
    close,
  };
}

// --- what the bot calls ------------------------------------------------------------------------------------------

async function handle(
  state: State,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  if (path.startsWith('/upload/')) return takeUpload(state, path, request, response);
  const body = await bodyOf(request);
  if (path.startsWith('/hooks/')) return answerHook(state, path, body, response);
  if (!path.startsWith('/api/')) {
    response.writeHead(404).end();
    return;
  }
  const method = path.slice('/api/'.length);
  const values = argumentsOf(request.headers['content-type'] ?? '', body);
  const token = (request.headers.authorization ?? '').replace(/^Bearer /, '');
  state.calls.push({ method, arguments: values, token, atMs: performance.now() });
  const channel = textOf(values['channel']);
  let answer = state.script.next([`${method} ${channel}`, method]);
  const refusedBy = tokenFault(state, method, token);
  if (refusedBy !== null) answer = { kind: 'error', code: refusedBy };
  const accepted = isAccepted(answer);
  const good = accepted ? accept(state, method, values) : {};
  const missing = (good as { error?: string }).error;
  if (missing !== undefined) answer = { kind: 'error', code: missing };
  writeAnswer(answer, response, good, (code) => ({
    status: 200,
    body: { ok: false, error: code },
  }));
}

function argumentsOf(contentType: string, body: string): Record<string, unknown> {
  if (contentType.startsWith('application/json')) {
    return JSON.parse(body === '' ? '{}' : body) as Record<string, unknown>;
  }
  const values: Record<string, unknown> = {};
  for (const [key, value] of new URLSearchParams(body)) {
    // The SDK sends objects as JSON in a form field.
    values[key] = /^[[{]/.test(value) ? parsedOr(value) : value;
  }
  return values;
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function parsedOr(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function tokenFault(state: State, method: string, token: string): string | null {
  if (method === 'apps.connections.open') {
    return token === state.options.appToken ? null : 'invalid_auth';
  }
  if (token !== state.options.botToken) return token === '' ? 'not_authed' : 'invalid_auth';
  return state.revokedBy;
}

function accept(state: State, method: string, values: Readonly<Record<string, unknown>>): unknown {
  switch (method) {
    case 'auth.test':
      return {
        ok: true,
        team_id: state.options.teamId,
        team: 'Fake team',
        user_id: state.botUserId,
        user: 'tariffwatch',
        bot_id: 'BBOT',
      };
    case 'apps.connections.open':
      return { ok: true, url: `${state.url.replace('http:', 'ws:')}/socket` };
    case 'conversations.info': {
      const id = textOf(values['channel']);
      return { ok: true, channel: { id, name: `name-of-${id.toLowerCase()}`, is_channel: true } };
    }
    case 'conversations.history':
    case 'conversations.replies':
      return history(state, values);
    case 'chat.postMessage':
      return post(state, values);
    case 'chat.update':
      return edit(state, values);
    case 'chat.postEphemeral':
      state.answers.push(answerOf(values, textOf(values['channel']), textOf(values['user'])));
      return { ok: true, message_ts: nextTs(state) };
    case 'views.open': {
      const id = `V${state.views.length + 1}`;
      const view = values['view'] as Opened['view'] & object;
      state.views.push({ id, view, triggerId: textOf(values['trigger_id']) });
      return { ok: true, view: { ...view, id } };
    }
    case 'views.update': {
      const id = textOf(values['view_id']);
      const isKnown = replaceView(state, id, values['view'] as Opened['view'] & object);
      return isKnown ? { ok: true } : { error: 'not_found' };
    }
    case 'files.getUploadURLExternal': {
      const id = `F${state.uploads.size + 1}`;
      state.uploads.set(id, { altText: textOf(values['alt_text']), bytes: null });
      return { ok: true, file_id: id, upload_url: `${state.url}/upload/${id}` };
    }
    case 'files.completeUploadExternal':
      return completeUpload(state, values);
    default:
      return WRITES.has(method) ? { ok: true } : { ok: false, error: 'unknown_method' };
  }
}

function post(state: State, values: Readonly<Record<string, unknown>>): unknown {
  const text = textOf(values['text']);
  const blocks = blocksOf(values);
  if (text === '' && blocks.length === 0) return { error: 'no_text' };
  const channel = textOf(values['channel']);
  if (channel === '') return { error: 'channel_not_found' };
  const message: Mutable<SlackMessage> = {
    ts: nextTs(state),
    channel,
    threadTs: values['thread_ts'] === undefined ? null : textOf(values['thread_ts']),
    text,
    blocks,
    metadata: values['metadata'] ?? null,
    acceptedAtMs: Date.now(),
    versions: [{ text, blocks }],
  };
  state.messages.push(message);
  return { ok: true, channel, ts: message.ts, message: { text, ts: message.ts } };
}

function history(state: State, values: Readonly<Record<string, unknown>>): unknown {
  const lag = state.historyLagMs;
  if (lag === null) return { error: 'missing_scope' };
  const thread = values['ts'] === undefined ? null : textOf(values['ts']);
  const seen = (atMs: number) =>
    atMs >= Number(values['oldest']) * 1_000 && atMs <= Date.now() - lag;
  const messages = state.messages.filter(
    ({ channel, threadTs, ts, acceptedAtMs }) =>
      channel === textOf(values['channel']) &&
      (thread === null ? threadTs === null : threadTs === thread || ts === thread) &&
      seen(acceptedAtMs),
  );
  const from = Number(textOf(values['cursor']) || 0);
  const limit = Number(values['limit']);
  const newestFirst = messages.toReversed().slice(from, from + limit);
  const hasMore = from + limit < messages.length;
  return {
    ok: true,
    messages: newestFirst.map(({ ts, text, metadata }) => ({
      type: 'message',
      ts,
      text,
      ...(String(values['include_all_metadata']) === 'true' && metadata !== null
        ? { metadata }
        : {}),
    })),
    has_more: hasMore,
    ...(hasMore ? { response_metadata: { next_cursor: String(from + limit) } } : {}),
  };
}

function edit(state: State, values: Readonly<Record<string, unknown>>): unknown {
  const message = state.messages.find(
    (known) => known.ts === textOf(values['ts']) && known.channel === textOf(values['channel']),
  );
  if (message === undefined) return { error: 'message_not_found' };
  message.text = textOf(values['text']);
  message.blocks = blocksOf(values);
  message.versions = [...message.versions, { text: message.text, blocks: message.blocks }];
  return { ok: true, channel: message.channel, ts: message.ts, text: message.text };
}

function blocksOf(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>[] {
  const blocks = values['blocks'];
  return Array.isArray(blocks) ? (blocks as Record<string, unknown>[]) : [];
}

function nextTs(state: State): string {
  state.lastTs += 100;
  const seconds = Math.floor(state.lastTs / 1_000_000);
  return `${seconds}.${String(state.lastTs % 1_000_000).padStart(6, '0')}`;
}

// --- files -------------------------------------------------------------------------------------------------------

async function takeUpload(
  state: State,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const upload = state.uploads.get(path.slice('/upload/'.length));
  const form = await new Response(await bytesOf(request), {
    headers: { 'content-type': request.headers['content-type'] ?? '' },
  }).formData();
  const file = [...form.values()].find((value) => typeof value !== 'string');
  if (upload === undefined || file === undefined) {
    response.writeHead(400).end();
    return;
  }
  upload.bytes = Buffer.from(await file.arrayBuffer());
  response.writeHead(200).end(`OK - ${upload.bytes.length}`);
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function completeUpload(state: State, values: Readonly<Record<string, unknown>>): unknown {
  const files = values['files'] as readonly { readonly id: string; readonly title?: string }[];
  const channel = textOf(values['channel_id']);
  if (channel === '') return { error: 'channel_not_found' };
  for (const { id, title = '' } of files) {
    const upload = state.uploads.get(id);
    if (upload === undefined || upload.bytes === null) return { error: 'file_not_found' };
    state.files.push({
      channel,
      threadTs: values['thread_ts'] === undefined ? null : textOf(values['thread_ts']),
      title,
      altText: upload.altText,
      bytes: upload.bytes,
    });
  }
  return { ok: true, files: files.map(({ id }) => ({ id })) };
}

// --- modals ------------------------------------------------------------------------------------------------------

type Opened = {
  readonly response_action?: string;
  readonly view?: Readonly<Record<string, unknown>>;
};

function replaceView(state: State, id: string, view: Readonly<Record<string, unknown>>): boolean {
  const known = state.views.find((one) => one.id === id);
  if (known !== undefined) known.view = view;
  return known !== undefined;
}

type ViewElement = Readonly<Record<string, unknown>> & { readonly type: string };
type ViewBlock = {
  readonly type: string;
  readonly block_id?: string;
  readonly element: ViewElement;
};

/** What Slack sends of each input: typed text, a chosen day, a chosen option; null where nothing stands. */
function submissionPayload(state: State, submission: SlackSubmission): Record<string, unknown> {
  const open = state.views.find(({ id }) => id === submission.viewId);
  if (open === undefined) throw new Error(`no view ${submission.viewId} is open`);
  const inputs = (open.view['blocks'] as readonly ViewBlock[]).filter(
    ({ type }) => type === 'input',
  );
  const values = Object.fromEntries(
    inputs.map(({ block_id: name = '', element }) => [
      name,
      { [String(element['action_id'])]: stateOf(element, submission.values[name]) },
    ]),
  );
  const user = submission.userId ?? 'U1';
  return {
    type: 'view_submission',
    team: { id: state.options.teamId, domain: 'fake' },
    user: { id: user, name: submission.userName ?? 'alice', team_id: state.options.teamId },
    api_app_id: 'A1',
    view: { ...open.view, id: open.id, state: { values }, hash: '1.1' },
  };
}

function stateOf(element: ViewElement, given: string | undefined): Record<string, unknown> {
  const { type } = element;
  if (type === 'datepicker') {
    return { type, selected_date: (given ?? element['initial_date']) || null };
  }
  if (type === 'static_select') {
    const options = element['options'] as readonly { readonly value: string }[];
    const chosen = options.find(({ value }) => value === given) ?? element['initial_option'];
    return { type, selected_option: chosen ?? null };
  }
  return { type, value: (given ?? element['initial_value']) || null };
}

// --- response_url ------------------------------------------------------------------------------------------------

function newHook(state: State, channel: string, user: string): string {
  const id = randomUUID();
  state.hooks.set(id, { channel, user });
  return `${state.url}/hooks/${id}`;
}

function answerHook(state: State, path: string, body: string, response: ServerResponse): void {
  const hook = state.hooks.get(path.slice('/hooks/'.length));
  const values = (parsedOr(body) ?? {}) as Record<string, unknown>;
  state.calls.push({
    method: 'response_url',
    arguments: values,
    token: '',
    atMs: performance.now(),
  });
  if (hook === undefined) {
    response.writeHead(404).end('no_service');
    return;
  }
  const answer: ScriptedAnswer = state.script.next(['response_url']);
  if (isAccepted(answer)) state.answers.push(answerOf(values, hook.channel, hook.user));
  writeAnswer(answer, response, { ok: true }, (code) => ({ status: 404, body: code }));
}

function answerOf(
  values: Readonly<Record<string, unknown>>,
  channel: string,
  user: string,
): SlackAnswer {
  return {
    channel,
    user,
    responseType: values['response_type'] === 'in_channel' ? 'in_channel' : 'ephemeral',
    text: textOf(values['text']),
    blocks: blocksOf(values),
    raw: values,
  };
}

/** A text in the HTTP reply to a command is an answer too. */
function noteReply(
  state: State,
  payload: Readonly<Record<string, string>>,
  reply: { readonly status: number; readonly body: string },
): void {
  if (reply.status !== 200 || reply.body === '') return;
  const values = parsedOr(reply.body);
  const body =
    typeof values === 'object' && values !== null
      ? (values as Record<string, unknown>)
      : { text: reply.body };
  state.answers.push(answerOf(body, payload['channel_id'] ?? '', payload['user_id'] ?? ''));
}

// --- what Slack sends --------------------------------------------------------------------------------------------

function commandPayload(state: State, command: SlackCommand): Record<string, string> {
  const channel = command.channelId ?? 'C1';
  const user = command.userId ?? 'U1';
  return {
    token: 'legacy',
    team_id: state.options.teamId,
    team_domain: 'fake',
    channel_id: channel,
    channel_name: command.channelName ?? 'general',
    user_id: user,
    user_name: command.userName ?? 'alice',
    command: command.command ?? '/tariff',
    text: command.text,
    api_app_id: 'A1',
    is_enterprise_install: 'false',
    response_url: command.responseUrl ?? newHook(state, channel, user),
    trigger_id: command.triggerId ?? randomUUID(),
  };
}

function actionPayload(state: State, action: SlackAction): Record<string, unknown> {
  const channel = action.channelId ?? 'C1';
  const user = action.userId ?? 'U1';
  return {
    type: 'block_actions',
    team: { id: state.options.teamId, domain: 'fake' },
    user: { id: user, username: 'alice', name: 'alice', team_id: state.options.teamId },
    api_app_id: 'A1',
    container: {
      type: 'message',
      message_ts: action.messageTs ?? '1.1',
      channel_id: channel,
      is_ephemeral: action.messageTs === undefined,
    },
    channel: { id: channel, name: 'general' },
    trigger_id: action.triggerId ?? randomUUID(),
    response_url: action.responseUrl ?? newHook(state, channel, user),
    actions: [
      {
        type: 'button',
        action_id: action.actionId,
        block_id: 'b1',
        ...(action.value === undefined ? {} : { value: action.value }),
        action_ts: '1.2',
      },
    ],
  };
}

function eventPayload(
  state: State,
  event: Readonly<Record<string, unknown>>,
  eventId: string = `Ev${randomUUID()}`,
): Record<string, unknown> {
  return {
    token: 'legacy',
    team_id: state.options.teamId,
    api_app_id: 'A1',
    event,
    type: 'event_callback',
    event_id: eventId,
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: state.options.teamId,
        user_id: state.botUserId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
  };
}

// --- socket mode -------------------------------------------------------------------------------------------------

function acceptSocket(state: State, socket: WebSocket): void {
  state.sockets.add(socket);
  socket.on('close', () => state.sockets.delete(socket));
  socket.on('message', (data) => {
    const frame = JSON.parse(Buffer.from(data as Buffer).toString('utf8')) as {
      envelope_id?: string;
      payload?: unknown;
    };
    const done = state.waiting.get(frame.envelope_id ?? '');
    if (done === undefined) return;
    state.waiting.delete(frame.envelope_id ?? '');
    done(frame.payload ?? null);
  });
  socket.send(
    JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A1' } }),
  );
}

function sendEnvelope(
  state: State,
  type: 'slash_commands' | 'events_api' | 'interactive',
  payload: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const socket = [...state.sockets].at(-1);
  if (socket === undefined) return Promise.reject(new Error('no socket is open'));
  const envelopeId = randomUUID();
  return new Promise((resolve) => {
    state.waiting.set(envelopeId, resolve);
    socket.send(
      JSON.stringify({
        envelope_id: envelopeId,
        type,
        payload,
        accepts_response_payload: type !== 'events_api',
      }),
    );
  });
}
