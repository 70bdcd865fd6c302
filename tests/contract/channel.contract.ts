// What every channel promises to the outbox, as one suite: one request per call whatever happens, and an outcome that never
// claims more than is known. Run by `channel-delivery.test.ts` for each platform.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SendOutcome } from '../../src/domain/delivery.ts';
import type { ChannelSettings } from '../../src/domain/subscription.ts';
import type { ChannelPort } from '../../src/ports/world.ts';
import { SAMPLE_MESSAGE } from '../support/channel-bots.ts';
import type { ScriptedAnswer } from '../support/scripted-answers.ts';

export type Post = {
  /** All that a reader could see, as JSON. */
  readonly shown: string;
  readonly versions: number;
  readonly threadOf: string | null;
  /** False for bare text. */
  readonly isRich: boolean;
};

export type ChannelUnderTest = {
  readonly port: ChannelPort;
  readonly channel: ChannelSettings;
  posts(): readonly Post[];
  /** Requests to post or edit that reached the platform. */
  requests(): number;
  script(answer: ScriptedAnswer): void;
  /** Ends the platform, so that nothing listens there any more. */
  unplug(): Promise<void>;
  close(): Promise<void>;
};

const OPTIONS = { threadOf: null, possibleRepeat: false, deliveryId: 7 };

/** The answer, how many messages then stand in the channel, and the only honest outcome. */
const FAULTS: readonly [string, ScriptedAnswer, number, SendOutcome['kind']][] = [
  ['a rate limit', { kind: 'rate-limited', retryAfter: '2' }, 0, 'not-sent'],
  ['500, refused', { kind: 'status', status: 500, accepted: false }, 0, 'ambiguous'],
  ['500, accepted', { kind: 'status', status: 500, accepted: true }, 1, 'ambiguous'],
  ['502, accepted', { kind: 'status', status: 502, accepted: true }, 1, 'ambiguous'],
  ['503, accepted', { kind: 'status', status: 503, accepted: true }, 1, 'ambiguous'],
  ['504, accepted', { kind: 'status', status: 504, accepted: true }, 1, 'ambiguous'],
  ['408', { kind: 'status', status: 408, accepted: false }, 0, 'ambiguous'],
  ['a reset before acceptance', { kind: 'reset', accepted: false }, 0, 'ambiguous'],
  ['a reset after acceptance', { kind: 'reset', accepted: true }, 1, 'ambiguous'],
  ['half a JSON text', { kind: 'cut-json' }, 1, 'ambiguous'],
  ['200 with a web page', { kind: 'html' }, 1, 'ambiguous'],
  ['413', { kind: 'status', status: 413, accepted: false }, 0, 'bad-payload'],
];

/** Long enough for a busy machine to deliver a request, short enough to wait for. */
const SHORT_TIMEOUT_MS = 1_000;

