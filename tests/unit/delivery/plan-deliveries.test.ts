import { describe, expect, it } from 'vitest';
import {
  DEFAULT_NOTICE_POLICY,
  type PlanInput,
  planChannels,
  planDeliveries,
  postedState,
} from '../../../src/delivery/plan-deliveries.ts';
import { HOUR_MS, MINUTE_MS } from '../../../src/domain/day.ts';
import { DEFAULT_PREFERENCES } from '../../../src/domain/subscription.ts';
import {
  aChange,
  aDelivery,
  aMute,
  aStory,
  aSubscription,
  LANE,
  NOON,
  someSettings,
} from '../../support/story-builder.ts';

const story = aStory();
const official = aStory({ rung: 'gazette' });

function plan(part: Partial<PlanInput>) {
  return planDeliveries({
    change: aChange('new', story),
    matches: [aSubscription()],
    sent: [],
    mutes: [],
    settings: new Map(),
    now: NOON,
    ...part,
  });
}

describe('the first post', () => {
  it('of a press story waits for further reports', () => {
    const [alert, ...others] = plan({});

    expect(others).toEqual([]);
    expect(alert).toMatchObject({
      kind: 'alert',
      mode: 'post',
      notBefore: NOON + DEFAULT_NOTICE_POLICY.pressWaitMs,
      dedupeKey: `S-12:v1:${LANE}:alert`,
      storyVersion: 1,
    });
  });

  it('of an official story goes at once', () => {
    const [alert] = plan({ change: aChange('new', official) });

    expect(alert?.notBefore).toBe(NOON);
  });

  it('is one post however many subscriptions of the channel take it, and names their filters', () => {
    const planned = plan({
      matches: [
        aSubscription({ id: 'W-1', filter: { include: {}, exclude: {}, countries: ['JP'] } }),
        aSubscription({
          id: 'W-2',
          filter: { include: { product: ['steel'] }, exclude: {}, countries: [] },
        }),
      ],
    });

    expect(planned).toHaveLength(1);
    expect(planned[0]?.reason).toBe('a new story; asked for by: JP | product:steel');
  });

  it('goes to every channel with a subscription that takes it, once each', () => {
    const channels = ['a', 'b', 'c'].map((channelId) => ({
      platform: 'slack' as const,
      tenantId: 'acme',
      channelId,
    }));
    const planned = plan({
      matches: [...channels, ...channels].map((channel, at) =>
        aSubscription({ id: `W-${at}`, channel }),
      ),
    });

    expect(planned.map((one) => one.channel.channelId)).toEqual(['a', 'b', 'c']);
  });

  it('is not planned for a subscription that is younger than the story', () => {
    expect(plan({ matches: [aSubscription({ createdAt: NOON + 1 })] })).toEqual([]);
  });

  it('planned twice has the same key', () => {
    expect(plan({}).map((one) => one.dedupeKey)).toEqual(plan({}).map((one) => one.dedupeKey));
  });
});

describe('later reports', () => {
  const later = { ...story, version: 2, updatedAt: NOON + HOUR_MS };

  it('edit the post, at most every thirty minutes', () => {
    const sent = [aDelivery(story)];

    const [edit, ...others] = plan({
      change: aChange('more-sources', later, story),
      sent,
      now: NOON + MINUTE_MS,
    });

    expect(others).toEqual([]);
    expect(edit).toMatchObject({ kind: 'update', mode: 'edit', replacesUnsent: true });
    expect(edit?.notBefore).toBe(NOON + DEFAULT_NOTICE_POLICY.editIntervalMs);
  });

  it('that change the stage edit the post and answer it once, in that order, at once', () => {
    const inForce = { ...later, stage: 'in-force' as const };

    const planned = plan({
      change: aChange('stage', inForce, story),
      sent: [aDelivery(story)],
      now: NOON + MINUTE_MS,
    });

    expect(planned.map((one) => [one.kind, one.mode, one.notBefore])).toEqual([
      ['update', 'edit', NOON + MINUTE_MS],
      ['change', 'thread', NOON + MINUTE_MS],
    ]);
    expect(planned[1]?.message.broadcast).toBe(true);
  });

  it('stay in the thread where the channel wants no broadcast', () => {
    const preferences = { ...DEFAULT_PREFERENCES, broadcast: 'none' as const };

    const planned = plan({
      change: aChange('rate', later, story),
      sent: [aDelivery(story)],
      settings: new Map([[LANE, someSettings({ preferences })]]),
    });

    expect(planned[1]?.message.broadcast).toBeUndefined();
  });

  it('replace a post that still waits and keep its time', () => {
    const waiting = aDelivery(story, {
      state: 'pending',
      attempts: 0,
      notBefore: NOON + 4 * MINUTE_MS,
    });

    const planned = plan({
      change: aChange('more-sources', later, story),
      sent: [waiting],
      now: NOON + MINUTE_MS,
    });

    expect(planned.map((one) => [one.kind, one.notBefore])).toEqual([
      ['update', NOON + 4 * MINUTE_MS],
    ]);
    expect(JSON.stringify(planned[0]?.message)).not.toContain('Updated');
  });

  it('from an official source send a waiting post at once', () => {
    const waiting = aDelivery(story, {
      state: 'pending',
      attempts: 0,
      notBefore: NOON + 4 * MINUTE_MS,
    });

    const [update] = plan({
      change: aChange('higher-rung', { ...official, version: 2 }, story),
      sent: [waiting],
      now: NOON + MINUTE_MS,
    });

    expect(update?.notBefore).toBe(NOON + MINUTE_MS);
  });

  it('post the story where the first post was given up', () => {
    const planned = plan({
      change: aChange('stage', { ...later, stage: 'in-force' }, story),
      sent: [aDelivery(story, { state: 'dead' })],
    });

    expect(planned.map((one) => one.kind)).toEqual(['alert']);
  });
});

