// Builders of deliveries for tests: everything has a sensible value, and a test names what matters to it.
import type { ClaimedDelivery, NewDelivery } from '../../src/domain/delivery.ts';
import type { ChannelRef } from '../../src/domain/subscription.ts';
import type { DeliveryTransition } from '../../src/ports/store.ts';

export const NOON = Date.UTC(2025, 5, 15, 12);

let sequence = 0;

/** A new number with each call, for names that must differ. */
export function nextNumber(): number {
  sequence += 1;
  return sequence;
}

export function aChannel(name: string): ChannelRef {
  return { platform: 'slack', tenantId: 'T1', channelId: name };
}

export function aDelivery(channelId: string, changes: Partial<NewDelivery> = {}): NewDelivery {
  const number = nextNumber();
  return {
    dedupeKey: `delivery-${number}`,
    channel: aChannel(channelId),
    kind: 'alert',
    storyId: null,
    storyVersion: null,
    message: { summary: `message ${number}`, accent: 'info', blocks: [], buttons: [] },
    reason: 'new story',
    notBefore: NOON,
    mode: 'post',
    ...changes,
  };
}

export function aClaimed(changes: Partial<ClaimedDelivery> = {}): ClaimedDelivery {
  const delivery = aDelivery(changes.channel?.channelId ?? 'C1');
  return {
    ...delivery,
    id: 1,
    contentHash: '0123456789abcdef0123456789abcdef',
    state: 'sending',
    attempts: 0,
    createdAt: NOON,
    attemptStartedAt: NOON,
    sentAt: null,
    receipt: null,
    lastError: null,
    leaseToken: 'lease',
    leaseUntil: NOON + 30_000,
    firstReceipt: null,
    possibleRepeat: false,
    plannedFor: NOON,
    unclearAttempts: 0,
    settings: {
      channel: delivery.channel,
      name: 'general',
      address: null,
      pausedReason: null,
      pausedAt: null,
      pausedBy: null,
      lastPostAt: null,
      lastFailure: null,
      digest: null,
      preferences: null,
    },
    ...changes,
  };
}

const PLAIN: Omit<DeliveryTransition, 'state' | 'laneReadyAt' | 'notBefore'> = {
  receipt: null,
  error: null,
  attempts: 1,
  message: null,
};

/** The platform took it; the lane is free again a second later. */
export function sentAt(now: number, receipt: string): DeliveryTransition {
  return { ...PLAIN, state: 'sent', laneReadyAt: now + 1_000, notBefore: now, receipt };
}

/** Nobody knows; to be tried again at `again`. */
export function unclearAt(now: number, again: number): DeliveryTransition {
  return { ...PLAIN, state: 'unknown', laneReadyAt: now + 1_000, notBefore: again, error: 'lost' };
}

/** Surely not sent; the lane waits until `again`. */
export function retryAt(again: number): DeliveryTransition {
  return { ...PLAIN, state: 'retry', laneReadyAt: again, notBefore: again, error: 'refused' };
}

export function deadAt(now: number): DeliveryTransition {
  return { ...PLAIN, state: 'dead', laneReadyAt: now + 1_000, notBefore: now, error: 'no use' };
}
