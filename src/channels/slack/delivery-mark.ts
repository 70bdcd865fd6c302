// The mark by which a post of ours is known again in a channel's history. It says nothing to a reader.
import { createHmac } from 'node:crypto';

/** `event_type` of the metadata that carries the mark. */
export const MARK_EVENT_TYPE = 'tariffwatch_delivery';

/** The same for every attempt of one delivery. `key` is any secret of the installation. */
export function deliveryMark(key: string, deliveryId: number): string {
  return createHmac('sha256', key).update(`delivery:${deliveryId}`).digest('base64url');
}
