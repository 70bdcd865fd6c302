// What a post tells Slack to do, besides its words.
import { describe, expect, it } from 'vitest';
import { createSlackPort } from '../../../../src/channels/slack/slack-port.ts';
import type { Message } from '../../../../src/domain/message.ts';
import { SAMPLE_MESSAGE } from '../../../support/channel-bots.ts';
import { someSettings } from '../../../support/story-builder.ts';

type Sent = { readonly method: string; readonly body: Readonly<Record<string, unknown>> };

async function send(message: Message, threadOf: string | null): Promise<Sent | undefined> {
  const sent: Sent[] = [];
  const port = createSlackPort({
    calls: {
      call: (method, body) => {
        sent.push({ method, body: JSON.parse(body) });
        return Promise.resolve({ kind: 'answer', body: { ok: true, ts: '1.1' } });
      },
    } as Parameters<typeof createSlackPort>[0]['calls'],
    markKey: 'secret',
    connections: 8,
  });
  await port.send(someSettings(), message, { threadOf, possibleRepeat: false, deliveryId: 1 });
  return sent[0];
}

describe('a post to Slack', () => {
  it('in a thread is also shown in the channel when the message asks for it', async () => {
    const surfaced = await send({ ...SAMPLE_MESSAGE, broadcast: true }, '1.0');
    const quiet = await send(SAMPLE_MESSAGE, '1.0');

    expect(surfaced?.body).toMatchObject({ thread_ts: '1.0', reply_broadcast: true });
    expect(quiet?.body).toMatchObject({ thread_ts: '1.0' });
    expect(quiet?.body).not.toHaveProperty('reply_broadcast');
  });

  it('outside a thread never asks to be shown twice', async () => {
    const sent = await send({ ...SAMPLE_MESSAGE, broadcast: true }, null);

    expect(sent?.body).not.toHaveProperty('reply_broadcast');
    expect(sent?.body).not.toHaveProperty('thread_ts');
  });

  it('unfurls nothing and looks up no names', async () => {
    const sent = await send(SAMPLE_MESSAGE, null);

    expect(sent?.body).toMatchObject({
      unfurl_links: false,
      unfurl_media: false,
      link_names: false,
    });
  });
});

describe('the question whether Slack takes posts', () => {
  /** A server that takes whatever it is sent, as an emulator may. */
  function portOfLaxServer() {
    const asked: Sent[] = [];
    const port = createSlackPort({
      calls: {
        call: (method, body) => {
          asked.push({ method, body: JSON.parse(body) });
          const answer = method === 'chat.postMessage' ? { ok: true, ts: '1.1' } : { ok: true };
          return Promise.resolve({ kind: 'answer', status: 200, retryAfterMs: null, body: answer });
        },
        close: () => Promise.resolve(),
      },
      markKey: 'secret',
      connections: 8,
    });
    return { port, asked };
  }

  it('is never taken for the message itself, by a server that takes an empty text', async () => {
    const { port } = portOfLaxServer();

    expect(await port.probe?.(someSettings())).toBeNull();
    expect(await port.probe?.(someSettings())).toBeNull();
  });

  it('leaves nothing in the channel: what a server takes is taken back, and it gets no second one', async () => {
    const { port, asked } = portOfLaxServer();

    await port.probe?.(someSettings());
    await port.probe?.(someSettings());

    expect(asked.map(({ method }) => method)).toEqual([
      'chat.postMessage',
      'chat.delete',
      'auth.test',
    ]);
    expect(asked[1]?.body).toMatchObject({ ts: '1.1' });
  });
});
