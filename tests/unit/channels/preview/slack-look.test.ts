import { afterAll, describe, expect, it } from 'vitest';
import { createSlackLook } from '../../../../src/channels/preview/slack-look.ts';

const look = createSlackLook();
afterAll(() => look.close());

const header = (text: string) => [{ type: 'header', text: { type: 'plain_text', text } }];

describe('the Slack look', () => {
  it('draws several messages at once and gives each its own', async () => {
    const drawn = await Promise.all(
      ['one', 'two', 'three'].map((text) => look.render(header(text))),
    );

    expect(drawn.map((html) => /one|two|three/.exec(html ?? '')?.[0])).toEqual([
      'one',
      'two',
      'three',
    ]);
  });

  it('answers null to blocks that the renderer fails at, and goes on', async () => {
    expect(await look.render([null])).toBeNull();

    expect(await look.render(header('next'))).toContain('next');
  });

  it('gives up what is under way when it is closed, and starts anew when it is asked again', async () => {
    const underWay = look.render(header('under way'));

    await look.close();

    expect(await underWay).toBeNull();
    expect(await look.render(header('anew'))).toContain('anew');
  });
});
