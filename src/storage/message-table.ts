// Texts of messages, each stored once under the hash of its text. In: messages. Out: their hashes.
import { createHash } from 'node:crypto';
import type { Message } from '../domain/message.ts';
import { toJson } from './bound-value.ts';
import { portions, type Queries } from './engine.ts';

/** Hexadecimal digits of SHA-256 that name a message: 128 bits never meet by chance. */
const HASH_LENGTH = 32;

/** Stores what is not stored yet, and gives the hash of each message. */
export async function writeMessages(
  queries: Queries,
  messages: Iterable<Message>,
): Promise<ReadonlyMap<Message, string>> {
  const hashes = new Map<Message, string>();
  const bodies = new Map<string, string>();
  for (const message of messages) {
    // One object serves many channels; it is written out once.
    if (hashes.has(message)) continue;
    const body = toJson(message);
    const hash = createHash('sha256').update(body).digest('hex').slice(0, HASH_LENGTH);
    hashes.set(message, hash);
    bodies.set(hash, body);
  }
  // In one order everywhere, so that two transactions never wait for each other.
  const rows = [...bodies].map(([hash, body]) => ({ hash, body })).sort(byHash);
  for (const some of portions(rows)) {
    await queries
      .insertInto('message')
      .values(some)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  return hashes;
}

function byHash(one: { hash: string }, other: { hash: string }): number {
  return one.hash < other.hash ? -1 : 1;
}