/** `start` gets the time-out of one request. */
export function channelContract(
  name: string,
  start: (sendTimeoutMs: number) => Promise<ChannelUnderTest>,
): void {
  describe(`the ${name} channel`, () => {
    let tested: ChannelUnderTest;
    const send = (options = {}) =>
      tested.port.send(tested.channel, SAMPLE_MESSAGE, { ...OPTIONS, ...options });

    beforeEach(async () => {
      tested = await start(10_000);
    });

    afterEach(async () => {
      await tested.close();
    });

    it('posts once and hands back a receipt', async () => {
      const outcome = await send();

      expect(outcome).toEqual({ kind: 'sent', receipt: expect.stringMatching(/\d/) });
      expect(tested.requests()).toBe(1);
      expect(tested.posts()).toHaveLength(1);
      expect(tested.posts()[0]?.shown).toContain('12 March 2025');
    });

    it('edits the post that a receipt names instead of adding one', async () => {
      const receipt = receiptOf(await send());

      const changed = {
        ...SAMPLE_MESSAGE,
        blocks: [{ kind: 'heading', text: 'In force' } as const],
      };
      const outcome = await tested.port.edit(tested.channel, receipt, changed, OPTIONS);

      expect(outcome).toEqual({ kind: 'sent', receipt });
      expect(tested.posts().map(({ versions }) => versions)).toEqual([2]);
      expect(tested.posts()[0]?.shown).toContain('In force');
    });

    it('answers in the thread of the post that a receipt names', async () => {
      const receipt = receiptOf(await send());

      const answer = await send({ threadOf: receipt });

      expect(tested.posts().map(({ threadOf }) => threadOf)).toEqual([null, receipt]);
      const edited = await tested.port.edit(
        tested.channel,
        receiptOf(answer),
        SAMPLE_MESSAGE,
        OPTIONS,
      );
      expect(edited.kind).toBe('sent');
      expect(tested.posts().map(({ versions }) => versions)).toEqual([1, 2]);
    });

    it('marks a copy that may be the second, and never an edit', async () => {
      const receipt = receiptOf(await send({ possibleRepeat: true }));
      expect(tested.posts()[0]?.shown.toLowerCase()).toContain('possible repeat');

      await tested.port.edit(tested.channel, receipt, SAMPLE_MESSAGE, {
        ...OPTIONS,
        possibleRepeat: true,
      });

      expect(tested.posts()[0]?.shown.toLowerCase()).not.toContain('possible repeat');
    });

    it('sends a message that is only a text without blocks, for when those were refused', async () => {
      const text = 'Announced: US -> Japan\nhttps://www.federalregister.gov/d/1 <!here>';
      const blocks = [{ kind: 'text', spans: [{ text }] } as const];
      const message = { ...SAMPLE_MESSAGE, summary: 'Announced', blocks, buttons: [] };

      await tested.port.send(tested.channel, message, { ...OPTIONS, possibleRepeat: true });

      expect(tested.posts().map(({ isRich }) => isRich)).toEqual([false]);
      expect(tested.posts()[0]?.shown).toContain('https://www.federalregister.gov/d/1');
      expect(tested.posts()[0]?.shown).toContain('Possible repeat');
    });

    it.each(FAULTS)(
      'tells %s for what it is, after one request',
      async (_, answer, stored, kind) => {
        tested.script(answer);

        const outcome = await send();

        expect(outcome.kind).toBe(kind);
        expect(tested.requests()).toBe(1);
        expect(tested.posts()).toHaveLength(stored);
      },
    );

    it.each([
      ['before', false, 0],
      ['after', true, 1],
    ])(
      'gives up waiting for a silence %s acceptance, after one request',
      async (_, accepted, stored) => {
        await tested.close();
        tested = await start(SHORT_TIMEOUT_MS);
        tested.script({ kind: 'hang', accepted });

        const outcome = await send();

        expect(outcome.kind).toBe('ambiguous');
        expect(tested.requests()).toBe(1);
        expect(tested.posts()).toHaveLength(stored);
      },
    );

    it.each([
      ['2', 2_000],
      ['300', 300_000],
    ])('hands on a wait of %s seconds', async (retryAfter, retryAfterMs) => {
      tested.script({ kind: 'rate-limited', retryAfter });

      expect(await send()).toMatchObject({ kind: 'not-sent', rateLimited: true, retryAfterMs });
    });

    it.each([null, 'soon'])('knows a rate limit that names no wait (%s)', async (retryAfter) => {
      tested.script({ kind: 'rate-limited', retryAfter });

      expect(await send()).toMatchObject({ kind: 'not-sent', rateLimited: true });
    });

    it('knows that nothing was sent when nobody listens', async () => {
      await tested.unplug();

      expect((await send()).kind).toBe('not-sent');
    });

    it('answers the question whether it takes posts, and nothing is posted by it', async () => {
      expect(await tested.port.probe?.(tested.channel)).toBeNull();

      expect(tested.posts()).toEqual([]);
      expect(tested.requests()).toBe(1);
    });

    it.each(FAULTS.filter(([, , stored, kind]) => stored === 0 && kind !== 'bad-payload'))(
      'says what a post would come to now: %s',
      async (_, answer, __, kind) => {
        tested.script(answer);

        expect(await tested.port.probe?.(tested.channel)).toMatchObject({ kind });
        expect(tested.posts()).toEqual([]);
      },
    );

    it('says that a post to edit is gone', async () => {
      const outcome = await tested.port.edit(tested.channel, '999.000', SAMPLE_MESSAGE, OPTIONS);

      expect(outcome.kind).toBe('bad-payload');
      expect(tested.requests()).toBe(1);
    });

    it('works again after any of these', async () => {
      tested.script({ kind: 'reset', accepted: false });
      await send();

      expect((await send()).kind).toBe('sent');
    });
  });
}

function receiptOf(outcome: SendOutcome): string {
  if (outcome.kind !== 'sent') throw new Error(`not sent: ${JSON.stringify(outcome)}`);
  return outcome.receipt;
}
