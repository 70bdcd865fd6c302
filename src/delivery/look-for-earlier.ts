// Before a message that may stand already is sent again: where the platform lets us look, the channel itself is asked.
import type { ClaimedDelivery, SendOutcome } from '../domain/delivery.ts';
import type { ChannelPort, Clock } from '../ports/world.ts';

export type Look =
  /** Send it; `possibleRepeat`: nobody could say whether it stands. */
  | { readonly kind: 'send'; readonly possibleRepeat: boolean }
  /** Do not; this is what became of it. */
  | { readonly kind: 'known'; readonly outcome: SendOutcome };

/** Never rejects. `requestMs`: what must be left of the lease for the request that follows. */
export async function lookForEarlier(
  port: ChannelPort,
  delivery: ClaimedDelivery,
  { clock, requestMs }: { readonly clock: Clock; readonly requestMs: number },
): Promise<Look> {
  const { possibleRepeat, settings, id, mode, firstReceipt, plannedFor, kind } = delivery;
  if (!possibleRepeat || port.find === undefined) return { kind: 'send', possibleRepeat };
  const threadOf = mode === 'thread' ? firstReceipt : null;
  const found = await port.find(settings, { deliveryId: id, threadOf, since: plannedFor });
  if (found.kind === 'found') {
    return { kind: 'known', outcome: { kind: 'sent', receipt: found.receipt } };
  }
  if (clock.now() + requestMs >= delivery.leaseUntil) {
    const reason = 'the sender was held up';
    const outcome = { kind: 'not-sent', reason, retryAfterMs: null, rateLimited: false } as const;
    return { kind: 'known', outcome };
  }
  if (found.kind === 'absent') return { kind: 'send', possibleRepeat: false };
  // A digest is not risked twice: it is looked for again later, and held in the end. One that somebody asked to have sent
  // again counts its attempts anew.
  return kind === 'digest' && delivery.attempts > 0
    ? { kind: 'known', outcome: { kind: 'ambiguous', reason: found.reason } }
    : { kind: 'send', possibleRepeat: true };
}
