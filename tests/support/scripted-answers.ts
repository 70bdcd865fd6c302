// What a fake platform answers to its next calls: one list per method or per channel, taken from the front.
// In: scripted answers. Out: bytes, or silence, on a real socket. It knows no platform.
import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * `reset`, `hang`, `cut-json`, `html` and `status` say with `accepted` whether the post is stored first: the reply is lost or
 * spoilt, the message stands. `error` is a refusal in the platform's own form and never stores anything.
 */
export type ScriptedAnswer =
  | { readonly kind: 'ok'; readonly afterMs?: number }
  | { readonly kind: 'error'; readonly code: string; readonly status?: number }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly accepted?: boolean;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    }
  | { readonly kind: 'rate-limited'; readonly retryAfter: string | null }
  | { readonly kind: 'reset'; readonly accepted: boolean }
  | { readonly kind: 'hang'; readonly accepted: boolean }
  | { readonly kind: 'cut-json' }
  | { readonly kind: 'html' };

export type AnswerScript = {
  /** Answers for the next calls whose key is `key` (a method, or `method channel`); then the normal answer again. */
  add(key: string, ...answers: readonly ScriptedAnswer[]): void;
  /** Every further call with this key gets this answer; null lifts it. */
  always(key: string, answer: ScriptedAnswer | null): void;
  /** The answer to this call; the first key that has one wins. */
  next(keys: readonly string[]): ScriptedAnswer;
};

export function createAnswerScript(): AnswerScript {
  const queues = new Map<string, ScriptedAnswer[]>();
  const standing = new Map<string, ScriptedAnswer>();
  return {
    add(key, ...answers) {
      queues.set(key, [...(queues.get(key) ?? []), ...answers]);
    },
    always(key, answer) {
      if (answer === null) standing.delete(key);
      else standing.set(key, answer);
    },
    next(keys) {
      for (const key of keys) {
        const answer = queues.get(key)?.shift();
        if (answer !== undefined) return answer;
      }
      for (const key of keys) {
        const answer = standing.get(key);
        if (answer !== undefined) return answer;
      }
      return { kind: 'ok' };
    },
  };
}

/** True when the platform keeps the message although the caller may never learn it. */
export function isAccepted(answer: ScriptedAnswer): boolean {
  switch (answer.kind) {
    case 'ok':
    case 'cut-json':
    case 'html':
      return true;
    case 'error':
    case 'rate-limited':
      return false;
    case 'status':
      return answer.accepted ?? (answer.status >= 200 && answer.status < 300);
    case 'reset':
    case 'hang':
      return answer.accepted;
  }
}

/**
 * Writes the answer. `good` is the platform's normal reply, `refusal` its form of a refusal with a code.
 * A hanging request stays open until the caller leaves or the fake is closed.
 */
export function writeAnswer(
  answer: ScriptedAnswer,
  response: ServerResponse,
  good: unknown,
  refusal: (code: string) => { readonly status: number; readonly body: unknown },
): void {
  const send = (status: number, body: string, headers: Readonly<Record<string, string>> = {}) => {
    if (response.destroyed) return;
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
    response.end(body);
  };
  switch (answer.kind) {
    case 'ok':
      if (answer.afterMs === undefined) send(200, JSON.stringify(good));
      else setTimeout(() => send(200, JSON.stringify(good)), answer.afterMs).unref();
      return;
    case 'error': {
      const { status, body } = refusal(answer.code);
      send(answer.status ?? status, JSON.stringify(body));
      return;
    }
    case 'status':
      send(answer.status, answer.body ?? '', answer.headers);
      return;
    case 'rate-limited':
      send(429, '', answer.retryAfter === null ? {} : { 'retry-after': answer.retryAfter });
      return;
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'hang':
      return;
    case 'cut-json': {
      const text = JSON.stringify(good);
      send(200, text.slice(0, Math.max(1, Math.floor(text.length / 2))));
      return;
    }
    case 'html':
      send(200, '<!doctype html><html><body>Scheduled maintenance</body></html>', {
        'content-type': 'text/html',
      });
  }
}

/** The whole body of a request as text; the fakes read at most 8 MB. */
export async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size > 8 * 1024 * 1024) throw new Error('the fake reads at most 8 MB');
  }
  return Buffer.concat(chunks).toString('utf8');
}
