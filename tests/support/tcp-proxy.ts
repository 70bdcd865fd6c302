// A TCP proxy that can lose its connections, refuse new ones, or swallow everything without a word. For servers whose
// failure a test cannot arrange otherwise.
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export type TcpProxy = {
  readonly port: number;
  /** `refuse`: every connection is cut, new ones at once. `hold`: they stay open and nothing passes. */
  set(mode: 'pass' | 'refuse' | 'hold'): void;
  close(): Promise<void>;
};

export async function startTcpProxy(host: string, port: number): Promise<TcpProxy> {
  let mode: 'pass' | 'refuse' | 'hold' = 'pass';
  const pairs = new Set<readonly [Socket, Socket]>();
  const server = createServer((near) => {
    if (mode === 'refuse') {
      near.resetAndDestroy();
      return;
    }
    const far = connect(port, host);
    const pair = [near, far] as const;
    pairs.add(pair);
    for (const [from, to] of [pair, [far, near] as const]) {
      from.pipe(to);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        to.destroy();
        pairs.delete(pair);
      });
    }
    if (mode === 'hold') hold(pair);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    port: (server.address() as AddressInfo).port,
    set(next) {
      mode = next;
      for (const pair of [...pairs]) {
        if (next === 'refuse') for (const socket of pair) socket.resetAndDestroy();
        else if (next === 'hold') hold(pair);
        else release(pair);
      }
    },
    async close() {
      for (const pair of pairs) for (const socket of pair) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function hold([near, far]: readonly [Socket, Socket]): void {
  near.unpipe(far).pause();
  far.unpipe(near).pause();
}

function release([near, far]: readonly [Socket, Socket]): void {
  near.pipe(far);
  far.pipe(near);
}
