// Before a message is risked that must not go wrong again, or while a platform does not answer: it is asked first, by a request
// that posts nothing. So an outage makes few messages unclear, and the one marked copy of each is not spent on it.
import type { ClaimedDelivery, SendOutcome } from '../domain/delivery.ts';
import type { ChannelPort } from '../ports/world.ts';

/** What is known of a platform from everything that was sent to it. */
export type PlatformDoubt = {
  /** It has not answered of late. */
  isInDoubt(): boolean;
  /** It has answered everything for as long as a quiet wait. */
  isSteady(): boolean;
  /** What it said to the question; null: it answers. */
  probed(outcome: SendOutcome | null): void;
};

/** Null: send it. Else what came of asking; `ambiguous`: no answer, and nothing was risked. */
export async function askFirst(
  port: ChannelPort,
  { settings, mode }: ClaimedDelivery,
  possibleRepeat: boolean,
  doubt: PlatformDoubt,
): Promise<SendOutcome | null> {
  // Editing twice leaves one post: it may as well be tried.
  if (port.probe === undefined || mode === 'edit') return null;
  if (!possibleRepeat && !doubt.isInDoubt()) return null;
  if (possibleRepeat && !doubt.isSteady()) {
    return { kind: 'ambiguous', reason: 'the platform misses answers' };
  }
  const outcome = await port.probe(settings);
  doubt.probed(outcome);
  return outcome;
}
