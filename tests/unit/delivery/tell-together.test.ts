import { describe, expect, it } from 'vitest';
import { tellTogether } from '../../../src/delivery/tell-together.ts';
import type { NewDelivery } from '../../../src/domain/delivery.ts';
import type { Message } from '../../../src/domain/message.ts';
import { aDelivery, NOON } from '../../support/deliveries.ts';

const posts = (channel: string, count: number, changes: Partial<NewDelivery> = {}) =>
  Array.from({ length: count }, (_, at) =>
    aDelivery(channel, { storyId: `S-${at}`, notBefore: NOON + at, ...changes }),
  );

const compose = (messages: readonly Message[]): Message => ({
  summary: `${messages.length} together`,
  accent: 'info',
  blocks: [],
  buttons: [],
});

const together = (planned: readonly NewDelivery[]) =>
  tellTogether(planned, { cause: 'released:f:1', most: 3, reason: 'told together', compose });

describe('first posts that one cause brings', () => {
  it('stay as they are while they are few in each channel', () => {
    const planned = [...posts('C1', 3), ...posts('C2', 3)];

    expect(together(planned)).toEqual(planned);
  });

  it('are one message where they are many, and only there', () => {
    const [few, many] = [posts('C1', 2), posts('C2', 4)];
    const result = together([...few, ...many]);

    expect(result.slice(0, 2)).toEqual(few);
    expect(result.slice(2, 6)).toEqual(many.map((row) => ({ ...row, toldIn: 'told together' })));
    expect(result.slice(6)).toEqual([
      expect.objectContaining({
        dedupeKey: 'released:f:1:slack:T1:C2',
        mode: 'post',
        storyId: null,
        notBefore: NOON,
        message: expect.objectContaining({ summary: '4 together' }),
      }),
    ]);
  });

  it('never take edits and answers in threads with them', () => {
    const planned = [
      ...posts('C1', 5, { kind: 'update', mode: 'edit' }),
      ...posts('C1', 5, { kind: 'change', mode: 'thread' }),
    ];

    expect(together(planned)).toEqual(planned);
  });
});
