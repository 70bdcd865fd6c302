// All of a stream, or nothing.
import { describe, expect, it } from 'vitest';
import { boundedBytes } from '../../../src/domain/bounded-bytes.ts';

async function* stream(sizes: readonly number[], taken: number[] = []): AsyncGenerator<Uint8Array> {
  for (const size of sizes) {
    taken.push(size);
    yield new Uint8Array(size).fill(size);
  }
}

describe('bytes of a stream', () => {
  it.each([
    ['nothing', [], ''],
    ['one part', [3], '030303'],
    ['several parts', [1, 0, 2], '010202'],
  ])('come joined: %s', async (_, sizes, hex) => {
    const bytes = await boundedBytes(stream(sizes), 3);

    expect(Buffer.from(bytes ?? []).toString('hex')).toBe(hex);
  });

  it('are refused beyond the limit, and what follows is not read', async () => {
    const taken: number[] = [];

    expect(await boundedBytes(stream([2, 2, 2, 2], taken), 3)).toBeNull();
    expect(taken).toEqual([2, 2]);
  });

  it('leave the source open for the caller to close', async () => {
    const source = stream([2, 2, 2]);

    await boundedBytes(source, 3);

    expect((await source.next()).done).toBe(false);
  });

  it('hand on the fault of the source', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield new Uint8Array(1);
      throw new Error('reset');
    }

    await expect(boundedBytes(broken(), 3)).rejects.toThrow('reset');
  });
});
