// Curators split, join and withdraw stories from a channel; everybody else, and every slip of the finger, gets a clear answer.
import { beforeEach, describe, expect, it } from 'vitest';
import { createCommandRunner } from '../../../src/commands/run-command.ts';
import type { Story } from '../../../src/domain/story.ts';
import type { Platform } from '../../../src/domain/subscription.ts';
import { createLedger } from '../../../src/ledger/create-ledger.ts';
import { printMessage } from '../../../src/messages/print-message.ts';
import type { Store } from '../../../src/ports/store.ts';
import type { StoryOrder } from '../../../src/ports/story-curator.ts';
import { SILENT_LOG } from '../../support/silent-log.ts';
import { aStory, NOON } from '../../support/story-builder.ts';

const STORIES: readonly Story[] = [aStory({ id: 'S-12' }), aStory({ id: 'S-14' })];

describe('story', () => {
  let orders: StoryOrder[] = [];

  beforeEach(() => {
    orders = [];
  });

  async function ask(text: string, platform: Platform = 'slack', userId = 'U9'): Promise<string> {
    const store: Pick<Store, 'story' | 'channel'> = {
      channel: () => Promise.resolve(null),
      story: (id) => Promise.resolve(STORIES.find((one) => one.id === id) ?? null),
    };
    const run = createCommandRunner({
      store: store as Store,
      ledger: () => createLedger([]),
      feeds: [],
      clock: { now: () => NOON },
      log: SILENT_LOG,
      newReference: () => 'ref',
      curators: ['slack:U9'],
      curateStory: (order) => {
        orders.push(order);
        const { by, why } = order;
        const decisions = [{ at: NOON, by, why, did: order.kind }];
        return Promise.resolve({ stories: [{ ...order.story, decisions }], channels: 1 });
      },
    });
    const { message } = await run(text, {
      channel: { platform, tenantId: 'acme', channelId: 'c' },
      channelName: '#trade',
      address: null,
      userId,
      userName: 'Ann',
    });
    return printMessage(message);
  }

  const NAMED = { story: STORIES[0], by: 'Ann' };

  it.each([
    [
      'story S-12 split I-34, i35 because it tells another measure',
      { kind: 'split', ...NAMED, itemIds: ['I-34', 'I-35'], why: 'it tells another measure' },
    ],
    [
      'story s12 JOIN s-14 Because both tell one order, because of its number',
      {
        kind: 'join',
        ...NAMED,
        from: STORIES[1],
        why: 'both tell one order, because of its number',
      },
    ],
    ['story S-12 withdraw because false', { kind: 'withdraw', ...NAMED, why: 'false' }],
    ['story S-12 reinstate because true', { kind: 'reinstate', ...NAMED, why: 'true' }],
  ])('%s is carried out once, with who and why', async (text, order) => {
    expect(await ask(text)).toContain(`S-12: ${order.kind}`);

    expect(orders).toEqual([order]);
  });

  it.each([
    ['somebody who is no curator', 'slack', 'U1'],
    ['the same user id on another platform', 'teams', 'U9'],
    ['a guest of the preview where curators are named', 'preview', 'you'],
  ] as const)('refuses %s', async (_who, platform, userId) => {
    const answer = await ask('story S-12 withdraw because false', platform, userId);

    expect(answer).toContain('Only curators decide about stories');
    expect(answer).toContain(`${platform}:${userId}`);
    expect(orders).toEqual([]);
  });

  it.each([
    ['story', /Which story/],
    ['story S-12', /what is to be done/],
    ['story S-12 because I say so', /what is to be done/],
    ['story S-99 withdraw because false', /no story S-99/],
    ['story I-34 withdraw because false', /no story I-34/],
    ['story S-12 join S-99 because one order', /no story S-99/],
    ['story S-12 join because one order', /which one story/],
    ['story S-12 join S-14 S-15 because one order', /which one story/],
    ['story S-12 spilt I-34 because it is another', /Did you mean split/],
    ['story S-12 withdraw', /Why\?/],
    ['story S-12 withdraw because', /Why\?/],
    ['story S-12 withdraw it was false', /Why\?/],
    ['story S-12 withdraw it because false', /it was not read/],
  ])('does nothing for "%s" and says what is missing', async (text, expected) => {
    expect(await ask(text)).toMatch(expected);

    expect(orders).toEqual([]);
  });
});
