// The review form in Slack: a button or words open a modal, faults come back to their fields, who decided is recorded.
import { afterEach, describe, expect, it } from 'vitest';
import { SLACK_LIMITS } from '../../src/channels/slack/slack-limits.ts';
import { modalFaults } from '../support/block-kit-check.ts';
import { type ChannelBot, startSlackBot } from '../support/channel-bots.ts';
import type { FakeSlack } from '../support/fake-slack.ts';
import { openReviewDesk, type ReviewDesk } from '../support/review-desk.ts';

type Bot = ChannelBot & { readonly slack: FakeSlack };
let bot: Bot | undefined;

afterEach(async () => {
  await bot?.close();
  bot = undefined;
});

async function start(desk: ReviewDesk, limits = {}): Promise<Bot> {
  bot = await startSlackBot({
    runCommand: desk.runCommand,
    limits: { ...SLACK_LIMITS, ackWithinMs: 10_000, formWithinMs: 10_000, ...limits },
  });
  return bot;
}

async function until(condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < 400 && !condition(); turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(condition()).toBe(true);
}

const EDIT = { actionId: 'tariff:review R-3 edit', value: 'review R-3 edit' };
const GOOD = { rate: '25', basis: 'additional', why: 'The annex says so' };

/** A submission as the acknowledgement answers it. */
async function submit(
  { slack, url }: Bot,
  values: Readonly<Record<string, string>>,
  by: { readonly userId?: string; readonly userName?: string; readonly viewId?: string } = {},
) {
  const viewId = slack.views().at(-1)?.id ?? '';
  const reply = await slack.submitView(url, { viewId, values, ...by });
  return JSON.parse(reply.body) as {
    readonly response_action: string;
    readonly errors?: Readonly<Record<string, string>>;
  };
}

describe('the review form in Slack', () => {
  it('is a modal within the rules of Slack, filled with what was read', async () => {
    const { slack, url } = await start(openReviewDesk(['slack:U1']));

    await slack.sendAction(url, { ...EDIT, triggerId: 'trigger-1' });
    await until(() => slack.views().length === 1);
    const [open] = slack.views();
    const text = JSON.stringify(open?.view);

    expect(open?.triggerId).toBe('trigger-1');
    expect(modalFaults(open?.view ?? {})).toEqual([]);
    expect(text).toContain('"initial_value":"steel"');
    expect(text).toContain('The notice names no rate <!channel>');
    // It opened, so nothing is posted beside it.
    expect(slack.answers()).toEqual([]);
  });

  it('opens for typed words too', async () => {
    const { slack, url } = await start(openReviewDesk(['slack:U1']));

    const reply = await slack.sendCommand(url, { text: 'review r3 edit', triggerId: 'trigger-2' });
    await until(() => slack.views().length === 1);

    expect(reply).toEqual({ status: 200, body: '' });
    expect(slack.views()[0]?.triggerId).toBe('trigger-2');
  });

  it('shows what is wrong at its field, then records who decided, when and why', async () => {
    const desk = openReviewDesk(['slack:U1']);
    const started = await start(desk);
    await started.slack.sendAction(started.url, EDIT);
    await until(() => started.slack.views().length === 1);

    const refused = await submit(started, { rate: 'much', target: 'Japna' });
    const taken = await submit(started, GOOD);

    expect(refused.response_action).toBe('errors');
    expect(Object.keys(refused.errors ?? {})).toEqual(['target', 'rate', 'why']);
    expect(refused.errors?.['target']).toContain('Japan');
    expect(taken.response_action).toBe('update');
    expect(modalFaults(started.slack.views()[0]?.view ?? {})).toEqual([]);
    expect(JSON.stringify(started.slack.views()[0]?.view)).toContain('edited by alice');
    expect(desk.decisions).toEqual([
      {
        kind: 'edited',
        by: 'alice',
        at: Date.parse('2026-10-01T12:00:00Z'),
        why: 'The annex says so',
      },
    ]);
    expect(desk.entries.at(-1)?.measure).toMatchObject({ rate: 2500, rateBasis: 'additional' });
  });

  it('opens for curators only, and takes nothing from others', async () => {
    const desk = openReviewDesk(['slack:U1']);
    const started = await start(desk);
    await started.slack.sendAction(started.url, { ...EDIT, userId: 'U2' });
    await until(() => started.slack.answers().length === 1);
    expect(started.slack.views()).toEqual([]);
    expect(started.slack.answers()[0]?.text).toContain('Only curators decide reviews');

    // A modal that a curator opened, sent in by somebody else.
    await started.slack.sendAction(started.url, EDIT);
    await until(() => started.slack.views().length === 1);
    await submit(started, GOOD, { userId: 'U2', userName: 'mallory' });

    expect(desk.decisions).toEqual([]);
  });

  it('refuses the second of two curators kindly, with the name of the first', async () => {
    const desk = openReviewDesk(['slack:U1', 'slack:U2']);
    const started = await start(desk);
    await started.slack.sendAction(started.url, EDIT);
    await until(() => started.slack.views().length === 1);
    // The second one has the same form open.
    await started.slack.sendAction(started.url, { ...EDIT, userId: 'U2' });
    await until(() => started.slack.views().length === 2);
    const [first, second] = started.slack.views();

    await submit(started, GOOD, { viewId: first?.id ?? '' });
    await submit(started, GOOD, { viewId: second?.id ?? '', userId: 'U2', userName: 'bob' });

    expect(JSON.stringify(second?.view)).toContain('R-3 was edited by alice');
    expect(desk.decisions.map(({ by }) => by)).toEqual(['alice']);
  });

  it('is answered as text where Slack opens no modal, with a button for another try', async () => {
    const { slack, url } = await start(openReviewDesk(['slack:U1']));
    slack.script.add('views.open', { kind: 'error', code: 'expired_trigger_id' });

    await slack.sendAction(url, EDIT);
    await until(() => slack.answers().length === 1);

    expect(slack.views()).toEqual([]);
    expect(JSON.stringify(slack.answers()[0]?.blocks)).toContain('review R-3 edit');
  });

  it('says that it works on a slow decision, and shows the end of it in the same place', async () => {
    const desk = openReviewDesk(['slack:U1']);
    const started = await start(
      {
        ...desk,
        runCommand: async (text, context) => {
          if (context.fields !== undefined) await new Promise((resolve) => setTimeout(resolve, 50));
          return desk.runCommand(text, context);
        },
      },
      { formWithinMs: 1 },
    );
    await started.slack.sendAction(started.url, EDIT);
    await until(() => started.slack.views().length === 1);

    const early = await submit(started, GOOD);
    expect(early.response_action).toBe('update');
    await until(() => JSON.stringify(started.slack.views()[0]?.view).includes('edited by alice'));

    expect(desk.decisions).toHaveLength(1);
  });
});
