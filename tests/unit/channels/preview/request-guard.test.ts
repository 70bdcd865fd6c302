import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { type PreviewWorld, startPreview } from './preview-world.ts';

let world: PreviewWorld;
afterEach(() => world.stop());

/** fetch() does not let a test choose the Host header. */
function statusWithHost(url: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

describe('who may talk to the preview', () => {
  it.each(['rebind.example:80', 'localhost.example', '127.0.0.1.example:3978', '[::2]'])(
    'refuses the Host %j, which a rebound name would send',
    async (host) => {
      world = await startPreview();

      expect(await statusWithHost(`${world.url}/preview/api/state`, host)).toBe(403);
    },
  );

  it.each(['localhost:3978', '127.0.0.1', 'LOCALHOST'])(
    'answers under the Host %j',
    async (host) => {
      world = await startPreview();

      expect(await statusWithHost(`${world.url}/`, host)).toBe(200);
    },
  );

  it.each([
    ['no Origin', { origin: '' }],
    ['another page', { origin: 'http://evil.example' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['a sandboxed page', { origin: 'null' }],
  ])('takes no command from %s', async (_from, headers) => {
    world = await startPreview();

    const response = await world.post(
      '/preview/api/command',
      { channelId: 'general', text: 'unwatch' },
      headers,
    );

    expect(response.status).toBe(403);
    expect(world.commands).toEqual([]);
  });

  it('takes no command that the browser itself calls cross-site', async () => {
    world = await startPreview();

    const response = await world.post(
      '/preview/api/command',
      { channelId: 'general', text: 'unwatch' },
      { 'sec-fetch-site': 'cross-site' },
    );

    expect(response.status).toBe(403);
  });

  it.each([
    ['is too long', JSON.stringify({ channelId: 'general', text: 'x'.repeat(20_000) })],
    ['is no JSON', 'status japan'],
    ['lacks the channel', JSON.stringify({ text: 'help' })],
  ])('answers 400 to a body that %s', async (_fault, body) => {
    world = await startPreview();

    expect((await world.post('/preview/api/command', body)).status).toBe(400);
    expect(world.commands).toEqual([]);
  });

  it.each(['/preview/page/../preview-app.ts', '/preview/page/%2e%2e/preview-app.ts', '/preview/'])(
    'has no file at %s',
    async (path) => {
      world = await startPreview();

      expect((await world.get(path)).status).toBe(404);
    },
  );

  it('says in every answer that nothing may be loaded from elsewhere', async () => {
    world = await startPreview();

    for (const path of ['/', '/preview/page/page.js', '/preview/api/state', '/preview/nothing']) {
      const { headers } = await world.get(path);
      expect(headers.get('content-security-policy')).toMatch(
        /default-src 'none'; script-src 'self'/,
      );
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });
});
