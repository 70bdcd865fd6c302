import { afterEach, describe, expect, it } from 'vitest';
import { aMessage, type PreviewWorld, readEvents, START, startPreview } from './preview-world.ts';

let world: PreviewWorld;
afterEach(() => world.stop());

describe('posts of the preview', () => {
  it('shows a delivery in both looks, with the time it was sent', async () => {
    world = await startPreview();

    await world.deliver({ message: aMessage('US tariff on steel announced') });

    const [post] = await world.posts();
    expect(post).toMatchObject({ summary: 'US tariff on steel announced', postedAt: START });
    expect(post?.slackHtml).toContain('US tariff on steel announced');
    expect(JSON.stringify(post?.teamsCard)).toContain('US tariff on steel announced');
  });

  it('replaces an edited post in its place and keeps what it said before', async () => {
    world = await startPreview();
    const receipt = await world.deliver({ storyId: 'S-1', message: aMessage('25% announced') });
    await world.deliver({ message: aMessage('something else') });

    world.at += 60_000;
    await world.deliver({ storyId: 'S-1', mode: 'edit', message: aMessage('25% in force') });

    const posts = await world.posts();
    expect(posts.map(({ summary }) => summary)).toEqual(['25% in force', 'something else']);
    expect(posts[0]).toMatchObject({
      id: receipt,
      postedAt: START,
      editedAt: START + 60_000,
      replaced: '25% announced',
    });
  });

  it('keeps an answer in a thread with the post that it answers', async () => {
    world = await startPreview();
    const receipt = await world.deliver({ storyId: 'S-1', message: aMessage('25% announced') });

    await world.deliver({
      storyId: 'S-1',
      mode: 'thread',
      message: aMessage('Now in the gazette'),
    });

    expect((await world.posts())[1]).toMatchObject({ threadOf: receipt });
  });

  it('shows a delivery that is sent again once', async () => {
    world = await startPreview();
    const message = aMessage('25% announced');
    await world.deliver({ message });

    await world.restart();
    await world.deliver({ message: aMessage('next') });

    expect((await world.posts()).map(({ summary }) => summary)).toEqual(['25% announced', 'next']);
  });

  it('shows the same posts, edits and threads after a restart, from the outbox alone', async () => {
    world = await startPreview();
    await world.deliver({ storyId: 'S-1', message: aMessage('25% announced') });
    await world.deliver({ storyId: 'S-2', message: aMessage('another story') });
    world.at += 60_000;
    await world.deliver({ storyId: 'S-1', mode: 'edit', message: aMessage('25% in force') });
    await world.deliver({ storyId: 'S-1', mode: 'thread', message: aMessage('It is in force') });
    const before = await world.posts();

    await world.restart();

    expect(await world.posts()).toEqual(before);
  });

  it('takes feed text for text, never for markup or a link', async () => {
    world = await startPreview();
    const hostile = '<img src=x onerror=alert(1)> <javascript:alert(1)|here> <!channel>';

    await world.deliver({
      message: aMessage('hostile', {
        blocks: [{ kind: 'text', spans: [{ text: hostile, link: 'javascript:alert(1)' }] }],
      }),
    });

    const html = (await world.posts())[0]?.slackHtml ?? '';
    expect(html).not.toMatch(/<img/);
    expect(html).not.toMatch(/href="javascript/);
    expect(html).toContain('&lt;img');
  });

  it('leaves no style attribute in the Slack look, which the policy of the page would refuse', async () => {
    world = await startPreview();

    await world.deliver({
      message: aMessage('list', { blocks: [{ kind: 'list', items: [[{ text: 'one' }]] }] }),
    });

    expect((await world.posts())[0]?.slackHtml).not.toMatch(/ style=/);
  });

  it('gives out forty posts at a time, and the earlier ones on request', async () => {
    world = await startPreview();
    for (let number = 1; number <= 45; number += 1) {
      world.at += 1_000;
      await world.deliver({ message: aMessage(`post ${number}`) });
    }

    const posts = await world.posts();
    const earlier = await world.get(`/preview/api/posts?channel=general&before=${posts[0]?.id}`);

    expect(posts.map(({ summary }) => summary)).toEqual(
      Array.from({ length: 40 }, (_, index) => `post ${index + 6}`),
    );
    expect(await earlier.json()).toMatchObject({ posts: { length: 5 }, earlier: false });
  });
});

describe('commands of the preview', () => {
  it('runs the words as a user of the channel and shows a private answer with a Share button', async () => {
    world = await startPreview();

    await world.post('/preview/api/command', { channelId: 'general', text: 'status japan' });

    expect(world.commands).toMatchObject([
      {
        text: 'status japan',
        context: {
          channel: { platform: 'preview', tenantId: 'local', channelId: 'general' },
          channelName: '#general',
          userId: 'you',
        },
      },
    ]);
    const [answer] = await world.posts();
    expect(answer).toMatchObject({ asked: 'status japan', visibility: 'private' });
    expect(answer?.slackButtons).toEqual([{ share: answer?.id }]);
  });

  it('shows a shared answer to the channel, without the button', async () => {
    world = await startPreview();
    await world.post('/preview/api/command', { channelId: 'general', text: 'status japan' });
    const [answer] = await world.posts();

    await world.post('/preview/api/share', { id: answer?.id });

    expect(await world.posts()).toMatchObject([{ visibility: 'channel', slackButtons: [] }]);
  });

  it('reads what a button does from the payloads that the platforms get', async () => {
    world = await startPreview();

    await world.deliver({
      message: aMessage('with buttons', {
        buttons: [
          { label: 'Why', command: 'why S-1' },
          { label: 'Source', link: 'https://example.org/a' },
        ],
      }),
    });

    const [post] = await world.posts();
    expect(post?.slackButtons).toEqual([{ command: 'why S-1' }, { link: 'https://example.org/a' }]);
    expect(post?.teamsCard.actions).toMatchObject([
      { data: { command: 'why S-1' } },
      { url: 'https://example.org/a' },
    ]);
  });

  it('refuses a command in a channel that does not exist, in words', async () => {
    world = await startPreview();

    const response = await world.post('/preview/api/command', {
      channelId: 'nowhere',
      text: 'help',
    });

    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error: 'This channel does not exist (any more).' });
    expect(world.commands).toEqual([]);
  });

  it('makes a new channel under a name that can be typed, once', async () => {
    world = await startPreview();

    await world.post('/preview/api/channels', { name: ' Japan Desk! ' });
    await world.post('/preview/api/channels', { name: 'japan-desk' });

    const state = await (await world.get('/preview/api/state')).json();
    expect(state).toMatchObject({
      channels: [{ name: '#general' }, { id: 'japan-desk', name: '#japan-desk' }],
    });
  });
});

