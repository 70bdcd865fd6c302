import { describe, expect, it } from 'vitest';
import { debugMessage } from '../../../src/messages/debug-message.ts';
import { printMessage } from '../../../src/messages/print-message.ts';
import { aDelivery, aStory, LANE, NOON } from '../../support/story-builder.ts';

describe('the delivery log', () => {
  it('names channel, message id, content and reason of each delivery', () => {
    const row = aDelivery(aStory(), { id: 7, contentHash: 'c0ffee1234567890c0ffee1234567890' });
    const text = printMessage(
      debugMessage({
        lane: LANE,
        userId: 'U1',
        settings: null,
        subscriptions: 1,
        ledgerEntries: 0,
        feeds: { healthy: 0, total: 0, lastOkAt: null, troubled: [] },
        oldestUnsentAt: null,
        recent: [row],
        dead: [],
        now: NOON,
      }),
    );

    expect(text).toContain(LANE);
    expect(text).toContain(
      '7 alert S-12 v1: sent 12 Feb 2025 12:00 UTC, attempt 1, receipt r1, content c0ffee12 (a new story)',
    );
  });
});
