// Server-sent events (WHATWG HTML, section 9.2) to every open page. Nothing is kept: a page that missed an event, or knew
// an earlier process, is told to read everything anew, which costs one request and can never be incomplete.
import type { ServerResponse } from 'node:http';

const HEARTBEAT_MS = 15_000;
const RETRY_MS = 1_000;
/** More than this in a socket's buffer means that the page does not read: it is cut off and comes back by itself. */
const MAX_BUFFERED_BYTES = 4_000_000;

export type EventStream = {
  /** Id of the newest event; a page that read the state at this point missed nothing if it still holds. */
  cursor(): string;
  /**
   * `data` is asked for only when somebody is watching; a promise is waited for, and events go out in the order
   * of the calls.
   */
  send(name: string, data: () => unknown): void;
  /** Turns `response` into a stream. `seen` is the last id the page knows, or null. */
  open(response: ServerResponse, seen: string | null): void;
  watchers(): number;
  close(): void;
};

/** `epoch` tells this process from an earlier one, whose numbers mean nothing here. */
export function createEventStream(epoch: string): EventStream {
  const watchers = new Set<ServerResponse>();
  let number = 0;
  let heartbeat: NodeJS.Timeout | null = null;
  let turn: Promise<void> = Promise.resolve();

  function write(response: ServerResponse, text: string): void {
    response.write(text);
    if (response.writableLength > MAX_BUFFERED_BYTES) response.destroy();
  }

  function frameOf(id: number, name: string, data: unknown): string {
    return `id: ${epoch}-${id}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
  }

  return {
    cursor: () => `${epoch}-${number}`,
    watchers: () => watchers.size,
    send(name, data) {
      number += 1;
      if (watchers.size === 0) return;
      const id = number;
      turn = turn.then(async () => {
        const frame = frameOf(id, name, await data());
        for (const response of watchers) write(response, frame);
      });
    },
    open(response, seen) {
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
      });
      write(response, `retry: ${RETRY_MS}\n\n`);
      if (seen !== null && seen !== `${epoch}-${number}`)
        write(response, frameOf(number, 'reset', {}));
      watchers.add(response);
      response.on('close', () => watchers.delete(response));
      heartbeat ??= setInterval(() => {
        for (const watcher of watchers) write(watcher, ': still here\n\n');
      }, HEARTBEAT_MS).unref();
    },
    close() {
      if (heartbeat !== null) clearInterval(heartbeat);
      heartbeat = null;
      for (const response of watchers) response.end();
      watchers.clear();
    },
  };
}
