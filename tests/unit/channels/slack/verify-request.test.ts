// Signed by Slack, fresh and new, or refused.
import { createHmac, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createRequestVerifier } from '../../../../src/channels/slack/verify-request.ts';

const SECRET = 'a-signing-secret';
const NOW = 1_741_737_600_000;
const BODY = 'token=x&command=%2Ftariff&text=status+japan';

function signed(timestamp: number, body = BODY, secret = SECRET) {
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { body, timestamp: String(timestamp), signature: `v0=${signature}` };
}

const SECONDS = NOW / 1_000;

describe('a signed request', () => {
  it.each([
    ['now', 0],
    ['five minutes old', -300],
    ['five minutes ahead', 300],
  ])('is genuine %s', (_, skew) => {
    expect(createRequestVerifier(SECRET)(signed(SECONDS + skew), NOW)).toBe('genuine');
  });

  it.each([
    ['a second too old', -301],
    ['a second too far ahead', 301],
    ['a day ahead', 86_400],
  ])('is stale %s', (_, skew) => {
    expect(createRequestVerifier(SECRET)(signed(SECONDS + skew), NOW)).toBe('stale');
  });

  it('is refused the second time, for as long as its timestamp would be taken', () => {
    const verify = createRequestVerifier(SECRET);
    const request = signed(SECONDS + 300);

    expect(verify(request, NOW)).toBe('genuine');
    expect(verify(request, NOW + 1)).toBe('replayed');
    expect(verify(request, NOW + 600_000)).toBe('replayed');
    expect(verify(request, NOW + 601_000)).toBe('stale');
  });

  it('is compared as bytes, not as decoded text', () => {
    const bytes = Buffer.from([0xff, 0xfe, 0x61]);
    const mac = createHmac('sha256', SECRET).update(`v0:${SECONDS}:`).update(bytes).digest('hex');
    const request = { body: bytes, timestamp: String(SECONDS), signature: `v0=${mac}` };

    expect(createRequestVerifier(SECRET)(request, NOW)).toBe('genuine');
  });
});

describe('a forged request', () => {
  const good = signed(SECONDS);

  it.each([
    ['of another secret', signed(SECONDS, BODY, 'another')],
    ['with another body', { ...good, body: `${BODY}&text=unwatch` }],
    ['with another timestamp', { ...good, timestamp: String(SECONDS + 1) }],
    ['with half a signature', { ...good, signature: good.signature.slice(0, 30) }],
    ['with a longer signature', { ...good, signature: `${good.signature}00` }],
    ['with another version', { ...good, signature: good.signature.replace('v0', 'v1') }],
    ['with an empty signature', { ...good, signature: '' }],
  ])('%s is forged', (_, request) => {
    expect(createRequestVerifier(SECRET)(request, NOW)).toBe('forged');
  });

  it.each([
    ['no signature', { ...good, signature: undefined }],
    ['no timestamp', { ...good, timestamp: undefined }],
    ['two signatures', { ...good, signature: [good.signature, good.signature] }],
    ['a timestamp that is no number', { ...good, timestamp: 'NaN' }],
    ['a negative timestamp', { ...good, timestamp: `-${SECONDS}` }],
    ['a timestamp with a fraction', { ...good, timestamp: `${SECONDS}.0` }],
    ['an endless timestamp', { ...good, timestamp: '9'.repeat(400) }],
  ])('with %s counts as unsigned', (_, request) => {
    expect(createRequestVerifier(SECRET)(request, NOW)).toBe('unsigned');
  });

  it('with any one bit turned is never taken (10 000 turns)', () => {
    const verify = createRequestVerifier(SECRET);
    const verdicts = new Set<string>();
    const bytes = Buffer.from(`${good.body}|${good.timestamp}|${good.signature}`);
    for (let turn = 0; turn < 10_000; turn += 1) {
      const [first = 0, second = 0, third = 0] = randomBytes(3);
      const turned = Buffer.from(bytes);
      const at = (first * 256 + second) % turned.length;
      turned[at] = (turned[at] ?? 0) ^ (1 << (third % 8));
      const parts = turned.toString('latin1').split('|');
      const [body = '', timestamp = '', signature = ''] = parts;
      verdicts.add(verify({ body: Buffer.from(body, 'latin1'), timestamp, signature }, NOW));
    }
    expect(verdicts).not.toContain('genuine');
    expect(verify(good, NOW)).toBe('genuine');
  });
});