it('tells what a channel watches in the words of the commands, not in codes', async () => {
  world = await startPreview();
  await world.watch({ include: {}, exclude: {}, countries: ['JP'] });

  const state = await (await world.get('/preview/api/state')).json();

  expect(state).toMatchObject({ channels: [{ name: '#general', watches: ['news of JP'] }] });
});

describe('the stream of the preview', () => {
  it('pushes a new post and then its edit to a page that listens', async () => {
    world = await startPreview();
    const stream = await world.get('/preview/events');
    const events = readEvents(stream, 3);

    await world.deliver({ storyId: 'S-1', message: aMessage('25% announced') });
    await world.deliver({ storyId: 'S-1', mode: 'edit', message: aMessage('25% in force') });

    expect(await events).toMatchObject([
      { event: 'post', data: { summary: '25% announced' } },
      { event: 'panels' },
      { event: 'edit', data: { summary: '25% in force', replaced: '25% announced' } },
    ]);
  });

  it('tells a page that missed something to read everything anew', async () => {
    world = await startPreview();
    const { cursor } = (await (await world.get('/preview/api/state')).json()) as { cursor: string };
    await world.deliver({ message: aMessage('missed') });

    const stream = await world.get('/preview/events', { 'last-event-id': cursor });

    expect(await readEvents(stream, 1)).toMatchObject([{ event: 'reset' }]);
  });

  it('tells a page of an earlier process to read everything anew', async () => {
    world = await startPreview();
    const { cursor } = (await (await world.get('/preview/api/state')).json()) as { cursor: string };
    await world.restart();

    const stream = await world.get('/preview/events', { 'last-event-id': cursor });

    expect(await readEvents(stream, 1)).toMatchObject([{ event: 'reset' }]);
  });

  it('lets a page that missed nothing go on without reading again', async () => {
    world = await startPreview();
    const { cursor } = (await (await world.get('/preview/api/state')).json()) as { cursor: string };

    const stream = await world.get('/preview/events', { 'last-event-id': cursor });
    const events = readEvents(stream, 1);
    await world.deliver({ message: aMessage('first news') });

    expect(await events).toMatchObject([{ event: 'post' }]);
  });
});