describe('corrections and withdrawals', () => {
  it('reach every channel that got the post, muted and unsubscribed ones too', () => {
    const other = { platform: 'teams' as const, tenantId: 'acme', channelId: 'old' };
    const fixed = { ...story, version: 2, targets: ['KR'] };

    const planned = plan({
      change: aChange('correction', fixed, story),
      matches: [],
      sent: [aDelivery(story), aDelivery(story, { id: 2, channel: other })],
      mutes: [aMute('story:S-12')],
    });

    expect(planned.map((one) => [one.channel.channelId, one.kind])).toEqual([
      ['trade', 'update'],
      ['trade', 'correction'],
      ['old', 'update'],
      ['old', 'correction'],
    ]);
  });

  it('say what was wrong, struck through', () => {
    const fixed = { ...story, version: 2, targets: ['KR'] };
    const planned = plan({
      change: aChange('correction', fixed, story),
      sent: [aDelivery(story)],
    });

    const spans = planned[1]?.message.blocks.flatMap((block) =>
      block.kind === 'list' ? block.items.flat() : [],
    );
    expect(spans).toContainEqual({ text: 'Japan', strike: true });
    expect(spans).toContainEqual({ text: 'South Korea', bold: true });
  });

  it('stand by themselves where the story was told in one message with others', () => {
    const folded = aDelivery(story, { state: 'skipped' });
    const fixed = { ...story, version: 2, targets: ['KR'] };

    const planned = plan({ change: aChange('correction', fixed, story), sent: [folded] });

    expect(planned.map((one) => [one.kind, one.mode])).toEqual([['correction', 'post']]);
  });

  it('take back the post of a withdrawn story that still waits, and tell nobody', () => {
    const waiting = aDelivery(story, {
      attempts: 0,
      state: 'pending',
      sentAt: null,
      receipt: null,
    });
    const withdrawn = { ...story, version: 2, withdrawn: 'misread' };

    const planned = plan({ change: aChange('withdrawal', withdrawn, story), sent: [waiting] });

    expect(planned).toMatchObject([{ kind: 'update', mode: 'edit', takesBackUnsent: true }]);
    expect(postedState([{ ...waiting, state: 'withdrawn' }])).toBe('no');
  });

  it('of a story nobody saw are told to nobody', () => {
    const withdrawn = { ...story, version: 2, withdrawn: 'misread' };

    expect(plan({ change: aChange('withdrawal', withdrawn, story) })).toEqual([]);
  });
});

describe('quiet hours', () => {
  const quietHours = { fromMinute: 0, toMinute: 20 * 60, zone: 'UTC', urgentPasses: false };
  const settings = (urgentPasses: boolean) =>
    new Map([
      [
        LANE,
        someSettings({
          preferences: { ...DEFAULT_PREFERENCES, quietHours: { ...quietHours, urgentPasses } },
        }),
      ],
    ]);
  const evening = Date.parse('2025-02-12T20:00:00Z');

  it('delay a post to their end', () => {
    const [alert] = plan({ change: aChange('new', official), settings: settings(false) });

    expect(alert?.notBefore).toBe(evening);
    expect(alert?.reason).toBe('a new story; after the quiet hours; asked for by: everything');
  });

  it('let an official act pass where the channel says so, but no press report', () => {
    const [act] = plan({ change: aChange('new', official), settings: settings(true) });
    const [report] = plan({ settings: settings(true) });

    expect(act?.notBefore).toBe(NOON);
    expect(report?.notBefore).toBe(evening);
  });

  it('do not delay edits', () => {
    const changed = { ...story, version: 2, stage: 'in-force' as const };

    const planned = plan({
      change: aChange('stage', changed, story),
      sent: [aDelivery(story)],
      settings: settings(false),
    });

    expect(planned.map((one) => one.notBefore)).toEqual([NOON, evening]);
  });
});

describe('a channel that is told nothing', () => {
  it('is given the rule and the reason', () => {
    const plans = planChannels({
      change: aChange('new', story),
      matches: [aSubscription()],
      sent: [],
      mutes: [aMute('country:JP')],
      settings: new Map(),
      now: NOON,
    });

    expect(plans).toEqual([
      {
        lane: LANE,
        deliveries: [],
        decision: {
          rule: 'muted',
          notices: [],
          reason: 'muted in this channel; it is in the digest',
        },
      },
    ]);
  });

  it('is not muted by a country that is only one of those hit', () => {
    const broad = aStory({ targets: ['JP', 'KR'] });

    const planned = plan({ change: aChange('new', broad), mutes: [aMute('country:JP')] });

    expect(planned).toHaveLength(1);
  });

  it('is not muted any more when the mute has ended', () => {
    expect(plan({ mutes: [aMute('story:S-12', { until: NOON })] })).toHaveLength(1);
  });

  it('is told nothing when it has been paused for more than a week; until then the outbox keeps it', () => {
    const pausedFor = (ms: number) =>
      new Map([[LANE, someSettings({ pausedReason: 'archived', pausedAt: NOON - ms })]]);

    expect(plan({ settings: pausedFor(DEFAULT_NOTICE_POLICY.keepPausedMs + 1) })).toEqual([]);
    expect(plan({ settings: pausedFor(HOUR_MS) })).toHaveLength(1);
  });
});
