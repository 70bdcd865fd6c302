// A stream of bytes in, all of it or nothing out. It never reads more than the limit and one chunk.

/**
 * The bytes of `source` joined, or null once they are more than `limit`. The rest then stays unread: closing the source is
 * the caller's task, so that a server can still answer before it hangs up.
 */
export async function boundedBytes(
  source: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Not `for await`: leaving that loop early would destroy the source.
  const reader = source[Symbol.asyncIterator]();
  for (let step = await reader.next(); step.done !== true; step = await reader.next()) {
    size += step.value.length;
    if (size > limit) return null;
    chunks.push(step.value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
